"""A look into a backup: a copy of it is opened beside the vault, only read, and thrown away."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.ids import new_id
from hsb_assess.vault.backup import copy_file, read_backup
from hsb_assess.vault.folder import DATABASE, SLOTS, disk_errors
from hsb_assess.vault.opening import Vault

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["LOOKING", "lay_out", "take_away"]

LOOKING: Final = "looking"
"""The folder, among the program's data, that holds such copies."""


def lay_out(path: Path, root: Path) -> Path:
    """Copy the backup at ``path`` below ``root`` and return the folder, which opens as a vault does.

    What earlier looks left there goes. The copy may be brought up to date by the program; the backup stays as it is.
    Codes: ``not_a_backup``, ``backup_damaged``, ``disk_full``.
    """
    found = read_backup(path)
    with disk_errors():
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        for old in list(root.iterdir()):
            take_away(old)
        if shutil.disk_usage(root).free < 2 * found.size:
            raise HsbAssessError(
                "disk_full", "There is not enough room to look into this backup.", "Free some space and try again."
            )
        folder = root / new_id()
        folder.mkdir(mode=0o700)
        for name in (DATABASE, SLOTS):
            copy_file(path / name, folder / name)
    return folder


def take_away(folder: Path) -> bool:
    """Remove such a copy; say whether it could be. One that another window has open stays until that is closed."""
    try:
        if Vault.locked_by_other(folder):
            return False
    except HsbAssessError:
        pass  # it is not even whole
    shutil.rmtree(folder, ignore_errors=True)
    return not folder.exists()
