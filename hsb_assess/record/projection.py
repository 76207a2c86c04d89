"""From heads to a reading: the assessment on screen, rebuilt from nothing but entries."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hsb_assess.domain.answer import Answer
from hsb_assess.record.places import KIND_KEY
from hsb_assess.record.reading import Reading, Recorded, Thing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from pydantic import JsonValue

    from hsb_assess.instrument.schema import Definition
    from hsb_assess.record.entry import Entry
    from hsb_assess.record.history import Slot

__all__ = ["project", "thing_groups", "things_of"]


def thing_groups(definition: Definition) -> dict[str, tuple[str, ...]]:
    """Return, by kind, the addresses of the groups whose rows are things of that kind."""
    found: dict[str, list[str]] = {}
    for item in definition.items():
        if item.repeats and item.kind is not None:
            found.setdefault(item.kind, []).append(item.address)
    return {kind: tuple(addresses) for kind, addresses in found.items()}


def _shown(heads: tuple[Entry, ...]) -> Entry:
    """Return the head that a reading shows: the latest made. Where there are more, the path is a conflict."""
    return max(heads, key=_made)


def _made(entry: Entry) -> str:
    return entry.id


def _is_removed(entry: Entry) -> bool:
    return entry.body.get("removed") is True


def things_of(slots: Mapping[Slot, tuple[Entry, ...]]) -> dict[str, Thing]:
    """Return the things of a case that were made and not removed, oldest first, with their fields."""
    kinds: dict[str, str] = {}
    for slot, heads in slots.items():
        if slot.key == KIND_KEY:
            entry = _shown(heads)
            kind = entry.body.get("value")
            if isinstance(kind, str) and not _is_removed(entry):
                kinds[slot.subject] = kind
    fields: dict[str, dict[str, Answer]] = {thing: {} for thing in sorted(kinds)}
    for slot, heads in slots.items():
        if slot.subject in fields and not slot.key.startswith("@"):
            entry = _shown(heads)
            if not _is_removed(entry):
                fields[slot.subject][slot.key] = Answer.from_body(entry.body)
    return {thing: Thing(thing, kinds[thing], named) for thing, named in fields.items()}


def _ids_in(value: JsonValue) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _ids_in(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _ids_in(item)


def _cited(
    slots: Mapping[Slot, tuple[Entry, ...]], assessment: str, shown: set[str], things: set[str]
) -> dict[Slot, tuple[Entry, ...]]:
    """Return the slots of the assessment and of every thing it shows or cites, directly or through another."""
    by_subject: dict[str, list[Slot]] = {}
    for slot, heads in slots.items():
        if heads[0].stream.value not in {"review", "documents"}:
            by_subject.setdefault(slot.subject, []).append(slot)
    wanted = {assessment} | shown
    waiting = list(wanted)
    while waiting:
        for slot in by_subject.get(waiting.pop(), ()):
            for entry in slots[slot]:
                for found in _ids_in(entry.body):
                    if found in things and found not in wanted:
                        wanted.add(found)
                        waiting.append(found)
    return {slot: slots[slot] for subject in wanted for slot in by_subject.get(subject, ())}


@dataclass
class _Collected:
    """What the heads of one case say about one assessment, gathered slot by slot."""

    answers: dict[str, Answer] = field(default_factory=dict)
    recorded: dict[str, Recorded] = field(default_factory=dict)
    order: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    conflicts: list[str] = field(default_factory=list)
    notes: dict[str, JsonValue] = field(default_factory=dict)

    def take(self, path: str, heads: tuple[Entry, ...]) -> None:
        """Take the heads found at one path: a row, or a question's answer."""
        entry = _shown(heads)
        if path.endswith("]"):
            self._take_row(path, entry)
            return
        if len(heads) > 1:
            self.conflicts.append(path)
        self.recorded[path] = Recorded(entry.author, entry.device, entry.occurred, entry.recorded, entry.id)
        if not _is_removed(entry):
            self.answers[path] = Answer.from_body(entry.body)

    def _take_row(self, path: str, entry: Entry) -> None:
        if _is_removed(entry):
            return
        start = path.rindex("[")
        position = entry.body.get("order")
        self.order.setdefault(path[:start], []).append(
            (position if isinstance(position, int) else 0, path[start + 1 : -1])
        )


def project(
    case: str,
    assessment: str,
    definition: Definition,
    slots: Mapping[Slot, tuple[Entry, ...]],
    *,
    today: date,
    profile: Mapping[str, JsonValue],
    profile_hash: str = "",
    rules_hash: str = "",
) -> Reading:
    """Build the reading of ``assessment`` from the heads of its case."""
    things = things_of(slots)
    groups = thing_groups(definition)
    found = _Collected()
    for slot, heads in slots.items():
        if slot.subject == assessment:
            if slot.key.startswith("@"):
                found.notes[slot.key] = dict(_shown(heads).body)
            else:
                found.take(slot.key, heads)
        elif slot.subject in things and not slot.key.startswith("@"):
            for address in groups.get(things[slot.subject].kind, ()):
                found.take(f"{address}[{slot.subject}].{slot.key}", heads)
    rows: dict[str, tuple[str, ...]] = {
        address: tuple(thing.id for thing in things.values() if thing.kind == kind)
        for kind, addresses in groups.items()
        for address in addresses
    }
    rows.update({group: tuple(row for _, row in sorted(ids)) for group, ids in found.order.items()})
    shown = {row for listed in rows.values() for row in listed}
    return Reading(
        case=case,
        assessment=assessment,
        definition=definition,
        profile=profile,
        today=today,
        answers={path: answer for path, answer in found.answers.items() if _stands(path, rows)},
        rows_of=rows,
        all_things=things,
        slots=slots,
        recorded_at=found.recorded,
        conflicts=tuple(sorted(found.conflicts)),
        notes=found.notes,
        cited=_cited(slots, assessment, shown, set(things)),
        rules_hash=rules_hash,
        profile_hash=profile_hash,
    )


def _stands(path: str, rows: Mapping[str, tuple[str, ...]]) -> bool:
    """Say whether every row that ``path`` lies in is still there; answers of removed rows are not read."""
    end = path.find("]")
    while end != -1:
        start = path.rindex("[", 0, end)
        if path[start + 1 : end] not in rows.get(path[:start], ()):
            return False
        end = path.find("]", end + 1)
    return True
