"""The page for this child on a real vault: nothing of the record on it, every key kept, stopped at once, by any hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit, QWidget

from hsb_assess.desk import assessing, marking, sitting
from hsb_assess.desk.saidwords import said_words
from hsb_assess.domain.answer import Absence, answered
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.marks import MarkAnswer
from tests.a11y.walking import assert_all_reached
from ui.navigation import Target
from ui.pages.beside import BesidePage
from ui.pages.beside.steps import Ask, AskMark
from ui.pages.beside.words import asked, mark_words
from ui.pages.voice import VoicePage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.pages.open_case import Desk


Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier


def beside(desk: Desk, part: str = "200 child") -> BesidePage:
    """Turn the page to this child."""
    desk.session.frame.navigator.go(Target("beside", case=desk.case, part=part))
    desk.quiet()
    page = desk.session.frame.navigator.page
    assert isinstance(page, BesidePage)
    return page


def to(page: BesidePage, code: str) -> Ask:
    """Go on to a step."""
    while page.steps[page.at] != code:
        page.next_button.click()
    assert isinstance(page.step, Ask)
    return page.step


def on_screen(frame: QWidget) -> str:
    """Return every word of the whole frame that is not hidden."""
    found = [each.text() for each in frame.findChildren(QLabel) if each.isVisible()]
    found += [each.text() for each in frame.findChildren(QAbstractButton) if each.isVisible()]
    found += [each.toPlainText() for each in frame.findChildren(QPlainTextEdit) if each.isVisible()]
    return "\n".join(found)


def test_nothing_of_the_record_is_on_screen(desk: Desk) -> None:
    """No reference, no name, no answer, no menu, no notice, at any step; only the steps' own words."""
    for path, words in (("M00.name", "Samuel Rees"), ("M14.worries", "About going home to Dave")):
        desk.session.operations.run(assessing.record_answer, desk.assessment, path, answered(words))
    desk.quiet()
    page = beside(desk, "200 child mark")
    frame = desk.session.frame
    desk.session.notices.warn("A-17 is overdue.", "Look at it.")
    for at in range(len(page.steps)):
        page.show_step(at)
        words = on_screen(frame)
        for private in ("A-17", "Samuel", "Dave", "overdue", "Caseload", "Worker P", "Saved", "Lock"):
            assert private not in words, page.steps[at]
        assert asked(page.steps[at])[0] in words
    assert not frame.sidebar.isVisible()
    assert not frame.status.isVisible()
    assert not frame.notices.isVisible()


def test_the_page_comes_back_whole_where_it_was_left(desk: Desk) -> None:
    """Every key is kept: after leaving in any way it goes on at the same step, with words, marks and notes."""
    page = beside(desk)
    QTest.keyClicks(to(page, "best").box, "We play foot")
    worries = to(page, "worries")
    assert worries.marks is not None
    worries.marks.buttons[2].click()
    QTest.keyClick(worries.box, Key.Key_E, Control)
    QTest.keyClicks(page.notes, "exact")
    desk.session.frame.navigator.seal()
    desk.quiet()
    again = beside(desk)
    assert isinstance(again.step, Ask)
    assert again.step.prompt.code == "worries"
    assert again.step.reply.mark == 2
    assert again.notes.toPlainText() == "exact"
    assert again.sitting.replies["best"].text == "We play foot"


def test_escape_covers_and_only_the_adult_goes_back(desk: Desk, qtbot: QtBot) -> None:
    """Escape shows thanks alone; Escape again does nothing; Ctrl+Enter puts it into the record and leads back."""
    page = beside(desk)
    hopes = to(page, "hopes")
    QTest.keyClicks(hopes.box, "To swim")
    QTest.keyClick(hopes.box, Key.Key_Return, Control)
    assert desk.session.frame.navigator.page is page
    QTest.keyClick(hopes.box, Key.Key_Escape)
    assert page.stack.currentWidget() is page.covered
    assert "To swim" not in on_screen(desk.session.frame)
    assert desk.focused() is page.go_on_button
    QTest.keyClick(page.go_on_button, Key.Key_Escape)
    assert page.stack.currentWidget() is page.covered
    page.go_on_button.click()
    assert isinstance(page.step, Ask)
    assert page.step.box.toPlainText() == "To swim"
    page.cover()
    QTest.keyClick(page.go_on_button, Key.Key_Return, Control)
    desk.quiet()
    qtbot.waitUntil(lambda: isinstance(desk.session.frame.navigator.page, VoicePage), timeout=20_000)
    assert desk.session.frame.sidebar.isVisible()
    assert assessing.reading(desk.session.at, desk.assessment).text("M14.hopes") == "To swim"
    desk.quiet()
    (said,) = said_words(desk.session.at, desk.case)
    assert (said.typed, said.how) == ("child", "sought")
    assert sitting.being_written(desk.session.at, desk.case) is None


def test_without_a_keyboard_the_ring_is_held(desk: Desk, qtbot: QtBot) -> None:
    """A touch of it does nothing; held for a second it leads back."""
    page = beside(desk)
    page.stop_button.click()
    QTest.mouseClick(page.corner, Qt.MouseButton.LeftButton)
    desk.quiet()
    assert desk.session.frame.navigator.page is page
    QTest.mousePress(page.corner, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(desk.session.frame.navigator.page, VoicePage), timeout=20_000)


def test_not_wanting_to_say_is_an_answer_and_skipping_is_none(desk: Desk, qtbot: QtBot) -> None:
    """Both buttons are as large as the others; what was written before is taken out by the one, and kept by the other."""
    page = beside(desk)
    step = to(page, "worries")
    sizes = {each.size().toTuple() for each in page.ways}
    assert len(sizes) == 1
    assert min(*sizes.pop()) >= 44
    QTest.keyClicks(step.box, "Secret")
    page.rather_not_button.click()
    assert page.steps[page.at] == "hopes"
    page.skip_button.click()
    page.cover()
    page.leave()
    desk.quiet()
    qtbot.waitUntil(lambda: isinstance(desk.session.frame.navigator.page, VoicePage), timeout=20_000)
    reading = assessing.reading(desk.session.at, desk.assessment)
    assert reading.raw("M14.worries").absence is Absence.DECLINED
    assert not reading.raw("M14.hopes").is_asked()
    assert "Secret" not in "".join(each.words for each in said_words(desk.session.at, desk.case))


def test_faces_and_lines_are_picked_with_keys_and_touch(desk: Desk) -> None:
    """Arrows go along, Space picks, picking again takes it away; faces can be a line; each is large enough for a finger."""
    page = beside(desk, "150 child")
    step = to(page, "days")
    assert step.marks is not None
    buttons = step.marks.buttons
    assert [each.accessibleName() for each in buttons] == list(mark_words("days"))
    assert desk.focused() is buttons[0]
    for _ in range(3):
        QTest.keyClick(desk.focused(), Key.Key_Right)
    assert desk.focused() is buttons[3]
    QTest.keyClick(buttons[3], Key.Key_Space)
    assert step.reply.mark == 3
    QTest.keyClick(buttons[3], Key.Key_Return)
    assert step.reply.mark == -1
    assert all(min(each.width(), each.height()) >= 44 for each in buttons)
    assert step.way_button is not None
    step.way_button.click()
    assert all(each.line for each in buttons)
    assert page.sitting.line


def test_words_have_their_own_size(desk: Desk) -> None:
    """From 150 to 250 per cent, whatever the size of the app's text; the keys make them larger and smaller."""
    page = beside(desk, "150 child")
    to(page, "called")
    heights = []
    for _ in range(4):
        heights.append(page.step.title.font().pixelSize())
        page.resize_by(1)
    assert heights == [36, 42, 48, 60]
    page.resize_by(-1)
    assert page.percent == 200


def test_what_an_adult_copied_is_not_let_in(desk: Desk) -> None:
    """Pasting puts nothing on this child's page."""
    QGuiApplication.clipboard().setText("The referral says that …")
    page = beside(desk)
    step = to(page, "called")
    step.box.paste()
    assert step.box.toPlainText() == ""


def test_exact_words_have_a_plain_box(desk: Desk, qtbot: QtBot) -> None:
    """Ctrl+E opens it and Escape closes it; what is in it is a row of this child's words that came unasked."""
    page = beside(desk)
    step = to(page, "good_at")
    QTest.keyClick(step.box, Key.Key_E, Control)
    assert desk.focused() is page.notes
    assert page.notes_label.text() == "Notes"
    QTest.keyClicks(page.notes, "he comes in at night")
    QTest.keyClick(page.notes, Key.Key_Escape)
    assert page.stack.currentWidget() is page.asking
    assert not page.notes.isVisible()
    page.cover()
    page.leave()
    desk.quiet()
    qtbot.waitUntil(lambda: isinstance(desk.session.frame.navigator.page, VoicePage), timeout=20_000)
    (row,) = assessing.reading(desk.session.at, desk.assessment).rows("M14.words")
    assert row.text("words") == "he comes in at night"
    assert row.value("how_came") == "spontaneous"


def test_a_mark_at_the_end(desk: Desk, qtbot: QtBot) -> None:
    """What is chosen and drawn is this child's mark, of what stands once their words are in."""
    page = beside(desk, "200 child mark")
    QTest.keyClicks(to(page, "hopes").box, "To swim")
    page.show_step(len(page.steps) - 1)
    assert isinstance(page.step, AskMark)
    page.step.buttons[MarkAnswer.DIFFERS].click()
    QTest.keyClicks(page.step.box, "I was not there")
    pad = page.step.pad
    QTest.mouseClick(pad, Qt.MouseButton.LeftButton)
    page.next_button.click()
    assert page.stack.currentWidget() is page.covered
    page.leave()
    desk.quiet()
    qtbot.waitUntil(lambda: isinstance(desk.session.frame.navigator.page, VoicePage), timeout=20_000)
    (given,) = marking.marks(desk.session.at, desk.assessment).given
    assert (given.child, given.mark.answer, given.later) == (True, MarkAnswer.DIFFERS, False)
    assert given.mark.words == "I was not there"
    assert given.mark.drawn() is not None


def test_when_it_is_not_kept_a_calm_sentence_says_so(desk: Desk) -> None:
    """The status line is not there to tell it."""

    def fail(_at: object) -> None:
        raise HsbAssessError("disk_full", "The disk is full.", "Make room.")

    page = beside(desk)
    desk.session.operations.run(fail)
    desk.quiet()
    assert page.unkept.isVisible()
    assert "disk" not in on_screen(desk.session.frame)


@pytest.mark.parametrize("code", ["hello", "days", "worries", "mark"])
def test_every_step_by_tab_alone(desk: Desk, code: str) -> None:
    """Nothing needs the mouse but the pad, which something else stands beside; nothing is without a name."""
    page = beside(desk, "150 child mark")
    page.show_step(page.steps.index(code))
    assert_all_reached(desk.session.frame)


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut_off_in_a_small_window(desk: Desk, qtbot: QtBot, percent: int) -> None:
    """At 250 per cent in the smallest window every step scrolls down and never to the side."""
    desk.session.context.appearance.choose(percent=percent)
    page = beside(desk, "250 child mark")
    desk.session.frame.resize(800, 560)
    try:
        for at in range(len(page.steps)):
            page.show_step(at)
            title = page.step.title
            qtbot.waitUntil(lambda title=title: title.height() >= title.heightForWidth(title.width()))
            assert page.column.horizontalScrollBar().maximum() == 0, page.steps[at]
            foot = page.stop_button.mapTo(desk.session.frame, page.stop_button.rect().bottomRight())
            assert desk.session.frame.rect().contains(foot), page.steps[at]
            assert page.column.viewport().height() > 120, page.steps[at]
    finally:
        desk.session.context.appearance.choose(percent=100)
