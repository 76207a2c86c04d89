"""Answers that come near to a question are shown with it: those of the same row, else those of every row."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from hsb_assess.domain.answer import Absence, absent, answered
from hsb_assess.instrument.engine import Engine
from tests.unit.instrument.making import faults, form, page

if TYPE_CHECKING:
    from pathlib import Path

    from hsb_assess.instrument.schema import Definition

CASE = """
- {id: now, type: choice, label: {en: "Now?"}, options: yes_no}
- {id: asked, type: choice, label: {en: "Asked?"}, options: yes_no}
- {id: ever, type: choice, label: {en: "Ever?"}, options: yes_no, beside: [M01.now, M01.rows.day]}
- id: rows
  type: group
  label: {en: Rows}
  repeats: true
  items:
    - {id: day, type: text, label: {en: "Day?"}, when: {question: M01.asked, is: "yes"}}
    - {id: again, type: text, label: {en: "Again?"}, beside: [M01.rows.day]}
"""


@pytest.fixture
def definition(tmp_path: Path) -> Definition:
    """A form in which one question comes near to another, and to one of a list."""
    return form(tmp_path, {"M01": page("M01", CASE)})


def test_only_what_is_asked_and_answered_is_shown(definition: Definition) -> None:
    """What nobody answered, and what is hidden now, stands beside nothing; an absence does."""
    engine = Engine(definition, {"M01.rows[a].day": answered("Monday")}, {"M01.rows": ("a", "b")}, date(2026, 4, 20))
    assert engine.said_near("M01.ever") == ()
    engine.set_answer("M01.now", absent(Absence.UNKNOWN))
    assert engine.said_near("M01.ever") == ("M01.now",)
    engine.set_answer("M01.asked", answered("yes"))
    assert engine.said_near("M01.ever") == ("M01.now", "M01.rows[a].day")
    assert engine.said_near("M01.now") == engine.said_near("M01.nothing") == ()


def test_in_a_row_it_is_that_rows_own(definition: Definition) -> None:
    """A row shows what was said of it, and not what was said of another."""
    days = {"M01.asked": answered("yes"), "M01.rows[a].day": answered("Monday"), "M01.rows[b].day": answered("Friday")}
    engine = Engine(definition, days, {"M01.rows": ("a", "b", "c")}, date(2026, 4, 20))
    assert engine.said_near("M01.rows[b].again") == ("M01.rows[b].day",)
    assert engine.said_near("M01.rows[c].again") == ()


@pytest.mark.parametrize(
    ("beside", "code"),
    [("[M01.nowhere]", "unknown_address"), ("[M01.rows]", "beside_what"), ("[M01.b]", "beside_what")],
)
def test_what_a_form_says_of_it_is_checked(tmp_path: Path, beside: str, code: str) -> None:
    """It is another question, which takes an answer."""
    items = f"""
- {{id: a, type: text, label: {{en: A}}}}
- {{id: rows, type: group, label: {{en: R}}, repeats: true, items: [{{id: d, type: text, label: {{en: D}}}}]}}
- {{id: b, type: text, label: {{en: B}}, beside: {beside}}}
"""
    assert code in {fault.code for fault in faults(tmp_path, {"M01": page("M01", items)})}
