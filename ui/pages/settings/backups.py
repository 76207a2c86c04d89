"""Backups: those that are here, one made now, the second medium, and a look into any of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from hsb_assess.desk import backups
from hsb_assess.desk.looking import LOOKING, lay_out
from ui.configuration import data_folder
from ui.language import moment_words, tr
from ui.sidewindow import look_into
from ui.widgets.backups import BackupTable
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.empty import EmptyState
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import timedelta

    from hsb_assess.desk.backups import Kept
    from hsb_assess.vault.backup import Backup
    from ui.navigation import PageContext

__all__ = ["BackupsPart"]


class BackupsPart(QWidget):
    """Two cards: what is on this computer, and the copies elsewhere."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(16)
        body.addWidget(self._here())
        body.addWidget(self._elsewhere())
        self.read()

    def _here(self) -> Card:
        card = Card(margin=24)
        card.body.setSpacing(12)
        card.body.addWidget(Heading(tr("Backups on this computer"), 2))
        card.body.addWidget(
            Paragraph(
                tr(
                    "One is made by itself every day, checked before it counts, and kept for most of a year with "
                    "wider gaps the older it is. Each is encrypted as the vault is, and opens with the passphrase of "
                    "its day or the recovery key."
                )
            )
        )
        self.table = BackupTable(tr("Backups, the newest first"))
        self.empty = EmptyState(tr("No backup yet"), tr("The first one is made by itself soon, or now if you ask."))
        self.now_button = button(tr("Back up now"), self.back_up, kind="primary")
        self.look_button = button(tr("Look into it"), self.look)
        for part in (self.table, self.empty):
            card.body.addWidget(part)
        card.body.addLayout(button_row(self.now_button, self.look_button))
        card.body.addWidget(
            Caption(
                tr(
                    "To put a backup in this vault's place, lock the vault and choose “Restore a backup” on the page "
                    "that asks for the passphrase."
                )
            )
        )
        return card

    def _elsewhere(self) -> Card:
        card = Card(margin=24)
        card.body.setSpacing(12)
        card.body.addWidget(Heading(tr("Copies on a second medium"), 2))
        card.body.addWidget(
            Paragraph(
                tr(
                    "A backup beside the vault is lost with the computer. Keep copies on a stick or a disk that is "
                    "stored elsewhere; each new backup follows by itself whenever it is connected."
                )
            )
        )
        self.where = Paragraph("")
        self.copied = Caption("")
        for part in (self.where, self.copied):
            card.body.addWidget(part)
        self.choose_button = button(tr("Choose a folder for copies"), self.ask_folder)
        self.copy_button = button(tr("Back up and copy now"), self.copy)
        card.body.addLayout(button_row(self.choose_button, self.copy_button))
        return card

    def read(self) -> None:
        """Show what is there now."""
        vault = self.context.vault.vault
        self.context.operations.read(lambda _at: backups.kept(vault), on_done=self._show)

    def back_up(self) -> None:
        """Make a backup now."""
        vault, clock = self.context.vault.vault, self.context.vault.clock
        self._run(
            lambda: backups.back_up(vault, "asked", clock),
            tr("Making a backup"),
            tr("The backup is made and checked."),
        )

    def copy(self) -> None:
        """Make a backup now and copy it to the second medium."""
        vault, clock = self.context.vault.vault, self.context.vault.clock
        self._run(
            lambda: backups.copy_to_second(vault, clock),
            tr("Making a backup and copying it"),
            tr("The backup and its copy are made and checked."),
        )

    def ask_folder(self) -> None:
        """Ask where copies go."""
        chosen = QFileDialog.getExistingDirectory(self, tr("Choose a folder on another medium"))
        if chosen:
            self.choose(Path(chosen))

    def choose(self, folder: Path) -> None:
        """Have copies go to ``folder`` from now on, the first at once."""
        vault, clock = self.context.vault.vault, self.context.vault.clock
        self._run(
            lambda: backups.choose_second(vault, folder, clock),
            tr("Copying a backup"),
            tr("The copy is made and checked. Store it elsewhere than this computer."),
        )

    def look(self) -> None:
        """Open a window that shows what is in the chosen backup."""
        path = self.table.current_key()
        if path:
            self.context.operations.read(
                lambda _at: lay_out(Path(path), data_folder() / LOOKING),
                on_done=self._laid_out,
                label=tr("Laying the backup out"),
            )

    @staticmethod
    def _laid_out(folder: Path) -> None:
        look_into(folder)

    def _run(self, work: Callable[[], Backup], label: str, done: str) -> None:
        for each in (self.now_button, self.copy_button, self.choose_button):
            each.setEnabled(False)

        def finished(_made: object) -> None:
            self.context.notices.done(done)
            self.read()

        def refused(error: object) -> None:
            self.context.operations.failed.emit(error)
            self.read()

        self.context.operations.run(lambda _at: work(), on_done=finished, on_error=refused, label=label, by=self)

    def _show(self, found: Kept) -> None:
        self.table.show_backups(found.backups)
        self.table.setVisible(bool(found.backups))
        self.empty.setVisible(not found.backups)
        self.look_button.setEnabled(bool(found.backups))
        writes = not self.context.vault.only_read
        self.now_button.setEnabled(writes)
        self.choose_button.setEnabled(writes)
        there = found.second is not None and found.second.is_dir()
        self.copy_button.setEnabled(there and writes)
        if found.second is None:
            self.where.setText(tr("No folder is chosen yet."))
        elif there:
            self.where.setText(tr("Copies go to {folder}.", folder=str(found.second)))
        else:
            self.where.setText(tr("Copies go to {folder}, which is not connected now.", folder=str(found.second)))
        self.copied.setText(_copied_words(found, self.context.vault.clock.now() - found.copied) if found.copied else "")


def _copied_words(found: Kept, age: timedelta) -> str:
    assert found.copied is not None
    when = tr("The last copy was made on {moment}.", moment=moment_words(found.copied))
    late = age >= backups.SECOND_EVERY
    return f"{when} {tr('That is more than a week ago: connect it soon.')}" if late else when
