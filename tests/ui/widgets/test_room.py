"""Room: what is shown fits its width, and is as high as it has to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.cards import Column
from ui.widgets.pills import Pill
from ui.widgets.tables import Cell, Row, Table
from ui.widgets.text import Paragraph

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_table_needs_no_sideways_scrolling(qtbot: QtBot) -> None:
    """Columns give way and wrap, but no word is cut and a pill keeps its line."""
    table = Table("Plans", ["What", "Who", "State", "When"], stretch=0)
    qtbot.addWidget(table)
    words = "Play sessions with the specialist service in the afternoon"
    table.resize(470, 300)
    table.show()
    table.show_rows([Row("a", (Cell(words), Cell("Family and support"), Cell("Planned", "good"), Cell("19 Jun 2026")))])
    header = table.horizontalHeader()
    assert header.length() <= table.viewport().width()
    assert table.rowHeight(0) > 60
    assert header.sectionSize(2) >= Pill("Planned", "good").sizeHint().width()


def test_a_page_of_wrapped_words_does_not_scroll_into_nothing(qtbot: QtBot) -> None:
    """A wide column is as high as its words are at that width."""
    column = Column(width=880)
    qtbot.addWidget(column)
    for _ in range(4):
        column.body.addWidget(Paragraph("words that wrap in a narrow column " * 6))
    column.resize(1000, 500)
    column.show()
    qtbot.waitExposed(column)
    assert column.verticalScrollBar().maximum() == 0
