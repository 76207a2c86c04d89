"""The order in which an answers file is entered: nothing before what decides that it is asked, or before what it names."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from hsb_assess.datafiles import data_dir
from hsb_assess.desk.script import read_script, steps_of_text
from hsb_assess.desk.steps import WRITTEN_ON_THE_WAY, steps_between
from hsb_assess.exchange.prefill import ME, THIS_CHILD, read_answers
from hsb_assess.exchange.prefill_reading import reading_of
from hsb_assess.instrument.catalogue import Catalogue
from hsb_assess.instrument.schema import ItemType
from hsb_assess.record.projection import thing_groups

if TYPE_CHECKING:
    from pathlib import Path

    from hsb_assess.desk.steps import Step
    from hsb_assess.exchange.prefill import AnswersFile

DEMO = data_dir("resources") / "demo"
TODAY = date(2026, 6, 8)
FILES = pytest.mark.parametrize("path", sorted(DEMO.glob("*.yaml")), ids=lambda path: path.stem)


def said(steps: tuple[Step, ...]) -> dict[str, object]:
    """Return every answer of the steps by path."""
    found: dict[str, object] = {}
    for step in steps:
        parts = (
            {f"{step.path}.{name}": each for name, each in step.fields.items()}
            if step.is_row
            else {step.path: step.answer}
        )
        assert not set(parts) & set(found), "one question is entered once"
        found.update(parts)
    return found


def wanted(found: AnswersFile) -> dict[str, object]:
    """Return every answer of a file by a path on a page."""
    groups = thing_groups(found.definition)
    answers: dict[str, object] = dict(found.answers)
    for kind, labelled in found.things.items():
        if kind in WRITTEN_ON_THE_WAY:
            continue
        for label, fields in labelled.items():
            group = next(
                each for each in groups[kind] if all(found.definition.find(f"{each}.{name}") for name in fields)
            )
            answers.update({f"{group}[{label}].{name}": answer for name, answer in fields.items()})
    return answers


@FILES
def test_everything_is_entered_once(path: Path) -> None:
    """The steps of a file say what the file says, no more and no less."""
    found = read_answers(path, Catalogue.shipped())
    assert said(steps_between(None, found, TODAY)) == wanted(found)


@FILES
def test_each_question_is_asked_when_its_turn_comes(path: Path) -> None:
    """Entered in this order, no answer waits for a question that is not there, and no label for what has it."""
    found = read_answers(path, Catalogue.shipped())
    definition = found.definition
    engine = reading_of(type(found)(definition), found.today or TODAY, {}).engine
    groups = thing_groups(definition)
    rows: dict[str, list[str]] = {}
    there = {THIS_CHILD, ME}
    for step in steps_between(None, found, found.today or TODAY):
        there |= {new.label for new in step.needs}
        if step.is_row:
            group, _, label = step.path[:-1].rpartition("[")
            kind = definition.item(group).kind
            for each in groups.get(kind, ()) if kind is not None else (group,):
                rows.setdefault(each, []).append(label)
                engine.set_rows(each, rows[each])
        parts = (
            {f"{step.path}.{name}": each for name, each in step.fields.items()}
            if step.is_row
            else {step.path: step.answer}
        )
        for name, answer in parts.items():
            assert engine.visible(name), name
            if definition.item(name).type is ItemType.REF:
                picked = answer.value if isinstance(answer.value, list) else [answer.value]
                assert {str(each) for each in picked} <= there, name
            assert set(answer.evidence) <= there, name
            engine.set_answer(name, answer)
        if step.is_row:
            there.add(step.path[step.path.rindex("[") + 1 : -1])


def test_a_question_waits_for_the_one_that_opens_it() -> None:
    """Whatever their order in the file."""
    definition = Catalogue.shipped().latest("holistic")
    text = "answers: {M01.shares_home_with: [b], M01.shares_home: yes}\nthings: {person: {b: {label: B, is: child}}}\n"
    steps = steps_of_text(definition, text, TODAY)
    assert [step.path for step in steps] == ["M01.shares_home", "M01.shares_home_with"]
    assert [[new.label for new in step.needs] for step in steps] == [[], ["b"]]


def test_what_is_never_asked_comes_last() -> None:
    """It is kept, and waits for its question."""
    definition = Catalogue.shipped().latest("holistic")
    text = (
        "answers: {M01.shares_home_with: [b], M21.carer_actions: Rest.}\nthings: {person: {b: {label: B, is: child}}}\n"
    )
    assert [step.path for step in steps_of_text(definition, text, TODAY)] == [
        "M21.carer_actions",
        "M01.shares_home_with",
    ]


def test_only_what_is_new_is_entered() -> None:
    """Between two files: new rows, changed answers, and nothing that stands already."""
    script = read_script(DEMO / "journeys" / "child-a.yaml")
    first, second = said(script.phases["first_draft"]), said(script.phases["completion"])
    assert "M00.name" in first
    assert "M00.name" not in second
    assert [step.path for step in script.phases["after_return"]] == ["M14.wants_known", "M18.agreement"]
    assert {step.path.partition(".")[0] for step in script.phases["review"]} == {"M23"}
