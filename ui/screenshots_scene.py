"""What a picture is taken of: a stage of the fictional case, a page, and what somebody did there before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.navigation import Page, Target
    from ui.shell.desktop import Desktop

__all__ = ["Scene", "bottom", "settled"]


def _nothing(_page: Page, _desktop: Desktop) -> None:
    """Leave the page as it opens."""


@dataclass(frozen=True)
class Scene:
    """A picture of ``target`` at ``stage``; ``does`` is done on the page first."""

    stage: str
    name: str
    target: Target
    does: Callable[[Page, Desktop], None] = _nothing


def bottom(page: Page, _desktop: Desktop) -> None:
    """Scroll the page to its end."""
    from PySide6.QtWidgets import QScrollArea

    for area in page.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())


def settled(page: Page) -> None:
    """Wait until nothing is under way."""
    from PySide6.QtCore import QDeadlineTimer
    from PySide6.QtWidgets import QApplication

    end = QDeadlineTimer(20_000)
    while page.context.operations.busy() and not end.hasExpired():
        QApplication.processEvents()
