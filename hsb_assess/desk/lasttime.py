"""What the assessment before this one said, question by question, as far as this form still asks it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Final

from hsb_assess.desk.history import names
from hsb_assess.desk.moving import route
from hsb_assess.desk.opening import open_assessment, read_assessment
from hsb_assess.domain.answer import Absence
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.migrate import Filled, migrate
from hsb_assess.instrument.schema import ItemType
from hsb_assess.instrument.values import value_faults
from hsb_assess.record.taken import TAKEN_KEY, day_of, follows, is_own, own_answers, said_now

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.domain.answer import Answer
    from hsb_assess.instrument.schema import Definition, Item
    from hsb_assess.record.reading import Reading, Recorded
    from hsb_assess.vault.book import Work

__all__ = ["NOTES", "NO_LAST", "Last", "LastTime", "Mapped", "Note", "last_time", "last_time_in", "mapped", "withheld"]


class Note:
    """Why an answer of last time is told with a word of care; those of :data:`UNFIT` cannot be taken over."""

    REWORDED = "reworded"
    OWN_WORDS = "own_words"
    EVIDENCE_GONE = "evidence_gone"
    UNFIT = "unfit"
    THING_GONE = "thing_gone"
    DAY_PAST = "day_past"
    WITHHELD = "withheld"


NOTES: Final = {
    Note.REWORDED: "The question reads otherwise now.",
    Note.OWN_WORDS: "These are words of then; ask again where you can.",
    Note.EVIDENCE_GONE: "Some of its evidence is not in the case any more.",
    Note.UNFIT: "The form does not take this answer any more.",
    Note.THING_GONE: "It names somebody or something that is not in the case any more.",
    Note.DAY_PAST: "The day on which to ask again has come.",
    Note.WITHHELD: "This cannot be chosen as other answers stand now.",
}
"""The notes by code, in the words in which they are told."""
UNFIT: Final = frozenset({Note.UNFIT, Note.THING_GONE, Note.DAY_PAST, Note.WITHHELD})
_DAYS: Final = {
    Absence.UNKNOWN: "by",
    Absence.NOT_SAFE: "recheck",
    Absence.LED_BY_OTHER: "recheck",
}
"""The particular of an absence that says until when it holds."""
_WORDS: Final = frozenset({ItemType.TEXT, ItemType.LONGTEXT})


@dataclass(frozen=True)
class Last:
    """The answer to one question of last time, as this form takes it.

    ``path`` is where it belongs now and ``before`` where it stood; ``entry`` said it. ``asked`` is the day (ISO) on which it
    was last given anew: earlier than the last assessment where that took it over itself. ``answer`` cites only evidence that
    is still there, ``cited`` is how many items it cited. ``notes`` are codes of :data:`NOTES`; ``question`` is how it was asked
    then, where that differs.
    """

    path: str
    before: str
    answer: Answer = field(repr=False)
    entry: str
    asked: str
    name: str
    cited: int
    notes: tuple[str, ...] = ()
    question: str = field(default="", repr=False)

    @property
    def fits(self) -> bool:
        """Whether it can be taken over as it is."""
        return not UNFIT & {*self.notes}


@dataclass(frozen=True)
class LastTime:
    """All that the last assessment said, by the path at which it is asked now; empty where this follows none.

    ``day`` is the day (ISO) on which that assessment was last answered, ``form`` the version of its form. ``rows`` are the
    rows of lists that belong to an assessment, by the list; people, events and evidence belong to the case and stand anyway.
    """

    assessment: str
    day: str
    form: str
    answers: Mapping[str, Last] = field(repr=False)
    rows: Mapping[str, tuple[str, ...]]
    reading: Reading | None = field(default=None, repr=False)


NO_LAST: Final = LastTime("", "", "", {}, {})


def last_time(at: Workplace, assessment: str) -> LastTime:
    """Return what the assessment before this one said; :data:`NO_LAST` where there is none, or it is not in this vault."""
    with at.book.begin("read", write=False) as work:
        after = open_assessment(at, work, assessment).after
        return last_time_in(at, work, read_assessment(at, work, assessment)) if after else NO_LAST


def last_time_in(at: Workplace, work: Work, reading: Reading) -> LastTime:
    """Return what the assessment before ``reading`` said, inside a unit of work."""
    after = follows(reading)
    if not after or after == reading.assessment or work.entries.case_of(after) != reading.case:
        return NO_LAST
    try:
        before = read_assessment(at, work, after)
    except HsbAssessError:  # its form or guidance is not here
        return NO_LAST
    brought = mapped(at, before, reading.definition)
    known = names(at, work)
    found: dict[str, Last] = {}
    for path, (answer, sources) in brought.answers.items():
        item = reading.definition.find(path)
        said = _newest(before, sources)
        if item is None or said is None or not _is_offered(reading.definition, path):
            continue
        cited = len(answer.evidence)
        held = tuple(each for each in answer.evidence if reading.thing(each) is not None)
        kept = answer.model_copy(update={"evidence": held})
        notes = tuple(_notes(reading, before, item, kept, sources, lost=len(held) < cited))
        asked = _asked(before, said[0]) or said[1].recorded[:10]
        question = _asked_then(before, sources) if Note.REWORDED in notes else ""
        name = known.get(said[1].author, "")
        found[path] = Last(path, said[0], kept, said[1].entry, asked, name, cited, notes, question)
    day = max((each.recorded[:10] for each in before.recorded_at.values()), default="")
    return LastTime(after, day, before.definition.version, found, brought.rows, before)


def withheld(reading_or_engine: Callable[[str], frozenset[str]], last: Last) -> bool:
    """Say whether an answer names an option that cannot be chosen as other answers stand now."""
    value = last.answer.value
    named = {value} if isinstance(value, str) else {*value} if isinstance(value, list) else set()
    return bool(named & reading_or_engine(last.path))


@dataclass(frozen=True)
class Mapped:
    """Answers of then where they belong now, each with the paths that it comes from; rows of an assessment's own lists."""

    answers: Mapping[str, tuple[Answer, tuple[str, ...]]]
    rows: Mapping[str, tuple[str, ...]]


def mapped(at: Workplace, before: Reading, new: Definition) -> Mapped:
    """Bring what was said then to the form of now, by the migrations where its version is another one."""
    old = before.definition
    said = {path: before.answer(path) for path in own_answers(before)}
    rows = {group: ids for group, ids in before.rows_of.items() if _is_own(old.find(group))}
    origins: dict[str, tuple[str, ...]] = {path: (path,) for path in said}
    filled = Filled(said, rows)
    for version in _way(at, old, new):
        step = at.catalogue.migration(old.id, old.version, version)
        following = at.catalogue.get(old.id, version)
        moved = migrate(step, old, following, filled, _fresh(before.assessment, version))
        came: dict[str, tuple[str, ...]] = {}
        for move in moved.moves:
            for target in move.targets:
                came[target] = (*came.get(target, ()), *origins.get(move.source, ()))
        old, filled, origins = following, moved.filled, came
    kept = {path: (answer, origins[path]) for path, answer in filled.answers.items() if origins.get(path)}
    listed = {group: ids for group, ids in filled.rows.items() if _is_own(new.find(group))}
    return Mapped(kept, listed)


def _way(at: Workplace, old: Definition, new: Definition) -> tuple[str, ...]:
    """Return the versions to go through; nothing where both are one version, or no migration leads there."""
    if old.id != new.id or old.version == new.version:
        return ()
    way = route(at, old.id, old.version)
    return way[1 : way.index(new.version) + 1] if new.version in way else ()


def _is_own(group: Item | None) -> bool:
    """Say whether a list's rows belong to an assessment; those that are things belong to the case."""
    return group is not None and group.repeats and group.kind is None


def _fresh(assessment: str, version: str) -> Callable[[str], str]:
    """Return what names rows that a migration makes: always the same for the same assessment, so that one can be asked for."""
    number = count()

    def made(group: str) -> str:
        drawn = hashlib.sha256(f"{assessment} {version} {group} {next(number)}".encode()).hexdigest()
        return f"{drawn[:8]}-{drawn[8:12]}-7{drawn[13:16]}-8{drawn[17:20]}-{drawn[20:32]}"

    return made


def _is_offered(definition: Definition, path: str) -> bool:
    """Say whether a question is one that somebody answers here: the tier's reasons belong to an act of their own."""
    return is_own(definition, path) and path not in _TIERING


_TIERING: Final = ("M00.tier_reason", "M00.tier_reason_by")


def _newest(before: Reading, sources: Iterable[str]) -> tuple[str, Recorded] | None:
    known = [(path, said) for path in sources if (said := before.recorded(path)) is not None]
    return max(known, key=lambda each: each[1].entry, default=None)


def _asked(before: Reading, path: str) -> str:
    """Return the day on which an answer that was itself taken over was given anew; empty of any other."""
    body = before.notes.get(f"{TAKEN_KEY}{path}")
    if isinstance(body, dict) and said_now(body, before.answer(path)):
        return day_of(body)
    return ""


def _asked_then(before: Reading, sources: Iterable[str]) -> str:
    items = (before.definition.find(path) for path in sources)
    return " / ".join(dict.fromkeys(item.label.en for item in items if item is not None))


def _notes(
    reading: Reading, before: Reading, item: Item, answer: Answer, sources: tuple[str, ...], *, lost: bool
) -> Iterator[str]:
    """Yield what is to be said of an answer of then beside the question of now."""
    then = [found for path in sources if (found := before.definition.find(path)) is not None]
    if len(then) != 1 or then[0].label.en != item.label.en:
        yield Note.REWORDED
    if item.type in _WORDS and (item.verbatim or item.child_voice) and answer.absence is None:
        yield Note.OWN_WORDS
    if lost:
        yield Note.EVIDENCE_GONE
    if answer.absence is not None:
        until = answer.detail.get(_DAYS.get(answer.absence, ""), "")
        if answer.absence not in item.absences:
            yield Note.UNFIT
        elif until and until <= reading.today.isoformat():
            yield Note.DAY_PAST
    elif value_faults(reading.definition, item, answer.value):
        yield Note.UNFIT
    elif item.type is ItemType.REF and _names_nobody(reading, answer):
        yield Note.THING_GONE


def _names_nobody(reading: Reading, answer: Answer) -> bool:
    named = answer.value if isinstance(answer.value, list) else [answer.value]
    return any(not isinstance(each, str) or reading.thing(each) is None for each in named)
