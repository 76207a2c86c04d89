"""Assessing again on screen: nothing is presumed, last time stands beside each question, one key takes it over."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hsb_assess.desk import access, again, assessing
from hsb_assess.desk.opening import open_assessment
from hsb_assess.desk.scribe import Scribe
from hsb_assess.domain.answer import Absence, absent, answered
from hsb_assess.domain.clock import clock_for
from hsb_assess.domain.ids import new_id
from hsb_assess.record.entry import Stream
from hsb_assess.record.taken import TAKEN_KEY, mark_of, taken_over
from tests.ui.pages.bench import Bench, words_in
from tests.ui.pages.open_case import PASSPHRASE, Desk, Made, desk_on, make_vault
from ui.pages.assessment import AssessmentPage
from ui.pages.case import CasePage
from ui.pages.history import HistoryPage
from ui.pages.review import ReviewPage
from ui.shell.editing import Editing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from hsb_assess.record.reading import Reading
    from tests.ui.pages.two_vaults import TwoVaults
    from ui.notices import Notice

WHY, TOLD, NOTE, ROWS = "M01.reason", "M01.told_child", "M15.talents", "M05.losses"
LONG = "A sentence that goes on about what was reported. " * 12


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A case whose only assessment was answered a month before today."""
    made = make_vault(tmp_path_factory.mktemp("again") / "vault")
    vault = access.unlock(made.folder, PASSPHRASE, clock=clock_for(date(2026, 3, 12)))
    at = vault.workplace(read_only=False)
    assessing.record_answer(at, made.assessment, WHY, answered("He was seen alone"))
    assessing.record_answer(at, made.assessment, TOLD, absent(Absence.DECLINED, by="carer", note="not yet"))
    assessing.record_answer(at, made.assessment, NOTE, answered(LONG))
    row = assessing.add_row(at, made.assessment, ROWS).created
    assessing.record_answer(at, made.assessment, f"{ROWS}[{row}].what", answered("A small loss"))
    at.book.close()
    vault.close()
    return made


@pytest.fixture
def desk(made: Made, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """A copy of it, unlocked and on screen."""
    with desk_on(made, tmp_path, qtbot) as opened:
        yield opened


def begun(desk: Desk) -> AssessmentPage:
    """Start the reassessment on the page of the case."""
    page = desk.go("case")
    assert isinstance(page, CasePage)
    assert page.assessments is not None
    assert page.assessments.again_button is not None
    page.assessments.again_button.click()
    desk.quiet()
    found = desk.session.frame.navigator.page
    assert isinstance(found, AssessmentPage)
    desk.assessment = found.assessment
    return found


def at_question(desk: Desk, path: str) -> AssessmentPage:
    """Go to a question of the new assessment, with last time read."""
    page = desk.go("assessment", path)
    assert isinstance(page, AssessmentPage)
    desk.qtbot.waitUntil(lambda: bool(page.last.last.answers))
    desk.qtbot.waitUntil(lambda: path in page.last.lines)
    return page


def read(desk: Desk) -> Reading:
    """Return what the new assessment says in the record."""
    desk.quiet()
    return assessing.reading(desk.session.at, desk.assessment)


def test_the_page_of_a_case_starts_one_that_follows_the_newest(desk: Desk, made: Made) -> None:
    """One key or click; it opens, answers nothing, and there is no second one beside it."""
    page = begun(desk)
    assert page.model.reading.notes["@assessment"]["after"] == made.assessment
    assert not page.model.answer(WHY).is_asked()
    case = desk.go("case")
    assert isinstance(case, CasePage)
    assert case.assessments is not None
    assert case.assessments.again_button is not None
    assert not case.assessments.again_button.isEnabled()
    told: list[Notice] = []
    desk.session.notices.said.connect(told.append)
    case.reassess()
    assert "already" in told[-1].text


def test_the_assessment_that_is_chosen_is_the_one_that_is_gone_on_with(desk: Desk, made: Made) -> None:
    """Two of one day are told apart in the table, on the button and on the page; the button opens the one that is chosen."""
    page = desk.go("case")
    assert isinstance(page, CasePage)
    page.reassess()
    desk.quiet()
    assert desk.session.frame.navigator.page.heading == "Reassessment"  # type: ignore[union-attr]  # a page of ours
    page = desk.go("case")
    assert isinstance(page, CasePage)
    assert page.assessments is not None
    assert page.assessments.table is not None
    table, go = page.assessments.table, page.assessments.go_button
    newest, first = table.keys()
    assert first == made.assessment
    named = [str(table.model().data(table.model().index(row, 0))) for row in (0, 1)]
    assert [each[:2] for each in named] == ["2.", "1."]
    table.select(first)
    assert go.accessibleName() == f"Continue: {named[1]}"
    go.click()
    desk.quiet()
    opened = desk.session.frame.navigator.page
    assert isinstance(opened, AssessmentPage)
    assert (opened.assessment, opened.heading) == (first, "Assessment")
    assert newest != first


def test_last_time_stands_beside_a_question_and_one_key_takes_it_over(desk: Desk) -> None:
    """The day, the words; then the answer stands, the line says where it is from, and undoing takes it back."""
    editing = Editing(desk.session)
    begun(desk)
    page = at_question(desk, WHY)
    field, line = page.form.fields[WHY], page.last.lines[WHY]
    assert line.words.text() == "Last time (12 Mar 2026): He was seen alone"
    assert field.editor.first().accessibleDescription() == line.words.text()
    assert line.button.accessibleName() == f"Take it over: {field.question}"
    QTest.keyClick(field.editor.first(), Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    assert field.editor.value() == "He was seen alone"
    assert line.words.text() == "Taken over from 12 Mar 2026, not asked again."
    assert line.button.isHidden()
    assert taken_over(read(desk)).keys() == {WHY}
    editing.undo_action.trigger()
    desk.quiet()
    assert not read(desk).answer(WHY).is_asked()
    assert field.editor.value() is None
    assert line.words.text().startswith("Last time (12 Mar 2026)")
    editing.redo_action.trigger()
    desk.quiet()
    assert taken_over(read(desk)).keys() == {WHY}
    assert line.words.text().startswith("Taken over")


def test_a_reason_for_no_answer_is_taken_over_with_its_particulars(desk: Desk) -> None:
    """Declined by whom, and what was said, come along."""
    begun(desk)
    page = at_question(desk, TOLD)
    assert "Declined" in page.last.lines[TOLD].words.text()
    page.last.lines[TOLD].button.click()
    assert read(desk).answer(TOLD) == absent(Absence.DECLINED, by="carer", note="not yet")


def test_a_long_answer_is_shown_whole_before_it_can_be_taken_over(desk: Desk) -> None:
    """The first press shows all of it, the second takes it over."""
    begun(desk)
    page = at_question(desk, NOTE)
    line = page.last.lines[NOTE]
    assert "…" in line.words.text()
    page.last.press(NOTE)
    assert not page.model.answer(NOTE).is_asked()
    assert LONG.strip() in line.words.text()
    page.last.press(NOTE)
    assert read(desk).text(NOTE) == LONG


def test_an_answer_of_today_is_not_replaced(desk: Desk) -> None:
    """Whoever answered keeps the answer; the same one given anew says so and is not marked."""
    begun(desk)
    page = at_question(desk, WHY)
    page.model.put_value(WHY, "Asked today")
    page.last.press(WHY)
    assert read(desk).text(WHY) == "Asked today"
    assert page.last.lines[WHY].button.isHidden()
    page.model.put_value(WHY, "He was seen alone")
    assert page.last.lines[WHY].words.text() == "The same as last time (12 Mar 2026)."
    assert not taken_over(read(desk))


def test_the_history_of_a_question_says_where_it_is_from(desk: Desk) -> None:
    """In the table and beside the answer."""
    begun(desk)
    again.take_over(
        desk.session.vault.workplace(read_only=False),
        desk.assessment,
        {WHY: at_question(desk, WHY).last.last.answers[WHY].entry},
    )
    page = desk.go("history", WHY)
    assert isinstance(page, HistoryPage)
    assert "12 Mar 2026" in page.notes.text()


def test_a_row_of_last_time_is_listed_again_empty(desk: Desk) -> None:
    """Under its list stands what was listed; a button lists it, its questions not asked, last time beside each."""
    begun(desk)
    page = desk.go("assessment", ROWS)
    assert isinstance(page, AssessmentPage)
    desk.qtbot.waitUntil(lambda: ROWS in page.last.rows)
    left = page.last.rows[ROWS]
    assert "A small loss" in left.words.text()
    (button,) = left.buttons.values()
    assert button.accessibleName() == "List again: A small loss"
    button.click()
    desk.quiet()
    (row,) = page.model.rows(ROWS)
    assert left.isHidden()
    path = f"{ROWS}[{row}].what"
    desk.qtbot.waitUntil(lambda: path in page.last.lines)
    assert not read(desk).answer(path).is_asked()
    page.last.press(path)
    assert read(desk).text(path) == "A small loss"


def test_an_assessment_that_follows_none_shows_nothing_of_this(desk: Desk) -> None:
    """Nothing is read and the key says where a reassessment is started."""
    page = desk.go("assessment", WHY)
    assert isinstance(page, AssessmentPage)
    told: list[Notice] = []
    desk.session.notices.said.connect(told.append)
    page.last.press(WHY)
    assert "page of the case" in told[-1].text
    assert not page.last.lines


def test_the_supervisor_sees_how_much_was_taken_over_and_which(vaults: TwoVaults, tmp_path: Path, qtbot: QtBot) -> None:
    """A count beside the reading with a way to each answer, and a note at the answer in its section."""
    shutil.copytree(vaults.supervisor, tmp_path / "vault")
    bench = Bench(qtbot, tmp_path / "vault")
    at = bench.vault.workplace(read_only=False)
    reading = assessing.reading(at, vaults.assessment)
    answer = reading.answer(WHY)
    with at.book.begin("by_hand", case=vaults.case) as work:
        pen = Scribe(at, work, vaults.case, reading.definition)
        begun = open_assessment(at, work, vaults.assessment)
        pen.say(Stream.ANSWERS, vaults.assessment, "@assessment", replace(begun, after=vaults.case).body())
        mark = mark_of(new_id(), answer, "2026-03-12")
        pen.say(Stream.ANSWERS, vaults.assessment, f"{TAKEN_KEY}{WHY}", mark)
    at.book.close()
    page = bench.page(ReviewPage, case=vaults.case, assessment=vaults.assessment)
    assert page.desk is not None
    panel = next(each for each in page.desk.panels if each.objectName() == "taken")
    assert panel.isVisible()
    assert "1 of " in words_in(panel)
    page.desk.open_part("M01")
    assert "Taken over from 12 Mar 2026, not asked again." in words_in(page.desk.parts["M01"])
    bench.close()
