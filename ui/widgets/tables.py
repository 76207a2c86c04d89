"""Tables that the keyboard can walk: arrows move, Enter opens, Tab leaves, letters search."""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.theme.style import ROW, tokens_of
from ui.widgets.assisted import hear_selection
from ui.widgets.pills import draw_pill, pill_size

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent, QShowEvent

    Index = QModelIndex | QPersistentModelIndex

__all__ = ["Cell", "Row", "Table"]

_Role = Qt.ItemDataRole
_AROUND = 26
"""Pixels that a cell keeps free around its words."""
_LONGEST_WORD = 300
_SAMPLE = 8
"""So many of a column's longest texts are measured; among more rows than :data:`_MANY` the others are taken on trust."""
_MANY = 60
"""With more rows only those in sight are measured; the others get their height when they come into sight."""
_SENTENCES = 0.4
"""The part of the width that a column of sentences has in a narrow table."""


class Cell(NamedTuple):
    """Words in a cell; with a ``tone`` they are drawn as a pill, ``bold`` makes them a row's own name."""

    text: str
    tone: str = ""
    bold: bool = False
    sort: str = ""


class Row(NamedTuple):
    """A row and the key that it is opened by."""

    key: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class _Width:
    """Of a column: the width at which its words stand on one line, and below which it would cut one in two.

    Pills, which hold states, stay on one line.
    """

    natural: int
    least: int
    is_pill: bool


class _Model(QAbstractTableModel):
    def __init__(self, columns: Sequence[str]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: list[Row] = []

    def rowCount(self, parent: Index | None = None) -> int:
        del parent
        return len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        del parent
        return len(self.columns)

    def cell(self, index: Index) -> Cell:
        return self.rows[index.row()].cells[index.column()]

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401 (Qt's own)
        if not index.isValid():
            return None
        cell = self.cell(index)
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            return cell.text
        if role == _Role.AccessibleTextRole:
            return f"{self.columns[index.column()]}: {cell.text}"
        return None

    def headerData(self, section: int, way: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401 (Qt's own)
        if way == Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return self.columns[section]
        if role == _Role.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        down = order == Qt.SortOrder.DescendingOrder
        self.rows.sort(key=lambda row: (row.cells[column].sort or row.cells[column].text).casefold(), reverse=down)
        self.layoutChanged.emit()


class _Delegate(QStyledItemDelegate):
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        model = index.model()
        cell = model.cell(index) if isinstance(model, _Model) else Cell("")
        option.font.setBold(cell.bold)
        option.state &= ~QStyle.StateFlag.State_HasFocus  # the row is marked, the table has the ring: enough
        if cell.tone:
            option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        model = index.model()
        if isinstance(model, _Model) and (cell := model.cell(index)).tone and isinstance(option.widget, QWidget):
            draw_pill(painter, option.rect.adjusted(10, 0, -6, 0), cell.text, cell.tone, tokens_of(option.widget))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        if isinstance(model, _Model) and (cell := model.cell(index)).tone:
            room = pill_size(cell.text)
            return QSize(room.width() + 20, max(ROW, room.height() + 12))
        size = super().sizeHint(option, index)
        return QSize(size.width() + 12, max(ROW, size.height() + 8))


class Table(QTableView):
    """A read-only table. ``opened`` carries the key of the row that was opened by Enter or a double click.

    ``stretch`` is the column that takes the spare width; the others are as wide as their words. ``spare`` are columns
    that go, the first one first, where large text leaves no room.
    """

    opened = Signal(str)
    current_changed = Signal(str)

    def __init__(
        self,
        name: str,
        columns: Sequence[str],
        *,
        stretch: int = 0,
        spare: tuple[int, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = _Model(columns)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSortingEnabled(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(ROW - 4)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._stretch, self._spare, self._most = stretch, spare, 0
        header.setMinimumSectionSize(64)
        self._measured: set[int] = set()
        self._measures: tuple[tuple[str, str], list[_Width]] | None = None
        self._fitted: tuple[int, object] | None = None
        self.verticalScrollBar().valueChanged.connect(self._fit_rows_in_sight)
        self.doubleClicked.connect(self._open)
        hear_selection(self, self._open)
        self.selectionModel().currentRowChanged.connect(lambda now, _old: self.current_changed.emit(self._key(now)))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the current one stays current if it is still there."""
        before = self.current_key()
        self._model.beginResetModel()
        self._model.rows = list(rows)
        self._model.endResetModel()
        self._measures = None
        if self.isVisible():  # otherwise when it gets its size
            self._fit_stretch()
        if not self.select(before) and rows:
            self.setCurrentIndex(self._model.index(0, 0))

    def current_key(self) -> str:
        """Return the key of the current row, or nothing."""
        return self._key(self.currentIndex())

    def select(self, key: str) -> bool:
        """Make the row of ``key`` current; ``False`` if it is not there."""
        for at, row in enumerate(self._model.rows):
            if key and row.key == key:
                self.setCurrentIndex(self._model.index(at, max(0, self.currentIndex().column())))
                return True
        return False

    def keys(self) -> tuple[str, ...]:
        """Return the keys of the rows as they are shown."""
        return tuple(row.key for row in self._model.rows)

    def sort_by(self, column: int, *, descending: bool = False) -> None:
        """Sort the rows that are shown."""
        before = self.current_key()
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self._model.sort(column, order)
        self.select(before)

    def fit_height(self, most: int = 12) -> None:
        """Be as tall as the rows, up to ``most`` of them, so that the page scrolls and not the table.

        A bar for scrolling sideways has its own room: it takes none from the rows, which would then need one, too.
        """
        self._most = most
        self._fit_rows()
        header = self.horizontalHeader()
        rows = sum(self.rowHeight(at) for at in range(min(most, len(self._model.rows))))
        sideways = header.length() > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height() if sideways else 0
        policy = Qt.ScrollBarPolicy
        all_shown = len(self._model.rows) <= most
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if all_shown else policy.ScrollBarAsNeeded)
        self.setFixedHeight(header.sizeHint().height() + max(rows, ROW) + bar + 2 * self.frameWidth() + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; leave the rest to Qt."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Fit rows anew when the text size changes."""
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._measures = None
            self._fit_stretch()
            if self._most:
                self.fit_height(self._most)
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the spare width to the column that stretches; below a readable width the table scrolls."""
        super().resizeEvent(event)
        self._fit_stretch()
        if self._most and event.size().width() != event.oldSize().width():
            self.fit_height(self._most)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit what was put in while the table was hidden."""
        super().showEvent(event)
        if self._measures is None:
            self._fit_stretch()

    def _fit_stretch(self) -> None:
        """Share out the width: spare columns go first, then the others give way down to their headings and wrap.

        The column that stretches holds sentences: where they need it, it has its share before the others keep one line.
        """
        header = self.horizontalHeader()
        room = self.viewport().width()
        widths = self._measured_columns()
        if self._fitted == (room, self._measures):
            self._fit_rows_in_sight()
            return
        self._fitted = (room, self._measures)
        own = widths[self._stretch]
        for column in self._spare:
            self.showColumn(column)
        wanted = {at: width.natural for at, width in enumerate(widths) if at != self._stretch}
        for column in self._spare:
            if sum(wanted.values()) + own.least > room:
                wanted.pop(column, None)
                self.hideColumn(column)
        fixed = sum(width if widths[at].is_pill else min(width, widths[at].least) for at, width in wanted.items())
        share = min(own.natural, round(room * _SENTENCES), room - fixed)
        over = sum(wanted.values()) + max(own.least, share) - room
        for at in sorted(wanted, key=wanted.__getitem__, reverse=True):
            if over > 0 and not widths[at].is_pill:
                given = min(over, max(0, wanted[at] - widths[at].least))
                wanted[at] -= given
                over -= given
        for at, width in wanted.items():
            header.resizeSection(at, width)
        header.resizeSection(self._stretch, max(own.least, room - sum(wanted.values())))
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Give each row the height that its words need; of very many, those in sight."""
        if len(self._model.rows) <= _MANY:
            self.resizeRowsToContents()
            return
        self._measured.clear()
        self.verticalHeader().setDefaultSectionSize(max(ROW, QFontMetrics(self.font()).height() + 8))
        self._fit_rows_in_sight()

    def _fit_rows_in_sight(self) -> None:
        count = len(self._model.rows)
        if count <= _MANY:
            return
        top, bottom = self.rowAt(0), self.viewport().height()
        for row in range(max(0, top), count):
            if self.rowViewportPosition(row) > bottom:
                return
            if row not in self._measured:
                self._measured.add(row)
                if not self._is_one_line(row):
                    self.resizeRowToContents(row)

    def _is_one_line(self, row: int) -> bool:
        """Say whether every cell of a row surely stands on one line, which is the height that rows have."""
        font = self.font()
        font.setBold(True)
        metrics = QFontMetrics(font)
        return all(
            "\n" not in cell.text and metrics.horizontalAdvance(cell.text) + _AROUND <= self.columnWidth(column)
            for column, cell in enumerate(self._model.rows[row].cells)
            if not cell.tone and not self.isColumnHidden(column)
        )

    def _measured_columns(self) -> list[_Width]:
        """Return what each column needs; measured once for what is shown and the fonts that it is shown in."""
        fonts = (self.font().key(), self.horizontalHeader().font().key())
        if self._measures is None or self._measures[0] != fonts:
            self._measures = (fonts, [self._width(at) for at in range(self.horizontalHeader().count())])
        return self._measures[1]

    def _least(self, column: int) -> int:
        """Return the width below which a column would cut a word in two, or its heading."""
        return self._measured_columns()[column].least

    def _width(self, column: int) -> _Width:
        heading = self.horizontalHeader().sectionSizeHint(column)
        rows = {row.cells[column].text: at for at, row in enumerate(self._model.rows)}  # each text once
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        font = self.font()
        font.setBold(True)
        metrics = QFontMetrics(font)
        longest_texts = heapq.nlargest(_SAMPLE, rows, key=len)
        widest = sorted(longest_texts, key=metrics.horizontalAdvance)[-2:]  # asking the delegate costs the most
        hints = [self.itemDelegate().sizeHint(option, self._model.index(rows[text], column)).width() for text in widest]
        words = {word for text in rows for word in text.split()}
        longest = max((metrics.horizontalAdvance(word) for word in heapq.nlargest(_SAMPLE, words, key=len)), default=0)
        return _Width(
            natural=max(heading, *hints, 0),
            least=max(heading, min(longest, _LONGEST_WORD) + _AROUND),
            is_pill=any(row.cells[column].tone for row in self._model.rows),
        )

    def _key(self, index: Index) -> str:
        return self._model.rows[index.row()].key if index.isValid() else ""

    def _open(self, index: Index) -> None:
        if key := self._key(index):
            self.opened.emit(key)
