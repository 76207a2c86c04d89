"""A change set: the unit in which entries travel between laptops, and the rules for letting one in."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.record.entry import Entry, check
from hsb_assess.record.history import Place, missing_parents
from hsb_assess.record.rights import may_write

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic import JsonValue

__all__ = ["Author", "ChangeSet", "Refusal", "admit"]

MAX_ENTRIES = 100_000


@dataclass(frozen=True)
class Author:
    """What is known, from a verified card, of somebody whose entries arrive."""

    person: str
    role: str
    signing_key: bytes


@dataclass(frozen=True)
class Refusal:
    """An entry that was not let in, and why; it is kept in quarantine, never dropped."""

    entry: Entry
    error: HsbAssessError


@dataclass(frozen=True)
class ChangeSet:
    """Entries of one case, in the order in which they were made, with what they supersede but lack."""

    case: str
    entries: tuple[Entry, ...]
    missing: frozenset[str] = field(default=frozenset())

    @classmethod
    def of(cls, case: str, entries: Iterable[Entry]) -> ChangeSet:
        """Gather ``entries`` of ``case``; what they supersede without containing it is marked."""
        kept = tuple(sorted(entries, key=lambda entry: entry.id))
        return cls(case, kept, missing_parents(kept))

    def as_json(self) -> dict[str, JsonValue]:
        """Return the change set as JSON values."""
        missing: list[JsonValue] = [*sorted(self.missing)]
        return {
            "case": self.case,
            "entries": [entry.as_json() for entry in self.entries],
            "missing": missing,
        }

    @classmethod
    def from_json(cls, value: JsonValue) -> ChangeSet:
        """Read :meth:`as_json`; raises :class:`HsbAssessError` (``changes_shape``, ``entry_shape``)."""
        wrong = HsbAssessError(
            "changes_shape",
            "The entries in this package do not have the expected form.",
            "Ask the sender to make the package again with an up-to-date app.",
        )
        if not isinstance(value, dict) or set(value) != {"case", "entries", "missing"}:
            raise wrong
        case, listed, missing = value["case"], value["entries"], value["missing"]
        if not isinstance(case, str) or not isinstance(listed, list) or not isinstance(missing, list):
            raise wrong
        if len(listed) > MAX_ENTRIES:
            raise wrong
        made = cls.of(case, (Entry.from_json(item) for item in listed))
        if any(entry.case != case for entry in made.entries) or sorted(map(str, missing)) != sorted(made.missing):
            raise wrong
        return made


def admit(
    changes: ChangeSet, authors: Mapping[str, Author], known: Mapping[str, Entry] = MappingProxyType({})
) -> tuple[tuple[Entry, ...], tuple[Refusal, ...]]:
    """Sort a change set into entries that may join the record and those that are refused.

    ``authors`` are people whose cards were verified, by person id; ``known`` are entries that are here, by id.
    Codes: ``author_unknown``, ``author_role`` (the stream or the mark is not theirs to write), ``entry_parent``
    (it claims to supersede what was said elsewhere), ``entry_device`` (the device is another person's),
    ``entry_id_reused``, and those of :func:`.entry.check`.
    """
    accepted: list[Entry] = []
    refused: list[Refusal] = []
    by_id = {**{entry.id: entry for entry in changes.entries}, **known}
    devices = {entry.device: entry.author for entry in known.values()}
    for entry in changes.entries:
        try:
            _admit(entry, authors, by_id, devices)
        except HsbAssessError as error:
            refused.append(Refusal(entry, error))
        else:
            devices.setdefault(entry.device, entry.author)
            accepted.append(entry)
    return tuple(accepted), tuple(refused)


def _admit(entry: Entry, authors: Mapping[str, Author], by_id: Mapping[str, Entry], devices: Mapping[str, str]) -> None:
    if by_id[entry.id] != entry:
        raise HsbAssessError(
            "entry_id_reused",
            "An entry came in under the identifier of another one.",
            "Ask the sender to check their app.",
        )
    author = authors.get(entry.author)
    if author is None:
        raise HsbAssessError(
            "author_unknown",
            "An entry was written by somebody whose card is not verified here.",
            "Import that person's card, compare the eight words, and open the package again.",
        )
    check(entry, author.signing_key)
    if not may_write(entry, author.role):
        raise HsbAssessError(
            "author_role",
            "An entry speaks where its author's role may not.",
            "Ask the sender which role they have, and to send a new card if it changed.",
        )
    if devices.get(entry.device, entry.author) != entry.author:
        raise HsbAssessError(
            "entry_device",
            "An entry names a laptop on which somebody else writes.",
            "Ask the sender to check their app.",
        )
    place = Place.of(entry)
    if any(parent in by_id and Place.of(by_id[parent]) != place for parent in entry.parents):
        raise HsbAssessError(
            "entry_parent",
            "An entry claims to take the place of something that was said elsewhere.",
            "Ask the sender to check their app.",
        )
