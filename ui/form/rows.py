"""A repeating group on screen: a table of its rows by column, and the open row beneath it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsb_assess.instrument.schema import ItemType
from ui.form.labels import plain, put_away, quiet
from ui.form.order import follow
from ui.form.row import RowPanel
from ui.form.words import heading_word, said
from ui.language import tr
from ui.widgets.buttons import button, button_row
from ui.widgets.tables import Cell, Row, Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.instrument.schema import Item
    from ui.form.form import Form

__all__ = ["RowsView"]

_LONGEST = 90
FEW = 6
"""So many questions of a row are asked at once where the tier leaves out the others."""


class RowsView(QWidget):
    """The rows of one group. Adding opens the new row; removing can be undone from the notice."""

    def __init__(self, form: Form, path: str) -> None:
        super().__init__()
        self.form, self.path = form, path
        self.item: Item = form.model.item(path)
        self.setObjectName(path)
        self.removed: Callable[[str], None] = lambda _row: None
        self.columns = _columns(self.item, form.model.engine.asks)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(4)
        self.title = plain(said(self.item.label), bold=True)
        self.body.addWidget(self.title)
        for words in (self.item.help, self.item.hint):
            if words is not None:
                self.body.addWidget(quiet(said(words)))
        self.row_name = said(self.item.row_label) or tr("Row")
        self.table: Table | None = None
        self.panel: RowPanel | None = None
        self.empty = quiet("")
        self.empty.hide()
        self.body.addWidget(self.empty)
        self._table_at = self.body.count()
        self.add_button = button(
            tr("Add: {row}", row=self.row_name), self.add, name=f"{tr('Add')}: {said(self.item.label)}"
        )
        self.body.addLayout(button_row(self.add_button))
        put_away(self.add_button, shown=form.model.may_write(path))
        form.model.rows_changed.connect(self._rows_changed)
        form.model.answered.connect(self._answered)
        form.model.things_changed.connect(self._things_changed)
        form.model.shown.connect(self._shown)
        self.show_rows()
        put_away(self, shown=form.model.engine.visible(path))
        form.listed.emit(self)

    # -- the table -------------------------------------------------------------------------------------------

    def show_rows(self) -> None:
        """Show the rows that there are."""
        rows = self.form.model.rows(self.path)
        self.empty.setVisible(not rows)
        needed = self.form.model.engine.mandatory(self.path)
        self.empty.setText(
            tr("Nothing is entered yet. At least one is needed.") if needed else tr("Nothing is entered yet.")
        )
        if rows and self.table is None:
            self._make_table()
        if self.table is None:
            return
        self.table.setVisible(bool(rows))
        if rows:
            self.table.show_rows([Row(row, self._cells(row)) for row in rows])
            self.table.fit_height()

    def _make_table(self) -> None:
        headings = [heading_word(self.form.model.definition, self.item, item) for item in self.columns]
        self.table = Table(said(self.item.label), headings, stretch=_widest(self.columns))
        self.table.opened.connect(self.open_row)
        self.table.clicked.connect(lambda _index: self._clicked())
        self.body.insertWidget(self._table_at, self.table)
        QWidget.setTabOrder(self.table, self.add_button)

    def _clicked(self) -> None:
        if self.table is not None:
            self.open_row(self.table.current_key())

    def _cells(self, row: str) -> tuple[Cell, ...]:
        model = self.form.model
        texts = [model.text_of(item, model.answer(f"{self.path}[{row}].{item.id}")) for item in self.columns]
        if not any(texts):
            texts = [tr("New"), *[""] * (len(self.columns) - 1)]
        return tuple(Cell(_short(text), bold=not at) for at, text in enumerate(texts))

    def _rows_changed(self, path: str) -> None:
        if path != self.path:
            return
        if self.panel is not None and self.panel.row not in self.form.model.rows(self.path):
            self._drop_panel()
        self.show_rows()

    def _answered(self, path: str) -> None:
        if path.startswith(f"{self.path}[") and path.rpartition(".")[2] in {item.id for item in self.columns}:
            self.show_rows()

    def _things_changed(self, kind: str) -> None:
        if any(kind in item.of for item in self.columns):
            self.show_rows()

    def _shown(self, paths: frozenset[str] | None) -> None:
        if paths is None or self.path in paths:
            self.setVisible(self.form.model.engine.visible(self.path))

    # -- one row ---------------------------------------------------------------------------------------------

    def add(self) -> None:
        """Add a row and open it."""
        self.form.model.add_row(self.path, self.open_row)

    def open_row(self, row: str, *, focus: bool = True) -> None:
        """Open a row beneath the table; what the form asks first, else its columns; the rest on demand."""
        if not row:
            return
        if self.panel is None or self.panel.row != row:
            self._drop_panel()
            first = _first(self.item, self.form.model.engine.asks) or self.columns
            self.panel = RowPanel(self.form, self.path, row, first, self.row_name)
            self.panel.closed = self.close_row
            self.panel.remove = self.remove
            self.body.insertWidget(self._table_at + (1 if self.table is not None else 0), self.panel)
            follow(self.table if self.table is not None else self, self.panel)
            self.panel.show()
        if self.table is not None:
            self.table.select(row)
        if focus:
            self.panel.take_focus()

    def close_row(self) -> None:
        """Put the open row away and go back to the table."""
        self._drop_panel()
        if self.table is not None and not self.table.isHidden():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_panel(self) -> None:
        if self.panel is not None:
            self.form.forget(self.panel.path)
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None

    def remove(self, row: str) -> None:
        """Take a row out; what was written in it stays in the history."""
        row_path = f"{self.path}[{row}]"
        self._drop_panel()
        self.form.model.remove_row(row_path, lambda: self.removed(row_path))
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)


def _columns(group: Item, asks: Callable[[str], bool]) -> tuple[Item, ...]:
    """Return the questions that a row is known by: its columns, else its first three, of those that are asked at all."""
    named = tuple(item for name in group.columns if (item := group.child(name)) is not None and asks(item.address))
    return named or tuple(item for item in group.items if item.is_question and asks(item.address))[:3]


def _first(group: Item, asks: Callable[[str], bool]) -> tuple[Item, ...]:
    """Return the questions that an open row asks first: all where a tier asks few, else what the form names.

    The form names them apart from the columns, or not at all.
    """
    asked = tuple(item for item in group.items if asks(item.address))
    if len(asked) <= FEW < len(group.items):
        return asked
    return tuple(item for name in group.first if (item := group.child(name)) is not None and item in asked)


def _widest(columns: tuple[Item, ...]) -> int:
    """Return the column that takes the spare width: the first with free words, else the last."""
    wordy = (at for at, item in enumerate(columns) if item.type in {ItemType.LONGTEXT, ItemType.TEXT})
    return next(wordy, len(columns) - 1)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
