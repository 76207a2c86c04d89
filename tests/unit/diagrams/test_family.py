"""The family map's positions: nobody on anybody, generations in order, ties that contradict each other told."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hsb_assess.diagrams.family import Kin, Tie, arrange, households, neighbour, with_moved

NEAR = 1e-6
NAMES = [f"p{number}" for number in range(14)]
SOME = st.lists(st.sampled_from([*NAMES, "nobody here"]), max_size=3).map(tuple)
KIN = st.builds(
    Kin,
    id=st.sampled_from(NAMES),
    generation=st.sampled_from([None, None, -2, -1, 0]),
    parents=SOME,
    partners=SOME,
    group=st.sampled_from(["", "", "", "school", "adults", "a group nobody named"]),
)
PEOPLE = st.lists(KIN, max_size=20)


def rows(plan) -> dict[float, list[str]]:  # type: ignore[no-untyped-def]  # noqa: ANN001 (a plan)
    """Return who stands in each row of the family, from the left."""
    found: dict[float, list[str]] = defaultdict(list)
    ys = {each.y for each in plan.generations}
    for spot in sorted(plan.spots, key=lambda each: each.x):
        if spot.y in ys:
            found[spot.y].append(spot.id)
    return dict(found)


@given(PEOPLE)
def test_everybody_stands_once_and_on_nobody(people: list[Kin]) -> None:
    """Whatever is recorded, cycles and people who are not there too: each id has one cell, inside the plan, of its own."""
    plan = arrange(people, ("school", "adults"))
    assert sorted(spot.id for spot in plan.spots) == sorted({kin.id for kin in people})
    for at, one in enumerate(plan.spots):
        assert 0.5 - NEAR <= one.x <= plan.width - 0.5 + NEAR
        assert 0.5 - NEAR <= one.y <= plan.height - 0.5 + NEAR
        for other in plan.spots[at + 1 :]:
            assert abs(one.x - other.x) >= 1 - NEAR or abs(one.y - other.y) >= 1 - NEAR


@given(PEOPLE)
def test_generations_go_down_and_partners_stand_beside_each_other(people: list[Kin]) -> None:
    """A parent stands above each child, partners in one row; a tie that cannot be so is set aside, and only such a one."""
    plan = arrange(people)
    y = {spot.id: spot.y for spot in plan.spots}
    for descent in plan.descents:
        assert max(y[parent] for parent in descent.parents) < min(y[child] for child in descent.children)
    for couple in plan.couples:
        assert y[couple.one] == y[couple.other]
    numbers = [each.number for each in plan.generations if each.number is not None]
    assert numbers == sorted(set(numbers))
    drawn = {("parent", parent, child) for each in plan.descents for parent in each.parents for child in each.children}
    drawn |= {("partner", *sorted((tie.one, tie.other))) for tie in plan.couples}
    left_out = {
        (tie.kind, *((tie.one, tie.other) if tie.kind == "parent" else sorted((tie.one, tie.other))))
        for tie in plan.set_aside
    }
    first = {}
    for kin in people:
        first.setdefault(kin.id, kin)
    family = {kin.id: kin for kin in first.values() if not kin.group}
    said = {("parent", parent, kin.id) for kin in family.values() for parent in kin.parents if parent in family}
    said |= {
        ("partner", *sorted((kin.id, other))) for kin in family.values() for other in kin.partners if other in family
    }
    assert drawn | left_out == said
    assert not drawn & left_out


@given(PEOPLE)
def test_the_same_people_give_the_same_map(people: list[Kin]) -> None:
    """Two goes are equal, and somebody whom nothing ties to anybody changes the order of nobody."""
    plan = arrange(people)
    assert plan == arrange(people)
    more = arrange([*people, Kin("newcomer", generation=-1)])
    order = [[each for each in row if each != "newcomer"] for row in rows(more).values()]
    assert sorted(row for row in order if row) == sorted(row for row in rows(plan).values() if row)


@given(PEOPLE, st.dictionaries(st.sampled_from(NAMES), st.tuples(st.floats(), st.floats()), max_size=6))
def test_whoever_is_moved_stands_on_nobody(people: list[Kin], moved: dict[str, tuple[float, float]]) -> None:
    """Places that are kept, nonsense too, never put one person on another or outside of the map."""
    plan = with_moved(arrange(people), moved)
    for at, one in enumerate(plan.spots):
        assert one.x >= 0.5 - NEAR
        assert one.y >= 0.5 - NEAR
        for other in plan.spots[at + 1 :]:
            assert abs(one.x - other.x) >= 1 - NEAR or abs(one.y - other.y) >= 1 - NEAR


@given(PEOPLE)
def test_the_keyboard_reaches_everybody(people: list[Kin]) -> None:
    """From the first person, the right arrow goes through all; up and down stay on the map."""
    plan = arrange(people)
    if not plan.spots:
        assert neighbour(plan, "nobody", "right") == ""
        return
    here = neighbour(plan, "nobody", "right")
    seen = [here]
    while (after := neighbour(plan, seen[-1], "right")) != seen[-1]:
        assert neighbour(plan, after, "left") == seen[-1]
        seen.append(after)
    assert sorted(seen) == sorted(spot.id for spot in plan.spots)
    for way in ("up", "down"):
        assert plan.spot(neighbour(plan, here, way)) is not None


@given(PEOPLE, st.sets(st.sampled_from(NAMES)))
def test_a_household_line_goes_round_nobody_else(people: list[Kin], members: set[str]) -> None:
    """Every member is inside; no other person's cell touches what the line encloses."""
    plan = arrange(people)
    grounds = households(plan, members)
    for spot in plan.spots:
        inside = any(
            left - NEAR <= spot.x - 0.5
            and spot.x + 0.5 <= left + wide + NEAR
            and top - NEAR <= spot.y - 0.5
            and spot.y + 0.5 <= top + tall + NEAR
            for left, top, wide, tall in grounds
        )
        touches = any(
            abs(spot.x - (left + wide / 2)) < (wide + 1) / 2 - NEAR
            and abs(spot.y - (top + tall / 2)) < (tall + 1) / 2 - NEAR
            for left, top, wide, tall in grounds
        )
        assert inside if spot.id in members else not touches


def test_a_family_as_it_is_recorded() -> None:
    """Parents stand above the middle of their children, grandparents above the parent whose parents they are."""
    people = [
        Kin("child", 0, parents=("mother", "father")),
        Kin("mother", -1, parents=("grandmother", "grandfather"), partners=("father",)),
        Kin("father", -1),
        Kin("grandmother", -2, partners=("grandfather",)),
        Kin("grandfather", -2),
        Kin("sister", 0, parents=("mother",)),
        Kin("teacher", group="school"),
    ]
    plan = arrange(people, ("school",))
    assert [each.number for each in plan.generations] == [-2, -1, 0]
    assert [band.group for band in plan.bands] == ["school"]
    x = {spot.id: spot.x for spot in plan.spots}
    assert abs(x["mother"] - x["father"]) == 1
    assert abs(x["grandmother"] - x["grandfather"]) == 1
    assert abs((x["grandmother"] + x["grandfather"]) / 2 - x["mother"]) < 1
    assert {frozenset(each.parents): each.children for each in plan.descents} == {
        frozenset({"mother", "father"}): ("child",),
        frozenset({"grandmother", "grandfather"}): ("mother",),
        frozenset({"mother"}): ("sister",),
    }
    assert plan.set_aside == ()


def test_what_nobody_recorded_is_not_presumed() -> None:
    """A sibling without recorded parents has no line; somebody without a generation stands in a row of their own."""
    plan = arrange([Kin("child", 0), Kin("sister", 0), Kin("relative"), Kin("mother", -1)])
    assert plan.descents == ()
    assert plan.couples == ()
    assert [each.number for each in plan.generations] == [-1, 0, None]
    assert plan.spot("relative") is not None
    assert plan.spot("relative").y == plan.generations[-1].y  # type: ignore[union-attr]  # it is there: see above


def test_recorded_parents_count_for_more_than_the_word_of_a_relation() -> None:
    """A parent of a grandparent stands above all; what they are called says nothing against it."""
    plan = arrange([Kin("child", 0), Kin("gran", -2, parents=("old",)), Kin("old")])
    assert [each.number for each in plan.generations] == [-3, -2, 0]


def test_a_contradiction_is_told_and_ends() -> None:
    """Two people who are each other's parents are drawn with one line; the other is set aside."""
    plan = arrange(
        [Kin("a", 0, parents=("b",)), Kin("b", 0, parents=("a",)), Kin("c", parents=("c",), partners=("c",))]
    )
    assert plan.set_aside == (Tie("parent", "a", "b"), Tie("parent", "c", "c"), Tie("partner", "c", "c"))
    assert [each.parents for each in plan.descents] == [("b",)]


def test_a_large_network_goes_on_in_the_next_line() -> None:
    """A group of many takes several rows of its own; the next one begins below it."""
    plan = arrange([Kin("child", 0), *(Kin(f"w{n}", group="workers") for n in range(9)), Kin("s", group="school")], ())
    bands = {band.group: band for band in plan.bands}
    assert bands["workers"].rows == 2
    assert bands["school"].y != bands["workers"].y or bands["school"].x >= bands["workers"].columns


def test_a_thousand_ties_do_not_hang() -> None:
    """Thirty-six people who are all each other's parents and partners are placed, and quickly."""
    names = [f"n{number}" for number in range(36)]
    everybody = [Kin(name, 0, parents=tuple(names[:14]), partners=tuple(names[14:28])) for name in names]
    plan = arrange(everybody)
    assert len(plan.spots) == len(names)
    assert plan == arrange([replace(kin) for kin in everybody])
