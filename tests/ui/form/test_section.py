"""A section on screen, driven by the keyboard: what is recorded, what appears, what is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from hsb_assess.domain.answer import Absence, Answer, absent, answered
from hsb_assess.record.unsealed import reading_from
from ui.form.choices import CheckEditor, ComboEditor, RadioEditor
from ui.form.picker import RefEditor
from ui.form.section import SectionView
from ui.form.state import StateEditor

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.form.conftest import Remembering
    from ui.form.form import Form
    from ui.form.question import QuestionField

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier
PEOPLE = {
    "ann": {"label": "Ann Lee", "is": "worker", "relation": "social worker"},
    "bee": {"label": "half-sister B", "is": "child", "relation": "half-sister"},
}


def focused() -> QWidget:
    """Return what has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def go(section: SectionView, path: str) -> QuestionField:
    """Give a question the keyboard and return its field."""
    assert section.show_question(path)
    return section.form.fields[path]


def test_typing_becomes_a_draft_and_leaving_seals_it(section: SectionView, keeper: Remembering, qtbot: QtBot) -> None:
    """Keys make one draft within 250 ms; leaving the field makes one answer."""
    go(section, "X1.name")
    qtbot.keyClicks(focused(), "Sam")
    qtbot.waitUntil(lambda: bool(keeper.drafts), timeout=250)
    assert keeper.drafts == [("X1.name", "Sam", 3)]
    assert keeper.records == []
    qtbot.keyClick(focused(), Key.Key_Tab)
    qtbot.keyClick(focused(), Key.Key_Tab)
    assert keeper.records == [("X1.name", answered("Sam"))]


def test_sealing_needs_no_leaving(section: SectionView, keeper: Remembering, qtbot: QtBot) -> None:
    """A lock seals what is being typed, draft or not, and a second time there is nothing left."""
    go(section, "X1.story")
    qtbot.keyClicks(focused(), "Words")
    section.form.model.seal_all()
    section.form.model.seal_all()
    assert keeper.records == [("X1.story", answered("Words"))]


def test_a_choice_seals_at_once_and_shows_what_depends_on_it(
    section: SectionView, keeper: Remembering, qtbot: QtBot
) -> None:
    """The dependent question appears in place, nothing is rebuilt and the keyboard stays."""
    field, why = go(section, "X1.complex"), section.form.fields["X1.why"]
    assert why.isHidden()
    qtbot.keyClick(focused(), Key.Key_Space)
    assert keeper.records == [("X1.complex", answered("yes"))]
    assert not why.isHidden()
    assert section.form.fields["X1.why"] is why
    assert section.form.current is field
    qtbot.keyClick(focused(), Key.Key_Right)
    assert why.isHidden()


@pytest.mark.parametrize(("number", "absence"), [*enumerate(Absence, 1)])
def test_each_absence_has_its_key(
    section: SectionView, keeper: Remembering, qtbot: QtBot, number: int, absence: Absence
) -> None:
    """Ctrl+1 … Ctrl+6 record the six absences, from within a text box too."""
    field = go(section, "X1.story")
    qtbot.keyClicks(focused(), "x")
    qtbot.keyClick(focused(), Key(Key.Key_0 + number), Control)
    assert keeper.records[-1] == ("X1.story", absent(absence))
    assert field.editor.value() is None
    assert section.form.model.answer("X1.story").absence is absence


def test_an_absence_asks_for_its_particulars(section: SectionView, keeper: Remembering, qtbot: QtBot) -> None:
    """*Not safe* asks who advised and when to look again; the day may be typed freely."""
    field = go(section, "X1.danger")
    qtbot.keyClick(focused(), Key.Key_4, Control)
    qtbot.keyClicks(focused(), "Dr Poe")
    qtbot.keyClick(focused(), Key.Key_Tab)
    qtbot.keyClicks(focused(), "1 May 2026")
    qtbot.keyClick(focused(), Key.Key_Tab)
    assert keeper.records[-1] == ("X1.danger", absent(Absence.NOT_SAFE, advised_by="Dr Poe", recheck="2026-05-01"))
    assert field.absence_button.text() == "Not safe to ask yet"


def test_an_absence_that_a_question_bars_is_not_taken(section: SectionView, keeper: Remembering, qtbot: QtBot) -> None:
    """Where *not applicable* is barred, its key does nothing but say so."""
    told: list[str] = []
    section.form.told.connect(told.append)
    go(section, "X1.shares")
    qtbot.keyClick(focused(), Key.Key_6, Control)
    assert keeper.records == []
    assert told == ["“Not applicable” is no answer to this question."]


def test_a_question_that_takes_no_evidence_says_so(section: SectionView, qtbot: QtBot) -> None:
    """Ctrl+E is told to do nothing, and leaves the keyboard where it is; where evidence is taken it opens the panel."""
    told: list[str] = []
    section.form.told.connect(told.append)
    name = go(section, "X1.name")
    assert name.evidence_button is None
    before = focused()
    qtbot.keyClick(before, Key.Key_E, Control)
    assert told == ["This question takes no evidence."]
    assert focused() is before
    danger = go(section, "X1.danger")
    qtbot.keyClick(focused(), Key.Key_E, Control)
    assert danger.evidence_panel is not None
    assert len(told) == 1


def test_no_sign_found_asks_who_looked(section: SectionView, keeper: Remembering, qtbot: QtBot) -> None:
    """The fourth state asks who, how and when; on a plain fact it is worded as no."""
    editor = go(section, "X1.danger").editor
    assert isinstance(editor, StateEditor)
    qtbot.mouseClick(editor.radios.buttons["none_found"], Qt.MouseButton.LeftButton)
    assert editor.looked is not None
    editor.looked.who.setFocus()
    qtbot.keyClicks(focused(), "Ann")
    qtbot.keyClick(focused(), Key.Key_Tab)
    qtbot.keyClicks(focused(), "visit")
    qtbot.keyClick(focused(), Key.Key_Tab)
    qtbot.keyClicks(focused(), "14 Apr 2026")
    qtbot.keyClick(focused(), Key.Key_Return)
    value = {"state": "none_found", "who": "Ann", "how": "visit", "when": {"date": "2026-04-14"}}
    assert keeper.records[-1] == ("X1.danger", answered(value))
    shares = section.form.fields["X1.shares"].editor
    assert isinstance(shares, StateEditor)
    assert shares.radios.buttons["none_found"].text() == "No"


def test_a_plain_fact_is_so_or_is_not(section: SectionView) -> None:
    """Nobody is offered to suspect it; an answer of an earlier form that did is shown, and can be left for another."""
    shares = go(section, "X1.shares").editor
    danger = section.form.fields["X1.danger"].editor
    assert isinstance(shares, StateEditor)
    assert isinstance(danger, StateEditor)

    def offered(editor: StateEditor) -> set[object]:
        return {code for code, button in editor.radios.buttons.items() if button.isVisibleTo(editor.widget)}

    assert offered(shares) == {"yes", "none_found"}
    assert offered(danger) == {"yes", "suspected", "conflicting", "none_found"}
    shares.fill({"state": "suspected"})
    assert offered(shares) == {"yes", "suspected", "none_found"}
    assert shares.value() == {"state": "suspected"}
    shares.fill({"state": "yes"})
    assert offered(shares) == {"yes", "none_found"}


def test_a_date_is_written_out_and_what_is_none_is_said(
    section: SectionView, keeper: Remembering, qtbot: QtBot
) -> None:
    """A readable date seals on Enter; an unreadable one stays, is not recorded, and says how to write it."""
    field = go(section, "X1.born")
    qtbot.keyClicks(focused(), "about apr 2015")
    qtbot.keyClick(focused(), Key.Key_Return)
    assert keeper.records[-1] == ("X1.born", answered({"date": "2015-04", "about": True}))
    qtbot.keyClick(focused(), Key.Key_A, Control)
    qtbot.keyClicks(focused(), "long ago")
    qtbot.keyClick(focused(), Key.Key_Tab)
    assert "14 Apr 2026" in field.fault()
    assert keeper.records[-1] == ("X1.born", answered({"date": "2015-04", "about": True}))


def test_faults_stand_at_the_field_and_do_not_stop_recording(
    section: SectionView, keeper: Remembering, qtbot: QtBot
) -> None:
    """An answer that is too long is recorded and its field says by how much."""
    field = go(section, "X1.story")
    qtbot.keyClicks(focused(), "x" * 45)
    section.form.model.seal_all()
    assert "5 characters too long" in field.fault()
    assert keeper.records[-1] == ("X1.story", answered("x" * 45))


def test_two_answers_that_do_not_agree_are_told_at_both_at_once(section: SectionView, keeper: Remembering) -> None:
    """What does not agree stands under each of the two as it is typed, and goes from both with either correction."""
    born, told = section.form.fields["X1.born"], section.form.fields["X1.told"]
    section.form.model.put_value("X1.told", "2012-05-01")
    assert (born.fault(), told.fault()) == ("", "")
    section.form.model.put_value("X1.born", {"date": "2015-04"})
    assert told.fault() == "This is before the day at “When born?”. Check both days."
    assert born.fault() == "The day at “When were the police told?” is before this one. Check both days."
    section.form.model.put_value("X1.told", "2016-05-01")
    assert (born.fault(), told.fault()) == ("", "")
    assert [path for path, _ in keeper.records] == ["X1.told", "X1.born", "X1.told"]


def test_editors_follow_the_definition(section: SectionView) -> None:
    """Two options are radio buttons, eight a list; several choices are boxes; a scale offers cannot rate."""
    fields = section.form.fields
    assert isinstance(fields["X1.complex"].editor, RadioEditor)
    assert isinstance(fields["X1.place"].editor, ComboEditor)
    assert isinstance(fields["X1.kinds"].editor, CheckEditor)
    scale = fields["X1.need"].editor
    assert isinstance(scale, RadioEditor)
    assert list(scale.buttons) == [0, 1, 2, 3, 4, "cannot_rate"]


def test_several_choices_are_kept_in_order(section: SectionView, keeper: Remembering, qtbot: QtBot) -> None:
    """Ticks in any order give a sorted list; none left is *not yet asked*."""
    editor = go(section, "X1.kinds").editor
    assert isinstance(editor, CheckEditor)
    qtbot.mouseClick(editor.boxes["b"], Qt.MouseButton.LeftButton, pos=editor.boxes["b"].rect().center())
    for code in ("a", "a", "b"):
        editor.boxes[code].setFocus()
        qtbot.keyClick(editor.boxes[code], Key.Key_Space)
    values = [answer for path, answer in keeper.records if path == "X1.kinds"]
    assert values == [answered(["b"]), answered(["a", "b"]), answered(["b"]), absent(Absence.NOT_ASKED)]


def test_optional_is_said_in_words(section: SectionView) -> None:
    """Optional questions say so; mandatory ones carry no mark."""
    assert section.form.fields["X1.story"].label.text().endswith("(optional)")
    assert section.form.fields["X1.name"].label.text() == "What is this child’s name?"


def test_a_person_is_picked_by_typing(section: SectionView, keeper: Remembering, qtbot: QtBot) -> None:
    """Only those whom the filter lets through are offered; a part of the name finds the person."""
    editor = go(section, "X1.lead").editor
    assert isinstance(editor, RefEditor)
    assert [editor.combo.itemText(at) for at in range(editor.combo.count())] == ["Ann Lee"]
    qtbot.keyClicks(focused(), "lee")
    completer = editor.combo.completer()
    assert completer is not None
    qtbot.keyClick(completer.popup(), Key.Key_Down)
    qtbot.keyClick(completer.popup(), Key.Key_Return)
    assert keeper.records[-1] == ("X1.lead", answered("ann"))


def test_a_new_person_is_entered_without_leaving(section: SectionView, keeper: Remembering, qtbot: QtBot) -> None:
    """Enter on an unknown name opens a panel with the name in it; adding picks the new person."""
    editor = go(section, "X1.with").editor
    assert isinstance(editor, RefEditor)
    qtbot.keyClicks(focused(), "uncle C")
    qtbot.keyClick(focused(), Key.Key_Return)
    panel = editor.new_panel
    assert panel is not None
    assert panel.editors["label"].value() == "uncle C"
    assert set(panel.editors) == {"label", "is", "relation"}
    qtbot.mouseClick(panel.editors["is"].first(), Qt.MouseButton.LeftButton)
    panel.add()
    assert panel.isHidden()
    assert keeper.records[-1] == ("X1.with", answered(["made1"]))
    assert section.form.model.thing_text("made1") == "uncle C"


def test_an_unknown_name_is_not_recorded(section: SectionView, keeper: Remembering, qtbot: QtBot) -> None:
    """Leaving with a name that nobody bears says so at the field."""
    field = go(section, "X1.lead")
    qtbot.keyClicks(focused(), "Nobody")
    section.form.fields["X1.name"].take_focus()
    assert "Nobody" in field.fault()
    assert keeper.records == []


def test_evidence_is_written_in_three_answers(section: SectionView, keeper: Remembering, qtbot: QtBot) -> None:
    """Ctrl+E opens the panel under the question; a new item asks three things and is cited at once."""
    field = go(section, "X1.story")
    qtbot.keyClick(focused(), Key.Key_E, Control)
    assert field.evidence_panel is not None
    new = field.evidence_panel.new_panel
    assert set(new.editors) == {"source", "when", "what"}
    new.editors["source"].fill("ann")
    new.editors["when"].fill({"date": "2026-04-14"})
    new.editors["what"].fill("Words")
    new.add()
    assert section.form.model.answer("X1.story").evidence == ("made1",)
    assert keeper.records[-1][1].evidence == ("made1",)
    assert field.evidence_button is not None
    assert field.evidence_button.text() == "Evidence: 1"
    thing = section.form.model.thing("made1")
    assert thing is not None
    assert thing.value("sure") == "yes"
    qtbot.keyClicks(focused(), "and he ")  # typed on: it opens nothing and changes nothing
    assert new.isHidden()
    assert focused() is field.evidence_panel.added_line
    qtbot.keyClick(focused(), Key.Key_Tab)
    assert focused() is field.evidence_panel.new_button
    qtbot.keyClick(focused(), Key.Key_Escape)
    assert field.evidence_panel.isHidden()


def test_evidence_stays_when_the_answer_changes(section: SectionView, keeper: Remembering, qtbot: QtBot) -> None:
    """Editing the words keeps what they rest on."""
    section.form.model.put_evidence("X1.story", ("e1",))
    go(section, "X1.story")
    qtbot.keyClicks(focused(), "New")
    section.form.model.seal_all()
    assert keeper.records[-1] == ("X1.story", answered("New", "e1"))


def test_the_field_being_typed_in_is_left_alone(section: SectionView, qtbot: QtBot) -> None:
    """A change from elsewhere shows in other fields and never overwrites the words under the caret."""
    form = section.form
    field = go(section, "X1.name")
    qtbot.keyClicks(focused(), "Sam")
    given: dict[str, Answer] = {"X1.name": answered("Other"), "X1.story": answered("From elsewhere")}
    form.model.replace_reading(reading_from(form.model.definition, given, {"person": PEOPLE}, today=form.model.today))
    assert field.editor.value() == "Sam"
    assert form.fields["X1.story"].editor.value() == "From elsewhere"
    form.model.seal_all()
    assert form.model.answer("X1.name") == answered("Sam")


def test_what_could_not_be_recorded_is_tried_again(section: SectionView, keeper: Remembering, qtbot: QtBot) -> None:
    """After a refusal the words stay, and the next seal records them."""
    go(section, "X1.name")
    keeper.refuse = True
    qtbot.keyClicks(focused(), "Sam")
    section.form.model.seal_all()
    keeper.refuse = False
    section.form.model.seal_all()
    assert keeper.records == [("X1.name", answered("Sam"))]


def test_only_those_who_may_write_can(form: Form, qtbot: QtBot) -> None:
    """Somebody else's section can be read, not changed."""
    form.model.may_write = lambda _path: False
    made = SectionView(form, form.model.definition.module("X1"))
    qtbot.addWidget(made)
    assert not form.fields["X1.complex"].editor.widget.isEnabled()
    form.fields["X1.complex"].set_absence(Absence.UNKNOWN)
    assert form.model.answer("X1.complex").absence is Absence.NOT_ASKED


def test_not_yet_asked_is_recorded_and_says_so(section: SectionView, keeper: Remembering, qtbot: QtBot) -> None:
    """Chosen where nothing stands, it is handed over, and the question shows that it is; the same again hands over nothing."""
    field = go(section, "X1.danger")
    assert field.absence_button.text() == "No answer yet…"
    qtbot.keyClick(focused(), Key.Key_1, Control)
    assert keeper.records == [("X1.danger", absent(Absence.NOT_ASKED))]
    assert field.absence_button.text() == "Recorded: not yet asked"
    qtbot.keyClick(focused(), Key.Key_1, Control)
    assert len(keeper.records) == 1


def test_the_list_of_reasons_is_named_by_what_it_holds(section: SectionView, qtbot: QtBot) -> None:
    """Beside an answer the small button says what it opens, not that there is an answer."""
    field = go(section, "X1.story")
    qtbot.keyClicks(focused(), "x")
    go(section, "X1.danger")
    assert field.absence_button.text() == "Reasons for no answer…"


def test_reasons_for_no_answer_are_drawn_where_somebody_is(section: SectionView, qtbot: QtBot) -> None:
    """Under an answer that stands they are drawn only with the keyboard or the pointer there; nothing moves for it."""
    field = go(section, "X1.name")
    button = field.absence_button
    assert button.is_drawn()
    qtbot.keyClicks(focused(), "Sam")
    assert button.is_drawn()
    section.grab()  # everything has its place
    before = {id(each): each.geometry() for each in section.findChildren(QWidget)}
    section.form.fields["X1.age"].take_focus()
    assert not drawn(button)
    assert section.form.fields["X1.age"].absence_button.is_drawn(), "nothing is answered there"
    assert button.isVisible()
    assert "Reasons for no answer" in button.accessibleName()
    field.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    assert button.is_drawn()
    field.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.is_drawn()
    same = {id(each): each.geometry() for each in section.findChildren(QWidget) if id(each) in before}
    assert same == {key: before[key] for key in same}


def drawn(button: QWidget) -> bool:
    """Say whether anything but plain ground is painted."""
    seen = button.grab().toImage()
    return len({seen.pixel(x, y) for x in range(seen.width()) for y in range(seen.height())}) > 1
