"""Orders and conditions: from the register, and from the chronology until a condition has its row there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.record.reading import fuzzy
from hsb_assess.rules.facts import event_path, events_of, has_answer, newest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hsb_assess.domain.fuzzydate import FuzzyDate
    from hsb_assess.record.reading import Reading, Row, Thing

__all__ = [
    "LAST_REVIEW",
    "REGISTER",
    "condition_changes",
    "conditions_told",
    "ends_of_investigations",
    "people_of",
    "plan_looked_at",
]

REGISTER = "M11.conditions"
INVESTIGATIONS = "M05.investigation"
LAST_REVIEW = "M20.last_review"
TOLD = ("condition_set", "condition_varied", "condition_ended")


def people_of(condition: Row) -> frozenset[str]:
    """Return everybody whom a condition of the register binds or protects."""
    return frozenset({*condition.codes("binds"), *condition.codes("about")})


def conditions_told(reading: Reading, *categories: str) -> tuple[Thing, ...]:
    """Return the condition events that the register does not decide, oldest first.

    A row decides about every event that names nobody but its people, and about one that names nobody if it is of
    the day of a change in the row. Without ``categories`` all events about conditions are looked at.
    """
    rows = reading.rows(REGISTER)
    return tuple(
        event for event in events_of(reading, *(categories or TOLD)) if not any(_decides(row, event) for row in rows)
    )


def _decides(row: Row, event: Thing) -> bool:
    named = set(event.codes("people"))
    if named:
        return named <= people_of(row)
    day = event.day("when")
    return day is not None and day.date in {each.date for each in _days(row)}


def _days(row: Row) -> list[FuzzyDate]:
    return [day for name in ("from", "changed_on", "to") if (day := row.day(name)) is not None]


def condition_changes(reading: Reading, today: date) -> tuple[tuple[str, FuzzyDate], ...]:
    """Return where and when each condition was set, varied or ended up to ``today``.

    A last day that has passed ends a condition; one that never came into force changed nothing. Conditions in an
    investigation of harm to a child count too: that they were changed counts from the day it was recorded.
    """
    found = [(event_path(event), day) for event in conditions_told(reading) if (day := event.day("when")) is not None]
    for row in reading.rows(REGISTER):
        if row.value("status") == "none":
            continue
        found += [
            (row.at(name), day)
            for name in ("from", "changed_on", "to")
            if (day := row.day(name)) is not None and _has_come(name, day, today)
        ]
    return (*found, *_in_investigations(reading, today))


def plan_looked_at(reading: Reading) -> date | None:
    """Return the day of the last review of the safety plan, or the first day of its oldest row where that is later."""
    plans = reading.rows("M20.settings")
    begun = [day.earliest() for plan in plans if (day := plan.day("from")) is not None]
    made = [min(begun)] if begun and len(begun) == len(plans) else []
    review = reading.day(LAST_REVIEW)
    return newest([*made, *([review.earliest()] if review is not None else [])])


def _in_investigations(reading: Reading, today: date) -> Iterator[tuple[str, FuzzyDate]]:
    for row in reading.rows(INVESTIGATIONS):
        for name, end in (("conditions_from", "from"), ("conditions_to", "to")):
            if (day := row.day(name)) is not None and _has_come(end, day, today):
                yield row.at(name), day
        if has_answer(row.answer("conditions_changed")):
            recorded = reading.recorded(row.at("conditions_changed"))
            if recorded is not None and (day := fuzzy(recorded.recorded)) is not None:
                yield row.at("conditions_changed"), day


def ends_of_investigations(reading: Reading) -> Iterator[tuple[Row, FuzzyDate]]:
    """Yield each investigation of harm to a child whose conditions have a last day that the register does not decide.

    A row of the register decides where it ends on the same day, or protects the same child and goes on from there.
    """
    for row in reading.rows(INVESTIGATIONS):
        day = row.day("conditions_to")
        if day is not None and not any(_covers(each, day, row.codes("which_child")) for each in reading.rows(REGISTER)):
            yield row, day


def _covers(condition: Row, day: FuzzyDate, children: tuple[str, ...]) -> bool:
    end, start = condition.day("to"), condition.day("from")
    if end is not None and end.date == day.date:
        return True
    goes_on = condition.value("status") == "in_force" and (end is None or end.earliest() > day.latest())
    begun = start is None or start.earliest() <= day.latest()
    return goes_on and begun and bool(set(children) & set(condition.codes("about")))


def _has_come(name: str, day: FuzzyDate, today: date) -> bool:
    return day.latest() < today if name == "to" else day.earliest() <= today
