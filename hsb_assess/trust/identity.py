"""An identity: one person's private keys on one laptop, and the signer that the rooms above receive."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final, Protocol, Self

import pyrage
import rfc8785
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import BaseModel, ConfigDict, ValidationError

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.ids import is_id, new_id
from hsb_assess.trust import particulars
from hsb_assess.trust.bytesigning import CARD_CONTEXT, framed, sign
from hsb_assess.trust.card import Card, card_body
from hsb_assess.trust.certificate import make_certificate, prove_possession, proves_possession, read_certificate

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["IDENTITY_FORMAT", "Identity", "Signer", "create_identity"]

IDENTITY_FORMAT: Final = "assess-identity-1"


class Signer(Protocol):
    """What a room above needs to sign: whose hand, which laptop, and the pen."""

    @property
    def person(self) -> str:
        """The person's id, a uuid7."""
        ...

    @property
    def device(self) -> str:
        """The laptop's id, a uuid7."""
        ...

    def sign(self, context: str, data: bytes) -> bytes:
        """Return the 64-byte Ed25519 signature of ``data`` for one of :mod:`.bytesigning`'s contexts."""
        ...


class _IdentityFile(BaseModel):
    """The JSON that a vault's key slots wrap: these keys, all text, no others."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    format: str
    person: str
    name: str
    role: str
    agency: str
    device: str
    created: str
    signing_key: str
    age_secret: str
    document_key: str
    certificate: str


@dataclass(frozen=True)
class Identity:
    """A person (uuid7), what their card says of them, and their private keys. ``repr`` shows no key.

    ``device`` is a uuid7 too; ``created`` ISO 8601 with offset; ``age_secret`` an ``AGE-SECRET-KEY-1…``
    text; ``certificate`` X.509 DER over ``document_key`` (P-256).
    """

    person: str
    name: str
    role: str
    agency: str
    device: str
    created: str
    signing_key: Ed25519PrivateKey = field(repr=False, compare=False)
    age_secret: str = field(repr=False)
    document_key: ec.EllipticCurvePrivateKey = field(repr=False, compare=False)
    certificate: bytes = field(repr=False)

    def sign(self, context: str, data: bytes) -> bytes:
        """Return the 64-byte Ed25519 signature of ``data`` for ``context``; ``ValueError`` if unknown."""
        return sign(self.signing_key, context, data)

    @cached_property
    def signing_public_key(self) -> bytes:
        """The raw 32-byte Ed25519 public key."""
        return self.signing_key.public_key().public_bytes_raw()

    def document_key_der(self) -> bytes:
        """Return the P-256 private key as unencrypted PKCS#8 DER, for the signing child process's pipe only."""
        return self.document_key.private_bytes(
            serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )

    def card(self) -> Card:
        """Return this identity's contact card; the same bytes each time."""
        unsigned = Card(
            person=self.person,
            name=self.name,
            role=self.role,
            agency=self.agency,
            signing_key=self.signing_public_key,
            age_recipient=str(pyrage.x25519.Identity.from_str(self.age_secret).to_public()),
            certificate=self.certificate,
            issued=self.created,
            proof=b"",
            signature=b"",
        )
        body = card_body(unsigned)
        return replace(
            unsigned,
            proof=prove_possession(self.document_key, framed(CARD_CONTEXT, body)),
            signature=self.sign(CARD_CONTEXT, body),
        )

    def for_other_laptop(self) -> Self:
        """Return the same person with the same keys on another laptop: entries of each are a chain of their own."""
        return replace(self, device=new_id())

    def to_bytes(self) -> bytes:
        """Return everything, private keys too, as canonical JSON: only ever to be wrapped by a key slot."""
        return rfc8785.dumps(
            {
                "format": IDENTITY_FORMAT,
                "person": self.person,
                "name": self.name,
                "role": self.role,
                "agency": self.agency,
                "device": self.device,
                "created": self.created,
                "signing_key": particulars.base64_text(self.signing_key.private_bytes_raw()),
                "age_secret": self.age_secret,
                "document_key": particulars.base64_text(self.document_key_der()),
                "certificate": particulars.base64_text(self.certificate),
            }
        )

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Read :meth:`to_bytes`; raises :class:`HsbAssessError` ``identity_unreadable`` on anything else."""
        try:
            identity = cls._parse(data)
        except (ValidationError, ValueError, TypeError, pyrage.IdentityError) as error:
            # The cause may quote a private key, so it is not chained.
            del error
        else:
            return identity
        raise HsbAssessError(
            "identity_unreadable",
            "The keys in this vault cannot be read.",
            "Restore the vault from its latest backup.",
        )

    @classmethod
    def _parse(cls, data: bytes) -> Self:
        file = _IdentityFile.model_validate_json(data)
        particulars.check(file.person, file.name, file.role, file.agency)
        pyrage.x25519.Identity.from_str(file.age_secret)
        document_key = serialization.load_der_private_key(particulars.base64_bytes(file.document_key), password=None)
        if not isinstance(document_key, ec.EllipticCurvePrivateKey):
            raise TypeError("document key")
        identity = cls(
            person=file.person,
            name=file.name,
            role=file.role,
            agency=file.agency,
            device=file.device,
            created=particulars.check_moment(file.created),
            signing_key=Ed25519PrivateKey.from_private_bytes(
                particulars.base64_bytes(file.signing_key, particulars.ED25519_KEY_BYTES)
            ),
            age_secret=file.age_secret,
            document_key=document_key,
            certificate=particulars.base64_bytes(file.certificate),
        )
        if file.format != IDENTITY_FORMAT or not is_id(file.device) or identity.to_bytes() != data:
            raise ValueError("not canonical")
        message = framed(CARD_CONTEXT, b"")
        if read_certificate(identity.certificate).name != file.name or not proves_possession(
            identity.certificate, message, prove_possession(document_key, message)
        ):
            raise ValueError("another person's certificate")
        return identity


def create_identity(name: str, role: str, agency: str, clock_now: datetime) -> Identity:
    """Make a new person with fresh keys; ``clock_now`` is aware.

    Raises :class:`HsbAssessError` ``identity_particulars`` when the name is empty, longer than 64
    characters or holds invisible characters, or the agency or role has no proper form.
    """
    person = new_id()
    name, agency = (unicodedata.normalize("NFC", text.strip()) for text in (name, agency))
    try:
        particulars.check(person, name, role, agency)
    except ValueError as error:
        raise HsbAssessError(
            "identity_particulars",
            "The name or the agency cannot be used on a contact card.",
            "Use 1 to 64 ordinary characters for the name and up to 120 for the agency.",
        ) from error
    document_key = ec.generate_private_key(ec.SECP256R1())
    return Identity(
        person=person,
        name=name,
        role=str(role),
        agency=agency,
        device=new_id(),
        created=clock_now.isoformat(),
        signing_key=Ed25519PrivateKey.generate(),
        age_secret=str(pyrage.x25519.Identity.generate()),
        document_key=document_key,
        certificate=make_certificate(document_key, name, person, clock_now),
    )
