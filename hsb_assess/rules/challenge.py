"""Rules about professional challenge: was any decision tested, and did who tested it get an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.rules.facts import has_answer
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule, Skipped
from hsb_assess.rules.workingdays import latest_day, limit, working_days_between

if TYPE_CHECKING:
    from hsb_assess.record.reading import Row

__all__ = ["RULES"]

CHALLENGES = "M17.challenges"
NIL = ("M17.no_challenge.hardest", "M17.no_challenge.who_could")


def nothing_tested(case: Case) -> Outcome:
    """R14: no challenge is recorded, and no nil that names the hardest decision and who could have tested it."""
    reading = case.reading
    rows = reading.rows(CHALLENGES)
    if any(has_answer(row.answer("issue")) for row in rows):
        return ()
    if rows:
        return (Fired(tuple(row.at("issue") for row in rows), variant="empty"),)
    missing = tuple(path for path in NIL if not has_answer(reading.answer(path)))
    if not missing:
        return ()
    return (Fired((CHALLENGES, *missing), variant="" if missing == NIL else "nil"),)


def challenge_unanswered(case: Case) -> Outcome:
    """R15: a challenge has had no answer within the limit."""
    rows = case.reading.rows(CHALLENGES)
    if not rows:
        return Skipped("No challenge is recorded.")
    return tuple(fired for row in rows if (fired := _overdue(row, case)) is not None)


def _overdue(row: Row, case: Case) -> Fired | None:
    raised = row.day("raised")
    answered = has_answer(row.answer("response")) or has_answer(row.answer("response_on"))
    if raised is None or answered or row.value("outcome") == "withdrawn":
        return None
    profile = case.reading.profile
    most = limit(profile, "challenge_answer", 10)
    if case.today <= latest_day(raised.latest(), most, profile):
        return None
    days = working_days_between(raised.latest(), case.today, profile)
    return Fired((row.at("response"),), facts=(("days", str(days)), ("limit", str(most))))


RULES = (
    Rule("R14", Gate.SUBMIT, nothing_tested),
    Rule("R15", Gate.SUBMIT, challenge_unanswered),
)
