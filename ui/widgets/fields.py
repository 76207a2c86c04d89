"""Fields to write and choose in, with their labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from ui.widgets.labelled import Field, PassphraseEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

__all__ = ["Field", "GrowingText", "PassphraseEdit", "choice"]


class GrowingText(QPlainTextEdit):
    """A text box that grows with what is written; Tab leaves it; tells when it is left."""

    left = Signal()

    def __init__(self, text: str = "", *, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(8)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def sizeHint(self) -> QSize:
        """Return a width that reads well and the height of the text."""
        return QSize(400, self.height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()

    def _grow(self) -> None:
        lines = max(self._lines, round(self.document().size().height()))
        height = lines * self.fontMetrics().lineSpacing() + 2 * 8 + 2 * self.frameWidth() + 4
        if height != self.height():
            self.setFixedHeight(height)


def choice(options: list[tuple[str, str]], current: str = "") -> QComboBox:
    """Return a combo box of ``(code, words)``; ``currentData()`` gives the code."""
    box = QComboBox()
    for code, words in options:
        box.addItem(words, code)
    at = box.findData(current)
    box.setCurrentIndex(max(at, 0))
    return box
