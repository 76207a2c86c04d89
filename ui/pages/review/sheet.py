"""A section of the form as a sheet to be read: each question, its answer in words, what it rests on, who and when."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hsb_assess.instrument.schema import Demand, ItemType
from ui.form.words import said
from ui.language import tr
from ui.pages.review.lines import Content, RowView, Said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from hsb_assess.instrument.schema import Item
    from ui.pages.review.room import Room

__all__ = ["sheet_part"]


def sheet_part(room: Room, module_id: str) -> QWidget:
    """Return everything that one section asks and what was answered, made from the form alone."""
    return _Sheet(room, module_id).content


class _Sheet:
    """Who recorded most of a section, and when, is said once at its head; a line says it where it differs."""

    def __init__(self, room: Room, module_id: str) -> None:
        self.room, self.content = room, Content(room)
        self.reading, self.teller = room.review.reading, room.teller
        module = self.reading.definition.module(module_id)
        if module.intro is not None:
            self.content.quiet(said(module.intro))
        recorded = Counter(self._recorded(path) for path in self.reading.engine.paths(module_id))
        recorded.pop("", None)
        self.usual = recorded.most_common(1)[0][0] if recorded else ""
        if self.usual:
            self.content.quiet(tr("Recorded by {who}, unless a line says otherwise.", who=self.usual))
        self._items(module.id, module.items)

    def _recorded(self, path: str) -> str:
        known = self.reading.recorded(path)
        if known is None:
            return ""
        return tr("{who}, {day}", who=self.teller.name(known.author), day=self.teller.day(known.recorded[:10]))

    def _items(self, above: str, items: Sequence[Item]) -> None:
        lines, unasked = self._lines(above, items)
        for each in lines:
            if isinstance(each, Said):
                self.content.lines([each])
            else:
                self._group(f"{above}.{each.id}", each)
        self._say_unasked(unasked)

    def _lines(self, above: str, items: Sequence[Item]) -> tuple[list[Said | Item], list[str]]:
        """Return what to show of ``items`` in their order (groups as they are), and what was not asked."""
        shown: list[Said | Item] = []
        unasked: list[str] = []
        engine = self.reading.engine
        for item in items:
            path = f"{above}.{item.id}"
            if item.type is ItemType.NOTE or not engine.visible(path):
                continue
            if item.type is ItemType.GROUP:
                shown.append(item)
            elif self.reading.answer(path).is_asked() or engine.mandatory(path):
                shown.append(self._line(path, item))
            else:
                unasked.append(said(item.label))
        return shown, unasked

    def _say_unasked(self, unasked: Sequence[str]) -> None:
        if unasked:
            self.content.quiet(tr("Optional and not asked: {questions}", questions=" ".join(unasked)))

    def _line(self, path: str, item: Item) -> Said:
        answer = self.reading.answer(path)
        notes = [*self.teller.evidence(path)]
        if not notes and item.evidence is Demand.REQUIRED and answer.value is not None:
            notes.append(tr("No evidence is cited."))
        recorded = self._recorded(path)
        if recorded not in {"", self.usual}:
            notes.append(tr("Recorded by {who}", who=recorded))
        if path in self.room.taken:
            notes.append(
                tr("Taken over from {day}, not asked again.", day=self.teller.day(self.room.taken[path].asked))
            )
        if not answer.is_asked():
            return Said(path, said(item.label), "", tuple(notes), state=tr("Not yet asked"), tone="warning")
        own = (item.verbatim or item.child_voice) and answer.absence is None
        return Said(path, said(item.label), self.teller.words(path), tuple(notes), quote=own)

    def _group(self, path: str, group: Item) -> None:
        self.content.heading(said(group.label))
        if not group.repeats:
            self._items(path, group.items)
            return
        rows = self.reading.rows(path)
        if not rows:
            self.content.say(tr("Nothing is entered."))
        for at, row in enumerate(rows, 1):
            name = said(group.row_label) or tr("Row")
            known = self.teller.row(f"{row.path}.{group.items[0].id}")
            lines, unasked = self._lines(row.path, group.items)
            told = [each for each in lines if isinstance(each, Said)]
            self.content.add(RowView(self.room, f"{name} {at}: {known}" if known else f"{name} {at}", told))
            for inner in lines:
                if not isinstance(inner, Said):
                    self._group(f"{row.path}.{inner.id}", inner)
            self._say_unasked(unasked)
