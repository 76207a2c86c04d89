"""A table of sentences: its columns share the width by weight, its words wrap, and the page scrolls, not the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QHeaderView, QWidget

from ui.widgets.pills import pill_size
from ui.widgets.tables import Row, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

__all__ = ["ReadingTable"]

_LETTERS = 2.4
"""How many letters of ordinary text a column holds at least for each weight; below that the table scrolls sideways."""
_AROUND_PILL = 22


class ReadingTable(Table):
    """``weights`` are the shares of the columns; every row is as tall as its longest cell."""

    def __init__(
        self, name: str, columns: Sequence[str], weights: Sequence[int], parent: QWidget | None = None
    ) -> None:
        self._weights = tuple(weights)
        self._shown: tuple[Row, ...] = ()
        super().__init__(name, columns, stretch=0, parent=parent)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self._shown = tuple(rows)
        super().show_rows(rows)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self._share()

    def event(self, event: QEvent) -> bool:
        """Share anew when the text size changes."""
        done = super().event(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._share()
        return done

    def _share(self) -> None:
        header = self.horizontalHeader()
        letter = max(16, QApplication.font().pixelSize()) * 0.55
        pills = {at: self._pill_room(at) for at in range(len(self._weights)) if self._pill_room(at)}
        total = sum(weight for at, weight in enumerate(self._weights) if at not in pills) or 1
        spare = max(self.viewport().width() - sum(pills.values()), round(total * _LETTERS * letter))
        room = sum(pills.values()) + spare
        for at, weight in enumerate(self._weights):
            header.resizeSection(at, pills.get(at, spare * weight // total))
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(at) for at in range(self.model().rowCount()))
        scroll = self.horizontalScrollBar().sizeHint().height() if room > self.viewport().width() else 0
        height = header.sizeHint().height() + rows + scroll + 2 * self.frameWidth() + 4
        if height != self.height():
            self.setFixedHeight(height)

    def _pill_room(self, column: int) -> int:
        """Return the width that a column of pills needs, nothing for a column of plain words."""
        toned = [row.cells[column].text for row in self._shown if row.cells[column].tone]
        head = self.horizontalHeader().sectionSizeHint(column)
        return max(head, *(pill_size(text).width() + _AROUND_PILL for text in toned)) if toned else 0
