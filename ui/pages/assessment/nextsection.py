"""Builds the section that comes next while somebody is with this one, so that going on shows it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect
from shiboken6 import isValid

if TYPE_CHECKING:
    from ui.pages.assessment.page import AssessmentPage

__all__ = ["NextSection"]


class NextSection(QObject):
    """Waits for a quiet moment of the app, and for all of what is on screen."""

    def __init__(self, page: AssessmentPage) -> None:
        super().__init__(page)
        self._page = page

    def soon(self) -> None:
        """Build it when there is a moment."""
        self._page.context.ahead(self._build)

    def _build(self) -> None:
        page = self._page
        if not isValid(self) or not page.isVisible():
            return
        if any(each.isVisible() for each in page.form.unfinished):
            self.soon()
            return
        name = page.beside(1)
        if name and name not in page.views:
            view = page.build(name)
            view.resize(page.stack.size())
            view.grab(QRect(0, 0, 1, 1))  # gives everything in it its style and its place, which is half of showing it
