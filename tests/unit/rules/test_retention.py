"""How long a file is kept: which day comes out, and what it cannot be worked out without."""

from __future__ import annotations

from datetime import date

import pytest

from hsb_assess.domain.fuzzydate import FuzzyDate
from hsb_assess.instrument.catalogue import Catalogue
from hsb_assess.rules.retention import Lacking, Period, periods, review_of

LOOKED_AFTER = Period("looked_after", "Looked after", "", False, until_birthday=75, after_death=15, died_under=18)
SCHEDULE = Period("protection", "Protection", "", False)
CLOSING = Period("local", "Local", "", False, after_closing=35)
BOTH = Period("both", "Both", "", False, until_birthday=25, after_closing=10)
SHORT = Period("shortest", "Ordinary", "", False, after_closing=1)

BORN, ROUGH, LEAP = FuzzyDate(date="2012-03-04"), FuzzyDate(date="2012", about=True), FuzzyDate(date="2012-02-29")
CLOSED = date(2026, 6, 8)


@pytest.mark.parametrize(
    ("classes", "born", "died", "closed", "day", "lacking"),
    [
        ([LOOKED_AFTER], BORN, None, None, date(2087, 3, 4), ()),
        ([LOOKED_AFTER], ROUGH, None, None, date(2087, 12, 31), ()),
        ([LOOKED_AFTER], LEAP, None, None, date(2087, 3, 1), ()),
        ([LOOKED_AFTER], None, None, CLOSED, None, (Lacking.BIRTH,)),
        ([LOOKED_AFTER], BORN, date(2026, 5, 1), CLOSED, date(2041, 5, 1), ()),
        ([LOOKED_AFTER], BORN, date(2030, 3, 3), CLOSED, date(2045, 3, 3), ()),
        ([LOOKED_AFTER], BORN, date(2030, 3, 4), CLOSED, date(2087, 3, 4), ()),
        ([CLOSING], None, None, CLOSED, date(2061, 6, 8), ()),
        ([CLOSING], BORN, None, None, None, (Lacking.CLOSING,)),
        ([BOTH], BORN, None, CLOSED, date(2037, 3, 4), ()),
        ([BOTH], BORN, None, date(2030, 1, 1), date(2040, 1, 1), ()),
        ([SHORT, CLOSING], BORN, None, CLOSED, date(2061, 6, 8), ()),
        ([LOOKED_AFTER, CLOSING, SHORT], BORN, None, CLOSED, date(2087, 3, 4), ()),
        ([SHORT, SCHEDULE], BORN, None, CLOSED, None, (Lacking.SCHEDULE,)),
        ([SCHEDULE, LOOKED_AFTER], None, None, CLOSED, None, (Lacking.SCHEDULE, Lacking.BIRTH)),
        ([], BORN, None, CLOSED, None, (Lacking.NO_CLASS,)),
    ],
)
def test_the_longest_class_wins_and_one_unknown_day_leaves_it_open(
    classes: list[Period],
    born: FuzzyDate | None,
    died: date | None,
    closed: date | None,
    day: date | None,
    lacking: tuple[Lacking, ...],
) -> None:
    """Birthdays, deaths, closings, rough and leap dates; of a rough date of birth the latest day counts."""
    found = review_of(classes, born=born, died=died, closed=closed)
    assert (found.day, found.lacking) == (day, lacking)
    assert found.is_due(date(2200, 1, 1)) is (day is not None)
    if day is not None:
        assert not found.is_due(date(day.year - 1, 1, 1))
        assert found.is_due(day)


def test_a_known_day_is_told_even_while_another_is_not() -> None:
    """Before it there is nothing to look at, whatever the local schedule says."""
    found = review_of([SCHEDULE, LOOKED_AFTER], born=BORN, closed=CLOSED)
    assert (found.day, found.known) == (None, date(2087, 3, 4))
    assert [(line.period.id, line.lacking) for line in found.lines] == [
        ("protection", Lacking.SCHEDULE),
        ("looked_after", None),
    ]


def test_the_guidance_claims_no_period_that_it_does_not_know() -> None:
    """England's rule about looked-after files is in figures; every other class leaves it to the local schedule."""
    for nation in Catalogue.shipped().profiles():
        found = {each.id: each for each in periods(Catalogue.shipped().profile(nation).content)}
        assert list(found) == ["looked_after", "protection", "shortest", "local"]
        with_figures = {name for name, each in found.items() if each.has_figures}
        assert with_figures == ({"looked_after"} if nation == "england" else set())
        assert not any(each.verified for each in found.values())
        for name in found.keys() - with_figures:
            assert "local schedule" in found[name].rule or "verified" in found[name].rule
