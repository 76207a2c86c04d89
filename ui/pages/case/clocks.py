"""The clocks of an assessment in a table, and what is asked where one has run out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsb_assess.domain.fuzzydate import FuzzyDate
from hsb_assess.instrument.paths import parent_row
from hsb_assess.rules.clocks import State, clocks
from ui.form.dates import date_text
from ui.language import tr
from ui.widgets.clocks import clock_words
from ui.widgets.tables import Cell, Row, Table
from ui.widgets.text import Caption, Heading

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from hsb_assess.record.reading import Reading
    from hsb_assess.rules.clocks import Clock
    from ui.form.form import Form

__all__ = ["Clocks"]

_TONES: Final = {
    State.OVERDUE: "bad",
    State.DUE_SOON: "warning",
    State.RUNNING: "information",
    State.KEPT: "good",
    State.NOT_STARTED: "neutral",
}
"""The order is the one in which they are shown: what is late stands first."""

_STOPS: Final = frozenset({State.RUNNING, State.DUE_SOON})
"""How a clock stands that a closed case has stopped."""

_WHY_LATE: Final = {
    "first_decision": ("M01.decision_late_reason", "M01.decision_late_effect"),
    "assessment": ("M01.overrun_reason", "M01.overrun_effect"),
    "conference": ("M01.conference_late_reason",),
}
_NAMED_BY: Final = ("need", "name", "issue", "holder", "text", "force", "person", "binds")
_LONGEST: Final = 60


def _state(clock: Clock, *, closed: bool) -> Cell:
    """Return how a clock stands; what is done late is not running any more, and nothing runs in a closed case."""
    if closed and clock.state in _STOPS:
        return Cell(tr("Stopped"), "neutral")
    if clock.state is State.OVERDUE and clock.done is not None:
        return Cell(tr("Done late"), _TONES[clock.state])
    words = {
        State.KEPT: tr("Kept"),
        State.RUNNING: tr("Running"),
        State.DUE_SOON: tr("Due soon"),
        State.OVERDUE: tr("Over"),
        State.NOT_STARTED: tr("Not started"),
    }
    return Cell(words[clock.state], _TONES[clock.state])


def _days(clock: Clock) -> str:
    if clock.start is None:
        return ""
    return tr("{n} working", n=clock.elapsed) if clock.working else str(clock.elapsed)


def _day(day: date | None) -> str:
    return date_text(FuzzyDate(date=day.isoformat())) if day is not None else ""


def _about(reading: Reading, clock: Clock) -> str:
    """Return what a clock is of, where there may be several: the words or the person of its row."""
    row = parent_row(clock.question)
    if row is None:
        return clock_words(clock.name)
    for field in _NAMED_BY:
        labels = [reading.label(code) or code for code in reading.codes(f"{row}.{field}")]
        if labels:
            return f"{clock_words(clock.name)}: {', '.join(labels)[:_LONGEST]}"
    return clock_words(clock.name)


class Clocks(QWidget):
    """What runs, from when, until when, and how it stands. Opening a line goes to its question."""

    def __init__(self, form: Form, today: date, go: Callable[[str], object], *, closed: bool) -> None:
        super().__init__()
        reading = form.model.reading
        order = list(_TONES)
        found = sorted(clocks(reading, today), key=lambda clock: order.index(clock.state))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(Heading(tr("Clocks"), 2))
        body.addWidget(
            Caption(tr("The day of receipt is day 0. Limits are those of the guidance kept with this assessment."))
        )
        columns = [tr("What"), tr("From"), tr("Due"), tr("Days"), tr("State")]
        self.table = Table(tr("Clocks"), columns, stretch=0)
        self.table.show_rows([_row(reading, number, clock, closed=closed) for number, clock in enumerate(found)])
        self.table.fit_height(8)
        self.table.opened.connect(lambda key: go(found[int(key)].question))
        body.addWidget(self.table)
        self.asked = tuple(
            path
            for clock in found
            if clock.state is State.OVERDUE
            for path in _WHY_LATE.get(clock.name, ())
            if form.model.engine.visible(path)
        )
        for path in self.asked:
            body.addWidget(form.field(path))


def _row(reading: Reading, number: int, clock: Clock, *, closed: bool) -> Row:
    return Row(
        str(number),
        (
            Cell(_about(reading, clock), bold=True),
            Cell(_day(clock.start), sort=clock.start.isoformat() if clock.start is not None else ""),
            Cell(_day(clock.due), sort=clock.due.isoformat() if clock.due is not None else ""),
            Cell(_days(clock), sort=f"{clock.elapsed:06}"),
            _state(clock, closed=closed),
        ),
    )
