"""macOS: notifications of a locked screen, of sleep and of a switch of person, and a window that pictures leave out.

Not run yet: written from Apple's descriptions; nobody has tried it on a Mac. It speaks to AppKit, which Qt has loaded,
through the Objective-C runtime, so that no further package is needed.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any, Final

from ui.computer.base import Computer, Event

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

__all__ = ["MacComputer"]

_RUNTIME: Final = "/usr/lib/libobjc.A.dylib"
_DISTRIBUTED: Final = {b"com.apple.screenIsLocked": Event.SCREEN}
_WORKSPACE: Final = {
    b"NSWorkspaceWillSleepNotification": Event.SLEEP,
    b"NSWorkspaceSessionDidResignActiveNotification": Event.SWITCH,
}
_MEANS: Final = {**_DISTRIBUTED, **_WORKSPACE}
_SHARING_NONE, _SHARING_READ_ONLY = 0, 1
_Method = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)


class _ObjectiveC:
    """Sends messages to objects; ``Any`` stands for addresses and plain C values."""

    def __init__(self) -> None:
        self.calls = ctypes.CDLL(_RUNTIME)
        for name in ("objc_getClass", "sel_registerName", "objc_allocateClassPair"):
            getattr(self.calls, name).restype = ctypes.c_void_p
        self.calls.objc_allocateClassPair.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t)
        self.calls.class_addMethod.argtypes = (ctypes.c_void_p, ctypes.c_void_p, _Method, ctypes.c_char_p)
        self.calls.objc_registerClassPair.argtypes = (ctypes.c_void_p,)

    def kind(self, name: bytes) -> Any:  # noqa: ANN401 (see above)
        """Return a class."""
        return ctypes.c_void_p(self.calls.objc_getClass(name))

    def selector(self, name: bytes) -> Any:  # noqa: ANN401 (see above)
        """Return a selector."""
        return ctypes.c_void_p(self.calls.sel_registerName(name))

    def send(self, to: Any, selector: bytes, *arguments: Any, result: Any = ctypes.c_void_p) -> Any:  # noqa: ANN401 (see above)
        """Send a message and return its answer; every argument is a ctypes value, since a Mac passes each kind differently."""
        kinds: tuple[Any, ...] = (ctypes.c_void_p, ctypes.c_void_p, *(type(each) for each in arguments))
        call: Any = ctypes.cast(self.calls.objc_msgSend, ctypes.CFUNCTYPE(result, *kinds))
        answer = call(to, self.selector(selector), *arguments)
        return ctypes.c_void_p(answer) if result is ctypes.c_void_p else answer

    def text(self, words: bytes) -> Any:  # noqa: ANN401 (see above)
        """Return an ``NSString``."""
        return self.send(self.kind(b"NSString"), b"stringWithUTF8String:", ctypes.c_char_p(words))


class MacComputer(Computer):
    """Hears what macOS tells everybody; ``window`` is what is hidden."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._method = _Method(self._heard)  # kept: the runtime holds its bare address
        self._runtime: _ObjectiveC | None = None
        self._observer: Any = None

    @property
    def can_hide(self) -> bool:
        """MacOS keeps a window out of pictures of the screen."""
        return True

    def start(self) -> None:
        """Make an object that hears notifications, and have it told of ours."""
        runtime = self._runtime = _ObjectiveC()
        made = ctypes.c_void_p(
            runtime.calls.objc_allocateClassPair(runtime.kind(b"NSObject"), f"AssessObserver{id(self)}".encode(), 0)
        )
        runtime.calls.class_addMethod(made, runtime.selector(b"told:"), self._method, b"v@:@")
        runtime.calls.objc_registerClassPair(made)
        self._observer = runtime.send(runtime.send(made, b"alloc"), b"init")
        for centre, names in self._centres(runtime):
            for name in names:
                runtime.send(
                    centre,
                    b"addObserver:selector:name:object:",
                    self._observer,
                    runtime.selector(b"told:"),
                    runtime.text(name),
                    ctypes.c_void_p(),
                )
        self._tell(_MEANS.values())

    @staticmethod
    def _centres(runtime: _ObjectiveC) -> tuple[tuple[Any, dict[bytes, Event]], ...]:
        workspace = runtime.send(runtime.kind(b"NSWorkspace"), b"sharedWorkspace")
        return (
            (runtime.send(runtime.kind(b"NSDistributedNotificationCenter"), b"defaultCenter"), _DISTRIBUTED),
            (runtime.send(workspace, b"notificationCenter"), _WORKSPACE),
        )

    def stop(self) -> None:
        """Listen no more."""
        if self._runtime is not None:
            for centre, _ in self._centres(self._runtime):
                self._runtime.send(centre, b"removeObserver:", self._observer)
            self._runtime = None
        self._tell(())

    def hide(self, hidden: bool) -> None:  # noqa: FBT001 (the choice itself)
        """Leave the window out of pictures of the screen."""
        runtime = _ObjectiveC()
        window = runtime.send(ctypes.c_void_p(int(self._window.winId())), b"window")
        how = ctypes.c_ulong(_SHARING_NONE if hidden else _SHARING_READ_ONLY)
        runtime.send(window, b"setSharingType:", how, result=None)
        super().hide(hidden)

    def _heard(self, _object: int, _selector: int, notification: int) -> None:
        if self._runtime is not None:
            name = self._runtime.send(ctypes.c_void_p(notification), b"name")
            event = _MEANS.get(self._runtime.send(name, b"UTF8String", result=ctypes.c_char_p))
            if event is not None:
                self.happened.emit(event)
