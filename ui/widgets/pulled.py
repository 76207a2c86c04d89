"""Lists that are pulled down show whole rows only: a row that is cut is scrolled under the finger that presses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView, QWidget

__all__ = ["keep_rows_whole"]


class _Whole(QObject):
    """Watches a list that is shown or moved, and cuts its ground to whole rows, below what it belongs to or above it."""

    def __init__(self, view: QAbstractItemView, owner: QWidget, most: int) -> None:
        super().__init__(view)
        self._view, self._owner, self._most = view, owner, most
        self._fitting = False
        self.holder = view.window()
        self.holder.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit it as soon as it is placed."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Resize, QEvent.Type.Move) and not self._fitting:
            self._fitting = True
            self.fit()
            self._fitting = False
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Give the list the height of whole rows."""
        view, holder, owner = self._view, self.holder, self._owner
        count = view.model().rowCount(view.rootIndex())
        row = max((view.sizeHintForRow(at) for at in range(min(count, self._most))), default=0)
        if row <= 0 or not holder.isVisible():
            return
        layout = holder.layout()
        if layout is not None:
            layout.activate()
        # Its viewport has not followed yet where the list is shown just now.
        around = holder.height() - view.height() + 2 * view.frameWidth()
        top = owner.mapToGlobal(QPoint(0, 0)).y()
        bottom = top + owner.height()
        screen = owner.screen().availableGeometry()
        wanted = min(count, self._most)
        below, above = (screen.bottom() + 1 - bottom - around) // row, (top - screen.top() - around) // row
        down = below >= min(wanted, above) or below >= wanted
        height = max(1, min(wanted, below if down else above)) * row + around
        place = QRect(holder.x(), bottom if down else top - height, holder.width(), height)
        if place != holder.geometry():
            holder.setGeometry(place)
            view.scrollTo(view.currentIndex())


def keep_rows_whole(view: QAbstractItemView, owner: QWidget, most: int) -> None:
    """Have the list ``view`` that is pulled down from ``owner`` show at most ``most`` rows, and none of them in part."""
    if not any(isinstance(each, _Whole) and each.holder is view.window() for each in view.children()):
        _Whole(view, owner, most).fit()
