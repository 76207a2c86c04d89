"""A card that asks for one line of text and gives the keyboard back: a case's reference, a view's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from ui.language import tr
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.escaping import on_escape
from ui.widgets.fields import Field

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton, QWidget

__all__ = ["Asking"]

_LONGEST = 60


class Asking(Card):
    """One field and two buttons; Escape closes it. ``closed`` tells that it was closed."""

    closed = Signal()

    def __init__(
        self,
        label: str,
        hint: str,
        done: str,
        act: Callable[[str], None],
        back_to: Callable[[], QWidget],
        *others: QPushButton,
    ) -> None:
        """``others`` are more buttons, between the one that is ``done`` and the one that cancels."""
        super().__init__()
        self._act, self._back_to = act, back_to
        self.line = QLineEdit()
        self.line.setMaxLength(_LONGEST)
        self.line.returnPressed.connect(self._go)
        self._field = Field(label, self.line, hint=hint)
        inner = QVBoxLayout()
        inner.addWidget(self._field)
        inner.addLayout(
            button_row(
                button(done, self._go, kind="primary"), *others, button(tr("Cancel"), self.close_form, kind="quiet")
            )
        )
        self.body.addLayout(inner)
        on_escape(self, self.close_form)
        self.hide()

    def open(self) -> None:
        """Show the form and put the keyboard into it."""
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        """Hide the form and empty it."""
        self.line.clear()
        self._field.set_fault("")
        self.hide()
        self.closed.emit()
        self._back_to().setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, words: str) -> None:
        """Say at the field why it was not done."""
        self._field.set_fault(words)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def fault(self) -> str:
        """Return what the field says is wrong."""
        return self._field.fault()

    def _go(self) -> None:
        self._act(self.line.text())
