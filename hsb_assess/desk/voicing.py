"""This child's words: all of them in one place, added with two keys, and never changed without a trace.

Words that are added become a row of *this child's own words* and an evidence item with exactly the same words. What was
corrected or taken out of a list stays in the record, and is shown with what stands now.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from hsb_assess.desk.caseload import assessments
from hsb_assess.desk.closed import need_open
from hsb_assess.desk.gathering import ASSESSORS, write_thing
from hsb_assess.desk.opening import open_assessment, read_assessment
from hsb_assess.desk.scribe import Scribe
from hsb_assess.desk.workplace import Change, need_role, need_writer
from hsb_assess.domain.answer import Answer
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.ids import new_id
from hsb_assess.instrument.vocabulary import Side
from hsb_assess.record.evidence import told_by
from hsb_assess.record.history import slots
from hsb_assess.record.places import place_of, stream_of_kind
from hsb_assess.record.projection import things_of
from hsb_assess.record.visits import FOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic import JsonValue

    from hsb_assess.desk.opening import Opened
    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.record.reading import Thing
    from hsb_assess.vault.book import Work

__all__ = [
    "ASKED",
    "FOR",
    "OWN_WORDS",
    "TYPED",
    "WrittenWords",
    "being_written",
    "correct",
    "counts_among_strengths",
    "hearers",
    "hearers_of",
    "keep",
    "newest",
    "put_words",
    "seal",
    "throw_away",
]

OWN_WORDS: Final = "M14.words"
_DRAFT: Final = "@words"
TYPED, ASKED = "typed_by", "voice_asked"
"""What an evidence item holds that is this child's words: the path of their answer or row, who typed them (``child`` or
``adult``), and what a page asked, if one did. No form asks for these, so no document prints them."""


@dataclass(frozen=True)
class WrittenWords:
    """Words that are being written down. ``day`` is a fuzzy date as a mapping, ``to`` a person, ``how`` a code or empty."""

    text: str = field(default="", repr=False)
    day: Mapping[str, JsonValue] | None = None
    to: str = ""
    how: str = ""
    cursor: int = 0


# -- the draft -----------------------------------------------------------------------------------------------------


def being_written(at: Workplace, case: str) -> WrittenWords | None:
    """Return the words that are being written down in a case, with the caret where it stood."""
    with at.book.begin("read", case=case, write=False) as work:
        draft = work.drafts.get(case, case, _DRAFT)
    if draft is None or not isinstance(draft.body, dict):
        return None
    body = draft.body
    day = body.get("day")
    return WrittenWords(
        str(body.get("text", "")),
        day if isinstance(day, dict) else None,
        str(body.get("to", "")),
        str(body.get("how", "")),
        draft.cursor,
    )


def keep(at: Workplace, case: str, words: WrittenWords) -> Change:
    """Keep what is being written, durably; nothing is left of it where it is empty."""
    need_role(at, ASSESSORS)
    with at.book.begin("draft_kept", case=case) as work:
        need_open(work, case)
        if words.text:
            day: JsonValue = dict(words.day) if words.day is not None else None
            body: JsonValue = {"text": words.text, "day": day, "to": words.to, "how": words.how}
            work.drafts.put(case, case, _DRAFT, body, words.cursor)
        else:
            work.drafts.remove(case, case, _DRAFT)
    return Change("draft_kept", case=case)


def throw_away(at: Workplace, case: str) -> Change:
    """Forget the words that are being written and were not sealed."""
    return keep(at, case, WrittenWords())


def hearers(at: Workplace, case: str) -> tuple[Thing, ...]:
    """Return everybody in a case to whom this child can have said something, whatever their role is entered as."""
    with at.book.begin("read", case=case, write=False) as work:
        return hearers_of(things_of(slots(work.entries.heads(case))).values())


def hearers_of(things: Iterable[Thing]) -> tuple[Thing, ...]:
    """Return the people with a name, without this child; where several are entered as this child, one of them is, and all stay."""
    people = [each for each in things if each.kind == "person"]
    called = [each for each in people if each.text("is") == "this_child"]
    return tuple(each for each in people if each.text("label") and (len(called) > 1 or each not in called))


def counts_among_strengths(at: Workplace, case: str) -> bool:
    """Say whether answers about this child's words are counted on that side of the newest assessment, as it asks them now."""
    assessment = newest(at, case)
    if assessment is None:
        return False
    with at.book.begin("read", write=False) as work:
        reading = read_assessment(at, work, assessment)
    if reading.definition.find(OWN_WORDS) is None or not reading.engine.visible(OWN_WORDS):
        return False
    return reading.definition.module(OWN_WORDS).side is Side.STRENGTHS


# -- sealing -------------------------------------------------------------------------------------------------------


def newest(at: Workplace, case: str) -> str | None:
    """Return the newest assessment of a case."""
    lines = assessments(at, case)
    return lines[0].id if lines else None


def seal(at: Workplace, case: str, words: WrittenWords) -> Change:
    """Record words of this child exactly as they are; ``Change.created`` is the evidence item that they are.

    What is not known yet (how they came, to whom) stays open at the row; without an assessment the item alone is made.
    """
    need_role(at, ASSESSORS)
    if not words.text.strip():
        raise HsbAssessError("words_empty", "No words are written down yet.", "Write them as this child said them.")
    assessment = newest(at, case)
    with at.book.begin("words_sealed", case=case) as work:
        work.drafts.remove(case, case, _DRAFT)
        opened = open_assessment(at, work, assessment) if assessment is not None else None
        scribe = Scribe(at, work, case, opened.definition if opened is not None else None)
        made = put_words(at, work, scribe, opened, case, words)
        written = tuple(work.entries.appended)
    return Change("words_sealed", case, assessment, created=made, entries=written)


def put_words(
    at: Workplace,
    work: Work,
    scribe: Scribe,
    opened: Opened | None,
    case: str,
    words: WrittenWords,
    *,
    typed: str = "adult",
    asked: str = "",
    path: str = "",
) -> str:
    """Write words of this child within a larger act, and return the evidence item; for ``path``, or as a row of their own.

    ``asked`` is what a page asked for that they answer. It stands before them in square brackets in the row, as what is
    not said by somebody does in a quotation; the item holds their words alone.
    """
    text = words.text.strip()
    things = things_of(slots(work.entries.heads(case)))
    day: JsonValue = dict(words.day) if words.day is not None else {"date": at.clock.today().isoformat()}
    if not path and opened is not None and opened.definition.find(f"{OWN_WORDS}[x].words") is not None:
        path = f"{OWN_WORDS}[{new_id()}]"
        said = f"[{asked}] {text}" if asked else text
        _put_row(scribe, opened, path, said, day, words)
    child = next((each for each in things.values() if each.text("is") == "this_child"), None)
    fields: dict[str, JsonValue] = {**told_by(child, at.clock.today())}
    if child is not None:
        fields["source"] = child.id
    fields |= {"when": day, "what": text, "kind": "child_said", "verbatim": "yes", "confidence": "childs_account"}
    fields |= {name: value for name, value in (("how_came", words.how), (FOR, path), (ASKED, asked)) if value}
    fields[TYPED] = typed
    return write_thing(scribe, "evidence", {name: Answer(value=value) for name, value in fields.items()})


def _put_row(scribe: Scribe, opened: Opened, path: str, text: str, day: JsonValue, words: WrittenWords) -> None:
    """Write a row of this child's own words: what is said of them, and nothing that is not known."""
    row = place_of(opened.definition, opened.assessment, path)
    scribe.say(row.stream, row.subject, row.key, {"order": 0}, fresh=True)
    known: dict[str, JsonValue] = {"words": text, "when": day, "to": words.to, "how_came": words.how}
    for name, value in known.items():
        if value and opened.definition.find(f"{path}.{name}") is not None:
            place = place_of(opened.definition, opened.assessment, f"{path}.{name}")
            scribe.say(place.stream, place.subject, place.key, Answer(value=value).body(), fresh=True)


# -- correcting ----------------------------------------------------------------------------------------------------


def correct(at: Workplace, case: str, entry: str, text: str) -> Change:
    """Say words of this child anew, on top of the ``entry`` that stands; the item with the same words follows.

    The earlier words stay in the record. Raises ``words_empty``, and ``words_changed`` where something else stands by now.
    """
    need_role(at, ASSESSORS)
    if not text.strip():
        raise HsbAssessError(
            "words_empty", "Words that were recorded are not emptied.", "Write what this child said, as they said it."
        )
    with at.book.begin("words_corrected", case=case) as work:
        old = work.entries.get(entry)
        heads = work.entries.heads(case, old.subject, old.key) if old is not None else ()
        answer = old.answer if old is not None else None
        if old is None or [head.id for head in heads] != [entry] or answer is None or not isinstance(answer.value, str):
            raise HsbAssessError(
                "words_changed", "These words have changed meanwhile.", "Look at what stands now, and correct that."
            )
        need_writer(at, old.stream)
        if answer.value == text.strip():
            return Change("words_corrected", case=case)
        scribe = Scribe(at, work, case)
        corrected = answer.model_copy(update={"value": text.strip()})
        scribe.say(old.stream, old.subject, old.key, corrected.body(), standing=heads)
        twin = _twin(things_of(slots(work.entries.heads(case))), old.key, answer.value)
        if twin is not None:
            same = Answer(value=text.strip())
            scribe.say(stream_of_kind("evidence"), twin.id, "what", same.body())
        written = tuple(work.entries.appended)
    return Change("words_corrected", case=case, entries=written)


def _twin(things: Mapping[str, Thing], key: str, words: str) -> Thing | None:
    """Return the evidence item that has the words of a row of this child's own words."""
    row = key.rpartition(".")[0]
    return next(
        (
            each
            for each in things.values()
            if each.kind == "evidence" and row and each.text(FOR) == row and each.text("what") == words
        ),
        None,
    )
