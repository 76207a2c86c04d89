"""A bar at the left of words that must stand exactly as they were said."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.style import tokens_of

__all__ = ["Quote"]

_BAR = 4


class Quote(QWidget):
    """Holds one widget beside a bar, as a quotation stands beside one on paper."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        body = QVBoxLayout(self)
        body.setContentsMargins(_BAR + 8, 0, 0, 0)
        body.addWidget(inside)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar."""
        del event
        painter = QPainter(self)
        painter.fillRect(0, 4, _BAR, self.height() - 8, QColor(tokens_of(self).strengths))
