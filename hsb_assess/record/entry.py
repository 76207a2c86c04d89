"""An entry: one signed, immutable statement in the record."""

from __future__ import annotations

import hashlib
import re
from copy import deepcopy
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Final, Self

import rfc8785
from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError

from hsb_assess.domain.answer import Answer
from hsb_assess.domain.canonical import canonical
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.ids import is_id, new_id
from hsb_assess.trust.bytesigning import ENTRY_CONTEXT, verify

if TYPE_CHECKING:
    from hsb_assess.trust.identity import Signer

__all__ = ["Entry", "InstrumentRef", "Statement", "Stream", "check", "seal"]

MAX_BODY_BYTES: Final = 2 * 1024 * 1024
MAX_NAME: Final = 400
MAX_PARENTS: Final = 64
MAX_DEPTH: Final = 32
YEARS: Final = range(1900, 2200)
"""Times outside these cannot be shown in every time zone."""

_HASH: Final = re.compile(r"[0-9a-f]{64}")


class Stream(StrEnum):
    """Who owns what: a stream is written by one side of the work only."""

    ANSWERS = "answers"
    CASE_FACTS = "case_facts"
    PLAN = "plan"
    REVIEW = "review"
    DOCUMENTS = "documents"


class InstrumentRef(BaseModel):
    """Which version of which instrument a statement was made with; ``hash`` is of the compiled form."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    id: str
    version: str
    hash: str


class Statement(BaseModel):
    """What somebody says: the part of an entry that exists before it is sealed.

    ``subject`` is the assessment, thing or thread that is spoken of; ``key`` its field or question path
    with row ids. ``parents`` are the entries that this one supersedes. ``occurred`` is when it happened.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    case: str
    stream: Stream
    subject: str
    key: str
    body: dict[str, JsonValue] = Field(repr=False)
    parents: tuple[str, ...] = ()
    occurred: datetime
    instrument: InstrumentRef | None = None


class Entry(BaseModel):
    """A sealed statement. ``hash`` is SHA-256 over the canonical JSON of all but itself and ``signature``.

    ``author`` is a person, ``device`` one laptop of theirs; ``previous`` the hash of that device's last
    entry in this case (``None`` for the first). ``signature`` is Ed25519 over ``hash``, in hexadecimal.
    Times are ISO 8601 text with their offset, kept as they were signed.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    id: str
    case: str
    stream: Stream
    subject: str
    key: str
    body: dict[str, JsonValue] = Field(repr=False)
    parents: tuple[str, ...]
    author: str
    device: str
    occurred: str
    recorded: str
    instrument: InstrumentRef | None
    previous: str | None
    hash: str
    signature: str

    @cached_property
    def answer(self) -> Answer | None:
        """The answer in the body, read once; ``None`` where this version cannot read it as one."""
        try:
            return Answer.from_body(self.body)
        except ValidationError:
            return None

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
        """Return the whole entry as JSON values of their own, for a package or a file."""
        own: JsonValue = deepcopy(self.body)  # an entry is shared by all who read it
        return {**self.signed_part(), "body": own, "hash": self.hash, "signature": self.signature}

    @classmethod
    def from_json(cls, value: JsonValue) -> Self:
        """Read :meth:`as_json`'s mapping; raises :class:`HsbAssessError` ``entry_shape`` on anything else."""
        try:
            return cls.model_validate(value)
        except ValidationError:
            # The cause quotes the entry, so it is not chained.
            pass
        raise HsbAssessError(
            "entry_shape",
            "An entry of the record does not have the expected form.",
            "Ask the sender to send it again from an up-to-date app.",
        )


def _canonical(part: dict[str, JsonValue]) -> bytes:
    try:
        return canonical(part)
    except (rfc8785.CanonicalizationError, UnicodeEncodeError, RecursionError):
        # The cause quotes what was written, so it is not chained.
        pass
    raise HsbAssessError(
        "entry_text",
        "This text holds a character that cannot be kept.",
        "Remove the unusual character and try again.",
    )


def _check_size(entry: Entry, written: bytes) -> None:
    # The body is measured by itself only where the whole could be too large.
    if len(written) > MAX_BODY_BYTES and len(_canonical(entry.body)) > MAX_BODY_BYTES:
        raise HsbAssessError(
            "entry_size", "This text is too long to keep as one answer.", "Split it over several answers."
        )


def _is_name(text: str) -> bool:
    return 0 < len(text) <= MAX_NAME and text.isprintable()


def _is_moment(text: str) -> bool:
    try:
        moment = datetime.fromisoformat(text) if len(text) <= MAX_NAME else None
    except ValueError:
        return False
    return moment is not None and moment.tzinfo is not None and moment.year in YEARS


def _depth_within(value: JsonValue, limit: int) -> bool:
    """Say whether lists and mappings are nested at most ``limit`` deep; looks no deeper than that."""
    if isinstance(value, dict):
        return limit > 0 and all(_depth_within(each, limit - 1) for each in value.values())
    if isinstance(value, list):
        return limit > 0 and all(_depth_within(each, limit - 1) for each in value)
    return True


def _is_well_formed(entry: Entry) -> bool:
    instrument = entry.instrument
    return (
        is_id(entry.id)
        and entry.id not in entry.parents
        and len(entry.parents) <= MAX_PARENTS
        and list(entry.parents) == sorted(set(entry.parents))
        and all(map(is_id, entry.parents))
        and all(map(_is_name, (entry.case, entry.subject, entry.key, entry.author, entry.device)))
        and all(map(_is_moment, (entry.occurred, entry.recorded)))
        and (entry.previous is None or _HASH.fullmatch(entry.previous) is not None)
        and (instrument is None or all(map(_is_name, (instrument.id, instrument.version, instrument.hash))))
        and _depth_within(entry.body, MAX_DEPTH)
    )


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
        parents=tuple(sorted(set(statement.parents))),
        author=signer.person,
        device=signer.device,
        occurred=_stamp(statement.occurred),
        recorded=_stamp(recorded),
        instrument=statement.instrument,
        previous=previous,
        hash="",
        signature="",
    )
    written = _canonical(draft.signed_part())
    _check_size(draft, written)
    digest = hashlib.sha256(written).hexdigest()
    signature = signer.sign(ENTRY_CONTEXT, bytes.fromhex(digest)).hex()
    return draft.model_copy(update={"hash": digest, "signature": signature})


def check(entry: Entry, signing_key: bytes) -> None:
    """Raise unless ``entry`` is exactly what the holder of ``signing_key`` (raw Ed25519) sealed.

    Codes: ``entry_shape`` (an identifier, a time or the body's nesting is not what :func:`seal` writes),
    ``entry_size``, ``entry_text``, ``entry_hash`` (content altered), ``entry_signature`` (not signed by that key).
    """
    if not _is_well_formed(entry):
        raise HsbAssessError(
            "entry_shape", "An entry does not have the expected form.", "Ask the sender to send it again."
        )
    written = _canonical(entry.signed_part())
    _check_size(entry, written)
    if hashlib.sha256(written).hexdigest() != entry.hash:
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
