"""Sealing a vault's key to an organisation: an age recipient whose private half lies with two custodians, offline."""

from __future__ import annotations

import pyrage

__all__ = ["new_escrow_identity", "recipient_of", "unwrap", "wrap"]


def new_escrow_identity() -> str:
    """Return a new private key, ``AGE-SECRET-KEY-1…``; the age program reads it too."""
    return str(pyrage.x25519.Identity.generate())


def recipient_of(identity: str) -> str:
    """Return the public half, ``age1…``, of a private key; ``ValueError`` if it is none."""
    return str(_identity(identity).to_public())


def wrap(recipient: str, data: bytes) -> bytes:
    """Return ``data`` sealed to ``recipient``; ``ValueError`` if that is no X25519 age recipient."""
    try:
        return bytes(pyrage.encrypt(data, [pyrage.x25519.Recipient.from_str(recipient)]))
    except pyrage.RecipientError as error:
        raise ValueError("age recipient") from error


def unwrap(identity: str, sealed: bytes) -> bytes | None:
    """Return what :func:`wrap` sealed, ``None`` if it was not for this key; ``ValueError`` if that is no key."""
    opener = _identity(identity)
    try:
        return bytes(pyrage.decrypt(sealed, [opener]))
    except pyrage.DecryptError:
        return None


def _identity(text: str) -> pyrage.x25519.Identity:
    """Read a private key, also out of a file of the age program, whose other lines begin with ``#``."""
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    try:
        (line,) = lines
        return pyrage.x25519.Identity.from_str(line)
    except (ValueError, pyrage.IdentityError):
        # Without its cause: the message may quote the key.
        raise ValueError("age identity") from None
