"""The help: one topic a file, in Markdown, which travels with the program and is the guide in ``docs/guide`` too."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

from hsb_assess.datafiles import data_dir

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["KEYBOARD", "Topic", "found_in", "topics"]

KEYBOARD: Final = "keyboard"
"""The topic to which the window adds every key of its menus."""

_HEADING: Final = re.compile(r"^(#{1,3}) (.+)$", re.MULTILINE)
_NUMBER: Final = re.compile(r"^\d+-")
_MARKS: Final = re.compile(r"[*_`>#|]|\]\([^)]*\)|\[|^[-\d.]+ ", re.MULTILINE)


@dataclass(frozen=True)
class Topic:
    """One page of the help: its ``name`` as others point to it, its title, the first sentence, its headings, its Markdown."""

    name: str
    title: str
    summary: str
    headings: tuple[str, ...]
    text: str = field(repr=False)

    def words(self) -> str:
        """Return the text without the signs of Markdown."""
        return " ".join(_MARKS.sub(" ", self.text).split())


@cache
def topics(folder: Path | None = None) -> tuple[Topic, ...]:
    """Return every topic in the order of reading, which is that of the files' numbers."""
    files = sorted((folder or data_dir("guide")).glob("[0-9]*-*.md"))
    return tuple(_read(path) for path in files)


def _read(path: Path) -> Topic:
    text = path.read_text(encoding="utf-8")
    headings = [match.group(2) for match in _HEADING.finditer(text)]
    body = _HEADING.sub("", text).strip()
    return Topic(
        name=_NUMBER.sub("", path.stem),
        title=headings[0] if headings else path.stem,
        summary=" ".join(_MARKS.sub(" ", body.split("\n\n", 1)[0]).split()),
        headings=tuple(headings[1:]),
        text=text,
    )


def found_in(typed: str, folder: Path | None = None) -> tuple[Topic, ...]:
    """Return the topics that have every word of what was typed, those that have it in their title or a heading first."""
    terms = typed.casefold().split()
    held = []
    for at, topic in enumerate(topics(folder)):
        title, whole = topic.title.casefold(), topic.words().casefold()
        if all(term in whole for term in terms):
            heads = " ".join(topic.headings).casefold()
            place = 0 if all(t in title for t in terms) else 1 if all(t in heads for t in terms) else 2
            held.append(((place, at), topic))
    return tuple(topic for _, topic in sorted(held, key=lambda each: each[0]))
