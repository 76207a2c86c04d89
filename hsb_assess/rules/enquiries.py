"""Rules about enquiries and proceedings: the discussion is held, accounts are kept clean, a defence stays fair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.domain.answer import Absence
from hsb_assess.instrument.condition import Pathway
from hsb_assess.rules.facts import (
    BANDS,
    event_path,
    events_of,
    first_strategy,
    has_answer,
    incident_days,
    last_strategy,
    worst_band,
)
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule, Skipped
from hsb_assess.rules.pathways import is_established

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hsb_assess.domain.fuzzydate import FuzzyDate
    from hsb_assess.record.reading import Reading, Thing

__all__ = ["RULES", "is_investigated"]

STRATEGY = "M01.strategy"
THRESHOLD = "M05.threshold"
STATUS = "M16.status"
LEGAL_ADVICE = "M16.legal_advice"
UNDER_WAY = frozenset({"reported", "under_investigation", "released_under_investigation", "bailed", "charged"})
NOT_SAID = frozenset({None, "not_known"})
DOING = frozenset({"planned", "started"})
INTERVIEW = "M05.interview"
INTERVIEWS = (INTERVIEW, "M16.interview")
_SAME_AS = "voice_for"
"""What an item holds that repeats words: the answer, or the row of this child's own words, which is looked at itself."""


def no_strategy_discussion(case: Case) -> Outcome:
    """R64: the band is abusive or violent, or enquiries are decided on, with no discussion and no manager's reason."""
    reading = case.reading
    band = worst_band(reading)
    decided = reading.value(THRESHOLD) == "enquiries_now"
    if band is None and not reading.answer(THRESHOLD).is_asked():
        return Skipped("No behaviour has been rated, and nothing is decided about enquiries yet.")
    grave = band is not None and band >= BANDS.index("abusive")
    if not (grave or decided) or last_strategy(reading) is not None:
        return ()
    if any(has_answer(row.answer("manager_reason")) for row in reading.rows(STRATEGY)):
        return ()
    return (Fired((STRATEGY,), variant="" if grave else "decided"),)


def is_investigated(reading: Reading) -> bool | None:
    """Say whether an investigation of this child, or a charge, is open; ``None`` when nothing is recorded of it.

    Until its own module says where it stands, a police milestone in the chronology counts as one that is open,
    except for a child who was below the age of criminal responsibility each time.
    """
    if reading.value(STATUS) not in NOT_SAID:
        return reading.value(STATUS) in UNDER_WAY
    if reading.state("M16.under_investigation") == "yes":
        return True
    if incident_days(reading) and not is_established(reading, Pathway.RESPONSIBLE_AT_INCIDENT):
        return False
    return True if events_of(reading, "police_milestone") else None


def trial_at_risk(case: Case) -> Outcome:
    """R55: work on the behaviour is planned or under way while an investigation is open, with no legal advice noted."""
    reading = case.reading
    actions = reading.rows("M21.actions")
    if not actions:
        return Skipped("No action is planned yet.")
    doing = [row for row in actions if row.value("work") == "behaviour_focused" and row.value("status") in DOING]
    if not doing:
        return ()
    investigated = is_investigated(reading)
    if investigated is None:
        return Skipped("It is not recorded whether an investigation of this child is open.")
    advice = reading.answer(LEGAL_ADVICE)
    if not investigated or advice.state() == "yes" or advice.absence is Absence.DECLINED:
        return ()
    return (Fired((LEGAL_ADVICE, *(row.at("work") for row in doing))),)


def account_before_interview(case: Case) -> Outcome:
    """R57: between the first discussion and the finished interview, a worker sought an account, or this child talked.

    A child may always talk, so words that came unasked are advisory: exact words, who was there, tell the team.
    """
    reading = case.reading
    window = _interview_window(reading, case.today)
    if window is None:
        return Skipped("No interview of this child is planned.")
    start, end = window
    if start is None:
        return Skipped("No strategy discussion is recorded.")
    told = [(path, how) for day, path, how in _accounts(reading) if day.latest() >= start and day.earliest() <= end]
    sought = tuple(path for path, how in told if how == "sought")
    unasked = tuple(path for path, how in told if how == "spontaneous")
    fired = (Fired(sought), Fired(unasked, variant="spontaneous"))
    return tuple(each for each in fired if each.questions)


def _interview_window(reading: Reading, today: date) -> tuple[date | None, date] | None:
    """Return the first discussion and the day of the finished interview, today while one is still to come."""
    planned = reading.value(INTERVIEW) in {"planned", "done"} or has_answer(reading.answer("M16.interview_planned"))
    done = [day.latest() for path in INTERVIEWS if (day := reading.day(f"{path}_done")) is not None]
    if not planned and not done:
        return None
    waiting = reading.value(INTERVIEW) == "planned" or not done
    return first_strategy(reading), today if waiting else max(done)


def _accounts(reading: Reading) -> Iterator[tuple[FuzzyDate, str, str]]:
    """Yield each thing that this child said: its day, its question, how it came.

    An event tells the same as words or evidence of its day, and tells it unasked unless one of these says otherwise.
    Of words that are a row and an item, the row is told.
    """
    rows: list[tuple[Thing, str]] = [(row, row.at("how_came")) for row in reading.rows("M14.words")]
    rows += [
        (item, f"things.evidence[{item.id}].how_came")
        for item in reading.things("evidence")
        if item.value("kind") == "child_said" and not item.text(_SAME_AS).endswith("]")
    ]
    days = set()
    for row, path in rows:
        if (day := row.day("when")) is not None:
            days.add(day.latest())
            yield day, path, row.text("how_came")
    for event in events_of(reading, "child_words"):
        if (day := event.day("when")) is not None and day.latest() not in days:
            yield day, event_path(event), "spontaneous"


RULES = (
    Rule("R55", Gate.SUBMIT, trial_at_risk),
    Rule("R57", Gate.SUBMIT, account_before_interview),
    Rule("R64", Gate.SUBMIT, no_strategy_discussion),
)
