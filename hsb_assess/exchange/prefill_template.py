"""Writes an empty answers file for a form or for one of its tiers: one block a question, with what it takes."""

from __future__ import annotations

import textwrap
from collections import Counter
from typing import TYPE_CHECKING, Final

from hsb_assess.domain.answer import ABSENCE_DETAILS, Absence
from hsb_assess.instrument.conditionwords import condition_words
from hsb_assess.instrument.schema import Demand, ItemType, Stream
from hsb_assess.instrument.tiers import scope_of
from hsb_assess.instrument.vocabulary import OPTIONED, UNANSWERED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hsb_assess.instrument.schema import Code, Definition, Item, Module
    from hsb_assess.instrument.tiers import Scope

__all__ = ["template"]

WIDTH: Final = 110
LONG: Final = 8
"""A list of more codes than this is written once, at the top, where several questions share it."""
LABELS: Final = {
    "person": "p",
    "agency": "ag",
    "evidence": "x",
    "event": "e",
    "contact": "c",
    "child": "k",
    "adult": "a",
    "pair": "g",
    "condition": "o",
    "setting": "s",
    "action": "r",
}
"""How the labels of each kind begin: no two alike, so that a block can be filled as it stands."""
_SHAPES: Final = {
    ItemType.TEXT: "words",
    ItemType.LONGTEXT: "words",
    ItemType.URL: "a web address",
    ItemType.CHOICE: "one code",
    ItemType.BOOLEAN: "yes or no",
    ItemType.MULTICHOICE: "[codes]",
    ItemType.OPEN_CHOICE: "[codes], or {codes: [], other: words}",
    ItemType.SCALE: "0 to 4, or cannot_rate",
    ItemType.NUMBER: "a whole number",
    ItemType.DECIMAL: "a number",
    ItemType.QUANTITY: "{value: a number, unit: a code}",
    ItemType.TIME: "a time such as 14:30",
    ItemType.DATE: "2026-06-04, 2026-06 or 2026; or {date: 2026-06, about: true, end: 2026-08}",
    ItemType.DATETIME: "2026-06-04T16:20, or the day alone",
    ItemType.STATE: "yes, suspected, conflicting or none_found; or {state: none_found, who: , how: , when: }",
}
_ONE_DATE: Final = "2026-06-04, 2026-06 or 2026"
_DEMANDS: Final = {
    Demand.OFFERED: "Evidence can be cited: {value: , evidence: [x1]}",
    Demand.REQUIRED: "Evidence has to be cited: {value: , evidence: [x1]}",
    Demand.AT_EXTREMES: "A 3 or 4, or a 0 on a strength, has to cite evidence: {value: 3, evidence: [x1]}",
}


def template(definition: Definition, tier: str = "") -> str:
    """Return an empty answers file for a form; with ``tier`` only what that tier asks.

    What is left empty is not yet asked, so the file is a valid one from the start. The supervisor's own pages are
    left out: they are answered in the app.
    """
    return "\n".join(_Writing(definition, tier).lines()) + "\n"


class _Writing:
    def __init__(self, definition: Definition, tier: str) -> None:
        self.definition, self.tier = definition, tier
        self.scope: Scope = scope_of(definition, tier)
        uses = Counter(item.options for item in definition.items() if isinstance(item.options, str))
        lists = definition.lists
        self.shared = {name for name, count in uses.items() if count > 1 and name and len(lists[name].codes) > LONG}

    def _asked(self, item: Item | Module, address: str) -> bool:
        del item
        return address not in self.scope.left_out

    def lines(self) -> Iterator[str]:
        definition = self.definition
        yield f"# {definition.title.en}, version {definition.version}{f': {self.tier}' if self.tier else ''}."
        yield "# An empty answers file; docs/answers-file.md describes it. Fill in what is known and leave the rest empty:"
        yield "# what is left empty is not yet asked, never no. Check it with: hsb-assess case check FILE"
        yield "format: 1"
        yield f"instrument: {definition.id}"
        yield f"version: {definition.version}"
        yield "today:  # the day on which it is judged, such as 2026-06-08"
        yield ""
        yield from self._absences()
        yield from self._lists()
        yield "things:"
        yield "# Entered once, named everywhere by their labels: p1, e1 … are labels, choose your own. For more of a kind, copy"
        yield "# its block under another label. this_child and me are people who are always there."
        for kind, groups in self._kinds().items():
            yield from self._thing(kind, groups)
        yield ""
        yield "answers:"
        for module in definition.modules:
            if module.stream is not Stream.REVIEW and self._asked(module, module.id):
                yield from self._module(module)

    def _absences(self) -> Iterator[str]:
        yield "# Where there is no value, say why: {absence: unknown, detail: {asked_of: school}}. The particulars of each:"
        for absence, names in ABSENCE_DETAILS.items():
            if absence is not Absence.NOT_ASKED:
                yield f"#   {absence.value}: {', '.join(names)}"
        yield ""

    def _lists(self) -> Iterator[str]:
        for name in sorted(self.shared):
            yield f"# The list {name}: {self.definition.lists[name].title.en}"
            for code in self.definition.lists[name].codes:
                yield f"#   {code.code}: {code.en}{_alone(code)}"
            yield ""

    # -- things ----------------------------------------------------------------------------------------------

    def _kinds(self) -> dict[str, tuple[Item, ...]]:
        """Return the lists of every kind of thing that this tier asks for, those without a page first."""
        found: dict[str, tuple[Item, ...]] = {}
        things = self.definition.things
        groups = (*(things.items if things is not None else ()), *self.definition.items())
        for group in groups:
            if group.kind is not None and group.type is ItemType.GROUP and self._asked(group, group.address):
                listed = found.get(group.kind, ())
                found[group.kind] = listed if group in listed else (*listed, group)
        return found

    def _thing(self, kind: str, groups: tuple[Item, ...]) -> Iterator[str]:
        yield ""
        yield from self._rule(", ".join(dict.fromkeys(f"{group.label.en} ({group.address})" for group in groups)), "  ")
        yield f"  {kind}:"
        yield f"    {LABELS.get(kind, kind)}1:"
        seen: set[str] = set()
        for group in groups:
            for item in group.items:
                if item.id not in seen:
                    seen.add(item.id)
                    yield from self._question(item, item.id, "      ")

    # -- pages -----------------------------------------------------------------------------------------------

    def _module(self, module: Module) -> Iterator[str]:
        yield ""
        yield from self._rule(f"{module.id} · {module.title.en}", "  ")
        if module.when is not None:
            yield from _comment(f"This page is asked when {condition_words(module.when)}.", "  ")
        for item in module.items:
            yield from self._item(item, item.address, "  ")

    def _item(self, item: Item, name: str, indent: str) -> Iterator[str]:
        """Yield an item under ``name``: its address on a page, its id inside a row or a group."""
        if not self._asked(item, item.address) or item.hidden:
            return
        if item.type is not ItemType.GROUP:
            yield from self._question(item, name, indent)
            return
        if item.kind is not None:
            yield ""
            yield from _comment(f"{item.label.en}: under things, {item.kind}.", indent)
            return
        yield ""
        yield from _comment(f"{item.label.en}{' (a list: copy r1 for more rows)' if item.repeats else ''}", indent)
        if item.when is not None:
            yield from _comment(f"Asked when {condition_words(item.when)}.", indent)
        yield f"{indent}{name}:"
        deeper = indent + "  "
        if item.repeats:
            yield f"{deeper}r1:"
            deeper += "  "
        for part in item.items:
            yield from self._item(part, part.id, deeper)

    def _question(self, item: Item, name: str, indent: str) -> Iterator[str]:
        chosen = self.definition.tiers is not None and item.address == self.definition.tiers.question
        if item.type in UNANSWERED or item.hidden or (item.read_only and not chosen):
            return
        if not self._asked(item, item.address):
            return
        yield ""
        yield from _comment(item.label.en, indent)
        if item.help is not None:
            yield from _comment(item.help.en, indent)
        yield from _comment(f"{self._shape(item)}{self._mark(item)}", indent)
        if isinstance(item.options, str) and item.options in self.shared:
            yield from _comment(f"Codes: those of the list {item.options}, at the top.", indent)
        else:
            yield from self._codes(item, indent)
        if item.when is not None:
            yield from _comment(f"Asked when {condition_words(item.when)}.", indent)
        for accord in item.agrees:
            yield from _comment(f"Not {'before' if accord.not_before else 'the same as'} {accord.other}.", indent)
        if item.beside:
            yield from _comment(f"Comes near to {', '.join(item.beside)}; say here what is not said there.", indent)
        absences = [each.value for each in item.absences if each is not Absence.NOT_ASKED]
        yield from _comment(f"Absences: {', '.join(absences)}" if absences else "No absence but not asked.", indent)
        if item.evidence in _DEMANDS:
            yield from _comment(_DEMANDS[item.evidence], indent)
        yield f"{indent}{name}: {self.tier}" if self.tier and chosen else f"{indent}{name}:"

    def _codes(self, item: Item, indent: str) -> Iterator[str]:
        for code in self.definition.codes(item) if item.type in OPTIONED | {ItemType.QUANTITY} else ():
            value = code.ordinal if item.type is ItemType.SCALE and code.ordinal is not None else code.code
            yield f"{indent}#   {value}: {code.en}{_alone(code) if item.type is ItemType.MULTICHOICE else ''}"

    def _shape(self, item: Item) -> str:
        if item.type is ItemType.REF:
            kinds = " or ".join(item.of)
            return f"{'labels in [ ]' if item.multiple else 'the label'} of {kinds}{_filter(item)}"
        if item.exact:
            return _ONE_DATE
        limit = f", at most {item.max_length} characters" if item.max_length else ""
        return _SHAPES[item.type] + limit

    def _mark(self, item: Item) -> str:
        mandatory = self.scope.marks.get(item.address, item.mandatory)
        if mandatory is True:
            return " · mandatory"
        return "" if mandatory is False else f" · mandatory when {condition_words(mandatory)}"

    def _rule(self, title: str, indent: str) -> Iterator[str]:
        yield f"{indent}# ---- {title} ".ljust(WIDTH, "-")


def _alone(code: Code) -> str:
    return " (alone, without any other)" if code.alone else ""


def _filter(item: Item) -> str:
    wanted = "; ".join(f"{name}: {' or '.join(codes)}" for name, codes in item.filter.items())
    return f" whose {wanted}" if wanted else ""


def _comment(text: str, indent: str) -> Iterator[str]:
    plain = " ".join(text.split())
    for line in textwrap.wrap(plain, WIDTH - len(indent) - 2, break_long_words=False, break_on_hyphens=False):
        yield f"{indent}# {line}"
