"""The privacy veil: the screen goes blank at once and comes back with a key, without locking."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui.language import tr
from ui.theme.style import tokens_of

__all__ = ["Veil"]


class Veil(QWidget):
    """Covers its window; Ctrl+Shift+Space, Escape or a double click takes it away. Other keys do nothing."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("The screen is covered. Press Escape to show it again."))
        self.hide()
        window.installEventFilter(self)

    def toggle(self) -> None:
        """Cover the window, or show it again."""
        if self.isVisible():
            self.lift()
        else:
            self.cover()

    def cover(self) -> None:
        """Cover the window and take the keyboard."""
        window = self._window
        self._before = window.focusWidget()
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grabKeyboard()

    def lift(self) -> None:
        """Show the window again and give the keyboard back to where it was, if that was not replaced meanwhile."""
        self.releaseKeyboard()
        self.hide()
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lift for Escape and Ctrl+Shift+Space; let Ctrl+L lock; swallow the rest."""
        control = Qt.KeyboardModifier.ControlModifier
        both = control | Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Escape or (event.key() == Qt.Key.Key_Space and event.modifiers() == both):
            self.lift()
        elif event.key() == Qt.Key.Key_L and event.modifiers() == control:
            event.ignore()
        else:
            event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Lift."""
        del event
        self.lift()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a plain ground, with one neutral sentence."""
        del event
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.window))
        painter.setPen(QColor(tokens.muted))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, tr("Press Escape to go on."))
