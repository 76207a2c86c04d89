"""The three vignettes as time goes on: what fires from a day, and what once a fact is recorded."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from hsb_assess.rules.check import evaluate
from hsb_assess.rules.finding import Circumstances, Gate, Release, Severity
from tests.unit.rules import child_a, child_c, child_e
from tests.unit.rules.making import SUSPECTED, YES, book, on, reading

if TYPE_CHECKING:
    from types import ModuleType

    from hsb_assess.rules.finding import Report
    from tests.unit.rules.making import Given


def on_day(case: ModuleType, day: date, answers: dict[str, Any] | None = None, **things: dict[str, Any]) -> Report:
    """Return what the rules find on a day in a first draft, with what was recorded later."""
    held: Given = case.draft(answers, **things)
    return evaluate(reading(held, day), day, book())


def found(case: ModuleType, answers: dict[str, Any] | None = None, **things: dict[str, Any]) -> Report:
    """Return what the rules find on the vignette's own day."""
    return on_day(case, case.TODAY, answers, **things)


def severities(report: Report, rule: str) -> set[Severity]:
    """Return how gravely a rule speaks."""
    return {finding.severity for finding in report.findings if finding.rule == rule}


@pytest.mark.parametrize(
    ("case", "first"),
    [(child_a, date(2026, 7, 23)), (child_c, date(2026, 9, 30)), (child_e, date(2026, 11, 11))],
    ids=["child A", "child C", "child E"],
)
def test_the_assessment_is_late_from_its_day(case: ModuleType, first: date) -> None:
    """Forty-five working days from receipt, bank holidays left out: the day before still keeps the limit."""
    before = date.fromordinal(first.toordinal() - 1)
    assert "R42" not in on_day(case, before).rules()
    assert severities(on_day(case, first), "R42") == {Severity.JUSTIFY}


def test_a_autism_suspected() -> None:
    """What is suspected is adapted to."""
    suspected = {"M06.autism": SUSPECTED}
    assert "R35" in found(child_a, suspected).rules()
    assert "R35" not in found(child_a, {**suspected, "M06.adaptations": ["pictures"]}).rules()


@pytest.mark.parametrize("words", ["It was an offence.", "He is the perpetrator."])
def test_a_words_of_crime_about_a_child_of_nine(words: str) -> None:
    """They are pointed out wherever they are typed."""
    report = found(child_a, {"M03.incidents[may].band_why": words})
    assert severities(report, "R39") == {Severity.JUSTIFY}
    assert "R39" not in found(child_a).rules()


@pytest.mark.parametrize("audience", ["C", "F"])
@pytest.mark.parametrize("carried", ["words", "own_harm"])
def test_a_a_document_for_mother_or_school(audience: str, carried: str) -> None:
    """His words and the harm to him stay here until the agencies have recorded who may be told what, and when."""
    about = Circumstances(release=Release(audience, "mother", classes=frozenset({carried})))

    def leaving(answers: dict[str, Any]) -> Report:
        held = child_a.draft(answers)
        read = reading(held, child_a.TODAY)
        return evaluate(read, child_a.TODAY, book(), gate=Gate.EXPORT, circumstances=about)

    assert severities(leaving({}), "R50") == {Severity.BLOCKER}
    agreed = {"M01.strategy[s1].told_who_what_when": "Mother is told on Friday that he spoke, not what he said."}
    assert "R50" not in leaving(agreed).rules()


def test_c_enquiries_open() -> None:
    """With enquiries open, an adult nobody asked about blocks."""
    assert severities(found(child_c), "R45") == {Severity.JUSTIFY}
    opened = {"M01.s47": "joint", "M01.s47_state": "open"}
    assert severities(found(child_c, opened), "R45") == {Severity.BLOCKER}


def test_c_his_aid_is_the_adaptation() -> None:
    """Speech and language answered without an adaptation; an account taken without his aid."""
    spoken = {"M06.speech_language": YES}
    assert "R35" in found(child_c, spoken).rules()
    aided = {**spoken, "M06.adaptations": ["communication_aid"]}
    assert not {"R35", "R70"} & found(child_c, aided).rules()
    without = {**aided, "M14.words[w].words": "I just wanted them to stop.", "M14.words[w].aid_used": "no"}
    assert severities(found(child_c, without), "R70") == {Severity.JUSTIFY}


@pytest.mark.parametrize("status", ["planned", "started"])
def test_c_work_on_the_behaviour_before_the_outcome(status: str) -> None:
    """It needs legal advice; support for wellbeing, own harm, family and education never waits for it."""
    action = {"r": {"work": "behaviour_focused", "status": status, "action": "x"}}
    assert severities(found(child_c, action=action), "R55") == {Severity.JUSTIFY}
    for kind in ("wellbeing", "own_harm", "family", "education"):
        assert "R55" not in found(child_c, action={"r": {**action["r"], "work": kind}}).rules()


def test_e_an_account_sought_before_the_interview() -> None:
    """Between the discussion of 9 September and the interview of 6 October nobody asks her for an account."""
    done = {"M05.interview": "done", "M05.interview_done": on("2026-10-06")}
    assert "R57" not in found(child_e, done).rules()
    for day, fires in (("2026-09-08", False), ("2026-09-09", True), ("2026-10-06", True), ("2026-10-07", False)):
        sought = {**done, "M14.words[w].when": on(day), "M14.words[w].how_came": "sought"}
        assert (Severity.JUSTIFY in severities(found(child_e, sought), "R57")) is fires


def test_e_a_conference_needed_and_not_held() -> None:
    """Fifteen working days from 9 September ended on 30 September; a care review counts as held."""
    needed = {"M01.conference_needed": "yes", "M01.conference_route": "conference"}
    assert severities(found(child_e, needed), "R43") == {Severity.JUSTIFY}
    assert "R43" not in on_day(child_e, date(2026, 9, 30), needed).rules()
    assert "R43" not in found(child_e, {**needed, "M01.conference_route": "care_review"}).rules()


def test_e_bail_that_still_runs() -> None:
    """Bail to 8 December is watched from 10 November, twenty working days before."""
    bail = {
        "c": {
            "binds": ["e"],
            "about": ["child"],
            "kind": "bail",
            "text": "Not to contact the child.",
            "from": on("2026-09-15"),
            "to": on("2026-12-08"),
            "status": "in_force",
        }
    }
    assert "R68" not in on_day(child_e, date(2026, 11, 9), condition=bail).rules()
    assert severities(on_day(child_e, date(2026, 11, 10), condition=bail), "R68") == {Severity.BLOCKER}


def test_e_the_adult_of_24_without_a_check() -> None:
    """Entered without a check or a reason, that row is asked about; nobody else is."""
    adult = {"m": {"person": "adult24", "contact_kind": "contact", "reason_listed": "may_be_risk"}}
    report = found(child_e, adult=adult)
    assert [finding.questions for finding in report.findings if finding.rule == "R45"] == [("M11.adults[m].check",)]
