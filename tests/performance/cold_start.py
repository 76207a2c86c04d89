"""How long the app takes from its start to a painted unlock page, against a blank Qt window."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.performance.display import virtual_display
from tests.performance.frame import Row, turns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

GOAL: Final = 1.4
ROUNDS: Final = 15
PATIENCE_SECONDS: Final = 30.0

ROOT: Final = Path(__file__).resolve().parents[2]
APP: Final = (str(Path(sys.executable).with_name("hsb-assess")),)
VAULT: Final = ROOT / "tests" / "vaults" / "0.1.0" / "vault"
"""Any vault: the unlock page reads nothing of it."""
NOT_A_PERSONS: Final = ("XDG_", "QT_", "WAYLAND_", "PYTHONDONTWRITEBYTECODE")
"""Beginnings of names in a developer's environment that nobody has who uses the app: it would be compiled at each start."""
BLANK: Final = (sys.executable, str(Path(__file__).with_name("blank_window.py")))


def rows() -> Iterator[Row]:
    """Yield the row ``cold_start``."""
    with virtual_display() as display, tempfile.TemporaryDirectory(prefix="hsb-bench-") as folder:
        home = Path(folder)
        value, floor = turns(
            lambda: milliseconds_to_paint((*APP, "--vault", str(VAULT)), display, home),
            lambda: milliseconds_to_paint(BLANK, display, home),
            rounds=ROUNDS,
        )
    yield Row.of("cold_start", value=value, floor=floor, goal=GOAL)


def milliseconds_to_paint(command: Sequence[str], display: str, home: Path) -> float:
    """Start a program and return the time until it says that its window was painted; then end it."""
    painted = home / "painted"
    painted.unlink(missing_ok=True)
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(NOT_A_PERSONS)},
        "HOME": str(home),
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "HSB_ASSESS_PAINTED": str(painted),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
    }
    started = time.perf_counter()
    process = subprocess.Popen(command, env=environment, cwd=ROOT, stderr=subprocess.PIPE, start_new_session=True)
    try:
        while not (painted.exists() and painted.stat().st_size):
            if process.poll() is not None:
                assert process.stderr is not None
                raise RuntimeError(f"{command[0]} ended before it painted: {process.stderr.read().decode()[-800:]}")
            if time.perf_counter() - started > PATIENCE_SECONDS:
                raise RuntimeError(f"{command[0]} painted nothing in {PATIENCE_SECONDS:.0f} s")
            time.sleep(0.001)
        return (time.perf_counter() - started) * 1000
    finally:
        end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """End a program the way a session does, and by force if it takes longer than its grace."""
    with contextlib.suppress(ProcessLookupError):
        process.terminate()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    if process.stderr is not None:
        process.stderr.close()
