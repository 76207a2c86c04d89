"""Organisation: what it sets in this vault, whether it can open it, and when it did."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsb_assess.desk import custody, organisation
from hsb_assess.trust.organisation import MAX_BYTES
from ui.language import day_words, sentence, tr
from ui.pages.settings.words import WordsDialog
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.fields import Field, PassphraseEdit
from ui.widgets.files import Files, read_file
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hsb_assess.desk.organisation import EscrowState, Known
    from hsb_assess.domain.errors import HsbAssessError
    from hsb_assess.trust.organisation import Organisation
    from ui.navigation import PageContext

__all__ = ["OrganisationPart"]


class OrganisationPart(QWidget):
    """Shows what counts; a file counts once its eight words were compared, or if the administrators put it here."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.files = Files()
        self.dialog: WordsDialog | None = None
        self.known = organisation.Known()
        self._cards: list[Card] = []
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(16)
        self.secret = PassphraseEdit()
        self.read()

    def read(self) -> None:
        """Show everything as it stands now."""
        for card in self._cards:
            self._body.removeWidget(card)
            card.hide()
            card.deleteLater()
        at, vault = self.context.at, self.context.vault
        self.known = organisation.known(at)
        self._cards = [self._configuration_card()]
        if self.known.pending is not None:
            self._cards.append(self._waiting_card(self.known.pending))
        self._cards.append(self._escrow_card(organisation.escrow_state(vault, at)))
        for card in self._cards:
            self._body.addWidget(card)

    def _configuration_card(self) -> Card:
        card = _card(tr("Your organisation"))
        accepted = self.known.accepted
        if accepted is None:
            card.body.addWidget(
                Paragraph(
                    tr(
                        "No organisation sets anything in this vault. If yours has a configuration, ask for the file and "
                        "for the eight words that belong to it."
                    )
                )
            )
        else:
            card.body.addWidget(Heading(accepted.name, 3))
            for line in _sets(accepted):
                card.body.addWidget(Paragraph(line))
            if organisation.other_edition(self.context.at):
                card.body.addWidget(
                    Paragraph(tr("This computer has another edition of that guidance; ask for an update."))
                )
            card.body.addWidget(Caption(_since(self.known)))
            if accepted.idle_minutes is not None or accepted.session_hours is not None:
                card.body.addWidget(Caption(tr("Time limits count from your next unlock on.")))
        words = tr("Import a newer configuration") if accepted is not None else tr("Import a configuration")
        self.import_button = button(words, self.ask_which)
        card.body.addLayout(button_row(self.import_button))
        return card

    def _waiting_card(self, pending: Organisation) -> Card:
        card = _card(tr("A configuration waits"), tone="warning")
        if self.known.changed_key:
            said = tr(
                "It says that it comes from {name}, and it is signed with another key than the one in use. Nothing changes "
                "until you have compared its eight words.",
                name=pending.name,
            )
        else:
            said = tr(
                "It says that it comes from {name}. Nothing changes until you have compared its eight words.",
                name=pending.name,
            )
        card.body.addWidget(Paragraph(said))
        self.compare_button = button(tr("Compare the eight words"), self.compare, kind="primary")
        card.body.addLayout(button_row(self.compare_button))
        return card

    def _escrow_card(self, state: EscrowState) -> Card:
        card = _card(tr("Who can open this vault"), tone="bad" if state.missing else "")
        card.body.addWidget(Paragraph(_who(state)))
        for use in custody.uses(self.context.at):
            card.body.addWidget(
                Caption(
                    tr(
                        "Opened by {name}, {agency}, on {day}: {reason}",
                        name=use.name,
                        agency=use.agency,
                        day=_day(use.at),
                        reason=use.reason,
                    )
                )
            )
        allow = state.offered is not None and (state.allowed is None or state.missing)
        if allow or state.allowed is not None:
            self.secret = PassphraseEdit()
            by_key = self.context.vault.opened_with_recovery_key
            asked = tr("Recovery key in use") if by_key else tr("Passphrase in use")
            self.secret_field = Field(asked, self.secret)
            card.body.addWidget(self.secret_field)
            words = tr("Let {name} open this vault", name=state.offered.organisation) if allow and state.offered else ""
            self.escrow_button = (
                button(words, self.allow, kind="primary")
                if allow
                else button(tr("Let nobody else open this vault"), self.end, kind="danger")
            )
            self.secret.submitted.connect(self.escrow_button.click)
            card.body.addLayout(button_row(self.escrow_button))
        return card

    def ask_which(self) -> None:
        """Ask for a file, then take it in."""
        path = self.files.open(self, tr("Import a configuration"), tr("Configurations (*.json)"))
        if path is not None:
            self.take_in(path)

    def take_in(self, path: Path) -> None:
        """Take in the configuration in ``path`` and show its eight words if they are not known."""
        from hsb_assess.domain.errors import HsbAssessError

        try:
            data = read_file(path, MAX_BYTES)
        except HsbAssessError as error:
            self.context.notices.error(error)
            return
        self.context.operations.run(organisation.take_in, data, on_done=self._taken_in, by=self)

    def compare(self) -> None:
        """Show the eight words of what waits."""
        pending = self.known.pending
        if pending is None:
            return
        if self.dialog is not None:
            self.dialog.close()
        self.dialog = WordsDialog(
            tr("The configuration says that it comes from {name}.", name=pending.name),
            pending.words,
            how_to=tr(
                "Call your organisation's security officer on a number that you already know, or ask in person. They read "
                "you the eight words of the organisation's key; these are the words of the key that signed the file."
            ),
            warning=tr("Another key was used before. Ask why it changed before you compare.")
            if self.known.changed_key
            else "",
            parent=self,
        )
        self.dialog.same.connect(self.confirm)
        self.dialog.different.connect(self.refuse)
        self.dialog.open()

    def confirm(self, how: str) -> None:
        """Record that the words were the same."""
        self.context.operations.run(
            organisation.confirm,
            how,
            on_done=self._then(tr("The configuration of your organisation is in use.")),
            by=self,
        )

    def refuse(self) -> None:
        """Throw away a configuration whose words differ."""
        self.context.operations.run(organisation.refuse, on_done=self._refused_words, by=self)

    def allow(self) -> None:
        """Let the organisation open this vault."""
        self._act(organisation.allow_escrow, tr("Your organisation can open this vault; your signature stays yours."))

    def end(self) -> None:
        """Let nobody else open this vault."""
        self._act(organisation.end_escrow, tr("Nobody else can open this vault from now on."))

    def _act(self, act: Callable[..., object], said: str) -> None:
        if not self.secret.text():
            self.secret_field.set_fault(tr("Type what opens this vault."))
            self.secret_field.focus()
            return
        self.escrow_button.setEnabled(False)
        self.context.operations.run(
            act, self.context.vault, self.secret.text(), on_done=self._then(said), on_error=self._wrong, by=self
        )

    def _wrong(self, error: HsbAssessError) -> None:
        self.escrow_button.setEnabled(True)
        self.secret_field.set_fault(sentence(error))
        self.secret_field.focus()

    def _taken_in(self, found: Known) -> None:
        self.read()
        if found.pending is not None:
            self.compare()
        else:
            self.context.notices.done(tr("The configuration of your organisation is in use."))

    def _then(self, said: str) -> Callable[[object], None]:
        def done(_result: object) -> None:
            self.secret.clear()
            self.read()
            self.context.notices.done(said)

        return done

    def _refused_words(self, _known: Known) -> None:
        self.read()
        self.context.notices.warn(
            tr("The words differ: the configuration is not your organisation's, and was thrown away."),
            tr("Tell your information security officer."),
        )


def _card(title: str, *, tone: str = "") -> Card:
    card = Card(margin=24, tone=tone)
    card.body.setSpacing(12)
    card.body.addWidget(Heading(title, 2))
    return card


def _sets(found: Organisation) -> list[str]:
    """Return what a configuration sets, a sentence each."""
    said = []
    if found.idle_minutes is not None:
        said.append(tr("This vault locks after {n} minutes of stillness.", n=found.idle_minutes))
    if found.session_hours is not None:
        said.append(tr("The passphrase is asked for again after {n} hours.", n=found.session_hours))
    if found.profile is not None:
        named = found.profile.replace("_", " ").title()
        said.append(tr("New assessments follow the guidance profile {profile}.", profile=named))
    if found.ca is not None:
        said.append(tr("It has a certificate authority of its own for signatures."))
    if found.shared_folder is not None:
        said.append(tr("Packages are exchanged in {folder}.", folder=found.shared_folder))
    if found.escrow is not None:
        said.append(tr("It asks to be able to open this vault; below you see whether it can."))
    return said or [tr("It sets nothing yet.")]


def _since(known: Known) -> str:
    how = {
        organisation.ADMINISTRATOR: tr("put on this computer by its administrators"),
        "phone": tr("words compared by phone or video call"),
        "in_person": tr("words compared in person"),
    }.get(known.how, "")
    return tr("In use since {day}, {how}.", day=_day(known.at), how=how)


def _who(state: EscrowState) -> str:
    if state.missing:
        return tr(
            "The part of the key file that says who else can open this vault was changed outside the app. Somebody may have "
            "taken your organisation's key out or put another in. Tell your information security officer."
        )
    if state.allowed is not None:
        return tr(
            "You, and {name}. Your organisation can open this vault; your signature stays yours. Whoever uses its key works "
            "in a copy under a name of their own, and you are told at your next unlock who it was and why.",
            name=state.allowed.organisation,
        )
    if state.offered is not None:
        return tr(
            "Only you. {name} asks to be able to open this vault too, for a case that has to go on without you. It would get "
            "the vault's key, never your signature, and you would be told of each use. Copies and backups of today keep "
            "whoever can open them today.",
            name=state.offered.organisation,
        )
    return tr("Only you: with the passphrase, or with the recovery key in its envelope.")


def _day(moment: str) -> str:
    return day_words(datetime.fromisoformat(moment).astimezone())
