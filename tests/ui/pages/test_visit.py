"""The page of visit notes on a real vault: nothing typed is lost, a note is sealed and filed by keyboard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from hsb_assess.desk import assessing, visiting
from hsb_assess.desk.visiting import Writing
from hsb_assess.desk.went import Went
from hsb_assess.domain.answer import Absence, Answer
from ui.navigation import Target
from ui.pages.assessment import AssessmentPage
from ui.pages.visit import VisitPage
from ui.shell.editing import Editing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.pages.open_case import Desk


Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier


def visit(desk: Desk) -> VisitPage:
    """Go to the page."""
    desk.session.frame.navigator.go(Target("visit", case=desk.case))
    desk.quiet()
    page = desk.session.frame.navigator.page
    assert isinstance(page, VisitPage)
    return page


def test_leaving_and_coming_back_goes_on_writing(desk: Desk) -> None:
    """What was typed a moment ago is there, the caret where it stood; the time comes with a key."""
    page = visit(desk)
    assert desk.focused() is page.writing.text
    QTest.keyClicks(page.writing.text, "First line")
    QTest.keyClick(page.writing.text, Key.Key_T, Control)
    desk.session.frame.navigator.go(Target("settings"))
    desk.quiet()
    kept = visiting.being_written(desk.session.at, desk.case)
    assert kept is not None
    assert kept.text.startswith("First line\n")
    assert kept.begun
    again = visit(desk)
    assert again is not page
    assert again.writing.text.toPlainText() == kept.text
    assert again.writing.text.textCursor().position() == len(kept.text)


def test_a_note_is_sealed_and_filed_by_keyboard(desk: Desk, qtbot: QtBot) -> None:
    """Ctrl+Enter seals; File, a word, Enter, a way, Ctrl+Enter files; the page shows where, the question has the words."""
    page = visit(desk)
    QTest.keyClicks(page.writing.text, "She said she sleeps at her aunt's.")
    QTest.keyClick(page.writing.text, Key.Key_Return, Control)
    desk.quiet()
    assert page.cards == []
    assert "seen" in desk.session.frame.notices.text()
    page.writing.ways["alone"].click()
    QTest.keyClick(page.writing.text, Key.Key_Return, Control)
    desk.quiet()
    assert page.writing.text.toPlainText() == ""
    (card,) = page.cards
    (made_button,) = card.buttons.values()
    assert desk.focused() is made_button
    QTest.keyClick(made_button, Key.Key_Return)
    assert card.panel is not None
    QTest.keyClicks(card.panel.box, "sleeps_tonight")
    QTest.keyClick(card.panel.box, Key.Key_Return)
    assert desk.focused() is card.panel.as_answer
    assert not card.panel.file_button.isEnabled()
    QTest.keyClick(card.panel.as_answer, Key.Key_Space)
    QTest.keyClick(card.panel.as_answer, Key.Key_Return, Control)
    desk.quiet()
    qtbot.waitUntil(lambda: bool(page.cards[0].note.paragraphs[0].filed), timeout=20_000)
    value = assessing.reading(desk.session.at, desk.assessment).raw("M01.sleeps_tonight").value
    assert value == "She said she sleeps at her aunt's."
    assert page.cards[0].note.paragraphs[0].filed[0].answer


def sealed(desk: Desk, words: str) -> VisitPage:
    """Seal a note and go to the page."""
    visiting.seal(desk.session.vault.workplace(read_only=False), desk.case, Writing(words, "alone"))
    return visit(desk)


def in_sight(part: QWidget) -> bool:
    """Say whether all of a part is on screen."""
    return part.visibleRegion().boundingRect().size() == part.size()


def test_what_comes_next_is_in_sight(desk: Desk, qtbot: QtBot) -> None:
    """After sealing it is the sealed note, the keyboard at its first File; at the last paragraph the form that files."""
    page = visit(desk)
    page.writing.text.setPlainText("\n".join(f"Paragraph {n}." for n in range(1, 5)))
    page.writing.ways["alone"].click()
    page.writing.seal()
    desk.quiet()
    (card,) = page.cards
    first, *_, last = card.buttons.values()
    assert desk.focused() is first
    qtbot.waitUntil(lambda: in_sight(first) and card.visibleRegion().boundingRect().top() == 0)
    last.click()
    panel = card.panel
    assert panel is not None
    qtbot.waitUntil(lambda: in_sight(panel))
    QTest.keyClicks(panel.box, "M05.harm.sexual")
    QTest.keyClick(panel.box, Key.Key_Return)
    qtbot.waitUntil(lambda: in_sight(panel) and in_sight(panel.file_button))


def test_choosing_a_question_files_nothing(desk: Desk) -> None:
    """What is recorded there is shown, the way stays what the person chose, and filing takes a key of its own."""
    write = desk.session.vault.workplace(read_only=False)
    assessing.record_answer(write, desk.assessment, "M01.reason", Answer(absence=Absence.NOT_ASKED), noted=True)
    page = sealed(desk, "He mends bicycles.")
    (card,) = page.cards
    card.open("He mends bicycles.")
    panel = card.panel
    assert panel is not None
    assert panel.as_evidence.isChecked()
    QTest.keyClicks(panel.box, "M01.reason")
    QTest.keyClick(panel.box, Key.Key_Return, Control)  # nothing is chosen yet
    QTest.keyClick(panel.box, Key.Key_Return)
    QTest.keyClick(desk.focused(), Key.Key_Return)
    desk.quiet()
    assert not page.cards[0].note.paragraphs[0].filed
    assert "Not yet asked" in panel.told.text()
    assert panel.as_evidence.isChecked() or not panel.as_answer.isChecked()
    panel.as_answer.click()
    assert "takes the place of “Not yet asked”" in panel.told.text()
    QTest.keyClick(panel.box, Key.Key_Backspace)
    assert not panel.file_button.isEnabled()
    assert panel.told.text() == ""
    assert panel.as_answer.isChecked()
    assert visiting.being_written(desk.session.at, desk.case) is None


def test_what_is_not_asked_yet_is_found_and_says_so(desk: Desk) -> None:
    """On the first day a strength is found, under its section's name and no code, with what to do about it."""
    write = desk.session.vault.workplace(read_only=False)
    assessing.start_assessment(write, desk.case)
    page = sealed(desk, "He mends bicycles.")
    (card,) = page.cards
    card.open("He mends bicycles.")
    panel = card.panel
    assert panel is not None
    QTest.keyClicks(panel.box, "strength")
    shown = [panel.list.item(at).text() for at in range(panel.list.count())]
    assert any("What is this child's strength?" in each for each in shown)
    assert not any(re.search(r"M\d\d", each) for each in shown)
    panel.box.clear()
    QTest.keyClicks(panel.box, "harmed sexually")
    QTest.keyClick(panel.box, Key.Key_Return)
    assert "waits there as evidence until more is asked" in panel.told.text()
    assert panel.file_button.isEnabled()
    assert not panel.as_answer.isEnabled()
    panel.file()
    desk.quiet()
    (filed,) = page.cards[0].note.paragraphs[0].filed
    assert (filed.answer, filed.cited) == (False, False)
    page._go(filed.path)
    desk.quiet()
    assert desk.session.frame.navigator.here().page == "assessment"


def test_the_question_shows_what_came_from_the_note(desk: Desk) -> None:
    """Under the answer, under evidence that it cites, and where a paragraph waits for an answer: the day and the words."""
    write = desk.session.vault.workplace(read_only=False)
    words = "He mends bicycles."
    contact = str(visiting.seal(write, desk.case, Writing(words, "alone", went=Went("2026-04-03"))).created)
    for path, as_answer in (("M01.reason", True), ("M05.harm.sexual", False)):
        visiting.file(write, desk.assessment, contact, words, path, as_answer=as_answer)
    page = desk.go("assessment", "M01.reason")
    assert isinstance(page, AssessmentPage)
    field = page.form.fields["M01.reason"]
    assert field.sources() == "In this answer, from the visit note of 3 Apr 2026: He mends bicycles."
    assert field.sources() in field.editor.first().accessibleDescription()
    desk.go("assessment", "M05.harm.sexual")
    field = page.form.fields["M05.harm.sexual"]
    assert field.sources().startswith("From the visit note of 3 Apr 2026, ready as evidence")
    item = page.model.filed_to("M05.harm.sexual")[0].id
    page.model.put_value("M05.harm.sexual", {"state": "suspected"})
    page.model.put_evidence("M05.harm.sexual", (item,))
    field.refresh()
    assert field.sources() == "Evidence from the visit note of 3 Apr 2026: He mends bicycles."
    field = page.form.fields["M05.harm.physical"]
    assert field.sources() == ""


def test_what_was_filed_is_taken_back_on_the_page(desk: Desk, qtbot: QtBot) -> None:
    """A button beside it and Ctrl+Z both let stand what stood, without leaving the page; the menu names it."""
    editing = Editing(desk.session)
    desk.session.take_back = editing.take_back
    page, words = sealed(desk, "He mends bicycles."), "He mends bicycles."
    page._file(page.cards[0].note.contact, words, "M01.reason", as_answer=True, said="")
    desk.quiet()
    assert "Ctrl+Z" in desk.session.frame.notices.text()
    back = page.cards[0].backs[words]
    qtbot.waitUntil(back.isVisible)
    back.click()
    qtbot.waitUntil(lambda: not page.cards[0].note.paragraphs[0].filed, timeout=20_000)
    assert not assessing.reading(desk.session.at, desk.assessment).raw("M01.reason").is_asked()
    assert desk.session.frame.navigator.page is page
    assert not page.cards[0].backs[words].isVisible()
    assert "filing to" in editing.redo_action.text()
    editing.redo_action.trigger()
    qtbot.waitUntil(lambda: bool(page.cards[0].note.paragraphs[0].filed), timeout=20_000)
    editing.undo_action.trigger()
    qtbot.waitUntil(lambda: not page.cards[0].note.paragraphs[0].filed, timeout=20_000)


def test_a_note_that_was_thrown_away_can_be_put_back(desk: Desk) -> None:
    """The notice offers it; the draft is in the vault again."""
    page = visit(desk)
    QTest.keyClicks(page.writing.text, "Words")
    page.writing.throw_button.click()
    desk.quiet()
    assert visiting.being_written(desk.session.at, desk.case) is None
    desk.session.frame.notices._act()
    desk.quiet()
    assert page.writing.text.toPlainText() == "Words"
    kept = visiting.being_written(desk.session.at, desk.case)
    assert kept is not None
    assert kept.text == "Words"


def test_a_note_about_another_day_by_somebody_else(desk: Desk, qtbot: QtBot) -> None:
    """Today and oneself stand there at first; whatever is written instead is kept with every key, and is what is sealed."""
    page = visit(desk)
    fields = page.writing.went
    assert page.writing.text.accessibleName() == "What you saw and heard"
    assert (fields.day.text(), list(fields.removes)) == ("20 Apr 2026", ["Worker P (you)"])
    QTest.keyClicks(page.writing.text, "Words")
    page.writing.ways["alone"].click()
    fields.removes["Worker P (you)"].click()
    assert page.writing.text.accessibleName() == "What was seen and heard"
    QTest.keyClicks(fields.pick, "Worker Q")
    QTest.keyClick(fields.pick, Key.Key_Return)
    assert page.writing.text.accessibleName() == page.writing.text_field.label.text() == "What Worker Q saw and heard"
    QTest.keyClicks(fields.pick, "Wor")
    fields.pick.completer().popup().hide()
    fields.day.selectAll()
    QTest.keyClicks(fields.day, "3 Ap")
    QTest.keyClicks(fields.time, "2 pm")
    desk.session.frame.navigator.go(Target("settings"))
    desk.quiet()
    kept = visiting.being_written(desk.session.at, desk.case)
    assert kept is not None
    assert kept.went == Went("3 Ap", "2 pm", (), ("Worker Q",), "Wor")
    desk.session.frame.activateWindow()  # the list of names was a window of its own
    qtbot.waitUntil(lambda: QApplication.activeWindow() is desk.session.frame)
    again = visit(desk).writing
    assert again.went.went() == kept.went
    again.went.pick.setEditText("")
    again.seal()
    assert "date" in again.went.day_field.fault()
    assert desk.focused() is again.went.day
    told = again.went.day_field
    qtbot.waitUntil(lambda: told.visibleRegion().boundingRect().height() == told.height())  # with what is wrong
    QTest.keyClicks(again.went.day, "r 2026")
    assert again.went.day_field.fault() == ""
    again.seal()
    desk.quiet()
    (note,) = visiting.notes(desk.session.at, desk.case)
    assert (note.went.day, note.went.time, note.by, note.author) == ("2026-04-03", "14:00", ("Worker Q",), "Worker P")


def test_a_day_to_come_is_told_at_its_field(desk: Desk) -> None:
    """The note stays as it is, and nothing is sealed."""
    page = visit(desk)
    QTest.keyClicks(page.writing.text, "Words")
    page.writing.ways["not_seen"].click()
    page.writing.went.day.setText("21 Apr 2026")
    page.writing.seal()
    desk.quiet()
    assert "still to come" in page.writing.went.day_field.fault()
    assert page.cards == []
    assert page.writing.text.toPlainText() == "Words"
    page.writing.went.day.setText("20 Apr 2026")
    for remove in list(page.writing.went.removes.values()):
        remove.click()
    page.writing.seal()
    desk.quiet()
    assert "who went" in page.writing.went.who_field.fault()


def test_the_day_of_a_sealed_note_is_mended(desk: Desk, qtbot: QtBot) -> None:
    """What stood before is shown with who changed it; the draft that is being written stays as it is."""
    page = visit(desk)
    QTest.keyClicks(page.writing.text, "Words")
    page.writing.ways["alone"].click()
    page.writing.seal()
    desk.quiet()
    QTest.keyClicks(page.writing.text, "More")
    (card,) = page.cards
    card.mend_button.click()
    fields = card.mending
    assert fields is not None
    assert desk.focused() is fields.day
    fields.day.setText("19 Apr 2026")
    QTest.keyClicks(fields.pick, "Worker Q")
    card._change()
    desk.quiet()
    qtbot.waitUntil(lambda: page.cards[0].note.went.day == "2026-04-19", timeout=20_000)
    words = " ".join(label.text() for label in page.cards[0].findChildren(QLabel))
    assert "Worker P · Worker Q" not in words
    assert "Worker P, Worker Q" in words
    assert "It was: 20 Apr 2026." in words
    qtbot.waitUntil(lambda: desk.focused() is page.cards[0].mend_button)
    assert page.writing.text.toPlainText() == "More"
