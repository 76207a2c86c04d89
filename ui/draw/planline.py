"""A plan drawn on its days: a bar for the time that a part lasts, a diamond for the day by which it is due.

A click opens what is hit; the keyboard has the table beside it, which says the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QWidget

from ui.draw.drawing import Drawing
from ui.language import tr
from ui.theme.fonts import scaled
from ui.theme.shapes import SPARE, chevron, face, tick
from ui.theme.style import tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont

    from hsb_assess.diagrams.planline import Bar, PlanLine
    from ui.theme.palettes import Tokens

__all__ = ["LineRow", "PlanLineDrawing"]

_PAD: Final = 8
_TRACK: Final = 22
"""How tall the track is on which a bar and a diamond stand."""
_WRAP: Final = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value


@dataclass(frozen=True)
class LineRow:
    """The words of one part, by the key of its bar. ``late`` is told by a cross in its diamond, ``done`` by a tick."""

    key: str
    title: str
    note: str
    late: bool = False
    done: bool = False


@dataclass(frozen=True)
class _Place:
    row: LineRow
    bar: Bar
    whole: QRectF
    track: QRectF


class PlanLineDrawing(Drawing):
    """Draws the bars of ``plan`` with the words of ``rows``; ``opened`` carries a key. ``side`` gives the bars' colour.

    ``count`` adds how many run at once, in a strip at the foot.
    """

    def __init__(
        self,
        name: str,
        plan: PlanLine,
        rows: Sequence[LineRow],
        *,
        side: str = "needs",
        count: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        words = {row.key: row for row in rows}
        self._plan, self._side, self._count = plan, side, count
        self._rows = tuple((words[bar.key], bar) for bar in plan.bars)
        self._known: tuple[int, tuple[_Place, ...], int] | None = None
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Drawing: {name}", name=name))
        self.setAccessibleDescription(
            tr("{n} on the line. As a table it says the same: tick “As tables” above.", n=len(self._rows))
        )

    def at(self, key: str) -> QRectF:
        """Return where a part is drawn, its words and its track."""
        return next(place.whole for place in self._places(self.width())[0] if place.row.key == key)

    def heightForWidth(self, width: int) -> int:
        """Return the height at ``width``."""
        return self._places(width)[1]

    def forget(self) -> None:
        """Let go of where everything stands."""
        self._known = None

    def hit(self, where: QPointF) -> str:
        """Return the key of what stands at a place."""
        places = self._places(self.width())[0]
        return next((place.row.key for place in places if place.whole.contains(where)), "")

    # -- where things stand ----------------------------------------------------------------------------------

    @staticmethod
    def _fonts() -> tuple[QFont, QFont]:
        base = QApplication.font()
        return scaled(base, 0.95, bold=True), scaled(base, 0.86)

    def _head(self) -> float:
        """Return the room of the labels of days and of the word *today* over the rows."""
        return 2.0 * QFontMetrics(self._fonts()[1]).height() + 8

    def _places(self, width: int) -> tuple[tuple[_Place, ...], int]:
        if self._known is None or self._known[0] != width:
            bold, plain = (QFontMetrics(font) for font in self._fonts())
            across, y, found = width - 2 * SPARE, self._head(), []
            for row, bar in self._rows:
                inner = QRect(0, 0, max(40, across - 2 * _PAD), 10_000)
                words = bold.boundingRect(inner, _WRAP, row.title).height()
                words += plain.boundingRect(inner, _WRAP, row.note).height() if row.note else 0
                whole = QRectF(SPARE, y, across, words + _TRACK + 3 * _PAD)
                track = QRectF(SPARE + _PAD, whole.bottom() - _PAD - _TRACK, across - 2 * _PAD, _TRACK)
                found.append(_Place(row, bar, whole, track))
                y = whole.bottom() + 6
            foot = plain.height() * 2 + 10 if self._counted() else 0
            self._known = (width, tuple(found), round(y + foot))
        return self._known[1], self._known[2]

    def _counted(self) -> bool:
        return self._count and bool(self._plan.busy)

    # -- painting --------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the grounds, the days, the words, and then what lasts and what is due."""
        del event
        tokens, painter = tokens_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places, height = self._places(self.width())
        if not places:
            return
        for place in places:
            face(painter, place.whole, tokens.surface, tokens.line, 1.0, 6.0)
        self._days(painter, tokens, places)
        for place in places:
            self._words(painter, tokens, place)
            self._bar(painter, tokens, place)
        if self._counted():
            self._busy(painter, tokens, places[0].track, places[-1].whole.bottom() + 6, height)

    def _days(self, painter: QPainter, tokens: Tokens, places: tuple[_Place, ...]) -> None:
        metrics = QFontMetrics(self._fonts()[1])
        painter.setFont(self._fonts()[1])
        line, free = places[0].track, 0.0
        for mark in self._plan.ticks:
            x = line.left() + mark.at * line.width()
            painter.setPen(QPen(QColor(tokens.line), 1))
            for place in places:
                painter.drawLine(QPointF(x, place.track.top()), QPointF(x, place.track.bottom()))
            room = metrics.horizontalAdvance(mark.label)
            if x >= free and x + room <= line.right() + 1:
                painter.setPen(QColor(tokens.muted))
                painter.drawText(QPointF(x, metrics.ascent() + 2.0), mark.label)
                free = x + room + metrics.averageCharWidth()
        x = line.left() + self._plan.today * line.width()
        painter.setPen(QPen(QColor(tokens.accent), 2))
        top = 2.0 * metrics.height() + 4
        for place in places:
            painter.drawLine(QPointF(x, place.track.top() - 2), QPointF(x, place.track.bottom() + 2))
        painter.drawLine(QPointF(x, top - 2), QPointF(x, top + 4))
        words = tr("Today")
        room = metrics.horizontalAdvance(words)
        left = min(max(line.left(), x - room / 2), line.right() - room)
        painter.setPen(QColor(tokens.text))
        painter.drawText(QPointF(left, metrics.height() + metrics.ascent() + 2.0), words)

    def _words(self, painter: QPainter, tokens: Tokens, place: _Place) -> None:
        title, note = self._fonts()
        inner = place.whole.adjusted(_PAD, _PAD, -_PAD, 0)
        painter.setFont(title)
        painter.setPen(QColor(tokens.text))
        painter.drawText(inner, _WRAP, place.row.title)
        room = QRect(0, 0, int(inner.width()), 10_000)
        inner.setTop(inner.top() + QFontMetrics(title).boundingRect(room, _WRAP, place.row.title).height())
        painter.setFont(note)
        painter.setPen(QColor(tokens.bad.ink if place.row.late else tokens.muted))
        painter.drawText(inner, _WRAP, place.row.note)

    def _bar(self, painter: QPainter, tokens: Tokens, place: _Place) -> None:
        track, bar = place.track, place.bar
        groove = QRectF(track.left(), track.center().y() - 1, track.width(), 2)
        face(painter, groove, tokens.track, None, 1.0, 1.0)
        if bar.start is not None and bar.end is not None:
            left, right = (track.left() + at * track.width() for at in (bar.start, bar.end))
            lasts = QRectF(left, track.center().y() - 6, max(8.0, right - left), 12)
            lasts.moveRight(min(lasts.right(), track.right()))
            if place.row.done:
                face(painter, lasts, tokens.surface, tokens.side(self._side), 2.0, 4.0)
            else:
                face(painter, lasts, tokens.side(self._side), None, 1.0, 4.0)
            if bar.open_end:
                chevron(painter, QRectF(lasts.right() - 16, lasts.top() - 2, 16, 16), tokens.surface, "right", 2.4)
            if bar.open_start:
                chevron(painter, QRectF(lasts.left(), lasts.top() - 2, 16, 16), tokens.surface, "left", 2.4)
        if bar.due is not None:
            self._diamond(painter, tokens, place, bar.due)

    def _diamond(self, painter: QPainter, tokens: Tokens, place: _Place, due: float) -> None:
        reach = _TRACK / 2
        x = min(
            max(place.track.left() + due * place.track.width(), place.track.left() + reach), place.track.right() - reach
        )
        middle = QPointF(x, place.track.center().y())
        corners = (QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0))
        tone = tokens.bad if place.row.late else tokens.good if place.row.done else tokens.neutral
        painter.setPen(QPen(QColor(tone.ink), 2))
        painter.setBrush(QColor(tone.ground))
        painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))
        if place.row.late:
            cross = reach * 0.32
            painter.drawLine(middle + QPointF(-cross, -cross), middle + QPointF(cross, cross))
            painter.drawLine(middle + QPointF(-cross, cross), middle + QPointF(cross, -cross))
        elif place.row.done:
            tick(painter, QRectF(x - reach * 0.7, middle.y() - reach * 0.7, reach * 1.4, reach * 1.4), tone.ink, 2.2)

    def _busy(self, painter: QPainter, tokens: Tokens, line: QRectF, top: float, bottom: float) -> None:
        """Draw how many run at once, as numbers over their days."""
        metrics = QFontMetrics(self._fonts()[1])
        painter.setFont(self._fonts()[1])
        painter.setPen(QColor(tokens.muted))
        painter.drawText(QPointF(line.left(), top + metrics.ascent()), tr("How many last at the same time"))
        strip = top + metrics.height() + 4
        for start, end, many in self._plan.busy:
            left, right = (line.left() + at * line.width() for at in (start, end))
            box = QRectF(left, strip, max(3.0, right - left - 2), bottom - strip - 2)
            face(painter, box, tokens.information.ground, tokens.information.edge, 1.0, 3.0)
            words = str(many)
            if box.width() > metrics.horizontalAdvance(words) + 4:
                painter.setPen(QColor(tokens.information.ink))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
