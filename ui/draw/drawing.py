"""What every drawing on a page has in common: its height follows from its width, and its parts are opened by a click."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

__all__ = ["Drawing"]

_WELL: Final = 900
_LEAST: Final = QSize(240, 60)


class Drawing(QWidget):
    """Says in :meth:`heightForWidth` how high it is, in :meth:`hit` what stands at a place. ``opened`` carries a key."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def forget(self) -> None:
        """Let go of where everything stands: the text has another size."""

    def hit(self, where: QPointF) -> str:
        """Return the key of what stands at a place, or nothing."""
        del where
        return ""

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower drawing is a higher one."""
        return True

    def sizeHint(self) -> QSize:
        """Return a width that reads well."""
        return QSize(_WELL, self.heightForWidth(_WELL))

    def minimumSizeHint(self) -> QSize:
        """Allow a narrow page."""
        return _LEAST

    def event(self, event: QEvent) -> bool:
        """Follow the text size."""
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.forget()
            self.updateGeometry()
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a part can be clicked."""
        shape = Qt.CursorShape.PointingHandCursor if self.hit(event.position()) else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what is hit."""
        key = self.hit(event.position())
        if key and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(key)
