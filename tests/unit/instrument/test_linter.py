"""Every fault of a form is found with its file, its line, its question, and how to mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from hsb_assess.instrument.faults import Fault, Wrong
from hsb_assess.instrument.loading import FormFaults, check, compile_all, load_yaml
from tests.unit.instrument.making import NEED, faults, form, page, write_form

GOOD = """
- id: seen
  type: state
  label: {en: "Was this child seen?"}
- id: kind
  type: choice
  label: {en: "What kind?"}
  options: yes_no
- id: rows
  type: group
  label: {en: Contacts}
  repeats: true
  columns: [when]
  items:
    - id: when
      type: date
      label: {en: "When?"}
    - id: rating
      type: scale
      label: {en: "How much?"}
      options: need
"""

# One broken item each: (what stands after the good items, code of the fault, line within it, question)
BROKEN = {
    "unknown key": ("- {id: a, type: text, label: {en: A}, lable: x}", "unknown_key", 1, "M01.a"),
    "key of another type": ("- {id: a, type: text, label: {en: A}, options: yes_no}", "misfit_key", 1, "M01.a"),
    "alone where one is chosen": (
        "- {id: a, type: choice, label: {en: A}, options: [{code: x, en: X}, {code: y, en: Y, alone: true}]}",
        "misfit_key",
        1,
        "M01.a",
    ),
    "alone as text": (
        "- {id: a, type: multichoice, label: {en: A}, options: [{code: x, en: X, alone: maybe}]}",
        "wrong_type",
        1,
        "M01.a",
    ),
    "no label": ("- {id: a, type: text}", "missing_key", 1, "M01.a"),
    "no type": ("- {id: a, label: {en: A}}", "missing_key", 1, "M01.a"),
    "no id": ("- {type: text, label: {en: A}}", "missing_key", 1, "M01"),
    "unknown type": ("- {id: a, type: txt, label: {en: A}}", "unknown_type", 1, "M01.a"),
    "bad id": ("- {id: A-b, type: text, label: {en: A}}", "bad_id", 1, "M01.A-b"),
    "same id": ("- {id: seen, type: text, label: {en: A}}", "duplicate_id", 1, "M01.seen"),
    "label without language": ("- {id: a, type: text, label: A}", "missing_english", 1, "M01.a"),
    "label in Welsh only": ("- {id: a, type: text, label: {cy: A}}", "missing_english", 1, "M01.a"),
    "empty English": ("- id: a\n  type: text\n  label: {en: '  '}", "missing_english", 3, "M01.a"),
    "truth as text": ("- id: a\n  type: text\n  label: {en: A}\n  verbatim: maybe", "wrong_type", 4, "M01.a"),
    "number as text": ("- id: a\n  type: text\n  label: {en: A}\n  max_length: ten", "wrong_type", 4, "M01.a"),
    "unknown data class": ("- {id: a, type: text, label: {en: A}, data_class: secret}", "unknown_data_class", 1, "M01.a"),
    "unknown absence": ("- {id: a, type: text, label: {en: A}, absences: [gone]}", "unknown_absence", 1, "M01.a"),
    "unknown evidence": ("- {id: a, type: text, label: {en: A}, evidence: maybe}", "unknown_word", 1, "M01.a"),
    "unknown kind": ("- {id: a, type: ref, label: {en: A}, of: dragon}", "unknown_kind", 1, "M01.a"),
    "reference to nothing": ("- {id: a, type: ref, label: {en: A}}", "missing_key", 1, "M01.a"),
    "mandatory note": ("- {id: a, type: note, label: {en: A}, mandatory: true}", "mandatory_note", 1, "M01.a"),
    "choice without options": ("- {id: a, type: choice, label: {en: A}}", "options_missing", 1, "M01.a"),
    "unknown list": ("- id: a\n  type: choice\n  label: {en: A}\n  options: colours", "unknown_list", 4, "M01.a"),
    "scale without anchors": ("- {id: a, type: scale, label: {en: A}}", "scale_anchors", 1, "M01.a"),
    "scale with other options": ("- id: a\n  type: scale\n  label: {en: A}\n  options: yes_no", "scale_anchors", 4, "M01.a"),
    "same code twice": (
        "- id: a\n  type: choice\n  label: {en: A}\n  options:\n  - {code: x, en: X}\n  - {code: x, en: Y}",
        "duplicate_id", 6, "M01.a",
    ),
    "unknown column": (
        ("- id: a\n  type: group\n  label: {en: A}\n  repeats: true\n  columns: [b, c]\n"
        "  items:\n  - {id: b, type: text, label: {en: B}}"),
        "unknown_column", 5, "M01.a",
    ),
    "five columns": (
        ("- id: a\n  type: group\n  label: {en: A}\n  repeats: true\n  columns: [b, b, b, b, b]\n"
        "  items:\n  - {id: b, type: text, label: {en: B}}"),
        "too_many_columns", 5, "M01.a",
    ),
    "empty group": ("- {id: a, type: group, label: {en: A}, items: []}", "group_empty", 1, "M01.a"),
    "group without items": ("- {id: a, type: group, label: {en: A}}", "missing_key", 1, "M01.a"),
    "things in a row": (
        ("- id: a\n  type: group\n  label: {en: A}\n  repeats: true\n  items:\n  - id: b\n    type: group\n"
        "    label: {en: B}\n    of: child\n    items:\n    - {id: c, type: text, label: {en: C}}"),
        "kind_place", 9, "M01.a.b",
    ),
    "range the wrong way": ("- {id: a, type: number, label: {en: A}, minimum: 4, maximum: 3}", "range", 1, "M01.a"),
    "initial of another type": ("- {id: a, type: number, label: {en: A}, initial: ten}", "initial_misfit", 1, "M01.a"),
    "unknown address": (
        "- id: a\n  type: text\n  label: {en: A}\n  when:\n    all:\n    - {question: M01.sene, is: yes}",
        "unknown_address", 6, "M01.a",
    ),
    "path in place of an address": (
        "- {id: a, type: text, label: {en: A}, when: {question: 'M01.rows[1].when', answered: true}}",
        "unknown_address", 1, "M01.a",
    ),
    "operator of another type": (
        "- {id: a, type: text, label: {en: A}, when: {question: M01.kind, includes: yes}}", "operator_misfit", 1, "M01.a"
    ),
    "rows of a question": (
        "- {id: a, type: text, label: {en: A}, when: {question: M01.kind, rows_at_least: 1}}", "operator_misfit", 1, "M01.a"
    ),
    "code that is no option": (
        "- {id: a, type: text, label: {en: A}, when: {question: M01.kind, is: perhaps}}", "unknown_code", 1, "M01.a"
    ),
    "state that is none": (
        "- {id: a, type: text, label: {en: A}, when: {question: M01.seen, is: no}}", "unknown_code", 1, "M01.a"
    ),
    "date compared with a number": (
        "- {id: a, type: text, label: {en: A}, when: {question: M01.rows.when, at_least: 3}}", "operator_value", 1, "M01.a"
    ),
    "no such day": (
        "- {id: a, type: text, label: {en: A}, when: {question: M01.rows.when, below: 2026-02-30}}",
        "operator_value", 1, "M01.a",
    ),
    "two operators": (
        "- {id: a, type: text, label: {en: A}, when: {question: M01.kind, is: yes, answered: true}}",
        "condition_operator", 1, "M01.a",
    ),
    "no operator": ("- {id: a, type: text, label: {en: A}, when: {question: M01.kind}}", "condition_operator", 1, "M01.a"),
    "text as a condition": ("- {id: a, type: text, label: {en: A}, when: M01.kind = yes}", "condition_shape", 1, "M01.a"),
    "two joiners": (
        "- {id: a, type: text, label: {en: A}, when: {all: [{pathway: looked_after}], any: []}}", "condition_shape", 1, "M01.a"
    ),
    "unknown absence in a condition": (
        "- {id: a, type: text, label: {en: A}, when: {question: M01.kind, absent: gone}}", "unknown_absence", 1, "M01.a"
    ),
    "unknown pathway": ("- {id: a, type: text, label: {en: A}, when: {pathway: tall}}", "unknown_word", 1, "M01.a"),
    "pathway with nothing to go by": (
        "- {id: a, type: text, label: {en: A}, when: {pathway: looked_after}}", "pathway_input", 1, "M01.a"
    ),
    "cycle of one": ("- {id: a, type: text, label: {en: A}, when: {question: M01.a, answered: true}}", "condition_cycle", 1, "M01.a"),
    "group that asks its own question": (
        ("- id: a\n  type: group\n  label: {en: A}\n  when: {question: M01.a.b, answered: true}\n"
        "  items:\n  - {id: b, type: text, label: {en: B}}"),
        "condition_cycle", 4, "M01.a",
    ),
    "filter of a field that is none": (
        "- {id: a, type: ref, label: {en: A}, of: person, filter: {is: [child]}}", "filter_field", 1, "M01.a"
    ),
    "a thing's field told in two ways": (
        ("- {id: a, type: group, label: {en: A}, of: child, items: [{id: age, type: number, label: {en: A}}]}\n"
        "- {id: b, type: group, label: {en: A}, of: child, items: [{id: age, type: text, label: {en: A}}]}"),
        "kind_field", 2, "M01.b.age",
    ),
}  # fmt: skip


def test_good_form_has_no_faults(tmp_path: Path) -> None:
    """The form that the others break is in order, and a yes or a no is text."""
    definition = form(tmp_path, {"M01": page("M01", GOOD)})
    assert [code.code for code in definition.codes(definition.item("M01.kind"))] == ["yes", "no"]


@pytest.mark.parametrize("name", BROKEN)
def test_one_fault_is_found_where_it_is(tmp_path: Path, name: str) -> None:
    """One broken item gives exactly one fault, at its line and question."""
    extra, code, line, question = BROKEN[name]
    text = page("M01", GOOD)
    found = faults(tmp_path, {"M01": text + extra + "\n"})
    assert [(each.code, each.line, each.question) for each in found] == [(code, text.count("\n") + line, question)]
    assert Path(found[0].file).name == "M01.yaml"
    assert "{" not in found[0].what + found[0].mend


def test_every_kind_of_fault_says_what_and_how_to_mend() -> None:
    """No code is without a sentence for either, and codes are unique by being names."""
    for wrong in Wrong:
        assert wrong.what.endswith((".", "{reason}"))
        assert wrong.mend[0].isupper()
        assert wrong.code == wrong.name.lower()


def test_fault_reads_as_one_line() -> None:
    """Tools and people read the same line."""
    fault = Fault.of(Wrong.UNKNOWN_LIST, "forms/a/M01.yaml", 7, "M01.kind", name="colours")
    assert str(fault).startswith(
        "forms/a/M01.yaml:7: unknown_list: M01.kind: There is no code list colours: Add lists/"
    )


def test_cycle_over_two_modules_is_named(tmp_path: Path) -> None:
    """A cycle through a page's own condition is told step by step."""
    first = page("M01", "- {id: a, type: text, label: {en: A}, when: {question: M02.b, answered: true}}")
    second = page("M02", "- {id: b, type: text, label: {en: B}}", "when: {question: M01.a, answered: true}\n")
    (fault,) = faults(tmp_path, {"M01": first, "M02": second})
    assert fault.code == "condition_cycle"
    assert "M02 → M01.a → M02.b → M02" in fault.what


def test_typing_error_in_an_address_is_answered_with_a_guess(tmp_path: Path) -> None:
    """The mend names the address that was probably meant."""
    extra = "- {id: a, type: text, label: {en: A}, when: {question: M01.kinds, is: yes}}\n"
    (fault,) = faults(tmp_path, {"M01": page("M01", GOOD) + extra})
    assert "M01.kind is meant" in fault.mend


def test_faults_of_several_files_come_together(tmp_path: Path) -> None:
    """One check tells everything, and the same rules hold for lists."""
    broken = NEED.replace("{code: urgent, en: Urgent, ordinal: 4}", "{code: urgent, ordinal: 4}")
    found = faults(tmp_path, {"M01": page("M01", "- {id: a, type: txt, label: {en: A}}")}, {"need": broken})
    assert [each.code for each in found] == ["missing_english", "unknown_type"]


def test_folder_and_names_must_agree(tmp_path: Path) -> None:
    """A module that is not listed, one that is missing, a misnamed one, and an unknown list."""
    folder = write_form(tmp_path, {"M01": page("M01", GOOD), "M02": page("M09", GOOD)})
    (folder / "M03.yaml").write_text(page("M03", GOOD), encoding="utf-8")
    text = (folder / "instrument.yaml").read_text(encoding="utf-8")
    (folder / "instrument.yaml").write_text(
        text.replace("[M01, M02]", "[M01, M02, M04]").replace("need]", "need, colours]"), encoding="utf-8"
    )
    assert sorted(each.code for each in check([folder])) == [
        "file_missing",
        "file_name",
        "file_unlisted",
        "unknown_list",
    ]
    with pytest.raises(FormFaults) as caught:
        load_yaml(folder)
    assert len(caught.value.faults) == 4


def test_one_file_tells_its_own_faults_only(tmp_path: Path) -> None:
    """Checking one file of a form keeps to that file."""
    folder = write_form(tmp_path, {"M01": page("M01", GOOD), "M02": page("M02", "- {id: a, type: txt}")})
    assert check([folder / "M01.yaml"]) == []
    assert [each.code for each in check([folder / "M02.yaml"])] == ["unknown_type"]


def test_draft_without_an_instrument_file_is_checked(tmp_path: Path) -> None:
    """Somebody who writes the first page is told about it, and about the missing file."""
    folder = write_form(tmp_path, {"M01": page("M01", "- {id: a, type: txt, label: {en: A}}")})
    (folder / "instrument.yaml").unlink()
    assert {each.code for each in check([folder])} == {"unknown_type", "file_missing"}


def test_marks_are_inherited(tmp_path: Path) -> None:
    """What a group or a page says about its data holds for what is inside, unless that says otherwise."""
    items = """
    - id: g
      type: group
      label: {en: G}
      sensitivity: third_party
      items:
        - {id: a, type: text, label: {en: A}}
        - {id: b, type: text, label: {en: B}, data_class: words}
    """
    definition = form(tmp_path, {"M01": page("M01", items, "data_class: own_harm\n")})
    assert definition.item("M01.g.a").data_class == "own_harm"
    assert definition.item("M01.g.b").data_class == "words"
    assert definition.item("M01.g.b").sensitivity == "third_party"


def test_things_are_no_page_but_have_addresses(tmp_path: Path) -> None:
    """A file of things stands beside the pages; references may filter by its fields."""
    things = page(
        "things",
        "- {id: person, type: group, label: {en: P}, of: person, items: [{id: is, type: choice, label: {en: A}, options: yes_no}]}",
    )
    pages = {
        "M01": page("M01", "- {id: a, type: ref, label: {en: A}, of: [person, agency], filter: {is: yes}}"),
        "things": things,
    }
    definition = form(tmp_path, pages)
    assert [module.id for module in definition.modules] == ["M01"]
    assert definition.item("things.person.is").type == "choice"
    assert definition.group_for_kind("person") is definition.item("things.person")
    assert definition.item("things.person").repeats
    assert definition.item("M01.a").filter == {"is": ("yes",)}


def test_compiled_files_are_compared(tmp_path: Path) -> None:
    """A compiled file that is missing or stale is a fault of the whole folder, and compiling mends it."""
    folder = write_form(tmp_path, {"M01": page("M01", GOOD)})
    assert [each.code for each in check([folder.parent])] == ["compiled_missing"]
    (compiled,) = compile_all(folder.parent)
    assert compiled.name == "sample-1.0.0.json"
    before = compiled.stat().st_mtime_ns
    assert check([folder.parent]) == []
    compile_all(folder.parent)
    assert compiled.stat().st_mtime_ns == before, "a file that says the same is left alone"
    (folder / "M01.yaml").write_text(page("M01", GOOD).replace("Was this", "Has this"), encoding="utf-8")
    assert [each.code for each in check([folder.parent])] == ["compiled_stale"]


def test_nothing_is_compiled_from_a_form_with_faults(tmp_path: Path) -> None:
    """Faults stop the compiler before it writes."""
    folder = write_form(tmp_path, {"M01": page("M01", "- {id: a, type: txt}")})
    with pytest.raises(FormFaults):
        compile_all(folder.parent)
    assert not (folder.parent / "compiled").exists()


def test_sheets_are_checked_with_their_lines(tmp_path: Path) -> None:
    """Profiles, rule texts and word pairs have shapes too; rule texts name questions that exist."""
    forms = write_form(tmp_path, {"M01": page("M01", GOOD)}).parent
    (forms / "rules").mkdir()
    (forms / "rules" / "sample.yaml").write_text(
        "id: sample\nversion: 1.0.0\nrules:\n- id: R01\n  title: {en: T}\n  severity: blocked\n  gate: submit\n"
        "  tiers: {full: blocker}\n"
        "  message: {en: M}\n  why: {cy: W}\n  mend: {en: M}\n  questions: [M01.seen, M01.gone]\n",
        encoding="utf-8",
    )
    (forms / "language").mkdir()
    (forms / "language" / "en_GB.yaml").write_text(
        "id: en_GB\nlanguage: en_GB\npairs:\n- {avoid: [], prefer: [child], why: W, extra: 1}\n", encoding="utf-8"
    )
    found = [(Path(each.file).name, each.line, each.code) for each in check([forms])]
    assert found == [
        ("en_GB.yaml", 4, "unknown_key"),
        ("en_GB.yaml", 4, "wrong_type"),
        ("sample.yaml", 6, "unknown_word"),
        ("sample.yaml", 10, "missing_english"),
        ("sample.yaml", 12, "unknown_address"),
    ]
