"""A window beside this one that shows a backup: a process of its own, which ends with the one that started it."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["look_into"]

_open: list[subprocess.Popen[bytes]] = []


def look_into(folder: Path) -> subprocess.Popen[bytes]:
    """Open a window on a copy of a backup, as :func:`hsb_assess.desk.looking.lay_out` made it.

    It asks for the passphrase itself: no key passes between processes. Its output goes nowhere, because a line of it
    would tell the launcher that *this* window locks.
    """
    _open[:] = [each for each in _open if each.poll() is None]
    command = [sys.executable, "-m", "ui", "--look", str(folder)]
    _open.append(subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL))  # noqa: S603 - our own command
    return _open[-1]
