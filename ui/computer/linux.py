"""Linux: logind and the desktops' screen savers, heard over D-Bus.

The names are those of ``org.freedesktop.login1(5)`` and of each desktop's screen saver. A sender can only make the
vault lock: nothing that comes over a bus is shown, kept or believed beyond that.
"""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Qt, Signal

from ui.computer.base import Computer, Event
from ui.computer.bus import Bus

if TYPE_CHECKING:
    from collections.abc import Callable

    from jeepney.fds import FileDescriptor

__all__ = ["LinuxComputer"]

_LOGIN: Final = "org.freedesktop.login1"
_MANAGER: Final = (_LOGIN, "/org/freedesktop/login1", f"{_LOGIN}.Manager")
_SESSION: Final = f"{_LOGIN}.Session"
_OWN_SESSION: Final = "/org/freedesktop/login1/session/auto"
"""The session of the process, else the one in which its person looks at the screen: logind decides."""
_PROPERTIES: Final = "org.freedesktop.DBus.Properties"
_AT_REST: Final = {"Active": True, "LockedHint": False}
"""The two properties of a session that matter, as they are while its person works."""
_MEANS: Final = {"Active": Event.SWITCH, "LockedHint": Event.SCREEN}
_SAVERS: Final = {
    "org.freedesktop.ScreenSaver": ("/org/freedesktop/ScreenSaver", "/ScreenSaver"),
    "org.gnome.ScreenSaver": ("/org/gnome/ScreenSaver",),
    "org.cinnamon.ScreenSaver": ("/org/cinnamon/ScreenSaver",),
    "org.mate.ScreenSaver": ("/org/mate/ScreenSaver",),
    "org.xfce.ScreenSaver": ("/org/xfce/ScreenSaver",),
}
"""Screen savers by service, which is also the name of their interface, and where each of them speaks."""


def _system_address() -> str:
    return os.environ.get("DBUS_SYSTEM_BUS_ADDRESS") or "unix:path=/run/dbus/system_bus_socket"


def _session_address() -> str:
    given = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    socket = Path(os.environ.get("XDG_RUNTIME_DIR") or "/nowhere", "bus")
    return given or (f"unix:path={socket}" if socket.exists() else "")


class _Speaking(Bus):
    """A bus that says what happened, and keeps in ``told`` what it would be told of."""

    def __init__(self, address: str, happened: Callable[[str], object], changed: Callable[[], object]) -> None:
        super().__init__(address)
        self.told: frozenset[Event] = frozenset()
        self._happened, self._changed = happened, changed

    def say(self, event: Event) -> None:
        """Tell of an event."""
        if not self._ending.is_set():
            self._happened(event)

    def tell(self, *told: Event) -> None:
        """Keep what would be told of from now on."""
        self.told = frozenset(told)
        if not self._ending.is_set():
            self._changed()


class _Login(_Speaking):
    """The system bus: one session of logind, and the beginning of sleep."""

    def __init__(self, *given: Any) -> None:  # noqa: ANN401 (those of the class above)
        super().__init__(*given)
        self._path = ""
        self._state: dict[str, bool] = {}
        self._inhibitor: FileDescriptor | None = None

    def begin(self) -> None:
        """Listen to logind."""
        self.hear(*_MANAGER, "PrepareForSleep", self._sleeps)
        self.know(_LOGIN, self._there)

    def lost(self) -> None:
        """Forget the session; let the computer sleep."""
        self._there(there=False)

    def _there(self, there: bool) -> None:  # noqa: FBT001 (what the bus says)
        self._path = ""
        self._state.clear()
        if self._inhibitor is not None:
            self._inhibitor.close()
            self._inhibitor = None
        if there:
            # Held until this process ends: the computer sleeps once what was typed is sealed and nothing is in memory.
            self.ask(*_MANAGER, "Inhibit", ["sleep", "Assess", "Puts its work away first", "delay"], self._delayed)
            self.ask(_LOGIN, _OWN_SESSION, _PROPERTIES, "Get", [_SESSION, "Id"], self._named)
        self._tell_now()

    def _delayed(self, held: Any) -> None:  # noqa: ANN401 (whatever was answered)
        if hasattr(held, "fileno"):
            os.set_inheritable(held.fileno(), False)  # noqa: FBT003 (Python's own signature)
            self._inhibitor = held
        self._tell_now()

    def _named(self, name: object) -> None:
        own = name if isinstance(name, str) else os.environ.get("XDG_SESSION_ID", "")
        if own:
            self.ask(*_MANAGER, "GetSession", [own], self._found)

    def _found(self, path: object) -> None:
        if isinstance(path, str):
            self._path = path
            self.hear(_LOGIN, path, _SESSION, "Lock", partial(self._locks, path))
            self.hear(_LOGIN, path, _PROPERTIES, "PropertiesChanged", partial(self._changes, path))
            for name in _AT_REST:
                self._ask_for(name)
            self._tell_now()

    def _ask_for(self, name: str) -> None:
        self.ask(_LOGIN, self._path, _PROPERTIES, "Get", [_SESSION, name], partial(self._is, name))

    def _is(self, name: str, value: object) -> None:
        """Lock when a property leaves its rest; one that never had it (a hint that somebody left set) says nothing."""
        if isinstance(value, bool):
            before, self._state[name] = self._state.get(name), value
            if before is _AT_REST[name] and value is not before:
                self.say(_MEANS[name])

    def _locks(self, path: str, signature: str, _values: tuple[Any, ...]) -> None:
        if path == self._path and not signature:
            self.say(Event.SCREEN)

    def _changes(self, path: str, signature: str, values: tuple[Any, ...]) -> None:
        if path != self._path or signature != "sa{sv}as" or values[0] != _SESSION:
            return
        _, changed, unsaid = values
        for name, rest in _AT_REST.items():
            if name in changed:
                self._state.setdefault(name, rest)  # one that changed before it was known was at rest
                self._is(name, changed[name][1])
            elif name in unsaid:
                self._ask_for(name)

    def _sleeps(self, signature: str, values: tuple[Any, ...]) -> None:
        if signature == "b" and values[0]:
            self.say(Event.SLEEP)

    def _tell_now(self) -> None:
        told = [Event.SCREEN, Event.SWITCH] if self._path else []
        self.tell(*told, *([Event.SLEEP] if self._inhibitor is not None else []))


class _Savers(_Speaking):
    """The session bus: whichever screen savers are there."""

    def __init__(self, *given: Any) -> None:  # noqa: ANN401 (those of the class above)
        super().__init__(*given)
        self._there: set[str] = set()

    def begin(self) -> None:
        """Listen to each that is known here."""
        for service, paths in _SAVERS.items():
            for path in paths:
                self.hear(service, path, service, "ActiveChanged", self._covers)
            self.know(service, partial(self._knows, service))

    def lost(self) -> None:
        """Forget them."""
        self._there.clear()
        self.tell()

    def _knows(self, service: str, there: bool) -> None:  # noqa: FBT001 (what the bus says)
        (self._there.add if there else self._there.discard)(service)
        self.tell(*([Event.SCREEN] if self._there else []))

    def _covers(self, signature: str, values: tuple[Any, ...]) -> None:
        if signature == "b" and values[0]:
            self.say(Event.SCREEN)


class LinuxComputer(Computer):
    """``system`` and ``session`` are addresses of buses, those of the environment if not given."""

    _said = Signal(str)
    _knew = Signal()

    def __init__(self, parent: QObject | None = None, *, system: str | None = None, session: str | None = None) -> None:
        super().__init__(parent)
        say = (self._said.emit, self._knew.emit)
        self._buses: tuple[_Speaking, ...] = (
            _Login(_system_address() if system is None else system, *say),
            _Savers(_session_address() if session is None else session, *say),
        )
        # The buses speak on their threads; what they say is heard on this one.
        self._said.connect(self.happened, Qt.ConnectionType.QueuedConnection)
        self._knew.connect(self._take, Qt.ConnectionType.QueuedConnection)
        for bus in self._buses:
            self.destroyed.connect(bus.stop)

    @property
    def settled(self) -> bool:
        """Whether every question has been answered."""
        return all(bus.settled for bus in self._buses)

    def start(self) -> None:
        """Listen on the buses that are there, and look for the others every minute."""
        for bus in self._buses:
            bus.start()

    def look(self) -> None:
        """Look for a bus that was not there at once."""
        for bus in self._buses:
            bus.look()

    def stop(self) -> None:
        """Let go of both buses, and of the computer's sleep."""
        for bus in self._buses:
            bus.stop()
        self._tell(())

    def _take(self) -> None:
        self._tell(event for bus in self._buses for event in bus.told)
