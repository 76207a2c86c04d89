"""What Linux tells the app over D-Bus: each event is heard within two seconds, and nothing else is taken for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.buses import LOGIN, OWN, Bus, Logind, Service, needs_bus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from ui.computer.linux import LinuxComputer

pytestmark = needs_bus

WITHIN_MS = 2000
EVERYTHING = {"screen_locked", "person_switched", "about_to_sleep"}
SAVERS = {
    "org.freedesktop.ScreenSaver": "/org/freedesktop/ScreenSaver",
    "org.gnome.ScreenSaver": "/org/gnome/ScreenSaver",
    "org.cinnamon.ScreenSaver": "/org/cinnamon/ScreenSaver",
    "org.mate.ScreenSaver": "/org/mate/ScreenSaver",
    "org.xfce.ScreenSaver": "/org/xfce/ScreenSaver",
}


@pytest.fixture(scope="module")
def bus() -> Iterator[Bus]:
    """One daemon for all tests here but those that end it."""
    with Bus() as made:
        yield made


@pytest.fixture
def logind(bus: Bus) -> Iterator[Logind]:
    """A session at work."""
    with Logind(bus) as made:
        yield made


class Ear:
    """A computer that listens, and what it heard."""

    def __init__(self, qtbot: QtBot, system: str, session: str = "") -> None:
        from ui.computer.linux import LinuxComputer

        self.bot, self.heard = qtbot, list[str]()
        self.computer: LinuxComputer = LinuxComputer(system=system, session=session)
        self.computer.happened.connect(self.heard.append)
        self.computer.start()
        self.settle()

    def settle(self) -> None:
        """Wait until every question is answered."""
        self.bot.waitUntil(lambda: self.computer.settled, timeout=10_000)

    def hears(self, event: str) -> None:
        """Wait for an event, which has to be the first."""
        self.bot.waitUntil(lambda: bool(self.heard), timeout=WITHIN_MS)
        assert self.heard[0] == event

    def knows(self, *events: str) -> None:
        """Wait until exactly these would be told."""
        self.bot.waitUntil(lambda: set(self.computer.told) == set(events), timeout=10_000)


@pytest.fixture
def listen(qtbot: QtBot) -> Iterator[Callable[..., Ear]]:
    """Make computers that listen, and stop them."""
    made: list[Ear] = []

    def make(system: str, session: str = "") -> Ear:
        made.append(Ear(qtbot, system, session))
        return made[-1]

    yield make
    for ear in made:
        ear.computer.stop()
        ear.computer.deleteLater()


@pytest.mark.parametrize(
    ("speak", "event"),
    [
        (Logind.lock, "screen_locked"),
        (lambda logind: logind.change("LockedHint", value=True), "screen_locked"),
        (lambda logind: logind.change("Active", value=False), "person_switched"),
        (Logind.sleep, "about_to_sleep"),
    ],
    ids=["lock", "hint", "switch", "sleep"],
)
def test_what_logind_tells_is_heard(
    bus: Bus, logind: Logind, listen: Callable[..., Ear], speak: Callable[[Logind], None], event: str
) -> None:
    """A lock of the session, its hint, another person at the screen, the beginning of sleep: each within two seconds."""
    ear = listen(bus.address)
    ear.knows(*EVERYTHING)
    speak(logind)
    ear.hears(event)


@pytest.mark.parametrize("service", SAVERS)
def test_each_screen_saver_is_heard(bus: Bus, listen: Callable[..., Ear], service: str) -> None:
    """Those of the desktops that are alive; it may start later than the app, and is known from then on."""
    ear = listen("", bus.address)
    assert not ear.computer.told
    with Service(bus, service) as saver:
        ear.knows("screen_locked")
        saver.say(SAVERS[service], service, "ActiveChanged", "b", False)
        saver.say(SAVERS[service], service, "ActiveChanged", "b", True)
        ear.hears("screen_locked")
    ear.knows()
    assert len(ear.heard) == 1


def test_a_screen_saver_that_was_there_before_is_known(bus: Bus, listen: Callable[..., Ear]) -> None:
    """The usual order: the desktop first, then the app; KDE speaks at a second place as well."""
    with Service(bus, "org.freedesktop.ScreenSaver") as saver:
        ear = listen("", bus.address)
        ear.knows("screen_locked")
        saver.say("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", "b", True)
        ear.hears("screen_locked")


def test_what_means_nothing_locks_nothing(bus: Bus, logind: Logind, listen: Callable[..., Ear]) -> None:
    """Waking, other sessions, other properties, other senders and malformed signals; what follows is heard all the same."""
    ear = listen(bus.address, bus.address)
    ear.knows(*EVERYTHING)
    logind.sleep("b", False)
    logind.sleep("s", "true")
    logind.sleep("i", 1)
    logind.sleep("bb", True, True)
    logind.say("/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep")
    logind.lock(OWN.replace("_37", "_38"))
    logind.say(OWN, f"{LOGIN}.Session", "Lock", "s", "please")
    logind.say(OWN, f"{LOGIN}.Session", "Unlock")
    logind.changed("sa{sv}as", "org.example.Other", {"LockedHint": ("b", True)}, [])
    logind.changed("i", 5)
    logind.changed("sa{sv}as", f"{LOGIN}.Session", {"IdleHint": ("b", True)}, [])
    with Service(bus) as stranger:  # does not own the name
        stranger.say(OWN, f"{LOGIN}.Session", "Lock")
        stranger.say("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", "b", True)
    logind.say("/org/freedesktop/login1", f"{LOGIN}.Manager", "SessionNew", "so", "8", OWN.replace("_37", "_38"))
    ear.settle()
    logind.sleep()
    ear.hears("about_to_sleep")
    assert ear.heard == ["about_to_sleep"]


@pytest.mark.parametrize("stuck", [{"LockedHint": True}, {"Active": False}])
def test_what_was_so_before_the_unlock_locks_nothing(
    bus: Bus, listen: Callable[..., Ear], stuck: dict[str, bool]
) -> None:
    """A hint that some locker left set would lock out whoever types the passphrase; later events count."""
    with Logind(bus, **stuck) as logind:
        ear = listen(bus.address)
        ear.knows(*EVERYTHING)
        logind.lock()
        ear.hears("screen_locked")
        assert len(ear.heard) == 1


def test_sleep_waits_until_the_app_lets_go(bus: Bus, logind: Logind, listen: Callable[..., Ear], qtbot: QtBot) -> None:
    """A delay is taken after the unlock, and given back when the app is done."""
    assert not logind.is_delayed()
    ear = listen(bus.address)
    ear.knows(*EVERYTHING)
    assert logind.is_delayed()
    ear.computer.stop()
    qtbot.waitUntil(lambda: not logind.is_delayed(), timeout=WITHIN_MS)
    assert not ear.computer.told


def test_a_logind_that_does_not_know_the_session(
    bus: Bus, listen: Callable[..., Ear], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then the environment is asked; without that, only sleep is told of."""
    monkeypatch.delenv("XDG_SESSION_ID", raising=False)
    with Logind(bus, known=False):
        listen(bus.address).knows("about_to_sleep")
        monkeypatch.setenv("XDG_SESSION_ID", "7")
        listen(bus.address).knows(*EVERYTHING)


def test_logind_starts_again(bus: Bus, listen: Callable[..., Ear]) -> None:
    """What would be told follows what is there; the new one is heard, and its sleep is delayed too."""
    with Logind(bus):
        ear = listen(bus.address)
        ear.knows(*EVERYTHING)
    ear.knows()
    with Logind(bus) as again:
        ear.knows(*EVERYTHING)
        assert again.is_delayed()
        again.lock()
        ear.hears("screen_locked")


def test_the_bus_goes_away_and_comes_back(listen: Callable[..., Ear]) -> None:
    """Nothing is heard meanwhile, which shows; the next look, which comes every minute, finds the new one."""
    with Bus() as bus:
        with Logind(bus), Service(bus, "org.gnome.ScreenSaver"):
            ear = listen(bus.address, bus.address)
            ear.knows(*EVERYTHING)
            bus.end()
            ear.knows()
        bus.start()
        with Logind(bus) as logind:
            ear.computer.look()
            ear.knows(*EVERYTHING)
            logind.change("LockedHint", value=True)
            ear.hears("screen_locked")
    assert len(ear.heard) == 1


def test_a_computer_without_a_bus_is_silent(listen: Callable[..., Ear]) -> None:
    """A container: nothing is told, nothing complains."""
    ear = listen("unix:path=/nowhere/bus")
    assert ear.computer.settled
    assert not ear.computer.told
    ear.computer.look()
    assert not ear.heard
