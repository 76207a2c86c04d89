"""Rules about days: how long since this child was last seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.rules.facts import event_path, events_of, last_strategy, newest
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule, Skipped
from hsb_assess.rules.workingdays import latest_day, limit, working_days_between

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hsb_assess.record.reading import Reading

__all__ = ["RULES", "days_seen", "seen_limit"]

SEEN = frozenset({"alone", "not_alone"})
OTHERWISE = {"seen_with_enquiry": 10, "seen_otherwise": 20}


def not_seen_lately(case: Case) -> Outcome:
    """R27: this child was last seen longer ago than the limit, which is shorter while an enquiry may be needed.

    Read from the contact log and from the chronology; a day known by its month counts as its last day.
    """
    reading = case.reading
    seen = dict(days_seen(reading))
    last = newest(seen)
    if last is None:
        return Skipped("No day on which this child was seen is recorded.")
    name = seen_limit(reading)
    most = limit(reading.profile, name, OTHERWISE[name])
    if case.today <= latest_day(last, most, reading.profile):
        return ()
    passed = working_days_between(last, case.today, reading.profile)
    return (Fired((seen[last],), facts=(("days", str(passed)), ("limit", str(most)))),)


def days_seen(reading: Reading) -> Iterator[tuple[date, str]]:
    """Yield each day on which this child was seen, with its question."""
    for event in events_of(reading, "seen"):
        if (day := event.day("when")) is not None:
            yield day.latest(), event_path(event)
    for row in reading.rows("M01.contacts"):
        if str(row.value("how")) in SEEN and (day := row.day("when")) is not None:
            yield day.latest(), row.at("when")


def seen_limit(reading: Reading) -> str:
    """Return the limit's name: the shorter where a discussion was held, or enquiries or a protection plan are open."""
    closely = (
        last_strategy(reading) is not None
        or reading.value("M01.s47_state") == "open"
        or "child_protection" in reading.codes("M00.legal_status")
    )
    return "seen_with_enquiry" if closely else "seen_otherwise"


RULES = (Rule("R27", Gate.SUBMIT, not_seen_lately),)
