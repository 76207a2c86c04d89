"""The caseload: opening a case by keyboard, finding one, and what it says when there is none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from hsb_assess.desk import caseload
from hsb_assess.desk.caseload import CaseLine
from ui.navigation import Target
from ui.pages.caseload import CaseloadPage
from ui.pages.caseload.lines import LOOK, chosen, row
from ui.pages.caseload.tonight import Tonight

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

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
    running.bot.keyClick(page.new_case.line, Qt.Key.Key_Return)
    running.settle()
    assert "reference" in page.new_case.fault()
    assert session.operations.state.error is None
    assert caseload.cases(session.at) == ()
    running.bot.keyClick(page.new_case.line, Qt.Key.Key_Escape)
    assert page.empty.isVisible()


def test_a_new_case_is_opened_and_gone_to(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reference typed and Enter pressed: the case is in the vault and the app goes to it."""
    session = running.unlock()
    went = []
    page = shown(running)
    context = type(page.context)(**{**vars(page.context), "navigate": went.append})
    monkeypatch.setattr(page, "context", context)
    page.ask_reference()
    running.bot.keyClicks(page.new_case.line, "A-17")
    running.bot.keyClick(page.new_case.line, Qt.Key.Key_Return)
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


def line_of(ref: str, **said: object) -> CaseLine:
    """Return a case's line with what is ``said`` of it."""
    plain = CaseLine(ref, ref, "", None, "draft", "Being written", "you", (), "2026-06-01T09:00:00.000+00:00")
    return replace(plain, **said)  # type: ignore[arg-type]  # fields by name


LINES = (
    line_of("A-1", late=2, due="2026-06-03", due_clock="assessment", alerts=("Seen today?", "Who keeps watch?")),
    line_of("A-2", soon=True, due="2026-06-12", due_clock="child_seen", waiting_on="the supervisor"),
    line_of("A-3", due="2026-07-01", stale=True, conflicts=1, name="Rowan", changed="2026-06-05T09:00:00.000+00:00"),
    line_of("A-4", state="closed", words="Closed", look_again=True, waiting_on=""),
    line_of("A-5", unsent=True, conflicts=3, waiting_on=""),
)


def refs(show: str, words: str = "", order: str = "reference") -> list[str]:
    """Return the references that are shown, in order."""
    return [line.ref for line in chosen(LINES, words, show, order)]


def test_each_view_shows_what_its_name_says() -> None:
    """Open cases, mine, due, with alerts, stale, in conflict, unsent, closed; closed ones nowhere else but in all."""
    assert refs("") == ["A-1", "A-2", "A-3", "A-5"]
    assert refs("mine") == ["A-1", "A-3"]
    assert refs("due") == ["A-1", "A-2"]
    assert refs("alerts") == ["A-1"]
    assert refs("stale") == ["A-3"]
    assert refs("conflicts") == ["A-3", "A-5"]
    assert refs("unsent") == ["A-5"]
    assert refs("closed") == ["A-4"]
    assert refs("all") == ["A-1", "A-2", "A-3", "A-4", "A-5"]


def test_orders_put_first_what_they_say() -> None:
    """What is due first, the newest change, the names; cases that have none of it come last."""
    assert refs("", order="due") == ["A-1", "A-2", "A-3", "A-5"]
    assert refs("", order="changed")[0] == "A-3"
    assert refs("", order="child")[0] == "A-3"
    assert refs("", words="rowan") == ["A-3"]
    assert refs("", words="watch a-1") == ["A-1"]


def test_a_line_says_in_words_what_needs_a_look() -> None:
    """Nothing is said by colour alone: limits, alerts, a stale plan, conflicts and what is unsent are words."""
    looks = {line.ref: row(line).cells[LOOK].text for line in LINES}
    assert looks["A-1"] == "2 limits are over; 2 alerts tonight"
    assert looks["A-2"] == "This child seen again is due soon"
    assert looks["A-3"] == "Safety plan older than a condition; 1 question with two answers"
    assert looks["A-4"] == "The file may be looked at"
    assert looks["A-5"] == "3 questions with two answers; written since the last package"
    assert row(LINES[0]).cells[3].text.startswith("Over since 3 Jun")
    assert row(LINES[4]).cells[3].text == "Nothing"


def test_a_view_is_kept_chosen_and_removed(running: Running) -> None:
    """Words, cases and order come back under a name, also after the page was left; removing leaves the cases alone."""
    session = running.unlock()
    for ref in ("A-1", "A-2", "B-1"):
        session.operations.run(caseload.create_case, ref)
    running.settle()
    page = shown(running)
    assert not page.bar.keep.isVisible()
    running.bot.keyClicks(page.search, "a-")
    page.bar.order.setCurrentIndex(page.bar.order.findData("changed"))
    page.bar.keep.click()
    assert QApplication.focusWidget() is page.bar.naming.line
    running.bot.keyClick(page.bar.naming.line, Qt.Key.Key_Return)
    running.settle()
    assert "name" in page.bar.naming.fault()
    running.bot.keyClicks(page.bar.naming.line, "My A cases")
    running.bot.keyClick(page.bar.naming.line, Qt.Key.Key_Return)
    running.settle()
    assert page.state.currentText() == "My A cases"
    assert not page.bar.keep.isVisible()
    session.context.navigate(Target("packages"))
    session.context.navigate(Target("caseload"))
    page = shown(running)
    assert len(page.table.keys()) == 3
    page.state.setCurrentIndex(page.state.findText("My A cases"))
    assert (page.search.text(), page.bar.order_code(), len(page.table.keys())) == ("a-", "changed", 2)
    page.bar.remove.click()
    running.settle()
    assert page.state.findText("My A cases") == -1
    assert len(page.table.keys()) == 2, "what is looked for stays until somebody clears it"


def test_when_nothing_is_like_that_the_page_says_so(running: Running) -> None:
    """An empty table would look as if the cases were gone; one button shows them again."""
    session = running.unlock()
    session.operations.run(caseload.create_case, "A-1")
    running.settle()
    page = shown(running)
    running.bot.keyClicks(page.search, "nobody")
    assert page.nothing.isVisible()
    assert not page.table.isVisible()
    button = page.nothing.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    button.click()
    assert page.table.keys() != ()
    assert page.table.isVisible()


def test_forty_cases_with_alerts_leave_room_for_the_caseload(qtbot: QtBot) -> None:
    """Four are said in words; one button shows the others."""
    card = Tonight()
    qtbot.addWidget(card)
    card.show_lines(
        [
            line_of(f"A-{n}", alerts=("Seen today?", "Seen today?", "Safe now?", "Told?", "Where?", "Who?"))
            for n in range(40)
        ]
    )
    said = [label.text() for label in card.findChildren(QLabel)]
    assert len(said) == 5
    assert said[1] == "A-0: Seen today? Safe now? 3 more."
    button = card.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    assert button.text() == "Show all 40 cases with alerts"
    with qtbot.waitSignal(card.wanted):
        button.click()
