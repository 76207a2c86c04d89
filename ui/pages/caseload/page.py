"""The caseload: a table of cases that can be searched, narrowed, put in order and walked by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from shiboken6 import isValid

from hsb_assess.desk import caseload, opening
from ui.keys import page_act
from ui.language import sentence, tr
from ui.navigation import Page, PageContext, Target
from ui.pages.caseload.asking import Asking
from ui.pages.caseload.bar import Bar
from ui.pages.caseload.lines import LOOK, chosen, columns, row
from ui.pages.caseload.tonight import Tonight
from ui.widgets.buttons import button
from ui.widgets.empty import EmptyState
from ui.widgets.tables import Table
from ui.widgets.text import Caption, Heading

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from hsb_assess.desk.caseload import CaseLine
    from hsb_assess.desk.workplace import Change
    from hsb_assess.domain.errors import HsbAssessError
    from ui.pages.caseload.fromfile import FromFile

__all__ = ["CaseloadPage"]


_LOW = 30
"""Height of the page in letters of ordinary text below which the alerts are counted, not told."""


class CaseloadPage(Page):
    """A table of cases with search, views and orders; making a case takes one reference."""

    def __init__(self, context: PageContext, *, part: str | None = None) -> None:
        super().__init__(context)
        self.heading = tr("Caseload")
        self._lines: tuple[CaseLine, ...] = ()
        self._reads_soon = False
        self.from_file: FromFile | None = None  # made when it is first asked for
        head = QHBoxLayout()
        self._title = Heading(tr("Caseload"))
        self.new_button = button(tr("New case"), self.ask_reference, kind="primary", tip="Ctrl+N")
        head.addWidget(self._title, 1)
        head.addWidget(self.new_button)
        self.body.addLayout(head)
        self.new_case = Asking(
            tr("Reference of the case"),
            tr("The one your service uses. It stands on every page of every document; do not use a name."),
            tr("Open the case"),
            self.open_case,
            self.first_focus,
            button(tr("Fill in from a file…"), self.ask_file),
        )
        self.new_case.closed.connect(self._show_parts)
        self.body.addWidget(self.new_case)
        self.tonight = Tonight()
        self.body.addWidget(self.tonight)
        self.bar = Bar(self, context)
        self.search, self.state = self.bar.search, self.bar.state
        self.body.addWidget(self.bar)
        self.body.addWidget(self.bar.naming)
        self.table = Table(tr("Cases"), columns(), stretch=LOOK, spare=(6, 4))
        self.table.opened.connect(self._open)
        self.table.current_changed.connect(self._read_soon)
        self.body.addWidget(self.table, 1)
        self.nothing = EmptyState(
            tr("No case is like this"),
            tr("The cases are all there; what is looked for, or which cases are shown, leaves none of them."),
            button(tr("Show every open case"), self._show_all),
        )
        self.body.addWidget(self.nothing)
        self._count = Caption("")
        self.open_button = button(tr("Open the case"), lambda: self._open(self.table.current_key()))
        self.open_button.setAccessibleDescription(tr("The one that is chosen in the list."))
        foot = QHBoxLayout()
        foot.addWidget(self._count, 1)
        foot.addWidget(self.open_button)
        self.body.addLayout(foot)
        self.first_button = button(tr("Open the first case"), self.ask_reference, kind="primary")
        self.empty = EmptyState(
            tr("No cases yet"),
            tr("A case holds one child. Open one under your service's reference; the name can wait."),
            self.first_button,
        )
        self.body.addWidget(self.empty)
        self._spare = QWidget()
        self.body.addWidget(self._spare, 1)
        page_act(self, "new_case", self.ask_reference)
        page_act(self, "find_case", self.search.setFocus)
        self.bar.changed.connect(self._refill)
        self.tonight.wanted.connect(self._show_alerts)
        self._read()
        if part == "new":
            self.ask_reference()

    def first_focus(self) -> QWidget:
        """Start in the table, or at the button that makes the first case."""
        if not self.new_case.isHidden():
            return self.new_case.line
        if self.from_file is not None and self._takes_in():
            return self.from_file.choose_button
        return self.table if self._lines else self.first_button

    def ask_reference(self) -> None:
        """Open the little form for a new case."""
        self.empty.hide()
        if self.from_file is not None:
            self.from_file.hide()
        self.new_case.open()

    def ask_file(self) -> None:
        """Offer to open a case with the answers of a file, in place of the little form."""
        self.new_case.close_form()
        if self.from_file is None:
            from ui.pages.caseload.fromfile import FromFile

            self.from_file = FromFile(self.context, self.first_focus)
            self.from_file.closed.connect(self._show_parts)
            self.body.insertWidget(self.body.indexOf(self.new_case) + 1, self.from_file)
        self.empty.hide()
        self.from_file.open()

    def _takes_in(self) -> bool:
        return self.from_file is not None and not self.from_file.isHidden()

    def open_case(self, reference: str) -> None:
        """Open a case under ``reference`` and go to it."""
        self.context.operations.run(
            caseload.create_case, reference, on_done=self._created, on_error=self._refused, by=self
        )

    def on_change(self, change: Change, *, mine: bool) -> None:
        """Read the caseload again."""
        del change, mine
        self._read()

    def _created(self, change: Change) -> None:
        self.new_case.close_form()
        if change.created is not None:
            self.context.navigate(Target("case", case=change.created))

    def _refused(self, error: HsbAssessError) -> None:
        self.new_case.refuse(sentence(error))

    def _read(self) -> None:
        self._lines = caseload.cases(self.context.at)
        self.tonight.show_lines(self._lines, briefly=self._is_low())
        self._refill()
        self._show_parts()

    def _show_parts(self) -> None:
        some, found = bool(self._lines), bool(self.table.keys())
        for part in (self.bar, self._count):
            part.setVisible(some)
        self.table.setVisible(some and found)
        self.nothing.setVisible(some and not found)
        self.open_button.setVisible(some and found)
        self.empty.setVisible(not some and self.new_case.isHidden() and not self._takes_in())
        self.new_button.setVisible(some)
        self._spare.setVisible(not (some and found))

    def _refill(self) -> None:
        shown = chosen(self._lines, self.bar.words(), self.bar.show_code(), self.bar.order_code())
        self.table.show_rows([row(line) for line in shown])
        told = tr("1 case") if len(shown) == 1 else tr("{n} cases", n=len(shown))
        if len(shown) != len(self._lines):
            told = tr("{n} of {all} cases", n=len(shown), all=len(self._lines))
        due = sum(line.look_again for line in self._lines)
        looks = tr("Closed cases whose file may be looked at: {n}. Nothing goes by itself.", n=due) if due else ""
        self._count.setText(" ".join(filter(None, (f"{told}.", looks))) if due else told)
        self._show_parts()

    def _read_soon(self, _case: str = "") -> None:
        """Read the case that is chosen when there is a moment: it is the one that is opened next."""
        if not self._reads_soon:
            self._reads_soon = True
            self.context.ahead(self._read_ahead)

    def _read_ahead(self) -> None:
        self._reads_soon = False
        if isValid(self) and self.isVisible() and self.table.current_key():
            opening.look_ahead(self.context.at, self.table.current_key())

    def _is_low(self) -> bool:
        """Say whether the list needs the room in which the alerts would be told."""
        return self.height() // max(16, QApplication.font().pixelSize()) < _LOW

    def _fit(self) -> None:
        if self._is_low() is not self.tonight.is_brief:
            self.tonight.show_lines(self._lines, briefly=self._is_low())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say what stands tonight at the length there is room for."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Follow the text size."""
        if event.type() == QEvent.Type.ApplicationFontChange:
            QTimer.singleShot(0, self, self._fit)
        return super().event(event)

    def _show_alerts(self) -> None:
        self.bar.choose("alerts")
        self.table.setFocus()

    def _show_all(self) -> None:
        self.bar.choose("")
        self.search.setFocus()

    def _open(self, case: str) -> None:
        if not case:  # none is chosen
            self.table.setFocus()
            return
        self.context.navigate(Target("case", case=case))
