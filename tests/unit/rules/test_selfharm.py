"""R46: self-harm is asked about, a clinician hears the same day, and something keeps this child safe."""

from __future__ import annotations

from typing import Any

from hsb_assess.domain.answer import Absence, absent
from hsb_assess.rules.check import evaluate
from tests.unit.rules import child_c
from tests.unit.rules.making import (
    CONFLICTING,
    NONE_FOUND,
    PASSES,
    SUSPECTED,
    TODAY,
    YES,
    Given,
    book,
    given,
    on,
    reading,
    table,
    weighed,
)

NOW = "M01.self_harm_now"
EVER = "M07.self_harm"
WHO = "M07.clinical.who"
AT = "M07.clinical.at"
TOLD = "M02.events[e].what"
SAFETY = ("M20.settings", "M21.actions")
NEITHER = {NOW: NONE_FOUND, EVER: NONE_FOUND}
SPOKEN = {WHO: "worker", AT: "2026-06-08T11:00:00+01:00"}
NOTICED = {"M07.self_harm_noticed": on("2026-06-08")}
EVENT: dict[str, dict[str, Any]] = {"e": {"when": on("2026-05-28"), "category": "self_harm", "what": "Noticed."}}
PLAN: dict[str, dict[str, Any]] = {"p": {"setting": "home", "protects": ["a"], "adults_do": "Stay near."}}
FIRST_DAY = {"M00.tier": "first_day"}


def action(work: str, *needs: str) -> dict[str, dict[str, Any]]:
    """Return one action of the support plan."""
    return {"r": {"work": work, "for_need": [*needs]}}


@table(
    ("neither asked", given(), [("blocker", NOW, EVER)]),
    ("now asked, and not before", given({NOW: NONE_FOUND}), [("blocker", EVER)]),
    ("asked, and no sign", given(NEITHER), PASSES),
    ("an absence is an answer", given({NOW: NONE_FOUND, EVER: absent(Absence.NOT_SAFE)}), PASSES),
    ("on the first day only now is asked", given({**FIRST_DAY, NOW: NONE_FOUND}), PASSES),
    ("yes, and nothing done", given({**NEITHER, EVER: YES}), [("blocker", WHO, AT, *SAFETY)]),
    ("suspected, and nothing done", given({**NEITHER, NOW: SUSPECTED}), [("blocker", WHO, AT, *SAFETY)]),
    ("people differ, and nothing done", given({**NEITHER, EVER: CONFLICTING}), [("blocker", WHO, AT, *SAFETY)]),
    ("a clinician, and no safety action", given({**NEITHER, EVER: YES, **SPOKEN}), [("blocker", *SAFETY)]),
    ("a plan, and no clinician", given({**NEITHER, EVER: YES}, setting=PLAN), [("blocker", WHO, AT)]),
    ("a clinician without when", given({**NEITHER, EVER: YES, WHO: "worker"}, setting=PLAN), [("blocker", AT)]),
    ("both, the same day", given({**NEITHER, EVER: YES, **SPOKEN, **NOTICED}, setting=PLAN), PASSES),
    (
        "an action for this child's safety",
        given({**NEITHER, EVER: YES, **SPOKEN, **NOTICED}, action=action("wellbeing", "health")),
        PASSES,
    ),
    (
        "an action that does not say which need it answers",
        given({**NEITHER, EVER: YES, **SPOKEN, **NOTICED}, action=action("wellbeing")),
        PASSES,
    ),
    (
        "lessons",
        given({**NEITHER, EVER: YES, **SPOKEN, **NOTICED}, action=action("education")),
        [("blocker", *SAFETY)],
    ),
    (
        "an action that keeps others safe",
        given({**NEITHER, EVER: YES, **SPOKEN, **NOTICED}, action=action("behaviour_safety", "risk_from")),
        [("blocker", *SAFETY)],
    ),
    (
        "a plan that protects others",
        given({**NEITHER, EVER: YES, **SPOKEN, **NOTICED}, setting={"p": {**PLAN["p"], "protects": ["b"]}}),
        [("blocker", *SAFETY)],
    ),
    (
        "a plan that has run out",
        given({**NEITHER, EVER: YES, **SPOKEN, **NOTICED}, setting={"p": {**PLAN["p"], "to": on("2026-06-07")}}),
        [("blocker", *SAFETY)],
    ),
    (
        "on the first day the arrangement for tonight",
        given({**FIRST_DAY, NOW: YES, **SPOKEN}),
        [("blocker", "M01.arrangement.what", "M01.arrangement.agreed_by")],
    ),
    (
        "on the first day all of it",
        given(
            {
                **FIRST_DAY,
                NOW: YES,
                **SPOKEN,
                "M01.arrangement.what": "Mother sleeps near.",
                "M01.arrangement.agreed_by": ["mother"],
            }
        ),
        PASSES,
    ),
    (
        "later than it was noticed",
        given({**NEITHER, EVER: YES, **SPOKEN, "M07.self_harm_noticed": on("2026-06-06")}, setting=PLAN),
        [("justify", AT)],
    ),
    (
        "noticed some time in this month",
        given({**NEITHER, EVER: YES, **SPOKEN, "M07.self_harm_noticed": on("2026-06")}, setting=PLAN),
        PASSES,
    ),
    (
        "told by the chronology",
        given(event=EVENT),
        [("blocker", TOLD, NOW, EVER, WHO, AT, *SAFETY)],
    ),
    (
        "told, and health says more: no sign after looking",
        given(NEITHER, event=EVENT),
        PASSES,
    ),
    (
        "told, and answered later than that",
        given({**NEITHER, EVER: YES, **SPOKEN}, event=EVENT, setting=PLAN),
        [("justify", AT)],
    ),
)
def test_r46(held: Given, expected: object) -> None:
    """A clinician and a safety action, and an explanation where they came later than the notice."""
    assert weighed("R46", held) == expected


def test_child_c_recorded_today_asks_for_the_delay() -> None:
    """Noticed on 3 August and answered on 14 September: what is left is to say what was done about the six weeks."""
    answers = {
        NOW: YES,
        EVER: YES,
        "M07.self_harm_noticed": on("2026-08-03"),
        WHO: "nurse",
        AT: "2026-09-14T11:00:00+01:00",
    }
    plan = {"p": {"setting": "home", "protects": ["this_child"], "adults_do": "Stay near."}}
    held = reading(child_c.draft(answers, setting=plan), child_c.TODAY)
    (finding,) = [each for each in evaluate(held, child_c.TODAY, book()).findings if each.rule == "R46"]
    assert (finding.severity, finding.alert) == ("justify", True)
    assert finding.message == "A clinician heard of it 42 days after it was first noticed."


def test_no_hour_or_day_moves_the_finding() -> None:
    """The delay is counted to the conversation and not to today."""
    held = given({**NEITHER, EVER: YES, **SPOKEN, "M07.self_harm_noticed": on("2026-06-06")}, setting=PLAN)
    (first,) = [each for each in evaluate(reading(held), TODAY, book()).findings if each.rule == "R46"]
    assert "2 days" in first.message
