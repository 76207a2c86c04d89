"""The Edit menu on a real vault: typing comes back in its field, answers across questions, each by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from hsb_assess.desk import assessing
from hsb_assess.domain.answer import Absence, answered
from ui.navigation import Target
from ui.pages.assessment import AssessmentPage
from ui.shell.editing import Editing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.pages.open_case import Desk


Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier
Shift = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def editing(desk: Desk) -> Editing:
    """The menu's actions, on the frame in place of a menu bar."""
    made = Editing(desk.session)
    desk.session.frame.addActions([action for action in made.actions if action is not None])
    return made


def value(desk: Desk, path: str) -> object:
    """Return what stands."""
    answer = assessing.reading(desk.session.at, desk.assessment).raw(path)
    return answer.value if answer.absence is None else answer.absence


def test_typing_then_answers_come_back(desk: Desk, editing: Editing, qtbot: QtBot) -> None:
    """In the field its own typing; from the next question on the answer as a whole, which gets the keyboard again."""
    page = desk.go("assessment", "M00.name")
    assert isinstance(page, AssessmentPage)
    field = desk.focused()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "Sam")
    qtbot.keyClick(field, Key.Key_Z, Control)
    assert field.text() != "Sam"
    field.clear()
    qtbot.keyClicks(field, "Sam")
    page.show_target(Target("assessment", case=desk.case, assessment=desk.assessment, path="M01.reason"))
    desk.quiet()
    box = desk.focused()
    assert isinstance(box, QPlainTextEdit)
    qtbot.keyClicks(box, "Seen at school")
    page.seal()
    desk.quiet()
    assert editing.undo_action.text().startswith("Undo answer to ‘")
    box.document().clearUndoRedoStacks()
    qtbot.keyClick(box, Key.Key_Z, Control)
    desk.quiet()
    qtbot.waitUntil(lambda: value(desk, "M01.reason") is Absence.NOT_ASKED)
    assert page.form.fields["M01.reason"].editor.value() is None
    assert value(desk, "M00.name") == "Sam"
    qtbot.keyClick(desk.focused(), Key.Key_Z, Control)
    qtbot.waitUntil(lambda: value(desk, "M00.name") is Absence.NOT_ASKED)
    desk.quiet()
    assert desk.focused() is field
    assert field.text() == ""
    absence = page.form.fields["M00.name"].absence_button
    assert absence.text() == "No answer yet…", "what was undone was no record of its own"
    assert editing.redo_action.text().startswith("Redo answer to ‘")
    for _ in range(2):
        qtbot.keyClick(desk.focused(), Key.Key_Z, Control | Shift)
        desk.quiet()
    qtbot.waitUntil(lambda: value(desk, "M01.reason") == "Seen at school")
    assert (field.text(), page.form.fields["M01.reason"].editor.value()) == ("Sam", "Seen at school")


def test_a_removed_row_and_an_absence_come_back(desk: Desk, editing: Editing, qtbot: QtBot) -> None:
    """Chosen from the menu, several in a row; asked for quickly, none is lost."""
    page = desk.go("assessment", "M01.reason")
    assert isinstance(page, AssessmentPage)
    box = desk.focused()
    assert isinstance(box, QPlainTextEdit)
    qtbot.keyClicks(box, "Seen")
    page.seal()
    page.form.fields["M01.reason"].set_absence(Absence.UNKNOWN)
    rows: list[str] = []
    page.model.add_row("M03.incidents", rows.append)
    desk.quiet()
    page.model.remove_row(f"M03.incidents[{rows[0]}]", rows.clear)
    desk.quiet()
    page.setFocus()
    for _ in range(3):
        editing.undo_action.trigger()
    qtbot.waitUntil(lambda: value(desk, "M01.reason") == "Seen", timeout=20_000)
    desk.quiet()
    assert page.form.fields["M01.reason"].editor.value() == "Seen"
    assert page.form.fields["M01.reason"].aside is None or page.form.fields["M01.reason"].aside.isHidden()
    assert assessing.reading(desk.session.at, desk.assessment).rows("M03.incidents") == ()


def test_what_somebody_answered_since_is_said(desk: Desk, editing: Editing, qtbot: QtBot) -> None:
    """The refusal is a sentence in the notice bar, and the step is gone from the menu."""
    page = desk.go("assessment", "M00.name")
    qtbot.keyClicks(desk.focused(), "Sam")
    page.seal()
    desk.quiet()
    other = desk.session.vault.workplace(read_only=False)
    assessing.record_answer(other, desk.assessment, "M00.name", answered("Samira"))
    other.book.close()
    page.setFocus()
    told: list[str] = []
    desk.session.notices.said.connect(lambda notice: told.append(notice.text))
    editing.undo_action.trigger()
    qtbot.waitUntil(lambda: bool(told))
    assert "answered again since" in told[0]
    assert editing.undo_action.text() == "Undo"
    assert value(desk, "M00.name") == "Samira"
