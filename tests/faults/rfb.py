"""A keyboard for a window that nobody sees: the client's side of RFB 3.3, as far as pressing keys takes it.

Qt's platform ``vnc`` shows its windows to such a client, so the app as it is installed, with nothing of a test in it,
gets real key presses from outside of its process.
"""

from __future__ import annotations

import socket
import struct
import time
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from types import TracebackType

__all__ = ["CONTROL", "ENTER", "Keyboard", "free_port"]

CONTROL: Final = 0xFFE3
ENTER: Final = 0xFF0D
_GREETING: Final = b"RFB 003.003\n"
_KEY: Final = struct.Struct(">BBxxI")


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        port: int = tried.getsockname()[1]
        return port


class Keyboard:
    """Connects as soon as there is a window; presses keys in it."""

    def __init__(self, port: int, seconds: float = 30.0) -> None:
        deadline = time.monotonic() + seconds
        while True:
            try:
                self._socket = socket.create_connection(("127.0.0.1", port), timeout=5)
                break
            except OSError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.02)
        self._take(len(_GREETING))
        self._socket.sendall(_GREETING)
        assert self._take(4) == b"\0\0\0\1", "the display asks for a password"
        self._socket.sendall(b"\1")
        size = self._take(24)
        self._take(int.from_bytes(size[20:24], "big"))

    def _take(self, count: int) -> bytes:
        data = b""
        while len(data) < count:
            part = self._socket.recv(count - len(data))
            if not part:
                raise ConnectionError("the display closed")
            data += part
        return data

    def press(self, key: int, *held: int) -> None:
        """Press a key and let go of it, with others held down meanwhile."""
        for each in (*held, key):
            self._socket.sendall(_KEY.pack(4, 1, each))
        for each in (key, *reversed(held)):
            self._socket.sendall(_KEY.pack(4, 0, each))

    def write(self, words: str) -> None:
        """Press the keys of ``words``, which are plain letters, figures and spaces."""
        for letter in words:
            self.press(ord(letter))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()
