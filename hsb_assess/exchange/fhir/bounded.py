"""Reads JSON of strangers: bounded in size, depth and count, and strict where others guess."""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, Final, NoReturn

from hsb_assess.exchange.incoming.report import refused, shown

if TYPE_CHECKING:
    from hsb_assess.exchange.fhir.names import Json

__all__ = ["MOST_BYTES", "read_json"]

MOST_BYTES: Final = 4 * 1024 * 1024
MOST_DEPTH: Final = 100
MOST_VALUES: Final = 400_000
_MOST_DIGITS: Final = 40

_TEXTS: Final = re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL)
_BRACKETS: Final = re.compile(r"[][{}]")
_BAD: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def read_json(data: bytes) -> Json:
    """Return the one object in ``data``; raises ``HsbAssessError`` with the name of what is wrong with it.

    Codes: ``too_large``, ``not_utf8``, ``too_deep``, ``too_many_values``, ``duplicate_key``, ``bad_number``,
    ``bad_character``, ``not_json``, ``not_an_object``.
    """
    if len(data) > MOST_BYTES:
        raise refused("too_large", f"It is larger than {MOST_BYTES} bytes.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refused("not_utf8", "It is not UTF-8 text.") from None
    _measure(text)
    try:
        found = json.loads(
            text, object_pairs_hook=_once, parse_constant=_no_constant, parse_int=_integer, parse_float=_decimal
        )
    except (json.JSONDecodeError, RecursionError) as error:
        line = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise refused("not_json", f"It is not JSON{line}.") from None
    if not isinstance(found, dict):
        raise refused("not_an_object", "It holds no JSON object.")
    _look_at_texts(found)
    return found


def _measure(text: str) -> None:
    """Look at depth and count before anything is built, so that neither can hurt."""
    depth = deepest = 0
    bare = _TEXTS.sub("", text)
    if bare.count(",") + bare.count(":") > MOST_VALUES:
        raise refused("too_many_values", f"It holds more than {MOST_VALUES} values.")
    for count, bracket in enumerate(_BRACKETS.finditer(bare)):
        if count > MOST_VALUES:
            raise refused("too_many_values", f"It holds more than {MOST_VALUES} values.")
        depth += 1 if bracket[0] in "[{" else -1
        deepest = max(deepest, depth)
        if deepest > MOST_DEPTH:
            raise refused("too_deep", f"It is nested more than {MOST_DEPTH} deep.")


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise refused("duplicate_key", f"The name {shown(twice)} stands twice in one object.")
    return found


def _no_constant(_name: str) -> NoReturn:
    raise refused("bad_number", "It holds a number that is none, or has no end.")


def _integer(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise refused("bad_number", "It holds a number of too many digits.")
    return int(digits)


def _decimal(digits: str) -> float:
    value = float(digits) if len(digits) <= _MOST_DIGITS else math.inf
    if not math.isfinite(value):
        raise refused("bad_number", "It holds a number that is too large.")
    return value


def _look_at_texts(found: Json) -> None:
    waiting: list[object] = [found]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            waiting.extend(each)
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)
        elif isinstance(each, str) and _BAD.search(each):
            raise refused("bad_character", "It holds a control character or half of a character pair.")
