"""The end of a desk process: locking and closing end it, since closing a database leaves its text in memory."""

from __future__ import annotations

import contextlib
import os
import sys

__all__ = ["EXIT_CLOSED", "EXIT_LOCKED", "announce_lock", "end_process"]

EXIT_CLOSED = 0
EXIT_LOCKED = 75


def announce_lock() -> None:
    """Tell the launcher that a lock began: from here it gives us two seconds."""
    with contextlib.suppress(OSError, ValueError, AttributeError):  # nobody may be listening
        sys.stdout.write("locking\n")
        sys.stdout.flush()


def end_process(code: int) -> None:
    """End at once, without destructors: whatever they would free, the system takes."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stdout.flush()
    os._exit(code)
