"""The protection grid: who stands in it, how each pair stands, and that nothing unasked reads as no contact."""

from __future__ import annotations

from datetime import date

from hsb_assess.domain.answer import Absence, Answer
from hsb_assess.rules.grid import Standing, grid_of
from tests.unit.rules.making import PUPIL, SISTER, given, on, reading

PARTS = {"what": "The grandmother is in the room.", "who": ["mother"], "until": on("2026-07-01")}


def standings(**pairs: dict[str, object]) -> dict[tuple[str, str], Standing]:
    """Return how each pair stands in a case with a mother, her partner and a younger sister."""
    held = given(
        {"M00.dob": on("2016-03-01")},
        person=SISTER,
        child={"k": {"person": "b", "age": 5}},
        adult={"am": {"person": "mother"}, "ap": {"person": "partner"}},
        pair=pairs,
    )
    return {key: pair.standing for key, pair in grid_of(reading(held)).pairs.items()}


def test_every_adult_and_older_child_stands_beside_every_child() -> None:
    """Adults come first, then this child; the younger sister is nobody's older child."""
    found = standings()
    assert list(dict.fromkeys(older for older, _child in found)) == ["mother", "partner", "a"]
    assert list(dict.fromkeys(child for _older, child in found)) == ["a", "b"]
    assert found["a", "a"] is Standing.SAME
    assert {found["mother", "a"], found["mother", "b"], found["a", "b"]} == {Standing.NOT_ASKED}


def test_each_way_in_which_a_pair_stands() -> None:
    """Bare, run out, protected, no contact, asked without an answer: each is itself."""
    found = standings(
        p1={"older": "mother", "child": "a", "contact": "yes", "what": "Somebody is there."},
        p2={"older": "mother", "child": "b", "contact": "possible", **PARTS},
        p3={"older": "partner", "child": "a", "contact": "yes", **PARTS, "until": on("2026-06-01")},
        p4={"older": "partner", "child": "b", "contact": "none_known"},
        p5={"older": "a", "child": "b", "contact": Answer(absence=Absence.UNKNOWN)},
    )
    assert found["mother", "a"] is Standing.BARE
    assert found["mother", "b"] is Standing.PROTECTED
    assert found["partner", "a"] is Standing.RUN_OUT
    assert found["partner", "b"] is Standing.NONE_KNOWN
    assert found["a", "b"] is Standing.OPEN


def test_a_pair_is_found_either_way_round() -> None:
    """A row that names the sister as the older one is the cell of this child with the sister, too."""
    found = standings(p={"older": "b", "child": "a", "contact": "none_known"})
    assert found["a", "b"] is Standing.NONE_KNOWN
    assert found["b", "a"] is Standing.NONE_KNOWN


def test_ages_that_nobody_recorded_make_nobody_younger() -> None:
    """With both ages known the younger child’s own row says so; with one unknown the pair is simply not asked."""
    known = given(
        {"M00.dob": on("2018-03-01")},
        person={**SISTER, **PUPIL},
        child={"k": {"person": "b", "age": 12}, "l": {"person": "pupil"}},
    )
    grid = grid_of(reading(known))
    assert grid.older == ("a", "b")
    assert grid.pairs["a", "b"].standing is Standing.YOUNGER
    assert grid.pairs["a", "pupil"].standing is Standing.NOT_ASKED
    assert grid.count(Standing.NOT_ASKED) == 3
    assert grid.first(Standing.YOUNGER) == grid.pairs["a", "b"]


def test_an_adult_without_a_person_is_told() -> None:
    """Somebody not yet identified who was not entered as a person stands in no pair, and is not lost."""
    grid = grid_of(reading(given(adult={"x": {"not_yet_identified": "yes"}}), date(2026, 6, 8)))
    assert grid.nameless == ("M11.adults[x]",)
    assert grid.older == ()
