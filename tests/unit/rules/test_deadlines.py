"""R42, R69: limits of guidance, with day 0 on the day of receipt; the limit's own day still keeps it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from hsb_assess.rules.check import RULES
from hsb_assess.rules.finding import Case, Skipped
from hsb_assess.rules.limits import Limit, days_between, last_day, limit_of
from tests.unit.rules.making import NOT_EVALUATED, PASSES, Given, england, given, on, outcome, reading, said

RECEIVED = {"M01.received": "2026-05-19T16:20:00+01:00"}
TOLD = {"M01.overrun_reason": "The school was closed.", "M01.overrun_effect": "He waits for his timetable."}
LATE = ("M01.overrun_reason", "M01.overrun_effect")
DECISION = ("M01.decision_late_reason", "M01.decision_late_effect", "M01.decision_at")


def decided(day: str, hour: str = "11:00") -> dict[str, Any]:
    """Return the first decision on a referral of 19 May."""
    return {**RECEIVED, "M01.decision_at": f"{day}T{hour}:00+01:00"}


def test_a_limit_counts_as_the_profile_says() -> None:
    """Working days leave out weekends and bank holidays; calendar days count each day."""
    start = date(2026, 5, 19)
    assert limit_of(england(), "assessment") == Limit(45)
    assert limit_of(england(), "nothing") is None
    assert last_day(start, Limit(45), england()) == date(2026, 7, 22)
    assert last_day(start, Limit(28, working=False), england()) == date(2026, 6, 16)
    assert limit_of({"limits": {"x": {"days": 28, "counted": "calendar"}}}, "x") == Limit(28, working=False)
    assert days_between(start, date(2026, 5, 26), Limit(1), england()) == 4
    assert days_between(start, date(2026, 5, 26), Limit(1, working=False), england()) == 7


@pytest.mark.parametrize(
    ("answers", "today", "expected"),
    [
        ({}, date(2026, 7, 23), NOT_EVALUATED),
        (RECEIVED, date(2026, 7, 22), PASSES),
        (RECEIVED, date(2026, 7, 23), [LATE]),
        ({**RECEIVED, **TOLD}, date(2026, 7, 23), [LATE]),
        ({**RECEIVED, LATE[0]: TOLD[LATE[0]]}, date(2026, 7, 23), [LATE[1:]]),
    ],
)
def test_r42(answers: dict[str, Any], today: date, expected: object) -> None:
    """Past forty-five working days an explanation is asked for, also once reason and effect are written."""
    assert said("R42", given(answers), today) == expected


def test_r42_says_whether_reason_and_effect_are_written() -> None:
    """Its words are true of what is written already."""
    late = date(2026, 7, 23)
    (first,) = outcome("R42", given(RECEIVED), late)
    (second,) = outcome("R42", given({**RECEIVED, **TOLD}), late)
    assert (first.variant, second.variant) == ("", "told")


def without_figure(held: Given, rule: str) -> object:
    """Return what a rule says where the nation has no figure."""
    case = Case(replace(reading(held), profile={"limits": {}, "defaults": {}}), date(2026, 12, 1))
    return next(each.judge(case) for each in RULES if each.id == rule)


@pytest.mark.parametrize("rule", ["R42", "R43", "R69"])
def test_a_nation_without_a_figure_is_not_judged(rule: str) -> None:
    """No other nation's figure stands in."""
    assert isinstance(without_figure(given({**RECEIVED, "M01.conference_needed": "yes"}), rule), Skipped)


EARLIER = {"M02.earlier_referrals[r].received": on("2026-03-16"), "M02.earlier_referrals[r].decided": on("2026-03-19")}
AT = "M02.earlier_referrals[r].decided"


@pytest.mark.parametrize(
    ("answers", "today", "expected"),
    [
        ({}, date(2026, 6, 8), NOT_EVALUATED),
        (decided("2026-05-19"), date(2026, 6, 8), PASSES),
        (decided("2026-05-20"), date(2026, 6, 8), PASSES),
        (decided("2026-05-21"), date(2026, 6, 8), [DECISION]),
        (RECEIVED, date(2026, 5, 20), PASSES),
        (RECEIVED, date(2026, 5, 21), [DECISION]),
        ({**decided("2026-05-20"), **EARLIER}, date(2026, 6, 8), [(AT,)]),
        ({**decided("2026-05-20"), **EARLIER, AT: on("2026-03-17")}, date(2026, 6, 8), PASSES),
        ({**decided("2026-05-20"), **EARLIER, AT: on("2026-03")}, date(2026, 6, 8), PASSES),
        (EARLIER, date(2026, 6, 8), [(AT,)]),
    ],
)
def test_r69(answers: dict[str, Any], today: date, expected: object) -> None:
    """The next working day still keeps the limit; an earlier referral's late decision is asked about too."""
    assert said("R69", given(answers), today) == expected


def test_r69_an_earlier_referral_over_the_weekend() -> None:
    """Received on a Friday, decided on Monday: one working day."""
    weekend = {"M02.earlier_referrals[r].received": on("2026-03-13"), AT: on("2026-03-16")}
    assert said("R69", given({**decided("2026-05-20"), **weekend})) == PASSES


def test_r69_more_than_a_year_before() -> None:
    """What was decided long ago belongs to what is different now, not here."""
    old = {"M02.earlier_referrals[r].received": on("2025-03-16"), AT: on("2025-03-19")}
    assert said("R69", given({**decided("2026-05-20"), **old})) == PASSES


EVENTS = {
    "e_came": {"when": on("2026-03-16"), "category": "referral", "what": "x"},
    "e_nfa": {"when": on("2026-03-19"), "category": "decision_other_acting", "what": "x"},
    "e_again": {"when": on("2026-05-19"), "category": "referral", "what": "x"},
    "e_now": {"when": on("2026-05-20"), "category": "decision", "what": "x"},
}


def test_r69_reads_the_chronology_until_rows_exist() -> None:
    """An earlier referral and its decision, told as events; once a row is there, the row decides."""
    held = given(decided("2026-05-20"), event=EVENTS)
    assert said("R69", held) == [("M02.events[e_nfa].what",)]
    kept = {"M02.earlier_referrals[r].received": on("2026-03-16"), AT: on("2026-03-17")}
    assert said("R69", given({**decided("2026-05-20"), **kept}, event=EVENTS)) == PASSES


HELD = {"M01.strategy[s].held": "2026-09-09T10:00:00+01:00"}
NEEDED = {**HELD, "M01.conference_needed": "yes", "M01.conference_route": "conference"}
CONFERENCE = ("M01.conference_late_reason", "M01.conference_held")


@pytest.mark.parametrize(
    ("answers", "today", "expected"),
    [
        (HELD, date(2026, 10, 1), NOT_EVALUATED),
        ({**HELD, "M01.conference_needed": "no"}, date(2026, 10, 1), PASSES),
        ({"M01.conference_needed": "yes"}, date(2026, 10, 1), NOT_EVALUATED),
        (NEEDED, date(2026, 9, 30), PASSES),
        (NEEDED, date(2026, 10, 1), [CONFERENCE]),
        ({**NEEDED, "M01.conference_route": "care_review"}, date(2026, 10, 1), PASSES),
        ({**NEEDED, "M01.conference_held": on("2026-09-30")}, date(2026, 11, 2), PASSES),
        ({**NEEDED, "M01.conference_held": on("2026-10-01")}, date(2026, 11, 2), [CONFERENCE]),
        ({**NEEDED, CONFERENCE[0]: "The chair was ill."}, date(2026, 10, 1), [CONFERENCE]),
        ({**NEEDED, "M01.strategy[t].held": "2026-09-28T10:00:00+01:00"}, date(2026, 10, 1), [CONFERENCE]),
    ],
)
def test_r43(answers: dict[str, Any], today: date, expected: object) -> None:
    """Fifteen working days from the first discussion; a later discussion starts no new count."""
    assert said("R43", given(answers), today) == expected


def test_r43_in_calendar_days() -> None:
    """A nation that counts calendar days is counted so: twenty-eight from 9 September end on 7 October."""
    profile = {"limits": {"conference": {"days": 28, "counted": "calendar"}}}
    judge = next(each.judge for each in RULES if each.id == "R43")
    for day, late in ((date(2026, 10, 7), False), (date(2026, 10, 8), True)):
        found = judge(Case(replace(reading(given(NEEDED)), profile=profile), day))
        assert bool(found) is late
