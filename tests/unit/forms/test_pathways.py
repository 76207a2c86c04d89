"""What each pathway of practice opens in the form: by age at each incident and now, by nation, by home and status."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hsb_assess.domain.answer import Absence, absent, answered
from hsb_assess.instrument.engine import Engine
from hsb_assess.instrument.loading import load_yaml

if TYPE_CHECKING:
    from hsb_assess.domain.answer import Answer
    from hsb_assess.instrument.schema import Definition

FORMS = Path(__file__).parents[3] / "forms"
TODAY = date(2026, 6, 8)


@cache
def _definition() -> Definition:
    return load_yaml(FORMS / "holistic")


def _engine(born: str | None = None, *incidents: tuple[str, str], children: int = 0, **said: Any) -> Engine:  # noqa: ANN401  # whatever a question takes
    """Return the form at work: incidents by day and nation (empty: the nation of the case), answers by ``M00_name``."""
    answers: dict[str, Answer] = {}
    if born is not None:
        answers["M00.dob"] = answered({"date": born})
    for number, (day, nation) in enumerate(incidents):
        answers[f"M03.incidents[i{number}].when"] = answered({"date": day})
        if nation:
            answers[f"M03.incidents[i{number}].jurisdiction"] = answered(nation)
    answers.update({path.replace("_", ".", 1): answered(value) for path, value in said.items()})
    rows = {
        "M03.incidents": [f"i{number}" for number in range(len(incidents))],
        "M11.children": [f"c{number}" for number in range(children)],
    }
    return Engine(_definition(), answers, rows, TODAY)


@pytest.mark.parametrize(
    ("born", "day", "nation", "criminal", "young", "adolescent"),
    [
        ("2017-01-20", "2026-05-01", "england", False, True, False),
        ("2015-06-15", "2025-06-14", "wales", False, True, False),  # the day before ten
        ("2015-06-15", "2025-06-15", "wales", True, True, False),  # ten
        ("2014-01-01", "2025-06-15", "northern_ireland", True, True, False),  # eleven
        ("2014-01-01", "2025-06-15", "scotland", False, True, False),  # eleven in Scotland
        ("2013-06-15", "2025-06-15", "scotland", True, False, True),  # twelve in Scotland
        ("2010-01-01", "2025-06-15", "england", True, False, True),
    ],
)
def test_an_incident_opens_what_its_age_and_nation_call_for(  # one column of the table each
    born: str, day: str, nation: str, criminal: bool, young: bool, adolescent: bool
) -> None:
    """Criminal process from the nation's age on, the set for under twelve, the set for adolescents."""
    engine = _engine(born, (day, nation))
    assert engine.visible("M16") is criminal
    assert engine.visible("M03.incidents[i0].under_ten") is not criminal
    assert engine.visible("M20.under_twelve") is young
    assert engine.visible("M21.adolescent") is adolescent
    assert engine.visible("M05.investigation"), "what is asked about others stays"
    assert engine.visible("M05.harm.sexual"), "and so does harm to this child"


def test_incidents_on_both_sides_of_the_birthday_keep_their_own_law() -> None:
    """The earlier one is not an offence; the later one opens the page on criminal process."""
    engine = _engine("2015-06-15", ("2025-05-01", ""), ("2025-09-01", ""))
    assert engine.visible("M03.incidents[i0].under_ten")
    assert not engine.visible("M03.incidents[i1].under_ten")
    assert engine.visible("M16")


def test_each_further_incident_of_a_pattern_keeps_its_own_law() -> None:
    """A pattern that began at nine and went on at ten: the later day opens the page on criminal process, in its nation."""
    born, first = answered({"date": "2015-06-15"}), answered({"date": "2025-05-01"})
    said = {"M00.dob": born, "M03.incidents[a].when": first}
    rows = {"M03.incidents": ("a", "b"), "M03.incidents[a].times": ("later",)}
    again = "M03.incidents[a].times[later]"
    engine = Engine(_definition(), {**said, "M03.incidents[b].when": answered({"date": "2025-07-01"})}, rows, TODAY)
    assert engine.visible("M16"), "the other pattern alone opens it"
    assert not engine.visible("M03.incidents[b].under_ten")
    engine.set_answer("M03.incidents[b].when", answered({"date": "2025-05-02"}))
    assert not engine.visible("M16")
    engine.set_answer(f"{again}.when", answered({"date": "2025-07-01"}))
    assert engine.visible("M16")
    assert engine.visible("M03.incidents[a].under_ten"), "the first day of this pattern stays what it was"
    engine.set_answer(f"{again}.jurisdiction", answered("scotland"))
    assert not engine.visible("M16"), "twelve there"
    engine.set_answer("M03.incidents[a].jurisdiction", answered("scotland"))
    engine.set_answer(f"{again}.jurisdiction", None)
    assert not engine.visible("M16"), "a day without a nation of its own has that of its pattern"
    engine.set_answer(f"{again}.when", absent(Absence.UNKNOWN))
    engine.set_answer("M03.incidents[a].jurisdiction", None)
    assert engine.visible("M16"), "a day that nobody could tell may be any day up to now"


def test_the_nation_of_the_incident_goes_before_that_of_the_case() -> None:
    """An eleven-year-old of a Scottish case, by an incident in England, and the other way round."""
    assert _engine("2014-06-15", ("2025-12-01", "england"), M00_jurisdiction="scotland").visible("M16")
    assert not _engine("2014-06-15", ("2025-12-01", "scotland"), M00_jurisdiction="england").visible("M16")


@pytest.mark.parametrize(("born", "handover", "grown"), [
    ("2008-12-09", False, False),  # seventeen and a half tomorrow
    ("2008-12-08", True, False),
    ("2008-06-09", True, False),  # eighteen tomorrow
    ("2008-06-08", True, True),
])  # fmt: skip
def test_the_age_now_calls_for_a_handover_and_closes_new_cases(born: str, handover: bool, grown: bool) -> None:
    """From seventeen and a half somebody owns the handover; from eighteen the page says whom new cases are for."""
    engine = _engine(born)
    assert engine.mandatory("M21.transition_owner") is handover
    assert engine.visible("M00.adult_now") is grown


@pytest.mark.parametrize(
    "said",
    [
        {"M01_shares_home": {"state": "yes"}},
        {"M01_shares_home": {"state": "suspected"}},
        {"M11_children[c0].sleeps_same_home": "weekends"},
        {"M11_children[c0].relation": "half_sibling"},
    ],
)
def test_siblings_and_shared_homes_need_the_grid_and_a_plan_for_the_home(said: dict[str, Any]) -> None:
    """Whoever may share a home with this child, weekends included, and every brother or sister."""
    engine = _engine(None, children=1, **said)
    assert engine.mandatory("M11.pairs")
    assert engine.mandatory("M20.settings")


def test_without_siblings_or_a_shared_home_neither_is_demanded() -> None:
    """A child in another home is on the register; nothing is presumed of their nights."""
    engine = _engine(
        None, children=1, **{"M11_children[c0].sleeps_same_home": "no", "M11_children[c0].relation": "cousin"}
    )
    assert not engine.mandatory("M11.pairs")
    assert not engine.mandatory("M20.settings")


@pytest.mark.parametrize(("status", "expected"), [("looked_after", True), ("child_in_need", False)])
def test_a_looked_after_child_has_an_officer_a_health_team_and_a_plan_that_is_shared(
    status: str, *, expected: bool
) -> None:
    """The reviewing officer is mandatory, the looked-after health team is asked, the plan's parts are shared."""
    engine = _engine(None, M00_legal_status=[status])
    assert engine.mandatory("M00.iro") is expected
    assert engine.visible("M07.looked_after") is expected
    assert engine.visible("M21.looked_after") is expected


DAYS = st.dates(date(2005, 1, 1), date(2026, 6, 1)).map(date.isoformat)
NATIONS = st.sampled_from(["england", "wales", "scotland", "northern_ireland", ""])
ADDRESSES = ("M16", "M20.under_twelve", "M21.adolescent", "M21.transition_owner", "M00.adult_now")


@settings(deadline=None, max_examples=40)
@given(first=DAYS, then=DAYS, incidents=st.lists(st.tuples(DAYS, NATIONS), max_size=3))
def test_a_corrected_date_of_birth_leaves_nothing_of_the_one_before(
    first: str, then: str, incidents: list[tuple[str, str]]
) -> None:
    """After the change everything stands as if the birthday had been right from the start; what was answered is kept."""
    engine = _engine(first, *incidents, M16_status="reported")
    engine.set_answer("M00.dob", answered({"date": then}))
    fresh = _engine(then, *incidents, M16_status="reported")
    assert [engine.visible(each) for each in ADDRESSES] == [fresh.visible(each) for each in ADDRESSES]
    assert engine.dormant() == fresh.dormant()
    assert ("M16.status" in engine.dormant()) is not engine.visible("M16")
    assert engine.mandatory_open() == fresh.mandatory_open()
