"""Rules about what is not known yet: who finds out behind a decision, and whether waiting has gone on too long."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hsb_assess.domain.answer import Absence
from hsb_assess.rules.facts import HARM, has_answer, is_over, lacks, standing
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hsb_assess.domain.answer import Answer
    from hsb_assess.record.reading import Row

__all__ = ["RULES"]

ARRANGEMENT = tuple(f"M01.arrangement.{name}" for name in ("what", "agreed_by", "until"))
PLANS = "M20.settings"
DECISIONS = "M17.decisions"
FINDING_OUT = ("unknown_owner", "unknown_by")
WAITING = frozenset({Absence.NOT_SAFE, Absence.LED_BY_OTHER})
BOTH_LINES = (f"{HARM}.sexual", f"{HARM}.exploitation")


def unknown_without_owner(case: Case) -> Outcome:
    """R44: a safety decision rests on something unknown, and nobody is named who finds out by a day."""
    reading = case.reading
    decided = [row for row in reading.rows(DECISIONS) if row.value("safety") == "yes"]
    plans = [row for row in reading.rows(PLANS) if not is_over(row, "to", case.today)]
    arranged = [path for path in ARRANGEMENT if reading.answer(path).is_asked()]
    if not (decided or plans or arranged):
        return Skipped("No safety decision is recorded yet.")
    fired = [
        Fired(tuple(row.at(name) for name in missing), variant="_".join(missing))
        for row in (*decided, *plans)
        if has_answer(row.answer("unknown")) and (missing := lacks(row, *FINDING_OUT))
    ]
    answers = {path: reading.answer(path) for path in arranged}
    answers |= {path: each for row in plans for path, each in _of(row)}
    fired.extend(Fired((path,), variant="unknown") for path, answer in answers.items() if _nobody_finds_out(answer))
    return tuple(fired)


def _of(row: Row) -> Iterator[tuple[str, Answer]]:
    return ((row.at(name), answer) for name, answer in row.fields.items())


def _nobody_finds_out(answer: Answer) -> bool:
    """Say whether this is *unknown after enquiry* without who finds out, or without by when."""
    detail = answer.detail
    named = all(detail.get(name, "").strip() for name in ("owner", "by"))
    return answer.absence is Absence.UNKNOWN and not named


def waiting_too_long(case: Case) -> Outcome:
    """R63: an answer waits, or is led elsewhere, past its day; or both lines, sexual and exploitation, do at once."""
    waiting = {path: answer for path, answer in standing(case.reading) if answer.absence in WAITING}
    late = tuple(path for path, answer in waiting.items() if _is_past(answer.detail.get("recheck", ""), case.today))
    fired = [Fired(late)] if late else []
    if all(path in waiting for path in BOTH_LINES):
        fired.append(Fired(BOTH_LINES, variant="both"))
    return tuple(fired)


def _is_past(text: str, today: date) -> bool:
    try:
        return date.fromisoformat(text) < today
    except ValueError:
        return False


RULES = (
    Rule("R44", Gate.SUBMIT, unknown_without_owner),
    Rule("R63", Gate.SUBMIT, waiting_too_long),
)
