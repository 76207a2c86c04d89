"""A display of its own for measurements, so that they mean the same with and without a screen."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["NoDisplayError", "virtual_display"]


class NoDisplayError(RuntimeError):
    """There is no Xvfb to measure on."""


@contextlib.contextmanager
def virtual_display() -> Iterator[str]:
    """Run an Xvfb and yield its DISPLAY; the server picks a free number and says which."""
    if shutil.which("Xvfb") is None:
        raise NoDisplayError("Xvfb is not installed, so starts cannot be measured. `make setup` names the package.")
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read, "rb") as numbers:
            number = numbers.readline().strip().decode()
        if not number:
            raise NoDisplayError("Xvfb did not start.")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()
