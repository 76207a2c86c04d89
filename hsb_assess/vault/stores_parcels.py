"""Packages that came, went, or had to be set aside."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from hsb_assess.vault.unit import Note, digest, from_text, to_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hsb_assess.vault.unit import Unit

__all__ = ["MAX_QUARANTINED", "MAX_QUARANTINE_BYTES", "NOT_KEPT", "Parcels", "Quarantined", "SentParcel"]

MAX_QUARANTINE_BYTES: Final = 192 * 1024 * 1024
MAX_QUARANTINED: Final = 1000
NOT_KEPT: Final = "The file itself was not kept, because quarantine is full."


@dataclass(frozen=True)
class SentParcel:
    """A package that was made here; ``recipients`` are card fingerprints, ``sent`` is UTC."""

    package: str
    sha256: str
    recipients: tuple[str, ...]
    case: str
    purpose: str
    sequence: int
    sent: str


@dataclass(frozen=True)
class Quarantined:
    """Bytes that could not be verified or understood, with the error code and the reason for people."""

    sha256: str
    code: str
    reason: str
    received: str
    content: bytes = field(repr=False)


class Parcels:
    """Remembers which packages were received and sent, and keeps what could not be taken in."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    def seen(self, package: str) -> str | None:
        """Return the SHA-256 of the bytes that came under this package id, or ``None``."""
        row = (
            self._unit.reading().execute("SELECT sha256 FROM parcel_received WHERE package = ?", (package,)).fetchone()
        )
        return None if row is None else row["sha256"]

    def note_received(
        self, package: str, sha256: str, *, sender: str, case: str, purpose: str, sequence: int = 0
    ) -> None:
        """Remember a package that was taken in; ``sender`` is a person id. A known id is a caller's fault."""
        self._unit.write().execute(
            "INSERT INTO parcel_received VALUES (?, ?, ?, ?, ?, ?, ?)",
            (package, sha256, sender, case, purpose, sequence, self._unit.at),
        )
        self._unit.changed("parcel_received", package, sha256.encode())

    def senders(self, case: str) -> tuple[str, ...]:
        """Return the people whose packages about a case were taken in, sorted."""
        rows = self._unit.reading().execute(
            "SELECT DISTINCT sender FROM parcel_received WHERE case_id = ? ORDER BY sender", (case,)
        )
        return tuple(row["sender"] for row in rows)

    def last_sequence_from(self, sender: str) -> int | None:
        """Return the highest sequence number that came from ``sender``."""
        found = self._unit.reading().execute("SELECT max(sequence) FROM parcel_received WHERE sender = ?", (sender,))
        highest: int | None = found.fetchone()[0]
        return highest

    def last_from(self, sender: str, case: str) -> tuple[int, str] | None:
        """Return sequence and SHA-256 of the package with the highest sequence from ``sender`` about ``case``."""
        row = (
            self._unit.reading()
            .execute(
                """SELECT sequence, sha256 FROM parcel_received WHERE sender = ? AND case_id = ?
                ORDER BY sequence DESC, received DESC LIMIT 1""",
                (sender, case),
            )
            .fetchone()
        )
        return None if row is None else (row["sequence"], row["sha256"])

    def note_sent(
        self, package: str, sha256: str, *, recipients: Sequence[str], case: str, purpose: str, sequence: int
    ) -> None:
        """Remember a package that was made here."""
        self._unit.write().execute(
            """INSERT INTO parcel_sent (package, sha256, recipients, case_id, purpose, sequence, sent)
            VALUES (?, ?, ?, ?, ?, ?, ?)""",
            (package, sha256, to_text(list(recipients)), case, purpose, sequence, self._unit.at),
        )
        self._unit.changed("parcel_sent", package, sha256.encode())

    def sent(self, case: str | None = None) -> tuple[SentParcel, ...]:
        """Return what was sent, oldest first; the last one's hash and sequence go into the next one."""
        rows = self._unit.reading().execute(
            """SELECT package, sha256, recipients, case_id, purpose, sequence, sent FROM parcel_sent
            WHERE ?1 IS NULL OR case_id = ?1 ORDER BY seq""",
            (case,),
        )
        return tuple(SentParcel(row[0], row[1], tuple(from_text(row[2])), *row[3:]) for row in rows)

    def quarantine(self, content: bytes, code: str, reason: str) -> str:
        """Set bytes aside and return their SHA-256; the same bytes again change nothing.

        Quarantine is bounded: beyond :data:`MAX_QUARANTINE_BYTES` the bytes are not kept, and the reason says
        so; beyond :data:`MAX_QUARANTINED` only the audit says what was refused.
        """
        sha256 = digest(content)
        connection = self._unit.write()
        if connection.execute("SELECT 1 FROM quarantine WHERE sha256 = ?", (sha256,)).fetchone() is not None:
            return sha256
        count, held = connection.execute(
            "SELECT count(*), coalesce(sum(length(content)), 0) FROM quarantine"
        ).fetchone()
        if count >= MAX_QUARANTINED:
            self._unit.notes.append(Note("quarantine_full", sha256, {"code": code}))
            return sha256
        if held + len(content) > MAX_QUARANTINE_BYTES:
            content, reason = b"", f"{reason} {NOT_KEPT}"
        connection.execute(
            "INSERT INTO quarantine (sha256, code, reason, received, content) VALUES (?, ?, ?, ?, ?)",
            (sha256, code, reason, self._unit.at, content),
        )
        self._unit.changed("quarantine", sha256, f"{code}\n{reason}".encode())
        return sha256

    def refuse(self, sha256: str, code: str, reason: str) -> None:
        """Remember that bytes were refused without keeping them: they hold what was erased here on purpose."""
        connection = self._unit.write()
        held = connection.execute("SELECT count(*) FROM quarantine").fetchone()[0]
        if held < MAX_QUARANTINED:
            connection.execute(
                "INSERT INTO quarantine (sha256, code, reason, received, content) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (sha256) DO NOTHING",
                (sha256, code, reason, self._unit.at, b""),
            )
        self._unit.changed("quarantine", sha256, f"{code}\n{reason}".encode())

    def quarantined(self) -> tuple[Quarantined, ...]:
        """Return what was set aside, oldest first."""
        rows = self._unit.reading().execute(
            "SELECT sha256, code, reason, received, content FROM quarantine ORDER BY seq"
        )
        return tuple(Quarantined(*row) for row in rows)
