"""Picking by letters: Return takes the one that fits, shows those that fit, and tells where none does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.form.picking import PickCombo

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

PEOPLE = [("m", "Mother"), ("g", "Grandmother"), ("t", "Teacher T"), ("q", "Worker Q")]


@pytest.fixture
def box(qtbot: QtBot) -> PickCombo:
    """A list of four people with the keyboard in it."""
    made = PickCombo(lambda: PEOPLE, "Type")
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def entered(box: PickCombo, letters: str) -> tuple[list[str], list[str]]:
    """Type letters and Return; return what was taken and what was unknown."""
    taken: list[str] = []
    unknown: list[str] = []
    box.taken.connect(taken.append)
    box.unknown.connect(unknown.append)
    QTest.keyClicks(box, letters)
    QTest.keyClick(box, Qt.Key.Key_Return)
    return taken, unknown


@pytest.mark.parametrize(("letters", "who"), [("teach", "t"), ("r q", "q"), ("MOTHER", "m"), ("grand", "g")])
def test_return_takes_the_one_that_fits(box: PickCombo, letters: str, who: str) -> None:
    """A part of the name is enough where nobody else has it; a whole name is whoever is called so."""
    taken, unknown = entered(box, letters)
    assert (set(taken), unknown) == ({who}, [])


def test_return_shows_those_that_fit(box: PickCombo, qtbot: QtBot) -> None:
    """Several fit: they are listed, nothing is taken and nobody new is offered; Down and Return take one."""
    taken, unknown = entered(box, "other")
    popup = box.completer().popup()
    assert box.is_choosing()
    qtbot.waitUntil(lambda: not box.is_choosing())
    assert popup.isVisible()
    model = popup.model()
    assert [model.index(at, 0).data() for at in range(model.rowCount())] == ["Mother", "Grandmother"]
    assert (taken, unknown) == ([], [])
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert set(taken) == {"m"}


def test_return_tells_that_nobody_fits(box: PickCombo) -> None:
    """The letters are handed on as they were written; an empty line is nobody."""
    assert entered(box, "  Uncle C ") == ([], ["Uncle C"])
    box.setEditText("")
    QTest.keyClick(box, Qt.Key.Key_Return)
