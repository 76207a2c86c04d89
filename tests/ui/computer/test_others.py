"""The other systems' files: they can be imported anywhere and ask nothing of a system before they are started."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from ui.computer.base import Computer, Event
from ui.computer.macos import MacComputer
from ui.computer.windows import WindowsComputer


@pytest.mark.parametrize("kind", [WindowsComputer, MacComputer])
def test_it_can_be_made_anywhere(qtbot: object, kind: type[WindowsComputer | MacComputer]) -> None:
    """Not run on its own system yet: what can be held here is that it loads, and promises to hide windows."""
    del qtbot
    window = QWidget()
    computer = kind(window)
    assert computer.can_hide
    assert computer.told == frozenset()
    window.deleteLater()


def test_a_computer_without_a_file_of_its_own_tells_nothing(qtbot: object) -> None:
    """Stillness and hours lock there all the same; a choice that it cannot follow is kept for no system."""
    del qtbot
    computer = Computer()
    computer.start()
    assert computer.settled
    assert not computer.can_hide
    assert set(Event) - computer.told == set(Event)
    computer.stop()
