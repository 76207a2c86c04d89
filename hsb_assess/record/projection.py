"""From heads to a reading: the assessment on screen, rebuilt from nothing but entries."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hsb_assess.record.entry import Stream
from hsb_assess.record.places import KIND_KEY, stream_of_kind
from hsb_assess.record.reading import Reading, Recorded, Thing
from hsb_assess.record.shapes import is_readable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from pydantic import JsonValue

    from hsb_assess.domain.answer import Answer
    from hsb_assess.instrument.schema import Definition, Item
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


def _read(entry: Entry, item: Item | None = None) -> Answer | None:
    """Return the answer in an entry, or ``None`` where this version cannot read it as one to ``item``."""
    answer = entry.answer
    return answer if answer is None or item is None or is_readable(item.type, answer) else None


def _field(definition: Definition | None, groups: Iterable[str], name: str) -> Item | None:
    """Return the question that asks for a field of a thing, in the first of its groups that does."""
    if definition is None:
        return None
    found = (definition.find(f"{address}.{name}") for address in groups)
    return next((item for item in found if item is not None), None)


def _in_stream(heads: tuple[Entry, ...], stream: Stream) -> tuple[Entry, ...]:
    """Return the heads that speak in the stream that owns the place; nobody answers for another from their own."""
    return heads if all(head.stream is stream for head in heads) else tuple(h for h in heads if h.stream is stream)


def things_of(slots: Mapping[Slot, tuple[Entry, ...]], definition: Definition | None = None) -> dict[str, Thing]:
    """Return the things of a case that were made and not removed, oldest first, with their fields.

    With ``definition`` a field is read only where its value is of the kind that the form asks for.
    """
    groups = {} if definition is None else thing_groups(definition)
    kinds: dict[str, str] = {}
    for slot, heads in slots.items():
        if slot.key == KIND_KEY:
            entry = _shown(heads)
            kind = entry.body.get("value")
            if isinstance(kind, str) and not _is_removed(entry) and entry.stream is stream_of_kind(kind):
                kinds[slot.subject] = kind
    fields: dict[str, dict[str, Answer]] = {thing: {} for thing in sorted(kinds)}
    for slot, heads in slots.items():
        if slot.subject in fields and not slot.key.startswith("@"):
            kind = kinds[slot.subject]
            said = _in_stream(heads, stream_of_kind(kind))
            if not said or _is_removed(_shown(said)):
                continue
            answer = _read(_shown(said), _field(definition, groups.get(kind, ()), slot.key))
            if answer is not None:
                fields[slot.subject][slot.key] = answer
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

    definition: Definition
    answers: dict[str, Answer] = field(default_factory=dict)
    recorded: dict[str, Recorded] = field(default_factory=dict)
    order: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    conflicts: list[str] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    notes: dict[str, JsonValue] = field(default_factory=dict)

    def take(self, path: str, heads: tuple[Entry, ...]) -> None:
        """Take the heads found at one path: a row, or a question's answer."""
        if not heads:
            return
        entry = _shown(heads)
        if path.endswith("]"):
            self._take_row(path, entry)
            return
        if len(heads) > 1:
            self.conflicts.append(path)
        self.recorded[path] = Recorded(entry.author, entry.device, entry.occurred, entry.recorded, entry.id)
        if _is_removed(entry):
            return
        answer = _read(entry, self.definition.find(path))
        if answer is None:
            self.unreadable.append(path)
        else:
            self.answers[path] = answer

    def _take_row(self, path: str, entry: Entry) -> None:
        if _is_removed(entry):
            return
        start = path.rindex("[")
        position = entry.body.get("order")
        self.order.setdefault(path[:start], []).append((position if type(position) is int else 0, path[start + 1 : -1]))


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
    things = things_of(slots, definition)
    groups = thing_groups(definition)
    found = _Collected(definition)
    for slot, heads in slots.items():
        if slot.subject == assessment:
            if slot.key.startswith("@"):
                found.notes[slot.key] = dict(_shown(heads).body)
            else:
                found.take(slot.key, _in_stream(heads, _stream_at(definition, slot.key)))
        elif slot.subject in things and not slot.key.startswith("@"):
            kind = things[slot.subject].kind
            for address in groups.get(kind, ()):
                found.take(f"{address}[{slot.subject}].{slot.key}", _in_stream(heads, stream_of_kind(kind)))
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
        unreadable=tuple(sorted(path for path in found.unreadable if _stands(path, rows))),
        notes=found.notes,
        cited=_cited(slots, assessment, shown, set(things)),
        rules_hash=rules_hash,
        profile_hash=profile_hash,
    )


def _stream_at(definition: Definition, path: str) -> Stream:
    """Return the stream in which a question of the assessment is answered; *answers* where the form has it not."""
    try:
        return Stream(definition.module(path).stream.value)
    except KeyError:
        return Stream.ANSWERS


def _stands(path: str, rows: Mapping[str, tuple[str, ...]]) -> bool:
    """Say whether every row that ``path`` lies in is still there; answers of removed rows are not read."""
    end = path.find("]")
    while end != -1:
        start = path.rindex("[", 0, end)
        if path[start + 1 : end] not in rows.get(path[:start], ()):
            return False
        end = path.find("]", end + 1)
    return True
