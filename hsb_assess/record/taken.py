"""What an assessment took over from the one before it: a mark beside each such answer, and which of them still stand."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from hsb_assess.domain.canonical import canonical
from hsb_assess.instrument.paths import address_of
from hsb_assess.record.entry import Stream

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import JsonValue

    from hsb_assess.domain.answer import Answer
    from hsb_assess.instrument.schema import Definition
    from hsb_assess.record.reading import Reading

__all__ = [
    "AFTER",
    "TAKEN_KEY",
    "Taken",
    "day_of",
    "digest_of",
    "follows",
    "is_own",
    "mark_of",
    "own_answers",
    "said_now",
    "taken_over",
]

TAKEN_KEY: Final = "@moved.taken."
"""With a path behind it: that the answer there was taken over from an earlier assessment.

It is one of the marks of answers that came from elsewhere, so that a laptop with an earlier version lets it in.
"""
AFTER: Final = "after"
"""The part of the entry that starts an assessment that names the one which it follows."""

_STARTED: Final = "@assessment"


@dataclass(frozen=True)
class Taken:
    """One answer that was taken over: ``entry`` is the one that was, ``asked`` the day (ISO) on which it was last given anew."""

    path: str
    entry: str
    asked: str


def digest_of(answer: Answer) -> str:
    """Return SHA-256 (hexadecimal) over what an answer says, with its evidence."""
    return hashlib.sha256(canonical(answer.body())).hexdigest()


def mark_of(entry: str, answer: Answer, asked: str) -> dict[str, JsonValue]:
    """Return the body of the mark beside ``answer``, which says what ``entry`` of an earlier assessment said."""
    return {"value": entry, "said": digest_of(answer), "asked": asked}


def follows(reading: Reading) -> str:
    """Return the assessment that this one follows; empty where it follows none."""
    started = reading.notes.get(_STARTED)
    after = started.get(AFTER) if isinstance(started, dict) else None
    return after if isinstance(after, str) else ""


def day_of(body: JsonValue) -> str:
    """Return the day (ISO) that a mark names; empty where it names none, whoever wrote it."""
    asked = body.get("asked") if isinstance(body, dict) else None
    try:
        return date.fromisoformat(asked).isoformat() if isinstance(asked, str) else ""
    except ValueError:
        return ""


def _read(path: str, body: JsonValue) -> Taken | None:
    entry = body.get("value") if isinstance(body, dict) else None
    asked = day_of(body)
    return Taken(path, entry, asked) if isinstance(entry, str) and asked else None


def said_now(body: JsonValue, answer: Answer) -> bool:
    """Say whether the answer beside a mark still says exactly what was taken over; a mark taken back says nothing."""
    return isinstance(body, dict) and isinstance(body.get("said"), str) and body["said"] == digest_of(answer)


def is_own(definition: Definition, path: str) -> bool:
    """Say whether a question is answered by an assessment alone: things of the case, the review and fixed ones are not."""
    end = path.find("]")
    while end != -1:
        group = definition.find(path[: end + 1])
        if group is None or not group.repeats or group.kind is not None:
            return False
        end = path.find("]", end + 1)
    item = definition.find(path)
    return (
        item is not None
        and item.is_question
        and not item.is_fixed
        and definition.module(path).stream.value == Stream.ANSWERS.value
    )


def own_answers(reading: Reading) -> tuple[str, ...]:
    """Return the paths of what an assessment has answered itself and still asks, in the order of its form."""
    order = {address: place for place, address in enumerate(reading.definition.addresses())}
    own = (path for path in reading.answers if reading.answer(path).is_asked() and is_own(reading.definition, path))
    return tuple(sorted(own, key=lambda path: (order.get(address_of(path), len(order)), path)))


def _standing(reading: Reading) -> Iterator[tuple[str, Taken]]:
    for key, body in reading.notes.items():
        path = key.removeprefix(TAKEN_KEY)
        if path == key:
            continue
        found, answer = _read(path, body), reading.answer(path)
        if found is not None and answer.is_asked() and said_now(body, answer):
            yield path, found


def taken_over(reading: Reading) -> Mapping[str, Taken]:
    """Return by path the answers that were taken over and still say the same; dormant ones do not count."""
    return dict(_standing(reading))
