"""Who stands on the family map: what is recorded, both ways where there are two, and nothing that is not."""

from __future__ import annotations

from hsb_assess.diagrams.family import arrange
from hsb_assess.diagrams.people import GROUPS, Somebody, kin_of, people_of
from tests.unit.rules.making import PUPIL, SISTER, Given, given, on, reading


def people(held: Given) -> dict[str, Somebody]:
    """Return everybody by id."""
    return {each.id: each for each in people_of(reading(held))}


def family(row: str, **answers: str) -> dict[str, str]:
    """Return a row of the family as answers by path."""
    return {f"M09.family[{row}].{name}": value for name, value in answers.items()}


FAMILY = given(
    {
        "M00.sex": "male",
        "M00.dob": on("2016-03-01"),
        **family("f1", person="mother", relation="parent", lives="with_child"),
        **family("f2", person="partner", relation="parents_partner", lives="part_time"),
        **family("f3", person="b", relation="half_sibling", lives="with_child"),
    },
    person={
        **SISTER,
        **PUPIL,
        "gran": {"label": "grandmother", "is": "adult", "sex": "female", "died": on("2024")},
        "he": {"label": "a man", "is": "unidentified"},
        "teacher": {"label": "teacher", "is": "worker", "role": "class teacher"},
        "mum2": {"label": "mother’s cousin", "is": "adult"},
        "a": {"label": "Child A", "is": "this_child", "parents": ["mother"]},
        "mother": {"label": "mother", "is": "adult", "sex": "female", "parents": ["gran"]},
    },
    child={
        "k": {"person": "b", "relation": "half_sibling", "sleeps_same_home": "yes", "age": 5},
        "p": {"person": "pupil", "relation": "fellow_pupil", "sleeps_same_home": "no"},
    },
    agency={"school": {"label": "The school", "kind": "education"}},
    pair={"g": {"older": "he", "child": "a", "contact": "possible"}},
)


def test_family_is_whom_a_register_calls_so_and_whoever_is_tied_to_them() -> None:
    """The mother’s mother is family because she is recorded as her parent; the pupil and the teacher are around them."""
    found = people(FAMILY)
    assert {each for each, person in found.items() if person.family} == {"a", "mother", "partner", "b", "gran"}
    groups = {each: person.group for each, person in found.items() if not person.family}
    assert groups == {
        "worker": "workers",
        "pupil": "school",
        "he": "unidentified",
        "teacher": "workers",
        "mum2": "adults",
        "school": "agencies",
    }
    assert set(groups.values()) <= set(GROUPS)


def test_what_is_recorded_of_somebody() -> None:
    """Sex, age, home, contact and death come from where they are asked; this child’s from the first module."""
    found = people(FAMILY)
    assert (found["a"].sex, found["a"].age, found["a"].with_child) == ("male", 10, True)
    assert (found["mother"].sex, found["mother"].lives) == ("female", ("with_child",))
    assert (found["b"].sex, found["b"].age, found["b"].lives) == ("", 5, ("with_child",))
    assert found["partner"].lives == ("part_time",)
    assert found["gran"].died is not None
    assert found["he"].contact == ("possible",)
    assert found["pupil"].contact == ()
    assert found["b"].places == ("M09.family[f3]", "M11.children[k]")
    assert found["b"].entry == "things.person[b]"


def test_generations_are_those_that_were_recorded() -> None:
    """A relation says one, or none; a relation recorded in two ways says none; and nobody has a role but a relation."""
    found = people(FAMILY)
    numbers = {each: person.generation for each, person in found.items()}
    assert (numbers["a"], numbers["mother"], numbers["partner"], numbers["b"]) == (0, -1, -1, 0)
    assert numbers["gran"] is None
    two = given(
        family("f", person="mother", relation="parent"),
        adult={"x": {"person": "mother", "relation": "grandparent"}},
    )
    mother = people(two)["mother"]
    assert mother.relations == ("parent", "grandparent")
    assert mother.generation is None


def test_a_home_recorded_in_two_ways_stays_in_both() -> None:
    """Nobody is put in the household while two rows disagree."""
    held = given(
        family("f", person="b", relation="sibling", lives="elsewhere"),
        person=SISTER,
        child={"k": {"person": "b", "sleeps_same_home": "yes"}},
    )
    found = people(held)["b"]
    assert found.lives == ("elsewhere", "with_child")
    assert not found.with_child
    assert people(given({"M01.shares_home": {"state": "yes"}, "M01.shares_home_with": ["b"]}, person=SISTER))[
        "b"
    ].lives == ("shares_home",)


def test_the_map_of_a_recorded_family() -> None:
    """The grandmother stands above her daughter, who stands above this child; the sister has no line that nobody recorded."""
    plan = arrange(kin_of(people_of(reading(FAMILY))), GROUPS)
    y = {spot.id: spot.y for spot in plan.spots}
    assert y["gran"] < y["mother"] == y["partner"] < y["a"] == y["b"]
    assert {each.parents: each.children for each in plan.descents} == {("gran",): ("mother",), ("mother",): ("a",)}
    assert [band.group for band in plan.bands] == ["adults", "school", "unidentified", "workers", "agencies"]
