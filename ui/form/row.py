"""One open row of a repeating group: the questions of its columns first, the others when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.form.flow import buttons_in_a_row
from ui.form.labels import plain, put_away
from ui.form.order import follow
from ui.language import tr
from ui.widgets.buttons import button
from ui.widgets.cards import Card

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hsb_assess.instrument.schema import Item
    from ui.form.form import Form

__all__ = ["RowPanel"]


class RowPanel(Card):
    """Shows one row. ``closed`` and ``remove`` are told what is wanted."""

    def __init__(self, form: Form, group_path: str, row: str, columns: tuple[Item, ...], name: str) -> None:
        super().__init__(margin=16)
        from ui.form.items import ItemList

        self.form, self.row, self.path = form, row, f"{group_path}[{row}]"
        self.closed: Callable[[], None] = lambda: None
        self.remove: Callable[[str], None] = lambda _row: None
        group = form.model.item(group_path)
        rows = form.model.rows(group_path)
        at = rows.index(row) + 1 if row in rows else len(rows)
        title = tr("{name} {at} of {count}", name=name, at=at, count=len(rows))
        self.setAccessibleName(title)
        self.body.addWidget(plain(title, bold=True))
        first = tuple(item for item in group.items if item in columns)
        asks = form.model.engine.asks
        self.rest = tuple(item for item in group.items if item not in first and asks(item.address))
        self.first = ItemList(form, self.path, first, level=3)
        self.body.addWidget(self.first)
        self.more: QWidget | None = None
        self._more_at = self.body.count()
        self.more_button = button(self._more_words(), self.open_more)
        put_away(self.more_button, shown=bool(self.rest))
        self.remove_button = button(tr("Remove"), self._remove, kind="quiet", name=tr("Remove {title}", title=title))
        put_away(self.remove_button, shown=form.model.may_write(self.path))
        self.body.addWidget(
            buttons_in_a_row(
                self.more_button,
                button(tr("Close"), self._close, kind="quiet", name=tr("Close {title}", title=title)),
                self.remove_button,
            )
        )

    def _more_words(self) -> str:
        engine = self.form.model.engine
        needed = sum(1 for item in self.rest if engine.mandatory(f"{self.path}.{item.id}"))
        count = sum(1 for item in self.rest if item.is_question and engine.visible(f"{self.path}.{item.id}"))
        return tr("More questions: {count} ({needed} needed)", count=count, needed=needed)

    def open_more(self) -> None:
        """Show the other questions."""
        from ui.form.items import ItemList

        if self.more is None:
            made = ItemList(self.form, self.path, self.rest, level=3)
            self.more = made
            self.body.insertWidget(self._more_at, made)
            follow(self.first, made)
            made.show()
            made.take_focus()
        self.more_button.hide()

    def reveal(self, path: str) -> None:
        """Open what ``path`` stands in."""
        named = path[len(self.path) + 1 :]
        field = named.partition(".")[0].partition("[")[0]
        if any(item.id == field for item in self.rest):
            self.open_more()

    def lists(self) -> tuple[QWidget, ...]:
        """Return the lists of questions that are built."""
        return (self.first,) if self.more is None else (self.first, self.more)

    def take_focus(self) -> None:
        """Give the keyboard to the first question."""
        self.first.take_focus()

    def _close(self) -> None:
        self.closed()

    def _remove(self) -> None:
        self.remove(self.row)
