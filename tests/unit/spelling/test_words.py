"""Which words of a text are looked at."""

from __future__ import annotations

import pytest

from hsb_assess.spelling.words import flat, plain, tokens


def _words(text: str) -> list[str]:
    return [token.word for token in tokens(text)]


@pytest.mark.parametrize(
    "left_alone",
    [
        "M07", "R04", "2nd", "14/04/2026", "07700900123", "S47", "x9y",
        "asha@northshire.example", "www.example.org", "https://example.org/paath", "C:\\users\\ashaa", "file_naem",
        "CAMHS", "CAMHS's", "CAMHS’s", "MPs", "LADOs", "I", "a",
        "McGregor", "iPad", "DeShawn", "Ольга", "北京", "😀", "soft\u00adhyphen", "w" * 49,
    ],
)  # fmt: skip
def test_what_is_no_ordinary_word_is_not_looked_at(left_alone: str) -> None:
    """Numbers, codes, addresses, abbreviations, brand names, other scripts and single letters are never marked."""
    assert _words(f"see {left_alone} here") == ["see", "here"]


@pytest.mark.parametrize(
    "quoted",
    [
        "“I dint do it, I sware”", '"I dint do it"', "‘I dint’", "'it wasnt me, dont'", "(“wot”)",
        "“I dint\nnever sed it”", "'the boys' wot dun it'",
    ],
)  # fmt: skip
def test_exact_words_are_never_looked_at(quoted: str) -> None:
    """Whatever stands within quotes is how somebody said it, whichever marks are used."""
    assert _words(f"she said {quoted} then she left")[:2] == ["she", "said"]
    assert set(_words(f"she said {quoted}, then")) <= {"she", "said", "then"}


def test_a_quotation_that_is_still_being_written_goes_on_to_the_end_of_its_paragraph() -> None:
    """Nobody is told of a child's spelling while they are writing it down; the next paragraph is looked at again."""
    assert _words("he said “I dint\nThe mother") == ["he", "said", "The", "mother"]
    assert _words("he said “I dint\nThe mother “sed” no") == ["he", "said", "The", "mother", "no"]
    assert _words('he said "I dint\nThe mother') == ["he", "said", "The", "mother"]


def test_a_quotation_that_began_paragraphs_before_is_known_where_only_its_end_is_looked_at() -> None:
    """Only what is on screen is looked at, and what is quoted there is still quoted."""
    text = "She said “one twoo\nthreee fourr\nfivee” and went home"
    assert [token.word for token in tokens(text, text.index("threee"), len(text))] == ["and", "went", "home"]


def test_an_apostrophe_is_no_quote() -> None:
    """Possessives and what is left out do not hide the words after them."""
    assert _words("the child’s mother's friends can’t o'r ysgol") == [
        "the", "child's", "mother's", "friends", "can't", "o'r", "ysgol",
    ]  # fmt: skip


def test_places_are_counted_as_windows_count_them() -> None:
    """A picture counts two, so that the line is drawn under the word that is meant; places fit the flattened text."""
    text = flat("🙂 mothr 🙂🙂 fathr")
    assert [(token.start, token.word) for token in tokens(text)] == [(3, "mothr"), (14, "fathr")]
    assert [text[token.start : token.end] for token in tokens(text)] == ["mothr", "fathr"]


def test_a_word_with_separate_accents_is_one_word() -> None:
    """A circumflex that was typed by itself belongs to its letter, as the dictionary writes it."""
    (token,) = tokens("w\u0302yn")
    assert (token.start, token.end, token.word) == (0, 4, "ŵyn")
    assert plain("mae’r non\u2011binary") == "mae'r non-binary"


def test_a_part_of_a_text_is_looked_at_with_whole_words() -> None:
    """A word that reaches over the edge of what is on screen is looked at as a whole."""
    text = "first seecond third"
    assert [token.word for token in tokens(text, 8, 10)] == ["seecond"]


@pytest.mark.parametrize(
    "hostile", ["x" * 100_000, "“" * 50_000, "'a' " * 25_000, '"a' * 50_000, "a\u0300" * 50_000, "-'" * 50_000]
)
def test_hostile_text_yields_little_and_ends(hostile: str) -> None:
    """A hundred thousand signs of anything are gone through once; a run without spaces is not looked through at all."""
    assert sum(1 for _ in tokens(hostile)) <= len(hostile) // 4
