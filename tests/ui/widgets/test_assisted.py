"""What an assistive program writes, toggles and selects counts as a person's doing; what the app does itself does not."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.widgets.assisted import Combo, Radio, Tick, WrittenLine
from ui.widgets.tables import Cell, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from ui.widgets.assisted import Assisted

SELECT = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


@pytest.fixture
def assisted() -> Iterator[None]:
    """Let Qt believe that an assistive program is there."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def test_what_is_written_for_somebody_is_edited(qtbot: QtBot) -> None:
    """Qt writes past the app's own ways of filling a field; keys tell once, and filling tells nobody."""
    line = WrittenLine()
    qtbot.addWidget(line)
    heard: list[str] = []
    line.textEdited.connect(heard.append)
    line.setText("filled by the app")
    line.clear()
    assert heard == []
    QLineEdit.setText(line, "dictated")
    assert heard == ["dictated"]
    assert line.isModified()
    QTest.keyClicks(line, "!")
    assert heard == ["dictated", "dictated!"]
    line.setText("dictated")
    QLineEdit.setText(line, "dictated!")
    assert heard[2:] == ["dictated!"]


@pytest.mark.parametrize("made", ["radio", "tick"])
def test_what_is_toggled_for_somebody_is_clicked(qtbot: QtBot, made: str) -> None:
    """Once for a toggle, once for a click, never for what the app sets."""
    around = QWidget()
    qtbot.addWidget(around)
    column = QVBoxLayout(around)
    buttons: list[Assisted] = [Radio(each) if made == "radio" else Tick(each) for each in ("Yes", "No")]
    heard: list[str] = []

    def heard_of(button: Assisted, _on: bool = False) -> None:
        heard.append(button.text())

    for button in buttons:
        button.clicked.connect(partial(heard_of, button))
        column.addWidget(button)
    around.show()
    buttons[1].setChecked(True)
    assert heard == []
    buttons[0].toggle()
    assert heard == ["Yes"]
    QTest.mouseClick(buttons[1], Qt.MouseButton.LeftButton, pos=QPoint(12, buttons[1].height() // 2))
    if made == "radio":
        assert heard == ["Yes", "No"]
        assert not buttons[0].isChecked()


@pytest.mark.usefixtures("assisted")
def test_an_entry_that_is_selected_for_somebody_is_taken(qtbot: QtBot) -> None:
    """The list closes with it, and who listens hears it as from a person; going through the list takes nothing."""
    combo = Combo()
    qtbot.addWidget(combo)
    combo.addItems(["First", "Second", "Third"])
    heard: list[int] = []
    combo.activated.connect(heard.append)
    combo.show()
    combo.showPopup()
    view = combo.view()
    view.setCurrentIndex(view.model().index(1, 0))
    assert heard == []
    view.selectionModel().select(view.model().index(2, 0), SELECT)
    assert heard == [2]
    assert combo.currentText() == "Third"
    assert not view.isVisible()


@pytest.mark.usefixtures("assisted")
def test_a_row_that_is_selected_for_somebody_is_opened(qtbot: QtBot) -> None:
    """Going to a row opens nothing; selecting one where nobody went does."""
    table = Table("Cases", ["Reference"])
    qtbot.addWidget(table)
    table.show_rows([Row(key, (Cell(key),)) for key in ("a", "b", "c")])
    table.show()
    heard: list[str] = []
    table.opened.connect(heard.append)
    table.select("b")
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert heard == []
    table.clearSelection()
    table.selectionModel().select(table.model().index(0, 0), SELECT)
    qtbot.wait(1)
    assert heard == ["a"]
