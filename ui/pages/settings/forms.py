"""Forms: those that assessments can be started from, and taking one in from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsb_assess.desk import forms, worksheets
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.roles import Role
from ui.language import tr
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.files import Files
from ui.widgets.tables import Cell, Row, Table
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from pathlib import Path

    from hsb_assess.desk.forms import FormLine, TakenIn
    from hsb_assess.exchange.incoming.report import NotCarried
    from ui.navigation import PageContext

__all__ = ["FormsPart"]

MOST_BYTES: Final = 8 * 1024 * 1024
_MOST_ROWS: Final = 12


class FormsPart(QWidget):
    """The forms in a table, a button that takes one in, and what the last one does not carry."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.files = Files()
        may = context.at.role != Role.SUPERVISOR
        listed = Card(margin=24)
        listed.body.setSpacing(8)
        listed.body.addWidget(Heading(tr("Forms"), 2))
        words = tr(
            "A FHIR Questionnaire, an XLSForm or a form exported from here can be taken in. The checks of the holistic "
            "assessment judge that assessment only; of any other form only what it requires itself."
        )
        listed.body.addWidget(Caption(words))
        self.table = Table(tr("Forms"), [tr("Form"), tr("Version"), tr("Items"), tr("From")], stretch=0)
        listed.body.addWidget(self.table)
        self.import_button = button(tr("Import a form"), self.ask_which, kind="primary")
        self.remove_button = button(tr("Offer it no longer"), self.put_away)
        self.paper_button = button(tr("Save as a paper worksheet…"), self.save_worksheet)
        for each in (self.import_button, self.remove_button):
            each.setEnabled(may)
        listed.body.addLayout(button_row(self.import_button, self.paper_button, self.remove_button))
        self.report = Card(margin=24)
        self.report.body.setSpacing(8)
        self.report_heading = Heading("", 2)
        self.report_words = Paragraph("")
        self.missing = Table(tr("Not carried"), [tr("Item"), tr("What"), tr("Why")], stretch=2)
        for part in (self.report_heading, self.report_words, self.missing):
            self.report.body.addWidget(part)
        self.report.hide()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(16)
        body.addWidget(listed)
        body.addWidget(self.report)
        self.read()

    def read(self) -> None:
        """Show every form that is here."""
        self._lines = {line.hash: line for line in forms.forms(self.context.at)}
        self.table.show_rows([_row(line) for line in self._lines.values()])
        self.table.fit_height(_MOST_ROWS)
        self.remove_button.setVisible(any(line.from_elsewhere for line in self._lines.values()))

    def ask_which(self) -> None:
        """Ask for a file, then take the form in."""
        path = self.files.open(self, tr("Import a form"), tr("Forms (*.json *.xlsx *.yaml *.yml)"))
        if path is not None:
            self.import_form(path)

    def import_form(self, path: Path) -> None:
        """Take in the form in ``path``, and say what it does not carry."""
        try:
            with path.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except OSError:
            self.context.notices.error(
                HsbAssessError("form_file", tr("This file could not be read."), tr("Choose another file."))
            )
            return
        self.import_button.setEnabled(False)
        self.context.operations.run(
            forms.import_form, data, on_done=self._taken, on_error=self._refused, by=self, label=tr("Reading the form")
        )

    def save_worksheet(self) -> None:
        """Save the chosen form blank, to be filled in by hand."""
        from ui.form.paper import save_worksheet

        line = self._lines.get(self.table.current_key())
        if line is None:
            self.context.notices.say(tr("Choose a form first."))
            return
        save_worksheet(self, worksheets.of_form, line.hash, files=self.files, context=self.context)

    def put_away(self) -> None:
        """Offer the chosen form no longer."""
        line = self._lines.get(self.table.current_key())
        if line is None or not line.from_elsewhere:
            self.context.notices.say(tr("Choose a form from elsewhere first."))
            return
        self.context.operations.run(forms.put_away, line.hash, on_done=self._gone, by=self)

    def _gone(self, _nothing: object) -> None:
        self.read()

    def _taken(self, taken: TakenIn) -> None:
        self.import_button.setEnabled(True)
        self.read()
        self.table.select(taken.line.hash)
        self.report_heading.setText(tr("What became of {title}", title=taken.line.title))
        whole = tr("{n} items are carried whole.", n=taken.carried)
        missing = tr("What stands below is not carried.") if taken.not_carried else tr("Nothing is missing.")
        self.report_words.setText(f"{whole} {missing}")
        self.missing.setVisible(bool(taken.not_carried))
        self.missing.show_rows([_missing(number, each) for number, each in enumerate(taken.not_carried)])
        self.missing.fit_height(_MOST_ROWS)
        self.report.show()

    def _refused(self, error: HsbAssessError) -> None:
        self.import_button.setEnabled(True)
        self.context.notices.error(error)


def _row(line: FormLine) -> Row:
    origin = Cell(tr("Elsewhere"), tone="information") if line.from_elsewhere else Cell(tr("This app"), tone="neutral")
    return Row(
        line.hash,
        (Cell(line.title, bold=True), Cell(line.version), Cell(str(line.items), sort=f"{line.items:06}"), origin),
    )


def _missing(number: int, each: NotCarried) -> Row:
    return Row(str(number), (Cell(each.item), Cell(each.feature), Cell(each.reason)))
