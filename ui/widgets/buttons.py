"""Buttons by how much they matter: one primary on a page, ordinary ones, quiet ones, one that warns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QPushButton

from ui.language import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QKeyEvent

__all__ = ["ButtonRow", "PushButton", "button", "button_row", "language_button"]

_GAP = 8


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


class ButtonRow(QBoxLayout):
    """Buttons side by side from the left, or one below the other where they would not fit."""

    def __init__(self, buttons: Sequence[QPushButton]) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self.setSpacing(_GAP)
        for made in buttons:
            self.addWidget(made)
        self.addStretch(1)

    def _shown(self) -> list[QSize]:
        items = (self.itemAt(at) for at in range(self.count()))
        return [item.sizeHint() for item in items if item is not None and not item.isEmpty()]

    def _fits(self, width: int) -> bool:
        hints = self._shown()
        return sum(hint.width() for hint in hints) + _GAP * (len(hints) - 1) <= width

    def minimumSize(self) -> QSize:
        """Return the room of the widest button: a row never makes a page wider than the window."""
        hints = self._shown()
        return QSize(
            max((hint.width() for hint in hints), default=0), max((hint.height() for hint in hints), default=0)
        )

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower row is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at ``width``."""
        heights = [hint.height() for hint in self._shown()]
        if self._fits(width):
            return max(heights, default=0)
        return sum(heights) + _GAP * (len(heights) - 1)

    def setGeometry(self, rect: QRect) -> None:
        """Lie or stand as there is room."""
        ways = QBoxLayout.Direction
        way = ways.LeftToRight if self._fits(rect.width()) else ways.TopToBottom
        if way != self.direction():
            self.setDirection(way)
        super().setGeometry(rect)


def button_row(*buttons: QPushButton) -> ButtonRow:
    """Return a row of buttons that starts at the left, the first one foremost."""
    return ButtonRow(buttons)


def language_button(now: str, speak: Callable[[str], object]) -> QPushButton:
    """Return the button that leads to the other language, in that language: for the pages before a vault is open."""
    code, name = next((code, name) for code, name in LANGUAGES.items() if code != now)
    return button(name, lambda: speak(code), kind="quiet")
