"""The breadcrumb: where this page stands, each earlier part a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.language import tr
from ui.theme.shapes import chevron
from ui.theme.style import tokens_of
from ui.widgets.errors import link
from ui.widgets.text import Scaled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["Crumbs"]


class _Chevron(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(16, 24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        del event
        chevron(QPainter(self), QRectF(self.rect()), tokens_of(self).muted, "right", 1.6)


class Crumbs(QWidget):
    """Shows ``(words, go)`` parts; the last one, where you are, is not a link."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("You are here"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(28, 8, 24, 0)
        self._row.setSpacing(2)
        self._parts: tuple[str, ...] = ()

    def show_parts(self, parts: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Show other parts."""
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._parts = tuple(words for words, _ in parts)
        for words, go in parts[:-1]:
            self._row.addWidget(link(words, go), 0, Qt.AlignmentFlag.AlignVCenter)
            self._row.addWidget(_Chevron())
        if parts:
            here = Scaled(parts[-1][0], 1.0, bold=True)
            here.setContentsMargins(8, 0, 0, 0)
            here.setWordWrap(False)
            self._row.addWidget(here)
        self._row.addStretch(1)

    def words(self) -> tuple[str, ...]:
        """Return the words of the parts."""
        return self._parts
