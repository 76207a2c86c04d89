"""The chronology drawn: lanes over a scale of days, fuzzy dates as spans, long silences named; walked by keyboard."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from hsb_assess.diagrams.timeline import Event, TimelinePlan, arrange
from ui.language import tr
from ui.theme.fonts import scaled
from ui.theme.shapes import SPARE, ring
from ui.theme.style import tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QFont

    from hsb_assess.diagrams.timeline import Mark
    from ui.theme.palettes import Tokens

__all__ = ["Happening", "TimelineDrawing", "silence_words"]

_WRAP: Final = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignVCenter.value
_CENTRE: Final = Qt.AlignmentFlag.AlignCenter.value
_WIDTHS: Final = 8
"""Plans that are kept: a layout asks for the height at a few widths, again and again."""
_CHILD_LANES: Final = frozenset({"happened", "shown", "behaviour"})


@dataclass(frozen=True)
class Happening:
    """An event with a day: its number in the table, the days that it can have been, its lane; ``said`` is all of it."""

    id: str
    number: int
    first: date
    last: date
    about: bool
    lane: str
    said: str = field(repr=False)


@dataclass(frozen=True)
class _Measures:
    """Pixels at a width: where the field begins, how wide it is, how high a level is, a mark's radius."""

    left: float
    field: float
    level: float
    radius: float
    top: float

    def x(self, share: float) -> float:
        return self.left + self.radius + share * self.field


def silence_words(days: int) -> str:
    """Return how a stretch without an entry is called."""
    return tr("no entry for {n} days", n=days)


class TimelineDrawing(QWidget):
    """Draws events. The table below says the same.

    ``opened`` carries the event that Enter or a double click opened, ``current_changed`` the one with the keyboard.
    """

    opened = Signal(str)
    current_changed = Signal(str)

    def __init__(
        self,
        events: Sequence[Happening],
        lanes: Sequence[tuple[str, str]],
        *,
        silences: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.events = tuple(sorted(events, key=lambda each: each.number))
        self._lanes = tuple(lanes)
        self._silences = silences
        self._plans: dict[int, TimelinePlan | None] = {}
        self.current = self.events[0].id if self.events else ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(tr("Timeline"))
        self._describe()

    # -- sizes -------------------------------------------------------------------------------------------------

    def _measures(self, width: int) -> _Measures:
        px = max(16, QApplication.font().pixelSize())
        radius = px * 0.72
        left = min(px * 8.6, width * 0.32)
        return _Measures(left, max(60.0, width - left - 2 * radius - SPARE), px * 2.0, radius, px * 3.0)

    def plan(self, width: int) -> TimelinePlan | None:
        """Return where everything stands in a drawing of ``width`` pixels."""
        if width not in self._plans:
            known = {lane: at for at, (lane, _name) in enumerate(self._lanes)}
            found = self._measures(width)
            placed = [Event(each.number, each.first, each.last, known[each.lane], each.about) for each in self.events]
            if len(self._plans) >= _WIDTHS:
                self._plans.clear()
            self._plans[width] = arrange(placed, len(self._lanes), mark_width=2.3 * found.radius / found.field)
        return self._plans[width]

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower drawing is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at ``width``."""
        plan, found = self.plan(width), self._measures(width)
        if plan is None:
            return 0
        tall = sum(self._lane_height(at, levels, found) for at, levels in enumerate(plan.levels))
        return round(found.top + tall + SPARE)

    def _lane_height(self, lane: int, levels: int, found: _Measures) -> float:
        """Return how high a lane is: as high as its levels, and as its name."""
        metrics = QFontMetrics(self._small(bold=True))
        name = metrics.boundingRect(QRect(0, 0, int(found.left) - 12, 10_000), _WRAP, self._lanes[lane][1])
        return max(levels * found.level, name.height() + 10.0)

    def sizeHint(self) -> QSize:
        """Return a width that reads well."""
        return QSize(760, self.heightForWidth(760))

    def minimumSizeHint(self) -> QSize:
        """Allow a narrow page."""
        return QSize(320, 60)

    def event(self, event: QEvent) -> bool:
        """Follow the text size."""
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._plans.clear()
            self.updateGeometry()
        return super().event(event)

    @staticmethod
    def _small(*, bold: bool = False) -> QFont:
        return scaled(QApplication.font(), 0.84, bold=bold)

    # -- the keyboard and the mouse ----------------------------------------------------------------------------

    def select(self, event: str) -> None:
        """Give an event the keyboard, and say what it is."""
        if event == self.current or all(each.id != event for each in self.events):
            return
        self.current = event
        self._describe()
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._here().said))
        self.current_changed.emit(event)
        self.update()

    def _here(self) -> Happening:
        return next(each for each in self.events if each.id == self.current)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:  # noqa: ANN401 (Qt's own)
        """Tell whatever scrolls that the current event is to be in sight: a long chronology is higher than a window."""
        if query == Qt.InputMethodQuery.ImCursorRectangle:
            found = self._measures(self.width())
            for each, mark, y in self._marks():
                if each.id == self.current:
                    return QRectF(
                        found.x(mark.start) - found.radius, y - found.level, found.level, 2 * found.level
                    ).toRect()
        return super().inputMethodQuery(query)

    def _describe(self) -> None:
        keys = tr("Left and right go from event to event, up and down from lane to lane, Enter opens.")
        words = [self._here().said if self.events else "", keys, tr("The table below says the same.")]
        self.setAccessibleDescription(" ".join(filter(None, words)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show and tell which event has the keyboard."""
        super().focusInEvent(event)
        self.current_changed.emit(self.current)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go about with the arrows, to the ends with Home and End, open with Enter."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self.events:
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            at = self.events.index(self._here()) + (1 if key == Qt.Key.Key_Right else -1)
            self.select(self.events[min(max(at, 0), len(self.events) - 1)].id)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._other_lane(1 if key == Qt.Key.Key_Down else -1)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.select(self.events[0 if key == Qt.Key.Key_Home else -1].id)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    def _other_lane(self, by: int) -> None:
        """Go to the event nearest in time in the next lane that has one."""
        here = self._here()
        order = [lane for lane, _name in self._lanes]
        ahead = order[order.index(here.lane) + 1 :] if by > 0 else order[: order.index(here.lane)][::-1]
        for lane in ahead:
            inside = [each for each in self.events if each.lane == lane]
            if inside:
                self.select(min(inside, key=lambda each: abs((each.first - here.first).days)).id)
                return

    def _at(self, point: QPointF) -> str:
        found = self._measures(self.width())
        for event, mark, y in self._marks():
            start, end = found.x(mark.start) - found.radius, found.x(mark.end) + found.radius
            if start <= point.x() <= end and abs(point.y() - y) <= found.level / 2:
                return event.id
        return ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the event that stands there."""
        if found := self._at(event.position()):
            self.select(found)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the event that stands there."""
        if found := self._at(event.position()):
            self.opened.emit(found)

    # -- painting ----------------------------------------------------------------------------------------------

    def _marks(self) -> list[tuple[Happening, Mark, float]]:
        """Return each event with its mark and the height at which it stands."""
        plan, found = self.plan(self.width()), self._measures(self.width())
        if plan is None:
            return []
        tops = self._tops(plan, found)
        by_number = {each.number: each for each in self.events}
        return [
            (by_number[mark.number], mark, tops[mark.lane] + (mark.level + 0.5) * found.level) for mark in plan.marks
        ]

    def _tops(self, plan: TimelinePlan, found: _Measures) -> list[float]:
        tops, y = [], found.top
        for lane, levels in enumerate(plan.levels):
            tall = self._lane_height(lane, levels, found)
            tops.append(y + (tall - levels * found.level) / 2)
            y += tall
        return tops

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lanes, the scale, the silences, then the events."""
        del event
        plan, found = self.plan(self.width()), self._measures(self.width())
        if plan is None:
            return
        painter, tokens = QPainter(self), tokens_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_lanes(painter, tokens, plan, found)
        self._draw_scale(painter, tokens, plan, found)
        if self._silences:
            self._draw_silences(painter, tokens, plan, found)
        for each, mark, y in self._marks():
            self._draw_mark(painter, tokens, each, mark, y)

    def _draw_lanes(self, painter: QPainter, tokens: Tokens, plan: TimelinePlan, found: _Measures) -> None:
        y = found.top
        for at, ((lane, name), levels) in enumerate(zip(self._lanes, plan.levels, strict=True)):
            tall = self._lane_height(at, levels, found)
            if lane in _CHILD_LANES:
                painter.fillRect(QRectF(0, y, self.width(), tall), QColor(tokens.surface))
            painter.fillRect(QRectF(0, y, self.width(), 1), QColor(tokens.line))
            painter.setFont(self._small(bold=True))
            painter.setPen(QColor(tokens.text))
            painter.drawText(QRectF(4, y, found.left - 12, tall), _WRAP, name)
            y += tall
        painter.fillRect(QRectF(0, y, self.width(), 1), QColor(tokens.line))

    def _draw_scale(self, painter: QPainter, tokens: Tokens, plan: TimelinePlan, found: _Measures) -> None:
        font = self._small()
        metrics, free = QFontMetrics(font), 0.0
        painter.setFont(font)
        for tick in plan.ticks:
            x = found.x(tick.at)
            painter.fillRect(QRectF(x, found.top, 1, self.height() - found.top - SPARE), QColor(tokens.line))
            if x >= free:
                painter.setPen(QColor(tokens.muted))
                painter.drawText(QPointF(x, metrics.ascent() + 2.0), tick.label)
                free = x + metrics.horizontalAdvance(tick.label) + 10

    def _draw_silences(self, painter: QPainter, tokens: Tokens, plan: TimelinePlan, found: _Measures) -> None:
        metrics = QFontMetrics(self._small())
        y = found.top - metrics.height() * 0.6
        for silence in plan.silences:
            start, end = found.x(silence.start) + found.radius, found.x(silence.end) - found.radius
            words = silence_words(silence.days)
            wide = metrics.horizontalAdvance(words) + 10
            pen = QPen(QColor(tokens.muted), 1.6)
            pen.setDashPattern([3, 3])
            painter.setPen(pen)
            painter.drawLine(QPointF(start, y), QPointF(end, y))
            if wide <= end - start:
                middle = QRectF((start + end - wide) / 2, y - metrics.height() / 2, wide, metrics.height())
                painter.fillRect(middle, QColor(tokens.window))
                painter.drawText(middle, _CENTRE, words)

    def _draw_mark(self, painter: QPainter, tokens: Tokens, event: Happening, mark: Mark, y: float) -> None:
        found = self._measures(self.width())
        start, end, radius = found.x(mark.start), found.x(mark.end), found.radius
        pen = QPen(QColor(tokens.accent), 1.8)
        painter.setPen(pen)
        if end > start:
            painter.setBrush(QColor(tokens.selected))
            painter.drawRoundedRect(
                QRectF(start - radius, y - radius, end - start + 2 * radius, 2 * radius), radius, radius
            )
        if mark.about:
            pen.setDashPattern([1.8, 1.6])
            painter.setPen(pen)
        painter.setBrush(QColor(tokens.surface if mark.about else tokens.accent))
        painter.drawEllipse(QPointF(start, y), radius, radius)
        painter.setFont(scaled(QApplication.font(), 0.8, bold=True))
        painter.setPen(QColor(tokens.text if mark.about else tokens.on_accent))
        painter.drawText(QRectF(start - radius, y - radius, 2 * radius, 2 * radius), _CENTRE, str(mark.number))
        if event.id == self.current:
            around = QRectF(start - radius, y - radius, end - start + 2 * radius, 2 * radius).adjusted(-4, -4, 4, 4)
            if self.hasFocus():
                ring(painter, around, tokens.focus, radius + 2)
            else:
                painter.setPen(QPen(QColor(tokens.text), 1.6))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(around, radius + 4, radius + 4)
