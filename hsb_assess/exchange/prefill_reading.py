"""What an answers file says as a reading, so that rules, clocks and documents see it as they see a vault's record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.domain.answer import Answer
from hsb_assess.exchange.prefill import ME, THIS_CHILD
from hsb_assess.record.evidence import told_by
from hsb_assess.record.reading import Thing
from hsb_assess.record.unsealed import reading_from

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from pydantic import JsonValue

    from hsb_assess.exchange.prefill import AnswersFile
    from hsb_assess.record.reading import Reading

__all__ = ["reading_of", "things_on"]


def reading_of(found: AnswersFile, today: date, profile: Mapping[str, JsonValue]) -> Reading:
    """Return the reading of an answers file on ``today``; labels stand in for ids."""
    return reading_from(found.definition, found.answers, things_on(found, today), today=today, profile=profile)


def things_on(found: AnswersFile, today: date) -> dict[str, Mapping[str, Mapping[str, Answer]]]:
    """Return the things of a case as an answers file tells them, by kind and label.

    This child and the writer are people of every case. What follows from the source of an evidence item is filled in,
    as the app does when one is entered.
    """
    people: dict[str, Mapping[str, Answer]] = {
        THIS_CHILD: {"label": Answer(value="this child"), "is": Answer(value="this_child")},
        ME: {"label": Answer(value="the writer"), "is": Answer(value="worker")},
    }
    for label, fields in found.things.get("person", {}).items():
        people[label] = {**people.get(label, {}), **fields}
    things: dict[str, Mapping[str, Mapping[str, Answer]]] = {**found.things, "person": people}
    things["evidence"] = {
        label: {**_told(fields, people, today), **fields} for label, fields in things.get("evidence", {}).items()
    }
    return things


def _told(fields: Mapping[str, Answer], people: Mapping[str, Mapping[str, Answer]], today: date) -> dict[str, Answer]:
    named = fields["source"].value if "source" in fields else None
    source = Thing(named, "person", people[named]) if isinstance(named, str) and named in people else None
    return {name: Answer(value=value) for name, value in told_by(source, today).items()}
