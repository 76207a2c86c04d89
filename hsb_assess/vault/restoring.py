"""Putting a backup in the place of a vault: prepared beside it, announced, then moved file by file.

Everything that can fail happens in ``vault.restoring``, inside the vault's folder. The marker ``ready`` in it is the
moment from which the backup *is* the vault: whoever opens the folder next finishes the moves (:func:`finish`), however
often that is broken off. What was there before stays in ``before-restore-…``, whole. Without the marker the folder is
thrown away and nothing has happened.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Final

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.trust.identity import Identity
from hsb_assess.vault.backup import copy_file, open_backup, read_backup, verify
from hsb_assess.vault.book import Book
from hsb_assess.vault.checking import check_database
from hsb_assess.vault.file import checkpoint, open_database
from hsb_assess.vault.folder import (
    BACKUPS,
    BALLAST,
    DATABASE,
    FAILURES,
    LOCK,
    READY,
    RESTORING,
    SIDE_FILES,
    SLOTS,
    FolderLock,
    disk_errors,
    make_private,
    replace_file,
    sync_folder,
)
from hsb_assess.vault.keys import Secrets, SlotFile
from hsb_assess.vault.medium import must_be_local
from hsb_assess.vault.migrations import migrate
from hsb_assess.vault.unit import utc

if TYPE_CHECKING:
    from pathlib import Path

    from hsb_assess.domain.clock import Clock
    from hsb_assess.vault.backup import Backup

__all__ = ["BEFORE", "Restored", "clear_staging", "finish", "restore"]

BEFORE: Final = "before-restore-"
_HARMLESS: Final = frozenset({LOCK, FAILURES, RESTORING, BACKUPS, BALLAST})
_MOVED: Final = (SLOTS, FAILURES, *(DATABASE + side for side in SIDE_FILES), DATABASE)


@dataclass(frozen=True)
class Restored:
    """What was restored, and the folder in which the vault that was there before is kept, if one was."""

    backup: Backup
    aside: Path | None


def restore(path: Path, folder: Path, secret: str, *, with_recovery_key: bool, clock: Clock) -> Restored:
    """Put the backup at ``path`` in the place of the vault in ``folder``, or into an empty or absent folder.

    The backup is verified first, and again where it was copied to; its audit says ``restored_from``. Codes:
    those of :func:`verify`, of the slots, ``vault_in_use``, ``restore_other_vault``, ``folder_not_empty``, ``disk_full``.
    """
    must_be_local(folder)
    found = read_backup(path)
    secrets = open_backup(path, secret, with_recovery_key=with_recovery_key)
    try:
        verify(path, secrets.vault_key)
        _may_go_into(folder, found.manifest.vault)
        lock = FolderLock(folder)
        lock.acquire()
        try:
            clear_staging(folder)
            _stage(found, folder / RESTORING, secrets, clock)
            stamp = f"{clock.now().astimezone(UTC):%Y%m%dT%H%M%SZ}"
            replace_file(folder / RESTORING / READY, json.dumps({"aside": BEFORE + stamp}).encode())
            aside = finish(folder)
            make_private(folder)
        finally:
            lock.release()
    finally:
        secrets.wipe()
    return Restored(found, aside if aside is not None and aside.is_dir() else None)


def _may_go_into(folder: Path, vault: str) -> None:
    """Raise unless ``folder`` is empty or absent, or holds this very vault, also a spoilt one."""
    with disk_errors():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        names = {each.name for each in folder.iterdir()}
        slots = (folder / SLOTS).read_bytes() if SLOTS in names else None
    if slots is not None:
        try:
            other = SlotFile.from_bytes(slots).header.vault != vault
        except HsbAssessError:
            other = False  # it cannot be read, which may be why somebody restores
        if other:
            raise HsbAssessError(
                "restore_other_vault",
                "The folder holds another vault than the one that this backup was made of.",
                "Choose an empty folder for the restored vault.",
            )
    strange = {name for name in names - _HARMLESS if not name.startswith(BEFORE)}
    if strange and not names & {DATABASE, SLOTS}:
        raise HsbAssessError(
            "folder_not_empty",
            "The chosen folder holds other files.",
            "Choose an empty folder, or the folder of the vault that is to be restored.",
        )


def _stage(found: Backup, staging: Path, secrets: Secrets, clock: Clock) -> None:
    with disk_errors():
        need = found.size * 2 + (4 << 20)
        if shutil.disk_usage(staging.parent).free < need:
            raise HsbAssessError(
                "disk_full", "There is not enough room to restore the vault here.", "Free some space and try again."
            )
        staging.mkdir(mode=0o700)
        for name in (DATABASE, SLOTS):
            copy_file(found.path / name, staging / name)
    vault, key = found.manifest.vault, secrets.vault_key
    identity = Identity.from_bytes(bytes(secrets.identity))
    connection = open_database(staging / DATABASE, key, vault=vault)
    try:
        migrate(connection, utc(clock.now()))
        book = Book(
            connection, vault=vault, actor=identity.person, device=identity.device, clock=clock, read_only=False
        )
        manifest = found.manifest
        with book.begin("restore") as work:
            work.audit.note(
                "restored_from",
                found.path.name,
                {"made": manifest.made, "audit_rows": manifest.audit_rows, "audit_head": manifest.audit_head},
            )
        checkpoint(connection)
    finally:
        connection.close()
    check_database(staging / DATABASE, key, vault)
    with disk_errors():
        sync_folder(staging)


def clear_staging(folder: Path) -> None:
    """Throw away what a restore that was broken off before its marker had prepared; called under the lock."""
    staging = folder / RESTORING
    with disk_errors():
        if staging.is_dir() and not (staging / READY).is_file():
            shutil.rmtree(staging)
    finish(folder)


def finish(folder: Path) -> Path | None:
    """Carry out a restore that was announced, however far it had come; called under the lock.

    Returns where the vault of before is kept, or ``None`` when nothing was to be done.
    """
    staging = folder / RESTORING
    with disk_errors():
        if not (staging / READY).is_file():
            return None
        aside = folder / _aside_name((staging / READY).read_bytes())
        aside.mkdir(mode=0o700, exist_ok=True)
        # While the restored one of a file waits in the staging folder, what bears its name outside is the old one; the
        # database goes last and stands for its side files, which have no counterpart.
        for name in _MOVED:
            waits = name if name in {SLOTS, DATABASE} else DATABASE
            if (staging / waits).exists() and (folder / name).exists():
                (folder / name).rename(aside / name)
            if (staging / name).exists():
                (staging / name).rename(folder / name)
        sync_folder(aside)
        sync_folder(folder)
        if not any(aside.iterdir()):
            aside.rmdir()  # there was no vault before
        shutil.rmtree(staging)
        sync_folder(folder)
    return aside


def _aside_name(ready: bytes) -> str:
    """Return the name in the marker; it was written in one piece, so only somebody's hand can have spoilt it."""
    try:
        name = json.loads(ready)["aside"]
    except (ValueError, KeyError, TypeError):
        name = None
    return (
        name if isinstance(name, str) and name.startswith(BEFORE) and "/" not in name and "\\" not in name else BEFORE
    )
