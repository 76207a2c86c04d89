"""Signatures over bytes hold for one key, one purpose and one content only."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from hsb_assess.trust.bytesigning import CONTEXTS, ENTRY_CONTEXT, sign, verify

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()


@given(st.binary(max_size=200))
def test_a_signature_holds_for_its_own_purpose_only(data: bytes) -> None:
    """What was signed as an entry is no package, card or checkpoint."""
    signature = sign(KEY, ENTRY_CONTEXT, data)
    assert {context for context in CONTEXTS if verify(PUBLIC, context, data, signature)} == {ENTRY_CONTEXT}


@given(st.binary(max_size=80), st.integers(min_value=0, max_value=511))
def test_one_flipped_bit_breaks_a_signature(data: bytes, bit: int) -> None:
    """No bit of a signature is without meaning."""
    signature = bytearray(sign(KEY, ENTRY_CONTEXT, data))
    signature[bit // 8] ^= 1 << (bit % 8)
    assert not verify(PUBLIC, ENTRY_CONTEXT, data, bytes(signature))


@given(st.binary(max_size=80), st.binary(max_size=80), st.binary(max_size=80))
def test_random_keys_and_signatures_are_refused_quietly(key: bytes, data: bytes, signature: bytes) -> None:
    """Malformed input from a file is an answer, not an exception."""
    assert not verify(key, ENTRY_CONTEXT, data, signature)


def test_the_framing_is_the_published_one() -> None:
    """A second implementation can check a signature from the documented framing alone (RFC 8032 key)."""
    assert sign(KEY, ENTRY_CONTEXT, b"x") == KEY.sign(b"assess-entry-1\x00x")


def test_an_unknown_purpose_is_the_callers_fault() -> None:
    """Nothing is signed or accepted for a purpose that nobody defined."""
    with pytest.raises(ValueError, match="context"):
        sign(KEY, "other", b"x")
    with pytest.raises(ValueError, match="context"):
        verify(PUBLIC, "", b"x", b"")
