"""Where a person can go, and what every page is given: ``Target``, ``PageContext`` and ``Page``.

How a page is written::

    class CasePage(Page):
        def __init__(self, context: PageContext, *, case: str, part: str | None = None) -> None:
            super().__init__(context)
            self.heading = tr("Case")                 # last crumb; never put a name in a window title
            ...
            self.body.addWidget(...)                  # a vertical layout with the page's margins

* The constructor takes the context, then by keyword the fields of its :class:`Target` that are set
  (``case``, ``assessment``, ``path``, ``cursor``, ``part``). Give defaults to those that may be missing.
* **Read** on the UI thread through ``context.at`` (a read-only ``Workplace``): ``desk.caseload.cases(context.at)``.
* **Write** with ``context.operations.run(act, *args, on_done=…, on_error=…)``: the act runs on the worker thread
  with the writing ``Workplace`` as its first argument. An error without ``on_error`` becomes a notice.
* **Hear** of every change through :meth:`Page.on_change`; ``mine`` is true when this very page ran the act
  (pass ``by=self`` to ``run``), so that the field being typed in is left alone.
* **Go** somewhere with ``context.navigate(Target("assessment", case=…, assessment=…, path="M05.impact"))``.
* **Say** something with ``context.notices.say/done/warn/error``: the bar at the top, which never takes the focus.
* **Lock** calls :meth:`Page.seal` and then :meth:`Page.place`: neither may ask, wait or open anything.

A page that is already on screen for the same case and assessment is asked :meth:`Page.show_target` first;
only if it answers ``False`` is a new one built. Pages are strangers to each other: never import another page.
The page table (name → class path, imported when first shown) is ``PAGES`` in ``ui/app.py``.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.desk.access import OpenedVault
    from hsb_assess.desk.workplace import Change, Workplace
    from ui.computer.base import Computer
    from ui.notices import Notices
    from ui.operations import Operations
    from ui.theme.appearance import Appearance

__all__ = ["PAGE_NAMES", "KeyLine", "Page", "PageContext", "Target"]

PAGE_NAMES = (
    "unlock",
    "first_run",
    "caseload",
    "packages",
    "case",
    "assessment",
    "sense",
    "check",
    "review",
    "documents",
    "settings",
    "history",
    "compare",
    "between",
    "audit",
    "keeping",
    "erasures",
    "search",
    "family",
    "chronology",
    "grid",
    "visit",
    "tonight",
    "voice",
    "beside",
    "help",
    "older",
)


@dataclass(frozen=True)
class Target:
    """A place in the app: a page, and what it shows.

    ``path`` is a question path (``M03.incidents[ROW].band``), ``cursor`` the caret in it, ``part`` a page's own
    part (a tab, a document's hash, a settings group).
    """

    page: str
    case: str | None = None
    assessment: str | None = None
    path: str | None = None
    cursor: int | None = None
    part: str | None = None

    def keywords(self) -> dict[str, str | int]:
        """Return the fields that are set, without ``page``: the keywords of the page's constructor."""
        values = {field.name: getattr(self, field.name) for field in fields(self) if field.name != "page"}
        return {name: value for name, value in values.items() if value is not None}

    def same_page(self, other: Target) -> bool:
        """Say whether ``other`` is on the same page of the same case and assessment."""
        mine = (self.page, self.case, self.assessment)
        return mine == (other.page, other.case, other.assessment)

    def at(self, *, path: str | None, cursor: int | None = None) -> Target:
        """Return the same page at another question."""
        return replace(self, path=path, cursor=cursor)


@dataclass(frozen=True)
class KeyLine:
    """One act that has keys: where it stands (a menu or a page), its words, its keys as this system writes them."""

    menu: str
    words: str
    keys: tuple[str, ...]


@dataclass(frozen=True)
class PageContext:
    """What a page may use. One is made after each unlock, in ``ui/app.py``.

    ``at`` is the read-only ``Workplace`` of the UI thread. Nothing that takes longer than a few milliseconds belongs
    there: use ``operations.read``. ``appearance`` is the theme and the text size, ``computer`` what locks by itself,
    ``add_event`` opens the panel that adds to the chronology of the case on screen.
    ``take_back`` takes an act back that was done last. ``keys`` every key that there is. ``ahead`` takes a step of up to a tenth of a second that can be done while nobody
    types, such as building what is looked at next; a step may come when its page is gone.
    """

    at: Workplace
    vault: OpenedVault
    operations: Operations
    notices: Notices
    navigate: Callable[[Target], None]
    appearance: Appearance
    computer: Computer
    lock: Callable[[], object] = lambda: None
    back: Callable[[], object] = lambda: None
    add_event: Callable[[], object] = lambda: None
    take_back: Callable[[Change], object] = lambda _change: None
    keys: Callable[[], tuple[KeyLine, ...]] = tuple
    ahead: Callable[[Callable[[], object]], object] = lambda _step: None


class Page(QWidget):
    """A page of the app: a widget with a scrollable ``body`` of its own making and four hooks for the shell."""

    heading: str = ""
    """The page's name in the breadcrumb and to a screen reader: what the page is, never who it is about."""
    alone: bool = False
    """Whether nothing else of the app is on screen with this page: no menu, no navigation, no notice, no status."""

    undoes_filing: str | None = None
    """On a page that is of no assessment, the one in which the Edit menu takes back what was filed from here."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(32, 24, 32, 24)
        self.body.setSpacing(16)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, on=False)

    def seal(self) -> None:
        """Hand every draft to ``operations`` at once. Called at lock, leaving and closing; must not wait or ask."""

    def place(self) -> Target | None:
        """Return where the person is (question and caret), or ``None`` for the target the page was built with."""
        return None

    def is_stale(self) -> bool:
        """Say whether the page shows what is no more (an assessment that moved to another form) and is to be built anew."""
        return False

    def show_target(self, target: Target) -> bool:
        """Move to ``target`` within this page; ``False`` asks the shell for a new page."""
        del target
        return False

    def on_change(self, change: Change, *, mine: bool) -> None:
        """Show what an act changed. ``mine``: this page ran it, so its fields already say so."""

    def first_focus(self) -> QWidget | None:
        """Return what gets the keyboard when the page appears; ``None`` leaves it to Qt's order."""
        return None
