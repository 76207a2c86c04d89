"""Rules about time limits of guidance: first decision, assessment, conference; the day of receipt is day 0."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from hsb_assess.rules.facts import event_path, events_of, first_strategy, has_answer
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule, Skipped
from hsb_assess.rules.limits import Limit, last_day, limit_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hsb_assess.domain.fuzzydate import FuzzyDate
    from hsb_assess.record.reading import Reading

__all__ = ["CONFERENCE", "RULES", "conference_from", "decision_day", "received_day"]

RECEIVED = "M01.received"
DECIDED = "M01.decision_at"
CONFERENCE = "M01.conference_needed"
CONFERENCE_HELD = "M01.conference_held"
EARLIER = "M02.earlier_referrals"
LOOKING_BACK = Limit(365, working=False)
DECISIONS = ("decision", "decision_other_acting", "strategy_discussion")
NO_FIGURE = "The guidance profile has no figure for this limit."


def received_day(reading: Reading) -> date | None:
    """Return the day on which the referral arrived, which is day 0."""
    day = reading.day(RECEIVED)
    return day.earliest() if day is not None else None


def decision_day(reading: Reading) -> date | None:
    """Return the day of the first decision about this referral, or ``None``."""
    day = reading.day(DECIDED)
    return day.earliest() if day is not None else None


def conference_from(reading: Reading) -> date | None:
    """Return the day from which the conference is counted: that of the first strategy discussion."""
    return first_strategy(reading)


def assessment_late(case: Case) -> Outcome:
    """R42: the assessment has run past the nation's limit from receipt."""
    reading = case.reading
    received, limit = received_day(reading), limit_of(reading.profile, "assessment")
    if limit is None:
        return Skipped(NO_FIGURE)
    if received is None:
        return Skipped("The day of receipt is not recorded.")
    if case.today <= last_day(received, limit, reading.profile):
        return ()
    return (_late(reading, ("M01.overrun_reason", "M01.overrun_effect")),)


def _late(reading: Reading, told: tuple[str, str], *others: str) -> Fired:
    """Return a finding on a limit that has passed; it says so when reason and effect are written already."""
    missing = tuple(path for path in told if not has_answer(reading.answer(path)))
    return Fired((*(missing or told), *others), variant="" if missing else "told")


def conference_late(case: Case) -> Outcome:
    """R43: a conference is needed and was not held within the limit; a care review counts as held."""
    reading = case.reading
    needed = reading.answer(CONFERENCE)
    if not needed.is_asked():
        return Skipped("Nobody has said yet whether a conference is needed.")
    if needed.value != "yes" or reading.value("M01.conference_route") == "care_review":
        return ()
    start, limit = conference_from(reading), limit_of(reading.profile, "conference")
    if limit is None:
        return Skipped(NO_FIGURE)
    if start is None:
        return Skipped("No strategy discussion is recorded.")
    held = reading.day(CONFERENCE_HELD)
    if (held.earliest() if held is not None else case.today) <= last_day(start, limit, reading.profile):
        return ()
    reason = "M01.conference_late_reason"
    told = has_answer(reading.answer(reason))
    variant = "told" if told else "held" if held is not None else ""
    return (Fired((reason, CONFERENCE_HELD), variant=variant),)


def decision_late(case: Case) -> Outcome:
    """R69: the first decision on this referral, or on one within the year before it, came later than the limit."""
    reading = case.reading
    limit = limit_of(reading.profile, "first_decision")
    if limit is None:
        return Skipped(NO_FIGURE)
    received = received_day(reading)
    before = tuple(_late_before(reading, limit, received or case.today))
    fired = [Fired(before, variant="earlier")] if before else []
    if received is None and not fired and not _referred_before(reading):
        return Skipped("The day of receipt is not recorded.")
    decided = decision_day(reading) or case.today
    if received is not None and decided > last_day(received, limit, reading.profile):
        fired.append(_late(reading, ("M01.decision_late_reason", "M01.decision_late_effect"), DECIDED))
    return tuple(fired)


def _referred_before(reading: Reading) -> bool:
    return bool(reading.rows(EARLIER) or events_of(reading, "referral"))


def _late_before(reading: Reading, limit: Limit, received: date) -> Iterator[str]:
    """Yield the question of each earlier referral that was decided late: from its rows, until then from events."""
    back = limit_of(reading.profile, "earlier_referrals") or LOOKING_BACK
    since = received - timedelta(days=back.days)
    rows = reading.rows(EARLIER)
    found = [(row.day("received"), row.day("decided"), row.at("decided")) for row in rows]
    for came, decided, path in found if rows else _told(reading, received):
        if came is None or decided is None or not since <= came.latest() < received:
            continue
        if decided.earliest() > last_day(came.latest(), limit, reading.profile):
            yield path


def _told(reading: Reading, received: date) -> Iterator[tuple[FuzzyDate, FuzzyDate, str]]:
    """Yield earlier referrals of the chronology, each with the first decision after it and before the next one."""
    came: tuple[FuzzyDate, str] | None = None
    for event in events_of(reading, "referral", *DECISIONS):
        day = event.day("when")
        if day is None or day.earliest() >= received:
            continue
        if event.value("category") == "referral":
            came = (day, event_path(event))
        elif came is not None:
            yield came[0], day, event_path(event)
            came = None


RULES = (
    Rule("R42", Gate.SUBMIT, assessment_late),
    Rule("R43", Gate.SUBMIT, conference_late),
    Rule("R69", Gate.SUBMIT, decision_late),
)
