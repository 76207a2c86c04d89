"""Dates as people type them."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.fuzzydate import FuzzyDate
from ui.form.dates import date_text, moment_text, read_date, read_moment
from ui.language import install

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

TODAY = date(2026, 4, 20)
NOW = datetime(2026, 4, 20, 14, 5, 30, tzinfo=ZoneInfo("Europe/London"))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("14 Apr 2026", {"date": "2026-04-14"}),
        ("14th april 2026", {"date": "2026-04-14"}),
        ("14/4/2026", {"date": "2026-04-14"}),
        ("03/02/2012", {"date": "2012-02-03"}),
        ("14.04.2026", {"date": "2026-04-14"}),
        ("2026-04-14", {"date": "2026-04-14"}),
        ("April 2026", {"date": "2026-04"}),
        ("4/2026", {"date": "2026-04"}),
        ("2026", {"date": "2026"}),
        ("about 2019", {"date": "2019", "about": True}),
        ("c. May 2020", {"date": "2020-05", "about": True}),
        ("2019 to 2021", {"date": "2019", "end": "2021"}),
        ("about March 2020 – June 2020", {"date": "2020-03", "about": True, "end": "2020-06"}),
        ("today", {"date": "2026-04-20"}),
        ("yesterday", {"date": "2026-04-19"}),
        ("14 Ebr 2026", {"date": "2026-04-14"}),
        ("1af Mawrth 2026", {"date": "2026-03-01"}),
        ("tua Mai 2020", {"date": "2020-05", "about": True}),
        ("2019 hyd 2021", {"date": "2019", "end": "2021"}),
        ("ddoe", {"date": "2026-04-19"}),
    ],
)
def test_a_date_is_read_as_it_is_typed(typed: str, read: dict[str, object]) -> None:
    """Days, months, years, about and an end may all be typed in one line."""
    found = read_date(typed, TODAY)
    assert found is not None
    assert found.model_dump(exclude_defaults=True) == read


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("soon", "date_shape"),
        ("03/02/12", "date_year"),
        ("3 Feb 12", "date_year"),
        ("14 Apr", "date_shape"),
        ("14 Ju 2026", "date_shape"),
        ("14 Me 2026", "date_shape"),  # Medi or Mehefin
        ("31 Feb 2026", "date_calendar"),
        ("13/2026", "date_calendar"),
        ("2021 to 2019", "date_order"),
    ],
)
def test_what_is_no_date_says_why(typed: str, code: str) -> None:
    """Each refusal has a code, and a sentence that says how to write it."""
    with pytest.raises(HsbAssessError) as refused:
        read_date(typed, TODAY)
    assert refused.value.code == code
    assert refused.value.mend


def test_an_empty_line_is_no_date() -> None:
    """Nothing typed is nothing said."""
    assert read_date("  ", TODAY) is None
    assert read_moment("", TODAY, NOW) is None


@given(
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.sampled_from([4, 7, 10]),
    st.booleans(),
    st.one_of(st.none(), st.integers(0, 4000)),
)
def test_what_is_written_out_is_read_back(day: date, length: int, about: bool, later: int | None) -> None:
    """The text of any fuzzy date is read as the same date."""
    start = day.isoformat()[:length]
    end = None if later is None else date.fromordinal(day.toordinal() + later).isoformat()
    when = FuzzyDate(date=start, about=about, end=end)
    assert read_date(date_text(when), TODAY) == when


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Apr 2026", "moment_shape"),
        ("2026", "moment_shape"),
        ("03.02.12", "date_year"),
        ("31 Feb 2026", "date_calendar"),
    ],
)
def test_a_moment_needs_a_day(typed: str, code: str) -> None:
    """A month or a year is no day, and a year has four figures."""
    with pytest.raises(HsbAssessError) as refused:
        read_moment(typed, TODAY, NOW)
    assert refused.value.code == code


def test_a_moment_may_be_a_day_alone() -> None:
    """The time of day is added where it is known; a clock of twelve hours is understood."""
    assert read_moment("14 Apr 2026", TODAY, NOW) == "2026-04-14"
    assert moment_text("2026-04-14") == "14 Apr 2026"
    assert read_moment("14 Apr 2026 15:30", TODAY, NOW) == "2026-04-14T15:30:00+01:00"
    assert read_moment("today at 3.30 pm", TODAY, NOW) == "2026-04-20T15:30:00+01:00"
    assert read_moment("now", TODAY, NOW) == "2026-04-20T14:05:00+01:00"
    assert moment_text("2026-04-14T15:30:00+01:00") == "14 Apr 2026 15:30"
    with pytest.raises(HsbAssessError) as refused:
        read_moment("14 Apr 2026 25:30", TODAY, NOW)
    assert refused.value.code == "moment_calendar"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ({"date": "2026-04-14"}, "14 Ebr 2026"),
        ({"date": "2020-05", "about": True, "end": "2021"}, "tua Mai 2020 hyd 2021"),
    ],
)
def test_a_date_is_written_in_welsh_and_read_again(qapp: QApplication, value: dict[str, object], written: str) -> None:
    """Where the screen is Welsh so is a date on it, and what stands there may be typed."""
    del qapp
    install("cy")
    try:
        when = FuzzyDate.model_validate(value)
        assert date_text(when) == written
        assert read_date(written, TODAY) == when
    finally:
        install("en")
