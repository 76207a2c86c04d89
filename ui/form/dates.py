"""Reads dates as people type them, in English or Welsh ("14 Apr 2026", "tua 2019 hyd 2021"), and writes them out again."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.fuzzydate import FuzzyDate

if TYPE_CHECKING:
    from pydantic import JsonValue

__all__ = ["date_text", "day_text", "moment_text", "read_date", "read_moment", "value_text"]

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WELSH_MONTHS: Final = (
    "Ionawr",
    "Chwefror",
    "Mawrth",
    "Ebrill",
    "Mai",
    "Mehefin",
    "Gorffennaf",
    "Awst",
    "Medi",
    "Hydref",
    "Tachwedd",
    "Rhagfyr",
)
_WELSH_SHORT: Final = ("Ion", "Chwef", "Maw", "Ebr", "Mai", "Meh", "Gorff", "Awst", "Medi", "Hyd", "Tach", "Rhag")
_NEAR: Final = {"today": 0, "yesterday": 1, "heddiw": 0, "ddoe": 1}
_NOW: Final = frozenset({"now", "nawr", "rŵan"})
_ABOUT: Final = re.compile(
    r"^(?:about|around|approximately|approx\.?|circa|ca?\.?|~|tua|oddeutu)\s*(?=[\s\d~])\s*", re.IGNORECASE
)
_UNTIL: Final = re.compile(r"\s+(?:to|until|till|hyd|tan|i)\s+|\s*[–—]\s*|\s+-\s+", re.IGNORECASE)
_ISO: Final = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_NUMBERS: Final = re.compile(r"(?:(\d{1,2})[./-])?(\d{1,2})[./-](\d{4})")
_SHORT_YEAR: Final = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2}|(?:\d{1,2}(?:st|nd|rd|th|af|ail|ydd|fed|ed|eg|ain)?\s+)?[A-Za-z]{3,10}\.?,?\s+\d{2}"
)
_WORDS: Final = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th|af|ail|ydd|fed|ed|eg|ain)?\s+)?([A-Za-z]{3,10})\.?,?\s+(\d{4})")
_DAY_ALONE: Final = len("2026-04-14")
_TIME: Final = re.compile(r"[,\s]*(?:at\s+)?(\d{1,2})[:.](\d{2})\s*(am|pm)?\s*$", re.IGNORECASE)

_UNREADABLE: Final = (
    "date_shape",
    "This is not written as a date.",
    "Write it like 14 Apr 2026, April 2026 or 2026; about and to may be added.",
)

_TWO_FIGURES: Final = (
    "date_year",
    "The year has only two figures.",
    "Write the year with four figures, like 14/04/2026.",
)


def _month(name: str) -> int | None:
    """Return the month that a name or the beginning of one means in either language; ``None`` where it may be two."""
    found = {
        number
        for months in (MONTHS, _WELSH_MONTHS)
        for number, month in enumerate(months, 1)
        if month.lower().startswith(name.lower())
    }
    return found.pop() if len(found) == 1 else None


def _partial(text: str, today: date) -> str:
    """Return one date as a FHIR partial date; raises ``date_shape``."""
    word = text.strip().lower()
    if word in _NEAR:
        return (today - timedelta(days=_NEAR[word])).isoformat()
    if _ISO.fullmatch(word):
        return word
    if match := _NUMBERS.fullmatch(word):
        day, month, year = match.groups()
        return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
    if match := _WORDS.fullmatch(word):
        day, name, year = match.groups()
        number = _month(name)
        if number is not None:
            return f"{year}-{number:02}" + (f"-{int(day):02}" if day else "")
    if _SHORT_YEAR.fullmatch(word):
        raise HsbAssessError(*_TWO_FIGURES)
    raise HsbAssessError(*_UNREADABLE)


def read_date(text: str, today: date) -> FuzzyDate | None:
    """Return the date that ``text`` says, ``None`` where it is empty.

    Raises :class:`HsbAssessError` (``date_shape``, ``date_year``, ``date_calendar``, ``date_order``) where it says
    none.
    """
    words = " ".join(text.split())
    if not words:
        return None
    about = _ABOUT.match(words) is not None
    start, *rest = _UNTIL.split(_ABOUT.sub("", words), maxsplit=1)
    first = _partial(start, today)
    end = _partial(_ABOUT.sub("", rest[0]), today) if rest and rest[0].strip() else None
    _days(first)
    if end is not None and _days(end).latest() < _days(first).earliest():
        raise HsbAssessError("date_order", "The end is before the start.", "Write the earlier date first.")
    return FuzzyDate(date=first, about=about, end=end)


def _days(partial: str) -> FuzzyDate:
    try:
        return FuzzyDate(date=partial)
    except ValueError as error:
        raise HsbAssessError(
            "date_calendar", "There is no such day.", "Check the day, the month and the year."
        ) from error


def _partial_text(partial: str) -> str:
    year, *rest = partial.split("-")
    if not rest:
        return year
    at = int(rest[0]) - 1
    if _is_welsh():
        return f"{_WELSH_MONTHS[at]} {year}" if len(rest) == 1 else f"{int(rest[1])} {_WELSH_SHORT[at]} {year}"
    return f"{MONTHS[at]} {year}" if len(rest) == 1 else f"{int(rest[1])} {MONTHS[at][:3]} {year}"


def _is_welsh() -> bool:
    return QLocale().language() == QLocale.Language.Welsh


def date_text(when: FuzzyDate) -> str:
    """Return a date as it is written on screen: ``about 14 Apr 2026 to June 2026``."""
    about, until = ("tua", "hyd") if _is_welsh() else ("about", "to")
    start = (f"{about} " if when.about else "") + _partial_text(when.date)
    return start if when.end is None else f"{start} {until} {_partial_text(when.end)}"


def day_text(day: str) -> str:
    """Return one ISO day as people write it; empty where there is none."""
    return date_text(FuzzyDate(date=day)) if day else ""


def read_moment(text: str, today: date, now: datetime) -> str | None:
    """Return the day and time that ``text`` says as ISO 8601 with offset, the day alone where it gives no time.

    Returns ``None`` where it is empty. Raises :class:`HsbAssessError` (``moment_shape`` or a date's own) where it says none.
    """
    words = " ".join(text.split())
    if not words:
        return None
    if words.lower() in _NOW:
        return now.replace(second=0, microsecond=0).isoformat()
    match = None if _SHORT_YEAR.fullmatch(words) else _TIME.search(words)
    if match is None:
        day = _partial(words, today)
        if _days(day).earliest().isoformat() != day:
            raise HsbAssessError(
                "moment_shape", "The day is missing.", "Write the day, like 14 Apr 2026, and the time if it is known."
            )
        return day
    day = _partial(words[: match.start()], today)
    hour, minute = int(match[1]), int(match[2])
    if match[3] and 1 <= hour <= 12:  # noqa: PLR2004 (a clock face)
        hour = hour % 12 + (12 if match[3].lower() == "pm" else 0)
    try:
        return datetime.combine(date.fromisoformat(day), time(hour, minute), tzinfo=now.tzinfo).isoformat()
    except ValueError as error:
        raise HsbAssessError(
            "moment_calendar", "There is no such day or time.", "Write a full day and a time, like 14 Apr 2026 15:30."
        ) from error


def moment_text(stamp: str) -> str:
    """Return an ISO 8601 moment as it is written on screen: ``14 Apr 2026 15:30``; the day alone if it is one."""
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return stamp
    day = _partial_text(moment.date().isoformat())
    return day if len(stamp) == _DAY_ALONE else f"{day} {moment:%H:%M}"


def value_text(value: JsonValue) -> str:
    """Return a date or date-time value as it is written on screen; anything else is empty."""
    if isinstance(value, dict) and "date" in value:
        try:
            return date_text(FuzzyDate.model_validate(value))
        except ValueError:
            return ""
    return moment_text(value) if isinstance(value, str) else ""
