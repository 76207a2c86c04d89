"""Moving answers to a later version: each kind of change, and that nothing that was said is lost."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest

from hsb_assess.domain.answer import NOT_ASKED, Absence, Answer, absent, answered
from hsb_assess.instrument.loading import load_yaml
from hsb_assess.instrument.migrate import Filled, Moved, migrate
from hsb_assess.instrument.migration import Migration, compile_migration, read_migration
from hsb_assess.instrument.migrationsheet import read_migration_sheet
from tests.unit.instrument.making import page, write_form

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from hsb_assess.instrument.schema import Definition

OLD = page(
    "M01",
    """
    - {id: plain, type: text, label: {en: Plain}}
    - {id: named, type: text, label: {en: Named}}
    - {id: aid, type: text, label: {en: Aid}}
    - {id: first, type: text, label: {en: First half}}
    - {id: second, type: longtext, label: {en: Second half}}
    - {id: chosen, type: choice, label: {en: Chosen}, options: [{code: red, en: Red}, {code: blue, en: Blue}]}
    - {id: gone, type: text, label: {en: No longer asked}}
    - id: rows
      type: group
      label: {en: Rows}
      repeats: true
      items:
        - {id: note, type: text, label: {en: Note}}
    - id: adults
      type: group
      of: adult
      repeats: true
      label: {en: Adults}
      items:
        - {id: who, type: text, label: {en: Who}}
        - {id: order, type: longtext, label: {en: Order}}
        - {id: ends, type: date, label: {en: Ends}}
    """,
)
NEW = page(
    "M01",
    """
    - {id: plain, type: longtext, label: {en: Plain}}
    - {id: named_better, type: text, label: {en: Named}}
    - {id: aid, type: text, label: {en: Aid}}
    - {id: aid_used, type: choice, options: yes_no, label: {en: Was it used}}
    - {id: whole, type: longtext, label: {en: Both halves}}
    - {id: chosen, type: multichoice, label: {en: Chosen}, options: [{code: crimson, en: Crimson}, {code: blue, en: Blue}]}
    - id: lines
      type: group
      label: {en: Lines}
      repeats: true
      items:
        - {id: note, type: text, label: {en: Note}}
    - id: adults
      type: group
      of: adult
      repeats: true
      label: {en: Adults}
      items:
        - {id: who, type: text, label: {en: Who}}
    - id: conditions
      type: group
      of: condition
      repeats: true
      label: {en: Conditions}
      items:
        - {id: binds, type: text, label: {en: Binds}}
        - {id: says, type: longtext, label: {en: Says}}
        - {id: until, type: date, label: {en: Until}}
    """,
)
STEPS = """
  - {keep: [M01.plain]}
  - {rename: M01.named, to: M01.named_better}
  - {rename: M01.rows, to: M01.lines}
  - {split: M01.aid, into: [{question: M01.aid}, {question: M01.aid_used, value: "yes"}]}
  - {merge: [M01.first, M01.second], into: M01.whole}
  - merge: [M01.adults.order, M01.adults.ends]
    row: M01.conditions
    fields: {M01.adults.order: says, M01.adults.ends: until}
    copy: {M01.adults.who: binds}
  - {recode: M01.chosen, codes: {red: crimson}}
  - {retire: M01.gone, why: {en: Nobody used it.}}
"""


class Two:
    """The two versions of a small form and what leads from one to the other."""

    def __init__(self, root: Path, steps: str = STEPS) -> None:
        self.old: Definition = load_yaml(write_form(root / "old", {"M01": OLD}))
        head = write_form(root / "new", {"M01": NEW}) / "instrument.yaml"
        head.write_text(head.read_text("utf-8").replace("1.0.0", "1.1.0"), "utf-8")
        self.new: Definition = load_yaml(head.parent)
        self.sheet = root / "1.0.0-1.1.0.yaml"
        self.sheet.write_text(f"instrument: sample\nfrom: 1.0.0\nto: 1.1.0\nsteps:{steps}", "utf-8")

    def read(self) -> tuple[Migration | None, list[tuple[int, str, str]]]:
        """Return the migration and each fault as line, code and question."""
        versions = {("sample", "1.0.0"): self.old, ("sample", "1.1.0"): self.new}
        migration, faults = read_migration_sheet(self.sheet, versions)
        return migration, [(each.line, each.code, each.question) for each in faults]

    def move(self, answers: Mapping[str, Answer], rows: Mapping[str, tuple[str, ...]] | None = None) -> Moved:
        """Move some answers; rows that are made are called new-1, new-2 and so on."""
        migration, faults = self.read()
        assert migration is not None, faults
        number = count(1)
        return migrate(migration, self.old, self.new, Filled(answers, rows or {}), lambda _: f"new-{next(number)}")


def test_each_kind_of_change_finds_its_place(tmp_path: Path) -> None:
    """Kept, renamed, split, merged, recoded: the value stands at its new question, with its evidence."""
    moved = Two(tmp_path).move(
        {
            "M01.plain": answered("as it was", "e1"),
            "M01.named": answered("a name"),
            "M01.aid": answered("a board"),
            "M01.first": answered("one", "e1"),
            "M01.second": answered("two", "e2"),
            "M01.chosen": answered("red"),
            "M01.rows[r1].note": answered("in a row"),
        },
        {"M01.rows": ("r1", "r2")},
    )
    assert moved.carried == ()
    assert moved.filled.answers == {
        "M01.plain": answered("as it was", "e1"),
        "M01.named_better": answered("a name"),
        "M01.aid": answered("a board"),
        "M01.aid_used": answered("yes"),
        "M01.whole": answered("First half: one\nSecond half: two", "e1", "e2"),
        "M01.chosen": answered(["crimson"]),
        "M01.lines[r1].note": answered("in a row"),
    }
    assert moved.filled.rows == {"M01.lines": ("r1", "r2")}, "an empty row is a row"
    assert {move.source: (move.how.value, move.targets) for move in moved.moves}["M01.aid"] == (
        "split",
        ("M01.aid", "M01.aid_used"),
    )


def test_several_fields_become_one_row_elsewhere(tmp_path: Path) -> None:
    """One new row for each row that had one of them; what is copied also stays where it was."""
    moved = Two(tmp_path).move(
        {
            "M01.adults[a].who": answered("an adult"),
            "M01.adults[a].order": answered("stays away"),
            "M01.adults[a].ends": answered({"date": "2026-12-01"}),
            "M01.adults[b].who": answered("another"),
        },
        {"M01.adults": ("a", "b")},
    )
    assert moved.carried == ()
    assert moved.filled.answers["M01.conditions[new-1].says"] == answered("stays away")
    assert moved.filled.answers["M01.conditions[new-1].until"] == answered({"date": "2026-12-01"})
    assert moved.filled.answers["M01.conditions[new-1].binds"] == answered("an adult")
    assert moved.filled.answers["M01.adults[a].who"] == answered("an adult")
    assert moved.filled.rows == {"M01.adults": ("a", "b"), "M01.conditions": ("new-1",)}


def test_what_has_no_place_is_carried_over_with_its_question(tmp_path: Path) -> None:
    """Retired, unknown to the old form, of a shape that its place does not take: each with its reason and its words."""
    moved = Two(tmp_path).move(
        {
            "M01.gone": answered("not asked any more"),
            "M01.elsewhere": answered("from a form of its own"),
            "M01.chosen": answered(3),
            "M01.adults[a].order": absent(Absence.UNKNOWN, asked_of="the court"),
        }
    )
    assert moved.filled.answers == {}
    assert [(each.path, each.label, each.words, each.reason) for each in moved.carried] == [
        ("M01.gone", "No longer asked", "not asked any more", "retired"),
        ("M01.elsewhere", "M01.elsewhere", "from a form of its own", "unknown"),
        ("M01.chosen", "Chosen", "3", "unfit"),
        ("M01.adults[a].order", "Order", "unknown; the court", "unfit"),
    ]


def test_an_absence_moves_as_it_is(tmp_path: Path) -> None:
    """An absence is never turned into a value: a split leaves the second question open."""
    moved = Two(tmp_path).move({"M01.aid": absent(Absence.DECLINED, by="child"), "M01.named": NOT_ASKED})
    assert moved.filled.answers == {"M01.aid": absent(Absence.DECLINED, by="child")}
    assert moved.carried == ()


def test_an_absence_beside_a_value_is_not_swallowed_by_a_merge(tmp_path: Path) -> None:
    """The value becomes the merged text; the absence of the other half is carried over."""
    moved = Two(tmp_path).move({"M01.first": answered("one"), "M01.second": absent(Absence.NOT_SAFE)})
    assert moved.filled.answers == {"M01.whole": answered("one")}
    assert [each.path for each in moved.carried] == ["M01.second"]


def test_a_compiled_migration_says_the_same(tmp_path: Path) -> None:
    """Reading what was compiled gives an equal migration."""
    migration, faults = Two(tmp_path).read()
    assert migration is not None, faults
    assert read_migration(compile_migration(migration)) == migration


@pytest.mark.parametrize(
    ("was", "becomes", "fault"),
    [
        ("rename: M01.named, to: M01.named_better", "rename: M01.named, to: M01.missing", (6, "unknown_address", "M01.missing")),
        ("  - {retire: M01.gone, why: {en: Nobody used it.}}\n", "", (5, "migration_unsaid", "M01.gone")),
        ("codes: {red: crimson}", "codes: {red: pink}", (14, "migration_code", "M01.chosen")),
        ("rename: M01.named, to: M01.named_better", "rename: M01.named, to: M01.plain", (6, "migration_twice", "M01.plain")),
        ("{keep: [M01.plain]}", "{keep: [M01.gone]}", (15, "migration_twice", "M01.gone")),
        ("{keep: [M01.plain]}", "{lose: [M01.plain]}", (5, "migration_step", "")),
        ("M01.adults.ends: until", "M01.adults.ends: says", (10, "migration_misfit", "M01.adults.ends")),
        ("retire: M01.gone, why: {en: Nobody used it.}", "retire: M01.gone", (15, "missing_key", "")),
    ],
)  # fmt: skip
def test_a_fault_has_its_line(tmp_path: Path, was: str, becomes: str, fault: tuple[int, str, str]) -> None:
    """What nobody thought of is found before anything is moved, with its line."""
    assert was in STEPS
    migration, faults = Two(tmp_path, STEPS.replace(was, becomes)).read()
    assert migration is None
    assert fault in faults


def test_a_version_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    """A migration joins two versions that are kept; the file is named after them."""
    two = Two(tmp_path)
    two.sheet.write_text("instrument: sample\nfrom: 0.9.0\nto: 1.1.0\nsteps: []\n", "utf-8")
    assert two.read() == (None, [(2, "file_name", "")])
    two.sheet = two.sheet.rename(tmp_path / "0.9.0-1.1.0.yaml")
    assert two.read() == (None, [(2, "migration_version", "")])
