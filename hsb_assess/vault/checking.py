"""Whether a database is whole: pages against their codes, tables against their indices, the audit against the entries.

The order matters. SQLCipher's own check reads the file past the write-ahead file, so that is emptied first; and a
connection that met one bad page calls good ones bad afterwards, so each check has a connection of its own.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault.audit import Audit
from hsb_assess.vault.file import DELETE, WAL, checkpoint, damaged, open_database, plain_errors
from hsb_assess.vault.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hsb_assess.vault.audit import AuditFault
    from hsb_assess.vault.file import Connection

__all__ = ["Standing", "audit_broken", "check_database", "check_tables", "standing"]


@dataclass(frozen=True)
class Standing:
    """How much a database holds, and the last hash of its audit."""

    entries: int
    audit_rows: int
    audit_head: str


def check_database(path: Path, key: bytearray, vault: str, *, journal: str = WAL) -> Standing:
    """Check the database of ``vault`` at ``path`` whole; with ``journal`` ``DELETE`` nothing is written.

    Others may write meanwhile. Codes: ``vault_damaged``, ``audit_broken``, and those of opening it.
    """
    _check_pages(path, key, vault, journal)
    with _opened(path, key, vault, journal) as connection:
        return check_tables(connection, vault)


@contextmanager
def _opened(path: Path, key: bytearray, vault: str, journal: str) -> Iterator[Connection]:
    connection = open_database(path, key, vault=vault, read_only=journal == DELETE, journal=journal)
    connection.row_factory = dbapi2.Row
    try:
        yield connection
    finally:
        connection.close()


def _check_pages(path: Path, key: bytearray, vault: str, journal: str) -> None:
    """Compare every page with its authentication code."""
    with _opened(path, key, vault, journal) as connection:
        if journal == WAL:
            try:
                checkpoint(connection)
            except HsbAssessError as error:
                if (
                    error.code != "vault_busy"
                ):  # somebody reads an older state: what they keep in the -wal is looked at below
                    raise
        if _pages_fit(connection):
            return
        if journal == WAL:
            # While another connection empties the write-ahead file, half of a page may be the old one: look again,
            # and let nobody write meanwhile.
            with plain_errors():
                connection.execute("BEGIN IMMEDIATE")
            if _pages_fit(connection):
                return
    raise damaged()


def _pages_fit(connection: Connection) -> bool:
    with plain_errors():
        return connection.execute("PRAGMA cipher_integrity_check").fetchone() is None


def check_tables(connection: Connection, vault: str) -> Standing:
    """Compare tables with indices, references with what they name, and the audit with the entries, in one snapshot."""
    own = not connection.in_transaction
    with plain_errors():
        if own:
            connection.execute("BEGIN")
        whole = [tuple(row) for row in connection.execute("PRAGMA integrity_check")] == [("ok",)]
        stray = connection.execute("PRAGMA foreign_key_check").fetchone()
        if not whole or stray is not None:
            raise damaged()
        found, faults = _audited(connection, vault)
        if own:
            connection.execute("COMMIT")
    if faults:
        raise audit_broken(faults[0].seq)
    return found


def standing(connection: Connection, vault: str) -> Standing:
    """Count what a database holds without checking it."""
    with plain_errors():
        entries = connection.execute("SELECT count(*) FROM entry").fetchone()[0]
        row = connection.execute("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    return Standing(entries, 0, vault) if row is None else Standing(entries, row[0], row[1])


def _audited(connection: Connection, vault: str) -> tuple[Standing, tuple[AuditFault, ...]]:
    verdict = Audit(Unit(connection, "", writing=False), vault).verify()
    entries = connection.execute("SELECT count(*) FROM entry").fetchone()[0]
    return Standing(entries, verdict.rows, verdict.head), verdict.faults


def audit_broken(row: int) -> HsbAssessError:
    """Return the error for an audit that does not fit together from ``row`` on."""
    return HsbAssessError(
        "audit_broken",
        f"The audit of this vault does not fit together: row {row} was changed, removed or put in from outside.",
        "Keep a copy of the folder, tell whoever is responsible for information governance, and compare it with a backup.",
    )
