"""What a person reads of an answer, as words for the search index: values by their labels, absences with their notes, names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.domain.ids import is_id
from hsb_assess.instrument.paths import address_of
from hsb_assess.instrument.schema import ItemType
from hsb_assess.record.reading import codes, fuzzy
from hsb_assess.reports.wording import said_of_absence, state_note, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import JsonValue

    from hsb_assess.domain.answer import Answer
    from hsb_assess.instrument.schema import Definition, Item
    from hsb_assess.record.reading import Reading

__all__ = ["Words"]

_DEPTH: Final = 2
"""How far names are made of other things: an event of a person, and no further."""
_SHORT: Final = 60
_COLUMNS: Final = 3


class Words:
    """The words of one assessment's answers, its things named as on screen."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._names: dict[tuple[str, int], str] = {}
        self._groups: dict[str, tuple[Item, ...]] = {}

    @property
    def definition(self) -> Definition:
        """The form of the assessment."""
        return self.reading.definition

    def groups(self, kind: str) -> tuple[Item, ...]:
        """Return the groups that list things of a kind, in screen order; looked for once, as a case has many things."""
        if kind not in self._groups:
            self._groups[kind] = self.definition.groups_for_kind(kind)
        return self._groups[kind]

    def of(self, item: Item, answer: Answer) -> str:
        """Return what an answer says; empty for *not yet asked*."""
        return self._of(item, answer, _DEPTH)

    def _of(self, item: Item, answer: Answer, depth: int) -> str:
        if not answer.is_asked():
            return ""

        def name(given: str) -> str:
            return self._name(given, depth) if is_id(given) else given

        if answer.absence is not None:
            return ". ".join(filter(None, said_of_absence(answer, details=True, name=name)))
        words = words_of(self.definition, item, answer, name=name)
        if item.type is ItemType.STATE and isinstance(answer.value, dict):
            words = ". ".join(filter(None, (words, state_note(answer.value, name))))
        return words

    def also(self, item: Item, answer: Answer) -> str:
        """Return other ways to write the same: a date in figures and short, words in the form's other language."""
        found = [item.label.cy or ""]
        match item.type:
            case ItemType.DATE | ItemType.DATETIME:
                found += _dates(answer.value)
            case ItemType.CHOICE | ItemType.MULTICHOICE | ItemType.SCALE:
                options = (self.definition.code(item, each) for each in codes(answer.value))
                found += [option.cy for option in options if option is not None and option.cy]
        return "\n".join(filter(None, found))

    def name(self, thing: str) -> str:
        """Return what a thing of the case is called; empty where it is not here."""
        return self._name(thing, _DEPTH)

    def _name(self, thing: str, depth: int) -> str:
        known = self._names.get((thing, depth))
        if known is None:
            known = self._names[thing, depth] = self._work_out(thing, depth)
        return known

    def _work_out(self, thing: str, depth: int) -> str:
        found = self.reading.thing(thing)
        if found is None:
            return ""
        group = next(iter(self.groups(found.kind)), None)
        if found.text("label") or group is None or not depth:
            return found.text("label")
        columns = group.columns or tuple(item.id for item in group.items[:_COLUMNS])
        shown = ((group.child(column), found.answer(column)) for column in columns)
        parts = (self._of(item, answer, depth - 1) for item, answer in shown if item is not None)
        return _short(" · ".join(filter(None, parts)))

    def place(self, path: str, *, named: bool = True) -> str:
        """Return where a question stands: its section, and the lists and rows around it; with ``named`` off by number alone."""
        parts = [self.definition.module(path).title.en]
        for group, row in _rows_around(path):
            item = self.definition.find(group)
            if item is not None:
                parts.append(item.label.en)
            listed = self.reading.rows_of.get(group, ())
            number = str(listed.index(row) + 1) if row in listed else ""
            parts.append((self.name(row) if named else "") or number)
        return " › ".join(filter(None, parts))

    def question(self, path: str) -> str:
        """Return a question as it is asked."""
        item = self.definition.find(address_of(path))
        if item is None:
            return ""
        return f"{item.prefix} {item.label.en}" if item.prefix else item.label.en


def _rows_around(path: str) -> Iterator[tuple[str, str]]:
    """Yield the path of each group that a path goes through, and the row in it, outermost first."""
    end = path.find("]")
    while end != -1:
        start = path.rindex("[", 0, end)
        yield path[:start], path[start + 1 : end]
        end = path.find("]", end + 1)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHORT else line[: _SHORT - 1].rstrip(" .,;:") + "…"


def _dates(value: JsonValue) -> list[str]:
    found = fuzzy(value)
    return [] if found is None else [way for each in (found.date, found.end) if each for way in _ways(each)]


def _ways(day: str) -> tuple[str, ...]:
    """Return a partial date in the ways in which people type one: ``2026-04-14``, ``14/04/2026``, ``14 Apr 2026``."""
    parts = day.split("-")
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    if len(parts) == 1:
        return (day,)
    month = months[int(parts[1]) - 1]
    short = (*(str(int(each)) for each in parts[2:]), month, parts[0])
    return (day, "/".join(reversed(parts)), " ".join(short))
