"""Buttons by how much they matter: one primary on a page, ordinary ones, quiet ones, one that warns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["button", "button_row"]


def button(
    text: str, on_click: Callable[[], object] | None = None, *, kind: str = "", name: str = "", tip: str = ""
) -> QPushButton:
    """Return a push button. ``kind``: ``primary``, ``quiet``, ``danger`` or ordinary.

    ``name`` is the accessible name where the text alone does not say what it acts on ("Open case A-17").
    """
    made = QPushButton(text)
    made.setProperty("kind", kind)
    made.setAccessibleName(name or text.replace("&", ""))
    if tip:
        made.setToolTip(tip)
    made.setAutoDefault(False)
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
