"""Making sense: what is recorded as a board, as levels, as a safety plan by setting, and as a support plan on its days.

Nothing is answered here: everything opens its question. Each view has a table that says the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QTabWidget, QWidget

from hsb_assess.desk.makingsense import making_sense
from ui.language import tr
from ui.navigation import Page, PageContext, Target
from ui.pages.sense.board import BoardView
from ui.pages.sense.viewed import Viewed
from ui.widgets.buttons import button
from ui.widgets.cards import Column
from ui.widgets.empty import EmptyState
from ui.widgets.text import Caption, Heading

if TYPE_CHECKING:
    from hsb_assess.desk.makingsense import Sense
    from hsb_assess.desk.workplace import Change
    from hsb_assess.domain.errors import HsbAssessError
    from ui.pages.sense.view import View

__all__ = ["PARTS", "SensePage"]

PARTS: Final = ("board", "levels", "safety", "support")
_QUIET: Final = frozenset({"draft_kept"})
"""Acts after which everything stands as it stood."""


class SensePage(Page):
    """A tab for each view; ``part`` names the one to show. Views are built when they are first shown."""

    def __init__(self, context: PageContext, *, case: str, assessment: str, part: str | None = None) -> None:
        super().__init__(context)
        self.heading = tr("Making sense")
        self.case, self.assessment = case, assessment
        self.sense: Sense | None = None
        self.viewed: Viewed | None = None
        self.views: dict[str, View | EmptyState] = {}
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(Heading(tr("Making sense")), 1)
        self.as_tables = QCheckBox(tr("As tables"))
        self.as_tables.setAccessibleDescription(tr("Shows each drawing as a table that says the same."))
        self.as_tables.setChecked(QAccessible.isActive())
        head.addWidget(self.as_tables)
        self.body.addLayout(head)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.columns: dict[str, Column] = {}
        for name, words in zip(
            PARTS, (tr("Formulation"), tr("Levels"), tr("Safety plan"), tr("Support plan")), strict=True
        ):
            column = Column(width=1080)
            column.body.setContentsMargins(0, 20, 0, 24)
            self.columns[name] = column
            self.tabs.addTab(column, words)
        self.body.addWidget(self.tabs, 1)
        if part in PARTS:
            self.tabs.setCurrentIndex(PARTS.index(part))
        self.waiting = Caption(tr("Reading what is recorded…"))
        self.columns[self._part()].body.addWidget(self.waiting)
        self.tabs.currentChanged.connect(lambda _at: self._show())
        self.as_tables.toggled.connect(lambda _on: self._build_anew())
        self._read()

    # -- reading ---------------------------------------------------------------------------------------------

    def _read(self) -> None:
        self.context.operations.look(making_sense, self.assessment, on_done=self._take, on_error=self._refused)

    def _take(self, sense: Sense) -> None:
        if shiboken6.isValid(self):
            self.sense = sense
            self._build_anew()

    def _refused(self, error: HsbAssessError) -> None:
        if shiboken6.isValid(self):
            self.waiting.hide()
            self.context.notices.error(error)

    # -- showing ---------------------------------------------------------------------------------------------

    def _part(self) -> str:
        return PARTS[self.tabs.currentIndex()]

    def _build_anew(self) -> None:
        """Build the view on screen from what was read; the others when they are shown."""
        if self.sense is None:
            return
        before, self.viewed = (
            self.viewed,
            Viewed(self.sense, self.go, self.see_thread, tables=self.as_tables.isChecked()),
        )
        if before is not None:
            kept = before.chosen in self.sense.board.web.beads
            self.viewed.chosen, self.viewed.unfolded = before.chosen if kept else "", before.unfolded
        for column in self.columns.values():
            while (item := column.body.takeAt(0)) is not None:
                if (old := item.widget()) is not None:
                    old.hide()
                    old.deleteLater()
        self.views.clear()
        self._show()

    def _show(self) -> None:
        part = self._part()
        if self.viewed is None or part in self.views:
            return
        made = self.views[part] = self._made(part, self.viewed)
        self.columns[part].body.addWidget(made)
        self.columns[part].body.addStretch(1)

    def _made(self, part: str, viewed: Viewed) -> View | EmptyState:
        sense = viewed.sense
        begun = {
            "board": sense.board.begun,
            "levels": sense.levels.begun,
            "safety": bool(sense.safety.settings),
            "support": bool(sense.support.steps),
        }
        if not begun[part]:
            return self._empty(part)
        if part == "board":
            return BoardView(viewed)
        if part == "levels":
            from ui.pages.sense.levels import LevelsView

            return LevelsView(viewed)
        if part == "safety":
            from ui.pages.sense.safety import SafetyView

            return SafetyView(viewed)
        from ui.pages.sense.support import SupportView

        return SupportView(viewed)

    def _empty(self, part: str) -> EmptyState:
        """Return what will stand here, and the way to where it is written."""
        empty = {
            "board": (
                "M18",
                tr("Nothing to put on the board yet"),
                tr(
                    "The board shows what is written under Making sense: each part with its evidence, other explanations beside it, and "
                    "the thread from what is known to what gets better."
                ),
            ),
            "levels": (
                "M19",
                tr("No level is written yet"),
                tr("Concerns in words, needs and strengths stand here in three displays that are never added up."),
            ),
            "safety": (
                "M20",
                tr("No setting has a safety plan yet"),
                tr("Each place or time has its row here: what protects, who does it, until when, and what is missing."),
            ),
            "support": (
                "M21",
                tr("No action is planned yet"),
                tr(
                    "Actions stand here on a line of weeks or months: when they begin, how long they last, which overlap."
                ),
            ),
        }
        module, title, words = empty[part]
        asked = self.sense is not None and self.sense.reading.engine.visible(module)
        if not asked:
            words = f"{words} {tr('At present this assessment does not ask for it; a fuller one does.')}"
        go = button(
            tr("Go to its questions") if asked else tr("Go to the assessment"),
            lambda: self.go(module if asked else None),
        )
        return EmptyState(title, words, go)

    # -- going -----------------------------------------------------------------------------------------------

    def go(self, path: str | None) -> None:
        """Open a question in the assessment."""
        self.context.navigate(Target("assessment", case=self.case, assessment=self.assessment, path=path))

    def see_thread(self, key: str) -> None:
        """Show the thread of a bead on the board."""
        self.tabs.setCurrentIndex(PARTS.index("board"))
        view = self.views["board"]
        if isinstance(view, BoardView):
            view.show_thread(key)

    def place(self) -> Target:
        """Return the view that is shown."""
        return Target("sense", case=self.case, assessment=self.assessment, part=self._part())

    def show_target(self, target: Target) -> bool:
        """Show another view."""
        if target.part in PARTS:
            self.tabs.setCurrentIndex(PARTS.index(target.part))
        return True

    def first_focus(self) -> QWidget:
        """Start at the tabs."""
        return self.tabs.tabBar()

    def on_change(self, change: Change, *, mine: bool) -> None:
        """Read again what others recorded meanwhile."""
        if change.case == self.case and not mine and change.act not in _QUIET:
            self._read()
