"""The recovery key as people handle it: 160 random bits in nine printed groups, the last one a checksum."""

from __future__ import annotations

import hashlib
import secrets
from typing import Final

from hsb_assess.domain.errors import HsbAssessError

__all__ = ["RECOVERY_BYTES", "new_recovery_key", "printed", "typed"]

RECOVERY_BYTES: Final = 20
# Crockford's base32: no I, L, O or U, so that what is misread on paper can be read back.
_DIGITS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD: Final = str.maketrans(
    {"O": "0", "I": "1", "L": "1", **dict.fromkeys(" -\t\n\r\u00a0\u2010\u2011\u2012\u2013")}
)
_GROUP: Final = 4
_CHECK_BITS: Final = 20
_LENGTH: Final = (RECOVERY_BYTES * 8 + _CHECK_BITS) // 5


def new_recovery_key() -> bytearray:
    """Return 160 fresh random bits."""
    return bytearray(secrets.token_bytes(RECOVERY_BYTES))


def _checksum(key: bytes | bytearray) -> int:
    digest = hashlib.sha256(b"hsb-assess recovery key 1\x00" + key).digest()
    return int.from_bytes(digest[:4], "big") >> (32 - _CHECK_BITS)


def printed(key: bytes | bytearray) -> str:
    """Return ``key`` as nine groups of four characters, ``ABCD-EFGH-…``."""
    number = int.from_bytes(key, "big") << _CHECK_BITS | _checksum(key)
    text = "".join(_DIGITS[number >> shift & 31] for shift in range((_LENGTH - 1) * 5, -1, -5))
    return "-".join(text[start : start + _GROUP] for start in range(0, _LENGTH, _GROUP))


def typed(text: str) -> bytearray:
    """Read what somebody typed, in any case, with or without hyphens; O is 0, I and L are 1.

    Raises ``recovery_key_typo`` unless length, characters and checksum fit: one slip in a million is missed.
    """
    letters = text.upper().translate(_MISREAD)
    if len(letters) == _LENGTH and set(letters) <= set(_DIGITS):
        number = 0
        for letter in letters:
            number = number << 5 | _DIGITS.index(letter)
        key = bytearray((number >> _CHECK_BITS).to_bytes(RECOVERY_BYTES, "big"))
        if _checksum(key) == number & ((1 << _CHECK_BITS) - 1):
            return key
    raise HsbAssessError(
        "recovery_key_typo",
        "The recovery key is not typed as it was printed.",
        "Compare it group by group with the printed key: nine groups of four characters.",
    )
