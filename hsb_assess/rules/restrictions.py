"""The rule about measures that restrict this child: lawful, with an end, with something good in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.rules.facts import HOMES, WORRYING, event_path, events_of, has_answer, incident_days, is_over, lacks
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hsb_assess.record.reading import Reading, Row

__all__ = ["RULES"]

SEPARATION = "M01.separation"
EXCLUSION = "M08.exclusion"
OF_A_PLAN = ("legal_route", "restrict_end", "replacement", "effect")
OF_SCHOOL = tuple(f"{EXCLUSION}_{name}" for name in ("route", "end", "replacement", "effect"))
MOVED = frozenset({"adult_left", "other_child_moved", "this_child_moved"})
PROPOSED = "proposed"
LIKELY = WORRYING | {"conflicting"}


def restriction_without_care(case: Case) -> Outcome:
    """R34: a separation, move, exclusion, shorter timetable or ban lacks legal route, end, replacement or effect."""
    reading = case.reading
    plans = [row for row in reading.rows("M20.settings") if row.value("restrictive") == "yes"]
    told = tuple(_only_told(reading, plans))
    asked = reading.answer(SEPARATION).is_asked() or reading.answer(EXCLUSION).is_asked() or plans
    if not asked and not told:
        return Skipped("Nobody has said yet whether anything restricts this child.")
    fired = [Fired(told, variant="told")] if told else []
    if open_parts := _of_separation(reading):
        fired.append(Fired(open_parts, variant="separation"))
    if open_parts := _of_exclusion(reading):
        fired.append(Fired(open_parts, variant="timetable" if _is_timetable_in_england(reading) else "school"))
    fired.extend(
        Fired(tuple(row.at(name) for name in missing))
        for row in plans
        if not is_over(row, "to", case.today) and (missing := lacks(row, *OF_A_PLAN))
    )
    return tuple(fired)


def _of_separation(reading: Reading) -> tuple[str, ...]:
    """Return what a separation lacks: its legal route once somebody has left, and what it does to this child."""
    kind = reading.value(SEPARATION)
    asked = ("route", "effect") if kind in MOVED else ("effect",) if kind == PROPOSED else ()
    return tuple(path for name in asked if not has_answer(reading.answer(path := f"{SEPARATION}_{name}")))


def _of_exclusion(reading: Reading) -> tuple[str, ...]:
    if reading.state(EXCLUSION) not in LIKELY:
        return ()
    return tuple(path for path in OF_SCHOOL if not has_answer(reading.answer(path)))


def _is_timetable_in_england(reading: Reading) -> bool:
    """Say whether the nation's guidance against a shorter timetable for behaviour applies: it is England's."""
    shorter = "reduced_timetable" in reading.codes(f"{EXCLUSION}_kind")
    return shorter and reading.profile.get("nation") == "england"


def _only_told(reading: Reading, plans: list[Row]) -> Iterator[str]:
    """Yield events that are all that is known of a measure: since the behaviour, until a question or plan decides."""
    home = reading.answer(SEPARATION).is_asked() or any(row.value("setting") in HOMES for row in plans)
    elsewhere = reading.answer(EXCLUSION).is_asked() or any(row.value("setting") not in HOMES for row in plans)
    open_kinds = (*(() if home else ("move",)), *(() if elsewhere else ("restriction",)))
    since = _since(reading)
    for event in events_of(reading, *open_kinds):
        day = event.day("when")
        if since is None or day is None or day.latest() >= since:
            yield event_path(event)


def _since(reading: Reading) -> date | None:
    """Return the first day of the first incident: an earlier move answers to something else."""
    return min((day.earliest() for day in incident_days(reading)), default=None)


RULES = (Rule("R34", Gate.SUBMIT, restriction_without_care),)
