"""What an assessment says at one moment: a frozen view that rules, documents and screens read."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from hsb_assess.domain.answer import NOT_ASKED, Answer
from hsb_assess.domain.fuzzydate import FuzzyDate
from hsb_assess.instrument.engine import Engine
from hsb_assess.record.contenthash import content_hash

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from pydantic import JsonValue

    from hsb_assess.instrument.schema import Definition
    from hsb_assess.instrument.values import AnswerFault
    from hsb_assess.record.entry import Entry
    from hsb_assess.record.history import Slot

__all__ = ["Reading", "Recorded", "Row", "Thing"]


@dataclass(frozen=True)
class Recorded:
    """Who recorded an answer and when; times are ISO 8601 with offset."""

    author: str
    device: str
    occurred: str
    recorded: str
    entry: str


@dataclass(frozen=True)
class Thing:
    """A case-level thing (person, event, evidence item …) and what is recorded of it, by field."""

    id: str
    kind: str
    fields: Mapping[str, Answer] = field(repr=False)

    def answer(self, name: str) -> Answer:
        """Return the answer in field ``name``; *not yet asked* when nothing was recorded."""
        return self.fields.get(name, NOT_ASKED)

    def value(self, name: str) -> JsonValue:
        """Return the value in field ``name``, or ``None`` for any absence."""
        return self.answer(name).value

    def text(self, name: str) -> str:
        """Return the value in field ``name`` if it is text, else the empty string."""
        value = self.value(name)
        return value if isinstance(value, str) else ""

    def state(self, name: str) -> str | None:
        """Return the answer-state code in field ``name``, or ``None``."""
        return self.answer(name).state()

    def codes(self, name: str) -> tuple[str, ...]:
        """Return the codes or ids in a multiple field, or the single one, as a tuple."""
        return codes(self.value(name))

    def day(self, name: str) -> FuzzyDate | None:
        """Return the fuzzy date in field ``name``, or ``None``."""
        return fuzzy(self.value(name))


@dataclass(frozen=True)
class Row(Thing):
    """One row of a repeating group; ``path`` is its path, ``kind`` is empty unless its rows are things."""

    path: str = ""

    def at(self, name: str) -> str:
        """Return the path of field ``name`` in this row."""
        return f"{self.path}.{name}"


def codes(value: JsonValue) -> tuple[str, ...]:
    """Return a code or a list of codes as a tuple of texts; anything else is empty."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list):
        return tuple(item for item in value if isinstance(item, str))
    return ()


def fuzzy(value: JsonValue) -> FuzzyDate | None:
    """Return a date value, or the day of a date-time text, as a fuzzy date; ``None`` for anything else."""
    try:
        if isinstance(value, dict) and "date" in value:
            return FuzzyDate.model_validate(value)
        if isinstance(value, str) and len(value) >= len("2026-01-01"):
            return FuzzyDate(date=value[:10])
    except ValueError:
        return None
    return None


@dataclass(frozen=True)
class Reading:
    """One assessment as its record stands, with the things of its case.

    ``answers`` holds every recorded answer by path, dormant ones too; :meth:`answer` reads only what is
    visible. ``rows_of`` lists row ids by the path of their group. ``slots`` are the heads it was read from.
    ``notes`` are the bodies of the assessment's own marks (keys that begin with ``@``). ``unreadable`` are paths
    whose answer has a form that this version does not know; they read as *not yet asked*, and signing waits.
    """

    case: str
    assessment: str
    definition: Definition
    profile: Mapping[str, JsonValue]
    today: date
    answers: Mapping[str, Answer] = field(repr=False)
    rows_of: Mapping[str, tuple[str, ...]]
    all_things: Mapping[str, Thing] = field(repr=False)
    slots: Mapping[Slot, tuple[Entry, ...]] = field(default_factory=dict, repr=False)
    recorded_at: Mapping[str, Recorded] = field(default_factory=dict, repr=False)
    conflicts: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()
    notes: Mapping[str, JsonValue] = field(default_factory=dict, repr=False)
    cited: Mapping[Slot, tuple[Entry, ...]] = field(default_factory=dict, repr=False)
    rules_hash: str = ""
    profile_hash: str = ""

    @cached_property
    def engine(self) -> Engine:
        """The engine over these answers: visibility, what is open, faults, balance."""
        return Engine(self.definition, dict(self.answers), dict(self.rows_of), self.today)

    @cached_property
    def dormant(self) -> frozenset[str]:
        """Paths that were answered and are now hidden by skip logic."""
        return self.engine.dormant()

    @cached_property
    def content_hash(self) -> str:
        """The hash that an approval of this content names."""
        return content_hash(
            self.cited,
            definition=self.definition.hash,
            profile=self.profile_hash,
            rules=self.rules_hash,
        )

    @cached_property
    def worked_out(self) -> Mapping[str, Answer]:
        """The answers that the form works out of others, by path."""
        return self.engine.worked_out()

    def raw(self, path: str) -> Answer:
        """Return what is recorded at ``path``, or worked out, whether or not it is visible now."""
        return self.answers[path] if path in self.answers else self.worked_out.get(path, NOT_ASKED)

    def answer(self, path: str) -> Answer:
        """Return what stands at ``path``; dormant answers read as *not yet asked*."""
        return NOT_ASKED if path in self.dormant else self.raw(path)

    def value(self, path: str) -> JsonValue:
        """Return the value at ``path``, or ``None`` for any absence."""
        return self.answer(path).value

    def text(self, path: str) -> str:
        """Return the value at ``path`` if it is text, else the empty string."""
        value = self.value(path)
        return value if isinstance(value, str) else ""

    def state(self, path: str) -> str | None:
        """Return the answer-state code at ``path``, or ``None``."""
        return self.answer(path).state()

    def codes(self, path: str) -> tuple[str, ...]:
        """Return the codes or ids at ``path`` as a tuple."""
        return codes(self.value(path))

    def day(self, path: str) -> FuzzyDate | None:
        """Return the fuzzy date at ``path``, or ``None``."""
        return fuzzy(self.value(path))

    def rows(self, group: str) -> tuple[Row, ...]:
        """Return the rows of the repeating group at ``group``, in their order."""
        if group not in self._rows_read:
            rows = self.rows_of.get(group, ())
            self._rows_read[group] = tuple(self._row(f"{group}[{row}]", row) for row in rows)
        return self._rows_read[group]

    @cached_property
    def _rows_read(self) -> dict[str, tuple[Row, ...]]:
        return {}

    @cached_property
    def all_faults(self) -> tuple[AnswerFault, ...]:
        """What is wrong with the answers of all shown questions, in screen order, then with those of things."""
        return self.engine.all_faults()

    def _row(self, path: str, row: str) -> Row:
        kind = self.all_things[row].kind if row in self.all_things else ""
        start = len(path) + 1
        fields = {
            name[start:]: self.answer(name) for name in self._paths_by_row.get(path, ()) if "[" not in name[start:]
        }
        return Row(id=row, kind=kind, fields=MappingProxyType(fields), path=path)

    @cached_property
    def _paths_by_row(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for path in self.answers:
            end = path.find("]")
            while end != -1:
                if end + 1 < len(path):
                    found.setdefault(path[: end + 1], []).append(path)
                end = path.find("]", end + 1)
        return {row: tuple(paths) for row, paths in found.items()}

    def things(self, kind: str) -> tuple[Thing, ...]:
        """Return the case's things of ``kind``, oldest first."""
        return tuple(thing for thing in self.all_things.values() if thing.kind == kind)

    def thing(self, thing: str) -> Thing | None:
        """Return one thing by its id, or ``None``."""
        return self.all_things.get(thing)

    def label(self, thing: str) -> str:
        """Return how a person or agency is called in this case; empty when it is not known."""
        found = self.all_things.get(thing)
        return found.text("label") if found is not None else ""

    def recorded(self, path: str) -> Recorded | None:
        """Return who recorded the answer at ``path`` and when, or ``None``."""
        return self.recorded_at.get(path)

    def events(self) -> tuple[Thing, ...]:
        """Return the chronology in order of the earliest day each event can have happened."""
        return tuple(sorted(self.things("event"), key=_event_day))

    def evidence_of(self, path: str) -> Iterator[Thing]:
        """Yield the evidence items that the answer at ``path`` cites."""
        for cited in self.answer(path).evidence:
            found = self.all_things.get(cited)
            if found is not None:
                yield found


def _event_day(event: Thing) -> tuple[str, str]:
    when = event.day("when")
    return ("9999-12-31" if when is None else when.earliest().isoformat(), event.id)
