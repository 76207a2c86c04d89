"""A thread as positions: what stands in which layer at which height, and where a line passes the layers between.

Lengths are in the unit in which the caller gives heights; how wide a layer is, paper and screen decide themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Bead", "Placed", "Route", "ThreadPlan", "arrange"]

_SWEEPS: Final = 6
"""How often the layers are looked through for an order with fewer crossings."""


@dataclass(frozen=True)
class Bead:
    """Something on the thread: the layer that it stands in, from 0 on, and how tall it is drawn."""

    key: str
    layer: int
    height: float


@dataclass(frozen=True)
class Placed:
    """Where a bead stands."""

    key: str
    layer: int
    top: float
    height: float

    @property
    def middle(self) -> float:
        """The height at which lines meet it."""
        return self.top + self.height / 2


@dataclass(frozen=True)
class Route:
    """A line from one bead to another; ``through`` is the height at which it passes each layer between them."""

    start: str
    end: str
    through: tuple[float, ...] = ()


@dataclass(frozen=True)
class ThreadPlan:
    """Everything that a drawing needs."""

    beads: tuple[Placed, ...]
    routes: tuple[Route, ...]
    height: float


_Spot = tuple[str, str, int]
"""A bead (its key, nothing, 0), or where a line passes a layer (its two ends, the layer)."""


class _Layers:
    """The layers with a place kept free for every line that passes one."""

    def __init__(self, beads: Sequence[Bead], links: Sequence[tuple[str, str]], passage: float) -> None:
        at = {bead.key: bead.layer for bead in beads}
        self.heights: dict[_Spot, float] = {(bead.key, "", 0): bead.height for bead in beads}
        self.layers: list[list[_Spot]] = [[] for _ in range(1 + max(at.values(), default=-1))]
        for bead in beads:
            self.layers[bead.layer].append((bead.key, "", 0))
        self.before: dict[_Spot, list[_Spot]] = {}
        self.after: dict[_Spot, list[_Spot]] = {}
        for start, end in links:
            if at[start] >= at[end]:
                raise ValueError((start, end))
            between: list[_Spot] = [(start, end, layer) for layer in range(at[start] + 1, at[end])]
            for spot in between:
                self.heights[spot] = passage
                self.layers[spot[2]].append(spot)
            for one, other in pairwise([(start, "", 0), *between, (end, "", 0)]):
                self.after.setdefault(one, []).append(other)
                self.before.setdefault(other, []).append(one)

    def untangle(self) -> None:
        """Put every layer into the order with the fewest crossings that was met; equal ones stay as they were given."""
        best, fewest = [list(layer) for layer in self.layers], self.crossings()
        for sweep in range(_SWEEPS):
            forwards = sweep % 2 == 0
            for layer in self.layers[1:] if forwards else reversed(self.layers[:-1]):
                self._sort(layer, self.before if forwards else self.after)
            if (now := self.crossings()) < fewest:
                best, fewest = [list(layer) for layer in self.layers], now
        self.layers = best

    def crossings(self) -> int:
        """Return how many pairs of lines cross."""
        found = 0
        for here, there in pairwise(self.layers):
            place = {spot: at for at, spot in enumerate(there)}
            ends = [sorted(place[end] for end in self.after.get(spot, ())) for spot in here]
            found += sum(
                1
                for at, mine in enumerate(ends)
                for others in ends[at + 1 :]
                for one in mine
                for other in others
                if one > other
            )
        return found

    def _sort(self, layer: list[_Spot], beside: Mapping[_Spot, list[_Spot]]) -> None:
        place = {spot: at for each in self.layers for at, spot in enumerate(each)}
        middle = {spot: _mean([float(place[other]) for other in beside.get(spot, ())], place[spot]) for spot in layer}
        layer.sort(key=middle.__getitem__)

    def tops(self, gap: float) -> tuple[dict[_Spot, float], float]:
        """Return the top of every spot, each as near to its neighbours as the others allow, and the whole height."""
        needs = [sum(self.heights[spot] for spot in layer) + gap * max(0, len(layer) - 1) for layer in self.layers]
        height = max(needs, default=0.0)
        widest = needs.index(height) if needs else 0
        tops: dict[_Spot, float] = {}
        ways = ((range(widest, len(self.layers)), self.before), (range(widest - 1, -1, -1), self.after))
        for numbers, beside in ways:
            for number in numbers:
                layer = self.layers[number]
                fair = _stacked([self.heights[spot] for spot in layer], gap, height)
                wanted = [
                    _mean(
                        [tops[other] + self.heights[other] / 2 for other in beside.get(spot, ()) if other in tops],
                        otherwise + self.heights[spot] / 2,
                    )
                    - self.heights[spot] / 2
                    for spot, otherwise in zip(layer, fair, strict=True)
                ]
                tops.update(
                    zip(layer, _apart(wanted, [self.heights[each] for each in layer], gap, height), strict=True)
                )
        return tops, height


def _mean(numbers: list[float], otherwise: float) -> float:
    return sum(numbers) / len(numbers) if numbers else otherwise


def _stacked(heights: Sequence[float], gap: float, height: float) -> list[float]:
    """Return tops that share out the room that is to spare."""
    spare = (height - sum(heights) - gap * max(0, len(heights) - 1)) / max(1, len(heights))
    found, top = [], spare / 2
    for each in heights:
        found.append(top)
        top += each + gap + spare
    return found


def _apart(wanted: Sequence[float], heights: Sequence[float], gap: float, height: float) -> list[float]:
    """Return tops as near to ``wanted`` as an order without overlaps inside ``height`` allows."""
    tops, least = [], 0.0
    for top, tall in zip(wanted, heights, strict=True):
        tops.append(max(top, least))
        least = tops[-1] + tall + gap
    most = height
    for at in reversed(range(len(tops))):
        tops[at] = max(0.0, min(tops[at], most - heights[at]))
        most = tops[at] - gap
    return tops


def arrange(beads: Sequence[Bead], links: Sequence[tuple[str, str]], *, gap: float, passage: float) -> ThreadPlan:
    """Place ``beads`` with ``gap`` between them; a line that passes a layer keeps ``passage`` free there.

    Raises ``ValueError`` for a link that does not lead to a later layer, ``KeyError`` for one to no bead.
    """
    known = tuple(dict.fromkeys(links))
    layers = _Layers(beads, known, passage)
    layers.untangle()
    tops, height = layers.tops(gap)
    at = {bead.key: bead.layer for bead in beads}
    return ThreadPlan(
        tuple(Placed(bead.key, bead.layer, tops[bead.key, "", 0], bead.height) for bead in beads),
        tuple(
            Route(
                start,
                end,
                tuple(tops[start, end, layer] + passage / 2 for layer in range(at[start] + 1, at[end])),
            )
            for start, end in known
        ),
        height,
    )
