"""An empty state that says what will stand here and what to do first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.widgets.cards import Card
from ui.widgets.text import Heading, Paragraph

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget

__all__ = ["EmptyState"]


class EmptyState(Card):
    """A heading, a sentence and at most two buttons."""

    def __init__(self, heading: str, words: str, *buttons: QPushButton, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=32)
        self.body.setSpacing(8)
        self.body.addWidget(Heading(heading, 2))
        self.body.addWidget(Paragraph(words))
        if buttons:
            self.body.addSpacing(8)
        for made in buttons:
            self.body.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
