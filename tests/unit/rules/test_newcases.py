"""Whom a new case may be about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hsb_assess.domain.answer import Absence, absent
from hsb_assess.rules.newcases import closed_to
from tests.unit.rules.making import NONE_FOUND, SUSPECTED, Given, given, on, reading

TODAY = date(2026, 6, 8)
AREA = {"new_cases": {"send_until": 25}}


@pytest.mark.parametrize(
    ("held", "closed"),
    [
        (given({"M00.dob": on("2008-06-09")}), False),  # eighteen tomorrow
        (given({"M00.dob": on("2008-06-08")}), True),
        (given({"M00.dob": on("2008")}), False),  # may still be seventeen
        (given({"M00.dob": on("2008-05", about=True)}), False),
        (given({"M00.dob": on("2007-06-09"), "M00.dob_estimated": "yes"}), False),
        (given({"M00.dob": on("2007-06-08"), "M00.dob_estimated": "yes"}), True),
        (given({"M00.dob": absent(Absence.UNKNOWN)}), False),
        (given(), False),
    ],
)
def test_a_new_case_is_closed_where_somebody_has_certainly_come_of_age(held: Given, closed: bool) -> None:
    """Doubt about a birthday keeps the door open."""
    assert closed_to(reading(held, TODAY)) is closed


@pytest.mark.parametrize(
    ("answers", "closed"),
    [
        ({"M08.sen": "plan_in_place"}, False),
        ({"M08.sen": "none_known"}, True),
        ({"M06.autism": SUSPECTED}, False),
        ({"M06.autism": NONE_FOUND}, True),
        ({"M00.dob": on("2001-06-08"), "M06.autism": SUSPECTED}, False),  # twenty-five
        ({"M00.dob": on("2000-06-08"), "M06.autism": SUSPECTED}, True),
    ],
)
def test_an_area_may_provide_for_young_people_with_special_needs(answers: dict[str, object], closed: bool) -> None:
    """Only where the guidance profile says so, and to twenty-five at most."""
    record = reading(given({"M00.dob": on("2006-01-01"), **answers}), TODAY)
    assert closed_to(record) is True
    assert closed_to(replace(record, profile={**record.profile, **AREA})) is closed
    assert closed_to(replace(record, profile={"new_cases": {"send_until": True}})) is True


def test_what_the_first_day_hides_counts_as_it_stands() -> None:
    """A need that was recorded before is not unsaid by a small tier."""
    held = given({"M00.dob": on("2006-01-01"), "M06.autism": SUSPECTED, "M00.tier": "first_day"})
    record = reading(held, TODAY)
    assert not closed_to(replace(record, profile=AREA))
