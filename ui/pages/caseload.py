"""The caseload: every case, where it stands, what is due and whom it waits on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hsb_assess.desk import caseload
from ui.keys import page_act
from ui.language import tr
from ui.navigation import Page, PageContext, Target
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.empty import EmptyState
from ui.widgets.fields import Field, choice
from ui.widgets.people import sentence
from ui.widgets.tables import Cell, Row, Table
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from hsb_assess.desk.caseload import CaseLine
    from hsb_assess.desk.workplace import Change
    from hsb_assess.domain.errors import HsbAssessError

__all__ = ["CaseloadPage"]

_TONES = {
    "new": "neutral",
    "draft": "information",
    "submitted": "information",
    "returned": "warning",
    "approved": "good",
    "changed_since": "warning",
    "closed": "neutral",
}


_LOW = 30
"""Height of the page in letters of ordinary text below which the alerts are counted, not told."""


class CaseloadPage(Page):
    """A table of cases with search and a filter by state; making a case takes one reference."""

    def __init__(self, context: PageContext, *, part: str | None = None) -> None:
        super().__init__(context)
        self.heading = tr("Caseload")
        self._lines: tuple[CaseLine, ...] = ()
        self._low = False
        head = QHBoxLayout()
        self._title = Heading(tr("Caseload"))
        self.new_button = button(tr("New case"), self.ask_reference, kind="primary", tip="Ctrl+N")
        head.addWidget(self._title, 1)
        head.addWidget(self.new_button)
        self.body.addLayout(head)
        self.new_case = _NewCase(self.open_case, self.first_focus)
        self.new_case.hide()
        self.new_case.closed.connect(self._show_parts)
        self.body.addWidget(self.new_case)
        self.alerts = Card(tone="warning", margin=16)
        self.alerts.hide()
        self.body.addWidget(self.alerts)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find a case"))
        self.search.setAccessibleName(tr("Find a case by reference, name or state"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._refill)
        self.state = choice(
            [
                ("", tr("Every open case")),
                ("draft", tr("Being written")),
                ("submitted", tr("With the supervisor")),
                ("returned", tr("Returned with comments")),
                ("approved", tr("Approved and signed")),
                ("closed", tr("Closed")),
                ("all", tr("Every case, closed ones too")),
            ]
        )
        self.state.setAccessibleName(tr("Show"))
        self.state.currentIndexChanged.connect(self._refill)
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.addWidget(self.search, 1)
        bar.addWidget(self.state)
        self.body.addWidget(self._bar)
        columns = [tr("Reference"), tr("Child"), tr("State"), tr("Waiting on"), tr("Alerts"), tr("Last change")]
        self.table = Table(tr("Cases"), columns, stretch=1, spare=(5,))
        self.table.opened.connect(self._open)
        self.body.addWidget(self.table, 1)
        self._count = Caption("")
        self.body.addWidget(self._count)
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
        self._read()
        if part == "new":
            self.ask_reference()

    def first_focus(self) -> QWidget:
        """Start in the table, or at the button that makes the first case."""
        if not self.new_case.isHidden():
            return self.new_case.reference
        return self.table if self._lines else self.first_button

    def ask_reference(self) -> None:
        """Open the little form for a new case."""
        self.empty.hide()
        self.new_case.open()

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
        self.new_case.refuse(f"{error.what} {error.mend}")

    def _read(self) -> None:
        self._lines = caseload.cases(self.context.at)
        self._show_parts()
        self._show_alerts()
        self._refill()

    def _show_parts(self) -> None:
        some = bool(self._lines)
        for part in (self.table, self._bar, self._count):
            part.setVisible(some)
        self.empty.setVisible(not some and self.new_case.isHidden())
        self.new_button.setVisible(some)
        self._spare.setVisible(not some)

    def _refill(self) -> None:
        wanted, state = self.search.text().casefold(), self.state.currentData()
        shown = [
            line
            for line in self._lines
            if _is_shown(line, state) and wanted in f"{line.ref} {line.name} {line.words} {line.waiting_on}".casefold()
        ]
        self.table.show_rows([_row(line) for line in shown])
        told = tr("1 case") if len(shown) == 1 else tr("{n} cases", n=len(shown))
        if len(shown) != len(self._lines):
            told = tr("{n} of {all} cases", n=len(shown), all=len(self._lines))
        due = sum(line.look_again for line in self._lines)
        looks = tr("Closed cases whose file may be looked at: {n}. Nothing goes by itself.", n=due) if due else ""
        self._count.setText(" ".join(filter(None, (f"{told}.", looks))) if due else told)

    def _show_alerts(self) -> None:
        while (item := self.alerts.body.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        with_alerts = [line for line in self._lines if line.alerts]
        self.alerts.setVisible(bool(with_alerts))
        if with_alerts:
            self.alerts.body.addWidget(Heading(tr("Tonight"), 3))
        letter = max(16, QApplication.font().pixelSize())
        self._low = self.height() // letter < _LOW
        if self._low:  # the list needs the room; its column of alerts says where they are
            count, cases = sum(len(line.alerts) for line in with_alerts), len(with_alerts)
            told = tr("Alerts: {n}, in {cases} of the cases below.", n=count, cases=cases)
            self.alerts.body.addWidget(Paragraph(told))
            return
        for line in with_alerts:
            for message in line.alerts[:3]:
                self.alerts.body.addWidget(Paragraph(f"{line.ref}: {message}"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say what stands tonight at the length there is room for."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Follow the text size."""
        if event.type() == QEvent.Type.ApplicationFontChange:
            QTimer.singleShot(0, self, self._fit)
        return super().event(event)

    def _fit(self) -> None:
        letter = max(16, QApplication.font().pixelSize())
        if (self.height() // letter < _LOW) is not self._low:
            self._show_alerts()

    def _open(self, case: str) -> None:
        self.context.navigate(Target("case", case=case))


def _is_shown(line: CaseLine, state: str) -> bool:
    """Say whether a case is listed: closed ones only where they are asked for."""
    return state == "all" or (line.state == state if state else line.state != "closed")


def _row(line: CaseLine) -> Row:
    count = len(line.alerts)
    alerts = Cell(tr("None"))
    if count:
        alerts = Cell(tr("1 alert") if count == 1 else tr("{n} alerts", n=count), tone="warning")
    return Row(
        line.case,
        (
            Cell(line.ref, bold=True),
            Cell(line.name or tr("Not named yet")),
            Cell(line.words, tone=_TONES.get(line.state, "neutral")),
            Cell(sentence(line.waiting_on) or tr("Nobody")),
            alerts,
            Cell(_day(line.changed), sort=line.changed),
        ),
    )


def _day(stamp: str) -> str:
    from datetime import datetime

    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return ""
    return f"{moment.day} {moment:%b %Y}"


class _NewCase(Card):
    """One field and two buttons; Escape closes it and gives the keyboard back."""

    closed = Signal()

    def __init__(self, create: Callable[[str], None], back_to: Callable[[], QWidget]) -> None:
        super().__init__()
        self._create, self._back_to = create, back_to
        self.reference = QLineEdit()
        self.reference.setMaxLength(60)
        self.reference.returnPressed.connect(self._go)
        self._field = Field(
            tr("Reference of the case"),
            self.reference,
            hint=tr("The one your service uses. It stands on every page of every document; do not use a name."),
        )
        inner = QVBoxLayout()
        inner.addWidget(self._field)
        inner.addLayout(
            button_row(
                button(tr("Open the case"), self._go, kind="primary"),
                button(tr("Cancel"), self.close_form, kind="quiet"),
            )
        )
        self.body.addLayout(inner)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_form)

    def open(self) -> None:
        """Show the form and put the keyboard into it."""
        self.show()
        self.reference.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        """Hide the form and empty it."""
        self.reference.clear()
        self._field.set_fault("")
        self.hide()
        self.closed.emit()
        self._back_to().setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, words: str) -> None:
        """Say at the field why no case was opened."""
        self._field.set_fault(words)
        self.reference.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self) -> None:
        self._create(self.reference.text())
