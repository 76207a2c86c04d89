"""The audit: one row a unit of work, chained over the whole vault.

A row's hash is SHA-256 over ``len(before) || before || len(payload) || payload`` (lengths as eight bytes,
big-endian), where ``before`` is the hash of the row before it (for the first row, the vault's id) and
``payload`` canonical JSON (RFC 8785). The chain shows an edit, a deletion and a changed order. It cannot
show that its *tail* was cut off, or that all of it was computed anew by a holder of the vault key: that
takes a copy of the last hash outside the vault (:mod:`.anchors`).
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hsb_assess.domain.canonical import canonical
from hsb_assess.vault.anchors import older_than_seen
from hsb_assess.vault.erasures import ERASED, Erasures
from hsb_assess.vault.kept import Tail
from hsb_assess.vault.unit import Change, Note, payload_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pydantic import JsonValue

    from hsb_assess.vault.anchors import Checkpoint
    from hsb_assess.vault.unit import Unit

__all__ = ["Audit", "AuditFault", "AuditRow", "Verdict"]


@dataclass(frozen=True)
class AuditRow:
    """Who did what, when, and what it changed.

    ``at`` is the clock's time and ``seen`` the latest time that any row had (both UTC): ``at`` before
    ``seen`` means that the clock was set back. Order is by ``seq``, never by time.
    """

    seq: int
    act: str
    actor: str
    device: str
    case: str | None
    at: str
    seen: str
    entries: tuple[str, ...]
    changes: tuple[Change, ...]
    notes: tuple[Note, ...] = field(repr=False)
    hash: str

    @property
    def clock_set_back(self) -> bool:
        """Whether an earlier row has a later time."""
        return self.at < self.seen


@dataclass(frozen=True)
class AuditFault:
    """What does not fit, and at which row.

    Codes: ``audit_altered``, ``audit_gap``, ``entry_missing`` (audited, gone), ``entry_unaudited``, ``erasure_unproved``
    (a row says that a case was erased, and not exactly this was agreed by two people), ``vault_older`` (a checkpoint outside the vault has this row, with another hash or past the last one that is here).
    """

    seq: int
    code: str


@dataclass(frozen=True)
class Verdict:
    """What :meth:`Audit.verify` found; ``head`` is the last row's hash, to be kept outside the vault."""

    rows: int
    head: str
    faults: tuple[AuditFault, ...]


def chained(before: str, payload: bytes) -> str:
    """Return the hash of the row with ``payload`` that follows the row with hash ``before``."""
    parts = (before.encode(), payload)
    return hashlib.sha256(b"".join(len(part).to_bytes(8, "big") + part for part in parts)).hexdigest()


class Audit:
    """Takes notes during a unit of work, and reads and checks the rows that earlier ones left."""

    def __init__(self, unit: Unit, vault: str) -> None:
        self._unit = unit
        self._vault = vault

    def note(self, action: str, subject: str, detail: JsonValue = None) -> None:
        """Have this unit's row say that ``action`` was done to ``subject``: a view, an export, a refusal."""
        self._unit.write()
        self._unit.notes.append(Note(action, subject, detail))

    def anchor(self) -> None:
        """Have a checkpoint of this unit's row kept outside the vault, once it is committed."""
        self._unit.write()
        self._unit.anchor = True

    def rows(self, case: str | None = None) -> tuple[AuditRow, ...]:
        """Return all rows, or those of one case, oldest first."""
        found = self._unit.reading().execute(
            "SELECT seq, payload, hash FROM audit ORDER BY seq"
            if case is None
            else "SELECT seq, payload, hash FROM audit WHERE json_extract(payload, '$.case') = ? ORDER BY seq",
            () if case is None else (case,),
        )
        return tuple(read_row(row) for row in found)

    def head(self) -> str:
        """Return the hash of the last row, to be kept outside the vault; the vault's id before the first."""
        return self.last()[1]

    def last(self) -> tuple[int, str]:
        """Return number and hash of the last row; nought and the vault's id before the first."""
        last = self._unit.reading().execute("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
        return (0, self._vault) if last is None else (last["seq"], last["hash"])

    def hash_at(self, seq: int) -> str | None:
        """Return the hash of one row, or ``None`` where there is no such row."""
        row = self._unit.reading().execute("SELECT hash FROM audit WHERE seq = ?", (seq,)).fetchone()
        return None if row is None else str(row["hash"])

    def has_head(self, row_hash: str) -> bool:
        """Say whether a row with this hash is here: a head that another vault saw of this one."""
        found = self._unit.reading().execute("SELECT 1 FROM audit WHERE hash = ? LIMIT 1", (row_hash,))
        return row_hash == self._vault or found.fetchone() is not None

    def verify(self, checkpoints: Iterable[Checkpoint] = (), explained: Iterable[str] = ()) -> Verdict:
        """Recompute the chain and compare the entries that it names with those that are here.

        A cut tail, and a chain that was computed anew, are found with ``checkpoints`` only (see the module);
        ``explained`` are the heads whose loss somebody explained. Entries of a case that was erased may be missing,
        if two people agreed in writing that exactly these go (:meth:`.Erasures.proves`).
        """
        connection = self._unit.reading()
        faults: list[AuditFault] = []
        audited: dict[str, int] = {}
        of_case: defaultdict[str | None, list[str]] = defaultdict(list)
        before, expected = self._vault, 1
        for seq, payload, row_hash in connection.execute("SELECT seq, payload, hash FROM audit ORDER BY seq"):
            content = payload_of(payload)
            if seq != expected:
                faults.append(AuditFault(expected, "audit_gap"))
            if chained(before, payload.encode()) != row_hash or content.get("seq") != seq:
                faults.append(AuditFault(seq, "audit_altered"))
            case, named = content.get("case"), of_case[content.get("case")]
            for entry_hash in entry_hashes(content):
                if audited.setdefault(entry_hash, seq) == seq:
                    named.append(entry_hash)
            if content.get("act") == ERASED:
                if self._proved(content, named):
                    for entry_hash in named:
                        del audited[entry_hash]
                else:
                    faults.append(AuditFault(seq, "erasure_unproved"))
                of_case.pop(case)
            before, expected = row_hash, seq + 1
        present = {row[0] for row in connection.execute("SELECT hash FROM entry")}
        faults += [AuditFault(seq, "entry_missing") for name, seq in audited.items() if name not in present]
        faults += [AuditFault(expected, "entry_unaudited") for _ in present - audited.keys() - {*self._unit.entries}]
        older = older_than_seen(checkpoints, self.hash_at, expected - 1, explained)
        if older is not None:
            faults.append(AuditFault(older.seen, "vault_older"))
        return Verdict(expected - 1, before, tuple(faults))

    def _proved(self, content: dict[str, Any], hashes: Sequence[str]) -> bool:
        notes = content.get("notes")
        note = notes[0] if isinstance(notes, list) and notes and isinstance(notes[0], dict) else {}
        erasure, case, actor = note.get("object"), content.get("case"), content.get("actor")
        if not isinstance(erasure, str) or not isinstance(case, str) or not isinstance(actor, str):
            return False
        return Erasures(self._unit).proves(erasure, case, actor, hashes)

    def entries_named(self, case: str) -> tuple[str, ...]:
        """Return the hashes of the entries of ``case`` that the audit names, without those that an erasure took."""
        rows = self._unit.reading().execute(
            "SELECT payload FROM audit WHERE json_extract(payload, '$.case') = ? ORDER BY seq", (case,)
        )
        named: dict[str, None] = {}
        for row in rows:
            content = payload_of(row["payload"])
            if content.get("act") == ERASED:
                named.clear()
            named.update(dict.fromkeys(entry_hashes(content)))
        return tuple(named)

    def write_row(self, act: str, actor: str, device: str, case: str | None) -> None:
        """Write this unit's row, if it changed or noted anything; the unit of work calls it once."""
        unit = self._unit
        if not (unit.entries or unit.changes or unit.notes):
            return
        unit.write()
        tail = unit.tail()
        seq, before, seen = (
            (1, self._vault, unit.at) if tail is None else (tail.seq + 1, tail.hash, max(unit.at, tail.seen))
        )
        payload = canonical(
            {
                "seq": seq,
                "act": act,
                "actor": actor,
                "device": device,
                "case": case,
                "at": unit.at,
                "seen": seen,
                "entries": list(unit.entries),
                "changes": [[change.table, change.name, change.content] for change in unit.changes],
                "notes": [{"action": n.action, "object": n.object, "detail": n.detail} for n in unit.notes],
            }
        )
        unit.row = (seq, chained(before, payload))
        unit.connection.execute("INSERT INTO audit VALUES (?, ?, ?)", (seq, payload.decode(), unit.row[1]))
        unit.kept.tail = Tail(seq, unit.row[1], seen)


def entry_hashes(content: dict[str, Any]) -> Iterator[str]:
    """Yield the hashes of the entries that a row names."""
    hashes = content.get("entries", ())
    return (name for name in (hashes if isinstance(hashes, list) else ()) if isinstance(name, str))


def read_row(row: Any) -> AuditRow:  # noqa: ANN401 — a row of the table, by column name
    """Return a row of the table as a value."""
    content = payload_of(row["payload"])
    return AuditRow(
        seq=row["seq"],
        act=content["act"],
        actor=content["actor"],
        device=content["device"],
        case=content["case"],
        at=content["at"],
        seen=content["seen"],
        entries=tuple(content["entries"]),
        changes=tuple(Change(*change) for change in content["changes"]),
        notes=tuple(Note(note["action"], note["object"], note["detail"]) for note in content["notes"]),
        hash=row["hash"],
    )
