"""The desk process is killed while somebody types: what the window said was saved is there, at most one burst is not."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

import pytest

from tests.faults.driven import Driven
from tests.faults.judge import BURST_MS, judge
from tests.faults.typing_away import EARLY, SLOW
from tests.faults.vaults import PASSPHRASE, TODAY, opened, prepare

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.faults.frame import Tally
    from tests.faults.judge import Judgement
    from tests.faults.places import Places
    from tests.faults.vaults import Prepared


def type_and_kill(places: Places, vault: Prepared, seed: int, control: str = "") -> Judgement:
    """Let somebody type in the real windows, kill the process at some moment, and look into the vault."""
    chance = random.Random(seed)
    with Driven(places, "--vault", str(vault.folder), "--today", TODAY) as desk:
        desk.meet()
        desk.tell_to("unlock", passphrase=PASSPHRASE)
        desk.tell_to("open", case=vault.case, assessment=vault.assessment)
        desk.order("type", seed=seed, control=control)
        desk.wait_for("typing")
        if control == EARLY:
            desk.wait_for("saved")  # and at once, before the worker has committed what was called saved
        else:
            moment = chance.uniform(0.1, 5.0 if control == SLOW else 3.0)
            if chance.random() < 0.5 and not control:
                for _ in range(chance.randint(1, 6)):
                    desk.wait_for("handed")
                moment = chance.uniform(0.0, 0.008)  # while the worker writes and commits
            listen_for(desk, moment)
        desk.kill()
        told = list(desk.told)
    assert not [said for said in told if said["kind"] == "failed"]
    with opened(vault.folder) as at:
        return judge(at, vault.assessment, told)


def listen_for(desk: Driven, seconds: float) -> None:
    """Gather what is told for a while."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        assert desk.listen(left), "the app ended by itself"


def count(tally: Tally, judgement: Judgement) -> None:
    """Count one kill."""
    tally.tried += 1
    tally.survived += not judgement.broken
    tally.faults += judgement.broken
    for what in judgement.lost:
        tally.lose(what)
    if judgement.burst > BURST_MS:
        tally.lose(f"{judgement.burst:.0f} ms of typing")
    tally.figures["saved"] = tally.figures.get("saved", 0) + judgement.saved
    tally.at_most("longest_burst_ms", judgement.burst)
    tally.at_most("key_to_saved_ms", judgement.latest)


@pytest.mark.timeout(1800)
def test_what_the_window_called_saved_survives(
    quick_places: Places, often: Callable[[int, int], int], tally: Callable[..., Tally]
) -> None:
    """Killed at random moments, the same vault again and again."""
    vault = prepare(quick_places.vaults / "typed")
    result = tally("kill9_typing")
    for seed in range(often(2, 50)):
        count(result, type_and_kill(quick_places, vault, seed))
    assert result.holds, result.faults
    assert result.figures["saved"] > result.tried, "hardly anything was acknowledged, so nothing was tried"


@pytest.mark.faults
@pytest.mark.timeout(600)
def test_the_harness_sees_an_acknowledgement_that_came_too_early(
    quick_places: Places, tally: Callable[..., Tally]
) -> None:
    """The control: where *saved* is said before the commit, a kill shows it."""
    vault = prepare(quick_places.vaults / "typed")
    result = tally("kill9_control_early", control=True)
    for seed in range(10):
        count(result, type_and_kill(quick_places, vault.copy(quick_places.vaults / str(seed)), seed, EARLY))
        if result.lost:
            break
    assert result.lost


@pytest.mark.faults
@pytest.mark.timeout(600)
def test_the_harness_sees_drafts_that_are_kept_too_late(quick_places: Places, tally: Callable[..., Tally]) -> None:
    """The control: where drafts wait for two seconds, more than a burst of keys is gone."""
    vault = prepare(quick_places.vaults / "typed")
    result = tally("kill9_control_slow", control=True)
    for seed in range(10):
        count(result, type_and_kill(quick_places, vault.copy(quick_places.vaults / str(seed)), seed, SLOW))
        if result.lost:
            break
    assert result.lost
