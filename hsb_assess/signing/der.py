"""Walks through DER and refuses every length that could have been written shorter."""

from __future__ import annotations

from typing import Final

__all__ = ["end_of_der"]

_CONSTRUCTED: Final = 0x20
_LONG_TAG: Final = 0x1F
_LONG_LENGTH: Final = 0x80
_MAX_LENGTH_BYTES: Final = 4
_MAX_DEPTH: Final = 40


def end_of_der(data: bytes, start: int = 0, limit: int | None = None, depth: int = 0) -> int:
    """Return where the one element that begins at ``start`` ends; it and its parts fill it exactly.

    ``ValueError`` for indefinite or over-long lengths, tag 0, tags above 30, parts that overlap the end at ``limit``
    and nesting deeper than 40: a parser is more lenient, so two spellings would pass for one signature.
    """
    limit = len(data) if limit is None else limit
    if depth > _MAX_DEPTH or start + 2 > limit or data[start] == 0 or data[start] & _LONG_TAG == _LONG_TAG:
        raise ValueError("DER element")
    begin, length = start + 2, data[start + 1]
    if length >= _LONG_LENGTH:
        size = length - _LONG_LENGTH
        digits = data[begin : begin + size]
        length = int.from_bytes(digits, "big")
        begin += size
        shortest = (length.bit_length() + 7) // 8
        if not 0 < size <= _MAX_LENGTH_BYTES or size != shortest or length < _LONG_LENGTH:
            raise ValueError("DER length")
    end = begin + length
    if end > limit:
        raise ValueError("DER end")
    if data[start] & _CONSTRUCTED:
        part = begin
        while part < end:
            part = end_of_der(data, part, end, depth + 1)
    return end
