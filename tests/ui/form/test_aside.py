"""Nothing that was written is replaced without a word: put aside and back, undone, edited by the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QLineEdit, QMenu, QWidget

from hsb_assess.domain.answer import Absence, Answer, absent, answered
from ui.form.picker import RefEditor

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.form.conftest import Remembering
    from ui.form.question import QuestionField
    from ui.form.section import SectionView

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier


def focused() -> QWidget:
    """Return what has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def go(section: SectionView, path: str) -> QuestionField:
    """Give a question the keyboard and return its field."""
    assert section.show_question(path)
    return section.form.fields[path]


def test_a_written_answer_is_put_aside_and_comes_back(section: SectionView, keeper: Remembering, qtbot: QtBot) -> None:
    """Every reason keeps the words and the evidence; *put it back* is a new entry, and nothing is said after it."""
    told: list[str] = []
    section.form.put_aside.connect(told.append)
    field = go(section, "X1.story")
    for key in range(1, 7):
        keeper.records.clear()
        section.form.model.put("X1.story", Answer(value="What she said", evidence=("e1",)))
        go(section, "X1.story")
        qtbot.keyClick(focused(), Key(Key.Key_0 + key), Control)
        assert keeper.records[-1][1].absence is not None
        assert field.aside is not None
        assert field.aside.isVisible()
        assert field.aside.words.text() == "Your answer is put aside: What she said"
        field.aside.button.setFocus()
        qtbot.keyClick(field.aside.button, Key.Key_Return)
        assert keeper.records[-1] == ("X1.story", Answer(value="What she said", evidence=("e1",)))
        assert field.editor.value() == "What she said"
        assert field.aside.isHidden()
        assert section.form.current is field
    assert told == ["X1.story"] * 6


def test_the_menu_of_reasons_puts_aside_too(section: SectionView, keeper: Remembering, qtbot: QtBot) -> None:
    """The list under the question does as the keys do; a second reason keeps the words that the first one put aside."""
    field = go(section, "X1.story")
    qtbot.keyClicks(focused(), "Words")
    field.absence_button.picked.emit(Absence.UNKNOWN)
    assert field.details is not None
    qtbot.keyClicks(focused(), "her teacher")
    field.absence_button.picked.emit(Absence.DECLINED)
    assert keeper.records[-1][1].absence is Absence.DECLINED
    field.put_back()
    assert keeper.records[-1] == ("X1.story", answered("Words"))


def test_particulars_are_put_aside_where_nothing_else_is(
    section: SectionView, keeper: Remembering, qtbot: QtBot
) -> None:
    """Who advised waiting is kept when another reason is chosen by mistake; the same reason again loses nothing."""
    field = go(section, "X1.danger")
    qtbot.keyClick(focused(), Key.Key_4, Control)
    qtbot.keyClicks(focused(), "Dr Poe")
    qtbot.keyClick(focused(), Key.Key_Tab)
    field.set_absence(Absence.NOT_SAFE)
    assert field.model.answer("X1.danger").detail == {"advised_by": "Dr Poe"}
    field.set_absence(Absence.UNKNOWN)
    assert field.aside is not None
    assert field.aside.words.text() == "Your answer is put aside: Not safe to ask yet, Dr Poe"
    field.put_back()
    assert keeper.records[-1] == ("X1.danger", absent(Absence.NOT_SAFE, advised_by="Dr Poe"))


def test_a_half_typed_date_is_put_aside(section: SectionView, qtbot: QtBot) -> None:
    """What was no value yet comes back as it was typed, with what is wrong with it."""
    field = go(section, "X1.born")
    qtbot.keyClicks(focused(), "12 Apriil")
    qtbot.keyClick(focused(), Key.Key_2, Control)
    assert field.aside is not None
    assert "12 Apriil" in field.aside.words.text()
    field.put_back()
    box = focused()
    assert isinstance(box, QLineEdit)
    assert box.text() == "12 Apriil"
    assert field.fault()
    qtbot.keyClick(focused(), Key.Key_Backspace)
    assert not field.fault()


def test_a_new_answer_after_one_that_was_put_aside(section: SectionView, keeper: Remembering, qtbot: QtBot) -> None:
    """Going on typing does not throw the old words away: putting back swaps the two."""
    field = go(section, "X1.name")
    qtbot.keyClicks(focused(), "Old")
    qtbot.keyClick(focused(), Key.Key_1, Control)
    go(section, "X1.name")
    qtbot.keyClicks(focused(), "New")
    field.put_back()
    assert keeper.records[-1] == ("X1.name", answered("Old"))
    field.put_back()
    assert keeper.records[-1] == ("X1.name", answered("New"))


@pytest.mark.parametrize("path", ["X1.name", "X1.story"])
def test_ctrl_z_undoes_typing_and_emptying(section: SectionView, keeper: Remembering, qtbot: QtBot, path: str) -> None:
    """Qt's own undo works in a text field, also for what a reason for having no answer emptied."""
    field = go(section, path)
    qtbot.keyClicks(focused(), "Words")
    qtbot.keyClick(focused(), Key.Key_Z, Control)
    assert field.editor.value() in {None, "Word"}
    qtbot.keyClick(focused(), Key.Key_Z, Control | Qt.KeyboardModifier.ShiftModifier)
    assert field.editor.value() == "Words"
    qtbot.keyClick(focused(), Key.Key_1, Control)
    qtbot.keyClick(focused(), Key.Key_Z, Control)
    assert field.editor.value() == "Words"
    section.form.model.seal_all()
    assert keeper.records[-1] == (path, answered("Words"))
    assert field.aside is not None
    assert field.aside.isHidden()


@pytest.mark.parametrize("path", ["X1.name", "X1.story"])
def test_the_context_menu_of_a_text_field(section: SectionView, qtbot: QtBot, path: str) -> None:
    """The standard menu opens and *Delete* works on the words that are selected."""
    field = go(section, path)
    qtbot.keyClicks(focused(), "Words")
    box = focused()
    qtbot.keyClick(box, Key.Key_A, Control)
    at = box.rect().center()
    target = box.viewport() if isinstance(box, QAbstractScrollArea) else box
    QApplication.sendEvent(target, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, target.mapToGlobal(at)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    by_name = {action.objectName(): action for action in menu.actions()}
    assert {"edit-undo", "edit-cut", "edit-copy", "edit-paste", "edit-delete", "select-all"} <= by_name.keys()
    assert by_name["edit-undo"].isEnabled()
    by_name["edit-delete"].trigger()
    menu.close()
    assert field.editor.value() is None


def test_leaving_particulars_while_they_have_the_keyboard(
    section: SectionView, keeper: Remembering, qtbot: QtBot
) -> None:
    """The panel of an absence goes while one of its fields is being written in: the new answer stands, nothing breaks."""
    field = go(section, "X1.story")
    qtbot.keyClick(focused(), Key.Key_2, Control)
    qtbot.keyClicks(focused(), "her teacher")
    section.form.model.put("X1.story", answered("She said so", "e1"))
    assert field.details is None
    assert section.form.model.answer("X1.story") == answered("She said so", "e1")
    assert keeper.records[-1] == ("X1.story", answered("She said so", "e1"))


def test_who_is_being_entered_is_not_called_unknown(section: SectionView, qtbot: QtBot) -> None:
    """Enter at a new name opens the panel, and nothing says meanwhile that the name is not entered yet."""
    field = go(section, "X1.lead")
    qtbot.keyClicks(focused(), "father")
    qtbot.keyClick(focused(), Key.Key_Return)
    assert isinstance(field.editor, RefEditor)
    assert field.editor.new_panel is not None
    assert field.editor.new_panel.isVisible()
    assert not field.fault()
    field.editor.new_panel.close_panel()
    go(section, "X1.lead")
    qtbot.keyClicks(focused(), "father")
    go(section, "X1.story")
    assert field.fault()
    field.editor.new_button.click()
    assert not field.fault()


def test_a_new_item_stays_in_sight_and_says_no_more_what_is_mended(section: SectionView, qtbot: QtBot) -> None:
    """*Answer this first* goes when it is answered; after adding, the keyboard and the eye stay in the panel."""
    section.resize(760, 420)
    field = go(section, "X1.story")
    field.open_evidence()
    panel = field.evidence_panel
    assert panel is not None
    new = panel.new_panel
    assert new.isVisible()
    new.editors["source"].fill("ann")
    new.add_button.click()
    said = [label.text() for label in new.findChildren(QLabel) if label.isVisible() and "first" in label.text()]
    assert len(said) == 1
    assert focused() in (new.editors["when"].first(), new.editors["what"].first())
    for name, words in (("when", "14 Apr 2026"), ("what", "She said so")):
        new.editors[name].first().setFocus()
        box = focused()
        if isinstance(box, QLineEdit):
            box.clear()
        qtbot.keyClicks(box, words)
    assert not [label for label in new.findChildren(QLabel) if label.isVisible() and "first" in label.text()]
    new.add_button.setFocus()
    qtbot.keyClick(new.add_button, Key.Key_Return)
    qtbot.wait(50)
    assert new.isHidden()
    assert panel.isAncestorOf(focused())
    seen = section.viewport().rect()
    assert seen.intersects(QRect(panel.mapTo(section.viewport(), QPoint(0, 0)), panel.size()))
    assert seen.contains(focused().mapTo(section.viewport(), focused().rect().center()))
