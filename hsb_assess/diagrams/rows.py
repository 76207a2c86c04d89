"""Puts what belongs together into rows without overlap: parents above the middle of their children, few crossings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Unit", "place_rows"]

_SWEEPS: Final = 6
"""How often rows are put in order by what stands above and below them; always as often, so that it always ends."""
_PLACES: Final = 3
"""Figures behind the point: what follows differs from one computer to the next."""


@dataclass(frozen=True)
class Unit:
    """People who stand side by side and are moved together, one cell each."""

    members: tuple[str, ...]


def place_rows(
    rows: Sequence[Sequence[Unit]], above: Mapping[str, Sequence[str]], tied: set[str]
) -> list[dict[str, float]]:
    """Return, by row, the middle of everybody's cell, from the left.

    ``above`` are the parents of each person; ``tied`` are those who have any tie up or down. The others stand at the
    right of their row, in the order in which they came, and move nobody.
    """
    below: dict[str, list[str]] = {}
    for person, parents in above.items():
        for parent in parents:
            below.setdefault(parent, []).append(person)
    held = [[unit for unit in row if tied.intersection(unit.members)] for row in rows]
    loose = [[unit for unit in row if not tied.intersection(unit.members)] for row in rows]
    x: dict[str, float] = {}
    for row in held:
        _lay(row, [None] * len(row), x)
    for sweep in range(_SWEEPS):
        upwards = sweep % 2 == 1
        order = list(range(len(held)))
        for at in reversed(order) if upwards else order:
            ties = below if upwards else above
            wanted = [_wanted(unit, ties, x) for unit in held[at]]
            _lay(held[at], wanted, x)
    return _with_loose(held, loose, x)


def _wanted(unit: Unit, ties: Mapping[str, Sequence[str]], x: Mapping[str, float]) -> float | None:
    """Return where the middle of a unit would best be, ``None`` where nothing draws it anywhere."""
    pulls = [
        sum(x[each] for each in drawn) / len(drawn) - (at - (len(unit.members) - 1) / 2)
        for at, person in enumerate(unit.members)
        if (drawn := [each for each in ties.get(person, ()) if each in x])
    ]
    return sum(pulls) / len(pulls) if pulls else None


def _lay(row: list[Unit], wanted: Sequence[float | None], x: dict[str, float]) -> None:
    """Put a row in the order of what its units want, and as near to it as there is room; others keep their place."""
    if not row:
        return
    now = [_middle(unit, x) for unit in row]
    aims = [now[at] if want is None else want for at, want in enumerate(wanted)]
    order = sorted(range(len(row)), key=lambda at: (round(aims[at] or 0.0, _PLACES), at))
    row[:] = [row[at] for at in order]
    target = [aims[at] if aims[at] is not None else 0.0 for at in order]
    for unit, middle in zip(row, _spread([len(unit.members) for unit in row], target), strict=True):
        first = middle - (len(unit.members) - 1) / 2
        for at, person in enumerate(unit.members):
            x[person] = round(first + at, _PLACES)


def _middle(unit: Unit, x: Mapping[str, float]) -> float:
    known = [x[person] for person in unit.members if person in x]
    return sum(known) / len(known) if known else 0.0


def _spread(widths: Sequence[int], aims: Sequence[float]) -> list[float]:
    """Return middles in the given order, as near to ``aims`` as they can be without touching (least squares)."""
    offsets, edge = [], 0.0
    for width in widths:
        offsets.append(edge + width / 2)
        edge += width
    blocks: list[tuple[float, int]] = []  # the mean of what its units want, without their offsets, and their number
    for aim, offset in zip(aims, offsets, strict=True):
        blocks.append((aim - offset, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (one, few), (other, more) = blocks[-2:]
            blocks[-2:] = [((one * few + other * more) / (few + more), few + more)]
    found = [mean for mean, number in blocks for _each in range(number)]
    return [mean + offset for mean, offset in zip(found, offsets, strict=True)]


def _with_loose(held: list[list[Unit]], loose: list[list[Unit]], x: Mapping[str, float]) -> list[dict[str, float]]:
    """Begin at the left edge, and add those whom nothing ties; a row of such alone stands in the middle."""
    least = min(x.values(), default=0.5)
    shifted = {person: round(place - least + 0.5, _PLACES) for person, place in x.items()}
    widest = max([max(shifted.values(), default=0.0) + 0.5, *(float(_cells(row)) for row in loose)])
    found: list[dict[str, float]] = []
    for row, others in zip(held, loose, strict=True):
        line: dict[str, float] = {}
        edge = 0.0
        for person in (person for unit in row for person in unit.members):
            line[person] = max(shifted[person], edge + 0.5)  # rounding may have taken a thousandth of the room
            edge = line[person] + 0.5
        if not row:
            edge = max(0.0, (widest - _cells(others)) / 2)
        for person in (person for unit in others for person in unit.members):
            line[person] = edge + 0.5
            edge += 1.0
        found.append(line)
    return found


def _cells(row: Sequence[Unit]) -> int:
    return sum(len(unit.members) for unit in row)
