"""Parts that are laid out by how many letters wide they are: anew with every width and every size of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.follows import FollowsTextSize

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    Ground = QWidget
else:
    Ground = object

__all__ = ["FitsRoom", "letters"]

_LEAST_LETTER = 16


def letters(widget: QWidget) -> int:
    """Return how many letters of the application's text stand side by side in a widget."""
    return widget.width() // max(_LEAST_LETTER, QApplication.font().pixelSize())


class FitsRoom(FollowsTextSize, Ground):
    """Stands before a kind of ``QWidget`` among the bases of a class that says in ``_fit`` what goes where."""

    def _fit(self) -> None:
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the new width."""
        super().resizeEvent(event)
        self._fit()

    def follow_text_size(self) -> None:
        """Share out the width for the new size of text."""
        self._fit()
