"""One module of a form on screen: its title, what it is about, and its questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer

from ui.form.items import ItemList
from ui.form.labels import plain
from ui.form.words import said
from ui.widgets.cards import Column
from ui.widgets.text import Heading

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from hsb_assess.instrument.schema import Module
    from ui.form.form import Form

__all__ = ["SectionView"]


class SectionView(Column):
    """A scrolling column with the questions of one module; made when the module is first shown."""

    def __init__(self, form: Form, module: Module) -> None:
        super().__init__(width=760)
        self.form, self.module = form, module
        self.setObjectName(module.id)
        self.setAccessibleName(said(module.title))
        self.body.setSpacing(20)
        self.title = Heading(said(module.title))
        self.body.addWidget(self.title)
        if module.intro is not None:
            self.body.addWidget(plain(said(module.intro)))
        self.list = ItemList(form, module.id, module.items)
        self.body.addWidget(self.list)
        self.body.addStretch(1)

    def show_question(self, path: str, cursor: int | None = None) -> bool:
        """Bring a question, a group or a row into sight and give it the keyboard; ``False`` where it is not shown."""
        self.list.reveal(path)
        field = self.form.fields.get(path)
        if field is not None and not field.isHidden():
            field.take_focus(cursor)
            self._reveal(None, field)
            return True
        part = self.findChild(type(self.list), path) or self.list.parts.get(path.rpartition(".")[2])
        if part is None or part.isHidden():
            return False
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reveal(None, part)
        return True

    def _reveal(self, _old: QObject | None, new: QWidget | None) -> None:
        """Bring what gets the keyboard into sight, once panels that open with it have found their place."""
        if new is not None and self.isAncestorOf(new):
            QTimer.singleShot(0, self, lambda: self._reveal_now(new))

    def _reveal_now(self, widget: QWidget) -> None:
        if not shiboken6.isValid(widget) or not self.isAncestorOf(widget):
            return
        ground = self.widget()
        layout = ground.layout() if ground is not None else None
        if ground is not None and layout is not None:
            # What was built a moment ago has no place yet: settle it, then scroll.
            layout.activate()
            QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
        self.ensureWidgetVisible(widget, 0, 64)

    def take_focus(self) -> None:
        """Give the keyboard to the first question."""
        self.list.take_focus()
        self.verticalScrollBar().setValue(0)
