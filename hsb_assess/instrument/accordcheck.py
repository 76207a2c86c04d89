"""Checks what a form says of answers that have to agree, or are shown beside each other: that the others are there and fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.instrument.faults import Wrong
from hsb_assess.instrument.problem import Problem, guessed
from hsb_assess.instrument.vocabulary import ItemType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hsb_assess.instrument.accord import Accord
    from hsb_assess.instrument.schema import Definition, Item

__all__ = ["accord_problems", "beside_problems"]

_DATED: Final = frozenset({ItemType.DATE, ItemType.DATETIME})
_PICKED: Final = frozenset({ItemType.REF})


def accord_problems(definition: Definition, item: Item) -> Iterator[Problem]:
    """Yield what does not hold in what an item says it agrees with."""
    for number, accord in enumerate(item.agrees):
        if (accord.not_before is None) == (accord.differs is None):
            yield Problem(item.address, ("agrees", number), Wrong.ACCORD_SHAPE)
            continue
        key, types = ("not_before", _DATED) if accord.differs is None else ("differs", _PICKED)
        asked = [
            (accord.other, types, key),
            *((each, _PICKED, "same") for each in (*accord.same, *accord.same.values())),
        ]
        for address, fitting, word in ((item.address, types, key), *asked):
            found = definition.find(address) if "[" not in address else None
            if found is None:
                gaps = {"address": address, "guess": guessed(address, definition.addresses())}
                yield Problem(item.address, ("agrees", number), Wrong.UNKNOWN_ADDRESS, gaps)
            elif found.type not in fitting:
                known = " or ".join(sorted(each.value for each in fitting))
                gaps = {"operator": word, "address": address, "type": found.type.value, "known": f"a {known}"}
                yield Problem(item.address, ("agrees", number), Wrong.OPERATOR_MISFIT, gaps)
        yield from _rows(item, number, accord)


def beside_problems(definition: Definition, item: Item) -> Iterator[Problem]:
    """Yield what does not hold of the answers that are shown with a question: each is another question's, and no list's."""
    for number, address in enumerate(item.beside):
        found = definition.find(address) if "[" not in address else None
        if found is None:
            gaps = {"address": address, "guess": guessed(address, definition.addresses())}
            yield Problem(item.address, ("beside", number), Wrong.UNKNOWN_ADDRESS, gaps)
        elif not found.is_question or found is item or found.hidden:
            yield Problem(item.address, ("beside", number), Wrong.BESIDE_WHAT, {"address": address})


def _rows(item: Item, number: int, accord: Accord) -> Iterator[Problem]:
    """Yield a problem for each pair of ``same`` that does not stand in the list of the question that it speaks of."""
    for theirs, ours in accord.same.items():
        for address, beside in ((theirs, accord.other), (ours, item.address)):
            if address.rpartition(".")[0] != beside.rpartition(".")[0]:
                gaps = {"address": address, "beside": beside}
                yield Problem(item.address, ("agrees", number), Wrong.ACCORD_PLACE, gaps)
