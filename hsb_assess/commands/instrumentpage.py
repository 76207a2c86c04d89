"""The page ``docs/instrument.md``: every module and question with its wording, what it takes, when and in which tiers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.datafiles import data_dir
from hsb_assess.domain.answer import Absence
from hsb_assess.instrument.budget import budgets
from hsb_assess.instrument.conditionwords import condition_words
from hsb_assess.instrument.loading import load_yaml
from hsb_assess.instrument.schema import ItemType
from hsb_assess.instrument.tiers import scopes_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hsb_assess.instrument.schema import Definition, Item, Module
    from hsb_assess.instrument.tiers import Scope

__all__ = ["instrument_page"]

HEAD: Final = """# The instrument

Written from `forms/holistic/` and `forms/lists/` by `make docs`; do not edit it here. An [answers file](answers-file.md) uses these paths and codes.

*Mandatory*: `*` always, `?` on a condition that is given beside it. *Tiers*: F first day, S short, U full, O ordinary for age; a letter in
brackets is asked there and not mandatory. *No value*: which absences a question offers besides *not yet asked*: U unknown after enquiry, D declined,
S not safe to ask yet, L led by another agency, N not applicable. *Evidence*: whether an item can be cited (offered), has to be (required), or has to be for a rating of
3 or 4, or of 0 on a strength (at extremes). *Class*: the data class by which each document includes or leaves it out.
"""
LETTERS: Final = {"first_day": "F", "short": "S", "full": "U", "ordinary": "O"}
ABSENCES: Final = {
    Absence.UNKNOWN: "U",
    Absence.DECLINED: "D",
    Absence.NOT_SAFE: "S",
    Absence.LED_BY_OTHER: "L",
    Absence.NOT_APPLICABLE: "N",
}
COLUMNS: Final = ("Question", "Wording", "Type", "Mandatory", "Tiers", "No value", "Evidence", "Class")


def instrument_page() -> str:
    """Return the page as the data has it now."""
    return "\n".join(_Page(load_yaml(data_dir("forms") / "holistic")).lines())


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


class _Page:
    def __init__(self, definition: Definition) -> None:
        self.definition = definition
        self.scopes: Mapping[str, Scope] = scopes_of(definition)

    def lines(self) -> Iterator[str]:
        definition = self.definition
        yield HEAD
        yield f"**{definition.title.en}**, version {definition.version}."
        yield ""
        yield from self._overview()
        yield from self._tiers()
        for module in definition.all_modules():
            yield from self._module(module)
        yield from self._lists()

    def _overview(self) -> Iterator[str]:
        yield "| Module | Title | Balance side | Questions |"
        yield "| --- | --- | --- | --- |"
        for module in self.definition.all_modules():
            count = sum(item.is_question for item in self.definition.items(module.id))
            yield f"| [{module.id}](#{_anchor(module)}) | {_cell(module.title.en)} | {module.side.value} | {count} |"
        yield ""

    def _tiers(self) -> Iterator[str]:
        yield "## Tiers"
        yield ""
        yield "| Tier | For | Entries in a typical case | At most |"
        yield "| --- | --- | --- | --- |"
        tiers = self.definition.tiers.tiers if self.definition.tiers is not None else ()
        for tier, budget in zip(tiers, budgets(self.definition), strict=True):
            yield f"| `{tier.id}` | {_cell(tier.sentence.en)} | {budget.entries} | {budget.most} |"
        yield ""

    def _module(self, module: Module) -> Iterator[str]:
        yield f"## {module.id} {module.title.en}"
        yield ""
        if module.intro is not None:
            yield _cell(module.intro.en)
            yield ""
        if module.when is not None:
            yield f"This page is asked when {condition_words(module.when)}."
            yield ""
        yield f"| {' | '.join(COLUMNS)} |"
        yield f"| {' | '.join('---' for _ in COLUMNS)} |"
        for item in self.definition.items(module.id):
            yield self._row(item)
        yield ""

    def _row(self, item: Item) -> str:
        cells = (
            f"`{item.address}`",
            self._wording(item),
            self._type(item),
            self._mandatory(item),
            self._asked(item),
            "".join(ABSENCES[each] for each in item.absences if each in ABSENCES) if item.is_question else "",
            "" if item.evidence.value == "none" else item.evidence.value.replace("_", " "),
            item.data_class.value.replace("_", " ") if item.is_question else "",
        )
        return f"| {' | '.join(_cell(cell) for cell in cells)} |"

    def _wording(self, item: Item) -> str:
        words = f"**{item.label.en}**" if item.type is ItemType.GROUP else item.label.en
        if item.help is not None:
            words += f" *{item.help.en}*"
        if item.when is not None:
            words += f" Asked when {condition_words(item.when)}."
        return words

    def _type(self, item: Item) -> str:
        if item.type is ItemType.GROUP:
            return f"list of {item.kind}" if item.kind else "list" if item.repeats else "group"
        if item.type is ItemType.REF:
            return f"{item.type.value}: {', '.join(item.of)}{', several' if item.multiple else ''}"
        if isinstance(item.options, str) and item.options:
            return f"{item.type.value}: [{item.options}](#list-{item.options.replace('_', '-')})"
        return item.type.value

    def _mandatory(self, item: Item) -> str:
        if isinstance(item.mandatory, bool):
            return "*" if item.mandatory else ""
        return f"? {condition_words(item.mandatory)}"

    def _asked(self, item: Item) -> str:
        letters = []
        for tier, scope in self.scopes.items():
            if item.address in scope.left_out:
                continue
            must = scope.marks.get(item.address, item.mandatory)
            letters.append(LETTERS[tier] if must is not False or not item.is_question else f"({LETTERS[tier]})")
        return " ".join(letters)

    def _lists(self) -> Iterator[str]:
        yield "## Code lists"
        yield ""
        rated = {item.options for item in self.definition.items() if item.type is ItemType.SCALE}
        for name, listed in sorted(self.definition.lists.items()):
            yield f"### list {name}"
            yield ""
            codes = "; ".join(
                f"`{code.ordinal if name in rated else code.code}` {_cell(code.en)}{' (alone)' if code.alone else ''}"
                for code in listed.codes
            )
            yield f"{_cell(listed.title.en)}: {codes}."
            yield ""


def _anchor(module: Module) -> str:
    """Return the anchor that a Markdown reader makes of a module's heading."""
    heading = f"{module.id} {module.title.en}".lower()
    return "".join(letter for letter in heading if letter.isalnum() or letter in " -").replace(" ", "-")
