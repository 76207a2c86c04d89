"""The family and network map, drawn: the keyboard goes from person to person, and moves them, as the mouse does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from hsb_assess.diagrams.family import FamilyPlan, neighbour
from ui.draw.faces import caption_height, draw_caption, draw_symbol
from ui.draw.familylines import draw_households, draw_ties
from ui.language import tr
from ui.theme.fonts import scaled
from ui.theme.shapes import face as draw_face
from ui.theme.shapes import ring
from ui.theme.style import tokens_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hsb_assess.diagrams.family import Spot
    from ui.draw.faces import Face

__all__ = ["FamilyDrawing", "Measures"]

_WAYS: Final = {
    Qt.Key.Key_Left: ("left", -0.5, 0.0),
    Qt.Key.Key_Right: ("right", 0.5, 0.0),
    Qt.Key.Key_Up: ("up", 0.0, -0.5),
    Qt.Key.Key_Down: ("down", 0.0, 0.5),
}
"""Keys, the way they go, and by how many cells they move somebody with Ctrl."""
_MARGIN: Final = 17
"""Pixels at the sides of a cell that stay free of words, for the lines that come down there."""
_STEP: Final = 0.5
_FURTHEST_HOP: Final = 8
"""So many half cells are tried, until somebody moved by the keyboard is past whoever stands there."""
_WRAP: Final = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignVCenter.value


@dataclass(frozen=True)
class Measures:
    """Pixels at the present text size: of a cell, of the room at the left for the generations, of a shape."""

    wide: int
    tall: int
    left: int
    symbol: int
    above: int

    def at(self, x: float, y: float) -> QPointF:
        """Return where a place in cells lies."""
        return QPointF(self.left + x * self.wide, y * self.tall)

    def cell(self, spot: Spot) -> QRectF:
        """Return somebody's cell."""
        corner = self.at(spot.x - 0.5, spot.y - 0.5)
        return QRectF(corner.x(), corner.y(), self.wide, self.tall)

    def shape(self, spot: Spot) -> QRectF:
        """Return where somebody's shape stands in their cell."""
        cell = self.cell(spot)
        return QRectF(cell.center().x() - self.symbol / 2, cell.top() + self.above, self.symbol, self.symbol)


class FamilyDrawing(QWidget):
    """Draws a plan. Its words are in the table beside it as well.

    ``opened`` carries whom Enter or a double click opened, ``current_changed`` who has the keyboard; ``moved`` carries
    a person and the place in cells where they were put.
    """

    opened = Signal(str)
    current_changed = Signal(str)
    moved = Signal(str, float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan = FamilyPlan()
        self.faces: Mapping[str, Face] = {}
        self.rows: Mapping[int | None, str] = {}
        self.bands: Mapping[str, str] = {}
        self.homes: tuple[tuple[tuple[str, ...], bool], ...] = ()
        self.may_move = True
        self.current = ""
        self._pressed: QPoint | None = None
        self._drag = QPointF()
        self._measures: Measures | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Family and network map"))

    def show_plan(
        self,
        plan: FamilyPlan,
        faces: Mapping[str, Face],
        *,
        rows: Mapping[int | None, str],
        bands: Mapping[str, str],
        homes: tuple[tuple[tuple[str, ...], bool], ...] = (),
    ) -> None:
        """Draw another plan. ``rows`` name generations, ``bands`` groups; ``homes`` are households, part-time or not."""
        self.plan, self.faces, self.rows, self.bands, self.homes = plan, faces, rows, bands, homes
        self._measures = None
        if plan.spot(self.current) is None:
            mine = next((each.id for each in faces.values() if each.this_child), "")
            self.current = mine or (plan.spots[0].id if plan.spots else "")
        self._describe()
        self.setFixedSize(self.sizeHint())
        self.update()

    def measures(self) -> Measures:
        """Return the sizes of everything at the present text size."""
        if self._measures is None:
            px = max(16, QApplication.font().pixelSize())
            wide = round(px * 9.8)
            tallest = max((caption_height(each, wide - 2 * _MARGIN) for each in self.faces.values()), default=0)
            symbol, above = round(px * 2.6), round(px * 1.9)
            tall = above + symbol + 6 + tallest + round(px * 0.8)
            self._measures = Measures(wide, tall, round(px * 7.4), symbol, above)
        return self._measures

    def columns_in(self, width: int) -> int:
        """Return how many people have room side by side in ``width`` pixels."""
        found = self.measures()
        return max(1, (width - found.left) // found.wide)

    def sizeHint(self) -> QSize:
        """Return the size of the whole map."""
        found = self.measures()
        return QSize(found.left + round(self.plan.width * found.wide) + 6, round(self.plan.height * found.tall) + 8)

    def event(self, event: QEvent) -> bool:
        """Follow the text size."""
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._measures = None
            self.setFixedSize(self.sizeHint())
            self.updateGeometry()
        return super().event(event)

    # -- who has the keyboard ----------------------------------------------------------------------------------

    def select(self, person: str) -> None:
        """Give somebody the keyboard, and say who it is."""
        if person == self.current or self.plan.spot(person) is None:
            return
        self.current = person
        self._describe()
        self._say(self.faces[person].said)
        self.current_changed.emit(person)
        self.update()

    def current_rect(self) -> QRect:
        """Return where the current person stands."""
        spot = self.plan.spot(self.current)
        return QRect() if spot is None else self.measures().cell(spot).toAlignedRect()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:  # noqa: ANN401 (Qt's own)
        """Tell whatever scrolls that the current person is to be in sight: the map as a whole is larger than a window."""
        if query == Qt.InputMethodQuery.ImCursorRectangle:
            return self.current_rect()
        return super().inputMethodQuery(query)

    def _describe(self) -> None:
        here = self.faces.get(self.current)
        keys = tr("Arrow keys go from person to person, Enter opens, Ctrl with an arrow moves.")
        self.setAccessibleDescription(
            " ".join(part for part in (here.said if here else "", keys, tr("The table below says the same.")) if part)
        )

    def _say(self, words: str) -> None:
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show and say who has the keyboard."""
        super().focusInEvent(event)
        self.current_changed.emit(self.current)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go about with the arrows, open with Enter, move somebody with Ctrl and an arrow."""
        key = Qt.Key(event.key())
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _WAYS and ctrl:
            self._move(*_WAYS[key][1:])
        elif key in _WAYS and plain:
            self.select(neighbour(self.plan, self.current, _WAYS[key][0]))
        elif key == Qt.Key.Key_Home and plain:
            self.select(next((each.id for each in self.faces.values() if each.this_child), self.current))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current:
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    def _move(self, across: float, down: float) -> None:
        """Move the current person by a step; past somebody, where a step alone would only be pushed back."""
        spot = self.plan.spot(self.current)
        if spot is None:
            return
        if not self.may_move:
            self._say(tr("This map can be read. Nobody can be moved on it."))
            return
        for steps in range(1, _FURTHEST_HOP):
            x, y = spot.x + across * steps, spot.y + down * steps
            if x < _STEP or y < _STEP:
                return
            others = (each for each in self.plan.spots if each.id != spot.id)
            if not any(abs(each.x - x) < 1 and abs(each.y - y) < 1 for each in others):
                self.moved.emit(spot.id, x, y)
                self._say(tr("Moved."))
                return

    # -- with the mouse or a finger ------------------------------------------------------------------------------

    def _at(self, point: QPointF) -> str:
        found = self.measures()
        return next((each.id for each in self.plan.spots if found.cell(each).contains(point)), "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose who stands there."""
        if event.button() == Qt.MouseButton.LeftButton and (person := self._at(event.position())):
            self.select(person)
            self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take the current person along."""
        if self._pressed is not None and self.may_move:
            by = event.position().toPoint() - self._pressed
            if self._drag.manhattanLength() or by.manhattanLength() >= QApplication.startDragDistance():
                self._drag = QPointF(by)
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put the person down on the nearest half cell."""
        spot, by, found = self.plan.spot(self.current), self._drag, self.measures()
        self._pressed, self._drag = None, QPointF()
        self.unsetCursor()
        if spot is not None and by.manhattanLength():
            x = round((spot.x + by.x() / found.wide) / _STEP) * _STEP
            y = round((spot.y + by.y() / found.tall) / _STEP) * _STEP
            self.moved.emit(spot.id, max(_STEP, x), max(_STEP, y))
            self.update()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open who stands there."""
        if person := self._at(event.position()):
            self._pressed = None
            self.opened.emit(person)

    # -- painting ----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines first, then the people on them."""
        del event
        painter, tokens, found = QPainter(self), tokens_of(self), self.measures()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._names_of_rows(painter)
        draw_households(painter, self.plan, found, self.homes, tokens)
        draw_ties(painter, self.plan, found, tokens)
        for spot in self.plan.spots:
            face = self.faces[spot.id]
            here = spot.id == self.current
            by = self._drag if here else QPointF()
            cell, shape = found.cell(spot).translated(by), found.shape(spot).translated(by)
            ground = tokens.window
            inside = cell.adjusted(4, found.above * 0.62, -4, -2)
            if here and (self.hasFocus() or by.manhattanLength()):
                ground = tokens.selected
                draw_face(painter, inside, ground, None)
            draw_symbol(painter, shape, face, tokens)
            room = QRectF(cell.left() + _MARGIN, shape.bottom() + 6, cell.width() - 2 * _MARGIN, cell.height())
            draw_caption(painter, room, face, tokens, ground)
            if here and self.hasFocus():
                ring(painter, inside, tokens.focus)

    def _names_of_rows(self, painter: QPainter) -> None:
        tokens, found = tokens_of(self), self.measures()
        painter.setFont(scaled(QApplication.font(), 0.84, bold=True))
        painter.setPen(QColor(tokens.muted))
        for row in self.plan.generations:
            middle = found.at(0, row.y - 0.5).y() + found.above + found.symbol / 2
            tall = found.tall - 8
            painter.drawText(QRectF(4, middle - tall / 2, found.left - 12, tall), _WRAP, self.rows.get(row.number, ""))
        for band in self.plan.bands:
            corner = found.at(band.x, band.y)
            if band.y == min(each.y for each in self.plan.bands) and band.x == 0:
                painter.fillRect(QRectF(0, corner.y(), self.width(), 1), QColor(tokens.line))
            room = QRectF(corner.x() + 8, corner.y() + 4, band.columns * found.wide + found.wide * 0.4, found.above)
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft.value, self.bands.get(band.group, band.group))
