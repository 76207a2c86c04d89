"""The first paint: what is loaded by then, and what the desk process says and leaves."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = (
    "pydantic", "cryptography", "sqlcipher3", "yaml", "argon2", "reportlab", "pyhanko", "pikepdf", "uuid_utils",
    "hsb_assess.desk", "hsb_assess.vault", "hsb_assess.record", "hsb_assess.instrument", "dataclasses",
    "platformdirs", "ui.operations", "ui.shell.frame", "PySide6.QtNetwork", "PySide6.QtPdf", "PySide6.QtSvg",
)  # fmt: skip
AFTER_PAINT = """
import os, sys
import ui.app
def told(self):
    print("\\n".join(sys.modules)); print("Qt" in sys.modules["PySide6.QtCore"].__dict__); sys.stdout.flush(); os._exit(0)
ui.app.App._painted = told
sys.exit(ui.app.main(sys.argv[1:]))
"""


def environment(home: Path) -> dict[str, str]:
    """Return the environment of a person who never ran the app."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "HSB_"))}
    return {**kept, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(home)}


@pytest.mark.parametrize("page", ["unlock", "first_run"])
def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path: Path, page: str) -> None:
    """Neither entry page waits for cryptography, the database, pydantic or the ``Qt`` namespace."""
    arguments = ["--vault", str(tmp_path)] if page == "unlock" else []
    command = [sys.executable, "-c", AFTER_PAINT, *arguments]
    run = subprocess.run(
        command, cwd=ROOT, env=environment(tmp_path), capture_output=True, text=True, timeout=60, check=False
    )
    *modules, namespace = run.stdout.split()
    assert f"ui.pages.{page}" in modules
    loaded = [name for name in modules if name in HEAVY or name.startswith(tuple(f"{each}." for each in HEAVY))]
    assert loaded == []
    assert namespace == "False"


def test_the_desk_process_from_start_to_end(tmp_path: Path) -> None:
    """It says that it painted, cannot be dumped, takes a second start's arguments, and ends when asked to."""
    painted = tmp_path / "painted"
    surroundings = {**environment(tmp_path), "HSB_ASSESS_PAINTED": str(painted)}
    command = [sys.executable, "-m", "ui"]
    first = subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        assert first.stderr is not None
        for _ in range(600):
            if (painted.exists() and painted.stat().st_size) or first.poll() is not None:
                break
            with_timeout(first, 0.1)
        assert painted.read_bytes() == b"painted\n"
        if sys.platform == "linux":
            assert Path(f"/proc/{first.pid}/limits").stat().st_uid == 0, "whoever cannot be dumped belongs to root"
            limits = Path(f"/proc/{first.pid}/limits").read_text("utf-8")
            assert Path(f"/proc/{first.pid}/comm").read_text("utf-8") == "assess\n"
            core = next(line for line in limits.splitlines() if line.startswith("Max core file size"))
            assert core.split()[4:6] == ["0", "0"]
        second = subprocess.run(
            [*command, "--vault", str(tmp_path)], cwd=ROOT, env=surroundings, capture_output=True, timeout=60,
            check=False,
        )  # fmt: skip
        assert second.returncode == 0
        assert painted.read_bytes() == b"painted\n"
    finally:
        first.send_signal(signal.SIGTERM)
        _, said = first.communicate(timeout=30)
    assert first.returncode == 0
    assert b"Traceback" not in said


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the first desk process is a Python of its own")
def test_the_app_splits_itself_into_launcher_and_desk(tmp_path: Path) -> None:
    """One Python starts, two go on: the desk leads a group of its own, and ends when the launcher is asked to."""
    painted = tmp_path / "painted"
    surroundings = {**environment(tmp_path), "HSB_ASSESS_PAINTED": str(painted)}
    command = [sys.executable, "-m", "hsb_assess.cli"]
    with subprocess.Popen(command, cwd=ROOT, env=surroundings, stderr=subprocess.PIPE) as launcher:
        for _ in range(600):
            if (painted.exists() and painted.stat().st_size) or launcher.poll() is not None:
                break
            with_timeout(launcher, 0.1)
        assert painted.read_bytes() == b"painted\n"
        (desk,) = Path(f"/proc/{launcher.pid}/task/{launcher.pid}/children").read_text("ascii").split()
        assert Path(f"/proc/{desk}/comm").read_text("utf-8") == "assess\n"
        assert Path(f"/proc/{desk}/cmdline").read_bytes() == Path(f"/proc/{launcher.pid}/cmdline").read_bytes()
        assert os.getpgid(int(desk)) == int(desk) != os.getpgid(launcher.pid)
        launcher.send_signal(signal.SIGTERM)
        assert launcher.wait(30) == 0
        assert not Path(f"/proc/{desk}").exists()
        assert launcher.stderr is not None
        assert b"Traceback" not in launcher.stderr.read()


@pytest.mark.skipif(sys.platform != "linux", reason="as above")
def test_a_desk_that_fails_in_the_split_half_says_so(tmp_path: Path) -> None:
    """Wrong usage is told, and its exit code is the launcher's."""
    run = subprocess.run(
        [sys.executable, "-m", "hsb_assess.cli", "--passphrase", "x"],
        cwd=ROOT, env=environment(tmp_path), capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert run.returncode == 2
    assert run.stderr.startswith("usage: ")


def with_timeout(process: subprocess.Popen[bytes], seconds: float) -> None:
    """Wait for the process to end, at most so long."""
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        return


def test_wrong_usage(tmp_path: Path) -> None:
    """Unknown arguments end with the usage and code 2, before any window."""
    run = subprocess.run(
        [sys.executable, "-m", "ui", "--passphrase", "x"],
        cwd=ROOT, env=environment(tmp_path), capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert run.returncode == 2
    assert run.stderr.startswith("usage: ")
