"""Marks: agreement, disagreement, or why it was not shown, of this child and each carer, before anything is submitted.

A mark is one entry of the case: the thing it makes, with everything it says in that entry. It names the content that was
gone through, so that it can say of itself that answers changed since. See decision 526.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hsb_assess.desk.gathering import ASSESSORS
from hsb_assess.desk.history import names
from hsb_assess.desk.opening import read_assessment
from hsb_assess.desk.scribe import Scribe
from hsb_assess.desk.workplace import Change, need_role
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.ids import new_id
from hsb_assess.domain.marks import KIND, Mark, MarkAnswer, NotShown
from hsb_assess.record.places import KIND_KEY, stream_of_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.domain.strokes import Ink
    from hsb_assess.record.reading import Reading, Thing

__all__ = ["Asked", "Given", "Marks", "make", "marks", "take_back"]

_CARERS = "M10.carers"


@dataclass(frozen=True)
class Asked:
    """Somebody whose mark is asked: this child, or a carer. ``label`` is how the case calls them."""

    person: str
    label: str
    child: bool


@dataclass(frozen=True)
class Given:
    """A mark that stands. ``by`` is who recorded it; ``later`` says that answers changed since it was made."""

    id: str
    mark: Mark = field(repr=False)
    label: str
    child: bool
    by: str
    later: bool


@dataclass(frozen=True)
class Marks:
    """Whose mark is asked in an assessment, and the marks that were given, newest first."""

    asked: tuple[Asked, ...]
    given: tuple[Given, ...]


def marks(at: Workplace, assessment: str) -> Marks:
    """Return whose mark is asked and what was given."""
    with at.book.begin("read", write=False) as work:
        reading = read_assessment(at, work, assessment)
        known = names(at, work)
    people = {each.id: each for each in reading.things("person")}
    given = []
    for subject, author, mark in _standing(reading):
        person = people.get(mark.who)
        given.append(
            Given(
                id=subject,
                mark=mark,
                label=person.text("label") if person is not None else "",
                child=person is not None and person.text("is") == "this_child",
                by=known.get(author, ""),
                later=mark.answer is not MarkAnswer.NOT_SHOWN and mark.content != reading.content_hash,
            )
        )
    return Marks(tuple(_asked(reading)), tuple(sorted(given, key=lambda each: each.id, reverse=True)))


def _standing(reading: Reading) -> Iterator[tuple[str, str, Mark]]:
    """Yield each mark of an assessment with its subject and its author."""
    for slot, heads in reading.slots.items():
        body = heads[-1].body
        if slot.key != KIND_KEY or body.get("value") != KIND or body.get("removed"):
            continue
        mark = Mark.read(body.get("mark"))
        if mark is not None and mark.assessment == reading.assessment:
            yield slot.subject, heads[-1].author, mark


def _asked(reading: Reading) -> Iterator[Asked]:
    """Yield this child, then the carers of the form, then nobody twice."""
    people = {each.id: each for each in reading.things("person")}
    child = next((each for each in people.values() if each.text("is") == "this_child"), None)
    listed: list[Thing] = [child] if child is not None else []
    for row in reading.rows(_CARERS):
        person = people.get(row.text("person"))
        if person is not None and person not in listed:
            listed.append(person)
    for person in listed:
        yield Asked(person.id, person.text("label"), person is child)


def make(
    at: Workplace,
    assessment: str,
    who: str,
    answer: MarkAnswer,
    *,
    why: NotShown | None = None,
    note: str = "",
    words: str = "",
    heard_by: str = "",
    ink: Ink | None = None,
) -> Change:
    """Record a mark of the person ``who``; ``Change.created`` is its id.

    Raises ``mark_who``, ``mark_why`` (not shown, without why) and ``mark_how`` (neither drawn nor heard by anybody else).
    """
    need_role(at, ASSESSORS)
    shown = answer is not MarkAnswer.NOT_SHOWN
    if not shown and why is None:
        raise HsbAssessError("mark_why", "It is not said why it was not shown.", "Choose the reason that fits best.")
    if shown and ink is None and not heard_by.strip():
        raise HsbAssessError(
            "mark_how",
            "Nothing is drawn, and nobody is named who heard it said.",
            "Have a mark drawn, or say who else was there when it was said.",
        )
    with at.book.begin("mark_made") as work:
        reading = read_assessment(at, work, assessment)
        if all(each.person != who for each in _asked(reading)):
            raise HsbAssessError(
                "mark_who", "This person is not asked for a mark.", "Choose this child, or a carer whom the form lists."
            )
        mark = Mark(
            assessment=assessment,
            who=who,
            answer=answer,
            content=reading.content_hash,
            made=at.clock.now().isoformat(timespec="minutes"),
            why=None if shown else why,
            note=note.strip()[:2000],
            words=words.strip()[:2000] if shown else "",
            heard_by=heard_by.strip()[:120] if shown and ink is None else "",
            ink=[[number for point in stroke for number in point] for stroke in ink.strokes]
            if ink is not None and shown
            else None,
        )
        made = new_id()
        Scribe(at, work, reading.case).say(
            stream_of_kind(KIND), made, KIND_KEY, {"value": KIND, "mark": mark.as_json()}, fresh=True
        )
    return Change("mark_made", reading.case, assessment, created=made, kind=KIND)


def take_back(at: Workplace, case: str, mark: str) -> Change:
    """Take a mark back because whoever made it asks for that; it stays in the history."""
    need_role(at, ASSESSORS)
    with at.book.begin("mark_taken_back", case=case) as work:
        standing = work.entries.heads(case, mark, KIND_KEY)
        if not standing or standing[-1].body.get("value") != KIND or standing[-1].body.get("removed"):
            raise HsbAssessError("mark_gone", "This mark is not there any more.", "Open the page again.")
        Scribe(at, work, case).say(
            stream_of_kind(KIND), mark, KIND_KEY, {"value": KIND, "removed": True}, standing=standing
        )
    return Change("mark_taken_back", case=case, kind=KIND)
