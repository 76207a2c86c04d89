"""The page of visit notes on a real vault: nothing typed is lost, a note is sealed and filed by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hsb_assess.desk import assessing, visiting
from ui.navigation import Target
from ui.pages.visit import VisitPage

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
    """Ctrl+Enter seals; File, a word, Enter files; the page shows where, and the question has the words."""
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
    desk.quiet()
    qtbot.waitUntil(lambda: bool(page.cards[0].note.paragraphs[0].filed), timeout=20_000)
    value = assessing.reading(desk.session.at, desk.assessment).raw("M01.sleeps_tonight").value
    assert value == "She said she sleeps at her aunt's."
    assert page.cards[0].note.paragraphs[0].filed[0].answer


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
