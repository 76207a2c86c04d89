"""A new vault key: the whole database copied under it, verified, and put in the old one's place by one rename.

Order: copy to ``vault.rekeyed.db`` and verify it; write ``keys.json`` with *both* sets of slots; rename the copy to
``vault.db``; write ``keys.json`` with the new slots alone. Broken off anywhere, :func:`settle` finishes or undoes it at
the next unlock, by whichever of the two keys the secret opens; which file holds what is found by trying, not by names.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final, NamedTuple

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault.book import Book
from hsb_assess.vault.checking import check_database
from hsb_assess.vault.creating import ON_PAPER
from hsb_assess.vault.file import DELETE, WAL, checkpoint, damaged, new_database, open_database, plain_errors
from hsb_assess.vault.folder import DATABASE, SIDE_FILES, SLOTS, disk_errors, flush, replace_file, sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hsb_assess.domain.clock import Clock
    from hsb_assess.trust.identity import Identity
    from hsb_assess.vault.file import Connection
    from hsb_assess.vault.keys import Secrets, SlotFile

__all__ = ["REKEYED", "Opened", "clear_copy", "copy_under", "must_hold_the_same", "settle", "stage", "take_over"]

REKEYED: Final = "vault.rekeyed.db"
_PAGES: Final = 256
_ROOM: Final = 4 << 20
"""Bytes that have to be free beside the copy itself."""


class Opened(NamedTuple):
    """One set of slots that the secret opened, and what was in it."""

    slots: SlotFile
    secrets: Secrets


def stage(folder: Path, vault: str, old: bytearray, new: bytearray, identity: Identity, clock: Clock) -> None:
    """Copy the database under the key ``new`` beside it, with an audit row that says so, and verify the copy whole.

    No book may be open. Codes: ``disk_full``, ``vault_damaged``, ``audit_broken``, ``vault_busy``; nothing is left
    behind then.
    """
    clear_copy(folder)
    target = folder / REKEYED
    with disk_errors():
        if shutil.disk_usage(folder).free < (folder / DATABASE).stat().st_size + _ROOM:
            raise HsbAssessError(
                "disk_full",
                "There is not enough room for a second copy of the vault, which this takes for a moment.",
                "Free some space and try again; nothing was changed.",
            )
    try:
        before = copy_under(folder / DATABASE, target, vault, old, new)
        _say_so(target, vault, new, identity, clock)
        must_hold_the_same(target, vault, new, before, more=1)  # the row that says that the key was renewed
        with disk_errors(), target.open("rb") as file:
            flush(file.fileno())
        with disk_errors():
            sync_folder(folder)
    except BaseException:
        clear_copy(folder)
        raise


def copy_under(source: Path, target: Path, vault: str, old: bytearray, new: bytearray) -> dict[str, int]:
    """Copy the database at ``source`` to ``target`` under another key; returns how many rows each table has.

    The source is checked whole first. ``target`` has no name yet; what it gets is one file, which is not verified.
    """
    check_database(source, old, vault)
    live = open_database(source, old, vault=vault)
    try:
        checkpoint(live)
        copy = new_database(target, new, journal=DELETE)
        try:
            with plain_errors():
                live.execute("BEGIN")
                counts = dict(_counts(live))
                live.backup(copy, pages=_PAGES, progress=None)
                live.execute("COMMIT")
        finally:
            copy.close()
    finally:
        live.close()
    return counts


def _say_so(target: Path, vault: str, new: bytearray, identity: Identity, clock: Clock) -> None:
    """Write the change of key into the copy's audit; opening it also makes it one file without side files."""
    connection = open_database(target, new, vault=vault, journal=DELETE)
    book = Book(connection, vault=vault, actor=identity.person, device=identity.device, clock=clock, read_only=False)
    try:
        with book.begin("rekey") as work:
            work.audit.note("rekey", vault)
            if work.settings.get(ON_PAPER) == "waiting":
                work.settings.put(ON_PAPER, "yes")  # the new recovery key came back before anything was done
    finally:
        book.close()


def must_hold_the_same(target: Path, vault: str, key: bytearray, before: dict[str, int], *, more: int) -> None:
    """Raise unless the copy is whole, on fresh connections, and every table has as many rows as in the original.

    ``more`` is how many rows its audit has besides.
    """
    after = check_database(target, key, vault, journal=DELETE)
    connection = open_database(target, key, vault=vault, read_only=True, journal=DELETE)
    try:
        counts = dict(_counts(connection))
    finally:
        connection.close()
    same = counts == {**before, "audit": before["audit"] + more}
    if not same or (after.entries, after.audit_rows) != (counts["entry"], counts["audit"]):
        raise damaged()


def _counts(connection: Connection) -> Iterator[tuple[str, int]]:
    """Yield each table's name and how many rows it has."""
    with plain_errors():
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
        for (name,) in names:
            yield name, connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - a table's own name


def take_over(folder: Path) -> None:
    """Put the copy in the database's place. Nobody has either open, and the write-ahead file is empty or gone."""
    with disk_errors():
        if _written_since(folder):
            raise _unfinished()
        for side in SIDE_FILES:
            # Those of the old database: SQLite would play them back into the new one.
            (folder / (DATABASE + side)).unlink(missing_ok=True)
        (folder / REKEYED).replace(folder / DATABASE)
        sync_folder(folder)


def _written_since(folder: Path) -> bool:
    """Say whether the old database has a write-ahead file that is not empty, so that the copy is not all there is."""
    wal = folder / (DATABASE + "-wal")
    with disk_errors():
        return wal.exists() and wal.stat().st_size > 0


def settle(folder: Path, vault: str, opened: list[Opened]) -> Opened:
    """Finish or undo a change of key that was broken off, and return what opens the vault from now on.

    ``opened`` holds each set of slots that the secret opened, one or both. Codes: ``key_replaced`` (the secret is one
    from before the change, which went through), ``rekey_unfinished``.
    """
    copied = _find(folder / REKEYED, vault, opened, DELETE) if (folder / REKEYED).exists() else None
    if copied is not None and not _written_since(folder):
        take_over(folder)
        replace_file(folder / SLOTS, copied.slots.to_bytes())
        return copied
    # Not with the copy's key, where there is a copy: a connection that opens nothing empties the write-ahead file too.
    found = _find(folder / DATABASE, vault, [each for each in opened if each is not copied], WAL)
    if found is None and copied is not None:
        raise _unfinished()
    if found is None:
        raise HsbAssessError(
            "key_replaced",
            "This is a passphrase or recovery key from before the vault's key was renewed.",
            "Use the passphrase in use, or the newest printed recovery key.",
        )
    replace_file(folder / SLOTS, found.slots.to_bytes())
    clear_copy(folder)
    return found


def _find(path: Path, vault: str, opened: list[Opened], journal: str) -> Opened | None:
    for each in opened:
        try:
            open_database(path, each.secrets.vault_key, vault=vault, journal=journal).close()
        except HsbAssessError as error:
            if error.code != "vault_damaged":  # which is what a wrong key looks like
                raise
        else:
            return each
    return None


def clear_copy(folder: Path) -> None:
    """Remove a copy that never took the database's place."""
    with disk_errors():
        for name in (REKEYED, *(REKEYED + side for side in SIDE_FILES)):
            (folder / name).unlink(missing_ok=True)


def _unfinished() -> HsbAssessError:
    return HsbAssessError(
        "rekey_unfinished",
        "The change of the vault's key was broken off and can be neither finished nor undone with this secret.",
        "Unlock with the passphrase; nothing is lost.",
    )
