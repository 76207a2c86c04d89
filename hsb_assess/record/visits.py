"""What a contact of the case holds that is a visit note, beside what the form asks of any contact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.record.reading import codes

if TYPE_CHECKING:
    from hsb_assess.record.reading import Thing

__all__ = ["BEGUN", "NOTE", "TIME", "VISIT", "WENT_TOO", "went_too"]

NOTE, BEGUN = "visit_note", "visit_begun"
"""The words of a sealed note, and when it was begun. No form asks for them, so no document prints them."""
TIME, WENT_TOO = "visit_time", "visit_with"
"""The time of the visit, and who went besides the one worker for whom the form asks."""
VISIT: Final = "visit"
"""What an evidence item holds that came from a note: the contact."""


def went_too(visit: Thing) -> tuple[str, ...]:
    """Return the people who went besides the worker whom the form asks for."""
    return codes(visit.value(WENT_TOO))
