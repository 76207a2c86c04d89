"""Passphrases: what is too short, too well known, too easy, and what is strong."""

from __future__ import annotations

import subprocess
import sys

import pytest

from hsb_assess.trust.strength import ENOUGH, strength
from hsb_assess.trust.words import kind_words, passphrase


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("", "short"),
        ("Xk9$mmPq!tLw2z", "short"),
        ("Correct horse, battery staple!", "common"),
        ("passwordpassword", "common"),
        ("qwertyuiopqwertyuiop", "common"),
        ("aaaaaaaaaaaaaaaaaaaa", "weak"),
        ("To be or not to be, that is the question", "common"),
        ("Summer2026Summer2026", "weak"),
        ("marble otter lantern quiet", ""),
        ("ich möchte heute lieber schlafen", ""),
    ],
)
def test_each_fault_has_its_name(words: str, fault: str) -> None:
    """No rule on signs or capitals; length, well-known ones, and how long guessing takes."""
    assert strength(words).fault == fault


def test_what_anybody_knows_of_the_owner_counts_for_nothing() -> None:
    """A name and an agency written twice are strong for a stranger and weak for whose they are."""
    words = "Rahman Northshire"
    assert strength(words).score > strength(words, ("Asha Rahman", "Northshire")).score
    assert strength(words, ("Asha Rahman", "Northshire")).fault == "weak"


def test_suggested_words_are_always_strong_enough() -> None:
    """Five words of a list that long are at least 64 bits, and what is suggested is accepted."""
    assert len(kind_words()) ** 5 >= 2**64
    for _ in range(20):
        judged = strength(passphrase(), ("Asha Rahman", "Northshire"))
        assert judged.score >= ENOUGH
        assert not judged.fault


def test_no_list_is_loaded_before_it_is_needed() -> None:
    """Importing the judge and the words costs neither zxcvbn's lists nor the list of words."""
    code = (
        "import sys; import hsb_assess.trust.strength, hsb_assess.trust.words as words;"
        "assert 'zxcvbn' not in sys.modules and 'xkcdpass' not in sys.modules;"
        "assert words.word_list.cache_info().currsize == 0"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
