"""Large, calm parts whose size is the page's own: words, buttons of one size, a box to write in, faces or a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.language import tr
from ui.theme.shapes import SPARE, face, ring, tick
from ui.theme.style import ROW, tokens_of
from ui.widgets.buttons import PushButton
from ui.widgets.fields import GrowingText, exact

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QMimeData

__all__ = ["Corner", "Large", "LargeButton", "Marks", "WritingBox", "sized"]

_HOLD: Final = 1000
"""Milliseconds for which the ring in the corner is held."""
_WRAP: Final = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignHCenter.value | Qt.AlignmentFlag.AlignTop.value


def sized(pixels: float, *, bold: bool = False) -> QFont:
    """Return the typeface at a size of its own, whatever the size of the app's text."""
    font = QFont(QApplication.font())
    font.setPixelSize(round(pixels))
    font.setBold(bold)
    return font


class Large(QLabel):
    """Words that wrap, ``factor`` times the page's size."""

    def __init__(self, factor: float = 1.0, *, bold: bool = False) -> None:
        super().__init__()
        self._factor, self._bold = factor, bold
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def resize_words(self, pixels: float) -> None:
        """Take the page's size."""
        self.setFont(sized(pixels * self._factor, bold=self._bold))


class LargeButton(PushButton):
    """A button as large as the page's words; several are made equally wide."""

    def __init__(self, text: str, on_click: Callable[[], object], *, kind: str = "") -> None:
        super().__init__(text)
        self.setProperty("kind", kind)
        self.setAccessibleName(text)
        self.clicked.connect(lambda _checked=False: on_click())

    def resize_words(self, pixels: float) -> None:
        """Take the page's size."""
        self.setFont(sized(pixels * 0.72))
        self.setMinimumHeight(max(ROW + 8, round(pixels * 1.7)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button; one that was chosen has an edge of its own and a tick."""
        super().paintEvent(event)
        if self.isChecked():
            tokens = tokens_of(self)
            painter = QPainter(self)
            rect = QRectF(self.rect()).adjusted(SPARE, SPARE, -SPARE, -SPARE)
            face(painter, rect, None, tokens.accent, 3.0)
            side = min(28.0, rect.height() * 0.5)
            tick(painter, QRectF(rect.left() + 4, rect.top() + 3, side, side), tokens.accent, 3.0)


class WritingBox(GrowingText):
    """A box that takes what is typed and nothing else: what an adult copied before is not let in here."""

    def __init__(self) -> None:
        super().__init__(lines=2)
        self.is_exact = exact
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take nothing from a clipboard."""
        del source
        return False

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take nothing from a clipboard."""
        del source

    def resize_words(self, pixels: float) -> None:
        """Take the page's size."""
        self.setFont(sized(pixels))
        self._grow()


class _Mark(QAbstractButton):
    """One face, or one place on a line, with its words under it."""

    moved = Signal(int)

    def __init__(self, place: int, of: int, words: str) -> None:
        super().__init__()
        self.place, self.of = place, of
        self.line = False
        self._pixels = 32.0
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(2 * ROW)

    def resize_words(self, pixels: float) -> None:
        """Take the page's size."""
        self._pixels = pixels
        self.setFont(sized(max(16.0, pixels * 0.62)))
        self.updateGeometry()
        self.update()

    def _side(self) -> float:
        return max(float(ROW), self._pixels * (1.5 if self.line else 2.1))

    def sizeHint(self) -> QSize:
        """Return the room of the picture and two lines of words."""
        widest = max((self.fontMetrics().horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(max(2 * ROW, widest + 20), round(self._side()) + 2 * self.fontMetrics().lineSpacing() + 24)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along the line with the arrows; Enter picks as Space does."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Left else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture and the words."""
        del event
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._side()
        box = QRectF((self.width() - side) / 2, 8, side, side)
        if self.isChecked():
            face(painter, QRectF(self.rect()).adjusted(3, 2, -3, -2), tokens.selected, tokens.accent, 3.0, 10.0)
        if self.line:
            self._paint_place(painter, box, tokens.text, tokens.accent, tokens.surface)
        else:
            self._paint_face(painter, box, tokens.text, tokens.surface)
        painter.setPen(QColor(tokens.text))
        font = self.font()
        font.setBold(self.isChecked())
        painter.setFont(font)
        words = QRect(4, round(box.bottom()) + 6, self.width() - 8, self.height() - round(box.bottom()) - 8)
        painter.drawText(words, _WRAP, self.text())
        if self.hasFocus():
            ring(painter, QRectF(self.rect()), tokens.focus)

    def _paint_place(self, painter: QPainter, box: QRectF, ink: str, accent: str, ground: str) -> None:
        middle = box.center()
        painter.setPen(QPen(QColor(ink), 3))
        left = middle.x() if self.place == 0 else 0.0
        right = middle.x() if self.place == self.of - 1 else float(self.width())
        painter.drawLine(QPointF(left, middle.y()), QPointF(right, middle.y()))
        radius = box.width() * 0.24
        painter.setBrush(QColor(accent if self.isChecked() else ground))
        painter.drawEllipse(middle, radius, radius)

    def _paint_face(self, painter: QPainter, box: QRectF, ink: str, ground: str) -> None:
        pen = QPen(QColor(ink), max(2.0, box.width() / 22))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(QColor(ground))
        painter.drawEllipse(box.adjusted(2, 2, -2, -2))
        painter.setBrush(QColor(ink))
        eye = box.width() * 0.045
        for at in (0.35, 0.65):
            painter.drawEllipse(QPointF(box.left() + box.width() * at, box.top() + box.height() * 0.4), eye, eye)
        bend = (self.place / (self.of - 1) - 0.5) * 0.44
        path = QPainterPath(QPointF(box.left() + box.width() * 0.3, box.top() + box.height() * (0.68 - bend / 2)))
        path.quadTo(
            QPointF(box.center().x(), box.top() + box.height() * (0.68 + bend)),
            QPointF(box.left() + box.width() * 0.7, box.top() + box.height() * (0.68 - bend / 2)),
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)


class Marks(QWidget):
    """Five faces, or five places on a line. ``picked`` carries the place from 0, -1 when it was taken away again."""

    picked = Signal(int)

    def __init__(self, words: Sequence[str], about: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.buttons = [_Mark(at, len(words), each) for at, each in enumerate(words)]
        for made in self.buttons:
            made.setAccessibleDescription(about)
            made.clicked.connect(lambda _checked, at=made.place: self._pick(at))
            made.moved.connect(lambda by, at=made.place: self.buttons[(at + by) % len(self.buttons)].setFocus())
            row.addWidget(made, 1)

    def show_mark(self, place: int) -> None:
        """Show what was picked before."""
        for made in self.buttons:
            made.setChecked(made.place == place)

    def draw_line(self, *, line: bool) -> None:
        """Draw a line, or faces."""
        for made in self.buttons:
            made.line = line
            made.updateGeometry()
            made.update()

    def resize_words(self, pixels: float) -> None:
        """Take the page's size."""
        for made in self.buttons:
            made.resize_words(pixels)

    def _pick(self, place: int) -> None:
        chosen = place if self.buttons[place].isChecked() else -1
        self.show_mark(chosen)
        self.picked.emit(chosen)


class Corner(QAbstractButton):
    """A quiet ring that leads back when it is held for a second: nobody touches it for so long by chance."""

    held = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(ROW + 8, ROW + 8)
        self.setAccessibleName(tr("For the adult: back"))
        self.setAccessibleDescription(tr("Hold it for a second."))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_HOLD)
        self._timer.timeout.connect(self.held)
        self.clicked.connect(self._clicked)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to hold."""
        super().mousePressEvent(event)
        self._timer.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._timer.stop()
        super().mouseReleaseEvent(event)

    def _clicked(self) -> None:
        """Lead back at once for somebody whose screen reader presses it: it has no way to hold."""
        if QAccessible.isActive():
            self.held.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a thin ring."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens_of(self).edge), 2))
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter.drawEllipse(middle, 9, 9)


def wide_as_the_widest(buttons: Sequence[LargeButton]) -> None:
    """Make buttons equally wide: no way of answering looks better than another."""
    for made in buttons:
        made.setMinimumWidth(0)
    widest = max(made.sizeHint().width() for made in buttons)
    for made in buttons:
        made.setMinimumWidth(min(widest, QFontMetrics(made.font()).averageCharWidth() * 26))
