"""Where a notice stands: over the foot of the page, never over what somebody is at, and nothing moves for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.widgets.notices import NoticeBar

__all__ = ["NoticePlace"]

_BESIDE: Final = 28
_EDGE: Final = 8
"""Pixels that stay free beside a notice and between it and the edge."""
_LABEL: Final = 40
"""Pixels above a field in which its question stands."""
_ARRIVES_MS: Final = 600
"""So long a click that was aimed before the notice came goes through it to what it was aimed at."""
_FOLLOWED: Final = frozenset({QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest, QEvent.Type.Show})


class NoticePlace(QObject):
    """Lays ``bar`` over the foot of ``room``, above the field that has the keyboard where that stands there.

    ``room`` gives, in the coordinates of ``ground``, the part of the window that notices may lie over.
    """

    def __init__(self, bar: NoticeBar, ground: QWidget, room: Callable[[], QRect]) -> None:
        super().__init__(bar)
        self._bar, self._ground, self._room = bar, ground, room
        self._returns: QWidget | None = None
        self._arriving = QTimer(self)
        self._arriving.setSingleShot(True)
        self._arriving.setInterval(_ARRIVES_MS)
        self._arriving.timeout.connect(self._arrived)
        bar.setParent(ground)
        bar.hide()
        bar.came.connect(self._arrive)
        bar.going.connect(self._give_back)
        bar.installEventFilter(self)
        ground.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self._look)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window and the text size."""
        del watched
        if event.type() in _FOLLOWED and not self._bar.isHidden():
            self.place()
        return False

    def _arrive(self) -> None:
        self._bar.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._arriving.start()
        self.place()
        self._bar.raise_()

    def _arrived(self) -> None:
        self._bar.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=False)

    def place(self) -> None:
        """Lay the notice where it belongs now: at the foot of the page, or as little above it as the keyboard asks."""
        room = self._room()
        width = max(200, room.width() - 2 * _BESIDE)
        height = min(self._bar.height_for(width), max(0, room.height() - 2 * _EDGE))
        at = room.left() + (room.width() - width) // 2
        wanted = QRect(at, room.bottom() + 1 - _EDGE - height, width, height)
        clear = self._kept_clear()
        if wanted.intersects(clear):
            wanted.moveBottom(clear.top() - 1)
            if wanted.top() < room.top():  # no room above what somebody is at, and the foot of the page is theirs
                wanted.moveTop(room.top() + _EDGE)
        if wanted != self._bar.geometry():
            self._bar.setGeometry(wanted)

    def _look(self) -> None:
        """Make way for the keyboard where it has come under the notice, and go back where it has left."""
        if shiboken6.isValid(self._bar) and not self._bar.isHidden():
            self.place()

    def _kept_clear(self) -> QRect:
        """Return the field that has the keyboard, with its question; of something large, the line that has it."""
        focused = QApplication.focusWidget()
        if focused is None or not self._ground.isAncestorOf(focused) or self._bar.isAncestorOf(focused):
            return QRect()
        shown = focused.visibleRegion().boundingRect()
        if shown.height() > self._room().height() // 2:
            shown = shown.intersected(_line_of(focused))
        if shown.isEmpty():
            return QRect()
        return QRect(focused.mapTo(self._ground, shown.topLeft()), shown.size()).adjusted(0, -_LABEL, 0, _EDGE)

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if not shiboken6.isValid(self._bar) or self._bar.isHidden():
            return
        if new is not None and self._bar.isAncestorOf(new):
            if old is not None and not self._bar.isAncestorOf(old):
                self._returns = old
            return
        # What gets the keyboard is brought into sight first, and only then is it known where it stands.
        QTimer.singleShot(0, self, self._look)

    def _give_back(self) -> None:
        """Give the keyboard back to where it came from, if it was here."""
        self._arriving.stop()
        focused, back = QApplication.focusWidget(), self._returns
        self._returns = None
        if focused is None or not self._bar.isAncestorOf(focused) or back is None or not shiboken6.isValid(back):
            return
        if back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)


def _line_of(widget: QWidget) -> QRect:
    """Return the line of a large widget at which somebody is: the caret's, or the chosen row."""
    if isinstance(widget, QAbstractItemView):
        return widget.visualRect(widget.currentIndex()).translated(widget.viewport().mapTo(widget, QPoint()))
    caret = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    if isinstance(caret, QRectF):
        caret = caret.toRect()
    return caret.adjusted(0, -_LABEL, 1, _LABEL) if isinstance(caret, QRect) and not caret.isNull() else QRect()
