"""A table of backups: when, why, how large, where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.language import moment_words, tr
from ui.widgets.tables import Cell, Row, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hsb_assess.vault.backup import Backup

__all__ = ["BackupTable", "why_words"]


class BackupTable(Table):
    """One row a backup, the newest first; its key is the backup's path."""

    def __init__(self, name: str) -> None:
        super().__init__(name, [tr("Made"), tr("Why"), tr("Entries"), tr("Size")], stretch=1)

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Show these and choose the first."""
        self.show_rows([_row(each) for each in backups])
        if backups:
            self.select(str(backups[0].path))
        self.fit_height(8)


def _row(backup: Backup) -> Row:
    manifest = backup.manifest
    return Row(
        str(backup.path),
        (
            Cell(moment_words(manifest.moment()), bold=True, sort=manifest.made),
            Cell(why_words(manifest.why)),
            Cell(str(manifest.entries), sort=f"{manifest.entries:012}"),
            Cell(tr("{n} MB", n=f"{backup.size / 1e6:.1f}"), sort=f"{backup.size:016}"),
        ),
    )


def why_words(why: str) -> str:
    """Return what a backup was made for."""
    return {
        "automatic": tr("By itself"),
        "asked": tr("Asked for"),
        "migration": tr("Before a new version"),
    }.get(why, why)
