"""How the views are laid out: headings, words, tables, and cards side by side in as many columns as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget

from ui.draw.readingtable import ReadingTable
from ui.form.labels import SmallButton
from ui.language import tr
from ui.widgets.fitting import FitsRoom
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import Qt

    from ui.pages.sense.viewed import Viewed
    from ui.widgets.tables import Row

__all__ = ["SideBySide", "View", "small_button", "thread_button"]


def small_button(words: str, on_click: Callable[[], object], *, name: str, tip: str = "") -> SmallButton:
    """Return a quiet button; ``name`` says to a screen reader what it acts on."""
    made = SmallButton(words)
    made.setAccessibleName(name)
    if tip:
        made.setToolTip(tip)
    made.clicked.connect(lambda _checked=False: on_click())
    return made


def thread_button(viewed: Viewed, key: str, title: str) -> SmallButton | None:
    """Return the button that shows the thread of a bead on the board; ``None`` for what is on none."""
    if key not in viewed.sense.board.web.beads:
        return None
    name = tr("Show the thread of: {title}", title=title)
    return small_button(tr("See its thread"), lambda: viewed.see_thread(key), name=name)


class SideBySide(FitsRoom, QWidget):
    """Cards of equal width, as many side by side as have ``least`` letters each; at most ``most``."""

    def __init__(self, cards: Sequence[QWidget], *, least: int = 20, most: int = 2) -> None:
        super().__init__()
        self._cards, self._least, self._most, self._columns = tuple(cards), least, most, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        for card in cards:
            card.setParent(self)
        self._fit()

    def _fit(self) -> None:
        """Share out the new width."""
        letter = max(16, QApplication.font().pixelSize())
        columns = max(1, min(self._most, len(self._cards), (self.width() // letter) // self._least))
        if columns == self._columns:
            return
        for at in range(self._columns):
            self._grid.setColumnStretch(at, 0)
        self._columns = columns
        for at, card in enumerate(self._cards):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, at // columns, at % columns)
        for at in range(columns):
            self._grid.setColumnStretch(at, 1)


class View(QWidget):
    """One view: add to it from above to below."""

    def __init__(self, viewed: Viewed) -> None:
        super().__init__()
        self.viewed = viewed
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(12)

    def heading(self, words: str, level: int = 2) -> None:
        """Add a heading."""
        self.body.addWidget(Heading(words, level))

    def say(self, words: str) -> None:
        """Add a paragraph of the app's own."""
        self.body.addWidget(Paragraph(words))

    def quiet(self, words: str) -> None:
        """Add a quiet remark of the app's own."""
        self.body.addWidget(Caption(words))

    def add(self, widget: QWidget, where: Qt.AlignmentFlag | None = None) -> None:
        """Add anything else."""
        if where is None:
            self.body.addWidget(widget)
        else:
            self.body.addWidget(widget, 0, where)

    def table(self, name: str, columns: Sequence[str], weights: Sequence[int], rows: Sequence[Row]) -> ReadingTable:
        """Add a table; rows are keyed by the path of the question that Enter or a double click opens."""
        made = ReadingTable(name, columns, weights)
        made.show_rows(rows)
        made.opened.connect(self.viewed.go)
        self.body.addWidget(made)
        return made
