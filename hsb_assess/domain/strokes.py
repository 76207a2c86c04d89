"""Ink: what a pen, a finger or a mouse drew, as points with time and pressure, few and small enough for any record.

A mark is a drawing of lines, never an image. Whatever is longer than the bounds is not drawn any further; whatever does
not have the shape that is written here is refused, and nothing is changed by that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from hsb_assess.domain.errors import HsbAssessError

if TYPE_CHECKING:
    from pydantic import JsonValue

__all__ = ["HEIGHT", "MOST_POINTS", "MOST_STROKES", "WIDTH", "Drawing", "Ink", "Point"]

WIDTH: Final = 1000
HEIGHT: Final = 300
"""The grid that every mark is drawn on, whatever the size of the pad."""
MOST_STROKES: Final = 40
MOST_POINTS: Final = 1200
"""In all strokes together."""
MOST_TIME: Final = 600_000
"""Milliseconds from the first touch to the last."""
MOST_PRESSURE: Final = 255
_NEAR: Final = 3
"""Steps of the grid below which the next point adds nothing to be seen."""
_NUMBERS: Final = 4


class Point(NamedTuple):
    """``x`` and ``y`` on the grid, ``time`` in milliseconds since the first touch, ``pressure`` 0–255 (128: not told)."""

    x: int
    y: int
    time: int
    pressure: int


@dataclass(frozen=True)
class Ink:
    """Strokes in the order in which they were drawn; none is empty."""

    strokes: tuple[tuple[Point, ...], ...]

    def as_json(self) -> list[JsonValue]:
        """Return each stroke as one flat list of numbers: x, y, time and pressure of each point."""
        return [[number for point in stroke for number in point] for stroke in self.strokes]

    @classmethod
    def from_json(cls, value: JsonValue) -> Ink:
        """Read :meth:`as_json`; raises ``ink_shape`` for anything that it could not have written."""
        if not isinstance(value, list) or not 0 < len(value) <= MOST_STROKES:
            raise _wrong()
        strokes = tuple(_stroke(each) for each in value)
        times = [point.time for stroke in strokes for point in stroke]
        if len(times) > MOST_POINTS or times != sorted(times):
            raise _wrong()
        return cls(strokes)


def _wrong() -> HsbAssessError:
    return HsbAssessError("ink_shape", "This mark cannot be read as one.", "Have it made again.")


def _stroke(value: JsonValue) -> tuple[Point, ...]:
    if not isinstance(value, list) or not value or len(value) % _NUMBERS or len(value) > MOST_POINTS * _NUMBERS:
        raise _wrong()
    numbers = [number for number in value if type(number) is int]
    if len(numbers) != len(value):
        raise _wrong()
    points = tuple(Point(*numbers[at : at + _NUMBERS]) for at in range(0, len(numbers), _NUMBERS))
    if not all(_is_within(point) for point in points):
        raise _wrong()
    return points


def _is_within(point: Point) -> bool:
    return (
        0 <= point.x <= WIDTH
        and 0 <= point.y <= HEIGHT
        and 0 <= point.time <= MOST_TIME
        and 0 <= point.pressure <= MOST_PRESSURE
    )


class Drawing:
    """Ink that is being drawn. What lies beyond the pad is drawn at its edge; what is too much is not drawn."""

    def __init__(self, ink: Ink | None = None) -> None:
        """Go on from ``ink``, if there is any."""
        self._strokes: list[list[Point]] = [list(stroke) for stroke in ink.strokes] if ink is not None else []
        self._first: float | None = None
        self._before = self._last().time if self._strokes else 0

    @property
    def is_full(self) -> bool:
        """Whether nothing more can be drawn."""
        return self._count() >= MOST_POINTS or (self._strokes != [] and self._last().time >= MOST_TIME)

    def begin(self, x: float, y: float, moment: float, pressure: float = 0.5) -> bool:
        """Begin a stroke at ``x`` and ``y`` (0–1 of the pad), at ``moment`` in seconds; ``False`` if it is not drawn."""
        if len(self._strokes) >= MOST_STROKES or self.is_full:
            return False
        point = self._point(x, y, moment, pressure)
        if point is None:
            return False
        self._strokes.append([point])
        return True

    def go_on(self, x: float, y: float, moment: float, pressure: float = 0.5) -> bool:
        """Draw on to a point; ``False`` if it is not drawn, or so near that nothing would be seen."""
        if not self._strokes or self.is_full:
            return False
        point, last = self._point(x, y, moment, pressure), self._last()
        if point is None or abs(point.x - last.x) + abs(point.y - last.y) < _NEAR:
            return False
        self._strokes[-1].append(point)
        return True

    def ink(self) -> Ink | None:
        """Return what is drawn so far, ``None`` if nothing is."""
        return Ink(tuple(tuple(stroke) for stroke in self._strokes)) if self._strokes else None

    def _count(self) -> int:
        return sum(len(stroke) for stroke in self._strokes)

    def _last(self) -> Point:
        return self._strokes[-1][-1]

    def _point(self, x: float, y: float, moment: float, pressure: float) -> Point | None:
        if not all(-1e6 < number < 1e12 for number in (x, y, moment, pressure)):  # noqa: PLR2004 (no number of a screen or clock)
            return None
        if self._first is None:
            self._first = moment
        time = self._before + round((moment - self._first) * 1000)
        if self._strokes:
            time = max(time, self._last().time)
        return Point(
            round(min(1.0, max(0.0, x)) * WIDTH),
            round(min(1.0, max(0.0, y)) * HEIGHT),
            min(MOST_TIME, max(0, time)),
            round(min(1.0, max(0.0, pressure)) * MOST_PRESSURE),
        )
