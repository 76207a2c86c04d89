"""Which parts of an assessment the supervisor has opened, as they stand now: a part that changed is unread again."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Final

from hsb_assess.desk.assessing import JUSTIFICATION_KEY
from hsb_assess.desk.closed import closing_of
from hsb_assess.desk.opening import read_assessment
from hsb_assess.desk.scribe import Scribe
from hsb_assess.desk.standing import SUBMISSION_KEY
from hsb_assess.desk.workplace import Change, Workplace, need_role
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.roles import Role
from hsb_assess.instrument.schema import module_of
from hsb_assess.record.entry import Stream
from hsb_assess.record.places import KIND_KEY
from hsb_assess.record.projection import thing_groups

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import JsonValue

    from hsb_assess.instrument.schema import Code, Definition
    from hsb_assess.record.entry import Entry
    from hsb_assess.record.reading import Reading

__all__ = ["OPENED_KEY", "READ_PATH", "Openings", "mark_opened", "opened_parts", "required_reading"]

READ_PATH: Final = "M23.required_read"
OPENED_KEY: Final = "@opened."
STATEMENTS: Final = "statements"
OVERRIDES: Final = "overrides"
SHOWN_OF: Final = {
    "child_five_lines": ("M00", "M14", "M15"),
    "grid_tonight": ("M01", "M11"),
    "harm": ("M05",),
    "explanations": ("M05", "M18"),
    "thread": ("M05", "M18", "M19", "M20", "M21"),
    "agencies": ("M01", "M07", "M11", "M17"),
}
"""The modules that a part shows answers of. Parts that are modules show themselves; others show all there is."""
_AUTHORS: Final = frozenset({Stream.ANSWERS, Stream.CASE_FACTS, Stream.PLAN})


class Openings:
    """What was opened of one reading, and what each part shows now.

    An opening names the submission that was open, and a hash over every statement that the part showed then. It
    counts for as long as the part shows exactly that; the drawn statements are drawn anew with each submission.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._said: dict[str, list[str]] = defaultdict(list)
        self._names: dict[str, set[str]] = defaultdict(set)
        self._kinds: dict[str, str] = {}
        sent: list[Entry] = []
        for slot, heads in reading.slots.items():
            if slot.key == SUBMISSION_KEY and heads[-1].stream is Stream.DOCUMENTS:
                sent += heads[-1:] if heads[-1].body.get("value") == reading.assessment else []
            authors = [head for head in heads if head.stream in _AUTHORS]
            if not authors:
                continue
            if slot.key == KIND_KEY:
                self._kinds[slot.subject] = str(authors[-1].body.get("value"))
            mine = slot.subject == reading.assessment
            place = (slot.key if slot.key.startswith("@") else module_of(slot.key)) if mine else slot.subject
            for head in authors:
                self._said[place].append(f"{slot.subject} {slot.key} {head.hash}")
                self._names[place].update(_texts(head.body))
        self.submission = max(sent, key=_made).subject if sent else ""
        self._modules = frozenset(module.id for module in reading.definition.modules)
        self._homes: dict[str, set[str]] = defaultdict(set)
        groups = thing_groups(reading.definition)
        for thing, kind in self._kinds.items():
            for address in groups.get(kind, ()):
                self._homes[module_of(address)].add(thing)
        self.shown = cache(self._shown)

    @property
    def parts(self) -> frozenset[str]:
        """The parts that were opened and show what they showed then."""
        return frozenset(part for part, shown in self._marks() if shown == self.shown(part))

    @property
    def reopened(self) -> frozenset[str]:
        """The parts that were opened and show something else now."""
        return frozenset(part for part, shown in self._marks() if shown != self.shown(part))

    def _marks(self) -> Iterator[tuple[str, JsonValue]]:
        for key, body in self._reading.notes.items():
            if key.startswith(OPENED_KEY) and isinstance(body, dict):
                yield key.removeprefix(OPENED_KEY), body.get("shown")

    def _shown(self, part: str) -> str:
        """Return the hash over everything that a part shows."""
        module = part.upper() if part.upper() in self._modules else ""
        if part == STATEMENTS:
            said = [self.submission]
        elif module or part in SHOWN_OF:
            said = self._said_in((module,) if module else SHOWN_OF[part])
        else:
            said = [line for place in self._said if self._is_in(part, place) for line in self._said[place]]
        return hashlib.sha256(json.dumps(sorted(said)).encode()).hexdigest()

    def _is_in(self, part: str, place: str) -> bool:
        """Say whether a part that shows all there is shows this place; explanations stand in one alone."""
        if place.startswith(JUSTIFICATION_KEY):
            return part == OVERRIDES
        return place in self._modules or place in self._kinds

    def _said_in(self, modules: Iterable[str]) -> list[str]:
        """Return what is said in modules, and of every thing that stands in them or is named there."""
        places: set[str] = set()
        waiting = {place for module in modules for place in (module, *self._homes.get(module, ()))}
        while waiting:
            place = waiting.pop()
            places.add(place)
            waiting |= (self._names.get(place, set()) & self._kinds.keys()) - places
        dormant = [f"hidden {path}" for path in self._reading.dormant if module_of(path) in places]
        return [*dormant, *(line for place in places for line in self._said.get(place, ()))]


def _texts(value: JsonValue) -> Iterator[str]:
    """Yield every text in a statement; ids of things are among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)


def _made(entry: Entry) -> str:
    return entry.id


def required_reading(definition: Definition) -> tuple[Code, ...]:
    """Return what a supervisor has to open before approving; nothing where a form does not say."""
    asked = definition.find(READ_PATH)
    return definition.codes(asked) if asked is not None else ()


def opened_parts(reading: Reading) -> frozenset[str]:
    """Return what the supervisor opened and what has not changed since: codes of required reading, ids of modules."""
    return Openings(reading).parts


def mark_opened(at: Workplace, assessment: str, part: str) -> Change:
    """Record that the supervisor opened one part: a code of the required reading, or another module's id.

    The list of what was read, which is printed, is kept in step with what counts. Reading a closed case records nothing.
    """
    need_role(at, (Role.SUPERVISOR,))
    with at.book.begin("part_read") as work:
        reading = read_assessment(at, work, assessment)
        openings = Openings(reading)
        if not openings.submission:
            raise HsbAssessError(
                "not_submitted",
                "This assessment has not been submitted.",
                "Open the package that the author sent, then look again.",
            )
        counts = openings.parts
        if part in counts or closing_of(work, reading.case) is not None:
            return Change("part_read", reading.case, assessment)
        scribe = Scribe(at, work, reading.case, reading.definition)
        body: dict[str, JsonValue] = {"value": openings.submission, "shown": openings.shown(part)}
        scribe.say(Stream.REVIEW, assessment, f"{OPENED_KEY}{part}", body)
        required = {code.code for code in required_reading(reading.definition)}
        if part not in required:
            return Change("part_read", reading.case, assessment)
        scribe.say(Stream.REVIEW, assessment, READ_PATH, {"value": [*sorted(required & {*counts, part})]})
    return Change("part_read", reading.case, assessment, frozenset({READ_PATH}))
