"""Going from page to page: pages built when first shown, one alive at a time, and a way back.

Pages import ``Target``, ``PageContext`` and ``Page`` from :mod:`ui.navigation`, which lies below them; this
module is the shell's own side of it.
"""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

from ui.navigation import PAGE_NAMES, Page, PageContext, Target
from ui.widgets.place import keyboard_kept

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hsb_assess.desk.workplace import Change

__all__ = ["PAGE_NAMES", "Navigator", "Page", "PageContext", "Target", "load_page"]

HISTORY = 50
_GOES_ON = "assessment"
"""The page whose place is kept while the vault is open: nobody looks for their question again."""
_NOT_SHOWN = frozenset({"draft_kept"})
"""Acts of others that no page shows: what is typed into a panel beside the page comes ten times a second."""


def load_page(pages: Mapping[str, str], name: str) -> type[QWidget]:
    """Import the class of page ``name`` from the page table (``"ui.pages.case:CasePage"``)."""
    module, _, attribute = pages[name].partition(":")
    found = getattr(import_module(module), attribute)
    if not (isinstance(found, type) and issubclass(found, QWidget)):
        raise TypeError(name)
    return found


class Navigator(QObject):
    """Shows targets in ``stack``. ``moved`` tells the target that is now on screen."""

    moved = Signal(object)

    def __init__(self, pages: Mapping[str, str], stack: QStackedWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages, self._stack = pages, stack
        self._context: PageContext | None = None
        self._back: list[Target] = []
        self._forward: list[Target] = []
        self._left: dict[tuple[str | None, str | None], Target] = {}
        self.target: Target | None = None
        self.page: QWidget | None = None

    def start(self, context: PageContext) -> None:
        """Use ``context`` for every page from here on."""
        self._context = context
        context.operations.changed.connect(self._changed)

    def go(self, target: Target) -> None:
        """Show ``target`` and remember where we were; an assessment goes on at the question where it was left."""
        if (
            target.page == _GOES_ON
            and target.path is None
            and (self.target is None or not self.target.same_page(target))
        ):
            target = self._left.get((target.case, target.assessment), target)
        if self.target is not None and target != self.target:
            self._back = [*self._back[-HISTORY:], self.here() or self.target]
            self._forward = []
        self._show(target)

    def back(self) -> None:
        """Go where we came from."""
        if self._back and self.target is not None:
            self._forward.append(self.here() or self.target)
            self._show(self._back.pop())

    def forward(self) -> None:
        """Undo one ``back``."""
        if self._forward and self.target is not None:
            self._back.append(self.here() or self.target)
            self._show(self._forward.pop())

    def here(self) -> Target | None:
        """Return where the person is, as exactly as the page can say."""
        if isinstance(self.page, Page):
            return self.page.place() or self.target
        return self.target

    def seal(self) -> None:
        """Have the page on screen hand over what is being typed."""
        if isinstance(self.page, Page):
            self.page.seal()

    def _show(self, target: Target) -> None:
        if self._context is None:
            return
        here = self.target
        stays = here is not None and isinstance(self.page, Page) and here.same_page(target) and not self.page.is_stale()
        if stays and isinstance(self.page, Page) and (target == here or self.page.show_target(target)):
            self.target = target
            self.moved.emit(target)
            return
        left = self.here()
        if left is not None and left.page == _GOES_ON:
            self._left[left.case, left.assessment] = left
        self.seal()
        made = load_page(self._pages, target.page)(self._context, **target.keywords())  # type: ignore[arg-type]  # each page has keywords of its own
        self._put(made, target)

    def _put(self, made: QWidget, target: Target) -> None:
        old = self.page
        self.page, self.target = made, replace(target, cursor=None)
        self._stack.addWidget(made)
        self._stack.setCurrentWidget(made)
        if old is not None:
            self._stack.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.moved.emit(target)
        focus = made.first_focus() if isinstance(made, Page) else None
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        elif target.path is None:
            made.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, change: Change, by: QObject | None) -> None:
        if change.act == "case_erased":  # there is no way back to what is not there any more
            self._back = [each for each in self._back if each.case != change.case]
            self._forward = [each for each in self._forward if each.case != change.case]
            self._left = {key: each for key, each in self._left.items() if each.case != change.case}
        page = self.page
        if isinstance(page, Page):
            # Whoever ran the act may be gone by now: an answer is sealed in the moment in which its page is left.
            mine = by is page or (isinstance(by, QWidget) and isValid(by) and page.isAncestorOf(by))
            if mine or change.act not in _NOT_SHOWN:
                with keyboard_kept(page, page.first_focus):
                    page.on_change(change, mine=mine)
