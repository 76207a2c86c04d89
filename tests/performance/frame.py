"""The bench frame: a value and its floor measured in turn, so that a busy machine slows both."""

from __future__ import annotations

import json
import statistics
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

__all__ = ["Row", "absolute", "table", "turns", "write"]


@dataclass(frozen=True)
class Row:
    """One measured thing: how it compares with its floor, and whether that is good enough.

    ``ratio`` is value / floor; the row holds while that is at most ``goal``. A thing with an absolute
    limit has the limit as its floor and the goal 1.0.
    """

    name: str
    value: float
    unit: str
    floor: float
    ratio: float
    goal: float
    holds: bool

    @classmethod
    def of(cls, name: str, *, value: float, floor: float, goal: float, unit: str = "ms") -> Row:
        """Make a row of two medians in the same unit."""
        ratio = value / floor
        return cls(name, round(value, 3), unit, round(floor, 3), round(ratio, 3), goal, holds=ratio <= goal)


def turns(value: Callable[[], float], floor: Callable[[], float], *, rounds: int) -> tuple[float, float]:
    """Measure value and floor A B A B …, after one unmeasured turn each; return their medians."""
    value()
    floor()
    pairs = [(value(), floor()) for _ in range(rounds)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def absolute(name: str, value: float, limit: float, unit: str) -> Row:
    """Make a row of something that has a limit of its own."""
    return Row.of(name, value=value, floor=limit, goal=1.0, unit=unit)


def write(rows: Iterable[Row], path: Path) -> None:
    """Write the rows where other tools read them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([asdict(row) for row in rows], indent=1) + "\n", encoding="utf-8")


def table(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the lines of one table for people."""
    yield f"{'name':<28}{'value':>12} {'unit':<6}{'floor':>12}{'ratio':>8}{'goal':>7}  holds"
    for row in rows:
        verdict = "yes" if row.holds else "NO"
        yield (
            f"{row.name:<28}{row.value:>12.2f} {row.unit:<6}{row.floor:>12.2f}"
            f"{row.ratio:>8.2f}{row.goal:>7.2f}  {verdict}"
        )
