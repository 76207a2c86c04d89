"""A backup's manifest: what it holds, bound by a code that only a holder of the vault key can compute.

``manifest.json`` is one JSON object. ``mac`` is HMAC-SHA256, with a key of its own derived from the vault key, over
the canonical JSON (RFC 8785) of everything else.
"""

from __future__ import annotations

import hmac
import json
from typing import TYPE_CHECKING, Final, Literal

import rfc8785
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault.keys import KEY_BYTES, wipe

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["MANIFEST", "Manifest", "Part", "Why", "read_manifest"]

MANIFEST: Final = "manifest.json"
_INFO: Final = b"hsb-assess backup manifest 1"
_MOST_BYTES: Final = 64 * 1024

Why = Literal["automatic", "asked", "migration"]
"""What a backup was made for; one that was made before a change of the tables is never thinned out."""


class Part(BaseModel):
    """A file of the backup: its bytes and their SHA-256."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    size: int
    sha256: str


class Manifest(BaseModel):
    """What a backup holds; ``made`` is UTC. ``audit_rows`` and ``audit_head`` say how far its audit goes."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    format: Literal["hsb-assess-backup"] = "hsb-assess-backup"
    version: Literal[1] = 1
    vault: str
    made: str
    why: Why
    program: str
    entries: int
    audit_rows: int
    audit_head: str
    files: dict[str, Part]
    mac: str = Field(default="", repr=False)

    def moment(self) -> datetime:
        """Return when it was made."""
        from datetime import datetime

        return datetime.fromisoformat(self.made)

    def sealed(self, vault_key: bytearray) -> Manifest:
        """Return the manifest with its code."""
        return self.model_copy(update={"mac": self._mac(vault_key)})

    def is_genuine(self, vault_key: bytearray) -> bool:
        """Say whether a holder of ``vault_key`` wrote every word of it."""
        return hmac.compare_digest(self.mac, self._mac(vault_key))

    def to_bytes(self) -> bytes:
        """Return the file: indented JSON, for whoever has to look at it in an emergency."""
        return json.dumps(self.model_dump(), indent=1).encode() + b"\n"

    def _mac(self, vault_key: bytearray) -> str:
        key = bytearray(HKDF(SHA256(), KEY_BYTES, salt=None, info=_INFO).derive(vault_key))
        try:
            return hmac.new(key, rfc8785.dumps(self.model_dump(exclude={"mac"})), "sha256").hexdigest()
        finally:
            wipe(key)


def read_manifest(data: bytes) -> Manifest:
    """Read :meth:`Manifest.to_bytes`; raises ``backup_damaged``. Its code is not looked at here."""
    try:
        if len(data) <= _MOST_BYTES:
            manifest = Manifest.model_validate_json(data)
            manifest.moment()
            return manifest
    except (ValidationError, ValueError, RecursionError):
        return _unreadable()
    return _unreadable()


def _unreadable() -> Manifest:
    raise HsbAssessError(
        "backup_damaged",
        "The list of what this backup holds cannot be read.",
        "Use another backup; keep this one until somebody has looked at it.",
    )
