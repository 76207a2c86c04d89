"""Rules about the rating of the behaviour: do band and facts agree, and does the behaviour fill the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.instrument.paths import module_of
from hsb_assess.instrument.schema import ItemType
from hsb_assess.rules.facts import has_answer, standing
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule, Skipped

if TYPE_CHECKING:
    from hsb_assess.record.reading import Reading, Row

__all__ = ["RULES"]

INCIDENTS = "M03.incidents"
LOW = frozenset({"normal", "inappropriate"})
HIGH = frozenset({"abusive", "violent"})
NO_PRESSURE = "none_evident"
NOT_PRESSURE = frozenset({NO_PRESSURE, "unknown"})
NO_POWER = "none"
THIS_CHILD = frozenset({"M05", "M14", "M15"})
BEHAVIOUR = frozenset({"M03", "M04"})
WHERE_MORE_BELONGS = ("M05.signs", "M14.words", "M15.strengths")
WRITTEN = frozenset({ItemType.TEXT, ItemType.LONGTEXT})


def mostly_behaviour(case: Case) -> Outcome:
    """R31: fewer words are written about this child than about the behaviour.

    It names registers and no mandatory question, so that what is still open keeps its own finding.
    """
    child = _words_in(case.reading, THIS_CHILD)
    behaviour = _words_in(case.reading, BEHAVIOUR)
    if not behaviour and not child:
        return Skipped("Nothing is written yet about this child or the behaviour.")
    return (Fired(WHERE_MORE_BELONGS),) if child < behaviour else ()


def _words_in(reading: Reading, modules: frozenset[str]) -> int:
    return sum(
        len(answer.value.split())
        for path, answer in standing(reading)
        if module_of(path) in modules
        and isinstance(answer.value, str)
        and reading.definition.item(path).type in WRITTEN
    )


def rated_above_the_facts(case: Case) -> Outcome:
    """R37: a band is abusive or violent, with no pressure evident and nothing that gave one of them more power."""
    rated = _rated(case.reading)
    if not rated:
        return Skipped("No behaviour has been rated yet.")
    return tuple(
        Fired((row.at("band"), row.at("pressure"), row.at("power")))
        for row in rated
        if row.value("band") in HIGH and NO_PRESSURE in row.codes("pressure") and row.codes("power") == (NO_POWER,)
    )


def rated_below_the_facts(case: Case) -> Outcome:
    """R38: a band is normal or inappropriate although pressure, power or the other child's distress is recorded.

    Pressure that is not known contradicts nothing.
    """
    rated = _rated(case.reading)
    if not rated:
        return Skipped("No behaviour has been rated yet.")
    return tuple(
        Fired((row.at("band"), *against))
        for row in rated
        if row.value("band") in LOW and (against := _speaks_against(row))
    )


def _rated(reading: Reading) -> list[Row]:
    return [row for row in reading.rows(INCIDENTS) if has_answer(row.answer("band"))]


def _speaks_against(row: Row) -> tuple[str, ...]:
    facts = {
        "pressure": bool(set(row.codes("pressure")) - NOT_PRESSURE),
        "power": bool(set(row.codes("power")) - {NO_POWER}),
        "effect_other": row.value("effect_other") == "distressed",
    }
    return tuple(row.at(name) for name, found in facts.items() if found)


RULES = (
    Rule("R31", Gate.SUBMIT, mostly_behaviour),
    Rule("R37", Gate.SUBMIT, rated_above_the_facts),
    Rule("R38", Gate.SUBMIT, rated_below_the_facts),
)
