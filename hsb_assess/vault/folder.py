"""A vault's folder: the names and permissions of its files, its lock, and how a file in it is replaced."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from filelock import FileLock, Timeout

from hsb_assess.domain.errors import HsbAssessError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = [
    "BACKUPS",
    "BALLAST",
    "DATABASE",
    "FAILURES",
    "LOCK",
    "READY",
    "RESTORING",
    "SIDE_FILES",
    "SLOTS",
    "UNFINISHED",
    "FolderLock",
    "announce",
    "clear_unfinished",
    "disk_errors",
    "flush",
    "make_private",
    "must_be_vault",
    "prepare",
    "replace_file",
    "sync_folder",
]

DATABASE: Final = "vault.db"
SLOTS: Final = "keys.json"
LOCK: Final = "vault.lock"
FAILURES: Final = "failed-unlocks.json"
BACKUPS: Final = "backups"
"""The folder of the vault's own backups."""
BALLAST: Final = "ballast"
"""A file without content that is given up when the disk is full."""
RESTORING: Final = "vault.restoring"
"""A folder in which a backup is prepared to take the vault's place; the marker in it says that it does."""
READY: Final = "ready"
UNFINISHED: Final = "vault.creating.db"
"""The database until it is complete. Renaming it to ``DATABASE`` is the moment at which a vault exists."""

_FULL: Final = frozenset({errno.ENOSPC, errno.EFBIG, *([errno.EDQUOT] if hasattr(errno, "EDQUOT") else [])})
_SEALED_OFF: Final = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
SIDE_FILES: Final = ("-wal", "-shm", "-journal")


@contextmanager
def disk_errors() -> Iterator[None]:
    """Turn an ``OSError`` into ``disk_full``, ``vault_read_only`` or ``vault_io``."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise HsbAssessError(
                "disk_full",
                "The disk would not take the data: it is full, or its quota is used up.",
                "Free some space and try again; everything saved before is safe.",
            ) from error
        if error.errno in _SEALED_OFF:
            raise HsbAssessError(
                "vault_read_only",
                "The vault's folder may not be written to.",
                "Move the vault to a folder of your own, or ask for the right to write to it.",
            ) from error
        raise HsbAssessError(
            "vault_io",
            "The vault's folder could not be read or written.",
            "Check that the disk is connected, then try again.",
        ) from error


def must_be_vault(folder: Path) -> None:
    """Raise unless ``folder`` holds a finished vault.

    Codes: ``not_a_vault``, ``vault_unfinished`` (its making was broken off; nothing was stored yet),
    ``slots_missing`` and ``vault_missing`` (one of its two files was lost).
    """
    database, slots = (folder / DATABASE).is_file(), (folder / SLOTS).is_file()
    if (database and slots) or (folder / RESTORING / READY).is_file():
        return  # a restore that was announced is finished by whoever opens the folder
    if database:
        raise HsbAssessError(
            "slots_missing",
            "The vault's key file is missing, so the vault cannot be opened.",
            "Put keys.json back from a backup of this vault.",
        )
    if (folder / UNFINISHED).exists():
        raise HsbAssessError(
            "vault_unfinished",
            "Making this vault was broken off before it was complete; nothing was stored in it.",
            "Make the vault again in the same folder.",
        )
    if slots:
        raise HsbAssessError(
            "vault_missing",
            "The vault's database is missing; only its key file is there.",
            "Restore the vault from its latest backup.",
        )
    raise HsbAssessError(
        "not_a_vault", "This folder does not hold a vault.", "Choose the folder in which the vault was made."
    )


def prepare(folder: Path) -> None:
    """Make ``folder`` (0700) for a new vault; refuses one that holds anything but a half-made vault."""
    with disk_errors():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        names = {path.name for path in folder.iterdir()}
    unfinished = UNFINISHED in names and DATABASE not in names
    if names - _leftovers(unfinished=unfinished):
        raise HsbAssessError(
            "folder_not_empty",
            "The chosen folder already holds a vault or other files.",
            "Choose an empty folder for the new vault.",
        )


def _leftovers(*, unfinished: bool) -> set[str]:
    lock = {LOCK}
    if not unfinished:
        return lock
    return lock | {SLOTS, SLOTS + ".partial", UNFINISHED} | {UNFINISHED + side for side in SIDE_FILES}


def clear_unfinished(folder: Path) -> None:
    """Remove what a broken-off making left; called under the lock, after :func:`prepare`."""
    with disk_errors():
        for name in _leftovers(unfinished=True) - {LOCK}:
            (folder / name).unlink(missing_ok=True)


def announce(folder: Path) -> None:
    """Give the complete database its name; from here on the vault exists."""
    with disk_errors():
        (folder / UNFINISHED).replace(folder / DATABASE)
        sync_folder(folder)


def make_private(folder: Path) -> None:
    """Take the folder (0700) and its files (0600) away from everybody else, where the system can say so."""
    if os.name != "posix":
        return
    with disk_errors():
        if folder.stat().st_mode & 0o077:
            folder.chmod(0o700)
        for name in (DATABASE, SLOTS, LOCK, FAILURES, *(DATABASE + side for side in SIDE_FILES)):
            path = folder / name
            if path.exists() and path.stat().st_mode & 0o077:
                path.chmod(0o600)


def replace_file(path: Path, data: bytes) -> None:
    """Write, flush, replace, flush the folder: after a crash ``path`` holds all of the old or all of the new."""
    partial = path.with_name(path.name + ".partial")
    with disk_errors():
        handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            flush(file.fileno())
        partial.replace(path)
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in ``folder`` durable; Windows does that by itself and refuses to be asked."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def flush(handle: int) -> None:
    """Have what was written to an open file reach the disk itself."""
    if sys.platform == "darwin":
        # There, fsync stops at the drive's own cache.
        from fcntl import F_FULLFSYNC, fcntl

        fcntl(handle, F_FULLFSYNC)
    else:
        os.fsync(handle)


class FolderLock:
    """The lock that keeps a second instance out; the system drops it when the process ends."""

    def __init__(self, folder: Path) -> None:
        # A lock by mere existence would outlive a killed process, so that fallback is refused.
        self._lock = FileLock(folder / LOCK, timeout=0, mode=0o600, thread_local=False, fallback_to_soft=False)

    def acquire(self) -> None:
        """Take the lock; raises ``vault_in_use`` when somebody holds it."""
        with disk_errors():
            try:
                self._lock.acquire()
            except Timeout as error:
                raise HsbAssessError(
                    "vault_in_use",
                    "This vault is already open.",
                    "Go to the window that has it open, or close that one first.",
                ) from error

    def release(self) -> None:
        """Let go; harmless when not held."""
        self._lock.release()
