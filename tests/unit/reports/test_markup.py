"""Any text becomes printable text, and nothing in it is ever an instruction."""

from __future__ import annotations

import time
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from hsb_assess.reports.markup import LONGEST, LONGEST_RUN, pieces, printable
from hsb_assess.reports.typeface import has_glyph

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=[]), max_size=400)


@given(ANY_TEXT)
def test_everything_is_printable(words: str) -> None:
    """Whatever is typed, every character that is set has a glyph."""
    assert all(char == "\n" or has_glyph(char) for char in printable(words))


@given(st.text(alphabet=st.sampled_from("abcŵŷÂé <>&;/\"'()[]{}%#\\’“”–—…£€0189"), max_size=400))
def test_what_can_be_printed_is_not_changed(words: str) -> None:
    """Text within the typeface comes out as it went in, marks of markup included."""
    assert printable(words) == unicodedata.normalize("NFC", words)


@given(st.text(alphabet=st.characters(codec="ascii"), max_size=9000))
def test_pieces_hold_the_whole_text_in_order(words: str) -> None:
    """Cutting a text into paragraphs loses nothing but white space."""
    found = pieces(words)
    assert "".join("".join(found).split()) == "".join(printable(words).split())
    assert all(len(piece) <= LONGEST for piece in found)


def test_an_unbroken_run_is_cut_small() -> None:
    """A run without a space is cut into pieces that the line breaker can take, at once."""
    start = time.perf_counter()
    found = pieces("x" * 200_000)
    assert time.perf_counter() - start < 1
    assert max(len(piece) for piece in found) <= LONGEST
    assert len(found[0]) == LONGEST_RUN


def test_control_and_direction_characters_go() -> None:
    """What cannot be seen cannot hide anything."""
    assert printable("a\x00b\u202ec\u200bd\u00ade\ufefff") == "abcdef"


def test_line_ends_of_all_kinds_are_line_ends() -> None:
    """A line end stays one, whatever wrote it."""
    assert pieces("one\r\ntwo\rthree\u2028four\n\n\nfive") == ["one", "two", "three", "four", "five"]


def test_symbols_without_a_glyph_are_named() -> None:
    """A tick, an arrow or a face is printed as words, so that nothing is lost in silence."""
    assert printable("done ✓ → next 😢") == "done [tick] -> next [crying face]"


def test_another_script_is_counted() -> None:
    """Letters that the typeface lacks are counted and said to be kept."""
    assert printable("said: مرحبا") == ("said: [5 characters that this typeface cannot print; kept in the record] ")


def test_a_lone_surrogate_does_not_break_anything() -> None:
    """Half a character is counted like any other that cannot be printed."""
    assert "[1 character that this typeface cannot print" in printable("a\ud800b")
