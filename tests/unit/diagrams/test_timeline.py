"""The timeline's positions: order, stacking, spans, silences and scales."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hsb_assess.diagrams.timeline import Event, arrange

DAY = date(2026, 1, 1)
EVENTS = st.lists(
    st.builds(
        lambda start, span, lane, about: (DAY + timedelta(days=start), DAY + timedelta(days=start + span), lane, about),
        st.integers(0, 8000),
        st.integers(0, 400),
        st.integers(0, 3),
        st.booleans(),
    ),
    min_size=1,
    max_size=40,
)


def event(number: int, first: date, last: date | None = None, lane: int = 0) -> Event:
    """Return an event on one day or over a span."""
    return Event(number, first, last or first, lane)


def test_nothing_to_draw() -> None:
    """Without events there is no drawing."""
    assert arrange([], 2, mark_width=0.03) is None


@given(EVENTS)
def test_every_event_is_drawn_once_inside_the_scale(given_events: list[tuple[date, date, int, bool]]) -> None:
    """Each event has one mark, between the ends, in its own lane, on a level that the lane has."""
    events = [Event(number, *each) for number, each in enumerate(given_events, start=1)]
    plan = arrange(events, 4, mark_width=0.03)
    assert plan is not None
    assert sorted(mark.number for mark in plan.marks) == [each.number for each in events]
    for mark in plan.marks:
        assert 0 <= mark.start <= mark.end <= 1
        assert 0 <= mark.level < plan.levels[mark.lane]
    assert all(0 <= tick.at < 1 for tick in plan.ticks)
    assert len(plan.ticks) <= 14


@given(EVENTS)
def test_marks_on_one_level_never_touch(given_events: list[tuple[date, date, int, bool]]) -> None:
    """Two marks of one lane and level are at least a mark apart."""
    plan = arrange([Event(number, *each) for number, each in enumerate(given_events, start=1)], 4, mark_width=0.03)
    assert plan is not None
    last: dict[tuple[int, int], float] = {}
    for mark in plan.marks:
        if (mark.lane, mark.level) in last:
            assert mark.start - last[mark.lane, mark.level] >= 0.03 - 1e-9
        last[mark.lane, mark.level] = mark.end


def test_a_long_silence_is_named() -> None:
    """Weeks without an entry are part of the picture."""
    plan = arrange([event(1, date(2026, 1, 5)), event(2, date(2026, 4, 9))], 1, mark_width=0.03)
    assert plan is not None
    assert [silence.days for silence in plan.silences] == [94]


def test_a_span_covers_a_silence() -> None:
    """A fuzzy date leaves no gap where it may lie."""
    plan = arrange([event(1, date(2026, 1, 5), date(2026, 3, 31)), event(2, date(2026, 4, 9))], 1, mark_width=0.03)
    assert plan is not None
    assert plan.silences == ()
