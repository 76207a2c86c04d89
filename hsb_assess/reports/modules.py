"""Prints one module of the form as it stands: every question that is asked, in screen order.

Groups that have a shape of their own (the chronology, the protection grid, the support plan) are printed by
the function that is given for their address; everything else follows from the form alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from hsb_assess.instrument.schema import ItemType
from hsb_assess.reports.blocks import Column, Fact, Facts, Heading, Panel, Quote, Table, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from hsb_assess.instrument.schema import Item, Module
    from hsb_assess.record.reading import Row
    from hsb_assess.reports.blocks import Block
    from hsb_assess.reports.source import Source

    Special = Callable[[Source, str], list[Block]]

__all__ = ["module_blocks", "row_facts"]

FURTHER: Final = "Further questions"
_TABLE_FIELDS: Final = 5
_ASIDE: Final = 40
_SHORT: Final = frozenset(
    {ItemType.TEXT, ItemType.CHOICE, ItemType.DATE, ItemType.DATETIME, ItemType.NUMBER, ItemType.REF, ItemType.SCALE}
)


@dataclass
class _Page:
    """Collects blocks; facts that follow one another stand in one list."""

    source: Source
    special: Mapping[str, Special]
    blocks: list[Block] = field(default_factory=list)
    waiting: list[Fact] = field(default_factory=list)
    inside: bool = False

    def flush(self) -> None:
        if self.waiting:
            if self.blocks and not self.inside:
                self.blocks.append(Heading(text=FURTHER, level=3))
            self.blocks.append(Facts(rows=tuple(self.waiting)))
            self.waiting.clear()

    def add(self, blocks: Iterable[Block]) -> None:
        self.flush()
        self.blocks.extend(blocks)

    def walk(self, items: Iterable[Item], above: str) -> None:
        """Take these items in order; ``above`` is the path in which they stand."""
        for item in items:
            path = f"{above}.{item.id}"
            if not self.source.reading.engine.visible(path) or item.type is ItemType.NOTE or item.hidden:
                continue
            if item.address in self.special:
                self.add(self.special[item.address](self.source, path))
            elif item.type is ItemType.GROUP and item.repeats:
                self._repeat(item, path)
            elif item.type is ItemType.GROUP:
                self._group(item, path)
            else:
                self._question(item, path)

    def _repeat(self, item: Item, path: str) -> None:
        """Take a repeating group; one without a row is a line among the questions."""
        if self.source.rows(path):
            self.add(_repeat(self.source, item, path))
        elif any(each.is_question and _ever_shown(self.source, each) for each in item.items):
            said = Value(text=_nothing(self.source, item, path), absence=True)
            self.waiting.append(Fact(label=item.label.en, value=said))

    def _group(self, item: Item, path: str) -> None:
        self.add([Heading(text=item.label.en, level=3)])
        self.inside = True
        self.walk(item.items, path)
        self.flush()
        self.inside = False

    def _question(self, item: Item, path: str) -> None:
        if not self.source.shows(path) or self.source.is_open_option(path):
            return
        if item.verbatim and item.type is ItemType.LONGTEXT:
            self._quoted(item, path)
            return
        fact = self.source.fact(path)
        if fact is not None:
            self.waiting.append(fact)

    def _quoted(self, item: Item, path: str) -> None:
        value = self.source.value(path)
        if value is None:
            return
        if value.absence:
            self.waiting.append(Fact(label=item.label.en, value=value))
        else:
            self.add([Heading(text=item.label.en, level=3), Quote(words=value.text, source=value.note)])


def module_blocks(source: Source, module: Module, special: Mapping[str, Special]) -> list[Block]:
    """Return a module's heading and all that this audience sees of its answers."""
    page = _Page(source, special)
    page.walk(module.items, module.id)
    page.flush()
    return [Heading(text=module.title.en), *page.blocks] if page.blocks else []


def row_facts(source: Source, group: Item, row: Row, *, skip: frozenset[str] = frozenset()) -> tuple[Fact, ...]:
    """Return the questions of one row; optional ones that nobody asked stand in the appendix."""
    facts: list[Fact] = []
    for item in group.items:
        path = row.at(item.id)
        if item.id in skip or not item.is_question or not source.shows(path) or source.is_open_option(path):
            continue
        fact = source.fact(path)
        if fact is not None:
            facts.append(fact)
    return tuple(facts)


def _repeat(source: Source, group: Item, path: str) -> list[Block]:
    """Return a repeating group as a table where its rows are short, else as one panel for each row."""
    fields = [item for item in group.items if item.is_question and _ever_shown(source, item)]
    if not fields:
        return []
    rows = source.rows(path)
    heading = Heading(text=group.label.en, level=2)
    if len(fields) <= _TABLE_FIELDS and all(item.type in _SHORT for item in fields):
        return [heading, _as_table(source, fields, rows)]
    found: list[Block] = [heading]
    name = group.row_label.en if group.row_label is not None else group.label.en
    for number, row in enumerate(rows, start=1):
        title, aside, skip = _title(source, group, row, f"{name} {number} of {len(rows)}")
        facts = row_facts(source, group, row, skip=skip)
        if facts:
            found.append(Panel(title=title, aside=aside, rows=facts))
        for nested in group.items:
            if nested.type is ItemType.GROUP and source.reading.engine.visible(row.at(nested.id)):
                found.extend(_nested(source, nested, row.at(nested.id), f"{name} {number}"))
    return found


def _title(source: Source, group: Item, row: Row, place: str) -> tuple[str, str, frozenset[str]]:
    """Return a panel's title, what stands beside it, and the question that the title has answered already."""
    item = group.child(group.columns[0]) if group.columns else None
    words = source.text(row.at(item.id)) if item is not None else ""
    if item is None or not words:
        return place, "", frozenset()
    cites = source.cell(row.at(item.id)).cites
    if item.type in {ItemType.REF, ItemType.CHOICE} and not cites:
        return words, place, frozenset({item.id})
    return place, words if len(words) <= _ASIDE else "", frozenset()


def _nested(source: Source, group: Item, path: str, above: str) -> list[Block]:
    rows = source.rows(path) if group.repeats else ()
    name = group.row_label.en if group.row_label is not None else group.label.en
    return [
        Panel(title=f"{above}: {name} {number} of {len(rows)}", rows=facts)
        for number, row in enumerate(rows, start=1)
        if (facts := row_facts(source, group, row))
    ]


def _nothing(source: Source, group: Item, path: str) -> str:
    """Say that a group has no row, never that there is none."""
    if group.mandatory is not False and path in source.reading.engine.mandatory_open():
        return "Not yet asked: nothing is entered here."
    return "Nothing is entered here. An empty list does not mean that there is none."


def _ever_shown(source: Source, item: Item) -> bool:
    from hsb_assess.reports.redaction import Treatment, treatment

    return treatment(source.audience, item) in {Treatment.INCLUDE, Treatment.SUMMARISE, Treatment.AGREED}


def _as_table(source: Source, fields: list[Item], rows: Iterable[Row]) -> Table:
    return Table(
        columns=tuple(Column(title=item.label.en, weight=2 if item.type is ItemType.TEXT else 1.2) for item in fields),
        rows=tuple(tuple(source.cell(row.at(item.id)) for item in fields) for row in rows),
    )
