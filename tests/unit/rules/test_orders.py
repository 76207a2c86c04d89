"""R68: before an order, a condition or a sentence ends, it is arranged what protects the children from that day."""

from __future__ import annotations

from datetime import date
from typing import Any

from hsb_assess.rules.check import evaluate
from hsb_assess.rules.clocks import clocks
from hsb_assess.rules.finding import Gate
from tests.unit.rules.making import NOT_EVALUATED, PASSES, SISTER, TODAY, Given, book, given, on, reading, said, table

AT = "M11.conditions[c]"
THEN = {"then_what": "Her carer stays near.", "then_who": ["mother"], "then_told": "School, on Monday."}
OPEN = (f"{AT}.status", *(f"{AT}.{name}" for name in THEN))
BAIL: dict[str, Any] = {
    "binds": ["a"],
    "kind": "bail",
    "text": "Not to meet the child.",
    "from": on("2026-05-15"),
    "status": "in_force",
}


def condition(**fields: object) -> Given:
    """Return one condition of the register."""
    return given(condition={"c": {**BAIL, **fields}})


def released(day: str, **fields: object) -> Given:
    """Return an adult of the register who will be released."""
    return given(adult={"r": {"person": "partner", "release": on(day), **fields}})


@table(
    ("nothing recorded", given(), NOT_EVALUATED),
    ("an adult without an order", given(adult={"r": {"person": "partner"}}), NOT_EVALUATED),
    ("in force without an end", condition(), PASSES),
    ("ends on the twentieth working day", condition(to=on("2026-07-06")), [OPEN]),
    ("ends the day after", condition(to=on("2026-07-07")), PASSES),
    ("ended yesterday and still called in force", condition(to=on("2026-06-07")), [OPEN]),
    ("ends soon, all arranged", condition(to=on("2026-06-12"), **THEN), PASSES),
    (
        "ends soon, nobody told",
        condition(to=on("2026-06-12"), then_what="x", then_who=["mother"]),
        [(f"{AT}.status", f"{AT}.then_told")],
    ),
    ("broken", condition(status="breached"), [OPEN]),
    ("broken, and arranged", condition(status="breached", **THEN), PASSES),
    ("nobody knows", condition(status="unknown"), [OPEN]),
    ("over", condition(status="ended", to=on("2026-06-12")), NOT_EVALUATED),
    ("lifted, and still called in force", condition(changed="ended", changed_on=on("2026-06-01")), [OPEN]),
    (
        "released within twenty working days",
        released("2026-07-06"),
        [("M11.adults[r].release_what", "M11.adults[r].release_who")],
    ),
    ("released later", released("2026-07-07"), PASSES),
    ("released already", released("2026-06-01"), PASSES),
    ("released soon, arranged", released("2026-06-12", release_what="x", release_who=["worker"]), PASSES),
    ("released soon, nobody makes sure", released("2026-06-12", release_what="x"), [("M11.adults[r].release_who",)]),
)
def test_r68(held: Given, expected: object) -> None:
    """What ends is known before it ends."""
    assert said("R68", held) == expected


def investigated(until: str, *, outcome: str | None = None, **conditions: dict[str, Any]) -> Given:
    """Return an investigation of harm to a child, whose conditions end, beside what the register lists."""
    told = {
        "which_child": "b",
        "conditions": "Not to be alone with her.",
        "conditions_to": on(until),
        "outcome": outcome,
    }
    answers = {f"M05.investigation[i].{name}": value for name, value in told.items() if value is not None}
    return given(answers, person=SISTER, condition=conditions)


ENDS = [("M05.investigation[i].conditions_to", "M11.conditions")]


@table(
    ("ends on the twentieth working day", investigated("2026-07-06"), ENDS),
    ("ends the day after", investigated("2026-07-07"), PASSES),
    ("ended, and nobody has said what came of it", investigated("2026-06-01"), ENDS),
    ("ended, and the investigation too", investigated("2026-06-01", outcome="No further action."), PASSES),
    ("the investigation is over, its conditions are not", investigated("2026-06-12", outcome="Charged."), ENDS),
    ("listed with the same end", investigated("2026-06-12", c={**BAIL, "to": on("2026-06-12"), **THEN}), PASSES),
    (
        "listed with the same end, nothing arranged",
        investigated("2026-06-12", c={**BAIL, "to": on("2026-06-12")}),
        [OPEN],
    ),
    ("an order for this child goes on", investigated("2026-06-12", c={**BAIL, "about": ["b"]}), PASSES),
    ("an order for another child goes on", investigated("2026-06-12", c={**BAIL, "about": ["a"]}), ENDS),
    (
        "an order for this child begins too late",
        investigated("2026-06-12", c={**BAIL, "about": ["b"], "from": on("2026-06-20")}),
        ENDS,
    ),
)
def test_r68_of_an_investigation_of_harm(held: Given, expected: object) -> None:
    """Conditions that are known from an investigation alone end as those of the register do."""
    assert said("R68", held) == expected


def test_the_end_of_conditions_in_an_investigation_is_watched() -> None:
    """Its clock stands among those of orders until the register has one for it."""
    (told,) = [each for each in clocks(reading(investigated("2026-06-12")), TODAY) if each.name == "order_end"]
    assert (told.question, told.due, told.state) == (
        "M05.investigation[i].conditions_to",
        date(2026, 6, 12),
        "due_soon",
    )
    listed = investigated("2026-06-12", c={**BAIL, "to": on("2026-06-12")})
    (told,) = [each for each in clocks(reading(listed), TODAY) if each.name == "order_end"]
    assert told.question == f"{AT}.to"


def test_r68_speaks_of_what_is_recorded_in_every_tier() -> None:
    """On the first day an order that is known to be broken is told, though that tier does not ask about orders."""
    held = condition(status="breached")
    first = Given({**held.answers, "M00.tier": "first_day"}, held.things)
    assert said("R68", first) == [OPEN]
    assert "R68" in evaluate(reading(first), TODAY, book()).rules()


def test_r68_is_shown_while_recording() -> None:
    """It does not wait until somebody signs."""
    held = condition(status="breached")
    assert "R68" in evaluate(reading(held), TODAY, book(), gate=Gate.ALERT).rules()


def test_r68_of_child_e() -> None:
    """Bail to 8 December is watched from 10 November."""
    held = condition(to=on("2026-12-08"))
    assert said("R68", held, date(2026, 11, 9)) == PASSES
    assert said("R68", held, date(2026, 11, 10)) == [OPEN]
