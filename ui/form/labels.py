"""Small labels that every part of a form uses: wrapped, quiet, or naming a field."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme.shapes import SPARE
from ui.widgets.buttons import PushButton

__all__ = ["SmallButton", "label_for", "plain", "put_away", "quiet"]

_BESIDE = 10


def plain(text: str, *, bold: bool = False) -> QLabel:
    """Return a wrapped label of plain text; ``bold`` is for questions and headings of groups."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    # Controls keep this much around their face for the focus ring; words stand above the face, not the ring.
    label.setContentsMargins(SPARE, 0, 0, 0)
    if bold:
        font = label.font()
        font.setBold(True)
        label.setFont(font)
    return label


def quiet(text: str) -> QLabel:
    """Return a wrapped label in the palette's muted text colour."""
    label = plain(text)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def label_for(text: str, widget: QWidget) -> QLabel:
    """Return a short label that names ``widget`` to a screen reader as well."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setBuddy(widget)
    if not widget.accessibleName():
        widget.setAccessibleName(text)
    return label


class SmallButton(PushButton):
    """A quiet button that stands close to the field it belongs to."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setProperty("kind", "quiet")

    def sizeHint(self) -> QSize:
        """Be no wider than the words and a little."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2 * _BESIDE, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return self.sizeHint()


def put_away(widget: QWidget, *, shown: bool) -> None:
    """Hide a widget that is not to be seen yet.

    Before it has a parent, a widget must not be *shown*: Qt would open a window for it.
    """
    if not shown:
        widget.hide()
