"""What is asked now: skip logic, rows, dormant answers, open questions, counts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from hsb_assess.domain.answer import NOT_ASKED, Absence, absent, answered
from hsb_assess.instrument.engine import Counts, Engine
from hsb_assess.instrument.vocabulary import Side
from tests.unit.instrument.making import form, page

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import JsonValue

TODAY = date(2026, 11, 22)

FIRST = """
- {id: danger, type: state, label: {en: Danger}, mandatory: true}
- {id: what, type: text, label: {en: What}, mandatory: true, when: {question: M01.danger, is: [yes, suspected]}}
- id: more
  type: group
  label: {en: More}
  when: {question: M01.what, answered: true}
  items:
    - {id: told, type: choice, label: {en: Told}, options: yes_no}
    - {id: when, type: date, label: {en: When}, mandatory: {question: M01.more.told, is: yes}}
- {id: tags, type: multichoice, label: {en: Tags}, options: yes_no}
- {id: tagged, type: note, label: {en: Tagged}, when: {question: M01.tags, includes: [yes]}}
"""

SECOND = """
- id: rows
  type: group
  label: {en: Incidents}
  repeats: true
  mandatory: true
  items:
    - {id: band, type: scale, label: {en: Band}, options: need, mandatory: true}
    - {id: why, type: text, label: {en: Why}, mandatory: true, when: {question: M02.rows.band, at_least: 3}}
    - id: marks
      type: group
      label: {en: Marks}
      repeats: true
      items:
        - {id: text, type: text, label: {en: Text}, mandatory: true}
        - {id: high, type: note, label: {en: High}, when: {question: M02.rows.band, above: 3}}
    - {id: marked, type: note, label: {en: Marked}, when: {question: M02.rows.marks.text, answered: true}}
- {id: any_high, type: text, label: {en: Any}, when: {question: M02.rows.band, at_least: 3}}
- {id: two, type: note, label: {en: Two}, when: {question: M02.rows, rows_at_least: 2}}
- {id: open, type: note, label: {en: Open}, when: {question: M02.rows.band, answered: false}}
"""


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    """A form of a page of behaviour and a page of harm that appears when there is danger, with nothing recorded."""
    pages = {
        "M01": page("M01", FIRST, "side: behaviour\n"),
        "M02": page("M02", SECOND, "side: harm\nwhen: {not: {question: M01.danger, is: none_found}}\n"),
    }
    return Engine(form(tmp_path, pages), {}, {}, TODAY)


def test_at_first_only_what_depends_on_nothing_is_asked(engine: Engine) -> None:
    """Hidden questions are not open; a mandatory group without a row is."""
    assert engine.paths("M01") == ("M01.danger", "M01.tags")
    assert engine.mandatory_open() == ("M01.danger", "M02.rows")
    assert engine.counts("M01") == Counts(answered=0, total=1, evidence=0)
    assert engine.balance() == {
        Side.BEHAVIOUR: (0, 1, 0),
        Side.HARM: (0, 1, 0),
        Side.NEEDS: (0, 0, 0),
        Side.STRENGTHS: (0, 0, 0),
    }


def test_an_answer_opens_what_depends_on_it(engine: Engine) -> None:
    """The change names exactly what changed, through groups and step by step."""
    assert engine.set_answer("M01.danger", answered({"state": "suspected"})) == {"M01.what"}
    assert engine.mandatory_open() == ("M01.what", "M02.rows")
    changed = engine.set_answer("M01.what", answered("fire"))
    assert changed == {"M01.more", "M01.more.told", "M01.more.when"}
    assert not engine.mandatory("M01.more.when")
    assert engine.set_answer("M01.more.told", answered("yes")) == {"M01.more.when"}
    assert engine.mandatory("M01.more.when")


def test_hidden_answers_are_dormant_and_come_back(engine: Engine) -> None:
    """What was answered and is hidden is kept, counts for nothing, reads as not asked, and is restored."""
    engine.set_answer("M01.danger", answered({"state": "yes"}, "e1"))
    engine.set_answer("M01.what", answered("fire", "e1", "e2"))
    engine.set_answer("M01.more.told", answered("yes"))
    assert engine.counts("M01") == Counts(answered=3, total=4, evidence=2)
    engine.set_answer("M01.danger", absent(Absence.DECLINED, by="child"))
    assert engine.dormant() == {"M01.what", "M01.more.told"}
    assert engine.answer("M01.what") is NOT_ASKED
    assert not engine.visible("M01.more")
    assert engine.counts("M01") == Counts(answered=1, total=1, evidence=0)
    engine.set_answer("M01.danger", answered({"state": "yes"}))
    assert engine.dormant() == frozenset()
    assert engine.answer("M01.what").value == "fire"


def test_an_absence_is_an_answer_and_not_asked_is_none(engine: Engine) -> None:
    """*Not yet asked* counts as incomplete, whether it was recorded or not, and *unknown* until it says who was asked."""
    engine.set_answer("M01.danger", absent(Absence.UNKNOWN))
    assert engine.counts("M01") == Counts(answered=0, total=1, evidence=0)
    assert "M01.danger" in engine.mandatory_open()
    engine.set_answer("M01.danger", absent(Absence.UNKNOWN, asked_of="the school nurse"))
    assert engine.counts("M01").answered == 1
    assert "M01.danger" not in engine.mandatory_open()
    engine.set_answer("M01.danger", absent(Absence.NOT_ASKED))
    assert engine.counts("M01").answered == 0
    assert "M01.danger" in engine.mandatory_open()
    engine.set_answer("M01.tags", absent(Absence.NOT_SAFE))
    assert engine.counts("M01") == Counts(answered=1, total=2, evidence=0)


def test_a_hidden_module_hides_everything_in_it(engine: Engine) -> None:
    """A page's own condition holds for its questions and rows."""
    engine.set_rows("M02.rows", ["a"])
    engine.set_answer("M02.rows[a].band", answered(4))
    changed = engine.set_answer("M01.danger", answered({"state": "none_found"}))
    assert {"M02", "M02.rows", "M02.rows[a].band", "M02.rows[a].why", "M02.any_high"} <= changed
    assert engine.paths("M02") == ()
    assert engine.dormant() == {"M02.rows[a].band"}
    assert engine.balance()[Side.HARM] == (0, 0, 0)
    assert not engine.visible("M02.rows[a]")


def test_inside_a_row_a_condition_means_this_row_and_outside_any(engine: Engine) -> None:
    """One row's answer opens that row's question, and the question that looks at all rows."""
    engine.set_rows("M02.rows", ["a", "b"])
    changed = engine.set_answer("M02.rows[b].band", answered(3))
    assert changed == {"M02.rows[b].why", "M02.any_high"}
    assert engine.visible("M02.rows[b]")
    assert not engine.visible("M02.rows[c]")
    assert not engine.visible("M02.rows[a].why")
    assert engine.mandatory_open() == ("M01.danger", "M02.rows[a].band", "M02.rows[b].why")


def test_nested_rows_see_the_row_around_them(engine: Engine) -> None:
    """A field two rows deep looks at its own outer row, and the outer row at any of its inner ones."""
    engine.set_rows("M02.rows", ["a", "b"])
    engine.set_rows("M02.rows[a].marks", ["x", "y"])
    assert engine.set_answer("M02.rows[b].band", answered(4)) == {"M02.rows[b].why", "M02.any_high"}
    changed = engine.set_answer("M02.rows[a].band", answered(4))
    assert changed == {"M02.rows[a].why", "M02.rows[a].marks[x].high", "M02.rows[a].marks[y].high", "M02.open"}
    assert engine.set_answer("M02.rows[a].marks[y].text", answered("t")) == {"M02.rows[a].marked"}
    assert not engine.visible("M02.rows[b].marked")


def test_rows_come_and_go(engine: Engine) -> None:
    """Rows bring their questions in order and take them away; a row that returns has its answers again."""
    assert engine.set_rows("M02.rows", ["a"]) == {
        "M02.rows[a].band",
        "M02.rows[a].marks",
        "M02.open",
    }
    engine.set_answer("M02.rows[a].band", answered(4, "e"))
    assert "M02.two" in engine.set_rows("M02.rows", ["b", "a"])
    assert engine.rows("M02.rows") == ("b", "a")
    assert engine.paths("M02")[:3] == ("M02.rows", "M02.rows[b].band", "M02.rows[b].marks")
    gone = engine.set_rows("M02.rows", ["b"])
    assert {"M02.rows[a].band", "M02.rows[a].why", "M02.any_high", "M02.two"} <= gone
    assert engine.unplaced() == {"M02.rows[a].band"}
    assert engine.dormant() == frozenset()
    assert engine.counts("M02") == Counts(answered=1, total=2, evidence=0)
    engine.set_rows("M02.rows", ["b", "a"])
    assert engine.answer("M02.rows[a].band").value == 4
    assert engine.counts("M02") == Counts(answered=2, total=4, evidence=1)


def test_a_row_that_goes_takes_its_dormant_answers_along(engine: Engine) -> None:
    """What was hidden in a row that is removed is not offered for restoring; it returns with the row."""
    engine.set_rows("M02.rows", ["a"])
    engine.set_answer("M02.rows[a].why", answered("because"))
    assert engine.dormant() == {"M02.rows[a].why"}
    engine.set_rows("M02.rows", [])
    assert engine.dormant() == frozenset()
    assert engine.unplaced() == {"M02.rows[a].why"}
    engine.set_rows("M02.rows", ["a"])
    assert engine.dormant() == {"M02.rows[a].why"}


def test_evidence_is_counted_once_a_side(engine: Engine) -> None:
    """Two answers that rest on the same item count one item."""
    engine.set_answer("M01.danger", answered({"state": "yes"}, "e"))
    engine.set_answer("M01.what", answered("fire", "e"))
    engine.set_rows("M02.rows", ["a"])
    engine.set_answer("M02.rows[a].band", answered(1, "e"))
    assert engine.balance()[Side.BEHAVIOUR].evidence == 1
    assert engine.balance()[Side.HARM].evidence == 1
    engine.set_answer("M01.what", None)
    assert engine.balance()[Side.BEHAVIOUR].evidence == 1


def test_paths_that_the_form_does_not_have_are_kept_and_do_no_harm(engine: Engine) -> None:
    """Another form version's answers, odd paths and rows of plain groups change nothing that is asked."""
    for path in ("M09.x", "M01", "", "M02.rows[", "M02.rows[a].band", "M01.more[a].told"):
        assert engine.set_answer(path, answered("x")) == frozenset()
        assert not engine.visible("M02.rows[")
    assert engine.set_rows("M01.more", ["a"]) == engine.set_rows("M09.rows", ["a"]) == frozenset()
    engine.set_rows("M02.rows", ["a]", "", "a", "a"])
    assert engine.rows("M02.rows") == ("a",)
    assert engine.mandatory_open()[0] == "M01.danger"
    assert engine.paths("M09") == ()


def test_answers_of_another_shape_than_expected_meet_no_condition(engine: Engine) -> None:
    """What a package holds may be of any type; conditions on it are false and nothing raises."""
    engine.set_rows("M02.rows", ["a"])
    values: list[JsonValue] = ["text", True, 3.5, ["yes"], {"state": 3}, {"date": "x"}, [["yes"]], [{}]]
    for value in values:
        for path in ("M01.danger", "M01.tags", "M02.rows[a].band"):
            engine.set_answer(path, answered(value))
        assert not engine.visible("M01.what")
    assert engine.visible("M02.any_high") is False


def test_a_form_with_people_lists_their_open_fields_apart(tmp_path: Path) -> None:
    """Fields of things that are entered once are asked where they are entered, not on a page."""
    things = page(
        "things",
        "- {id: person, type: group, label: {en: P}, of: person, items: "
        "[{id: label, type: text, label: {en: L}, mandatory: true}]}",
    )
    engine = Engine(
        form(tmp_path, {"M01": page("M01", "- {id: a, type: text, label: {en: A}}"), "things": things}),
        {},
        {"things.person": ["p"]},
        TODAY,
    )
    assert engine.mandatory_open() == ()
    assert engine.mandatory_open("things") == ("things.person[p].label",)
    assert engine.paths("things") == ("things.person", "things.person[p].label")
