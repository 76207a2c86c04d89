"""The protection grid on screen: walked in two directions, unasked pairs shown as such, each cell opens its row."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hsb_assess.desk import assessing
from hsb_assess.rules.grid import Standing
from tests.ui.pages.bench import Bench, words_in
from ui.pages.grid import GridPage
from ui.widgets.errors import Link

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.pages.two_vaults import TwoVaults


def test_a_cell_says_both_names_and_opens_its_row(bench: Bench, vaults: TwoVaults) -> None:
    """Arrows go across and down; what a screen reader hears of a cell names both people; Enter opens the pair's row."""
    page = bench.page(GridPage, case=vaults.case)
    table = page.table
    assert table is not None
    table.setFocus()
    model = table.model()
    assert (model.rowCount(), model.columnCount()) == (len(page.grid.older), len(page.grid.children))
    start = table.currentIndex()
    QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (start.row() + 1, start.column() + 1)
    older, child = page.grid.older[1], page.grid.children[1]
    pair = page.grid.pairs[older, child]
    assert pair.row is not None
    said = str(model.data(table.currentIndex(), Qt.ItemDataRole.AccessibleTextRole))
    assert page.book is not None
    assert said.startswith(f"{page.book.name(older)} with {page.book.name(child)}: ")
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert bench.went[-1].path == f"M11.pairs[{pair.row.id}]"
    assert page.place().path == f"{older}|{child}"


def test_a_pair_that_nobody_asked_about_is_shown_and_begun(bench: Bench, vaults: TwoVaults) -> None:
    """The line above leads to it; Enter begins its row with both people in it, and opens it."""
    page = bench.page(GridPage, case=vaults.case)
    assert page.table is not None
    pair = page.grid.first(Standing.NOT_ASKED)
    assert pair is not None
    open_link = next(each for each in page.findChildren(Link) if each.text().startswith("Not asked: "))
    open_link.click()
    assert page.table.current_key() == f"{pair.older}|{pair.child}"
    assert "Not asked" in str(page.table.model().data(page.table.currentIndex()))
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    bench.settle()
    made = (bench.went[-1].path or "").removeprefix("M11.pairs[").rstrip("]")
    thing = assessing.reading(bench.at, vaults.assessment).thing(made)
    assert thing is not None
    assert (thing.value("older"), thing.value("child")) == (pair.older, pair.child)
    assert page.grid.pairs[pair.older, pair.child].standing is Standing.NOT_ASKED


def test_the_audit_says_that_restricted_answers_were_on_screen(bench: Bench, vaults: TwoVaults) -> None:
    """The grid shows who is listed as an adult with contact: opening it is named, once a visit."""

    def viewed() -> int:
        with bench.at.book.begin("read", write=False) as work:
            return sum(1 for row in work.audit.rows(vaults.case) if row.act == "restricted_viewed")

    before = viewed()
    page = bench.page(GridPage, case=vaults.case)
    bench.settle()
    assert viewed() == before + 1
    page.build()
    bench.settle()
    assert viewed() == before + 1


def test_a_reviewer_reads_the_grid(vaults: TwoVaults, tmp_path: Path, qtbot: QtBot) -> None:
    """A supervisor begins no row: they are told that there is none."""
    shutil.copytree(vaults.supervisor, tmp_path / "vault")
    bench = Bench(qtbot, tmp_path / "vault")
    page = bench.page(GridPage, case=vaults.case)
    pair = page.grid.first(Standing.NOT_ASKED)
    assert pair is not None
    page.open_pair(f"{pair.older}|{pair.child}")
    bench.settle()
    assert bench.went == []
    assert [notice.text for notice in bench.said] == [
        "Nobody has asked about these two, so there is no row to open yet."
    ]
    assert "Enter asks about it." not in words_in(page)
    bench.close()
