"""Spelling on real windows: marks after a rest, a menu that offers, exact words never touched, and everything by keyboard."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from hsb_assess.desk import gathering, spelling
from hsb_assess.desk.spelling import Chosen
from hsb_assess.domain.answer import Answer
from hsb_assess.domain.errors import HsbAssessError
from tests.ui.pages.open_case import Made, desk_on
from tests.ui.pages.test_alerts_tonight import heard
from tests.ui.shell.spelt import (
    EXACT,
    REASON,
    WRONG,
    box_of,
    event_at,
    field_of,
    marks_of,
    menu_of,
    wait_marked,
    waves,
    words_of,
    written,
)
from ui.pages.assessment.page import AssessmentPage
from ui.theme.contrast import contrast
from ui.theme.palettes import THEMES
from ui.widgets.fields import GrowingText

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.pages.open_case import Desk


def test_wrong_words_get_a_wavy_line_once_writing_rests(here: Desk) -> None:
    """Nothing runs before somebody writes; then the wrong words have a wavy line, and the text is as it was typed."""
    assert here.session.spelling._speller is None
    box, marks = written(here, WRONG)
    assert marks.marked == ()
    wait_marked(here, marks, "techer", "behavour")
    assert box.toPlainText() == WRONG
    assert waves(box) == ["techer", "behavour"]
    cursor = box.textCursor()
    cursor.setPosition(WRONG.index("techer"))
    cursor.setPosition(WRONG.index("techer") + 6, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText("teacher")
    wait_marked(here, marks, "behavour")


def test_marks_go_with_the_text_while_somebody_writes(here: Desk) -> None:
    """Writing before a word, in a line above it, and a line break within its paragraph leave the wave under the word."""
    box, marks = written(here, WRONG)
    wait_marked(here, marks, "techer", "behavour")
    marks.rest.setInterval(60_000)
    for place, text in ((0, "Well. "), (0, "First\n"), (len("First\nWell. The class techer"), "\n")):
        cursor = box.textCursor()
        cursor.setPosition(place)
        cursor.insertText(text)
        assert waves(box) == ["techer", "behavour"]
    box.undo()
    assert waves(box) == ["techer", "behavour"]
    box.setPlainText("")
    assert waves(box) == []


def test_nothing_starts_before_somebody_writes(here: Desk) -> None:
    """The keyboard in a text, and the caret moved in it, start no dictionary; the first letter does."""
    box = box_of(here)
    box.setPlainText(WRONG)
    here.session.frame.page_start().setFocus()
    marks = marks_of(box)
    marks._unwritten = box.document().revision()  # as if the words had been there from the beginning
    box.setFocus()
    box.moveCursor(QTextCursor.MoveOperation.End)
    marks.look()
    here.quiet()
    assert not here.session.spelling.is_awake()
    QTest.keyClick(box, Qt.Key.Key_Space)
    wait_marked(here, marks, "techer", "behavour")
    assert here.session.spelling.is_awake()


def test_leaving_a_text_has_its_last_word_looked_at(here: Desk) -> None:
    """Nothing is being typed any more once the keyboard is elsewhere."""
    box, marks = written(here, "Some wrods and anothr")
    wait_marked(here, marks, "wrods")
    here.session.frame.page_start().setFocus()
    assert not box.hasFocus()
    wait_marked(here, marks, "wrods", "anothr")


def test_a_dialog_has_the_keys_of_its_own(here: Desk) -> None:
    """A window without menus leads to its wrong words all the same."""
    dialog = QDialog(here.session.frame)
    box = GrowingText(parent=dialog)
    dialog.resize(400, 300)
    box.resize(380, 200)
    dialog.show()
    box.setFocus()
    here.qtbot.waitUntil(box.hasFocus)
    QTest.keyClicks(box, WRONG)
    wait_marked(here, marks_of(box), "techer", "behavour")
    QTest.keyClick(box, Qt.Key.Key_F7)
    here.qtbot.waitUntil(lambda: box.textCursor().selectedText() == "techer", timeout=20_000)
    dialog.close()


def test_the_word_that_is_being_typed_is_left_alone(here: Desk) -> None:
    """A word at the caret is marked only once the caret has left it."""
    box, marks = written(here, "Some wrods and anothr")
    wait_marked(here, marks, "wrods")
    QTest.keyClick(box, Qt.Key.Key_Space)
    wait_marked(here, marks, "wrods", "anothr")


def test_no_key_costs_more_than_a_timer_of_qt(here: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between a key and the rest no Python of spelling runs: not a word is looked at while somebody types."""
    box, marks = written(here, "a")
    looked: list[None] = []
    monkeypatch.setattr("ui.widgets.spelling.tokens", lambda *_given: looked.append(None) or ())
    marks.rest.setInterval(60_000)
    QTest.keyClicks(box, "techer techer ")
    assert marks.rest.isActive()
    assert looked == []
    marks.look()
    assert looked == [None]


def test_quotations_in_a_text_are_left_alone(here: Desk) -> None:
    """What stands in quotation marks is how somebody said it; the practitioner's own words around it are marked."""
    _, marks = written(here, "He sayed “I dint do it, techer” and went. ")
    wait_marked(here, marks, "sayed")


def test_a_right_click_offers_words_and_one_step_takes_the_change_back(here: Desk) -> None:
    """The likeliest comes first, the ordinary entries follow; the change is recorded as any edit and Ctrl+Z undoes it."""
    box, marks = written(here, WRONG)
    wait_marked(here, marks, "techer", "behavour")
    QApplication.sendEvent(box.viewport(), event_at(box, "behavour"))
    menu = menu_of(here, box)
    words = words_of(menu)
    assert words[0] == "behaviour"
    assert words.index("Add to own words") <= 5
    assert words[-1].startswith("Select All")
    assert menu.accessibleName() == "Spelling of “behavour”"
    menu.actions()[0].trigger()
    menu.close()
    assert box.toPlainText() == WRONG.replace("behavour", "behaviour")
    wait_marked(here, marks, "techer")
    box.undo()
    assert box.toPlainText() == WRONG
    box.redo()
    field_of(here, EXACT)  # leaving it records it
    here.quiet()
    page = here.session.frame.navigator.page
    assert isinstance(page, AssessmentPage)
    assert page.model.answer(REASON).value == WRONG.replace("behavour", "behaviour")


def test_everything_goes_by_keyboard(here: Desk) -> None:
    """F7 leads to a wrong word and selects it, again to the next, and round; Shift+F7 offers, Enter takes."""
    box, marks = written(here, WRONG)
    wait_marked(here, marks, "techer", "behavour")
    go = here.session.spelling.next_action
    found = []
    for _ in range(3):
        go.trigger()
        here.qtbot.waitUntil(lambda: box.textCursor().hasSelection(), timeout=20_000)
        found.append(box.textCursor().selectedText())
    assert found == ["techer", "behavour", "techer"]
    assert marks.marked == ("techer", "behavour"), "a word to which somebody is led keeps its line"
    here.session.spelling.offer_action.trigger()
    menu = menu_of(here, box)
    assert menu.activeAction() is menu.actions()[0]
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert "techer" not in box.toPlainText()
    wait_marked(here, marks, "behavour")


def test_a_menu_does_not_wait_for_long(here: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no suggestion comes in time, the menu opens all the same and says that there is none."""
    box, marks = written(here, WRONG)
    wait_marked(here, marks, "techer", "behavour")
    monkeypatch.setattr("ui.shell.spelling.SUGGEST_MS", 50)
    monkeypatch.setattr(here.session.spelling._speller, "suggest", lambda _word, _done: None)
    here.session.spelling.offer_action.trigger()
    menu = menu_of(here, box)
    assert box.textCursor().selectedText() == "techer", "from elsewhere it leads to the next one"
    assert words_of(menu) == ["No other word is near it", "Add to own words", "Ignore here"]
    active = menu.activeAction()
    assert active is not None
    assert active.text().replace("&", "") == "Add to own words"
    menu.close()


def test_a_screen_reader_hears_what_is_marked_and_what_was_meant(here: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Coming back to a text says how many marks there are, going to one says the word and what may have been meant."""
    box, marks = written(here, WRONG)
    wait_marked(here, marks, "techer", "behavour")
    here.session.frame.page_start().setFocus()
    told = heard(monkeypatch)
    box.setFocus()
    assert told == ["Spelling marks in this text: 2. F7 leads to them."]
    here.session.spelling.next_action.trigger()
    here.qtbot.waitUntil(lambda: len(told) > 1, timeout=20_000)
    assert told[1].startswith("“techer” is in no dictionary. Perhaps: ")
    assert "teacher" in told[1]


def test_the_first_key_waits_for_the_dictionaries(here: Desk) -> None:
    """F7 before anything was looked at starts them and leads to the word when they have answered."""
    box = box_of(here)
    box.setPlainText("One wrod here")
    marks_of(box).rest.stop()
    here.session.spelling.next_action.trigger()
    here.qtbot.waitUntil(lambda: box.textCursor().selectedText() == "wrod", timeout=20_000)


def test_a_text_without_marks_says_so(here: Desk) -> None:
    """F7 where nothing is wrong says that, and moves nothing."""
    box, _ = written(here, "All is well here. ")
    told: list[str] = []
    here.session.notices.said.connect(lambda notice: told.append(notice.text))
    here.session.spelling.next_action.trigger()
    here.qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told == ["There is no spelling mark in this text."]
    assert not box.textCursor().hasSelection()


def test_own_words_and_ignored_words_are_marked_no_more(here: Desk) -> None:
    """A word of one's own counts everywhere; an ignored one in this text until the vault is locked."""
    box, marks = written(here, "The kinwork and the zorbing. ")
    wait_marked(here, marks, "kinwork", "zorbing")
    marks._words.ignore("zorbing", box)
    wait_marked(here, marks, "kinwork")
    marks._words.add("kinwork")
    wait_marked(here, marks)
    here.quiet()
    assert [each.word for each in spelling.own_words(here.session.at)] == ["kinwork"]
    other = GrowingText("zorbing kinwork ")
    assert here.session.spelling.verdict("kinwork", other) is True
    assert here.session.spelling.verdict("zorbing", other) is False


def test_names_of_the_case_are_right_without_being_kept_as_words(here: Desk) -> None:
    """People and places that the record names are never marked, with an apostrophe too; nothing is stored for it."""
    here.session.operations.run(
        gathering.add_thing, here.case, "person", {"label": Answer(value="Aoife-Wren Zielinska")}
    )
    here.quiet()
    _, marks = written(here, "Aoife and Zielinska’s frend. ")
    wait_marked(here, marks, "frend")
    assert spelling.own_words(here.session.at) == ()


def test_switching_off_and_the_language_count_at_once(here: Desk) -> None:
    """Off takes every mark away; with both languages a Welsh word is right in an English text."""
    _, marks = written(here, "The plentyn and the techer. ")
    wait_marked(here, marks, "plentyn", "techer")
    for choice, expected in (
        (Chosen(on=False), ()),
        (Chosen(languages="both"), ("techer",)),
        (Chosen(languages="en"), ("plentyn", "techer")),
    ):
        here.session.operations.run(spelling.choose, choice)
        wait_marked(here, marks, *expected)


def test_a_broken_dictionary_is_said_once_and_then_there_is_no_spelling(
    here: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The notice says what is wrong; nothing is marked, and writing goes on."""
    monkeypatch.setattr("hsb_assess.desk.spelling.languages", lambda _choice, _screen: ("xx",))
    told: list[str] = []
    here.session.notices.said.connect(lambda notice: told.append(notice.code))
    box, marks = written(here, WRONG)
    here.qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    QTest.keyClicks(box, " More wrods. ")
    marks.look()
    assert len(told) == 1
    assert marks.marked == ()
    assert box.toPlainText() == f"{WRONG} More wrods. "


def test_a_hundred_thousand_letters_are_marked_where_they_are_seen(here: Desk) -> None:
    """A huge paste is looked at where it is on screen; a single word of that length is none."""
    box = box_of(here)
    box.setPlainText("techer is heer. " * 6000)
    marks = marks_of(box)
    here.qtbot.waitUntil(lambda: bool(marks.marked), timeout=20_000)
    assert 0 < len(marks.marked) <= 200
    box.setPlainText("x" * 100_000)
    marks.look()
    assert marks.marked == ()


def test_the_lock_ends_the_helper(made: Made, tmp_path: Path, qtbot: QtBot) -> None:
    """Once the vault is put away nothing that knows its words runs any more."""
    with desk_on(made, tmp_path, qtbot) as desk:
        desk.go("assessment", REASON)
        _, marks = written(desk, WRONG)
        wait_marked(desk, marks, "techer", "behavour")
        speller = desk.session.spelling._speller
        assert speller is not None
        child = speller._child
        assert child is not None
    assert child.wait(timeout=20) is not None
    assert not any(thread.name == "spelling" for thread in threading.enumerate())


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_the_line_is_seen_in_every_theme(theme: str) -> None:
    """The wavy line reaches 3:1 on the field and on what is selected."""
    tokens = THEMES[theme]
    for ground in (tokens.surface, tokens.selected):
        assert contrast(tokens.bad.ink, ground) >= 3.0


def test_an_error_of_the_vault_says_nothing_of_spelling(here: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where what was chosen cannot be read, nothing is marked; the next rest asks again."""

    def refused(*_given: object) -> None:
        raise HsbAssessError("vault_busy", "The vault is busy.", "Try again.")

    with monkeypatch.context() as patched:
        patched.setattr(spelling, "known", refused)
        box, marks = written(here, WRONG)
        marks.look()
        here.quiet()
        assert marks.marked == ()
    QTest.keyClick(box, Qt.Key.Key_Space)
    wait_marked(here, marks, "techer", "behavour")
