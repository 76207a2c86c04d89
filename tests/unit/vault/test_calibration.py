"""Argon2id on computers of every kind: as dear as they bear, within bounds and an eighth of their memory."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsb_assess.vault.calibration import LEAST_SECONDS, MOST_SECONDS, calibrated, stronger
from hsb_assess.vault.keys import KdfParameters
from hsb_assess.vault.opening import unlock_with_recovery

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.unit.vault.conftest import Made

GIB = 1024**3
FLOOR = KdfParameters.floor()


def computer(seconds_at_floor: float, bend: float = 0.0) -> Callable[[KdfParameters], float]:
    """A computer that takes so long at the floor; with ``bend`` more memory costs more than in proportion."""

    def measure(cost: KdfParameters) -> float:
        times = cost.memory_kib * cost.passes / (FLOOR.memory_kib * FLOOR.passes)
        return seconds_at_floor * times * (1 + bend * (cost.memory_kib / FLOOR.memory_kib - 1))

    return measure


@given(st.floats(0.02, 0.6), st.floats(0, 0.05), st.integers(8, 64))
def test_a_try_takes_most_of_a_second(seconds: float, bend: float, gib: int) -> None:
    """Slow or quick, with memory in proportion or not: 0.7 to 1.0 seconds, as far as the bounds allow."""
    measure = computer(seconds, bend)
    cost = calibrated(measure, gib * GIB)
    assert cost.memory_kib * 1024 <= gib * GIB // 8
    assert LEAST_SECONDS * 0.9 <= measure(cost) <= MOST_SECONDS * 1.1 or cost.passes == 16


def test_the_floor_and_an_eighth_of_the_memory_hold() -> None:
    """An old computer gets the floor; a small one little memory and more passes."""
    assert calibrated(computer(2.0), 16 * GIB) == FLOOR
    small = calibrated(computer(0.1), GIB)
    assert small.memory_kib == 128 * 1024
    assert small.passes > 3


def test_a_protection_is_never_made_cheaper_in_passing() -> None:
    """A change of the passphrase keeps what is dearer, and raises what is cheaper."""
    dear = KdfParameters(96 * 1024, 4, 4)
    assert stronger(FLOOR, dear) == stronger(dear, FLOOR) == dear


def test_a_damaged_passphrase_slot_does_not_stop_the_recovery(made: Made) -> None:
    """Who has the recovery key sets a new passphrase even if the old slot cannot be read."""
    path = made.folder / "keys.json"
    content = json.loads(path.read_bytes())
    next(each for each in content["slots"] if each["kind"] == "passphrase")["memory_kib"] = 1
    path.write_text(json.dumps(content))
    with unlock_with_recovery(made.folder, made.recovery) as vault:
        vault.change_passphrase(made.recovery, "newly chosen words")
    slots = json.loads(path.read_bytes())["slots"]
    slot = next(each for each in slots if each["kind"] == "passphrase")
    assert slot["memory_kib"] * slot["passes"] >= FLOOR.memory_kib * FLOOR.passes


@pytest.mark.parametrize("memory", [0, GIB // 16])
def test_a_computer_with_hardly_any_memory_gets_the_floor_at_least(memory: int) -> None:
    """The floor holds whatever the computer says of itself."""
    assert calibrated(computer(0.5), memory).memory_kib == FLOOR.memory_kib
