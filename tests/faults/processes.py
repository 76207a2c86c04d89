"""Looks at processes as Linux shows them, and waits for what they do."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["children", "is_running", "wait_until"]


def _stat(pid: int) -> list[str]:
    """Return the fields of a process's state from its state letter on; empty where it is gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []


def is_running(pid: int) -> bool:
    """Whether a process runs; one that waits to be collected does not."""
    return _stat(pid)[:1] not in ([], ["Z"])


def children(pid: int) -> list[int]:
    """Return the running children of a process."""
    found = (int(folder.name) for folder in Path("/proc").iterdir() if folder.name.isdecimal())
    return sorted(each for each in found if _stat(each)[1:2] == [str(pid)] and is_running(each))


def wait_until(holds: Callable[[], bool], what: str, seconds: float = 30.0) -> float:
    """Wait for something that another process does; return how long it took."""
    started = time.monotonic()
    while not holds():
        assert time.monotonic() - started < seconds, f"this did not come: {what}"
        time.sleep(0.005)
    return time.monotonic() - started
