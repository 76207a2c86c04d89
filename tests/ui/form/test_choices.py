"""Options that say what they mean, a choice that stands already, and a date of birth."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton

from hsb_assess.instrument.catalogue import Catalogue
from ui.form.choices import RadioEditor, StatedChoice, check_editor, choice_editor, options_of, scale_editor
from ui.form.editor import LineEditor
from ui.form.when import DateEditor

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hsb_assess.instrument.schema import Code

NOW = datetime(2026, 4, 20, 14, 5, tzinfo=ZoneInfo("Europe/London"))


def codes(address: str) -> tuple[Code, ...]:
    """Return the options of a question of the holistic form."""
    form = Catalogue.shipped().latest("holistic")
    return form.codes(form.item(address))


def meanings(editor: RadioEditor) -> list[str]:
    """Return the words under the options."""
    return [label.text() for label in editor.widget.findChildren(QLabel)]


def test_each_band_stands_above_its_meaning(qtbot: QtBot) -> None:
    """Under each band is the line that the form has for it, also for whoever listens."""
    editor = choice_editor(codes("M03.incidents.band"))
    assert isinstance(editor, RadioEditor)
    qtbot.addWidget(editor.widget)
    editor.name("Which band?")
    wanted = [code.help.en for code in codes("M03.incidents.band") if code.help is not None]
    assert meanings(editor) == wanted
    assert len(wanted) == len(editor.buttons) == 5
    assert editor.buttons["abusive"].accessibleDescription() == f"Which band? {wanted[3]}"


def test_options_without_help_and_scales_stay_in_a_row(qtbot: QtBot) -> None:
    """Nothing is added where there is nothing to say; the points of a scale keep their help as a tip."""
    plain, scale = choice_editor(codes("M00.complex")), scale_editor(codes("M06.understanding"))
    for editor in (plain, scale):
        assert isinstance(editor, RadioEditor)
        qtbot.addWidget(editor.widget)
        assert meanings(editor) == []


def test_nothing_of_this_clears_the_rest_and_the_rest_clears_it(qtbot: QtBot) -> None:
    """An option that says that none of the others holds goes with no other, for the eye and for whoever listens."""
    editor = check_editor(codes("M03.incidents.pressure"))
    qtbot.addWidget(editor.widget)
    editor.name("Which pressure?")
    told = []
    editor.chosen = lambda: told.append(editor.value())
    for code in ("secrecy", "threat", "none_evident", "threat", "threat"):
        editor.boxes[code].click()
    assert told == [["secrecy"], ["secrecy", "threat"], ["none_evident"], ["threat"], None]
    assert editor.boxes["none_evident"].accessibleDescription() == "Which pressure? Choosing this clears the others."
    assert editor.boxes["threat"].accessibleDescription() == "Which pressure?"


def test_what_was_recorded_side_by_side_is_shown_as_it_is(qtbot: QtBot) -> None:
    """An answer that came from elsewhere with both is not changed by being looked at."""
    editor = check_editor(codes("M03.incidents.pressure"))
    qtbot.addWidget(editor.widget)
    editor.fill(["none_evident", "threat"])
    assert editor.value() == ["none_evident", "threat"]


def test_a_choice_that_stands_is_said_in_words(qtbot: QtBot) -> None:
    """The size of the assessment is no greyed-out button."""
    editor = StatedChoice(options_of(codes("M00.tier")))
    qtbot.addWidget(editor.widget)
    editor.fill("full")
    editor.lock()
    assert editor.value() == "full"
    assert editor.words.text() == "Full assessment"
    assert editor.widget.isEnabled()


def test_a_date_of_birth_has_no_about_and_no_end(qtbot: QtBot) -> None:
    """Whether it is an estimate is a question of its own."""
    editor = DateEditor(lambda: NOW, exact=True)
    qtbot.addWidget(editor.widget)
    assert editor.about.parent() is None
    assert editor.until.parent() is None
    editor.field.setText("20 Jan 2017")
    assert editor.value() == {"date": "2017-01-20"}
    for typed in ("about 2017", "2016 to 2017"):
        editor.field.setText(typed)
        assert editor.value() is None
        assert "one date" in editor.problem()
    editor.fill({"date": "2017", "about": True})
    assert editor.field.text() == "about 2017"


def test_options_that_need_several_lines_stand_in_columns(qtbot: QtBot) -> None:
    """In a narrow place options begin under each other, so that they can be scanned; with room they stand in one line."""
    editor = choice_editor(codes("M04.filters"))
    assert isinstance(editor, RadioEditor)
    wide = editor.widget.sizeHint().width()
    qtbot.addWidget(editor.widget)
    editor.widget.show()
    for width, one_line in ((wide, True), (wide * 3 // 4, False)):
        editor.widget.resize(width, editor.widget.heightForWidth(width))
        QApplication.processEvents()
        places = [(made.x(), made.y()) for made in editor.widget.findChildren(QRadioButton)]
        assert (len({y for _, y in places}) == 1) is one_line
    lines = {y: [x for x, at in places if at == y] for _, y in places}
    longest = max(lines.values(), key=len)
    assert len(longest) > 1
    assert all(xs == longest[: len(xs)] for xs in lines.values())


def test_a_line_shows_how_its_words_begin(qtbot: QtBot) -> None:
    """Words longer than their field are not cut off at the front; whoever is led there writes on at their end."""
    editor = LineEditor()
    qtbot.addWidget(editor.field)
    editor.fill("both placements, school, farm and transport looked at by two people in one week")
    assert editor.cursor() == 0
    with qtbot.waitActive(editor.field):
        editor.field.show()
        editor.field.activateWindow()
    editor.field.clearFocus()
    editor.field.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.keyClicks(editor.field, " more")
    assert str(editor.value()).endswith("one week more")


def test_a_small_date_takes_all_of_it_in_one_line(qtbot: QtBot) -> None:
    """When somebody looked may be a span or *about*, without boxes for them."""
    editor = DateEditor(lambda: NOW, small=True)
    qtbot.addWidget(editor.widget)
    editor.fill({"date": "2026-04-01", "end": "2026-04-03", "about": True})
    editor.field.setText(editor.field.text())
    assert editor.value() == {"date": "2026-04-01", "end": "2026-04-03", "about": True}
    assert editor.about.parent() is None


def test_the_arrows_go_through_the_options_in_their_order(qtbot: QtBot) -> None:
    """Down and Right go on, Up and Left go back, past the end to the beginning, also where options stand side by side."""
    editor = RadioEditor([("a", "First", ""), ("b", "Second", ""), ("c", "Third", "")])
    qtbot.addWidget(editor.widget)
    heard: list[object] = []
    editor.chosen = lambda: heard.append(editor.value())
    editor.widget.resize(600, 60)
    editor.widget.show()
    editor.widget.activateWindow()
    qtbot.waitUntil(editor.widget.isActiveWindow)
    editor.first().setFocus()
    went = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left):
        qtbot.keyClick(QApplication.focusWidget(), key)
        went.append(next(code for code, each in editor.buttons.items() if each.hasFocus()))
    assert went == ["b", "c", "a", "c", "b"]
    assert heard == []  # nothing is chosen by only looking
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert heard == ["b", "c"]
