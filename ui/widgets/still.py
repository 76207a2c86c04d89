"""Lists to pull down and numbers to step that stay as they are while the page under them is scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QSpinBox

from ui.widgets.assisted import Combo

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

__all__ = ["StillCombo", "StillSpin"]

_FEW: Final = 12
"""Letters that a list to pick from shows at least."""


class StillCombo(Combo):
    """A combo box that needs no more room than a few letters."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_FEW)

    def minimumSizeHint(self) -> QSize:
        """Return the room of a few letters; worked out afresh, since Qt keeps the one of the text size before."""
        return QSize(_FEW * self.fontMetrics().averageCharWidth() + 48, self.sizeHint().height())


class StillSpin(QSpinBox):
    """A number to step or to write, which a turned wheel never changes."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()
