"""Whether the disk under a folder is encrypted, as far as the operating system tells somebody without special rights."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hsb_assess.vault.medium import mount_of, mounts, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["disk_encrypted"]

_SECONDS: Final = 15
_SYS: Final = Path("/sys/dev/block")
_POWERSHELL: Final = (
    "(New-Object -ComObject Shell.Application).NameSpace('{drive}').Self.ExtendedProperty("
    "'System.Volume.BitLockerProtection')"
)


def disk_encrypted(folder: Path) -> bool | None:
    """Say whether ``folder`` lies on an encrypted disk: dm-crypt, BitLocker or FileVault; ``None``: it cannot be told."""
    path = nearest(folder)
    if sys.platform == "win32":
        drive = os.path.splitdrive(path)[0]
        return bitlocker(_told(["powershell", "-NoProfile", "-Command", _POWERSHELL.format(drive=drive)]))
    if sys.platform == "darwin":
        return filevault(_told(["/usr/bin/fdesetup", "status"]))
    found = mount_of(path, mounts())
    return None if found is None else dm_crypt(found[2], _SYS)


def dm_crypt(device: str, known: Path) -> bool | None:
    """Say whether the block device ``major:minor``, or all that it is made of, is a dm-crypt one."""
    here = known / device
    if not here.exists():
        return None  # not a block device that the kernel shows: memory, a container's layers, btrfs, ZFS
    try:
        kind = (here / "dm" / "uuid").read_text("ascii")
    except OSError:
        kind = ""
    if kind.startswith("CRYPT-"):
        return True
    below = here / "slaves"
    parts = [(part / "dev").read_text("ascii").strip() for part in below.iterdir()] if below.is_dir() else []
    return bool(parts) and all(dm_crypt(part, known) for part in parts)


def bitlocker(told: str | None) -> bool | None:
    """Read the number that Windows shows anybody: 1 on, 3 being switched on, 5 on and suspended; 2, 4, 6 not."""
    return {"1": True, "3": True, "5": False, "2": False, "4": False, "6": False}.get((told or "").strip())


def filevault(told: str | None) -> bool | None:
    """Read what ``fdesetup status`` says."""
    if told is None or "FileVault is" not in told:
        return None
    return "FileVault is On" in told


def _told(command: Sequence[str]) -> str | None:
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)  # noqa: S603 - the system's own programs, a drive letter at most
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace")
