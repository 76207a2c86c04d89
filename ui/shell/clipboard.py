"""Our own text on the clipboard: marked as private, taken away after half a minute and at lock; others' is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtGui import QClipboard

__all__ = ["CLEAR_SECONDS", "HINTS", "ClipboardGuard"]

CLEAR_SECONDS: Final = 30
_WINDOWS: Final = 'application/x-qt-windows-mime;value="{}"'
HINTS: Final = {
    "x-kde-passwordManagerHint": b"secret",
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"\0\0\0\0",
    _WINDOWS.format("CanIncludeInClipboardHistory"): b"\0\0\0\0",
    _WINDOWS.format("CanUploadToCloudClipboard"): b"\0\0\0\0",
}
"""What asks clipboard managers to keep no copy: KDE's, which others follow, and those of Windows; a request, no more."""


class ClipboardGuard(QObject):
    """Watches what is copied from the app, and what is merely selected where selecting copies."""

    def __init__(self, clipboard: QClipboard, seconds: int = CLEAR_SECONDS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._marking = False
        self._copy_timer, self._selection_timer = QTimer(self), QTimer(self)
        for timer, act in (
            (self._copy_timer, self._clear_copy),
            (self._selection_timer, self._clear_selection),
        ):
            timer.setSingleShot(True)
            timer.setInterval(seconds * 1000)
            timer.timeout.connect(act)
        clipboard.dataChanged.connect(self._copied)
        clipboard.selectionChanged.connect(self._selected)

    def clear(self) -> None:
        """Take our own text away."""
        self._clear_copy()
        self._clear_selection()

    def _clear_copy(self) -> None:
        if self._clipboard.ownsClipboard():
            self._clipboard.clear()

    def _clear_selection(self) -> None:
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            self._clipboard.clear(self._clipboard.Mode.Selection)

    def _copied(self) -> None:
        if self._marking or not self._clipboard.ownsClipboard():
            return
        held = self._clipboard.mimeData()
        if held.hasText():
            self._copy_timer.start()
            self._marking = True  # putting the marked text there is a change as well
            self._clipboard.setMimeData(_marked(held.text()))
            self._marking = False

    def _selected(self) -> None:
        if self._clipboard.ownsSelection():
            self._selection_timer.start()


def _marked(text: str) -> QMimeData:
    """Return the text alone, without a form that another program could keep, and with the hints."""
    made = QMimeData()
    made.setText(text)
    for name, value in HINTS.items():
        made.setData(name, value)
    return made
