"""Words from a public list: the eight that two people compare aloud, and generated passphrases."""

from __future__ import annotations

import hashlib
import secrets
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from hsb_assess.trust.card import Card

__all__ = ["PAIR_WORDS", "WORDS_IN_LIST", "pair_words", "passphrase", "word_list"]

PAIR_WORDS: Final = 8
WORDS_IN_LIST: Final = 7776
_PREFIX: Final = b"assess-words-1\x00"


@lru_cache(maxsize=1)
def word_list() -> tuple[str, ...]:
    """Return the EFF long list: 7,776 different words (12.9 bits each), in the list's own order."""
    text = resources.files("xkcdpass").joinpath("static", "eff-long").read_text("utf-8")
    words = tuple(text.split())
    if len(words) != WORDS_IN_LIST or len(set(words)) != WORDS_IN_LIST:
        raise RuntimeError("the word list is not the one that the eight words are defined by")
    return words


def pair_words(card_a: Card, card_b: Card) -> tuple[str, ...]:
    """Return eight words (103 bits) that depend on both cards, the same whichever is named first.

    Two people read them to each other over the telephone or face to face; if they are equal, neither card
    was exchanged on the way.
    """
    both = sorted(bytes.fromhex(card.fingerprint) for card in (card_a, card_b))
    number = int.from_bytes(hashlib.sha256(_PREFIX + both[0] + both[1]).digest(), "big")
    words = word_list()
    chosen = []
    for _ in range(PAIR_WORDS):
        number, index = divmod(number, WORDS_IN_LIST)
        chosen.append(words[index])
    return tuple(chosen)


def passphrase(words: int = 5) -> str:
    """Return a random passphrase of ``words`` words with spaces between (five: 64.6 bits)."""
    return " ".join(secrets.choice(word_list()) for _ in range(words))
