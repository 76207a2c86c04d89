"""Killed while a vault is written, brought up to date, backed up, restored: what was promised is there, all of it whole."""

from __future__ import annotations

import os
import random
import select
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from hsb_assess.vault.backup import SUFFIX, open_and_verify
from tests.faults import small
from tests.faults.places import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.faults.frame import Tally

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="what is killed is forked")

ACTS = ("migrate", "backup", "restore")


@dataclass
class Away:
    """The other end of ``vault_away.py``."""

    process: subprocess.Popen[bytes]
    rest: bytes = b""

    def _lines(self, seconds: float | None) -> Iterator[str]:
        """Yield what it says within a time."""
        assert self.process.stdout is not None
        deadline = None if seconds is None else time.monotonic() + seconds
        while True:
            while b"\n" in self.rest:
                line, _, self.rest = self.rest.partition(b"\n")
                yield line.decode()
            left = None if deadline is None else max(0.0, deadline - time.monotonic())
            if not select.select([self.process.stdout], [], [], left)[0]:
                return
            data = os.read(self.process.stdout.fileno(), 1 << 16)
            assert data, "the process that forks ended"
            self.rest += data

    def act(self, act: str, folder: Path, key: str, other: Path, control: str, moment: float | None) -> list[str]:
        """Have a child do something and kill it so many seconds after it began, if it still runs; return what it said."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{act} {folder} {key} {other} {control}\n".encode())
        self.process.stdin.flush()
        said: list[str] = []
        for line in self._lines(None):
            said.append(line)
            if line in {"began", "gone"}:
                break
        if said[-1] != "gone" and moment is not None:
            for line in self._lines(moment):
                said.append(line)
                if line == "gone":
                    return said
            with suppress(ProcessLookupError):  # it has just ended by itself
                os.kill(int(said[0]), signal.SIGKILL)
        if said[-1] != "gone":
            for line in self._lines(None):
                said.append(line)
                if line == "gone":
                    break
        return said


@contextmanager
def running() -> Iterator[Away]:
    """A warm process, so that a kill costs a fork."""
    command = [sys.executable, "-m", "tests.faults.vault_away"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as process:
        yield Away(process)
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(60) == 0


@dataclass
class Laptop:
    """A vault that is killed at, the stick beside it, a backup of it, and what was promised of it."""

    folder: Path
    key: str
    stick: Path
    backup: Path
    entries: set[str]
    promised: set[str] = field(default_factory=set)

    def copy(self, root: Path) -> Laptop:
        """Return a copy to be spoilt."""
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(self.folder, root / "vault")
        return Laptop(root / "vault", self.key, root / "stick", self.backup, set(self.entries))


@pytest.fixture
def laptop(quick_disk: Path) -> Laptop:
    """A vault with twenty entries, of which a backup has fifteen."""
    folder = quick_disk / "whole" / "vault"
    key = small.make(folder, 15)
    with running() as away:
        said = away.act("backup", folder, key, quick_disk / "whole" / "stick", "-", None)
    names = [line.split()[1] for line in said if line.startswith("backup ")]
    first = quick_disk / "kept" / names[0]
    shutil.copytree(quick_disk / "whole" / "stick" / names[0], first)
    shutil.rmtree(folder / "backups")
    return Laptop(folder, key, quick_disk / "whole" / "stick", first, small.look(folder, key).entries)


def kill(away: Away, laptop: Laptop, act: str, moment: float | None, control: str = "-") -> list[str]:
    """Kill one child and return what it promised."""
    other = laptop.backup if act == "restore" else laptop.stick
    said = away.act(act, laptop.folder, laptop.key, other, control, moment)
    promised = [line for line in said[1:] if line not in {"began", "gone"}]
    laptop.promised |= {line.split()[1] for line in promised if line.startswith("entry ")}
    return promised


def judge(tally: Tally, laptop: Laptop, act: str, promised: list[str]) -> None:
    """Count one kill: open the vault and look at all of it, at what was promised and at every finished backup."""
    small.weigh(tally, act, laptop.folder, laptop.key, laptop.entries | laptop.promised, promised)
    for path in laptop.stick.glob(f"*{SUFFIX}"):
        open_and_verify(path, laptop.key, with_recovery_key=True)


def longest(away: Away, laptop: Laptop, act: str, root: Path, control: str = "-") -> float:
    """Return how long an act takes when nobody kills it."""
    copy = laptop.copy(root)
    started = time.monotonic()
    assert kill(away, copy, act, None, control)
    return time.monotonic() - started


@pytest.mark.faults
@pytest.mark.timeout(7200)
def test_killed_anywhere_nothing_that_was_promised_is_lost(
    laptop: Laptop, quick_disk: Path, often: Callable[..., int], tally: Callable[..., Tally]
) -> None:
    """Half of the kills while answers are written, half inside a migration, a backup or a restore."""
    result, chance = tally("kill9"), random.Random(9)
    times = often(12, 500, 5000)
    with running() as away:
        here = laptop.copy(quick_disk / "write")
        for number in range(times // 2):
            if number % 40 == 39:  # a vault that grows would only take longer
                here = laptop.copy(quick_disk / "write")
            judge(result, here, "write", kill(away, here, "write", chance.uniform(0.0, 0.06)))
            result.figures["in_write"] = number + 1
        for act in ACTS:
            span = longest(away, laptop, act, quick_disk / act)
            for number in range(-(-times // (2 * len(ACTS)))):
                here = laptop.copy(quick_disk / act)
                judge(result, here, act, kill(away, here, act, chance.uniform(0.0, span)))
                result.figures[f"in_{act}"] = number + 1
    assert result.holds, result.faults


@pytest.mark.faults
@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    ("act", "control"), [("write", "early"), ("migrate", "piecemeal"), ("backup", "named"), ("restore", "over")]
)
def test_the_harness_sees_what_is_not_done_whole(
    act: str, control: str, laptop: Laptop, quick_disk: Path, tally: Callable[..., Tally]
) -> None:
    """Controls: promised before it is committed, committed in pieces, named before it is whole, copied over the old."""
    result, chance = tally(f"kill9_control_{control}", control=True), random.Random(3)
    with running() as away:
        span = longest(away, laptop, act, quick_disk / act, control) if act != "write" else 0.01
        for _ in range(300):
            here = laptop.copy(quick_disk / act)
            judge(result, here, act, kill(away, here, act, chance.uniform(0.0, span), control))
            if result.lost or result.faults:
                break
    assert result.holds
