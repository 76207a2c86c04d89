"""Finds words that do not fit where they stand: cut at the end of a line, below, or beyond the edge of what scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["cut"]

SPARE = 2
"""Pixels of blank that a letter has around it."""


def cut(root: QWidget) -> Iterator[str]:
    """Yield each label and button below ``root``, on screen, whose words do not fit: what it is, its words, and how."""
    for each in root.findChildren(QWidget):
        if not each.isVisible() or not isinstance(each, QLabel | QPushButton | QCheckBox | QRadioButton):
            continue
        words = " ".join(each.text().replace("&", "").split())
        if not any(letter.isalnum() for letter in words):
            continue
        if (how := _how(each)) is not None:
            yield f"{type(each).__name__} {words[:60]!r}: {how}"


def _how(widget: QLabel | QAbstractButton) -> str | None:
    wraps = widget.hasHeightForWidth()
    if wraps and widget.height() + SPARE < widget.heightForWidth(widget.width()):
        return f"{widget.height()} high, {widget.heightForWidth(widget.width())} wanted"
    if not wraps and _one_line(widget) > widget.width() + SPARE:
        return f"{widget.width()} wide, {_one_line(widget)} wanted"
    if isinstance(widget, QLabel) and wraps and _longest_word(widget) > widget.width() + SPARE:
        return f"{widget.width()} wide, its longest word {_longest_word(widget)}"
    view = _view(widget)
    left = widget.mapTo(view, QPoint(0, 0)).x()
    if left < -SPARE or left + widget.width() > view.width() + SPARE:
        return f"beyond the edge: {left} to {left + widget.width()} of {view.width()}"
    return None


def _one_line(widget: QLabel | QAbstractButton) -> int:
    if isinstance(widget, QLabel) and widget.textFormat() == Qt.TextFormat.RichText:
        return widget.sizeHint().width()
    lines = widget.text().replace("&", "").splitlines() or [""]
    return max(widget.fontMetrics().horizontalAdvance(line) for line in lines)


def _longest_word(label: QLabel) -> int:
    if label.textFormat() == Qt.TextFormat.RichText or "<" in label.text():
        return 0
    return max((label.fontMetrics().horizontalAdvance(word) for word in label.text().split()), default=0)


def _view(widget: QWidget) -> QWidget:
    """Return what a widget can be seen in: the window, or the area that scrolls up and down but not sideways."""
    above = widget.parentWidget()
    while above is not None:
        area = above.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is above:
            return widget.parentWidget() if area.horizontalScrollBar().maximum() > 0 else above
        if above.isWindow():
            return above
        above = area
    return widget
