"""A visit note: written first, kept with every key, sealed with the visit, and filed to questions paragraph by paragraph.

A sealed note is a contact of the case, so that when this child was last seen follows from the day that it gives; who went is
said there too, apart from who wrote it. The note as a whole is printed nowhere; each paragraph that is filed becomes an
evidence item with exactly its words.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from hsb_assess.desk.closed import need_open
from hsb_assess.desk.filingplaces import ANSWER, EVIDENCE, ways_of
from hsb_assess.desk.gathering import ASSESSORS, write_thing
from hsb_assess.desk.history import names
from hsb_assess.desk.opening import open_assessment, read_assessment
from hsb_assess.desk.scribe import Scribe
from hsb_assess.desk.went import OWN, Before, Went, befores, fields_of, need_whole, went_of
from hsb_assess.desk.workplace import Change, need_role, need_writer
from hsb_assess.domain.answer import Answer
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.schema import Demand, ItemType
from hsb_assess.instrument.values import value_faults
from hsb_assess.record.evidence import told_by
from hsb_assess.record.history import slots
from hsb_assess.record.places import place_of, stream_of_kind
from hsb_assess.record.projection import things_of
from hsb_assess.record.reading import codes
from hsb_assess.record.visits import BEGUN, FILED, NOTE, VISIT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import JsonValue

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.instrument.schema import Item
    from hsb_assess.record.reading import Reading, Thing

__all__ = [
    "Filed",
    "Note",
    "Paragraph",
    "Writing",
    "being_written",
    "file",
    "keep",
    "notes",
    "seal",
    "throw_away",
]

_DRAFT: Final = "@visit"


@dataclass(frozen=True)
class Writing:
    """A note that is being written. ``begun`` is an ISO moment; ``how`` a code of how this child was seen.

    ``went`` without a day is a visit on the day on which the note was begun, as notes of earlier versions are.
    """

    text: str = field(default="", repr=False)
    how: str = ""
    where: str = field(default="", repr=False)
    begun: str = ""
    cursor: int = 0
    went: Went = field(default_factory=Went)


@dataclass(frozen=True)
class Filed:
    """A paragraph at a question: ``answer`` if its words stand in the answer, ``cited`` if the answer rests on it."""

    path: str
    title: str
    answer: bool
    cited: bool


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of a note, exactly as written, and where it is filed."""

    text: str = field(repr=False)
    filed: tuple[Filed, ...] = ()


@dataclass(frozen=True)
class Note:
    """A sealed note. ``begun`` and ``sealed`` are ISO moments; ``by`` are the workers who went, as the case calls them.

    ``author`` is who wrote it, empty where no card of theirs is here; ``mended`` are earlier days and workers, oldest first.
    """

    contact: str
    begun: str
    sealed: str
    went: Went
    by: tuple[str, ...]
    author: str
    mended: tuple[Before, ...] = field(repr=False)
    how: str
    where: str = field(repr=False)
    paragraphs: tuple[Paragraph, ...] = field(repr=False)


# -- writing -----------------------------------------------------------------------------------------------------


def being_written(at: Workplace, case: str) -> Writing | None:
    """Return the note that is being written in a case, with the caret where it stood."""
    with at.book.begin("read", case=case, write=False) as work:
        draft = work.drafts.get(case, case, _DRAFT)
    if draft is None or not isinstance(draft.body, dict):
        return None
    body = draft.body
    text, how, where, begun = (str(body.get(name, "")) for name in ("text", "how", "where", "begun"))
    went = Went(
        str(body.get("day", "")),
        str(body.get("time", "")),
        codes(body.get("who", [OWN])),
        codes(body.get("named", [])),
        str(body.get("typed", "")),
    )
    return Writing(text, how, where, begun, draft.cursor, went)


def keep(at: Workplace, case: str, writing: Writing) -> Change:
    """Keep what is being written, durably; nothing of it is an entry before it is sealed."""
    need_role(at, ASSESSORS)
    with at.book.begin("draft_kept", case=case) as work:
        need_open(work, case)
        body: dict[str, JsonValue] = {
            "text": writing.text,
            "how": writing.how,
            "where": writing.where,
            "begun": writing.begun,
            "day": writing.went.day,
            "time": writing.went.time,
            "who": [*writing.went.who],
            "named": [*writing.went.named],
            "typed": writing.went.typed,
        }
        work.drafts.put(case, case, _DRAFT, body, writing.cursor)
    return Change("draft_kept", case=case)


def throw_away(at: Workplace, case: str) -> Change:
    """Forget the note that is being written."""
    with at.book.begin("draft_kept", case=case) as work:
        work.drafts.remove(case, case, _DRAFT)
    return Change("draft_kept", case=case)


def seal(at: Workplace, case: str, writing: Writing) -> Change:
    """Record the note with its visit as a contact of the case; ``Change.created`` is its id."""
    need_role(at, ASSESSORS)
    if not writing.text.strip():
        raise HsbAssessError("visit_empty", "There is nothing in this note yet.", "Write what was seen and heard.")
    if not writing.how:
        raise HsbAssessError(
            "visit_how", "The note does not say how this child was seen.", "Choose one of the three, then seal it."
        )
    with at.book.begin("thing_added", case=case) as work:
        work.drafts.remove(case, case, _DRAFT)
        scribe = Scribe(at, work, case)
        begun = writing.begun or at.clock.now().isoformat(timespec="minutes")
        went = replace(writing.went, day=writing.went.day or begun[:10])
        need_whole(at, work, case, went)
        fields: dict[str, Answer | JsonValue] = {
            **fields_of(at, work, scribe, case, went),
            "how": writing.how,
            NOTE: writing.text.strip(),
            BEGUN: begun,
        }
        if writing.where.strip():
            fields["where"] = writing.where.strip()
        made = write_thing(scribe, "contact", fields)
        written = tuple(work.entries.appended)
    return Change("thing_added", case=case, created=made, entries=written, kind="contact")


# -- reading -----------------------------------------------------------------------------------------------------


def notes(at: Workplace, case: str, assessment: str | None = None) -> tuple[Note, ...]:
    """Return the sealed notes of a case, newest first, with what of them is filed where in ``assessment``."""
    with at.book.begin("read", case=case, write=False) as work:
        standing = slots(work.entries.heads(case))
        things = things_of(standing)
        reading = read_assessment(at, work, assessment) if assessment is not None else None
        known = names(at, work)
        found = []
        for thing in things.values():
            if thing.kind != "contact" or not thing.text(NOTE):
                continue
            heads = work.entries.heads(case, thing.id, NOTE)
            went = went_of(thing)
            filed = {
                each.text("what"): each
                for each in things.values()
                if each.kind == "evidence" and each.text(VISIT) == thing.id
            }
            found.append(
                Note(
                    contact=thing.id,
                    begun=thing.text(BEGUN),
                    sealed=heads[-1].recorded if heads else "",
                    went=went,
                    by=tuple(things[each].text("label") for each in went.who if each in things),
                    author=known.get(heads[-1].author, "") if heads else "",
                    mended=befores(work, case, thing.id, things, known),
                    how=thing.text("how"),
                    where=thing.text("where"),
                    paragraphs=tuple(
                        Paragraph(words, tuple(_filed(filed.get(words), words, reading, at.language)))
                        for words in _paragraphs(thing.text(NOTE))
                    ),
                )
            )
    return tuple(sorted(found, key=_newest, reverse=True))


def _newest(note: Note) -> tuple[str, str, str, str]:
    """Order notes by the day of the visit; within a day by its time, or by when the note was begun."""
    return (note.went.day, note.went.time or note.begun[11:16], note.begun, note.contact)


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _filed(evidence: Thing | None, words: str, reading: Reading | None, language: str) -> Iterator[Filed]:
    if evidence is None or reading is None:
        return
    value = evidence.value(FILED)
    for path in value if isinstance(value, list) else ():
        item = reading.definition.find(str(path))
        if item is not None:
            answer = reading.raw(str(path))
            held = isinstance(answer.value, str) and words in answer.value
            yield Filed(str(path), item.label.get(language), held, evidence.id in answer.evidence)


# -- filing ------------------------------------------------------------------------------------------------------


def file(
    at: Workplace, assessment: str, contact: str, words: str, path: str, *, as_answer: bool, said: str = ""
) -> Change:
    """File a paragraph of a note to a question, exactly as it was written; ``Change.created`` is the evidence item.

    ``as_answer`` puts its words into the answer, below what stands there; otherwise the answer that stands cites it. A
    question without an answer keeps it ready: an answer is a value or a reason, and evidence alone is neither. ``said``
    says that these are this child's exact words, and how they came (a code of *how_came*).
    """
    need_role(at, ASSESSORS)
    with at.book.begin("paragraph_filed") as work:
        opened = open_assessment(at, work, assessment)
        item = opened.definition.find(path)
        place = place_of(opened.definition, assessment, path)
        need_writer(at, place.stream)
        things = things_of(slots(work.entries.heads(opened.case)))
        visit = things.get(contact)
        if item is None or visit is None or words not in _paragraphs(visit.text(NOTE)):
            raise HsbAssessError(
                "visit_gone", "This note or this question is not there any more.", "Open the page again."
            )
        if (ANSWER if as_answer else EVIDENCE) not in ways_of(item):
            raise HsbAssessError(
                "visit_way", "This question does not take a paragraph in that way.", "File it in the other way."
            )
        if as_answer and not read_assessment(at, work, assessment).engine.visible(path):
            raise HsbAssessError(
                "visit_not_asked",
                "This question is not asked now, so no paragraph can be its answer.",
                "File it as evidence, where it waits, or ask more first.",
            )
        scribe = Scribe(at, work, opened.case, opened.definition)
        made = _evidence(at, scribe, things, visit, words, path, said)
        heads = tuple(
            head for head in work.entries.heads(opened.case, place.subject, place.key) if head.stream is place.stream
        )
        if len(heads) > 1:
            raise HsbAssessError(
                "visit_conflict",
                "Two people answered this question differently.",
                "Decide between the two there first.",
            )
        standing = heads[-1].answer if heads else None
        answer = _answer(item, standing, words, made if item.evidence is not Demand.NONE else "", as_answer=as_answer)
        if answer is not None and answer != standing:
            faults = value_faults(opened.definition, item, answer.value) if answer.value is not None else ()
            if faults:
                raise HsbAssessError("visit_does_not_fit", faults[0].message, faults[0].mend)
            scribe.say(place.stream, place.subject, place.key, answer.body(), standing=heads)
        written = tuple(work.entries.appended)
    return Change("paragraph_filed", opened.case, assessment, frozenset({path}), created=made, entries=written)


def _answer(item: Item, standing: Answer | None, words: str, evidence: str, *, as_answer: bool) -> Answer | None:
    """Return the answer with the paragraph in it or under it; ``None`` where there is nothing to record yet."""
    cited = standing.evidence if standing is not None else ()
    if evidence and evidence not in cited:
        cited = (*cited, evidence)
    if as_answer:
        before = standing.value if standing is not None and isinstance(standing.value, str) else ""
        apart = " " if item.type is ItemType.TEXT else "\n\n"
        joined = before if words in before else f"{before}{apart}{words}".strip()
        return Answer(value=joined, evidence=cited)
    if standing is None or not standing.is_asked():
        return None
    return standing.model_copy(update={"evidence": cited})


def _evidence(
    at: Workplace, scribe: Scribe, things: Mapping[str, Thing], visit: Thing, words: str, path: str, said: str
) -> str:
    """Return the evidence item of a paragraph, made now or when it was filed before, with the question among its own."""
    known = next(
        (
            each
            for each in things.values()
            if each.kind == "evidence" and each.text(VISIT) == visit.id and each.text("what") == words
        ),
        None,
    )
    if known is not None:
        value = known.value(FILED)
        filed = [str(each) for each in value] if isinstance(value, list) else []
        if path not in filed:
            scribe.say(stream_of_kind("evidence"), known.id, FILED, Answer(value=[*filed, path]).body())
        return known.id
    child = next((each for each in things.values() if each.text("is") == "this_child"), None)
    worker = things.get(str(visit.value("by")))
    source = child if said and child is not None else worker
    fields: dict[str, JsonValue] = {**told_by(source, at.clock.today())}
    if source is not None:
        fields["source"] = source.id
    fields |= {"when": visit.value("when"), "what": words, VISIT: visit.id, FILED: [path]}
    fields["kind"] = "child_said" if said else "observed"
    if said:
        fields |= {"verbatim": "yes", "how_came": said}
    return write_thing(scribe, "evidence", {name: Answer(value=value) for name, value in fields.items()})
