"""What several rules ask of a reading: bands, harm lines, the people of the case, strategy discussions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.domain.answer import Absence

if TYPE_CHECKING:
    from datetime import date

    from hsb_assess.domain.answer import Answer
    from hsb_assess.record.reading import Reading, Row, Thing

__all__ = [
    "BANDS",
    "HARM",
    "HARM_LINES",
    "WORRYING",
    "events_of",
    "harm_lines",
    "has_answer",
    "lacks",
    "last_strategy",
    "newest",
    "other_children",
    "this_child",
    "worst_band",
]

BANDS = ("normal", "inappropriate", "problematic", "abusive", "violent")
HARM = "M05.harm"
HARM_LINES = (
    "sexual",
    "exploitation",
    "sibling_peer",
    "online",
    "physical",
    "emotional",
    "neglect",
    "domestic_abuse",
    "bullying",
    "institutional",
    "harmful_practice",
)
WORRYING = frozenset({"yes", "suspected"})
CHRONOLOGY = "M02.events"


def has_answer(answer: Answer) -> bool:
    """Say whether an answer holds a value that is not empty."""
    return answer.value not in (None, "", [])


def lacks(row: Thing, *fields: str) -> tuple[str, ...]:
    """Return those of ``fields`` that hold no value."""
    return tuple(name for name in fields if not has_answer(row.answer(name)))


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


def harm_lines(reading: Reading) -> dict[str, str]:
    """Return, by question path, the state of each harm line that is yes or suspected.

    Approached, pressured or blackmailed online counts as the online line, and a chronology event *harm to
    this child* as a suspicion, until the harm grid itself has been begun: then the grid decides.
    """
    found = {}
    for line in HARM_LINES:
        path = f"{HARM}.{line}"
        state = reading.state(path)
        if state in WORRYING:
            found[path] = str(state)
    if reading.state("M04.approached") in WORRYING and not reading.answer(f"{HARM}.online").is_asked():
        found["M04.approached"] = str(reading.state("M04.approached"))
    begun = any(reading.answer(f"{HARM}.{line}").is_asked() for line in HARM_LINES)
    if not begun:
        for event in events_of(reading, "harm_to_child"):
            found[f"{CHRONOLOGY}[{event.id}].what"] = "suspected"
    return found


def this_child(reading: Reading) -> Thing | None:
    """Return the child whose case this is, as a person of the case."""
    return next((each for each in reading.things("person") if each.value("is") == "this_child"), None)


def other_children(reading: Reading) -> tuple[Thing, ...]:
    """Return every other child who appears in the case as a person."""
    return tuple(each for each in reading.things("person") if each.value("is") == "child")


def newest(days: list[date]) -> date | None:
    """Return the latest of ``days``, or ``None``."""
    return max(days, default=None)


def last_strategy(reading: Reading) -> date | None:
    """Return the day of the last strategy discussion that was held, from M01 or the chronology."""
    held = [day.latest() for row in reading.rows("M01.strategy") if (day := row.day("held")) is not None]
    held += [
        day.latest() for event in events_of(reading, "strategy_discussion") if (day := event.day("when")) is not None
    ]
    return newest(held)


def is_declined(answer: Answer) -> bool:
    """Say whether somebody declined to answer."""
    return answer.absence is Absence.DECLINED


def register_row(reading: Reading, group: str, person: str) -> Row | None:
    """Return the row of a register that is about ``person``, or ``None``."""
    return next((row for row in reading.rows(group) if row.value("person") == person), None)
