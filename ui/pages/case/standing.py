"""A case's assessments in a table: where each stands, whom it waits on, what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsb_assess.desk.standing import STATE_WORDS
from hsb_assess.domain.fuzzydate import FuzzyDate
from ui.form.dates import date_text
from ui.form.flow import buttons_in_a_row
from ui.form.labels import put_away
from ui.language import tr
from ui.widgets.buttons import button
from ui.widgets.empty import EmptyState
from ui.widgets.people import sentence
from ui.widgets.tables import Cell, Row, Table
from ui.widgets.text import Caption
from ui.widgets.titles import titles

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.desk.caseload import AssessmentLine
    from ui.widgets.buttons import PushButton

__all__ = ["Assessments", "is_under_way"]

_TONES = {
    "draft": "information",
    "submitted": "information",
    "returned": "warning",
    "approved": "good",
    "changed_since": "warning",
}


def _next_step(state: str, *, reviewing: bool, closed: bool) -> str:
    """Return what this person does next with an assessment in that state."""
    if closed:
        return tr("Nothing: the case is closed")
    if reviewing:
        return {"submitted": tr("Read it at the review desk"), "approved": tr("Nothing")}.get(
            state, tr("Wait for the assessor")
        )
    steps = {
        "draft": tr("Go on writing, then check and submit"),
        "submitted": tr("Hand over the package; wait for the decision"),
        "returned": tr("Read the comments, mend, submit again"),
        "approved": tr("Nothing: it is signed"),
        "changed_since": tr("Submit the new version"),
    }
    return steps.get(state, "")


def is_under_way(lines: tuple[AssessmentLine, ...]) -> bool:
    """Say whether the newest assessment follows another and has not been submitted yet: there is none beside it."""
    return bool(lines and lines[0].after and lines[0].standing.latest is None)


class Assessments(QWidget):
    """Opens an assessment, starts the first one, or one that follows the newest."""

    def __init__(
        self,
        lines: tuple[AssessmentLine, ...],
        *,
        reviewing: bool,
        closed: bool,
        go: Callable[[str], object],
        start: Callable[[], object],
        again: Callable[[], object],
        compare: Callable[[], object],
    ) -> None:
        super().__init__()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        self.table: Table | None = None
        self.again_button: PushButton | None = None
        self.start_button = button(tr("Start an assessment"), start, kind="" if lines else "primary")
        self.start_button.setEnabled(not reviewing and not closed)
        if not lines:
            body.addWidget(
                EmptyState(
                    tr("No assessment yet"),
                    tr("Start with who is safe tonight; everything else can be filled in any order."),
                    self.start_button,
                )
            )
            return
        columns = [tr("Assessment"), tr("Started"), tr("State"), tr("Waiting on"), tr("Next step")]
        self.table = Table(tr("Assessments"), columns, stretch=4)
        called = titles(lines)
        self.table.show_rows(
            [
                Row(
                    line.id,
                    (
                        Cell(called[line.id], bold=True),
                        Cell(date_text(FuzzyDate(date=line.started)), sort=line.started),
                        Cell(
                            tr(STATE_WORDS.get(line.standing.state, line.standing.state)),
                            _TONES.get(line.standing.state, "neutral"),
                        ),
                        Cell(sentence("" if closed else line.standing.waiting_on) or tr("Nobody")),
                        Cell(_next_step(line.standing.state, reviewing=reviewing, closed=closed)),
                    ),
                )
                for line in lines
            ]
        )
        self.table.fit_height(6)
        self.table.opened.connect(go)
        body.addWidget(self.table)
        table, states = self.table, {line.id: line.standing.state for line in lines}
        self.go_button = button("", lambda: go(table.current_key() or lines[0].id), kind="primary")

        def say_which(chosen: str) -> None:
            """Say on the button what it does with the assessment that is chosen."""
            done = reviewing or closed or states.get(chosen) in {"submitted", "approved"}
            self.go_button.setText(tr("Open") if done else tr("Continue"))
            self.go_button.setAccessibleName(f"{self.go_button.text()}: {called.get(chosen, '')}")

        table.current_changed.connect(say_which)
        say_which(table.current_key() or lines[0].id)
        self.again_button = button(
            tr("Reassess"), again, tip=tr("A new assessment that follows the newest one: {keys}", keys="Ctrl+R")
        )
        self.again_button.setEnabled(self.start_button.isEnabled() and not is_under_way(lines))
        words = (
            tr("This child is being assessed again already.")
            if is_under_way(lines)
            else tr(
                "Reassess: everything is asked anew, with the answer of last time beside each question. Nothing is carried over by itself."
            )
        )
        self.again_button.setAccessibleDescription(words)
        self.compare_button = button(
            tr("Compare two…"), compare, tip=tr("Two assessments compared: {keys}", keys="Ctrl+Shift+S")
        )
        self.compare_button.setAccessibleDescription(
            tr("What is new, what changed and what stayed, section by section.")
        )
        put_away(self.compare_button, shown=len(lines) > 1)
        body.addWidget(buttons_in_a_row(self.go_button, self.again_button, self.compare_button, self.start_button))
        if self.start_button.isEnabled():
            body.addWidget(Caption(words))
