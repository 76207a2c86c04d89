"""Answers of a reading written out where no form is: in a history, a comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.instrument.schema import address_of
from ui.form.words import absence_word, answer_text, detail_word, question_words
from ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.domain.answer import Answer
    from hsb_assess.record.reading import Reading, Thing

__all__ = ["label_of", "question_at", "short", "thing_name", "written"]

_UNNAMED: Final = "this child"
"""The label with which a case is opened."""
_CALLED: Final = ("M00.known_as", "M00.name")
_DEPTH: Final = 2
"""How far names are made of other things: an event of a person, and no further."""


def label_of(thing: Thing, said: Callable[[str], Answer]) -> str:
    """Return a thing's label; of this child what they are called, once somebody wrote it. ``said`` gives an answer by path.

    A label that somebody chose stands.
    """
    label = thing.text("label")
    if label != _UNNAMED or thing.text("is") != "this_child":
        return label
    names = (said(path).value for path in _CALLED)
    return next((name for name in names if isinstance(name, str) and name.strip()), label)


def thing_name(reading: Reading, thing: str, depth: int = _DEPTH) -> str:
    """Return what a thing is called: its label, else what its list shows of it."""
    found = reading.thing(thing)
    if found is None:
        return ""
    group = reading.definition.group_for_kind(found.kind)
    label = label_of(found, reading.answer)
    if label or group is None or not depth:
        return label
    names = group.columns or tuple(item.id for item in group.items[:3])
    items = ((group.child(name), found.answer(name)) for name in names)
    parts = (
        answer_text(reading.definition, item, answer, lambda other: thing_name(reading, other, depth - 1))
        for item, answer in items
        if item is not None
    )
    return " · ".join(part for part in parts if part)


def written(reading: Reading, path: str, answer: Answer) -> str:
    """Return an answer in full: its words, or the absence with its particulars; empty for *not yet asked*."""
    if not answer.is_asked():
        return ""
    if answer.absence is not None:
        told = (f"{detail_word(answer.absence, name)}: {text}" for name, text in answer.detail.items() if text)
        return ". ".join((absence_word(answer.absence), *told))
    item = reading.definition.find(address_of(path))
    if item is None or (isinstance(answer.value, str) and "\n" in answer.value):
        return str(answer.value)
    words = answer_text(reading.definition, item, answer, lambda thing: thing_name(reading, thing))
    cited = len(answer.evidence)
    return tr("{words} (evidence: {n})", words=words, n=cited) if cited else words


def short(words: str, most: int) -> str:
    """Return ``words`` on one line of at most ``most`` letters, with an ellipsis where more was said."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def question_at(reading: Reading, path: str) -> str:
    """Return a question's sentence; of one in a list with the list's title and the row's number or name before it."""
    item = reading.definition.find(address_of(path))
    words = question_words(item) if item is not None else path
    end = path.rfind("]")
    if end == -1 or end == len(path) - 1:
        return words
    group, row = path[: path.rindex("[", 0, end)], path[path.rindex("[", 0, end) + 1 : end]
    title = reading.definition.find(address_of(group))
    rows = reading.rows_of.get(group, ())
    name = thing_name(reading, row) or (str(rows.index(row) + 1) if row in rows else "")
    return ", ".join(filter(None, (question_words(title) if title is not None else "", name, words)))
