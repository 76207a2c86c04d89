"""A small vault below the desk: made quickly, written to quickly, and looked at whole after an accident."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from hsb_assess.domain.clock import SystemClock
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.ids import new_id
from hsb_assess.record.entry import Statement, Stream, seal
from hsb_assess.trust.identity import create_identity
from hsb_assess.vault import migrations
from hsb_assess.vault.backup import SUFFIX, open_and_verify
from hsb_assess.vault.checking import check_database
from hsb_assess.vault.keys import KdfParameters
from hsb_assess.vault.opening import create, unlock_with_recovery
from hsb_assess.vault.stores_search import Text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from hsb_assess.vault.book import Book
    from hsb_assess.vault.file import Connection
    from hsb_assess.vault.opening import Vault
    from tests.faults.frame import Tally

__all__ = ["CASE", "LATER", "PASSPHRASE", "Found", "index_one", "look", "make", "weigh", "write_one"]

CASE = "case"
PASSPHRASE = "five plain words for accidents"


def make(folder: Path, entries: int = 20) -> str:
    """Make a vault with some entries and return its recovery key, which opens it in a moment."""
    identity = create_identity("Worker P", "practitioner", "Agency", datetime.now(UTC))
    key = create(folder, PASSPHRASE, identity, kdf=KdfParameters.floor()).recovery_key
    with unlock_with_recovery(folder, key) as vault:
        book = vault.book()
        for _ in range(entries):
            write_one(vault, book)
    return key


def write_one(vault: Vault, book: Book, *, words: int = 100, early: object = None) -> str:
    """Record an answer with its draft and return its id; ``early`` is called with it before it is committed."""
    clock = SystemClock()
    with book.begin("answer", case=CASE) as work:
        heads = work.entries.heads(CASE, "subject", "M01.reason")
        said = Statement(
            case=CASE,
            stream=Stream.ANSWERS,
            subject="subject",
            key="M01.reason",
            body={"value": "words " * words},
            parents=tuple(head.id for head in heads),
            occurred=clock.now(),
        )
        previous = work.entries.last_of_device(CASE, vault.identity.device)
        entry = seal(said, vault.identity, recorded=clock.now(), previous=previous)
        work.entries.append(entry)
        work.drafts.put(CASE, "subject", new_id(), {"value": "typing"})
        if callable(early):
            early(entry.id)
    return entry.id


def index_one(book: Book, words: int) -> None:
    """Index the case as a step of the desk does, with so many words in each row."""
    with book.begin("search_indexed") as work:
        work.search.look_for_new()
        numbers = work.search.numbers(CASE).values()
        work.search.remove(work.search.digests(CASE).keys() - set(numbers))
        said = "".join(f" word{number}" for number in range(words))
        work.search.put(
            CASE, {each: Text("assessment", "", "M01.reason", "", "Question", said) for each in numbers}, ""
        )
        work.search.done(CASE)


def _later(connection: Connection) -> None:
    """As a change of the tables would: it copies, fills, indexes and drops."""
    connection.execute("CREATE TABLE later (seq INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT")
    connection.execute("INSERT INTO later SELECT seq, body FROM entry")
    connection.execute("CREATE INDEX later_body ON later (body)")
    connection.execute("ALTER TABLE later RENAME TO latest")


LATER = ("9001_later", _later)
"""What a later version of the program does to the tables."""


@dataclass
class Found:
    """What a vault holds: ids of entries, the actions in its audit, and whatever does not fit together."""

    entries: set[str]
    actions: set[str]
    tables: set[str]
    faults: list[str] = field(default_factory=list)


def look(folder: Path, key: str) -> Found:
    """Open a vault as its owner would, and check every page, chain, head and signature."""
    with unlock_with_recovery(folder, key) as vault:
        with vault.unit() as work:
            entries = work.entries.of_case(CASE)
            found = Found(
                {entry.id for entry in entries},
                {note.action for row in work.audit.rows() for note in row.notes},
                {row["name"] for row in work.audit._unit.connection.execute("SELECT name FROM sqlite_schema")},
            )
            found.faults += [f"audit {fault.code} at {fault.seq}" for fault in work.audit.verify().faults]
            if work.entries.heads(CASE) != entries[-1:]:
                found.faults.append("the head is not the last entry")
            before = None
            for entry in entries:
                if entry.previous != before:
                    found.faults.append("an entry does not follow the one before it")
                before = entry.hash
        with vault.lend() as source:
            check_database(folder / "vault.db", source.key, vault.id)
    return found


def weigh(tally: Tally, act: str, folder: Path, key: str, before: set[str], promised: Iterable[str]) -> None:
    """Count one accident during ``act``: open the vault, look at all of it, at what was promised and at its backups.

    ``before`` are the entries that were there already; ``promised`` lines such as ``entry ID`` and ``backup NAME``.
    """
    tally.tried += 1
    said = list(promised)
    known = migrations.MIGRATIONS
    if act == "migrate":
        migrations.MIGRATIONS = (*known, LATER)  # type: ignore[misc]  # the later version is the one that goes on
    try:
        found = look(folder, key)
        faults = list(found.faults)
        if act == "migrate" and not {"latest", "later_body"} <= found.tables:
            faults.append("the change of the tables is not complete")
        there = set()
        for path in folder.glob(f"backups/*{SUFFIX}"):
            open_and_verify(path, key, with_recovery_key=True)
            there.add(path.name)
        wanted = before | {line.split()[1] for line in said if line.startswith("entry ")}
        if act == "restore" and "restored_from" in found.actions:
            (aside,) = folder.glob("before-restore-*")
            old = look(aside, key).entries
            faults += [] if old >= wanted else ["the vault of before lost something"]
            wanted = old & found.entries
        elif "restored" in said:
            tally.lose("what was restored")
        if missing := {line.split()[1] for line in said if line.startswith("backup ")} - there:
            tally.lose(f"{len(missing)} backups")
        if missing := wanted - found.entries:
            tally.lose(f"{len(missing)} answers")
    except Exception as error:  # noqa: BLE001 - whatever keeps a vault from being opened is what is counted here
        faults = [f"{act}: {error.code if isinstance(error, HsbAssessError) else repr(error)}"]
    finally:
        migrations.MIGRATIONS = known  # type: ignore[misc]  # as above
    tally.faults += faults
    tally.survived += not faults
