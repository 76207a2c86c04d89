"""Marks: agreement, disagreement, or why it was not shown, of this child and each carer, before anything is submitted.

A mark is one entry of the case: the thing it makes, with everything it says in that entry. It names the content that was
gone through, so that it can say of itself that answers changed since. See decision 0528.
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
from hsb_assess.rules.marks import carers_of, standing_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.domain.strokes import Ink
    from hsb_assess.record.reading import Reading

__all__ = ["Asked", "Given", "Marks", "make", "make_of_child", "marks", "take_back"]

_ON_PAGE = "chosen by this child on their own page"


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
    people = {each.id: each.text("label") for each in reading.things("person")}
    given = (
        Given(each.id, each.mark, people.get(each.mark.who, ""), each.child, known.get(each.author, ""), each.later)
        for each in standing_marks(reading)
    )
    return Marks(tuple(_asked(reading)), tuple(given))


def _asked(reading: Reading) -> Iterator[Asked]:
    """Yield this child, then the carers of the form, then nobody twice."""
    child = next((each for each in reading.things("person") if each.text("is") == "this_child"), None)
    if child is not None:
        yield Asked(child.id, child.text("label"), child=True)
    for person in carers_of(reading):
        if child is None or person.id != child.id:
            yield Asked(person.id, person.text("label"), child=False)


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


def make_of_child(
    at: Workplace, assessment: str, answer: MarkAnswer, *, words: str = "", ink: Ink | None = None
) -> Change:
    """Record what this child chose and drew on their own page; raises ``mark_who`` where the case has no child."""
    child = next((each.person for each in marks(at, assessment).asked if each.child), "")
    return make(at, assessment, child, answer, words=words, ink=ink, heard_by="" if ink is not None else _ON_PAGE)


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
