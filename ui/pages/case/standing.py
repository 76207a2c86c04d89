"""A case's assessments in a table: where each stands, whom it waits on, what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsb_assess.desk.standing import STATE_WORDS
from hsb_assess.domain.fuzzydate import FuzzyDate
from ui.form.dates import date_text
from ui.language import tr
from ui.widgets.buttons import button, button_row
from ui.widgets.empty import EmptyState
from ui.widgets.people import sentence
from ui.widgets.tables import Cell, Row, Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.desk.caseload import AssessmentLine

__all__ = ["Assessments"]

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


class Assessments(QWidget):
    """Opens an assessment, or starts the first one."""

    def __init__(
        self,
        lines: tuple[AssessmentLine, ...],
        *,
        reviewing: bool,
        closed: bool,
        go: Callable[[str], object],
        start: Callable[[], object],
    ) -> None:
        super().__init__()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        self.table: Table | None = None
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
        self.table.show_rows(
            [
                Row(
                    line.id,
                    (
                        Cell(line.title, bold=True),
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
        word = (
            tr("Open")
            if reviewing or closed or lines[0].standing.state in {"submitted", "approved"}
            else tr("Continue")
        )
        self.go_button = button(
            word, lambda: go(lines[0].id), kind="primary", name=tr("{word} the newest assessment", word=word)
        )
        body.addLayout(button_row(self.go_button, self.start_button))
