"""Escape inside a card or a page: it closes what is open there, or leads back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

__all__ = ["on_escape"]


def on_escape(inside: QWidget, act: Callable[[], object]) -> None:
    """Call ``act`` when Escape is pressed while ``inside`` or something in it has the keyboard."""
    escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), inside)
    escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    escape.activated.connect(act)
