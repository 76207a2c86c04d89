"""How an answer came to be: everything that was said in its place, by whom and when, and restoring any of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from hsb_assess.desk.opening import open_assessment
from hsb_assess.desk.scribe import Scribe
from hsb_assess.desk.workplace import Change, Workplace, need_writer
from hsb_assess.domain.answer import Answer
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.record.chains import chain_faults
from hsb_assess.record.places import place_of
from hsb_assess.record.taken import TAKEN_KEY, day_of, said_now
from hsb_assess.trust.card import Card

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hsb_assess.record.entry import Entry
    from hsb_assess.record.places import Place
    from hsb_assess.vault.book import Work

__all__ = ["LATE_AFTER", "MARKS", "Said", "history_of", "names", "restore_answer"]

LATE_AFTER: Final = timedelta(days=3)
"""How long after it happened something may be recorded before it is marked as entered late."""

MARKS: Final = {
    "late_entry": "Entered more than three days after it happened.",
    "clock_back": "The laptop's clock was set back before this was recorded.",
    "clock_ahead": "Recorded at a time that has not come yet: a clock was wrong.",
}
"""What may be noticed about an entry, by code; in the words in which it is told."""


@dataclass(frozen=True)
class Said:
    """One thing that was said in a place, with its author's ``name`` and a number for their laptop, 1 being the first.

    ``answer`` is ``None`` where a row was made or taken out (``removed``), or where this version cannot read it.
    ``stands`` says that it is what counts now; ``settled`` is the reason where it was decided for over another.
    ``form`` is the version of the form; ``marks`` are codes of :data:`MARKS`. ``taken`` is the day (ISO) on which an answer
    that was taken over from an earlier assessment was given there, empty of any other.
    """

    entry: str
    author: str
    name: str
    laptop: int
    occurred: str
    recorded: str
    answer: Answer | None = field(repr=False)
    removed: bool
    stands: bool
    settled: str
    form: str
    marks: tuple[str, ...]
    taken: str = ""


def names(at: Workplace, work: Work) -> dict[str, str]:
    """Return the names of everybody whose card is here, verified or not, and one's own, by person id."""
    known = {each.person: Card.from_bytes(each.card).name for each in work.contacts.all()}
    return {**known, at.identity.person: at.identity.name}


def history_of(at: Workplace, assessment: str, path: str) -> tuple[Said, ...]:
    """Return what was said at ``path``, newest first; raises ``no_such_question``."""
    with at.book.begin("read", write=False) as work:
        opened = open_assessment(at, work, assessment)
        place = place_of(opened.definition, assessment, path)
        entries = work.entries.of_case(opened.case)
        here = _in_place(entries, place)
        marks = [] if place.thing else [each for each in entries if each.key == f"{TAKEN_KEY}{path}"]
        heads = {head.id for head in _in_place(work.entries.heads(opened.case, place.subject, place.key), place)}
        known = names(at, work)
        latest = _latest(at, work)
    back = {fault.entry for fault in chain_faults(entries) if fault.code == "clock_back"}
    laptops = _laptops(entries)
    taken = _taken(here, [each for each in marks if each.subject == assessment])
    return tuple(
        Said(
            entry=entry.id,
            author=entry.author,
            name=known.get(entry.author, ""),
            laptop=laptops[entry.author].index(entry.device) + 1,
            occurred=entry.occurred,
            recorded=entry.recorded,
            answer=_answer(entry),
            removed=entry.body.get("removed") is True,
            stands=entry.id in heads,
            settled=str(entry.body.get("settled", "")),
            form="" if entry.instrument is None else entry.instrument.version,
            marks=_marks(entry, latest, set_back=entry.id in back),
            taken=taken.get(entry.id, ""),
        )
        for entry in reversed(here)
    )


def _taken(here: Iterable[Entry], marks: Iterable[Entry]) -> dict[str, str]:
    """Return of the answers that were taken over, by entry, the day on which they were given before.

    A mark is about the answer that was said just before it, and about whatever says the same after it.
    """
    found: dict[str, str] = {}
    before: Entry | None = None
    mark: Entry | None = None
    for entry in sorted((*here, *marks), key=_made):
        if entry.key.startswith(TAKEN_KEY):
            mark = entry
        else:
            before = entry
        answer = None if before is None else _answer(before)
        if before is not None and mark is not None and answer is not None and said_now(mark.body, answer):
            found[before.id] = day_of(mark.body)
    return found


def _in_place(entries: Iterable[Entry], place: Place) -> list[Entry]:
    return [
        each for each in entries if (each.stream, each.subject, each.key) == (place.stream, place.subject, place.key)
    ]


def _latest(at: Workplace, work: Work) -> datetime:
    """Return the latest moment that is known to have come: now, or what the audit has seen."""
    seen = work.trail.latest_seen()
    return max(at.clock.now(), datetime.fromisoformat(seen)) if seen else at.clock.now()


def _laptops(entries: Iterable[Entry]) -> dict[str, list[str]]:
    """Return each person's laptops in the order in which they first wrote in this case."""
    found: dict[str, list[str]] = {}
    for entry in sorted(entries, key=_made):
        known = found.setdefault(entry.author, [])
        if entry.device not in known:
            known.append(entry.device)
    return found


def _made(entry: Entry) -> str:
    return entry.id


def _answer(entry: Entry) -> Answer | None:
    try:
        return Answer.from_body(entry.body)
    except ValidationError:  # a row, or written by a newer version
        return None


def _marks(entry: Entry, latest: datetime, *, set_back: bool) -> tuple[str, ...]:
    recorded = datetime.fromisoformat(entry.recorded)
    noticed = {
        "late_entry": recorded - datetime.fromisoformat(entry.occurred) > LATE_AFTER,
        "clock_back": set_back,
        "clock_ahead": recorded > latest,
    }
    return tuple(code for code, holds in noticed.items() if holds)


def restore_answer(at: Workplace, assessment: str, path: str, entry: str) -> Change:
    """Let an earlier answer stand again, as a new entry; nothing where it stands already.

    Codes: ``no_such_answer``, ``conflict_first`` (two answers stand here), ``not_your_role``.
    """
    with at.book.begin("answer_restored") as work:
        opened = open_assessment(at, work, assessment)
        place = place_of(opened.definition, assessment, path)
        need_writer(at, place.stream)
        wanted = work.entries.get(entry)
        if wanted is None or not _in_place([wanted], place) or wanted.case != opened.case:
            raise HsbAssessError(
                "no_such_answer", "This answer was not given to this question.", "Open its history again."
            )
        standing = tuple(_in_place(work.entries.heads(opened.case, place.subject, place.key), place))
        if len(standing) > 1:
            raise HsbAssessError(
                "conflict_first",
                "Two answers stand here that were given unseen by each other.",
                "Decide between them first; then restore another one if it should stand.",
            )
        body = {name: value for name, value in wanted.body.items() if name != "settled"}
        if [head.body for head in standing] != [body]:
            scribe = Scribe(at, work, opened.case, opened.definition)
            scribe.say(place.stream, place.subject, place.key, body, standing=standing)
            work.audit.note("answer_restored", path, {"entry": entry})
        written = tuple(work.entries.appended)
    return Change("answer_restored", opened.case, assessment, frozenset({path}), entries=written)
