"""Restore a backup: choose one, look into it, put it in the vault's place; from the pages before a vault is open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from hsb_assess.desk.looking import LOOKING, lay_out
from hsb_assess.domain.clock import SystemClock
from hsb_assess.vault.backup import SUFFIX, Backup, backups_in, read_backup
from hsb_assess.vault.folder import BACKUPS
from hsb_assess.vault.restoring import Restored, restore
from ui.background import in_background
from ui.configuration import data_folder
from ui.language import moment_words, sentence, tr
from ui.sidewindow import look_into
from ui.widgets.backups import BackupTable
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card, Column
from ui.widgets.empty import EmptyState
from ui.widgets.errors import ErrorSummary
from ui.widgets.fields import Field, PassphraseEdit
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from hsb_assess.domain.errors import HsbAssessError
    from ui.entry import EntryContext

__all__ = ["RestorePage"]


class RestorePage(QWidget):
    """The backups of the vault's own folder, or those of a folder that somebody chooses."""

    def __init__(self, context: EntryContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._found: dict[str, Backup] = {}
        self._with_recovery = False
        column = Column(width=760, centred=True)
        column.body.setContentsMargins(0, 48, 0, 32)
        self.column = column
        column.body.addWidget(Heading(tr("Restore a backup")))
        column.body.addWidget(
            Paragraph(
                tr(
                    "A backup takes the place of the vault in {folder}. If there is a vault now, it is kept in that "
                    "folder, whole. You need the passphrase of the day of the backup, or the recovery key.",
                    folder=str(context.folder),
                )
            )
        )
        self.errors = ErrorSummary()
        column.body.addWidget(self.errors)
        column.body.addWidget(self._choosing())
        self.opening = self._opening()
        column.body.addWidget(self.opening)
        self.back_button = button(tr("Back"), self.back, kind="quiet")
        column.body.addLayout(button_row(self.back_button))
        column.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 0, 12, 0)
        whole.addWidget(column)
        self.show_folder(context.folder / BACKUPS)

    def _choosing(self) -> Card:
        card = Card(margin=24)
        card.body.setSpacing(12)
        card.body.addWidget(Heading(tr("Which backup"), 2))
        self.table = BackupTable(tr("Backups, the newest first"))
        self.empty = EmptyState(
            tr("No backup here"),
            tr("Connect the stick or the disk with your copies, then choose its folder."),
        )
        self.folder_button = button(tr("Choose another folder"), self.ask_folder)
        self.look_button = button(tr("Look into it first"), self.look)
        for part in (self.table, self.empty):
            card.body.addWidget(part)
        card.body.addLayout(button_row(self.folder_button, self.look_button))
        return card

    def _opening(self) -> Card:
        card = Card(margin=24)
        card.body.setSpacing(12)
        card.body.addWidget(Heading(tr("What opens it"), 2))
        self.secret = PassphraseEdit()
        self.secret.submitted.connect(self.put_in_place)
        self.field = Field(tr("Passphrase of the backup"), self.secret)
        self.field.mended.connect(self.errors.drop)
        self.put_button = button(tr("Put it in the vault's place"), self.put_in_place, kind="primary")
        self.recovery_button = button(tr("Use the recovery key"), self.switch, kind="quiet")
        self.working = Caption("")
        self.working.hide()
        for part in (self.field, self.working):
            card.body.addWidget(part)
        card.body.addLayout(button_row(self.put_button, self.recovery_button))
        return card

    def ask_folder(self) -> None:
        """Ask for the folder of a backup, or one that holds several."""
        chosen = QFileDialog.getExistingDirectory(self, tr("Choose a backup, or a folder with backups"))
        if chosen:
            self.show_folder(Path(chosen))

    def show_folder(self, folder: Path) -> None:
        """Show the backups in a folder, or the one that it is."""
        found = (read_backup(folder),) if folder.name.endswith(SUFFIX) and folder.is_dir() else backups_in(folder)
        self._found = {str(each.path): each for each in found}
        self.table.show_backups(found)
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.look_button.setEnabled(bool(found))
        self.opening.setEnabled(bool(found))
        (self.table if found else self.folder_button).setFocus()

    def chosen(self) -> Backup | None:
        """Return the backup that is chosen."""
        return self._found.get(self.table.current_key())

    def look(self) -> None:
        """Open a window beside this one that shows what is in it."""
        backup = self.chosen()
        if backup is None:
            return
        self._busy(tr("Laying the backup out"))
        in_background(lambda: lay_out(backup.path, data_folder() / LOOKING), self._laid_out, self._failed, parent=self)

    def _laid_out(self, folder: Path) -> None:
        self._busy("")
        look_into(folder)

    def switch(self) -> None:
        """Ask for the recovery key instead, or for the passphrase again."""
        self._with_recovery = not self._with_recovery
        name = tr("Recovery key") if self._with_recovery else tr("Passphrase of the backup")
        self.field.label.setText(name)
        self.secret.edit.setAccessibleName(name)
        self.recovery_button.setText(tr("Use the passphrase") if self._with_recovery else tr("Use the recovery key"))
        self.secret.clear()
        self.secret.edit.setFocus()

    def put_in_place(self) -> None:
        """Restore it in the background: all of it is checked before and after."""
        backup, words = self.chosen(), self.secret.text()
        if backup is None or not words:
            self._refuse(tr("Type what opens the backup, then try again."))
            return
        self.errors.show_faults([])
        self._busy(tr("Checking the backup and putting it in place"))
        folder, by_key = self.context.folder, self._with_recovery
        in_background(
            lambda: restore(backup.path, folder, words, with_recovery_key=by_key, clock=SystemClock()),
            self._done,
            self._failed,
            parent=self,
        )

    def back(self) -> None:
        """Go back to where the person came from."""
        there = self.context.folder.is_dir() and self.context.folder in self.context.known
        self.context.go("unlock" if there else "first_run", self.context.folder if there else None)

    def _done(self, restored: Restored) -> None:
        self.secret.clear()
        card = Card(margin=24)
        card.body.setSpacing(12)
        card.body.addWidget(Heading(tr("The backup is in place"), 2))
        day = moment_words(restored.backup.manifest.moment())
        card.body.addWidget(
            Paragraph(
                tr(
                    "The vault is now as it was on {day}. It opens with the passphrase of that day, or the recovery key. "
                    "If this computer has seen a newer state of it, a second person says what happened before anything "
                    "can be changed.",
                    day=day,
                )
            )
        )
        if restored.aside is not None:
            card.body.addWidget(Caption(tr("What was there before is kept in {folder}.", folder=str(restored.aside))))
        self.unlock_button = button(
            tr("Go to unlock"), lambda: self.context.go("unlock", self.context.folder), kind="primary"
        )
        card.body.addLayout(button_row(self.unlock_button))
        new = Column(width=760, centred=True)
        new.body.setContentsMargins(0, 48, 0, 32)
        new.body.addWidget(card)
        new.body.addStretch(1)
        layout = self.layout()
        assert layout is not None
        layout.removeWidget(self.column)
        self.column.hide()
        self.column.deleteLater()
        self.column = new
        layout.addWidget(new)
        self.unlock_button.setFocus()

    def _failed(self, error: HsbAssessError) -> None:
        self._busy("")
        self._refuse(sentence(error))

    def _refuse(self, words: str) -> None:
        self.field.set_fault(words)
        self.errors.show_faults([(words, self.field.focus)])

    def _busy(self, words: str) -> None:
        self.working.setText(words)
        self.working.setVisible(bool(words))
        parts: tuple[QWidget, ...] = (
            self.table,
            self.folder_button,
            self.look_button,
            self.put_button,
            self.recovery_button,
            self.secret,
            self.back_button,
        )
        for part in parts:
            part.setEnabled(not words)
