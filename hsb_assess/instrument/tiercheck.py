"""Checks what the tiers of a form mean: their question, their codes, and every address that they name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.instrument.faults import Wrong
from hsb_assess.instrument.problem import Problem, Trail, guessed, listed
from hsb_assess.instrument.schema import Definition, ItemType, Tier, Tiers
from hsb_assess.instrument.tiers import scope_of
from hsb_assess.instrument.values import value_faults

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["TIERS", "tier_problems"]

TIERS: Final = "tiers"
"""Where the problems of the tiers stand, in place of an address."""


class _Checker:
    def __init__(self, definition: Definition, tiers: Tiers) -> None:
        self.definition = definition
        self.tiers = tiers
        self.modules = {module.id for module in definition.modules}
        self.known = (*sorted(self.modules), *definition.addresses())

    def everything(self) -> Iterator[Problem]:
        yield from self.question()
        yield from self.names(self.tiers.always, ("always",))
        yield from self.names(self.tiers.filled, ("filled",))
        ids = [tier.id for tier in self.tiers.tiers]
        for number, tier in enumerate(self.tiers.tiers):
            trail: Trail = ("tiers", number)
            if tier.carries is not None and (tier.carries not in ids or tier.carries == tier.id):
                gaps = {"id": tier.carries, "known": listed([each for each in ids if each != tier.id])}
                yield Problem(TIERS, (*trail, "carries"), Wrong.TIER_UNKNOWN, gaps)
            for place, line in enumerate(tier.lines):
                yield from self.names(line.asks, (*trail, "lines", place, "asks"))
            for key, names in (("asks", tier.asks), ("leaves_out", tier.leaves_out), ("optional", tier.optional)):
                yield from self.names(names, (*trail, key))
            yield from self.marks(tier, (*trail, "mandatory"))
            yield from self.fills(tier, (*trail, "fills"))
            for group in tier.typical:
                item = self.definition.find(group) if "[" not in group else None
                if item is None or not item.repeats:
                    gaps = {"address": group, "guess": guessed(group, self.known)}
                    yield Problem(TIERS, (*trail, "typical", group), Wrong.UNKNOWN_ADDRESS, gaps)

    def question(self) -> Iterator[Problem]:
        item = self.definition.find(self.tiers.question)
        if item is None:
            gaps = {"address": self.tiers.question, "guess": guessed(self.tiers.question, self.known)}
            yield Problem(TIERS, ("question",), Wrong.UNKNOWN_ADDRESS, gaps)
            return
        above = self.definition.find(item.address.rpartition(".")[0])
        if item.type is not ItemType.CHOICE or above is not None:
            yield Problem(TIERS, ("question",), Wrong.TIER_QUESTION, {"address": item.address})
            return
        codes = [code.code for code in self.definition.codes(item)]
        ids = [tier.id for tier in self.tiers.tiers]
        for number, name in enumerate(ids):
            if name not in codes:
                gaps = {"id": name, "address": item.address, "known": listed(codes)}
                yield Problem(TIERS, ("tiers", number, "id"), Wrong.TIER_CODE, gaps)
        for code in codes:
            if code not in ids:
                yield Problem(TIERS, ("tiers",), Wrong.TIER_UNKNOWN, {"id": code, "known": listed(ids)})

    def names(self, names: tuple[str, ...], trail: Trail) -> Iterator[Problem]:
        for number, name in enumerate(names):
            if name not in self.modules and ("[" in name or self.definition.find(name) is None):
                gaps = {"address": name, "guess": guessed(name, self.known)}
                yield Problem(TIERS, (*trail, number), Wrong.UNKNOWN_ADDRESS, gaps)

    def marks(self, tier: Tier, trail: Trail) -> Iterator[Problem]:
        yield from self.names(tier.mandatory, trail)
        left_out = scope_of(self.definition, tier.id).left_out
        for number, name in enumerate(tier.mandatory):
            item = self.definition.find(name) if "[" not in name else None
            fillable = item is not None and (item.is_question or item.repeats)
            if (item is not None or name in self.modules) and (not fillable or name in left_out):
                yield Problem(TIERS, (*trail, number), Wrong.TIER_MARK, {"address": name, "id": tier.id})

    def fills(self, tier: Tier, trail: Trail) -> Iterator[Problem]:
        """Yield a problem for each answer that the program cannot give: no question that this tier asks, or no value of it."""
        left_out = scope_of(self.definition, tier.id).left_out
        for address, value in tier.fills.items():
            item = self.definition.find(address) if "[" not in address else None
            if item is None:
                gaps = {"address": address, "guess": guessed(address, self.known)}
                yield Problem(TIERS, (*trail, address), Wrong.UNKNOWN_ADDRESS, gaps)
            elif not item.is_question or address in left_out:
                yield Problem(TIERS, (*trail, address), Wrong.TIER_MARK, {"address": address, "id": tier.id})
            else:
                for fault in value_faults(self.definition, item, value):
                    yield Problem(TIERS, (*trail, address), Wrong.INITIAL_MISFIT, {"reason": fault.message})


def tier_problems(definition: Definition) -> Iterator[Problem]:
    """Yield everything about the tiers of a form that does not hold; nothing where it has none."""
    if definition.tiers is not None:
        yield from _Checker(definition, definition.tiers).everything()
