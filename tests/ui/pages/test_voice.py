"""The page of this child's words on a real vault: two keys to add, nothing lost, corrections in sight, marks with a pen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from hsb_assess.desk import assessing, gathering, marking, sitting, voicing
from hsb_assess.desk.auditing import Sought, lines
from hsb_assess.domain.answer import answered
from hsb_assess.domain.marks import MEANING, MarkAnswer
from hsb_assess.record.reading import Thing
from tests.ui.pages.bench import named
from ui.form.markpanel import MarkPanel
from ui.navigation import Target
from ui.pages.assessment import AssessmentPage
from ui.pages.beside import BesidePage
from ui.pages.voice import VoicePage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.pages.open_case import Desk


Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier


def voice(desk: Desk, part: str | None = None) -> VoicePage:
    """Go to the page."""
    desk.session.frame.navigator.go(Target("voice", case=desk.case, part=part))
    desk.quiet()
    page = desk.session.frame.navigator.page
    assert isinstance(page, VoicePage)
    return page


def on_page(page: VoicePage) -> str:
    """Return every word on the page that is not hidden."""
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page))


def test_everybody_can_have_heard_it_first(desk: Desk) -> None:
    """Also whose role is nothing that the form knows, and who was entered as this child beside this child; not this child."""
    write = desk.session.vault.workplace(read_only=False)
    gathering.add_thing(write, desk.case, "person", {"label": answered("Neighbour"), "is": answered("no_such_role")})
    page = voice(desk)
    assert page.adding is not None
    combo = page.adding.to.combo
    assert "Neighbour" in {combo.itemText(at) for at in range(combo.count())}
    child, father = (
        Thing(name, "person", {"label": answered(name), "is": answered("this_child")}) for name in ("C", "Father of C")
    )
    assert voicing.hearers_of([child]) == ()
    assert father in voicing.hearers_of([child, father])


def test_on_the_first_day_nothing_is_said_of_strengths(desk: Desk) -> None:
    """Nothing under that name is asked yet, so nothing of it is counted when words are sealed."""
    assessing.start_assessment(desk.session.vault.workplace(read_only=False), desk.case)
    page = voice(desk)
    assert page.adding is not None
    QTest.keyClicks(page.adding.text, "Everyone looks at me")
    QTest.keyClick(page.adding.text, Key.Key_Return, Control)
    desk.quiet()
    assert desk.session.frame.notices.text() == "The words are sealed, and ready as evidence."


def test_words_are_added_with_two_keys(desk: Desk, qtbot: QtBot) -> None:
    """The page opens in the box; Ctrl+Enter seals; the words stand below with their question one press away."""
    page = voice(desk)
    assert page.adding is not None
    assert desk.focused() is page.adding.text
    QTest.keyClicks(page.adding.text, "I like the door open")
    QTest.keyClick(page.adding.text, Key.Key_Return, Control)
    desk.quiet()
    qtbot.waitUntil(lambda: len(page.cards) == 1, timeout=20_000)
    assert page.adding.text.toPlainText() == ""
    assert "that does not say that these words are a strength" in desk.session.frame.notices.text()
    assert page.cards[0].words.text() == "I like the door open"
    assert "How these words came is still to be written down." in on_page(page)
    page.cards[0].go.emit()
    desk.quiet()
    form = desk.session.frame.navigator.page
    assert isinstance(form, AssessmentPage)
    field = next(
        each for path, each in form.form.fields.items() if path.startswith("M14.words[") and "words" in path[-6:]
    )
    assert field.sources() == "This child’s exact words, said 20 Apr 2026; they are evidence, too."
    assert assessing.reading(desk.session.at, desk.assessment).rows("M14.words")


def test_leaving_in_the_middle_of_a_word_loses_nothing(desk: Desk) -> None:
    """What was typed a moment ago is there again, with what was chosen, and the caret."""
    page = voice(desk)
    assert page.adding is not None
    page.adding.how.setCurrentIndex(1)
    page.adding.day.setText("April 2026")
    page.adding.day.textEdited.emit("April 2026")
    QTest.keyClicks(page.adding.text, "Half a wo")
    desk.session.frame.navigator.go(Target("settings"))
    desk.quiet()
    again = voice(desk)
    assert again.adding is not None
    assert again.adding.text.toPlainText() == "Half a wo"
    assert again.adding.how.currentData() == "spontaneous"
    assert again.adding.day.text() == "April 2026"
    again.adding.day.setText("some day")
    again.adding.seal()
    assert again.adding.day_field.fault()
    assert voicing.being_written(desk.session.at, desk.case) is not None


def test_a_correction_keeps_what_stood_before_in_sight(desk: Desk, qtbot: QtBot) -> None:
    """Correct opens the words in a box, Escape puts it away, sealing shows both; nothing else can change them."""
    page = voice(desk)
    desk.session.operations.run(voicing.seal, desk.case, voicing.WrittenWords("He sed no"))
    desk.quiet()
    qtbot.waitUntil(lambda: bool(page.cards), timeout=20_000)
    card = page.cards[0]
    QTest.keyClick(card.correct_button, Key.Key_Return)
    assert card.box is not None
    assert desk.focused() is card.box
    QTest.keyClick(card.box, Key.Key_Escape)
    assert card.box is None
    assert desk.focused() is card.correct_button
    card.open()
    assert card.box is not None
    card.box.setPlainText("He said no")
    card._save.click()
    desk.quiet()
    qtbot.waitUntil(lambda: page.cards[0].words.text() == "He said no", timeout=20_000)
    assert "Before: “He sed no”" in on_page(page)


def test_thrown_away_words_can_be_put_back(desk: Desk) -> None:
    """The notice offers it."""
    page = voice(desk)
    assert page.adding is not None
    QTest.keyClicks(page.adding.text, "Words")
    page.adding.throw_button.click()
    desk.quiet()
    assert voicing.being_written(desk.session.at, desk.case) is None
    desk.session.frame.notices._act()
    desk.quiet()
    assert page.adding.text.toPlainText() == "Words"


def test_the_audit_says_that_restricted_words_were_on_screen(desk: Desk) -> None:
    """A child's wish about therapy is restricted; that it was shown here stands in the audit."""
    row = assessing_row(desk, "M21.actions")
    desk.session.operations.run(
        assessing.record_answer, desk.assessment, f"{row}.therapy_wish", answered("I want to wait")
    )
    desk.quiet()
    page = voice(desk)
    desk.quiet()
    assert any(each.restricted for each in page.said)
    assert any(each.act == "restricted_viewed" for each in lines(desk.session.at, Sought()))


def assessing_row(desk: Desk, group: str) -> str:
    """Add a row; return its path."""
    done: list[str] = []
    desk.session.operations.run(
        assessing.add_row, desk.assessment, group, on_done=lambda change: done.append(change.created or "")
    )
    desk.quiet()
    return f"{group}[{done[0]}]"


def test_an_adult_reads_first_what_not_to_ask_and_how_to_stop(desk: Desk) -> None:
    """A pending interview comes before everything; the keys are told here and nowhere on the child's page."""
    desk.session.operations.run(assessing.record_answer, desk.assessment, "M05.interview", answered("planned"))
    desk.quiet()
    page = voice(desk)
    page.open_before()
    assert page.before is not None
    words = "\n".join(each.text() for each in page.before.findChildren(QLabel) if each.isVisibleTo(page.before))
    assert words.index("police interview") < words.index("It never asks what happened")
    for key in ("Escape", "Ctrl+Enter", "Ctrl+E", "Ctrl+L"):
        assert key in words
    page.before.adult_types.setChecked(True)
    page.before.mark.setChecked(True)
    page.before.open_button.click()
    desk.quiet()
    beside = desk.session.frame.navigator.page
    assert isinstance(beside, BesidePage)
    assert beside.steps[-1] == "mark"
    assert beside.sitting.typed == "adult"


def test_what_was_written_together_and_not_brought_back_is_offered(desk: Desk, qtbot: QtBot) -> None:
    """After a lock in the middle of it: it is kept, and goes into the record with one press."""
    kept = sitting.Sitting({"hopes": sitting.Reply("To swim")}, at=6)
    desk.session.operations.run(sitting.keep, desk.case, kept)
    desk.quiet()
    page = voice(desk)
    assert page.record_button.isVisibleTo(page)
    page.record_button.click()
    desk.quiet()
    qtbot.waitUntil(lambda: [each.words for each in page.said] == ["To swim"], timeout=20_000)
    assert sitting.being_written(desk.session.at, desk.case) is None


def a_carer(desk: Desk) -> str:
    """List a carer in the form; return the person."""
    done: list[str] = []
    desk.session.operations.run(
        gathering.add_thing,
        desk.case,
        "person",
        {"label": "mother", "is": "adult"},
        on_done=lambda change: done.append(change.created or ""),
    )
    row = assessing_row(desk, "M10.carers")
    desk.session.operations.run(assessing.record_answer, desk.assessment, f"{row}.person", answered(done[0]))
    desk.quiet()
    return done[0]


@pytest.mark.parametrize("place", ["voice", "check"])
def test_a_mark_is_drawn_and_kept(desk: Desk, qtbot: QtBot, place: str) -> None:
    """On this page and before signing: drawn with the mouse, kept while it is drawn, recorded, and shown as drawn."""
    mother = a_carer(desk)
    page = voice(desk) if place == "voice" else desk.go("check")
    card = page.marks  # type: ignore[attr-defined]  # both pages have it
    qtbot.waitUntil(lambda: card.marks is not None, timeout=20_000)
    assert MEANING in card.words()
    card.ask_button.click()
    panel = card.panel
    assert isinstance(panel, MarkPanel)
    panel.who.setCurrentIndex(panel.who.findData(mother))
    assert not panel.record_button.isEnabled()
    panel.answers[MarkAnswer.DIFFERS].click()
    pad = panel.pad
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(30, 60))
    for x in range(40, 200, 20):
        QTest.mouseMove(pad, QPoint(x, 60 + x % 3))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(210, 50))
    ink = pad.ink()
    assert ink is not None
    card.scraps.seal()
    desk.quiet()
    QTest.keyClick(panel, Key.Key_Escape)
    card.open_panel()
    assert card.panel is not None
    assert card.panel.pad.ink() == ink
    assert card.panel.answers[MarkAnswer.DIFFERS].isChecked()
    assert card.panel.person() == mother
    card.panel.record_button.click()
    desk.quiet()
    (given,) = marking.marks(desk.session.at, desk.assessment).given
    assert given.mark.drawn() == ink
    qtbot.waitUntil(lambda: "mother: Does not agree" in card.words(), timeout=20_000)
    assert card.panel is None
    desk.session.operations.run(
        assessing.record_answer, desk.assessment, "M14.hopes", answered("To be at home"), by=page
    )
    desk.quiet()
    qtbot.waitUntil(lambda: "Made before later changes" in card.words(), timeout=20_000)


def test_without_a_pen_the_panel_asks_who_heard_it(desk: Desk, qtbot: QtBot) -> None:
    """Nothing drawn and nobody named: the field says what is missing and has the keyboard; named, it is recorded."""
    page = voice(desk)
    card = page.marks
    assert card is not None
    qtbot.waitUntil(lambda: card.marks is not None, timeout=20_000)
    card.open_panel()
    panel = card.panel
    assert panel is not None
    panel.answers[MarkAnswer.AGREES].click()
    panel.record_button.click()
    desk.quiet()
    qtbot.waitUntil(lambda: not panel.fault.isHidden(), timeout=20_000)
    assert desk.focused() is panel.heard
    QTest.keyClicks(panel.heard, "family support worker")
    panel.record_button.click()
    desk.quiet()
    (given,) = marking.marks(desk.session.at, desk.assessment).given
    assert given.mark.heard_by == "family support worker"
    qtbot.waitUntil(lambda: "heard by family support worker" in card.words(), timeout=20_000)
    panel_after = card.panel
    assert panel_after is None


def test_not_shown_asks_why_and_nothing_else(desk: Desk, qtbot: QtBot) -> None:
    """No pad for somebody who saw nothing."""
    page = voice(desk)
    card = page.marks
    assert card is not None
    qtbot.waitUntil(lambda: card.marks is not None, timeout=20_000)
    card.open_panel()
    panel = card.panel
    assert panel is not None
    panel.answers[MarkAnswer.NOT_SHOWN].click()
    assert not panel.pad.isVisibleTo(panel)
    assert panel.why.isVisibleTo(panel)
    panel.record_button.click()
    desk.quiet()
    qtbot.waitUntil(lambda: not panel.fault.isHidden(), timeout=20_000)
    panel.why.setCurrentIndex(panel.why.findData("not_safe"))
    panel.record_button.click()
    desk.quiet()
    qtbot.waitUntil(lambda: "Not shown" in card.words(), timeout=20_000)
    named(card, "Take back the mark of this child").click()
    desk.quiet()
    qtbot.waitUntil(lambda: "Not recorded yet" in card.words(), timeout=20_000)


def test_somebody_new_heard_it_first(desk: Desk, qtbot: QtBot) -> None:
    """A person is entered beside the question, kept while they are, chosen then, and kept with the words."""
    page = voice(desk)
    assert page.adding is not None
    QTest.keyClicks(page.adding.text, "I told her")
    heard = page.adding.to
    assert heard.new_button.isVisible()
    heard.new_button.click()
    assert heard.panel is not None
    qtbot.keyClicks(desk.focused(), "Form tutor")
    page = voice_again(desk)
    assert page.adding is not None
    heard = page.adding.to
    assert heard.panel is not None
    assert heard.panel.editors["label"].value() == "Form tutor"
    heard.panel.editors["is"].fill("worker")
    heard.panel.editors["is"].chosen()
    heard.panel.add()
    desk.quiet()
    qtbot.waitUntil(lambda: heard.combo.currentText() == "Form tutor")
    QTest.keyClicks(desk.focused(), "this")  # typed on: it chooses nobody else
    assert (heard.combo.currentText(), desk.focused()) == ("Form tutor", heard.added_line)
    page.adding.hand_over()
    desk.quiet()
    kept = voicing.being_written(desk.session.at, desk.case)
    assert kept is not None
    assert gathering.things(desk.session.at, desk.case)[kept.to].text("label") == "Form tutor"


def voice_again(desk: Desk) -> VoicePage:
    """Leave the page and come back."""
    desk.session.frame.navigator.go(Target("settings"))
    desk.quiet()
    return voice(desk)
