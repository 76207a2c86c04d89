"""Every place of a form in every row of one record, found by path, and the counts over them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from hsb_assess.instrument.paths import path_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hsb_assess.instrument.plan import Place, Plan

__all__ = ["Begun", "Counts", "Rows", "Spot", "Spots", "Tally"]

Rows = tuple[str, ...]


class Counts(NamedTuple):
    """How far one module or one side is.

    ``total`` counts visible questions that are mandatory or already answered, ``answered`` those of them for
    which something is recorded that counts (not *not yet asked*, nor *unknown* without who was asked), ``evidence`` the different evidence items that they cite.
    """

    answered: int
    total: int
    evidence: int


class Begun(NamedTuple):
    """What one module asks for, and whether anybody was there.

    ``needed`` counts visible questions and lists that are mandatory, ``said`` those in which something stands that the
    form did not put there itself.
    """

    needed: int
    said: int


@dataclass(slots=True, eq=False)
class Spot:
    """One place in one row: what is true of it now."""

    path: str
    place: Place
    rows: Rows
    above: Spot | None
    shown: bool = False
    mandatory: bool = False
    total: bool = False
    answered: bool = False
    needed: bool = False
    said: bool = False
    cited: tuple[str, ...] = ()


@dataclass(slots=True)
class Tally:
    """Counts over some spots, kept by adding and taking away."""

    total: int = 0
    answered: int = 0
    needed: int = 0
    said: int = 0
    cited: Counter[str] = field(default_factory=Counter)

    def add(self, spot: Spot, sign: int) -> None:
        """Count a spot in (``1``) or out again (``-1``)."""
        self.total += sign * spot.total
        self.answered += sign * spot.answered
        self.needed += sign * spot.needed
        self.said += sign * spot.said
        for evidence in spot.cited:
            self.cited[evidence] += sign
            if not self.cited[evidence]:
                del self.cited[evidence]

    def counts(self) -> Counts:
        """Return what was counted."""
        return Counts(self.answered, self.total, len(self.cited))

    def begun(self) -> Begun:
        """Return what is asked for, and what somebody said."""
        return Begun(self.needed, self.said)


def _clean(ids: Sequence[str]) -> Rows:
    """Return row ids once each, without what could not stand in a path."""
    return tuple(dict.fromkeys(row for row in ids if row and "[" not in row and "]" not in row))


class Spots:
    """The spots by path, and the rows by the path of their group (kept even where the group is not there)."""

    def __init__(self, plan: Plan, rows: Mapping[str, Sequence[str]]) -> None:
        self.plan = plan
        self.by_path: dict[str, Spot] = {}
        self._rows = {path: _clean(ids) for path, ids in rows.items()}
        self._sequence: tuple[str, ...] | None = None
        for place in plan.places.values():
            self.put(place, ())

    def rows(self, group_path: str) -> Rows:
        """Return the ids of a group's rows in their order."""
        return self._rows.get(group_path, ())

    def set_rows(self, group_path: str, ids: Sequence[str]) -> None:
        """Say which rows a group has; spots are taken away before and put after by the caller."""
        self._rows[group_path] = _clean(ids)
        self._sequence = None

    def fills(self, place: Place, bound: Rows) -> list[Rows]:
        """Return every way to fill a place's rows that starts with ``bound``."""
        fills = [bound[: len(place.groups)]]
        for group in place.groups[len(bound) :]:
            pieces = self.plan.places[group].pieces
            fills = [(*fill, row) for fill in fills for row in self._rows.get(path_of(pieces, fill), ())]
        return fills

    def filled(self, address: str, place: Place, rows: Rows) -> list[tuple[Rows, str]]:
        """Return the rows and the path of each spot at an address that shares the rows it can share with a place."""
        other = self.plan.places.get(address)
        if other is None:
            return []
        fills = self.fills(other, rows[: self.plan.shared(other, place)])
        return [(fill, path_of(other.pieces, fill)) for fill in fills]

    def put(self, place: Place, bound: Rows) -> list[Spot]:
        """Make the spots of a place under some rows; what stands around them is there already."""
        made = []
        for fill in self.fills(place, bound):
            path = path_of(place.pieces, fill)
            above = None
            if place.above:
                around = self.plan.places[place.above]
                above = self.by_path[path_of(around.pieces, fill[: len(around.groups)])]
            spot = self.by_path[path] = Spot(path, place, fill, above)
            made.append(spot)
        return made

    def take(self, place: Place, bound: Rows) -> list[Spot]:
        """Take away the spots of a place under some rows, and return them."""
        return [self.by_path.pop(path_of(place.pieces, fill)) for fill in self.fills(place, bound)]

    def below(self, spot: Spot) -> Iterator[Spot]:
        """Yield the spots directly inside a module or group, of all its rows, in screen order row by row."""
        children = [self.plan.places[address] for address in spot.place.children]
        rows = [(*spot.rows, row) for row in self.rows(spot.path)] if spot.place.repeats else [spot.rows]
        for fill in rows:
            for child in children:
                yield self.by_path[path_of(child.pieces, fill)]

    def walk(self, spot: Spot) -> Iterator[str]:
        """Yield the paths of all spots inside a module or group in screen order, a group before what it holds."""
        for inner in self.below(spot):
            yield inner.path
            if inner.place.children:
                yield from self.walk(inner)

    def sequence(self) -> tuple[str, ...]:
        """Return the paths of all questions, notes and groups in screen order."""
        if self._sequence is None:
            self._sequence = tuple(path for module in self.plan.modules for path in self.walk(self.by_path[module]))
        return self._sequence
