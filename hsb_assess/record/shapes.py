"""Which JSON a question's value is made of: what anything else says is not read, because nothing could show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.instrument.schema import ItemType

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import JsonValue

    from hsb_assess.domain.answer import Answer

__all__ = ["is_readable"]


def _is_texts(value: JsonValue) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _is_date(value: JsonValue) -> bool:
    return (
        isinstance(value, dict)
        and isinstance(value.get("date"), str)
        and isinstance(value.get("about", False), bool)
        and isinstance(value.get("end") or "", str)
    )


def _is_state(value: JsonValue) -> bool:
    return (
        isinstance(value, dict)
        and isinstance(value.get("state"), str)
        and all(isinstance(value.get(key) or "", str) for key in ("who", "how"))
        and (isinstance(value.get("when") or "", str) or _is_date(value.get("when")))
    )


def _is_number(value: JsonValue) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_decimal(value: JsonValue) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_quantity(value: JsonValue) -> bool:
    return isinstance(value, dict) and _is_decimal(value.get("value")) and isinstance(value.get("unit") or "", str)


def _is_open_choice(value: JsonValue) -> bool:
    return isinstance(value, dict) and _is_texts(value.get("codes", [])) and isinstance(value.get("other") or "", str)


def _is_text(value: JsonValue) -> bool:
    return isinstance(value, str)


def _is_point(value: JsonValue) -> bool:
    return _is_number(value) or _is_text(value)


def _is_ref(value: JsonValue) -> bool:
    return _is_text(value) or _is_texts(value)


_KINDS: Final[dict[ItemType, Callable[[JsonValue], bool]]] = {
    ItemType.MULTICHOICE: _is_texts,
    ItemType.SCALE: _is_point,
    ItemType.NUMBER: _is_number,
    ItemType.DATE: _is_date,
    ItemType.REF: _is_ref,
    ItemType.STATE: _is_state,
    ItemType.DECIMAL: _is_decimal,
    ItemType.QUANTITY: _is_quantity,
    ItemType.OPEN_CHOICE: _is_open_choice,
}
"""Every other question takes text."""


def is_readable(kind: ItemType, answer: Answer) -> bool:
    """Say whether a value is of the JSON that questions of ``kind`` take; an absence always is.

    Options, ranges and lengths are not judged here: those faults are shown beside the question.
    """
    return answer.absence is not None or _KINDS.get(kind, _is_text)(answer.value)
