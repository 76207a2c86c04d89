"""A comment that is not sent and an evidence item that is not added outlive a kill and a lock, to the last burst of keys."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.faults.driven import Driven
from tests.faults.judge import BURST_MS, burst_lost
from tests.faults.places import Places
from tests.faults.scribbling import COMMENT, EVIDENCE, written
from tests.faults.test_kill9_typing import listen_for
from tests.faults.vaults import TODAY, Prepared, opened, record_faults
from tests.ui.pages.two_vaults import PASSPHRASE, make_two_vaults

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faults.frame import Tally

LOCK_SECONDS = 2.0
LOCKED = 75


@pytest.fixture(scope="module")
def submitted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Prepared]:
    """By box: the vault of who writes there, the author for evidence and the supervisor for comments."""
    made = make_two_vaults(tmp_path_factory.mktemp("two"))

    def vault(folder: Path) -> Prepared:
        return Prepared(folder, made.case, made.assessment)

    return {COMMENT: vault(made.supervisor), EVIDENCE: vault(made.practitioner)}


def begin(places: Places, vault: Prepared, where: str, seed: int, words: int) -> Driven:
    """Unlock, open the box and begin to type."""
    desk = Driven(places, "--vault", str(vault.folder), "--today", TODAY)
    desk.meet()
    desk.tell_to("unlock", passphrase=PASSPHRASE)
    desk.order("scribble", where=where, case=vault.case, assessment=vault.assessment, seed=seed, words=words)
    desk.wait_for("typing")
    return desk


@pytest.mark.timeout(600)
@pytest.mark.parametrize("where", [COMMENT, pytest.param(EVIDENCE, marks=pytest.mark.faults)])
def test_unsent_words_survive_a_kill(
    quick_places: Places,
    submitted: dict[str, Prepared],
    often: Callable[[int, int], int],
    tally: Callable[..., Tally],
    where: str,
) -> None:
    """Killed while somebody types: at most one burst of keys is gone, and the record is whole."""
    result = tally(f"scraps_kill9_{where}")
    for seed in range(often(1, 15)):
        vault = submitted[where].copy(quick_places.vaults / f"{where}{seed}")
        desk = begin(quick_places, vault, where, seed, 200)
        try:
            listen_for(desk, random.Random(seed).uniform(0.6, 3.0))
            desk.kill()
            typed = [said for said in desk.told if said["kind"] == "typed"]
        finally:
            desk.end()
        result.tried += 1
        with opened(vault.folder, PASSPHRASE) as at:
            broken = record_faults(at)
            lost = burst_lost(written(at, vault.assessment, where), None, typed)
        result.survived += not broken
        result.faults += broken
        result.at_most("longest_burst_ms", lost)
        result.figures["keys"] = result.figures.get("keys", 0) + len(typed)
        if lost > BURST_MS:
            result.lose(f"{lost:.0f} ms of typing")
        shutil.rmtree(vault.folder)
    assert result.holds, result.faults
    assert result.figures["keys"] > 3 * result.tried, "hardly anything was typed, so nothing was tried"


@pytest.mark.timeout(600)
@pytest.mark.parametrize("where", [pytest.param(COMMENT, marks=pytest.mark.faults), EVIDENCE])
def test_unsent_words_survive_a_lock(
    tmp_path: Path,
    submitted: dict[str, Prepared],
    often: Callable[[int, int], int],
    tally: Callable[..., Tally],
    where: str,
) -> None:
    """Locked with the last key: every letter is there."""
    result = tally(f"scraps_lock_{where}")
    for seed in range(often(1, 5)):
        # A laptop each: locking leaves a checkpoint, beside which the next copy of the vault would be an older one.
        places = Places.under(tmp_path / str(seed))
        vault = submitted[where].copy(places.vaults / where)
        desk = begin(places, vault, where, seed, 3)
        try:
            stood = desk.wait_for("done")["answer"]
            desk.order("lock")
            desk.wait_for("locking")
            assert desk.process.wait(LOCK_SECONDS) == LOCKED
        finally:
            desk.end()
        result.tried += 1
        with opened(vault.folder, PASSPHRASE) as at:
            kept, broken = written(at, vault.assessment, where), record_faults(at)
        result.survived += not broken
        result.faults += broken
        if not stood or kept != stood:
            result.lose("what was typed before the lock")
        shutil.rmtree(vault.folder)
    assert result.holds, result.faults
