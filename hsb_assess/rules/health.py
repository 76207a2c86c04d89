"""Rules about health: is advice sought at once where somebody may need care, and does health have its say."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from hsb_assess.domain.answer import Absence
from hsb_assess.instrument.schema import module_of
from hsb_assess.rules.facts import has_answer, lacks, standing
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule

if TYPE_CHECKING:
    from hsb_assess.domain.answer import Answer
    from hsb_assess.record.reading import Reading, Row

__all__ = ["RULES"]

NEED = "M01.medical_need"
RAISED = "M01.medical_raised"
ADVICE = ("M01.medical_advised_by", "M01.medical_advised_at")
MAY_NEED_CARE = frozenset({"yes", "suspected", "conflicting"})
SECONDS_PER_HOUR = 3600
CONTRIBUTIONS = "M07.contributions"
HEALTH = frozenset({"health", "gp", "school_nurse", "paediatrics", "camhs", "sexual_health"})
THINKING = frozenset({"M05", "M18", "M19"})


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


# --- R09: what health knows is part of the thinking --------------------------------------------


def health_missing(case: Case) -> Outcome:
    """R09: nothing that health contributed is cited in possible harm, making sense or levels.

    A contribution is an answer that came, and is cited where an item of evidence stands in both places; a tick or a
    seat at a meeting is neither. An explanation is enough where a request and a call are dated and unanswered, or
    where early help has no agreement of the family.
    """
    reading = case.reading
    rows = [*reading.rows(CONTRIBUTIONS), *_health_among_agencies(reading)]
    given = [row for row in rows if has_answer(row.answer("received")) and has_answer(row.answer("summary"))]
    used = {item for path, answer in standing(reading) if module_of(path) in THINKING for item in answer.evidence}
    if any(used & set(row.answer("summary").evidence) for row in given):
        return ()
    if given:
        return (Fired(tuple(row.at("summary") for row in given), variant="unused"),)
    waiting = tuple(row.at("received") for row in rows if not lacks(row, "asked", "called"))
    if waiting:
        return (Fired(waiting, variant="waiting"),)
    if _no_agreement(reading):
        return (Fired((CONTRIBUTIONS,), variant="no_agreement"),)
    return (Fired((CONTRIBUTIONS,)),)


def _health_among_agencies(reading: Reading) -> list[Row]:
    return [row for row in reading.rows("M17.agencies") if row.value("agency") in HEALTH]


def _no_agreement(reading: Reading) -> bool:
    """Say whether this is early help, and the family declined that health is told or asked."""
    asked = [reading.answer("M01.health_told")]
    asked += [answer for row in reading.rows(CONTRIBUTIONS) for answer in row.fields.values()]
    declined = any(each.absence is Absence.DECLINED and each.detail.get("by") != "agency" for each in asked)
    return declined and "early_help" in reading.codes("M00.legal_status")


RULES = (
    Rule("R09", Gate.SUBMIT, health_missing),
    Rule("R10", Gate.SUBMIT, medical_need_unanswered),
)
