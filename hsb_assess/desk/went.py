"""On which day a visit was and who went: said before a note is sealed, and mended after with what stood before kept.

A contact of the form has one day and one worker. The time, and whoever else went, are held beside them in fields that no
form asks for; who wrote the note is whoever signed it, and is said nowhere else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from hsb_assess.desk.gathering import ASSESSORS, write_thing
from hsb_assess.desk.opening import ASSESSMENT_KEY
from hsb_assess.desk.scribe import Scribe
from hsb_assess.desk.workplace import Change, need_role
from hsb_assess.domain.answer import NOT_ASKED, Answer
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.pathway import DOB, DOB_ESTIMATED, born_between
from hsb_assess.record.history import slots
from hsb_assess.record.places import stream_of_kind
from hsb_assess.record.projection import things_of
from hsb_assess.record.reading import codes, fuzzy
from hsb_assess.record.visits import NOTE, TIME, VISIT, WENT_TOO, went_too

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from pydantic import JsonValue

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.record.reading import Thing
    from hsb_assess.vault.book import Work

__all__ = [
    "OWN",
    "Before",
    "Went",
    "Worker",
    "befores",
    "fields_of",
    "mend",
    "need_whole",
    "went_of",
    "workers",
]

OWN: Final = "@me"
"""Stands for whoever sits here among those who went, also where the case does not know them yet."""
_CLOCK: Final = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")


@dataclass(frozen=True)
class Went:
    """When a visit was, and who went.

    ``day`` is a year, a month or a day (``2026-08-20``), ``time`` is empty or such as ``14:05``; while a note is being written
    both are as they were typed. ``who`` are people of the case or :data:`OWN`, ``named`` workers whom it does not know yet;
    ``typed`` is a name that is still being written, and counts for nothing.
    """

    day: str = ""
    time: str = ""
    who: tuple[str, ...] = (OWN,)
    named: tuple[str, ...] = field(default=(), repr=False)
    typed: str = field(default="", repr=False)


@dataclass(frozen=True)
class Before:
    """What stood before somebody mended it: ``what`` is *day*, *time*, *who* or *with*, ``said`` an ISO day, a time or names.

    ``name`` is who changed it, ``when`` the ISO moment at which it was changed.
    """

    what: str
    said: str = field(repr=False)
    name: str = field(repr=False)
    when: str


@dataclass(frozen=True)
class Worker:
    """Somebody who can have gone: a person of the case, or :data:`OWN`; ``own`` says that it is whoever sits here."""

    id: str
    name: str = field(repr=False)
    own: bool


def workers(at: Workplace, case: str) -> tuple[Worker, ...]:
    """Return the workers whom the case knows, whoever sits here first."""
    with at.book.begin("read", case=case, write=False) as work:
        people = things_of(slots(work.entries.heads(case))).values()
    known = [
        Worker(each.id, each.text("label"), each.text("card") == at.identity.person)
        for each in people
        if each.kind == "person" and "worker" in each.codes("is") and each.text("label")
    ]
    if not any(each.own for each in known):
        known.append(Worker(OWN, at.identity.name, own=True))
    return tuple(sorted(known, key=lambda each: (not each.own, each.name.casefold())))


def need_whole(at: Workplace, work: Work, case: str, went: Went) -> None:
    """Raise where the day or the time is missing, unreadable, still to come or before this child's birth, or nobody went."""
    if not went.day:
        raise HsbAssessError(
            "visit_day", "The note does not say on which day the visit was.", "Write the day of the visit."
        )
    day = fuzzy({"date": went.day})
    if day is None:
        raise HsbAssessError(
            "visit_day_shape", "The day of the visit is not written as a date.", "Write it like 14 Apr 2026."
        )
    if went.time and _CLOCK.fullmatch(went.time) is None:
        raise HsbAssessError(
            "visit_time", "The time of the visit is not written as a time.", "Write it like 14:05, or leave it empty."
        )
    now = at.clock.now()
    if day.earliest() > now.date():
        raise HsbAssessError(
            "visit_ahead", "The day of the visit is still to come.", "Write the day on which somebody went."
        )
    if went.time and day.earliest() == day.latest() == now.date() and went.time > f"{now:%H:%M}":
        raise HsbAssessError(
            "visit_time_ahead", "The time of the visit is still to come.", "Write the time at which somebody went."
        )
    born = min(_births(work, case), default=None)
    if born is not None and day.latest() < born:
        raise HsbAssessError(
            "visit_before_birth",
            "The day of the visit is before this child was born.",
            "Look at the day of the visit, and at this child’s date of birth.",
        )
    if not went.who and not any(name.strip() for name in went.named):
        raise HsbAssessError("visit_who", "The note does not say who went.", "Choose who went, or write their name.")


def _births(work: Work, case: str) -> Iterator[date]:
    """Yield the first day on which this child may have been born, as each assessment of the case has it."""
    for slot in slots(work.entries.heads(case)):
        if slot.key == ASSESSMENT_KEY:
            guessed = any(
                head.body.get("value") == "yes" for head in work.entries.heads(case, slot.subject, DOB_ESTIMATED)
            )
            for head in work.entries.heads(case, slot.subject, DOB):
                born = fuzzy(head.body.get("value"))
                if born is not None:
                    yield born_between(born, estimated=guessed)[0]


def fields_of(at: Workplace, work: Work, scribe: Scribe, case: str, went: Went) -> dict[str, JsonValue]:
    """Return the fields of a contact that say so; who is named and not known yet becomes a worker of the case."""
    people = things_of(slots(work.entries.heads(case)))
    found = [_own_person(at, people, scribe) if each == OWN else each for each in went.who]
    called = {
        each.text("label").casefold(): each.id
        for each in people.values()
        if each.kind == "person" and "worker" in each.codes("is")
    }
    for name in filter(None, (each.strip() for each in went.named)):
        if name.casefold() not in called:
            called[name.casefold()] = write_thing(scribe, "person", {"label": name, "is": "worker"})
        found.append(called[name.casefold()])
    who = list(dict.fromkeys(found))
    fields: dict[str, JsonValue] = {"when": {"date": went.day}, "by": who[0]}
    if went.time:
        fields[TIME] = went.time
    if who[1:]:
        fields[WENT_TOO] = [*who[1:]]
    return fields


def _own_person(at: Workplace, people: Mapping[str, Thing], scribe: Scribe) -> str:
    """Return the person of the case who is whoever sits here; made where there is none yet."""
    known = next((each.id for each in people.values() if each.text("card") == at.identity.person), None)
    return known or write_thing(
        scribe,
        "person",
        {
            "label": at.identity.name,
            "is": "worker",
            "role": at.identity.role,
            "agency": at.identity.agency,
            "card": at.identity.person,
        },
    )


def went_of(visit: Thing) -> Went:
    """Return when a visit was and who went, as the contact has it."""
    when = visit.day("when")
    who = dict.fromkeys((*visit.codes("by"), *went_too(visit)))
    return Went(when.date if when is not None else "", visit.text(TIME), tuple(who))


def befores(
    work: Work, case: str, contact: str, things: Mapping[str, Thing], known: Mapping[str, str]
) -> tuple[Before, ...]:
    """Return what stood before of a visit, oldest first; ``known`` are names of authors by person id."""
    found = []
    for what, key in (("day", "when"), ("time", TIME), ("who", "by"), ("with", WENT_TOO)):
        said = [each for each in work.entries.of_case(case, subject=contact) if each.key == key]
        for old, new in pairwise(said):
            words = _words(old.body.get("value"), things)
            if words:
                found.append(Before(what, words, known.get(new.author, ""), new.recorded))
    return tuple(sorted(found, key=lambda each: each.when))


def _words(value: JsonValue, things: Mapping[str, Thing]) -> str:
    day = fuzzy(value) if isinstance(value, dict) else None
    if day is not None:
        return day.date
    return ", ".join(things[each].text("label") if each in things else each for each in codes(value))


def mend(at: Workplace, case: str, contact: str, went: Went) -> Change:
    """Say anew when the visit of a sealed note was and who went; what stood before stays in the history.

    Evidence that was filed from the note, and still has its day and its worker, follows. Raises ``visit_gone`` where
    there is no such note, and whatever :func:`need_whole` raises.
    """
    need_role(at, ASSESSORS)
    with at.book.begin("thing_changed", case=case) as work:
        things = things_of(slots(work.entries.heads(case)))
        visit = things.get(contact)
        if visit is None or not visit.text(NOTE):
            raise HsbAssessError("visit_gone", "This note is not there any more.", "Open the page again.")
        need_whole(at, work, case, went)
        scribe = Scribe(at, work, case)
        fields = fields_of(at, work, scribe, case, went)
        for name in ("when", "by", TIME, WENT_TOO):
            _say(scribe, visit, name, fields.get(name))
        now = things_of(slots(work.entries.heads(case)))
        for item in things.values():
            if item.kind == "evidence" and item.text(VISIT) == contact:
                _follow(scribe, item, visit, fields, now)
        written = tuple(work.entries.appended)
    return Change("thing_changed", case=case, entries=written, kind="contact")


def _say(scribe: Scribe, thing: Thing, name: str, value: JsonValue) -> None:
    """Write one field of a thing where it is something else now; what it cites stays cited."""
    before = thing.answer(name)
    if before.value == value:
        return
    answer = NOT_ASKED if value is None else Answer(value=value, evidence=before.evidence)
    scribe.say(stream_of_kind(thing.kind), thing.id, name, answer.body())


def _follow(
    scribe: Scribe, item: Thing, visit: Thing, fields: Mapping[str, JsonValue], things: Mapping[str, Thing]
) -> None:
    """Have an evidence item keep to the day and the worker of its visit; not where somebody said something else of it."""
    if item.value("when") == visit.value("when"):
        _say(scribe, item, "when", fields["when"])
    if item.value("source") != visit.value("by"):
        return
    before, worker = things.get(str(visit.value("by"))), things.get(str(fields["by"]))
    _say(scribe, item, "source", fields["by"])
    if before is not None and worker is not None and item.value("agency") == before.value("agency"):
        _say(scribe, item, "agency", worker.value("agency"))
