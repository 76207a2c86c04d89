"""A finding that asks for an explanation waits for one with evidence, and at approval for the supervisor to accept it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk.gate import Acceptance, in_the_way
from hsb_assess.rules.check import evaluate
from hsb_assess.rules.finding import Severity
from tests.unit.rules import child_a, child_c, child_e
from tests.unit.rules.making import Given, book, given, on, reading

if TYPE_CHECKING:
    from datetime import date

    from pydantic import JsonValue

    from hsb_assess.record.reading import Reading
    from hsb_assess.rules.finding import Finding, Report

ON_HOLD = given(
    {"M17.challenges[c].about": "support_waits", "M01.s47": "single"},
    action={
        "r": {
            "work": "wellbeing",
            "status": "on_hold",
            "hold_reason": "police_or_court",
            "hold_interim": "Weekly.",
            "hold_wish": "Soon.",
        },
        "q": {"work": "family", "status": "ended"},
    },
)
ASKED = given(
    {
        "M07.contributions[g].asked": on("2026-05-21"),
        "M07.contributions[g].called": on("2026-06-04"),
        "M17.challenges[c].raised": on("2026-05-01"),
    }
)


def judged(held: Given, today: date) -> tuple[Report, Reading]:
    """Return what the rules find, and in what."""
    read = reading(held, today)
    return evaluate(read, today, book()), read


CASES: list[tuple[str, Given, date]] = [
    ("A", child_a.draft(), child_a.TODAY),
    ("C", child_c.draft(), child_c.TODAY),
    ("E", child_e.draft(), child_e.TODAY),
    ("on hold", ON_HOLD, child_a.TODAY),
    ("asked", ASKED, child_a.TODAY),
]
FINDINGS = [
    pytest.param(held, today, finding.key, id=f"{name} {finding.rule} {number}")
    for name, held, today in CASES
    for number, finding in enumerate(judged(held, today)[0].of(Severity.JUSTIFY))
]


def waiting(held: Given, today: date, key: str, note: JsonValue, accepted: bool | None = None) -> bool:
    """Say whether signing waits for a finding once ``note`` is recorded of it and, at approval, it was decided on."""
    report, read = judged(held, today)
    decided = None if accepted is None else {key: Acceptance(key, accepted, "")}
    noted = replace(read, notes={f"@justification.{key}": note} if note else {})
    found: tuple[Finding, ...] = in_the_way(report, noted, decided)
    return key in {each.key for each in found}


@pytest.mark.parametrize(("held", "today", "key"), FINDINGS)
def test_an_explanation_that_cites_and_is_accepted_removes_it(held: Given, today: date, key: str) -> None:
    """Typing alone clears nothing, and at approval nothing is cleared that the supervisor refused or left open."""
    explained: JsonValue = {"value": "Health was rung the same day.", "evidence": ["x"]}
    assert waiting(held, today, key, None)
    assert waiting(held, today, key, {"value": "Health was rung the same day.", "evidence": []})
    assert waiting(held, today, key, {"value": "", "evidence": ["x"]})
    assert not waiting(held, today, key, explained)
    assert not waiting(held, today, key, explained, accepted=True)
    assert waiting(held, today, key, explained, accepted=False)


def test_an_explanation_stays_with_its_finding_alone() -> None:
    """What is written about one finding removes no other, not of the same rule either."""
    keys = [param.values[2] for param in FINDINGS if str(param.id).startswith("C ")]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("rule", ["R09", "R11", "R12", "R13", "R15", "R20", "R22", "R24", "R27"])
def test_the_cases_above_hold_every_rule_that_asks_for_an_explanation(rule: str) -> None:
    """A rule that is left out here is not shown to be mendable."""
    assert any(f" {rule} " in str(param.id) for param in FINDINGS)


def test_a_blocker_is_mended_and_never_explained() -> None:
    """An explanation of a blocker removes nothing."""
    report, read = judged(child_a.draft(), child_a.TODAY)
    blocker = report.of(Severity.BLOCKER)[0]
    note: JsonValue = {"value": "Explained.", "evidence": ["x"]}
    noted = replace(read, notes={f"@justification.{blocker.key}": note})
    assert blocker in in_the_way(report, noted, {blocker.key: Acceptance(blocker.key, accepted=True, reason="")})
