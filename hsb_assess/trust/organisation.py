"""An organisation's configuration: one small signed file that says who may escrow, whom to trust, and what is tighter.

The file is canonical JSON (RFC 8785) with an Ed25519 signature of the organisation's configuration key over all else.
It holds public keys and settings only. Nothing in it loosens a safe default; what would is refused while reading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, Final, Self

import rfc8785
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import BaseModel, ConfigDict, ValidationError

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.trust import particulars
from hsb_assess.trust.bytesigning import ORGANISATION_CONTEXT, sign, verify
from hsb_assess.trust.words import key_words

if TYPE_CHECKING:
    from pydantic import JsonValue

__all__ = [
    "MAX_BYTES",
    "MOST_IDLE_MINUTES",
    "MOST_SESSION_HOURS",
    "ORGANISATION_FORMAT",
    "Organisation",
    "authority_of",
    "new_configuration_key",
    "sign_organisation",
]

ORGANISATION_FORMAT: Final = "assess-organisation-1"
MAX_BYTES: Final = 32 * 1024
MOST_IDLE_MINUTES: Final = 5
MOST_SESSION_HOURS: Final = 8
_MOST_SERIAL: Final = 2**31
_MOST_PATH: Final = 400
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_PROFILE: Final = re.compile(r"[a-z][a-z_]{0,31}")


class _Guidance(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    profile: str
    hash: str | None


class _File(BaseModel):
    """The file's JSON: these keys, each there, no others."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    format: str
    name: str
    serial: int
    issued: str
    signing_key: str
    escrow: str | None
    ca: str | None
    guidance: _Guidance | None
    idle_minutes: int | None
    session_hours: int | None
    shared_folder: str | None
    signature: str


@dataclass(frozen=True)
class Organisation:
    """What an organisation sets. A value made by :meth:`from_bytes` has been checked; the constructor checks nothing.

    ``serial`` grows with each file; ``issued`` is ISO 8601 with offset; ``signing_key`` the raw 32-byte Ed25519 key
    that signs the file; ``escrow`` an ``age1…`` recipient; ``ca`` X.509 DER; ``profile`` a guidance profile and
    ``profile_hash`` which edition of it; ``idle_minutes`` 1 to 5 and ``session_hours`` 1 to 8 only tighten;
    ``shared_folder`` an absolute path. ``None`` stands for what the organisation does not set.
    """

    name: str
    serial: int
    issued: str
    signing_key: bytes
    escrow: str | None = None
    ca: bytes | None = None
    profile: str | None = None
    profile_hash: str | None = None
    idle_minutes: int | None = None
    session_hours: int | None = None
    shared_folder: str | None = None
    signature: bytes = b""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The eight words of the key that signs; the organisation tells them by another way than this file."""
        return key_words(self.signing_key)

    def _content(self) -> dict[str, JsonValue]:
        return {
            "format": ORGANISATION_FORMAT,
            "name": self.name,
            "serial": self.serial,
            "issued": self.issued,
            "signing_key": particulars.base64_text(self.signing_key),
            "escrow": self.escrow,
            "ca": None if self.ca is None else particulars.base64_text(self.ca),
            "guidance": None if self.profile is None else {"profile": self.profile, "hash": self.profile_hash},
            "idle_minutes": self.idle_minutes,
            "session_hours": self.session_hours,
            "shared_folder": self.shared_folder,
        }

    def body(self) -> bytes:
        """Return the canonical JSON that the signature covers."""
        return rfc8785.dumps(self._content())

    def to_bytes(self) -> bytes:
        """Return the file's bytes."""
        return rfc8785.dumps({**self._content(), "signature": particulars.base64_text(self.signature)})

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Read and check a file; nothing is changed anywhere.

        Raises :class:`HsbAssessError` ``organisation_too_large`` above 32 KiB, ``organisation_unreadable`` for anything
        that :meth:`to_bytes` would not write, ``organisation_signature`` when the signature does not hold.
        """
        if len(data) > MAX_BYTES:
            raise HsbAssessError(
                "organisation_too_large",
                "This file is too large to be an organisation's configuration.",
                "Ask your organisation for the file again.",
            )
        try:
            found = cls._parse(data)
        except (ValidationError, ValueError, RecursionError) as error:
            raise HsbAssessError(
                "organisation_unreadable",
                "This file is not an organisation's configuration that this version can read.",
                "Ask your organisation for the file again.",
            ) from error
        if not verify(found.signing_key, ORGANISATION_CONTEXT, found.body(), found.signature):
            raise HsbAssessError(
                "organisation_signature",
                "This configuration was altered after the organisation signed it.",
                "Do not use it; tell your information security officer.",
            )
        return found

    @classmethod
    def _parse(cls, data: bytes) -> Self:
        file = _File.model_validate_json(data)
        if file.format != ORGANISATION_FORMAT:
            raise ValueError("another format")
        found = cls(
            name=file.name,
            serial=file.serial,
            issued=file.issued,
            signing_key=particulars.base64_bytes(file.signing_key, particulars.ED25519_KEY_BYTES),
            escrow=file.escrow,
            ca=None if file.ca is None else particulars.base64_bytes(file.ca),
            profile=None if file.guidance is None else file.guidance.profile,
            profile_hash=None if file.guidance is None else file.guidance.hash,
            idle_minutes=file.idle_minutes,
            session_hours=file.session_hours,
            shared_folder=file.shared_folder,
            signature=particulars.base64_bytes(file.signature, particulars.ED25519_SIGNATURE_BYTES),
        )
        found.check()
        if found.to_bytes() != data:
            raise ValueError("not canonical")
        return found

    def check(self) -> None:
        """Raise ``ValueError`` unless every part has its shape and none loosens a safe default."""
        if not particulars.is_printable_line(self.name, particulars.MAX_AGENCY_LENGTH):
            raise ValueError("name")
        if self.serial not in range(1, _MOST_SERIAL):
            raise ValueError("serial")
        particulars.check_moment(self.issued)
        if self.escrow is not None:
            particulars.check_age_recipient(self.escrow)
        if self.ca is not None:
            _check_authority(self.ca)
        if self.profile is not None and _PROFILE.fullmatch(self.profile) is None:
            raise ValueError("guidance profile")
        if self.profile_hash is not None and (self.profile is None or _HASH.fullmatch(self.profile_hash) is None):
            raise ValueError("guidance hash")
        if self.idle_minutes is not None and self.idle_minutes not in range(1, MOST_IDLE_MINUTES + 1):
            raise ValueError("idle_minutes")
        if self.session_hours is not None and self.session_hours not in range(1, MOST_SESSION_HOURS + 1):
            raise ValueError("session_hours")
        if self.shared_folder is not None and not _is_folder(self.shared_folder):
            raise ValueError("shared_folder")


def _check_authority(der: bytes) -> None:
    try:
        certificate = x509.load_der_x509_certificate(der)
        authority = certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except Exception as error:  # what a certificate's reader raises has no root of its own (InvalidVersion is one)
        raise ValueError("ca") from error
    if not authority:
        raise ValueError("ca")


def authority_of(data: bytes) -> bytes:
    """Return the DER of a certificate in PEM or DER; ``ValueError`` for PEM of anything else."""
    if data.lstrip().startswith(b"-----BEGIN"):
        return x509.load_pem_x509_certificate(data).public_bytes(serialization.Encoding.DER)
    return data


def _is_folder(text: str) -> bool:
    absolute = PurePosixPath(text).is_absolute() or PureWindowsPath(text).is_absolute()
    return absolute and particulars.is_printable_line(text, _MOST_PATH) and ".." not in PureWindowsPath(text).parts


def new_configuration_key() -> bytes:
    """Return a new configuration key as PKCS#8 PEM without a passphrase, to be kept offline."""
    return Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def sign_organisation(settings: Organisation, key_pem: bytes) -> Organisation:
    """Return ``settings`` signed with a configuration key, whose public half takes the place of ``signing_key``.

    Raises ``configuration_key`` for what is no Ed25519 key, ``organisation_settings`` for what a reader would refuse.
    """
    try:
        key = serialization.load_pem_private_key(key_pem, password=None)
    except (ValueError, TypeError):
        key = None  # without the cause: its message may quote the key
    if not isinstance(key, Ed25519PrivateKey):
        raise HsbAssessError(
            "configuration_key", "This file does not hold a configuration key.", "Choose the file made for it."
        )
    unsigned = replace(settings, signing_key=key.public_key().public_bytes_raw(), signature=b"")
    try:
        unsigned.check()
    except ValueError as error:
        raise HsbAssessError(
            "organisation_settings",
            f"The settings cannot be signed: {error}.",
            "Mend that part; docs/organisation.md says what each may hold.",
        ) from error
    return replace(unsigned, signature=sign(key, ORGANISATION_CONTEXT, unsigned.body()))
