"""Reads YAML into plain nodes that know their lines, refusing whatever could make reading endless.

The tree is built from the parser's events, without recursion, and with limits on size, depth and
count. Anchors, aliases and tags are refused. Plain scalars follow the core schema of YAML 1.2, so
``yes``, ``no``, ``on`` and days are text; only ``true`` and ``false`` are truth values.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

import yaml

from hsb_assess.instrument.faults import Fault, Wrong

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["LIMITS", "Node", "Trail", "read_file", "read_text"]

Scalar: TypeAlias = str | int | float | bool | None
Trail: TypeAlias = Iterable[str | int]


@dataclass(frozen=True)
class _Limits:
    """Bounds on one file: bytes, nesting and entries."""

    size: int = 2 * 1024 * 1024
    depth: int = 40
    count: int = 100_000


LIMITS: Final = _Limits()

_INTEGER = re.compile(r"[-+]?[0-9]{1,15}")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]{1,40}|[0-9]{1,40}(?:\.[0-9]{0,40})?)(?:[eE][-+]?[0-9]{1,3})?")
_BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_WORDS: Final[dict[str, Scalar]] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


@dataclass(slots=True)
class Node:
    """One mapping, list or scalar with the line on which it starts.

    Exactly one of ``entries`` (a mapping), ``parts`` (a list) and ``scalar`` counts; ``text`` is a scalar
    as written. ``key_lines`` gives the line of each key of a mapping.
    """

    line: int
    entries: dict[str, Node] | None = None
    parts: list[Node] | None = None
    scalar: Scalar = None
    text: str = ""
    key_lines: dict[str, int] = field(default_factory=dict)

    def at(self, trail: Trail) -> int:
        """Return the line that a trail of keys and positions leads to, as near as it exists."""
        node, line = self, self.line
        for step in trail:
            if isinstance(step, str) and node.entries is not None and step in node.entries:
                line, node = node.key_lines[step], node.entries[step]
            elif isinstance(step, int) and node.parts is not None and 0 <= step < len(node.parts):
                node = node.parts[step]
                line = node.line
            else:
                break
        return line

    def plain(self) -> object:
        """Return the node as plain Python values; its depth is bounded by the reader."""
        if self.entries is not None:
            return {key: node.plain() for key, node in self.entries.items()}
        if self.parts is not None:
            return [node.plain() for node in self.parts]
        return self.scalar


class _RefusedError(Exception):
    def __init__(self, wrong: Wrong, line: int, **gaps: object) -> None:
        super().__init__(wrong.code)
        self.wrong = wrong
        self.line = line
        self.gaps = gaps


def _scalar(event: yaml.ScalarEvent, line: int) -> Node:
    text: str = event.value
    if _BAD.search(text):
        raise _RefusedError(Wrong.BAD_CHARACTER, line)
    value: Scalar = text
    if event.implicit[0]:
        if text in _WORDS:
            value = _WORDS[text]
        elif _INTEGER.fullmatch(text):
            value = int(text)
        elif _FLOAT.fullmatch(text) and math.isfinite(float(text)):
            value = float(text)
    return Node(line, scalar=value, text=text)


class _Tree:
    """Puts nodes where the events say; one open mapping or list a level."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.open: list[tuple[Node, list[tuple[str, int]]]] = []
        self.count = 0
        self.repeated: list[tuple[str, int]] = []

    def put(self, node: Node) -> None:
        self.count += 1
        if self.count > LIMITS.count:
            raise _RefusedError(Wrong.YAML_COUNT, node.line, limit=LIMITS.count)
        if not self.open:
            self.root = node
            return
        parent, key = self.open[-1]
        if parent.parts is not None:
            parent.parts.append(node)
        elif key:
            name, line = key.pop()
            if parent.entries is not None and name in parent.entries:
                self.repeated.append((name, line))
            elif parent.entries is not None:
                parent.entries[name] = node
                parent.key_lines[name] = line
        elif node.entries is None and node.parts is None:
            key.append((node.text, node.line))
        else:
            raise _RefusedError(Wrong.WRONG_TYPE, node.line, key="A key", expected="a word")

    def begin(self, node: Node) -> None:
        self.put(node)
        self.open.append((node, []))
        if len(self.open) > LIMITS.depth:
            raise _RefusedError(Wrong.YAML_DEPTH, node.line, limit=LIMITS.depth)


def _refuse(event: yaml.Event, line: int) -> None:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise _RefusedError(Wrong.YAML_ALIAS, line)
    tag = getattr(event, "tag", None)
    if tag:
        raise _RefusedError(Wrong.YAML_TAG, line, tag=tag)


def _build(events: Iterator[yaml.Event]) -> _Tree:
    tree = _Tree()
    documents = 0
    for event in events:
        line = event.start_mark.line + 1 if event.start_mark is not None else 1
        _refuse(event, line)
        if isinstance(event, yaml.ScalarEvent):
            tree.put(_scalar(event, line))
        elif isinstance(event, yaml.MappingStartEvent):
            tree.begin(Node(line, entries={}))
        elif isinstance(event, yaml.SequenceStartEvent):
            tree.begin(Node(line, parts=[]))
        elif isinstance(event, yaml.CollectionEndEvent):
            tree.open.pop()
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise _RefusedError(Wrong.YAML_DOCUMENTS, line)
    if tree.root is None:
        raise _RefusedError(Wrong.YAML_DOCUMENTS, 1)
    return tree


def _reason(error: yaml.YAMLError) -> tuple[str, int]:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be parsed"
    return str(problem), mark.line + 1 if mark is not None else 1


def _is_tabbed(text: str, line: int) -> bool:
    """Say whether the line begins with white space that holds a tab."""
    lines = text.split("\n")
    said = lines[line - 1] if line <= len(lines) else ""
    return "\t" in said[: len(said) - len(said.lstrip())]


def read_text(data: bytes, file: str) -> tuple[Node | None, list[Fault]]:
    """Return the tree of one document, or ``None`` and why not; never raises on any bytes."""
    if len(data) > LIMITS.size:
        return None, [Fault.of(Wrong.FILE_SIZE, file, 1, limit=LIMITS.size)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [Fault.of(Wrong.FILE_ENCODING, file, data.count(b"\n", 0, error.start) + 1)]
    bad = _BAD.search(text)
    if bad is not None:
        return None, [Fault.of(Wrong.BAD_CHARACTER, file, text.count("\n", 0, bad.start()) + 1)]
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        tree = _build(yaml.parse(text, Loader=loader))
    except _RefusedError as error:
        return None, [Fault.of(error.wrong, file, error.line, **error.gaps)]
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        reason, line = _reason(error) if isinstance(error, yaml.YAMLError) else ("it is too tangled", 1)
        wrong = Wrong.YAML_TAB if _is_tabbed(text, line) else Wrong.YAML_SYNTAX
        return None, [Fault.of(wrong, file, line, reason=reason)]
    return tree.root, [Fault.of(Wrong.DUPLICATE_KEY, file, line, key=key) for key, line in tree.repeated]


def read_file(path: Path) -> tuple[Node | None, list[Fault]]:
    """Return the tree of one file, or ``None`` and why not; never raises on any file."""
    file = str(path)
    try:
        with path.open("rb") as stream:
            data = stream.read(LIMITS.size + 1)
    except OSError as error:
        reason = type(error).__name__
        wrong = Wrong.FILE_MISSING if isinstance(error, FileNotFoundError) else Wrong.FILE_UNREADABLE
        return None, [Fault.of(wrong, file, 1, name=path.name, reason=reason)]
    return read_text(data, file)
