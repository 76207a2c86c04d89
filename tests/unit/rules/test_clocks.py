"""The clocks of an assessment: what runs, until when, and how it stands on a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from hsb_assess.rules.clock import State
from hsb_assess.rules.clocks import clocks
from tests.unit.rules import child_a, child_c, child_e
from tests.unit.rules.making import Given, given, on, reading

if TYPE_CHECKING:
    from hsb_assess.rules.clock import Clock

RECEIVED = {"M01.received": "2026-05-19T16:20:00+01:00"}
INVESTIGATED = {
    "M00.dob": on("2012-01-01"),
    "M00.jurisdiction": "england",
    "M03.incidents[i].when": on("2026-05-15"),
    "M16.status": "under_investigation",
}


def running(held: Given, today: date) -> dict[str, Clock]:
    """Return the clocks of a record by name; the last of several of one name."""
    return {clock.name: clock for clock in clocks(reading(held, today), today)}


def states(held: Given, today: date) -> dict[str, str]:
    """Return how each clock stands."""
    return {name: clock.state.value for name, clock in running(held, today).items()}


@pytest.mark.parametrize("tier", ["first_day", "ordinary", "short", "full"])
def test_what_is_recorded_stops_a_clock_in_every_tier(tier: str) -> None:
    """A decision, a discussion and a seizure were made whether or not this tier asks about them."""
    found = running(
        given(
            {
                **RECEIVED,
                **INVESTIGATED,
                "M00.tier": tier,
                "M01.decision_at": "2026-05-20T11:00:00+01:00",
                "M01.strategy[s].held": "2026-05-21T10:00:00+01:00",
                "M16.devices[d].seized": on("2026-05-20"),
                "M16.devices[d].returned": on("2026-06-02"),
            }
        ),
        date(2026, 6, 8),
    )
    assert (found["first_decision"].state, found["first_decision"].done) == (State.KEPT, date(2026, 5, 20))
    assert found["strategy"].done == date(2026, 5, 21)
    assert found["device"].state is State.KEPT


def test_what_another_answer_puts_out_of_sight_stops_no_clock() -> None:
    """Skip logic still holds: an interview that was planned and whose question is closed by age is none."""
    answers = {**INVESTIGATED, "M16.interview_planned": on("2026-06-01"), "M00.tier": "first_day"}
    assert "interview" in running(given(answers), date(2026, 6, 8))
    assert "interview" not in running(given({**answers, "M00.dob": on("2018-01-01")}), date(2026, 6, 8))


def test_an_empty_assessment_has_clocks_that_have_not_started() -> None:
    """Nothing runs before the referral has a day."""
    assert states(given(), date(2026, 6, 8)) == {
        "first_decision": "not_started",
        "assessment": "not_started",
        "strategy": "not_started",
        "conference": "not_started",
        "child_seen": "not_started",
    }


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2026, 5, 19), State.RUNNING),
        (date(2026, 7, 14), State.RUNNING),
        (date(2026, 7, 15), State.DUE_SOON),
        (date(2026, 7, 22), State.DUE_SOON),
        (date(2026, 7, 23), State.OVERDUE),
    ],
)
def test_the_assessment_counts_from_receipt(today: date, state: State) -> None:
    """Forty-five working days from 19 May end on 22 July; the last working week is *due soon*."""
    clock = running(given(RECEIVED), today)["assessment"]
    assert (clock.start, clock.due, clock.state) == (date(2026, 5, 19), date(2026, 7, 22), state)


def test_a_first_decision_is_kept_or_was_late() -> None:
    """What was done in time stays *kept*; what was done late stays late, with its days."""
    kept = running(given({**RECEIVED, "M01.decision_at": "2026-05-20T11:00:00+01:00"}), date(2026, 6, 8))
    assert kept["first_decision"].state is State.KEPT
    late = running(given({**RECEIVED, "M01.decision_at": "2026-05-22T11:00:00+01:00"}), date(2026, 6, 8))
    assert (late["first_decision"].state, late["first_decision"].elapsed) == (State.OVERDUE, 3)


def test_a_clock_as_people_and_programs_exchange_it() -> None:
    """Days are ISO dates, and what has no day has none."""
    clock = running(given(RECEIVED), date(2026, 5, 21))["first_decision"]
    assert clock.as_json() == {
        "name": "first_decision",
        "from": "2026-05-19",
        "due": "2026-05-20",
        "state": "overdue",
        "done": None,
        "elapsed": 2,
        "question": "M01.decision_at",
    }


SEEN = {"c": {"when": on("2026-06-04"), "how": "alone", "by": "worker"}}
NOT_SEEN = {"c": {"when": on("2026-06-04"), "how": "not_seen", "by": "worker"}}


def test_this_child_is_seen_more_often_once_agencies_have_met() -> None:
    """Ten working days with a strategy discussion, twenty without; a visit at which nobody was seen starts nothing."""
    today = date(2026, 6, 8)
    assert running(given(contact=SEEN), today)["child_seen"].due == date(2026, 7, 2)
    held = {"M01.strategy[s].held": "2026-05-20T15:00:00+01:00"}
    assert running(given(held, contact=SEEN), today)["child_seen"].due == date(2026, 6, 18)
    assert running(given(contact=NOT_SEEN), today)["child_seen"].state is State.NOT_STARTED


def support(**events: str) -> dict[str, dict[str, Any]]:
    """Return chronology events about support, by category."""
    return {name: {"when": on(day), "category": name, "what": "x"} for name, day in events.items()}


def test_support_that_the_chronology_tells_of() -> None:
    """Ten working days to an offer; once it is offered, twenty to a start."""
    today = date(2026, 6, 8)
    asked = running(given(event=support(support_asked="2026-05-01")), today)
    assert (asked["support_offer"].due, asked["support_offer"].state) == (date(2026, 5, 18), State.OVERDUE)
    assert "support_start" not in asked
    offered = running(given(event=support(support_asked="2026-05-01", support_offered="2026-05-11")), today)
    assert offered["support_offer"].state is State.KEPT
    assert (offered["support_start"].due, offered["support_start"].state) == (date(2026, 6, 9), State.DUE_SOON)


def test_support_of_the_plan_takes_over_from_the_chronology() -> None:
    """Once an action for support stands in the plan, its days decide."""
    action = {"r": {"work": "wellbeing", "offered": on("2026-06-01"), "start": on("2026-06-05")}}
    found = running(given(event=support(support_asked="2026-01-05"), action=action), date(2026, 6, 8))
    assert (found["support_offer"].state, found["support_start"].state) == (State.KEPT, State.KEPT)


def test_a_safety_plan_is_looked_at_again_on_its_day() -> None:
    """A plan that has ended has no review to come."""
    today = date(2026, 6, 8)
    plan = {"setting": "home", "from": on("2026-06-01"), "review": on("2026-06-05")}
    assert running(given(setting={"p": plan}), today)["safety_plan_review"].state is State.OVERDUE
    assert "safety_plan_review" not in running(given(setting={"p": {**plan, "to": on("2026-06-04")}}), today)


def test_a_plan_goes_stale_when_a_condition_changes() -> None:
    """Set, varied or ended: the plan is due on that very day, until it was looked at."""
    today = date(2026, 6, 8)
    event = {"e": {"when": on("2026-06-03"), "category": "condition_ended", "what": "x"}}
    stale = running(given(event=event), today)["stale_plan"]
    assert (stale.state, stale.elapsed) == (State.OVERDUE, 5)
    before = running(given({"M20.last_review": on("2026-06-02")}, event=event), today)
    assert before["stale_plan"].state is State.OVERDUE
    after = running(given({"M20.last_review": on("2026-06-03")}, event=event), today)
    assert after["stale_plan"].state is State.KEPT


def test_the_investigation_of_harm_to_a_child_has_its_own_clock() -> None:
    """Days since it was reported, the next chase and held devices; an outcome ends it."""
    today = date(2026, 6, 8)
    row = "M05.investigation[i]"
    told = {
        f"{row}.reported": on("2026-05-19"),
        f"{row}.next_chase": on("2026-06-05"),
        f"{row}.device_seized": on("2026-05-20"),
        f"{row}.device_expected": on("2027-01"),
    }
    found = running(given(told), today)
    assert (found["investigation_of_harm"].elapsed, found["investigation_of_harm"].state) == (20, State.OVERDUE)
    assert (found["device"].due, found["device"].state) == (date(2027, 1, 31), State.RUNNING)
    assert not {"investigation_of_harm", "device"} & set(running(given({**told, f"{row}.outcome": "x"}), today))


def test_an_adult_who_will_be_released_is_watched_from_afar() -> None:
    """Twenty working days before the day, and not after it."""
    adult = {"r": {"person": "partner", "release": on("2026-07-06")}}
    assert running(given(adult=adult), date(2026, 6, 5))["release"].state is State.RUNNING
    assert running(given(adult=adult), date(2026, 6, 8))["release"].state is State.DUE_SOON
    assert "release" not in running(given(adult=adult), date(2026, 7, 7))


def test_child_a_on_the_eighth_of_june() -> None:
    """Decided in time, discussed the next day, seen on 4 June; the police's answer is no open investigation of him."""
    assert states(child_a.draft(), child_a.TODAY) == {
        "first_decision": "kept",
        "assessment": "running",
        "strategy": "kept",
        "conference": "not_started",
        "child_seen": "running",
    }


def test_child_c_waits_for_support_and_for_the_police() -> None:
    """Support asked on 2 June is overdue; the investigation has run since 12 March."""
    found = running(child_c.draft(), child_c.TODAY)
    assert found["support_offer"].state is State.OVERDUE
    assert (found["criminal_process"].elapsed, found["criminal_process"].due) == (186, None)


def test_child_e_has_a_plan_to_look_at() -> None:
    """Her bail condition was removed on 19 October and no plan was looked at since."""
    stale = running(child_e.draft(), child_e.TODAY)["stale_plan"]
    assert (stale.start, stale.state) == (date(2026, 10, 19), State.OVERDUE)


def test_a_discussion_that_was_not_held_runs_only_against_a_limit() -> None:
    """Where the area has none, nothing is made to look late."""
    assert running(given(RECEIVED), date(2026, 6, 8))["strategy"].state is State.NOT_STARTED


def test_a_clock_says_which_days_it_counts() -> None:
    """Limits in working days count these; what nobody limits is counted by the calendar."""
    found = running(child_c.draft(), child_c.TODAY)
    assert (found["assessment"].working, found["criminal_process"].working) == (True, False)
