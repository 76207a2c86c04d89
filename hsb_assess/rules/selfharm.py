"""The rule about self-harm: it is asked about, a clinician hears the same day, and something keeps this child safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.rules.facts import event_path, events_of, has_answer, is_over, lacks, newest, this_child, tier_of
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule

if TYPE_CHECKING:
    from datetime import date

    from hsb_assess.record.reading import Reading

__all__ = ["RULES"]

NOW = "M01.self_harm_now"
EVER = "M07.self_harm"
NOTICED = "M07.self_harm_noticed"
CLINICAL = ("M07.clinical.who", "M07.clinical.at")
ARRANGEMENT = ("M01.arrangement.what", "M01.arrangement.agreed_by")
WORRYING = frozenset({"yes", "suspected", "conflicting"})
SAFETY_WORK = frozenset({"behaviour_safety", "wellbeing", "own_harm"})
THIS_CHILDS_SAFETY = frozenset({"risk_to", "health", "calm"})
"""Needs and concerns that an action against self-harm answers."""


def self_harm_unanswered(case: Case) -> Outcome:
    """R46: self-harm is *not yet asked*; or there may be some, without a clinical conversation and a safety action.

    An event *self-harm* counts until the module on health says more. Once both are there, a conversation on a later
    day than the first notice asks for an explanation of the delay; it stays one, since the past cannot be mended.
    """
    reading = case.reading
    told = () if reading.answer(EVER).is_asked() else events_of(reading, "self_harm")
    open_questions = tuple(
        path for path in (NOW, EVER) if reading.engine.visible(path) and not reading.answer(path).is_asked()
    )
    worrying = any(reading.state(path) in WORRYING for path in (NOW, EVER)) or bool(told)
    if not worrying:
        return (Fired(open_questions, variant="not_asked"),) if open_questions else ()
    missing = (*(path for path in CLINICAL if not has_answer(reading.answer(path))), *_safety_missing(case))
    if missing or told:
        return (Fired((*(event_path(event) for event in told), *open_questions, *missing)),)
    return _delay(reading)


def _safety_missing(case: Case) -> tuple[str, ...]:
    """Return where a safety action is wanted; on the first day the arrangement for tonight is one.

    An action that names the needs it answers has to name one of this child's own.
    """
    reading = case.reading
    if tier_of(reading) == "first_day":
        return tuple(path for path in ARRANGEMENT if not has_answer(reading.answer(path)))
    child = this_child(reading)
    planned = any(
        not lacks(row, "adults_do") and child in row.codes("protects") and not is_over(row, "to", case.today)
        for row in reading.rows("M20.settings")
    )
    acted = any(
        row.value("work") in SAFETY_WORK and (not (needs := set(row.codes("for_need"))) or needs & THIS_CHILDS_SAFETY)
        for row in reading.rows("M21.actions")
    )
    return () if planned or acted else ("M20.settings", "M21.actions")


def _delay(reading: Reading) -> Outcome:
    spoken, noticed = reading.day(CLINICAL[1]), _noticed(reading)
    if spoken is None or noticed is None or spoken.earliest() <= noticed:
        return ()
    days = (spoken.earliest() - noticed).days
    return (Fired((CLINICAL[1],), variant="late", facts=(("days", str(days)),)),)


def _noticed(reading: Reading) -> date | None:
    """Return the last day that the first notice can mean; without one in health, that of the newest event."""
    noticed = reading.day(NOTICED)
    if noticed is not None:
        return noticed.latest()
    events = (event.day("when") for event in events_of(reading, "self_harm"))
    return newest(day.latest() for day in events if day is not None)


RULES = (Rule("R46", Gate.SUBMIT, self_harm_unanswered),)
