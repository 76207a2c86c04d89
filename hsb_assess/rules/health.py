"""Rules about health: is advice sought at once where somebody may need care, and does health have its say."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from hsb_assess.domain.answer import Absence
from hsb_assess.rules.facts import has_answer
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule

if TYPE_CHECKING:
    from hsb_assess.domain.answer import Answer

__all__ = ["RULES"]

NEED = "M01.medical_need"
RAISED = "M01.medical_raised"
ADVICE = ("M01.medical_advised_by", "M01.medical_advised_at")
MAY_NEED_CARE = frozenset({"yes", "suspected", "conflicting"})
SECONDS_PER_HOUR = 3600


def medical_need_unanswered(case: Case) -> Outcome:
    """R10: medical need is *not yet asked*; or there may be one, and no advice says who gave it and when.

    The hours since it was noticed are told where both moments are known; never that it is too late.
    """
    reading = case.reading
    need = reading.answer(NEED)
    if not need.is_asked():
        return (Fired((NEED,)),)
    missing = tuple(path for path in ADVICE if not has_answer(reading.answer(path)))
    if not _may_need_care(need) or not missing:
        return ()
    since = _since(reading.text(RAISED), case.circumstances.now)
    return (Fired(missing, variant="hours" if since else "no_advice", facts=(("since", since),)),)


def _may_need_care(need: Answer) -> bool:
    return need.state() in MAY_NEED_CARE or need.absence is Absence.UNKNOWN


def _since(raised: str, now: datetime | None) -> str:
    """Return how long ago ``raised`` was in whole hours, in words; empty when one cannot tell."""
    try:
        moment = datetime.fromisoformat(raised)
        passed = (now - moment).total_seconds() if now is not None else -1.0
    except (ValueError, TypeError):  # no moment, or one without an offset
        return ""
    hours = int(passed // SECONDS_PER_HOUR)
    if hours < 0:
        return ""
    return {0: "less than an hour", 1: "1 hour"}.get(hours, f"{hours} hours")


RULES = (Rule("R10", Gate.SUBMIT, medical_need_unanswered),)
