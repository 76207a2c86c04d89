"""Other programs of the same person cannot read the memory of our processes, and a crash leaves none of it on disk."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.faults.processes import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")

ROOT = Path(__file__).parents[2]
SETPRIV = shutil.which("setpriv")
if os.geteuid() != 0:
    PLAIN: list[str] = []
elif SETPRIV is not None:
    # Root may read everything; root without its rights is a person like any other.
    PLAIN = [SETPRIV, "--inh-caps=-all", "--bounding-set=-all"]
else:
    pytest.skip("root without setpriv cannot stand aside", allow_module_level=True)


@contextmanager
def running(*arguments: str, home: Path) -> Iterator[int]:
    """Run Python with these arguments as somebody without special rights, and return its id."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    told = {"HOME": str(home), "XDG_RUNTIME_DIR": str(home), "QT_QPA_PLATFORM": "offscreen"}
    process = subprocess.Popen(
        [*PLAIN, sys.executable, *arguments],
        cwd=ROOT,
        env={**kept, **told, "HSB_ASSESS_PAINTED": str(home / "painted")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process.pid
    finally:
        process.kill()
        process.communicate()


def can_be_read(pid: int) -> bool:
    """Say whether another process without special rights sees where in memory this one has what.

    The kernel asks for that what it asks for the memory itself, but for a rule of some distributions that nobody may
    read any other program's, which would let the control fail.
    """
    command = [*PLAIN, sys.executable, "-I", "-S", "-c", f"open('/proc/{pid}/maps').read()"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def leaves_no_core(pid: int) -> bool:
    """Say whether a crash of this process may leave nothing on disk, by both limits."""
    command = [*PLAIN, "cat", f"/proc/{pid}/limits"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    line = next(line for line in said.splitlines() if line.startswith("Max core file size"))
    return line.split()[4:6] == ["0", "0"]


def test_memory_of_a_plain_process_can_be_read(tmp_path: Path) -> None:
    """The control: without our asking, it is open."""
    with running("-c", "import sys; sys.stdin.read()", home=tmp_path) as pid:
        wait_until(lambda: can_be_read(pid), "an open memory", 10.0)


def test_the_desk_process_is_closed(tmp_path: Path) -> None:
    """From its first page on."""
    with running("-m", "ui", home=tmp_path) as pid:
        wait_until((tmp_path / "painted").exists, "the first page", 60.0)
        wait_until(lambda: not can_be_read(pid), "a closed memory", 10.0)
        assert leaves_no_core(pid)


def test_a_child_that_makes_documents_is_closed(tmp_path: Path) -> None:
    """Before it reads what it works on: starting a program opens the memory again, so it asks for itself."""
    with running("-m", "hsb_assess.desk.child_main", home=tmp_path) as pid:
        wait_until(lambda: not can_be_read(pid), "a closed memory", 10.0)
        assert leaves_no_core(pid)
