"""Derived facts: rough dates count with their whole span, and nothing is presumed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from hsb_assess.domain.answer import Absence, Answer, absent, answered
from hsb_assess.domain.fuzzydate import FuzzyDate
from hsb_assess.instrument.condition import Pathway
from hsb_assess.instrument.pathway import ages, established, responsibility_age

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic import JsonValue

TODAY = date(2026, 11, 22)


class Record:
    """Answers by address and row, as a condition on a page sees them."""

    def __init__(self, said: Mapping[str, Mapping[str, Answer] | Answer]) -> None:
        self.said = said

    def readings(self, address: str) -> Sequence[tuple[tuple[str, ...], Answer]]:
        """Return what was said at an address."""
        found = self.said.get(address, {})
        if isinstance(found, Answer):
            return [((), found)]
        return [((row,), answer) for row, answer in found.items()]


def day(text: str, *, about: bool = False, end: str | None = None) -> Answer:
    """Return a date answer."""
    value: dict[str, JsonValue] = {"date": text, "about": about}
    return answered(value if end is None else {**value, "end": end})


def facts(born: Answer | None, *incidents: Answer, **nations: str) -> set[str]:
    """Return which age facts are established for these dates; ``home`` and ``i0`` … name nations."""
    said: dict[str, Mapping[str, Answer] | Answer] = {
        "M03.incidents.when": {f"i{number}": when for number, when in enumerate(incidents)},
        "M03.incidents.jurisdiction": {row: answered(nation) for row, nation in nations.items() if row != "home"},
    }
    if born is not None:
        said["M00.dob"] = born
    if "home" in nations:
        said["M00.jurisdiction"] = answered(nations["home"])
    return {fact.value for fact in Pathway if established(fact, Record(said), TODAY)}


UNDER, TEN, GROWN = "under_ten_at_incident", "ten_eleven_at_incident", "transition_age"
TEENS, LAW, ADULT = "adolescent_at_incident", "responsible_at_incident", "adult_now"


@pytest.mark.parametrize(
    ("born", "incident", "expected"),
    [
        (day("2015-06-15"), day("2025-06-14"), {UNDER}),  # the day before the birthday
        (day("2015-06-15"), day("2025-06-15"), {TEN, LAW}),  # the birthday itself
        (day("2015-06-15"), day("2027-06-14"), {TEN, LAW}),
        (day("2013-06-15"), day("2025-06-14"), {TEN, LAW}),  # the day before twelve
        (day("2013-06-15"), day("2025-06-15"), {TEENS, LAW}),
        (day("2015-06-15"), day("2025-06"), {UNDER, TEN, LAW}),  # the month straddles the birthday
        (day("2015"), day("2025"), {UNDER, TEN, LAW}),
        (day("2014"), day("2025"), {TEN, LAW}),  # ten or eleven, whatever the days
        (day("2013"), day("2025"), {TEN, TEENS, LAW}),  # eleven or twelve
        (day("2015-06-15"), day("2025-06-20", about=True), {UNDER, TEN, LAW}),  # a week each way
        (day("2015-06-15"), day("2024", end="2026"), {UNDER, TEN, LAW}),
        (day("2016-02-29"), day("2026-02-28"), {UNDER}),  # ten on 1 March in a year without the day
        (day("2016-02-29"), day("2026-03-01"), {TEN, LAW}),
        (day("2015-06-15"), day("2010"), {UNDER}),
        (day("2009-05-22"), day("2026-01-01"), {TEENS, LAW, GROWN}),
        (day("2009-05-23"), day("2026-01-01"), {TEENS, LAW}),
        (day("2009"), day("2026-01-01"), {TEENS, LAW, GROWN}),  # may be seventeen and a half
        (day("2008-11-22"), day("2026-11-21"), {TEENS, LAW, GROWN, ADULT}),  # eighteen today, seventeen yesterday
        (day("2008-11-22"), day("2026-11-22"), {LAW, GROWN, ADULT}),
        (day("2008-11-23"), day("2026-01-01"), {TEENS, LAW, GROWN}),  # eighteen tomorrow
    ],
)
def test_ages_at_an_incident_and_now(born: Answer, incident: Answer, expected: set[str]) -> None:
    """A fact about an age holds where the child may have had it."""
    assert facts(born, incident) == expected


def test_an_estimated_birthday_counts_a_year_each_way() -> None:
    """Where no document shows the day, both sides of it stay open."""
    said: dict[str, Mapping[str, Answer] | Answer] = {
        "M00.dob": day("2015-01-01"),
        "M03.incidents.when": {"a": day("2025-06-01")},
    }
    under = Pathway.UNDER_TEN_AT_INCIDENT
    assert not established(under, Record(said), TODAY)
    assert established(under, Record({**said, "M00.dob_estimated": answered("yes")}), TODAY)
    assert not established(under, Record({**said, "M00.dob_estimated": answered("no")}), TODAY)


def test_each_incident_has_its_own_age_and_nation() -> None:
    """In Scotland the age of responsibility is twelve; the incident's nation goes before the assessment's."""
    born = day("2014-06-15")
    eleven = day("2025-12-01")
    assert facts(born, eleven) == {TEN, LAW}
    assert facts(born, eleven, home="scotland") == {UNDER}
    assert facts(born, eleven, home="scotland", i0="england") == {TEN, LAW}
    assert facts(born, eleven, home="england", i0="scotland") == {UNDER}
    assert facts(born, eleven, day("2023-12-01")) == {UNDER, TEN, LAW}
    assert facts(born, day("2026-07-01"), home="scotland") == {TEENS, LAW}, "twelve, and responsible there too"
    assert (responsibility_age("wales"), responsibility_age("scotland"), responsibility_age(None)) == (10, 12, 10)


def test_without_an_input_nothing_is_established() -> None:
    """No birthday, no dates, an absence or a value of another shape: the fact is not established."""
    assert facts(None, day("2025")) == set()
    assert facts(day("2016")) == set()
    assert facts(absent(Absence.UNKNOWN), day("2025")) == set()
    assert facts(day("2018"), absent(Absence.DECLINED)) == set()
    assert facts(answered("2016"), answered(["x"])) == set()


def test_an_incident_whose_day_nobody_could_tell_may_have_been_on_any_day_up_to_now() -> None:
    """The law's protections are open to a child who may have been responsible; a day not asked yet opens nothing."""
    assert facts(day("2016-01-01"), absent(Absence.UNKNOWN)) == {LAW}
    assert facts(day("2016-01-01"), absent(Absence.UNKNOWN), home="scotland") == set()
    assert facts(day("2016-01-01"), absent(Absence.UNKNOWN), home="scotland", i0="wales") == {LAW}
    assert facts(day("2017-01-01"), absent(Absence.UNKNOWN)) == set(), "not ten yet"
    assert facts(day("2016-01-01"), absent(Absence.NOT_ASKED)) == set()


def test_a_home_is_shared_with_a_child_who_sleeps_there_and_siblings_are_told_by_their_relation() -> None:
    """Weekends count, half and step siblings count, and no sleeping place is presumed."""
    for code, expected in {"yes": True, "weekends": True, "no": False, "not_known": False}.items():
        record = Record({"M11.children.sleeps_same_home": {"a": answered("no"), "b": answered(code)}})
        assert established(Pathway.SHARES_HOME, record, TODAY) is expected
    for code, expected in {"sibling": True, "half_sibling": True, "step_sibling": True, "cousin": False}.items():
        assert established(Pathway.SIBLING, Record({"M11.children.relation": {"a": answered(code)}}), TODAY) is expected
        assert (
            established(Pathway.SIBLING, Record({"M03.incidents.relation": {"i": answered(code)}}), TODAY) is expected
        )
    assert not established(Pathway.SIBLING, Record({}), TODAY)


def test_ages_that_rough_dates_allow() -> None:
    """The lowest and highest age are told; before birth is nought."""
    assert ages(FuzzyDate(date="2015"), FuzzyDate(date="2025")) == (9, 10)
    assert ages(FuzzyDate(date="2015", about=True), FuzzyDate(date="2025")) == (8, 11)
    assert ages(FuzzyDate(date="2015"), FuzzyDate(date="2010")) == (0, 0)
    assert ages(FuzzyDate(date="0001", about=True), FuzzyDate(date="9999", about=True))[1] >= 9998


def test_other_children_are_those_whom_the_incident_names() -> None:
    """An incident with an older child is not governed by a younger one elsewhere on the register."""
    register: dict[str, Mapping[str, Answer] | Answer] = {
        "M11.children.person": {"a": answered("p1"), "b": answered("p2")},
        "M11.children.age": {"a": answered(7), "b": answered(15)},
    }
    under = Pathway.OTHER_CHILD_UNDER_13

    def told(*named: str) -> bool:
        incidents = {row: answered(row) for row in named}
        return established(under, Record({**register, "M03.incidents.other_person": incidents}), TODAY)

    assert told("p1")
    assert not told("p2")
    assert told("p2", "p1")
    assert told(), "where nobody is named, every child on the register counts"
    assert not told("p3"), "nothing is presumed about somebody without an age"
    assert established(under, Record({"M11.children.dob": {"a": day("2013")}}), TODAY)
    assert not established(under, Record({"M11.children.age": {"a": answered("7")}}), TODAY)


def test_facts_from_choices_and_states() -> None:
    """Suspected and conflicting open the careful path; no sign found and absences do not."""
    for state, expected in {"yes": True, "suspected": True, "conflicting": True, "none_found": False}.items():
        record = Record({"M01.shares_home": answered({"state": state}), "M06.autism": answered({"state": state})})
        assert established(Pathway.SHARES_HOME, record, TODAY) is expected
        assert established(Pathway.NEURODIVERGENT, record, TODAY) is expected
    assert not established(Pathway.SHARES_HOME, Record({"M01.shares_home": absent(Absence.UNKNOWN)}), TODAY)
    for codes, expected in {("looked_after",): True, ("child_in_need",): False, ("care_order", "other"): True}.items():
        record = Record({"M00.legal_status": answered([*codes])})
        assert established(Pathway.LOOKED_AFTER, record, TODAY) is expected
    assert not established(Pathway.LOOKED_AFTER, Record({"M00.legal_status": answered("looked_after")}), TODAY)
