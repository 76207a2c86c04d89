"""Named changes of the vault's tables: each is run once, all that are due in one transaction with their record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault.file import plain_errors
from hsb_assess.vault.migrations_search import search_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hsb_assess.vault.file import Connection

__all__ = ["MIGRATIONS", "Migration", "migrate", "pending"]

Migration = tuple[str, "Callable[[Connection], None]"]

_FIRST: Final = (
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    # The record. Columns are those of record.entry.Entry; body, parents and instrument are JSON text.
    """CREATE TABLE entry (
        seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, case_id TEXT NOT NULL, stream TEXT NOT NULL,
        subject TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, parents TEXT NOT NULL,
        author TEXT NOT NULL, device TEXT NOT NULL, occurred TEXT NOT NULL, recorded TEXT NOT NULL,
        instrument TEXT, previous TEXT, hash TEXT NOT NULL UNIQUE, signature TEXT NOT NULL) STRICT""",
    "CREATE INDEX entry_place ON entry (case_id, subject, key)",
    "CREATE INDEX entry_device ON entry (case_id, device)",
    # Which cases there are, and which case an assessment belongs to, without reading the record.
    """CREATE INDEX entry_start ON entry (key, subject, case_id)
        WHERE key = '@case' OR key = '@assessment'""",
    """CREATE TRIGGER entry_stands BEFORE UPDATE ON entry
        BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END""",
    # Projections of the record: thrown away and rebuilt at will.
    # Parents that are not here yet: whoever arrives under such an id is superseded already.
    """CREATE TABLE awaited (parent TEXT NOT NULL, case_id TEXT NOT NULL, PRIMARY KEY (parent, case_id))
        STRICT, WITHOUT ROWID""",
    """CREATE TABLE head (case_id TEXT NOT NULL, subject TEXT NOT NULL, key TEXT NOT NULL,
        seq INTEGER NOT NULL REFERENCES entry (seq), PRIMARY KEY (case_id, subject, key, seq))
        STRICT, WITHOUT ROWID""",
    "CREATE TABLE caseload (case_id TEXT PRIMARY KEY, summary TEXT NOT NULL) STRICT, WITHOUT ROWID",
    # Typing that is not yet sealed into an entry.
    """CREATE TABLE draft (case_id TEXT NOT NULL, subject TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL,
        cursor INTEGER NOT NULL, changed TEXT NOT NULL, PRIMARY KEY (case_id, subject, key))
        STRICT, WITHOUT ROWID""",
    "CREATE TABLE audit (seq INTEGER PRIMARY KEY, payload TEXT NOT NULL, hash TEXT NOT NULL) STRICT",
    """CREATE TRIGGER audit_stands BEFORE UPDATE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END""",
    """CREATE TRIGGER audit_stays BEFORE DELETE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit is never shortened'); END""",
    """CREATE TABLE definition (hash TEXT PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL,
        version TEXT NOT NULL, content BLOB NOT NULL) STRICT""",
    """CREATE TABLE document (sha256 TEXT PRIMARY KEY, case_id TEXT NOT NULL, submission TEXT NOT NULL,
        audience TEXT NOT NULL, state TEXT NOT NULL, stored TEXT NOT NULL, size INTEGER NOT NULL,
        content BLOB NOT NULL) STRICT""",
    "CREATE INDEX document_case ON document (case_id)",
    """CREATE TABLE contact (seq INTEGER PRIMARY KEY, person TEXT NOT NULL, fingerprint TEXT NOT NULL UNIQUE,
        card BLOB NOT NULL, added TEXT NOT NULL, verified_how TEXT, verified_at TEXT) STRICT""",
    "CREATE INDEX contact_person ON contact (person)",
    """CREATE TABLE parcel_received (package TEXT PRIMARY KEY, sha256 TEXT NOT NULL, sender TEXT NOT NULL,
        case_id TEXT NOT NULL, purpose TEXT NOT NULL, sequence INTEGER NOT NULL, received TEXT NOT NULL)
        STRICT, WITHOUT ROWID""",
    """CREATE TABLE parcel_sent (seq INTEGER PRIMARY KEY, package TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL,
        recipients TEXT NOT NULL, case_id TEXT NOT NULL, purpose TEXT NOT NULL, sequence INTEGER NOT NULL,
        sent TEXT NOT NULL) STRICT""",
    """CREATE TABLE quarantine (seq INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, code TEXT NOT NULL,
        reason TEXT NOT NULL, received TEXT NOT NULL, content BLOB NOT NULL) STRICT""",
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
)


def _first_version(connection: Connection) -> None:
    for statement in _FIRST:
        connection.execute(statement)


_LEAN: Final = (
    # Heads refer to entries, so they step aside while the entries move.
    "CREATE TABLE head_aside AS SELECT * FROM head",
    "DELETE FROM head",
    """CREATE TABLE entry_lean (
        seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, case_id TEXT NOT NULL, stream TEXT NOT NULL,
        subject TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, parents TEXT NOT NULL,
        author TEXT NOT NULL, device TEXT NOT NULL, occurred TEXT NOT NULL, recorded TEXT NOT NULL,
        instrument TEXT, previous TEXT, hash TEXT NOT NULL, signature TEXT NOT NULL) STRICT""",
    "INSERT INTO entry_lean SELECT * FROM entry ORDER BY seq",
    "DROP TABLE entry",
    "ALTER TABLE entry_lean RENAME TO entry",
    "CREATE INDEX entry_place ON entry (case_id, subject, key)",
    "CREATE INDEX entry_device ON entry (case_id, device)",
    "CREATE INDEX entry_start ON entry (key, subject, case_id) WHERE key = '@case' OR key = '@assessment'",
    """CREATE TRIGGER entry_stands BEFORE UPDATE ON entry
        BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END""",
    "INSERT INTO head SELECT * FROM head_aside",
    "DROP TABLE head_aside",
)


def _entry_lean(connection: Connection) -> None:
    """Entries without an index by hash: nothing looks one up by it, and each answer wrote a page more for it."""
    for statement in _LEAN:
        connection.execute(statement)


def _closing(connection: Connection) -> None:
    """Erasures: they stay when their case is gone, so the column with the case has another name than everywhere else."""
    connection.execute(
        """CREATE TABLE erasure (id TEXT PRIMARY KEY, about TEXT NOT NULL, proposal TEXT NOT NULL, answer TEXT,
        receipt TEXT, cards TEXT NOT NULL, document BLOB, changed TEXT NOT NULL) STRICT"""
    )
    connection.execute("CREATE INDEX erasure_about ON erasure (about)")


def _entry_without_device(connection: Connection) -> None:
    """Entries without an index by device: a book knows whose entry came last, and looks for it once a case."""
    connection.execute("DROP INDEX entry_device")


MIGRATIONS: Final[tuple[Migration, ...]] = (
    ("0001_first_version", _first_version),
    ("0002_entry_lean", _entry_lean),
    ("0003_search", search_tables),
    ("0004_closing", _closing),
    ("0005_entry_without_device", _entry_without_device),
)
"""In the order in which they run; a name is never used twice and a released one never changed."""


def pending(connection: Connection, migrations: Sequence[Migration] | None = None) -> tuple[Migration, ...]:
    """Return what this vault has not had yet; raises ``vault_newer`` when a later program has changed it."""
    known = MIGRATIONS if migrations is None else migrations
    with plain_errors():
        has_any = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'migration'").fetchone()
        done = {row[0] for row in connection.execute("SELECT name FROM migration")} if has_any else set()
    if done - {name for name, _ in known}:
        raise HsbAssessError(
            "vault_newer",
            "This vault was used with a newer version of the program.",
            "Install the newer version to open it.",
        )
    return tuple((name, change) for name, change in known if name not in done)


def migrate(
    connection: Connection,
    at: str,
    migrations: Sequence[Migration] | None = None,
    *,
    check: Callable[[Connection], object] = lambda _: None,
) -> tuple[str, ...]:
    """Run what this vault has not had yet, in one transaction; ``at`` is UTC. Returns the names that ran.

    ``check`` looks at the outcome before it is committed: whatever it raises leaves the vault as it was.
    """
    due = pending(connection, migrations)
    if not due:
        return ()
    with plain_errors():
        connection.execute("BEGIN IMMEDIATE")
        try:
            connection.execute(
                "CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, applied TEXT NOT NULL) STRICT"
            )
            for name, change in due:
                change(connection)
                connection.execute("INSERT INTO migration (name, applied) VALUES (?, ?)", (name, at))
            check(connection)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    return tuple(name for name, _ in due)
