"""Watches over what others decide: enquiries and proceedings, devices, orders, releases, and plans gone stale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.rules.clock import Clock, Face, State
from hsb_assess.rules.conditions import LAST_REVIEW, REGISTER, condition_changes, ends_of_investigations, plan_looked_at
from hsb_assess.rules.enquiries import is_investigated
from hsb_assess.rules.facts import events_of, has_answer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hsb_assess.domain.fuzzydate import FuzzyDate
    from hsb_assess.record.reading import Row

__all__ = ["STALE_PLAN", "watches"]

STALE_PLAN = "stale_plan"
"""The name of the clock of a safety plan that a later change of a condition left behind."""

ENDED = frozenset({"ended", "none"})


def watches(face: Face) -> Iterator[Clock]:
    """Yield the watches of one reading: this child's proceedings, other people's, orders, releases, stale plans."""
    yield from _proceedings(face)
    yield from _investigations(face)
    yield from _orders(face)
    yield from _releases(face)
    yield from _stale_plan(face)


def _first(day: FuzzyDate | None) -> date | None:
    return day.earliest() if day is not None else None


def _last(day: FuzzyDate | None) -> date | None:
    return day.latest() if day is not None else None


def _proceedings(face: Face) -> Iterator[Clock]:
    """Yield how long an investigation of this child has run, the interview to come, and each device that is held."""
    reading = face.reading
    if is_investigated(reading):
        told = (event.day("when") for event in events_of(reading, "police_milestone"))
        since = min((day.earliest() for day in told if day is not None), default=None)
        yield face.until("criminal_process", "M16.status", since, None)
    planned, done = _last(reading.day("M16.interview_planned")), _first(reading.day("M16.interview_done"))
    if planned is not None:
        yield face.until("interview", "M16.interview_done", None, planned, done=done)
    for group in ("M16.devices", "M04.devices"):
        for row in reading.rows(group):
            if has_answer(row.answer("seized")) or has_answer(row.answer("expected")):
                yield _device(face, row, "seized", "expected", _first(row.day("returned")))


def _device(face: Face, row: Row, seized: str, expected: str, back: date | None) -> Clock:
    return face.until("device", row.at(expected), _first(row.day(seized)), _last(row.day(expected)), done=back)


def _investigations(face: Face) -> Iterator[Clock]:
    """Yield the investigation of harm to a child: how long since it was reported, the next chase, devices."""
    for row in face.reading.rows("M05.investigation"):
        if has_answer(row.answer("outcome")):
            continue
        reported = _first(row.day("reported"))
        yield face.until("investigation_of_harm", row.at("next_chase"), reported, _last(row.day("next_chase")))
        if has_answer(row.answer("device_seized")) or has_answer(row.answer("device_expected")):
            yield _device(face, row, "device_seized", "device_expected", None)


def _orders(face: Face) -> Iterator[Clock]:
    """Yield the end of each order or condition that may still run, those of investigations too."""
    for row in face.reading.rows(REGISTER):
        if row.value("status") not in ENDED and row.value("changed") != "ended":
            yield face.watched("order_end", row.at("to"), _first(row.day("from")), _first(row.day("to")))
    for row, until in ends_of_investigations(face.reading):
        if not has_answer(row.answer("outcome")):
            start = _first(row.day("conditions_from"))
            yield face.watched("order_end", row.at("conditions_to"), start, until.earliest())


def _releases(face: Face) -> Iterator[Clock]:
    """Yield the release of each adult on the register that is still to come."""
    for row in face.reading.rows("M11.adults"):
        day = _first(row.day("release"))
        if day is not None and day >= face.today:
            yield face.watched("release", row.at("release"), None, day)


def _stale_plan(face: Face) -> Iterator[Clock]:
    """Yield a plan that was last looked at before a condition changed: it is due on that very day. R19 says the same."""
    changes = [day.latest() for _, day in condition_changes(face.reading, face.today)]
    if changes:
        changed, reviewed = max(changes), plan_looked_at(face.reading)
        kept = reviewed is not None and reviewed >= changed
        due = min(changed, face.today)
        yield Clock(
            STALE_PLAN,
            LAST_REVIEW,
            due,
            due,
            reviewed if kept else None,
            State.KEPT if kept else State.OVERDUE,
            (face.today - due).days if not kept else 0,
        )
