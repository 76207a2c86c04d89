"""One D-Bus connection on a thread of its own: asks, hears signals, notices who comes and goes; nobody waits for it.

In Python throughout, because PySide's QtDBus was tried and cannot be trusted with a record open: its thread and Python's
lock wait for each other, and it crashed once in four runs of its tests.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

__all__ = ["Bus"]

AGAIN_SECONDS: Final = 60.0
"""How often a bus that is not there is looked for."""
_DAEMON: Final = "org.freedesktop.DBus"
_DAEMON_PATH: Final = "/org/freedesktop/DBus"


class Bus:
    """A bus at ``address``; nothing happens where that is empty. Subclasses say in :meth:`begin` what they want.

    Everything but :meth:`start`, :meth:`look`, :meth:`stop` and :attr:`settled` runs on the thread.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self._ending, self._again = threading.Event(), threading.Event()
        self._tried = not address
        self._connection: DBusConnection | None = None
        self._answers: dict[int, Callable[[Any], None]] = {}
        self._signals: dict[tuple[str, str, str], tuple[str, Callable[[str, tuple[Any, ...]], None]]] = {}
        self._owners: dict[str, str] = {}
        self._known: dict[str, Callable[[bool], None]] = {}

    # --- for everybody ---

    def start(self) -> None:
        """Begin to listen."""
        if self._address:
            threading.Thread(target=self._run, name="bus", daemon=True).start()

    def look(self) -> None:
        """Look for a bus that was not there at once instead of within a minute."""
        self._again.set()

    def stop(self, _gone: object = None) -> None:
        """Listen no more."""
        self._ending.set()
        self._again.set()
        connection = self._connection
        if connection is not None:
            import socket

            with suppress(OSError):
                connection.sock.shutdown(socket.SHUT_RDWR)

    @property
    def settled(self) -> bool:
        """Whether everything that was asked has been answered."""
        return self._tried and not self._answers

    # --- for subclasses ---

    def begin(self) -> None:
        """Ask for what is wanted; the bus has just been reached."""

    def lost(self) -> None:
        """Forget what was known: the bus is gone, or was never there."""

    def know(self, service: str, changed: Callable[[bool], None]) -> None:
        """Have ``changed`` called with whether somebody bears the name ``service``, now and whenever that changes."""
        self._known[service] = changed
        rule = self._rule(_DAEMON, _DAEMON_PATH, _DAEMON, "NameOwnerChanged")
        rule.add_arg_condition(0, service)
        self._match(rule)
        self.ask(_DAEMON, _DAEMON_PATH, _DAEMON, "GetNameOwner", [service], lambda owner: self._owned(service, owner))

    def hear(
        self, service: str, path: str, interface: str, member: str, act: Callable[[str, tuple[Any, ...]], None]
    ) -> None:
        """Have ``act`` called with signature and values of a signal, if the bearer of ``service`` sends it."""
        if (path, interface, member) not in self._signals:
            self._signals[path, interface, member] = (service, act)
            self._match(self._rule(service, path, interface, member))

    def ask(
        self, service: str, path: str, interface: str, member: str, values: list[str], answer: Callable[[Any], None]
    ) -> None:
        """Call a method with texts; ``answer`` gets its first value, a variant's content, or ``None`` for a refusal."""
        from jeepney import DBusAddress, new_method_call

        address = DBusAddress(path, bus_name=service, interface=interface)
        self._answers[self._send(new_method_call(address, member, "s" * len(values), tuple(values)))] = answer

    # --- the thread ---

    def _run(self) -> None:
        while not self._ending.is_set():
            try:
                self._listen()
            except OSError:
                pass  # nobody listens there, or nobody does any more
            except Exception as error:  # noqa: BLE001 (whatever it is, the app goes on, and says that it hears nothing)
                from ui.eventlog import unforeseen

                unforeseen(error)
            self._forget()
            self._again.wait(AGAIN_SECONDS)
            self._again.clear()

    def _listen(self) -> None:
        from jeepney.io.blocking import open_dbus_connection

        with open_dbus_connection(bus=self._address, enable_fds=True) as connection:
            self._connection = connection
            self.begin()
            self._tried = True
            while not self._ending.is_set():
                self._take(connection.receive())

    def _forget(self) -> None:
        self._connection = None
        for each in (self._answers, self._signals, self._owners, self._known):
            each.clear()
        self.lost()
        self._tried = True

    def _send(self, message: Message) -> int:
        assert self._connection is not None
        serial: int = next(self._connection.outgoing_serial)
        self._connection.send(message, serial=serial)
        return serial

    @staticmethod
    def _rule(sender: str, path: str, interface: str, member: str) -> Any:  # noqa: ANN401 (jeepney has no types)
        from jeepney import MatchRule

        return MatchRule(type="signal", sender=sender, path=path, interface=interface, member=member)

    def _match(self, rule: Any) -> None:  # noqa: ANN401 (jeepney has no types)
        from jeepney import message_bus

        self._send(message_bus.AddMatch(rule))

    def _take(self, message: Message) -> None:
        from jeepney import HeaderFields, MessageType

        fields, kind = message.header.fields, message.header.message_type
        if kind is MessageType.signal:
            place = tuple(fields.get(name) for name in (HeaderFields.path, HeaderFields.interface, HeaderFields.member))
            self._heard(
                place, fields.get(HeaderFields.sender, ""), fields.get(HeaderFields.signature, ""), message.body
            )
        elif kind in {MessageType.method_return, MessageType.error}:
            serial = fields.get(HeaderFields.reply_serial, 0)
            answer = self._answers.get(serial)
            if answer is not None:
                values = message.body if kind is MessageType.method_return else ()
                value = values[0] if values else None
                variant = fields.get(HeaderFields.signature) == "v"
                answer(value[1] if variant and value is not None else value)
                del self._answers[serial]  # only now: what is asked in turn belongs to the same question

    def _heard(self, place: tuple[Any, ...], sender: str, signature: str, values: tuple[Any, ...]) -> None:
        if place == (_DAEMON_PATH, _DAEMON, "NameOwnerChanged") and sender == _DAEMON and signature == "sss":
            self._owned(values[0], values[2])
        elif place in self._signals:
            service, act = self._signals[place]
            # What is addressed to us alone passes every rule of the bus: it counts from the bearer of the name only.
            if sender and sender == self._owners.get(service):
                act(signature, values)

    def _owned(self, service: str, owner: object) -> None:
        changed = self._known.get(service)
        if changed is not None:
            if isinstance(owner, str) and owner:
                self._owners[service] = owner
            else:
                self._owners.pop(service, None)
            changed(service in self._owners)
