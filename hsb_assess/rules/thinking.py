"""Rules about hearing this child and about thinking: voice, strengths, formulation, explanations, help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.domain.answer import Absence
from hsb_assess.instrument.schema import module_of
from hsb_assess.rules.facts import SUPPORT_WORK, has_answer, lacks, standing
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule, Skipped
from hsb_assess.rules.thread import FIVE_PS
from hsb_assess.rules.tiers import advice_missing, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hsb_assess.record.reading import Reading, Row

__all__ = ["RULES"]

BEHAVIOUR = frozenset({"M03", "M04"})
PLANS = frozenset({"M20", "M21"})
HELPING_WORK = frozenset({"wellbeing", "own_harm"})
ENOUGH_STRENGTHS = 3
ENOUGH_EXPLANATIONS = 2


def actions_not_deliverable(case: Case) -> Outcome:
    """R23: an action has no owner or day (blocker); support has no length or measure (justify)."""
    rows = case.reading.rows("M21.actions")
    if not rows:
        return Skipped("No action is planned yet.")
    return tuple(fired for row in rows for fired in _undeliverable(row))


def _undeliverable(row: Row) -> Iterator[Fired]:
    if missing := lacks(row, "owner", "by_when"):
        yield Fired(tuple(row.at(name) for name in missing), variant="_".join(missing))
    if row.value("work") in SUPPORT_WORK and (missing := lacks(row, "duration", "measure")):
        yield Fired(tuple(row.at(name) for name in missing), variant="_".join(missing))


def child_not_heard(case: Case) -> Outcome:
    """R26: no words, drawing or observation, and nothing else was offered to a child who declined."""
    reading = case.reading
    heard = any(has_answer(row.answer("words")) for row in reading.rows("M14.words"))
    if heard or has_answer(reading.answer("M14.observation")):
        return ()
    declined = _declined(reading)
    if declined and has_answer(reading.answer("M14.alternative")):
        return ()
    return (Fired(("M14.words", "M14.observation"), variant="declined" if declined else ""),)


def _declined(reading: Reading) -> bool:
    """Say whether this child declined; a carer or an agency that declines does not speak for this child."""
    return any(
        answer.absence is Absence.DECLINED and answer.detail.get("by") == "child"
        for path, answer in standing(reading)
        if module_of(path) == "M14"
    )


def deficits_only(case: Case) -> Outcome:
    """R28: no strength with evidence (blocker); one or two, or none carried into a plan (justify, each its own)."""
    reading = case.reading
    evidenced = [row for row in reading.rows("M15.strengths") if _is_evidenced(row)]
    if not evidenced:
        return (Fired(("M15.strengths",)),)
    fired = []
    if len(evidenced) < ENOUGH_STRENGTHS:
        fired.append(Fired(("M15.strengths",), variant="few"))
    kept = any(has_answer(row.answer("good_kept")) for row in reading.rows("M20.settings"))
    cited = {item for row in evidenced for item in _evidence(row)}
    if not kept and not cited & _cited_in(reading, PLANS):
        fired.append(Fired(("M20.settings", "M21.actions"), variant="unused"))
    return tuple(fired)


def _is_evidenced(row: Row) -> bool:
    """Say whether somebody saw this strength: it cites evidence and is not rated as not seen.

    A strength that shows with prompting is one, too: to ask for a high rating would invite high ratings.
    """
    return has_answer(row.answer("what")) and row.value("rating") not in {0, "none_seen"} and bool(_evidence(row))


def _evidence(row: Row) -> tuple[str, ...]:
    return (*row.answer("what").evidence, *row.answer("rating").evidence)


def _cited_in(reading: Reading, modules: frozenset[str]) -> set[str]:
    return {item for path, answer in standing(reading) if module_of(path) in modules for item in answer.evidence}


def formulation_one_sided(case: Case) -> Outcome:
    """R29: there is no formulation, or all that it cites is about the behaviour.

    An item belongs to the behaviour when no other part of the assessment before the formulation cites it.
    """
    reading = case.reading
    open_parts = tuple(path for path in FIVE_PS if not reading.answer(path).is_asked())
    written = tuple(path for path in FIVE_PS if has_answer(reading.answer(path)))
    if open_parts or not written:
        return (Fired(open_parts or FIVE_PS, variant="unfinished" if written else ""),)
    cited = {item for path in written for item in reading.answer(path).evidence}
    elsewhere = frozenset(module.id for module in reading.definition.modules) - BEHAVIOUR - PLANS - {"M18", "M23"}
    behaviour = _cited_in(reading, BEHAVIOUR) - _cited_in(reading, elsewhere)
    return (Fired(written, variant="one_sided" if cited else "uncited"),) if cited <= behaviour else ()


def one_explanation(case: Case) -> Outcome:
    """R30: fewer than two explanations were considered."""
    rows = [row for row in case.reading.rows("M05.explanations") if not lacks(row, "what", "why")]
    different = {row.id if row.value("what") == "other" else row.value("what") for row in rows}
    return () if len(different) >= ENOUGH_EXPLANATIONS else (Fired(("M05.explanations",)),)


def no_help(case: Case) -> Outcome:
    """R32: the plan has no action for this child's wellbeing or for what was done to this child.

    Where ordinary behaviour is recorded, what the families were told helps: no actions are asked for there.
    """
    helps = any(row.value("work") in HELPING_WORK for row in whole(case.reading).rows("M21.actions"))
    return () if helps else advice_missing(case.reading, "M21.actions")


RULES = (
    Rule("R23", Gate.SUBMIT, actions_not_deliverable),
    Rule("R26", Gate.SUBMIT, child_not_heard),
    Rule("R28", Gate.SUBMIT, deficits_only),
    Rule("R29", Gate.SUBMIT, formulation_one_sided),
    Rule("R30", Gate.SUBMIT, one_explanation),
    Rule("R32", Gate.SUBMIT, no_help),
)
