"""Values of the types that forms from elsewhere bring, as words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.instrument.vocabulary import ItemType

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import JsonValue

    from hsb_assess.instrument.schema import Code, Definition, Item

__all__ = ["value_words"]


def value_words(definition: Definition, item: Item, value: JsonValue, said: Callable[[Code], str]) -> str | None:
    """Return a boolean, a quantity or an open choice in words, ``None`` for other types; ``said`` words an option."""

    def word(code: JsonValue) -> str:
        found = definition.code(item, code)
        return said(found) if found is not None else str(code)

    match item.type, value:
        case ItemType.BOOLEAN, str():
            return word(value)
        case ItemType.QUANTITY, {"value": number, **more}:
            unit = more.get("unit")
            return f"{number} {word(str(unit))}" if unit else str(number)
        case ItemType.OPEN_CHOICE, dict():
            codes = value.get("codes")
            parts = [word(code) for code in codes] if isinstance(codes, list) else []
            return "; ".join([*parts, *([str(value["other"])] if value.get("other") else [])])
        case _:
            return None
