"""One rating on the steps of its own scale, told by a place and a word: a row that opens its question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from ui.theme.fonts import scaled
from ui.theme.shapes import face, ring
from ui.theme.style import ROW, tokens_of
from ui.widgets.marks import draw_mark

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QKeyEvent

    from ui.theme.palettes import Tokens

__all__ = ["StepsRow"]

_PAD: Final = 12
_MARK: Final = 18
_NARROW: Final = 34
"""Letters of width below which the name stands over the steps and not beside them."""
_WRAP: Final = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignVCenter.value


class StepsRow(QAbstractButton):
    """``name`` of what is rated, how many ``steps`` its scale has, which one it stands on (``None``: on none), and the words.

    ``note`` is said below, with the sign of ``tone`` before it. A ``round_`` mark and a diamond keep two displays apart: they
    are scales of different things, and no step of one is worth a step of the other.
    """

    def __init__(
        self,
        name: str,
        steps: int,
        step: int | None,
        words: str,
        *,
        note: str = "",
        tone: str = "",
        side: str = "needs",
        round_: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._steps, self._step, self._words = name, steps, step, words
        self._note, self._tone, self._side, self._round = note, tone, side, round_
        self.setText(name)
        self.setAccessibleName(". ".join(part for part in (f"{name}: {words}", note) if part))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower row is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at ``width``."""
        _, _, _, bottom = self._rooms(width)
        return max(ROW, round(bottom) + 10)

    def sizeHint(self) -> QSize:
        """Return a width that reads well."""
        return QSize(640, self.heightForWidth(640))

    def minimumSizeHint(self) -> QSize:
        """Allow a narrow page."""
        return QSize(200, ROW)

    def event(self, event: QEvent) -> bool:
        """Follow the text size."""
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.updateGeometry()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter as well as with Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _fonts() -> tuple[QFont, QFont, QFont]:
        base = QApplication.font()
        return scaled(base, 0.98, bold=True), scaled(base, 0.98), scaled(base, 0.88)

    def _rooms(self, width: int) -> tuple[QRectF, QRectF, QRectF, float]:
        """Return the rooms of the name, the steps and the words, and where they end with the note below."""
        bold, plain, small = (QFontMetrics(font) for font in self._fonts())
        letter = max(16, QApplication.font().pixelSize())
        across = max(120, width - 2 * _PAD)

        def tall(metrics: QFontMetrics, words: str, room: float) -> float:
            return float(metrics.boundingRect(QRect(0, 0, max(40, int(room)), 10_000), _WRAP, words).height())

        if across // letter >= _NARROW:
            third = across / 3
            high = max(tall(bold, self._name, third - 10), tall(plain, self._words, third - 16), 1.7 * letter)
            name = QRectF(_PAD, 9, third - 10, high)
            track = QRectF(_PAD + third, 9, third, high)
            words = QRectF(_PAD + 2 * third + 16, 9, third - 16, high)
        else:
            name = QRectF(_PAD, 9, across, tall(bold, self._name, across))
            words = QRectF(_PAD, name.bottom() + 2, across, tall(plain, self._words, across))
            track = QRectF(_PAD, words.bottom() + 2, min(across, 16.0 * letter), 1.7 * letter)
        bottom = max(name.bottom(), track.bottom(), words.bottom())
        if self._note:
            inset = _MARK + 6 if self._tone else 0
            bottom += 4 + max(tall(small, self._note, across - inset), _MARK if self._tone else 0)
        return name, track, words, bottom

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row."""
        del event
        tokens, painter = tokens_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            face(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), tokens.hover, None)
        name, track, words, bottom = self._rooms(self.width())
        bold, plain, small = self._fonts()
        painter.setFont(bold)
        painter.setPen(QColor(tokens.text))
        painter.drawText(name, _WRAP, self._name)
        painter.setFont(plain)
        painter.drawText(words, _WRAP, self._words)
        self._track(painter, tokens, track)
        if self._note:
            self._below(painter, tokens, small, max(name.bottom(), track.bottom(), words.bottom()) + 4, bottom)
        if self.hasFocus():
            ring(painter, QRectF(self.rect()), tokens.focus)

    def _below(self, painter: QPainter, tokens: Tokens, font: QFont, top: float, bottom: float) -> None:
        room = QRectF(_PAD, top, self.width() - 2 * _PAD, bottom - top)
        ink = tokens.muted
        if self._tone:
            ink = tokens.tone(self._tone).ink
            draw_mark(painter, QRectF(room.left(), room.top(), _MARK, _MARK), self._tone, ink)
            room.setLeft(room.left() + _MARK + 6)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(room, _WRAP, self._note)

    def _track(self, painter: QPainter, tokens: Tokens, room: QRectF) -> None:
        y, reach = room.center().y(), 9.0 * max(16, QApplication.font().pixelSize()) / 16
        left, right = room.left() + reach + 2, room.right() - reach - 2
        pen = QPen(QColor(tokens.edge), 2)
        if self._step is None:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        painter.setPen(QPen(QColor(tokens.edge), 2))
        painter.setBrush(QColor(tokens.surface))
        places = [left + at * (right - left) / max(1, self._steps - 1) for at in range(self._steps)]
        for x in places:
            painter.drawEllipse(QPointF(x, y), reach * 0.4, reach * 0.4)
        if self._step is None or self._step >= len(places):
            return
        middle = QPointF(places[self._step], y)
        painter.setPen(QPen(QColor(tokens.text), 2))
        painter.setBrush(QColor(tokens.side(self._side)))
        if self._round:
            painter.drawEllipse(middle, reach - 1, reach - 1)
        else:
            corners = (QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0))
            painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))
