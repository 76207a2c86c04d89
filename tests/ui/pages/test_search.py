"""The search page with real keys on a real vault: words in, hits out, and a hit leads to its question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from hsb_assess.desk import access, assessing, caseload, gathering
from hsb_assess.desk.indexing import index_all
from hsb_assess.desk.searching import pieces
from hsb_assess.domain.answer import answered
from tests.ui.pages.open_case import CLOCK, PASSPHRASE, Desk, make_vault
from ui.navigation import Target
from ui.pages.assessment import AssessmentPage
from ui.pages.caseload import CaseloadPage
from ui.pages.history import HistoryPage
from ui.pages.search import SearchPage
from ui.shell.session import place_to

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from hsb_assess.desk.workplace import Workplace
    from tests.ui.pages.open_case import Made

WHY = "M01.s47_single_why"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A vault with two cases: answers, one that is not asked now, one that is restricted. It is indexed."""
    made = make_vault(tmp_path_factory.mktemp("made") / "vault")
    vault = access.unlock(made.folder, PASSPHRASE, clock=CLOCK)
    at = vault.workplace(read_only=False)

    def answer(path: str, value: object) -> None:
        assessing.record_answer(at, made.assessment, path, answered(value))  # type: ignore[arg-type]  # any JSON

    answer("M01.reason", "Mother told the nurse about a lighthouse by the sea.")
    answer("M14.worries", "That nobody goes to the lighthouse.")
    answer("M01.s47", "single")
    answer(WHY, "The harbour agency was alone")
    answer("M01.s47", "none")
    row = assessing.add_row(at, made.assessment, "M11.adults").created
    answer(f"M11.adults[{row}].access", "Through a zeppelin club")
    other = str(caseload.create_case(at, "B-18").created)
    assessing.start_assessment(at, other, tier="full")
    gathering.add_thing(at, other, "event", {"what": "Another lighthouse"})
    index_all(at)
    at.book.close()
    vault.close()
    return made


def throw_away(at: Workplace) -> None:
    """Empty the index, as if there had been none."""
    with at.book.begin("rebuild") as work:
        work.search.make_anew()


def search_page(desk: Desk) -> SearchPage:
    """Go to the page as the menu does; its place for the next unlock says nothing of what is sought."""
    desk.session.frame.choose("search")
    page = desk.session.frame.navigator.page
    assert isinstance(page, SearchPage)
    return page


def typed(page: SearchPage, words: str, count: int, qtbot: QtBot) -> None:
    """Type into the box and wait until so many hits are shown; what is left to be indexed is indexed meanwhile."""
    page.box.clear()
    QTest.keyClicks(page.box, words)
    qtbot.waitUntil(
        lambda: (
            page.found is not None
            and not page.found.problem
            and not page.found.behind
            and len(page.results.lines()) == count == page.found.count
        ),
        timeout=20_000,
    )


def test_words_are_found_as_they_are_typed_and_enter_opens_the_question(desk: Desk, qtbot: QtBot) -> None:
    """From the caseload in all cases, grouped by reference; Down, Enter, and the question has the keyboard; back again."""
    page = search_page(desk)
    assert desk.focused() is page.box
    assert not page.where.isVisible()
    typed(page, "lighth", 3, qtbot)
    assert page.found is not None
    assert [group.ref for group in page.found.groups] == ["B-18", "A-17"]
    assert "3 found in 2 cases." in page.status.text()
    assert [bare for bare, is_sought in pieces(page.results.lines()[0].hit.words) if is_sought] == ["lighthouse"]
    QTest.keyClick(page.box, Qt.Key.Key_Down)
    assert desk.focused() is page.results
    assert page.results.at() == 0
    QTest.keyClick(page.results, Qt.Key.Key_Down)
    QTest.keyClick(page.results, Qt.Key.Key_Down)
    assert page.results.at() == 2
    assert page.results.lines()[2].hit.path == "M01.reason"
    QTest.keyClick(page.results, Qt.Key.Key_Return)
    desk.quiet()
    opened = desk.session.frame.navigator.page
    assert isinstance(opened, AssessmentPage)
    field = opened.form.fields["M01.reason"]
    qtbot.waitUntil(lambda: field.isAncestorOf(desk.focused()))
    desk.session.frame.navigator.back()
    again = desk.session.frame.navigator.page
    assert isinstance(again, SearchPage)
    assert again.box.text() == "lighth"
    qtbot.waitUntil(lambda: again.results.at() == 2 and again.results.hasFocus(), timeout=20_000)
    QTest.keyClick(again.results, Qt.Key.Key_Up)
    QTest.keyClick(again.results, Qt.Key.Key_Up)
    QTest.keyClick(again.results, Qt.Key.Key_Up)
    assert desk.focused() is again.box


def test_an_answer_is_found_within_a_second_of_being_recorded(desk: Desk, qtbot: QtBot) -> None:
    """Without a word from whoever recorded it; an index that was thrown away comes back by itself, too."""
    page = search_page(desk)
    typed(page, "lighthouse", 3, qtbot)
    operations = desk.session.operations
    operations.run(assessing.record_answer, desk.assessment, "M14.hopes", answered("To see the lighthouse"))
    desk.quiet()
    with qtbot.waitSignal(desk.session.indexing.timer.timeout, timeout=1000):
        pass
    desk.quiet()
    qtbot.waitUntil(lambda: len(page.results.lines()) == 4, timeout=5000)
    operations.run(throw_away)
    desk.quiet()
    typed(page, "harbour", 1, qtbot)


def test_one_case_or_all_of_them(desk: Desk, qtbot: QtBot) -> None:
    """Opened from a case it looks there first; where nothing is found, all cases are one press away."""
    desk.go("case")
    page = search_page(desk)
    assert page.where.isVisible()
    typed(page, "another", 0, qtbot)
    assert page.help.isVisible()
    assert page.help_title.text() == "Nothing found"
    page.all_button.click()
    qtbot.waitUntil(lambda: len(page.results.lines()) == 1, timeout=20_000)
    assert page.place() == Target("search", case=desk.case, part="all:another", cursor=0)
    assert page.results.isVisible()
    assert not page.help.isVisible()


def test_restricted_and_dormant_answers_are_read_where_they_can_be(desk: Desk, qtbot: QtBot) -> None:
    """The hit says why its words are not there; opening it is in the audit, as anywhere else; searching is, too."""
    page = search_page(desk)
    typed(page, "zeppelin", 1, qtbot)
    (line,) = page.results.lines()
    assert line.hit.restricted
    index = page.results.model().index(1, 0)
    said = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert "zeppelin" not in said
    assert "Restricted" in said
    page.results.setFocus()
    QTest.keyClick(page.results, Qt.Key.Key_Return)
    desk.quiet()
    opened = desk.session.frame.navigator.page
    assert isinstance(opened, AssessmentPage)
    assert opened.current_module() == "M11"
    with desk.session.at.book.begin(write=False) as work:
        rows = work.audit.rows()
    acts = [row.act for row in rows]
    assert {"searched", "restricted_viewed"} <= set(acts)
    assert acts.index("searched") < acts.index("restricted_viewed")
    assert "zeppelin" not in str([row.notes for row in rows])
    page = search_page(desk)
    typed(page, "harbour", 1, qtbot)
    page.results.setFocus()
    QTest.keyClick(page.results, Qt.Key.Key_Return)
    history = desk.session.frame.navigator.page
    assert isinstance(history, HistoryPage), "its question is not asked now, so its history is where it can be read"
    assert history.path == WHY


def test_what_cannot_be_looked_for_is_told_in_a_sentence(desk: Desk, qtbot: QtBot) -> None:
    """Nothing typed, no word, only refusals, far too much: help, and never an error. Escape leads to the box, then back."""
    assert isinstance(desk.go("caseload"), CaseloadPage)
    page = search_page(desk)
    assert page.help.isVisible()
    for words, told in (("...", "no word"), ("-nurse", "must not"), ("x" * 600, "too long")):
        page.box.setText(words)
        page.look()
        qtbot.waitUntil(lambda told=told: told in page.status.text(), timeout=20_000)
        assert page.help.isVisible()
        assert not page.results.isVisible()
    page.box.clear()
    qtbot.waitUntil(page.status.isHidden, timeout=20_000)
    typed(page, "lighthouse", 3, qtbot)
    QTest.keyClick(page.box, Qt.Key.Key_Return)
    qtbot.waitUntil(page.results.hasFocus, timeout=20_000)
    QTest.keyClick(page.results, Qt.Key.Key_Escape)
    assert desk.focused() is page.box
    QTest.keyClick(page.box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: isinstance(desk.session.frame.navigator.page, CaseloadPage))


def test_hits_are_whole_at_every_width_and_tab_reaches_everything(desk: Desk, qtbot: QtBot) -> None:
    """A narrow page has taller rows and no bar sideways; box, place and hits have names; a lock keeps no words."""
    desk.go("case")
    page = search_page(desk)
    typed(page, "lighthouse", 2, qtbot)
    reached: list[QWidget] = [page.box]
    for _ in range(2):
        QTest.keyClick(desk.focused(), Qt.Key.Key_Tab)
        reached.append(desk.focused())
    assert reached == [page.box, page.where, page.results]
    assert all(named(widget) for widget in reached)
    heights = {}
    for width in (900, 400):
        page.results.setFixedWidth(width)
        qtbot.waitUntil(lambda width=width: page.results.width() == width)
        heights[width] = sum(page.results.sizeHintForRow(row) for row in range(page.results.model().rowCount()))
        assert not page.results.horizontalScrollBar().isVisible()
    assert heights[400] > heights[900] >= 3 * 44
    assert place_to(desk.session.seal() or Target("caseload")) == {"page": "search", "case": desk.case}


def named(widget: QWidget) -> str:
    """Return what a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(QAccessible.Text.Name)
