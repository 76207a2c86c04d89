"""Scores: numbers worked out from answers, and nothing where they cannot be."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from hsb_assess.domain.answer import NOT_ASKED, answered
from hsb_assess.instrument.engine import Engine
from hsb_assess.instrument.meaning import problems
from hsb_assess.instrument.schema import Definition
from hsb_assess.instrument.score import Score, work_out

TODAY = date(2026, 4, 20)


def number(value: float) -> dict[str, Any]:
    """Return a score that is a number."""
    return {"op": "number", "number": value}


NOTHING = {"op": "divide", "parts": [number(1), number(0)]}


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (number(2.0), 2),
        ({"op": "add", "parts": [number(1), number(2)]}, 3),
        ({"op": "subtract", "parts": [number(1), number(3)]}, -2),
        ({"op": "subtract", "parts": [number(1)]}, -1),
        ({"op": "multiply", "parts": [number(1.5), number(3)]}, 4.5),
        ({"op": "divide", "parts": [number(7), number(2)]}, 3.5),
        (NOTHING, None),
        ({"op": "add", "parts": [number(1), NOTHING]}, None),
        ({"op": "sum", "parts": [number(1), NOTHING]}, 1),
        ({"op": "sum", "parts": [NOTHING]}, None),
        ({"op": "least", "parts": [number(4), number(2)]}, 2),
        ({"op": "greatest", "parts": [number(4), NOTHING]}, 4),
        ({"op": "round", "parts": [number(2.5)]}, 3),
        ({"op": "round", "number": 1, "parts": [number(-2.25)]}, -2.3),
        ({"op": "multiply", "parts": [number(1e14), number(1e14)]}, None),
    ],
)
def test_each_step_gives_a_number_or_nothing(score: dict[str, Any], expected: float | None) -> None:
    """Every step ends, and what cannot be worked out is nothing."""
    assert work_out(Score.model_validate(score), lambda _: None, lambda _: True) == expected


@pytest.mark.parametrize(
    "score",
    [
        {"op": "number"},
        {"op": "value"},
        {"op": "add"},
        {"op": "divide", "parts": [number(1)]},
        {"op": "choose", "parts": [number(1)]},
        {"op": "number", "number": float("nan")},
        {"op": "count", "question": "M01.a", "parts": [number(1)]},
    ],
)
def test_a_step_with_other_parts_than_it_takes_is_refused(score: dict[str, Any]) -> None:
    """A score has one shape for each step."""
    with pytest.raises(ValidationError):
        Score.model_validate(score)


def form(*items: dict[str, Any]) -> Definition:
    """Return a form of one page with these items directly on it."""
    placed = [{"address": f"M01.{item['id']}", "label": {"en": "L"}, **item} for item in items]
    pages = [{"id": "M01", "title": {"en": "P"}, "items": placed}]
    return Definition.model_validate({"id": "f", "version": "1", "title": {"en": "F"}, "modules": pages})


OFTEN = [{"code": "never", "en": "Never", "ordinal": 0}, {"code": "often", "en": "Often", "ordinal": 3}]
SUM = {"op": "sum", "parts": [{"op": "points", "question": f"M01.{name}"} for name in ("a", "b")]}
SCORED = form(
    {"id": "a", "type": "choice", "options": OFTEN},
    {"id": "b", "type": "choice", "options": OFTEN},
    {"id": "total", "type": "number", "calculate": SUM, "read_only": True},
    {"id": "twice", "type": "decimal", "hidden": True, "calculate": {"op": "add", "parts": [
        {"op": "value", "question": "M01.total"}, {"op": "value", "question": "M01.total"}]}},
    {"id": "why", "type": "text", "mandatory": True, "when": {"question": "M01.twice", "at_least": 10}},
)  # fmt: skip


def test_a_score_follows_the_answers_and_shows_what_rests_on_it() -> None:
    """A total of points, a number that rests on it, and a question that is asked from a number on."""
    engine = Engine(SCORED, {}, {}, TODAY)
    assert engine.answer("M01.total") == NOT_ASKED
    engine.set_answer("M01.a", answered("often"))
    assert engine.answer("M01.total").value == 3
    assert not engine.visible("M01.why")
    assert "M01.why" in engine.set_answer("M01.b", answered("often"))
    assert engine.worked_out()["M01.twice"].value == 12
    assert engine.mandatory_open() == ("M01.why",)
    fresh = Engine(SCORED, {"M01.a": answered("often"), "M01.b": answered("often")}, {}, TODAY)
    assert fresh.worked_out() == engine.worked_out()
    assert fresh.visible("M01.why")


def test_what_is_worked_out_or_hidden_is_nobodys_to_answer() -> None:
    """Neither counts as a question, and what is hidden is on no page."""
    engine = Engine(SCORED, {"M01.a": answered("often")}, {}, TODAY)
    assert engine.counts("M01") == (1, 1, 0)
    assert "M01.twice" not in engine.paths("M01")


@pytest.mark.parametrize(
    ("calculate", "kind", "code"),
    [
        ({"op": "value", "question": "M01.nothing"}, "number", "unknown_address"),
        ({"op": "value", "question": "M01.t"}, "number", "score_misfit"),
        ({"op": "points", "question": "M01.t"}, "number", "score_misfit"),
        ({"op": "value", "question": "M01.total"}, "number", "condition_cycle"),
        ({"op": "count", "question": "M01.t"}, "text", "score_place"),
    ],
)
def test_a_score_that_means_nothing_is_a_fault(calculate: dict[str, Any], kind: str, code: str) -> None:
    """Unknown questions, questions without numbers, scores of themselves."""
    definition = form({"id": "t", "type": "text"}, {"id": "total", "type": kind, "calculate": calculate})
    assert code in [each.wrong.code for each in problems(definition)]
