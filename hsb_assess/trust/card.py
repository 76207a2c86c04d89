"""A contact card: the public half of an identity, signed by its holder, as a small file."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Self

import rfc8785
from pydantic import BaseModel, ConfigDict, ValidationError

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.trust import particulars
from hsb_assess.trust.bytesigning import CARD_CONTEXT, framed, verify
from hsb_assess.trust.certificate import proves_possession, read_certificate

__all__ = ["CARD_FORMAT", "CARD_SUFFIX", "MAX_CARD_BYTES", "Card", "card_body"]

CARD_FORMAT: Final = "assess-card-1"
CARD_SUFFIX: Final = ".card"
MAX_CARD_BYTES: Final = 16 * 1024


class _CardFile(BaseModel):
    """The file's JSON: these keys, all text, no others."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    format: str
    person: str
    name: str
    role: str
    agency: str
    ed25519: str
    age: str
    certificate: str
    issued: str
    proof: str
    signature: str


def card_body(card: Card) -> bytes:
    """Return the canonical JSON (RFC 8785) of a card's public parts: what both of its signatures cover."""
    return rfc8785.dumps(
        {
            "format": CARD_FORMAT,
            "person": card.person,
            "name": card.name,
            "role": card.role,
            "agency": card.agency,
            "ed25519": particulars.base64_text(card.signing_key),
            "age": card.age_recipient,
            "certificate": particulars.base64_text(card.certificate),
            "issued": card.issued,
        }
    )


@dataclass(frozen=True)
class Card:
    """Who somebody says they are, and the keys that check and reach them.

    ``person`` is a uuid7, ``role`` a plain code, ``signing_key`` the raw 32-byte Ed25519 public key,
    ``age_recipient`` an ``age1…`` text, ``certificate`` X.509 DER with a P-256 key, ``issued`` ISO 8601
    with offset. ``proof`` is the certificate key's signature and ``signature`` the Ed25519 key's, both over
    the public parts: the holder of one key cannot publish another person's certificate as their own.

    A card made by :meth:`from_bytes` has been checked; the constructor checks nothing.
    """

    person: str
    name: str
    role: str
    agency: str
    signing_key: bytes
    age_recipient: str
    certificate: bytes
    issued: str
    proof: bytes
    signature: bytes

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the public parts, in hexadecimal; the eight words are made from it."""
        return hashlib.sha256(card_body(self)).hexdigest()

    @cached_property
    def certificate_fingerprint(self) -> str:
        """SHA-256 of the certificate's DER, in hexadecimal; what a signed document is matched by."""
        return hashlib.sha256(self.certificate).hexdigest()

    def to_bytes(self) -> bytes:
        """Return the card file's bytes: canonical JSON, at most 16 KiB."""
        return rfc8785.dumps(
            {
                "format": CARD_FORMAT,
                "person": self.person,
                "name": self.name,
                "role": self.role,
                "agency": self.agency,
                "ed25519": particulars.base64_text(self.signing_key),
                "age": self.age_recipient,
                "certificate": particulars.base64_text(self.certificate),
                "issued": self.issued,
                "proof": particulars.base64_text(self.proof),
                "signature": particulars.base64_text(self.signature),
            }
        )

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Read and check a card file.

        Raises :class:`HsbAssessError`: ``card_too_large`` above 16 KiB, ``card_unreadable`` for anything
        that :meth:`to_bytes` would not write, ``card_signature`` when either signature does not hold.
        """
        if len(data) > MAX_CARD_BYTES:
            raise HsbAssessError(
                "card_too_large",
                "This file is too large to be a contact card.",
                "Ask the person to send their card again.",
            )
        try:
            card = cls._parse(data)
        except (ValidationError, ValueError) as error:
            raise HsbAssessError(
                "card_unreadable",
                "This file is not a contact card that this version can read.",
                "Ask the person to send their card again from an up-to-date app.",
            ) from error
        if not card.holds():
            raise HsbAssessError(
                "card_signature",
                "This contact card was altered after its holder signed it.",
                "Do not use it; ask the person to send their card again.",
            )
        return card

    @classmethod
    def _parse(cls, data: bytes) -> Self:
        file = _CardFile.model_validate_json(data)
        if file.format != CARD_FORMAT:
            raise ValueError("another format")
        particulars.check(file.person, file.name, file.role, file.agency)
        particulars.check_age_recipient(file.age)
        card = cls(
            person=file.person,
            name=file.name,
            role=file.role,
            agency=file.agency,
            signing_key=particulars.base64_bytes(file.ed25519, particulars.ED25519_KEY_BYTES),
            age_recipient=file.age,
            certificate=particulars.base64_bytes(file.certificate),
            issued=particulars.check_moment(file.issued),
            proof=particulars.base64_bytes(file.proof),
            signature=particulars.base64_bytes(file.signature, particulars.ED25519_SIGNATURE_BYTES),
        )
        if read_certificate(card.certificate).name != card.name:
            raise ValueError("the certificate names somebody else")
        if card.to_bytes() != data:
            raise ValueError("not canonical")
        return card

    def holds(self) -> bool:
        """Say whether both signatures are over the public parts by the keys that the card names."""
        body = card_body(self)
        return verify(self.signing_key, CARD_CONTEXT, body, self.signature) and proves_possession(
            self.certificate, framed(CARD_CONTEXT, body), self.proof
        )
