"""How hard a passphrase is to guess: long enough, on no list of well-known ones, and zxcvbn's judgement.

Nothing is loaded before the first passphrase is judged: the lists take a tenth of a second.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["ENOUGH", "LEAST_LETTERS", "Strength", "strength"]

LEAST_LETTERS: Final = 15
ENOUGH: Final = 3
"""The least strength, of zxcvbn's 0 to 4."""
_JUDGED_LETTERS: Final = 72  # zxcvbn takes time that grows with the square of the length
_TELLING_LETTERS: Final = 4
_WELL_KNOWN: Final = frozenset(
    {
        "correcthorsebatterystaple",
        "thequickbrownfoxjumpsoverthelazydog",
        "tobeornottobethatisthequestion",
        "maytheforcebewithyou",
        "supercalifragilisticexpialidocious",
        "onceuponatimeinalandfarfaraway",
        "itwasthebestoftimesitwastheworstoftimes",
        "iwanderedlonelyasacloud",
        "godsavetheking",
        "godsavethequeen",
        "ourfatherwhoartinheaven",
        "humptydumptysatonawall",
        "twinkletwinklelittlestar",
        "winnerwinnerchickendinner",
        "youshallnotpass",
        "letmeinletmein",
        "ilovemychildren",
        "everychildmatters",
        "childrenfirst",
        "workingtogethertosafeguardchildren",
        "keepingchildrensafeineducation",
        "fivewordsfromthelist",
    }
)
"""Sentences that many people know by heart, letters only; some of them zxcvbn takes for random words."""


class Strength(NamedTuple):
    """``score`` is 0 to 4. ``fault`` is empty, ``short``, ``common`` (well known) or ``weak`` (easy to guess)."""

    score: int
    fault: str


def strength(words: str, about: Iterable[str] = ()) -> Strength:
    """Judge ``words``; ``about`` is what anybody knows of its owner (name, agency) and must not carry it alone."""
    if len(words) < LEAST_LETTERS:
        return Strength(min(_score(words, about), 1), "short")
    letters = _letters(words)
    if letters in _WELL_KNOWN or _repeats_a_known_one(letters):
        return Strength(0, "common")
    score = _score(words, about)
    return Strength(score, "" if score >= ENOUGH else "weak")


def _score(words: str, about: Iterable[str]) -> int:
    if not words:
        return 0
    from zxcvbn import zxcvbn

    score = zxcvbn(_without(words, about)[:_JUDGED_LETTERS] or "a")["score"]
    return score if isinstance(score, int) else 0


def _without(words: str, about: Iterable[str]) -> str:
    """Take out of ``words`` what anybody knows of its owner; zxcvbn itself would still count it for something."""
    left = words.casefold()
    known = {part.casefold() for text in about for part in (text, *text.split()) if len(part) >= _TELLING_LETTERS}
    for part in sorted(known, key=len, reverse=True):
        left = left.replace(part, "")
    return left if known else words


def _letters(words: str) -> str:
    plain = unicodedata.normalize("NFKC", words).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


def _repeats_a_known_one(letters: str) -> bool:
    """Say whether ``letters`` is one of the 30,000 commonest passwords, written several times over."""
    from zxcvbn.frequency_lists import FREQUENCY_LISTS

    common = frozenset(FREQUENCY_LISTS["passwords"])
    whole = len(letters)
    return any(
        letters[:size] in common and (letters[:size] * (whole // size + 1))[:whole] == letters
        for size in range(1, whole + 1)
    )
