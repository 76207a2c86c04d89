"""Our own text on the clipboard: taken away after half a minute and at lock; other apps' text is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtGui import QClipboard

__all__ = ["CLEAR_SECONDS", "ClipboardGuard"]

CLEAR_SECONDS = 30


class ClipboardGuard(QObject):
    """Watches what is copied from the app."""

    def __init__(self, clipboard: QClipboard, seconds: int = CLEAR_SECONDS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(seconds * 1000)
        self._timer.timeout.connect(self.clear)
        clipboard.dataChanged.connect(self._copied)

    def clear(self) -> None:
        """Take our own text away."""
        clipboard = self._clipboard
        if clipboard.ownsClipboard():
            clipboard.clear()
        if clipboard.supportsSelection() and clipboard.ownsSelection():
            clipboard.clear(clipboard.Mode.Selection)

    def _copied(self) -> None:
        if self._clipboard.ownsClipboard():
            self._timer.start()
