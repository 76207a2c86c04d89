"""The audit: who did what and when, narrowed to a person, a case, an action or days, and exported."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QComboBox, QLineEdit

from hsb_assess.desk import auditing, subjectaccess
from hsb_assess.domain.errors import HsbAssessError
from ui.form.dates import moment_text, read_date
from ui.form.exporting import ExportPanel
from ui.form.flow import Flow
from ui.form.labels import put_away
from ui.form.naming import short
from ui.language import sentence, tr
from ui.navigation import Page, PageContext, Target
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card, Column
from ui.widgets.fields import Field, choice
from ui.widgets.files import Files, write_file
from ui.widgets.tables import Cell, Row, Table
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from hsb_assess.desk.auditing import AuditLine, Sought
    from hsb_assess.desk.subjectaccess import CaseFile

__all__ = ["AuditPage"]

_SHORT: Final = 110
_HASH: Final = re.compile(r"\b([0-9a-f]{8})[0-9a-f]{56}\b")
_KINDS: Final = {"csv": "Tables (*.csv)", "json": "JSON (*.json)", "case": "Documents (*.pdf)"}


class AuditPage(Page):
    """Everything that was done in this vault, or in one case; ``files`` is the seam for the native dialogs."""

    def __init__(self, context: PageContext, *, case: str | None = None) -> None:
        super().__init__(context)
        self.heading = tr("Audit")
        self.case, self.files = case, Files()
        self.found: dict[str, AuditLine] = {}
        self._what = "csv"
        column = Column(width=1100)
        self.body.addWidget(column)
        column.body.addWidget(Heading(tr("Audit of this case") if case else tr("Audit")))
        column.body.addWidget(
            Paragraph(
                tr(
                    "Every change, every opening, view of restricted answers, export and refused unlocking stands here, written by "
                    "the vault itself. Reading and exporting the audit stand in it, too."
                )
            )
        )
        column.body.addWidget(self._filters())
        self.count = Caption("")
        self.table = Table(
            tr("What was done, the newest first"),
            [tr("When"), tr("What"), tr("Who"), tr("Case"), tr("To what")],
            stretch=4,
            spare=(3,),
        )
        self.table.current_changed.connect(self._show)
        self.card = Card(margin=20)
        self.title, self.facts, self.details = Heading("", 3), Caption(""), Paragraph("")
        for part in (self.title, self.facts, self.details):
            self.card.body.addWidget(part)
        self.table_button = button(tr("Export as a table…"), partial(self.ask, "csv"))
        self.export = ExportPanel(self._choose_place, self.table_button.setFocus)
        self.json_button = button(tr("Export as JSON…"), partial(self.ask, "json"))
        self.case_button = button(tr("Export everything held about this case…"), partial(self.ask, "case"))
        put_away(self.case_button, shown=case is not None)
        for widget in (self.count, self.table, self.card):
            column.body.addWidget(widget)
        self.receipts_button = button(
            tr("Erasing and receipts"), lambda: context.navigate(Target("erasures")), kind="quiet"
        )
        exports = Flow(gap=8)
        for made in (self.table_button, self.json_button, self.case_button, self.receipts_button):
            exports.addWidget(made)
        column.body.addLayout(exports)
        column.body.addWidget(self.export)
        column.body.addStretch(1)
        self.look()

    def _filters(self) -> Card:
        anything = auditing.choices(self.context.at)
        self.person = choice([("", tr("Anybody")), *anything.people])
        self.which = choice([("", tr("Any case")), *anything.cases], self.case or "")
        self.action = choice([("", tr("Anything")), *anything.actions])
        for box in (self.person, self.which, self.action):
            # As wide as there is room: the longest action would push the page aside at large text.
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
        self.first, self.last = QLineEdit(), QLineEdit()
        hint = tr("Like 14 Apr 2026.")
        self.first_field = Field(tr("From"), self.first, hint=hint, optional=True)
        self.last_field = Field(tr("Until"), self.last, hint=hint, optional=True)
        card = Card(margin=20)
        across = Flow(gap=16, line_gap=8, aligned=True)
        parts = (
            Field(tr("Who"), self.person),
            Field(tr("Case"), self.which),
            Field(tr("What"), self.action),
            self.first_field,
            self.last_field,
        )
        for part in parts:
            across.addWidget(part)
        if self.case is not None:
            parts[1].setEnabled(False)
        card.body.addLayout(across)
        self.show_button = button(tr("Show"), self.look, kind="primary")
        card.body.addLayout(button_row(self.show_button))
        for edit in (self.first, self.last):
            edit.returnPressed.connect(self.look)
        return card

    def sought(self) -> Sought | None:
        """Return what is asked for; ``None`` where a day cannot be read, which its field then says."""
        days = [
            self._day(field, edit) for field, edit in ((self.first_field, self.first), (self.last_field, self.last))
        ]
        if self.first_field.fault() or self.last_field.fault():
            return None
        chosen = (self.person.currentData(), self.which.currentData(), self.action.currentData())
        person, case, action = (str(each) if each else None for each in chosen)
        return auditing.narrowed(person, case, action, *days)

    def _day(self, field: Field, edit: QLineEdit) -> date | None:
        field.set_fault("")
        try:
            found = read_date(edit.text(), self.context.at.clock.today())
        except HsbAssessError as error:
            field.set_fault(sentence(error))
            return None
        return found.earliest() if found is not None else None

    def look(self) -> None:
        """Ask for the rows that are sought."""
        sought = self.sought()
        if sought is not None:
            self.context.operations.look(auditing.lines, sought, on_done=self._take)

    def _take(self, found: tuple[AuditLine, ...]) -> None:
        self.found = {str(each.seq): each for each in found}
        rows = [
            Row(
                str(each.seq),
                (
                    Cell(moment_text(self._local(each.at)), sort=each.at),
                    Cell(each.words, bold=True),
                    Cell(each.person),
                    Cell(each.ref),
                    Cell(short(_HASH.sub(r"\1…", "; ".join(each.details)), _SHORT)),
                ),
            )
            for each in found
        ]
        self.table.show_rows(rows)
        most = len(found) == auditing.MOST
        told = (
            tr("The newest {n}; narrow it to see older ones.", n=len(found)) if most else tr("{n} found.", n=len(found))
        )
        self.count.setText(told)
        self.card.setVisible(bool(found))
        self.table.fit_height(12)
        self._show(self.table.current_key())

    def _local(self, stamp: str) -> str:
        from datetime import datetime

        zone = self.context.at.clock.now().tzinfo
        return datetime.fromisoformat(stamp).astimezone(zone).isoformat()

    def _show(self, key: str) -> None:
        each = self.found.get(key)
        if each is None:
            return
        self.title.setText(each.words)
        facts = [
            tr("Number {n}, {when}, by {who}.", n=each.seq, when=moment_text(self._local(each.at)), who=each.person),
            tr("Entries of the record: {n}.", n=each.entries) if each.entries else "",
            tr("The clock was set back before this.") if each.clock_set_back else "",
        ]
        self.facts.setText(" ".join(filter(None, facts)))
        self.details.setText(_breakable("\n".join(each.details)))
        self.details.setVisible(bool(each.details))

    # -- exporting -------------------------------------------------------------------------------------------

    def ask(self, what: str) -> None:
        """Ask for whom and on what basis: ``csv``, ``json`` or ``case``."""
        self._what = what
        titles = {
            "csv": tr("the audit as a table"),
            "json": tr("the audit as JSON"),
            "case": tr("everything held about this case"),
        }
        self.export.open(titles[what])

    def _choose_place(self, recipient: str, basis: str) -> None:
        ending = "pdf" if self._what == "case" else self._what
        stem = "case-file" if self._what == "case" else "audit"
        name = f"{stem}-{self.context.at.clock.today().isoformat()}.{ending}"
        path = self.files.save(self, tr("Export"), name, tr(_KINDS[self._what]))
        sought = self.sought()
        if path is None or sought is None:
            return

        def keep(made: bytes | CaseFile) -> None:
            try:
                if isinstance(made, bytes):
                    write_file(path, made)
                else:
                    write_file(path, made.pdf)
                    write_file(path.with_suffix(".json"), made.json)
            except HsbAssessError as error:
                self.context.notices.error(error)
                return
            self.export.close_panel()
            self.context.notices.done(tr("Exported. The copy is no longer protected by this vault."))
            self.look()

        run: Callable[..., None] = partial(self.context.operations.run, on_done=keep, label=tr("Exporting"))
        if self._what == "case" and self.case is not None:
            run(subjectaccess.case_file, self.case, recipient=recipient, basis=basis)
        else:
            run(auditing.export_audit, sought, self._what, recipient=recipient, basis=basis)

    def place(self) -> Target:
        """Return this page."""
        return Target("audit", case=self.case)

    def first_focus(self) -> QWidget:
        """Start at the filters."""
        return self.person


def _breakable(text: str) -> str:
    """Return a text whose long runs, such as hashes, may go on in the next line."""
    return re.sub(r"(\S{16})(?=\S)", "\\1\u200b", text)
