"""Spelling on real windows: marks after a rest, a menu that offers, exact words never touched, and everything by keyboard."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from hsb_assess.desk import gathering, spelling
from hsb_assess.desk.saidwords import Said
from hsb_assess.desk.spelling import Chosen
from hsb_assess.domain.answer import Answer
from hsb_assess.domain.errors import HsbAssessError
from tests.ui.pages.open_case import CLOCK, Made, desk_on, make_vault
from tests.ui.pages.test_alerts_tonight import heard
from ui.form.markpanel import MarkPanel
from ui.form.rows import RowsView
from ui.pages.assessment.page import AssessmentPage
from ui.pages.beside.parts import WritingBox
from ui.pages.voice.adding import AddingCard
from ui.pages.voice.said import SaidCard
from ui.theme.contrast import contrast
from ui.theme.palettes import THEMES
from ui.widgets.fields import GrowingText
from ui.widgets.spelling import SpellMarks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.pages.open_case import Desk
    from ui.form.question import QuestionField

REASON, EXACT = "M01.reason", "M13.identity"
WRONG = "The class techer saw it and the behavour stopped."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A vault with one assessment in which nothing is answered."""
    return make_vault(tmp_path_factory.mktemp("made") / "vault")


@pytest.fixture
def here(made: Made, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """The assessment at the section of the referral; writing rests sooner than for people, and a menu waits for longer."""
    monkeypatch.setattr("ui.widgets.spelling.REST_MS", 60)
    monkeypatch.setattr("ui.shell.spelling.SUGGEST_MS", 20_000)
    with desk_on(made, tmp_path, qtbot) as desk:
        desk.go("assessment", REASON)
        yield desk


def _field(desk: Desk, path: str) -> QuestionField:
    page = desk.go("assessment", path)
    assert isinstance(page, AssessmentPage)
    return page.form.fields[path]


def _box(desk: Desk, path: str = REASON) -> GrowingText:
    box = _field(desk, path).editor.widget
    assert isinstance(box, GrowingText)
    box.setFocus()
    return box


def _marks(box: GrowingText) -> SpellMarks:
    found = box.findChild(SpellMarks)
    assert isinstance(found, SpellMarks)
    return found


def _written(desk: Desk, text: str, path: str = REASON) -> tuple[GrowingText, SpellMarks]:
    """Type a text; QTest has no keys for curly marks, so a text with them comes at once."""
    box = _box(desk, path)
    if text.isascii():
        QTest.keyClicks(box, text)
    else:
        box.insertPlainText(text)
    return box, _marks(box)


def _waves(box: GrowingText) -> list[str]:
    """Return what is drawn with a wavy line, as the lines of the text themselves say."""
    block, found = box.document().begin(), []
    while block.isValid():
        found += [
            block.text()[each.start : each.start + each.length]
            for each in block.layout().formats()
            if each.format.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline
        ]
        block = block.next()
    return found


def _wait_marked(desk: Desk, marks: SpellMarks, *words: str) -> None:
    desk.qtbot.waitUntil(lambda: marks.marked == words, timeout=20_000)


def _menu(desk: Desk, box: GrowingText) -> QMenu:
    desk.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=20_000)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.parent() is box
    return menu


def _words(menu: QMenu) -> list[str]:
    return [action.text().replace("&", "") for action in menu.actions() if not action.isSeparator()]


def test_wrong_words_get_a_wavy_line_once_writing_rests(here: Desk) -> None:
    """Nothing runs before somebody writes; then the wrong words have a wavy line, and the text is as it was typed."""
    assert here.session.spelling._speller is None
    box, marks = _written(here, WRONG)
    assert marks.marked == ()
    _wait_marked(here, marks, "techer", "behavour")
    assert box.toPlainText() == WRONG
    assert _waves(box) == ["techer", "behavour"]
    cursor = box.textCursor()
    cursor.setPosition(WRONG.index("techer"))
    cursor.setPosition(WRONG.index("techer") + 6, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText("teacher")
    _wait_marked(here, marks, "behavour")


def test_marks_go_with_the_text_while_somebody_writes(here: Desk) -> None:
    """Writing before a word, in a line above it, and a line break within its paragraph leave the wave under the word."""
    box, marks = _written(here, WRONG)
    _wait_marked(here, marks, "techer", "behavour")
    marks.rest.setInterval(60_000)
    for place, text in ((0, "Well. "), (0, "First\n"), (len("First\nWell. The class techer"), "\n")):
        cursor = box.textCursor()
        cursor.setPosition(place)
        cursor.insertText(text)
        assert _waves(box) == ["techer", "behavour"]
    box.undo()
    assert _waves(box) == ["techer", "behavour"]
    box.setPlainText("")
    assert _waves(box) == []


def test_nothing_starts_before_somebody_writes(here: Desk) -> None:
    """The keyboard in a text, and the caret moved in it, start no dictionary; the first letter does."""
    box = _box(here)
    box.setPlainText(WRONG)
    here.session.frame.page_start().setFocus()
    marks = _marks(box)
    marks._unwritten = box.document().revision()  # as if the words had been there from the beginning
    box.setFocus()
    box.moveCursor(QTextCursor.MoveOperation.End)
    marks.look()
    here.quiet()
    assert not here.session.spelling.is_awake()
    QTest.keyClick(box, Qt.Key.Key_Space)
    _wait_marked(here, marks, "techer", "behavour")
    assert here.session.spelling.is_awake()


def test_leaving_a_text_has_its_last_word_looked_at(here: Desk) -> None:
    """Nothing is being typed any more once the keyboard is elsewhere."""
    box, marks = _written(here, "Some wrods and anothr")
    _wait_marked(here, marks, "wrods")
    here.session.frame.page_start().setFocus()
    assert not box.hasFocus()
    _wait_marked(here, marks, "wrods", "anothr")


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
    _wait_marked(here, _marks(box), "techer", "behavour")
    QTest.keyClick(box, Qt.Key.Key_F7)
    here.qtbot.waitUntil(lambda: box.textCursor().selectedText() == "techer", timeout=20_000)
    dialog.close()


def test_the_word_that_is_being_typed_is_left_alone(here: Desk) -> None:
    """A word at the caret is marked only once the caret has left it."""
    box, marks = _written(here, "Some wrods and anothr")
    _wait_marked(here, marks, "wrods")
    QTest.keyClick(box, Qt.Key.Key_Space)
    _wait_marked(here, marks, "wrods", "anothr")


def test_no_key_costs_more_than_a_timer_of_qt(here: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between a key and the rest no Python of spelling runs: not a word is looked at while somebody types."""
    box, marks = _written(here, "a")
    looked: list[None] = []
    monkeypatch.setattr("ui.widgets.spelling.tokens", lambda *_given: looked.append(None) or ())
    marks.rest.setInterval(60_000)
    QTest.keyClicks(box, "techer techer ")
    assert marks.rest.isActive()
    assert looked == []
    marks.look()
    assert looked == [None]


def test_exact_words_are_never_marked_and_never_offered_to_be_changed(here: Desk) -> None:
    """A question for exact words has no mark and the ordinary menu; F7 says that they stay as they were said."""
    _, marks = _written(here, WRONG)
    _wait_marked(here, marks, "techer", "behavour")  # what is marked elsewhere is not here
    box, marks = _written(here, "I dint do nuthin to techer ", EXACT)
    marks.look()
    assert marks.marked == ()
    assert marks._context_menu(_event(box, "dint")) is False
    told: list[str] = []
    here.session.notices.said.connect(lambda notice: told.append(notice.text))
    here.session.spelling.next_action.trigger()
    assert told == ["These are exact words: their spelling is left as it was said."]
    here.session.spelling.offer_action.trigger()
    assert len(told) == 2
    assert box.toPlainText() == "I dint do nuthin to techer "


def test_what_is_entered_as_exact_words_is_exact_while_it_is_written(here: Desk) -> None:
    """A new item of evidence is somebody's words as soon as that is said beside it, and the writer's own otherwise."""
    field = _field(here, "M05.harm.sexual")
    field.open_evidence()
    assert field.evidence_panel is not None
    panel = field.evidence_panel.new_panel
    panel.start()
    panel.more_button.click()
    box = panel.editors["what"].widget
    assert isinstance(box, GrowingText)
    for value, expected in (("no", False), ("yes", True), (None, False)):
        panel.editors["verbatim"].fill(value)
        assert box.is_exact() is expected
    box.setFocus()
    QTest.keyClicks(box, WRONG)
    marks = _marks(box)
    _wait_marked(here, marks, "techer", "behavour")
    panel.editors["verbatim"].fill("yes")
    panel.editors["verbatim"].chosen()
    assert marks.marked == ()
    assert _waves(box) == []


def test_an_event_that_is_said_to_be_quoted_loses_its_marks(here: Desk) -> None:
    """Words that stand in the record are exact as soon as somebody answers that they are."""
    here.session.operations.run(gathering.add_thing, here.case, "event", {"what": Answer(value="x")})
    here.quiet()
    page = here.go("assessment", "M02.events")
    assert isinstance(page, AssessmentPage)
    rows = page.findChild(RowsView, "M02.events")
    assert isinstance(rows, RowsView)
    row = page.model.rows("M02.events")[0]
    rows.open_row(row)
    assert rows.panel is not None
    rows.panel.open_more()
    field = page.form.fields[f"M02.events[{row}].what"]
    box = field.editor.widget
    assert isinstance(box, GrowingText)
    box.setFocus()
    box.setPlainText(WRONG)
    marks = _marks(box)
    _wait_marked(here, marks, "techer", "behavour")
    verbatim = page.form.fields[f"M02.events[{row}].verbatim"]
    verbatim.editor.fill("yes")
    verbatim.editor.chosen()
    here.quiet()
    assert marks.marked == ()


def test_boxes_for_this_childs_words_are_exact(here: Desk, qtbot: QtBot) -> None:
    """Words of this child, their correction, the page to sit beside them and what they say is wrong are left alone."""
    page = here.session.frame.navigator.page
    assert isinstance(page, AssessmentPage)
    said = Said("e", here.assessment, "M14.words[r].words", "Words", "I dint do it", "2026-04-20T10:00:00+01:00", "P")
    correcting = SaidCard(said, may_write=True)
    cards = [AddingCard([], lambda: CLOCK.now().date()), correcting, MarkPanel(page.model.scraps)]
    for card in cards:
        qtbot.addWidget(card)
    correcting.open()
    beside = WritingBox()
    qtbot.addWidget(beside)
    boxes = [box for card in cards for box in card.findChildren(GrowingText)]
    assert [box.is_exact() for box in (*boxes, beside)] == [True] * 4


def _event(box: GrowingText, word: str) -> QContextMenuEvent:
    cursor = box.textCursor()
    cursor.setPosition(box.toPlainText().index(word) + 1)
    place: QPoint = box.cursorRect(cursor).center()
    return QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, box.viewport().mapToGlobal(place))


def test_quotations_in_a_text_are_left_alone(here: Desk) -> None:
    """What stands in quotation marks is how somebody said it; the practitioner's own words around it are marked."""
    _, marks = _written(here, "He sayed “I dint do it, techer” and went. ")
    _wait_marked(here, marks, "sayed")


def test_a_right_click_offers_words_and_one_step_takes_the_change_back(here: Desk) -> None:
    """The likeliest comes first, the ordinary entries follow; the change is recorded as any edit and Ctrl+Z undoes it."""
    box, marks = _written(here, WRONG)
    _wait_marked(here, marks, "techer", "behavour")
    QApplication.sendEvent(box.viewport(), _event(box, "behavour"))
    menu = _menu(here, box)
    words = _words(menu)
    assert words[0] == "behaviour"
    assert words.index("Add to own words") <= 5
    assert words[-1].startswith("Select All")
    assert menu.accessibleName() == "Spelling of “behavour”"
    menu.actions()[0].trigger()
    menu.close()
    assert box.toPlainText() == WRONG.replace("behavour", "behaviour")
    _wait_marked(here, marks, "techer")
    box.undo()
    assert box.toPlainText() == WRONG
    box.redo()
    _field(here, EXACT)  # leaving it records it
    here.quiet()
    page = here.session.frame.navigator.page
    assert isinstance(page, AssessmentPage)
    assert page.model.answer(REASON).value == WRONG.replace("behavour", "behaviour")


def test_everything_goes_by_keyboard(here: Desk) -> None:
    """F7 leads to a wrong word and selects it, again to the next, and round; Shift+F7 offers, Enter takes."""
    box, marks = _written(here, WRONG)
    _wait_marked(here, marks, "techer", "behavour")
    go = here.session.spelling.next_action
    found = []
    for _ in range(3):
        go.trigger()
        here.qtbot.waitUntil(lambda: box.textCursor().hasSelection(), timeout=20_000)
        found.append(box.textCursor().selectedText())
    assert found == ["techer", "behavour", "techer"]
    assert marks.marked == ("techer", "behavour"), "a word to which somebody is led keeps its line"
    here.session.spelling.offer_action.trigger()
    menu = _menu(here, box)
    assert menu.activeAction() is menu.actions()[0]
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert "techer" not in box.toPlainText()
    _wait_marked(here, marks, "behavour")


def test_a_menu_does_not_wait_for_long(here: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no suggestion comes in time, the menu opens all the same and says that there is none."""
    box, marks = _written(here, WRONG)
    _wait_marked(here, marks, "techer", "behavour")
    monkeypatch.setattr("ui.shell.spelling.SUGGEST_MS", 50)
    monkeypatch.setattr(here.session.spelling._speller, "suggest", lambda _word, _done: None)
    here.session.spelling.offer_action.trigger()
    menu = _menu(here, box)
    assert box.textCursor().selectedText() == "techer", "from elsewhere it leads to the next one"
    assert _words(menu) == ["No other word is near it", "Add to own words", "Ignore here"]
    active = menu.activeAction()
    assert active is not None
    assert active.text().replace("&", "") == "Add to own words"
    menu.close()


def test_a_screen_reader_hears_what_is_marked_and_what_was_meant(here: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Coming back to a text says how many marks there are, going to one says the word and what may have been meant."""
    box, marks = _written(here, WRONG)
    _wait_marked(here, marks, "techer", "behavour")
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
    box = _box(here)
    box.setPlainText("One wrod here")
    _marks(box).rest.stop()
    here.session.spelling.next_action.trigger()
    here.qtbot.waitUntil(lambda: box.textCursor().selectedText() == "wrod", timeout=20_000)


def test_a_text_without_marks_says_so(here: Desk) -> None:
    """F7 where nothing is wrong says that, and moves nothing."""
    box, _ = _written(here, "All is well here. ")
    told: list[str] = []
    here.session.notices.said.connect(lambda notice: told.append(notice.text))
    here.session.spelling.next_action.trigger()
    here.qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told == ["There is no spelling mark in this text."]
    assert not box.textCursor().hasSelection()


def test_own_words_and_ignored_words_are_marked_no_more(here: Desk) -> None:
    """A word of one's own counts everywhere; an ignored one in this text until the vault is locked."""
    box, marks = _written(here, "The kinwork and the zorbing. ")
    _wait_marked(here, marks, "kinwork", "zorbing")
    marks._words.ignore("zorbing", box)
    _wait_marked(here, marks, "kinwork")
    marks._words.add("kinwork")
    _wait_marked(here, marks)
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
    _, marks = _written(here, "Aoife and Zielinska’s frend. ")
    _wait_marked(here, marks, "frend")
    assert spelling.own_words(here.session.at) == ()


def test_switching_off_and_the_language_count_at_once(here: Desk) -> None:
    """Off takes every mark away; with both languages a Welsh word is right in an English text."""
    _, marks = _written(here, "The plentyn and the techer. ")
    _wait_marked(here, marks, "plentyn", "techer")
    for choice, expected in (
        (Chosen(on=False), ()),
        (Chosen(languages="both"), ("techer",)),
        (Chosen(languages="en"), ("plentyn", "techer")),
    ):
        here.session.operations.run(spelling.choose, choice)
        _wait_marked(here, marks, *expected)


def test_a_broken_dictionary_is_said_once_and_then_there_is_no_spelling(
    here: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The notice says what is wrong; nothing is marked, and writing goes on."""
    monkeypatch.setattr("hsb_assess.desk.spelling.languages", lambda _choice, _screen: ("xx",))
    told: list[str] = []
    here.session.notices.said.connect(lambda notice: told.append(notice.code))
    box, marks = _written(here, WRONG)
    here.qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    QTest.keyClicks(box, " More wrods. ")
    marks.look()
    assert len(told) == 1
    assert marks.marked == ()
    assert box.toPlainText() == f"{WRONG} More wrods. "


def test_a_hundred_thousand_letters_are_marked_where_they_are_seen(here: Desk) -> None:
    """A huge paste is looked at where it is on screen; a single word of that length is none."""
    box = _box(here)
    box.setPlainText("techer is heer. " * 6000)
    marks = _marks(box)
    here.qtbot.waitUntil(lambda: bool(marks.marked), timeout=20_000)
    assert 0 < len(marks.marked) <= 200
    box.setPlainText("x" * 100_000)
    marks.look()
    assert marks.marked == ()


def test_the_lock_ends_the_helper(made: Made, tmp_path: Path, qtbot: QtBot) -> None:
    """Once the vault is put away nothing that knows its words runs any more."""
    with desk_on(made, tmp_path, qtbot) as desk:
        desk.go("assessment", REASON)
        _, marks = _written(desk, WRONG)
        _wait_marked(desk, marks, "techer", "behavour")
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
        box, marks = _written(here, WRONG)
        marks.look()
        here.quiet()
        assert marks.marked == ()
    QTest.keyClick(box, Qt.Key.Key_Space)
    _wait_marked(here, marks, "techer", "behavour")
