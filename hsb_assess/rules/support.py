"""Rules about support: whether it waits for somebody else, comes in time and lasts long enough."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from hsb_assess.rules.facts import SUPPORT_WORK, event_path, events_of, has_answer
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule, Skipped
from hsb_assess.rules.thread import OVER
from hsb_assess.rules.workingdays import latest_day, limit, working_days_between

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hsb_assess.record.reading import Reading, Row, Thing

__all__ = ["RULES"]

ACTIONS = "M21.actions"
CARERS = "M10.carers"
BEGUN = ("support_started", "support_restarted")
JUSTICE = "police_or_court"


def _support(reading: Reading) -> list[Row]:
    """Return the actions that help this child or family, in contrast to safety and work on the behaviour."""
    return [row for row in reading.rows(ACTIONS) if row.value("work") in SUPPORT_WORK]


def _taken_up(reading: Reading) -> set[str]:
    """Return the events that an action goes on from: once the action exists, it decides."""
    return {event for row in reading.rows(ACTIONS) for event in row.codes("about_events")}


def _told(reading: Reading, *categories: str) -> list[Thing]:
    """Return the dated support events of some categories that no action has taken up, oldest first."""
    taken = _taken_up(reading)
    return [event for event in events_of(reading, *categories) if event.id not in taken and event.day("when")]


def _followed(firsts: Iterable[Thing], nexts: Iterable[Thing]) -> dict[str, Thing]:
    """Return what followed each event: of the same source, or else the next that nothing else came before.

    The chronology does not say which offer answers which request, and one that does is never counted twice.
    """
    waiting = list(firsts)
    found: dict[str, Thing] = {}
    for later in nexts:
        before = [each for each in waiting if _may_follow(each, later)]
        same = [each for each in before if each.value("source") == later.value("source")]
        for each in (same or before)[:1]:
            found[each.id] = later
            waiting.remove(each)
    return found


def _may_follow(event: Thing, later: Thing) -> bool:
    """Say whether one can come after the other; of a hold or end and a start in one month the start came first."""
    if event.value("category") in {"support_on_hold", "support_ended"} and later.value("category") == "support_started":
        return _last(event) < _first(later)
    return _first(event) <= _last(later)


def _first(event: Thing) -> str:
    day = event.day("when")
    return day.earliest().isoformat() if day is not None else ""


def _last(event: Thing) -> str:
    day = event.day("when")
    return day.latest().isoformat() if day is not None else ""


# --- R20: support on hold for police or court --------------------------------------------------


def support_waits(case: Case) -> Outcome:
    """R20: wellbeing, own-harm, family or education support is on hold for police or court.

    A blocker while a challenge, an interim offer or this child's wishes is missing; then an explanation is asked
    for. An event that no action has taken up has none of the three.
    """
    reading = case.reading
    held = [row for row in _support(reading) if row.value("status") == "on_hold"]
    events = _told(reading, "support_on_hold")
    ended = _followed(events, _told(reading, *BEGUN, "support_ended"))
    waiting = [event for event in events if event.id not in ended]
    reasons = [each.value("hold_reason") for each in (*held, *waiting)]
    if not events and not reading.rows(ACTIONS):
        return Skipped("No support is recorded yet.")
    if reasons and not any(reasons):
        return Skipped("Why support is on hold is not said yet.")
    why = (("reason", _nations_reason(reading)),)
    return (
        *(_held(reading, row, why) for row in held if row.value("hold_reason") == JUSTICE),
        *(
            Fired((event_path(event), ACTIONS), variant="event", facts=why)
            for event in waiting
            if event.value("hold_reason") == JUSTICE
        ),
    )


def _held(reading: Reading, row: Row, why: tuple[tuple[str, str], ...]) -> Fired:
    missing = [row.at(name) for name in ("hold_interim", "hold_wish") if not has_answer(row.answer(name))]
    if not any(each.value("about") == "support_waits" for each in reading.rows("M17.challenges")):
        missing.append("M17.challenges")
    if missing:
        return Fired((row.at("status"), *missing), facts=why)
    return Fired((row.at("status"),), variant="all_three", facts=why)


def _nations_reason(reading: Reading) -> str:
    """Return why support does not wait, as the guidance of this nation says it."""
    said = reading.profile.get("support_does_not_wait")
    reason = said.get("en") if isinstance(said, dict) else None
    return reason if isinstance(reason, str) else "An investigation is not itself a reason to wait."


# --- R22: from need to offer, from offer to start ----------------------------------------------


@dataclass(frozen=True)
class _Step:
    """One step that has a limit: where it is recorded, since when it is due, and when it was taken if it was."""

    question: str
    limit: str
    otherwise: int
    since: date
    taken: date | None


def support_late(case: Case) -> Outcome:
    """R22: an offer came, or is outstanding, past the limit from the request; or the start from the offer.

    Days that are known by their month or year count in favour of those who help.
    """
    reading = case.reading
    steps = [*_steps_told(reading), *_steps_planned(reading), *_steps_of_carers(reading)]
    if not steps:
        return Skipped("No support is recorded with its days yet.")
    return tuple(fired for step in steps for fired in _late(step, case))


def _late(step: _Step, case: Case) -> Iterator[Fired]:
    profile = case.reading.profile
    most = limit(profile, step.limit, step.otherwise)
    reached = step.taken or case.today
    if reached > latest_day(step.since, most, profile):
        days = working_days_between(step.since, reached, profile)
        variant = step.limit if step.taken else f"{step.limit}_open"
        yield Fired((step.question,), variant=variant, facts=(("days", str(days)), ("limit", str(most))))


def _offer(question: str, since: date, taken: date | None) -> _Step:
    return _Step(question, "support_offer", 10, since, taken)


def _start(question: str, since: date, taken: date | None) -> _Step:
    return _Step(question, "support_start", 20, since, taken)


def _steps_told(reading: Reading) -> Iterator[_Step]:
    asked, offered = _told(reading, "support_asked"), _told(reading, "support_offered")
    for make, firsts, nexts in (
        (_offer, asked, _told(reading, "support_offered", *BEGUN)),
        (_start, offered, _told(reading, *BEGUN, "support_ended")),
    ):
        followed = _followed(firsts, nexts)
        for event in firsts:
            if (day := event.day("when")) is not None:
                later = followed[event.id].day("when") if event.id in followed else None
                yield make(event_path(event), day.latest(), later.earliest() if later is not None else None)


def _steps_planned(reading: Reading) -> Iterator[_Step]:
    """Yield the steps of each support action; one that runs or is over without its days cannot be told."""
    for row in _support(reading):
        offered, start = row.day("offered"), row.day("start")
        under_way = row.value("status") in {"started", *OVER}
        since = _needed_since(reading, row)
        taken = offered or start
        if since is not None and (taken is not None or not under_way):
            yield _offer(row.at("offered"), since, taken.earliest() if taken is not None else None)
        if offered is not None and (start is not None or not under_way):
            yield _start(row.at("start"), offered.latest(), start.earliest() if start is not None else None)


def _needed_since(reading: Reading, row: Row) -> date | None:
    """Return when help was asked for: from the request that an action takes up, else the first day that its record shows."""
    linked = (reading.thing(event) for event in row.codes("about_events"))
    asked = [
        day.latest()
        for event in linked
        if event is not None and event.value("category") == "support_asked" and (day := event.day("when")) is not None
    ]
    if asked:
        return min(asked)
    recorded = (reading.recorded(row.at(name)) for name in row.fields)
    return min((datetime.fromisoformat(each.recorded).date() for each in recorded if each is not None), default=None)


def _steps_of_carers(reading: Reading) -> Iterator[_Step]:
    for row in reading.rows(CARERS):
        offered, started = row.day("offered"), row.day("started")
        if offered is not None and row.value("support_offer") in {"offered", "accepted"}:
            yield _start(row.at("started"), offered.latest(), started.earliest() if started is not None else None)


# --- R24: support that may have been too short -------------------------------------------------


def support_too_short(case: Case) -> Outcome:
    """R24: support ends before its need is looked at again, ended without a reason, or ended long ago unanswered."""
    reading = case.reading
    ended = _told(reading, "support_ended")
    support = _support(reading)
    if not ended and not support:
        return Skipped("No support is recorded yet.")
    return (*_ended_before(reading, ended), *(fired for row in support for fired in _short(reading, row)))


def _ended_before(reading: Reading, ended: list[Thing]) -> Iterator[Fired]:
    """Yield what ended before this assessment, did not start again, and that no action has taken up."""
    received = reading.day("M01.received")
    again = _followed(ended, _told(reading, *BEGUN))
    for event in ended:
        if received is not None and event.id not in again and _last(event) < received.earliest().isoformat():
            yield Fired((event_path(event), ACTIONS), variant="before")


def _short(reading: Reading, row: Row) -> Iterator[Fired]:
    if row.value("status") == "ended":
        if not has_answer(row.answer("ended_why")):
            yield Fired((row.at("ended_why"),), variant="no_reason")
        return
    end, review = row.day("end"), _review_of(reading, row)
    if end is not None and review is not None and end.latest() < review:
        yield Fired((row.at("end"),))


def _review_of(reading: Reading, row: Row) -> date | None:
    """Return when the need of an action is looked at again: by its safety plan, else when the levels run out."""
    needs = set(row.codes("for_need"))
    days = [
        day.earliest()
        for plan in reading.rows("M20.settings")
        if needs & set(plan.codes("for_concern")) and (day := plan.day("review")) is not None
    ]
    valid = reading.day("M19.valid_until")
    return min(days, default=valid.earliest() if valid is not None else None)


# --- R25: an offer to each carer ---------------------------------------------------------------


def carer_without_offer(case: Case) -> Outcome:
    """R25: no carer is listed, or nobody said whether a carer was offered support.

    A carer whom it would be unsafe to involve, as somebody decided, is left out; a suspicion decides nothing.
    """
    rows = case.reading.rows(CARERS)
    if not rows:
        return (Fired((CARERS,), variant="nobody_listed"),)
    return tuple(
        Fired((row.at("support_offer"),))
        for row in rows
        if row.state("unsafe") != "yes" and not has_answer(row.answer("support_offer"))
    )


RULES = (
    Rule("R20", Gate.SUBMIT, support_waits),
    Rule("R22", Gate.SUBMIT, support_late),
    Rule("R24", Gate.SUBMIT, support_too_short),
    Rule("R25", Gate.SUBMIT, carer_without_offer),
)
