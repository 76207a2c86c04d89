"""A rule about assessing again: what is said of a child today was asked today."""

from __future__ import annotations

from typing import Final

from hsb_assess.record.taken import follows, own_answers, taken_over
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule

__all__ = ["RULES"]

FEW: Final = 20
"""With fewer answers than these nothing is said yet."""
SHARE: Final = 0.8
NAMED: Final = 10


def mostly_taken_over(case: Case) -> Outcome:
    """R71: nearly all answers of a reassessment are those of the last time, taken over and not asked again."""
    reading = case.reading
    if not follows(reading):
        return ()
    taken, answered = taken_over(reading), own_answers(reading)
    if len(answered) < FEW or len(taken) < SHARE * len(answered):
        return ()
    named = tuple(path for path in answered if path in taken)[:NAMED]
    return (Fired(named, facts=(("n", str(len(taken))), ("all", str(len(answered))))),)


RULES = (Rule("R71", Gate.SUBMIT, mostly_taken_over),)
