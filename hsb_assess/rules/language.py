"""The language checker: points at words that label, blame or imply consent, explains, and never rewrites."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from hsb_assess.instrument.schema import ItemType, Stream, parent_row
from hsb_assess.rules.facts import standing
from hsb_assess.rules.finding import Case, Fired, Outcome, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import JsonValue

    from hsb_assess.domain.answer import Answer
    from hsb_assess.instrument.schema import Item
    from hsb_assess.record.reading import Reading

__all__ = ["Flag", "Wording", "flagged_in_release", "flagged_language", "own_words"]

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_JOINED = re.compile(r"[\s'’‐‑-]*")  # between the words of one phrase; a full stop or a comma ends it
_POSSESSIVE = "'s"
_WRITTEN = frozenset({ItemType.TEXT, ItemType.LONGTEXT})


@dataclass(frozen=True)
class Flag:
    """One flagged stretch of a text: character positions, the words, what to write instead and why.

    ``verified`` is false for a list that nobody who works in its language has looked through yet.
    """

    start: int
    end: int
    words: str
    alternatives: tuple[str, ...]
    why: str
    verified: bool = True


@dataclass(frozen=True)
class _Phrase:
    """Words to look for, with what to write instead and why; ``None`` for a phrase that is exempt."""

    words: tuple[str, ...]
    advice: tuple[tuple[str, ...], str, bool] | None


def _words(text: str) -> list[str]:
    return [word.lower() for word in _TOKEN.findall(text.replace("’", "'"))]


class Wording:
    """Lists of pairs, ready to check texts in one pass over their words."""

    def __init__(self, *contents: Mapping[str, JsonValue]) -> None:
        """Read compiled lists, one a language: ``exempt`` phrases and ``pairs`` of what to avoid and prefer."""
        self._by_first: dict[str, list[_Phrase]] = {}
        for content in contents:
            for phrase in _texts(content.get("exempt")):
                self._add(phrase, None)
        for content in contents:
            verified, pairs = content.get("verified") is not False, content.get("pairs")
            for pair in pairs if isinstance(pairs, list) else []:
                if isinstance(pair, dict):
                    advice = (_alternatives(pair.get("prefer")), _one(pair.get("why")), verified)
                    for phrase in _texts(pair.get("avoid")):
                        self._add(phrase, advice)
        for phrases in self._by_first.values():
            phrases.sort(key=_longest_first)  # a stable sort: of two alike, the exempt one was added first

    def _add(self, phrase: str, advice: tuple[tuple[str, ...], str, bool] | None) -> None:
        words = tuple(_words(phrase))
        if not words:
            return
        self._by_first.setdefault(words[0], []).append(_Phrase(words, advice))
        owned = (*words[:-1], words[-1] + _POSSESSIVE)
        self._by_first.setdefault(owned[0], []).append(_Phrase(owned, advice))

    def check(self, text: str) -> tuple[Flag, ...]:
        """Return what is flagged in ``text``, in its order; the longest phrase at a place wins."""
        words = _words(text)
        known = self._by_first
        places = [place for place, word in enumerate(words) if word in known]
        if not places:
            return ()
        return tuple(self._found(text, words, [match.span() for match in _TOKEN.finditer(text)], places))

    def _found(self, text: str, words: list[str], spans: list[tuple[int, int]], places: list[int]) -> Iterator[Flag]:
        after = 0
        for place in places:
            phrase = None if place < after else self._phrase_at(text, words, spans, place)
            if phrase is None:
                continue
            after = place + len(phrase.words)
            start, end = spans[place][0], spans[after - 1][1]
            if phrase.advice is not None:
                yield Flag(start, end, text[start:end], *phrase.advice)

    def _phrase_at(self, text: str, words: list[str], spans: list[tuple[int, int]], place: int) -> _Phrase | None:
        for phrase in self._by_first[words[place]]:
            after = place + len(phrase.words)
            if tuple(words[place:after]) == phrase.words and _in_one_breath(text, spans[place:after]):
                return phrase
        return None


def _in_one_breath(text: str, spans: list[tuple[int, int]]) -> bool:
    return all(_JOINED.fullmatch(text, before[1], after[0]) is not None for before, after in pairwise(spans))


def _longest_first(phrase: _Phrase) -> int:
    return -len(phrase.words)


def _one(value: JsonValue) -> str:
    if isinstance(value, dict):
        value = value.get("en")
    return value if isinstance(value, str) else ""


def _alternatives(value: JsonValue) -> tuple[str, ...]:
    """Return what may be written instead: a list, or one text alone."""
    return tuple(_texts(value)) if isinstance(value, list) else tuple(filter(None, (_one(value),)))


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


def own_words(reading: Reading, *, review: bool = False) -> Iterator[tuple[str, str]]:
    """Yield what was typed in the writer's own words: exact quotes and legal titles are not."""
    definition = reading.definition
    for path, answer in standing(reading):
        item = definition.item(path)
        if item.verbatim or item.legal or (definition.module(path).stream is Stream.REVIEW and not review):
            continue
        if not _is_quoted(reading, path):
            yield from ((path, text) for text in _typed(item, answer))


FOR_FAMILIES = frozenset({"C", "D", "E"})
"""The documents that a child or a carer reads: there a flagged word is explained or changed."""


def flagged_in_release(case: Case, wording: Wording) -> Outcome:
    """R41 in a child's or a carer's document: a flagged term stands outside exact quotes and legal titles."""
    release = case.circumstances.release
    if release is None or release.audience not in FOR_FAMILIES:
        return ()
    definition = case.reading.definition
    flagged = []
    for place, text in release.texts.items():
        item = definition.find(place)
        exempt = item is not None and (item.verbatim or item.legal or _is_quoted(case.reading, place))
        if not exempt and wording.check(text):
            flagged.append(place)
    return (Fired(tuple(flagged), Severity.JUSTIFY),) if flagged else ()


def flagged_language(case: Case, wording: Wording, *, review: bool = False) -> Outcome:
    """R41: a flagged term stands outside exact quotes and legal titles; in the ``review`` too, when that is judged."""
    flagged = dict.fromkeys(path for path, text in own_words(case.reading, review=review) if wording.check(text))
    return (Fired(tuple(flagged)),) if flagged else ()
