"""A pad to draw a mark on, with pen, finger or mouse, and a mark as it was drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPointingDevice, QTabletEvent, QTouchEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hsb_assess.domain.strokes import HEIGHT, WIDTH, Drawing, Ink
from ui.language import tr
from ui.theme.shapes import SPARE, face
from ui.theme.style import tokens_of

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

__all__ = ["InkView", "Pad", "draw_ink"]

_SHARE: Final = HEIGHT / WIDTH
_LEAST: Final = (260, 78)
_WIDEST: Final = 760
_UNTOLD: Final = 0.5
"""The pressure of what tells none."""


def draw_ink(painter: QPainter, ink: Ink, rect: QRectF, colour: str) -> None:
    """Draw strokes into ``rect``; a harder press is a wider line."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    across, down = rect.width() / WIDTH, rect.height() / HEIGHT
    base = max(1.2, rect.width() / 260)
    for stroke in ink.strokes:
        places = [QPointF(rect.left() + point.x * across, rect.top() + point.y * down) for point in stroke]
        widths = [base * (0.5 + point.pressure / 255) for point in stroke]
        if len(places) == 1:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawEllipse(places[0], widths[0], widths[0])
            continue
        for at in range(1, len(places)):
            pen = QPen(QColor(colour), (widths[at - 1] + widths[at]) / 2)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(places[at - 1], places[at])
    painter.restore()


class Pad(QWidget):
    """``changed`` tells that something was drawn or cleared. Its ground is a face with a line to write on."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._drawing = Drawing()
        self._down = False
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            tr("Drawn with a pen, a finger or the mouse. What is said can be recorded instead.")
        )
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(_WIDEST)

    def sizeHint(self) -> QSize:
        """Return a size that is easy to draw on."""
        return QSize(560, self.heightForWidth(560))

    def minimumSizeHint(self) -> QSize:
        """Return what still takes a mark."""
        return QSize(*_LEAST)

    def hasHeightForWidth(self) -> bool:
        """Say that the pad keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at ``width``."""
        return max(_LEAST[1], round(min(width, _WIDEST) * _SHARE))

    # -- drawing -----------------------------------------------------------------------------------------------

    def ink(self) -> Ink | None:
        """Return what is drawn, ``None`` if nothing is."""
        return self._drawing.ink()

    def show_ink(self, ink: Ink | None) -> None:
        """Show what was drawn before; more can be drawn."""
        self._drawing = Drawing(ink)
        self.update()

    def clear(self) -> None:
        """Begin with nothing."""
        self._drawing = Drawing()
        self.update()
        self.changed.emit()

    def _pen(self, kind: str, place: QPointF | QPoint, stamp: int, pressure: float) -> None:
        """Take one touch: ``down``, ``move`` or ``up``, in this widget's pixels, at a time stamp in milliseconds."""
        rect = self._room()
        x, y = (place.x() - rect.left()) / rect.width(), (place.y() - rect.top()) / rect.height()
        if kind == "down":
            self._down = True
            drawn = self._drawing.begin(x, y, stamp / 1000, pressure)
        else:
            drawn = self._down and self._drawing.go_on(x, y, stamp / 1000, pressure)
        if kind == "up":
            self._down = False
        if drawn:
            self.update()
        if kind == "up":
            self.changed.emit()

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(SPARE, SPARE, -SPARE, -SPARE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pen("down", event.position(), event.timestamp(), _UNTOLD)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw on."""
        self._pen("move", event.position(), event.timestamp(), _UNTOLD)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a stroke."""
        self._pen("up", event.position(), event.timestamp(), _UNTOLD)

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Take a pen with its pressure."""
        kinds = {
            QEvent.Type.TabletPress: "down",
            QEvent.Type.TabletMove: "move",
            QEvent.Type.TabletRelease: "up",
        }
        kind = kinds.get(event.type())
        if kind is not None:
            self._pen(kind, event.position(), event.timestamp(), event.pressure() if kind != "up" else _UNTOLD)
            event.accept()

    def event(self, event: QEvent) -> bool:
        """Take one finger; the page is not scrolled by it."""
        kinds = {QEvent.Type.TouchBegin: "down", QEvent.Type.TouchUpdate: "move", QEvent.Type.TouchEnd: "up"}
        if event.type() in kinds and isinstance(event, QTouchEvent) and event.points():
            point = event.points()[0]
            tells = bool(event.pointingDevice().capabilities() & QPointingDevice.Capability.Pressure)
            self._pen(kinds[event.type()], point.position(), event.timestamp(), point.pressure() if tells else _UNTOLD)
            event.accept()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the line, and what is drawn."""
        del event
        tokens = tokens_of(self)
        painter = QPainter(self)
        face(painter, QRectF(self.rect()), tokens.surface, tokens.edge, 2.0)
        rect = self._room()
        base = rect.top() + rect.height() * 0.78
        painter.fillRect(QRectF(rect.left() + 16, base, rect.width() - 32, 1.5), QColor(tokens.edge))
        ink = self.ink()
        if ink is not None:
            draw_ink(painter, ink, rect, tokens.text)


class InkView(QWidget):
    """A mark as it was drawn, small, to look at."""

    def __init__(self, ink: Ink, name: str) -> None:
        super().__init__()
        self._ink = ink
        self.setAccessibleName(name)
        self.setFixedSize(240, round(240 * _SHARE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        del event
        draw_ink(QPainter(self), self._ink, QRectF(self.rect()).adjusted(3, 3, -3, -3), tokens_of(self).text)
