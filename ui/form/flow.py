"""A row of widgets that continues on the next line where the window is narrow or the text large, in columns if wanted."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

__all__ = ["Flow", "buttons_in_a_row"]


class Flow(QLayout):
    """Places items from left to right and wraps; its height follows from its width.

    An ``aligned`` one that needs several lines puts its items into columns of equal width, so that they can be scanned.
    """

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = 6, line_gap: int = 6, aligned: bool = False
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._line_gap = line_gap
        self._aligned = aligned
        self._known: tuple[int, int] | None = None
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, ``None`` beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return an item, ``None`` beyond the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower row is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at ``width``."""
        if self._known is None or self._known[0] != width:
            self._known = (width, self._arrange(QRect(0, 0, width, 0), place=False))
        return self._known[1]

    def invalidate(self) -> None:
        """Forget what was measured."""
        self._known = None
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Put every item in its place."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        """Return the size of everything in one line."""
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _column(self, width: int) -> int:
        """Return how wide each item's place is at ``width``; nothing where each takes what it needs."""
        if not self._aligned or self.sizeHint().width() <= width:
            return 0
        widest = max((item.sizeHint().width() for item in self._items if not item.isEmpty()), default=0)
        columns = max(1, (width + self._gap) // max(1, widest + self._gap))
        return (width + self._gap) // columns - self._gap

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        column = self._column(rect.width())
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            if x > rect.x() and x + hint.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self._line_gap, 0
            if place:
                item.setGeometry(QRect(QPoint(x, y), QSize(min(hint.width(), rect.width()), hint.height())))
            x += max(hint.width(), column) + self._gap
            line = max(line, hint.height())
        return y + line - rect.y()


def buttons_in_a_row(*buttons: QWidget) -> QWidget:
    """Return buttons side by side that go on in the next line where there is no room."""
    holder = QWidget()
    row = Flow(holder, gap=8)
    for made in buttons:
        row.addWidget(made)
    policy = holder.sizePolicy()
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder
