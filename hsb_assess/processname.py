"""What the computer calls our processes in its lists: nothing that says what kind of assessment this is."""

from __future__ import annotations

import sys

__all__ = ["NAME", "be_called_assess"]

NAME = "assess"


def be_called_assess() -> bool:
    """Give this process a neutral name (Linux); ``False`` where that cannot be done.

    Writing the file is what ``prctl(PR_SET_NAME)`` does, without the 10 ms that importing ``ctypes`` takes.
    """
    if sys.platform != "linux":
        return False
    try:
        with open("/proc/self/comm", "w", encoding="ascii") as name:  # noqa: PTH123 (imports less than pathlib)
            name.write(NAME)
    except OSError:
        return False
    return True
