"""Locking ends the desk process and all it started, loses nothing, and leaves no word of the record in any memory."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hsb_assess.desk import assessing
from tests.buses import Bus, Logind, needs_bus
from tests.faults.driven import Driven
from tests.faults.places import ROOT
from tests.faults.processes import children, is_running, wait_until
from tests.faults.rfb import CONTROL, ENTER, Keyboard, free_port
from tests.faults.sweep import Marks, in_memory
from tests.faults.vaults import PASSPHRASE, TODAY, opened, prepare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.faults.frame import Tally
    from tests.faults.places import Places
    from tests.faults.vaults import Prepared

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")

APP = str(Path(sys.executable).with_name("hsb-assess"))
QUESTION = "M14.worries"
LOCK_SECONDS = 2.0
LAUNCHER = """
import sys
from hsb_assess import launcher
split = sys.argv.index("--desk")
sys.exit(launcher.run(sys.argv[split + 4:], desk=sys.argv[split + 1:split + 4]))
"""


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """As everywhere, but for the keyboard, which reaches the window over this machine's own address."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: Any) -> None:  # noqa: ANN401 (as in the method that it stands for)
        if self.family in {socket.AF_INET, socket.AF_INET6} and address[0] != "127.0.0.1":
            pytest.fail(f"a test tried to reach the network: {address!r}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", refuse)


@contextmanager
def running(places: Places, vault: Prepared, port: int, command: tuple[str, ...]) -> Iterator[subprocess.Popen[bytes]]:
    """Run the app for a while, its window shown on ``port``."""
    environment = places.environment(QT_QPA_PLATFORM=f"vnc:addr=127.0.0.1:port={port}:size=1280x800")
    with (places.said / "out").open("ab") as out, (places.said / "err").open("ab") as err:
        process = subprocess.Popen(
            [*command, "--vault", str(vault.folder), "--today", TODAY],
            cwd=ROOT,
            env=environment,
            stdout=out,
            stderr=err,
        )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def unlock(keyboard: Keyboard, vault: Prepared) -> None:
    """Type the passphrase and wait until the vault is open."""
    log = vault.folder / "vault.db-wal"
    keyboard.write(PASSPHRASE)
    keyboard.press(ENTER)
    wait_until(log.exists, "the vault unlocked")


def answer(vault: Prepared) -> object:
    """Return what stands at the question, as an answer and not as a draft."""
    with opened(vault.folder) as at:
        assert assessing.drafts(at, vault.assessment) == ()
        return assessing.reading(at, vault.assessment).value(QUESTION)


def looked_into(pid: int, marks: Marks) -> int:
    """Return how often what was typed stands in a process's memory, 0 where nobody but root may look."""
    try:
        return in_memory(pid, {"draft": marks["draft"]})["draft"]
    except PermissionError:
        # The desk process asks for this itself (ui/host.py); only as root is there something to be counted.
        assert os.geteuid() != 0
        return 0


def test_the_installed_app_locks(places: Places, tally: Callable[..., Tally]) -> None:
    """`hsb-assess` itself, with keys from outside: typed words are sealed, their process is gone, nobody remembers them."""
    marks, result = Marks(), tally("lock")
    vault = prepare(places.vaults / "locked", QUESTION)
    port = free_port()
    with running(places, vault, port, (APP,)) as launcher:
        with Keyboard(port) as keyboard:
            (desk,) = children(launcher.pid)
            unlock(keyboard, vault)
            type_until_kept(keyboard, vault, desk, marks)
            result.tried += 1
            keyboard.press(ord("l"), CONTROL)
            took = wait_until(lambda: not is_running(desk), "the desk process ended")
        result.at_most("ended_after_ms", took * 1000)
        wait_until(lambda: bool(children(launcher.pid)), "a fresh desk process")
        with Keyboard(port):  # it has a window
            (fresh,) = children(launcher.pid)
            assert fresh != desk
            assert b"--locked" in Path(f"/proc/{fresh}/cmdline").read_bytes()
            for pid in (launcher.pid, fresh):
                for _ in range(looked_into(pid, marks)):
                    result.leak("what was typed stands in the memory of a process that is left")
            if marks["draft"] not in str(answer(vault)):
                result.lose("what was typed before the lock")
            second = subprocess.run(
                [APP, "--vault", str(vault.folder)], cwd=ROOT, env=places.environment(), timeout=30, check=False
            )
            assert second.returncode == 0
            assert children(launcher.pid) == [fresh]
        result.survived += 1
        launcher.terminate()
        assert launcher.wait(10) == 0
    assert took < LOCK_SECONDS
    assert result.holds, result.faults


def type_until_kept(keyboard: Keyboard, vault: Prepared, desk: int, marks: Marks) -> None:
    """Type into the question at which the person was last until the vault's log has grown by a draft of it.

    The first keys may come while the page is being built, and are nobody's then. As root, the words have to be in the
    memory of the desk process as well: otherwise not finding them afterwards would prove nothing.
    """

    def written() -> int:
        log = vault.folder / "vault.db-wal"
        return log.stat().st_mtime_ns if log.exists() else 0

    deadline = time.monotonic() + 30
    kept = False
    while not kept:
        assert time.monotonic() < deadline, "what was typed never arrived"
        before = written()
        with contextlib.suppress(AssertionError):
            wait_until(lambda before=before: written() != before, "a write that is none of ours", 0.7)  # type: ignore[misc]  # a default of a lambda has no type
            continue
        keyboard.write(marks["draft"] + " ")
        with contextlib.suppress(AssertionError):
            wait_until(lambda before=before: written() != before, "a draft", 1.0)  # type: ignore[misc]  # a default of a lambda has no type
            kept = os.geteuid() != 0 or looked_into(desk, marks) > 0


def test_a_desk_process_says_that_it_locked(places: Places) -> None:
    """Without a launcher around it: exit code 75, within two seconds."""
    vault = prepare(places.vaults / "locked", QUESTION)
    port = free_port()
    with running(places, vault, port, (sys.executable, "-m", "ui")) as desk, Keyboard(port) as keyboard:
        unlock(keyboard, vault)
        deadline = time.monotonic() + 30
        while not (said := (places.said / "out").read_bytes()):
            # The first press may come before the unlocked window is there, and locks nothing then.
            assert time.monotonic() < deadline, "it never locked"
            keyboard.press(ord("l"), CONTROL)
            with contextlib.suppress(AssertionError):
                wait_until(lambda: bool((places.said / "out").read_bytes()), "a lock", 0.5)
        assert desk.wait(LOCK_SECONDS) == 75
    assert said == b"locking\n"


def launched(places: Places, vault: Prepared, bus: Bus | None = None) -> Driven:
    """Run the launcher with a desk process that a test can tell what to do, and that hears the system on ``bus``."""
    before = (sys.executable, "-c", LAUNCHER, "--desk")
    more = {} if bus is None else {"DBUS_SYSTEM_BUS_ADDRESS": bus.address, "DBUS_SESSION_BUS_ADDRESS": bus.address}
    return Driven(places, "--vault", str(vault.folder), "--today", TODAY, before=before, **more)


def open_and_listen(app: Driven, vault: Prepared) -> None:
    """Unlock, go to the assessment, and wait until the app would be told of everything."""
    app.tell_to("unlock", passphrase=PASSPHRASE)
    app.tell_to("open", case=vault.case, assessment=vault.assessment)
    wait_until(lambda: len(app.tell_to("told")) == 3, "an answer of logind")


TOLD: dict[str, Callable[[Logind], None]] = {
    "sleep": Logind.sleep,
    "switch": lambda logind: logind.change("Active", value=False),
    "hint": lambda logind: logind.change("LockedHint", value=True),
    "lock": Logind.lock,
    "saver": lambda logind: logind.say("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", "b", True),
}


@needs_bus
def test_what_the_system_tells_locks(
    places: Places, often: Callable[[int, int], int], tally: Callable[..., Tally]
) -> None:
    """Sleep, a switch of person, a locked screen: within two seconds the process has ended, what was typed is an answer.

    The computer sleeps only then: the delay that was asked for ends with the process.
    """
    result = tally("lock_by_the_system")
    vault = prepare(places.vaults / "locked")
    with Bus() as bus, Logind(bus, "org.gnome.ScreenSaver") as logind, launched(places, vault, bus) as app:
        for name in list(TOLD)[: often(1, len(TOLD))]:
            logind.at_rest()
            desk = app.meet()["pid"]
            open_and_listen(app, vault)
            app.tell_to("leave_open", path=QUESTION, words=f"Told of {name}. ", kept=False)
            assert logind.is_delayed()
            result.tried += 1
            TOLD[name](logind)
            took = wait_until(lambda desk=desk: not is_running(desk), "the desk process ended")  # type: ignore[misc]  # a default of a lambda has no type
            result.at_most("ended_after_ms", took * 1000)
            assert took < LOCK_SECONDS, name
            wait_until(lambda: not logind.is_delayed(), "leave to sleep", LOCK_SECONDS - took)
            if f"Told of {name}." in str(answer(vault)):
                result.survived += 1
            else:
                result.lose(f"what was typed before {name}")
        assert app.meet()["arguments"][-1] == "--locked"
    assert result.holds, result.faults


@needs_bus
@pytest.mark.faults
def test_a_lock_while_a_document_is_made(places: Places, tally: Callable[..., Tally]) -> None:
    """Locked from outside while a child works at a long document: all of it ends, and nobody who is left remembers a word."""
    marks, result = Marks(), tally("lock_by_the_system_making")
    vault = prepare(places.vaults / "locked")
    with Bus() as bus, Logind(bus) as logind, launched(places, vault, bus) as app:
        desk = app.meet()["pid"]
        open_and_listen(app, vault)
        app.tell_to("leave_open", path=QUESTION, words=marks["draft"], kept=False)
        maker = app.tell_to("make_document", words=marks["draft"])
        if os.geteuid() == 0:  # otherwise not finding it afterwards would prove nothing
            wait_until(lambda: looked_into(maker, marks) > 0 and looked_into(desk, marks) > 0, "the words in memory")
        assert is_running(maker)
        limits = Path(f"/proc/{maker}/limits").read_text("utf-8")
        assert "Max core file size        0                    0" in limits
        result.tried += 1
        logind.lock()
        took = wait_until(lambda: not is_running(desk) and not is_running(maker), "both ended")
        result.at_most("ended_after_ms", took * 1000)
        fresh = app.meet()["pid"]
        for pid in (app.process.pid, fresh):
            for _ in range(looked_into(pid, marks)):
                result.leak("what was typed stands in the memory of a process that is left")
        if marks["draft"] not in str(answer(vault)):
            result.lose("what was typed before the lock")
        result.survived += 1
    assert took < LOCK_SECONDS
    assert result.holds, result.faults


@pytest.mark.parametrize("how", ["lock", "stall"])
def test_children_go_with_the_desk_process(places: Places, tally: Callable[..., Tally], how: str) -> None:
    """What makes documents ends with the lock, even what would not end by itself; a lock that hangs is ended."""
    result = tally(f"lock_children_{how}")
    vault = prepare(places.vaults / "locked")
    with launched(places, vault) as app:
        first = app.meet()["pid"]
        app.tell_to("unlock", passphrase=PASSPHRASE)
        app.tell_to("open", case=vault.case, assessment=vault.assessment)
        app.tell_to("leave_open", path=QUESTION, words="He worries about the visit.", kept=how == "stall")
        started = app.tell_to("children")
        result.tried += 1
        app.order(how)
        app.wait_for("locking")
        took = wait_until(lambda: not is_running(first), "the desk process ended")
        wait_until(lambda: not any(map(is_running, started)), "its children ended", 1.0)
        result.at_most("ended_after_ms", took * 1000)
        fresh = app.meet()
        assert fresh["pid"] != first
        assert fresh["arguments"][-1] == "--locked"
        result.survived += 1
        with opened(vault.folder) as at:
            reading, drafts = assessing.reading(at, vault.assessment), assessing.drafts(at, vault.assessment)
        kept = {"value": reading.value(QUESTION)} if how == "lock" else drafts[0].body
        if kept != {"value": "He worries about the visit."}:
            result.lose("what was typed before the lock")
    assert took < LOCK_SECONDS + (0.5 if how == "stall" else 0.0)
    assert result.holds, result.faults


def test_a_second_start_hands_over_what_it_was_asked(places: Places) -> None:
    """The first app hears the arguments of the second, which ends with 0."""
    vault = prepare(places.vaults / "open")
    with launched(places, vault) as app:
        app.meet()
        other = str(vault.folder)
        second = subprocess.run([APP, "--vault", other], cwd=ROOT, env=places.environment(), timeout=30, check=False)
        assert second.returncode == 0
        assert app.wait_for("handed_over")["arguments"] == ["--vault", other]


def test_memory_is_really_read() -> None:
    """The control: a word that a process holds, as Python and as Qt keep it, is found there."""
    marks = Marks()
    script = (
        "import sys; one = sys.stdin.readline(); two = one.encode('utf-16-le'); print(flush=True); sys.stdin.read()"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(marks["draft"].encode() + b"\n")
        process.stdin.flush()
        process.stdout.readline()
        found = looked_into(process.pid, marks)
        process.stdin.close()
    assert found >= 2
