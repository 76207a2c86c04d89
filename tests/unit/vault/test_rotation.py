"""Which backups stay: a pure function of moments and a day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hsb_assess.vault.rotation import DAILY, MONTHLY, WEEKLY, kept

DAY = date(2026, 11, 27)
moments = st.lists(
    st.integers(0, 1061 * 24 * 60 - 1).map(
        lambda minutes: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    ),
    max_size=120,
)


def at(day: date, hour: int = 12) -> datetime:
    """Return a moment of ``day``."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


@given(moments)
def test_the_newest_stays_and_so_does_all_of_the_last_two_days(made: list[datetime]) -> None:
    """Whatever else there is; and what stays was there."""
    stay = kept(made, DAY)
    assert stay <= set(made)
    assert stay >= {moment for moment in made if moment.date() >= DAY - timedelta(days=1)}
    if made:
        assert max(made) in stay


@given(moments)
def test_older_ones_are_as_many_as_they_may_be(made: list[datetime]) -> None:
    """Twelve days, ten weeks, nine months, one backup each; thinning again changes nothing."""
    stay = kept(made, DAY)
    older = [moment for moment in stay if moment.date() < DAY - timedelta(days=1)]
    assert len(older) <= DAILY + WEEKLY + MONTHLY
    assert len({moment.date() for moment in older}) == len(older)
    assert kept(stay, DAY) == stay


@given(moments, moments)
def test_another_backup_brings_none_back(made: list[datetime], later: list[datetime]) -> None:
    """What one thinning threw away, no later one would have kept."""
    newest = max(made, default=at(DAY))
    after = [newest + timedelta(days=(moment.date() - date(2024, 1, 1)).days) for moment in later]
    today = max([newest, *after]).date()
    assert kept([*kept(made, newest.date()), *after], today) >= kept([*made, *after], today) & set(after)


def test_thinned_every_day_for_two_years_it_reaches_back_most_of_a_year() -> None:
    """With one backup a day: about a month of days and weeks, then months, and never a gap of more than one month."""
    there: frozenset[datetime] = frozenset()
    first = DAY - timedelta(days=730)
    for number in range(731):
        today = first + timedelta(days=number)
        there = kept([*there, at(today)], today)
    stay = sorted(there, reverse=True)
    assert len(stay) == 2 + DAILY + WEEKLY + MONTHLY
    ages = [(DAY - moment.date()).days for moment in stay]
    assert ages[: 2 + DAILY] == list(range(2 + DAILY))
    gaps = [later - sooner for sooner, later in pairwise(ages)]
    assert max(gaps[: 2 + DAILY + WEEKLY - 1]) <= 7
    assert max(gaps) <= 62
    assert ages[-1] >= 300


def test_several_a_day_keep_their_days_newest() -> None:
    """Of a day that is past, the last backup stays."""
    day = DAY - timedelta(days=5)
    assert kept([at(day, 9), at(day, 12), at(day, 17)], DAY) == {at(day, 17)}
