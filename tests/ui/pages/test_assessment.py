"""The assessment page on a real vault, by the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from hsb_assess.desk import assessing, gathering
from hsb_assess.domain.answer import Absence, absent, answered
from hsb_assess.record.history import Slot
from tests.ui.pages.open_case import Desk, desk_on
from ui.form.rows import RowsView
from ui.navigation import Target
from ui.pages.assessment import AssessmentPage
from ui.pages.sense import SensePage
from ui.pages.sense.board import BoardView

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.pages.open_case import Made
    from ui.form.question import QuestionField
    from ui.notices import Notice

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(desk: Desk) -> AssessmentPage:
    """The assessment page."""
    found = desk.go("assessment")
    assert isinstance(found, AssessmentPage)
    return found


def at_question(desk: Desk, page: AssessmentPage, path: str) -> QuestionField:
    """Go to a question as a link does."""
    page.show_target(Target("assessment", case=desk.case, assessment=desk.assessment, path=path))
    return page.form.fields[path]


def test_what_is_typed_is_recorded_when_the_field_is_left(desk: Desk, page: AssessmentPage, qtbot: QtBot) -> None:
    """The words are a draft in the vault while they are typed, an answer after Tab, and no draft any more."""
    at_question(desk, page, "M00.name")
    qtbot.keyClicks(desk.focused(), "Sam")
    qtbot.waitUntil(lambda: bool(assessing.drafts(desk.session.at, desk.assessment)), timeout=2000)
    assert assessing.reading(desk.session.at, desk.assessment).value("M00.name") is None
    at_question(desk, page, "M00.dob")
    desk.quiet()
    assert assessing.reading(desk.session.at, desk.assessment).value("M00.name") == "Sam"
    assert assessing.drafts(desk.session.at, desk.assessment) == ()


def test_counts_and_balance_follow_each_answer(desk: Desk, page: AssessmentPage, qtbot: QtBot) -> None:
    """Answering one harm line moves the section's count and its own bar, and no other; *unknown* once somebody was asked."""
    before = page.model.engine.balance()
    at_question(desk, page, "M05.harm.sexual")
    qtbot.keyClick(desk.focused(), Key.Key_2, Control)
    assert page.model.engine.balance() == before
    assert desk.focused().accessibleName() == "Who was asked"
    qtbot.keyClicks(desk.focused(), "the school nurse")
    qtbot.keyClick(desk.focused(), Key.Key_Tab)
    after = page.model.engine.balance()
    moved = {side.value for side in before if before[side] != after[side]}
    assert moved == {"harm"}
    qtbot.waitUntil(lambda: any(each.name == "M05" and each.answered == 1 for each in page.sections.parts()))


def test_sections_are_built_when_first_shown(desk: Desk, page: AssessmentPage, qtbot: QtBot) -> None:
    """Opening builds one section; Ctrl+Page Down builds and shows the next."""
    del desk
    assert list(page.views) == ["M00"]
    qtbot.keyClick(page.views["M00"].focusWidget(), Key.Key_PageDown, Control)
    assert list(page.views) == ["M00", "M01"]
    assert page.current_module() == "M01"
    qtbot.keyClick(page.views["M01"].focusWidget(), Key.Key_PageUp, Control)
    assert page.current_module() == "M00"


def test_f6_goes_from_part_to_part(desk: Desk, page: AssessmentPage, qtbot: QtBot) -> None:
    """Questions, guidance; and back to the list of sections."""
    at_question(desk, page, "M00.name")
    qtbot.keyClick(desk.focused(), Key.Key_F6)
    assert page.guidance.isAncestorOf(desk.focused()) or page.guidance is desk.focused()
    qtbot.keyClick(desk.focused(), Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(desk.focused(), Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert desk.focused() is page.sections


def test_a_row_is_added_filled_and_recorded(desk: Desk, page: AssessmentPage, qtbot: QtBot) -> None:
    """An incident entered by keys stands in the record under its row."""
    at_module = Target("assessment", case=desk.case, assessment=desk.assessment, path="M03")
    page.show_target(at_module)
    rows = page.views["M03"].list.parts["incidents"]
    assert isinstance(rows, RowsView)
    rows.add_button.setFocus()
    qtbot.keyClick(rows.add_button, Key.Key_Space)
    qtbot.waitUntil(lambda: rows.panel is not None)
    qtbot.keyClicks(desk.focused(), "12 Apr 2026")
    page.seal()
    desk.quiet()
    (row,) = assessing.reading(desk.session.at, desk.assessment).rows("M03.incidents")
    when = row.day("when")
    assert when is not None
    assert when.date == "2026-04-12"


def test_a_further_incident_of_a_pattern_is_a_dated_row_inside_it(
    desk: Desk, page: AssessmentPage, qtbot: QtBot
) -> None:
    """It is in sight where the pattern opens, asks its day and place, survives closing, and is found by its path."""

    def go(path: str) -> None:
        page.show_target(Target("assessment", case=desk.case, assessment=desk.assessment, path=path))

    go("M03")
    patterns = page.views["M03"].list.parts["incidents"]
    assert isinstance(patterns, RowsView)
    patterns.add()
    desk.quiet()
    (pattern,) = page.model.rows("M03.incidents")
    group = f"M03.incidents[{pattern}].times"
    days = patterns.findChild(RowsView, group)
    assert isinstance(days, RowsView)
    assert patterns.panel is not None
    assert patterns.panel.more is None, "nothing had to be asked for"
    days.add()
    desk.quiet()
    assert days.panel is not None
    assert [item.id for item in days.panel.first.items] == ["when", "place", "source"]
    days.panel.take_focus()
    qtbot.keyClicks(desk.focused(), "12 Apr 2026")
    page.seal()
    desk.quiet()
    (row,) = assessing.reading(desk.session.at, desk.assessment).rows(group)
    when = row.day("when")
    assert when is not None
    assert when.date == "2026-04-12"
    patterns.close_row()
    go("M03.pattern")
    go(f"{row.path}.place")
    assert page.form.fields[f"{row.path}.place"].isVisible()
    patterns.close_row()
    go(group)
    (found,) = [each for each in patterns.findChildren(RowsView, group) if each.isVisible()]
    assert found.hasFocus() or found.isAncestorOf(desk.focused())


def test_a_new_person_is_a_person_of_the_case(desk: Desk, page: AssessmentPage, qtbot: QtBot) -> None:
    """Entered at one question, picked there at once, and known everywhere."""
    at_question(desk, page, "M01.source")
    qtbot.keyClicks(desk.focused(), "class teacher")
    qtbot.keyClick(desk.focused(), Key.Key_Return)
    editor = page.form.fields["M01.source"].editor
    panel = editor.new_panel  # type: ignore[attr-defined]  # its type is not told here
    panel.editors["is"].fill("adult")
    panel.add()
    desk.quiet()
    page.seal()
    desk.quiet()
    reading = assessing.reading(desk.session.at, desk.assessment)
    source = reading.value("M01.source")
    assert isinstance(source, str)
    assert reading.label(source) == "class teacher"
    assert "class teacher" in {thing.text("label") for thing in gathering.things(desk.session.at, desk.case).values()}


def test_a_lock_seals_and_the_place_is_found_again(made: Made, tmp_path: Path, qtbot: QtBot) -> None:
    """Words typed a moment before the lock are answers afterwards; question and caret are remembered."""
    with desk_on(made, tmp_path, qtbot) as desk:
        page = desk.go("assessment", "M01.reason")
        assert isinstance(page, AssessmentPage)
        qtbot.keyClicks(desk.focused(), "Seen at school")
        place = desk.session.seal()
        assert place is not None
        assert (place.path, place.cursor) == ("M01.reason", len("Seen at school"))
    with desk_on(made, tmp_path, qtbot, copied=False) as desk:
        page = desk.go("assessment", "M01.reason")
        assert isinstance(page, AssessmentPage)
        assert page.form.fields["M01.reason"].editor.value() == "Seen at school"


def test_a_draft_of_a_killed_process_is_taken_up(desk: Desk, qtbot: QtBot) -> None:
    """What was never sealed is an answer as soon as the assessment is opened again."""
    del qtbot
    desk.session.operations.run(assessing.put_draft, desk.assessment, "M01.reason", "Half a sen", 10)
    desk.quiet()
    page = desk.go("assessment")
    desk.quiet()
    assert isinstance(page, AssessmentPage)
    assert assessing.reading(desk.session.at, desk.assessment).value("M01.reason") == "Half a sen"


def test_two_answers_are_shown_side_by_side_and_one_is_kept(desk: Desk, page: AssessmentPage, qtbot: QtBot) -> None:
    """Nothing is decided without a reason; the one that is kept stands alone afterwards."""
    del page
    conflict(desk, "M00.language", "Welsh", "English")
    desk.go("caseload")
    page = desk.go("assessment", "M00.language")
    assert isinstance(page, AssessmentPage)
    field = page.form.fields["M00.language"]
    panel = field._above
    assert panel is not None
    entry = next(each for each in heads(desk, "M00.language") if each.body["value"] == "Welsh")
    panel.keep(entry.id)  # type: ignore[attr-defined]  # its type is not told here
    assert panel.reason_field.fault()  # type: ignore[attr-defined]  # its type is not told here
    qtbot.keyClicks(panel.reason, "Asked again today")  # type: ignore[attr-defined]  # its type is not told here
    panel.keep(entry.id)  # type: ignore[attr-defined]  # its type is not told here
    desk.quiet()
    reading = assessing.reading(desk.session.at, desk.assessment)
    assert reading.value("M00.language") == "Welsh"
    assert reading.conflicts == ()
    assert field.editor.value() == "Welsh"
    assert field._above is None


def heads(desk: Desk, path: str) -> tuple:  # type: ignore[type-arg]  # whatever the record gives
    """Return the entries that stand at a question of the assessment's own."""
    return assessing.reading(desk.session.at, desk.assessment).slots[Slot(desk.assessment, path)]


def conflict(desk: Desk, path: str, one: str, other: str) -> None:
    """Record two answers that do not know of each other, as two laptops would."""
    from hsb_assess.desk.opening import open_assessment
    from hsb_assess.desk.scribe import Scribe
    from hsb_assess.record.entry import Stream

    def both(at: object) -> None:
        with at.book.begin("answer_recorded") as work:  # type: ignore[attr-defined]  # its type is not told here
            opened = open_assessment(at, work, desk.assessment)  # type: ignore[arg-type]  # checked where it is used
            for words in (one, other):
                scribe = Scribe(at, work, desk.case, opened.definition)  # type: ignore[arg-type]  # checked where it is used
                scribe.say(Stream.ANSWERS, desk.assessment, path, answered(words).body(), fresh=True)

    desk.session.operations.run(both)
    desk.quiet()


def test_a_change_from_elsewhere_shows_and_leaves_the_caret_alone(
    desk: Desk, page: AssessmentPage, qtbot: QtBot
) -> None:
    """Another page's act shows here; the field with the keyboard keeps its words."""
    field = at_question(desk, page, "M00.name")
    qtbot.keyClicks(desk.focused(), "Sam")
    desk.session.operations.run(assessing.record_answer, desk.assessment, "M00.name", answered("Other"))
    desk.session.operations.run(
        assessing.record_answer, desk.assessment, "M00.language", absent(Absence.UNKNOWN, asked_of="school")
    )
    desk.quiet()
    QApplication.processEvents()
    assert field.editor.value() == "Sam"
    assert page.form.fields["M00.language"].absence_button.text() == "Unknown after enquiry"


def test_the_guidance_follows_the_keyboard(desk: Desk, page: AssessmentPage) -> None:
    """The help of the question that has the keyboard stands beside it."""
    at_question(desk, page, "M00.dob")
    item = page.model.definition.item("M00.dob")
    assert item.help is not None
    assert page.guidance.words.text() == item.help.en


def test_a_question_far_down_is_brought_into_sight(desk: Desk, page: AssessmentPage, qtbot: QtBot) -> None:
    """A link into a section that was never shown builds it, scrolls to the question and gives it the keyboard."""
    field = at_question(desk, page, "M01.health_told")
    qtbot.waitUntil(lambda: not field.visibleRegion().isEmpty())
    assert field.isAncestorOf(desk.focused())


def test_an_answer_that_is_put_aside_can_be_undone(desk: Desk, page: AssessmentPage, qtbot: QtBot) -> None:
    """The notice bar offers *Undo*; after a lock the words still stand under the question, and come back as an entry."""
    said: list[Notice] = []
    desk.session.notices.said.connect(said.append)
    at_question(desk, page, "M00.name")
    qtbot.keyClicks(desk.focused(), "Sam")
    qtbot.keyClick(desk.focused(), Key.Key_2, Control)
    desk.quiet()
    assert assessing.reading(desk.session.at, desk.assessment).answer("M00.name").absence is Absence.UNKNOWN
    assert said[-1].action is not None
    said[-1].action[1]()
    desk.quiet()
    assert assessing.reading(desk.session.at, desk.assessment).value("M00.name") == "Sam"
    qtbot.keyClick(desk.focused(), Key.Key_1, Control)
    desk.go("case")
    again = desk.go("assessment")
    assert isinstance(again, AssessmentPage)
    field = at_question(desk, again, "M00.name")
    assert field.aside is not None
    field.aside.button.click()
    desk.quiet()
    assert assessing.reading(desk.session.at, desk.assessment).value("M00.name") == "Sam"


def test_what_had_the_keyboard_may_be_gone(desk: Desk, page: AssessmentPage) -> None:
    """A field that is deleted while it has the keyboard, as panels are that close, breaks nothing."""
    field = at_question(desk, page, "M00.name")
    edit = QLineEdit()
    field.body.addWidget(edit)
    edit.show()
    edit.setFocus()
    assert page.panes._watched is edit
    shiboken6.delete(edit)
    assert at_question(desk, page, "M00.dob").editor.first() is desk.focused()


def test_sections_that_can_be_seen_as_a_view_offer_it(desk: Desk, page: AssessmentPage) -> None:
    """Formulation, levels, safety and support lead to their view, with what was typed recorded; other sections offer none."""
    assert page.frame.sense.isHidden()
    for path in ("M19.likelihood", "M20.last_review", "M21.carer_actions", "M18.presenting"):
        at_question(desk, page, path)
        assert not page.frame.sense.isHidden()
    QTest.keyClicks(desk.focused(), "A worry.")
    page.frame.sense.click()
    desk.quiet()
    found = desk.session.frame.navigator.page
    assert isinstance(found, SensePage)
    assert found.place().part == "board"
    assert assessing.reading(desk.session.at, desk.assessment).value("M18.presenting") == "A worry."
    board = found.views["board"]
    assert isinstance(board, BoardView)
    assert board.cards["M18.presenting"].open_button.accessibleName() == "Open the question of: Presenting"


def test_a_section_that_is_drawn_leads_to_its_drawing(desk: Desk) -> None:
    """The chronology, the family and the registers lead to the page that draws them, of the same assessment."""
    for section, drawn in (("M02", "chronology"), ("M09", "family"), ("M11", "grid")):
        desk.go("assessment", section)
        here = desk.session.frame.navigator.page
        assert isinstance(here, AssessmentPage)
        assert here.frame.sense.isVisible()
        here.frame.sense.click()
        desk.quiet()
        assert desk.session.frame.navigator.target == Target(drawn, case=desk.case, assessment=desk.assessment)


def test_the_keys_beside_a_question_are_those_that_it_takes(desk: Desk) -> None:
    """As many reasons are named as its list holds, and evidence only where it takes some; else Ctrl+E is told in a notice."""
    for path, keys, evidence in (
        ("M05.harm.sexual", "Ctrl+1 to Ctrl+5: why there is no answer.", True),
        ("M00.name", "Ctrl+1 to Ctrl+6: why there is no answer.", False),
        ("M13.bias_first", "Ctrl+1: why there is no answer.", False),
    ):
        page = desk.go("assessment", path)
        assert isinstance(page, AssessmentPage)
        field = page.form.fields[path]
        field.take_focus()
        field.absence_button.open_menu()
        menu = field.absence_button._menu
        assert menu is not None
        menu.hide()
        told = page.guidance.keys.text()
        assert told.startswith(keys), (path, told, [action.text() for action in menu.actions()])
        assert ("Ctrl+E" in told) is evidence
        if not evidence:
            before = desk.focused()
            QTest.keyClick(before, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
            assert desk.session.frame.notices.text() == "This question takes no evidence."
            assert desk.focused() is before
