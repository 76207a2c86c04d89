"""The tables of the search index: words in FTS5, where each of them stands, and what is still to be indexed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from hsb_assess.vault.file import Connection

__all__ = ["SECURE_DELETE", "search_tables"]

SECURE_DELETE: Final = "INSERT INTO search_text (search_text, rank) VALUES ('secure-delete', 1)"
"""Without this, FTS5 only marks what is deleted, and the words stay in the file until segments are merged."""

_TABLES: Final = (
    # One row an entry that stands now; ``seq`` is the entry's own number, so the newest come first without sorting.
    """CREATE TABLE search_place (seq INTEGER PRIMARY KEY REFERENCES entry (seq), case_id TEXT NOT NULL,
        assessment TEXT NOT NULL, page TEXT NOT NULL, path TEXT NOT NULL, place TEXT NOT NULL,
        restricted INTEGER NOT NULL, dormant INTEGER NOT NULL, author TEXT NOT NULL, recorded TEXT NOT NULL,
        digest TEXT NOT NULL) STRICT""",
    "CREATE INDEX search_case ON search_place (case_id)",
    # The words themselves. Nothing is ranked, so no sizes are kept.
    """CREATE VIRTUAL TABLE search_text USING fts5 (title, words, also, scope,
        tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3', columnsize = 0)""",
    SECURE_DELETE,
    # The entry table is the queue: up to ``upto`` its entries were looked at, and cases they changed are due.
    "CREATE TABLE search_state (one INTEGER PRIMARY KEY CHECK (one = 1), upto INTEGER NOT NULL, basis TEXT NOT NULL) STRICT",
    "INSERT INTO search_state VALUES (1, 0, '')",
    "CREATE TABLE search_due (case_id TEXT PRIMARY KEY, since INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    # Whatever takes an entry out of the record takes its words out of the index in the same statement; the next
    # entry may get a number that was free again, and has to count as new.
    """CREATE TRIGGER entry_forgotten AFTER DELETE ON entry BEGIN
        DELETE FROM search_text WHERE rowid = old.seq;
        DELETE FROM search_place WHERE seq = old.seq;
        UPDATE search_state SET upto = (SELECT coalesce(max(seq), 0) FROM entry)
            WHERE upto > (SELECT coalesce(max(seq), 0) FROM entry);
        END""",
)


def search_tables(connection: Connection) -> None:
    """Make the tables, empty: the index is filled from the record in the background."""
    for statement in _TABLES:
        connection.execute(statement)
