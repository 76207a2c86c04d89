"""Limits as the guidance profile states them: so many days, working or calendar, or none for this nation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hsb_assess.rules.workingdays import latest_day, working_days_between

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import JsonValue

__all__ = ["Limit", "days_between", "last_day", "limit_of"]

PARTS = ("limits", "defaults")


@dataclass(frozen=True)
class Limit:
    """So many days from day 0; the day of the limit still keeps it."""

    days: int
    working: bool = True


def limit_of(profile: Mapping[str, JsonValue], name: str) -> Limit | None:
    """Return a limit of the profile by its name, or ``None`` where the nation has no figure."""
    for part in PARTS:
        entries = profile.get(part)
        entry = entries.get(name) if isinstance(entries, dict) else None
        days = entry.get("days") if isinstance(entry, dict) else None
        if isinstance(entry, dict) and isinstance(days, int):
            return Limit(days, entry.get("counted") != "calendar")
    return None


def last_day(start: date, limit: Limit, profile: Mapping[str, JsonValue]) -> date:
    """Return the day on which ``limit`` from ``start`` (day 0) is still kept."""
    return latest_day(start, limit.days, profile) if limit.working else start + timedelta(days=limit.days)


def days_between(start: date, end: date, limit: Limit, profile: Mapping[str, JsonValue]) -> int:
    """Return how many days after ``start`` ``end`` is, counted as ``limit`` counts; 0 when it is not later."""
    return working_days_between(start, end, profile) if limit.working else max((end - start).days, 0)
