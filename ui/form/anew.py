"""Why a case that was erased here is to be kept again: a reason before its package is taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from ui.language import tr
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.fields import Field
from ui.widgets.text import Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["AnewCard"]


class AnewCard(Card):
    """Asks why a case that was erased here is to be kept again."""

    def __init__(self, go: Callable[[str], object]) -> None:
        super().__init__(margin=20)
        self._go = go
        self.body.addWidget(Heading(tr("Take it in anew?"), 3))
        self.body.addWidget(
            Paragraph(tr("Only if there is a new reason to keep this case here: two people had it erased."))
        )
        self.why = QLineEdit()
        self.why.setMaxLength(400)
        self.why.returnPressed.connect(self.take)
        self.why_field = Field(tr("Why is it kept again?"), self.why)
        self.body.addWidget(self.why_field)
        self.take_button = button(tr("Take it in anew"), self.take)
        self.body.addLayout(button_row(self.take_button, button(tr("Leave it out"), self.hide, kind="quiet")))
        self.hide()

    def open(self) -> None:
        """Show it with the keyboard in the reason."""
        self.why.clear()
        self.show()
        self.why.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self) -> None:
        """Go on, if a reason is given."""
        words = self.why.text().strip()
        self.why_field.set_fault("" if words else tr("Say in a sentence why."))
        if words:
            self._go(words)
