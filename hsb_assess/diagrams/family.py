"""The family and network map as positions: generations from top to bottom, the network in groups below them.

Distances are cells: a person stands in the middle of a cell, one wide and one high, so that paper and screen can use
them alike. What is recorded may be incomplete or contradict itself: a tie that does not fit the ones before it is set
aside and told, and somebody whose generation nobody recorded stands in a row of their own.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from hsb_assess.diagrams.rows import Unit, place_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = [
    "Band",
    "Descent",
    "FamilyPlan",
    "Generation",
    "Kin",
    "Spot",
    "Tie",
    "arrange",
    "households",
    "neighbour",
    "with_moved",
]

_LEAST_COLUMNS: Final = 2
_COLUMNS: Final = 6
_BAND_GAP: Final = 0.5
"""Cells between two groups that stand side by side."""
_FURTHEST: Final = 60.0
"""Cells from the corner beyond which nobody is put."""
_OWN: Final = 1.0
"""The width and the height of a person's cell."""
_NEAR: Final = 1e-6


@dataclass(frozen=True)
class Kin:
    """Somebody to place, with what is recorded of their place among the others.

    ``generation`` is what their relation says, this child's own being 0 and a parent's -1; ``None`` where it says none.
    ``parents`` and ``partners`` are ids. A ``group`` puts somebody into the network, outside the family.
    """

    id: str
    generation: int | None = None
    parents: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    group: str = ""


@dataclass(frozen=True)
class Spot:
    """Where somebody stands: the middle of their cell."""

    id: str
    x: float
    y: float


@dataclass(frozen=True)
class Tie:
    """Two people of whom one is recorded as a ``parent`` or a ``partner`` of the other."""

    kind: str
    one: str
    other: str


@dataclass(frozen=True)
class Descent:
    """Children who have the same recorded parents."""

    parents: tuple[str, ...]
    children: tuple[str, ...]


@dataclass(frozen=True)
class Generation:
    """A row of the family; ``number`` is ``None`` for those whose generation is not recorded."""

    number: int | None
    y: float


@dataclass(frozen=True)
class Band:
    """A group of the network: its top left corner and how many columns and rows it takes."""

    group: str
    x: float
    y: float
    columns: int
    rows: int


@dataclass(frozen=True)
class FamilyPlan:
    """Everything that a drawing needs. ``set_aside`` are ties that contradict others; they are told, not drawn."""

    spots: tuple[Spot, ...] = ()
    couples: tuple[Tie, ...] = ()
    descents: tuple[Descent, ...] = ()
    set_aside: tuple[Tie, ...] = ()
    generations: tuple[Generation, ...] = ()
    bands: tuple[Band, ...] = ()
    width: float = 0.0
    height: float = 0.0

    def spot(self, person: str) -> Spot | None:
        """Return where somebody stands, ``None`` of nobody here."""
        return next((each for each in self.spots if each.id == person), None)


@dataclass
class _Ties:
    """The ties that fit together. Partners are merged into one node; no node is its own ancestor."""

    order: dict[str, int]
    root: dict[str, str] = field(default_factory=dict)
    below: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    above: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    couples: list[Tie] = field(default_factory=list)
    set_aside: list[Tie] = field(default_factory=list)
    _members: dict[str, list[str]] | None = None

    def find(self, person: str) -> str:
        while (up := self.root.get(person, person)) != person:
            person = up
        return person

    def members(self) -> dict[str, list[str]]:
        """Return the people of each node, in the order in which they were entered."""
        if self._members is None:
            self._members = {}
            for person in self.order:
                self._members.setdefault(self.find(person), []).append(person)
        return self._members

    def leads(self, start: str, goal: str) -> bool:
        """Say whether the node of ``goal`` is a descendant of the node of ``start``, or the same."""
        people = self.members()
        waiting, seen = [self.find(start)], {self.find(start)}
        while waiting:
            node = waiting.pop()
            if node == self.find(goal):
                return True
            for person in people[node]:
                for child in self.below[person]:
                    under = self.find(child)
                    if under not in seen:
                        seen.add(under)
                        waiting.append(under)
        return False

    def parent(self, parent: str, child: str) -> None:
        if parent in self.above[child]:
            return
        if self.leads(child, parent):
            if Tie("parent", parent, child) not in self.set_aside:
                self.set_aside.append(Tie("parent", parent, child))
            return
        self.below[parent].append(child)
        self.above[child].append(parent)

    def partner(self, one: str, other: str) -> None:
        told = (*self.couples, *(tie for tie in self.set_aside if tie.kind == "partner"))
        if any({tie.one, tie.other} == {one, other} for tie in told):
            return
        top, low = self.find(one), self.find(other)
        if one == other or (top != low and (self.leads(one, other) or self.leads(other, one))):
            self.set_aside.append(Tie("partner", one, other))
            return
        self.couples.append(Tie("partner", one, other))
        if top != low:
            self.root[low], self._members = top, None


def _ties(family: Sequence[Kin]) -> _Ties:
    order = {kin.id: at for at, kin in enumerate(family)}
    ties = _Ties(order)
    for kin in family:
        for parent in kin.parents:
            if parent in order:
                ties.parent(parent, kin.id)
    for kin in family:
        for partner in kin.partners:
            if partner in order:
                ties.partner(kin.id, partner)
    return ties


def _levels(family: Sequence[Kin], ties: _Ties) -> tuple[dict[str, int], dict[str, int]]:
    """Return the generation of every node that is tied to a known one, and how the others stand to each other.

    A child's number is always greater than a parent's. What a relation says gives way where recorded parents say more.
    """
    people = ties.members()
    said = {kin.id: kin.generation for kin in family if kin.generation is not None}
    hints = {node: next((said[each] for each in inside if each in said), None) for node, inside in people.items()}
    above = {node: {ties.find(up) for each in inside for up in ties.above[each]} for node, inside in people.items()}
    below = {node: {ties.find(low) for each in inside for low in ties.below[each]} for node, inside in people.items()}
    order = _from_the_top(people, above, below)
    level: dict[str, int] = {}
    for node in order:
        known = [level[up] + 1 for up in above[node] if up in level]
        known += [hint] if (hint := hints[node]) is not None else []
        if known:
            level[node] = max(known)
    for node in reversed(order):
        under = [level[low] for low in below[node] if low in level]
        if node not in level and under:
            level[node] = min(under) - 1
    for node in order:  # the other parent's side of somebody below: now that it is known how high it stands
        over = [level[up] + 1 for up in above[node] if up in level]
        if node not in level and over:
            level[node] = max(over)
    apart: dict[str, int] = {}
    for node in order:
        if node not in level:
            apart[node] = max((apart[up] + 1 for up in above[node] if up in apart), default=0)
    return level, apart


def _from_the_top(
    nodes: Iterable[str], above: Mapping[str, set[str]], below: Mapping[str, set[str]]
) -> tuple[str, ...]:
    """Return nodes so that every one comes after all above it; among equals, as they were entered."""
    at = {node: place for place, node in enumerate(nodes)}
    left = {node: len(above[node]) for node in at}
    ready = [node for node in at if not left[node]]
    found: list[str] = []
    while ready:
        node = min(ready, key=at.__getitem__)
        ready.remove(node)
        found.append(node)
        for low in below[node]:
            left[low] -= 1
            if not left[low]:
                ready.append(low)
    return tuple(found)


def arrange(people: Sequence[Kin], groups: Sequence[str] = (), *, columns: int = _COLUMNS) -> FamilyPlan:
    """Place ``people``: the family by generation, the network in ``groups`` below it, in their order.

    ``columns`` is how many people of the network stand side by side where there is room for as many. The same people give the same plan. Somebody added at the end, whom nothing ties to anybody, changes nobody's order.
    Groups that are not in ``groups`` come last, by name. Of two with one id the first counts.
    """
    known: dict[str, Kin] = {}
    for kin in people:
        known.setdefault(kin.id, kin)
    family = [kin for kin in known.values() if not kin.group]
    ties = _ties(family)
    level, apart = _levels(family, ties)
    rows: list[tuple[int | None, list[Unit]]] = []
    inside = ties.members()
    for numbers, named in ((level, True), (apart, False)):
        for number in sorted(set(numbers.values())):
            units = [_unit(inside[node], ties) for node in inside if numbers.get(node) == number]
            rows.append((number if named else None, units))
    spots: list[Spot] = []
    tied = {person for person in ties.order if ties.above[person] or ties.below[person]}
    placed = place_rows([units for _number, units in rows], ties.above, tied)
    generations: list[Generation] = []
    for at, ((row, _units), line) in enumerate(zip(rows, placed, strict=True)):
        y = at + _OWN / 2
        generations.append(Generation(row, y))
        spots += [Spot(person, x, y) for person, x in line.items()]
    width = max((spot.x + _OWN / 2 for spot in spots), default=0.0)
    network = [kin for kin in known.values() if kin.group]
    bands, others = _bands(network, groups, max(_LEAST_COLUMNS, columns), float(len(rows)))
    spots += others
    return FamilyPlan(
        spots=tuple(spots),
        couples=tuple(ties.couples),
        descents=_descents(family, ties),
        set_aside=tuple(ties.set_aside),
        generations=tuple(generations),
        bands=bands,
        width=max([width, *(band.x + band.columns for band in bands)]),
        height=max([float(len(rows)), *(band.y + band.rows for band in bands)]),
    )


def _unit(members: Sequence[str], ties: _Ties) -> Unit:
    """Return partners side by side: whoever has had several stands between them."""
    beside: dict[str, list[str]] = defaultdict(list)
    for tie in ties.couples:
        if tie.one in members:
            beside[tie.one].append(tie.other)
            beside[tie.other].append(tie.one)
    found: list[str] = []
    for start in sorted(members, key=lambda each: (len(beside[each]), ties.order[each])):
        waiting = [start]
        while waiting:
            person = waiting.pop()
            if person not in found:
                found.append(person)
                waiting += [each for each in reversed(beside[person]) if each not in found]
    return Unit(tuple(found))


def _descents(family: Sequence[Kin], ties: _Ties) -> tuple[Descent, ...]:
    children: dict[tuple[str, ...], list[str]] = {}
    for kin in family:
        parents = tuple(sorted(ties.above[kin.id], key=ties.order.__getitem__))
        if parents:
            children.setdefault(parents, []).append(kin.id)
    return tuple(Descent(parents, tuple(under)) for parents, under in children.items())


def _bands(
    network: Sequence[Kin], groups: Sequence[str], columns: int, top: float
) -> tuple[tuple[Band, ...], list[Spot]]:
    """Return the groups side by side as far as there is room, then in the next line."""
    by_group: dict[str, list[str]] = {}
    for kin in network:
        by_group.setdefault(kin.group, []).append(kin.id)
    order = [*dict.fromkeys(groups), *sorted(by_group.keys() - set(groups))]
    bands: list[Band] = []
    spots: list[Spot] = []
    x, y, tallest = 0.0, top, 0
    for group in order:
        members = by_group.get(group, [])
        if not members:
            continue
        wide = min(len(members), columns)
        tall = -(-len(members) // wide)
        if x > 0 and x + wide > columns:
            x, y, tallest = 0.0, y + tallest, 0
        bands.append(Band(group, x, y, wide, tall))
        spots += [
            Spot(person, x + at % wide + _OWN / 2, y + at // wide + _OWN / 2) for at, person in enumerate(members)
        ]
        x += wide + _BAND_GAP
        tallest = max(tallest, tall)
    return tuple(bands), spots


# -- what somebody moved -----------------------------------------------------------------------------------------


def with_moved(plan: FamilyPlan, moved: Mapping[str, tuple[float, float]]) -> FamilyPlan:
    """Return the plan with some people where somebody put them; nobody stands on anybody else.

    Whoever was moved keeps the place as near as may be; the others give way to the right.
    """
    wanted = [
        Spot(spot.id, _within(moved[spot.id][0]), _within(moved[spot.id][1])) for spot in plan.spots if spot.id in moved
    ]
    stay = [spot for spot in plan.spots if spot.id not in moved]
    found: dict[str, Spot] = {}
    for spot in (*wanted, *sorted(stay, key=lambda each: (each.y, each.x))):
        found[spot.id] = _free(spot, tuple(found.values()))
    spots = tuple(found[spot.id] for spot in plan.spots)
    return replace(
        plan,
        spots=spots,
        width=max([plan.width, *(spot.x + _OWN / 2 for spot in spots)]),
        height=max([plan.height, *(spot.y + _OWN / 2 for spot in spots)]),
    )


def _within(distance: float) -> float:
    """Return a distance that is in the drawing; what is no number at all is at its edge."""
    return distance if _OWN / 2 <= distance <= _FURTHEST else _OWN / 2 if not distance > _FURTHEST else _FURTHEST


def _free(spot: Spot, others: Sequence[Spot]) -> Spot:
    """Return the nearest place at or to the right of ``spot`` that touches nobody."""
    row = sorted((other for other in others if abs(other.y - spot.y) < _OWN - _NEAR), key=lambda each: each.x)
    x = spot.x
    for other in row:
        if abs(other.x - x) < _OWN - _NEAR:
            x = other.x + _OWN
    return replace(spot, x=x)


def neighbour(plan: FamilyPlan, person: str, way: str) -> str:
    """Return who comes next from ``person`` to the ``left``, ``right``, ``up`` or ``down``; ``person`` where nobody does.

    Left and right go through everybody as words are read, so that nobody is out of reach.
    """
    order = sorted(plan.spots, key=lambda each: (round(each.y * 2), each.x, each.id))
    here = plan.spot(person)
    if here is None:
        return order[0].id if order else ""
    if way in {"left", "right"}:
        at = order.index(here) + (1 if way == "right" else -1)
        return order[at].id if 0 <= at < len(order) else person
    further = [each for each in order if (each.y - here.y if way == "down" else here.y - each.y) > _OWN / 4]
    row = min((abs(each.y - here.y) for each in further), default=0.0)
    near = [each for each in further if abs(each.y - here.y) < row + _OWN / 4]
    return min(near, key=lambda each: abs(each.x - here.x)).id if near else person


def households(plan: FamilyPlan, members: Iterable[str]) -> tuple[tuple[float, float, float, float], ...]:
    """Return rectangles (left, top, width, height) that together cover a household's people and nobody else.

    Two of them are joined where nobody else stands between; those who cannot be joined have a ground of their own.
    """
    here = set(members)
    inside = [spot for spot in plan.spots if spot.id in here]
    outside = [spot for spot in plan.spots if spot.id not in here]
    found = [(spot.x - _OWN / 2, spot.y - _OWN / 2, _OWN, _OWN) for spot in inside]
    for at, one in enumerate(inside):
        for other in inside[at + 1 :]:
            left, top = min(one.x, other.x) - _OWN / 2, min(one.y, other.y) - _OWN / 2
            wide, tall = abs(one.x - other.x) + _OWN, abs(one.y - other.y) + _OWN
            middle = (left + wide / 2, top + tall / 2)
            near = min(wide, tall) <= _OWN + _NEAR or max(wide, tall) <= 3 * _OWN
            if near and not any(
                abs(each.x - middle[0]) < (wide + _OWN) / 2 - _NEAR
                and abs(each.y - middle[1]) < (tall + _OWN) / 2 - _NEAR
                for each in outside
            ):
                found.append((left, top, wide, tall))
    return tuple(found)
