"""Anchors: signed checkpoints of the audit, kept outside the vault, so that an older copy of it is noticed.

A checkpoint is a C2SP signed note whose three lines are those of a transparency log's: ``assess-vault/ID``, the
number of the last audit row, its hash in base64. The signature is Ed25519 by the vault's owner under a context of its
own (type ``0xff``, ``assess-checkpoint-1``), so that no other signature of theirs can be passed off as one.
"""

from __future__ import annotations

import hashlib
import os
import sys
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.trust.bytesigning import CHECKPOINT_CONTEXT, verify
from hsb_assess.trust.particulars import base64_bytes, base64_text
from hsb_assess.vault.folder import replace_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from hsb_assess.trust.identity import Identity, Signer

__all__ = [
    "AnchorStore",
    "Checkpoint",
    "FileAnchors",
    "KeyringAnchors",
    "Older",
    "newest",
    "older_than_seen",
    "read_note",
    "signed_note",
]

SERVICE: Final = "Assess"
SECONDS: Final = 1.5
"""How long a keyring may take: one that asks its owner something must not hold up a lock."""

_ORIGIN: Final = "assess-vault/"
_KEY_TYPE: Final = b"\xff" + CHECKPOINT_CONTEXT.encode()
_KEY_ID_BYTES: Final = 4
_HASH_BYTES: Final = 32
_SIGNATURE_BYTES: Final = 64
_MAX_NOTE: Final = 1024
_LINES: Final = 3
_SIGNED_PARTS: Final = 3
Done = TypeVar("Done")


@dataclass(frozen=True)
class Checkpoint:
    """How far a vault's audit had come: ``size`` rows, and the hash of the last (64 hexadecimal digits)."""

    vault: str
    size: int
    head: str

    def text(self) -> str:
        """Return the three lines that are signed, each with its line end."""
        root = base64_text(bytes.fromhex(self.head))
        return f"{_ORIGIN}{self.vault}\n{self.size}\n{root}\n"


@dataclass(frozen=True)
class Older:
    """A vault that does not go on from where it was last seen: it held ``seen`` rows, and holds ``found`` now.

    ``found`` at or above ``seen`` means that it went on from an older copy: other rows stand where those stood.
    """

    seen: int
    found: int
    head: str


class AnchorStore(Protocol):
    """A place outside the vault that keeps one note a vault. Neither act raises; ``write`` says whether it took."""

    def read(self, vault: str) -> str | None:
        """Return the note that is kept for a vault, or ``None``."""
        ...

    def write(self, vault: str, note: str) -> bool:
        """Keep a note in place of the one before."""
        ...


def _key_id(person: str, key: bytes) -> bytes:
    return hashlib.sha256(person.encode() + b"\n" + _KEY_TYPE + key).digest()[:_KEY_ID_BYTES]


def signed_note(checkpoint: Checkpoint, signer: Signer, key: bytes) -> str:
    """Return a checkpoint as a signed note; ``key`` is the signer's raw Ed25519 public key."""
    text = checkpoint.text()
    signature = _key_id(signer.person, key) + signer.sign(CHECKPOINT_CONTEXT, text.encode())
    return f"{text}\n\u2014 {signer.person} {base64_text(signature)}\n"


def read_note(note: str, person: str, key: bytes) -> Checkpoint:
    """Read a note that ``person`` signed; raises ``anchor_unreadable`` for anything else."""
    try:
        found = _read(note, person, key)
    except ValueError:
        found = None
    if found is None:
        raise HsbAssessError(
            "anchor_unreadable",
            "The mark of how far this vault had come cannot be read, or is not its owner's.",
            "Nothing is lost; a new mark is made when the vault is locked.",
        )
    return found


def _read(note: str, person: str, key: bytes) -> Checkpoint | None:
    text, blank, signatures = note.partition("\n\n")
    lines = text.split("\n")
    signed = signatures.removesuffix("\n").split(" ")
    if len(note) > _MAX_NOTE or not blank or len(lines) != _LINES:
        return None
    if len(signed) != _SIGNED_PARTS or signed[:2] != ["\u2014", person]:
        return None
    # Base64 has spare bits at its end; only one way of writing each is taken.
    raw = base64_bytes(signed[2], _KEY_ID_BYTES + _SIGNATURE_BYTES)
    found = Checkpoint(lines[0].removeprefix(_ORIGIN), int(lines[1]), base64_bytes(lines[2], _HASH_BYTES).hex())
    if found.text() != text + "\n" or raw[:_KEY_ID_BYTES] != _key_id(person, key):
        return None
    return found if verify(key, CHECKPOINT_CONTEXT, found.text().encode(), raw[_KEY_ID_BYTES:]) else None


def newest(notes: Iterable[str | None], vault: str, owner: Identity) -> tuple[tuple[Checkpoint, ...], int]:
    """Return the checkpoints of ``vault`` among ``notes``, the furthest first, and how many notes were not its owner's."""
    found: set[Checkpoint] = set()
    unreadable = 0
    for note in notes:
        if note is None:
            continue
        try:
            checkpoint = read_note(note, owner.person, owner.signing_public_key)
        except HsbAssessError:
            unreadable += 1
            continue
        if checkpoint.vault == vault:
            found.add(checkpoint)
        else:
            unreadable += 1
    return tuple(sorted(found, key=_size, reverse=True)), unreadable


def _size(checkpoint: Checkpoint) -> int:
    return checkpoint.size


def older_than_seen(
    checkpoints: Iterable[Checkpoint], hash_at: Callable[[int], str | None], rows: int, explained: Iterable[str] = ()
) -> Older | None:
    """Return how a vault with ``rows`` audit rows falls short of ``checkpoints``, or ``None`` where it goes on from all.

    ``hash_at`` gives the hash of the row with a number; ``explained`` are heads whose loss somebody explained.
    """
    known = frozenset(explained)
    missing = [each for each in checkpoints if each.head not in known and hash_at(each.size) != each.head]
    if not missing:
        return None
    furthest = max(missing, key=_size)
    return Older(furthest.size, rows, furthest.head)


class FileAnchors:
    """Keeps notes in a folder outside the vault's: little against a person, enough against a mix-up of copies."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _path(self, vault: str) -> Path:
        return self._folder / f"{vault}.note"

    def read(self, vault: str) -> str | None:
        """Return the note, or ``None`` where there is none that can be read."""
        try:
            with self._path(vault).open(encoding="utf-8") as file:
                return file.read(_MAX_NOTE + 1)
        except (OSError, UnicodeDecodeError):
            return None

    def write(self, vault: str, note: str) -> bool:
        """Replace the note durably; ``False`` where the disk does not take it."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            replace_file(self._path(vault), note.encode())
        except (OSError, HsbAssessError):
            return False
        return True


class KeyringAnchors:
    """Keeps notes in the system's keyring, where there is one that answers in time."""

    def read(self, vault: str) -> str | None:
        """Return the note; ``None`` too where the keyring is missing, locked or slow."""

        def get() -> str | None:
            import keyring

            return keyring.get_password(SERVICE, f"anchor {vault}")

        return _in_time(get, None) if has_keyring() else None

    def write(self, vault: str, note: str) -> bool:
        """Replace the note; ``False`` where the keyring did not take it in time."""

        def put() -> bool:
            import keyring
            from keyring.backends import null

            # The null keyring takes everything and keeps nothing.
            if isinstance(keyring.get_keyring(), null.Keyring):
                return False
            keyring.set_password(SERVICE, f"anchor {vault}", note)
            return True

        return _in_time(put, otherwise=False) if has_keyring() else False


def has_keyring() -> bool:
    """Say whether looking for a keyring is worth its import: on Linux it is reached over the session's bus."""
    chosen = os.environ.get("PYTHON_KEYRING_BACKEND", "")
    if chosen or not sys.platform.startswith("linux"):
        return not chosen.endswith((".null.Keyring", ".fail.Keyring"))
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS")) or (bool(runtime) and os.path.exists(f"{runtime}/bus"))  # noqa: PTH110 (a name of the system's, looked at once)


def _in_time(act: Callable[[], Done], otherwise: Done) -> Done:
    """Return what ``act`` does within :data:`SECONDS`, else ``otherwise``; what it raises counts as *not there*."""
    found = [otherwise]

    def run() -> None:
        try:
            found[0] = act()
        except Exception:  # noqa: BLE001 - back ends of other makers raise what they like; none may keep a vault shut
            found[0] = otherwise

    thread = threading.Thread(target=run, daemon=True, name="keyring")
    thread.start()
    thread.join(SECONDS)
    return otherwise if thread.is_alive() else found[0]
