"""On a disk without a byte left, the room that was kept aside lets somebody unlock, and saves what they write."""

from __future__ import annotations

import contextlib
import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from hsb_assess.desk import access, assessing
from hsb_assess.domain.answer import answered
from hsb_assess.domain.clock import clock_for
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault import ballast
from tests.faults.disks import Disk, small_disk
from tests.faults.vaults import PASSPHRASE, STORY, opened, prepare
from ui.operations import Operations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.faults.frame import Tally


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """A small disk in memory."""
    with small_disk(tmp_path / "disk") as made:
        if not made.mounted:
            pytest.skip("no small disk can be mounted here")
        yield made


@pytest.mark.faults
def test_an_unlock_and_an_answer_have_room(
    disk: Disk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tally: Callable[..., Tally]
) -> None:
    """Twice: first for the unlock, then for the answer; somebody hears of the second; without ballast both fail."""
    del qtbot
    monkeypatch.setattr(ballast, "BALLAST_BYTES", 1 << 20)
    result = tally("full_disk_ballast")
    vault = prepare(disk.root / "vault")
    assert ballast.keep(vault.folder)
    disk.fill(0)
    result.tried += 2
    clock = clock_for(STORY.today)
    mine = access.unlock(vault.folder, PASSPHRASE, clock=clock)
    assert not (vault.folder / "ballast").exists()
    disk.release()
    assert ballast.keep(vault.folder)
    disk.fill(0)
    told: list[str] = []
    operations = Operations(lambda: mine.workplace(read_only=False), relieve=mine.relieve)
    operations.relieved.connect(lambda: told.append("relieved"))
    operations.failed.connect(lambda error: told.append(error.code))
    operations.run(assessing.record_answer, vault.assessment, "M01.reason", answered("words " * 500))
    assert operations.drain(60)
    QApplication.processEvents()
    assert told == ["relieved"]
    with contextlib.suppress(HsbAssessError):  # what cannot be moved out of the write-ahead file stays in it
        mine.close()
    disk.release()
    with opened(vault.folder) as at:
        kept = assessing.reading(at, vault.assessment).raw("M01.reason").value
    if kept != "words " * 500:
        result.lose("the answer")
    result.survived = 2
    assert result.holds, result.faults
    disk.fill(0)
    shutil.rmtree(disk.root / "vault" / "backups", ignore_errors=True)
    with pytest.raises(HsbAssessError, match="disk_full"):
        access.unlock(vault.folder, PASSPHRASE, clock=clock)
