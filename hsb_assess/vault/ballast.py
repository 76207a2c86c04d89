"""A file without content beside the vault: on a full disk it is given up, so that what is being typed can be kept.

SQLite needs room even to delete, so room has to be there before it is needed.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from typing import TYPE_CHECKING, Final

from hsb_assess.vault.folder import BALLAST, flush, sync_folder

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["BALLAST_BYTES", "NO_ROOM", "give_up", "keep"]

BALLAST_BYTES: Final = 64 << 20
NO_ROOM: Final = frozenset({"disk_full", "vault_io"})
"""What a full disk is called; a quota that is used up is the second to SQLite."""
_ROOM: Final = 3
"""So many times its size have to be free before it is made: it is there to help, not to fill a disk."""


def keep(folder: Path) -> bool:
    """Make the ballast where it is missing and there is room; say whether it is there. Never raises for the disk.

    Random bytes, all different: a file system that compresses or keeps the same block once would hold no room free.
    """
    path = folder / BALLAST
    partial = path.with_name(BALLAST + ".partial")
    try:
        if path.is_file() and path.stat().st_size >= BALLAST_BYTES:
            return True
        partial.unlink(missing_ok=True)
        if shutil.disk_usage(folder).free < _ROOM * BALLAST_BYTES:
            return False
        handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            for _ in range(BALLAST_BYTES >> 20):
                file.write(secrets.token_bytes(1 << 20))
            file.flush()
            flush(file.fileno())
        partial.replace(path)
        sync_folder(folder)
    except OSError:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
        return False
    return True


def give_up(folder: Path) -> bool:
    """Remove the ballast; say whether that freed anything."""
    freed = False
    for name in (BALLAST, BALLAST + ".partial"):
        try:
            (folder / name).unlink()
        except OSError:
            continue
        freed = True
    if freed:
        with contextlib.suppress(OSError):
            sync_folder(folder)
    return freed
