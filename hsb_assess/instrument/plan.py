"""The unchanging part of a form at work: where everything stands, in which order it settles, who looks at whom."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from hsb_assess.instrument.condition import OnPathway, leaves
from hsb_assess.instrument.dependence import needs, order, sources
from hsb_assess.instrument.pathway import INPUTS
from hsb_assess.instrument.schema import ItemType
from hsb_assess.instrument.tiers import scopes_of

if TYPE_CHECKING:
    from hsb_assess.instrument.accord import Accord
    from hsb_assess.instrument.condition import Condition, Pathway
    from hsb_assess.instrument.schema import Definition, Item, Side

__all__ = ["Place", "Plan"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a module or an item stands.

    ``groups`` are the addresses of the repeating groups around it, outermost first; ``pieces`` is its
    address cut after each of them, so that rows fill the cuts. ``above`` is empty for a module.
    """

    address: str
    rank: int
    module: str
    side: Side
    item: Item | None
    above: str
    groups: tuple[str, ...]
    pieces: tuple[str, ...]
    when: Condition | None
    children: tuple[str, ...]

    @property
    def repeats(self) -> bool:
        """Whether this is a repeating group."""
        return self.item is not None and self.item.type is ItemType.GROUP and self.item.repeats


_KEPT: deque[tuple[Definition, Plan]] = deque(maxlen=4)


def _pieces(address: str, groups: tuple[str, ...]) -> tuple[str, ...]:
    cuts = [0, *(len(group) for group in groups), len(address)]
    return tuple(address[start:end] for start, end in pairwise(cuts))


def plan_of(definition: Definition) -> Plan:
    """Return the plan of a definition; the few that are in use are kept, because an engine is made at each reading."""
    for known, plan in _KEPT:
        if known is definition:
            return plan
    plan = Plan(definition)
    _KEPT.append((definition, plan))
    return plan


class Plan:
    """Places by address, in the order in which visibility settles, and who must look again when an answer changes."""

    def __init__(self, definition: Definition) -> None:
        graph = needs(definition)
        ranks = {name: rank for rank, name in enumerate(order(graph))}
        places: dict[str, Place] = {}
        for module in definition.all_modules():
            children = tuple(item.address for item in module.items)
            places[module.id] = Place(
                module.id, ranks[module.id], module.id, module.side, None, "", (), (module.id,), module.when, children
            )
        for item in definition.items():
            above = places[item.address.rpartition(".")[0]]
            groups = (*above.groups, above.address) if above.repeats else above.groups
            pieces = _pieces(item.address, groups)
            children = tuple(child.address for child in item.items)
            places[item.address] = Place(
                item.address, ranks[item.address], above.module, above.side, item, above.address, groups, pieces,
                item.when, children,
            )  # fmt: skip
        self.modules = tuple(module.id for module in definition.modules)
        self.tier = definition.tiers.question if definition.tiers is not None else ""
        self.scopes = scopes_of(definition)
        self.places = {name: places[name] for name in sorted(places, key=ranks.__getitem__)}
        self.calculated = tuple(
            place for place in self.places.values() if place.item is not None and place.item.calculate is not None
        )
        self.shows: dict[str, tuple[str, ...]] = {}
        self.requires: dict[str, tuple[str, ...]] = {}
        self.facts: dict[str, tuple[Pathway, ...]] = {}
        self.heeded: dict[str, tuple[tuple[str, Accord], ...]] = {}
        """Who has to agree with the answer at an address: the heeding question, and how."""
        self.lists: dict[str, tuple[str, ...]] = {}
        """The groups that list the things of a kind, by their address."""
        for item in definition.items():
            if item.type is ItemType.GROUP and item.kind is not None:
                self.lists[item.kind] = (*self.lists.get(item.kind, ()), item.address)
            for accord in item.agrees:
                self.heeded[accord.other] = (*self.heeded.get(accord.other, ()), (item.address, accord))
        for place in self.places.values():
            self._watch(definition, self.shows, place.address, place.when)
            if place.item is not None and not isinstance(place.item.mandatory, bool):
                self._watch(definition, self.requires, place.address, place.item.mandatory)

    def _watch(
        self, definition: Definition, watchers: dict[str, tuple[str, ...]], address: str, condition: Condition | None
    ) -> None:
        if condition is None:
            return
        for source in sources(definition, condition):
            watchers[source] = (*watchers.get(source, ()), address)
        for leaf, _ in leaves(condition):
            if isinstance(leaf, OnPathway):
                for source in INPUTS[leaf.pathway]:
                    self.facts[source] = tuple(dict.fromkeys((*self.facts.get(source, ()), leaf.pathway)))

    def shared(self, one: Place, other: Place) -> int:
        """Return how many repeating groups stand around both."""
        count = 0
        for mine, theirs in zip(one.groups, other.groups, strict=False):
            if mine != theirs:
                break
            count += 1
        return count

    def below(self, address: str) -> list[Place]:
        """Return the places inside a group, however deep, in the order in which they settle."""
        found: list[Place] = []
        waiting = list(self.places[address].children)
        while waiting:
            place = self.places[waiting.pop()]
            found.append(place)
            waiting.extend(place.children)
        return sorted(found, key=lambda place: place.rank)
