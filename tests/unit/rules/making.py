"""Makes small records for the tests of the rules: what is answered, what is entered, and what a rule says of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from hsb_assess.datafiles import data_dir
from hsb_assess.domain.answer import Answer
from hsb_assess.exchange.prefill import read_answers
from hsb_assess.exchange.prefill_reading import things_on
from hsb_assess.instrument.catalogue import Catalogue
from hsb_assess.instrument.loading import load_yaml
from hsb_assess.record.unsealed import reading_from
from hsb_assess.rules.check import RULES, RuleBook
from hsb_assess.rules.finding import Case, Circumstances, Skipped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hsb_assess.exchange.prefill import AnswersFile
    from hsb_assess.instrument.schema import Definition
    from hsb_assess.record.reading import Reading
    from hsb_assess.rules.finding import Outcome

FORMS = Path(__file__).resolve().parents[3] / "forms"
DEMO = data_dir("resources") / "demo"
TODAY = date(2026, 6, 8)

YES = {"state": "yes"}
SUSPECTED = {"state": "suspected"}
CONFLICTING = {"state": "conflicting"}
NONE_FOUND = {"state": "none_found"}

PASSES: list[tuple[str, ...]] = []
NOT_EVALUATED = "not evaluated"

HARM_LINES = tuple(
    f"M05.harm.{line}"
    for line in (
        "sexual",
        "exploitation",
        "sibling_peer",
        "online",
        "physical",
        "emotional",
        "neglect",
        "domestic_abuse",
        "bullying",
        "institutional",
        "harmful_practice",
    )
)

PEOPLE: dict[str, dict[str, Any]] = {
    "a": {"label": "Child A", "is": "this_child"},
    "mother": {"label": "mother", "is": "adult"},
    "partner": {"label": "Adult M", "is": "adult"},
    "worker": {"label": "Worker P", "is": "worker"},
}
"""Who is in every small case; other children are added where a test is about them."""

SISTER = {"b": {"label": "half-sister B", "is": "child"}}
PUPIL = {"pupil": {"label": "pupil", "is": "child"}}


@dataclass(frozen=True)
class Given:
    """What a record holds: answers by path, and things by kind and label, besides the people of every case."""

    answers: Mapping[str, Any] = field(default_factory=dict)
    things: Mapping[str, Mapping[str, Mapping[str, Any]]] = field(default_factory=dict)


def given(answers: Mapping[str, Any] | None = None, **things: Mapping[str, Mapping[str, Any]]) -> Given:
    """Return what a record holds; people are added to those of every case."""
    everything = {**things, "person": {**PEOPLE, **things.get("person", {})}}
    labels = [label for labelled in everything.values() for label in labelled]
    assert len(labels) == len(set(labels)), "labels stand in for ids, so two things cannot share one"
    return Given(answers or {}, everything)


def table(*rows: tuple[str, Given, object]) -> pytest.MarkDecorator:
    """Turn rows of title, record and what the rule says into the cases of one test."""
    return pytest.mark.parametrize(
        ("held", "expected"), [pytest.param(held, expected, id=title) for title, held, expected in rows]
    )


def on(day: str, **more: object) -> dict[str, Any]:
    """Return a date answer: a day, a month or a year, perhaps with its end."""
    return {"date": day, **more}


def cited(value: object, *items: str) -> Answer:
    """Return an answer that cites evidence items."""
    return Answer(value=value, evidence=items)


def every_line(value: object) -> dict[str, Any]:
    """Return one and the same answer for each line about harm to this child."""
    return dict.fromkeys(HARM_LINES, value)


@cache
def definition() -> Definition:
    """Return the holistic form as its sources say it."""
    return load_yaml(FORMS / "holistic")


@cache
def data(path: str) -> Mapping[str, Any]:
    """Return one of the form's data files."""
    found: Mapping[str, Any] = yaml.safe_load((FORMS / path).read_text(encoding="utf-8"))
    return found


def england() -> Mapping[str, Any]:
    """Return the guidance profile."""
    return data("profiles/england.yaml")


@cache
def book() -> RuleBook:
    """Return the texts of the rules and the words to avoid, as their sources say them."""
    return RuleBook.of(data("rules/holistic.yaml"), data("language/en_GB.yaml"))


def reading(held: Given, today: date = TODAY) -> Reading:
    """Return what a record holds as a reading."""
    return reading_from(definition(), held.answers, held.things, today=today, profile=england())


def outcome(rule: str, held: Given, today: date = TODAY, about: Circumstances | None = None) -> Outcome:
    """Return what one rule says of a record, before it is put into words."""
    judge = next(each.judge for each in RULES if each.id == rule)
    return judge(Case(reading(held, today), today, about or Circumstances()))


def said(rule: str, held: Given, today: date = TODAY, about: Circumstances | None = None) -> object:
    """Return the questions of each way in which a rule fired, or ``NOT_EVALUATED``."""
    found = outcome(rule, held, today, about)
    return NOT_EVALUATED if isinstance(found, Skipped) else [fired.questions for fired in found]


def weighed(rule: str, held: Given, today: date = TODAY, about: Circumstances | None = None) -> object:
    """Return the severity and the questions of each way in which a rule fired, or ``NOT_EVALUATED``."""
    found = outcome(rule, held, today, about)
    if isinstance(found, Skipped):
        return NOT_EVALUATED
    words = book().texts[rule].words
    return [(str(fired.severity or words(fired.variant).severity), *fired.questions) for fired in found]


@cache
def _told(name: str) -> AnswersFile:
    return read_answers(DEMO / f"{name}.yaml", Catalogue.shipped())


def told(name: str, answers: Mapping[str, Any] | None = None, **things: Mapping[str, Mapping[str, Any]]) -> Given:
    """Return what one of the fictional cases says, with what is recorded later on top of it; labels are those of its file."""
    found = _told(name)
    assert found.today is not None
    held = things_on(found, found.today)
    merged = {kind: {**held.get(kind, {}), **things.get(kind, {})} for kind in {*held, *things}}
    return Given({**found.answers, **(answers or {})}, merged)
