"""How the bench measures and what it says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.performance.frame import Row, absolute, table, turns, write

if TYPE_CHECKING:
    from pathlib import Path


def test_value_and_floor_are_measured_in_turn() -> None:
    """A B A B … after one turn that does not count, so that a busy spell slows both; the medians count."""
    order: list[str] = []
    values, floors = iter([99.0, 5.0, 1.0, 3.0]), iter([99.0, 2.0, 2.0, 50.0])

    def value() -> float:
        order.append("A")
        return next(values)

    def floor() -> float:
        order.append("B")
        return next(floors)

    assert turns(value, floor, rounds=3) == (3.0, 2.0)
    assert "".join(order) == "ABABABAB"


@pytest.mark.parametrize(("value", "holds"), [(159.0, True), (160.0, True), (161.0, False)])
def test_a_row_holds_while_its_ratio_is_at_most_the_goal(value: float, *, holds: bool) -> None:
    """The ratio is value by floor, and the goal itself still holds."""
    assert Row.of("start", value=value, floor=100.0, goal=1.6).holds is holds


def test_an_absolute_limit_is_a_floor_with_goal_one(tmp_path: Path) -> None:
    """Each row has the seven keys of the contract, whatever kind it is."""
    row = absolute("first_page", 300.0, 500.0, "ms")
    write([row], tmp_path / "build" / "bench.json")
    assert json.loads((tmp_path / "build" / "bench.json").read_text()) == [
        {"name": "first_page", "value": 300, "unit": "ms", "floor": 500, "ratio": 0.6, "goal": 1, "holds": True}
    ]


def test_a_row_that_does_not_hold_is_plain_to_see() -> None:
    """One line a row below a heading, and NO in the last column."""
    heading, line = table([Row.of("start", value=200.0, floor=100.0, goal=1.6)])
    assert heading.split()[0] == "name"
    assert line.split() == ["start", "200.00", "ms", "100.00", "2.00", "1.60", "NO"]
