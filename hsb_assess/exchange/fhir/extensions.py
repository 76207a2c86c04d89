"""Any JSON value as a FHIR extension and back, so that no field of the form language can be lost on the way."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hsb_assess.exchange.fhir.names import MOST_INTEGER, STRING, TRANSLATION, extension_url, field_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import JsonValue

    from hsb_assess.exchange.fhir.names import Json

__all__ = ["attach", "extension", "extensions_of", "read_extension", "translated", "translation_of"]


def _is_string(value: object) -> bool:
    return isinstance(value, str) and STRING.fullmatch(value) is not None


def _simple(value: JsonValue) -> Json | None:
    """Return the ``value[x]`` of a scalar that FHIR can hold as it is."""
    if isinstance(value, bool):
        return {"valueBoolean": value}
    if isinstance(value, int) and abs(value) <= MOST_INTEGER:
        return {"valueInteger": value}
    if isinstance(value, int | float):
        return {"valueDecimal": value}
    return {"valueString": value} if _is_string(value) else None


def _parts(value: JsonValue) -> list[tuple[str, JsonValue]] | None:
    """Return the named parts of a text or a list of scalars; ``None`` for what has to travel as JSON."""
    if (
        isinstance(value, dict)
        and "en" in value
        and set(value) <= {"en", "cy"}
        and all(map(_is_string, value.values()))
    ):
        return list(value.items())
    if isinstance(value, list) and value and all(_simple(each) is not None for each in value):
        return [("item", each) for each in value]
    return None


def extension(field: str, value: JsonValue) -> Json:
    """Return our extension that holds a field's value.

    A scalar is the extension's value. A text has parts ``en`` and ``cy``, a list parts ``item``. Anything else is one
    part ``json``: the value as JSON text.
    """
    url = extension_url(field)
    simple = _simple(value)
    if simple is not None:
        return {"url": url, **simple}
    parts = _parts(value)
    if parts is None:
        parts = [("json", json.dumps(value, separators=(",", ":"), sort_keys=True))]
    return {"url": url, "extension": [{"url": name, **(_simple(part) or {})} for name, part in parts]}


def _value(given: Json) -> JsonValue:
    return next((given[key] for key in given if key.startswith("value")), None)


def read_extension(given: Json) -> JsonValue:
    """Return the value that :func:`extension` put in; raises ``ValueError`` on what it cannot have made."""
    inner = given.get("extension")
    if not isinstance(inner, list):
        return _value(given)
    parts = [(part.get("url"), _value(part)) for part in inner if isinstance(part, dict)]
    names = {name for name, _ in parts}
    if names == {"json"} and len(parts) == 1 and isinstance(parts[0][1], str):
        try:
            found: JsonValue = json.loads(parts[0][1])
        except RecursionError:
            raise ValueError("json") from None
        return found
    if names == {"item"}:
        return [value for _, value in parts]
    if "en" in names and names <= {"en", "cy"}:
        return {str(name): value for name, value in parts}
    raise ValueError("extension")


def extensions_of(element: Json) -> Iterator[tuple[str | None, Json]]:
    """Yield an element's extensions, each with our field's name, or ``None`` where it is somebody else's."""
    given = element.get("extension")
    for each in given if isinstance(given, list) else []:
        if isinstance(each, dict) and isinstance(each.get("url"), str):
            yield field_of(each.get("url")), each


def attach(element: Json, *extensions: Json) -> None:
    """Add extensions to an element."""
    if extensions:
        there = element.get("extension")
        element["extension"] = [*(there if isinstance(there, list) else []), *extensions]


def translated(element: Json, name: str, text: Json) -> bool:
    """Put a text into a string element, its Welsh into a translation; ``False`` where FHIR cannot hold it."""
    if not all(map(_is_string, text.values())):
        return False
    element[name] = text["en"]
    if "cy" in text:
        parts: list[JsonValue] = [{"url": "lang", "valueCode": "cy"}, {"url": "content", "valueString": text["cy"]}]
        element[f"_{name}"] = {"extension": [{"url": TRANSLATION, "extension": parts}]}
    return True


def translation_of(element: Json, name: str) -> Json | None:
    """Return the text in a string element with its Welsh, ``None`` where there is none."""
    english, beside = element.get(name), element.get(f"_{name}")
    if not isinstance(english, str):
        return None
    text: Json = {"en": english}
    for _, each in extensions_of(beside) if isinstance(beside, dict) else ():
        inner = each.get("extension")
        if each.get("url") == TRANSLATION and isinstance(inner, list):
            parts = {part.get("url"): _value(part) for part in inner if isinstance(part, dict)}
            if parts.get("lang") == "cy" and isinstance(parts.get("content"), str):
                text["cy"] = parts["content"]
    return text
