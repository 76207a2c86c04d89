"""Rules about other children: who was looked for, and what was decided and offered for each."""

from __future__ import annotations

from hsb_assess.rules.facts import has_answer, lacks, other_children, register_row
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule, Skipped

__all__ = ["RULES"]

CHECKED = "M11.children_checked"
CHECKED_WHERE = "M11.children_checked_where"


def child_not_registered(case: Case) -> Outcome:
    """R16: a child who appears in the case has no row, or it is not said where other children were looked for.

    Every child named in any field is a person of the case, so the people of the case are the measure.
    """
    reading = case.reading
    fired = []
    if any(register_row(reading, "M11.children", child) is None for child in other_children(reading)):
        fired.append(Fired(("M11.children",)))
    looked = []
    everywhere = {code.code for code in reading.definition.codes(reading.definition.item(CHECKED))}
    if not everywhere <= set(reading.codes(CHECKED)):
        looked.append(CHECKED)
    if not has_answer(reading.answer(CHECKED_WHERE)):
        looked.append(CHECKED_WHERE)
    if looked:
        fired.append(Fired(tuple(looked), variant="unchecked" if CHECKED in looked else "unsaid"))
    return tuple(fired)


def child_without_decision(case: Case) -> Outcome:
    """R17: a registered child has no decision, or nobody said whether support was offered."""
    rows = case.reading.rows("M11.children")
    if not rows:
        return Skipped("No other child is registered.")
    return tuple(
        Fired(tuple(row.at(name) for name in missing), variant="_".join(missing))
        for row in rows
        if (missing := lacks(row, "decision", "support_offer"))
    )


RULES = (
    Rule("R16", Gate.SUBMIT, child_not_registered),
    Rule("R17", Gate.SUBMIT, child_without_decision),
)
