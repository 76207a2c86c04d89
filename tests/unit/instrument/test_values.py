"""The shape of an answer, by the type of its question, and what calls for evidence."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsb_assess.domain.answer import Absence, absent, answered
from hsb_assess.instrument.engine import Engine
from hsb_assess.instrument.schema import Definition, Item, Module, Text
from hsb_assess.instrument.values import evidence_is_due, value_faults
from hsb_assess.instrument.vocabulary import Demand, ItemType, Tense
from tests.unit.instrument.making import NEED, form, page

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import JsonValue

ITEMS = """
- {id: text, type: text, label: {en: A}, max_length: 5}
- {id: longtext, type: longtext, label: {en: A}}
- {id: choice, type: choice, label: {en: A}, options: yes_no}
- {id: multichoice, type: multichoice, label: {en: A}, options: yes_no}
- id: pressed
  type: multichoice
  label: {en: A}
  options: [{code: none, en: None, alone: true}, {code: secret, en: Secret}, {code: threat, en: Threat}]
- id: helped
  type: open_choice
  multiple: true
  label: {en: A}
  options: [{code: none, en: Nothing, alone: true}, {code: talk, en: Talking}]
- {id: scale, type: scale, label: {en: A}, options: need, evidence: at_extremes}
- {id: strength, type: scale, label: {en: A}, options: strength, evidence: at_extremes}
- {id: number, type: number, label: {en: A}, minimum: 0, maximum: 18}
- {id: date, type: date, label: {en: A}}
- {id: datetime, type: datetime, label: {en: A}}
- {id: happened, type: date, time: past, label: {en: A}}
- {id: told, type: datetime, time: past, label: {en: A}}
- {id: born, type: date, time: past, exact: true, label: {en: A}}
- {id: state, type: state, label: {en: A}, absences: [unknown, declined], evidence: required}
- {id: ref, type: ref, label: {en: A}, of: person}
- {id: refs, type: ref, label: {en: A}, of: person, multiple: true}
- {id: note, type: note, label: {en: A}}
"""

GOOD: dict[str, list[JsonValue]] = {
    "text": ["abc", "ŵ’😀"],
    "longtext": ["a\nb", "x" * 100_000],
    "choice": ["yes"],
    "multichoice": [["no", "yes"], ["no"]],
    "pressed": [["none"], ["secret", "threat"]],
    "helped": [{"codes": ["none"]}, {"codes": ["talk"], "other": "Swimming."}, {"other": "Swimming."}],
    "scale": [0, 4, "cannot_rate"],
    "number": [0, 18],
    "date": [{"date": "2026"}, {"date": "2026-04-14", "about": True, "end": "2026-05"}],
    "datetime": ["2026-04-14T09:00:00+01:00", "2026-04-14T09:00:00Z", "2026-04-14"],
    "state": [{"state": "none_found", "who": "A", "how": "asked", "when": "2026-04"}, {"state": "yes"}],
    "ref": ["someone"],
    "refs": [["a", "b"]],
}
BAD: dict[str, list[JsonValue]] = {
    "text": ["abcdef", "  ", "a\x00", 3, ["a"], {"en": "a"}],
    "longtext": ["x" * 100_001, "\ud800"],
    "choice": ["maybe", 1, True, ["yes"]],
    "pressed": [["none", "secret"], ["none", "secret", "threat"]],
    "helped": [{"codes": ["none", "talk"]}, {"codes": ["none"], "other": "Swimming."}],
    "multichoice": [[], ["yes", "no"], ["no", "no"], ["maybe"], "yes", [1]],
    "scale": [5, -1, True, "met", 1.5],
    "number": [-1, 19, "3", True, 1.0, 2**60],
    "date": ["2026-04-14", {"date": "2026-13"}, {"date": "2026", "end": "2025"}, {}, {"day": "2026"}],
    "datetime": ["2026-04", "20260414", "2026-02-30", "2026-04-14T09:00:00", "now", 3],
    "state": [
        "yes",
        {"state": "no"},
        {"state": "yes", "who": 3},
        {"state": "yes", "when": "soon"},
        {"state": "yes", "x": "y"},
    ],
    "ref": ["", 3, ["a"], None],
    "refs": [[], ["a", "a"], [3]],
    "note": ["a"],
}


def strength_form(tmp_path: Path) -> Definition:
    """Return the form of these tests."""
    strength = NEED.replace("id: need", "id: strength\npolarity: strength")
    return form(tmp_path, {"M01": page("M01", ITEMS)}, {"strength": strength})


@pytest.mark.parametrize("field", GOOD)
def test_values_in_order(tmp_path: Path, field: str) -> None:
    """What the screens write is accepted."""
    definition = strength_form(tmp_path)
    for value in GOOD[field]:
        assert value_faults(definition, definition.item(f"M01.{field}"), value) == ()


@pytest.mark.parametrize("field", BAD)
def test_values_out_of_order(tmp_path: Path, field: str) -> None:
    """What cannot be an answer is told in plain words, without quoting it."""
    definition = strength_form(tmp_path)
    for value in BAD[field]:
        faults = value_faults(definition, definition.item(f"M01.{field}"), value)
        assert faults, value
        for fault in faults:
            assert fault.message.endswith(".")
            assert fault.mend.endswith(".")
            assert "invalid" not in (fault.message + fault.mend).lower()


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("happened", {"date": "2026-11-22"}, ""),
        ("happened", {"date": "2026-11-23"}, "value_ahead"),
        ("happened", {"date": "2062-04-14"}, "value_ahead"),
        ("happened", {"date": "2026"}, ""),
        ("happened", {"date": "2026-11"}, ""),
        ("happened", {"date": "2026-12", "about": True}, "value_ahead"),
        ("happened", {"date": "2025-10", "end": "2026-11"}, ""),
        ("happened", {"date": "2025-10", "end": "2026-12"}, "value_ahead"),
        ("told", "2026-11-22T23:00:00+00:00", ""),
        ("told", "2026-11-23", "value_ahead"),
        ("date", {"date": "2062"}, ""),
        ("datetime", "2062-04-14T09:00:00Z", ""),
        ("state", {"state": "yes", "when": "2026-11-22"}, ""),
        ("state", {"state": "yes", "when": {"date": "2026-11-23"}}, "value_ahead"),
        ("born", {"date": "2017"}, ""),
        ("born", {"date": "2017", "about": True}, "value_exact"),
        ("born", {"date": "2017", "end": "2018"}, "value_exact"),
        ("born", {"date": "2062"}, "value_ahead"),
    ],
)
def test_what_has_happened_does_not_lie_ahead(tmp_path: Path, field: str, value: JsonValue, code: str) -> None:
    """A day that has not come is a fault where the form asks about what happened, and only with a *today*."""
    definition = strength_form(tmp_path)
    item = definition.item(f"M01.{field}")
    found = value_faults(definition, item, value, today=date(2026, 11, 22))
    assert [fault.code for fault in found] == ([code] if code else [])
    if code == "value_ahead":
        assert value_faults(definition, item, value) == ()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(json_values, st.sampled_from([*ItemType]))
def test_no_value_raises(value: JsonValue, item_type: ItemType) -> None:
    """Whatever a package holds, its shape is judged and not fallen over."""
    item = Item(id="a", address="M01.a", type=item_type, label=Text(en="A"))
    module = Module(id="M01", title=Text(en="T"), items=(item,))
    definition = Definition(id="x", version="1", title=Text(en="T"), modules=(module,))
    for fault in value_faults(definition, item, value):
        assert fault.path == "M01.a"
    for past in (item, item.model_copy(update={"time": Tense.PAST, "exact": True})):
        value_faults(definition, past, value, today=date(2026, 11, 22))


def test_engine_tells_faults_of_what_is_recorded(tmp_path: Path) -> None:
    """The engine judges values and the absences that a question does not offer; nothing recorded is no fault."""
    definition = strength_form(tmp_path)
    answers = {
        "M01.number": answered(19),
        "M01.state": absent(Absence.NOT_APPLICABLE, why="x"),
        "M01.choice": absent(Absence.NOT_APPLICABLE, why="x"),
        "M01.gone": answered("x"),
    }
    engine = Engine(definition, answers, {}, date(2026, 11, 22))
    assert [fault.code for fault in engine.faults("M01.number")] == ["value_large"]
    assert [fault.code for fault in engine.faults("M01.state")] == ["value_absence"]
    assert engine.faults("M01.choice") == engine.faults("M01.text") == engine.faults("M01.gone") == ()
    assert engine.unplaced() == {"M01.gone"}
    assert [fault.path for fault in engine.all_faults()] == ["M01.number", "M01.state"]


def test_evidence_is_due_for_required_values_and_extremes(tmp_path: Path) -> None:
    """Three and four need evidence, and a strength of 0; a need of 0, an absence and a cited value do not."""
    definition = strength_form(tmp_path)

    def due(field: str, value: JsonValue, *evidence: str) -> bool:
        return evidence_is_due(definition, definition.item(f"M01.{field}"), answered(value, *evidence))

    assert definition.item("M01.scale").evidence is Demand.AT_EXTREMES
    assert [value for value in range(5) if due("scale", value)] == [3, 4]
    assert [value for value in range(5) if due("strength", value)] == [0, 3, 4]
    assert not due("scale", "cannot_rate")
    assert not due("scale", 4, "item")
    assert due("state", {"state": "yes"})
    assert not due("text", "a")
    assert not evidence_is_due(definition, definition.item("M01.state"), absent(Absence.UNKNOWN))
