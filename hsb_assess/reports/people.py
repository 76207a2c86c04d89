"""What people are called in a document: this child, other children and adults by role, workers by name.

Initials and labels identify, so they are not printed for anybody but workers. A number makes roles
distinct; the key to the numbers is the record itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.reports.wording import day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hsb_assess.record.reading import Reading, Thing

__all__ = ["Roles"]

THIS_CHILD: Final = "This child"
NOT_IDENTIFIED: Final = "A person not yet identified"

_RELATIONS: Final = (("M11.children", "person"), ("M11.adults", "person"), ("M03.incidents", "other_person"))


class Roles:
    """Names every person of one reading, the same way throughout a document."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._relations = dict(_relations(reading))
        self._names: dict[str, str] = {}
        counts: dict[str, int] = {}
        for person in reading.things("person"):
            self._names[person.id] = self._named(person, counts)

    def _named(self, person: Thing, counts: dict[str, int]) -> str:
        kind = person.value("is")
        match kind:
            case "this_child":
                return THIS_CHILD
            case "worker":
                return _worker(person)
            case "child":
                stem = "Other child"
            case "adult":
                stem = "Adult"
            case "unidentified":
                stem = NOT_IDENTIFIED
            case _:
                stem = "Person"
        counts[stem] = counts.get(stem, 0) + 1
        number = counts[stem]
        if stem == NOT_IDENTIFIED:
            return stem if number == 1 else f"{stem} ({number})"
        relation = self._relations.get(person.id, "")
        return f"{stem} {number} ({relation})" if relation else f"{stem} {number}"

    def name(self, person: str) -> str:
        """Return what the person with this id is called; agencies keep their names, other things their day."""
        if person in self._names:
            return self._names[person]
        thing = self._reading.thing(person)
        if thing is not None and thing.kind == "agency":
            return thing.text("label") or "An agency"
        when = thing.day("when") if thing is not None else None
        if when is not None:
            return f"the entry of {day(when)}"
        return "Somebody"

    def names(self, people: Iterable[str]) -> str:
        """Return several people in one phrase."""
        return ", ".join(self.name(person) for person in people)

    def is_unidentified(self, person: str) -> bool:
        """Say whether this is somebody whom nobody has identified yet."""
        thing = self._reading.thing(person)
        return thing is not None and thing.value("is") == "unidentified"

    def workers(self) -> tuple[tuple[str, str], ...]:
        """Return each worker with their role and agency."""
        found: list[tuple[str, str]] = []
        for person in self._reading.things("person"):
            if person.value("is") == "worker":
                parts = [person.text("role"), person.text("agency")]
                found.append((self._names[person.id], ", ".join(part for part in parts if part)))
        return tuple(found)

    def key(self) -> tuple[tuple[str, str], ...]:
        """Return each person as the document calls them, with who that is in the work; the child is left out."""
        others = tuple(
            (self._names[person.id], "")
            for person in self._reading.things("person")
            if person.value("is") not in {"worker", "this_child"}
        )
        return (*others, *self.workers())


def _worker(person: Thing) -> str:
    return person.text("label") or person.text("role") or person.text("agency") or "A worker"


def _relations(reading: Reading) -> Iterable[tuple[str, str]]:
    """Yield person and coded relation; what is said first in the register counts, before any incident."""
    seen: set[str] = set()
    for group, field in _RELATIONS:
        item = reading.definition.find(f"{group}.relation")
        if item is None:
            continue
        for row in reading.rows(group):
            person = row.value(field)
            code = reading.definition.code(item, row.value("relation"))
            if isinstance(person, str) and person not in seen and code is not None and code.code != "not_known":
                seen.add(person)
                words = code.en
                yield person, words[0].lower() + words[1:]
