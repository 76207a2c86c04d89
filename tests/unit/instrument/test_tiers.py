"""How much is asked: a form says it as data, the linter checks it, the engine hides and brings back."""

from __future__ import annotations

from datetime import date
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hsb_assess.domain.answer import Answer
from hsb_assess.instrument.compiled import compile_definition, read_compiled
from hsb_assess.instrument.engine import Engine
from hsb_assess.instrument.loading import check, load_yaml
from hsb_assess.instrument.tiers import is_asked, scope_of, tier_named
from tests.unit.instrument.making import page, write_form

if TYPE_CHECKING:
    from pathlib import Path

    from hsb_assess.instrument.schema import Definition

TODAY = date(2026, 6, 8)
SIZES = """
id: sizes
title: {en: Sizes}
codes:
  - {code: small, en: Small}
  - {code: middle, en: Middle}
  - {code: large, en: Large}
"""
ONE = """
- {id: size, type: choice, label: {en: How much?}, options: sizes}
- {id: name, type: text, label: {en: Name?}, mandatory: true}
- {id: more, type: text, label: {en: More?}, mandatory: true}
- {id: extra, type: text, label: {en: Extra?}, when: {question: ONE.more, answered: true}}
"""
TWO = """
- id: rows
  type: group
  label: {en: Rows}
  repeats: true
  mandatory: true
  items:
    - {id: first, type: text, label: {en: First?}, mandatory: true}
    - {id: second, type: text, label: {en: Second?}, mandatory: true}
- {id: plain, type: text, label: {en: Plain?}, mandatory: {question: ONE.name, answered: true}}
"""
TIERS = """
id: tiers
question: ONE.size
always: [ONE.size]
tiers:
  - id: small
    title: {en: Small}
    sentence: {en: Little is asked.}
    budget: 2
    lines:
      - {en: Name, asks: [ONE.name]}
      - {en: Row, asks: [TWO.rows.first]}
    mandatory: [ONE.size]
  - id: middle
    title: {en: Middle}
    sentence: {en: Some is asked.}
    budget: 9
    carries: small
    asks: [ONE, TWO.plain]
    leaves_out: [ONE.name]
    optional: [ONE.more]
  - {id: large, title: {en: Large}, sentence: {en: Everything is asked.}, budget: 99}
"""


def _write(root: Path, tiers: str = TIERS) -> Path:
    folder = write_form(root, {"ONE": page("ONE", ONE), "TWO": page("TWO", TWO)}, {"sizes": SIZES})
    with (folder / "instrument.yaml").open("a", encoding="utf-8") as instrument:
        instrument.write("tiers: tiers\n")
    (folder / "tiers.yaml").write_text(tiers.lstrip("\n"), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Definition:
    """Return a form of three sizes."""
    return load_yaml(_write(tmp_path_factory.mktemp("tiers")))


def _engine(form: Definition, size: str | None, **answers: str) -> Engine:
    given_answers = {"ONE.name": "A", "ONE.more": "B", "TWO.rows[r].second": "C", "TWO.plain": "D"} | answers
    found = {path: Answer(value=value) for path, value in given_answers.items()}
    if size is not None:
        found["ONE.size"] = Answer(value=size)
    return Engine(form, found, {"TWO.rows": ["r"]}, TODAY)


def _shown(engine: Engine) -> set[str]:
    return {path for module in ("ONE", "TWO") for path in engine.paths(module)}


EVERYTHING = {
    *("ONE.size", "ONE.name", "ONE.more", "ONE.extra", "TWO.rows", "TWO.rows[r].first", "TWO.rows[r].second"),
    "TWO.plain",
}


def test_a_small_tier_shows_what_its_lines_ask_and_what_stands_around_it(form: Definition) -> None:
    """One question of a row is asked with its group and its page, and the question of the tier itself stays."""
    engine = _engine(form, "small")
    assert engine.tier == "small"
    assert _shown(engine) == {"ONE.size", "ONE.name", "TWO.rows", "TWO.rows[r].first"}
    assert engine.dormant() == {"ONE.more", "TWO.rows[r].second", "TWO.plain"}
    assert engine.mandatory_open() == ("TWO.rows[r].first",)
    assert engine.mandatory("ONE.size")


def test_what_one_tier_asked_stays_in_sight_in_the_next_and_need_not_be_answered(form: Definition) -> None:
    """A carried question is neither hidden nor demanded; a mark that the tier takes away is away."""
    engine = _engine(form, "middle")
    assert _shown(engine) == EVERYTHING - {"TWO.rows[r].second"}
    assert not engine.mandatory("ONE.name")
    assert not engine.mandatory("TWO.rows[r].first")
    assert not engine.mandatory("ONE.more")
    assert engine.mandatory("TWO.plain"), "a mark that the tier does not change is the form's own, condition and all"


@pytest.mark.parametrize("size", ["large", None])
def test_a_tier_that_names_nothing_asks_everything(form: Definition, size: str | None) -> None:
    """So does a record that never said how much is asked: doubt asks rather than hides."""
    engine = _engine(form, size)
    assert _shown(engine) == EVERYTHING
    assert engine.dormant() == frozenset()
    assert engine.tier == (size or "")


def test_a_tier_that_the_form_does_not_know_asks_everything(form: Definition) -> None:
    """A code of another version hides nothing."""
    assert _shown(_engine(form, "enormous")) == EVERYTHING
    assert scope_of(form, "enormous").left_out == frozenset()


def test_moving_up_brings_back_every_answer(form: Definition) -> None:
    """The change says what came, and nothing that was answered is asked again."""
    engine = _engine(form, "small")
    changed = engine.set_answer("ONE.size", Answer(value="large"))
    assert {"ONE.more", "ONE.extra", "TWO.rows[r].second", "TWO.plain"} <= changed
    assert engine.dormant() == frozenset()
    assert engine.answer("ONE.more").value == "B"


def test_a_form_without_tiers_is_as_it_was(tmp_path: Path) -> None:
    """Nothing is hidden, nothing is compiled that was not there before."""
    plain = load_yaml(write_form(tmp_path, {"ONE": page("ONE", ONE)}, {"sizes": SIZES}))
    assert plain.tiers is None
    assert b"tiers" not in compile_definition(plain)
    engine = Engine(plain, {"ONE.size": Answer(value="small")}, {}, TODAY)
    assert (engine.tier, engine.visible("ONE.more")) == ("", True)


def test_the_compiled_form_carries_its_tiers(form: Definition) -> None:
    """A laptop that has never seen the sources asks the same."""
    again = read_compiled(compile_definition(form))
    assert again.tiers == form.tiers
    assert scope_of(again, "small") == scope_of(form, "small")


def test_the_ladder_has_an_order(form: Definition) -> None:
    """The tiers stand from the smallest up; what is not on the ladder stands above it, as it asks everything."""
    assert form.tiers is not None
    assert [form.tiers.place(size) for size in ("small", "middle", "large", "")] == [0, 1, 2, 3]
    assert is_asked(form, "small", "TWO")
    assert not is_asked(form, "small", "TWO.plain")
    assert tier_named(form, {}) == ""


CHANGES = st.lists(
    st.one_of(
        st.tuples(st.just("ONE.size"), st.sampled_from(["small", "middle", "large", None])),
        st.tuples(
            st.sampled_from(["ONE.name", "ONE.more", "ONE.extra", "TWO.plain", "TWO.rows[r].first"]),
            st.sampled_from(["x", None]),
        ),
    ),
    max_size=8,
)


@settings(deadline=None, max_examples=60)
@given(changes=CHANGES)
def test_an_engine_that_changed_its_tier_is_the_same_as_a_fresh_one(
    form: Definition, changes: list[tuple[str, str | None]]
) -> None:
    """However often the tier moved and whatever was answered between, nothing is left over."""
    engine = _engine(form, "small")
    answers = {path: engine.answer(path) for path in ("ONE.size",)}
    answers |= {path: Answer(value=value) for path, value in {"ONE.name": "A", "ONE.more": "B"}.items()}
    answers |= {"TWO.rows[r].second": Answer(value="C"), "TWO.plain": Answer(value="D")}
    for path, value in changes:
        before = _shown(engine)
        changed = engine.set_answer(path, None if value is None else Answer(value=value))
        assert before ^ _shown(engine) <= changed
        if value is None:
            answers.pop(path, None)
        else:
            answers[path] = Answer(value=value)
    fresh = Engine(form, answers, {"TWO.rows": ["r"]}, TODAY)
    for view in (_shown, Engine.dormant, Engine.mandatory_open, Engine.balance):
        assert view(engine) == view(fresh)
    assert [engine.counts(module) for module in ("ONE", "TWO")] == [fresh.counts(module) for module in ("ONE", "TWO")]


FAULTS = {
    "an unknown question": ("question: ONE.size", "question: ONE.sise", (2, "unknown_address")),
    "a question that is no choice": ("question: ONE.size", "question: ONE.name", (2, "tier_question")),
    "an unknown line": ("asks: [ONE.name]", "asks: [ONE.nane]", (10, "unknown_address")),
    "an unknown module": ("asks: [ONE, TWO.plain]", "asks: [ONE, SIX]", (18, "unknown_address")),
    "a path in place of an address": ("asks: [TWO.rows.first]", "asks: ['TWO.rows[r].first']", (11, "unknown_address")),
    "an unknown mark": ("optional: [ONE.more]", "optional: [ONE.mire]", (20, "unknown_address")),
    "an unknown question that is filled in": (
        "optional: [ONE.more]",
        "optional: [ONE.more]\n    fills: {ONE.mire: x}",
        (21, "unknown_address"),
    ),
    "a value that does not fit": (
        "optional: [ONE.more]",
        "optional: [ONE.more]\n    fills: {ONE.size: enormous}",
        (21, "initial_misfit"),
    ),
    "something hidden that is filled in": (
        "mandatory: [ONE.size]",
        "mandatory: [ONE.size]\n    fills: {TWO.plain: x}",
        (13, "tier_mark"),
    ),
    "something hidden that is mandatory": ("mandatory: [ONE.size]", "mandatory: [TWO.plain]", (12, "tier_mark")),
    "a page that is mandatory": ("mandatory: [ONE.size]", "mandatory: [ONE]", (12, "tier_mark")),
    "an unknown tier carried": ("carries: small", "carries: smell", (17, "tier_unknown")),
    "itself carried": ("carries: small", "carries: middle", (17, "tier_unknown")),
    "a tier that is no option": ("id: large", "id: huge", (21, "tier_code")),
    "a missing sentence": ("    sentence: {en: Little is asked.}\n", "", (5, "missing_key")),
    "a budget of nothing": ("budget: 9", "budget: 0", (16, "wrong_type")),
    "a key that nobody knows": ("budget: 9", "budget: 9\n    bugdet: 8", (17, "unknown_key")),
    "a line without a question": ("{en: Row, asks: [TWO.rows.first]}", "{en: Row}", (11, "missing_key")),
    "the same tier twice": ("id: middle", "id: small", (13, "duplicate_id")),
    "another name": ("id: tiers", "id: sizes", (1, "file_name")),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_the_tiers_has_its_line(tmp_path: Path, fault: str) -> None:
    """Whoever writes a form finds each slip where it stands."""
    old, new, expected = FAULTS[fault]
    assert old in TIERS
    found = check([_write(tmp_path, TIERS.replace(old, new, 1))])
    assert expected in {(each.line, each.code) for each in found if each.file.endswith("tiers.yaml")}


def test_a_file_of_tiers_that_is_missing_or_unlisted(tmp_path: Path) -> None:
    """An instrument names the file, and the file is there; neither without the other."""
    folder = _write(tmp_path)
    assert check([folder]) == []
    (folder / "tiers.yaml").rename(folder / "sizes.yaml")
    assert {each.code for each in check([folder])} == {"file_unlisted", "file_missing"}


def test_rule_texts_name_tiers_variants_and_severities_that_exist(tmp_path: Path) -> None:
    """A rule cannot be switched off by a slip in the name of a tier, nor a case weigh what the rule never does."""
    folder = _write(tmp_path)
    (folder.parent / "rules").mkdir()
    (folder.parent / "rules" / "sample.yaml").write_text(
        dedent(
            """\
            id: sample
            version: 1.0.0
            rules:
            - id: R01
              title: {en: T}
              severity: blocker
              gate: submit
              tiers: {small: advisory, massive: blocker, large: {own: blocker, other: justify}}
              message: {en: M}
              why: {en: W}
              mend: {en: M}
              variants:
                own: {message: {en: M}}
                grave: {severity: justify, message: {en: M}}
              questions: [ONE.name]
            """
        ),
        encoding="utf-8",
    )
    found = [(each.line, each.code) for each in check([folder.parent]) if each.file.endswith("rules/sample.yaml")]
    assert found == [(8, "tier_unknown"), (8, "unknown_word"), (14, "unknown_word")]
