"""Lists: the options that this area adds to the form's lists, each with who added it and why."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hsb_assess.desk import lists
from hsb_assess.domain.roles import Role
from ui.language import moment_words, sentence, tr
from ui.widgets.assisted import Combo
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.empty import EmptyState
from ui.widgets.fields import Field, GrowingText
from ui.widgets.tables import Cell, Row, Table
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from hsb_assess.desk.lists import Added, ListLine
    from hsb_assess.desk.workplace import Change
    from hsb_assess.domain.errors import HsbAssessError
    from ui.navigation import PageContext

__all__ = ["ListsPart"]

_MOST_ROWS: Final = 12


class ListsPart(QWidget):
    """A list of the form with its options, a place to add one for a reason, and what was added so far."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self._lines: dict[str, ListLine] = {}
        self.which = Combo()
        for line in lists.open_lists(context.at):
            self.which.addItem(line.title, line.id)
        self.which.currentIndexChanged.connect(lambda _at: self.show_list())
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(16)
        for card in (self._listing(), self._adding(), self._past()):
            body.addWidget(card)
        context.operations.changed.connect(self._changed)
        self.read()

    # -- building --------------------------------------------------------------------------------------------

    def _listing(self) -> Card:
        card = Card(margin=24)
        card.body.addWidget(Heading(tr("Lists of the form"), 2))
        card.body.addWidget(
            Paragraph(
                tr(
                    "Your area can add options to these lists. An option that was added is never renamed and never taken "
                    "away, because records name it. Assessments that are started from now on offer it."
                )
            )
        )
        card.body.addWidget(Field(tr("List"), self.which))
        self.table = Table(tr("Options"), [tr("Option"), tr("From")], stretch=0)
        card.body.addWidget(self.table)
        card.body.addWidget(
            Caption(tr("Lists that the checks read are not here: their options are the same everywhere."))
        )
        return card

    def _adding(self) -> Card:
        card = Card(margin=24)
        card.body.addWidget(Heading(tr("Add an option"), 2))
        self.words = QLineEdit()
        self.words_field = Field(tr("What does the option say?"), self.words)
        self.why = GrowingText(lines=2)
        self.why_field = Field(tr("Why is it needed?"), self.why)
        self.add_button = button(tr("Add the option"), self.add, kind="primary")
        self.add_button.setEnabled(self.context.at.role != Role.SUPERVISOR)
        for part in (self.words_field, self.why_field):
            card.body.addWidget(part)
        card.body.addLayout(button_row(self.add_button))
        return card

    def _past(self) -> Card:
        card = Card(margin=24)
        card.body.addWidget(Heading(tr("What was added"), 2))
        self.past = Table(
            tr("What was added"), [tr("When"), tr("Who"), tr("List"), tr("Option"), tr("Why")], stretch=4, spare=(1, 2)
        )
        self.nothing = EmptyState(tr("Nothing yet"), tr("Every option that is added is listed here with its reason."))
        card.body.addWidget(self.past)
        card.body.addWidget(self.nothing)
        return card

    # -- reading ---------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Show the lists and what was added as they stand."""
        self._lines = {line.id: line for line in lists.open_lists(self.context.at)}
        added = lists.added_options(self.context.at)
        self.past.show_rows([self._added_row(number, each) for number, each in enumerate(added)])
        self.past.setVisible(bool(added))
        self.nothing.setVisible(not added)
        self.past.fit_height(_MOST_ROWS)
        self.show_list()

    def show_list(self) -> None:
        """Show the options of the list that is chosen."""
        line = self._lines.get(str(self.which.currentData()))
        if line is None:
            return
        own = [Row(words, (Cell(words), Cell(tr("The form"), tone="neutral"))) for words in line.options]
        here = [
            Row(each.code, (Cell(each.words, bold=True), Cell(tr("Added here"), tone="information")))
            for each in line.added
        ]
        self.table.show_rows([*own, *here])
        self.table.fit_height(_MOST_ROWS)
        self.words_field.set_fault("")
        self.why_field.set_fault("")

    def _added_row(self, number: int, each: Added) -> Row:
        when = moment_words(datetime.fromisoformat(each.when))
        line = self._lines.get(each.list)
        title = line.title if line is not None else each.list
        return Row(str(number), tuple(Cell(words) for words in (when, each.name, title, each.words, each.why)))

    # -- adding ----------------------------------------------------------------------------------------------

    def add(self) -> None:
        """Add what is written to the list that is shown, if it says something and has a reason."""
        words, why = self.words.text().strip(), self.why.toPlainText().strip()
        self.words_field.set_fault("" if words else tr("Write what the option says."))
        self.why_field.set_fault("" if why else tr("Say in a sentence why it is needed."))
        if words and why:
            self.context.operations.run(
                lists.add_option, str(self.which.currentData()), words, why, on_error=self._refused, by=self
            )

    def _refused(self, error: HsbAssessError) -> None:
        self.words_field.set_fault(sentence(error))

    def _changed(self, change: Change, _by: object) -> None:
        if change.act == "option_added":
            self.words.clear()
            self.why.clear()
            self.read()
            self.context.notices.done(tr("Added. Assessments that are started from now on offer it."))
