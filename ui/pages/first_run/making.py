"""Making a vault: who you are, the passphrase, the recovery key, and the first unlock."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hsb_assess.desk import access
from hsb_assess.domain.clock import clock_for
from hsb_assess.vault import ballast
from hsb_assess.vault.medium import network_kind, synced_by
from ui.background import in_background
from ui.language import sentence, tr
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card, Column
from ui.widgets.errors import ErrorSummary
from ui.widgets.fields import Field, choice
from ui.widgets.passphrase import PassphraseChooser
from ui.widgets.people import ROLES, role_words
from ui.widgets.recoverysheet import RecoveryStep
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.domain.clock import Clock
    from hsb_assess.domain.errors import HsbAssessError
    from hsb_assess.vault.escrow import Escrow
    from ui.entry import EntryContext

__all__ = ["Making"]

STEPS = 3


class Making(QWidget):
    """Three steps; nothing is written before the passphrase is chosen."""

    def __init__(self, context: EntryContext, *, back: Callable[[], None], offered: Escrow | None = None) -> None:
        super().__init__()
        self.context, self._leave, self.offered = context, back, offered
        self.folder = context.folder
        self._passphrase = ""
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(16)
        self.progress = Caption("")
        self.title = Heading("")
        self.errors = ErrorSummary()
        self.place = QVBoxLayout()
        self.place.setSpacing(16)
        for part in (self.progress, self.title, self.errors):
            body.addWidget(part)
        body.addLayout(self.place)
        self.busy = Card(tone="information", margin=12)
        self._doing = Paragraph()
        self.busy.body.addWidget(self._doing)
        self.busy.hide()
        body.addWidget(self.busy)
        self.you = _You(self)
        self.words = _Words(self)
        chooser = self.words.chooser
        for field in (*self.you.fields, chooser.first_field, chooser.second_field):
            field.mended.connect(self.errors.drop)
        self._shown: QWidget | None = None
        self.setFocusProxy(self.you.name)
        self.show_you()

    def show_you(self) -> None:
        """Ask who works with this vault."""
        self._show(self.you, 1, tr("About you"), self.you.name)

    def show_words(self) -> None:
        """Ask for the passphrase once the particulars are complete."""
        faults = self.you.faults()
        self.errors.show_faults([(words, field.focus) for words, field in faults])
        if not faults:
            self.words.chooser.about = (self.you.name.text(), self.you.agency.text())
            self._show(self.words, 2, tr("Your passphrase"), self.words.chooser.first.edit)

    def make_vault(self) -> None:
        """Make the vault; sealing the keys takes a second by design."""
        faults = self.words.chooser.faults()
        self.errors.show_faults([(words, field.focus) for words, field in faults])
        if faults:
            return
        self._be_busy(tr("Making the vault. This takes a few seconds."))
        self._passphrase = self.words.chooser.text()
        name, role, agency = self.you.name.text(), str(self.you.role.currentData()), self.you.agency.text()
        folder, phrase, clock = self.folder, self._passphrase, self._clock()
        escrow = self.offered if self.words.lets_organisation() else None
        in_background(
            lambda: _make(
                folder,
                lambda: access.first_run(
                    folder, phrase, name=name, role=role, agency=agency, clock=clock, escrow=escrow, proved=False
                ),
            ),
            self._made,
            self._failed,
            parent=self,
        )

    def open(self) -> None:
        """Unlock the new vault."""
        self._be_busy(tr("Opening the vault. This takes a few seconds."))
        folder, phrase, clock = self.folder, self._passphrase, self._clock()
        outside = access.anchors(self.context.anchors)

        def open_it() -> access.OpenedVault:
            opened = access.unlock(folder, phrase, clock=clock, anchors=outside)
            opened.note_on_paper()
            return opened

        in_background(open_it, self._opened, self._failed, parent=self)

    def _be_busy(self, words: str) -> None:
        """Take no more keys, and say why under the button that was pressed; nothing there leaves the step greyed."""
        if self._shown is not None:
            self._shown.setEnabled(not words)
        self._doing.setText(words)
        self.busy.setAccessibleName(words)
        self.busy.setVisible(bool(words))
        if words:
            QTimer.singleShot(0, self.busy, self._show_busy)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.busy, words))

    def _show_busy(self) -> None:
        """Scroll to it where large text or a low window leaves no room under the button."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, Column):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(self.busy, 0, 24)

    def leave(self) -> None:
        """Go back to the welcome."""
        self.words.chooser.clear()
        self._leave()

    def _clock(self) -> Clock:
        return clock_for(date.fromisoformat(self.context.today) if self.context.today else None)

    def _made(self, recovery_key: str) -> None:
        self._be_busy("")
        self.words.chooser.clear()
        step = RecoveryStep(recovery_key, done=self.open)
        self._show(step, STEPS, tr("Your recovery key"), step.first_focus())

    def _opened(self, vault: access.OpenedVault) -> None:
        self._passphrase = ""
        self.context.opened(vault, self.folder)

    def _failed(self, error: HsbAssessError) -> None:
        self._be_busy("")
        self.errors.show_faults([(sentence(error), self.show_you)])

    def _show(self, step: QWidget, number: int, title: str, focus: QWidget) -> None:
        if self._shown is not None:
            self.place.removeWidget(self._shown)
            self._shown.hide()
        self._shown = step
        self.errors.show_faults([])
        self.progress.setText(tr("Step {n} of {all}", n=number, all=STEPS))
        self.title.setText(title)
        self.place.addWidget(step)
        step.show()
        focus.setFocus(Qt.FocusReason.OtherFocusReason)


def _make(folder: Path, make: Callable[[], str]) -> str:
    """Make the vault and keep room aside beside it; return the recovery key."""
    key = make()
    ballast.keep(folder)
    return key


class _You(QWidget):
    def __init__(self, making: Making) -> None:
        super().__init__()
        self._making = making
        self.name, self.agency = QLineEdit(), QLineEdit()
        self.role = choice([(role, role_words(role)) for role in ROLES])
        self.where = QLineEdit(str(making.folder))
        self.where.textEdited.connect(self._moved)
        self.name.returnPressed.connect(self.role.setFocus)
        for last in (self.agency, self.where):
            last.returnPressed.connect(making.show_words)
        self.name_field = Field(
            tr("Your name"), self.name, hint=tr("The name that you sign reports with, for example Asha Rahman.")
        )
        self.role_field = Field(
            tr("Your role"),
            self.role,
            hint=tr("Social workers who assess are practitioners here; who reviews is a supervisor."),
        )
        self.agency_field = Field(
            tr("Your agency"), self.agency, hint=tr("The council, trust or organisation that you work for.")
        )
        self.where_field = Field(
            tr("Folder of the vault"),
            self.where,
            hint=tr(
                "This place will do for most people. It has to be on this computer's own disk, not shared or synchronised."
            ),
        )
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(20)
        body.addWidget(Paragraph(tr("This is how others know you when you sign, send or receive a case.")))
        self.fields = (self.name_field, self.role_field, self.agency_field, self.where_field)
        for field in self.fields[:3]:
            body.addWidget(field)
        row = QHBoxLayout()
        row.addWidget(self.where_field, 1)
        row.addWidget(button(tr("Choose"), self._choose, name=tr("Choose another folder")), 0, _BOTTOM)
        body.addLayout(row)
        body.addLayout(
            button_row(
                button(tr("Continue"), making.show_words, kind="primary"),
                button(tr("Back"), making.leave, kind="quiet"),
            )
        )

    def faults(self) -> list[tuple[str, Field]]:
        """Return what is missing, and show it at its field."""
        found: list[tuple[str, Field]] = []
        wanted = (
            (self.name, self.name_field, tr("Type your name.")),
            (self.agency, self.agency_field, tr("Type the name of your agency.")),
            (self.where, self.where_field, tr("Choose a folder for the vault.")),
        )
        for edit, field, words in wanted:
            missing = not edit.text().strip()
            field.set_fault(words if missing else "")
            if missing:
                found.append((words, field))
        kind = network_kind(self._making.folder)
        if kind is not None:
            words = tr("This folder lies on a network share ({kind}). Choose one on this computer's disk.", kind=kind)
            self.where_field.set_fault(words)
            found.append((words, self.where_field))
        return found

    def _moved(self, text: str) -> None:
        self._making.folder = Path(text.strip()).expanduser()
        program = synced_by(self._making.folder)
        self.where_field.set_hint(
            tr("On this computer's own disk, not in a shared or synchronised folder.")
            if program is None
            else tr(
                "{program} copies this folder to a cloud. The vault is encrypted, but two computers that write to it "
                "lose work: choose a folder that stays on this computer.",
                program=program,
            )
        )

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Choose an empty folder"), str(Path.home()))
        if chosen:
            self.where.setText(chosen)
            self._moved(chosen)


_BOTTOM = Qt.AlignmentFlag.AlignBottom


class _Words(QWidget):
    def __init__(self, making: Making) -> None:
        super().__init__()
        self.chooser = PassphraseChooser(tr("Passphrase"))
        self.chooser.submitted.connect(making.make_vault)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(16)
        body.addWidget(
            Paragraph(
                tr("It opens your vault and signs for you. Nobody can reset it, so choose one you will remember.")
            )
        )
        body.addWidget(self.chooser)
        self.organisation: QCheckBox | None = None
        if making.offered is not None:
            body.addWidget(self._organisation_card(making.offered.organisation))
        body.addLayout(
            button_row(
                button(tr("Make the vault"), making.make_vault, kind="primary"),
                button(tr("Back"), making.show_you, kind="quiet"),
            )
        )

    def _organisation_card(self, name: str) -> Card:
        card = Card(tone="information")
        card.body.setSpacing(8)
        card.body.addWidget(Heading(tr("{name} asks to be able to open this vault", name=name), 3))
        card.body.addWidget(
            Paragraph(
                tr(
                    "Your organisation can open this vault; your signature stays yours. It is for a case that has to go on "
                    "without you. Whoever uses its key works in a copy under a name of their own, and you are told of it."
                )
            )
        )
        self.organisation = QCheckBox(tr("Let {name} open this vault", name=name))
        self.organisation.setChecked(True)
        card.body.addWidget(self.organisation)
        card.body.addWidget(Caption(tr("You can change this later in the settings, under Organisation.")))
        return card

    def lets_organisation(self) -> bool:
        """Say whether the organisation may open the vault too."""
        return self.organisation is not None and self.organisation.isChecked()
