"""A plan as a line of weeks or months: where each part of it begins and ends, what runs at once, and what has no day.

Distances are fractions of the drawing's width, so that paper and screen can use them alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Bar", "PlanLine", "Span", "Stretch", "Tick", "arrange", "stretches", "together"]

_WEEK: Final = timedelta(days=7)
_WEEKS_SHOWN: Final = 18
"""So many weeks stand as weeks; more stand as months, years of them with fewer labels."""
_MONTHS_SHOWN: Final = 18


@dataclass(frozen=True)
class Span:
    """A part of a plan: its first and last day, and the day by which it is due; each may be missing."""

    key: str
    first: date | None = None
    last: date | None = None
    due: date | None = None

    @property
    def backwards(self) -> bool:
        """Whether it is said to end before it begins."""
        return self.first is not None and self.last is not None and self.last < self.first

    @property
    def undated(self) -> bool:
        """Whether no day is known at all."""
        return self.first is None and self.last is None and self.due is None


@dataclass(frozen=True)
class Bar:
    """Where a part is drawn; a side that is open goes on to the edge of the line. ``None`` where it has no such day."""

    key: str
    start: float | None
    end: float | None
    due: float | None
    open_start: bool = False
    open_end: bool = False


@dataclass(frozen=True)
class Tick:
    """A line across with its label."""

    at: float
    label: str


@dataclass(frozen=True)
class Stretch:
    """Days during which the same parts run: ``first`` to ``last``, both within, and which."""

    first: date
    last: date
    keys: tuple[str, ...]


@dataclass(frozen=True)
class PlanLine:
    """Everything that a drawing needs. ``undated`` and ``backwards`` are the parts that have no place on the line."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    today: float
    busy: tuple[tuple[float, float, int], ...]
    weeks: bool
    first: date
    last: date
    undated: tuple[str, ...]
    backwards: tuple[str, ...]


def _runs(spans: Iterable[Span]) -> list[Span]:
    """Return the parts that run for a time: those with a first day that do not end before it."""
    return [span for span in spans if span.first is not None and not span.backwards]


def stretches(spans: Sequence[Span]) -> tuple[Stretch, ...]:
    """Return the stretches in which two parts or more run at once, one after the other; what has no end goes on for ever."""
    running = _runs(spans)
    edges = sorted(
        {span.first for span in running if span.first is not None}
        | {span.last + timedelta(days=1) for span in running if span.last is not None and span.last < date.max}
        | {date.max}
    )
    found: list[Stretch] = []
    for start, following in pairwise(edges):
        keys = tuple(
            span.key
            for span in running
            if span.first is not None and span.first <= start and (span.last is None or span.last >= start)
        )
        if len(keys) > 1:
            last = following if following == date.max else following - timedelta(days=1)
            found.append(Stretch(start, last, keys))
    return tuple(found)


def together(spans: Sequence[Span]) -> dict[str, tuple[str, ...]]:
    """Return, for each part, the others that run on at least one of its days, in the order given."""
    running = {span.key: span for span in _runs(spans)}
    return {
        span.key: tuple(
            other.key
            for other in running.values()
            if span.key in running and other.key != span.key and _meet(running[span.key], other)
        )
        for span in spans
    }


def _meet(one: Span, other: Span) -> bool:
    assert one.first is not None
    assert other.first is not None
    return (one.last is None or other.first <= one.last) and (other.last is None or one.first <= other.last)


@dataclass(frozen=True)
class _Scale:
    first: date
    days: int

    def at(self, day: date) -> float:
        return min(1.0, max(0.0, (day - self.first).days / self.days))


def arrange(spans: Sequence[Span], today: date) -> PlanLine | None:
    """Place what has a day, today among it; ``None`` where nothing has one. The order is the one given."""
    placed = [span for span in spans if not span.undated and not span.backwards]
    days = [day for span in placed for day in (span.first, span.last, span.due) if day is not None]
    if not days:
        return None
    early, late = min(*days, today), max(*days, today)
    weeks = (late - early) <= _WEEKS_SHOWN * _WEEK
    first = early - timedelta(days=early.weekday()) if weeks else early.replace(day=1)
    # The line goes on for a little, so that what has no end is seen to go on.
    last = late - timedelta(days=late.weekday()) + 2 * _WEEK if weeks else _next_month(_next_month(late))
    scale = _Scale(first, (last - first).days)
    return PlanLine(
        bars=tuple(_bar(span, scale) for span in placed),
        ticks=_weeks(scale, last) if weeks else _months(scale, last),
        today=scale.at(today),
        busy=tuple(
            (scale.at(each.first), scale.at(min(each.last, last)), len(each.keys)) for each in stretches(placed)
        ),
        weeks=weeks,
        first=first,
        last=last,
        undated=tuple(span.key for span in spans if span.undated),
        backwards=tuple(span.key for span in spans if span.backwards),
    )


def _bar(span: Span, scale: _Scale) -> Bar:
    runs = span.first is not None or span.last is not None
    return Bar(
        span.key,
        (scale.at(span.first) if span.first is not None else 0.0) if runs else None,
        (scale.at(span.last) if span.last is not None else 1.0) if runs else None,
        scale.at(span.due) if span.due is not None else None,
        open_start=runs and span.first is None,
        open_end=runs and span.last is None,
    )


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def _weeks(scale: _Scale, last: date) -> tuple[Tick, ...]:
    found, day = [], scale.first
    while day < last:
        named = day == scale.first or day.day <= _WEEK.days
        found.append(Tick(scale.at(day), f"{day.day} {day:%b}" if named else str(day.day)))
        day += _WEEK
    return tuple(found)


def _months(scale: _Scale, last: date) -> tuple[Tick, ...]:
    months, day = [], scale.first
    while day < last:
        months.append(day)
        day = _next_month(day)
    step = 1 + len(months) // _MONTHS_SHOWN
    return tuple(
        Tick(scale.at(day), f"{day:%b %Y}" if at == 0 or day.month == 1 or step > 1 else f"{day:%b}")
        for at, day in enumerate(months)
        if at % step == 0
    )
