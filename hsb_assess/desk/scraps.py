"""What is being written and is not an answer yet: a comment, a reason, a new evidence item not added so far.

A scrap is kept in the vault while somebody types, like a draft of an answer, and leaves no trace in the record
once it is sent or thrown away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.desk.opening import open_assessment
from hsb_assess.desk.workplace import Change
from hsb_assess.domain.errors import HsbAssessError

if TYPE_CHECKING:
    from pydantic import JsonValue

    from hsb_assess.desk.workplace import Workplace

__all__ = ["drop_scrap", "keep_scrap", "scraps"]

MARK = "@"
"""Keys of scraps begin with it, so that none is taken for the draft of an answer."""


def _key(name: str) -> str:
    if not name or len(name) > 300:  # noqa: PLR2004 - a name made of a path and a word
        raise HsbAssessError(
            "scrap_name", "This cannot be kept under that name.", "Open the page again and write there."
        )
    return f"{MARK}{name}"


def keep_scrap(at: Workplace, assessment: str, name: str, value: JsonValue, cursor: int = 0) -> Change:
    """Keep what is being written under ``name`` (such as ``comment.M05.impact`` or ``new.evidence``)."""
    with at.book.begin("draft_kept") as work:
        opened = open_assessment(at, work, assessment)
        work.drafts.put(opened.case, assessment, _key(name), {"value": value}, cursor)
    return Change("draft_kept", opened.case, assessment)


def drop_scrap(at: Workplace, assessment: str, name: str) -> Change:
    """Forget what was written under ``name``: it was sent, or thrown away."""
    with at.book.begin("draft_kept") as work:
        opened = open_assessment(at, work, assessment)
        work.drafts.remove(opened.case, assessment, _key(name))
    return Change("draft_kept", opened.case, assessment)


def scraps(at: Workplace, assessment: str) -> dict[str, JsonValue]:
    """Return what was being written in this assessment besides answers, by name."""
    with at.book.begin(write=False) as work:
        opened = open_assessment(at, work, assessment)
        return {
            draft.key.removeprefix(MARK): draft.body.get("value")
            for draft in work.drafts.of_case(opened.case)
            if draft.subject == assessment and draft.key.startswith(MARK) and isinstance(draft.body, dict)
        }
