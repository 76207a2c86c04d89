"""Sitting beside this child: what a page may ask them, kept with every key, and where each answer goes.

Nothing here asks what happened. Prompts are about names, days, worries, hopes, who helps, what others may know, and how to
take part. What is given goes to its question with who typed it, and is an evidence item as well (:mod:`.voicing`).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from hsb_assess.desk.closed import need_open
from hsb_assess.desk.gathering import ASSESSORS
from hsb_assess.desk.opening import open_assessment, read_assessment
from hsb_assess.desk.scribe import Scribe
from hsb_assess.desk.voicing import WrittenWords, newest, put_words
from hsb_assess.desk.workplace import Change, need_role
from hsb_assess.domain.answer import Absence, Answer
from hsb_assess.record.places import place_of
from hsb_assess.rules.enquiries import INTERVIEW, INTERVIEWS
from hsb_assess.rules.facts import has_answer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic import JsonValue

    from hsb_assess.desk.opening import Opened
    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.instrument.schema import Item
    from hsb_assess.record.entry import Entry
    from hsb_assess.vault.book import Work

__all__ = ["MARKS", "PROMPTS", "Caution", "Prompt", "Reply", "Sitting", "being_written", "caution", "keep", "seal"]

_DRAFT: Final = "@beside"


@dataclass(frozen=True)
class Prompt:
    """One thing that a child is asked. ``path`` is the question that it belongs to, empty for a row of their own words.

    ``lead`` is what stands in square brackets before the answer, in the record, where the question alone does not say what
    was asked. ``marks`` says what can be chosen instead of writing: ``days``, ``much`` or nothing.
    """

    code: str
    path: str = ""
    lead: str = ""
    marks: str = ""
    short: bool = False


PROMPTS: Final = (
    Prompt("called", "M00.known_as", short=True),
    Prompt("good_at", "M15.talents"),
    Prompt("days", "M14.best_worst", "Most days", marks="days"),
    Prompt("best", "M14.best_worst", "A really good day"),
    Prompt("worst", "M14.best_worst", "A hard day"),
    Prompt("worries", "M14.worries", marks="much"),
    Prompt("hopes", "M14.hopes"),
    Prompt("helps", "", "Who helps me"),
    Prompt("known", "M14.wants_known", "People should know"),
    Prompt("not_known", "M14.wants_known", "People should not know"),
    Prompt("part", "", "How I want to take part", marks="much"),
)
MARKS: Final[Mapping[str, tuple[str, ...]]] = {
    "days": ("Very hard", "Hard", "In between", "Good", "Very good"),
    "much": ("Not at all", "A little", "Some", "Quite a lot", "A lot"),
}
"""What can be chosen, from the least to the most. It goes into the record as these words, never as a number."""


@dataclass(frozen=True)
class Reply:
    """What was given to one prompt. ``mark`` is a place in :data:`MARKS` from 0, -1 for none; ``typed`` who typed it."""

    text: str = field(default="", repr=False)
    mark: int = -1
    rather_not: bool = False
    typed: str = "child"

    @property
    def is_given(self) -> bool:
        """Whether there is anything to record."""
        return bool(self.text.strip()) or self.mark >= 0 or self.rather_not


@dataclass(frozen=True)
class Sitting:
    """What is being written together. ``at`` is the prompt on screen, ``notes`` the quick exact words of an adult.

    ``line`` says that a line is drawn and not faces; ``mark`` is what is being said of a plan that was gone through.
    """

    replies: Mapping[str, Reply] = field(default_factory=dict, repr=False)
    at: int = 0
    typed: str = "child"
    line: bool = False
    notes: str = field(default="", repr=False)
    mark: Mapping[str, JsonValue] = field(default_factory=dict, repr=False)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to be recorded."""
        return not self.notes.strip() and not any(each.is_given for each in self.replies.values())


# -- the draft -----------------------------------------------------------------------------------------------------


def being_written(at: Workplace, case: str) -> Sitting | None:
    """Return what is being written together in a case and is not in the record yet."""
    with at.book.begin("read", case=case, write=False) as work:
        draft = work.drafts.get(case, case, _DRAFT)
    if draft is None or not isinstance(draft.body, dict):
        return None
    body = draft.body
    replies, mark = body.get("replies"), body.get("mark")
    return Sitting(
        replies={code: _reply(each) for code, each in replies.items() if isinstance(each, dict)}
        if isinstance(replies, dict)
        else {},
        at=draft.cursor,
        typed=str(body.get("typed", "child")),
        line=body.get("line") is True,
        notes=str(body.get("notes", "")),
        mark=mark if isinstance(mark, dict) else {},
    )


def _reply(body: Mapping[str, JsonValue]) -> Reply:
    mark = body.get("mark")
    return Reply(
        text=str(body.get("text", "")),
        mark=mark if isinstance(mark, int) else -1,
        rather_not=body.get("rather_not") is True,
        typed=str(body.get("typed", "child")),
    )


def keep(at: Workplace, case: str, sitting: Sitting) -> Change:
    """Keep what is being written, durably."""
    need_role(at, ASSESSORS)
    with at.book.begin("draft_kept", case=case) as work:
        need_open(work, case)
        replies: dict[str, JsonValue] = {
            code: {"text": each.text, "mark": each.mark, "rather_not": each.rather_not, "typed": each.typed}
            for code, each in sitting.replies.items()
        }
        body: dict[str, JsonValue] = {
            "replies": replies,
            "typed": sitting.typed,
            "line": sitting.line,
            "notes": sitting.notes,
            "mark": dict(sitting.mark),
        }
        work.drafts.put(case, case, _DRAFT, body, sitting.at)
    return Change("draft_kept", case=case)


# -- before it opens -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Caution:
    """What an adult has to know before: a police interview that waits, and questions that are not safe to ask yet."""

    interview: bool = False
    not_safe: tuple[str, ...] = ()


def caution(at: Workplace, case: str) -> Caution:
    """Return what stands in the newest assessment of a case that an adult has to know before sitting down with a child."""
    assessment = newest(at, case)
    if assessment is None:
        return Caution()
    with at.book.begin("read", write=False) as work:
        reading = read_assessment(at, work, assessment)
    planned = reading.value(INTERVIEW) == "planned" or has_answer(reading.answer("M16.interview_planned"))
    done = any(reading.day(f"{path}_done") is not None for path in INTERVIEWS)
    unsafe = [
        item.label.get(at.language)
        for path, answer in sorted(reading.answers.items())
        if answer.absence is Absence.NOT_SAFE and (item := reading.definition.find(path)) is not None
    ]
    waits = reading.value(INTERVIEW) == "planned" or (planned and not done)
    return Caution(waits, tuple(dict.fromkeys(unsafe)))


# -- into the record -----------------------------------------------------------------------------------------------


def seal(at: Workplace, case: str, sitting: Sitting) -> Change:
    """Record all that was written together, in one step; what was skipped leaves no trace."""
    need_role(at, ASSESSORS)
    assessment = newest(at, case)
    if sitting.is_empty:
        with at.book.begin("draft_kept", case=case) as work:
            work.drafts.remove(case, case, _DRAFT)
        return Change("draft_kept", case=case)
    with at.book.begin("written_together", case=case) as work:
        work.drafts.remove(case, case, _DRAFT)
        opened = open_assessment(at, work, assessment) if assessment is not None else None
        scribe = Scribe(at, work, case, opened.definition if opened is not None else None)
        together = _Together(at, work, scribe, opened, case)
        together.take(sitting)
        written = tuple(work.entries.appended)
    paths = frozenset(prompt.path for prompt in PROMPTS if prompt.path)
    return Change("written_together", case, assessment, paths, entries=written)


class _Together:
    """Puts what was given where it belongs, within one unit of work."""

    def __init__(self, at: Workplace, work: Work, scribe: Scribe, opened: Opened | None, case: str) -> None:
        self._at, self._work, self._scribe, self._opened, self._case = at, work, scribe, opened, case

    def take(self, sitting: Sitting) -> None:
        """Record every reply, then the quick words, which nobody asked for."""
        by_path: dict[str, list[tuple[Prompt, Reply]]] = defaultdict(list)
        for prompt in PROMPTS:
            reply = sitting.replies.get(prompt.code)
            if reply is not None and reply.is_given:
                by_path[prompt.path].append((prompt, reply))
        for path, given in by_path.items():
            self._answer(path, given)
        if sitting.notes.strip():
            self._put(sitting.notes, "adult", "spontaneous")

    def _answer(self, path: str, given: Sequence[tuple[Prompt, Reply]]) -> None:
        said = [(prompt, reply) for prompt, reply in given if _words(prompt, reply)]
        item, heads = self._place(path)
        if item is None or len(heads) > 1:  # a row of their own words, or two people answered: decided there first
            for prompt, reply in said:
                self._put(_words(prompt, reply), reply.typed, "sought", asked=prompt.lead or prompt.code)
            return
        if not said:
            self._decline(path, item, heads)
            return
        standing = heads[-1].answer if heads else None
        before = standing.value if standing is not None and isinstance(standing.value, str) else ""
        told = [f"[{prompt.lead}] {words}" if prompt.lead else words for prompt, words in _told(said)]
        short = any(prompt.short for prompt, _ in said)
        whole = told[-1] if short else "\n\n".join(filter(None, (before, *told)))
        if item.max_length is not None and len(whole) > item.max_length:
            for prompt, reply in said:
                self._put(_words(prompt, reply), reply.typed, "sought", asked=prompt.lead or prompt.code)
            return
        answer = Answer(value=whole, evidence=standing.evidence if standing is not None else ())
        self._say(path, answer, heads)
        for prompt, reply in said:
            self._put(_words(prompt, reply), reply.typed, "sought", asked=prompt.lead, path=path)

    def _decline(self, path: str, item: Item, heads: tuple[Entry, ...]) -> None:
        """Record that this child would rather not say, where nothing is known yet; what was said before stands."""
        standing = heads[-1].answer if heads else None
        nothing = standing is None or not standing.is_asked()
        if nothing and Absence.DECLINED in item.absences:
            self._say(path, Answer(absence=Absence.DECLINED, detail={"by": "child"}), heads)

    def _place(self, path: str) -> tuple[Item | None, tuple[Entry, ...]]:
        item = self._opened.definition.find(path) if path and self._opened is not None else None
        if item is None or self._opened is None:
            return None, ()
        place = place_of(self._opened.definition, self._opened.assessment, path)
        heads = self._work.entries.heads(self._case, place.subject, place.key)
        return item, tuple(head for head in heads if head.stream is place.stream)

    def _say(self, path: str, answer: Answer, heads: tuple[Entry, ...]) -> None:
        if self._opened is not None:
            place = place_of(self._opened.definition, self._opened.assessment, path)
            self._scribe.say(place.stream, place.subject, place.key, answer.body(), standing=heads)

    def _put(self, text: str, typed: str, how: str, *, asked: str = "", path: str = "") -> None:
        words = WrittenWords(text=text, how=how, to=self._me())
        put_words(
            self._at, self._work, self._scribe, self._opened, self._case, words, typed=typed, asked=asked, path=path
        )

    def _me(self) -> str:
        """Return the person of the case who is whoever sits here, or nothing."""
        from hsb_assess.record.history import slots
        from hsb_assess.record.projection import things_of

        people = things_of(slots(self._work.entries.heads(self._case))).values()
        return next((each.id for each in people if each.text("card") == self._at.identity.person), "")


def _told(said: Sequence[tuple[Prompt, Reply]]) -> list[tuple[Prompt, str]]:
    return [(prompt, _words(prompt, reply)) for prompt, reply in said]


def _words(prompt: Prompt, reply: Reply) -> str:
    """Return what was given in words; what was chosen stands behind what was written, with what it was chosen from."""
    choices = MARKS.get(prompt.marks, ())
    if not 0 <= reply.mark < len(choices):
        return reply.text.strip()
    chosen = f"[chosen between “{choices[0]}” and “{choices[-1]}”] {choices[reply.mark]}"
    return f"{reply.text.strip()}\n{chosen}" if reply.text.strip() else chosen
