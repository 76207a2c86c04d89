"""What the dictionaries that came with the program know, in both languages."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from hsb_assess.datafiles import data_dir
from hsb_assess.desk.fitness import spelling
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.spelling.dictionary import MOST, Dictionary, knows, suggestions

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def english() -> Dictionary:
    """British English."""
    return Dictionary("en")


@pytest.fixture(scope="module")
def welsh() -> Dictionary:
    """Welsh."""
    return Dictionary("cy")


@pytest.mark.parametrize(
    "word",
    [
        "behaviour", "organise", "organised", "colour", "paediatric", "child's", "children's", "don't", "safeguarding",
        "genogram", "wellbeing", "neurodivergent", "sexualised", "multi-agency", "trauma-informed", "co-parenting",
        "Aberystwyth", "sertraline", "The", "vaping", "consultee's",
    ],
)  # fmt: skip
def test_english_is_british_and_knows_the_words_of_practice(english: Dictionary, word: str) -> None:
    """British spellings, possessives, hyphens, towns, medicines and what practitioners write are right."""
    assert english.knows(word)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("behavour", "behaviour"), ("recieve", "receive"), ("teh", "the"), ("seperate", "separate"),
        ("childs's", "child's"), ("safegaurding", "safeguarding"), ("multi-agancy", ""),
    ],
)  # fmt: skip
def test_a_wrong_english_word_is_told_with_what_was_meant(english: Dictionary, word: str, meant: str) -> None:
    """At most five suggestions, and what was meant is among them."""
    assert not english.knows(word)
    found = english.suggest(word)
    assert len(found) <= MOST
    assert not meant or meant in found


@pytest.mark.parametrize(
    "word",
    [
        "plentyn", "blentyn", "phlentyn", "mhlentyn", "teulu", "deulu", "theulu", "nheulu", "Cymru", "Gymru", "Nghymru",
        "Chymru", "gofal", "ofal", "ngofal", "ysgol", "hysgol", "pobl", "bobl", "mae'r", "a'i", "dyddiau'n",
        "ngeiriau'r", "â'r", "tŷ", "dŷ", "ŵyn", "camfanteisio", "gamfanteisio",
    ],
)  # fmt: skip
def test_welsh_knows_mutated_and_joined_words(welsh: Dictionary, word: str) -> None:
    """Soft, nasal and aspirate mutations, h before vowels, and what is joined with an apostrophe are right."""
    assert welsh.knows(word)


@pytest.mark.parametrize(
    ("word", "meant"), [("plentn", "plentyn"), ("gwybodeth", "gwybodaeth"), ("ysgoll", "ysgol"), ("ty", "tŷ")]
)
def test_a_wrong_welsh_word_is_told_with_what_was_meant(welsh: Dictionary, word: str, meant: str) -> None:
    """A letter or a circumflex that is missing is put right."""
    assert not welsh.knows(word)
    assert meant in welsh.suggest(word)


def test_who_works_in_both_languages_has_words_of_either(english: Dictionary, welsh: Dictionary) -> None:
    """A word is wrong only where neither knows it, and both languages suggest."""
    both = (english, welsh)
    assert knows(both, "plentyn")
    assert knows(both, "children")
    assert not knows(both, "plentn")
    found = suggestions(both, "plentn")
    assert "plentyn" in found
    assert "plenty" in found
    assert len(found) <= MOST


@pytest.mark.parametrize("hostile", ["a" * 5000, "é" * 49, "x\0y", "", "a", "'" * 40, "-" * 40, "ab-" * 15 + "z"])
def test_hostile_words_are_answered(english: Dictionary, hostile: str) -> None:
    """Whatever is asked, there is an answer and never an exception."""
    assert isinstance(english.knows(hostile), bool)
    assert len(english.suggest(hostile)) <= MOST


@pytest.mark.parametrize("damage", ["gone", "empty", "garbage", "no_list"])
def test_a_missing_or_damaged_dictionary_is_told(tmp_path: Path, damage: str) -> None:
    """Files that are not there, empty or something else are refused in plain words, and the doctor names the language."""
    folder = shutil.copytree(data_dir("resources") / "dictionaries", tmp_path / "dictionaries")
    match damage:
        case "gone":
            (folder / "en_GB.dic").unlink()
        case "empty":
            (folder / "en_GB.aff").write_bytes(b"")
            (folder / "en_GB.dic").write_bytes(b"")
        case "garbage":
            (folder / "en_GB.dic").write_bytes(bytes(range(256)) * 50)
        case _:
            (folder / "practice_en.txt").unlink()
    with pytest.raises(HsbAssessError) as refused:
        Dictionary("en", folder)
    assert refused.value.code == "spelling_missing"
    told = spelling(folder)
    assert told.state == "warning"
    assert "Missing or damaged: British English." in told.mend
    assert spelling().state == "ok"
