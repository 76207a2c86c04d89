"""The small stores beside the record: drafts, definitions, documents, contacts, settings, the caseload."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.trust.card import Card
from hsb_assess.vault.unit import digest, from_text, to_text

if TYPE_CHECKING:
    from pydantic import JsonValue

    from hsb_assess.vault.unit import Unit

__all__ = [
    "CaseRow",
    "Caseload",
    "Contact",
    "Contacts",
    "Definitions",
    "Document",
    "DocumentInfo",
    "Documents",
    "Draft",
    "Drafts",
    "Settings",
    "StoredDefinition",
]


@dataclass(frozen=True)
class Draft:
    """Typing that was not sealed yet; ``cursor`` is where the caret stood, ``changed`` is UTC."""

    case: str
    subject: str
    key: str
    body: JsonValue = field(repr=False)
    cursor: int
    changed: str


class Drafts:
    """One row a question, overwritten in place. Scratch: writing one leaves no trace in the audit."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    def put(self, case: str, subject: str, key: str, body: JsonValue, cursor: int = 0) -> None:
        """Keep what stands in the field now."""
        self._unit.write().execute(
            "INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?, ?, ?)",
            (case, subject, key, to_text(body), cursor, self._unit.at),
        )

    def get(self, case: str, subject: str, key: str) -> Draft | None:
        """Return one question's draft."""
        row = (
            self._unit.reading()
            .execute("SELECT * FROM draft WHERE case_id = ? AND subject = ? AND key = ?", (case, subject, key))
            .fetchone()
        )
        return None if row is None else _draft(row)

    def of_case(self, case: str) -> tuple[Draft, ...]:
        """Return a case's drafts, sorted by subject and key."""
        rows = self._unit.reading().execute("SELECT * FROM draft WHERE case_id = ?", (case,))
        return tuple(_draft(row) for row in rows)

    def all(self) -> tuple[Draft, ...]:
        """Return every draft: what a lock has to seal."""
        return tuple(_draft(row) for row in self._unit.reading().execute("SELECT * FROM draft"))

    def remove(self, case: str, subject: str, key: str) -> bool:
        """Drop a draft once it is sealed; returns whether there was one."""
        removed = self._unit.write().execute(
            "DELETE FROM draft WHERE case_id = ? AND subject = ? AND key = ?", (case, subject, key)
        )
        return removed.rowcount > 0


def _draft(row: Any) -> Draft:  # noqa: ANN401 — a row of the table, by column name
    return Draft(row["case_id"], row["subject"], row["key"], from_text(row["body"]), row["cursor"], row["changed"])


@dataclass(frozen=True)
class StoredDefinition:
    """A compiled form, profile or rule text that entries of this vault name by ``hash``."""

    hash: str
    kind: str
    id: str
    version: str
    content: bytes = field(repr=False)


class Definitions:
    """The definitions that the record was made with; kept for as long as it is."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    def put(self, definition_hash: str, kind: str, definition_id: str, version: str, content: bytes) -> bool:
        """Keep ``content``; ``False`` if it is here. Raises ``definition_hash`` unless it has that SHA-256."""
        if digest(content) != definition_hash:
            raise HsbAssessError(
                "definition_hash",
                "A form definition is not the one that it claims to be.",
                "Ask the sender to send it again, or install the program again.",
            )
        connection = self._unit.write()
        if self.get(definition_hash) is not None:
            return False
        connection.execute(
            "INSERT INTO definition VALUES (?, ?, ?, ?, ?)", (definition_hash, kind, definition_id, version, content)
        )
        self._unit.changed("definition", definition_hash, content)
        return True

    def get(self, definition_hash: str) -> StoredDefinition | None:
        """Return one definition."""
        row = self._unit.reading().execute("SELECT * FROM definition WHERE hash = ?", (definition_hash,)).fetchone()
        return None if row is None else StoredDefinition(*row)


@dataclass(frozen=True)
class DocumentInfo:
    """A document without its bytes. ``audience`` is its letter, ``state`` the caller's word, ``stored`` UTC."""

    sha256: str
    case: str
    submission: str
    audience: str
    state: str
    stored: str
    size: int


@dataclass(frozen=True)
class Document(DocumentInfo):
    """A document and its bytes."""

    content: bytes = field(repr=False)


class Documents:
    """The PDF files that were built, named by the SHA-256 of their bytes."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    def put(self, sha256: str, case: str, submission: str, audience: str, state: str, content: bytes) -> None:
        """Keep a document, or give the one that is here another ``state``; ``document_hash`` if bytes differ."""
        if digest(content) != sha256:
            raise HsbAssessError(
                "document_hash",
                "A document's bytes are not the ones that were recorded.",
                "Make the document again.",
            )
        self._unit.write().execute(
            """INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (sha256) DO UPDATE SET state = excluded.state""",
            (sha256, case, submission, audience, state, self._unit.at, len(content), content),
        )
        self._unit.changed("document", sha256, to_text([case, submission, audience, state]).encode())

    def get(self, sha256: str) -> Document | None:
        """Return a document with its bytes."""
        row = self._unit.reading().execute("SELECT * FROM document WHERE sha256 = ?", (sha256,)).fetchone()
        return None if row is None else Document(*row)

    def of_case(self, case: str) -> tuple[DocumentInfo, ...]:
        """Return what a case has, oldest first, without the bytes."""
        rows = self._unit.reading().execute(
            """SELECT sha256, case_id, submission, audience, state, stored, size FROM document
            WHERE case_id = ? ORDER BY rowid""",
            (case,),
        )
        return tuple(DocumentInfo(*row) for row in rows)


@dataclass(frozen=True)
class Contact:
    """A contact card as it came; ``verified_how`` is ``None`` until both people compared the words."""

    person: str
    fingerprint: str
    card: bytes = field(repr=False)
    added: str
    verified_how: str | None
    verified_at: str | None


class Contacts:
    """Every card that ever came. A person's newest card counts; older ones check what they signed then."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    def put(self, card: bytes, verified_how: str | None) -> Contact:
        """Keep a card (checked by :class:`Card`); a card that is here keeps its verification or gains one.

        A person's other card takes the place of the newest, unverified unless ``verified_how`` is given:
        a changed key blocks until somebody compared the words again.
        """
        connection = self._unit.write()
        read = Card.from_bytes(card)
        verified_at = self._unit.at if verified_how is not None else None
        connection.execute(
            """INSERT INTO contact (person, fingerprint, card, added, verified_how, verified_at)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (fingerprint) DO UPDATE SET
            verified_how = coalesce(excluded.verified_how, verified_how),
            verified_at = coalesce(excluded.verified_at, verified_at)""",
            (read.person, read.fingerprint, card, self._unit.at, verified_how, verified_at),
        )
        self._unit.changed("contact", read.fingerprint, to_text([read.person, verified_how]).encode())
        row = connection.execute("SELECT * FROM contact WHERE fingerprint = ?", (read.fingerprint,)).fetchone()
        return _contact(row)

    def get(self, person: str) -> Contact | None:
        """Return a person's newest card."""
        row = (
            self._unit.reading()
            .execute("SELECT * FROM contact WHERE person = ? ORDER BY seq DESC LIMIT 1", (person,))
            .fetchone()
        )
        return None if row is None else _contact(row)

    def history(self, person: str) -> tuple[Contact, ...]:
        """Return all cards of a person, oldest first."""
        rows = self._unit.reading().execute("SELECT * FROM contact WHERE person = ? ORDER BY seq", (person,))
        return tuple(_contact(row) for row in rows)

    def all(self) -> tuple[Contact, ...]:
        """Return everybody's newest card, in the order in which they came."""
        rows = self._unit.reading().execute(
            "SELECT * FROM contact WHERE seq IN (SELECT max(seq) FROM contact GROUP BY person) ORDER BY seq"
        )
        return tuple(_contact(row) for row in rows)

    def verified_ever(self) -> tuple[Contact, ...]:
        """Return every card whose words were compared, replaced ones too: what they signed then still stands."""
        rows = self._unit.reading().execute("SELECT * FROM contact WHERE verified_at IS NOT NULL ORDER BY seq")
        return tuple(_contact(row) for row in rows)


def _contact(row: Any) -> Contact:  # noqa: ANN401 — a row of the table, by column name
    return Contact(
        row["person"], row["fingerprint"], row["card"], row["added"], row["verified_how"], row["verified_at"]
    )


class Settings:
    """What this vault's owner chose, and where they were when they locked: JSON values by name."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    def get(self, name: str, default: JsonValue = None) -> JsonValue:
        """Return a setting, or ``default``."""
        row = self._unit.reading().execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        value: JsonValue = default if row is None else from_text(row["value"])
        return value

    def put(self, name: str, value: JsonValue) -> None:
        """Keep a setting."""
        text = to_text(value)
        self._unit.write().execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, text))
        self._unit.changed("setting", name, text.encode())


@dataclass(frozen=True)
class CaseRow:
    """One line of the caseload; ``summary`` has the shape that its writer gave it."""

    case: str
    summary: JsonValue = field(repr=False)


class Caseload:
    """A projection for the first page: one summary a case, thrown away and rebuilt at will."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    def upsert(self, case: str, summary: JsonValue) -> None:
        """Put a case's line in place of the one that it had."""
        self._unit.write().execute("INSERT OR REPLACE INTO caseload VALUES (?, ?)", (case, to_text(summary)))

    def drop(self, case: str) -> None:
        """Throw a case's line away, if it has one."""
        self._unit.write().execute("DELETE FROM caseload WHERE case_id = ?", (case,))

    def all(self) -> tuple[CaseRow, ...]:
        """Return every line, sorted by case id, which is the order in which cases were opened."""
        rows = self._unit.reading().execute("SELECT case_id, summary FROM caseload")
        return tuple(CaseRow(row["case_id"], from_text(row["summary"])) for row in rows)
