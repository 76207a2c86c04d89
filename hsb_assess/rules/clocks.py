"""The clocks of an assessment: what runs from which day, until when, and how it stands today."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hsb_assess.rules.clock import Clock, Face, State
from hsb_assess.rules.deadlines import CONFERENCE, CONFERENCE_HELD, conference_from, decision_day, received_day
from hsb_assess.rules.facts import (
    SUPPORT_WORK,
    event_path,
    events_of,
    first_strategy,
    is_over,
    newest,
)
from hsb_assess.rules.limits import limit_of
from hsb_assess.rules.seen import days_seen, seen_limit
from hsb_assess.rules.tiers import whole
from hsb_assess.rules.watches import watches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hsb_assess.domain.fuzzydate import FuzzyDate
    from hsb_assess.record.reading import Reading

__all__ = ["Clock", "State", "clocks"]

ACTIONS = "M21.actions"
CARERS = "M10.carers"
PLANS = "M20.settings"
LAST_REVIEW = "M20.last_review"
CHALLENGES = "M17.challenges"
REFUSED = frozenset({"declined", "not_offered"})


def clocks(reading: Reading, today: date) -> tuple[Clock, ...]:
    """Return every clock of the assessment as it stands ``today``: the referral's first, watches last.

    They read what is recorded, whether or not the tier asks it: a decision that was made is not undone by a small tier.
    """
    reading = whole(reading)
    face = Face(reading, today)
    seen = newest(day for day, _ in days_seen(reading))
    received = received_day(reading)
    return (
        face.limited("first_decision", "M01.decision_at", received, done=decision_day(reading)),
        face.limited("assessment", "M01.received", received),
        _strategy(face, received),
        *_conference(face),
        face.limited("child_seen", "M01.contacts", seen, limit=seen_limit(reading)),
        *_support_told(face),
        *_support_planned(face),
        *_carers(face),
        *_plan_reviews(face),
        *_challenges(face),
        *watches(face),
    )


def _first(day: FuzzyDate | None) -> date | None:
    return day.earliest() if day is not None else None


def _last(day: FuzzyDate | None) -> date | None:
    return day.latest() if day is not None else None


def _strategy(face: Face, received: date | None) -> Clock:
    """Return the discussion's clock; none runs for one that was not held where the area has no limit for it."""
    held = first_strategy(face.reading)
    runs = held is not None or limit_of(face.reading.profile, "strategy") is not None
    return face.limited("strategy", "M01.strategy", received if runs else None, done=held)


def _conference(face: Face) -> Iterator[Clock]:
    """Yield the conference's clock while one is needed or nobody has said; a care review counts as held."""
    reading = face.reading
    if reading.value(CONFERENCE) == "no" or reading.value("M01.conference_route") == "care_review":
        return
    start = conference_from(reading) if reading.answer(CONFERENCE).is_asked() else None
    yield face.limited("conference", CONFERENCE_HELD, start, done=_first(reading.day(CONFERENCE_HELD)))


def _support_told(face: Face) -> Iterator[Clock]:
    """Yield the clocks of support that the chronology tells of, until an action of the plan decides."""
    reading = face.reading
    if any(row.value("work") in SUPPORT_WORK for row in reading.rows(ACTIONS)):
        return
    for event in events_of(reading, "support_asked", "support_on_hold"):
        if (asked := _last(event.day("when"))) is not None:
            started = _told(reading, "support_started", asked)
            offered = _told(reading, "support_offered", asked) or started
            yield from _offer_and_start(face, event_path(event), asked, offered, started)


def _told(reading: Reading, category: str, since: date) -> date | None:
    days = (event.day("when") for event in events_of(reading, category))
    return min((day.earliest() for day in days if day is not None and day.latest() >= since), default=None)


def _support_planned(face: Face) -> Iterator[Clock]:
    """Yield the clocks of each support action, from the day on which its need was written down."""
    for row in face.reading.rows(ACTIONS):
        if row.value("work") in SUPPORT_WORK:
            offered, started = _first(row.day("offered")), _first(row.day("start"))
            yield from _offer_and_start(
                face, row.at("offered"), _recorded(face.reading, row.at("need")), offered, started
            )


def _carers(face: Face) -> Iterator[Clock]:
    """Yield the clocks of support for each carer; what was declined or not offered has none."""
    for row in face.reading.rows(CARERS):
        if row.value("support_offer") not in REFUSED and row.value("unsafe") != "yes":
            offered, started = _first(row.day("offered")), _first(row.day("started"))
            yield from _offer_and_start(
                face, row.at("offered"), _recorded(face.reading, row.at("needs")), offered, started
            )


def _offer_and_start(
    face: Face, question: str, needed: date | None, offered: date | None, started: date | None
) -> Iterator[Clock]:
    yield face.limited("support_offer", question, needed or offered, done=offered or started)
    if offered is not None:
        yield face.limited("support_start", question, offered, done=started)


def _recorded(reading: Reading, path: str) -> date | None:
    """Return the day on which an answer was recorded; the record knows it, a plain answers file does not."""
    said = reading.recorded(path)
    return date.fromisoformat(said.occurred[:10]) if said is not None else None


def _plan_reviews(face: Face) -> Iterator[Clock]:
    """Yield the review of each safety plan in force; an ended plan is not looked at again."""
    for row in face.reading.rows(PLANS):
        if not is_over(row, "to", face.today):
            start = newest(day for name in (row.day("from"), face.reading.day(LAST_REVIEW)) if (day := _first(name)))
            yield face.until("safety_plan_review", row.at("review"), start, _last(row.day("review")))


def _challenges(face: Face) -> Iterator[Clock]:
    for row in face.reading.rows(CHALLENGES):
        raised, answered = _last(row.day("raised")), _first(row.day("response_on"))
        yield face.limited("challenge_answer", row.at("response"), raised, done=answered)
