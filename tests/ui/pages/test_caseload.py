"""The caseload: opening a case by keyboard, finding one, and what it says when there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hsb_assess.desk import caseload
from ui.pages.caseload import CaseloadPage

if TYPE_CHECKING:
    import pytest

    from tests.ui.conftest import Running


def shown(running: Running) -> CaseloadPage:
    """Return the caseload that is on screen."""
    page = running.page(CaseloadPage)
    assert isinstance(page, CaseloadPage)
    return page


def test_an_empty_caseload_says_what_to_do(running: Running) -> None:
    """With no case there is one button, which has the keyboard."""
    running.unlock()
    page = shown(running)
    assert page.empty.isVisible()
    assert not page.table.isVisible()
    assert QApplication.focusWidget() is page.first_button


def test_a_case_needs_a_reference(running: Running) -> None:
    """Without a reference nothing is opened, and the field says why; Escape closes the form."""
    session = running.unlock()
    page = shown(running)
    page.ask_reference()
    running.bot.keyClick(page.new_case.reference, Qt.Key.Key_Return)
    running.settle()
    assert "reference" in page.new_case._field.fault()
    assert session.operations.state.error is None
    assert caseload.cases(session.at) == ()
    running.bot.keyClick(page.new_case.reference, Qt.Key.Key_Escape)
    assert page.empty.isVisible()


def test_a_new_case_is_opened_and_gone_to(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reference typed and Enter pressed: the case is in the vault and the app goes to it."""
    session = running.unlock()
    went = []
    page = shown(running)
    context = type(page.context)(**{**vars(page.context), "navigate": went.append})
    monkeypatch.setattr(page, "context", context)
    page.ask_reference()
    running.bot.keyClicks(page.new_case.reference, "A-17")
    running.bot.keyClick(page.new_case.reference, Qt.Key.Key_Return)
    running.settle()
    line = caseload.cases(session.at)[0]
    assert line.ref == "A-17"
    assert (went[0].page, went[0].case) == ("case", line.case)


def test_finding_among_many(running: Running) -> None:
    """Letters of a reference narrow the table; the count says so; nothing typed shows all again."""
    session = running.unlock()
    for n in range(12):
        session.operations.run(caseload.create_case, f"A-{n:02}")
    running.settle()
    page = shown(running)
    assert len(page.table.keys()) == 12
    running.bot.keyClicks(page.search, "a-1")
    assert len(page.table.keys()) == 2
    assert page._count.text() == "2 of 12 cases"
    page.search.clear()
    assert len(page.table.keys()) == 12
    page.state.setCurrentIndex(page.state.findData("approved"))
    assert page.table.keys() == ()


def test_enter_opens_the_row(running: Running) -> None:
    """The arrows choose a case, Enter opens it."""
    session = running.unlock()
    for ref in ("A-1", "A-2"):
        session.operations.run(caseload.create_case, ref)
    running.settle()
    page = shown(running)
    opened: list[str] = []
    page.table.opened.disconnect()
    page.table.opened.connect(opened.append)
    page.table.setFocus()
    running.bot.keyClick(page.table, Qt.Key.Key_Down)
    running.bot.keyClick(page.table, Qt.Key.Key_Return)
    assert opened == [page.table.keys()[1]]
