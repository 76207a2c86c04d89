"""A small form with one question of each kind, and a keeper that remembers what it was told."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from hsb_assess.instrument.schema import Definition
from hsb_assess.record.unsealed import reading_from
from ui.form.form import Form
from ui.form.model import FormModel
from ui.form.section import SectionView

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pydantic import JsonValue
    from pytestqt.qtbot import QtBot

    from hsb_assess.domain.answer import Answer

TODAY = date(2026, 4, 20)
NOW = datetime(2026, 4, 20, 14, 5, tzinfo=ZoneInfo("Europe/London"))


def item(address: str, kind: str, label: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 (a form is plain data)
    """Return one item as the schema reads it; nested items are named after their group."""
    inside = [
        item(f"{address}.{name}", *rest[:2], **(rest[2] if len(rest) > 2 else {}))
        for name, *rest in more.pop("items", [])
    ]
    for key in ("hint", "help", "row_label"):
        if key in more:
            more[key] = {"en": more[key]}
    if isinstance(more.get("options"), list):
        more["options"] = [{"code": code, "en": words, "ordinal": ordinal} for code, words, ordinal in more["options"]]
    return {
        "id": address.rpartition(".")[2],
        "address": address,
        "type": kind,
        "label": {"en": label},
        "items": inside,
        **more,
    }


YES_NO = [("yes", "Yes", None), ("no", "No", None)]
MANY = [(f"c{at}", f"Option {at}", None) for at in range(8)]
SCALE = [(f"p{at}", f"Point {at}", at) for at in range(5)]

QUESTIONS = [
    (
        "name",
        "text",
        "What is this child’s name?",
        {"mandatory": True, "hint": "As it is written on papers.", "help": "Any name will do."},
    ),
    ("story", "longtext", "What was reported?", {"verbatim": True, "evidence": "required", "max_length": 40}),
    ("complex", "choice", "Is it complex?", {"options": YES_NO}),
    ("why", "longtext", "Why is it complex?", {"mandatory": True, "when": {"question": "X1.complex", "is": "yes"}}),
    ("place", "choice", "Where was it?", {"options": MANY}),
    ("kinds", "multichoice", "What kinds?", {"options": [("b", "Beta", None), ("a", "Alpha", None)]}),
    ("need", "scale", "How great is the need?", {"options": SCALE, "evidence": "at_extremes"}),
    ("age", "number", "How old?", {"minimum": 0, "maximum": 25}),
    ("born", "date", "When born?", {"mandatory": True}),
    ("told", "datetime", "When were the police told?", {"agrees": [{"not_before": "X1.born"}]}),
    ("danger", "state", "Is anybody in danger?", {"evidence": "offered"}),
    (
        "shares",
        "state",
        "Do they share a home?",
        {"plain_fact": True, "absences": ["not_asked", "unknown", "declined"]},
    ),
    ("lead", "ref", "Who leads?", {"of": ["person"], "filter": {"is": ["worker"]}}),
    ("with", "ref", "Who else?", {"of": ["person"], "multiple": True}),
]
ROWS = [
    ("when", "date", "When?", {"mandatory": True}),
    ("who", "ref", "Who?", {"of": ["person"]}),
    ("rough", "choice", "Was it rough?", {"options": YES_NO}),
    ("how", "text", "How?", {"when": {"question": "X1.incidents.rough", "is": "yes"}, "mandatory": True}),
    ("more", "longtext", "What else?", {}),
]
PERSON = [
    ("label", "text", "What are they called?", {"mandatory": True}),
    (
        "is",
        "choice",
        "Who is this?",
        {"mandatory": True, "options": [("child", "Child", None), ("worker", "Worker", None)]},
    ),
    ("relation", "text", "What is their relation?", {}),
    ("role", "text", "What is their role?", {"when": {"question": "THINGS.person.is", "is": "worker"}}),
]
EVIDENCE = [
    ("source", "ref", "From whom?", {"mandatory": True, "of": ["person"]}),
    ("when", "date", "When did it happen?", {"mandatory": True}),
    ("what", "longtext", "What was said?", {"mandatory": True}),
    ("sure", "choice", "How sure?", {"options": YES_NO, "initial": "yes"}),
]


def _module(name: str, title: str, *items: dict[str, Any], **more: Any) -> dict[str, Any]:  # noqa: ANN401 (as above)
    return {"id": name, "title": {"en": title}, "items": list(items), **more}


@pytest.fixture(scope="session")
def definition() -> Definition:
    """The small form."""
    questions = [item(f"X1.{name}", kind, label, **more) for name, kind, label, more in QUESTIONS]
    incidents = item(
        "X1.incidents",
        "group",
        "Incidents",
        help="One row for each.",
        repeats=True,
        columns=["when", "who"],
        row_label="Incident",
        items=ROWS,
    )
    asked = [("one", "state", "One kind?", {"child_voice": True}), ("two", "state", "Another kind?")]
    grid = item("X1.grid", "group", "Harm", help="Each is asked about every child.", items=asked)
    person = item(
        "THINGS.person",
        "group",
        "People",
        repeats=True,
        of=["person"],
        columns=["label", "is", "relation"],
        items=PERSON,
    )
    evidence = item(
        "THINGS.evidence",
        "group",
        "Evidence",
        repeats=True,
        of=["evidence"],
        columns=["source", "when", "what"],
        items=EVIDENCE,
    )
    return Definition.model_validate(
        {
            "id": "small",
            "version": "1",
            "title": {"en": "Small form"},
            "modules": [
                _module("X1", "One", *questions, incidents, grid, side="needs", intro={"en": "About one thing."}),
                _module("X2", "Two", item("X2.last", "text", "Anything else?"), side="strengths"),
                _module("THINGS", "Things", person, evidence),
            ],
        }
    )


class Remembering:
    """A keeper that does everything at once and remembers it."""

    def __init__(self) -> None:
        self.drafts: list[tuple[str, Any, int]] = []
        self.records: list[tuple[str, Answer]] = []
        self.removed: list[str] = []
        self.refuse = False
        self._made = 0

    def draft(self, path: str, value: JsonValue, cursor: int) -> None:
        """Remember a draft."""
        self.drafts.append((path, value, cursor))

    def record(self, path: str, answer: Answer, failed: Callable[[], None], *, noted: bool = False) -> None:
        """Remember an answer, or refuse it."""
        del noted
        if self.refuse:
            failed()
        else:
            self.records.append((path, answer))

    def add_row(self, group_path: str, done: Callable[[str], None]) -> None:
        """Make a row."""
        del group_path
        done(self._next())

    def remove_row(self, row_path: str, done: Callable[[], None]) -> None:
        """Remember a removal."""
        self.removed.append(row_path)
        done()

    def add_thing(self, kind: str, fields: Mapping[str, Answer], done: Callable[[str], None]) -> None:
        """Make a thing."""
        del kind, fields
        done(self._next())

    def now(self) -> datetime:
        """Return the day of the tests."""
        return NOW

    def _next(self) -> str:
        self._made += 1
        return f"made{self._made}"


@pytest.fixture
def keeper() -> Remembering:
    """A fresh keeper."""
    return Remembering()


@pytest.fixture
def model(definition: Definition, keeper: Remembering, qtbot: QtBot) -> FormModel:
    """The small form in a case with two people."""
    del qtbot  # a Qt object needs the application
    people = {
        "ann": {"label": "Ann Lee", "is": "worker", "relation": "social worker"},
        "bee": {"label": "half-sister B", "is": "child", "relation": "half-sister"},
    }
    return FormModel(reading_from(definition, {}, {"person": people}, today=TODAY), keeper)


@pytest.fixture
def form(model: FormModel) -> Form:
    """Its fields."""
    return Form(model)


@pytest.fixture
def section(form: Form, qtbot: QtBot) -> SectionView:
    """The first section in a window that has the keyboard."""
    made = SectionView(form, form.model.definition.module("X1"))
    qtbot.addWidget(made)
    made.resize(760, 900)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    return made
