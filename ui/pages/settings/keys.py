"""Keys: change the passphrase; what that does and what it does not do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import tr
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.errors import ErrorSummary
from ui.widgets.fields import Field, PassphraseEdit
from ui.widgets.passphrase import PassphraseChooser
from ui.widgets.text import Heading, Paragraph

if TYPE_CHECKING:
    from hsb_assess.domain.errors import HsbAssessError
    from ui.navigation import PageContext

__all__ = ["KeysPart"]


class KeysPart(QWidget):
    """Asks for the passphrase in use and for the new one twice."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.errors = ErrorSummary()
        self.current = PassphraseEdit()
        self.current_field = Field(tr("Passphrase in use"), self.current)
        self.chooser = PassphraseChooser(
            tr("New passphrase"), about=(context.at.identity.name, context.at.identity.agency)
        )
        self.chooser.submitted.connect(self.change)
        for field in (self.current_field, self.chooser.first_field, self.chooser.second_field):
            field.mended.connect(self.errors.drop)
        self.change_button = button(tr("Change the passphrase"), self.change, kind="primary")
        card = Card(margin=24)
        card.body.setSpacing(16)
        card.body.addWidget(Heading(tr("Change the passphrase"), 2))
        card.body.addWidget(
            Paragraph(
                tr(
                    "The recovery key stays as it is. A backup made before today still opens with the passphrase "
                    "of its time: if somebody else knows it, make new backups and destroy the old ones."
                )
            )
        )
        for part in (self.errors, self.current_field, self.chooser):
            card.body.addWidget(part)
        card.body.addLayout(button_row(self.change_button))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(16)
        body.addWidget(card)
        place = Card(margin=24)
        place.body.addWidget(Heading(tr("This vault"), 2))
        place.body.addWidget(Paragraph(str(context.vault.folder)))
        body.addWidget(place)

    def change(self) -> None:
        """Change it, or say what is missing."""
        missing = not self.current.text()
        self.current_field.set_fault(tr("Type the passphrase in use.") if missing else "")
        faults = [(self.current_field.fault(), self.current_field)] if missing else []
        faults += self.chooser.faults()
        self.errors.show_faults([(words, field.focus) for words, field in faults])
        if faults:
            return
        self.change_button.setEnabled(False)
        vault, old, new = self.context.vault, self.current.text(), self.chooser.text()
        self.context.operations.run(
            lambda _at: vault.change_passphrase(old, new),
            on_done=self._changed,
            on_error=self._refused,
            label=tr("Changing the passphrase"),
        )

    def _changed(self, _nothing: object) -> None:
        self.change_button.setEnabled(True)
        self.current.clear()
        self.chooser.clear()
        self.context.notices.done(tr("The passphrase is changed. Use the new one from now on."))

    def _refused(self, error: HsbAssessError) -> None:
        self.change_button.setEnabled(True)
        words = f"{error.what} {error.mend}"
        self.current_field.set_fault(words)
        self.errors.show_faults([(words, self.current_field.focus)])
