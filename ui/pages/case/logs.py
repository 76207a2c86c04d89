"""Lists of a case's things by day: contacts, agencies, conditions, each line leading to its entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsb_assess.record.visits import went_too
from ui.form.words import heading_word, said
from ui.language import tr
from ui.widgets.buttons import button, button_row
from ui.widgets.tables import Cell, Row, Table
from ui.widgets.text import Caption, Heading

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.instrument.schema import Item
    from hsb_assess.record.reading import Thing
    from ui.form.model import FormModel

__all__ = ["ThingLog"]

_LONGEST = 120


class ThingLog(QWidget):
    """Things of one kind by day. Opening a line goes to where it is entered."""

    def __init__(self, model: FormModel, group: Item, title: str, empty: str, go: Callable[[str], object]) -> None:
        super().__init__()
        self.model, self.group = model, group
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(Heading(title, 2))
        kind = group.kind or ""
        things = sorted(model.things_of(kind), key=_day)
        columns = [item for name in group.columns if (item := group.child(name)) is not None]
        self.table: Table | None = None
        if things and columns:
            headings = [heading_word(model.definition, group, item) for item in columns]
            self.table = Table(title, headings, stretch=len(headings) - 1)
            self.table.show_rows([Row(thing.id, self._cells(thing, columns)) for thing in things])
            self.table.fit_height(8)
            self.table.opened.connect(lambda thing: go(f"{group.address}[{thing}]"))
            body.addWidget(self.table)
        else:
            body.addWidget(Caption(empty))
        name = tr("Add to: {title}", title=title)
        body.addLayout(
            button_row(button(tr("Go to {section}", section=self._section()), lambda: go(group.address), name=name))
        )

    def _section(self) -> str:
        return said(self.model.definition.module(self.group.address).title)

    def _cells(self, thing: Thing, columns: list[Item]) -> tuple[Cell, ...]:
        texts = [self._text(thing, item) for item in columns]
        return tuple(Cell(text[:_LONGEST], bold=not at) for at, text in enumerate(texts))

    def _text(self, thing: Thing, item: Item) -> str:
        """Return a field in words; of a visit, everybody who went."""
        words = self.model.text_of(item, thing.answer(item.id))
        too = went_too(thing) if (thing.kind, item.id) == ("contact", "by") else ()
        return ", ".join(filter(None, (words, *(self.model.thing_text(each) for each in too))))


def _day(thing: Thing) -> tuple[str, str]:
    when = thing.day("when") or thing.day("from")
    return ("9999-12-31" if when is None else when.earliest().isoformat(), thing.id)
