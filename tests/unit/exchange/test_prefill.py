"""Answers files: what they may say, what each fault is called, on which line, and that no bytes do harm."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hsb_assess.domain.answer import Absence
from hsb_assess.exchange.prefill import read_answers
from hsb_assess.exchange.prefill_faults import AnswersFaults
from hsb_assess.exchange.prefill_reading import reading_of
from hsb_assess.instrument.catalogue import Catalogue

if TYPE_CHECKING:
    from pathlib import Path

    from hsb_assess.exchange.prefill import AnswersFile
    from hsb_assess.instrument.faults import Fault

CATALOGUE = Catalogue.shipped()
TODAY = date(2026, 6, 8)
HEAD = "instrument: holistic\n"
SMALL = f"""{HEAD}today: 2026-06-08
things:
  person:
    b: {{label: half-sister B, is: child}}
    me: {{agency: social care}}
  event:
    e1: {{when: 2026-05-18, category: behaviour, people: [b], source: me}}
  evidence:
    x1: {{source: this_child, when: 2026-06-04, what: What was said.}}
answers:
  M00.name: Child A
  M00.ref: 2026-14
  M00.dob: 2017
  M00.communication: [more_time, plain_short_words]
  M01.received: 2026-05-19T16:20
  M01.shares_home: yes
  M01.strategy[s1].held: 2026-05-20
  M03.incidents:
    may: {{when: {{date: 2026-05, about: true}}, band: problematic, other_person: b, times: {{june: {{when: 2026-06-02}}}}}}
  M05.harm.sexual: {{value: {{state: suspected}}, evidence: [x1]}}
  M05.harm.online: {{absence: unknown, detail: {{asked_of: school}}}}
  M05.harm.physical: {{state: none_found, who: school nurse, when: 2026-06-08}}
  M06.regulation: 2
  M21.actions[r1].owner: me
  M00.faith:
"""


def written(folder: Path, text: str | bytes, name: str = "case.yaml") -> Path:
    """Write an answers file."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def read(folder: Path, text: str | bytes) -> AnswersFile:
    """Write an answers file and read it."""
    return read_answers(written(folder, text), CATALOGUE)


def outcome(path: Path) -> tuple[AnswersFile | None, tuple[Fault, ...]]:
    """Return what a file says, or everything that is wrong with it."""
    try:
        return read_answers(path, CATALOGUE), ()
    except AnswersFaults as error:
        return None, error.faults


def codes(folder: Path, text: str | bytes) -> list[tuple[int, str]]:
    """Return line and code of every fault in an answers file."""
    with pytest.raises(AnswersFaults) as caught:
        read(folder, text)
    return [(fault.line, fault.code) for fault in caught.value.faults]


def test_every_shape_of_answer_is_read(tmp_path: Path) -> None:
    """Plain values, absences with particulars, evidence, rows of lists and things; what is left empty is not said."""
    found = read(tmp_path, SMALL)
    values: dict[str, Any] = {path: answer.value for path, answer in found.answers.items()}
    assert values["M00.name"] == "Child A"
    assert values["M00.ref"] == "2026-14"
    assert values["M00.dob"] == {"date": "2017", "about": False, "end": None}
    assert values["M03.incidents[may].when"] == {"date": "2026-05", "about": True, "end": None}
    assert values["M00.communication"] == ["more_time", "plain_short_words"]
    assert values["M01.received"] == "2026-05-19T16:20:00+01:00"
    assert values["M01.shares_home"] == {"state": "yes"}
    assert values["M01.strategy[s1].held"] == "2026-05-20"
    assert values["M03.incidents[may].other_person"] == "b"
    assert values["M03.incidents[may].times[june].when"] == {"date": "2026-06-02", "about": False, "end": None}
    assert values["M05.harm.physical"] == {"state": "none_found", "who": "school nurse", "when": "2026-06-08"}
    assert values["M06.regulation"] == 2
    assert found.answers["M05.harm.sexual"].evidence == ("x1",)
    assert found.answers["M05.harm.online"].absence is Absence.UNKNOWN
    assert found.answers["M05.harm.online"].detail == {"asked_of": "school"}
    assert "M00.faith" not in found.answers
    assert found.things["action"]["r1"]["owner"].value == "me"
    assert found.things["event"]["e1"]["people"].value == ["b"]
    assert found.today == TODAY


def test_a_reading_of_it_is_whole(tmp_path: Path) -> None:
    """Each answer has its place and its shape; this child and the writer are there; evidence gets its defaults."""
    reading = reading_of(read(tmp_path, SMALL), TODAY, {})
    assert reading.engine.unplaced() == frozenset()
    assert {path: faults for path in reading.answers if (faults := reading.engine.faults(path))} == {}
    kinds = {thing.id: thing.text("is") for thing in reading.things("person")}
    assert kinds == {"this_child": "this_child", "me": "worker", "b": "child"}
    (item,) = reading.things("evidence")
    assert (item.text("kind"), item.text("confidence")) == ("child_said", "childs_account")
    assert [row.id for row in reading.rows("M03.incidents")] == ["may"]
    assert [row.id for row in reading.rows("M03.incidents[may].times")] == ["june"]


def test_a_list_may_be_written_by_path_or_as_a_whole(tmp_path: Path) -> None:
    """Both ways of naming a row are the same row."""
    by_path = f"{HEAD}answers:\n  M03.incidents[i].band: abusive\n  M21.actions[r].status: planned\n"
    whole = (
        f"{HEAD}answers:\n  M03.incidents: {{i: {{band: abusive}}}}\nthings: {{action: {{r: {{status: planned}}}}}}\n"
    )
    one, other = read(tmp_path, by_path), read(tmp_path, whole)
    assert (one.answers, one.things) == (other.answers, other.things)


def test_a_file_is_laid_over_its_base(tmp_path: Path) -> None:
    """The later answer stands, and labels of the base can be named."""
    written(tmp_path, SMALL, "draft.yaml")
    over = f"{HEAD}base: draft.yaml\nanswers:\n  M00.name: A\n  M03.incidents[may].band: abusive\n  M21.actions[r1].owner: b\n"
    found = read(tmp_path, over)
    assert found.answers["M00.name"].value == "A"
    assert found.answers["M03.incidents[may].band"].value == "abusive"
    assert found.things["action"]["r1"]["owner"].value == "b"
    assert found.answers["M06.regulation"].value == 2
    assert found.today == TODAY


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a\n", [(1, "not_a_mapping")]),
        ("", [(1, "yaml_documents")]),
        ("answers: {}\n", [(1, "missing_key")]),
        ("instrument: other\n", [(1, "no_instrument")]),
        (f"{HEAD}version: 9.9.9\n", [(2, "no_version")]),
        (f"format: 2\n{HEAD}", [(1, "format")]),
        (f"{HEAD}today: yesterday\n", [(2, "today")]),
        (f"{HEAD}answer: {{}}\n", [(2, "unknown_key")]),
        (f"{HEAD}base: ../secret.yaml\n", [(2, "base_name")]),
        (f"{HEAD}base: /etc/passwd\n", [(2, "base_name")]),
        (f"{HEAD}base: gone.yaml\n", [(2, "base_missing")]),
        (f"{HEAD}base: case.yaml\n", [(2, "base_self")]),
        (f"{HEAD}answers: [M00.name]\n", [(2, "not_a_mapping")]),
        (f"{HEAD}answers:\n  M00.nmae: A\n", [(3, "unknown_question")]),
        (f"{HEAD}answers:\n  M00: A\n", [(3, "unknown_question")]),
        (f"{HEAD}answers:\n  M03.incidents.band: abusive\n", [(3, "row_missing")]),
        (f"{HEAD}answers:\n  M00.name[r1]: A\n", [(3, "row_too_many")]),
        (f"{HEAD}answers:\n  M03.incidents[1].band: abusive\n", [(3, "bad_label")]),
        (f"{HEAD}answers:\n  M03.incidents:\n    1st: {{band: abusive}}\n", [(4, "bad_label")]),
        (f"{HEAD}answers:\n  M03.incidents: {{i: {{band: worst}}}}\n", [(3, "option")]),
        (f"{HEAD}answers:\n  M00.name: A\n  M00.name: B\n", [(4, "duplicate_key")]),
        (f"{HEAD}answers:\n  M05.harm: {{online: yes}}\n  M05.harm.online: yes\n", [(4, "said_twice")]),
        (f"{HEAD}answers:\n  M23.balance: Fair.\n", [(3, "review")]),
        (f"{HEAD}answers:\n  M00.name: [A]\n", [(3, "value_shape")]),
        (f"{HEAD}answers:\n  M00.name: ''\n", [(3, "value")]),
        (f"{HEAD}answers:\n  M00.name: {{words: A}}\n", [(3, "answer_shape")]),
        (f"{HEAD}answers:\n  M00.name: {{value: A, absence: declined}}\n", [(3, "answer_shape")]),
        (f"{HEAD}answers:\n  M00.communication: more_time\n", [(3, "value_shape")]),
        (f"{HEAD}answers:\n  M03.incidents: {{i: {{pressure: [none_evident, threat]}}}}\n", [(3, "alone")]),
        (f"{HEAD}answers:\n  M06.regulation: 7\n", [(3, "value")]),
        (f"{HEAD}answers:\n  M06.regulation: high\n", [(3, "value_shape")]),
        (f"{HEAD}answers:\n  M00.dob: 20 January 2017\n", [(3, "value")]),
        (f"{HEAD}answers:\n  M05.harm.online: maybe\n", [(3, "value")]),
        (f"{HEAD}answers:\n  M05.harm.online: {{absence: not_applicable}}\n", [(3, "unknown_absence")]),
        (f"{HEAD}answers:\n  M05.harm.online: {{absence: unknown, detail: {{why: x}}}}\n", [(3, "detail")]),
        (f"{HEAD}answers:\n  M05.harm.online: {{absence: not_safe, detail: {{recheck: soon}}}}\n", [(3, "detail_day")]),
        (f"{HEAD}answers:\n  M05.harm.online: {{absence: declined, detail: {{by: somebody}}}}\n", [(3, "detail_by")]),
        (f"{HEAD}answers:\n  M00.dob: {{value: 2017, evidence: [x]}}\n", [(3, "no_evidence_here")]),
        (f"{HEAD}answers:\n  M05.harm.online: {{value: yes, evidence: [x]}}\n", [(3, "unknown_label")]),
        (f"{HEAD}answers:\n  M05.harm.online: {{value: yes, evidence: [me]}}\n", [(3, "other_kind")]),
        (f"{HEAD}answers:\n  M01.source: nobody\n", [(3, "unknown_label")]),
        (f"{HEAD}things:\n  dragon: {{}}\n", [(3, "unknown_kind")]),
        (f"{HEAD}things:\n  person: {{p: {{colour: red}}}}\n", [(3, "unknown_question")]),
        (f"{HEAD}things:\n  event: {{me: {{when: 2026}}}}\n", [(3, "reserved_label")]),
        (
            f"{HEAD}things:\n  event: {{e: {{when: 2026}}}}\n  person:\n    e: {{label: E}}\n",
            [(5, "label_twice")],
        ),
        (f"{HEAD}answers:\n  M00.name: &a A\n", [(3, "yaml_alias")]),
        (f"{HEAD}answers:\n  M00.name: !!python/object:os.system x\n", [(3, "yaml_tag")]),
        (f"{HEAD}answers: {{\n", [(3, "yaml_syntax")]),
        (b"instrument: \xff\xfe\n", [(1, "file_encoding")]),
    ],
)  # fmt: skip
def test_each_fault_is_named_with_its_line(tmp_path: Path, text: str | bytes, expected: list[tuple[int, str]]) -> None:
    """What is wrong, where, and nothing besides."""
    assert codes(tmp_path, text) == expected


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """No traceback for a wrong name."""
    with pytest.raises(AnswersFaults) as caught:
        read_answers(tmp_path / "gone.yaml", CATALOGUE)
    assert [fault.code for fault in caught.value.faults] == ["file_missing"]


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    """Somebody who mends a file sees everything that is wrong with it, and what was written is never quoted."""
    text = f"{HEAD}answers:\n  M00.nmae: A\n  M06.regulation: 9\n  M00.name: [secret]\n"
    with pytest.raises(AnswersFaults) as caught:
        read(tmp_path, text)
    assert [(fault.line, fault.code) for fault in caught.value.faults] == [
        (3, "unknown_question"),
        (4, "value"),
        (5, "value_shape"),
    ]
    assert "secret" not in " ".join(map(str, caught.value.faults))
    assert "perhaps M00.name" in caught.value.faults[0].mend


WORDS = st.sampled_from(
    ["answers", "things", "instrument: holistic", "M00.name", "M03.incidents[i].band", "person", "{", "}", "[", "]",
     ":", ",", "\n", "  ", "- ", "&a", "*a", "!!x", "value", "absence", "evidence", "detail", "'", '"', "|", "#", "2026"]
)  # fmt: skip


@settings(max_examples=300, deadline=1000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(max_size=400), st.lists(WORDS, max_size=60).map(lambda parts: HEAD + " ".join(parts))))
def test_no_bytes_do_harm(tmp_path: Path, text: str | bytes) -> None:
    """Whatever the bytes, the file is read or refused by name; nothing else happens and nothing is left behind."""
    written(tmp_path, text)
    before = sorted(tmp_path.iterdir())
    _, faults = outcome(tmp_path / "case.yaml")
    assert all(fault.code and fault.mend for fault in faults)
    assert sorted(tmp_path.iterdir()) == before


@settings(max_examples=200, deadline=1000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_mutated_file_is_read_or_refused(tmp_path: Path, data: st.DataObject) -> None:
    """A good file with pieces exchanged, doubled or cut never ends in anything but a reading or named faults."""
    lines = SMALL.splitlines()
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        other = data.draw(st.integers(0, len(lines) - 1))
        cut = data.draw(st.integers(0, 30))
        lines[at] = data.draw(st.sampled_from([lines[other], lines[at][:cut], lines[at] * 2, lines[at][cut:]]))
    found, faults = outcome(written(tmp_path, "\n".join(lines)))
    assert all(fault.line >= 1 for fault in faults)
    assert found is None or reading_of(found, TODAY, {}).engine.unplaced() == frozenset()
