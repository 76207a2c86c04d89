"""The chronology as positions: where each event stands between the first day and the last, in which lane.

Distances are fractions of the drawing's width, so that paper and screen can use them alike. Events of one
lane that would touch are stacked on levels; a fuzzy date is a span; long stretches without an entry are named.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Event", "Mark", "Silence", "Tick", "TimelinePlan", "arrange"]

_SILENCE_DAYS: Final = 28
_SILENCE_SHARE: Final = 0.12
_LEAST_DAYS: Final = 90
_MONTHS_SHOWN: Final = 14
_QUARTERS_SHOWN: Final = 48


@dataclass(frozen=True)
class Event:
    """An event to place: its number in the table, the days it can have happened on, and its lane."""

    number: int
    first: date
    last: date
    lane: int
    about: bool = False


@dataclass(frozen=True)
class Mark:
    """Where an event is drawn: ``start`` to ``end`` (equal for a known day), its lane and level in the lane."""

    number: int
    start: float
    end: float
    lane: int
    level: int
    about: bool


@dataclass(frozen=True)
class Tick:
    """A line across the lanes with its label."""

    at: float
    label: str


@dataclass(frozen=True)
class Silence:
    """A stretch without any entry, from the last day before it to the first day after it."""

    start: float
    end: float
    days: int
    first: date
    last: date


@dataclass(frozen=True)
class TimelinePlan:
    """Everything that a drawing needs; ``levels`` is how many levels each lane has (at least one)."""

    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    silences: tuple[Silence, ...]
    levels: tuple[int, ...]
    first: date
    last: date


@dataclass(frozen=True)
class _Scale:
    first: date
    days: int

    def at(self, day: date) -> float:
        return (day - self.first).days / self.days


def arrange(events: Sequence[Event], lanes: int, *, mark_width: float) -> TimelinePlan | None:
    """Place ``events`` in ``lanes``; ``mark_width`` is a mark's share of the width. ``None`` without events."""
    if not events:
        return None
    first = _month_start(min(event.first for event in events))
    last = _next_month(max(event.last for event in events))
    while (last - first).days < _LEAST_DAYS:  # one month alone would fill the width like a year
        last = _next_month(last)
    scale = _Scale(first, max(1, (last - first).days))
    ends: dict[tuple[int, int], float] = {}
    marks: list[Mark] = []
    for event in sorted(events, key=lambda each: (each.first, each.number)):
        start, end = scale.at(event.first), scale.at(event.last)
        level = 0
        while ends.get((event.lane, level), -1.0) > start - mark_width:
            level += 1
        # What occupies the level is the mark's own width around its end, so the next must begin after that.
        ends[event.lane, level] = end
        marks.append(Mark(event.number, start, end, event.lane, level, event.about))
    levels = tuple(1 + max((mark.level for mark in marks if mark.lane == lane), default=0) for lane in range(lanes))
    return TimelinePlan(
        marks=tuple(marks),
        ticks=_ticks(scale, first, last),
        silences=_silences(events, scale),
        levels=levels,
        first=first,
        last=last,
    )


def _month_start(day: date) -> date:
    return day.replace(day=1)


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def _ticks(scale: _Scale, first: date, last: date) -> tuple[Tick, ...]:
    months: list[date] = []
    day = first
    while day < last:
        months.append(day)
        day = _next_month(day)
    if len(months) <= _MONTHS_SHOWN:
        shown = months
        labels = [f"{day:%b}" + (f" {day.year}" if day.month == 1 or day == first else "") for day in shown]
    elif len(months) <= _QUARTERS_SHOWN:
        shown = [day for day in months if day.month in {1, 7}]
        labels = [f"{day:%b %Y}" for day in shown]
    else:
        step = 1 + len(months) // (12 * _MONTHS_SHOWN)
        shown = [day for day in months if day.month == 1 and day.year % step == 0]
        labels = [str(day.year) for day in shown]
    return tuple(Tick(scale.at(day), label) for day, label in zip(shown, labels, strict=True))


def _silences(events: Sequence[Event], scale: _Scale) -> tuple[Silence, ...]:
    found: list[Silence] = []
    covered: date | None = None
    for event in sorted(events, key=lambda each: each.first):
        if covered is not None:
            days = (event.first - covered).days
            if days >= _SILENCE_DAYS and days / scale.days >= _SILENCE_SHARE:
                found.append(Silence(scale.at(covered), scale.at(event.first), days, covered, event.first))
        covered = event.last if covered is None else max(covered, event.last)
    return tuple(found)
