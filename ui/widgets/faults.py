"""The line at a field that says what is wrong with it: a sign and words, never a colour alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.marks import Mark
from ui.widgets.text import Scaled

__all__ = ["FaultLine"]


class FaultLine(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Scaled("", 1.0, bold=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(Mark("bad"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    def say(self, words: str) -> None:
        """Say ``words``; none hides the line."""
        self._words.setText(words)
        self.setVisible(bool(words))

    def words(self) -> str:
        """Return what the line says."""
        return self._words.text()
