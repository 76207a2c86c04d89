"""A table of sentences: its columns share the width by weight, its words wrap, and the page scrolls, not the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.widgets.pills import pill_size
from ui.widgets.tables import Row, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

__all__ = ["ReadingTable"]

_AROUND_PILL = 22


class ReadingTable(Table):
    """``weights`` are the shares of the columns; every row is as tall as its longest cell.

    Where not even the longest words of all columns fit side by side, the table scrolls sideways: no word is cut in two.
    """

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
        if event.size().width() != event.oldSize().width():
            self._share()

    def event(self, event: QEvent) -> bool:
        """Share anew when the text size changes."""
        done = super().event(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._share()
        return done

    def _fit_stretch(self) -> None:
        """Leave the widths to the weights: measuring every word of a long table twice takes as long again."""

    def _share(self) -> None:
        header = self.horizontalHeader()
        for at, width in enumerate(self._widths()):
            header.resizeSection(at, width)
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(at) for at in range(self.model().rowCount()))
        scroll = self.horizontalScrollBar().sizeHint().height() if header.length() > self.viewport().width() else 0
        height = header.sizeHint().height() + rows + scroll + 2 * self.frameWidth() + 4
        if height != self.height():
            self.setFixedHeight(height)

    def _widths(self) -> list[int]:
        """Return the width of each column: its share, but never less than its heading and its longest word need."""
        fixed = {at: self._pill_room(at) for at in range(len(self._weights)) if self._pill_room(at)}
        open_ = [at for at in range(len(self._weights)) if at not in fixed]
        while open_:
            spare, total = self.viewport().width() - sum(fixed.values()), sum(self._weights[at] for at in open_)
            shares = {at: spare * self._weights[at] // total for at in open_}
            short = [at for at in open_ if self._least(at) > shares[at]]
            fixed.update({at: self._least(at) for at in short} if short else shares)
            open_ = [at for at in open_ if at not in fixed]
        return [fixed[at] for at in range(len(self._weights))]

    def _pill_room(self, column: int) -> int:
        """Return the width that a column of pills needs, nothing for a column of plain words."""
        toned = [row.cells[column].text for row in self._shown if row.cells[column].tone]
        head = self.horizontalHeader().sectionSizeHint(column)
        return max(head, *(pill_size(text).width() + _AROUND_PILL for text in toned)) if toned else 0
