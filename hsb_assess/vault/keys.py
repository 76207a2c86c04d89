"""Key slots: the file in which a passphrase and a recovery key each wrap the vault key and the identity.

``keys.json`` is ``{"header": {format, version, vault, created}, "slots": [slot, …]}``, and while the vault key is being
renewed ``"next": [slot, …]`` besides, whose slots seal the new key. A slot seals
``vault key (32 bytes) || identity bytes`` with AES-256-GCM. The header and the slot's own parameters are
its associated data, so none can be lowered or exchanged. ``check`` is a plain SHA-256 over all of that:
if it fails, the file is damaged; if it holds and the seal does not open, the secret was wrong.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal, Self

import rfc8785
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pydantic import BaseModel, ConfigDict, ValidationError

from hsb_assess.domain.errors import HsbAssessError

if TYPE_CHECKING:
    from pydantic import JsonValue

__all__ = [
    "KEY_BYTES",
    "PASSPHRASE",
    "RECOVERY",
    "Header",
    "KdfParameters",
    "Secrets",
    "SlotFile",
    "raw_key_text",
    "wipe",
]

PASSPHRASE: Final = "passphrase"  # noqa: S105 - a kind of slot, nobody's passphrase
RECOVERY: Final = "recovery"
KEY_BYTES: Final = 32
_SALT_BYTES: Final = 16
_NONCE_BYTES: Final = 12
_HEX: Final = b"0123456789abcdef"
_RECOVERY_INFO: Final = b"hsb-assess recovery slot 1"
_MIB: Final = 1024
MAX_FILE_BYTES: Final = 1024 * 1024


def wipe(secret: bytearray) -> None:
    """Overwrite ``secret`` with zeros. Copies that Python made of it elsewhere are out of reach."""
    secret[:] = bytes(len(secret))


def raw_key_text(key: bytearray) -> bytearray:
    """Return ``x'…'``, as SQLCipher wants a raw key, to be wiped by the caller."""
    # Digit by digit: bytes.hex() would leave a copy of the key that nobody can overwrite.
    text = bytearray(b"x'")
    for byte in key:
        text.append(_HEX[byte >> 4])
        text.append(_HEX[byte & 15])
    text += b"'"
    return text


@dataclass(frozen=True)
class KdfParameters:
    """What Argon2id costs: memory in KiB, passes and lanes. Outside the bounds: ``kdf_out_of_bounds``.

    The floor keeps a stolen vault dear to guess; the ceiling keeps a forged file from taking the machine.
    """

    memory_kib: int = 256 * _MIB
    passes: int = 3
    lanes: int = 4

    def __post_init__(self) -> None:
        within = (
            self.memory_kib in range(64 * _MIB, 2048 * _MIB + 1)
            and self.passes in range(3, 17)
            and self.lanes in range(1, 17)
        )
        if not within:
            raise HsbAssessError(
                "kdf_out_of_bounds",
                "The vault's key file asks for a protection that is too weak or too costly.",
                "Somebody may have changed it: put keys.json back from a backup of this vault.",
            )

    @classmethod
    def floor(cls) -> Self:
        """Return the cheapest parameters that are ever accepted (64 MiB, 3 passes)."""
        return cls(64 * _MIB, 3, 4)


@dataclass
class Secrets:
    """What every slot wraps. ``repr`` shows nothing; :meth:`wipe` overwrites both."""

    vault_key: bytearray = field(repr=False)
    identity: bytearray = field(repr=False)

    def wipe(self) -> None:
        """Overwrite both secrets with zeros."""
        wipe(self.vault_key)
        wipe(self.identity)


class Header(BaseModel):
    """Which vault the slots are for; signed into every seal."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    format: Literal["hsb-assess-vault"] = "hsb-assess-vault"
    version: Literal[1] = 1
    vault: str
    created: str


class _Slot(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    kind: Literal["passphrase", "recovery"]
    kdf: Literal["argon2id", "hkdf-sha256"]
    memory_kib: int | None = None
    passes: int | None = None
    lanes: int | None = None
    salt: str
    nonce: str = ""
    sealed: str = ""
    check: str = ""

    def associated(self, header: Header) -> bytes:
        part = self.model_dump(exclude={"nonce", "sealed", "check"})
        return rfc8785.dumps({"header": header.model_dump(), "slot": part})

    def checksum(self, header: Header) -> str:
        whole = self.associated(header) + bytes.fromhex(self.nonce) + bytes.fromhex(self.sealed)
        return hashlib.sha256(whole).hexdigest()

    def parameters(self) -> KdfParameters:
        return KdfParameters(self.memory_kib or 0, self.passes or 0, self.lanes or 0)

    def seal(self, header: Header, wrapping: bytearray, content: Secrets) -> _Slot:
        nonce = secrets.token_bytes(_NONCE_BYTES)
        plain = bytearray(content.vault_key + content.identity)
        sealed = AESGCM(wrapping).encrypt(nonce, plain, self.associated(header))
        wipe(plain)
        whole = self.model_copy(update={"nonce": nonce.hex(), "sealed": sealed.hex()})
        return whole.model_copy(update={"check": whole.checksum(header)})

    def open(self, header: Header, wrapping: bytearray) -> Secrets | None:
        try:
            plain = bytearray(
                AESGCM(wrapping).decrypt(bytes.fromhex(self.nonce), bytes.fromhex(self.sealed), self.associated(header))
            )
        except InvalidTag:
            return None
        opened = Secrets(plain[:KEY_BYTES], plain[KEY_BYTES:])
        wipe(plain)
        return opened


def _from_passphrase(passphrase: str, slot: _Slot) -> bytearray:
    from argon2.exceptions import HashingError
    from argon2.low_level import Type, hash_secret_raw

    if not passphrase:
        raise HsbAssessError("passphrase_empty", "No passphrase was typed.", "Type the passphrase.")
    # The same key strokes on another system may compose letters differently; NFKC makes them one.
    secret = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    cost = slot.parameters()
    try:
        return bytearray(
            hash_secret_raw(
                secret, bytes.fromhex(slot.salt), cost.passes, cost.memory_kib, cost.lanes, KEY_BYTES, Type.ID
            )
        )
    except HashingError as error:
        raise HsbAssessError(
            "kdf_memory",
            "There is not enough free memory to check the passphrase.",
            "Close other programs and try again.",
        ) from error


def _from_recovery(key: bytearray, slot: _Slot) -> bytearray:
    derive = HKDF(SHA256(), KEY_BYTES, salt=bytes.fromhex(slot.salt), info=_RECOVERY_INFO)
    return bytearray(derive.derive(key))


def _damaged() -> HsbAssessError:
    return HsbAssessError(
        "slots_damaged",
        "The vault's key file is damaged.",
        "Put keys.json back from a backup of this vault, or try the recovery key.",
    )


@dataclass(frozen=True)
class SlotFile:
    """The content of ``keys.json``: changed by making a new one, never in place."""

    header: Header
    slots: tuple[dict[str, JsonValue], ...] = ()
    next: tuple[dict[str, JsonValue], ...] = ()

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Read :meth:`to_bytes`; raises ``slots_damaged``. Slots are checked when they are used."""
        try:
            content = json.loads(data) if len(data) <= MAX_FILE_BYTES else None
            if not isinstance(content, dict) or set(content) - {"next"} != {"header", "slots"}:
                raise _damaged()
            slots, next_ = (
                tuple(slot for slot in content.get(name, ()) if isinstance(slot, dict)) for name in ("slots", "next")
            )
            return cls(Header.model_validate(content["header"]), slots, next_)
        except (ValidationError, ValueError, TypeError, RecursionError) as error:
            raise _damaged() from error

    def to_bytes(self) -> bytes:
        """Return the file's bytes: indented JSON, for whoever has to look at it in an emergency."""
        content: dict[str, object] = {"header": self.header.model_dump(), "slots": self.slots}
        if self.next:
            content["next"] = self.next
        return json.dumps(content, indent=1).encode() + b"\n"

    def with_next(self, other: SlotFile) -> Self:
        """Return a file that holds these slots and those of ``other``, while nobody knows yet which will stay."""
        return type(self)(self.header, self.slots, other.slots)

    def apart(self) -> tuple[Self, ...]:
        """Return the set of slots, or both sets while the key is being renewed, each as a file of its own."""
        cls = type(self)
        return (cls(self.header, self.slots), *((cls(self.header, self.next),) if self.next else ()))

    def with_slot(self, slot: dict[str, JsonValue]) -> Self:
        """Return a file with ``slot`` in the place of the one of its kind."""
        return type(self)(self.header, (*self.without(str(slot["kind"])).slots, slot), self.next)

    def without(self, kind: str) -> Self:
        """Return a file without the slot of ``kind``."""
        return type(self)(self.header, tuple(slot for slot in self.slots if slot.get("kind") != kind), self.next)

    def kdf(self) -> KdfParameters:
        """Return what the passphrase slot costs."""
        return self._slot("passphrase").parameters()

    def check(self) -> None:
        """Compare every slot with its checksum; raises ``slots_damaged`` or ``kdf_out_of_bounds``. Needs no secret."""
        kinds = [str(slot.get("kind")) for slot in self.slots]
        for kind in {*kinds, "passphrase", "recovery"}:
            self._slot(kind)

    def open_with_passphrase(self, passphrase: str) -> Secrets:
        """Unwrap; raises ``wrong_passphrase``, ``slots_damaged``, ``kdf_out_of_bounds`` or ``kdf_memory``."""
        slot = self._slot("passphrase")
        opened = self._open(slot, _from_passphrase(passphrase, slot))
        if opened is None:
            raise HsbAssessError(
                "wrong_passphrase",
                "That is not this vault's passphrase.",
                "Check the keyboard and try again, or use the printed recovery key.",
            )
        return opened

    def open_with_recovery(self, key: bytearray) -> Secrets:
        """Unwrap; raises ``wrong_recovery_key`` or ``slots_damaged``. Needs no other slot to be whole."""
        slot = self._slot("recovery")
        opened = self._open(slot, _from_recovery(key, slot))
        if opened is None:
            raise HsbAssessError(
                "wrong_recovery_key",
                "That is a recovery key, but not the one of this vault.",
                "Look for the newest printed key of this vault.",
            )
        return opened

    def with_passphrase(self, passphrase: str, content: Secrets, cost: KdfParameters) -> Self:
        """Return a file whose passphrase slot is sealed anew with ``passphrase``."""
        salt = secrets.token_hex(_SALT_BYTES)
        slot = _Slot(
            kind="passphrase",
            kdf="argon2id",
            memory_kib=cost.memory_kib,
            passes=cost.passes,
            lanes=cost.lanes,
            salt=salt,
        )
        return self._with(slot, _from_passphrase(passphrase, slot), content)

    def with_recovery(self, key: bytearray, content: Secrets) -> Self:
        """Return a file whose recovery slot is sealed anew with ``key``."""
        slot = _Slot(kind="recovery", kdf="hkdf-sha256", salt=secrets.token_hex(_SALT_BYTES))
        return self._with(slot, _from_recovery(key, slot), content)

    def _with(self, slot: _Slot, wrapping: bytearray, content: Secrets) -> Self:
        sealed = slot.seal(self.header, wrapping, content)
        wipe(wrapping)
        return self.with_slot(sealed.model_dump(exclude_none=True))

    def _slot(self, kind: str) -> _Slot:
        try:
            slot = _Slot.model_validate(next(slot for slot in self.slots if slot.get("kind") == kind))
            if slot.kdf == "argon2id":
                slot.parameters()
            shape = len(bytes.fromhex(slot.salt)), len(bytes.fromhex(slot.nonce))
            intact = shape == (_SALT_BYTES, _NONCE_BYTES) and slot.check == slot.checksum(self.header)
        except (ValidationError, ValueError, StopIteration) as error:
            raise _damaged() from error
        if not intact or (kind == "passphrase") != (slot.kdf == "argon2id"):
            raise _damaged()
        return slot

    def _open(self, slot: _Slot, wrapping: bytearray) -> Secrets | None:
        opened = slot.open(self.header, wrapping)
        wipe(wrapping)
        return opened
