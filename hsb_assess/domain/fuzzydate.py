"""Dates as people know them: a year, a month or a day, about, and perhaps an end."""

from __future__ import annotations

import calendar
import re
from datetime import date as day
from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator

from hsb_assess.domain.errors import HsbAssessError

__all__ = ["FuzzyDate"]

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def _span(text: str) -> tuple[day, day]:
    match = _PARTIAL.fullmatch(text)
    if match is None:
        raise HsbAssessError("date_shape", "This is not a date.", "Write a year, a month and year, or a full date.")
    year, month, number = (int(part) if part else None for part in match.groups())
    try:
        if year is None or month is None:
            return day(year or 0, 1, 1), day(year or 0, 12, 31)
        if number is None:
            return day(year, month, 1), day(year, month, calendar.monthrange(year, month)[1])
        return day(year, month, number), day(year, month, number)
    except (ValueError, calendar.IllegalMonthError) as error:
        raise HsbAssessError(
            "date_calendar", "There is no such day.", "Check the day, the month and the year."
        ) from error


class FuzzyDate(BaseModel):
    """A FHIR partial date (``2026``, ``2026-04`` or ``2026-04-14``), *about*, and an optional end."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, hide_input_in_errors=True)

    date: str
    about: bool = False
    end: str | None = None

    @model_validator(mode="after")
    def _in_calendar(self) -> Self:
        try:
            first, _ = _span(self.date)
            last = _span(self.end)[1] if self.end is not None else None
        except HsbAssessError as error:
            raise ValueError(error.what) from error
        if last is not None and last < first:
            message = "The end is before the start."
            raise ValueError(message)
        return self

    def earliest(self) -> day:
        """Return the first day that this date can mean."""
        return _span(self.date)[0]

    def latest(self) -> day:
        """Return the last day that this date can mean."""
        return _span(self.end or self.date)[1]
