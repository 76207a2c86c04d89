"""The dated guidance of each nation: its limits, its bank holidays by the rules that set them, and what is marked unverified."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from hsb_assess.instrument.guidance import ProfileSheet

PROFILES = Path(__file__).parents[3] / "forms" / "profiles"
LISTS = PROFILES.parent / "lists"
NATIONS: Final = ("england", "northern_ireland", "scotland", "wales")
YEARS: Final = range(2024, 2031)
ONCE: Final = {"scotland": {date(2026, 6, 15)}}
"""Days that were proclaimed for one year alone."""
FRIDAY: Final = 4

MOVABLE: Final = {
    "Good Friday": set(NATIONS),
    "Easter Monday": set(NATIONS) - {"scotland"},
    "Early May bank holiday": set(NATIONS),
    "Spring bank holiday": set(NATIONS),
    "Summer bank holiday": set(NATIONS),
}
FIXED: Final = {
    (1, 1): set(NATIONS),
    (1, 2): {"scotland"},
    (3, 17): {"northern_ireland"},
    (7, 12): {"northern_ireland"},
    (11, 30): {"scotland"},
    (12, 25): set(NATIONS),
    (12, 26): set(NATIONS),
}


def _profile(nation: str) -> Any:  # noqa: ANN401  # a data file has whatever shape the test goes on to check
    return yaml.safe_load((PROFILES / f"{nation}.yaml").read_text("utf-8"))


def _easter(year: int) -> date:
    """Easter by Gauss's rule with Lichtenberg's mending, which the profiles were not made with."""
    century = year // 100
    moon = 15 + (3 * century + 3) // 4 - (8 * century + 13) // 25
    sun = 2 - (3 * century + 3) // 4
    golden = year % 19
    day = (19 * golden + moon) % 30
    late = (day + golden // 11) // 29
    full = 21 + day - late
    sunday = 7 - (year + year // 4 + sun) % 7
    return date(year, 3, 1) + timedelta(days=full + 7 - (full - sunday) % 7 - 1)


def _monday(year: int, month: int, *, last: bool) -> date:
    days = [date(year, month, day) for day in range(1, 32 if month in {5, 8} else 31)]
    mondays = [day for day in days if day.weekday() == 0]
    return mondays[-1 if last else 0]


def _movable(nation: str, year: int) -> set[date]:
    easter = _easter(year)
    days = {
        "Good Friday": easter - timedelta(days=2),
        "Easter Monday": easter + timedelta(days=1),
        "Early May bank holiday": _monday(year, 5, last=False),
        "Spring bank holiday": _monday(year, 5, last=True),
        "Summer bank holiday": _monday(year, 8, last=nation != "scotland"),
    }
    return {day for name, day in days.items() if nation in MOVABLE[name]}


def _fixed(nation: str, year: int) -> set[date]:
    """Fixed days; one at a weekend is given back on the next working day that is not taken."""
    days = [date(year, *when) for when in sorted(FIXED) if nation in FIXED[when]]
    found = {day for day in days if day.weekday() <= FRIDAY}
    for day in (day for day in days if day.weekday() > FRIDAY):
        given = day
        while given.weekday() > FRIDAY or given in found:
            given += timedelta(days=1)
        found.add(given)
    return found


def test_easter_as_it_was_and_will_be() -> None:
    """The oracle of these tests knows days that were kept."""
    assert [_easter(year) for year in (2000, 2008, 2019, 2024, 2025, 2026)] == [
        date(2000, 4, 23), date(2008, 3, 23), date(2019, 4, 21), date(2024, 3, 31), date(2025, 4, 20), date(2026, 4, 5),
    ]  # fmt: skip


@pytest.mark.parametrize("nation", NATIONS)
def test_bank_holidays_are_those_of_the_rules(nation: str) -> None:
    """Every year from 2024 to 2030, substitute days and days of one year alone included, each once and in order."""
    listed = [date.fromisoformat(each["date"]) for each in _profile(nation)["bank_holidays"]]
    expected = {day for year in YEARS for day in _movable(nation, year) | _fixed(nation, year)}
    assert set(listed) == expected | ONCE.get(nation, set())
    assert listed == sorted(set(listed))
    assert all(day.weekday() <= FRIDAY for day in listed)


@pytest.mark.parametrize(
    ("nation", "day", "name"),
    [
        ("england", "2026-12-28", "Boxing Day (substitute day)"),
        ("england", "2027-12-27", "Christmas Day (substitute day)"),
        ("scotland", "2027-01-04", "2 January (substitute day)"),
        ("scotland", "2028-01-04", "2 January (substitute day)"),
        ("scotland", "2024-12-02", "St Andrew's Day (substitute day)"),
        ("scotland", "2026-08-03", "Summer bank holiday"),
        ("scotland", "2026-06-15", "World Cup bank holiday (this year only)"),
        ("northern_ireland", "2024-03-18", "St Patrick's Day (substitute day)"),
        ("northern_ireland", "2026-07-13", "Battle of the Boyne (substitute day)"),
        ("northern_ireland", "2030-07-12", "Battle of the Boyne"),
    ],
)
def test_a_bank_holiday_has_its_name(nation: str, day: str, name: str) -> None:
    """Substitute days say so."""
    assert {each["date"]: each["name"]["en"] for each in _profile(nation)["bank_holidays"]}[day] == name


@pytest.mark.parametrize("nation", NATIONS)
def test_worked_out_years_are_marked(nation: str) -> None:
    """What was published and what the rules only foretell are told apart."""
    profile = _profile(nation)
    assert profile["bank_holidays_projected_from"] == "2028-01-01"
    assert profile["bank_holidays_until"] == "2030-12-31"


@pytest.mark.parametrize(
    ("nation", "limits"),
    [
        ("england", {"first_decision": (1, "working"), "assessment": (45, "working"), "conference": (15, "working")}),
        ("wales", {"first_decision": (1, "working"), "assessment": (42, "working"), "conference": (15, "working")}),
        ("scotland", {"conference": (28, "calendar")}),
        ("northern_ireland", {}),
    ],
)
def test_limits_are_those_of_the_guidance(nation: str, limits: dict[str, tuple[int, str]]) -> None:
    """Where a nation has no figure there is none, and the profile says why; nothing is borrowed from another nation."""
    profile = _profile(nation)
    given = {name: (each["days"], each["counted"]) for name, each in profile["limits"].items() if "days" in each}
    assert given == limits
    for name, each in profile["limits"].items():
        assert name in limits or each["note"]["en"].endswith("."), name


@pytest.mark.parametrize("nation", NATIONS)
def test_defaults_of_the_product_are_the_same_everywhere(nation: str) -> None:
    """Ten and twenty working days, each named with the rule that watches it."""
    days = {name: (each["rule"], each["days"], each["basis"]) for name, each in _profile(nation)["defaults"].items()}
    assert days == {
        "not_safe_recheck": ("R03", 20, "product_default"),
        "challenge_answer": ("R15", 10, "product_default"),
        "support_offer": ("R22", 10, "product_default"),
        "support_start": ("R22", 20, "product_default"),
        "seen_with_enquiry": ("R27", 10, "product_default"),
        "seen_otherwise": ("R27", 20, "product_default"),
        "safety_plan_review": ("R58", 20, "product_default"),
        "interim_signature": ("R63", 20, "product_default"),
        "order_watch": ("R68", 20, "product_default"),
    }


def test_nations_differ_where_the_law_does() -> None:
    """The age of criminal responsibility, and the words for plan, lead and meeting."""
    ages = {nation: _profile(nation)["criminal_responsibility"]["age"] for nation in NATIONS}
    assert ages == {"england": 10, "northern_ireland": 10, "scotland": 12, "wales": 10}
    assert _profile("wales")["terms"]["education_plan_short"]["en"] == "IDP"
    assert _profile("wales")["terms"]["safeguarding_lead_short"]["en"] == "DSP"
    assert _profile("scotland")["terms"]["prosecutor"]["en"] == "procurator fiscal"
    assert _profile("scotland")["terms"]["reporter"]["en"] == "Children's Reporter"


@pytest.mark.parametrize("nation", NATIONS)
def test_every_profile_has_the_same_parts(nation: str) -> None:
    """Terms, names and retention classes that England has, every nation has; what a practitioner checks is not marked done."""
    profile, england = _profile(nation), _profile("england")
    sheet = ProfileSheet.model_validate(profile)
    assert set(england["terms"]) <= set(profile["terms"])
    assert set(england["names"]) == set(profile["names"])
    assert [each["id"] for each in profile["retention"]] == [each["id"] for each in england["retention"]]
    marks = [*profile["limits"].values(), *profile["defaults"].values(), *profile["guidance"], *profile["retention"]]
    assert not any(each["verified"] for each in marks)
    sources = {each["id"] for each in profile["guidance"]}
    assert {each["source"] for each in profile["limits"].values() if "source" in each} <= sources
    assert sheet.nation == sheet.id == nation


def test_each_nation_of_the_form_has_a_profile() -> None:
    """The jurisdictions that the form offers and the profiles are the same."""
    codes = yaml.safe_load((LISTS / "jurisdictions.yaml").read_text("utf-8"))["codes"]
    assert sorted(each["code"] for each in codes) == sorted(path.stem for path in PROFILES.glob("*.yaml"))
