"""Small signs drawn as shapes, so that a state is told by its form as well as by its word and colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from ui.theme.shapes import tick
from ui.theme.style import tokens_of

if TYPE_CHECKING:
    from ui.theme.palettes import Tone

__all__ = ["Mark", "draw_mark"]


def draw_mark(painter: QPainter, rect: QRectF, tone: str, colour: str) -> None:
    """Draw the sign of a tone in ``rect``.

    ``good`` a tick, ``warning`` a triangle, ``bad`` an octagon-like cross, ``information`` an i, ``neutral`` a ring.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(colour), max(1.8, rect.width() / 9))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    middle, width = rect.center(), rect.width()
    if tone == "good":
        tick(painter, rect, colour, pen.widthF() + 0.4)
    elif tone == "warning":
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(middle.x(), rect.top() + width * 0.12),
                    QPointF(rect.right() - width * 0.06, rect.bottom() - width * 0.14),
                    QPointF(rect.left() + width * 0.06, rect.bottom() - width * 0.14),
                ]
            )
        )
        painter.drawLine(QPointF(middle.x(), rect.top() + width * 0.42), QPointF(middle.x(), rect.top() + width * 0.58))
        painter.drawPoint(QPointF(middle.x(), rect.top() + width * 0.72))
    elif tone == "bad":
        painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
        reach = width * 0.17
        painter.drawLine(middle + QPointF(-reach, -reach), middle + QPointF(reach, reach))
        painter.drawLine(middle + QPointF(-reach, reach), middle + QPointF(reach, -reach))
    elif tone == "information":
        painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
        painter.drawPoint(QPointF(middle.x(), rect.top() + width * 0.31))
        painter.drawLine(QPointF(middle.x(), rect.top() + width * 0.48), QPointF(middle.x(), rect.top() + width * 0.7))
    else:
        painter.drawEllipse(middle, width * 0.26, width * 0.26)
    painter.restore()


class Mark(QWidget):
    """A sign beside words that say the same; hidden from screen readers."""

    def __init__(self, tone: str, size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tone = tone
        self.setFixedSize(QSize(size, size))

    def colours(self) -> Tone:
        """Return the tone in the present theme."""
        return tokens_of(self).tone(self.tone)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign."""
        del event
        draw_mark(QPainter(self), QRectF(self.rect()), self.tone, self.colours().ink)
