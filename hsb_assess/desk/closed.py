"""Whether a case is closed, and what is refused while it is: it is read, and nothing is written in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from hsb_assess.domain.errors import HsbAssessError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hsb_assess.record.entry import Entry
    from hsb_assess.vault.book import Work

__all__ = ["CLOSING_KEY", "Closing", "closing_in", "closing_of", "need_open"]

CLOSING_KEY: Final = "@closing"
"""The key, at the case itself, of what closes it and opens it again."""


@dataclass(frozen=True)
class Closing:
    """A case that is closed: on which day, with which outcome (a code), why, and by whom (a person) it was recorded."""

    on: date
    outcome: str
    why: str
    by: str
    at: str


def closing_in(heads: Iterable[Entry]) -> Closing | None:
    """Return how a case is closed, from what stands under :data:`CLOSING_KEY`; ``None`` while it is open.

    Where two people said so unseen by each other and one of them opened it again, work goes on: it is open.
    """
    found = [_closing(head) for head in heads]
    if not found or None in found:
        return None
    return max((each for each in found if each is not None), key=_latest)


def _latest(closing: Closing) -> tuple[date, str]:
    return closing.on, closing.at


def _closing(head: Entry) -> Closing | None:
    body = head.body
    if body.get("value") != "closed":
        return None
    try:
        day = date.fromisoformat(str(body.get("on")))
    except ValueError:
        day = date.fromisoformat(head.recorded[:10])
    return Closing(day, str(body.get("outcome", "")), str(body.get("why", "")), head.author, head.recorded)


def closing_of(work: Work, case: str) -> Closing | None:
    """Return how a case is closed, or ``None`` while it is open."""
    return closing_in(work.entries.heads(case, case, CLOSING_KEY))


def need_open(work: Work, case: str) -> None:
    """Raise ``case_closed`` for a case in which nothing may be written now."""
    if closing_of(work, case) is not None:
        raise HsbAssessError(
            "case_closed",
            "This case is closed, so nothing was changed in it.",
            "Open it again on its page “Keeping and closing”, with a reason; everything in it can be read meanwhile.",
        )
