"""A reading of plain answers, without a vault, a key or a signature: for checking a file and for tests."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from hsb_assess.domain.answer import Answer
from hsb_assess.record.projection import thing_groups
from hsb_assess.record.reading import Reading, Thing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from pydantic import JsonValue

    from hsb_assess.instrument.schema import Definition

__all__ = ["reading_from"]


def _as_answer(given: Answer | JsonValue) -> Answer:
    return given if isinstance(given, Answer) else Answer(value=given)


def reading_from(
    definition: Definition,
    answers: Mapping[str, Answer | JsonValue] = MappingProxyType({}),
    things: Mapping[str, Mapping[str, Mapping[str, Answer | JsonValue]]] = MappingProxyType({}),
    *,
    today: date,
    profile: Mapping[str, JsonValue] | None = None,
    notes: Mapping[str, JsonValue] | None = None,
) -> Reading:
    """Build a reading from answers by path and from things by kind and local label.

    ``things`` reads ``{kind: {label: {field: value or Answer}}}``; labels stand in for ids everywhere.
    Rows of plain repeating groups come into being by being named in a path, in the order of naming.
    """
    given = {path: _as_answer(answer) for path, answer in answers.items()}
    made = {
        label: Thing(label, kind, {name: _as_answer(each) for name, each in fields.items()})
        for kind, labelled in things.items()
        for label, fields in labelled.items()
    }
    rows: dict[str, list[str]] = {}
    for kind, addresses in thing_groups(definition).items():
        for address in addresses:
            rows[address] = [thing.id for thing in made.values() if thing.kind == kind]
            for thing in rows[address]:
                given.update({f"{address}[{thing}].{name}": each for name, each in made[thing].fields.items()})
    for path in given:
        end = path.find("]")
        while end != -1:
            start = path.rindex("[", 0, end)
            listed = rows.setdefault(path[:start], [])
            if path[start + 1 : end] not in listed:
                listed.append(path[start + 1 : end])
            end = path.find("]", end + 1)
    return Reading(
        case="case",
        assessment="assessment",
        definition=definition,
        profile=profile or {},
        today=today,
        answers=given,
        rows_of={group: tuple(listed) for group, listed in rows.items()},
        all_things=made,
        notes=notes or {},
    )
