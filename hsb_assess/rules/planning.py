"""Rules about the plan as a whole: it prevents, it is handed over in time, and the people in it have agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.instrument.condition import Pathway
from hsb_assess.rules.facts import has_answer, is_over, lacks
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule, Skipped
from hsb_assess.rules.pathways import is_established
from hsb_assess.rules.tiers import advice_missing, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hsb_assess.record.reading import Row

__all__ = ["RULES"]

ACTIONS = "M21.actions"
PLANS = "M20.settings"
NEXT_OWNER = "M21.transition_owner"


def nothing_prevents(case: Case) -> Outcome:
    """R51: no action is marked as preventive, for this child, a carer, the other children or a place.

    Where ordinary behaviour is recorded, what the families were told prevents: no actions are asked for there.
    """
    reading = whole(case.reading)
    prevents = any(row.codes("preventive") for row in reading.rows(ACTIONS))
    return () if prevents else advice_missing(case.reading, ACTIONS)


def no_transition_owner(case: Case) -> Outcome:
    """R52: this child is seventeen and a half or older, and nobody owns the handover to adult services."""
    reading = case.reading
    if not has_answer(reading.answer("M00.dob")):
        return Skipped("This child's date of birth is not recorded.")
    due = is_established(reading, Pathway.TRANSITION_AGE)
    return (Fired((NEXT_OWNER,)),) if due and not has_answer(reading.answer(NEXT_OWNER)) else ()


def plan_not_agreed(case: Case) -> Outcome:
    """R66: an adult relied on has not agreed (blocker); not shown, or a disagreement without an answer (justify)."""
    plans = [row for row in case.reading.rows(PLANS) if not is_over(row, "to", case.today)]
    if not plans:
        return Skipped("No safety plan is in force.")
    return tuple(fired for row in plans for fired in _disagreed(row))


def _disagreed(row: Row) -> Iterator[Fired]:
    relied_on = bool(row.codes("adults")) or has_answer(row.answer("adults_do"))
    if relied_on and (missing := lacks(row, "adults", "adults_agreed")):
        yield Fired(tuple(row.at(name) for name in missing))
    if missing := lacks(row, "shown_child", "shown_carer"):
        yield Fired(tuple(row.at(name) for name in missing), variant="_".join(missing))
    if has_answer(row.answer("disagreement")) and lacks(row, "our_answer"):
        yield Fired((row.at("our_answer"),), variant="unanswered")


RULES = (
    Rule("R51", Gate.SUBMIT, nothing_prevents),
    Rule("R52", Gate.SUBMIT, no_transition_owner),
    Rule("R66", Gate.SUBMIT, plan_not_agreed),
)
