"""The language checker: points at words that label, blame or imply consent, explains, and never rewrites."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from hsb_assess.instrument.schema import ItemType, Stream, parent_row
from hsb_assess.rules.facts import standing
from hsb_assess.rules.finding import Case, Fired, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import JsonValue

    from hsb_assess.domain.answer import Answer
    from hsb_assess.instrument.schema import Item
    from hsb_assess.record.reading import Reading

__all__ = ["Flag", "Wording", "flagged_language"]

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_JOINED = re.compile(r"[\s'’‐‑-]*")  # between the words of one phrase; a full stop or a comma ends it
_POSSESSIVE = "'s"
_WRITTEN = frozenset({ItemType.TEXT, ItemType.LONGTEXT})


@dataclass(frozen=True)
class Flag:
    """One flagged stretch of a text: character positions, the words, what to write instead and why."""

    start: int
    end: int
    words: str
    prefer: str
    why: str


@dataclass(frozen=True)
class _Token:
    word: str
    start: int
    end: int


@dataclass(frozen=True)
class _Phrase:
    """Words to look for, with what to write instead and why; ``None`` for a phrase that is exempt."""

    words: tuple[str, ...]
    advice: tuple[str, str] | None


def _tokens(text: str) -> list[_Token]:
    return [_Token(_plain(match.group()), match.start(), match.end()) for match in _TOKEN.finditer(text)]


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


class Wording:
    """A list of pairs, ready to check texts in one pass over their words."""

    def __init__(self, content: Mapping[str, JsonValue]) -> None:
        """Read the compiled list: ``exempt`` phrases and ``pairs`` of what to avoid and prefer."""
        self._by_first: dict[str, list[_Phrase]] = {}
        for phrase in _texts(content.get("exempt")):
            self._add(phrase, None)
        pairs = content.get("pairs")
        for pair in pairs if isinstance(pairs, list) else []:
            if isinstance(pair, dict):
                advice = (_one(pair.get("prefer")), _one(pair.get("why")))
                for phrase in _texts(pair.get("avoid")):
                    self._add(phrase, advice)
        for phrases in self._by_first.values():
            phrases.sort(key=_longest_first)  # a stable sort: of two alike, the exempt one was added first

    def _add(self, phrase: str, advice: tuple[str, str] | None) -> None:
        words = tuple(token.word for token in _tokens(phrase))
        if words:
            self._by_first.setdefault(words[0], []).append(_Phrase(words, advice))

    def check(self, text: str) -> tuple[Flag, ...]:
        """Return what is flagged in ``text``, in its order; the longest phrase at a place wins."""
        return tuple(self._found(text, _tokens(text)))

    def _found(self, text: str, tokens: list[_Token]) -> Iterator[Flag]:
        place = 0
        while place < len(tokens):
            phrase = self._phrase_at(text, tokens, place)
            if phrase is None:
                place += 1
                continue
            first, last = tokens[place], tokens[place + len(phrase.words) - 1]
            if phrase.advice is not None:
                yield Flag(first.start, last.end, text[first.start : last.end], *phrase.advice)
            place += len(phrase.words)

    def _phrase_at(self, text: str, tokens: list[_Token], place: int) -> _Phrase | None:
        word = tokens[place].word
        known = self._by_first.get(word, [])
        if word.endswith(_POSSESSIVE):
            known = known + self._by_first.get(word.removesuffix(_POSSESSIVE), [])
        return next((phrase for phrase in known if _stands_at(phrase, text, tokens, place)), None)


def _stands_at(phrase: _Phrase, text: str, tokens: list[_Token], place: int) -> bool:
    """Say whether a phrase stands at a place: its words in one breath, the last perhaps with a possessive s."""
    *inner, last = phrase.words
    found = tokens[place : place + len(phrase.words)]
    return (
        len(found) == len(phrase.words)
        and [token.word for token in found[:-1]] == inner
        and found[-1].word in {last, last + _POSSESSIVE}
        and all(_JOINED.fullmatch(text, before.end, after.start) is not None for before, after in pairwise(found))
    )


def _longest_first(phrase: _Phrase) -> int:
    return -len(phrase.words)


def _one(value: JsonValue) -> str:
    if isinstance(value, dict):
        value = value.get("en")
    return value if isinstance(value, str) else ""


def _texts(value: JsonValue) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _is_quoted(reading: Reading, path: str) -> bool:
    """Say whether the text at ``path`` is somebody's exact words: an event's or an evidence item's *what*."""
    row = parent_row(path)
    if row is None or path != f"{row}.what":
        return False
    return reading.value(f"{row}.verbatim") == "yes" or reading.value(f"{row}.category") == "child_words"


def _typed(item: Item, answer: Answer) -> Iterator[str]:
    """Yield what somebody typed in one answer: a text, who looked and how, or the particulars of an absence."""
    yield from answer.detail.values()
    if item.type in _WRITTEN and isinstance(answer.value, str):
        yield answer.value
    elif item.type is ItemType.STATE and isinstance(answer.value, dict):
        yield from (part for name in ("who", "how") if isinstance(part := answer.value.get(name), str))


def _own_words(reading: Reading, *, review: bool) -> Iterator[tuple[str, str]]:
    """Yield what was typed in the writer's own words: exact quotes and legal titles are not."""
    definition = reading.definition
    for path, answer in standing(reading):
        item = definition.item(path)
        if item.verbatim or item.legal or (definition.module(path).stream is Stream.REVIEW and not review):
            continue
        if not _is_quoted(reading, path):
            yield from ((path, text) for text in _typed(item, answer))


def flagged_language(case: Case, wording: Wording, *, review: bool = False) -> Outcome:
    """R41: a flagged term stands outside exact quotes and legal titles; in the ``review`` too, when that is judged."""
    flagged = dict.fromkeys(path for path, text in _own_words(case.reading, review=review) if wording.check(text))
    return (Fired(tuple(flagged)),) if flagged else ()
