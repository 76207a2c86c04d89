"""Questions of a form on screen, one under the other: those of one module, or any lists of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.form.items import ItemList
from ui.form.labels import plain
from ui.form.rows import RowsView
from ui.form.words import said
from ui.widgets.cards import Column
from ui.widgets.text import Heading

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hsb_assess.instrument.schema import Item, Module
    from ui.form.form import Form

__all__ = ["QuestionsView", "SectionView"]


class QuestionsView(Column):
    """A scrolling column with lists of questions that bring each other into sight."""

    def __init__(self, form: Form, name: str, title: str, *, gradually: bool = False) -> None:
        """Make an empty column; its lists are built ``gradually`` or at once."""
        super().__init__(width=760)
        self._gradually = gradually
        self.form = form
        self.lists: list[ItemList] = []
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.body.setSpacing(20)
        self.title = Heading(title)
        self.body.addWidget(self.title)

    def add_list(self, path: str, items: tuple[Item, ...]) -> ItemList:
        """Put a list of questions under ``path`` at the end."""
        made = ItemList(self.form, path, items, gradually=self._gradually)
        self.lists.append(made)
        self.body.addWidget(made)
        return made

    def show_question(self, path: str, cursor: int | None = None) -> bool:
        """Bring a question, a group or a row into sight and give it the keyboard; ``False`` where it is not shown."""
        for each in self.lists:
            if path.startswith(f"{each.path}."):
                each.reveal(path)
        field = self.form.fields.get(path)
        if field is not None and not field.isHidden():
            field.take_focus(cursor)
            self._reveal(None, field)
            return True
        part = self.findChild(ItemList, path) or self._part(path)
        if part is None or part.isHidden():
            return False
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reveal(None, part)
        return True

    def _part(self, path: str) -> QWidget | None:
        above, _, name = path.rpartition(".")
        found = (each.parts.get(name) for each in self.lists if each.path == above or len(self.lists) == 1)
        # A list inside a row stands in the row that is open; one that was put away a moment ago may still be there, hidden.
        inside = (rows for rows in self.findChildren(RowsView, path) if rows.isVisibleTo(self))
        return next((part for part in (*found, *inside) if part is not None), None)

    def settle(self) -> None:
        """Give its place to what was built a moment ago, from the innermost lists outwards."""
        for inside in (*self.lists, self.column):
            if (own := inside.layout()) is not None:
                own.activate()
            inside.updateGeometry()
        super().settle()

    def take_focus(self) -> None:
        """Give the keyboard to the first question."""
        if self.lists:
            self.lists[0].take_focus()
        self.verticalScrollBar().setValue(0)


class SectionView(QuestionsView):
    """The questions of one module; made when the module is first shown."""

    def __init__(self, form: Form, module: Module, *, gradually: bool = False) -> None:
        super().__init__(form, module.id, said(module.title), gradually=gradually)
        self.module = module
        if module.intro is not None:
            self.body.addWidget(plain(said(module.intro)))
        self.list = self.add_list(module.id, module.items)
        self.body.addStretch(1)
