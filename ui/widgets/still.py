"""A list to pull down that stays as it is while the page under it is scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox

from ui.widgets.assisted import Combo

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

__all__ = ["StillCombo"]

_FEW: Final = 12
"""Letters that a list to pick from shows at least."""


class StillCombo(Combo):
    """A combo box that the mouse wheel does not change while the page is scrolled."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_FEW)

    def minimumSizeHint(self) -> QSize:
        """Return the room of a few letters; worked out afresh, since Qt keeps the one of the text size before."""
        return QSize(_FEW * self.fontMetrics().averageCharWidth() + 48, self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()
