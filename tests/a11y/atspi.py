"""A screen reader for tests: finds things by role and name over the accessibility bus, and acts through its interfaces alone.

Speaks D-Bus through the library that the app itself uses. Nothing of the app is imported: what is read and done here is
what any assistive program on Linux can read and do.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jeepney.io.blocking import DBusConnection

__all__ = ["MISSING", "Desktop", "Node", "NotThereError", "Reader", "desktop"]

ACCESSIBLE: Final = "org.a11y.atspi.Accessible"
PATIENCE: Final = 30.0
SHOWING, ENABLED, FOCUSED = 25, 8, 12
"""Numbers of states as AT-SPI counts them."""
ROLES: Final = {
    "cell": 56,
    "check box": 7,
    "combo box": 11,
    "frame": 23,
    "label": 29,
    "list item": 32,
    "menu item": 35,
    "password": 40,
    "push button": 43,
    "radio button": 44,
    "text": 61,
}
"""The roles that are looked for, as AT-SPI counts them."""
_ALL, _ANY, _READING_ORDER = 1, 2, 1
_BETWEEN: Final = 0.03
"""Seconds between one look and the next while something is waited for."""
_LAUNCHERS: Final = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")


def _missing() -> str:
    found = [name for name in ("Xvfb", "dbus-daemon") if shutil.which(name) is None]
    if not any(Path(each).exists() for each in _LAUNCHERS):
        found.append("at-spi-bus-launcher")
    return ", ".join(found)


MISSING: Final = _missing()
"""What is not installed; empty where everything is."""


class NotThereError(AssertionError):
    """Something cannot be found, or cannot be done, through the accessibility interfaces."""


@dataclass(frozen=True)
class Node:
    """One accessible thing: whose it is, its path, and what it said of itself when it was found."""

    bus: str
    path: str
    role: str
    name: str
    description: str
    states: frozenset[int]

    def __str__(self) -> str:
        return f"{self.role} {self.name!r}"


class Reader:
    """Reads and acts over one accessibility bus."""

    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection
        self.calls = 0

    # -- the wire --------------------------------------------------------------------------------------------

    def _message(
        self, bus: str, path: str, interface: str, member: str, signature: str, values: tuple[Any, ...]
    ) -> Any:  # noqa: ANN401 (jeepney has no types)
        from jeepney import DBusAddress, new_method_call

        return new_method_call(DBusAddress(path, bus_name=bus, interface=interface), member, signature or None, values)

    def many(self, calls: list[tuple[str, str, str, str, str, tuple[Any, ...]]]) -> list[Any]:
        """Make calls without waiting between them; return what each answered, ``None`` for a refusal."""
        from jeepney import HeaderFields, MessageType

        waiting: dict[int, int] = {}
        answers: list[Any] = [None] * len(calls)
        for at, call in enumerate(calls):
            serial = next(self._connection.outgoing_serial)
            self._connection.send(self._message(*call), serial=serial)
            waiting[serial] = at
        self.calls += len(calls)
        while waiting:
            message = self._connection.receive(timeout=PATIENCE)
            serial = message.header.fields.get(HeaderFields.reply_serial, 0)
            if serial in waiting:
                at = waiting.pop(serial)
                if message.header.message_type is MessageType.method_return:
                    answers[at] = message.body
        return answers

    def call(self, node: Node, interface: str, member: str, signature: str = "", *values: object) -> Any:  # noqa: ANN401 (any D-Bus value)
        """Call one method and return its first value."""
        (answer,) = self.many([(node.bus, node.path, f"org.a11y.atspi.{interface}", member, signature, values)])
        return answer[0] if answer else None

    # -- reading ---------------------------------------------------------------------------------------------

    def look(self, places: list[tuple[str, str]]) -> list[Node | None]:
        """Return what stands at these places: role, name, description, states."""
        properties = "org.freedesktop.DBus.Properties"
        calls = []
        for bus, path in places:
            calls += [
                (bus, path, ACCESSIBLE, "GetRoleName", "", ()),
                (bus, path, properties, "Get", "ss", (ACCESSIBLE, "Name")),
                (bus, path, properties, "Get", "ss", (ACCESSIBLE, "Description")),
                (bus, path, ACCESSIBLE, "GetState", "", ()),
            ]
        said = self.many(calls)
        found: list[Node | None] = []
        for at, (bus, path) in enumerate(places):
            role, name, description, states = said[4 * at : 4 * at + 4]
            if role is None or states is None:
                found.append(None)
                continue
            bits = states[0][0] | states[0][1] << 32
            held = frozenset(bit for bit in range(64) if bits >> bit & 1)
            texts = [each[0][1] if each is not None else "" for each in (name, description)]
            found.append(Node(bus, path, role[0], *texts, held))
        return found

    def root(self) -> Node:
        """Return the registry's desktop, under which every accessible program stands."""
        (found,) = self.look([("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")])
        if found is None:
            raise NotThereError("there is no accessibility registry")
        return found

    def programs(self) -> list[Node]:
        """Return every accessible program."""
        places = self.call(self.root(), "Accessible", "GetChildren") or []
        return [node for node in self.look([tuple(each) for each in places]) if node is not None]

    def matching(self, role: str = "", *, hidden: bool = False) -> list[Node]:
        """Return what has this role, or any, in reading order; only what shows, unless ``hidden`` is wanted too."""
        number = ROLES[role] if role else 0
        roles = [(1 << number % 32 if role and number // 32 == at else 0) for at in range(4)]
        states = [0 if hidden else 1 << SHOWING, 0]
        rule = (states, _ALL, {}, _ALL, roles, _ANY if role else _ALL, [], _ALL, False)
        found: list[tuple[str, str]] = []
        for program in self.programs():
            answer = self.call(
                program, "Collection", "GetMatches", "(aiia{ss}iaiiasib)uib", rule, _READING_ORDER, 0, True
            )
            found += [tuple(each) for each in answer or []]
        return [node for node in self.look(found) if node is not None]

    def is_there(self, role: str, name: str) -> bool:
        """Say whether such a thing shows now."""
        return any(node.name == name for node in self.matching(role))

    def find(self, role: str, name: str, *, about: str = "", hidden: bool = False, seconds: float = PATIENCE) -> Node:
        """Wait for the thing with this role and name that can be used; ``about`` is in its description."""
        end = time.monotonic() + seconds
        while True:
            seen = self.matching(role, hidden=hidden)
            for node in seen:
                if node.name == name and about in node.description and ENABLED in node.states:
                    return node
            if time.monotonic() > end:
                near = sorted({str(node) for node in self.matching() if node.role == role or node.name == name})
                raise NotThereError(f"there is no {role} {name!r} {about!r}; there is {'; '.join(near)[:2000]}")
            time.sleep(_BETWEEN)

    def until(self, holds: Callable[[], object], what: str) -> None:
        """Wait until something that is read holds."""
        end = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > end:
                raise NotThereError(f"this did not come: {what}")
            time.sleep(_BETWEEN)

    def text(self, node: Node) -> str:
        """Return the words in a field."""
        return str(self.call(node, "Text", "GetText", "ii", 0, -1))

    def actions(self, node: Node) -> list[str]:
        """Return what can be done with a thing."""
        said = self.call(node, "Action", "GetActions")
        return [each[0] for each in said] if said is not None else []

    # -- acting ----------------------------------------------------------------------------------------------

    def focus(self, node: Node) -> None:
        """Put the keyboard into something."""

        def has_it() -> bool:
            self.call(node, "Component", "GrabFocus")
            (now,) = self.look([(node.bus, node.path)])
            return now is not None and FOCUSED in now.states

        self.until(has_it, f"the keyboard in {node}")

    def act(self, node: Node, *wanted: str) -> None:
        """Do the first of these actions that the thing offers."""
        offered = self.actions(node)
        for name in wanted or ("Press", "Toggle"):
            if name in offered:
                self.call(node, "Action", "DoAction", "i", offered.index(name))
                return
        raise NotThereError(f"{node} offers {offered}, not one of {wanted}")

    def write(self, node: Node, words: str) -> None:
        """Put words into a field, in place of what is there."""
        self.focus(node)
        if not self.call(node, "EditableText", "SetTextContents", "s", words):
            raise NotThereError(f"{node} takes no words")


class Desktop:
    """A display, a session bus and an accessibility bus of their own, and a reader on the latter."""

    def __init__(self, display: str, session: str, reader: Reader, home: Path) -> None:
        self.display, self.session, self.reader, self._home = display, session, reader, home

    def environment(self) -> dict[str, str]:
        """Return the environment in which a program shows itself here and nowhere else."""
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
        return {
            **kept,
            "HOME": str(self._home),
            "TMPDIR": str(self._home),
            "XDG_RUNTIME_DIR": str(self._home),
            "DISPLAY": self.display,
            "DBUS_SESSION_BUS_ADDRESS": self.session,
            "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nowhere/bus",
            "QT_QPA_PLATFORM": "xcb",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        }


@contextlib.contextmanager
def _session_bus(environment: dict[str, str]) -> Iterator[str]:
    """Run a session bus and yield its address."""
    read, write = os.pipe()
    command = ["dbus-daemon", "--session", "--nofork", "--print-address", str(write)]
    daemon = subprocess.Popen(command, pass_fds=[write], env=environment, stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read, "rb") as told:
            yield told.readline().strip().decode()
    finally:
        daemon.terminate()
        daemon.wait()


@contextlib.contextmanager
def desktop(display: str, home: Path) -> Iterator[Desktop]:
    """Set up both buses on ``display`` and say that a screen reader is there, as one does when it starts."""
    from jeepney import DBusAddress, Properties, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    plain = Desktop(display, "", Reader(None), home).environment()  # type: ignore[arg-type]  # nothing is read with it
    del plain["DBUS_SESSION_BUS_ADDRESS"]
    with _session_bus(plain) as session, open_dbus_connection(bus=session) as asked:
        path, service = "/org/a11y/bus", "org.a11y.Bus"
        where = asked.send_and_get_reply(
            new_method_call(DBusAddress(path, bus_name=service, interface=service), "GetAddress"), timeout=PATIENCE
        ).body[0]
        status = Properties(DBusAddress(path, bus_name=service, interface="org.a11y.Status"))
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            asked.send_and_get_reply(status.set(name, "b", True), timeout=PATIENCE)
        with open_dbus_connection(bus=where) as connection:
            yield Desktop(display, session, Reader(connection), home)
