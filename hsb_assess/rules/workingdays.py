"""Working days as the guidance profile counts them: weekends and the nation's bank holidays do not count."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import JsonValue

__all__ = ["bank_holidays", "latest_day", "limit", "working_days_between"]

SATURDAY = 5


def bank_holidays(profile: Mapping[str, JsonValue]) -> frozenset[date]:
    """Return the profile's bank holidays as days."""
    listed = profile.get("bank_holidays")
    if not isinstance(listed, list):
        return frozenset()
    days = (item.get("date") if isinstance(item, dict) else item for item in listed)
    return frozenset(date.fromisoformat(day) for day in days if isinstance(day, str))


def limit(profile: Mapping[str, JsonValue], name: str, otherwise: int) -> int:
    """Return a limit of the profile by its name, in days: one that guidance sets, or a default of this product."""
    for part in ("limits", "defaults"):
        entries = profile.get(part)
        entry = entries.get(name) if isinstance(entries, dict) else None
        days = entry.get("days") if isinstance(entry, dict) else None
        if isinstance(days, int):
            return days
    return otherwise


def latest_day(start: date, working_days: int, profile: Mapping[str, JsonValue]) -> date:
    """Return the day on which a limit of ``working_days`` from ``start`` (day 0) is still kept."""
    holidays = bank_holidays(profile)
    day, left = start, working_days
    while left > 0:
        day += timedelta(days=1)
        if day.weekday() < SATURDAY and day not in holidays:
            left -= 1
    return day


def working_days_between(start: date, end: date, profile: Mapping[str, JsonValue]) -> int:
    """Return how many working days after ``start`` (day 0) ``end`` is; 0 when it is not later."""
    holidays = bank_holidays(profile)
    day, counted = start, 0
    while day < end:
        day += timedelta(days=1)
        if day.weekday() < SATURDAY and day not in holidays:
            counted += 1
    return counted
