"""The language checker: points at words that label, blame or imply consent, explains, and never rewrites."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hsb_assess.instrument.schema import ItemType
from hsb_assess.rules.finding import Case, Fired, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pydantic import JsonValue

    from hsb_assess.record.reading import Reading

__all__ = ["Flag", "Wording", "flagged_language"]

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_WRITTEN = frozenset({ItemType.TEXT, ItemType.LONGTEXT})


@dataclass(frozen=True)
class Flag:
    """One flagged stretch of a text: character positions, the words, what to write instead and why."""

    start: int
    end: int
    words: str
    prefer: str
    why: str


def _tokens(text: str) -> list[tuple[str, int, int]]:
    return [(match.group().lower().replace("’", "'"), match.start(), match.end()) for match in _TOKEN.finditer(text)]


class Wording:
    """A list of pairs, ready to check texts in one pass over their words."""

    def __init__(self, content: Mapping[str, JsonValue]) -> None:
        """Read the compiled list: ``exempt`` phrases and ``pairs`` of what to avoid and prefer."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], tuple[str, str] | None]]] = {}
        for phrase in _texts(content.get("exempt")):
            self._add(phrase, None)
        pairs = content.get("pairs")
        for pair in pairs if isinstance(pairs, list) else []:
            if isinstance(pair, dict):
                advice = (_one(pair.get("prefer")), _one(pair.get("why")))
                for phrase in _texts(pair.get("avoid")):
                    self._add(phrase, advice)
        for phrases in self._by_first.values():
            phrases.sort(key=_longest_first)

    def _add(self, phrase: str, advice: tuple[str, str] | None) -> None:
        words = tuple(word for word, _, _ in _tokens(phrase))
        if words:
            self._by_first.setdefault(words[0], []).append((words, advice))

    def check(self, text: str) -> tuple[Flag, ...]:
        """Return what is flagged in ``text``, in its order; the longest phrase at a place wins."""
        tokens = _tokens(text)
        words = [word for word, _, _ in tokens]
        return tuple(self._found(text, tokens, words))

    def _found(self, text: str, tokens: Sequence[tuple[str, int, int]], words: list[str]) -> Iterator[Flag]:
        place = 0
        while place < len(words):
            step = 1
            for phrase, advice in self._by_first.get(words[place], ()):
                if tuple(words[place : place + len(phrase)]) == phrase:
                    step = len(phrase)
                    if advice is not None:
                        start, end = tokens[place][1], tokens[place + step - 1][2]
                        yield Flag(start, end, text[start:end], *advice)
                    break
            place += step


def _longest_first(entry: tuple[tuple[str, ...], tuple[str, str] | None]) -> int:
    return -len(entry[0])


def _one(value: JsonValue) -> str:
    if isinstance(value, dict):
        value = value.get("en")
    return value if isinstance(value, str) else ""


def _texts(value: JsonValue) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _own_words(reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield the written answers that are the writer's own: exact quotes and legal titles are not."""
    quoted = {
        f"M02.events[{event.id}].what"
        for event in reading.things("event")
        if event.value("verbatim") == "yes" or event.value("category") == "child_words"
    }
    for path in reading.answers:
        item = reading.definition.find(path)
        if item is None or item.type not in _WRITTEN or item.verbatim or item.legal or path in quoted:
            continue
        text = reading.text(path)
        if text:
            yield path, text


def flagged_language(case: Case, wording: Wording) -> Outcome:
    """R41: a flagged term stands outside exact quotes and legal titles."""
    flagged = tuple(path for path, text in _own_words(case.reading) if wording.check(text))
    return (Fired(flagged),) if flagged else ()
