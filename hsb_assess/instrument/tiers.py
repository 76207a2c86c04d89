"""What a tier asks: which places of a form it leaves out, and which marks it changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hsb_assess.instrument.paths import module_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hsb_assess.domain.answer import Answer
    from hsb_assess.instrument.engine import Engine
    from hsb_assess.instrument.schema import Definition, Line, Tier

__all__ = ["EVERYTHING", "Scope", "is_asked", "open_lines", "scope_of", "scopes_of", "tier_named"]


@dataclass(frozen=True)
class Scope:
    """What holds in one tier: the addresses that it does not ask, and where it makes something mandatory or optional.

    ``tier`` is empty where a form has no tiers or none is chosen; then everything is asked as the form says.
    """

    tier: str = ""
    left_out: frozenset[str] = frozenset()
    marks: Mapping[str, bool] = field(default_factory=dict)


EVERYTHING = Scope()


def _around(address: str) -> Iterator[str]:
    """Yield an address and what stands around it, the nearest first."""
    while address:
        yield address
        address = address.rpartition(".")[0]


def _nearest(address: str, one: frozenset[str], other: frozenset[str]) -> bool | None:
    """Say which of two sets names the nearest place around an address: the first, the other, or neither."""
    for place in _around(address):
        if place in one:
            return True
        if place in other:
            return False
    return None


def _named(tier: Tier) -> frozenset[str]:
    return frozenset((*tier.asks, *(address for line in tier.lines for address in line.asks)))


def _asked_by(definition: Definition, tier: Tier) -> frozenset[str]:
    """Return the addresses of everything that one tier asks of itself, what holds it included."""
    named, out = _named(tier), frozenset(tier.leaves_out)
    asked: set[str] = set()
    for item in definition.items():
        said = _nearest(item.address, named, out)
        if said is True or (said is None and not named):
            asked.update(_around(item.address))
    return frozenset(asked)


def _chain(definition: Definition, tier: Tier) -> tuple[Tier, ...]:
    """Return a tier and those that it carries, nearest first; a circle ends where it closes."""
    found = [tier]
    while definition.tiers is not None and found[-1].carries is not None:
        carried = definition.tiers.tier(found[-1].carries)
        if carried is None or carried in found:
            break
        found.append(carried)
    return tuple(found)


def scope_of(definition: Definition, tier_id: str) -> Scope:
    """Return what one tier asks; everything where the form has no such tier."""
    tier = definition.tiers.tier(tier_id) if definition.tiers is not None else None
    if definition.tiers is None or tier is None:
        return EVERYTHING
    own = _asked_by(definition, tier)
    kept = {around for address in (definition.tiers.question, *definition.tiers.always) for around in _around(address)}
    carried = frozenset().union(*(_asked_by(definition, each) for each in _chain(definition, tier)[1:]))
    things = definition.things.id if definition.things is not None else ""
    seen = frozenset((*own, *kept, *carried))
    places = (*(module.id for module in definition.all_modules()), *definition.addresses())
    left_out = frozenset(place for place in places if place not in seen and module_of(place) != things)
    marks: dict[str, bool] = {}
    for item in definition.items():
        if item.address in tier.mandatory:
            marks[item.address] = True
        elif item.address in carried - own or any(place in tier.optional for place in _around(item.address)):
            marks[item.address] = False
    return Scope(tier.id, left_out, marks)


def scopes_of(definition: Definition) -> dict[str, Scope]:
    """Return what each tier of a form asks, by its id."""
    return {tier.id: scope_of(definition, tier.id) for tier in (definition.tiers.tiers if definition.tiers else ())}


def tier_named(definition: Definition, answers: Mapping[str, Answer]) -> str:
    """Return the tier that some answers choose; empty where the form has none or none is chosen."""
    if definition.tiers is None or definition.tiers.question not in answers:
        return ""
    chosen = answers[definition.tiers.question].value
    return chosen if isinstance(chosen, str) and definition.tiers.tier(chosen) is not None else ""


def is_asked(definition: Definition, tier_id: str, address: str) -> bool:
    """Say whether a tier asks a module, a group or a question at all, whatever skip logic says of it."""
    return address not in scope_of(definition, tier_id).left_out


def open_lines(engine: Engine, tier: Tier) -> tuple[Line, ...]:
    """Return the numbered answers of a tier that are not given: nothing is shown for one, or something of it is open."""
    by_address: dict[str, list[str]] = {}
    for module in engine.definition.modules:
        for path in engine.paths(module.id):
            item = engine.definition.item(path)
            if item.is_question:
                by_address.setdefault(item.address, []).append(path)
    found = []
    for line in tier.lines:
        paths = [path for address in line.asks for path in by_address.get(address, ())]
        needed = [path for path in paths if engine.mandatory(path)] or paths
        if not needed or not all(engine.answer(path).is_given() for path in needed):
            found.append(line)
    return tuple(found)
