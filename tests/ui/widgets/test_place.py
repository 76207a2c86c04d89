"""The keyboard stays where it was while what had it is built anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from ui.widgets.place import keyboard_kept

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Built(QWidget):
    """A link above a page, as the window has it, and a page whose buttons are made anew."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.above = QPushButton("Above")
        self.page = QWidget()
        column.addWidget(self.above)
        column.addWidget(self.page)
        self.inside = QVBoxLayout(self.page)
        self.buttons: list[QPushButton] = []

    def build(self, *names: str) -> None:
        """Make buttons of these names in place of those that there are."""
        for old in self.buttons:
            old.hide()
            old.deleteLater()
        self.buttons = [QPushButton(name) for name in names]
        for made in self.buttons:
            made.setAccessibleName(made.text())
            self.inside.addWidget(made)
            made.show()


@pytest.fixture
def built(qtbot: QtBot) -> Built:
    """The window on screen, with the keyboard in its second button."""
    window = Built()
    qtbot.addWidget(window)
    window.build("Open", "Start")
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.buttons[1].setFocus()
    return window


@pytest.mark.parametrize(
    ("names", "expected"), [(("New", "Open", "Start"), "Start"), (("Other", "Another"), "Other"), (("Open",), "Open")]
)
def test_the_same_button_has_it_afterwards(built: Built, names: tuple[str, ...], expected: str) -> None:
    """What is called the same gets it, wherever it stands now; where nothing is, the page's own first thing."""
    with keyboard_kept(built.page, lambda: built.buttons[0]):
        built.build(*names)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == expected


def test_a_keyboard_elsewhere_stays_there(built: Built) -> None:
    """Whoever is in another part of the window is not pulled into the page."""
    built.above.setFocus()
    with keyboard_kept(built.page, lambda: built.buttons[0]):
        built.build("Other")
    assert QApplication.focusWidget() is built.above


def test_without_it_the_keyboard_would_be_above_the_page(built: Built) -> None:
    """The control: Qt gives it to the link above."""
    built.build("Open", "Start")
    assert QApplication.focusWidget() is built.above
