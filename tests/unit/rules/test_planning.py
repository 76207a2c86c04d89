"""R51, R52, R66: the plan prevents, is handed over in time, and the people in it have agreed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.unit.rules.making import NOT_EVALUATED, PASSES, Given, given, on, said, table, weighed

AT = "M20.settings[p]"
AGREED: dict[str, Any] = {
    "setting": "home",
    "adults_do": "Doors open.",
    "adults": ["mother"],
    "adults_agreed": on("2026-06-08"),
    "shown_child": on("2026-06-08"),
    "shown_carer": on("2026-06-08"),
}


ORDINARY = {"M00.tier": "ordinary"}


def plan(*lacking: str, **fields: object) -> Given:
    """Return one safety plan, without some fields."""
    kept = {name: value for name, value in AGREED.items() if name not in lacking}
    return given(setting={"p": {**kept, **fields}})


@table(
    ("no plan", given(), [("M21.actions",)]),
    ("nothing preventive", given(action={"r": {"work": "wellbeing"}}), [("M21.actions",)]),
    ("one preventive", given(action={"r": {"work": "wellbeing", "preventive": ["place"]}}), PASSES),
    ("ordinary, nobody told", given(ORDINARY), [("M01.told_families",)]),
    ("ordinary, each family told", given({**ORDINARY, "M01.told_families": "Signs, and whom to ring."}), PASSES),
    ("ordinary, with an action from before", given(ORDINARY, action={"r": {"preventive": ["place"]}}), PASSES),
)
def test_r51(held: Given, expected: object) -> None:
    """At least one action prevents, whether or not a risk is known."""
    assert said("R51", held) == expected


@pytest.mark.parametrize(
    ("born", "today", "owner", "expected"),
    [
        ("", date(2026, 6, 8), {}, NOT_EVALUATED),
        ("2009-12-14", date(2027, 6, 13), {}, PASSES),
        ("2009-12-14", date(2027, 6, 14), {}, [("M21.transition_owner",)]),
        ("2009-12-14", date(2027, 6, 14), {"M21.transition_owner": "worker"}, PASSES),
    ],
)
def test_r52(born: str, today: date, owner: dict[str, Any], expected: object) -> None:
    """From seventeen and a half on, somebody owns the handover."""
    held = given({**({"M00.dob": on(born)} if born else {}), **owner})
    assert said("R52", held, today) == expected


@table(
    ("no plan", given(), NOT_EVALUATED),
    ("agreed and shown", plan(), PASSES),
    ("nobody agreed", plan("adults_agreed"), [("blocker", f"{AT}.adults_agreed")]),
    ("nobody named", plan("adults", "adults_agreed"), [("blocker", f"{AT}.adults", f"{AT}.adults_agreed")]),
    ("no adult is relied on", plan("adults", "adults_agreed", "adults_do"), PASSES),
    ("not shown to this child", plan("shown_child"), [("justify", f"{AT}.shown_child")]),
    ("shown to nobody", plan("shown_child", "shown_carer"), [("justify", f"{AT}.shown_child", f"{AT}.shown_carer")]),
    ("a disagreement", plan(disagreement="He wants his own room."), [("justify", f"{AT}.our_answer")]),
    ("a disagreement with an answer", plan(disagreement="x", our_answer="Changed."), PASSES),
    ("a plan that has ended", plan("adults_agreed", to=on("2026-06-01")), NOT_EVALUATED),
)
def test_r66(held: Given, expected: object) -> None:
    """A plan needs the people in it: their agreement blocks, being shown is explained."""
    assert weighed("R66", held) == expected
