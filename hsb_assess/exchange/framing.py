"""Length-prefixed parts: the only framing inside a package, read with bounds and never past the end."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from hsb_assess.domain.errors import HsbAssessError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["damaged", "join", "split"]

_LENGTH = struct.Struct(">I")
MAX_PARTS = 4096


def damaged() -> HsbAssessError:
    """Return the error for bytes that are not what a sender of this app would write."""
    return HsbAssessError(
        "package_damaged",
        "This package is damaged or was changed on its way.",
        "Ask the sender to send it again.",
    )


def join(parts: Sequence[bytes]) -> bytes:
    """Return ``parts``, each behind its length as four bytes, most significant first."""
    return b"".join(_LENGTH.pack(len(part)) + part for part in parts)


def split(data: bytes) -> list[bytes]:
    """Read :func:`join`; raises ``package_damaged`` unless every byte belongs to a part."""
    parts: list[bytes] = []
    place = 0
    while place < len(data):
        if len(parts) == MAX_PARTS or place + _LENGTH.size > len(data):
            raise damaged()
        (length,) = _LENGTH.unpack_from(data, place)
        place += _LENGTH.size
        if place + length > len(data):
            raise damaged()
        parts.append(data[place : place + length])
        place += length
    return parts
