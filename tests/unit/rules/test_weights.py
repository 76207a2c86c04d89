"""How much each rule weighs in each tier, and what the tier does to a finding."""

from __future__ import annotations

import pytest

from hsb_assess.rules.check import evaluate
from hsb_assess.rules.finding import Circumstances, Gate, Report, Severity, Weight
from tests.unit.rules.making import TODAY, Given, book, given, on, reading

FULL_ONLY = {"R04", "R11", "R12", "R31", "R37", "R43", "R64"}
SHORT_JUSTIFY = {"R09", "R18", "R19", "R20", "R28", "R30", "R45", "R47", "R58"}
SHORT_ADVISORY = {
    *("R02", "R03", "R13", "R14", "R15", "R22", "R23", "R24", "R32", "R33", "R36", "R39", "R40", "R42", "R44", "R51"),
    *("R52", "R54", "R55", "R62", "R66", "R67", "R69", "R70"),
}
FIRST_DAY = {"R10", "R21", "R46", "R59", "R65", "R68"}
ORDINARY: dict[str, Weight | dict[str, Weight]] = {
    "R05": Weight.ADVISORY,
    "R32": Weight.ADVISORY,
    "R51": Weight.ADVISORY,
    "R38": Weight.JUSTIFY,
    "R48": {"own_work": Weight.BLOCKER},
    "R49": Weight.BLOCKER,
    "R50": Weight.BLOCKER,
    "R53": Weight.BLOCKER,
    "R60": {"faulty": Weight.BLOCKER, "disagree": Weight.BLOCKER},
    "R61": Weight.BLOCKER,
}
"""The column *Tier* of the table of rules, as practice has it.

Of R60 only what is wrong with an answer that was given speaks in *ordinary*: open questions are none of that tier's.
"""

HELD = given(
    {"M03.incidents[i].band": "problematic", "M01.shares_home": {"state": "yes"}},
    person={"b": {"label": "B", "is": "child"}},
    pair={"g": {"older": "a", "child": "b", "contact": "yes"}},
    action={"r": {"work": "family", "owner": "worker", "by_when": on("2026-06-19")}},
)


def _found(tier: str, gate: Gate = Gate.SUBMIT, about: Circumstances | None = None) -> Report:
    held = Given({**HELD.answers, "M00.tier": tier}, HELD.things)
    return evaluate(reading(held), TODAY, book(), gate=gate, circumstances=about)


@pytest.mark.parametrize("rule", sorted(book().texts))
def test_a_rule_weighs_in_each_tier_what_practice_says(rule: str) -> None:
    """Nothing is off by an oversight, and nothing is asked of ordinary behaviour that practice does not ask."""
    text = book().texts[rule]
    assert text.speaks("full") is (rule != "R61")
    assert text.weight("first_day") is (Weight.ALERT if rule in FIRST_DAY else None)
    assert text.tiers.get("ordinary") == ORDINARY.get(rule)
    short = text.weight("short")
    if rule in FULL_ONLY:
        assert short is None
    elif rule in SHORT_ADVISORY:
        assert short is Weight.ADVISORY
    elif rule in SHORT_JUSTIFY:
        assert short is Weight.JUSTIFY
    else:
        assert short is text.weight("full") or rule == "R61"


def test_what_is_found_of_ordinary_behaviour_can_be_mended_there() -> None:
    """Nothing points to a question that is asked only of more."""
    for answers, things in (({}, {}), (HELD.answers, HELD.things)):
        held = Given({**answers, "M00.tier": "ordinary"}, things)
        engine = reading(held).engine
        found = evaluate(reading(held), TODAY, book()).findings
        assert {"R51"} <= {finding.rule for finding in found}
        for finding in found:
            assert any(engine.visible(path) for path in finding.questions), (finding.rule, finding.questions)


def test_in_the_short_tier_a_rule_weighs_no_more_than_its_cap() -> None:
    """A blocker of the full assessment is explained or considered there."""
    full = {each.rule: each.severity for each in _found("full").findings}
    short = {each.rule: each.severity for each in _found("short").findings}
    assert (full["R18"], short["R18"]) == (Severity.BLOCKER, Severity.JUSTIFY)
    assert (full["R32"], short["R32"]) == (Severity.BLOCKER, Severity.ADVISORY)
    assert (full["R01"], short["R01"]) == (Severity.BLOCKER, Severity.BLOCKER)


def test_a_cap_makes_nothing_graver() -> None:
    """R23 asks for an explanation of missing length, and the full tier, where it may block, leaves that as it is."""
    assert {each.severity for each in _found("full").findings if each.rule == "R23"} == {Severity.JUSTIFY}
    assert {each.severity for each in _found("short").findings if each.rule == "R23"} == {Severity.ADVISORY}


def test_the_first_day_has_alerts_and_stops_nothing() -> None:
    """What keeps children safe tonight is said with all its weight, and no act waits for it."""
    for gate in (Gate.SUBMIT, Gate.ALERT):
        found = _found("first_day", gate).findings
        assert {"R21", "R59"} <= {each.rule for each in found} <= FIRST_DAY
        assert all(each.alert and each.gate is Gate.ALERT for each in found)
        assert {each.severity for each in found} == {Severity.BLOCKER}
    assert {each.rule for each in _found("first_day").not_evaluated} <= FIRST_DAY


def test_ordinary_behaviour_meets_few_rules() -> None:
    """Only what practice names for this tier is judged at all."""
    report = _found("ordinary")
    assert report.rules() <= set(ORDINARY)
    assert {each.rule for each in report.not_evaluated} <= set(ORDINARY)


def test_a_tier_may_let_only_some_cases_of_a_rule_speak() -> None:
    """Of ordinary behaviour the manager reads what there is; that the author is not the manager always holds."""
    about = Circumstances("p", "p", frozenset(), None)
    ordinary = [each for each in _found("ordinary", Gate.APPROVE, about).findings if each.rule == "R48"]
    full = [each for each in _found("full", Gate.APPROVE, about).findings if each.rule == "R48"]
    assert [each.questions for each in ordinary] == [("M00.supervisor",)]
    assert len(full) > len(ordinary)


def test_without_a_tier_every_rule_of_the_full_assessment_speaks() -> None:
    """A form without tiers is judged as it was before there were any."""
    assert _found("").rules() == _found("full").rules()
