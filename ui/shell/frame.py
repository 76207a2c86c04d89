"""The frame of an unlocked vault: navigation, breadcrumb, notices, the page, and the status line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.navigation import Page, Target
from ui.shell.crumbs import Crumbs
from ui.shell.navigation import Navigator
from ui.shell.noticeplace import NoticePlace
from ui.shell.sidebar import CASE_PAGES, Sidebar, page_words
from ui.shell.statusline import StatusLine
from ui.widgets.notices import NoticeBar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from ui.navigation import PageContext
    from ui.notices import Notices
    from ui.shell.adding import EventPanel

__all__ = ["Frame"]

_OF_CASE = frozenset({"case", "visit", "voice", "beside", "tonight", "keeping", "between"})
"""Pages that need an open case and no assessment."""


class Frame(QWidget):
    """``case_facts`` gives a case's reference and its newest assessment, for the breadcrumb and the navigation."""

    def __init__(
        self,
        pages: Mapping[str, str],
        notices: Notices,
        *,
        worker: str,
        role: str,
        fact: str,
        lock: Callable[[], object],
        case_facts: Callable[[str], tuple[str, str | None]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lock, self._case_facts = lock, case_facts
        self._case: str | None = None
        self._assessment: str | None = None
        self.sidebar = Sidebar(worker, role)
        self.sidebar.chosen.connect(self.choose)
        self.crumbs = Crumbs()
        self.notices = NoticeBar(notices)
        self.context: PageContext | None = None
        self.panel: EventPanel | None = None
        """What stands above the page for a while and leaves it as it is."""
        self.stack = QStackedWidget()
        self.status = StatusLine(fact)
        self.navigator = Navigator(pages, self.stack, self)
        self.navigator.moved.connect(self._moved)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.crumbs)
        self._panels = QWidget()
        self._above = QVBoxLayout(self._panels)
        self._above.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(self._panels)
        middle.addWidget(self.stack, 1)
        middle.addWidget(self.status)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.sidebar)
        across.addLayout(middle, 1)
        self._place = NoticePlace(self.notices, self, self._notice_room)

    def _notice_room(self) -> QRect:
        """Return the part of the window that a notice may lie over: the page, not its breadcrumb nor the save state."""
        return self.stack.geometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the width."""
        super().resizeEvent(event)
        self.sidebar.fit(self.width())
        self._fit_panel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape dismiss a notice, where nothing that has the keyboard takes the key for itself."""
        if event.key() == Qt.Key.Key_Escape and self.notices.isVisible():
            self.notices.dismiss()
        else:
            super().keyPressEvent(event)

    @property
    def case(self) -> str | None:
        """The case that is open."""
        return self._case

    @property
    def assessment(self) -> str | None:
        """The assessment that is open, or the newest of the open case."""
        return self._assessment

    def show_panel(self, panel: EventPanel | None) -> None:
        """Show ``panel`` above the page, in place of the one before, which is hidden; ``None`` shows none."""
        if self.panel is not None and self.panel is not panel:
            self.panel.hide()
            self._above.removeWidget(self.panel)
        self.panel = panel
        if panel is not None:
            self._above.addWidget(panel)
            panel.show()
            self._fit_panel()

    def _fit_panel(self) -> None:
        if self.panel is not None:
            self.panel.fit(self.height())

    def start(self, context: PageContext, place: Target | None) -> None:
        """Show where the person was, or the caseload."""
        self.context = context
        self.navigator.start(context)
        context.operations.state_changed.connect(self.status.show_state)
        context.operations.failed.connect(context.notices.error)
        self.navigator.go(place or Target("caseload"))

    def reaches(self, page: str) -> bool:
        """Say whether a page can be gone to as things stand: a part of a case needs an open one."""
        if page in CASE_PAGES:
            return self._case is not None and (page in _OF_CASE or self._assessment is not None)
        return page not in _OF_CASE or self._case is not None

    def choose(self, page: str) -> None:
        """Go where a row of the navigation or a menu leads; parts of a case need an open one."""
        if page == "lock":
            self._lock()
        elif page in CASE_PAGES or page in _OF_CASE:
            if self.reaches(page):
                assessment = None if page in _OF_CASE else self._assessment
                self.navigator.go(Target(page, case=self._case, assessment=assessment))
        elif page == "search":
            self.navigator.go(Target(page, case=self._case))
        else:
            self.navigator.go(Target(page))

    def next_region(self, *, forwards: bool) -> None:
        """Move the keyboard between navigation, page, and what stands above or over it (F6)."""
        panel, notices = self.panel, self.notices
        regions: list[tuple[QWidget, Callable[[], QWidget]]] = [
            (self.sidebar, self.sidebar.first),
            (self.stack, self.page_start),  # asked only where it is gone to: a page may take the keyboard to say it
        ]
        if panel is not None:
            regions.insert(1, (panel, lambda: _first_in(panel)))
        if notices.isVisible():
            regions.append((notices, notices.first))
        now = self.focusWidget()
        inside = [n for n, (region, _) in enumerate(regions) if region.isAncestorOf(now)]
        at = inside[0] if inside else 0
        regions[(at + (1 if forwards else -1)) % len(regions)][1]().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def page_start(self) -> QWidget:
        """Return where the keyboard starts on the page."""
        page = self.navigator.page
        wanted = page.first_focus() if isinstance(page, Page) else None
        if wanted is not None:
            return wanted
        return self.stack if page is None else _first_in(page)

    def _moved(self, target: Target) -> None:
        if target.case is not None and target.case != self._case:
            self._assessment = None
        if target.page == "caseload":
            self._case = self._assessment = None
        ref = None
        if target.case is not None:
            self._case = target.case
        if self._case is not None:
            ref, newest = self._case_facts(self._case)
            self._assessment = target.assessment or self._assessment or newest
        self.sidebar.show_place(target.page, ref, assessment=self._assessment is not None)
        page = self.navigator.page
        here = (page.heading if isinstance(page, Page) else "") or page_words(target.page)
        parts: list[tuple[str, Callable[[], object]]] = []
        if target.page not in {"caseload", "settings", "help"}:
            parts.append((page_words("caseload"), lambda: self.choose("caseload")))
        if target.case is not None and target.page != "case":
            parts.append((ref or page_words("case"), lambda: self.choose("case")))
        parts.append((ref or here if target.page == "case" else here, lambda: None))
        self.crumbs.show_parts(parts)
        alone = isinstance(page, Page) and page.alone
        self.crumbs.setVisible(len(parts) > 1 and not alone)
        for part in (self.sidebar, self._panels, self.status):
            part.setVisible(not alone)
        self.notices.keep_back(away=alone)


def _first_in(page: QWidget) -> QWidget:
    """Return the first part of a page that Tab goes to, the page itself where there is none."""
    found = page.nextInFocusChain()
    while found is not None and found is not page and not _takes_tab(found, page):
        found = found.nextInFocusChain()
    return found or page


def _takes_tab(widget: QWidget, page: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisibleTo(page)
