"""An older vault: what it lacks, and a second person's explanation, without which it can only be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from hsb_assess.desk.workplace import Change
from ui.language import sentence, tr
from ui.navigation import Page, PageContext, Target
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card, Column
from ui.widgets.errors import ErrorSummary
from ui.widgets.fields import Field, GrowingText
from ui.widgets.text import Heading, Paragraph

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hsb_assess.desk.access import OpenedVault
    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.domain.errors import HsbAssessError

__all__ = ["OlderPage"]


def _explain(_at: Workplace, vault: OpenedVault, name: str, role: str, reason: str) -> Change:
    vault.explain_older(name, role, reason)
    return Change("older_explained")


class OlderPage(Page):
    """Says what is missing and asks who explains it; reading goes on meanwhile."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.heading = tr("An older vault")
        column = Column(width=760)
        self.body.addWidget(column)
        column.body.addWidget(Heading(tr("This vault is older than when it was last open")))
        column.body.addWidget(Paragraph(self._lacks()))
        column.body.addWidget(
            Paragraph(
                tr(
                    "This happens when a backup is put back or an older copy of the folder is opened. It can also mean "
                    "that somebody exchanged the folder. You can read everything that is here. Nothing can be changed "
                    "until a second person has said what happened: a colleague or a manager who knows."
                )
            )
        )
        self.errors = ErrorSummary()
        self.name, self.role, self.reason = QLineEdit(), QLineEdit(), GrowingText(lines=3)
        self.name_field = Field(tr("Who explains this?"), self.name, hint=tr("Their name; somebody other than you."))
        self.role_field = Field(tr("Their role"), self.role)
        self.reason_field = Field(
            tr("What happened?"), self.reason, hint=tr("For example: the laptop was replaced and a backup put back.")
        )
        card = Card(margin=24)
        card.body.setSpacing(16)
        card.body.addWidget(self.errors)
        for field in self._fields():
            field.mended.connect(self.errors.drop)
            card.body.addWidget(field)
        self.explain_button = button(tr("Record the explanation"), self.explain, kind="primary")
        self.read_button = button(tr("Only read for now"), self._leave)
        card.body.addLayout(button_row(self.explain_button, self.read_button))
        column.body.addWidget(card)
        column.body.addStretch(1)

    def _fields(self) -> tuple[Field, Field, Field]:
        return self.name_field, self.role_field, self.reason_field

    def _lacks(self) -> str:
        older = self.context.vault.older
        if older is None:
            return tr("It has been explained. You can go on.")
        if older.found >= older.seen:
            return tr(
                "It went on from an earlier state: what was recorded before it was last locked on this laptop is not in it."
            )
        return tr(
            "When it was last open it held {seen} recorded acts. Now it holds {found}: what came after is not in it.",
            seen=older.seen,
            found=older.found,
        )

    def first_focus(self) -> QWidget | None:
        """Start at the name."""
        return self.name

    def explain(self) -> None:
        """Record the explanation, or say what is missing."""
        asked = (
            (self.name_field, self.name.text(), tr("Write who explains it.")),
            (self.role_field, self.role.text(), tr("Write their role.")),
            (self.reason_field, self.reason.toPlainText(), tr("Write in a sentence what happened.")),
        )
        faults = []
        for field, words, fault in asked:
            missing = not words.strip()
            field.set_fault(fault if missing else "")
            if missing:
                faults.append((fault, field.focus))
        self.errors.show_faults(faults)
        if faults:
            return
        self.explain_button.setEnabled(False)
        self.context.operations.run(
            _explain,
            self.context.vault,
            *(words for _, words, _ in asked),
            on_done=self._explained,
            on_error=self._refused,
        )

    def _explained(self, _change: Change) -> None:
        self.context.notices.done(tr("The explanation is recorded. Everything can be changed again."))
        self._leave()

    def _refused(self, error: HsbAssessError) -> None:
        self.explain_button.setEnabled(True)
        words = sentence(error)
        self.name_field.set_fault(words)
        self.errors.show_faults([(words, self.name_field.focus)])

    def _leave(self) -> None:
        self.context.navigate(Target("caseload"))
