"""Keys: change the passphrase, make a new recovery key, renew the vault's own key; what each does and does not do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import sentence, tr
from ui.pages.settings.keyceremony import KeyCeremony
from ui.pages.settings.laptop import OtherLaptop
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.errors import ErrorSummary
from ui.widgets.fields import Field, PassphraseEdit
from ui.widgets.passphrase import PassphraseChooser
from ui.widgets.text import Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.domain.errors import HsbAssessError
    from ui.navigation import PageContext

__all__ = ["KeysPart"]


class KeysPart(QWidget):
    """Each act asks for the passphrase in use, or for the recovery key where that opened the vault."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.dialog: KeyCeremony | OtherLaptop | None = None
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(16)
        body.addWidget(self._passphrase_card())
        body.addWidget(self._recovery_card())
        body.addWidget(self._vault_key_card())
        body.addWidget(self._laptop_card())
        place = Card(margin=24)
        place.body.addWidget(Heading(tr("This vault"), 2))
        place.body.addWidget(Paragraph(str(context.vault.folder)))
        body.addWidget(place)

    def _passphrase_card(self) -> Card:
        identity = self.context.at.identity
        by_key = self.context.vault.opened_with_recovery_key
        self.errors = ErrorSummary()
        self.current = PassphraseEdit()
        self.current_field = Field(tr("Recovery key in use") if by_key else tr("Passphrase in use"), self.current)
        self.chooser = PassphraseChooser(tr("New passphrase"), about=(identity.name, identity.agency))
        self.chooser.submitted.connect(self.change)
        for field in (self.current_field, self.chooser.first_field, self.chooser.second_field):
            field.mended.connect(self.errors.drop)
        self.change_button = button(tr("Change the passphrase"), self.change, kind="primary")
        card = _card(
            tr("Change the passphrase"),
            tr(
                "The recovery key stays as it is. A backup made before today still opens with the passphrase "
                "of its time: if somebody else knows it, renew the vault's key too, make new backups and destroy the old ones."
            ),
            tr("A new passphrase is also made as hard to guess by machine as this computer can bear."),
        )
        for part in (self.errors, self.current_field, self.chooser):
            card.body.addWidget(part)
        card.body.addLayout(button_row(self.change_button))
        return card

    def _recovery_card(self) -> Card:
        self.recovery_button = button(tr("Make a new recovery key"), self.renew_recovery)
        card = _card(
            tr("Recovery key"),
            tr(
                "It opens this vault when the passphrase is forgotten. Make a new one if the paper was lost, seen or used; "
                "the old one then opens this vault no more. Have pen and paper, and an envelope, at hand."
            ),
        )
        card.body.addLayout(button_row(self.recovery_button))
        return card

    def _vault_key_card(self) -> Card:
        self.rekey_button = button(tr("Renew the vault's key"), self.rekey)
        self.rekey_button.setEnabled(not self.context.vault.opened_with_recovery_key)
        card = _card(
            tr("The vault's own key"),
            tr(
                "Renew it if somebody may have a copy of this vault and knew its passphrase or recovery key. Everything is "
                "encrypted again with a new key; the passphrase stays, and you get a new recovery key."
            ),
            tr(
                "Backups and copies from before stay readable with what opened them then. Only destroying them changes that."
            ),
        )
        card.body.addLayout(button_row(self.rekey_button))
        return card

    def _laptop_card(self) -> Card:
        self.laptop_button = button(tr("Make a vault for your other laptop"), self.other_laptop)
        card = _card(
            tr("Another laptop of yours"),
            tr(
                "If you work on two laptops, each has a vault of its own: the same person and signature, and cases that you "
                "send from one to the other. Do not copy this vault's folder or put a backup back there for that: two copies "
                "of one vault lose sight of each other's work."
            ),
        )
        card.body.addLayout(button_row(self.laptop_button))
        return card

    def other_laptop(self) -> None:
        """Make a vault on a stick, and say what to do with it."""
        self.dialog = OtherLaptop(
            self.context,
            lambda: self.context.notices.done(
                tr(
                    "The vault is made. Copy its folder to the other laptop's own disk, open it there, then delete the "
                    "folder on the stick. Cases go there from the page Packages."
                )
            ),
            self,
        )
        self.dialog.open()

    def change(self) -> None:
        """Change it, or say what is missing."""
        missing = not self.current.text()
        self.current_field.set_fault(tr("Type what opens this vault now.") if missing else "")
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

    def renew_recovery(self) -> None:
        """Have a new recovery key written down, typed back, and open the vault from then on."""
        self._ask(
            tr("Make a new recovery key"),
            tr(
                "You will see the new key once, write it down or print it, and type it back. Until then the old one stays."
            ),
            tr("Use this recovery key"),
            self.context.vault.renew_recovery_key,
            lambda: self.context.notices.done(tr("The new recovery key opens this vault. Destroy the old paper.")),
        )

    def rekey(self) -> None:
        """Have a new recovery key typed back, encrypt everything anew, and lock."""
        self._ask(
            tr("Renew the vault's key"),
            tr(
                "First comes a new recovery key, which you write down and type back. Then the vault is encrypted again and "
                "checked, and it locks: unlock it with the same passphrase. If the computer stops on the way, nothing is "
                "lost: the vault opens with the old key or the new."
            ),
            tr("Renew the vault's key"),
            self.context.vault.rekey,
            self.context.lock,
        )

    def _ask(
        self, title: str, lead: str, go_on: str, act: Callable[[str, str], None], done: Callable[[], object]
    ) -> None:
        self.dialog = KeyCeremony(self.context, title, lead, go_on, act, done, self)
        self.dialog.open()

    def _changed(self, _nothing: object) -> None:
        self.change_button.setEnabled(True)
        self.current.clear()
        self.chooser.clear()
        self.context.notices.done(tr("The passphrase is changed. Use the new one from now on."))

    def _refused(self, error: HsbAssessError) -> None:
        self.change_button.setEnabled(True)
        words = sentence(error)
        self.current_field.set_fault(words)
        self.errors.show_faults([(words, self.current_field.focus)])


def _card(title: str, *words: str) -> Card:
    card = Card(margin=24)
    card.body.setSpacing(16)
    card.body.addWidget(Heading(title, 2))
    for each in words:
        card.body.addWidget(Paragraph(each))
    return card
