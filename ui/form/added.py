"""The line that says what was just added; the keyboard rests on it, so that words typed on go nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.language import tr
from ui.theme.shapes import SPARE, ring
from ui.theme.style import tokens_of

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

__all__ = ["AddedLine"]

_WRITING: Final = frozenset(
    {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace, Qt.Key.Key_Delete}
)
_TYPING: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class AddedLine(QLabel):
    """Stands under a picker once something new was entered there. Tab goes on from here and does not come back."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setContentsMargins(SPARE, 2, SPARE, 2)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.hide()

    def wait_for(self, name: str) -> None:
        """Take the keyboard while something is being added."""
        self._say(tr("Not added yet: {name}", name=name) if name else tr("Not added yet"))
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def added(self, name: str) -> None:
        """Say that it is added; the keyboard stays where it is."""
        self._say(tr("Added: {name}", name=name))
        self.show()

    def _say(self, words: str) -> None:
        self.setText(words)
        self.setAccessibleName(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let nothing that is typed do anything here; other keys go on to the page."""
        written = event.key() in _WRITING or (bool(event.text()) and event.text().isprintable())
        if written and not event.modifiers() & ~_TYPING:
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it is elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, and a ring while the keyboard is here."""
        super().paintEvent(event)
        if self.hasFocus():
            ring(QPainter(self), QRectF(self.rect()), tokens_of(self).focus)
