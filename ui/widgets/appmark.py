"""The app's own plain mark: a rounded square with a sheet of lines; it says nothing about the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.theme.palettes import LIGHT
from ui.theme.shapes import face
from ui.theme.style import tokens_of

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon, QPaintEvent

__all__ = ["AppMark", "app_icon", "draw_mark"]


def draw_mark(painter: QPainter, rect: QRectF, ground: str, ink: str) -> None:
    """Draw the mark in the square ``rect``; ``resources/icons/assess.svg`` is the same."""
    unit = rect.width() / 32
    face(painter, rect, ground, None, 1.0, 8 * unit)
    height = 2.6 * unit
    for at, length in ((11, 14), (16, 14), (21, 8)):
        line = QRectF(rect.left() + 7.7 * unit, rect.top() + at * unit - height / 2, (length + 2.6) * unit, height)
        face(painter, line, ink, None, 1.0, height / 2)


def app_icon() -> QIcon:
    """Return the window's icon; drawn, so that no image plug-in is loaded before the first paint."""
    from PySide6.QtGui import QColor, QIcon, QPixmap

    icon = QIcon()
    for side in (16, 32, 48, 64):
        picture = QPixmap(side, side)
        picture.fill(QColor(0, 0, 0, 0))
        painter = QPainter(picture)
        draw_mark(painter, QRectF(0, 0, side, side), LIGHT.accent, LIGHT.on_accent)
        painter.end()
        icon.addPixmap(picture)
    return icon


class AppMark(QWidget):
    """The mark on a page."""

    def __init__(self, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(QSize(size, size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the theme's accent."""
        del event
        tokens = tokens_of(self)
        draw_mark(QPainter(self), QRectF(self.rect()), tokens.accent, tokens.on_accent)
