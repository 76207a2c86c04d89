"""The signs of the family map: a shape for what is recorded of somebody, and the words under it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.follows import FollowsTextSize
from ui.theme.fonts import scaled
from ui.theme.style import tokens_of

if TYPE_CHECKING:
    from ui.theme.palettes import Tokens

__all__ = [
    "AGENCY",
    "CIRCLE",
    "DIAMOND",
    "HOUSEHOLD",
    "PART_TIME",
    "SQUARE",
    "Face",
    "Sign",
    "caption_height",
    "draw_caption",
    "draw_symbol",
    "household_pen",
]

SQUARE: Final = "square"
CIRCLE: Final = "circle"
DIAMOND: Final = "diamond"
AGENCY: Final = "agency"
HOUSEHOLD: Final = "household"
PART_TIME: Final = "part_time"
_WRAP: Final = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignHCenter.value | Qt.AlignmentFlag.AlignTop.value


@dataclass(frozen=True)
class Face:
    """How somebody is drawn. ``said`` is all of it in words, for a screen reader.

    ``known`` is whether the shape stands for something recorded: an outline in dashes says that it does not.
    """

    id: str
    shape: str
    name: str = field(repr=False)
    lines: tuple[str, ...] = field(default=(), repr=False)
    said: str = field(default="", repr=False)
    this_child: bool = False
    died: bool = False
    known: bool = True
    unidentified: bool = False


def _outline(shape: str, rect: QRectF) -> QPolygonF:
    """Return the corners of a shape in ``rect``; a circle has none."""
    middle = rect.center()
    if shape == DIAMOND:
        corners = [
            QPointF(middle.x(), rect.top()),
            QPointF(rect.right(), middle.y()),
            QPointF(middle.x(), rect.bottom()),
            QPointF(rect.left(), middle.y()),
        ]
    elif shape == AGENCY:
        in_by = rect.width() * 0.27
        corners = [
            QPointF(rect.left() + in_by, rect.top()),
            QPointF(rect.right() - in_by, rect.top()),
            QPointF(rect.right(), middle.y()),
            QPointF(rect.right() - in_by, rect.bottom()),
            QPointF(rect.left() + in_by, rect.bottom()),
            QPointF(rect.left(), middle.y()),
        ]
    else:
        in_by = rect.width() * 0.06
        square = rect.adjusted(in_by, in_by, -in_by, -in_by)
        corners = [square.topLeft(), square.topRight(), square.bottomRight(), square.bottomLeft()]
    return QPolygonF(corners)


def draw_symbol(painter: QPainter, rect: QRectF, face: Face, tokens: Tokens) -> None:
    """Draw somebody's shape in the square ``rect``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(tokens.text), max(2.0, rect.width() / 20))
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if not face.known:
        pen.setDashPattern([2.2, 1.8])
    painter.setPen(pen)
    painter.setBrush(QColor(tokens.surface))

    def shape(inside: QRectF) -> None:
        if face.shape == CIRCLE:
            painter.drawEllipse(inside)
        else:
            painter.drawPolygon(_outline(face.shape, inside))

    shape(rect)
    if face.this_child:  # the double outline of whom a map is about
        by = rect.width() * (0.2 if face.shape == DIAMOND else 0.13)
        shape(rect.adjusted(by, by, -by, -by))
    if face.unidentified:
        font = QFont(QApplication.font())
        font.setPixelSize(max(9, round(rect.height() * 0.5)))
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter.value, "?")
    if face.died:
        in_by = rect.width() * (0.26 if face.shape in {DIAMOND, CIRCLE} else 0.08)
        cross = rect.adjusted(in_by, in_by, -in_by, -in_by)
        pen.setStyle(Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.drawLine(cross.topLeft(), cross.bottomRight())
        painter.drawLine(cross.topRight(), cross.bottomLeft())
    painter.restore()


def _fonts() -> tuple[QFont, QFont]:
    base = QApplication.font()
    return scaled(base, 0.94, bold=True), scaled(base, 0.84)


def caption_height(face: Face, width: int) -> int:
    """Return how much room the words under a shape take at ``width``."""
    bold, plain = (QFontMetrics(font) for font in _fonts())
    room = QRect(0, 0, width, 10_000)
    tall = bold.boundingRect(room, _WRAP, face.name).height()
    return tall + sum(plain.boundingRect(room, _WRAP, line).height() for line in face.lines)


def draw_caption(painter: QPainter, rect: QRectF, face: Face, tokens: Tokens, ground: str) -> None:
    """Draw the words under a shape from the top of ``rect``, on a ground that keeps lines from striking them out."""
    bold, plain = _fonts()
    painter.save()
    y = rect.top()
    for words, font, ink in ((face.name, bold, tokens.text), *((line, plain, tokens.muted) for line in face.lines)):
        metrics = QFontMetrics(font)
        box = metrics.boundingRect(QRect(round(rect.left()), round(y), round(rect.width()), 10_000), _WRAP, words)
        painter.fillRect(box.adjusted(-2, 0, 2, 0), QColor(ground))
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(QRectF(rect.left(), y, rect.width(), box.height() + 2), _WRAP, words)
        y += box.height()
    painter.restore()


class Sign(QWidget, FollowsTextSize):
    """One sign of the key beside words that say what it means; hidden from screen readers, who hear the words."""

    def __init__(self, face: Face | str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = face
        self.follow_text_size()

    def follow_text_size(self) -> None:
        """Take the size that goes with the present text size."""
        side = max(22, round(QApplication.font().pixelSize() * 1.5))
        self.setFixedSize(QSize(side + 4, side + 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign, or the line around a household."""
        del event
        painter, tokens = QPainter(self), tokens_of(self)
        rect = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        if isinstance(self._face, Face):
            draw_symbol(painter, rect, self._face, tokens)
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(household_pen(tokens, part_time=self._face == PART_TIME))
            painter.drawRoundedRect(rect, 6, 6)


def household_pen(tokens: Tokens, *, part_time: bool) -> QPen:
    """Return the pen of the line around a household: dashes, or dots for part of the time."""
    pen = QPen(QColor(tokens.accent), 2.4)
    pen.setDashPattern([1.0, 2.4] if part_time else [5.0, 3.0])
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if part_time else Qt.PenCapStyle.FlatCap)
    return pen
