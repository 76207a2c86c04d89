"""R18, R19, R33 and R58: homes have plans, plans meet what changed, keep people safe, and have a day to look again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hsb_assess.record.reading import Recorded
from hsb_assess.rules.check import RULES
from hsb_assess.rules.clock import State
from hsb_assess.rules.clocks import clocks
from hsb_assess.rules.finding import Case
from hsb_assess.rules.watches import STALE_PLAN
from tests.unit.rules.making import (
    NONE_FOUND,
    NOT_EVALUATED,
    PASSES,
    PUPIL,
    SISTER,
    TODAY,
    YES,
    Given,
    given,
    on,
    reading,
    said,
    table,
)

SHARES = {"M01.shares_home": YES, "M01.shares_home_with": ["b"]}
BOTH = {**SISTER, **PUPIL}


def sleeping(**rows: str) -> dict[str, dict[str, Any]]:
    """Return rows of the register that say whether each child sleeps in the same home."""
    return {f"k_{person}": {"person": person, "sleeps_same_home": code} for person, code in rows.items()}


def plan(**fields: object) -> dict[str, dict[str, Any]]:
    """Return one row of the safety plan."""
    return {"p": {"setting": "home", **fields}}


NO_PLAN = [("M20.settings",)]


@table(
    ("nobody has said", given(), NOT_EVALUATED),
    ("no shared home", given({"M01.shares_home": NONE_FOUND}), PASSES),
    ("a shared home counts before any row", given(SHARES, person=SISTER), NO_PLAN),
    ("a shared home with a plan", given(SHARES, person=SISTER, setting=plan()), PASSES),
    ("a plan for school is none for home", given(SHARES, person=SISTER, setting=plan(setting="school")), NO_PLAN),
    ("a plan that has ended", given(SHARES, person=SISTER, setting=plan(to=on("2026-06-05"))), NO_PLAN),
    ("a plan until today", given(SHARES, person=SISTER, setting=plan(to=on("2026-06-08"))), PASSES),
    (
        "weekends count",
        given(person=SISTER, child=sleeping(b="weekends")),
        [("M20.settings", "M11.children[k_b].sleeps_same_home")],
    ),
    ("sleeps elsewhere", given(person=SISTER, child=sleeping(b="no")), PASSES),
    ("once recorded, where the child sleeps decides", given(SHARES, person=SISTER, child=sleeping(b="no")), PASSES),
    ("shared with nobody named", given({"M01.shares_home": YES}, person=SISTER), NO_PLAN),
    (
        "shared with nobody named, and a row that says no",
        given({"M01.shares_home": YES}, person=SISTER, child=sleeping(b="no")),
        PASSES,
    ),
    ("a row about another child does not", given(SHARES, person=BOTH, child=sleeping(pupil="no")), NO_PLAN),
    (
        "the plan of one home protects one of two",
        given(person=BOTH, child=sleeping(b="yes", pupil="weekends"), setting=plan(protects=["a", "b"])),
        [("M20.settings", "M11.children[k_pupil].sleeps_same_home")],
    ),
    (
        "two homes, two plans",
        given(
            person=BOTH,
            child=sleeping(b="yes", pupil="weekends"),
            setting={
                "p": {"setting": "home", "protects": ["b"]},
                "q": {"setting": "other_home", "protects": ["pupil"]},
            },
        ),
        PASSES,
    ),
)
def test_r18(held: Given, expected: object) -> None:
    """A home that children share has a safety plan."""
    assert said("R18", held) == expected


PROBLEMATIC = {"M03.incidents[i].band": "problematic"}
MISSING = [("M20.settings", "M21.actions")]


@table(
    ("no band", given(), NOT_EVALUATED),
    ("below problematic", given({"M03.incidents[i].band": "inappropriate"}), PASSES),
    ("nothing keeps people safe", given(PROBLEMATIC), MISSING),
    (
        "the worst incident counts",
        given({"M03.incidents[i].band": "violent", "M03.incidents[j].band": "normal"}),
        MISSING,
    ),
    ("help is no safety", given(PROBLEMATIC, action={"r": {"work": "wellbeing"}}), MISSING),
    ("a safety action", given(PROBLEMATIC, action={"r": {"work": "behaviour_safety"}}), PASSES),
    ("what adults do", given(PROBLEMATIC, setting=plan(adults_do="An adult is in sight.")), PASSES),
    ("an empty plan row", given(PROBLEMATIC, setting=plan()), MISSING),
)
def test_r33(held: Given, expected: object) -> None:
    """From *problematic* on, something keeps people safe."""
    assert said("R33", held) == expected


@table(
    ("no plan", given(), NOT_EVALUATED),
    ("no day", given(setting=plan()), [("M20.settings[p].review",)]),
    ("within the limit", given(setting=plan(review=on("2026-07-06"))), PASSES),
    ("a day too late", given(setting=plan(review=on("2026-07-07"))), [("M20.settings[p].review",)]),
    ("a month may be too late", given(setting=plan(review=on("2026-07"))), [("M20.settings[p].review",)]),
    ("a plan that has ended", given(setting=plan(to=on("2026-06-01"))), NOT_EVALUATED),
)
def test_r58(held: Given, expected: object) -> None:
    """A safety plan is looked at again within twenty working days."""
    assert said("R58", held) == expected


SET = {"e": {"when": on("2026-05-28"), "category": "condition_set", "what": "Bail.", "people": ["b"]}}
TOLD = "M02.events[e].what"
REVIEW = "M20.last_review"
BAIL = "M11.conditions[bail]"
CASE = "M05.investigation[i]"


def bail(fields: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return one condition of the register, about half-sister B."""
    return {"bail": {"binds": ["a"], "about": ["b"], **fields}}


def planned(begun: str = "2026-05-20") -> dict[str, dict[str, Any]]:
    """Return one safety plan that holds from a day."""
    return {"p": {"setting": "home", "from": on(begun)}}


@table(
    ("no condition known", given(), NOT_EVALUATED),
    ("a condition, and no plan", given(event=SET, person=SISTER), [(TOLD, "M20.settings")]),
    ("a condition since the plan began", given(event=SET, person=SISTER, setting=planned()), [(TOLD, REVIEW)]),
    ("the plan began later", given(event=SET, person=SISTER, setting=planned("2026-05-29")), PASSES),
    ("reviewed the same day", given({REVIEW: on("2026-05-28")}, event=SET, person=SISTER, setting=planned()), PASSES),
    (
        "reviewed the day before",
        given({REVIEW: on("2026-05-27")}, event=SET, person=SISTER, setting=planned()),
        [(TOLD, REVIEW)],
    ),
    (
        "one row of the plan is older",
        given(event=SET, person=SISTER, setting={**planned("2026-05-29"), "q": {"setting": "school"}}),
        [(TOLD, REVIEW)],
    ),
    (
        "a month may be after the review",
        given(
            {REVIEW: on("2026-05-28")},
            event={"e": {**SET["e"], "when": on("2026-05")}},
            person=SISTER,
            setting=planned(),
        ),
        [(TOLD, REVIEW)],
    ),
    (
        "the register decides about its people",
        given(event=SET, person=SISTER, condition=bail({"from": on("2026-05-11")}), setting=planned()),
        PASSES,
    ),
    (
        "and not about others",
        given(event=SET, person=BOTH, condition=bail({"about": ["pupil"]}), setting=planned()),
        [(TOLD, REVIEW)],
    ),
    (
        "an event that names nobody is of the row of its day",
        given(
            event={"e": {**SET["e"], "people": []}},
            person=SISTER,
            condition=bail({"from": on("2026-05-28")}),
            setting=planned("2026-06-01"),
        ),
        PASSES,
    ),
    (
        "set after the plan began, in the register",
        given(person=SISTER, condition=bail({"from": on("2026-05-28")}), setting=planned()),
        [(f"{BAIL}.from", REVIEW)],
    ),
    (
        "varied since the review, in the register",
        given(
            {REVIEW: on("2026-05-29")},
            person=SISTER,
            condition=bail({"from": on("2026-05-11"), "changed": "varied", "changed_on": on("2026-06-05")}),
            setting=planned(),
        ),
        [(f"{BAIL}.changed_on", REVIEW)],
    ),
    (
        "run out since the review",
        given(
            {REVIEW: on("2026-05-29")},
            person=SISTER,
            condition=bail({"from": on("2026-05-11"), "to": on("2026-06-05")}),
            setting=planned(),
        ),
        [(f"{BAIL}.to", REVIEW)],
    ),
    (
        "a day still to come has changed nothing",
        given(
            {REVIEW: on("2026-05-29")},
            person=SISTER,
            condition=bail({"from": on("2026-05-11"), "to": on("2026-06-08")}),
            setting=planned(),
        ),
        PASSES,
    ),
    (
        "an adult's conditions in an investigation",
        given(
            {
                f"{CASE}.conditions": "Not to be alone with children.",
                f"{CASE}.conditions_from": on("2026-05-28"),
                f"{CASE}.conditions_to": on("2026-06-30"),
            },
            setting=planned(),
        ),
        [(f"{CASE}.conditions_from", REVIEW)],
    ),
    (
        "and when their last day has passed",
        given(
            {
                REVIEW: on("2026-05-29"),
                f"{CASE}.conditions": "Not to be alone with children.",
                f"{CASE}.conditions_from": on("2026-05-11"),
                f"{CASE}.conditions_to": on("2026-06-05"),
            },
            setting=planned(),
        ),
        [(f"{CASE}.conditions_to", REVIEW)],
    ),
    (
        "one that never came into force",
        given(person=SISTER, condition=bail({"from": on("2026-05-11"), "status": "none"})),
        NOT_EVALUATED,
    ),
    (
        "varied and ended count too",
        given(
            {REVIEW: on("2026-05-29")},
            event={
                "e": SET["e"],
                "f": {**SET["e"], "category": "condition_varied", "when": on("2026-06-01")},
                "g": {**SET["e"], "category": "condition_ended", "when": on("2026-06-03")},
            },
            person=SISTER,
            setting=planned(),
        ),
        [("M02.events[f].what", "M02.events[g].what", REVIEW)],
    ),
)
def test_r19(held: Given, expected: object) -> None:
    """When a condition changes, the plan is looked at again; the clock that the caseload shows says the same."""
    assert said("R19", held) == expected
    stale = [clock.state for clock in clocks(reading(held), TODAY) if clock.name == STALE_PLAN]
    assert (State.OVERDUE in stale) is (expected not in (PASSES, NOT_EVALUATED))


def test_r19_a_change_told_in_an_investigation_counts_from_its_record() -> None:
    """The question has no day of its own; on the day on which it was written at the latest, the change was known."""
    changed = f"{CASE}.conditions_changed"
    answers = {REVIEW: on("2026-06-01"), f"{CASE}.conditions": "Bail.", changed: "Lifted by police."}
    held = reading(given(answers, setting=planned()))
    judge = next(rule.judge for rule in RULES if rule.id == "R19")
    for day, expected in (("2026-06-01", ()), ("2026-06-02", ((changed, REVIEW),))):
        known = {changed: Recorded("p", "d", f"{day}T09:00:00+01:00", f"{day}T09:00:00+01:00", "e")}
        found = judge(Case(replace(held, recorded_at=known), TODAY))
        assert isinstance(found, tuple)
        assert tuple(fired.questions for fired in found) == expected
