"""Moves an assessment to a newer version of its form: shown first, then one act, and nothing is dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING, Final

from hsb_assess.desk.gathering import ASSESSORS
from hsb_assess.desk.opening import ASSESSMENT_KEY, open_assessment, read_assessment
from hsb_assess.desk.scribe import Scribe
from hsb_assess.desk.workplace import Change, Workplace, need_role
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.ids import new_id
from hsb_assess.instrument.compiled import compile_definition
from hsb_assess.instrument.engine import Engine
from hsb_assess.instrument.migrate import Filled, Moved, migrate
from hsb_assess.instrument.migration import How
from hsb_assess.instrument.paths import address_of, module_of
from hsb_assess.instrument.wordsof import home_of
from hsb_assess.record.entry import Stream
from hsb_assess.record.history import Slot
from hsb_assess.record.places import KIND_KEY, place_of, stream_of_kind
from hsb_assess.record.taken import TAKEN_KEY, mark_of, taken_over

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pydantic import JsonValue

    from hsb_assess.desk.opening import Opened
    from hsb_assess.instrument.migrate import Carried
    from hsb_assess.instrument.schema import Definition
    from hsb_assess.record.reading import Reading
    from hsb_assess.vault.book import Work

__all__ = ["CarriedOver", "FormPreview", "MoveLine", "carried_over", "form_preview", "move_form", "newer_form", "route"]

MOVED_KEY: Final = "@moved."
"""With a version behind it: which answers went where when the assessment left that version."""
CARRIED_KEY: Final = "@carried."
"""With a version and a number behind it: an answer of that version that had no place in the next."""
REMOVED: Final[Mapping[str, JsonValue]] = {"removed": True}
MOST_TOLD: Final = 2_000
"""So many moves are listed in the record one by one; the entries themselves say the rest."""


@dataclass(frozen=True)
class MoveLine:
    """What becomes of one answered question, in as many rows as ``times`` says: its page and label, how, its new labels.

    ``how`` is a code of :class:`.How`, a reason of :class:`.Carried`, or ``opens``; ``words`` a carried answer.
    """

    page: str
    question: str
    how: str
    becomes: str
    words: str = ""
    times: int = 1


@dataclass(frozen=True)
class FormPreview:
    """What a move would do: ``kept`` answers stay as they are, the others are listed; ``opens`` are new questions."""

    before: str
    after: str
    kept: int
    moves: tuple[MoveLine, ...]
    carried: tuple[MoveLine, ...]
    opens: tuple[MoveLine, ...]


@dataclass(frozen=True)
class CarriedOver:
    """An answer that had no place when the assessment moved from version ``before``, as it was shown."""

    question: str
    words: str
    reason: str
    before: str


def route(at: Workplace, instrument: str, before: str) -> tuple[str, ...]:
    """Return the versions from ``before`` to the newest that a migration leads to, ``before`` first."""
    ways = dict(at.catalogue.migrations(instrument))
    way = [before]
    while way[-1] in ways and ways[way[-1]] not in way:
        way.append(ways[way[-1]])
    return tuple(way)


def newer_form(at: Workplace, assessment: str) -> str | None:
    """Return the newest version that this assessment can move to, or ``None`` where it has it."""
    with at.book.begin(write=False) as work:
        definition = open_assessment(at, work, assessment).definition
    way = route(at, definition.id, definition.version)
    return way[-1] if len(way) > 1 else None


def _moved(
    at: Workplace, reading: Reading, fresh: Callable[[str], str]
) -> tuple[Definition, tuple[tuple[str, Moved], ...]]:
    """Return the newest form, and each step on the way there: the version it comes from, and what it makes."""
    old = reading.definition
    way = route(at, old.id, old.version)
    if len(way) == 1:
        raise HsbAssessError(
            "form_is_newest", "There is no newer form for this assessment.", "Go on with the form that it has."
        )
    filled = Filled(
        {path: answer for path, answer in reading.answers.items() if _is_asked_by(old, path)}, reading.rows_of
    )
    steps = []
    for version in way[1:]:
        new = at.catalogue.get(old.id, version)
        moved = migrate(at.catalogue.migration(old.id, old.version, version), old, new, filled, fresh)
        steps.append((old.version, moved))
        old, filled = new, moved.filled
    return old, tuple(steps)


def _is_asked_by(definition: Definition, path: str) -> bool:
    """Say whether a form asks for this; what the program itself keeps of a thing (whose card it is) stays where it is."""
    group = definition.find(path[: path.find("]") + 1]) if "]" in path else None
    return group is None or group.kind is None or definition.find(home_of(definition, path)) is not None


def _told(reading: Reading, carried: Carried) -> str:
    """Return a carried answer's words, with people and agencies by what they are called here."""
    listed = carried.answer.value if isinstance(carried.answer.value, list) else [carried.answer.value]
    names = {each: reading.label(each) for each in listed if isinstance(each, str) and reading.thing(each) is not None}
    return ", ".join(name or each for each, name in names.items()) if names else carried.words


def form_preview(at: Workplace, assessment: str) -> FormPreview | None:
    """Return what moving to the newest form would do, or ``None`` where there is no newer one; writes nothing."""
    with at.book.begin(write=False) as work:
        reading = read_assessment(at, work, assessment)
    if len(route(at, reading.definition.id, reading.definition.version)) == 1:
        return None
    number = count(1)
    new, steps = _moved(at, reading, lambda _: f"new-{next(number)}")
    old, carried, kept = reading.definition, [], 0
    moves: Counter[MoveLine] = Counter()
    for _, moved in steps:
        for move in moved.moves:
            if move.how is How.KEEP:
                kept += 1
                continue
            becomes = "; ".join(dict.fromkeys(_label(new, target) for target in move.targets))
            moves[MoveLine(_page(old, move.source), _label(old, move.source), move.how.value, becomes)] += 1
        carried += [
            MoveLine(_page(old, each.path), each.label, each.reason, "", _told(reading, each)) for each in moved.carried
        ]
    listed = tuple(replace(line, times=times) for line, times in moves.items())
    opens = tuple(_opens(reading, new, steps))
    return FormPreview(reading.definition.version, new.version, kept, listed, tuple(carried), opens)


def _opens(reading: Reading, new: Definition, steps: tuple[tuple[str, Moved], ...]) -> Iterator[MoveLine]:
    """Yield the questions that are to be answered after the move and were not before."""
    filled = steps[-1][1].filled
    engine = Engine(new, filled.answers, filled.rows, reading.today)
    before = {address_of(path) for path in reading.engine.mandatory_open()}
    for address in dict.fromkeys(address_of(path) for path in engine.mandatory_open()):
        if address not in before:
            yield MoveLine(_page(new, address), _label(new, address), "opens", "")


def _label(definition: Definition, path: str) -> str:
    item = definition.find(path)
    return path if item is None else item.label.en


def _page(definition: Definition, path: str) -> str:
    try:
        return definition.module(module_of(path)).title.en
    except KeyError:
        return ""


def move_form(at: Workplace, assessment: str) -> Change:
    """Move an assessment to the newest version of its form, in one act.

    Answers that moved are said again at their new place, with their evidence; what was said before stays in the
    history; what has no place is kept in sight (:func:`carried_over`). Raises ``form_is_newest``, and
    ``conflicts_first`` while two answers to one question wait for somebody to decide.
    """
    need_role(at, ASSESSORS)
    with at.book.begin("form_moved") as work:
        opened = open_assessment(at, work, assessment)
        reading = read_assessment(at, work, assessment)
        if reading.conflicts:
            raise HsbAssessError(
                "conflicts_first",
                "Two people answered a question differently.",
                "Decide which answer stands, then move to the newer form.",
            )
        new, steps = _moved(at, reading, lambda _: new_id())
        work.definitions.put(new.hash, "instrument", new.id, new.version, compile_definition(new))
        _Writing(at, work, opened, reading, new).write(steps)
    return Change("form_moved", opened.case, assessment)


class _Writing:
    """Writes one move: the form, rows that are new, answers at their new places, and what was carried over."""

    def __init__(self, at: Workplace, work: Work, opened: Opened, reading: Reading, new: Definition) -> None:
        self.opened, self.reading, self.new = opened, reading, new
        self.scribe = Scribe(at, work, opened.case, new)
        self.taken: set[Slot] = set()

    def write(self, steps: tuple[tuple[str, Moved], ...]) -> None:
        """Write everything, the form first."""
        opened = self.opened
        self.scribe.say(Stream.ANSWERS, opened.assessment, ASSESSMENT_KEY, opened.body())
        filled = steps[-1][1].filled
        self._write_rows(filled)
        for path, answer in filled.answers.items():
            place = place_of(self.new, opened.assessment, path)
            slot = Slot(place.subject, place.key)
            self.taken.add(slot)
            heads = self.reading.slots.get(slot, ())
            if not heads or max(heads, key=lambda entry: entry.id).body != answer.body():
                self.scribe.say(place.stream, place.subject, place.key, answer.body(), standing=heads)
        self._take_marks(steps)
        for before, moved in steps:
            self._take_back(moved)
            self._carry(before, moved.carried)
            self._tell(before, moved)

    def _take_marks(self, steps: tuple[tuple[str, Moved], ...]) -> None:
        """Have what was taken over from an earlier assessment say so at its new place, too."""
        filled = steps[-1][1].filled
        for path, taken in taken_over(self.reading).items():
            place = path
            for _, moved in steps:
                place = next((move.targets[0] for move in moved.moves if move.source == place), place)
            answer = filled.answers.get(place)
            if place != path and answer is not None:
                mark = mark_of(taken.entry, answer, taken.asked)
                self.scribe.say(Stream.ANSWERS, self.opened.assessment, f"{TAKEN_KEY}{place}", mark)

    def _write_rows(self, filled: Filled) -> None:
        for group, rows in filled.rows.items():
            item = self.new.find(group)
            known = self.reading.rows_of.get(group, ())
            for row in rows:
                if item is not None and item.kind is not None:
                    if row not in self.reading.all_things and Slot(row, KIND_KEY) not in self.taken:
                        self.taken.add(Slot(row, KIND_KEY))
                        self.scribe.say(stream_of_kind(item.kind), row, KIND_KEY, {"value": item.kind}, fresh=True)
                elif row not in known:
                    place = place_of(self.new, self.opened.assessment, f"{group}[{row}]")
                    self.scribe.say(place.stream, place.subject, place.key, {"order": 0})

    def _take_back(self, moved: Moved) -> None:
        """Take answers out of the places that they left: those of the assessment, and of things where asked again.

        A thing's field that the new form does not ask is left: another assessment of the case may read it.
        """
        for path in (*(move.source for move in moved.moves), *(each.path for each in moved.carried)):
            slot = self._old_slot(path)
            heads = self.reading.slots.get(slot, ()) if slot is not None else ()
            if slot is None or slot in self.taken or not heads:
                continue
            if slot.subject == self.opened.assessment or self.new.find(path) is not None:
                self.taken.add(slot)
                self.scribe.say(heads[0].stream, slot.subject, slot.key, REMOVED, standing=heads)

    def _old_slot(self, path: str) -> Slot | None:
        try:
            place = place_of(self.reading.definition, self.opened.assessment, path)
        except HsbAssessError:
            return Slot(self.opened.assessment, path)
        return Slot(place.subject, place.key)

    def _carry(self, before: str, carried: tuple[Carried, ...]) -> None:
        for number, each in enumerate(carried, 1):
            body: dict[str, JsonValue] = {
                "path": each.path,
                "label": each.label,
                "words": _told(self.reading, each),
                "reason": each.reason,
                "before": before,
                "answer": each.answer.body(),
            }
            key = f"{CARRIED_KEY}{before}.{number}"
            self.scribe.say(Stream.ANSWERS, self.opened.assessment, key, body)

    def _tell(self, before: str, moved: Moved) -> None:
        told: list[JsonValue] = [
            [move.source, move.how.value, list(move.targets)] for move in moved.moves if move.how is not How.KEEP
        ]
        body: dict[str, JsonValue] = {
            "value": self.new.version,
            "before": before,
            "moves": told[:MOST_TOLD],
            "kept": sum(move.how is How.KEEP for move in moved.moves),
            "carried": len(moved.carried),
        }
        self.scribe.say(Stream.ANSWERS, self.opened.assessment, f"{MOVED_KEY}{before}", body)


def carried_over(reading: Reading) -> tuple[CarriedOver, ...]:
    """Return the answers that had no place when the assessment came to a newer form, in the order of that form."""
    found = []
    for key, note in sorted(reading.notes.items(), key=lambda each: _number(each[0])):
        if key.startswith(CARRIED_KEY) and isinstance(note, Mapping):
            label, words, reason, before = (str(note.get(name, "")) for name in ("label", "words", "reason", "before"))
            found.append(CarriedOver(label, words, reason, before))
    return tuple(found)


def _number(key: str) -> tuple[str, int]:
    version, _, number = key.rpartition(".")
    return version, int(number) if number.isdigit() else 0
