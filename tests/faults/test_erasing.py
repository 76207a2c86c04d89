"""Erasing a case is broken off anywhere, on a full disk, and forged: before or after, never between, and always told."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
from typing import TYPE_CHECKING

import pytest

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault.opening import unlock_with_recovery
from tests.faults.auditing import ERASING, codes
from tests.faults.disks import LEVELS, small_disk
from tests.faults.erasing import CLOCK, Agreed, agreed_vault, erase, make_ready, weigh, workplace
from tests.faults.test_full_disk import PLAIN
from tests.faults.test_kill9_vault import running

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faults.frame import Tally
    from tests.faults.test_kill9_vault import Away

pytestmark = [pytest.mark.faults, pytest.mark.skipif(not hasattr(os, "fork"), reason="what is killed is forked")]


@pytest.fixture(scope="module")
def agreed(tmp_path_factory: pytest.TempPathFactory) -> Agreed:
    """A vault with a case that two people agreed to erase."""
    return agreed_vault(tmp_path_factory.mktemp("agreed"))


def kill(away: Away, agreed: Agreed, root: Path, moment: float | None, control: str = "-") -> list[str]:
    """Kill one child so many seconds after it began to erase; return what it said."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(agreed.folder, root / "vault")
    return away.act("erase", root / "vault", agreed.key, f"{agreed.case}:{agreed.erasure}", control, moment)  # type: ignore[arg-type]  # a word of the line, here no folder


def longest(away: Away, agreed: Agreed, root: Path, control: str = "-") -> float:
    """Return how long erasing takes when nobody kills it."""
    said = kill(away, agreed, root, 60.0, control)
    (told,) = [line for line in said if line.startswith("took ")]
    return float(told.split()[1])


@pytest.mark.timeout(3600)
def test_killed_anywhere_it_is_before_or_after(
    agreed: Agreed, quick_disk: Path, often: Callable[..., int], tally: Callable[..., Tally]
) -> None:
    """Once it is promised it is gone, and no page of the database keeps a word of it after the next lock."""
    result, chance, gone = tally("kill9_erasing"), random.Random(4), 0
    with running() as away:
        span = longest(away, agreed, quick_disk / "erase")
        for _ in range(often(6, 60, 1000)):
            said = kill(away, agreed, quick_disk / "erase", chance.uniform(0.0, span))
            gone += weigh(result, agreed, quick_disk / "erase" / "vault", promised="erased" in said, what="killed")
    result.figures["gone"] = gone
    assert result.holds, result.faults
    assert 0 < gone < result.tried, "some before and some after, or it was not killed within"


def test_the_harness_sees_a_case_that_goes_in_pieces(
    agreed: Agreed, quick_disk: Path, tally: Callable[..., Tally]
) -> None:
    """The control: each table is committed by itself."""
    result, chance = tally("kill9_erasing_control", control=True), random.Random(4)
    with running() as away:
        span = longest(away, agreed, quick_disk / "erase", "pieces")
        for _ in range(200):
            said = kill(away, agreed, quick_disk / "erase", chance.uniform(0.0, span), "pieces")
            weigh(result, agreed, quick_disk / "erase" / "vault", promised="erased" in said, what="in pieces")
            if result.lost or result.faults:
                break
    assert result.holds


@pytest.mark.timeout(600)
def test_a_disk_fills_up_while_a_case_is_erased(
    agreed: Agreed, tmp_path: Path, often: Callable[..., int], tally: Callable[..., Tally]
) -> None:
    """At twenty levels it goes through or nothing goes, it is told plainly, and works once there is room."""
    result, went = tally("full_disk_erasing"), 0
    with small_disk(tmp_path / "disk") as disk:
        for left in LEVELS[:: 20 // often(2, 20)]:
            folder = disk.root / "vault"
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(agreed.folder, folder)
            vault = unlock_with_recovery(folder, agreed.key, clock=CLOCK)
            at = workplace(vault)
            ready = make_ready(at, agreed)
            disk.fill(left)
            promised = False
            try:
                erase(at, ready)
                promised = True
            except HsbAssessError as error:
                if error.code not in PLAIN:
                    result.faults.append(f"{left} left: told as {error.code}")
            with contextlib.suppress(HsbAssessError):
                vault.close()
            disk.release()
            went += promised
            gone = weigh(result, agreed, folder, promised=promised, what=f"{left} left")
            if not gone:
                with unlock_with_recovery(folder, agreed.key, clock=CLOCK) as again:
                    at = workplace(again)
                    erase(at, make_ready(at, agreed))
                    at.book.close()
                result.tried -= 1
                result.survived -= 1
                weigh(result, agreed, folder, promised=True, what=f"{left} left, afterwards")
    result.figures["went_through"] = went
    assert result.holds, result.faults


def test_an_erasure_that_two_people_did_not_sign_is_found(
    agreed: Agreed, tmp_path: Path, tally: Callable[..., Tally]
) -> None:
    """Rows deleted without an agreement, with one for another case, with a forged one, and more or fewer than agreed."""
    found, control = tally("erasure_attacks"), tally("erasure_attacks_control", control=True)
    shutil.copytree(agreed.folder, tmp_path / "vault")
    with unlock_with_recovery(tmp_path / "vault", agreed.key, clock=CLOCK) as vault:
        at = workplace(vault)
        erase(at, make_ready(at, agreed))
        connection = at.book._connection
        # What two people did sign is not called an attack: that is the control, which has to be "missed".
        control.tried += 1
        if codes(connection, vault.id, []):
            control.survived += 1
        else:
            control.lose("the erasure that both signed")
        for trigger in ("audit_stands", "audit_stays", "entry_stands"):
            connection.execute(f"DROP TRIGGER {trigger}")
        for attack in ERASING:
            connection.execute("BEGIN")
            attack(connection, vault.id, agreed.other, vault.identity)
            found.tried += 1
            if codes(connection, vault.id, []):
                found.survived += 1
            else:
                found.lose(f"{attack.__name__} was not seen")
            connection.execute("ROLLBACK")
        at.book.close()
    assert found.holds, found.faults
    assert control.lost == 1
