"""States in a word: a pill with a sign, a word and a quiet ground; never a colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from ui.theme.fonts import scaled
from ui.theme.shapes import face
from ui.theme.style import tokens_of
from ui.widgets.marks import draw_mark

if TYPE_CHECKING:
    from ui.theme.palettes import Tokens

__all__ = ["Pill", "draw_pill", "pill_font", "pill_size"]


def pill_font() -> QFont:
    """Return the font of pills: a little smaller than ordinary text."""
    return scaled(QApplication.font(), 0.86)


def pill_size(text: str) -> QSize:
    """Return the room that a pill with ``text`` takes."""
    metrics = QFontMetrics(pill_font())
    height = metrics.height() + 8
    return QSize(metrics.horizontalAdvance(text) + height + 16, height)


def draw_pill(painter: QPainter, rect: QRect, text: str, tone_name: str, tokens: Tokens) -> None:
    """Draw a pill at the left of ``rect``, in its vertical middle."""
    size = pill_size(text)
    box = QRectF(rect.left(), rect.top() + (rect.height() - size.height()) / 2, 0.0, float(size.height()))
    box.setWidth(min(float(size.width()), float(rect.width())))
    tone = tokens.tone(tone_name)
    face(painter, box, tone.ground, tone.edge, 1.0, size.height() / 2)
    side = size.height() * 0.55
    mark = QRectF(box.left() + 8, box.center().y() - side / 2, side, side)
    draw_mark(painter, mark, tone_name, tone.ink)
    painter.save()
    painter.setFont(pill_font())
    painter.setPen(QColor(tone.ink))
    words = box.adjusted(side + 13, 0, -8, 0)
    elided = QFontMetrics(pill_font()).elidedText(text, Qt.TextElideMode.ElideRight, int(words.width()) + 2)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)
    painter.restore()


class Pill(QWidget):
    """A state on a page. ``tone``: neutral, information, good, warning or bad."""

    def __init__(self, text: str, tone: str = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._text, self._tone = "", "neutral"
        self.say(text, tone)

    def say(self, text: str, tone: str) -> None:
        """Show another state."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return the word."""
        return self._text

    def sizeHint(self) -> QSize:
        """Return the room that the word needs."""
        return pill_size(self._text)

    def event(self, event: QEvent) -> bool:
        """Follow the text size."""
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.updateGeometry()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint sign, word and ground."""
        del event
        draw_pill(QPainter(self), self.rect(), self._text, self._tone, tokens_of(self))
