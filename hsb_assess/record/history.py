"""What is true now: the entries that nothing supersedes, and how it came to be so."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hsb_assess.record.entry import Entry, Stream

__all__ = ["Place", "Slot", "heads", "missing_parents", "slots"]


class Slot(NamedTuple):
    """One place in the record that holds an answer: a subject and a key within a case."""

    subject: str
    key: str


@dataclass(frozen=True)
class Place:
    """Where an entry speaks. It can supersede only what was said in exactly the same place."""

    case: str
    stream: Stream
    subject: str
    key: str

    @classmethod
    def of(cls, entry: Entry) -> Place:
        """Return the place of one entry."""
        return cls(entry.case, entry.stream, entry.subject, entry.key)


def heads(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries that no other of ``entries`` in the same place names as a parent, oldest first.

    The order in which entries are given does not matter, and giving one twice changes nothing. A parent in
    another place is not superseded: nobody hides what another person said by naming it.
    """
    by_id = {entry.id: entry for entry in entries}
    superseded = {
        parent
        for entry in by_id.values()
        for parent in entry.parents
        if parent in by_id and Place.of(by_id[parent]) == Place.of(entry)
    }
    return sorted((entry for entry in by_id.values() if entry.id not in superseded), key=lambda entry: entry.id)


def slots(entries: Iterable[Entry]) -> dict[Slot, tuple[Entry, ...]]:
    """Return the heads of each slot; more than one head means people answered without seeing each other."""
    found: dict[Slot, list[Entry]] = defaultdict(list)
    for entry in heads(entries):
        found[Slot(entry.subject, entry.key)].append(entry)
    return {slot: tuple(group) for slot, group in found.items()}


def missing_parents(entries: Iterable[Entry]) -> frozenset[str]:
    """Return the ids that ``entries`` supersede but do not contain."""
    known = list(entries)
    present = {entry.id for entry in known}
    return frozenset(parent for entry in known for parent in entry.parents if parent not in present)
