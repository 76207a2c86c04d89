"""Guidance: the limits that a nation's guidance and this product set, what an area may change, and what it changed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hsb_assess.desk import guidance
from ui.draw.readingtable import ReadingTable
from ui.language import moment_words, tr
from ui.pages.settings.schedule import ScheduleCard
from ui.widgets.assisted import Combo
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.empty import EmptyState
from ui.widgets.fields import Field, GrowingText
from ui.widgets.still import StillSpin
from ui.widgets.tables import Cell, Row, Table
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from hsb_assess.desk.guidance import Edit, LimitLine, PaperLine
    from hsb_assess.desk.workplace import Change
    from ui.navigation import PageContext

__all__ = ["GuidancePart"]


class GuidancePart(QWidget):
    """Lists limits with their source and whether anybody verified them; changes local ones for a reason; keeps history."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self._limits: dict[str, LimitLine] = {}
        self._names: dict[str, guidance.NameLine] = {}
        self.nation = Combo()
        for code, name in guidance.nations(context.at):
            self.nation.addItem(name, code)
        self.nation.setCurrentIndex(max(0, self.nation.findData("england")))
        self.nation.currentIndexChanged.connect(lambda _at: self.read())
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(16)
        self.schedule = ScheduleCard(context)
        cards = (self._listing(), self._changing(), self._naming(), self.schedule, self._papers(), self._past())
        for card in cards:
            body.addWidget(card)
        context.operations.changed.connect(self._changed)
        self.read()

    # -- building --------------------------------------------------------------------------------------------

    def _listing(self) -> Card:
        card = Card(margin=24)
        card.body.addWidget(Heading(tr("Time limits"), 2))
        card.body.addWidget(
            Paragraph(
                tr(
                    "An assessment is judged by the guidance of the nation that assesses. It keeps the guidance that it "
                    "began with. Figures that nobody has marked as verified are to be verified by a practitioner."
                )
            )
        )
        card.body.addWidget(Field(tr("Nation"), self.nation))
        self.table = Table(
            tr("Time limits"),
            [tr("Limit"), tr("Days"), tr("Rests on"), tr("Verified")],
            stretch=0,
            spare=(2,),
        )
        self.table.current_changed.connect(self._show_limit)
        card.body.addWidget(self.table)
        self.particulars = Caption("")
        card.body.addWidget(self.particulars)
        return card

    def _changing(self) -> Card:
        card = self.limit_card = Card(margin=24)
        card.body.addWidget(Heading(tr("Change this limit"), 2))
        self.limit_title = Paragraph("")
        self.days = StillSpin()
        self.days.setRange(1, guidance.LONGEST)
        self.days.lineEdit().setAccessibleName(tr("Days"))  # the keyboard reaches the part that holds the number
        self.limit_why = GrowingText(lines=2)
        self.limit_why_field = Field(tr("Why does it change?"), self.limit_why)
        self.change_button = button(tr("Change the limit"), self.change_limit, kind="primary")
        for part in (self.limit_title, Field(tr("Days"), self.days), self.limit_why_field):
            card.body.addWidget(part)
        card.body.addLayout(button_row(self.change_button))
        return card

    def _naming(self) -> Card:
        card = Card(margin=24)
        card.body.addWidget(Heading(tr("What things are called here"), 2))
        self.names = Table(tr("What things are called here"), [tr("What"), tr("Name")], stretch=0)
        self.names.current_changed.connect(self._show_name)
        self.name = QLineEdit()
        self.name_field = Field(tr("Name"), self.name)
        self.name_why = GrowingText(lines=2)
        self.name_why_field = Field(tr("Why does it change?"), self.name_why)
        self.name_button = button(tr("Change the name"), self.change_name)
        for part in (self.names, self.name_field, self.name_why_field):
            card.body.addWidget(part)
        card.body.addLayout(button_row(self.name_button))
        return card

    def _papers(self) -> Card:
        card = Card(margin=24)
        card.body.addWidget(Heading(tr("Editions and bank holidays"), 2))
        columns = [tr("What"), tr("In words"), tr("Verified")]
        self.papers = ReadingTable(tr("Editions and bank holidays"), columns, (4, 5, 3))
        card.body.addWidget(self.papers)
        return card

    def _past(self) -> Card:
        card = Card(margin=24)
        card.body.addWidget(Heading(tr("What was changed"), 2))
        self.past = Table(
            tr("What was changed"),
            [tr("When"), tr("Who"), tr("What"), tr("Before"), tr("After"), tr("Why")],
            stretch=5,
            spare=(3, 1),
        )
        self.nothing = EmptyState(tr("Nothing yet"), tr("Every change is listed here with its reason."))
        card.body.addWidget(self.past)
        card.body.addWidget(self.nothing)
        return card

    # -- reading ---------------------------------------------------------------------------------------------

    def code(self) -> str:
        """Return the code of the nation that is shown."""
        return str(self.nation.currentData())

    def read(self) -> None:
        """Show the nation's limits, names and history as they stand."""
        at, nation = self.context.at, self.code()
        self._limits = {line.what: line for line in guidance.limits_of(at, nation)}
        self._names = {line.what: line for line in guidance.names_of(at, nation)}
        self.table.show_rows([_limit_row(line) for line in self._limits.values()])
        self.names.show_rows([Row(each.what, (Cell(each.title), Cell(each.name))) for each in self._names.values()])
        papers = guidance.papers_of(at, nation)
        self.papers.show_rows([_paper_row(str(place), each) for place, each in enumerate(papers)])
        self.schedule.show_nation(nation)
        edits = guidance.history(at, nation)
        self.past.show_rows([self._edit_row(str(place), edit) for place, edit in enumerate(edits)])
        self.past.setVisible(bool(edits))
        self.nothing.setVisible(not edits)
        for table in (self.table, self.names, self.past):
            table.fit_height(14)
        self._show_limit(self.table.current_key())
        self._show_name(self.names.current_key())

    def _edit_row(self, key: str, edit: Edit) -> Row:
        limit, name = self._limits.get(edit.what), self._names.get(edit.what)
        title = limit.title if limit is not None else name.title if name is not None else self._kind_of(edit.what)
        when = moment_words(datetime.fromisoformat(edit.when))
        old, new = (_told(value) for value in (edit.old, edit.new))
        return Row(key, tuple(Cell(words) for words in (when, edit.name, title, old, new, edit.why)))

    def _kind_of(self, what: str) -> str:
        """Return the title of a kind of file, or what was changed where it has none any more."""
        kind = self.schedule.known.get(what.partition(".")[2])
        return kind.title if kind is not None else what

    def _show_limit(self, what: str) -> None:
        line = self._limits.get(what)
        if line is None:
            return
        source = line.source or _rests_on(line)
        parts = [tr("{title}, counted from {start}.", title=line.title, start=line.start), tr("Source: {source}.", source=source), tr("Watched by {rule}.", rule=line.rule), line.note]  # fmt: skip
        self.particulars.setText(" ".join(filter(None, parts)))
        self.limit_card.setEnabled(line.may_change)
        self.limit_title.setText(
            line.title if line.may_change else tr("{title}: national guidance sets it.", title=line.title)
        )
        self.days.setValue(line.days or 1)
        self.limit_why.clear()
        self.limit_why_field.set_fault("")

    def _show_name(self, what: str) -> None:
        line = self._names.get(what)
        if line is not None:
            self.name.setText(line.name)
            self.name_why.clear()
            self.name_why_field.set_fault("")

    # -- changing --------------------------------------------------------------------------------------------

    def change_limit(self) -> None:
        """Change the limit that is marked, if a reason is given."""
        why = self.limit_why.toPlainText()
        if self._reasoned(self.limit_why_field, why):
            self.context.operations.run(
                guidance.change_limit, self.code(), self.table.current_key(), self.days.value(), why, by=self
            )

    def change_name(self) -> None:
        """Change the name that is marked, if a reason is given."""
        why = self.name_why.toPlainText()
        if self._reasoned(self.name_why_field, why):
            self.context.operations.run(
                guidance.change_name, self.code(), self.names.current_key(), self.name.text(), why, by=self
            )

    @staticmethod
    def _reasoned(field: Field, why: str) -> bool:
        field.set_fault("" if why.strip() else tr("Say in a sentence why it changes."))
        return bool(why.strip())

    def _changed(self, change: Change, _by: object) -> None:
        if change.act == "guidance_changed":
            self.read()
            self.context.notices.done(tr("Changed. New assessments get it; those that were started keep their own."))


def _told(value: object) -> str:
    """Return a figure or a name as the history tells it; the years of a kind of file by their names."""
    if isinstance(value, dict):
        words = {"until_birthday": tr("to birthday"), "after_closing": tr("years after closing")}
        told = [f"{words[name]} {years}" for name, years in value.items() if name in words]
        return "; ".join(told) or tr("no figure")
    return tr("no figure") if value is None else str(value)


def _rests_on(line: LimitLine) -> str:
    return {
        "law": tr("law"),
        "guidance": tr("national guidance"),
        "product_default": tr("a default of this program"),
        "local": tr("local"),
    }.get(line.basis, line.basis)


def _limit_row(line: LimitLine) -> Row:
    days = tr("no figure")
    if line.days is not None:
        days = tr("{n} working", n=line.days) if line.working else tr("{n} calendar", n=line.days)
    title = Cell(line.title, bold=line.may_change)
    return Row(line.what, (title, Cell(days), Cell(_rests_on(line)), _mark(verified=line.verified)))


def _paper_row(key: str, line: PaperLine) -> Row:
    return Row(key, (Cell(line.title), Cell(line.words), _mark(verified=line.verified)))


def _mark(*, verified: bool) -> Cell:
    return Cell(tr("Verified"), tone="good") if verified else Cell(tr("To be verified"), tone="warning")
