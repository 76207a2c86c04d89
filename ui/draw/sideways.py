"""A wide drawing in a narrow page: it scrolls sideways in its own room, and the page scrolls up and down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QResizeEvent

__all__ = ["Sideways"]


class Sideways(QScrollArea):
    """Holds one widget of a fixed size and is as tall as it is."""

    def __init__(self, drawing: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWidget(drawing)
        drawing.installEventFilter(self)
        self._fit()

    def reveal(self, rect: QRect) -> None:
        """Bring a part of the drawing into sight, here and in every page around."""
        middle, drawing = rect.center(), self.widget()
        if drawing is None:
            return
        self.ensureVisible(middle.x(), middle.y(), rect.width() // 2 + 8, 0)
        around = self.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea) and (inside := around.widget()) is not None:
                point = drawing.mapTo(inside, middle)
                around.ensureVisible(point.x(), point.y(), 0, rect.height() // 2 + 24)
            around = around.parentWidget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the drawing."""
        if watched is self.widget() and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the bar where it is needed."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Allow a narrow page."""
        return QSize(200, 60)

    def _fit(self) -> None:
        drawing = self.widget()
        if drawing is None:
            return
        sideways = drawing.width() > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height() if sideways else 0
        tall = drawing.height() + bar
        if tall != self.height():
            self.setFixedHeight(tall)
