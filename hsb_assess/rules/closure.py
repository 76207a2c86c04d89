"""Rules about closing: what changed is shown, this child was asked, and what stays open has somebody who holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.rules.facts import events_of, harm_suspected, has_answer, lacks
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule

if TYPE_CHECKING:
    from hsb_assess.record.reading import Reading

__all__ = ["RULES"]

OUTCOMES = "M22.outcomes"
VIEW = "M22.child_view"
HARMED_BY = ("M22.harmed_by", "M05.harmed_by")
KNOWN = frozenset({"identified", "suspected", "none_found"})
DIFFERS = ("M22.differs_now", "M02.differs_now")
EARLIER = "M02.earlier_referrals"
SEVERAL = 2


def outcome_not_shown(case: Case) -> Outcome:
    """R54: the case closes without a first and a last measure, or without this child's view.

    A child who declined has been asked.
    """
    reading = case.reading
    fired = []
    rows = reading.rows(OUTCOMES)
    if not any(not lacks(row, "baseline", "now") for row in rows):
        missing = [row.at(name) for row in rows for name in lacks(row, "baseline", "now")]
        fired.append(Fired(tuple(missing) or (OUTCOMES,)))
    if not reading.answer(VIEW).is_asked():
        fired.append(Fired((VIEW,), variant="view"))
    return tuple(fired)


def closed_with_open_ends(case: Case) -> Outcome:
    """R67: harm is suspected and nobody knows by whom, or referrals came again and nobody says what differs now."""
    reading = case.reading
    fired = []
    if harm_suspected(reading) and not _is_known(reading):
        fired.append(Fired(HARMED_BY[:1]))
    if _earlier(reading) >= SEVERAL and not any(has_answer(reading.answer(path)) for path in DIFFERS):
        fired.append(Fired(DIFFERS[:1], variant="again"))
    return tuple(fired)


def _is_known(reading: Reading) -> bool:
    """Say whether somebody answered by whom this child was harmed; the review's answer goes before the earlier one."""
    asked = [path for path in HARMED_BY if reading.answer(path).is_asked()]
    return bool(asked) and reading.value(asked[0]) in KNOWN


def _earlier(reading: Reading) -> int:
    """Return how many referrals came before this one: from their rows, until then from the chronology."""
    received = reading.day("M01.received")
    told = (event.day("when") for event in events_of(reading, "referral"))
    before = [day for day in told if day is not None and received is not None and day.earliest() < received.earliest()]
    return len(reading.rows(EARLIER)) or len(before)


RULES = (
    Rule("R54", Gate.CLOSURE, outcome_not_shown),
    Rule("R67", Gate.CLOSURE, closed_with_open_ends),
)
