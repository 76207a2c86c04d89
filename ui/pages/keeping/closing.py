"""Closing a case and opening it again; what is still open stands above the button and is in nobody's way."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from hsb_assess.desk import closing
from hsb_assess.domain.roles import Role
from ui.form.keptwords import day_words
from ui.language import tr
from ui.navigation import Target
from ui.pages.keeping.fields import ActCard, Day, Reason
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.errors import link
from ui.widgets.fields import Field, choice
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hsb_assess.desk.closed import Closing
    from hsb_assess.desk.closing import OpenEnd
    from hsb_assess.desk.keeping import Keeping
    from ui.navigation import Page

__all__ = ["ClosingCard"]

_MOST = 12


class ClosingCard(ActCard):
    """Outcome, reason and day; a closed case says them, and can be opened again."""

    def __init__(self, page: Page, found: Keeping, names: Mapping[str, str]) -> None:
        super().__init__(page)
        self.case = found.case
        may = self.context.at.role != Role.SUPERVISOR
        self.outcomes = closing.outcome_words(self.context.at)
        if found.closing is not None:
            self._closed(found.closing, names, may=may)
        else:
            self._open(may=may)

    def _closed(self, closed: Closing, names: Mapping[str, str], *, may: bool) -> None:
        self.body.addWidget(Heading(tr("Closed"), 2))
        outcome = self.outcomes.get(closed.outcome, closed.outcome)
        who, day = names.get(closed.by, tr("somebody")), day_words(closed.on)
        self.body.addWidget(Paragraph(tr("Closed on {day} by {who}: {outcome}.", day=day, who=who, outcome=outcome)))
        self.body.addWidget(Paragraph(closed.why))
        self.body.addWidget(
            Caption(
                tr("Everything in it can be read; nothing is written in it, and its clocks stand still since that day.")
            )
        )
        if may:
            self.reason = Reason(tr("Why is it opened again?"))
            self.go_button = button(tr("Open it again"), self.reopen)
            self.body.addWidget(self.reason)
            self.body.addLayout(button_row(self.go_button))

    def _open(self, *, may: bool) -> None:
        self.body.addWidget(Heading(tr("Close the case"), 2))
        if not may:
            self.body.addWidget(Paragraph(tr("It is open. Whoever assesses closes it.")))
            return
        self.body.addWidget(
            Paragraph(
                tr("A closed case is read and not written in, until somebody opens it again. It leaves the daily list.")
            )
        )
        ends = closing.open_ends(self.context.at, self.case)
        if ends:
            self.body.addWidget(self._ends(ends))
        self.outcome = choice([("", tr("Choose the main one")), *self.outcomes.items()])
        self.outcome_field = Field(tr("How does it end?"), self.outcome)
        self.reason = Reason(tr("Why does it close now?"))
        self.on = Day(tr("Closed on"), self.context.at.clock.today(), hint=tr("Left empty: today."))
        self.go_button = button(tr("Close the case"), self.close_case)
        for part in (self.outcome_field, self.reason, self.on):
            self.body.addWidget(part)
        self.body.addLayout(button_row(self.go_button))

    def _ends(self, ends: tuple[OpenEnd, ...]) -> Card:
        card = self.ends = Card(tone="warning", margin=16)
        card.body.setSpacing(2)
        card.body.addWidget(Heading(tr("Still open: {n}", n=len(ends)), 3))
        card.body.addWidget(Paragraph(tr("None of this keeps you from closing. It is said so that nobody forgets it.")))
        for each in ends[:_MOST]:
            if each.assessment:
                words = link(each.words, partial(self._go, each), tone="warning")
                card.body.addWidget(words, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                card.body.addWidget(Paragraph(each.words))
        if len(ends) > _MOST:
            card.body.addWidget(Paragraph(tr("And {n} more.", n=len(ends) - _MOST)))
        return card

    def _go(self, end: OpenEnd) -> None:
        path = end.path or None
        self.context.navigate(Target("assessment", case=self.case, assessment=end.assessment, path=path))

    def close_case(self) -> None:
        """Close it, if an outcome and a reason are given."""
        assert self.reason is not None
        outcome = str(self.outcome.currentData() or "")
        self.outcome_field.set_fault("" if outcome else tr("Choose how it ends."))
        readable, on = self.on.read()
        if not outcome:
            self.outcome_field.focus()
        elif readable and self.reason.given():
            self.run(tr("The case is closed."), closing.close_case, self.case, outcome, self.reason.words(), on=on)

    def reopen(self) -> None:
        """Open it again, if a reason is given."""
        assert self.reason is not None
        if self.reason.given():
            self.run(tr("The case is open again."), closing.reopen_case, self.case, self.reason.words())
