"""A vault for one's other laptop: where it goes and what opens it, its recovery key on paper, and what to do with it then."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hsb_assess.desk.laptops import note_on_paper, vault_for_other_laptop
from ui.language import sentence, tr
from ui.widgets.buttons import button, button_row
from ui.widgets.errors import ErrorSummary
from ui.widgets.fields import Field, PassphraseEdit
from ui.widgets.passphrase import PassphraseChooser
from ui.widgets.recoverysheet import RecoveryStep
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.domain.errors import HsbAssessError
    from ui.navigation import PageContext

__all__ = ["OtherLaptop"]


class OtherLaptop(QDialog):
    """``done`` is called on the UI thread once the vault is made and its recovery key came back from paper."""

    def __init__(self, context: PageContext, done: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self._done = context, done
        identity = context.at.identity
        self.setWindowTitle("Assess")
        self.setMinimumWidth(640)
        self.errors = ErrorSummary()
        self.where = QLineEdit()
        self.where_field = Field(
            tr("An empty folder, for example on a stick"),
            self.where,
            hint=tr("The vault is encrypted before anything is written there."),
        )
        self.current = PassphraseEdit()
        by_key = context.vault.opened_with_recovery_key
        self.current_field = Field(tr("Recovery key in use") if by_key else tr("Passphrase in use"), self.current)
        self.chooser = PassphraseChooser(tr("Passphrase for the other laptop"), about=(identity.name, identity.agency))
        self.chooser.submitted.connect(self.make)
        for field in (self.where_field, self.current_field, self.chooser.first_field, self.chooser.second_field):
            field.mended.connect(self.errors.drop)
        self.make_button = button(tr("Make the vault"), self.make, kind="primary")
        self.working = Caption("")
        self.working.hide()
        self.asking = self._asking()
        self.step: RecoveryStep | None = None
        self._folder = Path()
        self._key = ""
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(28, 24, 28, 24)
        self._body.setSpacing(16)
        for part in (Heading(tr("A vault for your other laptop"), 2), self.errors, self.asking, self.working):
            self._body.addWidget(part)
        self._body.addStretch(1)
        self.where.setFocus()

    def _asking(self) -> QWidget:
        asking = QWidget()
        body = QVBoxLayout(asking)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(16)
        body.addWidget(
            Paragraph(
                tr(
                    "It holds you, your signature and the people you know; no case yet. Cases go to it as packages, from "
                    "the page Packages."
                )
            )
        )
        row = QHBoxLayout()
        row.addWidget(self.where_field, 1)
        choose = button(tr("Choose"), self._choose, name=tr("Choose the folder"))
        row.addWidget(choose, 0, Qt.AlignmentFlag.AlignBottom)
        body.addLayout(row)
        body.addWidget(self.current_field)
        body.addWidget(self.chooser)
        body.addLayout(button_row(self.make_button, button(tr("Cancel"), self.reject, kind="quiet")))
        return asking

    def make(self) -> None:
        """Make the vault, or say what is missing."""
        faults: list[tuple[str, Field]] = []
        for edit, field, words in (
            (self.where.text().strip(), self.where_field, tr("Choose an empty folder.")),
            (self.current.text(), self.current_field, tr("Type what opens this vault now.")),
        ):
            field.set_fault("" if edit else words)
            faults += [] if edit else [(words, field)]
        faults += self.chooser.faults()
        self.errors.show_faults([(words, field.focus) for words, field in faults])
        if faults:
            return
        vault, current, words = self.context.vault, self.current.text(), self.chooser.text()
        folder = self._folder = Path(self.where.text().strip()).expanduser()

        def act(at: Workplace) -> str:
            at.confirm(current)
            return vault_for_other_laptop(vault, at, folder, words)

        self._busy(tr("Making the vault"))
        self.context.operations.run(
            act, on_done=self._made, on_error=self._refused, label=tr("Making the vault"), by=self
        )

    def _made(self, key: str) -> None:
        self._busy("")
        self.asking.hide()
        self.current.clear()
        self.chooser.clear()
        self._key = key
        self.step = RecoveryStep(key, done=self._typed_back, go_on=tr("The key is on paper"))
        self._body.insertWidget(2, self.step)
        self.step.show()
        self.step.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed_back(self) -> None:
        folder, key = self._folder, self._key
        self.context.operations.run(
            lambda _at: note_on_paper(folder, key), on_done=self._noted, on_error=self._refused, by=self
        )

    def _noted(self, _nothing: object) -> None:
        self._key = ""
        self.accept()
        self._done()

    def _refused(self, error: HsbAssessError) -> None:
        self._busy("")
        words = sentence(error)
        if self.step is not None:
            self.errors.show_faults([(words, self.step.ask_back)])
            return
        field = self.where_field if error.code.startswith(("folder", "vault", "disk")) else self.current_field
        field.set_fault(words)
        self.errors.show_faults([(words, field.focus)])

    def _busy(self, words: str) -> None:
        self.working.setText(words)
        self.working.setVisible(bool(words))
        self.asking.setEnabled(not words)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Choose an empty folder"), str(Path.home()))
        if chosen:
            self.where.setText(chosen)
