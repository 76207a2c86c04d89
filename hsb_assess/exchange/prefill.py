"""Reads an answers file: one assessment written as YAML by hand or by another program, without a vault.

The bytes come from outside, so they are bounded, carry no tags and no aliases, and every fault is named with its
line and how to mend it. Nothing is written and nothing but the file, and the one that it names as its base, is read.
The format is described in ``docs/answers-file.md``.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from hsb_assess.exchange.prefill_faults import AnswersFaults, Misfit, as_answers_fault, fault
from hsb_assess.exchange.prefill_values import Values
from hsb_assess.instrument.nodes import read_file
from hsb_assess.instrument.paths import parent_row
from hsb_assess.instrument.schema import KINDS, ItemType, Stream, address_of
from hsb_assess.instrument.vocabulary import UNANSWERED
from hsb_assess.record.projection import thing_groups

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from hsb_assess.domain.answer import Answer
    from hsb_assess.exchange.prefill_values import Named
    from hsb_assess.instrument.catalogue import Catalogue
    from hsb_assess.instrument.faults import Fault
    from hsb_assess.instrument.nodes import Node
    from hsb_assess.instrument.schema import Definition, Item

__all__ = ["KEYS", "ME", "THIS_CHILD", "AnswersFile", "lay_over", "read_answers"]

THIS_CHILD: Final = "this_child"
"""The label of the child whom the assessment is about: there without being entered."""
ME: Final = "me"
"""The label of whoever writes the assessment."""

FORMAT: Final = 1
LAYERS: Final = 8
"""How many files may be laid over each other through ``base``."""

KEYS: Final = ("format", "instrument", "version", "today", "base", "note", "things", "answers")
_LABEL: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}")
_PATH: Final = re.compile(r"[A-Za-z0-9_]+(?:\.[a-z][a-z0-9_]*(?:\[[^\[\]]*\])?)+")
_ROW: Final = re.compile(r"\[([^\[\]]*)\]")
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.ya?ml")


@dataclass(frozen=True)
class AnswersFile:
    """What answers files say, the last on top: labels stand for people, things and rows.

    ``things`` reads ``{kind: {label: {field: answer}}}``, ``answers`` ``{path: answer}`` in the order of the file;
    ``M03.incidents[may].band`` is the question ``band`` in the row that the file calls ``may``.
    """

    definition: Definition
    today: date | None = None
    things: Mapping[str, Mapping[str, Mapping[str, Answer]]] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    base: AnswersFile | None = field(default=None, repr=False)
    note: str = ""

    def labels(self) -> dict[str, str]:
        """Return the kind of every label of a thing, the child's and the writer's own too."""
        found = {label: kind for kind, labelled in self.things.items() for label in labelled}
        return {THIS_CHILD: "person", ME: "person", **found}


def read_answers(path: Path, catalogue: Catalogue) -> AnswersFile:
    """Read an answers file and what it is laid over; raises :class:`.AnswersFaults` with everything wrong."""
    reader = _Reader(catalogue)
    found = reader.read(path, LAYERS)
    return reader.checked(found)


def lay_over(under: AnswersFile, node: Node, file: str, *, review: bool = False) -> AnswersFile:
    """Lay the ``things`` and ``answers`` of a mapping over a file; with ``review`` the supervisor's own answers too.

    Raises :class:`.AnswersFaults`; ``file`` names where the mapping stands.
    """
    layer = _Layer(under.definition, file, under.labels(), review=review)
    for key, part, line in layer.mapping(node, "This"):
        if key == "things":
            layer.take_things(part)
        elif key == "answers":
            layer.take_answers(part)
        else:
            layer.values.faults.append(fault(Misfit.UNKNOWN_KEY, file, line, key=key, known="things, answers"))
    found = _laid_over(under, layer, under.today)
    faults = [*layer.values.faults, *_unknown(found, layer.values.named)]
    if faults:
        raise AnswersFaults(faults)
    return found


class _Reader:
    """Reads one file after another, the base before what is laid over it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.faults: list[Fault] = []
        self.named: list[Named] = []

    def checked(self, found: AnswersFile | None) -> AnswersFile:
        """Return what was read once every label is known; raises what is wrong."""
        if found is not None:
            self.faults += _unknown(found, self.named)
        if self.faults or found is None:
            raise AnswersFaults(self.faults)
        return found

    def read(self, path: Path, layers: int) -> AnswersFile | None:
        """Read one file; ``None`` where what follows could not be understood."""
        file = str(path)
        node, faults = read_file(path)
        self.faults += [as_answers_fault(each) for each in faults]
        if node is None:
            return None
        if node.entries is None:
            self.faults.append(fault(Misfit.NOT_A_MAPPING, file, node.line, what="The file"))
            return None
        for key in set(node.entries) - set(KEYS):
            line = node.key_lines[key]
            self.faults.append(fault(Misfit.UNKNOWN_KEY, file, line, key=key, known=", ".join(KEYS)))
        definition = self._definition(node, file)
        if definition is None:
            return None
        base = self._base(path, node, layers)
        if base is not None and base.definition.hash != definition.hash:
            self.faults.append(fault(Misfit.BASE_OTHER, file, node.key_lines["base"]))
            return None
        layer = _Layer(definition, file, base.labels() if base is not None else {})
        layer.take_things(node.entries.get("things"))
        layer.take_answers(node.entries.get("answers"))
        self.faults += layer.values.faults
        self.named += layer.values.named
        today = self._today(node, file) or (base.today if base is not None else None)
        laid = _laid_over(base or AnswersFile(definition), layer, today, base)
        note = node.entries.get("note")
        return laid if note is None or note.scalar is None else replace(laid, note=note.text)

    def _base(self, path: Path, node: Node, layers: int) -> AnswersFile | None:
        said = (node.entries or {}).get("base")
        if said is None or said.scalar is None:
            return None
        file = str(path)
        if not _NAME.fullmatch(said.text):
            self.faults.append(fault(Misfit.BASE_NAME, file, said.line))
        elif said.text == path.name:
            self.faults.append(fault(Misfit.BASE_SELF, file, said.line))
        elif layers <= 1:
            self.faults.append(fault(Misfit.BASE_DEPTH, file, said.line, limit=LAYERS))
        elif not path.with_name(said.text).is_file():
            self.faults.append(fault(Misfit.BASE_MISSING, file, said.line, name=said.text))
        else:
            return self.read(path.with_name(said.text), layers - 1)
        return None

    def _definition(self, node: Node, file: str) -> Definition | None:
        entries = node.entries or {}
        form = entries.get("format")
        if form is not None and form.scalar != FORMAT:
            self.faults.append(fault(Misfit.FORMAT, file, form.line, format=form.text))
            return None
        name = entries.get("instrument")
        if name is None or not name.text:
            example = "instrument: holistic"
            self.faults.append(fault(Misfit.MISSING_KEY, file, node.line, key="instrument", example=example))
            return None
        versions = self.catalogue.versions(name.text)
        if not versions:
            known = ", ".join(self.catalogue.instruments())
            self.faults.append(fault(Misfit.NO_INSTRUMENT, file, name.line, name=name.text, known=known))
            return None
        version = entries.get("version")
        wanted = version.text if version is not None and version.text else versions[-1]
        if wanted not in versions:
            line = version.line if version is not None else node.line
            self.faults.append(fault(Misfit.NO_VERSION, file, line, version=wanted, known=", ".join(versions)))
            return None
        return self.catalogue.get(name.text, wanted)

    def _today(self, node: Node, file: str) -> date | None:
        said = (node.entries or {}).get("today")
        if said is None or said.scalar is None:
            return None
        try:
            return date.fromisoformat(said.text)
        except ValueError:
            self.faults.append(fault(Misfit.TODAY, file, said.line))
            return None


class _Layer:
    """What one file says, before it is laid over another."""

    def __init__(self, definition: Definition, file: str, labels: Mapping[str, str], *, review: bool = False) -> None:
        self.definition, self.file, self.review = definition, file, review
        self._kinds = {THIS_CHILD: "person", ME: "person", **labels}
        self.values = Values(definition, file)
        self.things: dict[str, dict[str, dict[str, Answer]]] = {}
        self.answers: dict[str, Answer] = {}
        self._groups = thing_groups(definition)
        self._seen: set[str] = set()

    def _say(self, misfit: Misfit, line: int, path: str = "", /, **gaps: object) -> None:
        self.values.faults.append(fault(misfit, self.file, line, path, **gaps))

    def mapping(self, node: Node | None, what: str, path: str = "") -> Iterator[tuple[str, Node, int]]:
        """Yield the entries of a mapping with their lines; nothing for what is empty, a fault for anything else."""
        if node is None or (node.entries is None and node.parts is None and node.scalar is None):
            return
        if node.entries is None:
            self._say(Misfit.NOT_A_MAPPING, node.line, path, what=what)
            return
        for key, part in node.entries.items():
            yield key, part, node.key_lines[key]

    def take_things(self, node: Node | None) -> None:
        """Take what stands under ``things``: kind, label, field."""
        for kind, labelled, line in self.mapping(node, "things"):
            groups = self._groups.get(kind, ())
            if kind not in KINDS or not groups:
                known = ", ".join(each for each in KINDS if each in self._groups)
                self._say(Misfit.UNKNOWN_KIND, line, kind=kind, known=known)
                continue
            for label, fields, row_line in self.mapping(labelled, kind):
                if self._is_label(label, row_line):
                    for name, part, _ in self.mapping(fields, label):
                        self._take(f"{self._group_of(groups, name)}[{label}].{name}", part)

    def _group_of(self, groups: tuple[str, ...], name: str) -> str:
        """Return the group of a kind that asks for a field; the first where none does, for the fault to name."""
        return next((each for each in groups if self.definition.find(f"{each}.{address_of(name)}")), groups[0])

    def take_answers(self, node: Node | None) -> None:
        """Take what stands under ``answers``: questions, rows or whole lists by path."""
        for path, part, _ in self.mapping(node, "answers"):
            self._take(path, part)

    def _is_label(self, label: str, line: int) -> bool:
        if _LABEL.fullmatch(label):
            return True
        self._say(Misfit.BAD_LABEL, line, label=label)
        return False

    def _take(self, path: str, node: Node) -> None:
        item = self.definition.find(path) if _PATH.fullmatch(path) else None
        if item is None:
            close = difflib.get_close_matches(address_of(path), self.definition.addresses(), 1)
            guess = f", perhaps {close[0]}" if close else ""
            self._say(Misfit.UNKNOWN_QUESTION, node.line, path, guess=guess)
        elif item.type in UNANSWERED - {ItemType.GROUP}:
            self._say(Misfit.NOT_ANSWERABLE, node.line, path)
        elif item.type is ItemType.GROUP and item.repeats and not path.endswith("]"):
            for label, part, line in self.mapping(node, path, path):
                if self._is_label(label, line):
                    self._take(f"{path}[{label}]", part)
        elif item.type is ItemType.GROUP:
            for name, part, _ in self.mapping(node, path, path):
                self._take(f"{path}.{name}", part)
        elif self._is_placed(path, node.line):
            self._answer(item, path, node)

    def _is_placed(self, path: str, line: int) -> bool:
        """Say whether every list that ``path`` lies in names a row, and nothing else does."""
        if not self.review and self.definition.module(path).stream is Stream.REVIEW:
            self._say(Misfit.REVIEW, line, path)
            return False
        walked = ""
        for step in path.split("."):
            walked = f"{walked}.{step}" if walked else step
            item = self.definition.find(walked)
            repeats = item is not None and item.repeats
            if repeats != step.endswith("]"):
                misfit = Misfit.ROW_MISSING if repeats else Misfit.ROW_TOO_MANY
                self._say(misfit, line, path, example=f"{walked}[r1]{path[len(walked) :]}")
                return False
        return all(self._is_label(label, line) for label in _ROW.findall(path))

    def _answer(self, item: Item, path: str, node: Node) -> None:
        answer = self.values.answer(item, node, path)
        if answer is None:
            return
        kind, label, name = self._thing_at(path)
        place = f"{kind}/{label}/{name}" if kind else path
        if place in self._seen:
            self._say(Misfit.SAID_TWICE, node.line, path)
        self._seen.add(place)
        if not kind:
            self.answers[path] = answer
            return
        if self._kinds.setdefault(label, kind) != kind:
            misfit = Misfit.RESERVED_LABEL if label in {THIS_CHILD, ME} else Misfit.LABEL_TWICE
            self._say(misfit, node.line, path, label=label)
        else:
            self.things.setdefault(kind, {}).setdefault(label, {})[name] = answer

    def _thing_at(self, path: str) -> tuple[str, str, str]:
        """Return kind, label and field of a path into a thing; three empty texts for any other."""
        row = parent_row(path)
        while row is not None:
            group, _, label = row[:-1].rpartition("[")
            item = self.definition.find(group)
            if item is not None and item.kind is not None:
                return item.kind, label, path[len(row) + 1 :]
            row = parent_row(group)
        return "", "", ""


def _laid_over(under: AnswersFile, layer: _Layer, today: date | None, base: AnswersFile | None = None) -> AnswersFile:
    things = {kind: {label: dict(fields) for label, fields in held.items()} for kind, held in under.things.items()}
    for kind, labelled in layer.things.items():
        for label, fields in labelled.items():
            things.setdefault(kind, {}).setdefault(label, {}).update(fields)
    return replace(under, today=today, things=things, answers={**under.answers, **layer.answers}, base=base or under)


def _unknown(found: AnswersFile, named: list[Named]) -> Iterator[Fault]:
    """Yield a fault for each label that nothing has, or that is of another kind than the question picks."""
    kinds = found.labels()
    for each in named:
        fitting = ", ".join(label for label, kind in kinds.items() if kind in each.kinds)
        if each.label not in kinds:
            yield fault(
                Misfit.UNKNOWN_LABEL, each.file, each.line, each.path, label=each.label, known=fitting or "none yet"
            )
        elif kinds[each.label] not in each.kinds:
            wanted = " or ".join(each.kinds)
            gaps = {"label": each.label, "kind": kinds[each.label], "wanted": wanted, "known": fitting or "none yet"}
            yield fault(Misfit.OTHER_KIND, each.file, each.line, each.path, **gaps)
