"""A grid of cells with a name for each row and column: walked in both directions, each cell says both names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from ui.theme.fonts import scaled
from ui.theme.shapes import face, ring
from ui.theme.style import tokens_of
from ui.widgets.marks import draw_mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont, QKeyEvent, QPainter, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    Index = QModelIndex | QPersistentModelIndex

__all__ = ["GridCell", "GridTable"]

_Role = Qt.ItemDataRole
_WRAP: Final = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value
_NAME: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | Qt.TextFlag.TextWordWrap.value
_PAD: Final = 10
_LEAST: Final = 10.5
"""Letters' heights that a column is wide at least."""


@dataclass(frozen=True)
class GridCell:
    """What a cell says: a state with its ``tone``, sentences under it, and ``said``, all of it with both names."""

    key: str
    state: str
    lines: tuple[str, ...] = ()
    tone: str = "neutral"
    said: str = ""
    quiet: bool = False


class _Model(QAbstractTableModel):
    def __init__(self, rows: Sequence[str], columns: Sequence[str], cells: Sequence[Sequence[GridCell]]) -> None:
        super().__init__()
        self.rows, self.columns, self.cells = tuple(rows), tuple(columns), tuple(tuple(row) for row in cells)

    def rowCount(self, parent: Index | None = None) -> int:
        del parent
        return len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        del parent
        return len(self.columns)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401 (Qt's own)
        if not index.isValid():
            return None
        cell = self.cells[index.row()][index.column()]
        if role == _Role.DisplayRole:
            return "\n".join(part for part in (cell.state, *cell.lines) if part)
        if role in (_Role.AccessibleTextRole, _Role.ToolTipRole):
            return cell.said
        return None

    def headerData(self, section: int, way: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401 (Qt's own)
        names = self.columns if way == Qt.Orientation.Horizontal else self.rows
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            return names[section]
        if role == _Role.TextAlignmentRole:
            return _NAME
        return _fonts()[0] if role == _Role.FontRole else None


def _fonts() -> tuple[QFont, QFont]:
    base = QApplication.font()
    return scaled(base, 0.94, bold=True), scaled(base, 0.88)


def _mark_side() -> int:
    return max(16, round(QApplication.font().pixelSize() * 1.05))


def _heights(cell: GridCell, width: int) -> list[int]:
    """Return how high each piece of a cell's words is at the width of the cell."""
    bold, plain = (QFontMetrics(font) for font in _fonts())
    inner = width - 2 * _PAD
    room = QRect(0, 0, max(30, inner - _mark_side() - 6), 10_000)
    found = [bold.boundingRect(room, _WRAP, cell.state).height()]
    return found + [
        plain.boundingRect(QRect(0, 0, max(30, inner), 10_000), _WRAP, each).height() for each in cell.lines
    ]


class _Painter(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, view = index.model(), option.widget
        if not isinstance(model, _Model) or not isinstance(view, GridTable):
            return
        cell, tokens = model.cells[index.row()][index.column()], tokens_of(view)
        rect = QRectF(option.rect)
        here = view.currentIndex() == index
        tone = tokens.tone(cell.tone)
        ground = tokens.window if cell.quiet else tokens.surface if cell.tone == "neutral" else tone.ground
        inside = rect.adjusted(2, 2, -2, -2)
        face(painter, inside, ground, tokens.line if cell.quiet else tone.edge)
        heights = _heights(cell, round(rect.width()))
        x, y, wide, side = rect.left() + _PAD, rect.top() + _PAD, rect.width() - 2 * _PAD, _mark_side()
        bold, plain = _fonts()
        ink = tokens.muted if cell.quiet else tone.ink if cell.tone != "neutral" else tokens.text
        painter.save()
        if not cell.quiet:
            draw_mark(painter, QRectF(x, y + 1, side, side), cell.tone, tone.ink)
        painter.setFont(plain if cell.quiet else bold)
        painter.setPen(QColor(ink))
        left = 0 if cell.quiet else side + 6
        painter.drawText(QRectF(x + left, y, wide - left, heights[0] + 2), _WRAP, cell.state)
        y += max(heights[0], 0 if cell.quiet else side) + 3
        painter.setFont(plain)
        for line, tall in zip(cell.lines, heights[1:], strict=True):
            painter.drawText(QRectF(x, y, wide, tall + 2), _WRAP, line)
            y += tall
        if here and view.hasFocus():
            ring(painter, inside, tokens.focus)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        view, model = self.parent(), index.model()
        if not isinstance(view, GridTable) or not isinstance(model, _Model):
            return QSize()
        cell, width = model.cells[index.row()][index.column()], view.columnWidth(index.column())
        first, *rest = _heights(cell, width)
        return QSize(width, max(first, _mark_side()) + sum(rest) + 2 * _PAD + 8)


class GridTable(QTableView):
    """Shows a grid. ``opened`` carries the key of the cell that Enter or a double click opened.

    Its height is that of its rows, so that the page scrolls; with many columns it scrolls sideways, row names stay.
    """

    opened = Signal(str)
    current_changed = Signal(str)

    def __init__(
        self,
        name: str,
        rows: Sequence[str],
        columns: Sequence[str],
        cells: Sequence[Sequence[GridCell]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = _Model(rows, columns, cells)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)  # the cell has the ring: one is enough
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
            header.setDefaultAlignment(Qt.AlignmentFlag(_NAME & ~Qt.TextFlag.TextWordWrap.value))
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(lambda now, _old: self.current_changed.emit(self._key(now)))
        if rows and columns:
            self.setCurrentIndex(self._model.index(0, 0))
        self.fit()

    def current_key(self) -> str:
        """Return the key of the current cell, or nothing."""
        return self._key(self.currentIndex())

    def select(self, key: str) -> bool:
        """Make the cell of ``key`` current; ``False`` if it is not there."""
        for at, row in enumerate(self._model.cells):
            for column, cell in enumerate(row):
                if cell.key == key:
                    self.setCurrentIndex(self._model.index(at, column))
                    return True
        return False

    def current_rect(self) -> QRect:
        """Return where the current cell stands in this widget."""
        return self.visualRect(self.currentIndex()).translated(self.viewport().pos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; leave the rest to Qt."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Fit anew when the text size changes."""
        done = super().event(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.fit()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def fit(self) -> None:
        """Share out the width, no column narrower than can be read, and be as tall as the rows."""
        columns = len(self._model.columns)
        if not columns:
            return
        px = max(16, QApplication.font().pixelSize())
        names, header = self.verticalHeader(), self.horizontalHeader()
        names.setFixedWidth(round(min(px * 10.0, max(px * 7.0, self.width() * 0.24))))
        room = self.width() - names.width() - 2 * self.frameWidth()
        width = max(round(px * _LEAST), room // columns)
        for at in range(columns):
            header.resizeSection(at, width)
        for at in range(len(self._model.rows)):
            tallest = max(self.sizeHintForIndex(self._model.index(at, column)).height() for column in range(columns))
            self.setRowHeight(at, max(tallest, self._name_height(self._model.rows[at], names.width())))
        tall = max(self._name_height(each, width) for each in self._model.columns)
        header.setFixedHeight(tall)
        sideways = width * columns > room
        bar = self.horizontalScrollBar().sizeHint().height() if sideways else 0
        rows = sum(self.rowHeight(at) for at in range(len(self._model.rows)))
        self.setFixedHeight(tall + rows + bar + 2 * self.frameWidth() + 2)

    def _name_height(self, words: str, width: int) -> int:
        font = self.font()
        font.setBold(True)
        return QFontMetrics(font).boundingRect(QRect(0, 0, width - 24, 10_000), _WRAP, words).height() + 2 * _PAD

    def _key(self, index: Index) -> str:
        return self._model.cells[index.row()][index.column()].key if index.isValid() else ""

    def _open(self, index: Index) -> None:
        if key := self._key(index):
            self.opened.emit(key)
