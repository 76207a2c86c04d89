"""F6 within a page: from part to part, and on to the rest of the window after the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["PaneKeys"]


class PaneKeys(QObject):
    """Watches the widget that has the keyboard; takes F6 and Shift+F6 while there is another part to go to."""

    def __init__(self, page: QWidget, panes: Sequence[QWidget], enter: Callable[[QWidget], None]) -> None:
        super().__init__(page)
        self._page, self._panes, self._enter = page, tuple(panes), enter
        self._watched: QWidget | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    def _focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = None
        if now is not None and self._page.isAncestorOf(now):
            now.installEventFilter(self)
            self._watched = now

    def _following(self, *, forwards: bool) -> QWidget | None:
        shown = [pane for pane in self._panes if pane.isVisible()]
        now = self._watched
        at = next((n for n, pane in enumerate(shown) if now is pane or (now and pane.isAncestorOf(now))), None)
        if at is None:
            return None
        at += 1 if forwards else -1
        return shown[at] if 0 <= at < len(shown) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go to the next part; leave the key to the window after the last one."""
        if event.type() in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress} and isinstance(event, QKeyEvent):
            shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
            if event.key() == Qt.Key.Key_F6 and (shift or event.modifiers() == Qt.KeyboardModifier.NoModifier):
                pane = self._following(forwards=not shift)
                if pane is not None:
                    if event.type() == QEvent.Type.ShortcutOverride:
                        event.accept()
                    else:
                        self._enter(pane)
                    return True
        return super().eventFilter(watched, event)
