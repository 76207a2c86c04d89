"""Says where a question is first asked, and an answer in plain English words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import JsonValue

    from hsb_assess.domain.answer import Answer
    from hsb_assess.instrument.schema import Definition, Item

__all__ = ["home_of", "in_words"]


def home_of(definition: Definition, path: str) -> str:
    """Return a path under the first page that asks for it, where several list the same kind of thing."""
    end = path.find("]")
    group = definition.find(path[: end + 1]) if end >= 0 else None
    if group is None or group.kind is None or not group.repeats:
        return path
    row, rest = path[path.index("[") : end + 1], path[end + 1 :]
    listed = definition.groups_for_kind(group.kind)
    first = next((each for each in listed if definition.find(f"{each.address}{rest}") is not None), listed[0])
    return f"{first.address}{row}{rest}"


def in_words(definition: Definition, item: Item | None, answer: Answer) -> str:
    """Return an answer in English words, codes by their labels, absences by their code and particulars."""
    if answer.absence is not None:
        return "; ".join([answer.absence.value.replace("_", " "), *answer.detail.values()])
    return _value_words(definition, item, answer.value)


def _value_words(definition: Definition, item: Item | None, value: JsonValue) -> str:
    if isinstance(value, list):
        return ", ".join(_value_words(definition, item, each) for each in value)
    if isinstance(value, dict):
        return "; ".join(_value_words(definition, None, part) for part in value.values() if part not in (None, False))
    if item is not None and (code := definition.code(item, value)) is not None:
        return code.en
    return value if isinstance(value, str) else json.dumps(value)
