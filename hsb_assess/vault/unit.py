"""What the stores of one unit of work share: its connection, its time, and the list of what it changed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import UTC
from typing import TYPE_CHECKING, Any

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault.kept import Kept, Tail

if TYPE_CHECKING:
    from datetime import datetime

    from pydantic import JsonValue

    from hsb_assess.vault.file import Connection

__all__ = ["Change", "Note", "Unit", "digest", "from_text", "payload_of", "to_text", "utc"]


def utc(moment: datetime) -> str:
    """Return ``moment`` as UTC text to the millisecond; such texts sort as the moments do."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def digest(content: bytes) -> str:
    """Return SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def to_text(value: JsonValue) -> str:
    """Return ``value`` as compact JSON in ASCII: any text survives, half a surrogate pair too."""
    return json.dumps(value, separators=(",", ":"), allow_nan=False)


def from_text(text: str) -> Any:  # noqa: ANN401 — JSON; each store knows the shape that it wrote
    """Read :func:`to_text`."""
    return json.loads(text)


def payload_of(text: str) -> dict[str, Any]:
    """Return what a row of the audit says; empty where it cannot be read."""
    try:
        content = json.loads(text)
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}


@dataclass(frozen=True)
class Change:
    """A row other than an entry that a unit of work wrote: its table, its name and its content's SHA-256."""

    table: str
    name: str
    content: str


@dataclass(frozen=True)
class Note:
    """Something that was done without writing a row: an opening, a view, an export, a failed unlock."""

    action: str
    object: str
    detail: JsonValue = None


@dataclass
class Unit:
    """One unit of work from the stores' side.

    ``at`` is the moment at which it began (UTC). ``entries``, ``changes`` and ``notes`` become its audit row.
    Drafts and the caseload are scratch and projection: they are not listed. ``row`` are the number and the hash of
    that row once it is written; ``anchor`` asks for a checkpoint of it outside the vault, ``forget`` that
    every book lets go of what it keeps: a case was erased, and the numbers of its entries come again.
    ``kept`` are entries that this and earlier units of the same book read or wrote.
    """

    connection: Connection
    at: str
    writing: bool
    kept: Kept = field(default_factory=Kept, repr=False)
    over: bool = False
    entries: list[str] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    row: tuple[int, str] | None = None
    anchor: bool = False
    forget: bool = False
    _looked: bool = field(default=False, init=False, repr=False)
    _ended: Tail | None = field(default=None, init=False, repr=False)

    def reading(self) -> Connection:
        """Return the connection, while the unit lasts."""
        if self.over:
            raise RuntimeError("this unit of work is over")
        return self.connection

    def write(self) -> Connection:
        """Return the connection for writing; raises ``unit_reads_only`` in a unit that only reads."""
        if not self.writing:
            raise HsbAssessError(
                "unit_reads_only",
                "This part of the program may only read the vault.",
                "Report this fault; nothing was changed.",
            )
        return self.reading()

    def tail(self) -> Tail | None:
        """Return where the audit ended when this unit began; what the book kept holds only if that was its own doing."""
        if not self._looked:
            self._looked = True
            tail = self.kept.tail
            last = self.reading().execute("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
            if last is None or tail is None or (tail.seq, tail.hash) != (last["seq"], last["hash"]):
                self.kept.end_elsewhere(None if last is None else self._tail(last["seq"], last["hash"]))
            self._ended = self.kept.tail
        return self._ended

    def _tail(self, seq: int, row_hash: str) -> Tail:
        payload = self.reading().execute("SELECT payload FROM audit WHERE seq = ?", (seq,)).fetchone()["payload"]
        return Tail(seq, row_hash, str(payload_of(payload).get("seen", "")))

    def changed(self, table: str, name: str, content: bytes) -> None:
        """List a row that was written, with the digest of what it now holds."""
        self.changes.append(Change(table, name, digest(content)))
