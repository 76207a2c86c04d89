"""A disk that is small, can be filled to the byte, and can be made read-only; for whoever may mount one."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    import resource
    from collections.abc import Iterator
    from pathlib import Path
else:
    resource = pytest.importorskip("resource", reason="limits the size of files (POSIX)")

__all__ = ["LEVELS", "REAL_USAGE", "Disk", "small_disk"]

KIB: Final = 1024
LEVELS: Final = tuple(
    KIB * each for each in (0, 4, 8, 12, 16, 24, 32, 40, 48, 64, 96, 128, 160, 192, 256, 320, 384, 512, 768, 2048)
)
"""Bytes that are left."""
REAL_USAGE: Final = shutil.disk_usage
"""What the system says; a test may put something else in its place."""


@dataclass
class Disk:
    """A small disk; where none can be mounted, a limit on the size of a file stands for it."""

    root: Path
    mounted: bool
    forbidden: bool = False

    def fill(self, left: int) -> None:
        """Leave so many bytes."""
        if not self.mounted:
            _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
            resource.setrlimit(resource.RLIMIT_FSIZE, (left, hard))
            return
        free = REAL_USAGE(self.root).free
        with (self.root / "filler").open("wb") as file, contextlib.suppress(OSError):
            file.write(bytes(max(0, free - left)))

    def release(self) -> None:
        """Give all the room back."""
        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        if self.forbidden:
            subprocess.run(["mount", "-o", "remount,rw", str(self.root)], check=True)
            self.forbidden = False
        (self.root / "filler").unlink(missing_ok=True)

    def forbid(self) -> None:
        """Let nothing be written any more."""
        subprocess.run(["mount", "-o", "remount,ro", str(self.root)], check=True)
        self.forbidden = True


@contextmanager
def small_disk(root: Path) -> Iterator[Disk]:
    """Mount 16 MiB of memory at ``root`` for a while, or limit the size of files where that is not allowed."""
    root.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(root)]
    mounted = (
        shutil.which("mount") is not None and subprocess.run(mount, check=False, capture_output=True).returncode == 0
    )
    made = Disk(root, mounted)
    try:
        yield made
    finally:
        made.release()
        if mounted:
            subprocess.run(["umount", "-l", str(root)], check=True)
