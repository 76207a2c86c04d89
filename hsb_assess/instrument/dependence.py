"""Which question depends on which: the graph behind skip logic, its order and its cycles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from hsb_assess.instrument.condition import Condition, OnPathway, OnQuestion, leaves
from hsb_assess.instrument.pathway import INPUTS
from hsb_assess.instrument.score import Score, asked_by

if TYPE_CHECKING:
    from hsb_assess.instrument.schema import Definition

__all__ = ["cycles", "needs", "order", "sources"]

Graph = Mapping[str, tuple[str, ...]]


def sources(definition: Definition, condition: Condition) -> tuple[str, ...]:
    """Return the addresses of this form that a condition looks at, each once."""
    found: dict[str, None] = {}
    for leaf, _ in leaves(condition):
        addresses = (leaf.question,) if isinstance(leaf, OnQuestion) else INPUTS[leaf.pathway]
        found.update((address, None) for address in addresses if definition.find(address) is not None)
    return tuple(found)


def numbers_from(definition: Definition, score: Score) -> tuple[str, ...]:
    """Return the addresses of this form that a score looks at, each once."""
    found: dict[str, None] = {}
    for asked in asked_by(score):
        addresses = INPUTS[asked.pathway] if isinstance(asked, OnPathway) else (asked.question or "",)
        found.update((address, None) for address in addresses if definition.find(address) is not None)
    return tuple(found)


def needs(definition: Definition) -> dict[str, tuple[str, ...]]:
    """Return for each module and item what it depends on: what stands around it, what its condition and score ask."""
    graph: dict[str, tuple[str, ...]] = {}
    for module in definition.all_modules():
        graph[module.id] = sources(definition, module.when) if module.when is not None else ()
    for item in definition.items():
        around = item.address.rpartition(".")[0]
        asked = sources(definition, item.when) if item.when is not None else ()
        counted = numbers_from(definition, item.calculate) if item.calculate is not None else ()
        graph[item.address] = (around, *asked, *counted)
    return graph


def _visit(graph: Graph, start: str, done: dict[str, bool], after: list[str]) -> Iterator[tuple[str, ...]]:
    """Walk from ``start`` without recursion; yield each cycle met, append what is settled to ``after``."""
    trail = [start]
    waiting = [iter(graph[start])]
    done[start] = False
    while trail:
        following = next(waiting[-1], None)
        if following is None:
            waiting.pop()
            node = trail.pop()
            done[node] = True
            after.append(node)
        elif following not in done:
            done[following] = False
            trail.append(following)
            waiting.append(iter(graph.get(following, ())))
        elif not done[following]:
            yield (*trail[trail.index(following) :], following)


def cycles(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """Return the cycles met in a walk, each closing on its first name; empty exactly where there is none."""
    done: dict[str, bool] = {}
    after: list[str] = []
    return tuple(cycle for start in graph if start not in done for cycle in _visit(graph, start, done, after))


def order(graph: Graph) -> tuple[str, ...]:
    """Return all names such that each comes after what it depends on; a cycle is cut where it closes."""
    done: dict[str, bool] = {}
    after: list[str] = []
    for start in graph:
        if start not in done:
            for _ in _visit(graph, start, done, after):
                pass
    return tuple(after)
