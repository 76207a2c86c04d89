"""Somebody new is entered beside a question: by the keyboard alone, and nobody becomes what nobody said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hsb_assess.instrument.catalogue import Catalogue
from hsb_assess.record.unsealed import reading_from
from tests.ui.form.conftest import TODAY
from ui.form.choices import RadioEditor
from ui.form.form import Form
from ui.form.model import FormModel
from ui.form.picker import RefEditor
from ui.form.section import SectionView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.ui.form.conftest import Remembering
    from ui.form.newthing import NewThing

SOURCE = "M01.source"


@pytest.fixture
def first_day(keeper: Remembering, qtbot: QtBot) -> SectionView:
    """The first day of a case that has its child, in a window that has the keyboard."""
    definition = Catalogue.shipped().latest("holistic")
    people = {"c": {"label": "this child", "is": "this_child"}}
    made = SectionView(
        Form(FormModel(reading_from(definition, {}, {"person": people}, today=TODAY), keeper)),
        definition.module("M01"),
    )
    qtbot.addWidget(made)
    made.resize(660, 520)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    return made


def picker(view: SectionView, path: str = SOURCE) -> RefEditor:
    """Return the picker of a question, with the keyboard in it."""
    view.show_question(path)
    found = view.form.fields[path].editor
    assert isinstance(found, RefEditor)
    return found


def opened(view: SectionView, name: str) -> NewThing:
    """Type a name that nobody has into the picker, and Return."""
    editor = picker(view)
    QTest.keyClicks(editor.combo, name)
    QTest.keyClick(editor.combo, Qt.Key.Key_Return)
    assert editor.new_panel is not None
    return editor.new_panel


def keyboard() -> QWidget:
    """Return what has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def who(panel: NewThing) -> RadioEditor:
    """Return the options of *Who is this?*."""
    found = panel.editors["is"]
    assert isinstance(found, RadioEditor)
    return found


def test_this_child_is_nobody_new(first_day: SectionView) -> None:
    """A case that has its child offers the other options only, and none of them is chosen."""
    options = who(opened(first_day, "Father of C"))
    assert [code for code, each in options.buttons.items() if each.isVisible()] == [
        "child",
        "adult",
        "worker",
        "unidentified",
    ]
    assert options.value() is None


def test_the_keyboard_starts_in_the_name(first_day: SectionView) -> None:
    """What is typed on after Return goes on with the name; it chooses nothing."""
    panel = opened(first_day, "Father of C")
    QTest.keyClicks(keyboard(), ", aged 41 ")
    assert panel.editors["label"].value() == "Father of C, aged 41 "
    assert who(panel).value() is None


def test_choosing_never_moves_the_keyboard(first_day: SectionView) -> None:
    """Space chooses and stays; what appears with it comes after it on the way of the Tab key."""
    panel = opened(first_day, "Worker Q")
    panel.more_button.click()
    worker = who(panel).buttons["worker"]
    worker.setFocus()
    assert not panel.editors["role"].widget.isVisible()
    QTest.keyClick(worker, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert keyboard() is worker
    assert panel.editors["role"].widget.isVisible()
    stops = [keyboard()]
    while stops[-1] is not panel.add_button:
        QTest.keyClick(stops[-1], Qt.Key.Key_Tab)
        stops.append(keyboard())
    assert stops[1:] == [*(panel.editors[name].first() for name in ("relation", "role", "agency")), panel.add_button]


def test_words_typed_on_after_adding_go_nowhere(first_day: SectionView) -> None:
    """After *Add person* letters, Space and Return change no name, choose nothing and open no second panel."""
    panel = opened(first_day, "Girl in C's year, 13")
    who(panel).buttons["child"].click()
    panel.add_button.setFocus()
    QTest.keyClick(panel.add_button, Qt.Key.Key_Space)
    editor = picker_of(first_day)
    for key in "r at school":
        QTest.keyClicks(keyboard(), key)
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    assert editor.combo.currentText() == "Girl in C's year, 13"
    assert editor.value() == "made1"
    assert panel.isHidden()
    assert editor.added_line is not None
    assert (editor.added_line.text(), keyboard()) == ("Added: Girl in C's year, 13", editor.added_line)
    QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
    assert keyboard() is first_day.form.fields[SOURCE].absence_button


def picker_of(view: SectionView) -> RefEditor:
    """Return the picker as it stands."""
    found = view.form.fields[SOURCE].editor
    assert isinstance(found, RefEditor)
    return found


def in_sight(widget: QWidget) -> bool:
    """Say whether all of a widget is seen."""
    return widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect()


def half_below(view: SectionView, widget: QWidget) -> None:
    """Scroll so that the page cuts a widget at its lower edge."""
    middle = widget.mapTo(view.widget(), widget.rect().center()).y()
    view.verticalScrollBar().setValue(middle - view.viewport().height())


def test_the_panel_is_brought_wholly_into_sight(first_day: SectionView) -> None:
    """With its button: when it opens, and when an answer has it ask more."""
    panel = opened(first_day, "Father of C")
    QApplication.processEvents()
    assert in_sight(panel.add_button)
    assert in_sight(panel.editors["label"].widget)
    first_day.resize(660, panel.height() + 30)
    QApplication.processEvents()
    half_below(first_day, panel.add_button)
    assert not in_sight(panel.add_button)
    who(panel).first().setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert in_sight(panel.add_button)


def test_a_text_box_is_seen_whole_with_its_question(first_day: SectionView) -> None:
    """Tab to a box that stands half below the page brings all of it into sight, its question and its controls."""
    field = first_day.form.fields["M01.reason"]
    box = field.editor.widget
    first_day.resize(660, 220)
    QApplication.processEvents()
    half_below(first_day, box)
    assert not in_sight(box)
    box.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert all(in_sight(each) for each in (field.label, box, field.absence_button))


def test_a_box_higher_than_the_page_shows_its_beginning(first_day: SectionView) -> None:
    """Its question and its first lines are seen; the caret stays in sight where it stands further down."""
    first_day.resize(660, 150)
    field = first_day.form.fields["M01.reason"]
    box = field.editor.widget
    field.editor.fill("One line.\n" * 40)
    QApplication.processEvents()
    first_day.verticalScrollBar().setValue(box.mapTo(first_day.widget(), box.rect().topLeft()).y() - 120)
    box.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert in_sight(field.label)
    assert box.visibleRegion().boundingRect().height() > 3 * box.fontMetrics().lineSpacing()
