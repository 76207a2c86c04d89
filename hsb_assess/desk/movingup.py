"""What moving up asks, before anybody moves: how much of it at once, how much only if it applies, and where it begins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hsb_assess.domain.answer import Answer
from hsb_assess.rules.clock import State
from hsb_assess.rules.clocks import clocks

if TYPE_CHECKING:
    from datetime import date

    from hsb_assess.instrument.engine import Engine
    from hsb_assess.instrument.schema import Definition
    from hsb_assess.record.reading import Reading

__all__ = ["Ahead", "ahead"]


@dataclass(frozen=True)
class Ahead:
    """What a tier would ask.

    ``needed`` questions and lists have to be answered as things stand, ``optional`` are in sight and can be left, ``waiting`` are
    asked only if they apply: they are not in sight now. ``kept`` are the answers that stand already and stay. ``first`` is the
    section in which something is needed first, empty where nothing is; ``due`` what runs out on which day, the next first,
    as names of clocks.
    """

    needed: int
    optional: int
    waiting: int
    kept: int
    first: str
    due: tuple[tuple[str, date], ...]


def ahead(reading: Reading, tier: str) -> Ahead:
    """Return what ``tier`` would ask of an assessment as it is answered now; nothing is changed."""
    tiers = reading.definition.tiers
    assert tiers is not None
    chosen = replace(reading, answers={**reading.answers, tiers.question: Answer(value=tier)})
    engine, definition = chosen.engine, reading.definition
    modules = [each.id for each in definition.modules if each.stream.value == "answers"]
    open_by_module = {module: engine.mandatory_open(module) for module in modules}
    shown = [path for module in modules for path in engine.paths(module) if definition.item(path).is_question]
    given = sum(engine.answer(path).is_given() for path in shown)
    running = {State.RUNNING, State.DUE_SOON, State.OVERDUE}
    due = [
        (each.name, each.due)
        for each in clocks(chosen, reading.today)
        if each.due is not None and each.done is None and each.state in running
    ]
    return Ahead(
        needed=sum(map(len, open_by_module.values())),
        optional=sum(not engine.mandatory(path) and not engine.answer(path).is_asked() for path in shown),
        waiting=_waiting(definition, engine, modules, shown),
        kept=given,
        first=next((module for module, paths in open_by_module.items() if paths), ""),
        due=tuple(sorted(due, key=lambda each: each[1])),
    )


def _waiting(definition: Definition, engine: Engine, modules: list[str], shown: list[str]) -> int:
    """Return how many questions the tier has that are not in sight: behind a condition, or in a list without an entry."""
    seen = {definition.item(path).address for path in shown}
    return sum(
        item.is_question and not item.hidden and item.address not in seen and engine.asks(item.address)
        for item in definition.items()
        if item.address.partition(".")[0] in modules
    )
