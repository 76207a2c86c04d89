"""What is being written and is not an answer yet: a comment, a reason, a new evidence item not added so far.

A scrap is kept in the vault while somebody types, like a draft of an answer, and leaves no trace in the record
once it is sent or thrown away.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, TypeVar

from hsb_assess.desk.closed import need_open
from hsb_assess.desk.opening import open_assessment
from hsb_assess.desk.workplace import Change
from hsb_assess.domain.errors import HsbAssessError

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import JsonValue

    from hsb_assess.desk.workplace import Workplace

__all__ = ["drop_scrap", "keep_scrap", "scraps", "spend_scrap"]

Done = TypeVar("Done")

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
        need_open(work, opened.case)
        work.drafts.put(opened.case, assessment, _key(name), {"value": value}, cursor)
    return Change("draft_kept", opened.case, assessment)


def drop_scrap(at: Workplace, assessment: str, name: str) -> Change:
    """Forget what was written under ``name``: it was sent, or thrown away."""
    with at.book.begin("draft_kept") as work:
        opened = open_assessment(at, work, assessment)
        work.drafts.remove(opened.case, assessment, _key(name))
    return Change("draft_kept", opened.case, assessment)


def spend_scrap(
    at: Workplace,
    assessment: str,
    name: str,
    act: Callable[..., Done],
    *args: Any,  # noqa: ANN401 (the act's own arguments)
    **keywords: Any,  # noqa: ANN401 - the act's own
) -> Done:
    """Do an ``act`` that sends what was written under ``name``, and forget it; where the act fails, it is kept.

    Both happen in one go, so that no lock comes between them and offers again what was sent.
    """
    done = act(at, *args, **keywords)
    with contextlib.suppress(HsbAssessError):  # what was sent is sent; at worst it is offered once more
        drop_scrap(at, assessment, name)
    return done


def scraps(at: Workplace, assessment: str) -> dict[str, JsonValue]:
    """Return what was being written in this assessment besides answers, by name."""
    with at.book.begin(write=False) as work:
        opened = open_assessment(at, work, assessment)
        return {
            draft.key.removeprefix(MARK): draft.body.get("value")
            for draft in work.drafts.of_case(opened.case)
            if draft.subject == assessment and draft.key.startswith(MARK) and isinstance(draft.body, dict)
        }
