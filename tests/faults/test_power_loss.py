"""The power goes while a vault is written, brought up to date or restored: what the disk then holds opens, with all that was promised.

A process is watched by strace; from what it wrote and flushed, disks are made up as a power loss may leave them.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest

from hsb_assess.desk.backups import back_up
from hsb_assess.domain.clock import SystemClock
from hsb_assess.vault.opening import unlock_with_recovery
from tests.faults import small
from tests.faults.places import ROOT
from tests.faults.tracing import CALLS, read_trace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faults.frame import Tally
    from tests.faults.tracing import Recording

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace (Linux)")


class Scene(NamedTuple):
    """What was recorded, the key of the vault in it, and the entries that it had before."""

    act: str
    recording: Recording
    key: str
    before: set[str]


def record(act: str, root: Path, control: str = "-") -> Scene:
    """Have a process do something to a fresh vault under strace."""
    folder = root / "vault"
    key = small.make(folder, 10)
    other = root / "elsewhere"
    if act == "restore":
        with unlock_with_recovery(folder, key) as vault:
            other = back_up(vault, "asked", SystemClock(), into=root / "elsewhere").path
            small.write_one(vault, vault.book())
    before = small.look(folder, key).entries
    shutil.copytree(folder, root / "before")
    trace = root / "trace"
    command = ["strace", "-f", "-qq", "-y", "-xx", "-s", str(8 << 20), "-e", f"trace={CALLS}", "-o", str(trace)]
    command += [sys.executable, "-m", "tests.faults.traced", act, str(folder), key, str(other), control]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, timeout=300)
    return Scene(act, read_trace(folder, root / "before", trace), key, before)


def judge(tally: Tally, scene: Scene, until: int, chance: random.Random, folder: Path) -> None:
    """Make one disk up, and count what is on it."""
    shutil.rmtree(folder, ignore_errors=True)
    scene.recording.crash(until, chance, folder)
    small.weigh(tally, scene.act, folder, scene.key, scene.before, scene.recording.promised(until))


def same_as_it_was(scene: Scene, root: Path) -> None:
    """Where everything reached the disk, what is made up has to be what the process left, byte by byte."""
    scene.recording.crash(len(scene.recording.operations), random.Random(0), root / "all", 1.0)
    made_up = {path.relative_to(root / "all"): path for path in (root / "all").rglob("*") if path.is_file()}
    left = {path.relative_to(root / "vault"): path for path in (root / "vault").rglob("*") if path.is_file()}
    assert made_up.keys() == {name for name in left if name.name != "vault.lock"}
    for name, path in made_up.items():
        assert path.read_bytes() == left[name].read_bytes(), name


@pytest.mark.faults
@pytest.mark.timeout(7200)
def test_the_power_goes_anywhere(quick_disk: Path, often: Callable[..., int], tally: Callable[..., Tally]) -> None:
    """Three fifths of the disks while answers are written and backed up, one while tables change, one while restoring."""
    result, chance = tally("power_loss"), random.Random(5)
    times = often(10, 200, 1000)
    for act, share in (("work", 0.6), ("migrate", 0.2), ("restore", 0.2)):
        root = quick_disk / act
        root.mkdir()
        scene = record(act, root)
        operations = len(scene.recording.operations)
        assert sum(each.what == "write" for each in scene.recording.operations) > 10
        assert any(each.what == "flush" for each in scene.recording.operations)
        for number in range(round(times * share)):
            judge(result, scene, chance.randint(0, operations), chance, root / "disk")
            result.figures[f"in_{act}"] = number + 1
        result.figures[f"operations_{act}"] = operations
        same_as_it_was(scene, root)
    assert result.holds, result.faults


@pytest.mark.faults
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("control", ["off", "unflushed"])
def test_the_harness_sees_what_was_not_flushed(control: str, quick_disk: Path, tally: Callable[..., Tally]) -> None:
    """Controls: a database that does not flush, and a restore whose files are not, lose what was promised."""
    result, chance = tally(f"power_loss_control_{control}", control=True), random.Random(6)
    scene = record("work" if control == "off" else "restore", quick_disk, control)
    operations = len(scene.recording.operations)
    for _ in range(300):
        judge(result, scene, chance.randint(0, operations), chance, quick_disk / "disk")
        if result.lost or result.faults:
            break
    assert result.holds
