"""People: your own card to give away, the cards of others, and the eight words that prove them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from hsb_assess.desk import access, certifying
from hsb_assess.domain.errors import HsbAssessError
from ui.language import day_words, tr
from ui.pages.settings.words import WordsDialog
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.empty import EmptyState
from ui.widgets.people import role_words
from ui.widgets.tables import Cell, Row, Table
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from hsb_assess.desk.access import Contact, PendingContact
    from hsb_assess.desk.workplace import Change
    from ui.navigation import PageContext

__all__ = ["PeoplePart"]

MOST_BYTES = 65536


class PeoplePart(QWidget):
    """A card is a small file; until the eight words were compared it is nobody's."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self._contacts: dict[str, Contact] = {}
        self.dialog: WordsDialog | None = None
        me = context.at.identity
        own = Card(margin=24)
        own.body.setSpacing(6)
        own.body.addWidget(Heading(tr("Your card"), 2))
        own.body.addWidget(Paragraph(f"{me.name}, {role_words(me.role)}, {me.agency}"))
        own.body.addWidget(
            Caption(
                tr(
                    "Give it to whoever you work with. It holds your name, role and public keys, and nothing about a child."
                )
            )
        )
        self.vouched = Caption()
        own.body.addWidget(self.vouched)
        own.body.addSpacing(8)
        self.save_button = button(tr("Save your card to a file"), self.ask_where)
        own.body.addLayout(button_row(self.save_button))
        self.import_button = button(tr("Import a card"), self.ask_which, kind="primary")
        others = Card(margin=24)
        others.body.addWidget(Heading(tr("People you work with"), 2))
        self.table = Table(
            tr("People you work with"), [tr("Name"), tr("Role"), tr("Agency"), tr("Confirmed by")], stretch=0
        )
        self.table.opened.connect(self.compare)
        self.empty = EmptyState(
            tr("Nobody yet"),
            tr("Ask your supervisor for their card, import it here, and read the eight words to each other."),
        )
        self.compare_button = button(tr("Compare the eight words"), lambda: self.compare(self.table.current_key()))
        for part in (self.empty, self.table):
            others.body.addWidget(part)
        if certifying.has_authority(context.at):
            others.body.addWidget(
                Caption(
                    tr(
                        "Your organisation can vouch for a card: import the card, then the organisation's certificate for "
                        "it in the same way. Then no words need to be compared."
                    )
                )
            )
        others.body.addLayout(button_row(self.import_button, self.compare_button))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(16)
        body.addWidget(own)
        body.addWidget(others)
        context.operations.changed.connect(self._changed)
        self.read()

    def read(self) -> None:
        """Show everybody whose card is here, and whether the organisation vouches for one's own."""
        until = certifying.own_until(self.context.at)
        self.vouched.setVisible(until is not None)
        if until is not None:
            self.vouched.setText(tr("Your organisation vouches for it until {day}.", day=day_words(until)))
        found = access.contacts(self.context.at)
        self._contacts = {each.person: each for each in found}
        self.table.show_rows([_row(each) for each in found])
        for part in (self.table, self.compare_button):
            part.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.table.fit_height()

    def ask_where(self) -> None:
        """Ask for a file name, then write the card."""
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Save your card"), str(Path.home() / "my.card"), tr("Cards (*.card)")
        )
        if name:
            self.save_card(Path(name))

    def save_card(self, path: Path) -> None:
        """Write the own card to ``path``."""
        try:
            path.write_bytes(access.card_bytes(self.context.at))
        except OSError:
            self.context.notices.error(_file_error(tr("The card could not be written there.")))
        else:
            self.context.notices.done(tr("Your card is saved. Send it, and read the eight words to each other."))

    def ask_which(self) -> None:
        """Ask for a file, then take it in."""
        kinds = tr("Cards and certificates (*.card *.pem *.crt *.cer)")
        name, _ = QFileDialog.getOpenFileName(self, tr("Import a card"), str(Path.home()), kinds)
        if name:
            self.import_card(Path(name))

    def import_card(self, path: Path) -> None:
        """Take in the card in ``path`` and show its eight words; or the organisation's certificate for one that is here."""
        try:
            with path.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except OSError:
            self.context.notices.error(_file_error(tr("This file could not be read.")))
            return
        if _is_certificate(data):
            self.context.operations.run(certifying.import_certificate, data, on_done=self._vouched_for, by=self)
        else:
            self.context.operations.run(access.import_card, data, on_done=self._imported, by=self)

    def compare(self, person: str) -> None:
        """Show the eight words of somebody whose card is here."""
        contact = self._contacts.get(person)
        if contact is not None:
            self._ask(contact.person, contact.name, role_words(contact.role), contact.words, replaces=False)

    def confirm(self, person: str, how: str) -> None:
        """Record that the words were the same."""
        self.context.operations.run(access.confirm_card, person, how, on_done=self._confirmed, by=self)

    def _imported(self, pending: PendingContact) -> None:
        self.read()
        self.table.select(pending.person)
        self._ask(pending.person, pending.name, role_words(pending.role), pending.words, replaces=pending.replaces)

    def _ask(self, person: str, name: str, role: str, words: tuple[str, ...], *, replaces: bool) -> None:
        if self.dialog is not None:
            self.dialog.close()
        self.dialog = WordsDialog(
            tr("The card says: {name}, {role}.", name=name, role=role),
            words,
            how_to=tr(
                "Call this person on a number that you already know, or meet. Read the words to each other: "
                "they see the same eight on their screen if nobody changed a card on its way."
            ),
            warning=tr("This person had another card before. Ask why it changed before you compare.")
            if replaces
            else "",
            parent=self,
        )
        self.dialog.same.connect(lambda how: self.confirm(person, how))
        self.dialog.different.connect(
            lambda: self.context.notices.warn(
                tr("The words differ: somebody may have changed the card on its way."),
                tr("Ask for it again by another way, and tell your information security officer."),
            )
        )
        self.dialog.open()

    def _confirmed(self, _change: Change) -> None:
        if self.dialog is not None:
            self.dialog.close()  # a certificate may come while the words still stand there
        self.context.notices.done(tr("The card is confirmed. You can send to this person now."))

    def _vouched_for(self, change: Change) -> None:
        if change.created == self.context.at.identity.person:
            self.context.notices.done(tr("Your organisation vouches for your card. What you sign says so from now on."))
        else:
            self._confirmed(change)

    def _changed(self, change: Change, _by: object) -> None:
        if change.act == "card_verified":
            self.read()


def _file_error(what: str) -> HsbAssessError:
    return HsbAssessError("card_file", what, tr("Choose another file or folder."))


def _is_certificate(data: bytes) -> bool:
    """Say whether a file is a certificate: PEM, or the beginning of DER, which no card has."""
    return data.lstrip().startswith(b"-----BEGIN") or data.startswith(b"\x30\x82")


def _row(contact: Contact) -> Row:
    if contact.verified is None:
        state = Cell(tr("Nobody yet"), tone="warning")
    elif contact.how == certifying.BY_ORGANISATION:
        state = Cell(tr("Organisation"), tone="good")
    else:
        state = Cell(tr("Eight words"), tone="good")
    return Row(
        contact.person,
        (Cell(contact.name, bold=True), Cell(role_words(contact.role)), Cell(contact.agency), state),
    )
