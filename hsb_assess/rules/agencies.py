"""Rules about agencies: who took part, who decided alone, and what was left to somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.rules.conditions import REGISTER, conditions_told
from hsb_assess.rules.facts import event_path, events_of, has_answer
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hsb_assess.record.reading import Reading, Thing

__all__ = ["RULES"]

CORE = frozenset({"social_care", "police", "health"})
FIRST_DECISION = "M01.decision_what"
OTHER_ACTING = "other_agency_acting"
DECISIONS = ("decision", "decision_other_acting")


def core_agency_absent(case: Case) -> Outcome:
    """R11: a strategy discussion was held without police, social care or health."""
    held = [row for row in case.reading.rows("M01.strategy") if has_answer(row.answer("attendees"))]
    if not held:
        return Skipped("No strategy discussion with its agencies is recorded.")
    return tuple(Fired((row.at("attendees"),)) for row in held if not set(row.codes("attendees")) >= CORE)


def single_enquiry(case: Case) -> Outcome:
    """R12: child protection enquiries are made by one agency alone."""
    enquiries = case.reading.answer("M01.s47")
    if not enquiries.is_asked():
        return Skipped("Which enquiries are made is not said yet.")
    return (Fired(("M01.s47",)),) if enquiries.value == "single" else ()


def decided_alone(case: Case) -> Outcome:
    """R13: police alone decided about somebody's safety, or nothing was done because another agency was acting.

    A criminal outcome is a police milestone, and none of these. A decision that has its own row is judged there:
    an event of the same day says no more, and of a condition no event that the register decides about.
    """
    reading = case.reading
    alone = [*_in_rows(reading), *_in_chronology(reading)]
    return tuple(Fired((path,), variant=variant) for path, variant in alone)


def _in_rows(reading: Reading) -> Iterator[tuple[str, str]]:
    if reading.value(FIRST_DECISION) == OTHER_ACTING:
        yield FIRST_DECISION, "other_acting"
    for row in reading.rows("M02.earlier_referrals"):
        if row.value("decision") == OTHER_ACTING:
            yield row.at("decision"), "other_acting"
    for row in reading.rows("M17.decisions"):
        if row.value("other_acting") == "yes":
            yield row.at("other_acting"), "other_acting"
        elif row.value("safety") == "yes" and _by_police_alone(row, "by"):
            yield row.at("by"), ""
    for row in reading.rows(REGISTER):
        if _by_police_alone(row, "decided_by"):
            yield row.at("decided_by"), ""


def _in_chronology(reading: Reading) -> Iterator[tuple[str, str]]:
    known = set(_days_of_decisions(reading))
    decisions = [
        event for event in events_of(reading, *DECISIONS) if (day := event.day("when")) is None or day.date not in known
    ]
    for event in (*decisions, *conditions_told(reading)):
        if event.value("category") == "decision_other_acting":
            yield event_path(event), "other_acting"
        elif _by_police_alone(event, "decided_by"):
            yield event_path(event), ""


def _by_police_alone(row: Thing, field: str) -> bool:
    return set(row.codes(field)) == {"police"}


def _days_of_decisions(reading: Reading) -> Iterator[str]:
    """Yield the day, as it is written, of each decision that has a row of its own."""
    days = [
        reading.day("M01.decision_at"),
        *(row.day("decided") for row in reading.rows("M02.earlier_referrals")),
        *(row.day("when") for row in reading.rows("M17.decisions")),
    ]
    yield from (day.date for day in days if day is not None)


RULES = (
    Rule("R11", Gate.SUBMIT, core_agency_absent),
    Rule("R12", Gate.SUBMIT, single_enquiry),
    Rule("R13", Gate.SUBMIT, decided_alone),
)
