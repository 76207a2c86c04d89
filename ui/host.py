"""What the process asks of the computer: no core dumps, no reading of its memory by other programs."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

__all__ = ["HIDES_WINDOWS", "give_back", "no_core_dumps", "not_readable", "on_terminate"]

PR_SET_DUMPABLE = 4
HIDES_WINDOWS = sys.platform in {"win32", "darwin"}
"""Whether the system keeps a window out of pictures of the screen, for those who need not ask it before the first paint."""


def no_core_dumps() -> None:
    """Make a crash leave no memory on disk."""
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def not_readable() -> bool:
    """Keep other programs of the same user from reading our memory; ``False`` where that cannot be asked (macOS)."""
    if sys.platform == "win32":
        from ui.computer.windows import close_to_others

        return close_to_others()
    if sys.platform != "linux":
        return False
    import ctypes

    with contextlib.suppress(OSError, AttributeError):
        return int(ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)) == 0
    return False


def give_back() -> None:
    """Return what was freed to the system, which wipes it; what the C library keeps for itself is not less of the laptop's."""
    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(OSError, AttributeError):  # a C library without it has its own way
            ctypes.CDLL(None).malloc_trim(0)


def on_terminate(act: Callable[[], object], parent: QObject) -> None:
    """Call ``act`` on the UI thread when somebody asks the process to end (SIGTERM, SIGINT, SIGHUP)."""
    if sys.platform == "win32":
        return
    import os
    import signal

    from PySide6.QtCore import QSocketNotifier

    # Python runs signal handlers between its own instructions only, which may be long after: Qt waits in C++.
    reader, writer = os.pipe()
    os.set_blocking(reader, False)
    os.set_blocking(writer, False)
    signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda _number, _frame: None)
    notifier = QSocketNotifier(reader, QSocketNotifier.Type.Read, parent)
    notifier.activated.connect(lambda *_: act())
