"""The way from each earlier version of a form to the present one: it holds together, and no answer is lost on it."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hsb_assess.datafiles import data_dir
from hsb_assess.domain.answer import Absence, Answer
from hsb_assess.instrument.catalogue import Catalogue
from hsb_assess.instrument.loading import compile_all
from hsb_assess.instrument.migrate import Filled, migrate
from hsb_assess.instrument.migration import STEPS, How
from hsb_assess.instrument.nodes import read_file
from hsb_assess.instrument.paths import path_of
from hsb_assess.instrument.plan import plan_of
from hsb_assess.instrument.schema import ItemType
from hsb_assess.instrument.wordsof import home_of

if TYPE_CHECKING:
    from hsb_assess.instrument.schema import Definition, Item

FIRST, LAST = "1.0.0", "1.1.0"

_STATES = ("yes", "suspected", "conflicting", "none_found")
_PLAIN: dict[ItemType, st.SearchStrategy[object]] = {
    ItemType.SCALE: st.integers(0, 4),
    ItemType.NUMBER: st.integers(0, 4),
    ItemType.DATE: st.just({"date": "2026-11-02"}),
    ItemType.DATETIME: st.just("2026-11-02T09:00:00+00:00"),
    ItemType.STATE: st.sampled_from(_STATES).map(lambda each: {"state": each}),
}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The forms as they stand, compiled afresh."""
    forms: Path = tmp_path_factory.mktemp("compiled") / "forms"
    forms.mkdir()
    for each in data_dir("forms").iterdir():
        if each.name != "compiled":
            (forms / each.name).symlink_to(each)
    compile_all(forms)
    return Catalogue(forms / "compiled")


def test_the_first_version_is_kept_for_ever(catalogue: Catalogue) -> None:
    """Records name the form that they were made with by the hash of its bytes."""
    assert catalogue.versions("holistic")[0] == FIRST
    assert catalogue.get("holistic", FIRST).hash == "770d59eae9577d939ecb0dc6c72b0542e767c85a5c5b828fe8449156ab316bd9"


def _value(definition: Definition, item: Item) -> st.SearchStrategy[object]:
    codes = [code.code for code in definition.codes(item)]
    if item.type is ItemType.CHOICE:
        return st.sampled_from(codes)
    if item.type is ItemType.MULTICHOICE:
        return st.sets(st.sampled_from(codes), min_size=1).map(sorted)
    if item.type is ItemType.REF:
        return st.just(["thing"] if item.multiple else "thing")
    return _PLAIN.get(item.type, st.text("abc", min_size=1, max_size=5))


@st.composite
def _filled(draw: st.DrawFn, definition: Definition) -> Filled:
    """Some answers of every type, in rows of one or two ids, whole values and absences mixed."""
    questions = [item for item in definition.items() if item.is_question]
    answers: dict[str, Answer] = {}
    places = plan_of(definition).places
    for item in draw(st.lists(st.sampled_from(questions), max_size=60, unique_by=lambda each: each.address)):
        place = places[item.address]
        for row in draw(st.sampled_from([("a",), ("b",), ("a", "b")])) if place.groups else ("",):
            path = path_of(place.pieces, (row,) * len(place.groups))
            answer = draw(
                st.one_of(
                    _value(definition, item).map(lambda value: Answer.model_validate({"value": value})),
                    st.sampled_from([each for each in item.absences if each is not Absence.NOT_ASKED] or [Absence.UNKNOWN])
                    .map(lambda absence: Answer(absence=absence)),
                )
            )  # fmt: skip
            answers[path] = answer
    rows = {
        path_of(places[group].pieces, ("a",) * len(places[group].groups)): ("a", "b")
        for item in definition.items()
        if item.repeats
        for group in [item.address]
    }
    return Filled(answers, rows)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_answer_is_lost(catalogue: Catalogue, data: st.DataObject) -> None:
    """Every answer under the first version is moved or carried over, exactly once; every target is a question."""
    old, new = catalogue.get("holistic", FIRST), catalogue.get("holistic", LAST)
    filled = data.draw(_filled(old))
    number = count()
    moved = migrate(
        catalogue.migration("holistic", FIRST, LAST), old, new, filled, lambda group: f"{group}-{next(number)}"
    )
    went = [move.source for move in moved.moves] + [each.path for each in moved.carried]
    assert sorted(went) == sorted({home_of(old, path) for path in filled.answers})
    for move in moved.moves:
        for target in move.targets:
            assert new.item(target).is_question
            assert target in moved.filled.answers
    assert all(each.answer == filled.answers[each.path] for each in moved.carried if each.path in filled.answers)


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_an_answer_keeps_its_evidence(catalogue: Catalogue, data: st.DataObject) -> None:
    """The evidence that a moved answer cites is cited at its new place."""
    old, new = catalogue.get("holistic", FIRST), catalogue.get("holistic", LAST)
    filled = data.draw(_filled(old))
    cited = {path: answer.model_copy(update={"evidence": (f"for {path}",)}) for path, answer in filled.answers.items()}
    number = count()
    moved = migrate(
        catalogue.migration("holistic", FIRST, LAST),
        old,
        new,
        Filled(cited, filled.rows),
        lambda group: f"{group}-{next(number)}",
    )
    for move in moved.moves:
        told = {each for target in move.targets for each in moved.filled.answers[target].evidence}
        assert told.issuperset(move.answer.evidence)


FIXTURES = Path(__file__).parent / "migrated"


def _said(bodies: dict[str, dict[str, Any]]) -> dict[str, Answer]:
    return {path: Answer.model_validate(body) for path, body in bodies.items()}


def _cases() -> list[dict[str, Any]]:
    node, faults = read_file(FIXTURES / f"holistic-{FIRST}-{LAST}.yaml")
    assert node is not None, faults
    found: Any = node.plain()
    return list(found["cases"])


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case["what"])
def test_an_example_of_each_change(catalogue: Catalogue, case: dict[str, Any]) -> None:
    """What somebody who knows both forms says should become of these answers."""
    number = count(1)
    moved = migrate(
        catalogue.migration("holistic", FIRST, LAST),
        catalogue.get("holistic", FIRST),
        catalogue.get("holistic", LAST),
        Filled(_said(case["before"]), {group: tuple(rows) for group, rows in case["rows"].items()}),
        lambda _: f"new-{next(number)}",
    )
    assert moved.filled.answers == _said(case["after"])
    assert {each.path: each.reason for each in moved.carried} == case["carried"]
    assert sorted({move.how.value for move in moved.moves}) == case["hows"]


def test_the_real_migration_has_each_kind_of_change(catalogue: Catalogue) -> None:
    """Keep, rename, split, merge, recode and retire, each for a reason that the form's writers had."""
    steps = catalogue.migration("holistic", FIRST, LAST).steps
    assert {step.how.value for step in steps} == set(STEPS)
    assert all(step.why is not None for step in steps if step.how is How.RETIRE)
