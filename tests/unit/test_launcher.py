"""What the launcher does with the processes that it starts, tried on small stand-ins for the desk process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hsb_assess import launcher

if TYPE_CHECKING:
    from collections.abc import Callable

Desk = list[str]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins use process groups")


@pytest.fixture
def desk(tmp_path: Path) -> Callable[[str], Desk]:
    """Make a desk process of a few lines; each of its starts leaves its arguments in the file `starts`."""

    def make(lines: str) -> Desk:
        script = tmp_path / "desk.py"
        head = (
            "import os, pathlib, signal, subprocess, sys, time\n"
            f"here = pathlib.Path({str(tmp_path)!r})\n"
            "with open(here / 'starts', 'a') as file:\n"
            "    file.write(' '.join(sys.argv[1:]) + '\\n')\n"
            "count = len((here / 'starts').read_text().splitlines())\n"
        )
        script.write_text(head + lines)
        return [sys.executable, str(script)]

    return make


def starts(tmp_path: Path) -> list[str]:
    """Return the arguments of each start of the stand-in, in order."""
    return (tmp_path / "starts").read_text().splitlines()


def is_running(pid: int) -> bool:
    """Whether a process runs; one that waits to be collected does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_until(holds: Callable[[], bool], seconds: float = 20) -> None:
    """Wait for something that another process does."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.01)


@pytest.mark.parametrize("code", [0, 1, 3])
def test_an_exit_code_is_passed_on(desk: Callable[[str], Desk], tmp_path: Path, code: int) -> None:
    """Any end but a lock is the end of the app."""
    assert launcher.run(["--vault", "a b"], desk=desk(f"sys.exit({code})")) == code
    assert starts(tmp_path) == ["--vault a b"]


def test_a_lock_starts_a_fresh_process_at_the_unlock_page(desk: Callable[[str], Desk], tmp_path: Path) -> None:
    """Code 75 starts a new process with the same arguments and --locked, said once however often it locks."""
    stand_in = desk("print('locking', flush=True)\nsys.exit(75 if count < 3 else 0)")
    assert launcher.run(["--vault", "v"], desk=stand_in) == 0
    assert starts(tmp_path) == ["--vault v", "--vault v --locked", "--vault v --locked"]


def test_a_lock_that_hangs_is_killed_after_two_seconds(desk: Callable[[str], Desk], tmp_path: Path) -> None:
    """A desk process that does not end by itself is killed, and the unlock page comes all the same."""
    stand_in = desk("if count == 1:\n    print('locking', flush=True)\n    time.sleep(60)\n")
    started = time.monotonic()
    assert launcher.run([], desk=stand_in) == 0
    assert launcher.LOCK_GRACE_SECONDS <= time.monotonic() - started < launcher.LOCK_GRACE_SECONDS + 3
    assert starts(tmp_path) == ["", "--locked"]


def test_children_of_a_desk_process_die_with_it(desk: Callable[[str], Desk], tmp_path: Path) -> None:
    """A child that makes a document holds case text, so it does not outlive a lock or a crash."""
    stand_in = desk(
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "(here / 'child').write_text(str(child.pid))\n"
        "os._exit(0)\n"
    )
    started = time.monotonic()
    assert launcher.run([], desk=stand_in) == 0
    child = int((tmp_path / "child").read_text())
    wait_until(lambda: not is_running(child), seconds=5)
    assert time.monotonic() - started < 10


def test_a_crash_is_told_in_two_sentences(desk: Callable[[str], Desk], capfd: pytest.CaptureFixture[str]) -> None:
    """A desk process that dies of a signal is not started again, and a person learns what became of their work."""
    assert launcher.run([], desk=desk("os.kill(os.getpid(), signal.SIGSEGV)")) == 128 + signal.SIGSEGV
    assert "is in the vault" in capfd.readouterr().err


def test_a_process_that_locks_at_once_is_not_started_for_ever(desk: Callable[[str], Desk], tmp_path: Path) -> None:
    """A broken desk process must not fill the machine with its successors."""
    assert launcher.run([], desk=desk("os._exit(75)")) == 1
    assert len(starts(tmp_path)) < 10


def test_what_is_not_for_the_launcher_is_passed_on(
    desk: Callable[[str], Desk], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """A line other than `locking` reaches whoever started the app, unchanged."""
    assert launcher.run([], desk=desk("print('not locking')")) == 0
    assert b"not locking\n" in capfdbinary.readouterr().out


@pytest.mark.parametrize("how", ["obeys", "does not", "had no window yet"])
def test_ending_the_launcher_ends_the_desk_process(desk: Callable[[str], Desk], tmp_path: Path, how: str) -> None:
    """A launcher that is asked to end lets the desk process seal its drafts, for two seconds at most."""
    lines = {
        "obeys": "if count == 1:\n    signal.signal(signal.SIGTERM, lambda *_: sys.exit(75))\n",
        "does not": "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n",
        "had no window yet": "",
    }[how]
    stand_in = desk(lines + "(here / 'pid').write_text(str(os.getpid()))\ntime.sleep(60)\n")
    call = f"import sys; from hsb_assess.launcher import run; sys.exit(run([], desk={stand_in!r}))"
    process = subprocess.Popen([sys.executable, "-c", call], env=dict(os.environ))
    wait_until(lambda: (tmp_path / "pid").exists() and (tmp_path / "pid").read_text() != "")
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=10) == 0
    assert starts(tmp_path) == [""]
    assert not is_running(int((tmp_path / "pid").read_text()))


def test_starting_the_app_imports_next_to_nothing() -> None:
    """The cold-start budget: the launcher's process never loads what only the commands or the desk process need."""
    call = (
        "import sys; before = set(sys.modules)\n"
        "import hsb_assess.cli, hsb_assess.launcher\n"
        "print(' '.join(sorted(set(sys.modules) - before)))"
    )
    loaded = subprocess.run([sys.executable, "-c", call], check=True, capture_output=True, text=True).stdout.split()
    heavy = {"argparse", "pydantic", "cryptography", "sqlcipher3", "PySide6", "ui", "json", "pathlib", "reportlab"}
    assert not heavy & {name.partition(".")[0] for name in loaded}
    assert {name for name in loaded if name.startswith("hsb_assess.")} == {"hsb_assess.cli", "hsb_assess.launcher"}
