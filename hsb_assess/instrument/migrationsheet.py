"""Reads a migration from YAML, which is the same as checking it against the two versions it joins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from hsb_assess.instrument.faults import Wrong
from hsb_assess.instrument.fields import FieldReader, Json, known
from hsb_assess.instrument.migration import STEPS, How, Migration, Step
from hsb_assess.instrument.nodes import read_file
from hsb_assess.instrument.plan import plan_of
from hsb_assess.instrument.schema import ItemType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from hsb_assess.instrument.faults import Fault
    from hsb_assess.instrument.nodes import Node
    from hsb_assess.instrument.schema import Definition, Item

__all__ = ["read_migration_sheet"]

_KEYS: Final = {
    How.KEEP: ("why",),
    How.RENAME: ("to", "why"),
    How.SPLIT: ("into", "why"),
    How.MERGE: ("into", "row", "fields", "copy", "why"),
    How.RECODE: ("codes", "to", "why"),
    How.RETIRE: ("why",),
}
_NEEDED: Final = {How.RENAME: ("to",), How.SPLIT: ("into",), How.RECODE: ("codes",), How.RETIRE: ("why",)}
_CODED: Final = frozenset({ItemType.CHOICE, ItemType.MULTICHOICE})
_TEXTS: Final = frozenset({ItemType.TEXT, ItemType.LONGTEXT})


class _Reader(FieldReader):
    """Reads the steps; each keeps the line on which it begins."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.lines: list[int] = []

    def step(self, node: Node) -> dict[str, Json] | None:
        """Return one step as the schema takes it, or ``None`` where it cannot be told what it is."""
        how = next((word for word in How if word.value in (node.entries or {})), None)
        if how is None or node.entries is None:
            self.fault(Wrong.MIGRATION_STEP, node.line, known=known(STEPS))
            return None
        found = self.entries(node, (how.value, *_KEYS[how]), "", "A step")
        for key in _NEEDED.get(how, ()):
            if key not in found:
                self.fault(Wrong.MISSING_KEY, node.line, key=key)
        step: dict[str, Json] = {"how": how.value, "sources": self.strings(found[how.value], how.value, "")}
        if "why" in found:
            step["why"] = self.text(found["why"], "why")
        if "to" in found:
            step["to"] = self.string(found["to"], "to")
        if "codes" in found:
            step["codes"] = self._pairs(found["codes"], "codes")
        if how is How.SPLIT and "into" in found:
            step["parts"] = [self._part(part) for part in self.parts(found["into"], "into", "")]
        if how is How.MERGE:
            self._merge(node, found, step)
        return step

    def _merge(self, node: Node, found: dict[str, Node], step: dict[str, Json]) -> None:
        if ("into" in found) is ("row" in found):
            self.fault(Wrong.MISSING_KEY, node.line, key="into or row")
        if "into" in found:
            step["to"] = self.string(found["into"], "into")
        if "row" in found:
            step["row"] = self.string(found["row"], "row")
            for key, name in (("fields", "fields"), ("copy", "copies")):
                if key in found:
                    step[name] = self._pairs(found[key], key)
                elif key == "fields":
                    self.fault(Wrong.MISSING_KEY, node.line, key=key)

    def _pairs(self, node: Node, key: str) -> dict[str, str]:
        if node.entries is None:
            self.fault(Wrong.WRONG_TYPE, node.line, key=key, expected="a mapping of keys and values")
            return {}
        found = {name: self.string(value, name) for name, value in node.entries.items()}
        return {name: text for name, text in found.items() if text is not None}

    def _part(self, node: Node) -> dict[str, Json]:
        found = self.entries(node, ("question", "value", "codes"), "", "A part")
        part: dict[str, Json] = {"question": ""}
        if "question" not in found:
            self.fault(Wrong.MISSING_KEY, node.line, key="question")
        else:
            part["question"] = self.string(found["question"], "question") or ""
        if "value" in found:
            part["value"] = self.string(found["value"], "value")
        if "codes" in found:
            part["codes"] = self._pairs(found["codes"], "codes")
        return part


class _Checker:
    """Looks whether every old question has a new place that takes its answers, or is said to be retired."""

    def __init__(self, old: Definition, new: Definition, fault: Callable[..., None]) -> None:
        self.old, self.new, self._fault = old, new, fault
        self.named: dict[str, int] = {}
        self.filled: dict[str, int] = {}

    def step(self, step: Step, line: int) -> None:
        """Check one step."""
        for source in step.sources:
            if self.old.find(source) is None:
                self._fault(Wrong.UNKNOWN_ADDRESS, line, source, address=source, guess="")
            elif source in self.named:
                self._fault(Wrong.MIGRATION_TWICE, line, source, address=source)
            self.named.setdefault(source, line)
        for target in step.targets():
            if self.new.find(target) is None:
                self._fault(Wrong.UNKNOWN_ADDRESS, line, target, address=target, guess="")
            elif target in self.filled:
                self._fault(Wrong.MIGRATION_TWICE, line, target, address=target)
            self.filled.setdefault(target, line)
        for source, target, codes in self._ways(step):
            self._fits(source, target, codes, line, made=step.row is not None)
        for source in step.sources if step.row is not None else ():
            if source not in step.fields:
                self._fault(Wrong.MIGRATION_UNSAID, line, source, address=source)

    def _ways(self, step: Step) -> Iterator[tuple[str, str, dict[str, str]]]:
        """Yield each source with the target that takes its whole answer."""
        source = step.sources[0] if step.sources else ""
        if step.how in {How.RENAME, How.RECODE}:
            yield source, step.to or source, step.codes
        elif step.how is How.SPLIT:
            yield from ((source, part.question, part.codes) for part in step.parts if part.value is None)
        elif step.row is not None:
            yield from ((each, f"{step.row}.{field}", {}) for each, field in step.fields.items())

    def _fits(self, source: str, target: str, codes: dict[str, str], line: int, *, made: bool = False) -> None:
        before, after = self.old.find(source), self.new.find(target)
        if before is None or after is None:
            return
        if not takes(before, after) or not self._same_rows(source, target, made=made):
            self._fault(Wrong.MIGRATION_MISFIT, line, source, address=target, source=source)
        elif before.type in _CODED:
            self._codes(before, after, codes, line)

    def _same_rows(self, source: str, target: str, *, made: bool) -> bool:
        """Say whether two questions stand in as many rows, of the same kinds; a merge into rows makes its own."""
        old, new = plan_of(self.old).places[source].groups, plan_of(self.new).places[target].groups
        return made or [self.old.item(each).kind for each in old] == [self.new.item(each).kind for each in new]

    def _codes(self, before: Item, after: Item, codes: dict[str, str], line: int) -> None:
        options = {code.code for code in self.new.codes(after)}
        for code in self.old.codes(before):
            said = codes.get(code.code, code.code)
            if said not in options:
                self._fault(Wrong.MIGRATION_CODE, line, before.address, code=said, address=after.address)

    def kept(self, line: int) -> None:
        """Check what no step names: it must still be there, and take the answers it had."""
        for item in self.old.items():
            if not item.is_question or self._is_named(item.address):
                continue
            after = self.new.find(item.address)
            if after is None:
                self._fault(Wrong.MIGRATION_UNSAID, line, item.address, address=item.address)
            elif item.address in self.filled:
                self._fault(Wrong.MIGRATION_TWICE, self.filled[item.address], item.address, address=item.address)
            else:
                self._fits(item.address, item.address, {}, line)

    def _is_named(self, address: str) -> bool:
        parts = address.split(".")
        return any(".".join(parts[:end]) in self.named for end in range(2, len(parts) + 1))


def takes(before: Item, after: Item) -> bool:
    """Say whether a question takes every answer to another, codes aside."""
    if before.type is ItemType.GROUP:
        return after.type is ItemType.GROUP and before.repeats == after.repeats and before.kind == after.kind
    if before.type is ItemType.REF and after.type is ItemType.REF:
        return set(before.of) <= set(after.of) and (after.multiple or not before.multiple)
    return (
        before.type is after.type
        or (before.type in _TEXTS and after.type in _TEXTS)
        or (before.type is ItemType.CHOICE and after.type is ItemType.MULTICHOICE)
    )


def _versions(reader: _Reader, found: dict[str, Node], path: Path) -> tuple[str, str]:
    before = reader.string(found["from"], "from") if "from" in found else None
    after = reader.string(found["to"], "to") if "to" in found else None
    if before and after and path.stem != f"{before}-{after}":
        reader.fault(Wrong.FILE_NAME, found["from"].line, name=path.stem, id=f"{before}-{after}")
    return before or "", after or ""


def read_migration_sheet(
    path: Path, definitions: Mapping[tuple[str, str], Definition]
) -> tuple[Migration | None, list[Fault]]:
    """Return the migration in a file, or ``None``, and every fault with its line; never raises on any content.

    ``definitions`` are the versions that it may join, by id and version.
    """
    reader = _Reader(str(path))
    node, faults = read_file(path)
    reader.faults.extend(faults)
    if node is None:
        return None, reader.faults
    found = reader.entries(node, ("instrument", "from", "to", "steps"), "", "A migration")
    for key in ("instrument", "from", "to", "steps"):
        if node.entries is not None and key not in found:
            reader.fault(Wrong.MISSING_KEY, node.line, key=key)
    instrument = (reader.string(found["instrument"], "instrument") if "instrument" in found else None) or ""
    before, after = _versions(reader, found, path)
    steps: list[tuple[Step, int]] = []
    for part in reader.parts(found["steps"], "steps", "") if "steps" in found else []:
        read = reader.step(part)
        step = None if read is None else _step(reader, read, part.line)
        if step is not None:
            steps.append((step, part.line))
    if not reader.faults:
        _check(reader, found, definitions, (instrument, before, after), steps)
    if reader.faults:
        return None, reader.faults
    migration = Migration(instrument=instrument, before=before, after=after, steps=tuple(each for each, _ in steps))
    return migration, []


def _step(reader: _Reader, read: dict[str, Json], line: int) -> Step | None:
    try:
        return Step.model_validate(read)
    except ValidationError:
        if not reader.faults:
            reader.fault(Wrong.MIGRATION_STEP, line, known=known(STEPS))
    return None


def _check(
    reader: _Reader,
    found: dict[str, Node],
    definitions: Mapping[tuple[str, str], Definition],
    name: tuple[str, str, str],
    steps: list[tuple[Step, int]],
) -> None:
    instrument, before, after = name
    old, new = definitions.get((instrument, before)), definitions.get((instrument, after))
    for key, version, definition in (("from", before, old), ("to", after, new)):
        if definition is None:
            reader.fault(Wrong.MIGRATION_VERSION, found[key].line, version=version)
    if old is None or new is None:
        return
    checker = _Checker(old, new, reader.fault)
    for step, line in steps:
        checker.step(step, line)
    checker.kept(found["steps"].line)
