"""The desk at work, each row against the start of a blank Qt window in the same run unless its name says otherwise.

``caseload`` is from the open key to a painted caseload of 1,000 cases; ``assessment_open`` from the click to the painted
questions of a form of 800; ``section_switch`` the first showing of another section of it; ``key_p99`` the 99th
percentile from a key to the end of what it set off, against a bare text box of the same size in the same process;
``form_memory`` what the app holds with that form open, less what a blank window holds, against 100 MB;
``form_memory_walked`` the same once every section was shown, against 150;
``frame_gap`` the longest pause of the event loop while a document is made and signed, against one without;
``soak`` the memory after eight hours of work without their pauses, against that after the first.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hsb_assess.datafiles import data_dir
from hsb_assess.desk.script import read_script
from tests.performance.cold_start import BLANK, NOT_A_PERSONS, ROOT, end, milliseconds_to_paint
from tests.performance.desk_vaults import Prepared, great_caseload, long_form, ready_to_submit
from tests.performance.display import virtual_display
from tests.performance.frame import Row, absolute

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS: Final = 7
FORM_MB: Final = 100.0
WALKED_MB: Final = 150.0
SOAK_SECONDS: Final = 1200
MEGABYTE: Final = 1e6


@dataclass(frozen=True)
class Stage:
    """Where programs are shown, and whose home they have."""

    display: str
    home: Path

    def child(self, what: str, vault: Prepared, today: str = "", seconds: float = 300) -> dict[str, float]:
        """Measure ``what`` in a process of its own, on a copy of the vault."""
        shutil.rmtree(self.home / "work", ignore_errors=True)
        copy = Path(shutil.copytree(vault.folder, self.home / "work" / "vault"))
        command = [sys.executable, "-m", "tests.performance.desk_child", what, str(copy), vault.recovery]
        command += [vault.case, vault.assessment, *(("--today", today) if today else ())]
        done = subprocess.run(
            command, cwd=ROOT, env=self.environment(), capture_output=True, text=True, timeout=seconds, check=False
        )
        if done.returncode:
            raise RuntimeError(f"{what} could not be measured: {done.stderr[-800:]}")
        measured: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
        return measured

    def blank(self) -> float:
        """Return the milliseconds of a blank window's start."""
        return milliseconds_to_paint(BLANK, self.display, self.home)

    def environment(self) -> dict[str, str]:
        """Return the environment of a person on this display."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(NOT_A_PERSONS)}
        return {
            **kept,
            "HOME": str(self.home),
            "DISPLAY": self.display,
            "QT_QPA_PLATFORM": "xcb",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        }


def rows() -> Iterator[Row]:
    """Yield the rows of the desk."""
    with virtual_display() as display, tempfile.TemporaryDirectory(prefix="hsb-bench-") as folder:
        stage = Stage(display, Path(folder))
        vaults = Path(folder) / "vaults"
        many = great_caseload(vaults / "many")
        shown = [(stage.child("caseload", many)["ms"], stage.blank()) for _ in range(ROUNDS)]
        yield Row.of("caseload", value=_median(shown, 0), floor=_median(shown, 1), goal=1.0)
        yield from _form(stage, long_form(vaults / "long"))
        script = read_script(data_dir("resources") / "demo" / "journeys" / "child-a.yaml")
        full = ready_to_submit(vaults / "full")
        gaps = [stage.child("document", full, script.today.isoformat()) for _ in range(3)]
        busy, idle = (statistics.median(each[name] for each in gaps) for name in ("busy_ms", "idle_ms"))
        yield Row.of("frame_gap", value=busy, floor=idle, goal=2.0)


def _form(stage: Stage, long: Prepared) -> Iterator[Row]:
    rounds = [(stage.child("assessment", long), stage.blank()) for _ in range(ROUNDS)]
    blank = statistics.median(floor for _, floor in rounds)
    values = {name: statistics.median(each[name] for each, _ in rounds) for name in rounds[0][0]}
    yield Row.of("assessment_open", value=values["opened_ms"], floor=blank, goal=0.8)
    yield Row.of("section_switch", value=values["switch_ms"], floor=blank, goal=0.4)
    yield Row.of("key_p99", value=values["key_ms"], floor=values["bare_key_ms"], goal=5.0)
    alone = _blank_mib(stage)
    for row, name, limit in (("form_memory", "mib", FORM_MB), ("form_memory_walked", "walked_mib", WALKED_MB)):
        yield absolute(row, (values[name] - alone) * 2**20 / MEGABYTE, limit, "MB")
    soaked = stage.child("soak", long, seconds=SOAK_SECONDS)
    yield Row.of("soak", value=soaked["last_mib"], floor=soaked["first_mib"], goal=1.1, unit="MiB")


def _median(pairs: list[tuple[float, float]], at: int) -> float:
    return statistics.median(pair[at] for pair in pairs)


def _blank_mib(stage: Stage) -> float:
    painted = stage.home / "painted"
    painted.unlink(missing_ok=True)
    surroundings = {**stage.environment(), "HSB_ASSESS_PAINTED": str(painted)}
    process = subprocess.Popen(BLANK, cwd=ROOT, env=surroundings, stderr=subprocess.PIPE, start_new_session=True)
    try:
        while not (painted.exists() and painted.stat().st_size):
            time.sleep(0.01)
        pages = int(Path(f"/proc/{process.pid}/statm").read_text("ascii").split()[1])
    finally:
        end(process)
    return pages * 4096 / 2**20
