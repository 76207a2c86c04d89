"""What can be read on screen: the words of a window against the ground that they stand on, as they were painted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from ui.theme.contrast import contrast

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["faint"]

TEXT: Final = 4.5
LARGE: Final = 3.0
LARGE_PIXELS: Final = 24
_WITH_WORDS: Final = (QLabel, QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox)


def words_of(widget: QWidget) -> str:
    """Return the words that a widget shows."""
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText() or widget.placeholderText()
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def faint(root: QWidget) -> Iterator[str]:
    """Yield what is written in too little contrast: its words, the two colours and their ratio (WCAG 2.2).

    The ground is the colour that most of the widget has; the ink the one that stands out most from it, since the edges
    of letters are mixed. What cannot be used may be faint.
    """
    picture = root.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, _WITH_WORDS) or not widget.isVisible() or not widget.isEnabled():
            continue
        seen = widget.visibleRegion().boundingRect()
        if not words_of(widget).strip() or seen.height() < widget.height() // 2 or seen.isEmpty():
            continue  # scrolled out of sight, but for an edge
        part = picture.copy(seen.translated(widget.mapTo(root, seen.topLeft()) - seen.topLeft()))
        colours = Counter(memoryview(part.constBits()).cast("I"))
        ground = _written(colours.most_common(1)[0][0])
        ink = max(map(_written, colours), key=lambda colour: contrast(colour, ground))
        needed = LARGE if widget.font().pixelSize() >= LARGE_PIXELS else TEXT
        if (ratio := contrast(ink, ground)) < needed:
            yield f"{type(widget).__name__} {words_of(widget)[:40]!r}: {ink} on {ground} is {ratio:.2f}"


def _written(pixel: int) -> str:
    return f"#{pixel & 0xFFFFFF:06x}"
