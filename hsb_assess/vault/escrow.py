"""The organisation's slot: the vault key alone, sealed to the organisation's age recipient, never a person's own keys.

age does not say who sealed something and knows no associated data, so the sealed bytes begin with the SHA-256 of the
header and the slot's plain part: a slot moved from another vault, or one whose names were altered, does not open.
"""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

import rfc8785
from pydantic import BaseModel, ConfigDict, ValidationError

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.trust.escrow import unwrap, wrap
from hsb_assess.vault.keys import KEY_BYTES, Header, Secrets, SlotFile, wipe

if TYPE_CHECKING:
    from pydantic import JsonValue

__all__ = ["ESCROW", "Escrow", "escrow_of", "open_with_escrow", "with_escrow"]

ESCROW: Final = "escrow"
_DIGEST_BYTES: Final = 32


class Escrow(NamedTuple):
    """Who else can open a vault: an age recipient, and the organisation's name."""

    recipient: str
    organisation: str


class _Slot(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    kind: Literal["escrow"] = "escrow"
    kdf: Literal["age-x25519"] = "age-x25519"
    recipient: str
    organisation: str
    sealed: str = ""
    check: str = ""

    def digest(self, header: Header) -> bytes:
        part = self.model_dump(exclude={"sealed", "check"})
        return hashlib.sha256(rfc8785.dumps({"header": header.model_dump(), "slot": part})).digest()

    def checksum(self, header: Header) -> str:
        return hashlib.sha256(self.digest(header) + self.sealed.encode()).hexdigest()


def with_escrow(slots: SlotFile, to: Escrow, vault_key: bytearray) -> SlotFile:
    """Return a file whose organisation's slot seals ``vault_key``; ``ValueError`` if the recipient is none."""
    slot = _Slot(recipient=to.recipient, organisation=to.organisation)
    plain = bytearray(slot.digest(slots.header) + vault_key)
    sealed = base64.b64encode(wrap(to.recipient, bytes(plain))).decode()
    wipe(plain)
    whole = slot.model_copy(update={"sealed": sealed})
    content: dict[str, JsonValue] = whole.model_copy(update={"check": whole.checksum(slots.header)}).model_dump()
    return slots.with_slot(content)


def escrow_of(slots: SlotFile) -> Escrow | None:
    """Return who else can open the vault, as its key file says; raises ``slots_damaged``."""
    slot = _slot(slots)
    return None if slot is None else Escrow(slot.recipient, slot.organisation)


def open_with_escrow(slots: SlotFile, identity: str) -> Secrets:
    """Unwrap the vault key with the organisation's private key; the identity stays empty.

    Codes: ``no_escrow`` (nobody else can open this vault), ``escrow_key_unreadable``, ``wrong_escrow_key``,
    ``slots_damaged``.
    """
    slot = _slot(slots)
    if slot is None:
        raise HsbAssessError(
            "no_escrow",
            "No organisation can open this vault: its person did not allow it.",
            "Ask for the passphrase or the printed recovery key.",
        )
    try:
        sealed = base64.b64decode(slot.sealed, validate=True)
        plain = unwrap(identity, sealed)
    except ValueError as error:
        raise HsbAssessError(
            "escrow_key_unreadable",
            "This file does not hold the organisation's private key.",
            "Choose the file that holds a line beginning with AGE-SECRET-KEY.",
        ) from error
    if plain is None:
        raise HsbAssessError(
            "wrong_escrow_key",
            "This is not the key of the organisation that can open this vault.",
            f"The vault can be opened by {slot.organisation}; look for its key.",
        )
    if len(plain) != _DIGEST_BYTES + KEY_BYTES or plain[:_DIGEST_BYTES] != slot.digest(slots.header):
        raise _damaged()
    return Secrets(bytearray(plain[_DIGEST_BYTES:]), bytearray())


def _slot(slots: SlotFile) -> _Slot | None:
    found = next((slot for slot in slots.slots if slot.get("kind") == ESCROW), None)
    if found is None:
        return None
    try:
        slot = _Slot.model_validate(found)
    except ValidationError as error:
        raise _damaged() from error
    if slot.check != slot.checksum(slots.header):
        raise _damaged()
    return slot


def _damaged() -> HsbAssessError:
    return HsbAssessError(
        "slots_damaged",
        "The organisation's part of the vault's key file is damaged.",
        "Use the passphrase or the recovery key; then allow it again in the settings.",
    )
