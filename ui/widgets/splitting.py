"""What is chosen from and what is shown: side by side, or one above the other where there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSplitter

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

__all__ = ["Split"]

_LEAST_LETTER = 16
_LOW = 12
"""Letters of height that each part keeps where they stand one above the other."""


class Split(QSplitter):
    """``chosen`` at the left keeps its width, ``shown`` takes the rest."""

    def __init__(self, chosen: QWidget, shown: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._parts = (chosen, shown)
        self.setChildrenCollapsible(False)
        for part in self._parts:
            self.addWidget(part)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)

    def arrange(self, *, beside: bool) -> None:
        """Put the parts beside or above each other."""
        letter = max(_LEAST_LETTER, QApplication.font().pixelSize())
        for part in self._parts:
            part.setMinimumHeight(0 if beside else _LOW * letter)
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self.orientation() != wanted:
            self.setOrientation(wanted)
            self.setSizes([1, 1])

    def favour_chosen(self, *, more: bool) -> None:
        """Give what is chosen from more of the height while something is asked there; beside each other both have it all."""
        if self.orientation() == Qt.Orientation.Vertical:
            self.setSizes([self.height(), 1] if more else [1, 1])
