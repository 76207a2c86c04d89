"""The rule about orders, conditions and releases: what protects the children from the day on which one ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.rules.conditions import REGISTER, ends_of_investigations
from hsb_assess.rules.facts import has_answer, lacks
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule, Skipped
from hsb_assess.rules.limits import Limit, last_day, limit_of
from hsb_assess.rules.tiers import whole

if TYPE_CHECKING:
    from datetime import date

    from hsb_assess.record.reading import Row

__all__ = ["RULES"]

ADULTS = "M11.adults"
WATCH = Limit(20)
DOUBTFUL = frozenset({"breached", "unknown"})
OVER = frozenset({"ended", "none"})
FROM_THEN = ("then_what", "then_who", "then_told")
AT_RELEASE = ("release_what", "release_who")


def ends_unprotected(case: Case) -> Outcome:
    """R68: an order is breached, of unknown status or soon over, or an adult soon released, with nothing arranged.

    A condition whose last day has passed while it is still called in force counts as ending: somebody has to ask. So
    do conditions of an investigation of harm to a child that no row of the register tells of; there the arrangement has
    its place. What is recorded counts, whether or not the tier asks it.
    """
    reading = whole(case.reading)
    conditions = [row for row in reading.rows(REGISTER) if row.value("status") not in OVER]
    adults = [row for row in reading.rows(ADULTS) if has_answer(row.answer("release"))]
    told = tuple(ends_of_investigations(reading))
    if not conditions and not adults and not told:
        return Skipped("No order, condition or release is recorded.")
    last = last_day(case.today, limit_of(reading.profile, "order_watch") or WATCH, reading.profile)
    fired = []
    for row in conditions:
        variant = _condition(row, last)
        if variant is not None and (missing := lacks(row, *FROM_THEN)):
            fired.append(Fired((row.at("status"), *(row.at(name) for name in missing)), variant=variant))
    for row, until in told:
        over = until.latest() < case.today and has_answer(row.answer("outcome"))
        if until.earliest() <= last and not over:
            fired.append(Fired((row.at("conditions_to"), REGISTER), variant="investigation"))
    for row in adults:
        day = row.day("release")
        coming = day is not None and day.latest() >= case.today and day.earliest() <= last
        if coming and (missing := lacks(row, *AT_RELEASE)):
            fired.append(Fired(tuple(row.at(name) for name in missing), variant="release"))
    return tuple(fired)


def _condition(row: Row, last: date) -> str | None:
    """Return which words fit a condition that asks for an arrangement, or ``None`` while it holds."""
    status = row.value("status")
    if status in DOUBTFUL:
        return str(status)
    if row.value("changed") == "ended":
        return ""
    until = row.day("to")
    return "" if until is not None and until.earliest() <= last else None


RULES = (Rule("R68", Gate.SUBMIT, ends_unprotected),)
