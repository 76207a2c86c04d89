"""The SQLCipher file: opened with a raw key, every protective setting set, read back and then locked in.

Handing 32 plain bytes to ``set_key`` would make SQLCipher stretch them as if they were a passphrase
(118 ms an opening); a raw key is the text ``x'…'`` with 64 hexadecimal digits (0.1 ms).
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, Protocol

from sqlcipher3 import dbapi2

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault.folder import disk_errors
from hsb_assess.vault.keys import raw_key_text, wipe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

__all__ = [
    "DELETE",
    "SETTINGS",
    "WAL",
    "Connection",
    "check_file",
    "check_header",
    "checkpoint",
    "damaged",
    "new_database",
    "open_database",
    "plain_errors",
]


SETTINGS: Final[tuple[tuple[str, str, object], ...]] = (
    ("cipher_memory_security", "ON", "1"),
    ("synchronous", "FULL", 2),
    ("temp_store", "MEMORY", 2),
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("secure_delete", "ON", 1),
    ("fullfsync", "ON", 1),  # this and the next: macOS only, and without effect elsewhere
    ("checkpoint_fullfsync", "ON", 1),
    ("busy_timeout", "5000", 5000),
    ("cache_size", "-16384", -16384),  # KiB; the usual 2 MiB is less than the indices of a full vault
)
"""Name, what is set, and what must be read back, in this order; the journal and ``query_only`` come last."""

WAL: Final = "WAL"
"""The journal of a vault that is in use."""
DELETE: Final = "DELETE"
"""The journal of a backup: one file alone, which can be read where nothing may be written."""

_PLAIN_HEADER: Final = b"SQLite format 3\x00"
_PAGE: Final = 4096
# SQLite's primary result codes; this binding reports no others.
_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 8, 10, 11, 13, 14, 26

# What a backup meets comes without a code: only SQLite's own sentence is there.
_UNCODED: Final = {
    "database is locked": _BUSY,
    "attempt to write a readonly database": _READONLY,
    "disk I/O error": _IOERR,
    "database disk image is malformed": _CORRUPT,
    "database or disk is full": _FULL,
    "unable to open database file": _CANTOPEN,
    "file is not a database": _NOTADB,
}


class Cursor(Protocol):
    """The part of a cursor that the stores use."""

    @property
    def rowcount(self) -> int:
        """How many rows the last statement changed."""
        ...

    @property
    def description(self) -> Sequence[Sequence[Any]]:
        """The columns of what is read, each with its name first."""
        ...

    @property
    def lastrowid(self) -> int:
        """The row id of the last insert."""
        ...

    def fetchone(self) -> Any:  # noqa: ANN401 — a row's columns have as many types as the schema
        """Return the next row or ``None``."""
        ...

    def fetchall(self) -> list[Any]:
        """Return all rows that are left."""
        ...

    def __iter__(self) -> Iterator[Any]: ...


class Connection(Protocol):
    """The part of a SQLCipher connection that the vault uses."""

    in_transaction: bool
    row_factory: object

    def execute(self, sql: str, parameters: Sequence[object] | Mapping[str, object] = ...) -> Cursor:
        """Run one statement."""
        ...

    def executemany(self, sql: str, parameters: Sequence[Sequence[object]]) -> Cursor:
        """Run one statement for each row of ``parameters``."""
        ...

    def set_key(self, key: bytearray) -> None:
        """Hand SQLCipher the key without passing it through SQL text."""
        ...

    def set_authorizer(self, authorizer: object) -> None:
        """Have every statement that is compiled asked for permission."""
        ...

    def backup(self, target: Connection, *, pages: int, progress: Callable[[int, int, int], None] | None) -> None:
        """Copy the whole database into ``target``, so many pages a step; what ``progress`` raises breaks it off."""
        ...

    def interrupt(self) -> None:
        """Break off the statement that another thread runs."""
        ...

    def close(self) -> None:
        """Close; an open transaction is dropped."""
        ...


def check_header(path: Path) -> None:
    """Refuse by name what SQLite would take for a new, an unprotected or another database.

    Codes ``vault_empty``, ``vault_not_encrypted``. Call it while this process has ``path`` nowhere open:
    closing a file that SQLite also holds would drop SQLite's locks on it.
    """
    with disk_errors(), path.open("rb") as file:
        start = file.read(len(_PLAIN_HEADER))
    if not start:
        raise HsbAssessError(
            "vault_empty",
            "The vault's database is an empty file.",
            "Restore the vault from its latest backup.",
        )
    if start == _PLAIN_HEADER:
        raise HsbAssessError(
            "vault_not_encrypted",
            "The database in this folder is not encrypted, so it is not this vault's.",
            "Do not use it; restore the vault from its latest backup.",
        )


def check_file(path: Path) -> None:
    """Refuse by name what cannot be a whole database, as far as it shows without the key; codes as :func:`check_header`.

    Under the folder's lock: as there, nobody may have ``path`` open.
    """
    check_header(path)
    with disk_errors():
        size = path.stat().st_size
    if size % _PAGE:
        raise damaged()


def new_database(path: Path, key: bytearray, *, journal: str = WAL) -> Connection:
    """Make an empty database, readable by its owner only; ``path`` must not exist."""
    with disk_errors():
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    return _open(path, key, journal, read_only=False)


def open_database(path: Path, key: bytearray, *, vault: str, read_only: bool = False, journal: str = WAL) -> Connection:
    """Open ``path`` with the raw 32-byte ``key`` and check that it belongs to the vault ``vault``.

    The connection may pass between threads, one at a time. Codes: ``vault_damaged``, ``vault_mismatch``,
    ``cipher_missing``, ``vault_settings``, and those of :func:`plain_errors`.
    """
    with disk_errors():
        size = path.stat().st_size
    if size < _PAGE:
        # SQLite would take it for a new database and write into it.
        raise damaged()
    connection = _open(path, key, journal, read_only=read_only)
    try:
        _check_vault(connection, vault)
    except BaseException:
        connection.close()
        raise
    return connection


def _check_vault(connection: Connection, vault: str) -> None:
    with plain_errors():
        if connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'meta'").fetchone() is None:
            raise damaged()
        row = connection.execute("SELECT value FROM meta WHERE name = 'vault'").fetchone()
    if row != (vault,):
        raise HsbAssessError(
            "vault_mismatch",
            "The vault's key file and its database do not belong together.",
            "Put both files back from the same backup.",
        )


def _open(path: Path, key: bytearray, journal: str, *, read_only: bool) -> Connection:
    # A backup that is only looked at has nobody who writes to it: no lock is asked for, which some media refuse.
    mode = "rw" if not read_only else "ro" if journal == WAL else "ro&immutable=1"
    address = f"{path.resolve().as_uri()}?mode={mode}"
    with plain_errors():
        connection: Connection = dbapi2.connect(address, uri=True, isolation_level=None, check_same_thread=False)
        try:
            # Before the key: these two decide what SQLCipher does with it, and what it says on stderr.
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute("PRAGMA cipher_memory_security = ON")
            _hand_over(connection, key)
            _assert_cipher(connection)
            _apply(connection, journal, read_only=read_only)
            connection.set_authorizer(_authorize)
        except BaseException:
            connection.close()
            raise
    return connection


def _hand_over(connection: Connection, key: bytearray) -> None:
    if not hasattr(connection, "set_key"):
        raise _cipher_missing()  # Python's own sqlite3 in its place would take every word in plain
    text = raw_key_text(key)
    connection.set_key(text)
    wipe(text)


def _assert_cipher(connection: Connection) -> None:
    version = connection.execute("PRAGMA cipher_version").fetchone()
    keyed = connection.execute("PRAGMA cipher_status").fetchone()
    quiet = connection.execute("PRAGMA cipher_log_level").fetchone()
    if version is None or not str(version[0]).startswith("4.") or keyed != ("1",) or quiet != ("NONE",):
        raise _cipher_missing()


def _cipher_missing() -> HsbAssessError:
    return HsbAssessError(
        "cipher_missing",
        "The part of the program that encrypts the vault is missing or has been exchanged.",
        "Install the program again from its original source.",
    )


def _apply(connection: Connection, journal: str, *, read_only: bool) -> None:
    last = (("journal_mode", journal, journal.lower()), ("query_only", "ON" if read_only else "OFF", int(read_only)))
    for name, value, expected in (*SETTINGS, *last):
        connection.execute(f"PRAGMA {name} = {value}").fetchall()
        if connection.execute(f"PRAGMA {name}").fetchone() != (expected,):
            raise HsbAssessError(
                "vault_settings",
                f"The database did not take the protective setting {name}.",
                "Keep the vault on a local disk, and install the program again if this stays.",
            )


def _authorize(action: int, first: str | None, second: str | None, _database: str | None, _by: str | None) -> int:
    """Deny ATTACH, DETACH (plaintext could be exported through them) and any change of a setting."""
    if action in {dbapi2.SQLITE_ATTACH, dbapi2.SQLITE_DETACH}:
        return int(dbapi2.SQLITE_DENY)
    if action == dbapi2.SQLITE_PRAGMA and second is not None and first != "wal_checkpoint":
        return int(dbapi2.SQLITE_DENY)
    return int(dbapi2.SQLITE_OK)


def checkpoint(connection: Connection) -> None:
    """Move everything from the ``-wal`` file into the database and empty it; ``vault_busy`` if it cannot."""
    with plain_errors():
        blocked = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if blocked:
        raise busy()


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turn what SQLite reports into errors for people; statements and values are never quoted.

    Codes: ``disk_full``, ``vault_read_only``, ``vault_damaged``, ``vault_busy``, ``vault_io``. A broken
    constraint or a wrong statement is a fault of the program and passes unchanged.
    """
    try:
        yield
    except dbapi2.Error as error:
        plain = _plain(getattr(error, "sqlite_errorcode", None) or _UNCODED.get(str(error), 0))
        if plain is None:
            raise
        raise plain from error


def _plain(code: int) -> HsbAssessError | None:
    primary = code & 0xFF
    if primary == _FULL:
        return HsbAssessError(
            "disk_full",
            "The disk would not take the data: it is full.",
            "Free some space and try again; everything saved before is safe.",
        )
    if primary == _READONLY:
        return read_only_vault()
    if primary in {_CORRUPT, _NOTADB}:
        return damaged()
    if primary in {_BUSY, _LOCKED}:
        return busy()
    if primary in {_IOERR, _CANTOPEN}:
        return HsbAssessError(
            "vault_io",
            "The vault's database could not be read or written.",
            "Check that the disk is connected and that your quota is not used up; what was saved before is safe.",
        )
    return None


def damaged() -> HsbAssessError:
    """Return the error for a database that fails its authentication."""
    return HsbAssessError(
        "vault_damaged",
        "The vault's database is damaged.",
        "Close the program, keep a copy of the folder, and restore the latest backup.",
    )


def read_only_vault() -> HsbAssessError:
    """Return the error for writing where one may only read."""
    return HsbAssessError(
        "vault_read_only",
        "The vault may not be written to here.",
        "Check the rights of its folder, or use the window in which it may be changed.",
    )


def busy() -> HsbAssessError:
    """Return the error for a vault that somebody else uses just now."""
    return HsbAssessError("vault_busy", "The vault is busy with another task.", "Wait a moment and try again.")
