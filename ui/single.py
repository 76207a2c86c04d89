"""One app a person: a second start hands its arguments to the first and ends."""

from __future__ import annotations

import os
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtNetwork import QLocalServer, QLocalSocket

__all__ = ["SingleInstance"]

WAIT_MS = 1000
MOST_BYTES = 65536


class SingleInstance(QObject):
    """``handed_over`` carries the arguments of a later start. ``scope`` tells apart people and configurations."""

    handed_over = Signal(list)

    def __init__(self, scope: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = f"assess-{zlib.crc32(scope.encode()):08x}"
        runtime = os.environ.get("XDG_RUNTIME_DIR", "")
        self._path = str(Path(runtime if runtime and Path(runtime).is_dir() else _temporary()) / name)
        self._lock = QLockFile(self._path + ".lock")
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def first(self) -> bool:
        """Say whether no other app holds the place; a lock left by a dead process counts as none."""
        return self._lock.tryLock(0)

    def hand_over(self, arguments: Sequence[str]) -> bool:
        """Give ``arguments`` to the app that is open; ``False`` if it does not answer."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._path)
        if not socket.waitForConnected(WAIT_MS):
            return False
        socket.write("\0".join(arguments).encode() + b"\n")
        done = socket.waitForBytesWritten(WAIT_MS)
        socket.disconnectFromServer()
        return done

    def listen(self) -> None:
        """Take arguments of later starts from here on; called after the first paint."""
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._path)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._arrived)
        self._server.listen(self._path)

    def release(self) -> None:
        """Let a later start be the first."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _arrived(self) -> None:
        server = self._server
        socket = server.nextPendingConnection() if server is not None else None
        if socket is None:
            return
        socket.readyRead.connect(lambda: self._read(socket))
        self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        line = bytes(socket.readLine(MOST_BYTES).data()).rstrip(b"\n")
        arguments = [part for part in line.decode("utf-8", "replace").split("\0") if part]
        self.handed_over.emit(arguments)
        socket.disconnectFromServer()
        socket.deleteLater()


def _temporary() -> str:
    if os.name == "posix":
        # What Qt answers, without the class of Qt's that has to be loaded to be asked.
        return os.environ.get("TMPDIR") or "/tmp"  # noqa: S108 (a lock and a socket, which have to be where all look)
    from PySide6.QtCore import QDir

    return QDir.tempPath()
