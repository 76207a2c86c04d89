"""Windows: session and power messages to our window, and a window that pictures of the screen leave out.

Not run yet: written from Microsoft's descriptions and after KeePassXC; nobody has tried it on Windows. On 64 bits, the
only Windows that Qt 6 runs on, every function has the one calling convention, so ``CDLL`` is right for these.
"""

from __future__ import annotations

import ctypes
from ctypes import wintypes
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractNativeEventFilter, QCoreApplication

from ui.computer.base import Computer, Event

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QByteArray
    from PySide6.QtWidgets import QWidget

__all__ = ["WindowsComputer", "close_to_others"]

_WM_POWERBROADCAST: Final = 0x0218
_WM_WTSSESSION_CHANGE: Final = 0x02B1
_MEANS: Final = {
    (_WM_POWERBROADCAST, 0x4): Event.SLEEP,  # PBT_APMSUSPEND
    (_WM_WTSSESSION_CHANGE, 0x2): Event.SWITCH,  # WTS_CONSOLE_DISCONNECT
    (_WM_WTSSESSION_CHANGE, 0x4): Event.SWITCH,  # WTS_REMOTE_DISCONNECT
    (_WM_WTSSESSION_CHANGE, 0x6): Event.SCREEN,  # WTS_SESSION_LOGOFF
    (_WM_WTSSESSION_CHANGE, 0x7): Event.SCREEN,  # WTS_SESSION_LOCK
}
_NOTIFY_FOR_THIS_SESSION: Final = 0
_WDA_NONE, _WDA_MONITOR, _WDA_EXCLUDEFROMCAPTURE = 0x0, 0x1, 0x11
_DACL_SECURITY_INFORMATION: Final = 0x4
_SDDL_REVISION_1: Final = 1
# To the owner: SYNCHRONIZE, READ_CONTROL, PROCESS_QUERY_LIMITED_INFORMATION, PROCESS_TERMINATE; to nobody else anything.
_OURS_ALONE: Final = "D:P(A;;0x121001;;;OW)"


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, heard: Callable[[Event], object]) -> None:
        super().__init__()
        self._heard = heard

    def nativeEventFilter(self, eventType: QByteArray | bytes | bytearray | memoryview, message: int) -> object:  # noqa: N803 (Qt's own name)
        """Look at each message and leave it to Qt."""
        del eventType
        told = wintypes.MSG.from_address(int(message))
        event = _MEANS.get((told.message, told.wParam))
        if event is not None:
            self._heard(event)
        return False, 0


class WindowsComputer(Computer):
    """Hears what Windows tells ``window``."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._filter = _Filter(self.happened.emit)

    @property
    def can_hide(self) -> bool:
        """Windows keeps a window out of pictures of the screen."""
        return True

    def _handle(self) -> ctypes.c_void_p:
        return ctypes.c_void_p(int(self._window.winId()))

    def start(self) -> None:
        """Have Windows tell of locks and switches; of sleep it tells every window."""
        told = {Event.SLEEP}
        if ctypes.CDLL("wtsapi32").WTSRegisterSessionNotification(self._handle(), _NOTIFY_FOR_THIS_SESSION):
            told |= {Event.SCREEN, Event.SWITCH}
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self._filter)
            self._tell(told)

    def stop(self) -> None:
        """Listen no more."""
        application = QCoreApplication.instance()
        if application is not None:
            application.removeNativeEventFilter(self._filter)
        ctypes.CDLL("wtsapi32").WTSUnRegisterSessionNotification(self._handle())
        self._tell(())

    def hide(self, hidden: bool) -> None:  # noqa: FBT001 (the choice itself)
        """Leave the window out of pictures of the screen; Windows before 10 (2004) shows it black instead."""
        change = ctypes.CDLL("user32").SetWindowDisplayAffinity
        if not hidden:
            change(self._handle(), _WDA_NONE)
        elif not change(self._handle(), _WDA_EXCLUDEFROMCAPTURE):
            change(self._handle(), _WDA_MONITOR)
        super().hide(hidden)


def close_to_others() -> bool:
    """Let no other program of this person read the memory of this process or change its rights; ``False`` if refused."""
    rights, kernel = ctypes.CDLL("advapi32"), ctypes.CDLL("kernel32")
    descriptor = ctypes.c_void_p()
    made = rights.ConvertStringSecurityDescriptorToSecurityDescriptorW(
        ctypes.c_wchar_p(_OURS_ALONE), _SDDL_REVISION_1, ctypes.byref(descriptor), None
    )
    if not made:
        return False
    own_process = ctypes.c_void_p(-1)
    done = bool(rights.SetKernelObjectSecurity(own_process, _DACL_SECURITY_INFORMATION, descriptor))
    kernel.LocalFree(descriptor)
    return done
