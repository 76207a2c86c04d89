"""The eight words that two people compare, and generated passphrases."""

from __future__ import annotations

import math
from datetime import UTC, datetime

from hsb_assess.trust.identity import create_identity
from hsb_assess.trust.words import PAIR_WORDS, kind_words, pair_words, passphrase, word_list

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
ANN, BEN, EVE = (create_identity(name, "practitioner", "", NOW).card() for name in ("Ann", "Ben", "Eve"))


def test_both_people_read_the_same_words() -> None:
    """Whoever's card is named first, the words are the same eight, from the list."""
    words = pair_words(ANN, BEN)
    assert words == pair_words(BEN, ANN)
    assert len(words) == PAIR_WORDS
    assert set(words) <= set(word_list())


def test_a_swapped_card_gives_other_words() -> None:
    """Somebody in between cannot make both sides read alike."""
    assert len({pair_words(ANN, BEN), pair_words(ANN, EVE), pair_words(EVE, BEN)}) == 3


def test_the_words_carry_88_bits() -> None:
    """Eight of 7,776 are 103 bits, above the 88 that the design asks for."""
    assert PAIR_WORDS * math.log2(len(word_list())) > 88


def test_a_known_pair_keeps_its_words() -> None:
    """The derivation never changes: two app versions must show two people the same words."""

    class Fixed:
        def __init__(self, fingerprint: str) -> None:
            self.fingerprint = fingerprint

    assert pair_words(Fixed("00" * 32), Fixed("11" * 32)) == EXPECTED  # type: ignore[arg-type]  # a fixed value in an identity's place


def test_a_passphrase_has_the_words_asked_for() -> None:
    """Five by default, from the list, different each time."""
    assert len(passphrase().split(" ")) == 5
    assert set(passphrase(9).split(" ")) <= set(word_list())
    assert len({passphrase() for _ in range(50)}) == 50


EXPECTED = ("strum", "exploit", "tuesday", "hyphen", "dragging", "alike", "enzyme", "tribune")


def test_a_passphrase_has_no_unkind_word_and_enough_bits() -> None:
    """Nobody is made to type of harm every morning; five words still are 64 bits."""
    kind = set(kind_words())
    assert kind < set(word_list())
    assert not kind & {"strangle", "violator", "undress", "seduce", "shrapnel", "neglector", "suffocate"}
    assert 5 * math.log2(len(kind)) > 64
    assert all(set(passphrase().split()) <= kind for _ in range(50))
