"""The wait after wrong passphrases: how long, over restarts, for every kind of secret, whatever the clock says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsb_assess.domain.clock import SystemClock
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault import failures
from hsb_assess.vault.backup import make, open_and_verify
from hsb_assess.vault.opening import unlock, unlock_with_recovery
from hsb_assess.vault.recoverykey import printed
from hsb_assess.vault.throttle import IN_WINDOW, LONGEST_SECONDS, WINDOW_SECONDS, Tries

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.unit.vault.conftest import Made

WRONG = printed(bytes(20))


def _refused(act: Callable[[], object]) -> HsbAssessError:
    with pytest.raises(HsbAssessError) as caught:
        act()
    return caught.value


def _after(folder: Path, seconds: float) -> None:
    """Let time pass, as the file sees it."""
    path = folder / "failed-unlocks.json"
    known = json.loads(path.read_bytes())
    known["recent"] = [moment - seconds for moment in known["recent"]]
    path.write_text(json.dumps(known))


def test_three_are_free_and_then_the_wait_doubles_to_a_quarter_of_an_hour() -> None:
    """0, 0, 0, 5, 10, 20 … 900 and no longer."""
    tries, waits, now = Tries(), [], 1000.0
    for _ in range(14):
        waits.append(tries.wait(now))
        now += waits[-1]
        tries = tries.one_more(now)
    assert waits == [0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 640, LONGEST_SECONDS, LONGEST_SECONDS, LONGEST_SECONDS]


def test_a_streak_of_any_length_waits_no_longer_than_the_longest() -> None:
    """A number that somebody wrote into the file costs no time to reckon with."""
    assert Tries(10**30, (1000.0,)).wait(1000.0) == LONGEST_SECONDS


@given(st.lists(st.floats(0, 700), max_size=60))
def test_never_more_than_ten_tries_in_five_minutes(rests: list[float]) -> None:
    """Whenever somebody tries, early or late, at most ten are judged in any five minutes."""
    tries, now, judged = Tries(), 1000.0, []
    for rest in rests:
        now += rest
        if tries.wait(now) == 0:
            tries = tries.one_more(now)
            judged.append(now)
    assert all(sum(start <= each < start + WINDOW_SECONDS for each in judged) <= IN_WINDOW for start in judged)


@given(st.integers(3, 20), st.floats(1, 10**9))
def test_a_clock_that_is_set_back_shortens_no_wait(streak: int, back: float) -> None:
    """The wait starts again in full from the earlier time, and runs down from there."""
    tries = Tries(streak, (10.0**9,))
    full = tries.wait(10.0**9)
    earlier = 10.0**9 - back
    assert tries.wait(earlier) == pytest.approx(full)
    assert tries.as_of(earlier).wait(earlier + full + 1) == 0


def test_the_wait_outlives_the_process_and_holds_up_every_secret(made: Made) -> None:
    """After three wrong tries of any kind nothing is judged, the right one neither; then the right one opens."""
    assert _refused(lambda: unlock(made.folder, "not these words")).code == "wrong_passphrase"
    for _ in range(2):
        assert failures.seconds_to_wait(made.folder) == 0
        assert _refused(lambda: unlock_with_recovery(made.folder, WRONG)).code == "wrong_recovery_key"
    held = _refused(lambda: unlock_with_recovery(made.folder, made.recovery))
    assert isinstance(held, failures.TooManyTriesError)
    assert held.seconds == failures.seconds_to_wait(made.folder) == 5
    assert "5 seconds" in held.mend
    assert _refused(lambda: unlock(made.folder, made.passphrase)).code == "too_many_tries"
    _after(made.folder, 5)
    assert _refused(lambda: unlock_with_recovery(made.folder, WRONG)).code == "wrong_recovery_key"
    assert failures.seconds_to_wait(made.folder) == 10
    _after(made.folder, 10)
    with unlock_with_recovery(made.folder, made.recovery) as vault, vault.book().begin() as work:
        detail = work.audit.rows()[-1].notes[1].detail
    assert {name: detail[name] for name in ("passphrase", "recovery")} == {"passphrase": 1, "recovery": 3}
    assert set(detail) == {"passphrase", "recovery", "first", "last"}
    assert failures.seconds_to_wait(made.folder) == 0


def test_a_clock_set_back_is_written_down(made: Made) -> None:
    """Tries in the future become tries of now, so that the wait ends when it says."""
    for _ in range(3):
        _refused(lambda: unlock_with_recovery(made.folder, WRONG))
    _after(made.folder, -86_400)
    held = _refused(lambda: unlock_with_recovery(made.folder, made.recovery))
    assert isinstance(held, failures.TooManyTriesError)
    assert held.seconds == 5
    _after(made.folder, 5)
    unlock_with_recovery(made.folder, made.recovery).close()


def test_a_try_is_counted_before_it_is_judged(made: Made) -> None:
    """Who ends the process while the passphrase is being judged has used up the try."""
    judging = failures.counted(made.folder, "passphrase", "2026-11-22")
    judging.__enter__()  # and nothing after it, as when the process is killed
    assert json.loads((made.folder / "failed-unlocks.json").read_bytes())["streak"] == 1
    with unlock_with_recovery(made.folder, made.recovery) as vault, vault.book().begin() as work:
        assert work.audit.rows()[-1].notes[1].detail["passphrase"] == 1


def test_what_is_no_guess_is_not_counted(made: Made) -> None:
    """A typing slip in the recovery key, an empty passphrase, a damaged key file: nobody waits for those."""
    for _ in range(5):
        assert _refused(lambda: unlock_with_recovery(made.folder, "ABCD")).code == "recovery_key_typo"
        assert _refused(lambda: unlock(made.folder, "")).code == "passphrase_empty"
    assert not (made.folder / "failed-unlocks.json").exists()


def test_a_right_secret_in_an_open_vault_ends_the_streak_and_keeps_the_count(made: Made) -> None:
    """Asked again before signing, wrong tries are held up too, and stand in the audit after the next unlock."""
    with unlock_with_recovery(made.folder, made.recovery) as vault:
        for _ in range(3):
            assert _refused(lambda: vault.confirm(WRONG)).code == "wrong_recovery_key"
        assert _refused(lambda: vault.confirm(made.recovery)).code == "too_many_tries"
        _after(made.folder, 5)
        vault.confirm(made.recovery)
        assert failures.seconds_to_wait(made.folder) == 0
        assert _refused(lambda: vault.confirm(WRONG)).code == "wrong_recovery_key"
    with unlock_with_recovery(made.folder, made.recovery) as vault, vault.book().begin() as work:
        assert work.audit.rows()[-1].notes[1].detail["recovery"] == 4


def test_the_vaults_backups_are_no_way_round_the_wait(made: Made, tmp_path: Path) -> None:
    """Guesses at a backup are held up as those at the vault are; the right secret waits too, and then opens it."""
    with unlock_with_recovery(made.folder, made.recovery) as vault, vault.lend() as source:
        backup = make(source, tmp_path / "backups", "asked", SystemClock().now())
    for _ in range(3):
        assert (
            _refused(lambda: open_and_verify(backup.path, WRONG, with_recovery_key=True)).code == "wrong_recovery_key"
        )
    held = _refused(lambda: open_and_verify(backup.path, made.recovery, with_recovery_key=True))
    assert held.code == "too_many_tries"
    _after(tmp_path / "backups", 5)
    open_and_verify(backup.path, made.recovery, with_recovery_key=True)
    assert failures.seconds_to_wait(tmp_path / "backups") == 0


@pytest.mark.parametrize(
    "content",
    [b"\x00", b"[]", b'{"streak": "x", "recent": 3}', b'{"streak": 9, "recent": [null, "x", NaN, 1e999]}', b"[" * 9999],
)
def test_a_spoilt_count_keeps_nobody_out(made: Made, content: bytes) -> None:
    """Whoever can spoil the file can delete it too; the vault opens."""
    (made.folder / "failed-unlocks.json").write_bytes(content)
    unlock_with_recovery(made.folder, made.recovery).close()
