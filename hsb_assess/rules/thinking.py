"""Rules about hearing this child and about thinking: voice, strengths, formulation, explanations, help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.domain.answer import Absence
from hsb_assess.instrument.schema import module_of
from hsb_assess.rules.facts import has_answer, lacks
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule, Severity

if TYPE_CHECKING:
    from hsb_assess.record.reading import Reading

__all__ = ["RULES"]

FIVE_PS = ("presenting", "predisposing", "precipitating", "perpetuating", "protective")
BEHAVIOUR_MODULES = frozenset({"M03", "M04"})
SUPPORT_WORK = frozenset({"wellbeing", "own_harm", "family", "education"})
HELPING_WORK = frozenset({"wellbeing", "own_harm"})
RATED_STRENGTH = 3
ENOUGH_STRENGTHS = 3
ENOUGH_EXPLANATIONS = 2


def actions_not_deliverable(case: Case) -> Outcome:
    """R23: an action has no owner or day (blocker); support has no length or measure (justify)."""
    fired = []
    for row in case.reading.rows("M21.actions"):
        if missing := lacks(row, "owner", "by_when"):
            fired.append(Fired(tuple(row.at(name) for name in missing), Severity.BLOCKER))
        elif row.value("work") in SUPPORT_WORK and (missing := lacks(row, "length", "measure")):
            fired.append(Fired(tuple(row.at(name) for name in missing), Severity.JUSTIFY))
    return tuple(fired)


def child_not_heard(case: Case) -> Outcome:
    """R26: no words and no observation, and nothing else was offered to a child who declined."""
    reading = case.reading
    heard = any(has_answer(row.answer("words")) for row in reading.rows("M14.words"))
    if heard or has_answer(reading.answer("M14.observation")):
        return ()
    declined = any(
        answer.absence is Absence.DECLINED
        for path in reading.answers
        if module_of(path) == "M14" and (answer := reading.answer(path)).absence is not None
    )
    if declined and has_answer(reading.answer("M14.alternative")):
        return ()
    return (Fired(("M14.words", "M14.observation")),)


def deficits_only(case: Case) -> Outcome:
    """R28: no strength with evidence (blocker); one or two, or none carried into a plan (justify)."""
    rows = case.reading.rows("M15.strengths")
    evidenced = [
        row
        for row in rows
        if isinstance(rating := row.value("rating"), int)
        and rating >= RATED_STRENGTH
        and (row.answer("rating").evidence or row.answer("what").evidence)
    ]
    if not evidenced:
        return (Fired(("M15.strengths",), Severity.BLOCKER),)
    if len(evidenced) < ENOUGH_STRENGTHS:
        return (Fired(("M15.strengths",), Severity.JUSTIFY),)
    used = any(has_answer(row.answer("good_kept")) for row in case.reading.rows("M20.settings"))
    return () if used else (Fired(("M20.settings",), Severity.JUSTIFY),)


def _cited_in(reading: Reading, modules: frozenset[str]) -> set[str]:
    return {item for path in reading.answers if module_of(path) in modules for item in reading.answer(path).evidence}


def formulation_one_sided(case: Case) -> Outcome:
    """R29: there is no formulation, or all that it cites is about the behaviour."""
    reading = case.reading
    written = [path for name in FIVE_PS if has_answer(reading.answer(path := f"M18.{name}"))]
    cited = {item for path in written for item in reading.answer(path).evidence}
    if len(written) < len(FIVE_PS):
        return (Fired(tuple(f"M18.{name}" for name in FIVE_PS if f"M18.{name}" not in written)),)
    if not cited or cited <= _cited_in(reading, BEHAVIOUR_MODULES):
        return (Fired(tuple(written)),)
    return ()


def one_explanation(case: Case) -> Outcome:
    """R30: fewer than two explanations were considered."""
    rows = [row for row in case.reading.rows("M05.explanations") if not lacks(row, "what", "why")]
    distinct = {row.value("what") for row in rows}
    return () if len(distinct) >= ENOUGH_EXPLANATIONS else (Fired(("M05.explanations",)),)


def no_help(case: Case) -> Outcome:
    """R32: the plan has no action for this child's wellbeing or for what was done to this child."""
    helps = any(row.value("work") in HELPING_WORK for row in case.reading.rows("M21.actions"))
    return () if helps else (Fired(("M21.actions",)),)


RULES = (
    Rule("R23", Gate.SUBMIT, actions_not_deliverable),
    Rule("R26", Gate.SUBMIT, child_not_heard),
    Rule("R28", Gate.SUBMIT, deficits_only),
    Rule("R29", Gate.SUBMIT, formulation_one_sided),
    Rule("R30", Gate.SUBMIT, one_explanation),
    Rule("R32", Gate.SUBMIT, no_help),
)
