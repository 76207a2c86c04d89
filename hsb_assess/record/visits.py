"""What a contact of the case holds that is a visit note, beside what the form asks of any contact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.record.reading import codes

if TYPE_CHECKING:
    from hsb_assess.record.reading import Thing

__all__ = ["BEGUN", "FILED", "FOR", "NOTE", "TIME", "VISIT", "WENT_TOO", "filed_to", "went_too"]

NOTE, BEGUN = "visit_note", "visit_begun"
"""The words of a sealed note, and when it was begun. No form asks for them, so no document prints them."""
TIME, WENT_TOO = "visit_time", "visit_with"
"""The time of the visit, and who went besides the one worker for whom the form asks."""
VISIT: Final = "visit"
"""What an evidence item holds that came from a note: the contact."""
FILED: Final = "filed_to"
"""The questions that an evidence item from a note was filed to."""
FOR: Final = "voice_for"
"""What an evidence item holds that is words of this child: the question that has the same words, or the row of them."""


def went_too(visit: Thing) -> tuple[str, ...]:
    """Return the people who went besides the worker whom the form asks for."""
    return codes(visit.value(WENT_TOO))


def filed_to(evidence: Thing) -> tuple[str, ...]:
    """Return the paths of the questions that an evidence item was filed to, or that have the same words."""
    row = evidence.text(FOR)
    return (*codes(evidence.value(FILED)), *((f"{row}.words" if row.endswith("]") else row,) if row else ()))
