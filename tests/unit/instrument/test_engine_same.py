"""The engine after any changes says the same as a fresh one made from what they come to."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hsb_assess.domain.answer import Absence, Answer, absent, answered
from hsb_assess.instrument.engine import Engine
from tests.unit.instrument.making import form, page
from tests.unit.instrument.test_engine import FIRST, SECOND

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import JsonValue

    from hsb_assess.instrument.schema import Definition

TODAY = date(2026, 11, 22)

PARTICULARS = """
- {id: dob, type: date, label: {en: Born}}
- {id: jurisdiction, type: choice, label: {en: Nation}, options: [{code: england, en: E}, {code: scotland, en: S}]}
- {id: older, type: text, label: {en: Older}, mandatory: {pathway: transition_age}}
"""
INCIDENTS = """
- id: incidents
  type: group
  label: {en: Incidents}
  repeats: true
  mandatory: {pathway: ten_eleven_at_incident}
  items:
    - {id: when, type: date, label: {en: When}}
    - {id: jurisdiction, type: choice, label: {en: Nation}, options: [{code: england, en: E}, {code: scotland, en: S}]}
    - {id: offence, type: text, label: {en: Charge}, mandatory: true, when: {not: {pathway: under_ten_at_incident}}}
- {id: care, type: note, label: {en: Care}, when: {pathway: under_ten_at_incident}}
- {id: told, type: text, label: {en: Told}, when: {question: M03.incidents.offence, answered: true}}
"""

ROWS = ("a", "b")
GROUPS = ("M02.rows", "M03.incidents", *(f"M02.rows[{row}].marks" for row in ROWS))
DATES = [{"date": "2015-06"}, {"date": "2009"}, {"date": "2025-06-01"}, {"date": "2024", "about": True}]
NATIONS = ["england", "scotland"]

# What is mostly answered where; anything may be answered anywhere.
LIKELY: dict[str, list[JsonValue]] = {
    "M00.dob": [*DATES],
    "M00.jurisdiction": [*NATIONS],
    "M00.older": ["text"],
    "M01.danger": [{"state": "yes"}, {"state": "none_found"}],
    "M01.what": ["text"],
    "M01.more.told": ["yes", "no"],
    "M01.more.when": [*DATES],
    "M01.tags": [["yes"], ["no"]],
    "M02.any_high": ["text"],
    "M03.told": ["text"],
    **{f"M02.rows[{row}].band": [0, 3, 4] for row in ROWS},
    **{f"M02.rows[{row}].why": ["text"] for row in ROWS},
    **{f"M02.rows[{row}].marks[{inner}].text": ["text"] for row in ROWS for inner in ROWS},
    **{f"M03.incidents[{row}].when": [*DATES] for row in ROWS},
    **{f"M03.incidents[{row}].jurisdiction": [*NATIONS] for row in ROWS},
    **{f"M03.incidents[{row}].offence": ["text"] for row in ROWS},
}
PATHS = tuple(LIKELY)

evidence = st.lists(st.sampled_from("xyz"), max_size=2)


@st.composite
def change(draw: st.DrawFn) -> tuple[str, Answer | list[str] | None]:
    """Draw new rows of a group, or an answer, a missing one, or none."""
    if draw(st.integers(0, 2)) == 0:
        return draw(st.sampled_from(GROUPS)), draw(st.lists(st.sampled_from(ROWS), unique=True))
    path = draw(st.sampled_from(PATHS))
    kind = draw(st.integers(0, 9))
    if kind == 0:
        return path, None
    if kind == 1:
        return path, absent(draw(st.sampled_from([*Absence])))
    values = LIKELY[draw(st.sampled_from(PATHS)) if kind == 2 else path]
    return path, answered(draw(st.sampled_from(values)), *draw(evidence))


@pytest.fixture(scope="module")
def definition(tmp_path_factory: pytest.TempPathFactory) -> Definition:
    """A form with groups, nested rows, pathways, and a page that hides."""
    folder: Path = tmp_path_factory.mktemp("same")
    return form(
        folder,
        {
            "M00": page("M00", PARTICULARS),
            "M01": page("M01", FIRST, "side: behaviour\n"),
            "M02": page("M02", SECOND, "side: harm\nwhen: {not: {question: M01.danger, is: none_found}}\n"),
            "M03": page("M03", INCIDENTS, "side: behaviour\nwhen: {not: {question: M01.tags, includes: yes}}\n"),
        },
    )


def says(engine: Engine) -> dict[str, object]:
    """Return everything that an engine says."""
    modules = [module.id for module in engine.definition.modules]
    return {
        "paths": [engine.paths(module) for module in modules],
        "counts": [engine.counts(module) for module in modules],
        "balance": engine.balance(),
        "open": engine.mandatory_open(),
        "dormant": engine.dormant(),
        "unplaced": engine.unplaced(),
        "mandatory": [engine.mandatory(path) for path in PATHS],
        "visible": [engine.visible(path) for path in (*PATHS, *GROUPS, *modules)],
        "answers": [engine.answer(path) for path in PATHS],
    }


@settings(max_examples=300)
@given(changes=st.lists(change(), max_size=40))
def test_changed_engine_equals_a_fresh_one(
    definition: Definition, changes: list[tuple[str, Answer | list[str] | None]]
) -> None:
    """After each change everything is as if it had always been so, and the change named what it changed."""
    engine = Engine(definition, {}, {}, TODAY)
    given_answers: dict[str, Answer] = {}
    rows: dict[str, list[str]] = {}
    for path, change in changes:
        before = {each: (engine.visible(each), engine.mandatory(each)) for each in (*PATHS, *GROUPS)}
        if isinstance(change, list):
            rows[path] = change
            named = engine.set_rows(path, change)
        else:
            given_answers.pop(path, None)
            if change is not None:
                given_answers[path] = change
            named = engine.set_answer(path, change)
        after = {each: (engine.visible(each), engine.mandatory(each)) for each in (*PATHS, *GROUPS)}
        assert {each for each in before if before[each] != after[each]} == named & set(before)
        assert says(engine) == says(Engine(definition, given_answers, rows, TODAY))


@given(changes=st.permutations([(path, answered({"state": "yes"})) for path in PATHS[:6]]))
def test_order_of_arrival_does_not_matter(definition: Definition, changes: list[tuple[str, Answer]]) -> None:
    """The same answers in any order come to the same."""
    engine = Engine(definition, {}, {}, TODAY)
    for path, answer in changes:
        engine.set_answer(path, answer)
    assert says(engine) == says(Engine(definition, dict(changes), {}, TODAY))
