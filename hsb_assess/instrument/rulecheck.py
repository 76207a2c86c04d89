"""Checks what rule texts name of their form: its questions, its tiers, and the cases that they tell apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.instrument.faults import Fault, Wrong
from hsb_assess.instrument.problem import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hsb_assess.instrument.nodes import Node
    from hsb_assess.instrument.schema import Definition

__all__ = ["rule_faults"]


def _is_known(definition: Definition, place: str) -> bool:
    """Say whether rule texts may name a place: a page, an address, or a field of a kind of thing."""
    kind, _, name = place.partition(".")
    group = definition.group_for_kind(kind)
    field_of_thing = group is not None and group.child(name) is not None
    return field_of_thing or definition.find(place) is not None or place in {each.id for each in definition.modules}


def _entry(rule: Node, key: str) -> Node | None:
    return (rule.entries or {}).get(key)


def _questions(rule: Node, file: str, definition: Definition) -> Iterator[Fault]:
    named = _entry(rule, "questions")
    for part in (named.parts or []) if named is not None else []:
        if not _is_known(definition, part.text):
            yield Fault.of(Wrong.UNKNOWN_ADDRESS, file, part.line, address=part.text, guess="")


def _tiers(rule: Node, file: str, definition: Definition) -> Iterator[Fault]:
    named, variants = _entry(rule, "tiers"), _entry(rule, "variants")
    if named is None or definition.tiers is None:
        return
    ids = [tier.id for tier in definition.tiers.tiers]
    cases = list((variants.entries or {}) if variants is not None else {})
    for tier, weight in (named.entries or {}).items():
        if tier not in ids:
            yield Fault.of(Wrong.TIER_UNKNOWN, file, named.key_lines[tier], id=tier, known=listed(ids))
        for case in weight.entries or {}:
            if case not in cases:
                line = weight.key_lines[case]
                yield Fault.of(
                    Wrong.UNKNOWN_WORD, file, line, word=case, key="tiers", known=listed(cases) or "no variant"
                )


def _severities(rule: Node, file: str) -> Iterator[Fault]:
    """Yield a fault for each case whose severity is none of the rule's."""
    own, variants = _entry(rule, "severity"), _entry(rule, "variants")
    allowed = [part.text for part in own.parts or [own]] if own is not None else []
    for case in ((variants.entries or {}) if variants is not None else {}).values():
        said = _entry(case, "severity")
        if said is not None and said.text not in allowed:
            yield Fault.of(Wrong.UNKNOWN_WORD, file, said.line, word=said.text, key="severity", known=listed(allowed))


def rule_faults(node: Node, file: str, definition: Definition) -> list[Fault]:
    """Return what rule texts name and the form does not have."""
    rules = _entry(node, "rules")
    listed_rules = (rules.parts or []) if rules is not None else []
    return [
        fault
        for rule in listed_rules
        for fault in (*_questions(rule, file, definition), *_tiers(rule, file, definition), *_severities(rule, file))
    ]
