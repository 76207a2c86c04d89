"""What several rules ask of a reading: bands, harm lines, the people of the case, plans in force, discussions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from hsb_assess.domain.answer import Answer
    from hsb_assess.domain.fuzzydate import FuzzyDate
    from hsb_assess.record.reading import Reading, Row, Thing

__all__ = [
    "BANDS",
    "FORM",
    "HARM",
    "HOMES",
    "SUPPORT_WORK",
    "enquiry_open",
    "event_path",
    "events_of",
    "first_strategy",
    "harm_paths",
    "harm_suspected",
    "harm_untouched",
    "has_answer",
    "incident_days",
    "is_over",
    "lacks",
    "last_strategy",
    "newest",
    "other_children",
    "register_row",
    "standing",
    "this_child",
    "tier_of",
    "worst_band",
]

FORM = "holistic"
"""The form that the rules are written for; of any other only what it requires itself is asked (R60)."""

BANDS = ("normal", "inappropriate", "problematic", "abusive", "violent")
HARM = "M05.harm"
HOMES = frozenset({"home", "other_home", "placement"})
APPROACHED = "M04.approached"
TIER = "M00.tier"
FULL = "full"
WORRYING = frozenset({"yes", "suspected"})
SUPPORT_WORK = frozenset({"wellbeing", "own_harm", "family", "education"})


def has_answer(answer: Answer) -> bool:
    """Say whether an answer holds a value that is not empty."""
    return answer.value not in (None, "", [])


def lacks(row: Thing, *fields: str) -> tuple[str, ...]:
    """Return those of ``fields`` that hold no value."""
    return tuple(name for name in fields if not has_answer(row.answer(name)))


def is_over(row: Thing, field: str, today: date) -> bool:
    """Say whether the day in ``field`` has passed; a day that is not given has not."""
    day = row.day(field)
    return day is not None and day.latest() < today


def standing(reading: Reading) -> Iterator[tuple[str, Answer]]:
    """Yield every answer that counts: recorded, and asked by the form as things stand."""
    return ((path, answer) for path, answer in reading.answers.items() if reading.engine.visible(path))


def tier_of(reading: Reading) -> str:
    """Return how much this assessment asks; *full* where a form has no tiers or it was never said."""
    said = reading.raw(TIER).value
    return said if isinstance(said, str) and said else FULL


def incident_days(reading: Reading) -> tuple[FuzzyDate, ...]:
    """Return the day of every incident that has one: of those that show a pattern, and of the others of each pattern."""
    shown = reading.rows("M03.incidents")
    again = [row for pattern in shown for row in reading.rows(pattern.at("times"))]
    return tuple(day for row in (*shown, *again) if (day := row.day("when")) is not None)


def worst_band(reading: Reading) -> int | None:
    """Return the place in ``BANDS`` of the most serious band recorded, or ``None``."""
    found = [
        BANDS.index(band)
        for row in reading.rows("M03.incidents")
        if isinstance(band := row.value("band"), str) and band in BANDS
    ]
    return max(found, default=None)


def events_of(reading: Reading, *categories: str) -> tuple[Thing, ...]:
    """Return chronology events of some categories, oldest first."""
    return tuple(event for event in reading.events() if event.value("category") in categories)


def event_path(event: Thing) -> str:
    """Return the path of what a chronology event says."""
    return f"M02.events[{event.id}].what"


def harm_paths(reading: Reading) -> tuple[str, ...]:
    """Return the path of each line about harm to this child, as the form has them."""
    group = reading.definition.find(HARM)
    return tuple(item.address for item in group.items) if group is not None else ()


def harm_untouched(reading: Reading) -> bool:
    """Say whether nobody has answered anything yet about harm to this child."""
    return not any(reading.answer(path).is_asked() for path in (*harm_paths(reading), APPROACHED))


def harm_suspected(reading: Reading) -> tuple[str, ...]:
    """Return the path of each harm line that is yes or suspected, and of what counts as one meanwhile.

    Approached, pressured or blackmailed online counts as the online line until that line is answered. An event
    *harm to this child* counts as a suspicion until every line is: it does not say which of them it belongs to.
    """
    lines = harm_paths(reading)
    open_lines = [path for path in lines if not reading.answer(path).is_asked()]
    found = [path for path in lines if reading.state(path) in WORRYING]
    if f"{HARM}.online" in open_lines and reading.state(APPROACHED) in WORRYING:
        found.append(APPROACHED)
    if open_lines:
        found.extend(event_path(event) for event in events_of(reading, "harm_to_child"))
    return tuple(found)


def this_child(reading: Reading) -> str | None:
    """Return the id of the child whose case this is, as a person of the case."""
    return next((each.id for each in reading.things("person") if each.value("is") == "this_child"), None)


def other_children(reading: Reading) -> tuple[str, ...]:
    """Return the id of every other child who appears in the case as a person."""
    return tuple(each.id for each in reading.things("person") if each.value("is") == "child")


def register_row(reading: Reading, group: str, person: str) -> Row | None:
    """Return the row of a register that is about ``person``, or ``None``."""
    return next((row for row in reading.rows(group) if row.value("person") == person), None)


def newest(days: Iterable[date]) -> date | None:
    """Return the latest of ``days``, or ``None``."""
    return max(days, default=None)


def last_strategy(reading: Reading) -> date | None:
    """Return the first day that the last strategy discussion can mean: from M01, until then from the chronology.

    A discussion known by its month alone may have come before what was said in that month.
    """
    return newest(_strategy_days(reading))


def first_strategy(reading: Reading) -> date | None:
    """Return the first day that the first strategy discussion can mean, read as the last one is."""
    return min(_strategy_days(reading), default=None)


def _strategy_days(reading: Reading) -> list[date]:
    held = [day.earliest() for row in reading.rows("M01.strategy") if (day := row.day("held")) is not None]
    told = events_of(reading, "strategy_discussion") if not held else ()
    return [*held, *(day.earliest() for event in told if (day := event.day("when")) is not None)]


def enquiry_open(reading: Reading) -> bool:
    """Say whether child protection enquiries about this child are open."""
    return reading.value("M01.s47") in {"single", "joint"} and reading.value("M01.s47_state") != "closed"
