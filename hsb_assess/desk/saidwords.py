"""Reading this child's words: every answer in their words, every item and event that quotes them, with what stood before."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from hsb_assess.desk.history import names
from hsb_assess.desk.opening import ASSESSMENT_KEY, read_assessment
from hsb_assess.desk.viewing import RESTRICTED
from hsb_assess.desk.voicing import FOR, TYPED
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.schema import ItemType
from hsb_assess.record.history import slots
from hsb_assess.record.places import KIND_KEY
from hsb_assess.record.projection import thing_groups
from hsb_assess.record.reading import fuzzy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.domain.fuzzydate import FuzzyDate
    from hsb_assess.instrument.schema import Item
    from hsb_assess.record.entry import Entry
    from hsb_assess.record.history import Slot
    from hsb_assess.record.reading import Reading

__all__ = ["Before", "Said", "said_words"]

_WRITTEN: Final = frozenset({ItemType.TEXT, ItemType.LONGTEXT})
_EVIDENCE, _EVENT = "evidence", "event"


@dataclass(frozen=True)
class Before:
    """What stood in a place before it was corrected: the words, when they were recorded (ISO), and by whom."""

    words: str = field(repr=False)
    recorded: str
    by: str


@dataclass(frozen=True)
class Said:
    """Words of this child as they stand. ``entry`` is what says them, ``path`` and ``title`` their question.

    ``day`` is the day on which they were said, if that is known; ``to`` a person as the case calls them, ``how`` a code of
    how they came, ``typed`` who typed them (``child``, ``adult`` or nothing). ``exact`` is whether they are marked as exact
    words, ``quoted`` whether an evidence item holds them too. ``taken_out`` says that they were taken out of their list.
    """

    entry: str
    assessment: str
    path: str
    title: str
    words: str = field(repr=False)
    recorded: str
    by: str
    day: FuzzyDate | None = None
    to: str = field(default="", repr=False)
    how: str = ""
    typed: str = ""
    exact: bool = False
    quoted: bool = False
    taken_out: bool = False
    restricted: str = ""
    before: tuple[Before, ...] = ()

    @property
    def moment(self) -> str:
        """When they were said, or else recorded, to sort by."""
        return self.day.latest().isoformat() if self.day is not None else self.recorded[:10]


def said_words(at: Workplace, case: str) -> tuple[Said, ...]:
    """Return all of this child's words in a case, the newest first."""
    with at.book.begin("read", case=case, write=False) as work:
        entries = work.entries.of_case(case)
        standing = slots(work.entries.heads(case))
        readings = []
        for slot in sorted((slot for slot in standing if slot.key == ASSESSMENT_KEY), reverse=True):
            try:
                readings.append(read_assessment(at, work, slot.subject))
            except HsbAssessError:
                continue  # its form is not on this laptop: nobody can read it here
        known = names(at, work)
    if not readings:
        return ()
    gathered = _Gathered(standing, entries, known, at.language)
    found: dict[tuple[str, str], Said] = {}
    for reading in readings:
        for said in gathered.answers(reading):
            found.setdefault((said.path, said.words), said)
    for said in gathered.things(readings[0]):
        found.setdefault((said.path, said.words), said)
    quoting = gathered.quoting
    return tuple(
        sorted(
            (each for each in found.values() if each.path not in quoting.swallowed),
            key=lambda each: (each.moment, each.recorded, each.entry),
            reverse=True,
        )
    )


@dataclass
class _Quoting:
    """Which items hold the words of which row or answer: those are shown there, once."""

    by_place: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    swallowed: set[str] = field(default_factory=set)


class _Gathered:
    """One case: what stands, and every entry by its place."""

    def __init__(
        self,
        standing: Mapping[Slot, tuple[Entry, ...]],
        entries: Sequence[Entry],
        known: Mapping[str, str],
        language: str,
    ) -> None:
        self._standing, self._known, self._language = standing, known, language
        self._by_place: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
        for entry in entries:
            self._by_place[entry.subject, entry.key, entry.stream.value].append(entry)
        self._fields: dict[str, dict[str, Entry]] = defaultdict(dict)
        for slot, heads in standing.items():
            self._fields[slot.subject][slot.key] = heads[-1]
        self.quoting = _Quoting()
        self._pair_up()

    def _text(self, subject: str, key: str) -> str:
        entry = self._fields.get(subject, {}).get(key)
        value = entry.body.get("value") if entry is not None else None
        return value if isinstance(value, str) else ""

    def _pair_up(self) -> None:
        """Note which answers and rows have an item with their words, and which item need not be shown by itself."""
        for thing, fields in self._fields.items():
            place = self._text(thing, FOR)
            if not place or self._kind(thing) != _EVIDENCE:
                continue
            key = f"{place}.words" if place.endswith("]") else place
            words = self._text(thing, "what")
            self.quoting.by_place[key, words] = (self._text(thing, TYPED), self._text(thing, "how_came"))
            answers = [
                str(heads[-1].body.get("value"))
                for slot, heads in self._standing.items()
                if slot.key == key and not heads[-1].body.get("removed")
            ]
            if words and any(words in answer for answer in answers) and "what" in fields:
                self.quoting.swallowed.add(f"things.{_EVIDENCE}[{thing}].what")

    def _kind(self, thing: str) -> str:
        return self._text(thing, KIND_KEY)

    def answers(self, reading: Reading) -> Iterator[Said]:
        """Yield the answers of an assessment that are this child's words, those of rows that were taken out too."""
        for slot, heads in self._standing.items():
            if slot.subject != reading.assessment or slot.key.startswith("@") or slot.key.endswith("]"):
                continue
            item = reading.definition.find(slot.key)
            if item is None or item.type not in _WRITTEN or not (item.verbatim or item.child_voice):
                continue
            row = slot.key.rpartition(".")[0] if "]" in slot.key else ""
            gone = slot.key not in reading.answers
            for entry in heads:
                said = self._said(reading, item, slot.key, entry)
                if said is not None:
                    yield self._of_row(said, slot.subject, row, taken_out=gone)

    def things(self, reading: Reading) -> Iterator[Said]:
        """Yield what quotes this child among the things of the case: items, events, and what else asks for their words."""
        for kind, groups in thing_groups(reading.definition).items():
            group = groups[0]
            for thing, fields in self._fields.items():
                if self._kind(thing) != kind:
                    continue
                for name in fields:
                    item = reading.definition.find(f"{group}.{name}")
                    if item is None or item.type not in _WRITTEN or not self._is_quoted(kind, thing, item):
                        continue
                    path = f"{group}[{thing}].{name}"
                    said = self._said(reading, item, path, fields[name])
                    if said is not None:
                        yield self._of_row(said, thing, "", taken_out=bool(fields[KIND_KEY].body.get("removed")))

    def _is_quoted(self, kind: str, thing: str, item: Item) -> bool:
        exact = self._text(thing, "verbatim") == "yes"
        if kind == _EVIDENCE:
            return item.id == "what" and exact and self._text(thing, "kind") == "child_said"
        if kind == _EVENT:
            return item.id == "what" and (exact or self._text(thing, "category") == "child_words")
        return item.verbatim or item.child_voice

    def _said(self, reading: Reading, item: Item, path: str, entry: Entry) -> Said | None:
        answer = entry.answer
        if answer is None or not isinstance(answer.value, str) or not answer.value.strip():
            return None
        return Said(
            entry=entry.id,
            assessment=reading.assessment,
            path=path,
            title=item.label.get(self._language),
            words=answer.value,
            recorded=entry.recorded,
            by=self._known.get(entry.author, ""),
            exact=item.verbatim,
            restricted=item.data_class.value if item.data_class in RESTRICTED else "",
            before=tuple(self._before(entry)),
        )

    def _before(self, entry: Entry) -> Iterator[Before]:
        """Yield what the same place said earlier, the newest first; what says the same again is told once."""
        words = entry.body.get("value")
        for old in reversed(self._by_place[entry.subject, entry.key, entry.stream.value]):
            value = old.body.get("value")
            if old.id < entry.id and isinstance(value, str) and value.strip() and value != words:
                words = value
                yield Before(value, old.recorded, self._known.get(old.author, ""))

    def _of_row(self, said: Said, subject: str, row: str, *, taken_out: bool) -> Said:
        """Return the words with what stands beside them: the day, to whom, how they came, who typed them."""
        prefix = f"{row}." if row else ""
        is_thing = subject != said.assessment
        day = self._fields.get(subject, {}).get(f"{prefix}when") if prefix or is_thing else None
        to = self._text(self._text(subject, f"{prefix}to"), "label") if prefix or is_thing else ""
        how = self._text(subject, f"{prefix}how_came") if prefix or is_thing else ""
        typed = self._text(subject, TYPED) if is_thing else ""
        pair = next(
            (
                told
                for (key, words), told in self.quoting.by_place.items()
                if key == said.path and words and words in said.words
            ),
            None,
        )
        exact = said.exact or (is_thing and self._text(subject, "verbatim") == "yes")
        return replace(
            said,
            day=fuzzy(day.body.get("value")) if day is not None else None,
            to=to,
            how=how or (pair[1] if pair is not None else ""),
            typed=typed or (pair[0] if pair is not None else ""),
            exact=exact,
            quoted=pair is not None or (is_thing and self._kind(subject) == _EVIDENCE),
            taken_out=taken_out,
        )
