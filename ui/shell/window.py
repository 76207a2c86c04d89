"""The one window: the entry page before a vault is open, the frame after it; its title names nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QCloseEvent, QPaintEvent

__all__ = ["TITLE", "MainWindow"]

TITLE = "Assess"


class MainWindow(QMainWindow):
    """``painted`` comes once, after the first paint; ``minimised`` after it; ``leaving`` when somebody asks to close it."""

    painted = Signal()
    leaving = Signal()
    minimised = Signal()

    def __init__(self, geometry: QByteArray | None = None) -> None:
        super().__init__()
        self._told = self._minimised = False
        self.may_close = True
        self.setWindowTitle(TITLE)
        self.resize(1280, 800)
        self.setMinimumSize(800, 560)
        if geometry is not None and not geometry.isEmpty():
            self.restoreGeometry(geometry)

    def show_page(self, page: QWidget) -> None:
        """Show ``page`` instead of what was there."""
        self.setCentralWidget(page)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the first paint is through: the timer fires after the flush that follows."""
        super().paintEvent(event)
        self.tell_painted()

    def tell_painted(self) -> None:
        """Tell it at all events: a window that starts minimised is not painted before somebody wants to see it."""
        if not self._told:
            self._told = True
            QTimer.singleShot(0, self._is_painted)

    def _is_painted(self) -> None:
        # Its handle tells about the window's state, and only from here on: with a ``changeEvent`` of our own the first
        # paint would wait until PySide has loaded every kind of event that there is.
        self.painted.emit()
        self._minimised = self.isMinimized()
        self.windowHandle().windowStateChanged.connect(self._state_changed)

    def _state_changed(self) -> None:
        minimised = self.isMinimized()
        if minimised and not self._minimised:
            self.minimised.emit()
        self._minimised = minimised

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave in order: an open vault is sealed and closed first."""
        if self.may_close:
            event.accept()
        else:
            event.ignore()
        self.leaving.emit()
