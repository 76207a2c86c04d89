"""Buses of our own for the tests: a private D-Bus daemon, and on it a service that speaks as logind and screen savers do.

Neither is our code, so standing in for them fakes nothing of ours; the daemon between the two is the real one.
"""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from jeepney import Message

__all__ = ["LOGIN", "OWN", "Bus", "Logind", "Service", "needs_bus"]

needs_bus = pytest.mark.skipif(
    shutil.which("dbus-daemon") is None,
    reason="dbus-daemon is not installed (Debian package dbus, which packaging/setup.sh asks for)",
)
LOGIN: Final = "org.freedesktop.login1"
OWN: Final = "/org/freedesktop/login1/session/_37"
_SESSION: Final = f"{LOGIN}.Session"
_MANAGER: Final = "/org/freedesktop/login1"
_PROPERTIES: Final = "org.freedesktop.DBus.Properties"
_CONFIGURATION: Final = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={path}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/><allow own="*"/><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
  </policy>
</busconfig>
"""


class Bus:
    """A daemon that can be ended and started again at the same address."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="hsb-bus-", dir="/tmp")  # a socket's path has to be short
        self._socket = Path(self._folder.name, "bus")
        self.address = f"unix:path={self._socket}"
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()
        self._folder.cleanup()

    def start(self) -> None:
        """Start the daemon and wait until it listens."""
        configuration = Path(self._folder.name, "bus.conf")
        configuration.write_text(_CONFIGURATION.format(path=self._socket), encoding="utf-8")
        self._socket.unlink(missing_ok=True)
        command = ["dbus-daemon", "--nofork", "--nopidfile", f"--config-file={configuration}", "--print-address=1"]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert self._process.stdout is not None
        assert self._process.stdout.readline(), "the daemon did not start"
        self._process.stdout.close()

    def end(self) -> None:
        """End the daemon; whoever is connected hears of it."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
            self._process = None


class Service:
    """Owns names on a bus, says what it is told to say, and answers calls by :meth:`answer`."""

    def __init__(self, bus: Bus, *names: str) -> None:
        from jeepney import message_bus
        from jeepney.io.blocking import open_dbus_connection

        self._connection = open_dbus_connection(bus=bus.address, enable_fds=True)
        self._sending = threading.Lock()
        self._ending = threading.Event()
        for name in names:
            self._connection.send_and_get_reply(message_bus.RequestName(name))
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Leave the bus, and the names to others."""
        self._ending.set()
        self._thread.join(5)
        with suppress(OSError):
            self._connection.close()

    def say(self, path: str, interface: str, member: str, signature: str | None = None, *values: object) -> None:
        """Send a signal."""
        from jeepney import DBusAddress, new_signal

        self._send(new_signal(DBusAddress(path, interface=interface), member, signature, values))

    def answer(self, path: str, member: str, values: Sequence[Any]) -> tuple[str, Any] | None:
        """Return signature and value of an answer, ``None`` to refuse."""
        del path, member, values
        return None

    def _send(self, message: Message) -> None:
        with self._sending:
            self._connection.send(message)

    def _serve(self) -> None:
        from jeepney import HeaderFields, MessageType, new_error, new_method_return

        while not self._ending.is_set():
            try:
                message = self._connection.receive(timeout=0.05)
            except TimeoutError:
                continue
            except OSError:
                return  # the bus is gone
            if message.header.message_type is not MessageType.method_call:
                continue
            fields = message.header.fields
            found = self.answer(fields[HeaderFields.path], fields[HeaderFields.member], message.body)
            if found is None:
                self._send(new_error(message, "org.freedesktop.DBus.Error.UnknownObject"))
                continue
            signature, value = found
            self._send(new_method_return(message, signature, (value,)))
            if signature == "h":
                os.close(value)


class Logind(Service):
    """One session of one person, as logind shows it; ``known`` whether it knows which one the app runs in, ``others`` names that it bears too."""

    def __init__(self, bus: Bus, *others: str, known: bool = True, **properties: bool) -> None:
        self.known = known
        self.properties = {"Active": True, "LockedHint": False, **properties}
        self._delays: list[int] = []
        super().__init__(bus, LOGIN, *others)

    def close(self) -> None:
        """Leave, and forget who delays sleep."""
        super().close()
        for each in self._delays:
            os.close(each)

    def answer(self, path: str, member: str, values: Sequence[Any]) -> tuple[str, Any] | None:
        """Answer what the app asks; nothing else is known here."""
        if (path, member) == (_MANAGER, "Inhibit") and (values[0], values[3]) == ("sleep", "delay"):
            ours, theirs = os.pipe()
            self._delays.append(ours)
            return "h", theirs
        if (path, member) == (_MANAGER, "GetSession") and values == ("7",):
            return "o", OWN
        if member == "Get" and values == (_SESSION, "Id") and path.endswith("/auto") and self.known:
            return "v", ("s", "7")
        if member == "Get" and path == OWN and values[1] in self.properties:
            return "v", ("b", self.properties[values[1]])
        return None

    def is_delayed(self) -> bool:
        """Say whether somebody still keeps the computer from sleeping."""
        # The end that was given away is closed once its owner lets go or ends: the other end can be read then.
        return len(self._delays) > len(select.select(self._delays, [], [], 0)[0])

    def at_rest(self) -> None:
        """Have the person back at work."""
        self.properties.update(Active=True, LockedHint=False)

    def lock(self, path: str = OWN) -> None:
        """Ask a session to lock."""
        self.say(path, _SESSION, "Lock")

    def change(self, name: str, *, value: bool) -> None:
        """Change a property of the session, and say so."""
        self.properties[name] = value
        self.changed("sa{sv}as", _SESSION, {name: ("b", value)}, [])

    def changed(self, signature: str, *values: object) -> None:
        """Say that properties of the session changed."""
        self.say(OWN, _PROPERTIES, "PropertiesChanged", signature, *values)

    def sleep(self, signature: str = "b", *values: object) -> None:
        """Say that the computer is about to sleep."""
        self.say(_MANAGER, f"{LOGIN}.Manager", "PrepareForSleep", signature, *(values or (True,)))
