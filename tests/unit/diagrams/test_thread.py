"""A thread's positions: layers, order, room for the lines that pass a layer, and no overlaps."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsb_assess.diagrams.thread import Bead, ThreadPlan, arrange

GAP, PASSAGE = 10.0, 6.0


@st.composite
def threads(draw: st.DrawFn) -> tuple[list[Bead], list[tuple[str, str]]]:
    """Draw up to five layers of beads, and links that lead to later layers."""
    beads = [Bead(f"b{at}", draw(st.integers(0, 4)), draw(st.floats(1, 200))) for at in range(draw(st.integers(0, 12)))]
    able = [(one.key, other.key) for one in beads for other in beads if one.layer < other.layer]
    return beads, draw(st.lists(st.sampled_from(able), max_size=20, unique=True)) if able else []


def crossings(plan: ThreadPlan) -> int:
    """Return how many pairs of lines between neighbouring layers cross, by their heights."""
    middle = {bead.key: bead.middle for bead in plan.beads}
    layer = {bead.key: bead.layer for bead in plan.beads}
    steps: dict[int, list[tuple[float, float]]] = {}
    for route in plan.routes:
        heights = [middle[route.start], *route.through, middle[route.end]]
        for at, step in enumerate(pairwise(heights), start=layer[route.start]):
            steps.setdefault(at, []).append(step)
    return sum(
        (one[0] - other[0]) * (one[1] - other[1]) < 0
        for lines in steps.values()
        for at, one in enumerate(lines)
        for other in lines[at + 1 :]
    )


@given(threads())
def test_every_bead_has_its_place_and_none_lies_on_another(made: tuple[list[Bead], list[tuple[str, str]]]) -> None:
    """Each bead stands once in its layer, within the height, with the gap to its neighbours and to passing lines."""
    beads, links = made
    plan = arrange(beads, links, gap=GAP, passage=PASSAGE)
    assert [bead.key for bead in plan.beads] == [bead.key for bead in beads]
    for number in range(5):
        here = [(bead.top, bead.height) for bead in plan.beads if bead.layer == number]
        start = {bead.key: bead.layer for bead in beads}
        for route in plan.routes:
            at = number - start[route.start] - 1
            if 0 <= at < len(route.through):
                here.append((route.through[at] - PASSAGE / 2, PASSAGE))
        here.sort()
        for (top, height), (following, _) in pairwise(here):
            assert top + height + GAP <= following + 1e-6
        assert all(top >= -1e-6 and top + height <= plan.height + 1e-6 for top, height in here)


@given(threads())
def test_every_link_is_one_route_that_passes_the_layers_between(
    made: tuple[list[Bead], list[tuple[str, str]]],
) -> None:
    """A line from one layer to the next passes none; one that leaps over layers has a height in each of them."""
    beads, links = made
    plan = arrange(beads, links, gap=GAP, passage=PASSAGE)
    layer = {bead.key: bead.layer for bead in beads}
    assert [(route.start, route.end) for route in plan.routes] == links
    assert all(len(route.through) == layer[route.end] - layer[route.start] - 1 for route in plan.routes)


@given(threads())
def test_it_is_no_taller_than_its_fullest_layer(made: tuple[list[Bead], list[tuple[str, str]]]) -> None:
    """No room is wasted: the whole is as tall as what stands in one layer with its gaps."""
    beads, links = made
    plan = arrange(beads, links, gap=GAP, passage=PASSAGE)
    layer = {bead.key: bead.layer for bead in beads}
    tall = []
    for number in range(5):
        passing = sum(layer[start] < number < layer[end] for start, end in links)
        heights = [bead.height for bead in beads if bead.layer == number] + [PASSAGE] * passing
        tall.append(sum(heights) + GAP * max(0, len(heights) - 1))
    assert plan.height == pytest.approx(max(tall))


def test_lines_that_need_not_cross_do_not() -> None:
    """Given in the wrong order, two threads side by side are put so that their lines run beside each other."""
    beads = [Bead("a", 0, 20), Bead("b", 0, 20), Bead("B", 1, 20), Bead("A", 1, 20)]
    links = [("a", "A"), ("b", "B")]
    plan = arrange(beads, links, gap=GAP, passage=PASSAGE)
    assert crossings(plan) == 0
    assert {route.start for route in plan.routes} == {"a", "b"}


def test_what_is_linked_stands_on_one_height_where_there_is_room() -> None:
    """One bead beside three stands in their middle, so that its lines stay short."""
    beads = [Bead("need", 0, 30), *(Bead(f"action{at}", 1, 30) for at in range(3))]
    plan = arrange(beads, [("need", f"action{at}") for at in range(3)], gap=GAP, passage=PASSAGE)
    middles = {bead.key: bead.middle for bead in plan.beads}
    assert middles["need"] == middles["action1"]


def test_a_link_back_is_refused() -> None:
    """A thread goes from evidence to outcome: a link to an earlier layer, or within one, is a mistake of the caller."""
    for links in ([("b", "a")], [("a", "a")]):
        with pytest.raises(ValueError, match="a"):
            arrange([Bead("a", 0, 1), Bead("b", 1, 1)], links, gap=GAP, passage=PASSAGE)


def test_nothing_to_draw() -> None:
    """Without beads there is nothing, and no height."""
    assert arrange([], [], gap=GAP, passage=PASSAGE) == ThreadPlan((), (), 0.0)
