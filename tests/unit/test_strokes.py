"""Ink: whatever is drawn stays within its bounds and comes back as it was; whatever else is refused, and changes nothing."""

from __future__ import annotations

import contextlib
import json
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.strokes import HEIGHT, MOST_POINTS, MOST_STROKES, WIDTH, Drawing, Ink

NUMBERS = st.floats(allow_nan=True, allow_infinity=True)
PLACES = st.floats(-2, 3)
EVENTS = st.lists(st.tuples(st.booleans(), PLACES, PLACES, st.floats(0, 2000), st.floats(-1, 2)), max_size=120)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 1100) | st.floats(allow_nan=False) | st.text(max_size=4),
    lambda inside: st.lists(inside, max_size=6) | st.dictionaries(st.text(max_size=3), inside, max_size=3),
    max_leaves=24,
)


@settings(max_examples=80, deadline=None)
@given(EVENTS)
def test_whatever_is_drawn_is_bounded_and_comes_back(events: list[tuple[bool, float, float, float, float]]) -> None:
    """Points lie on the grid, time never runs back, and the JSON of it reads as the same ink."""
    drawing = Drawing()
    for begins, x, y, moment, pressure in events:
        before = drawing.ink()
        took = (drawing.begin if begins else drawing.go_on)(x, y, moment, pressure)
        assert took == (drawing.ink() != before)
    ink = drawing.ink()
    if ink is None:
        return
    points = [point for stroke in ink.strokes for point in stroke]
    assert len(ink.strokes) <= MOST_STROKES
    assert all(ink.strokes)
    assert all(0 <= point.x <= WIDTH and 0 <= point.y <= HEIGHT for point in points)
    assert [point.time for point in points] == sorted(point.time for point in points)
    assert Ink.from_json(json.loads(json.dumps(ink.as_json()))) == ink


@settings(max_examples=40, deadline=None)
@given(JSON)
def test_what_is_not_ink_is_refused(value: object) -> None:
    """Any other JSON is refused, and by no other error; what is read writes itself as it was."""
    with contextlib.suppress(HsbAssessError):
        assert Ink.from_json(value).as_json() == value  # type: ignore[arg-type]  # any JSON


@settings(max_examples=40, deadline=None)
@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS)
def test_numbers_that_no_screen_has_draw_nothing_or_stay_on_the_pad(x: float, y: float, t: float, p: float) -> None:
    """Not a number, or one without end, draws nothing."""
    drawing = Drawing()
    assert drawing.begin(0.5, 0.5, 0.0)
    before = drawing.ink()
    if not drawing.go_on(x, y, t, p):
        assert drawing.ink() == before
    else:
        assert all(map(math.isfinite, (x, y, t, p)))
    assert Ink.from_json((drawing.ink() or Ink(())).as_json()) == drawing.ink()


def test_a_long_scribble_ends_at_its_bounds() -> None:
    """After the last point or stroke nothing more is drawn, and what is there stays."""
    drawing = Drawing()
    drawing.begin(0, 0, 0)
    for at in range(2 * MOST_POINTS):
        drawing.go_on(at % 2, (at % 7) / 7, at / 1000)
    full = drawing.ink()
    assert full is not None
    assert sum(map(len, full.strokes)) == MOST_POINTS
    assert drawing.is_full
    assert not drawing.begin(0.2, 0.2, 9)
    assert not drawing.go_on(0.9, 0.9, 9)
    assert drawing.ink() == full
    assert len(json.dumps(full.as_json())) < 32_000
    dots = Drawing()
    assert [dots.begin(0.5, 0.5, at) for at in range(MOST_STROKES + 3)].count(True) == MOST_STROKES


def test_drawing_goes_on_from_what_is_there() -> None:
    """What was drawn before the laptop locked is gone on with; time goes on as well."""
    drawing = Drawing()
    drawing.begin(0.1, 0.1, 100.0)
    drawing.go_on(0.4, 0.4, 100.5)
    again = Drawing(drawing.ink())
    assert again.begin(0.6, 0.6, 9000.0)
    ink = again.ink()
    assert ink is not None
    assert [point.time for stroke in ink.strokes for point in stroke] == [0, 500, 500]


@pytest.mark.parametrize("change", ["short", "float", "back", "outside", "bool", "empty", "many"])
def test_a_mark_that_was_tampered_with_is_refused(change: str) -> None:
    """One number more, less, outside, of another kind, or a time that runs back."""
    value: list[list[object]] = [[1, 2, 0, 128, 9, 9, 40, 128], [30, 30, 90, 128]]
    match change:
        case "short":
            value[0].pop()
        case "float":
            value[0][0] = 1.0
        case "back":
            value[1][2] = 10
        case "outside":
            value[1][0] = WIDTH + 1
        case "bool":
            value[0][3] = True
        case "empty":
            value.append([])
        case _:
            value = [[1, 1, 0, 0]] * (MOST_STROKES + 1)
    with pytest.raises(HsbAssessError, match="read"):
        Ink.from_json(value)  # type: ignore[arg-type]  # as it came
