"""Answers that have to agree with each other: days in their order, different people, the people that are asked for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from hsb_assess.domain.answer import Absence, absent, answered
from hsb_assess.instrument.engine import Engine
from tests.unit.instrument.making import faults, form, page

if TYPE_CHECKING:
    from pathlib import Path

    from hsb_assess.instrument.schema import Definition

TODAY = date(2026, 11, 22)

CASE = """
- {id: dob, type: date, exact: true, label: {en: "Born?"}}
- {id: dob_estimated, type: choice, label: {en: "Estimated?"}, options: yes_no}
- {id: received, type: datetime, label: {en: "Received?"}}
- {id: decided, type: datetime, label: {en: "Decided?"}, agrees: [{not_before: M00.received}]}
- {id: asked, type: choice, label: {en: "Asked?"}, options: yes_no}
- {id: hidden, type: date, label: {en: "Hidden?"}, when: {question: M00.asked, is: "yes"}, agrees: [{not_before: M00.dob}]}
- {id: lead, type: ref, label: {en: "Lead?"}, of: person, filter: {is: [worker]}}
- {id: checker, type: ref, label: {en: "Checker?"}, of: person, agrees: [{differs: M00.lead}]}
- id: children
  type: group
  label: {en: Children}
  repeats: true
  items:
    - {id: person, type: ref, label: {en: "Who?"}, of: person}
    - {id: born, type: date, label: {en: "Their birth?"}}
- id: incidents
  type: group
  label: {en: Incidents}
  repeats: true
  items:
    - {id: other, type: ref, label: {en: "With whom?"}, of: person, multiple: true}
    - id: when
      type: date
      label: {en: "When?"}
      agrees:
        - {not_before: M00.dob}
        - {not_before: M00.children.born, same: {M00.children.person: M00.incidents.other}}
    - {id: until, type: date, label: {en: "Until?"}, agrees: [{not_before: M00.incidents.when}]}
- id: people
  type: group
  label: {en: People}
  of: person
  repeats: true
  items:
    - {id: is, type: choice, label: {en: "Who is this?"}, options: [{code: worker, en: W}, {code: child, en: C}]}
"""
ROWS = {"M00.children": ("b", "c"), "M00.incidents": ("i", "j"), "M00.people": ("ann", "ben")}


@pytest.fixture(scope="module")
def definition(tmp_path_factory: pytest.TempPathFactory) -> Definition:
    """Return the form of these tests."""
    return form(tmp_path_factory.mktemp("form"), {"M00": page("M00", CASE)})


def wrong(definition: Definition, **answers: Any) -> dict[str, tuple[str, str]]:  # noqa: ANN401 - any value of an answer
    """Return code and other question of each fault by path; ``incidents__i__when`` is ``M00.incidents[i].when``."""
    given = {}
    for name, value in answers.items():
        first, *rest = name.split("__")
        path = f"M00.{first}" + (f"[{rest[0]}].{rest[1]}" if rest else "")
        given[path] = value if hasattr(value, "absence") else answered(value)
    found = Engine(definition, given, ROWS, TODAY).all_faults()
    return {fault.path.removeprefix("M00."): (fault.code, fault.other.removeprefix("M00.")) for fault in found}


def day(text: str, **more: object) -> dict[str, Any]:
    """Return a date answer."""
    return {"date": text, **more}


@pytest.mark.parametrize(
    ("received", "decided", "fits"),
    [
        ("2026-05-19T16:20:00+01:00", "2026-05-19T16:19:00+01:00", False),
        ("2026-05-19T16:20:00+01:00", "2026-05-19T15:20:00+00:00", True),
        ("2026-05-19T16:20:00+01:00", "2026-05-19", True),
        ("2026-05-19", "2026-05-19T00:01:00+01:00", True),
        ("2026-05-19", "2026-05-18", False),
    ],
)
def test_a_moment_may_not_come_before_another(definition: Definition, received: str, decided: str, fits: bool) -> None:
    """With times on both sides the minute counts, and where a time is not known the day alone."""
    expected = {"received": ("value_before", "decided"), "decided": ("value_before", "received")}
    assert wrong(definition, received=received, decided=decided) == ({} if fits else expected)


@pytest.mark.parametrize(
    ("born", "when", "fits"),
    [
        (day("2017-01-20"), day("2017-01-19"), False),
        (day("2017-01-20"), day("2017-01"), True),
        (day("2017"), day("2017-03-01"), True),
        (day("2017"), day("2016"), False),
        (day("2017-01-20"), day("2016", about=True), True),
        (day("2017-01-20"), day("2014", about=True), False),
        (day("2017-01-20"), day("2016-12-01", end="2018-01-01"), False),
    ],
)
def test_only_what_cannot_be_disagrees(
    definition: Definition, born: dict[str, Any], when: dict[str, Any], fits: bool
) -> None:
    """A month, a year and *about* count with all days that they can mean; what lasted counts from its first day."""
    assert bool(wrong(definition, dob=born, incidents__i__when=when)) is not fits


def test_an_estimated_birth_counts_a_year_each_way(definition: Definition) -> None:
    """As it does for ages."""
    answers = {"dob": day("2017-01-20"), "incidents__i__when": day("2016-06-01")}
    assert set(wrong(definition, **answers)) == {"dob", "incidents[i].when"}
    assert wrong(definition, **answers, dob_estimated="yes") == {}


def test_rows_agree_with_themselves(definition: Definition) -> None:
    """Two questions of one list are compared in the same row."""
    found = wrong(definition, incidents__i__when=day("2026-03-01"), incidents__j__until=day("2026-02-01"))
    assert found == {}
    found = wrong(definition, incidents__i__when=day("2026-03-01"), incidents__i__until=day("2026-02-01"))
    assert set(found) == {"incidents[i].when", "incidents[i].until"}


def test_the_birth_of_the_child_who_took_part_counts_and_no_other(definition: Definition) -> None:
    """Another list's row is found by the person whom both name."""
    children = {
        "children__b__person": "ben",
        "children__b__born": day("2025-01-01"),
        "children__c__born": day("2026-01-01"),
    }
    answers = {**children, "incidents__i__when": day("2024-06-01"), "incidents__j__when": day("2024-06-01")}
    assert wrong(definition, **answers, incidents__i__other=["ann"]) == {}
    assert wrong(definition, **answers, incidents__i__other=["ann", "ben"]) == {
        "children[b].born": ("value_before", "incidents[i].when"),
        "incidents[i].when": ("value_before", "children[b].born"),
    }


def test_one_person_in_two_places_that_exclude_each_other(definition: Definition) -> None:
    """Both questions are told, each naming the other."""
    assert wrong(definition, lead="ann", checker="ben") == {}
    assert wrong(definition, lead="ann", checker="ann") == {
        "lead": ("value_same", "checker"),
        "checker": ("value_same", "lead"),
    }


def test_somebody_of_another_kind_than_is_asked_for(definition: Definition) -> None:
    """What is recorded of the person decides; of whom nothing is recorded, nothing is said."""
    assert wrong(definition, lead="ann") == {}
    assert wrong(definition, lead="ann", people__ann__is="worker") == {}
    assert wrong(definition, lead="ann", people__ann__is="child") == {"lead": ("value_unfit", "people[ann].is")}


def test_what_is_hidden_or_absent_disagrees_with_nothing(definition: Definition) -> None:
    """It does not count, so it is at odds with nobody."""
    hidden = {"dob": day("2017-01-20"), "hidden": day("2016-01-01")}
    assert wrong(definition, **hidden) == {}
    assert set(wrong(definition, **hidden, asked="yes")) == {"dob", "hidden"}
    assert wrong(definition, dob=absent(Absence.UNKNOWN), incidents__i__when=day("1990")) == {}


def test_what_is_wrong_by_itself_is_told_first(definition: Definition) -> None:
    """A date that is none is not compared with any."""
    found = wrong(definition, dob=day("2017-01-20"), incidents__i__when={"date": "2016-13"})
    assert found == {"incidents[i].when": ("value_date", "")}


def test_it_follows_each_change(definition: Definition) -> None:
    """What was at odds agrees as soon as either answer is corrected, or its row is gone."""
    engine = Engine(definition, {"M00.dob": answered(day("2017"))}, ROWS, TODAY)
    engine.set_answer("M00.incidents[i].when", answered(day("2016")))
    assert engine.faults("M00.dob")
    engine.set_answer("M00.dob", answered(day("2015")))
    assert engine.all_faults() == ()
    engine.set_answer("M00.dob", answered(day("2017")))
    engine.set_rows("M00.incidents", ("j",))
    assert engine.all_faults() == ()
    assert engine.heeds("M00.dob")
    assert engine.heeds("M00.lead")
    assert not engine.heeds("M00.asked")


@pytest.mark.parametrize(
    ("accord", "code"),
    [
        ("{}", "accord_shape"),
        ("{not_before: M01.a, differs: M01.a}", "accord_shape"),
        ("{not_before: M01.gone}", "unknown_address"),
        ("{not_before: M01.words}", "operator_misfit"),
        ("{differs: M01.a}", "operator_misfit"),
        ("{not_before: M01.rows.day, same: {M01.who: M01.who}}", "accord_place"),
        ("{not_before: M01.rows.day, same: {M01.rows.day: M01.who}}", "operator_misfit"),
        ("{before: M01.a}", "unknown_key"),
    ],
)
def test_what_a_form_says_of_it_is_checked(tmp_path: Path, accord: str, code: str) -> None:
    """With what an answer agrees is there, of a type that can be compared, and beside what it pairs."""
    items = f"""
- {{id: a, type: date, label: {{en: A}}}}
- {{id: words, type: text, label: {{en: Words}}}}
- {{id: who, type: ref, label: {{en: Who}}, of: person}}
- id: rows
  type: group
  label: {{en: Rows}}
  repeats: true
  items: [{{id: day, type: date, label: {{en: Day}}}}, {{id: who, type: ref, label: {{en: Who}}, of: person}}]
- {{id: b, type: date, label: {{en: B}}, agrees: [{accord}]}}
"""
    assert code in {fault.code for fault in faults(tmp_path, {"M01": page("M01", items)})}
