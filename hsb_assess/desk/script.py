"""A fictional case as a script: the steps in which it is entered, and a way to enter it without windows.

The demonstration types a script through the windows; tests, pictures and measurements play it through the acts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import yaml

from hsb_assess.desk import assessing, gathering
from hsb_assess.domain.answer import Absence, Answer
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.schema import ItemType

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from pydantic import JsonValue

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.instrument.schema import Definition, Item

__all__ = ["Labels", "Script", "Step", "play", "read_script"]

_ROW = re.compile(r"\[(\w+)\]")


@dataclass(frozen=True)
class Step:
    """One step. ``does`` is person, row, set, evidence or cite; ``label`` names what it makes.

    ``path`` is the group, or the question, with labels for row ids. ``fields`` are values by field id (for
    ``set`` under ``value``, or ``absence`` and ``detail``); ``items`` are labels of evidence.
    """

    does: str
    label: str
    path: str
    fields: Mapping[str, Any]
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class Script:
    """A case to be entered: its day, its people's cards, and its steps by phase."""

    today: date
    reference: str
    practitioner: Mapping[str, str]
    supervisor: Mapping[str, str]
    conversation: Mapping[str, Any]
    phases: Mapping[str, tuple[Step, ...]]


@dataclass
class Labels:
    """What the labels of a script stand for, once it is being entered."""

    definition: Definition
    ids: dict[str, str] = field(default_factory=dict)

    def path(self, path: str) -> str:
        """Return ``path`` with row ids for labels."""
        return _ROW.sub(lambda found: f"[{self.ids[found.group(1)]}]", path)

    def item(self, address: str) -> Item:
        """Return the question at ``address``, whose rows may be labels."""
        return self.definition.item(_ROW.sub("", address))

    def value(self, item: Item, given: Any) -> JsonValue:  # noqa: ANN401 - whatever a YAML file may hold
        """Return a value of the script in the shape that an answer to ``item`` has."""
        if isinstance(given, str) and given.startswith("@"):
            return self.ids[given[1:]]
        if isinstance(given, list):
            values = [self.value(item, each) for each in given]
            return sorted(values, key=str) if item.type is ItemType.MULTICHOICE else values
        if item.type is ItemType.DATE:
            return {"date": str(given), "about": False, "end": None}
        if item.type is ItemType.DATETIME:
            return given if "T" not in given else datetime.fromisoformat(given).replace(tzinfo=self._zone()).isoformat()
        if isinstance(given, dict):
            return {key: str(part) for key, part in given.items()}
        return given if isinstance(given, int | str) else str(given)

    @staticmethod
    def _zone() -> Any:  # noqa: ANN401 - a time zone of the standard library
        from hsb_assess.domain.clock import LOCAL

        return LOCAL

    def answer(self, item: Item, fields: Mapping[str, Any], standing: Answer) -> Answer:
        """Return the answer that a ``set`` step gives, keeping the evidence that stands."""
        if "absence" in fields:
            detail = {key: str(part) for key, part in fields.get("detail", {}).items()}
            return Answer(absence=Absence(fields["absence"]), detail=detail, evidence=standing.evidence)
        return Answer(value=self.value(item, fields["value"]), evidence=standing.evidence)


def _step(given: Mapping[str, Any]) -> Step:
    fields = dict(given)
    for does, place in (("row", "in"), ("evidence", "for"), ("person", "")):
        if does in fields and (not place or place in fields):
            label = str(fields.pop(does))
            return Step(does, label, str(fields.pop(place)) if place else "", fields)
    if "set" in fields:
        return Step("set", "", str(fields.pop("set")), fields)
    if "cite" in fields:
        return Step("cite", "", str(fields["cite"]), {}, tuple(fields["items"]))
    raise HsbAssessError("script_step", "A step of the demonstration is not understood.", "Install the app again.")


def read_script(path: Path) -> Script:
    """Read a script that came with the app; raises ``script_step`` for a step it does not know."""
    given = yaml.safe_load(path.read_text("utf-8"))
    known = {"vignette", "today", "reference", "practitioner", "supervisor", "conversation"}
    supervisor = given["supervisor"]
    phases = {name: tuple(map(_step, steps)) for name, steps in given.items() if name not in known}
    return Script(
        today=given["today"],
        reference=given["reference"],
        practitioner=given["practitioner"],
        supervisor=supervisor,
        conversation=given["conversation"],
        phases=phases,
    )


def known_people(at: Workplace, case: str, definition: Definition) -> Labels:
    """Return labels that know the child (``this_child``) and the worker (``me``) of a fresh case."""
    labels = Labels(definition)
    for thing in gathering.things(at, case).values():
        if thing.value("is") == "this_child":
            labels.ids["this_child"] = thing.id
        elif thing.value("card") == at.identity.person:
            labels.ids["me"] = thing.id
    return labels


def play(at: Workplace, case: str, assessment: str, steps: Iterable[Step], labels: Labels) -> None:
    """Enter ``steps`` into ``assessment`` through the acts, filling ``labels`` on the way."""
    for step in steps:
        if step.does == "person":
            labels.ids[step.label] = str(gathering.add_thing(at, case, "person", step.fields).created)
        elif step.does == "row":
            _play_row(at, assessment, step, labels)
        elif step.does == "evidence":
            fields = {
                name: Answer(value=labels.value(labels.item(f"things.evidence.{name}"), given))
                for name, given in step.fields.items()
            }
            labels.ids[step.label] = str(gathering.add_thing(at, case, "evidence", fields).created)
            _cite(at, assessment, labels.path(step.path), [labels.ids[step.label]])
        elif step.does == "cite":
            _cite(at, assessment, labels.path(step.path), [labels.ids[each] for each in step.items])
        else:
            path = labels.path(step.path)
            standing = assessing.reading(at, assessment).raw(path)
            answer = labels.answer(labels.item(step.path), step.fields, standing)
            assessing.record_answer(at, assessment, path, answer)


def _play_row(at: Workplace, assessment: str, step: Step, labels: Labels) -> None:
    group = labels.path(step.path)
    labels.ids[step.label] = str(assessing.add_row(at, assessment, group).created)
    for name, given in step.fields.items():
        answer = Answer(value=labels.value(labels.item(f"{step.path}.{name}"), given))
        assessing.record_answer(at, assessment, f"{group}[{labels.ids[step.label]}].{name}", answer)


def _cite(at: Workplace, assessment: str, path: str, items: list[str]) -> None:
    standing = assessing.reading(at, assessment).raw(path)
    evidence = tuple(dict.fromkeys([*standing.evidence, *items]))
    assessing.record_answer(at, assessment, path, standing.model_copy(update={"evidence": evidence}))
