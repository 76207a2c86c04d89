"""The plan's line: scale, bars, what runs at once, and what has no place on it."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hsb_assess.diagrams.planline import Span, arrange, stretches, together

TODAY = date(2026, 6, 8)
DAYS = st.none() | st.integers(-400, 700).map(lambda days: TODAY + timedelta(days=days))
SPANS = st.lists(st.tuples(DAYS, DAYS, DAYS), max_size=12).map(
    lambda days: [Span(f"s{at}", *each) for at, each in enumerate(days)]
)


def day(month: int, number: int) -> date:
    """Return a day of 2026."""
    return date(2026, month, number)


@given(SPANS)
def test_everything_is_on_the_line_or_said_to_be_off_it(spans: list[Span]) -> None:
    """Each part is a bar, undated, or backwards; nothing is dropped, whatever its days."""
    plan = arrange(spans, TODAY)
    if plan is None:
        assert all(span.undated or span.backwards for span in spans)
        return
    placed = [bar.key for bar in plan.bars]
    assert sorted([*placed, *plan.undated, *plan.backwards]) == sorted(span.key for span in spans)
    assert placed == [span.key for span in spans if span.key in placed]


@given(SPANS)
def test_bars_stand_in_order_of_their_days(spans: list[Span]) -> None:
    """Every distance is within the line, earlier days are not right of later ones, and an open side reaches the edge."""
    plan = arrange(spans, TODAY)
    if plan is None:
        return
    known = {span.key: span for span in spans}
    places = [(TODAY, plan.today)]
    for bar in plan.bars:
        span = known[bar.key]
        assert (bar.start is None) == (bar.end is None) == (span.first is None and span.last is None)
        assert bar.open_end == (span.first is not None and span.last is None)
        assert bar.open_start == (span.first is None and span.last is not None)
        if bar.open_end:
            assert bar.end == 1.0
        for when, at in ((span.first, bar.start), (span.last, bar.end), (span.due, bar.due)):
            if when is not None and at is not None:
                assert 0.0 <= at <= 1.0
                places.append((when, at))
    for (_, one), (_, other) in pairwise(sorted(places)):
        assert one <= other + 1e-9


@given(SPANS)
def test_days_on_the_scale_rise(spans: list[Span]) -> None:
    """Labels stand from left to right, the first at the edge; a short plan stands in weeks, a long one in months."""
    plan = arrange(spans, TODAY)
    if plan is None:
        return
    ats = [tick.at for tick in plan.ticks]
    assert ats == sorted(set(ats))
    assert ats[0] == 0.0
    assert len(plan.ticks) <= 21
    assert plan.weeks == (plan.first.weekday() == 0 and (plan.last - plan.first).days <= 21 * 7)


@given(SPANS)
def test_a_stretch_is_what_runs_on_each_of_its_days(spans: list[Span]) -> None:
    """On its first and its last day exactly the named parts run; stretches follow each other and never overlap."""
    found = stretches(spans)
    for each in found:
        for when in (each.first, each.last):
            running = {
                span.key
                for span in spans
                if span.first is not None
                and not span.backwards
                and span.first <= when
                and (span.last is None or when <= span.last)
            }
            assert running == set(each.keys)
            assert len(running) > 1
    assert all(one.last < other.first for one, other in pairwise(found))


@given(SPANS)
def test_running_together_is_mutual(spans: list[Span]) -> None:
    """What runs beside another has it beside itself, never itself, and some stretch holds both."""
    beside = together(spans)
    assert set(beside) == {span.key for span in spans}
    both = {frozenset((one, other)) for each in stretches(spans) for one in each.keys for other in each.keys}
    for key, others in beside.items():
        assert key not in others
        for other in others:
            assert key in beside[other]
            assert frozenset((key, other)) in both


def test_weeks_for_a_term_and_months_for_a_year() -> None:
    """Ten weeks stand in weeks that begin on a Monday; a year stands in months."""
    weeks = arrange([Span("a", day(6, 10), day(8, 14))], TODAY)
    assert weeks is not None
    assert weeks.weeks
    assert [tick.label for tick in weeks.ticks][:5] == ["8 Jun", "15", "22", "29", "6 Jul"]
    months = arrange([Span("a", day(6, 10), date(2027, 6, 1))], TODAY)
    assert months is not None
    assert not months.weeks
    assert [tick.label for tick in months.ticks][:2] == ["Jun 2026", "Jul"]
    assert "Jan 2027" in {tick.label for tick in months.ticks}


def test_overlap_and_what_has_no_end() -> None:
    """Two weeks in which both run are one stretch; a part without an end goes on beside whatever comes."""
    spans = [Span("a", day(6, 1), day(6, 21)), Span("b", day(6, 8), None), Span("c", day(7, 1), day(7, 3))]
    assert [(each.first, each.last, each.keys) for each in stretches(spans)] == [
        (day(6, 8), day(6, 21), ("a", "b")),
        (day(7, 1), day(7, 3), ("b", "c")),
    ]
    assert together(spans) == {"a": ("b",), "b": ("a", "c"), "c": ("b",)}


def test_what_cannot_be_drawn_is_named() -> None:
    """A part without any day, and one that ends before it begins, have no bar and are told by name."""
    plan = arrange([Span("a", due=day(6, 12)), Span("none"), Span("odd", day(7, 1), day(6, 1))], TODAY)
    assert plan is not None
    assert (plan.undated, plan.backwards) == (("none",), ("odd",))
    assert [(bar.key, bar.start, bar.open_end) for bar in plan.bars] == [("a", None, False)]
    assert arrange([Span("none")], TODAY) is None
