"""A fictional case as a script: the steps in which it is entered, and a way to enter it without windows.

The demonstration types a script through the windows; tests, pictures and measurements play it through the acts, and
so does whoever takes an answers file into a vault.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hsb_assess.desk import assessing, gathering, reviewing
from hsb_assess.desk.steps import Step, steps_between
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.exchange.prefill import ME, THIS_CHILD, lay_over, read_answers
from hsb_assess.instrument.catalogue import Catalogue
from hsb_assess.instrument.nodes import read_file, read_text
from hsb_assess.instrument.schema import ItemType

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.domain.answer import Answer
    from hsb_assess.exchange.prefill import AnswersFile
    from hsb_assess.instrument.nodes import Node
    from hsb_assess.instrument.schema import Definition

__all__ = ["Labels", "Script", "accept_explanations", "explain", "known_people", "play", "read_script", "steps_of_text"]

_STEP = re.compile(r"([^\[\]]*)(?:\[(\w+)\])?")


@dataclass(frozen=True)
class Script:
    """A case to be entered: its day, its people's cards, its steps by phase.

    ``first_draft`` and ``completion`` lead to two answers files, ``after_return`` and ``review`` to what the two people
    add later. ``explanations`` give, by rule, the words and the labels of evidence that answer a finding.
    """

    today: date
    reference: str
    practitioner: Mapping[str, str]
    supervisor: Mapping[str, str]
    conversation: Mapping[str, Any]
    phases: Mapping[str, tuple[Step, ...]]
    explanations: Mapping[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)


@dataclass
class Labels:
    """What the labels of a script stand for, once it is being entered."""

    definition: Definition
    ids: dict[str, str] = field(default_factory=dict)

    def key(self, row: str) -> str:
        """Return under which name a row is kept: its label where it is a thing, its whole path where it is not."""
        group, _, label = row[:-1].rpartition("[")
        return label if self.definition.item(group).kind is not None else row

    def path(self, path: str) -> str:
        """Return ``path`` with row ids for labels."""
        said = made = ""
        for piece, label in _STEP.findall(path):
            said, made = said + piece, made + piece
            if label:
                said = f"{said}[{label}]"
                made = f"{made}[{self.ids[self.key(said)]}]"
        return made

    def answer(self, path: str, answer: Answer) -> Answer:
        """Return an answer to the question at ``path`` with ids for the labels that it picks and cites."""
        item = self.definition.item(path)
        value = answer.value
        if item.type is ItemType.REF:
            picked = value if isinstance(value, list) else [value]
            ids = [self.ids[label] for label in picked if isinstance(label, str)]
            value = [*ids] if isinstance(value, list) else ids[0]
        return answer.model_copy(update={"value": value, "evidence": tuple(self.ids[each] for each in answer.evidence)})


def read_script(path: Path) -> Script:
    """Read a journey of the demonstration and the answers files that it names; all of them came with the app.

    Raises :class:`.AnswersFaults` for answers that do not fit the form, and ``journey`` for a file that is none.
    """
    node, faults = read_file(path)
    if node is None or node.entries is None or faults:
        raise HsbAssessError("journey", "A journey of the demonstration cannot be read.", "Install the app again.")
    catalogue, told = Catalogue.shipped(), node.entries
    folder = path.parent.parent
    draft = read_answers(folder / told["draft"].text, catalogue)
    complete = read_answers(folder / told["complete"].text, catalogue)
    today = complete.today
    if today is None:
        raise HsbAssessError("journey", "A journey of the demonstration has no day.", "Install the app again.")
    answered = lay_over(complete, told["after_return"], str(path))
    reviewed = lay_over(answered, told["review"], str(path), review=True)
    reference = complete.answers["M00.ref"].value
    return Script(
        today=today,
        reference=str(reference),
        practitioner=_texts(told["practitioner"]),
        supervisor=_texts(told["supervisor"]),
        conversation=_plain(told["conversation"]),
        phases={
            "first_draft": steps_between(None, draft, today),
            "completion": steps_between(draft, complete, today),
            "after_return": steps_between(complete, answered, today),
            "review": steps_between(answered, reviewed, today),
        },
        explanations=_explanations(told.get("explanations")),
    )


def _texts(node: Node) -> dict[str, str]:
    return {key: part.text for key, part in (node.entries or {}).items()}


def _plain(node: Node) -> dict[str, Any]:
    found = node.plain()
    return found if isinstance(found, dict) else {}


def _explanations(node: Node | None) -> dict[str, tuple[str, tuple[str, ...]]]:
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for rule, said in (node.entries or {}).items() if node is not None else ():
        parts = said.entries or {}
        found[rule] = (parts["words"].text, tuple(part.text for part in parts["evidence"].parts or ()))
    return found


def steps_of_text(definition: Definition, text: str, today: date, under: AnswersFile | None = None) -> tuple[Step, ...]:
    """Return the steps of a mapping of ``things`` and ``answers``, written as an answers file has them."""
    from hsb_assess.exchange.prefill import AnswersFile

    node, faults = read_text(text.encode(), "steps")
    if node is None or faults:
        raise HsbAssessError("journey", "These steps cannot be read.", "Check how they are written.")
    before = under or AnswersFile(definition)
    return steps_between(before, lay_over(before, node, "steps"), today)


def known_people(at: Workplace, case: str, definition: Definition) -> Labels:
    """Return labels that know the child (``this_child``) and the worker (``me``) of a fresh case."""
    labels = Labels(definition)
    for thing in gathering.things(at, case).values():
        if thing.value("is") == "this_child":
            labels.ids[THIS_CHILD] = thing.id
        elif thing.value("card") == at.identity.person:
            labels.ids[ME] = thing.id
    return labels


def play(at: Workplace, case: str, assessment: str, steps: Iterable[Step], labels: Labels) -> None:
    """Enter ``steps`` into ``assessment`` through the acts, filling ``labels`` on the way."""
    for step in steps:
        for new in step.needs:
            if new.label not in labels.ids:
                fields = {name: labels.answer(f"things.{new.kind}.{name}", each) for name, each in new.fields.items()}
                labels.ids[new.label] = str(gathering.add_thing(at, case, new.kind, fields).created)
        if step.is_row:
            _play_row(at, case, assessment, step, labels)
        else:
            answer = labels.answer(step.path, step.answer)
            assessing.record_answer(at, assessment, labels.path(step.path), answer)


def _play_row(at: Workplace, case: str, assessment: str, step: Step, labels: Labels) -> None:
    group = step.path[: step.path.rindex("[")]
    kind = labels.definition.item(group).kind
    fields = {name: labels.answer(f"{group}.{name}", each) for name, each in step.fields.items()}
    if kind is not None:
        labels.ids[labels.key(step.path)] = str(gathering.add_thing(at, case, kind, fields).created)
        return
    row = str(assessing.add_row(at, assessment, labels.path(group)).created)
    labels.ids[labels.key(step.path)] = row
    for name, answer in fields.items():
        assessing.record_answer(at, assessment, f"{labels.path(group)}[{row}].{name}", answer)


def explain(at: Workplace, assessment: str, story: Script, labels: Labels) -> None:
    """Give each finding that asks for one its explanation; raises ``KeyError`` where the script has none."""
    for finding in assessing.findings(at, assessment).findings:
        if finding.severity == "justify":
            words, evidence = story.explanations[finding.rule]
            ids = [labels.ids[each] for each in evidence]
            assessing.justify(at, assessment, finding.key, words, ids)


def accept_explanations(at: Workplace, assessment: str) -> None:
    """Accept, as the supervisor, each explanation that waits for it."""
    for finding in reviewing.review(at, assessment).waiting:
        if finding.severity == "justify":
            reviewing.accept_justification(at, assessment, finding.key, accepted=True)
