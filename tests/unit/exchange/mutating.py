"""Spoils files in ways that do not depend on the day: the same number gives the same file."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["spoiled_bytes", "spoiled_json"]

JUNK: list[Any] = [
    None, True, False, 0, -1, 2**63, 1e308, 0.1, "", " ", "x" * 5_000, "\N{RIGHT-TO-LEFT OVERRIDE}", "${a}", "%a", "#a",
    "'; DROP", "{{7*7}}", [], {}, [[]], [None], {"a": {}}, {"url": 3}, {"linkId": "/1", "type": "group", "item": []},
    {"extension": [{"url": "https://hsb-assess.example/fhir/StructureDefinition/form", "valueString": "holistic"}]},
    "group", "display", "choice", "integer", "exists", "any", "2026-13-45", "1" * 300, "((((((((((" * 50, "not(" * 500,
    "%one + " * 900, "iif(" * 200, "answer.value" * 100, "true", "yes", ["a"] * 50,
]  # fmt: skip


def _places(value: Any) -> list[tuple[Any, Any]]:  # noqa: ANN401 - any JSON
    found: list[tuple[Any, Any]] = []
    waiting = [value]
    while waiting:
        each = waiting.pop()
        keys = list(each) if isinstance(each, dict) else range(len(each)) if isinstance(each, list) else ()
        for key in keys:
            found.append((each, key))
            waiting.append(each[key])
    return found


def spoiled_json(whole: Any, number: int) -> bytes:  # noqa: ANN401 - any JSON
    """Return a good file with one to six of its values replaced, doubled, moved or taken away, or bytes of it broken."""
    chance = random.Random(number)
    made = json.loads(json.dumps(whole))
    for _ in range(chance.randint(1, 6)):
        places = _places(made)
        if not places:
            break
        holder, key = chance.choice(places)
        acts: list[Callable[[], None]] = [
            lambda h=holder, k=key: h.__setitem__(k, chance.choice(JUNK)),  # type: ignore[misc] # bound at once
            lambda h=holder, k=key: h.__delitem__(k),  # type: ignore[misc] # bound at once
            lambda h=holder, k=key: h.__setitem__(k, [h[k]] * chance.randint(1, 4)),  # type: ignore[misc] # bound at once
            lambda h=holder, k=key, p=places: h.__setitem__(k, json.loads(json.dumps(_any_of(p, chance)))),  # type: ignore[misc] # bound at once
        ]
        chance.choice(acts)()
    data = json.dumps(made).encode()
    return spoiled_bytes(data, number) if chance.random() < 0.2 else data


def _any_of(places: list[tuple[Any, Any]], chance: random.Random) -> Any:  # noqa: ANN401 - any JSON
    holder, key = chance.choice(places)
    try:
        return holder[key]
    except (KeyError, IndexError):
        return None


def spoiled_bytes(data: bytes, number: int) -> bytes:
    """Return bytes with some of them changed, cut out, doubled or cut off."""
    chance = random.Random(number)
    made = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(max(1, len(made)))
        match chance.randint(0, 4):
            case 0:
                made[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del made[at : at + chance.randint(1, 40)]
            case 2:
                made[at:at] = made[at : at + chance.randint(1, 40)]
            case 3:
                made[at:at] = chance.choice([b"{", b"[", b'"', b"\\", b"\x00", b"\xff", b"NaN", b"}"])
            case _ if chance.random() < 0.2:
                del made[at:]
    return bytes(made)
