"""A process to be watched: works in a vault and says what it promises, each line with one write.

Not a test. Arguments: ``work``, ``migrate`` or ``restore``, folder, recovery key, the backup that is restored, and the
fault that a control wants: ``off`` (nothing of the database is flushed) or ``unflushed`` (no other file is).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from hsb_assess.desk.backups import back_up
from hsb_assess.domain.clock import SystemClock
from hsb_assess.vault import backup, file, migrations, restoring
from hsb_assess.vault import folder as folders
from hsb_assess.vault.keys import KdfParameters
from hsb_assess.vault.opening import unlock_with_recovery
from tests.faults.small import LATER, write_one


def _tell(word: str) -> None:
    os.write(1, f"{word}\n".encode())


def _work(folder: Path, key: str) -> None:
    """Write, back up, change the passphrase, lock, and write again."""
    with unlock_with_recovery(folder, key) as vault:
        book = vault.book()
        for _ in range(25):
            _tell(f"entry {write_one(vault, book)}")
        _tell(f"backup {back_up(vault, 'asked', SystemClock()).path.name}")
        vault.change_passphrase(key, "another five plain words entirely", kdf=KdfParameters.floor())
        for _ in range(10):
            _tell(f"entry {write_one(vault, book)}")
    _tell("locked")
    with unlock_with_recovery(folder, key) as vault:
        book = vault.book()
        for _ in range(10):
            _tell(f"entry {write_one(vault, book)}")


def _main(act: str, folder: Path, key: str, other: Path, control: str) -> None:
    if control == "off":
        file.SETTINGS = tuple(  # type: ignore[misc]  # that is the fault
            (name, "OFF", 0) if name == "synchronous" else (name, value, read) for name, value, read in file.SETTINGS
        )
    elif control == "unflushed":
        for room in (folders, backup):
            room.flush = lambda _handle: None
    if act == "work":
        _work(folder, key)
    elif act == "migrate":
        migrations.MIGRATIONS = (*migrations.MIGRATIONS, LATER)  # type: ignore[misc]  # a later version of the program
        unlock_with_recovery(folder, key).close()
        _tell("migrated")
    else:
        restoring.restore(other, folder, key, with_recovery_key=True, clock=SystemClock())
        _tell("restored")


if __name__ == "__main__":
    _main(sys.argv[1], Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4]), sys.argv[5])
