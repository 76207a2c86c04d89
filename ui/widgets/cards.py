"""Grounds to put things on: cards, dividing lines, and a column that scrolls and stays readable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ui.theme.follows import FollowsTextSize
from ui.theme.style import tokens_of
from ui.widgets.card import Card

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

__all__ = ["Card", "Column", "Line"]

_AROUND = 48
"""Pixels above and below what is brought into sight, where there is room."""
_SETTLED = (20, 150)
"""Milliseconds after which the layout has followed another text size: mostly, and on a busy laptop."""

_AROUND = 20
"""Pixels that stay free above and below what is brought into sight."""


class Line(QWidget):
    """A thin line between two parts; says nothing to a screen reader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        del event
        QPainter(self).fillRect(self.rect(), tokens_of(self).line)


class _Ground(QWidget):
    """The whole content, whose height follows from its width alone.

    What wrapped words need in a narrow column is no least height of a wide one: the page would scroll into nothing.
    """

    def minimumSizeHint(self) -> QSize:
        """Return the least width, and no height of its own."""
        return QSize(super().minimumSizeHint().width(), 0)


class Column(QScrollArea, FollowsTextSize):
    """A column that scrolls, no wider than can be read; add to ``body``. Scrolls to what gets the focus."""

    def __init__(self, parent: QWidget | None = None, *, width: int = 880, centred: bool = False) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setProperty("focusPolicy", 0)  # Qt.FocusPolicy.NoFocus; see ui/theme/shapes.py
        self._width = width
        ground = _Ground()
        across = QHBoxLayout(ground)
        across.setContentsMargins(0, 0, 12, 0)
        self.column = QWidget()
        self.column.setMaximumWidth(width)
        self.body = QVBoxLayout(self.column)
        self.body.setContentsMargins(0, 0, 0, 24)
        self.body.setSpacing(16)
        if centred:
            across.addStretch(1)
        across.addWidget(self.column, 100)
        across.addStretch(1)
        self.setWidget(ground)
        self.follow_text_size()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._reveal)

    def follow_text_size(self) -> None:
        """Grow with the text, so that a line holds as many words."""
        self.column.setMaximumWidth(round(self._width * max(16, QApplication.font().pixelSize()) / 16))
        for after in _SETTLED:
            QTimer.singleShot(after, self, self.reveal_again)

    def reveal_again(self) -> None:
        """Keep in sight what has the keyboard, now that things have another place."""
        self._reveal(None, QApplication.focusWidget())

    def bring(self, part: QWidget) -> None:
        """Scroll until all of a part is in sight, from its top where it is higher than the column, once it has its room."""

        def now() -> None:
            ground, bar, room = self.widget(), self.verticalScrollBar(), self.viewport().height()
            if ground is None or not ground.isAncestorOf(part) or not part.isVisible():
                return
            top = part.mapTo(ground, part.rect().topLeft()).y() - _AROUND
            under = top + part.height() + 2 * _AROUND
            if top < bar.value() or under - top > room:
                bar.setValue(top)
            elif under > bar.value() + room:
                bar.setValue(under - room)
            focused = QApplication.focusWidget()
            if focused is not None and part.isAncestorOf(focused):
                self.ensureWidgetVisible(focused, 0, _AROUND)

        for after in (0, *_SETTLED):
            QTimer.singleShot(after, part, now)

    def _reveal(self, _old: QObject | None, new: QWidget | None) -> None:
        """Bring what gets the keyboard into sight, once panels that open with it have found their place."""
        if new is not None and self.column.isAncestorOf(new):
            QTimer.singleShot(0, self, lambda: self._reveal_now(new))

    def _reveal_now(self, widget: QWidget) -> None:
        """Scroll so that a field is seen with its question, and a panel with its buttons, as far as there is room."""
        if not isValid(widget) or not self.column.isAncestorOf(widget):
            return
        self.settle()
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self.ensureWidgetVisible(widget, 0, _AROUND)  # no further: what is being clicked stays under the pointer
            return
        room = self.viewport().height()
        top, bottom = self._needed(widget)
        around: QWidget | None = widget
        while around is not None and around is not self.column:
            if around is widget or getattr(around, "stands_whole", False):
                at = around.mapTo(self.column, QPoint(0, 0)).y()
                upper, lower = min(top, at), max(bottom, at + around.height())
                if lower - upper <= room:
                    top, bottom = upper, lower
                elif bottom - upper <= room:  # too high for the page: its question and its first lines
                    top, bottom = upper, upper + room
            around = around.parentWidget()
        spare = min(_AROUND, (room - (bottom - top)) // 2)
        bar, shift = self.verticalScrollBar(), self.column.y()
        if top + shift - spare < bar.value():
            bar.setValue(top + shift - spare)
        elif bottom + shift + spare > bar.value() + room:
            bar.setValue(bottom + shift + spare - room)

    def _needed(self, widget: QWidget) -> tuple[int, int]:
        """Return from where to where in the column somebody has to see.

        The line of the caret or the chosen row, else all of a control, or as much of it as there is room for.
        """
        caret = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        if isinstance(caret, QRectF):
            caret = caret.toRect()
        of_line = isinstance(widget, (QPlainTextEdit, QAbstractItemView)) and isinstance(caret, QRect)
        inside = caret if of_line else widget.rect()
        top = widget.mapTo(self.column, inside.topLeft()).y()
        return top, top + min(inside.height(), self.viewport().height())

    def settle(self) -> None:
        """Give its place to what was put in or shown a moment ago, before anything is scrolled to."""
        if (ground := self.widget()) is not None and (layout := ground.layout()) is not None:
            layout.activate()
            QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
