"""Erasing a case takes two people: what the first proposes, what the second answers, and the receipt, all signed.

The second person signs which entries are meant by one hash over their hashes. The audit keeps these hashes for ever, so
anybody who reads it later can see that exactly those entries are gone and no others.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from hsb_assess.domain.canonical import canonical
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.trust.bytesigning import ERASURE_CONTEXT, verify

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import JsonValue

    from hsb_assess.trust.identity import Signer

__all__ = ["ALWAYS", "Answer", "Proposal", "Receipt", "Remaining", "Signed", "State", "hash_of", "hash_of_all"]

ALWAYS: Final = "always"
"""Until when something remains that is never taken away."""
MOST_WORDS: Final = 2_000
_MOST_BYTES: Final = 256 * 1024
Statement = TypeVar("Statement", "Proposal", "Answer", "Receipt")


def hash_of(data: bytes) -> str:
    """Return SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def hash_of_all(hashes: Iterable[str]) -> str:
    """Return one hash over many, whatever their order."""
    return hash_of(canonical(sorted(hashes)))


class _Said(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, hide_input_in_errors=True)


class State(_Said):
    """What a vault holds of a case: how many entries and documents, and one hash over the hashes of each."""

    entries: int = Field(ge=0)
    entries_hash: str
    documents: int = Field(ge=0)
    documents_hash: str


class Proposal(_Said):
    """One person asks another to agree that a case is erased, as it stands in the first one's vault.

    ``closed`` is the day on which it was closed, ``hold`` since when it is held, if it is. ``basis`` is a code of
    the desk's, ``why`` a sentence; both stay in the receipt. ``by`` is a person and ``card`` the
    fingerprint of their card; ``audit`` number and hash of the last row of their audit.
    """

    format: Literal["assess-erasure-proposal-1"] = "assess-erasure-proposal-1"
    id: str
    case: str
    reference: str
    closed: str
    hold: str = Field(max_length=MOST_WORDS)
    by: str
    card: str
    basis: str
    why: str = Field(max_length=MOST_WORDS)
    state: State
    audit: tuple[int, str] = Field(strict=False)
    at: str


class Answer(_Said):
    """The second person agrees or declines; ``proposal`` is the hash of what was proposed.

    ``copy_state`` is what their own vault holds of the case, which the same two signatures let them erase.
    """

    format: Literal["assess-erasure-answer-1"] = "assess-erasure-answer-1"
    proposal: str
    case: str
    by: str
    card: str
    role: str
    agrees: bool
    why: str = Field(max_length=MOST_WORDS)
    copy_state: State | None
    at: str


class Remaining(_Said):
    """One thing that is left after a case was erased: where, what it is, and until when (a day, :data:`ALWAYS`, or empty)."""

    where: str
    what: str
    until: str = ""


class Receipt(_Said):
    """What was erased, by whom, with whose agreement, and what remains; kept for ever, and no word of the case in it.

    ``counts`` are by kind. ``agreed_confirmed`` says how it was made sure who the second person is. ``proposal`` and ``answer`` are the hashes of the signed statements; ``audit`` number and
    hash of the audit's last row before the erasure.
    """

    format: Literal["assess-erasure-receipt-1"] = "assess-erasure-receipt-1"
    id: str
    case: str
    reference: str
    by: str
    by_name: str
    agreed_by: str
    agreed_by_name: str
    agreed_role: str
    agreed_confirmed: str
    agreed_at: str
    basis: str
    why: str
    state: State
    counts: dict[str, int]
    proposal: str
    answer: str
    audit: tuple[int, str] = Field(strict=False)
    remains: tuple[Remaining, ...] = Field(strict=False)
    at: str


def _read(kind: type[Statement], text: str) -> Statement | None:
    """Return a statement that is written exactly so, or ``None``."""
    try:
        said = kind.model_validate_json(text)
        return said if canonical(said.model_dump(mode="json")).decode() == text else None
    except (ValidationError, ValueError):
        return None


@dataclass(frozen=True)
class Signed(Generic[Statement]):
    """A statement as it was signed: its canonical JSON and the Ed25519 signature over it, in hexadecimal."""

    said: Statement
    text: str
    signature: str

    @classmethod
    def by(cls, said: Statement, signer: Signer) -> Self:
        """Sign a statement."""
        data = canonical(said.model_dump(mode="json"))
        return cls(said, data.decode(), signer.sign(ERASURE_CONTEXT, data).hex())

    @classmethod
    def read(cls, kind: type[Statement], value: JsonValue) -> Self:
        """Read :meth:`as_json`; ``erasure_shape`` for anything that :meth:`by` would not have written."""
        part = value if isinstance(value, dict) and set(value) == {"text", "signature"} else {}
        text, signature = part.get("text"), part.get("signature")
        said = _read(kind, text) if isinstance(text, str) and len(text) <= _MOST_BYTES else None
        if said is None or not isinstance(text, str) or not isinstance(signature, str):
            raise HsbAssessError(
                "erasure_shape",
                "A statement about erasing a case does not have the expected form.",
                "Ask the sender to make it again with an up-to-date app.",
            )
        return cls(said, text, signature)

    def as_json(self) -> dict[str, JsonValue]:
        """Return the statement and its signature as JSON values."""
        return {"text": self.text, "signature": self.signature}

    @property
    def hash(self) -> str:
        """SHA-256 of what was signed."""
        return hash_of(self.text.encode())

    def is_by(self, key: bytes) -> bool:
        """Say whether the holder of ``key`` (raw Ed25519) signed exactly this."""
        try:
            signature = bytes.fromhex(self.signature)
        except ValueError:
            return False
        return verify(key, ERASURE_CONTEXT, self.text.encode(), signature)
