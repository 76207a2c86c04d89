"""Counts what a tier asks of a typical case, from the form alone.

An *entry* is one answer that has to be given before the assessment can be signed. In the typical case of a tier, whose
rows the form names, the count is made thus:

- what a mandatory question asks, as things stand before anybody has said *yes* to anything, counts one;
- an open row counts the mandatory ones among the at most four questions with which it opens; what it asks on demand
  after that is counted apart, as ``on_demand``, and shown beside the sum;
- an evidence item counts its mandatory questions;
- what the first tier of the ladder has asked already is shown, not asked again, and counts there;
- what the program fills in, and the supervisor's own part, count nothing;
- a tier with numbered answers counts these.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from hsb_assess.domain.answer import Answer
from hsb_assess.instrument.engine import Engine
from hsb_assess.instrument.paths import address_of, last_row, module_of
from hsb_assess.instrument.schema import Stream
from hsb_assess.instrument.tiers import scope_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hsb_assess.instrument.schema import Definition, Item, Tier

__all__ = ["Budget", "budgets"]

ANY_DAY: Final = date(2026, 1, 1)
"""No age is known in a typical case, so the day on which it is counted does not matter."""

EVIDENCE: Final = "evidence"
OPENS_WITH: Final = 4
FIRST_ROW: Final = "row0"


@dataclass(frozen=True)
class Budget:
    """How many entries a tier asks in its typical case, beside the most that it may.

    ``by_module`` adds up to ``asked``; ``entries`` is that and the evidence. ``on_demand`` are further mandatory
    questions of rows, behind the questions with which a row opens. ``before`` were asked by the first tier.
    """

    tier: str
    most: int
    asked: int
    evidence: int
    on_demand: int
    before: int
    by_module: Mapping[str, int]

    @property
    def entries(self) -> int:
        """Everything that is asked here, with its evidence."""
        return self.asked + self.evidence


def budgets(definition: Definition) -> tuple[Budget, ...]:
    """Return what each tier of a form asks in its typical case; empty where the form has no tiers."""
    tiers = definition.tiers
    if tiers is None:
        return ()
    first = tiers.tiers[0]
    return tuple(_lined(tier) if tier.lines else _counted(definition, tier, first) for tier in tiers.tiers)


def _lined(tier: Tier) -> Budget:
    by_module = Counter(module_of(line.asks[0]) for line in tier.lines if line.asks)
    return Budget(tier.id, tier.budget, len(tier.lines), 0, 0, 0, dict(by_module))


def _counted(definition: Definition, tier: Tier, first: Tier) -> Budget:
    asked, on_demand, before = Counter[str](), 0, 0
    for path in _mandatory(definition, tier):
        if _is_before(definition, first, path, tier):
            before += 1
        elif _opens_with(definition, path):
            asked[module_of(path)] += 1
        else:
            on_demand += 1
    evidence = _evidence(definition, tier)
    return Budget(tier.id, tier.budget, asked.total(), evidence, on_demand, before, dict(asked))


def _mandatory(definition: Definition, tier: Tier) -> Iterator[str]:
    """Yield the path of each question that somebody has to answer in the typical case."""
    tiers = definition.tiers
    assert tiers is not None
    engine = Engine(definition, {tiers.question: Answer(value=tier.id)}, _rows(definition, tier), ANY_DAY)
    filled = {tiers.question, *tiers.filled}
    for path in engine.mandatory_open():
        item = definition.item(path)
        if (
            item.is_question
            and item.initial is None
            and item.address not in filled
            and definition.module(path).stream is not Stream.REVIEW
        ):
            yield path


def _rows(definition: Definition, tier: Tier) -> dict[str, tuple[str, ...]]:
    """Return the rows of the typical case by the path of their list; a list inside rows has so many in each of them."""
    rows: dict[str, tuple[str, ...]] = {}
    for address, count in sorted(tier.typical.items()):  # a list around another comes first
        made = tuple(f"row{number}" for number in range(count))
        module, *names = address.split(".")
        places, above = [module], module
        for name in names[:-1]:
            above = f"{above}.{name}"
            places = [f"{place}.{name}" for place in places]
            if definition.item(above).repeats:
                places = [f"{place}[{row}]" for place in places for row in rows.get(place, ())]
        rows.update((f"{place}.{names[-1]}", made) for place in places)
    return rows


def _is_before(definition: Definition, first: Tier, path: str, tier: Tier) -> bool:
    """Say whether the first tier asks a question: once outside rows, else in the first row or every row of a register.

    Of people listed on the first day every row was asked there; of a log, such as of visits, only the first entry.
    """
    if tier.id == first.id or address_of(path) in scope_of(definition, first.id).left_out:
        return False
    row = last_row(path)
    if row is None:
        return True
    group = definition.item(path.rpartition(".")[0])
    return row == FIRST_ROW or group.kind in {"child", "adult", "pair"}


def _opens_with(definition: Definition, path: str) -> bool:
    """Say whether a question is asked at once: outside rows always, in a row among those with which it opens."""
    if last_row(path) is None:
        return True
    group = definition.item(path.rpartition(".")[0])
    return definition.item(path).id in _opening(group)


def _opening(group: Item) -> tuple[str, ...]:
    named = group.first or group.columns or tuple(item.id for item in group.items if item.is_question)
    return named[:OPENS_WITH]


def _evidence(definition: Definition, tier: Tier) -> int:
    group = definition.group_for_kind(EVIDENCE)
    if group is None:
        return 0
    asked = sum(item.mandatory is True for item in group.items)
    return asked * tier.typical.get(group.address, 0)
