"""R62: each need that harms daily life leads to an action or a wish to decline, and each action answers one."""

from __future__ import annotations

from typing import Any

from tests.unit.rules.making import NOT_EVALUATED, PASSES, Given, given, said, table

CALM, SAFE = "M19.needs.calm", "M19.risk_to_concern"
HELP: dict[str, Any] = {"work": "wellbeing", "action": "Time with his grandfather."}


def action(**fields: object) -> dict[str, dict[str, Any]]:
    """Return one action of the plan."""
    return {"r": {**HELP, **fields}}


@table(
    ("nothing rated", given(), NOT_EVALUATED),
    ("nothing rated, an action without a need", given(action=action()), NOT_EVALUATED),
    ("a clear gap", given({CALM: 2}), PASSES),
    ("cannot be rated", given({CALM: "cannot_rate"}), PASSES),
    ("a need that harms daily life", given({CALM: 3}), [(CALM, "M21.actions")]),
    ("an urgent need", given({CALM: 4}), [(CALM, "M21.actions")]),
    ("a concern", given({SAFE: "yes"}), [(SAFE, "M21.actions")]),
    ("no concern", given({SAFE: "no"}), PASSES),
    ("cannot tell", given({SAFE: "cannot_tell"}), PASSES),
    ("two in one finding", given({CALM: 3, SAFE: "yes"}), [(CALM, SAFE, "M21.actions")]),
    ("an action for it", given({CALM: 3}, action=action(for_need=["calm"])), PASSES),
    (
        "an action for something else",
        given({CALM: 3}, action=action(for_need=["fun"])),
        [(CALM, "M21.actions")],
    ),
    ("a wish to decline", given({CALM: 3, "M19.declined": ["calm"]}), PASSES),
    ("an action for nothing", given({CALM: 1}, action=action()), [("M21.actions[r].for_need",)]),
    ("an action for harm", given({CALM: 1}, action=action(for_harm=["neglect"])), PASSES),
    ("a row not written yet", given({CALM: 1}, action={"r": {"work": "wellbeing"}}), PASSES),
)
def test_r62(held: Given, expected: object) -> None:
    """Needs and actions meet."""
    assert said("R62", held) == expected


def test_r62_a_safety_plan_answers_a_concern() -> None:
    """Concerns may be met where people live, not by an action."""
    held = given({SAFE: "yes"}, setting={"p": {"setting": "home", "for_concern": ["risk_to"]}})
    assert said("R62", held) == PASSES
