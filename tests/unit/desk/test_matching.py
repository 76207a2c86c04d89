"""The matcher of the command palette: what fits is found, nothing else is, and the best stands first."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hsb_assess.desk.matching import BEGINS, INSIDE, KINDS, WORDS, Line, Matcher, folded, grade

LETTERS = st.sampled_from("abcÀéß İ.-19 ")
WORDS_OF = st.text(LETTERS, max_size=12)
LINES = st.lists(
    st.builds(
        Line, st.sampled_from(KINDS), WORDS_OF, keys=st.lists(WORDS_OF, max_size=2).map(tuple), near=st.booleans()
    ),
    max_size=12,
)


@given(LINES, st.text(LETTERS, min_size=1, max_size=6))
def test_all_words_are_in_what_is_found_and_in_nothing_that_is_not(lines: list[Line], typed: str) -> None:
    """Every line that has all the words in one of its names is counted, and no other."""
    terms = folded(typed).split()
    found = Matcher(lines).match(typed, most=100)
    if not terms:
        assert all(line.kind in {"page", "act"} for line in found.lines)
        return
    fits = [line for line in lines if all(any(t in folded(n) for n in (line.title, *line.keys)) for t in terms)]
    assert found.count == len(fits)
    assert sorted(map(id, found.lines)) == sorted(map(id, fits))


@given(LINES, st.text(LETTERS, min_size=1, max_size=6))
def test_what_is_near_comes_first_then_what_begins_so(lines: list[Line], typed: str) -> None:
    """The order is: the open case, how well it fits, the kind; among equals the order in which they were given."""
    found = Matcher(lines).match(typed, most=100).lines
    if folded(typed):
        order = [(not line.near, grade(line, typed), KINDS.index(line.kind)) for line in found]
        assert order == sorted(order)
        places = {id(line): at for at, line in enumerate(lines)}
        for one, other in pairwise(found):
            if (one.near, grade(one, typed), one.kind) == (other.near, grade(other, typed), other.kind):
                assert places[id(one)] < places[id(other)]


@given(LINES, WORDS_OF)
def test_case_accents_and_white_space_do_not_matter(lines: list[Line], typed: str) -> None:
    """However the same letters are written, the same is found."""
    matcher = Matcher(lines)
    wide = f"  {unicodedata.normalize('NFD', typed)} ".replace(" ", "  ")
    assert matcher.match(wide) == matcher.match(typed)


@given(st.text(max_size=40))
def test_anything_can_be_typed(typed: str) -> None:
    """No text is refused; a line that is called so is found by its own name."""
    found = Matcher([Line("case", typed)]).match(typed)
    assert found.count == (1 if folded(typed) else 0)


def test_a_beginning_stands_before_a_word_and_a_word_before_the_inside() -> None:
    """Of the three ways to fit, the better one comes first, whatever was added first."""
    inside, word, begins = Line("help", "Resettle"), Line("help", "The settings"), Line("help", "Settings")
    assert [grade(line, "set") for line in (inside, word, begins)] == [INSIDE, WORDS, BEGINS]
    assert Matcher([inside, word, begins]).match("set").lines == (begins, word, inside)
    assert grade(Line("question", "Has this child been harmed?", keys=("M05.harm.sexual",)), "m05.ha") == BEGINS
    assert grade(Line("question", "x", keys=("M05.harm.sexual",)), "sexual") == WORDS


def test_one_kind_does_not_crowd_out_the_others() -> None:
    """At most so many of a kind are shown; how many there are in all is said."""
    questions = [Line("question", f"child {n}") for n in range(40)]
    found = Matcher([*questions, Line("help", "This child")]).match("child", most=5)
    assert (len(found.lines), found.count) == (6, 41)
    assert found.lines[-1].kind == "help"


def test_with_nothing_typed_there_are_the_pages_and_acts() -> None:
    """What can be done stands ready, that of the open case first; no child's name does."""
    lines = [Line("case", "A-17"), Line("act", "Lock"), Line("page", "Documents", near=True)]
    assert [line.title for line in Matcher(lines).match("").lines] == ["Documents", "Lock"]
