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
    assert table.rowHeight(0) >= 2 * table.fontMetrics().height(), "the sentence goes on in a second line"
    assert header.sectionSize(2) >= Pill("Planned", "good").sizeHint().width()


def test_sentences_have_their_share_of_a_narrow_table(qtbot: QtBot) -> None:
    """What happened is read first: its column is not squeezed to a word a line so that a kind can keep one line."""
    table = Table("Events", ["When", "Kind", "What"], stretch=2)
    qtbot.addWidget(table)
    table.resize(500, 300)
    table.show()
    kind = Cell("Contact with an adult or child of this concern")
    table.show_rows([Row("a", (Cell("14 Apr 2026"), kind, Cell("Twelve sessions offered, ended after five.")))])
    header = table.horizontalHeader()
    assert header.length() <= table.viewport().width()
    assert header.sectionSize(2) >= table.viewport().width() * 0.39


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
