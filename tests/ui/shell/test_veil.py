"""The privacy veil by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import delete

from ui.shell.veil import Veil

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_the_veil_lifts_over_what_was_replaced_under_it(qtbot: QtBot) -> None:
    """What had the keyboard may be gone by then, as a list is that was read anew: the screen comes back all the same."""
    window = QWidget()
    qtbot.addWidget(window)
    box, veil = QLineEdit(window), Veil(window)
    window.show()
    box.setFocus()
    veil.cover()
    delete(box)
    veil.lift()
    assert not veil.isVisible()
