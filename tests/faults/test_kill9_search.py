"""Killed while the search index follows the record: it is what it would be if it were made anew, or knows that it is behind."""

from __future__ import annotations

import os
import random
import shutil
from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import access, assessing, caseload
from hsb_assess.desk.indexing import index_all, is_behind
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault.keys import KdfParameters
from tests.faults.test_kill9_vault import running
from tests.faults.vaults import PASSPHRASE, record_faults

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hsb_assess.desk.workplace import Workplace
    from tests.faults.frame import Tally
    from tests.faults.test_kill9_vault import Away

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="what is killed is forked")


@pytest.fixture
def whole(quick_disk: Path) -> tuple[Path, str]:
    """A vault with one started assessment, and its recovery key, which opens it in a moment."""
    folder = quick_disk / "whole"
    key = access.first_run(
        folder, PASSPHRASE, name="Worker P", role="practitioner", agency="Agency", kdf=KdfParameters.floor()
    )
    vault = access.unlock_with_recovery_key(folder, key)
    at = vault.workplace(read_only=False)
    case = str(caseload.create_case(at, "A-17").created)
    assessing.start_assessment(at, case, tier="full")
    index_all(at)
    vault.close()
    return folder, key


def index_of(at: Workplace) -> list[tuple[object, ...]]:
    """Return everything that the index holds."""
    with at.book.begin(write=False) as work:
        connection = work.search._unit.connection
        rows = connection.execute(
            "SELECT place.*, title, words FROM search_place AS place JOIN search_text ON search_text.rowid = place.seq"
        )
        return sorted(tuple(row) for row in rows)


def judge(tally: Tally, folder: Path, key: str, promised: list[str]) -> None:
    """Open what was killed: every promised answer is there, and the index is whole or becomes so by itself."""
    tally.tried += 1
    try:
        vault = access.unlock_with_recovery_key(folder, key)
    except HsbAssessError as error:
        tally.faults.append(error.code)
        return
    at = vault.workplace(read_only=False)
    faults = record_faults(at)
    tally.figures["was_behind"] = tally.figures.get("was_behind", 0) + is_behind(at)
    with at.book.begin(write=False) as work:
        missing = [each for each in promised if not work.entries.has(each)]
    if missing:
        tally.lose(f"{len(missing)} answers")
    index_all(at)
    kept = index_of(at)
    with at.book.begin("rebuild") as work:
        work.search.make_anew()
    index_all(at)
    if differing := set(kept) ^ set(index_of(at)):
        tally.lose(f"{len(differing)} rows of the index")
    vault.close()
    tally.faults += faults
    tally.survived += not (faults or missing or differing)


def killed(away: Away, whole: tuple[Path, str], folder: Path, moment: float, control: str = "-") -> list[str]:
    """Have a copy of the vault written and indexed until it is killed; return the entries that were promised."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(whole[0], folder)
    said = away.act("index", folder, whole[1], folder.parent / "none", control, moment)
    return [line.split()[1] for line in said if line.startswith("entry ")]


@pytest.mark.faults
@pytest.mark.timeout(3600)
def test_killed_while_it_is_indexed(
    whole: tuple[Path, str], quick_disk: Path, often: Callable[..., int], tally: Callable[..., Tally]
) -> None:
    """At random moments; what the queue forgot would be missing from the index for ever."""
    result, chance = tally("kill9_search"), random.Random(5)
    with running() as away:
        for _ in range(often(3, 24, 400)):
            promised = killed(away, whole, quick_disk / "here", chance.uniform(0.0, 0.5))
            judge(result, quick_disk / "here", whole[1], promised)
    assert result.holds, result.faults
    assert result.figures["was_behind"], "it was never killed before the index had caught up, so little is shown"


@pytest.mark.faults
@pytest.mark.timeout(600)
def test_the_harness_sees_a_queue_that_forgets(
    whole: tuple[Path, str], quick_disk: Path, tally: Callable[..., Tally]
) -> None:
    """The control: what is due is crossed off in a transaction of its own, before its words are in the index."""
    result, chance = tally("kill9_search_control", control=True), random.Random(3)
    with running() as away:
        for _ in range(100):
            promised = killed(away, whole, quick_disk / "here", chance.uniform(0.0, 0.5), "forgetful")
            judge(result, quick_disk / "here", whole[1], promised)
            if result.lost:
                break
    assert result.holds
