"""Finds what somebody means from the first letters on: pages, acts, children, questions, cards and topics, best first.

What is typed is read as words, all of which have to be there. Case, accents and white space do not matter. Pure Python
over a list that is made once, so that every key narrows it at once.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["BEGINS", "INSIDE", "KINDS", "WORDS", "Line", "Matched", "Matcher", "folded", "grade"]

BEGINS: Final = 0
WORDS: Final = 1
INSIDE: Final = 2
"""How well a line fits: it begins with what was typed; words of it do; it is somewhere inside."""

KINDS: Final = ("page", "act", "case", "question", "guidance", "help", "answer")
"""What can be found, in the order in which equals stand."""

MOST_OF_A_KIND: Final = 12
_NOT_OF_WORD: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Line:
    """One thing that can be found. ``keys`` are other names of it: a code, a path, a child's name.

    ``near`` is a page or an act of the case that is open. ``page``, ``case``, ``assessment``, ``path`` and ``part`` say
    where it leads; an act leads nowhere and is told by its place in the menus, ``act``.
    """

    kind: str
    title: str = field(repr=False)
    note: str = field(default="", repr=False)
    keys: tuple[str, ...] = field(default=(), repr=False)
    near: bool = False
    shortcut: str = ""
    page: str = ""
    case: str = ""
    assessment: str = ""
    path: str = ""
    part: str = ""
    act: int = -1


@dataclass(frozen=True)
class Matched:
    """The best lines, best first, and how many there are in all."""

    lines: tuple[Line, ...] = field(default=(), repr=False)
    count: int = 0


def folded(text: str) -> str:
    """Return a text as it is compared: without case, accents or more than one space in a row."""
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text)
    bare = plain if plain.isascii() else "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(bare.casefold().split())


@dataclass(frozen=True)
class _Ready:
    """A line with its names as they are compared; ``begun`` has every word of them after a space."""

    line: Line
    names: tuple[str, ...]
    begun: str
    whole: str


def _ready(line: Line) -> _Ready:
    names = tuple(filter(None, map(folded, (line.title, *line.keys))))
    whole = "\n".join(names)
    return _Ready(line, names, " " + _NOT_OF_WORD.sub(" ", whole), whole)


def _grade(ready: _Ready, typed: str, terms: Sequence[str]) -> int | None:
    if not all(term in ready.whole for term in terms):
        return None
    if any(name.startswith(typed) for name in ready.names):
        return BEGINS
    return WORDS if all(f" {term}" in ready.begun for term in terms) else INSIDE


def grade(line: Line, typed: str) -> int | None:
    """Return how well a line fits what was typed, ``None`` where it does not."""
    sought = folded(typed)
    return _grade(_ready(line), sought, sought.split())


class Matcher:
    """Everything that can be found; :meth:`add` takes more, :meth:`match` looks."""

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        self._ready: list[_Ready] = []
        self.add(lines)

    def __len__(self) -> int:
        return len(self._ready)

    def add(self, lines: Iterable[Line]) -> None:
        """Take more lines, behind those that are there."""
        self._ready += map(_ready, lines)

    def match(self, typed: str, *, most: int = MOST_OF_A_KIND) -> Matched:
        """Return what fits, at most ``most`` of each kind; with nothing typed, the pages and acts as they stand.

        What is near comes first, then what begins with the words before what has words that do, and those before what
        only has them inside; among equals pages, acts and children stand before questions and the rest.
        """
        sought = folded(typed)
        terms = sought.split()
        found: list[tuple[tuple[bool, int, int, int], Line]] = []
        for at, ready in enumerate(self._ready):
            line = ready.line
            if not terms:
                if line.kind in {"page", "act"}:
                    found.append(((not line.near, 0, 0, at), line))
                continue
            fits = _grade(ready, sought, terms)
            if fits is not None:
                found.append(((not line.near, fits, KINDS.index(line.kind), at), line))
        found.sort(key=lambda each: each[0])
        return Matched(_few([line for _, line in found], most if terms else len(found)), len(found))


def _few(lines: list[Line], most: int) -> tuple[Line, ...]:
    """Return the first lines of each kind, in their order."""
    taken = dict.fromkeys(KINDS, 0)
    kept = []
    for line in lines:
        taken[line.kind] += 1
        if taken[line.kind] <= most:
            kept.append(line)
    return tuple(kept)
