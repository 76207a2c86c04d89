"""The day of receipt is day 0; weekends and bank holidays are not counted; a limit of n is kept on day n."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies

from hsb_assess.rules.workingdays import bank_holidays, latest_day, limit, working_days_between
from tests.unit.rules.making import england

DAYS = strategies.dates(date(2026, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("start", "days", "last"),
    [
        pytest.param("2026-05-19", 45, "2026-07-22", id="child A: assessment, over a bank holiday"),
        pytest.param("2026-06-04", 10, "2026-06-18", id="child A: seen"),
        pytest.param("2026-07-27", 45, "2026-09-29", id="child C: assessment, over the summer bank holiday"),
        pytest.param("2026-09-08", 45, "2026-11-10", id="child E: assessment"),
        pytest.param("2026-09-09", 15, "2026-09-30", id="child E: conference"),
        pytest.param("2026-10-28", 10, "2026-11-11", id="child E: seen"),
        pytest.param("2026-06-05", 1, "2026-06-08", id="a Friday: day 1 is Monday"),
        pytest.param("2026-06-06", 1, "2026-06-08", id="received on a Saturday is day 0 all the same"),
        pytest.param("2026-04-02", 1, "2026-04-07", id="Easter"),
        pytest.param("2026-12-24", 1, "2026-12-29", id="Christmas, with its substitute day"),
        pytest.param("2026-06-06", 0, "2026-06-06", id="day 0"),
    ],
)
def test_last_day_on_which_a_limit_is_kept(start: str, days: int, last: str) -> None:
    """The days that the vignettes name, and the edges."""
    assert latest_day(date.fromisoformat(start), days, england()) == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2026-03-16", "2026-03-19", 3),
        ("2026-06-02", "2026-09-14", 73),
        ("2026-08-20", "2026-09-14", 16),
        ("2026-06-08", "2026-06-08", 0),
        ("2026-06-08", "2026-06-01", 0),
        ("2026-06-05", "2026-06-07", 0),
    ],
)
def test_working_days_between(start: str, end: str, days: int) -> None:
    """The spans that the vignettes name; the same day and an earlier one are day 0."""
    assert working_days_between(date.fromisoformat(start), date.fromisoformat(end), england()) == days


@given(start=DAYS, days=strategies.integers(0, 60))
def test_the_two_agree(start: date, days: int) -> None:
    """The last day of a limit is that many working days away, and the working day after it is one more."""
    last = latest_day(start, days, england())
    assert working_days_between(start, last, england()) == days
    assert working_days_between(start, latest_day(last, 1, england()), england()) == days + 1
    assert last >= start + timedelta(days=days)


def test_the_profile_names_bank_holidays_as_days() -> None:
    """Both years are there, and none of the days falls on a weekend."""
    days = bank_holidays(england())
    assert {day.year for day in days} == set(range(2024, 2031))
    assert all(day.weekday() < 5 for day in days)
    assert bank_holidays({}) == frozenset()


def test_a_limit_is_found_by_name() -> None:
    """Limits of guidance and defaults of the product are named; an unknown one falls back."""
    assert limit(england(), "assessment", 1) == 45
    assert limit(england(), "not_safe_recheck", 1) == 20
    assert limit({"defaults": {"not_safe_recheck": {"days": 5}}}, "not_safe_recheck", 20) == 5
    assert limit(england(), "no_such_limit", 7) == 7
    assert limit({}, "assessment", 45) == 45


@pytest.mark.parametrize("name", ["not_safe_recheck", "safety_plan_review"])
def test_the_rules_name_limits_that_the_profile_has(name: str) -> None:
    """A renamed limit would silently turn into the fallback."""
    assert name in england()["defaults"]
