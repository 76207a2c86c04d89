"""Spelling as a person has chosen it: on or off, in which languages, which words of their own; and the names of a case.

Own words are kept in the vault and nowhere else: one that was added while a case was open is kept with that case, where
typing is kept, which erasing the case sweeps; one from the settings is a setting. Names are read from the record and kept in
memory only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from hsb_assess.desk.workplace import Change
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.spelling.words import LONGEST, plain
from hsb_assess.trust.card import Card

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import JsonValue

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.vault.book import Work

__all__ = [
    "CHOICES",
    "MOST_OWN",
    "WORDS_KEY",
    "Chosen",
    "Known",
    "OwnWord",
    "add_word",
    "choose",
    "chosen",
    "known",
    "languages",
    "names_of_case",
    "own_words",
    "remove_word",
]

ON: Final = "spelling.on"
LANGUAGES: Final = "spelling.languages"
WORDS: Final = "spelling.words"
WORDS_KEY: Final = "spelling.words"
"""Among the drafts of a case, with the case as its subject: nobody takes it for the draft of an answer."""
CHOICES: Final = ("screen", "en", "cy", "both")
"""The language of the screen; English; Welsh; both, so that a word of either is right."""
MOST_OWN: Final = 2000
_SHORT: Final = 80
"""A name, an address, a school is no longer than this; what is longer is a text."""
_NAME: Final = re.compile("[^\\W\\d_](?:[^\\W\\d_]|[\u0300-\u036f]|['\u2019\u2010\u2011-](?=[^\\W\\d_]))*")


@dataclass(frozen=True)
class Chosen:
    """Whether spelling is looked at, and which of ``CHOICES`` counts."""

    on: bool = True
    languages: str = "screen"


@dataclass(frozen=True)
class OwnWord:
    """A word that counts as right; ``case`` is the one that it was added in and goes with, ``None`` for none."""

    word: str
    case: str | None = None


@dataclass(frozen=True)
class Known:
    """What counts in a case beside the dictionaries; ``own`` are one's own words in small letters, ``names`` as written."""

    chosen: Chosen
    own: frozenset[str] = field(repr=False)
    names: frozenset[str] = field(repr=False)

    def has(self, word: str) -> bool:
        """Say whether a word is a name or one's own, by itself or with something joined by an apostrophe."""
        stem, joined, _ = word.rpartition("'")
        return self._has(word) or (bool(joined) and self._has(stem))

    def _has(self, word: str) -> bool:
        return word in self.names or word.casefold() in self.own


def known(at: Workplace, case: str | None) -> Known:
    """Return what counts in a case, or outside of one."""
    own = frozenset(each.word.casefold() for each in own_words(at))
    return Known(chosen(at), own, names_of_case(at, case))


def chosen(at: Workplace) -> Chosen:
    """Return what was chosen; on and in the language of the screen until then."""
    with at.book.begin("read", write=False) as work:
        kept = work.settings.get(LANGUAGES)
        on = work.settings.get(ON) is not False
    return Chosen(on, str(kept) if kept in CHOICES else CHOICES[0])


def languages(choice: str, screen: str) -> tuple[str, ...]:
    """Return the codes of the languages in which a word may be right."""
    return ("en", "cy") if choice == "both" else (screen if choice == "screen" else choice,)


def choose(at: Workplace, choice: Chosen) -> Change:
    """Keep whether spelling is looked at and in which languages; raises ``no_such_choice``."""
    if choice.languages not in CHOICES:
        raise HsbAssessError("no_such_choice", "There is no such choice.", "Open the settings again.")
    with at.book.begin("preference_kept") as work:
        work.settings.put(ON, choice.on)
        work.settings.put(LANGUAGES, choice.languages)
        work.audit.note("preference_kept", ON, {"value": choice.on, "languages": choice.languages})
    return Change("spelling_chosen")


def own_words(at: Workplace) -> tuple[OwnWord, ...]:
    """Return every word of one's own, by the alphabet."""
    with at.book.begin("read", write=False) as work:
        found = [OwnWord(word) for word in _texts(work.settings.get(WORDS))]
        for draft in work.drafts.all():
            if draft.key == WORDS_KEY:
                found += [OwnWord(word, draft.case) for word in _texts(draft.body)]
    return tuple(sorted(found, key=lambda each: (each.word.casefold(), each.word, each.case or "")))


def add_word(at: Workplace, word: str, case: str | None = None) -> Change:
    """Let a word count as right from now on; one that is added in a case goes with it when it is erased.

    Raises ``no_word`` for what is no word and ``too_many_words``.
    """
    fit = plain(word.strip())
    if not 1 < len(fit) <= LONGEST or any(not (sign.isalpha() or sign in "'-" or _is_accent(sign)) for sign in fit):
        raise HsbAssessError(
            "no_word",
            "This is not one word in letters.",
            "Type one word, with an apostrophe or a hyphen if it has one.",
        )
    if len(own_words(at)) >= MOST_OWN:
        raise HsbAssessError(
            "too_many_words", "There is no room for another word of your own.", "Remove words in the settings first."
        )
    # Neither says the word to the audit: it may be somebody's name, and the audit outlives every case.
    if case is None:
        with at.book.begin("preference_kept") as work:
            work.settings.put(WORDS, [*dict.fromkeys((*_texts(work.settings.get(WORDS)), fit))])
    else:
        with at.book.begin("draft_kept") as work:
            _put(work, case, [*dict.fromkeys((*_of_case(work, case), fit))])
    return Change("spelling_words")


def remove_word(at: Workplace, word: str) -> Change:
    """Let a word count as right no longer, wherever it was added."""
    cases = {each.case for each in own_words(at) if each.word == word}
    for case in sorted(each for each in cases if each is not None):
        with at.book.begin("draft_kept") as work:
            _put(work, case, [each for each in _of_case(work, case) if each != word])
    if None in cases:
        with at.book.begin("preference_kept") as work:
            work.settings.put(WORDS, [each for each in _texts(work.settings.get(WORDS)) if each != word])
    return Change("spelling_words")


def names_of_case(at: Workplace, case: str | None) -> frozenset[str]:
    """Return the names that are never wrong, as they are written: of the case, of the person who writes, of colleagues.

    Whatever begins with a capital in a short answer is taken for one: people, places, schools, agencies.
    """
    found = {*_names(at.identity.name), *_names(at.identity.agency)}
    with at.book.begin("read", case=case, write=False) as work:
        for each in work.contacts.all():
            card = Card.from_bytes(each.card)
            found.update((*_names(card.name), *_names(card.agency)))
        for entry in work.entries.heads(case) if case is not None else ():
            for text in _short_texts(entry.body):
                found.update(_names(text))
    return frozenset(found)


def _short_texts(body: JsonValue) -> Iterator[str]:
    if isinstance(body, str):
        if len(body) <= _SHORT:
            yield body
    elif isinstance(body, dict):
        for each in body.values():
            yield from _short_texts(each)
    elif isinstance(body, list):
        for each in body:
            yield from _short_texts(each)


def _names(text: str) -> Iterator[str]:
    """Yield the words that begin with a capital, also each part of a double-barrelled one."""
    for found in _NAME.finditer(text):
        word = plain(found[0])
        if word[0].isupper():
            yield word
            yield from (part for part in word.split("-") if part[:1].isupper())


def _is_accent(sign: str) -> bool:
    return "\u0300" <= sign <= "\u036f"


def _of_case(work: Work, case: str) -> tuple[str, ...]:
    draft = work.drafts.get(case, case, WORDS_KEY)
    return _texts(draft.body) if draft is not None else ()


def _put(work: Work, case: str, words: list[str]) -> None:
    if words:
        work.drafts.put(case, case, WORDS_KEY, [*words])
    else:
        work.drafts.remove(case, case, WORDS_KEY)


def _texts(kept: JsonValue) -> tuple[str, ...]:
    return tuple(each for each in kept if isinstance(each, str)) if isinstance(kept, list) else ()
