"""Backups: made from the open vault, looked at whole before they get their name, thinned out, copied elsewhere.

A backup is a folder ``20261127T015013Z-1a2b3c4d.backup`` that holds ``vault.db`` in DELETE journal mode, so that it
can be read where nothing may be written, the ``keys.json`` of its day, and ``manifest.json``. Until it is verified
the folder's name ends in ``.partial``; the database's file itself is never copied while it is in use.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from dataclasses import dataclass, field
from datetime import UTC
from typing import TYPE_CHECKING, Final

from hsb_assess import __version__
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault import recoverykey
from hsb_assess.vault.checking import Standing, check_database, standing
from hsb_assess.vault.failures import counted_beside
from hsb_assess.vault.file import DELETE, new_database, open_database, plain_errors
from hsb_assess.vault.folder import DATABASE, SLOTS, disk_errors, flush, replace_file, sync_folder
from hsb_assess.vault.keys import PASSPHRASE, RECOVERY, SlotFile, wipe
from hsb_assess.vault.manifest import MANIFEST, Manifest, Part, read_manifest
from hsb_assess.vault.rotation import kept
from hsb_assess.vault.unit import utc
from hsb_assess.vault.unsealing import each_opened

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from hsb_assess.vault.keys import Secrets
    from hsb_assess.vault.manifest import Why

    Progress = Callable[[int, int], None]

__all__ = [
    "Backup",
    "Source",
    "backups_in",
    "copy_to",
    "make",
    "open_and_verify",
    "open_backup",
    "read_backup",
    "thin",
    "verify",
]

SUFFIX: Final = ".backup"
PARTIAL: Final = ".partial"
_PAGES: Final = 256
_BLOCK: Final = 1 << 20
_ROOM: Final = 4 << 20
"""Bytes that have to be free beside the copy itself."""


@dataclass(frozen=True)
class Source:
    """The vault that is backed up: its folder, its id and its key."""

    folder: Path
    vault: str
    key: bytearray = field(repr=False)


@dataclass(frozen=True)
class Backup:
    """A backup that has its name, and what its manifest says; nothing of it was verified by reading it here."""

    path: Path
    manifest: Manifest

    @property
    def size(self) -> int:
        """Its bytes."""
        return sum(part.size for part in self.manifest.files.values())


def make(source: Source, into: Path, why: Why, now: datetime, progress: Progress | None = None) -> Backup:
    """Back ``source`` up into the folder ``into`` and return the verified backup.

    Others may go on writing: it holds what had been committed when it began. ``progress`` is told pages done and
    pages in all; what it raises breaks the backup off. Codes: ``disk_full``, ``vault_damaged`` and ``audit_broken``
    (the vault itself is not whole: no backup is made of it), ``vault_io``, ``vault_read_only``.
    """
    check_database(source.folder / DATABASE, source.key, source.vault)
    name = f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}-{source.vault[-8:]}"
    with disk_errors():
        into.mkdir(mode=0o700, parents=True, exist_ok=True)
        _drop_partials(into, source.vault)
        _need_room(into, (source.folder / DATABASE).stat().st_size)
        final = _free_name(into, name)
        partial = final.with_name(final.name + PARTIAL)
        partial.mkdir(mode=0o700)
    try:
        _fill(source, partial, why, now, progress)
        return _finish(partial, final, source.key)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise


def _fill(source: Source, partial: Path, why: Why, now: datetime, progress: Progress | None) -> None:
    held = _copy_database(source, partial / DATABASE, progress)
    with disk_errors():
        slots = (source.folder / SLOTS).read_bytes()
    if SlotFile.from_bytes(slots).header.vault != source.vault:
        raise _mismatch()
    replace_file(partial / SLOTS, slots)
    manifest = Manifest(
        vault=source.vault,
        made=utc(now),
        why=why,
        program=__version__,
        entries=held.entries,
        audit_rows=held.audit_rows,
        audit_head=held.audit_head,
        files={part: _part(partial / part) for part in (DATABASE, SLOTS)},
    ).sealed(source.key)
    replace_file(partial / MANIFEST, manifest.to_bytes())


def _copy_database(source: Source, target: Path, progress: Progress | None) -> Standing:
    """Copy what is committed now; one snapshot is held, so a writer does not make it begin again."""
    live = open_database(source.folder / DATABASE, source.key, vault=source.vault, read_only=True)
    try:
        copy = new_database(target, source.key, journal=DELETE)
        try:
            with plain_errors():
                live.execute("BEGIN")
                held = standing(live, source.vault)
                told = None if progress is None else lambda _status, left, total: progress(total - left, total)
                live.backup(copy, pages=_PAGES, progress=told)
                live.execute("COMMIT")
        finally:
            copy.close()
    finally:
        live.close()
    # The copy's first page still says WAL, as the vault's does.
    copy = open_database(target, source.key, vault=source.vault, journal=DELETE)
    copy.close()
    with disk_errors(), target.open("rb") as file:
        flush(file.fileno())
    return held


def _finish(partial: Path, final: Path, key: bytearray) -> Backup:
    found = verify(partial, key)
    with disk_errors():
        sync_folder(partial)
        partial.rename(final)
        sync_folder(final.parent)
    return Backup(final, found.manifest)


def verify(path: Path, key: bytearray) -> Backup:
    """Check every byte, page, table and audit row of the backup at ``path``, on connections of its own.

    Codes: ``not_a_backup``, ``backup_altered`` (its manifest was not written with this vault's key),
    ``backup_damaged``, ``audit_broken``, ``vault_mismatch``.
    """
    found = read_backup(path)
    manifest = found.manifest
    if not manifest.is_genuine(key):
        raise _altered()
    for name in (DATABASE, SLOTS):
        with disk_errors():
            same = name in manifest.files and _part(path / name) == manifest.files[name]
        if not same:
            raise _damaged()
    with disk_errors():
        slots = SlotFile.from_bytes((path / SLOTS).read_bytes())
    if slots.header.vault != manifest.vault:
        raise _mismatch()
    try:
        held = check_database(path / DATABASE, key, manifest.vault, journal=DELETE)
    except HsbAssessError as error:
        if error.code == "vault_damaged":
            raise _damaged() from error
        raise
    if (held.entries, held.audit_rows, held.audit_head) != (
        manifest.entries,
        manifest.audit_rows,
        manifest.audit_head,
    ):
        raise _damaged()
    return found


def open_backup(path: Path, secret: str, *, with_recovery_key: bool) -> Secrets:
    """Unwrap the keys in a backup with the passphrase of its day, or its recovery key.

    Codes: those of the slots, and ``too_many_tries``.
    """
    with disk_errors():
        slots = SlotFile.from_bytes((path / SLOTS).read_bytes())
    manifest = read_backup(path).manifest
    kind = RECOVERY if with_recovery_key else PASSPHRASE
    key = recoverykey.typed(secret) if with_recovery_key else bytearray()
    try:
        with counted_beside(path, kind):
            opened = each_opened(slots, kind, secret, key)
    finally:
        wipe(key)
    # While a vault's key is renewed its slots hold both: the one that wrote the manifest is the backup's.
    fits = [each.secrets for each in opened if manifest.is_genuine(each.secrets.vault_key)]
    for each in opened:
        if each.secrets not in fits[:1]:
            each.secrets.wipe()
    if not fits:
        raise _altered()
    return fits[0]


def open_and_verify(path: Path, secret: str, *, with_recovery_key: bool) -> Backup:
    """Open a backup with what opened its vault then, and :func:`verify` it."""
    read_backup(path)
    secrets = open_backup(path, secret, with_recovery_key=with_recovery_key)
    try:
        return verify(path, secrets.vault_key)
    finally:
        secrets.wipe()


def read_backup(path: Path) -> Backup:
    """Return what the manifest at ``path`` says; codes ``not_a_backup`` and ``backup_damaged``."""
    with disk_errors():
        missing = [name for name in (MANIFEST, DATABASE, SLOTS) if not (path / name).is_file()]
        if len(missing) == 3:  # noqa: PLR2004 - none of the three is there
            raise HsbAssessError(
                "not_a_backup",
                "This folder does not hold a backup.",
                f"Choose a folder whose name ends in {SUFFIX}.",
            )
        if missing:
            raise _damaged()
        data = (path / MANIFEST).read_bytes()
    return Backup(path, read_manifest(data))


def backups_in(folder: Path, vault: str | None = None) -> tuple[Backup, ...]:
    """Return the finished backups in ``folder``, of one vault or of any, newest first; unreadable ones are left out."""
    found = []
    with disk_errors():
        paths = [path for path in folder.iterdir() if path.name.endswith(SUFFIX)] if folder.is_dir() else []
    for path in paths:
        try:
            backup = read_backup(path)
        except HsbAssessError:
            continue
        if vault in {None, backup.manifest.vault}:
            found.append(backup)
    return tuple(sorted(found, key=lambda backup: (backup.manifest.moment(), backup.path.name), reverse=True))


def thin(folder: Path, key: bytearray, vault: str, now: datetime) -> tuple[Path, ...]:
    """Remove the backups of ``vault`` that the rotation does not keep; return which.

    What was made before a migration stays, and so does what was not written with ``key``.
    """
    ours = [
        backup
        for backup in backups_in(folder, vault)
        if backup.manifest.why in {"automatic", "asked"} and backup.manifest.is_genuine(key)
    ]
    stay = kept((backup.manifest.moment().astimezone(now.tzinfo) for backup in ours), now.date())
    gone = [backup.path for backup in ours if backup.manifest.moment() not in stay]
    for path in gone:
        with disk_errors():
            # First out of sight: half a backup must not look like a whole one.
            doomed = path.rename(path.with_name(path.name + PARTIAL))
            shutil.rmtree(doomed)
    return tuple(gone)


def copy_to(backup: Backup, into: Path, key: bytearray) -> Backup:
    """Copy a finished backup to another medium, and verify it there before it gets its name."""
    final = into / backup.path.name
    partial = final.with_name(final.name + PARTIAL)
    with disk_errors():
        into.mkdir(mode=0o700, parents=True, exist_ok=True)
        _drop_partials(into, backup.manifest.vault)
        if final.exists():
            return verify(final, key)
        _need_room(into, backup.size)
        partial.mkdir(mode=0o700)
    try:
        with disk_errors():
            for name in (DATABASE, SLOTS, MANIFEST):
                copy_file(backup.path / name, partial / name)
        return _finish(partial, final, key)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise


def copy_file(source: Path, target: Path) -> None:
    """Copy a file that nobody has open, and flush it to the disk."""
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as written, source.open("rb") as file:
        shutil.copyfileobj(file, written, _BLOCK)
        written.flush()
        flush(written.fileno())


def _part(path: Path) -> Part:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Part(size=path.stat().st_size, sha256=digest)


def _free_name(into: Path, name: str) -> Path:
    """Return a path that is not taken: two backups may be made within a second."""
    at = 1
    while (path := into / f"{name}{f'-{at}' if at > 1 else ''}{SUFFIX}").exists():
        at += 1
    return path


def _drop_partials(into: Path, vault: str) -> None:
    """Remove what broken-off backups of this vault left; nobody else makes one while its folder is locked."""
    for path in into.iterdir():
        if path.name.endswith(SUFFIX + PARTIAL) and f"-{vault[-8:]}" in path.name:
            shutil.rmtree(path)


def _need_room(into: Path, size: int) -> None:
    if shutil.disk_usage(into).free < size + _ROOM:
        raise HsbAssessError(
            "disk_full",
            "There is not enough room for a backup here.",
            "Free some space, or choose another place for it; nothing was changed.",
        )


def _damaged() -> HsbAssessError:
    return HsbAssessError(
        "backup_damaged",
        "This backup is damaged or not complete.",
        "Use another backup; keep this one until somebody has looked at it.",
    )


def _altered() -> HsbAssessError:
    return HsbAssessError(
        "backup_altered",
        "The list of what this backup holds was not written with the keys of its vault.",
        "Do not use it; use another backup.",
    )


def _mismatch() -> HsbAssessError:
    return HsbAssessError(
        "vault_mismatch",
        "The key file and the database do not belong to the same vault.",
        "Put both files back from the same backup.",
    )
