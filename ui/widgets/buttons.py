"""Buttons by how much they matter: one primary on a page, ordinary ones, quiet ones, one that warns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

__all__ = ["PushButton", "button", "button_row"]


class PushButton(QPushButton):
    """A button that Enter presses as well as Space. Qt keeps Enter for a dialog's default button, and we have pages."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it; the key goes no further, where it would mean something else."""
        from PySide6.QtCore import Qt  # not above: the first paint would wait for the whole namespace

        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)


def button(
    text: str, on_click: Callable[[], object] | None = None, *, kind: str = "", name: str = "", tip: str = ""
) -> PushButton:
    """Return a push button. ``kind``: ``primary``, ``quiet``, ``danger`` or ordinary.

    ``name`` is the accessible name where the text alone does not say what it acts on ("Open case A-17").
    """
    made = PushButton(text)
    made.setProperty("kind", kind)
    made.setAccessibleName(name or text.replace("&", ""))
    if tip:
        made.setToolTip(tip)
    if on_click is not None:
        made.clicked.connect(lambda _checked=False: on_click())
    return made


def button_row(*buttons: QPushButton) -> QHBoxLayout:
    """Return a row of buttons that starts at the left, the first one foremost."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for made in buttons:
        row.addWidget(made)
    row.addStretch(1)
    return row
