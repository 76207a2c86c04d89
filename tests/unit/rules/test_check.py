"""All rules together: their texts, their order, their gates, and the same answer each time."""

from __future__ import annotations

import re
from typing import Any

import pytest

from hsb_assess.domain.answer import Absence, absent
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.rules.check import RULES, RuleBook, evaluate
from hsb_assess.rules.finding import Circumstances, Gate, Severity
from hsb_assess.rules.texts import read_texts
from tests.unit.rules.making import TODAY, Given, book, cited, data, definition, given, on, reading

IDS = {rule.id for rule in RULES} | {"R39", "R40", "R41", "R60"}
TEXTS = data("rules/holistic.yaml")["rules"]
ALERTS = {"R10", "R21", "R46", "R59", "R65", "R68"}
TWO_SEVERITIES = {"R09", "R20", "R23", "R28", "R41", "R45", "R46", "R48", "R57", "R66"}
DRAFT = given(
    {"M03.incidents[i].band": "problematic", "M01.shares_home": {"state": "yes"}, "M01.reason": "A perpetrator."},
    person={"b": {"label": "B", "is": "child"}},
    action={"r": {"work": "family", "owner": "worker", "by_when": on("2026-06-19")}},
)


def test_each_rule_has_a_text_and_each_text_a_rule() -> None:
    """Neither can be added without the other."""
    assert {text["id"] for text in TEXTS} == IDS
    assert len(TEXTS) == len(IDS), "a text stands twice"
    assert set(book().texts) == IDS


def test_a_rule_speaks_at_the_gate_that_its_text_names() -> None:
    """R60 alone has two parts: the author's, and the supervisor's at approval."""
    gates = {rule.id: rule.gate for rule in RULES if rule.id != "R60"}
    assert {rule: book().texts[rule].gate for rule in gates} == gates


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text["id"])
def test_each_question_of_a_text_is_in_the_form(text: dict[str, Any]) -> None:
    """A text leads to questions that exist."""
    assert [address for address in text["questions"] if definition().find(address) is None] == []


def test_each_question_of_a_finding_is_in_the_form() -> None:
    """What a finding names can be opened."""
    about = Circumstances("p", "p", frozenset(), "0" * 64)
    for held in (given(), DRAFT):
        for finding in evaluate(reading(held), TODAY, book(), gate=Gate.APPROVE, circumstances=about).findings:
            for path in finding.questions:
                assert definition().find(path) is not None, (finding.rule, path)


def test_two_severities_are_listed_with_the_usual_one_first() -> None:
    """R41 is advisory outside documents; the others block until the gravest part is mended."""
    several = {text["id"]: text["severity"] for text in TEXTS if isinstance(text["severity"], list)}
    assert set(several) == TWO_SEVERITIES & IDS
    assert book().texts["R41"].severity is Severity.ADVISORY


def test_alerts() -> None:
    """These rules speak while recording."""
    assert {rule for rule, text in book().texts.items() if text.alert} == ALERTS & IDS


def test_findings_stand_most_severe_first_and_alerts_before_others() -> None:
    """The list begins with what matters tonight."""
    findings = evaluate(reading(DRAFT), TODAY, book()).findings
    order = list(Severity)
    places = [(order.index(each.severity), not each.alert, each.rule) for each in findings]
    assert places == sorted(places)
    assert findings[0].alert
    assert {each.severity for each in findings} == set(Severity)


def test_the_same_record_gives_the_same_report() -> None:
    """Nothing depends on the order in which answers came or on when one looks."""
    backwards = type(DRAFT)(dict(reversed([*DRAFT.answers.items()])), DRAFT.things)
    first = evaluate(reading(DRAFT), TODAY, book())
    assert first == evaluate(reading(DRAFT), TODAY, book())
    assert first.rules() == evaluate(reading(backwards), TODAY, book()).rules()


def test_every_rule_fires_passes_or_says_that_it_was_not_evaluated() -> None:
    """A rule is never both."""
    report = evaluate(reading(DRAFT), TODAY, book(), gate=Gate.APPROVE)
    skipped = {each.rule for each in report.not_evaluated}
    assert not skipped & report.rules()
    assert {"R48", "R53"} <= skipped
    assert all(each.reason for each in report.not_evaluated)


def test_approval_judges_what_submission_does_and_the_review() -> None:
    """Nothing that stood at submission is lost at approval."""
    about = Circumstances("p", "s", frozenset(), "0" * 64)
    submitted = evaluate(reading(DRAFT), TODAY, book())
    approved = evaluate(reading(DRAFT), TODAY, book(), gate=Gate.APPROVE, circumstances=about)
    assert approved.rules() == submitted.rules() | {"R48", "R53"}


def test_while_recording_only_alerts_are_shown() -> None:
    """The gate *alert* is for the page on which somebody types."""
    report = evaluate(reading(DRAFT), TODAY, book(), gate=Gate.ALERT)
    assert report.rules() <= ALERTS
    assert "R21" in report.rules()


@pytest.mark.parametrize(("gate", "own"), [(Gate.EXPORT, {"R41", "R49", "R50"}), (Gate.CLOSURE, {"R54", "R67"})])
def test_release_and_closing_have_rules_of_their_own(gate: Gate, own: set[str]) -> None:
    """A gate judges its own rules only."""
    report = evaluate(reading(DRAFT), TODAY, book(), gate=gate)
    assert report.rules() | {each.rule for each in report.not_evaluated} <= own


def test_a_findings_key_is_about_its_questions() -> None:
    """An explanation stays with a finding while it is about the same, and not longer."""
    (first,) = [each for each in evaluate(reading(DRAFT), TODAY, book()).findings if each.rule == "R23"]
    (again,) = [each for each in evaluate(reading(DRAFT), TODAY, book()).findings if each.rule == "R23"]
    measured = given(
        {**DRAFT.answers}, **{**DRAFT.things, "action": {"r": {**DRAFT.things["action"]["r"], "duration": "x"}}}
    )
    (other,) = [each for each in evaluate(reading(measured), TODAY, book()).findings if each.rule == "R23"]
    assert first.key == again.key != other.key
    assert re.fullmatch(r"R23\.[0-9a-f]{12}", first.key)


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"rules": []},
        {"rules": "R01"},
        {"rules": [{"id": "R01"}]},
        {"rules": [{**TEXTS[0], "severity": "grave"}]},
        {"rules": [{**TEXTS[0], "gate": "door"}]},
    ],
)
def test_texts_that_cannot_be_read(content: dict[str, Any]) -> None:
    """A damaged file is refused in words for people."""
    with pytest.raises(HsbAssessError) as refused:
        read_texts(content)
    assert refused.value.code == "rule_texts"


def test_a_language_that_is_missing_falls_back_to_english() -> None:
    """A text without a translation is shown in English."""
    assert read_texts({"rules": TEXTS}, "fr") == book().texts
    assert RuleBook.of({"rules": TEXTS}, {}).texts == book().texts


PAIR = {"older": "a", "child": "b", "contact": "yes"}
SISTER = {"b": {"label": "B", "is": "child"}}
ADULT = {"r": {"person": "mother", "contact_kind": "care", "reason_listed": "care"}}
SAYS: list[tuple[str, Given, list[str]]] = [
    ("R59", given(), ["No adult is listed yet."]),
    (
        "R59",
        given(person=SISTER, child={"k": {"person": "b"}}, adult=ADULT),
        ["Some pairs are not in the grid yet."],
    ),
    (
        "R59",
        given(person=SISTER, adult=ADULT, pair={"g": {**PAIR, "contact": absent(Absence.NOT_ASKED)}}),
        ["It is not said yet whether two people in the grid are in contact."],
    ),
    (
        "R59",
        given(person=SISTER, adult=ADULT, pair={"g": PAIR}),
        ["Two people in the grid may be in contact, and no arrangement for it is written."],
    ),
    (
        "R59",
        given(person=SISTER, adult=ADULT, pair={"g": {**PAIR, "what": "Apart.", "who": ["mother"]}}),
        ["The arrangement for two people in the grid lacks what, who or until when."],
    ),
    (
        "R59",
        given(
            person=SISTER,
            adult=ADULT,
            pair={"g": {**PAIR, "what": "Apart.", "who": ["mother"], "until": on("2026-06-01")}},
        ),
        ["The arrangement for two people in the grid has run out."],
    ),
    (
        "R16",
        given(person=SISTER),
        [
            "A child named in this case has no row among the other children.",
            "Not every place where other children may be is ticked as looked at.",
        ],
    ),
    ("R26", given(), ["Nothing is recorded yet of what this child says, shows or is like to be with."]),
    (
        "R26",
        given({"M14.best_worst": absent(Absence.DECLINED, by="child")}),
        ["This child declined, and it is not recorded what else was offered."],
    ),
    ("R28", given(), ["No strength that somebody has seen is recorded yet."]),
    (
        "R28",
        given({"M15.strengths[t].what": "Football.", "M15.strengths[t].rating": cited(4, "x")}),
        [
            "Fewer than three strengths that somebody has seen are recorded.",
            "None of this child's strengths is used in the plan.",
        ],
    ),
    ("R29", given(), ["The explanation is not written yet."]),
    ("R29", given({"M18.presenting": "Words."}), ["Parts of the explanation are not written yet."]),
    (
        "R23",
        given(action={"r": {"work": "family", "owner": "worker"}}),
        ["An action has no day.", "Support has no length, and no way to see whether it helps."],
    ),
    ("R58", given(setting={"p": {"setting": "home"}}), ["A safety plan row has no review day."]),
    (
        "R58",
        given(setting={"p": {"setting": "home", "review": on("2027-01-04")}}),
        ["A safety plan row is looked at again later than the limit allows."],
    ),
    (
        "R03",
        given({"M05.harm.sexual": absent(Absence.NOT_SAFE, recheck="2026-06-19")}),
        ["An answer says that it is not safe to ask yet, without who advised it."],
    ),
    (
        "R03",
        given({"M05.harm.sexual": absent(Absence.NOT_SAFE, advised_by="police", recheck="2027-06-19")}),
        ["An answer says that it is not safe to ask yet, and the day to look again is beyond the limit."],
    ),
]


@pytest.mark.parametrize(("rule", "held", "messages"), SAYS, ids=lambda each: each if isinstance(each, str) else "")
def test_a_finding_says_what_is_true_now(rule: str, held: Given, messages: list[str]) -> None:
    """Where a rule fires in several cases, it says the one that it met, and says nothing of the others."""
    found = [each.message for each in evaluate(reading(held), TODAY, book()).findings if each.rule == rule]
    assert found == messages


def test_an_empty_register_names_no_risk() -> None:
    """On a new assessment nobody is called a risk: nobody is listed, and no more is said."""
    (finding,) = [each for each in evaluate(reading(given()), TODAY, book()).findings if each.rule == "R59"]
    said = f"{finding.title} {finding.message} {finding.why} {finding.mend}"
    assert "may be a risk" not in said
    assert "might harm" not in said
