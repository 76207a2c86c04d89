"""How long files are kept: the kinds of file of a nation, and the years of the area's own schedule, with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from hsb_assess.desk import schedule
from ui.draw.readingtable import ReadingTable
from ui.language import sentence, tr
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.fields import Field, GrowingText, choice
from ui.widgets.tables import Cell, Row
from ui.widgets.text import Heading, Paragraph

if TYPE_CHECKING:
    from hsb_assess.domain.errors import HsbAssessError
    from hsb_assess.rules.retention import Period
    from ui.navigation import PageContext

__all__ = ["ScheduleCard"]


class ScheduleCard(Card):
    """What came with the program is a placeholder wherever it has no figure: the local schedule decides."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(margin=24)
        self.context, self.nation = context, "england"
        self.known: dict[str, Period] = {}
        self.body.addWidget(Heading(tr("How long files are kept"), 2))
        self.body.addWidget(
            Paragraph(
                tr(
                    "Your local schedule decides. Enter its years here; they count at once for every case. Nothing is ever "
                    "deleted by itself: when the day has come, somebody looks."
                )
            )
        )
        self.table = ReadingTable(
            tr("How long files are kept"),
            [tr("Kind of file"), tr("In words"), tr("Years"), tr("Verified")],
            (4, 5, 4, 3),
        )
        self.kind = choice([])
        self.kind.currentIndexChanged.connect(lambda _at: self._show_kind())
        self.birthday, self.closing = QLineEdit(), QLineEdit()
        self.birthday_field = Field(
            tr("To which birthday?"), self.birthday, hint=tr("A number of years, such as 25."), optional=True
        )
        self.closing_field = Field(
            tr("Years after closing"), self.closing, hint=tr("The later of the two counts."), optional=True
        )
        self.why = GrowingText(lines=2)
        self.why_field = Field(
            tr("Why does it change?"), self.why, hint=tr("Such as the name and date of your schedule.")
        )
        self.change_button = button(tr("Change the years"), self.change)
        parts = (
            self.table,
            Field(tr("Kind of file"), self.kind),
            self.birthday_field,
            self.closing_field,
            self.why_field,
        )
        for part in parts:
            self.body.addWidget(part)
        self.body.addLayout(button_row(self.change_button))

    def show_nation(self, nation: str) -> None:
        """Show the kinds of file of a nation as they are in force here."""
        self.nation = nation
        self.known = {each.id: each for each in schedule.classes_of(self.context.at, nation)}
        chosen = self.kind.currentData()
        self.kind.clear()
        for each in self.known.values():
            self.kind.addItem(each.title, each.id)
        self.kind.setCurrentIndex(max(0, self.kind.findData(chosen)))
        self.table.show_rows([_row(each) for each in self.known.values()])
        self._show_kind()

    def _show_kind(self) -> None:
        each = self.known.get(str(self.kind.currentData() or ""))
        if each is not None:
            self.birthday.setText("" if each.until_birthday is None else str(each.until_birthday))
            self.closing.setText("" if each.after_closing is None else str(each.after_closing))
            self.why.clear()
            for field in (self.birthday_field, self.closing_field, self.why_field):
                field.set_fault("")

    def change(self) -> None:
        """Change the years of the kind that is chosen, if a reason is given."""
        years = [self._years(field, edit) for field, edit in self._fields()]
        why = self.why.toPlainText().strip()
        self.why_field.set_fault("" if why else tr("Say in a sentence why it changes."))
        if why and not any(field.fault() for field, _edit in self._fields()):
            self.context.operations.run(
                schedule.change_period,
                self.nation,
                str(self.kind.currentData()),
                until_birthday=years[0],
                after_closing=years[1],
                why=why,
                on_error=self._refused,
                by=self,
            )

    def _fields(self) -> tuple[tuple[Field, QLineEdit], ...]:
        return (self.birthday_field, self.birthday), (self.closing_field, self.closing)

    @staticmethod
    def _years(field: Field, edit: QLineEdit) -> int | None:
        text = edit.text().strip()
        wrong = bool(text) and not (text.isascii() and text.isdigit() and int(text) <= schedule.MOST_YEARS)
        field.set_fault(tr("Write whole years, or nothing.") if wrong else "")
        return int(text) if text and not wrong else None

    def _refused(self, error: HsbAssessError) -> None:
        self.why_field.set_fault(sentence(error))


def _row(each: Period) -> Row:
    mark = Cell(tr("Verified"), tone="good") if each.verified else Cell(tr("To be verified"), tone="warning")
    return Row(each.id, (Cell(each.title), Cell(each.rule), Cell(tr(schedule.figures_words(each))), mark))
