"""An entry: one signed, immutable statement in the record."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Self

import rfc8785
from pydantic import BaseModel, ConfigDict, JsonValue, ValidationError

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.ids import is_id, new_id
from hsb_assess.trust.bytesigning import ENTRY_CONTEXT, verify

if TYPE_CHECKING:
    from hsb_assess.trust.identity import Signer

__all__ = ["Entry", "InstrumentRef", "Statement", "Stream", "check", "seal"]

MAX_BODY_BYTES = 2 * 1024 * 1024


class Stream(StrEnum):
    """Who owns what: a stream is written by one side of the work only."""

    ANSWERS = "answers"
    CASE_FACTS = "case_facts"
    PLAN = "plan"
    REVIEW = "review"
    DOCUMENTS = "documents"


class InstrumentRef(BaseModel):
    """Which version of which instrument a statement was made with; ``hash`` is of the compiled form."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    version: str
    hash: str


class Statement(BaseModel):
    """What somebody says: the part of an entry that exists before it is sealed.

    ``subject`` is the assessment, thing or thread that is spoken of; ``key`` its field or question path
    with row ids. ``parents`` are the entries that this one supersedes. ``occurred`` is when it happened.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    case: str
    stream: Stream
    subject: str
    key: str
    body: dict[str, JsonValue]
    parents: tuple[str, ...] = ()
    occurred: datetime
    instrument: InstrumentRef | None = None


class Entry(BaseModel):
    """A sealed statement. ``hash`` is SHA-256 over the canonical JSON of all but itself and ``signature``.

    ``author`` is a person, ``device`` one laptop of theirs; ``previous`` the hash of that device's last
    entry in this case (``None`` for the first). ``signature`` is Ed25519 over ``hash``, in hexadecimal.
    Times are ISO 8601 text with their offset, kept as they were signed.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    case: str
    stream: Stream
    subject: str
    key: str
    body: dict[str, JsonValue]
    parents: tuple[str, ...]
    author: str
    device: str
    occurred: str
    recorded: str
    instrument: InstrumentRef | None
    previous: str | None
    hash: str
    signature: str

    def signed_part(self) -> dict[str, JsonValue]:
        """Return the mapping that the hash covers."""
        return {
            "id": self.id,
            "case": self.case,
            "stream": self.stream.value,
            "subject": self.subject,
            "key": self.key,
            "body": self.body,
            "parents": list(self.parents),
            "author": self.author,
            "device": self.device,
            "occurred": self.occurred,
            "recorded": self.recorded,
            "instrument": None if self.instrument is None else self.instrument.model_dump(),
            "previous": self.previous,
        }

    def as_json(self) -> dict[str, JsonValue]:
        """Return the whole entry as JSON values, for a package or a file."""
        return {**self.signed_part(), "hash": self.hash, "signature": self.signature}

    @classmethod
    def from_json(cls, value: JsonValue) -> Self:
        """Read :meth:`as_json`'s mapping; raises :class:`HsbAssessError` ``entry_shape`` on anything else."""
        try:
            return cls.model_validate(value)
        except ValidationError as error:
            raise HsbAssessError(
                "entry_shape",
                "An entry of the record does not have the expected form.",
                "Ask the sender to send it again from an up-to-date app.",
            ) from error


def _digest(part: dict[str, JsonValue]) -> str:
    try:
        return hashlib.sha256(rfc8785.dumps(part)).hexdigest()
    except (rfc8785.CanonicalizationError, UnicodeEncodeError) as error:
        raise HsbAssessError(
            "entry_text",
            "This text holds a character that cannot be kept.",
            "Remove the unusual character and try again.",
        ) from error


def _stamp(moment: datetime) -> str:
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return moment.isoformat(timespec="milliseconds")


def seal(statement: Statement, signer: Signer, *, recorded: datetime, previous: str | None) -> Entry:
    """Turn a statement into an entry of ``signer``'s device chain.

    ``previous`` is the hash of the device's last entry in the same case. Raises ``entry_text`` for text
    that JSON cannot carry (a lone surrogate) and ``entry_size`` above 2 MiB.
    """
    draft = Entry(
        id=new_id(),
        case=statement.case,
        stream=statement.stream,
        subject=statement.subject,
        key=statement.key,
        body=statement.body,
        parents=tuple(sorted(statement.parents)),
        author=signer.person,
        device=signer.device,
        occurred=_stamp(statement.occurred),
        recorded=_stamp(recorded),
        instrument=statement.instrument,
        previous=previous,
        hash="",
        signature="",
    )
    part = draft.signed_part()
    digest = _digest(part)
    if len(rfc8785.dumps(statement.body)) > MAX_BODY_BYTES:
        raise HsbAssessError(
            "entry_size", "This text is too long to keep as one answer.", "Split it over several answers."
        )
    signature = signer.sign(ENTRY_CONTEXT, bytes.fromhex(digest)).hex()
    return draft.model_copy(update={"hash": digest, "signature": signature})


def check(entry: Entry, signing_key: bytes) -> None:
    """Raise unless ``entry`` is exactly what the holder of ``signing_key`` (raw Ed25519) sealed.

    Codes: ``entry_shape`` (an identifier is malformed), ``entry_hash`` (content altered),
    ``entry_signature`` (not signed by that key).
    """
    if not is_id(entry.id) or entry.id in entry.parents:
        raise HsbAssessError("entry_shape", "An entry has no proper identifier.", "Ask the sender to send it again.")
    if _digest(entry.signed_part()) != entry.hash:
        raise HsbAssessError(
            "entry_hash", "An entry was altered after it was signed.", "Ask the sender to send it again."
        )
    try:
        signature = bytes.fromhex(entry.signature)
    except ValueError:
        signature = b""
    if not verify(signing_key, ENTRY_CONTEXT, bytes.fromhex(entry.hash), signature):
        raise HsbAssessError(
            "entry_signature",
            "An entry is not signed by the person it names.",
            "Check the sender's contact card with the eight words.",
        )
