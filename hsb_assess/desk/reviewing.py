"""Acts of review: open what must be read, talk about an answer, accept or refuse an explanation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hsb_assess.desk.assessing import ACCEPTED_KEY
from hsb_assess.desk.gate import Acceptance, acceptances, in_the_way
from hsb_assess.desk.judging import judge
from hsb_assess.desk.opening import open_assessment, read_assessment
from hsb_assess.desk.openings import READ_PATH, Openings, mark_opened, opened_parts, required_reading
from hsb_assess.desk.scribe import Scribe
from hsb_assess.desk.standing import Submission, submissions
from hsb_assess.desk.workplace import Change, Workplace, need_role
from hsb_assess.domain.answer import Answer
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.ids import new_id
from hsb_assess.domain.roles import Role
from hsb_assess.record.entry import Stream
from hsb_assess.record.history import slots
from hsb_assess.rules.finding import Circumstances, Gate

if TYPE_CHECKING:
    from hsb_assess.record.entry import Entry
    from hsb_assess.record.reading import Reading
    from hsb_assess.rules.finding import Finding, Report
    from hsb_assess.vault.book import Work

__all__ = [
    "READ_PATH",
    "Message",
    "Review",
    "Thread",
    "accept_justification",
    "approval_report",
    "comment",
    "mark_opened",
    "opened_parts",
    "reply",
    "required_reading",
    "resolve",
    "review",
    "threads",
]

THREAD_KEY = "@thread"


@dataclass(frozen=True)
class Message:
    """One turn in a thread: who (person id), when, what."""

    author: str
    at: str
    text: str


@dataclass(frozen=True)
class Thread:
    """A conversation on one answer; ``state`` is open, answered or resolved."""

    id: str
    assessment: str
    path: str
    state: str
    messages: tuple[Message, ...]


@dataclass(frozen=True)
class Review:
    """What the review desk shows: the submitted assessment, what the rules say and what was said so far.

    ``opened`` are the parts that were read as they stand; ``reopened`` those that changed since they were read.
    """

    submission: Submission
    reading: Reading
    report: Report
    waiting: tuple[Finding, ...]
    threads: tuple[Thread, ...]
    acceptances: dict[str, Acceptance]
    changed: tuple[str, ...]
    opened: frozenset[str]
    reopened: frozenset[str]


def review(at: Workplace, assessment: str) -> Review:
    """Return everything the review desk needs for the latest submission of ``assessment``."""
    with at.book.begin("read", write=False) as work:
        opened = open_assessment(at, work, assessment)
        found = submissions(at, work, opened.case, assessment)
        if not found:
            raise HsbAssessError(
                "not_submitted",
                "This assessment has not been submitted.",
                "Open the package that the author sent, then look again.",
            )
        reading = read_assessment(at, work, assessment)
        accepted = acceptances(work, opened.case, assessment)
        talk = _threads(work, opened.case, assessment)
    report = approval_report(at, reading, found[-1])
    openings = Openings(reading)
    return Review(
        found[-1],
        reading,
        report,
        in_the_way(report, reading, accepted),
        talk,
        accepted,
        _changed(reading, found),
        openings.parts,
        openings.reopened,
    )


def approval_report(at: Workplace, reading: Reading, submission: Submission) -> Report:
    """Return the findings at the gate of approval: those of submission, and those about the review itself."""
    return judge(
        at,
        reading,
        gate=Gate.APPROVE,
        circumstances=Circumstances(
            author=submission.by,
            approver=at.identity.person,
            opened=opened_parts(reading),
            submitted_hash=submission.content_hash,
        ),
    )


def _changed(reading: Reading, found: tuple[Submission, ...]) -> tuple[str, ...]:
    """Return the paths of answers recorded after the submission before the latest one."""
    if len(found) < 2:  # noqa: PLR2004 - a first submission has nothing before it
        return ()
    since = found[-2].entry
    return tuple(sorted(path for path, said in reading.recorded_at.items() if said.entry > since))


def comment(at: Workplace, assessment: str, path: str, text: str) -> Change:
    """Open a thread on the answer at ``path``; ``created`` is the thread's id."""
    need_role(at, (Role.SUPERVISOR,))
    _need_text(text)
    thread = new_id()
    with at.book.begin("thread_opened") as work:
        opened = open_assessment(at, work, assessment)
        scribe = Scribe(at, work, opened.case, opened.definition)
        scribe.say(Stream.REVIEW, thread, THREAD_KEY, {"value": assessment, "path": path}, fresh=True)
        scribe.say(Stream.REVIEW, thread, "status", {"value": "open"}, fresh=True)
        scribe.say(Stream.REVIEW, thread, f"messages[{new_id()}]", {"value": text.strip()}, fresh=True)
    return Change("thread_opened", opened.case, assessment, frozenset({path}), created=thread)


def reply(at: Workplace, assessment: str, thread: str, text: str) -> Change:
    """Answer in a thread; the author's answer marks it *answered*."""
    _need_text(text)
    with at.book.begin("thread_answered") as work:
        opened = open_assessment(at, work, assessment)
        _need_thread(work, opened.case, thread)
        scribe = Scribe(at, work, opened.case, opened.definition)
        scribe.say(Stream.REVIEW, thread, f"messages[{new_id()}]", {"value": text.strip()}, fresh=True)
        state = "open" if at.role == Role.SUPERVISOR else "answered"
        scribe.say(Stream.REVIEW, thread, "status", {"value": state})
    return Change("thread_answered", opened.case, assessment, created=thread)


def resolve(at: Workplace, assessment: str, thread: str) -> Change:
    """Close a thread: what was asked has been answered."""
    need_role(at, (Role.SUPERVISOR,))
    with at.book.begin("thread_resolved") as work:
        opened = open_assessment(at, work, assessment)
        _need_thread(work, opened.case, thread)
        Scribe(at, work, opened.case, opened.definition).say(Stream.REVIEW, thread, "status", {"value": "resolved"})
    return Change("thread_resolved", opened.case, assessment, created=thread)


def _need_thread(work: Work, case: str, thread: str) -> None:
    if not work.entries.of_case(case, Stream.REVIEW, thread, THREAD_KEY):
        raise HsbAssessError("no_such_thread", "This conversation is not here.", "Open the page again.")


def threads(at: Workplace, assessment: str) -> tuple[Thread, ...]:
    """Return the conversations on this assessment, oldest first."""
    with at.book.begin("read", write=False) as work:
        return _threads(work, open_assessment(at, work, assessment).case, assessment)


def _threads(work: Work, case: str, assessment: str) -> tuple[Thread, ...]:
    said = work.entries.of_case(case, Stream.REVIEW)
    # Every message that ever came stands, whatever a later one claims to take the place of.
    messages: dict[str, list[tuple[str, Message]]] = {}
    for entry in said:
        if entry.key.startswith("messages["):
            turn = Message(entry.author, entry.recorded, str(entry.body.get("value", "")))
            messages.setdefault(entry.subject, []).append((entry.id, turn))
    marks = slots(entry for entry in said if entry.key in {THREAD_KEY, "status"})
    states = {slot.subject: _state(heads) for slot, heads in marks.items() if slot.key == "status"}
    return tuple(
        Thread(
            id=slot.subject,
            assessment=assessment,
            path=str(heads[-1].body.get("path", "")),
            state=states.get(slot.subject, "open"),
            messages=tuple(turn for _, turn in sorted(messages.get(slot.subject, []), key=_first)),
        )
        for slot, heads in sorted(marks.items(), key=lambda pair: pair[0].subject)
        if slot.key == THREAD_KEY and heads[-1].body.get("value") == assessment
    )


def _state(heads: tuple[Entry, ...]) -> str:
    """Return a thread's state; where two people set it unseen by each other, the one that asks for more."""
    found = {str(head.body.get("value", "open")) for head in heads}
    return next((state for state in ("open", "answered", "resolved") if state in found), "open")


def _first(pair: tuple[str, Message]) -> str:
    return pair[0]


def accept_justification(
    at: Workplace, assessment: str, finding_key: str, *, accepted: bool, reason: str = ""
) -> Change:
    """Accept or refuse one explanation; a refusal needs its reason."""
    need_role(at, (Role.SUPERVISOR,))
    if not accepted:
        _need_text(reason)
    with at.book.begin("justification_decided") as work:
        opened = open_assessment(at, work, assessment)
        body = Answer(value=accepted).body()
        Scribe(at, work, opened.case, opened.definition).say(
            Stream.REVIEW, assessment, f"{ACCEPTED_KEY}{finding_key}", {**body, "reason": reason.strip()}
        )
    return Change("justification_decided", opened.case, assessment)


def _need_text(text: str) -> None:
    if not text.strip():
        raise HsbAssessError("words_needed", "Nothing was written.", "Write a sentence, then try again.")
