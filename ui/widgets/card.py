"""A quiet rounded ground to put things on; light enough for the entry pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.shapes import face, ring
from ui.theme.style import tokens_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

__all__ = ["Card"]


class Card(QWidget):
    """A quiet rounded ground. Add to ``body``; ``tone`` (see ``Tokens.tone``) gives a coloured one."""

    stands_whole = True
    """Whether a page scrolls to show all of it where the keyboard comes into it; see :class:`.Column`."""

    def __init__(self, parent: QWidget | None = None, *, tone: str = "", margin: int = 20) -> None:
        super().__init__(parent)
        self.tone = tone
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and its edge."""
        del event
        tokens = tokens_of(self)
        painter = QPainter(self)
        if self.tone:
            tone = tokens.tone(self.tone)
            face(painter, QRectF(self.rect()), tone.ground, tone.edge, 1.0, 8.0)
        else:
            face(painter, QRectF(self.rect()), tokens.surface, tokens.line, 1.0, 8.0)
        if self.hasFocus():
            ring(painter, QRectF(self.rect()), tokens.focus)
