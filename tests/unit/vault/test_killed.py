"""What survives a kill, a full disk and a folder that may not be written to, with real processes."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hsb_assess.record.entry import check
from hsb_assess.vault.opening import unlock_with_recovery

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.unit.vault.conftest import Made

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the writer forks")


class Writer:
    """The other end of ``writer.py``."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def send(self, text: str) -> None:
        """Give it a line."""
        assert self._process.stdin is not None
        self._process.stdin.write(text + "\n")
        self._process.stdin.flush()

    def start(self, way: str) -> int:
        """Have a child begin; returns its process id."""
        self.send(way)
        return int(self.line())

    def line(self) -> str:
        """Return the next line that it says."""
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def rest(self) -> list[str]:
        """Return what the child says until it is gone."""
        said = []
        while (line := self.line()) != "gone":
            assert line, "the writer itself ended"
            said.append(line)
        return said


@contextmanager
def _writer(folder: Path, recovery: str) -> Iterator[Writer]:
    command = [sys.executable, str(Path(__file__).with_name("writer.py"))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        other = Writer(process)
        other.send(str(folder))
        other.send(recovery)
        yield other
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(20) == 0


def test_what_was_acknowledged_survives_twenty_kills(made: Made) -> None:
    """SIGKILL in the middle of writing: each acknowledged entry is there, the chain and the heads are whole."""
    acknowledged: list[str] = []
    with _writer(made.folder, made.recovery) as other:
        for number in range(20):
            child = other.start("write")
            acknowledged += [other.line() for _ in range(number % 7 + 1)]
            os.kill(child, signal.SIGKILL)
            acknowledged += other.rest()
            with unlock_with_recovery(made.folder, made.recovery) as vault, vault.book().begin() as work:
                entries = work.entries.of_case("case")
                assert {entry.id for entry in entries} >= set(acknowledged)
                assert work.audit.verify().faults == ()
                assert work.entries.heads("case") == entries[-1:]
                assert len(work.drafts.of_case("case")) == len(entries)
    before = None
    for entry in entries:
        check(entry, made.identity.signing_public_key)
        assert entry.previous == before
        before = entry.hash
    assert len(acknowledged) >= 75


def test_a_quota_that_is_used_up_is_named_and_the_vault_goes_on_when_there_is_space(made: Made) -> None:
    """With a limit on the file's size in place of the quota's, nothing acknowledged is lost.

    SQLite calls only ``ENOSPC`` a full disk; a quota and this limit are write errors to it.
    """
    with _writer(made.folder, made.recovery) as other:
        other.start("fill")
        *kept, code, after = other.rest()
    assert code == "vault_io"
    with unlock_with_recovery(made.folder, made.recovery) as vault, vault.book().begin() as work:
        assert [entry.id for entry in work.entries.of_case("case")] == [*kept, after]
        assert work.audit.verify().faults == ()


def test_a_folder_that_may_not_be_written_to_is_named(made: Made) -> None:
    """Nothing is changed there, and nothing is said about a wrong key."""
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent) / "vault"
        shutil.copytree(made.folder, folder)
        Path(parent).chmod(0o755)
        for path in folder.iterdir():
            path.chmod(0o444)
            if os.geteuid() == 0:
                os.chown(path, 65534, 65534)
        folder.chmod(0o555)
        if os.geteuid() == 0:
            os.chown(folder, 65534, 65534)
        with _writer(folder, made.recovery) as other:
            other.start("forbidden")
            assert other.rest() == ["vault_read_only"]
        assert stat.S_IMODE(folder.stat().st_mode) == 0o555
        folder.chmod(0o755)
