"""The record's table: signed entries, appended once and for ever, and the heads that are true now."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.record.entry import Entry, InstrumentRef, Stream
from hsb_assess.vault.unit import from_text, to_text

if TYPE_CHECKING:
    from hsb_assess.vault.unit import Unit

__all__ = ["Entries"]

_INSERT: Final = """INSERT INTO entry (id, case_id, stream, subject, key, body, parents, author, device, occurred,
    recorded, instrument, previous, hash, signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO NOTHING"""
_OF_CASE: Final = """SELECT * FROM entry WHERE case_id = :case AND (:stream IS NULL OR stream = :stream)
    AND (:key IS NULL OR key = :key) ORDER BY seq"""
_OF_SUBJECT: Final = """SELECT * FROM entry WHERE case_id = :case AND subject = :subject
    AND (:stream IS NULL OR stream = :stream) AND (:key IS NULL OR key = :key) ORDER BY seq"""
_HEADS: Final = "SELECT seq FROM head WHERE case_id = :case AND (:key IS NULL OR key = :key)"
_HEADS_OF_SUBJECT: Final = """SELECT seq FROM head WHERE case_id = :case AND subject = :subject
    AND (:key IS NULL OR key = :key)"""
_HEADS_OF_PLACE: Final = "SELECT seq FROM head WHERE case_id = :case AND subject = :subject AND key = :key"
_ONE: Final = "SELECT * FROM entry WHERE seq = ?"
_MANY: Final = 200
"""From so many heads on that were not read before, all of a case's are read in one go."""
_ALL_HEADS_OF_CASE: Final = "SELECT entry.* FROM head JOIN entry USING (seq) WHERE head.case_id = ?"
_NO_HEAD: Final = "DELETE FROM head WHERE case_id = ? AND subject = ? AND key = ? AND seq = ?"
_ALL_AWAITED: Final = """INSERT OR IGNORE INTO awaited (parent, case_id)
    SELECT each.value, child.case_id FROM entry AS child, json_each(child.parents) AS each
    WHERE NOT EXISTS (SELECT 1 FROM entry WHERE id = each.value)"""
_ALL_HEADS: Final = """INSERT INTO head (case_id, subject, key, seq) SELECT case_id, subject, key, seq FROM entry
    WHERE NOT EXISTS (SELECT 1 FROM superseded WHERE (id, case_id, stream, subject, key)
    = (entry.id, entry.case_id, entry.stream, entry.subject, entry.key))"""
_SUPERSEDED: Final = """WITH superseded (id, case_id, stream, subject, key) AS MATERIALIZED (
    SELECT DISTINCT each.value, child.case_id, child.stream, child.subject, child.key
    FROM entry AS child, json_each(child.parents) AS each WHERE each.value <> child.id) """
_HAS_CHILD: Final = """SELECT 1 FROM entry AS child, json_each(child.parents) AS each WHERE child.case_id = ?
    AND child.subject = ? AND child.key = ? AND child.stream = ? AND each.value = ? LIMIT 1"""
_NUMBERS: Final = "SELECT seq FROM entry INDEXED BY entry_place WHERE case_id = ?"
_WHOSE: Final = "SELECT device, author, hash FROM entry WHERE seq = ?"


class Entries:
    """Reads and appends entries. What is read was checked when it came in and is not checked again.

    A *head* is an entry that no entry present in the same place (case, stream, subject, key) supersedes. Heads
    are kept in the same transaction, whatever the order of arrival: a child that came before its parent keeps
    it from the heads. The case's line of the caseload is thrown away with every new entry. ``appended`` are the
    entries that this unit of work added, in order.
    """

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self.appended: list[Entry] = []

    def append(self, entry: Entry) -> bool:
        """Add ``entry``; returns ``False``, with nothing changed, when exactly it is here already.

        Raises ``entry_id_reused`` when another entry has its id. Who signed it is the caller's to check.
        """
        connection = self._unit.write()
        added = connection.execute(_INSERT, _row(entry))
        if added.rowcount == 0:
            if self.get(entry.id) != entry:
                raise HsbAssessError(
                    "entry_id_reused",
                    "An entry came in under the identifier of another one.",
                    "Nothing was changed; ask the sender to check their app.",
                )
            return False
        seq = added.lastrowid
        if seq is None:
            raise RuntimeError("SQLite gave the new row no number")
        self._unit.kept.keep(seq, entry)
        self._stand(entry, seq)
        for author in (entry.author, None):
            self._unit.kept.previous[entry.case, entry.device, author] = entry.hash
        connection.execute("DELETE FROM caseload WHERE case_id = ?", (entry.case,))
        self._unit.entries.append(entry.hash)
        self.appended.append(entry)
        return True

    def _stand(self, entry: Entry, seq: int) -> None:
        """Put a new entry where those stood that it supersedes, unless what supersedes it came before it."""
        connection = self._unit.write()
        place = (entry.case, entry.subject, entry.key)
        replaced = [number for parent in entry.parents if (number := self._replaced(parent, entry)) is not None]
        for number in replaced:
            connection.execute(_NO_HEAD, (*place, number))
        if not self._is_superseded(entry):
            connection.execute("INSERT INTO head VALUES (?, ?, ?, ?)", (*place, seq))

    def _is_superseded(self, entry: Entry) -> bool:
        """Say whether what supersedes a new entry came before it; it is not waited for any more."""
        connection, kept = self._unit.write(), self._unit.kept
        self._unit.tail()
        if kept.awaited is None:
            kept.awaited = connection.execute("SELECT 1 FROM awaited LIMIT 1").fetchone() is not None
        if not kept.awaited:
            return False
        gone = connection.execute("DELETE FROM awaited WHERE parent = ? AND case_id = ?", (entry.id, entry.case))
        if not gone.rowcount:
            return False
        kept.awaited = None
        child = (entry.case, entry.subject, entry.key, entry.stream.value, entry.id)
        return connection.execute(_HAS_CHILD, child).fetchone() is not None

    def _replaced(self, parent: str, child: Entry) -> int | None:
        """Return the number of a parent in the same place; one that is not here is waited for."""
        number = self._unit.kept.number(parent)
        before = None if number is None else self._unit.kept.get(number)
        if before is None:
            connection = self._unit.write()
            row = connection.execute("SELECT * FROM entry WHERE id = ?", (parent,)).fetchone()
            if row is None:
                connection.execute("INSERT OR IGNORE INTO awaited VALUES (?, ?)", (parent, child.case))
                self._unit.kept.awaited = True
                return None
            number, before = row["seq"], self._entry(row)
        here = (before.case, before.stream, before.subject, before.key)
        return number if here == (child.case, child.stream, child.subject, child.key) else None

    def get(self, entry_id: str) -> Entry | None:
        """Return one entry."""
        row = self._unit.reading().execute("SELECT * FROM entry WHERE id = ?", (entry_id,)).fetchone()
        return None if row is None else self._entry(row)

    def has(self, entry_id: str) -> bool:
        """Say whether an entry is here."""
        found = self._unit.reading().execute("SELECT 1 FROM entry WHERE id = ?", (entry_id,))
        return found.fetchone() is not None

    def count(self) -> int:
        """Return how many entries the whole vault holds."""
        return int(self._unit.reading().execute("SELECT count(*) FROM entry").fetchone()[0])

    def of_case(
        self, case: str, stream: str | None = None, subject: str | None = None, key: str | None = None
    ) -> tuple[Entry, ...]:
        """Return a case's entries in order of arrival, superseded ones too, narrowed as asked."""
        sought = {"case": case, "stream": stream, "subject": subject, "key": key}
        sql = _OF_CASE if subject is None else _OF_SUBJECT
        return tuple(self._entry(row) for row in self._unit.reading().execute(sql, sought))

    def heads(self, case: str, subject: str | None = None, key: str | None = None) -> tuple[Entry, ...]:
        """Return what is true now, sorted by subject, key and id; two heads of one key are a conflict."""
        sql = _HEADS if subject is None else _HEADS_OF_SUBJECT if key is None else _HEADS_OF_PLACE
        connection, kept = self._unit.reading(), self._unit.kept
        numbers = [row[0] for row in connection.execute(sql, {"case": case, "subject": subject, "key": key})]
        if sum(number not in kept for number in numbers) > _MANY:
            for row in connection.execute(_ALL_HEADS_OF_CASE, (case,)):
                self._entry(row)
        found = [kept.get(number) or self._entry(connection.execute(_ONE, (number,)).fetchone()) for number in numbers]
        # Sorted here: SQLite's sorter, with its memory locked and wiped, took as long as the look-up.
        return tuple(sorted(found, key=lambda entry: (entry.subject, entry.key, entry.id)))

    def _entry(self, row: Any) -> Entry:  # noqa: ANN401 — a row of the entry table, by column name
        """Return the entry in a row: the one that was read before, if it was."""
        entry = self._unit.kept.get(row["seq"])
        if entry is None:
            entry = _entry(row)
            self._unit.kept.keep(row["seq"], entry)
        return entry

    def last_of_device(self, case: str, device: str, author: str | None = None) -> str | None:
        """Return the hash of the entry of ``device`` that came into ``case`` last: the next one's ``previous``.

        With ``author`` only theirs counts: whoever else names this device does not get into its chain.
        """
        self._unit.tail()
        previous, whose = self._unit.kept.previous, (case, device, author)
        if whose not in previous:
            previous[whose] = self._sought_last(case, device, author)
        return previous[whose]

    def _sought_last(self, case: str, device: str, author: str | None) -> str | None:
        # No index names the device: each answer would write a page more for what a session asks once a case. The
        # case's numbers are read off another one; the newest entries are mostly this device's own.
        connection = self._unit.reading()
        for number in sorted((row[0] for row in connection.execute(_NUMBERS, (case,))), reverse=True):
            row = connection.execute(_WHOSE, (number,)).fetchone()
            if row["device"] == device and author in {None, row["author"]}:
                return str(row["hash"])
        return None

    def case_of(self, assessment: str) -> str | None:
        """Return the case in which an assessment was started first, or ``None`` when it is not here."""
        row = (
            self._unit.reading()
            .execute("SELECT case_id FROM entry WHERE key = '@assessment' AND subject = ? ORDER BY seq", (assessment,))
            .fetchone()
        )
        return None if row is None else row["case_id"]

    def forms(self, most: int = 4) -> tuple[str, ...]:
        """Return the hashes of the forms that assessments were started with, those of the newest first."""
        rows = self._unit.reading().execute(
            "SELECT instrument FROM entry WHERE key = '@assessment' AND instrument IS NOT NULL"
            " GROUP BY instrument ORDER BY max(seq) DESC LIMIT ?",
            (most,),
        )
        return tuple(InstrumentRef(**from_text(row["instrument"])).hash for row in rows)

    def cases(self) -> tuple[str, ...]:
        """Return the ids of the cases that were opened, oldest first."""
        rows = self._unit.reading().execute("SELECT DISTINCT case_id FROM entry WHERE key = '@case' ORDER BY case_id")
        return tuple(row["case_id"] for row in rows)

    def mark(self, case: str) -> tuple[int, ...]:
        """Return numbers that change whenever the heads of a case do."""
        row = self._unit.reading().execute(
            "SELECT count(*), coalesce(max(seq), 0), coalesce(sum(seq), 0) FROM head WHERE case_id = ?", (case,)
        )
        return tuple(row.fetchone())

    def rebuild(self) -> None:
        """Throw the projections of the record away and make them anew from its entries."""
        connection = self._unit.write()
        connection.execute("DELETE FROM head")
        connection.execute("DELETE FROM awaited")
        self._unit.kept.awaited = None
        connection.execute(_ALL_AWAITED)
        connection.execute(_SUPERSEDED + _ALL_HEADS)


def _row(entry: Entry) -> tuple[object, ...]:
    return (
        entry.id,
        entry.case,
        entry.stream.value,
        entry.subject,
        entry.key,
        to_text(entry.body),
        to_text(list(entry.parents)),
        entry.author,
        entry.device,
        entry.occurred,
        entry.recorded,
        None if entry.instrument is None else _instrument_text(entry.instrument),
        entry.previous,
        entry.hash,
        entry.signature,
    )


def _entry(row: Any) -> Entry:  # noqa: ANN401 — a row of the entry table, by column name
    # Validated when it was sealed or received, and authenticated by the cipher since: construct, do not parse.
    return Entry.model_construct(
        id=row["id"],
        case=row["case_id"],
        stream=Stream(row["stream"]),
        subject=row["subject"],
        key=row["key"],
        body=from_text(row["body"]),
        parents=tuple(from_text(row["parents"])),
        author=row["author"],
        device=row["device"],
        occurred=row["occurred"],
        recorded=row["recorded"],
        instrument=_instrument(row["instrument"]),
        previous=row["previous"],
        hash=row["hash"],
        signature=row["signature"],
    )


@lru_cache(maxsize=64)
def _instrument_text(instrument: InstrumentRef) -> str:
    """Return how an entry names its form; the same few are written again and again."""
    return to_text(instrument.model_dump())


@lru_cache(maxsize=64)
def _instrument(text: str | None) -> InstrumentRef | None:
    """Return which form an entry was made with; a case has few of them, and thousands of entries."""
    return None if text is None else InstrumentRef(**from_text(text))
