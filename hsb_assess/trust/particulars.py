"""The plain fields that cards and identities share: their shapes, checked strictly.

Every check raises ``ValueError``; the caller turns it into an error that a person can read.
"""

from __future__ import annotations

import base64
import re
import unicodedata
from datetime import datetime
from typing import Final

import pyrage

from hsb_assess.domain.ids import is_id

__all__ = [
    "ED25519_KEY_BYTES",
    "ED25519_SIGNATURE_BYTES",
    "MAX_AGENCY_LENGTH",
    "MAX_NAME_LENGTH",
    "base64_bytes",
    "base64_text",
    "check",
    "check_age_recipient",
    "check_moment",
    "is_printable_line",
]

# X.520 bounds a common name to 64 characters, and the certificate carries the whole name.
MAX_NAME_LENGTH: Final = 64
MAX_AGENCY_LENGTH: Final = 120
ED25519_KEY_BYTES: Final = 32
ED25519_SIGNATURE_BYTES: Final = 64
_ROLE: Final = re.compile(r"[a-z][a-z_]{0,31}")


def is_printable_line(text: str, limit: int) -> bool:
    """Say whether ``text`` is one trimmed line of 1 to ``limit`` characters, none of them invisible.

    Control, format (bidirectional overrides), surrogate and private-use characters and line separators are
    refused: what a person reads must be what was signed.
    """
    return (
        0 < len(text) <= limit
        and text == text.strip()
        and unicodedata.is_normalized("NFC", text)
        and not any(unicodedata.category(c) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"} for c in text)
    )


def check(person: str, name: str, role: str, agency: str) -> None:
    """Raise ``ValueError`` unless the four have the shape that a card carries; an agency may be empty."""
    if not is_id(person):
        raise ValueError("person is not a uuid7")
    if not is_printable_line(name, MAX_NAME_LENGTH):
        raise ValueError("name")
    if _ROLE.fullmatch(role) is None:
        raise ValueError("role")
    if agency and not is_printable_line(agency, MAX_AGENCY_LENGTH):
        raise ValueError("agency")


def check_age_recipient(text: str) -> None:
    """Raise ``ValueError`` unless ``text`` is an X25519 age recipient."""
    try:
        pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError as error:
        raise ValueError("age recipient") from error


def check_moment(text: str) -> str:
    """Return ``text`` if it is an ISO 8601 moment with an offset, written as Python writes it."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None or moment.isoformat() != text:
        raise ValueError("moment")
    return text


def base64_text(data: bytes) -> str:
    """Return ``data`` in standard base64 with padding."""
    return base64.b64encode(data).decode("ascii")


def base64_bytes(text: str, size: int | None = None) -> bytes:
    """Return the bytes of canonical base64; ``ValueError`` on any other text or another ``size``."""
    data = base64.b64decode(text.encode("ascii"), validate=True)
    if base64_text(data) != text or (size is not None and len(data) != size):
        raise ValueError("base64")
    return data
