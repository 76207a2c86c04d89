"""R21 and R59: something protects each contact tonight, each pair is complete, and nobody is put there by guess."""

from __future__ import annotations

from typing import Any

import pytest

from hsb_assess.domain.answer import Absence, absent
from hsb_assess.rules.check import evaluate
from tests.unit.rules.making import (
    NONE_FOUND,
    NOT_EVALUATED,
    PASSES,
    PUPIL,
    SISTER,
    TODAY,
    YES,
    Given,
    book,
    given,
    on,
    reading,
    said,
    table,
)

SHARES = {"M01.shares_home": YES, "M01.shares_home_with": ["b"]}
ARRANGED = {
    "M01.arrangement.what": "Grandmother sleeps in the next room.",
    "M01.arrangement.agreed_by": ["mother"],
    "M01.arrangement.until": on("2026-06-22"),
}
BOTH = {**SISTER, **PUPIL}
OPEN = "M01.arrangement.what"
PAIR_OPEN = [("M11.pairs[g].what", OPEN)]


def pair(
    older: str = "a", child: str = "b", contact: object = "possible", **fields: object
) -> dict[str, dict[str, Any]]:
    """Return one row of the protection grid."""
    return {"g": {"older": older, "child": child, "contact": contact, **fields}}


COMPLETE: dict[str, Any] = {"what": "Never alone together.", "who": ["mother"], "until": on("2026-06-22")}
SCHOOL_PLAN = {"setting": "school", "protects": ["b"], "adults_do": "In sight.", "adults_agreed": on("2026-06-05")}
HOME_PLAN = {**SCHOOL_PLAN, "setting": "home"}


def condition(category: str, day: str, *people: str) -> dict[str, Any]:
    """Return a chronology event about a condition."""
    return {"when": on(day), "category": category, "what": "Bail.", "people": list(people)}


SET = condition("condition_set", "2026-06-01", "b")
ENDED = condition("condition_ended", "2026-06-05", "b")


@table(
    ("contact not asked about", given(person=SISTER), NOT_EVALUATED),
    ("no contact known", given(person=SISTER, pair=pair(contact="none_known")), PASSES),
    ("no shared home", given({"M01.shares_home": NONE_FOUND}), PASSES),
    ("a shared home", given(SHARES, person=SISTER), [(OPEN,)]),
    ("a shared home, with whom is open", given({"M01.shares_home": YES}, person=SISTER), [(OPEN,)]),
    ("a shared home with an arrangement", given({**SHARES, **ARRANGED}, person=SISTER), PASSES),
    (
        "an arrangement that nobody agreed to",
        given({**SHARES, **ARRANGED, "M01.arrangement.agreed_by": absent(Absence.NOT_ASKED)}, person=SISTER),
        [(OPEN,)],
    ),
    (
        "an arrangement that has run out",
        given({**SHARES, **ARRANGED, "M01.arrangement.until": on("2026-06-07")}, person=SISTER),
        [(OPEN,)],
    ),
    ("a shared home with a plan", given(SHARES, person=SISTER, setting={"p": HOME_PLAN}), PASSES),
    ("a plan for school does nothing at home", given(SHARES, person=SISTER, setting={"p": SCHOOL_PLAN}), [(OPEN,)]),
    (
        "a plan that no adult agreed to",
        given(SHARES, person=SISTER, setting={"p": {"setting": "home", "protects": ["b"], "adults_do": "In sight."}}),
        [(OPEN,)],
    ),
    ("the grid decides about the home", given(SHARES, person=SISTER, pair=pair(contact="none_known")), PASSES),
    (
        "the grid decides about a home shared with nobody named",
        given({"M01.shares_home": YES}, person=BOTH, pair=pair(contact="none_known")),
        PASSES,
    ),
    (
        "an arrangement until today",
        given({**SHARES, **ARRANGED, "M01.arrangement.until": on("2026-06-08")}, person=SISTER),
        PASSES,
    ),
    (
        "an arrangement until some day this month",
        given({**SHARES, **ARRANGED, "M01.arrangement.until": on("2026-06")}, person=SISTER),
        PASSES,
    ),
    (
        "a plan that protects another child",
        given(SHARES, person=BOTH, setting={"p": {**HOME_PLAN, "protects": ["a", "pupil"]}}),
        [(OPEN,)],
    ),
    (
        "a home shared with nobody named, with a plan",
        given({"M01.shares_home": YES}, person=SISTER, setting={"p": HOME_PLAN}),
        PASSES,
    ),
    ("a possible contact", given(person=SISTER, pair=pair()), PAIR_OPEN),
    ("a contact at school with its plan", given(person=SISTER, pair=pair(), setting={"p": SCHOOL_PLAN}), PASSES),
    ("a protected pair", given(person=SISTER, pair=pair(**COMPLETE)), PASSES),
    (
        "a pair protected by somebody, until when is open",
        given(person=SISTER, pair=pair(what="x", who=["mother"])),
        PASSES,
    ),
    ("words alone protect nobody", given(person=SISTER, pair=pair(what="A promise.")), PAIR_OPEN),
    (
        "protected until last week",
        given(person=SISTER, pair=pair(**{**COMPLETE, "until": on("2026-06-01")})),
        PAIR_OPEN,
    ),
    (
        "a plan for children says nothing of an adult",
        given(person=SISTER, pair=pair("partner"), setting={"p": HOME_PLAN}),
        PAIR_OPEN,
    ),
    (
        "an order in force",
        given(
            person=SISTER,
            pair=pair("partner"),
            condition={"m": {"binds": ["partner"], "about": ["b"], "text": "No contact.", "status": "in_force"}},
        ),
        PASSES,
    ),
    (
        "an order that has ended",
        given(
            person=SISTER,
            pair=pair("partner"),
            condition={"m": {"binds": ["partner"], "about": ["b"], "text": "No contact.", "status": "ended"}},
        ),
        PAIR_OPEN,
    ),
    (
        "an order whose last day has passed",
        given(
            person=SISTER,
            pair=pair("partner"),
            condition={"m": {"binds": ["partner"], "status": "in_force", "to": on("2026-06-07")}},
        ),
        PAIR_OPEN,
    ),
    (
        "an order that names no child protects every child",
        given(person=SISTER, pair=pair("partner"), condition={"m": {"binds": ["partner"], "status": "in_force"}}),
        PASSES,
    ),
    (
        "an order about another child",
        given(
            person=BOTH,
            pair=pair("partner"),
            condition={"m": {"binds": ["partner"], "about": ["pupil"], "status": "in_force"}},
        ),
        PAIR_OPEN,
    ),
    (
        "one order ended, another in force",
        given(
            person=SISTER,
            pair=pair("partner"),
            condition={
                "m": {"binds": ["partner"], "status": "ended"},
                "n": {"binds": ["partner"], "about": ["b"], "status": "in_force"},
            },
        ),
        PASSES,
    ),
    (
        "a condition on this child, in the register",
        given(person=SISTER, pair=pair(), condition={"m": {"binds": ["a"], "about": ["b"], "status": "in_force"}}),
        PASSES,
    ),
    (
        "the register decides about what the chronology tells",
        given(
            person=SISTER,
            pair=pair(),
            event={"s": SET},
            condition={"m": {"binds": ["a"], "about": ["b"], "status": "ended"}},
        ),
        PAIR_OPEN,
    ),
    ("a condition in the chronology", given(person=SISTER, pair=pair(), event={"s": SET}), PASSES),
    ("a condition that was removed", given(person=SISTER, pair=pair(), event={"s": SET, "e": ENDED}), PAIR_OPEN),
    (
        "a condition that ends today",
        given(person=SISTER, pair=pair(), event={"s": SET, "e": condition("condition_ended", "2026-06-08", "b")}),
        PAIR_OPEN,
    ),
    (
        "a condition that may have ended this month",
        given(person=SISTER, pair=pair(), event={"s": SET, "e": condition("condition_ended", "2026-06", "b")}),
        PAIR_OPEN,
    ),
    (
        "a condition that ends later",
        given(person=SISTER, pair=pair(), event={"s": SET, "e": condition("condition_ended", "2026-07-01", "b")}),
        PASSES,
    ),
    (
        "another condition that ended",
        given(person=BOTH, pair=pair(), event={"s": SET, "e": condition("condition_ended", "2026-06-05", "pupil")}),
        PASSES,
    ),
    (
        "a condition set again after one ended",
        given(person=SISTER, pair=pair(), event={"s": SET, "e": condition("condition_ended", "2026-05-20", "b")}),
        PASSES,
    ),
    (
        "an end that names nobody, on no known day",
        given(
            person=SISTER,
            pair=pair(),
            event={"s": SET, "e": {**condition("condition_ended", "2026"), "when": absent(Absence.UNKNOWN)}},
        ),
        PAIR_OPEN,
    ),
    (
        "a condition set today",
        given(person=SISTER, pair=pair(), event={"s": condition("condition_set", "2026-06-08", "b")}),
        PASSES,
    ),
    (
        "a condition of no known day",
        given(person=SISTER, pair=pair(), event={"s": {**SET, "when": absent(Absence.UNKNOWN)}}),
        PAIR_OPEN,
    ),
    (
        "a condition about several, these two among them",
        given(person=SISTER, pair=pair(), event={"s": condition("condition_set", "2026-06-01", "a", "b", "partner")}),
        PASSES,
    ),
    (
        "a condition about two others",
        given(person=SISTER, pair=pair(), event={"s": condition("condition_set", "2026-06-01", "partner", "b")}),
        PAIR_OPEN,
    ),
    (
        "a condition about nobody in particular",
        given(person=SISTER, pair=pair(), event={"s": condition("condition_set", "2026-06-01")}),
        PAIR_OPEN,
    ),
)
def test_r21(held: Given, expected: object) -> None:
    """Contact between people of this concern is protected by something in force or agreed."""
    assert said("R21", held) == expected


def adult(person: str | None = "partner", **fields: object) -> dict[str, dict[str, Any]]:
    """Return one row of the register of adults."""
    row: dict[str, Any] = {"contact_kind": "care", "reason_listed": "care", **fields}
    return {"m": row if person is None else {"person": person, **row}}


RISKY = adult(reason_listed="may_be_risk")
HE = {"he": {"label": "person not yet identified", "is": "unidentified"}}
NAMELESS = {"h": {"person": "he", "not_yet_identified": "yes", "contact_kind": "contact", "reason_listed": "not_known"}}


def without(*fields: str) -> dict[str, Any]:
    """Return a complete arrangement but for some fields."""
    return {name: value for name, value in COMPLETE.items() if name not in fields}


@table(
    ("nobody listed", given(), [("M11.adults",)]),
    ("an adult with care, no other child", given(adult=adult()), PASSES),
    (
        "another child without a pair",
        given(person=SISTER, child={"k": {"person": "b"}}, adult=adult()),
        [("M11.pairs",)],
    ),
    (
        "this child and another, complete",
        given(person=SISTER, child={"k": {"person": "b"}}, adult=adult(), pair=pair(**COMPLETE)),
        PASSES,
    ),
    (
        "the other child is the older one",
        given(person=SISTER, child={"k": {"person": "b"}}, adult=adult(), pair=pair("b", "a", "none_known")),
        PASSES,
    ),
    (
        "contact not asked about",
        given(adult=adult(), pair=pair("partner", "a", absent(Absence.NOT_ASKED))),
        [("M11.pairs[g].contact",)],
    ),
    (
        "contact unknown was asked about",
        given(adult=adult(), pair=pair("partner", "a", absent(Absence.UNKNOWN))),
        PASSES,
    ),
    ("may be a risk, no pair", given(adult=RISKY), [("M11.pairs",)]),
    ("may be a risk, no contact known", given(adult=RISKY, pair=pair("partner", "a", "none_known")), PASSES),
    (
        "may be a risk, nothing arranged",
        given(adult=RISKY, pair=pair("partner", "a")),
        [("M11.pairs[g].what", "M11.pairs[g].who", "M11.pairs[g].until")],
    ),
    ("no end", given(adult=RISKY, pair=pair("partner", "a", **without("until"))), [("M11.pairs[g].until",)]),
    ("nobody makes sure", given(adult=RISKY, pair=pair("partner", "a", **without("who"))), [("M11.pairs[g].who",)]),
    (
        "run out",
        given(adult=RISKY, pair=pair("partner", "a", **{**COMPLETE, "until": on("2026-06-07")})),
        [("M11.pairs[g].until",)],
    ),
    ("complete", given(adult=RISKY, pair=pair("partner", "a", **COMPLETE)), PASSES),
    ("care alone is no worry", given(adult=adult(), pair=pair("partner", "a", "yes")), PASSES),
)
def test_r59(held: Given, expected: object) -> None:
    """Each contact with somebody who may be a risk says what, who and until; an empty register never passes."""
    assert said("R59", held) == expected


def test_r59_somebody_not_yet_identified_counts_for_every_adult_alike() -> None:
    """An unnamed *he* asks for protection against all with care or contact, and singles nobody out."""
    adults = {**NAMELESS, "m": adult()["m"], "w": adult("mother")["m"], "x": adult("worker", contact_kind="none")["m"]}
    pairs = {f"g_{person}": pair(person, "a")["g"] for person in ("he", "partner", "mother", "worker")}
    parts = ("what", "who", "until")
    assert said("R59", given(person=HE, adult=adults, pair=pairs)) == [
        tuple(f"M11.pairs[g_{person}].{part}" for part in parts) for person in ("he", "partner", "mother")
    ]


@pytest.mark.parametrize("row", [{"person": "he"}, {"not_yet_identified": "yes"}])
def test_r59_a_row_may_be_nameless_by_its_person_or_by_its_mark(row: dict[str, Any]) -> None:
    """Either way of recording somebody not yet identified counts."""
    held = given(person=HE, adult={**adult(), "h": row}, pair=pair("he", "a", "none_known"))
    assert said("R59", held) == [("M11.pairs",)], "Adult M has care of this child and no pair"


def test_two_rules_on_one_pair_stand_in_one_item() -> None:
    """R21 and R59 about the same pair are shown together, with both ids; other findings stand alone."""
    held = given(adult=RISKY, pair=pair("partner", "a"))
    items = evaluate(reading(held), TODAY, book()).items()
    together = [tuple(finding.rule for finding in item) for item in items if len(item) > 1]
    assert together == [("R21", "R59")]
    assert sum(len(item) for item in items) == len(evaluate(reading(held), TODAY, book()).findings)


BROTHER = {"brother": {"label": "older brother", "is": "child"}}
BY_A_CHILD = {"M05.harm.sibling_peer": {"state": "suspected"}}
THREE = tuple(f"M11.pairs[g].{name}" for name in ("what", "who", "until"))


@table(
    ("an older child in the grid", given(person=BROTHER, adult=adult(), pair=pair("brother", "a", "yes")), PASSES),
    (
        "an older child in the grid, and harm by a child suspected",
        given(BY_A_CHILD, person=BROTHER, adult=adult(), pair=pair("brother", "a", "yes")),
        [THREE],
    ),
    (
        "protected",
        given(BY_A_CHILD, person=BROTHER, adult=adult(), pair=pair("brother", "a", **COMPLETE)),
        PASSES,
    ),
    (
        "an adult with care is none of them",
        given(BY_A_CHILD, adult=adult(), pair=pair("partner", "a", "yes")),
        PASSES,
    ),
)
def test_r59_an_older_child_who_may_have_harmed(held: Given, expected: object) -> None:
    """Where another child may have harmed this child, each older child of the grid has an arrangement."""
    assert said("R59", held) == expected
