"""Ed25519 signatures over bytes, each bound to one purpose so that none can be passed off as another.

What is signed is ``context || 0x00 || data``. A context is one of the constants below, so no context is
the beginning of another and none contains a zero byte.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

__all__ = [
    "CARD_CONTEXT",
    "CHECKPOINT_CONTEXT",
    "CONTEXTS",
    "ENTRY_CONTEXT",
    "ERASURE_CONTEXT",
    "ORGANISATION_CONTEXT",
    "PACKAGE_CONTEXT",
    "framed",
    "sign",
    "verify",
]

ENTRY_CONTEXT: Final = "assess-entry-1"
PACKAGE_CONTEXT: Final = "assess-package-1"
CARD_CONTEXT: Final = "assess-card-1"
CHECKPOINT_CONTEXT: Final = "assess-checkpoint-1"
ORGANISATION_CONTEXT: Final = "assess-organisation-1"
ERASURE_CONTEXT: Final = "assess-erasure-1"
CONTEXTS: Final = frozenset(
    {ENTRY_CONTEXT, PACKAGE_CONTEXT, CARD_CONTEXT, CHECKPOINT_CONTEXT, ORGANISATION_CONTEXT, ERASURE_CONTEXT}
)


def framed(context: str, data: bytes) -> bytes:
    """Return the bytes that a signature for ``context`` covers; ``ValueError`` for an unknown context."""
    if context not in CONTEXTS:
        raise ValueError("unknown signature context")
    return context.encode("ascii") + b"\x00" + data


def sign(key: Ed25519PrivateKey, context: str, data: bytes) -> bytes:
    """Return the 64-byte signature of ``data`` for ``context``; ``ValueError`` for an unknown context."""
    return key.sign(framed(context, data))


def verify(public_key_bytes: bytes, context: str, data: bytes, signature: bytes) -> bool:
    """Say whether ``signature`` (64 bytes) is over ``data`` for ``context`` by the raw 32-byte key.

    A malformed key or signature is ``False``; an unknown context is a fault of the caller: ``ValueError``.
    """
    message = framed(context, data)
    try:
        Ed25519PublicKey.from_public_bytes(public_key_bytes).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
