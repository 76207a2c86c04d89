"""Whether this computer is fit for a vault: the program's parts, the cipher itself, the disk, the folder."""

from __future__ import annotations

import json
import os
import platform
import shutil
import stat
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from secrets import token_bytes
from typing import TYPE_CHECKING, Final, Literal

from hsb_assess import __version__
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.spelling.dictionary import Dictionary
from hsb_assess.vault.anchors import has_keyring
from hsb_assess.vault.ballast import BALLAST_BYTES
from hsb_assess.vault.diskcipher import disk_encrypted
from hsb_assess.vault.file import checkpoint, new_database
from hsb_assess.vault.keys import KEY_BYTES
from hsb_assess.vault.medium import nearest, network_kind, synced_by

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Item", "examine", "locking", "spelling", "told"]

_LIBRARIES: Final = (
    "sqlcipher3", "cryptography", "argon2-cffi", "pyrage", "pyside6", "reportlab", "pyhanko", "pikepdf", "keyring",
    "chunspell",
)  # fmt: skip
_SPELT: Final = {"en": "British English", "cy": "Welsh"}
_OLDEST: Final = (3, 11)
_ASK_SECONDS: Final = 20.0
_EVENTS: Final = {
    "screen_locked": "a locked screen",
    "person_switched": "a switch to somebody else's session",
    "about_to_sleep": "the beginning of sleep",
}
_LEAST_FREE: Final = 4 * BALLAST_BYTES

State = Literal["ok", "warning", "fault"]


@dataclass(frozen=True)
class Item:
    """One thing that was looked at; ``mend`` says what to do about a warning or a fault."""

    name: str
    state: State
    what: str
    mend: str = ""


def examine(folder: Path) -> tuple[Item, ...]:
    """Look at everything, for a vault that is or would be in ``folder``."""
    return (*_program(), spelling(), _cipher(), *_host(), *_folder(folder))


def _program() -> Iterator[Item]:
    yield Item("program", "ok", f"HSB Assess {__version__}")
    fits = sys.version_info >= _OLDEST
    yield Item(
        "python",
        "ok" if fits else "fault",
        f"Python {platform.python_version()} on {platform.system()} {platform.release()} ({platform.machine()})",
        "" if fits else "Install Python 3.11 or later.",
    )
    for name in _LIBRARIES:
        try:
            yield Item(name, "ok", version(name))
        except PackageNotFoundError:
            yield Item(name, "fault", "missing", "Install the program again from its original source.")


def spelling(folder: Path | None = None) -> Item:
    """Load each dictionary and say which are there; without them everything else works."""
    there, missing = [], []
    for language, name in _SPELT.items():
        try:
            Dictionary(language, folder)
        except HsbAssessError:
            missing.append(name)
        else:
            there.append(name)
    words = f"dictionaries: {', '.join(there) or 'none'}"
    mend = f"Missing or damaged: {', '.join(missing)}. Install the program again from its original source."
    return Item("spelling", "warning" if missing else "ok", words, mend if missing else "")


def _cipher() -> Item:
    """Write a word into a new database, look for it in the file, and ask the cipher for its version."""
    mark, key = b"a word that must not be readable", bytearray(token_bytes(KEY_BYTES))
    try:
        with tempfile.TemporaryDirectory(prefix="assess-") as folder:
            path = Path(folder, "doctor.db")
            connection = new_database(path, key)
            try:
                connection.execute("CREATE TABLE word (word TEXT)")
                connection.execute("INSERT INTO word VALUES (?)", (mark.decode(),))
                found = connection.execute("PRAGMA cipher_version").fetchone()[0]
                checkpoint(connection)
            finally:
                connection.close()
            readable = mark in path.read_bytes() or path.read_bytes().startswith(b"SQLite")
    except HsbAssessError as error:
        return Item("cipher", "fault", error.what, error.mend)
    if readable:
        return Item("cipher", "fault", "What was written can be read without the key.", "Do not use this program.")
    return Item("cipher", "ok", f"SQLCipher {found}: what is written cannot be read without its key")


def _host() -> Iterator[Item]:
    there = has_keyring()
    yield Item(
        "keyring",
        "ok" if there else "warning",
        "there is one" if there else "none found",
        "" if there else "Without one, an older copy of a vault is told by a file and by packages alone.",
    )
    yield locking(told())


def told() -> list[str] | None:
    """Return what this computer tells of, asked with the app's own means; ``None`` where its windows do not start."""
    # -P: a folder named `ui` where somebody happens to stand is not ours.
    if getattr(sys, "frozen", False):
        return None  # one program is no interpreter
    command = [sys.executable, "-P", "-m", "ui.computer"]
    try:
        run = subprocess.run(command, capture_output=True, timeout=_ASK_SECONDS, check=True)  # noqa: S603 - our own command
        found = json.loads(run.stdout)["told"]
    except (OSError, subprocess.SubprocessError, ValueError, KeyError):
        return None
    return [event for event in _EVENTS if event in found]


def locking(heard: list[str] | None) -> Item:
    """Say what locks a vault by itself on this computer, beside stillness and the longest time."""
    if heard is None:
        return Item("locking", "warning", "it cannot be told: the windows do not start", "Install what Qt needs.")
    missing = [name for event, name in _EVENTS.items() if event not in heard]
    words = ", ".join(_EVENTS[event] for event in heard) or "nothing; stillness and hours lock all the same"
    mend = f"Not told of: {', '.join(missing)}. Lock with Ctrl+L before you leave the computer." if missing else ""
    return Item("locking", "warning" if missing else "ok", f"told of {words}", mend)


def _folder(folder: Path) -> Iterator[Item]:
    yield Item("folder", "ok", str(folder) + ("" if folder.is_dir() else " (not there yet)"))
    encrypted = disk_encrypted(folder)
    yield Item(
        "disk encryption",
        "ok" if encrypted else "warning",
        {True: "the disk is encrypted", False: "the disk is not encrypted", None: "it cannot be told"}[encrypted],
        ""
        if encrypted
        else "Switch on BitLocker, FileVault or LUKS: memory that is written to the disk is not covered by the vault.",
    )
    share = network_kind(folder)
    yield Item(
        "medium",
        "ok" if share is None else "fault",
        "a disk of this computer" if share is None else f"a network share ({share})",
        "" if share is None else "Keep the vault on this computer's own disk; its backups may go to the share.",
    )
    program = synced_by(folder)
    yield Item(
        "synchronised",
        "ok" if program is None else "warning",
        "no" if program is None else f"by {program}",
        "" if program is None else "Move the vault out of it: two computers that write to it lose work.",
    )
    above = nearest(folder)
    free = shutil.disk_usage(above).free
    enough = free >= _LEAST_FREE
    yield Item(
        "free space",
        "ok" if enough else "warning",
        f"{free / 1e9:.1f} GB",
        "" if enough else "Free some space: a backup needs as much room as the vault.",
    )
    writable = os.access(above, os.W_OK)
    yield Item(
        "right to write",
        "ok" if writable else "fault",
        "yes" if writable else "no",
        "" if writable else "Choose a folder of your own.",
    )
    if os.name == "posix" and folder.is_dir():
        open_to = stat.S_IMODE(folder.stat().st_mode) & 0o077
        yield Item(
            "private",
            "warning" if open_to else "ok",
            "others may look into the folder" if open_to else "yes",
            "Open the vault once: it closes its folder to others." if open_to else "",
        )
