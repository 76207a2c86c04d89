"""Rules about other children: who was looked for, and what was decided and offered for each."""

from __future__ import annotations

from hsb_assess.rules.facts import has_answer, other_children, register_row
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule, Skipped

__all__ = ["RULES"]

CHECKED = ("siblings", "kin", "school", "clubs", "neighbours", "transport", "online")


def child_not_registered(case: Case) -> Outcome:
    """R16: a child who appears in the case has no row, or it is not said where other children were looked for."""
    reading = case.reading
    missing = [child for child in other_children(reading) if register_row(reading, "M11.children", child.id) is None]
    looked = set(reading.codes("M11.children_checked"))
    questions: list[str] = ["M11.children"] if missing else []
    if not looked >= set(CHECKED):
        questions.append("M11.children_checked")
    if not has_answer(reading.answer("M11.children_checked_where")):
        questions.append("M11.children_checked_where")
    return (Fired(tuple(questions)),) if questions else ()


def child_without_decision(case: Case) -> Outcome:
    """R17: a registered child has no decision, or nobody said whether support was offered."""
    rows = case.reading.rows("M11.children")
    if not rows:
        return Skipped("No other child is registered.")
    fired = []
    for row in rows:
        questions = tuple(
            row.at(name)
            for name in ("decision", "support_offer")
            if not row.answer(name).is_asked() or not has_answer(row.answer(name))
        )
        if questions:
            fired.append(Fired(questions))
    return tuple(fired)


RULES = (
    Rule("R16", Gate.SUBMIT, child_not_registered),
    Rule("R17", Gate.SUBMIT, child_without_decision),
)
