"""Closing a case and opening it again: what is still open is said first, and presumed to mean nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from hsb_assess.desk.closed import CLOSING_KEY, Closing, closing_of, need_open
from hsb_assess.desk.judging import judge
from hsb_assess.desk.keeping import day_to_come, need_case, need_reason
from hsb_assess.desk.lists import extended
from hsb_assess.desk.mapping import PLACES_KEY
from hsb_assess.desk.opening import ASSESSMENT_KEY, read_assessment
from hsb_assess.desk.scraps import MARK
from hsb_assess.desk.scribe import Scribe
from hsb_assess.desk.spelling import WORDS_KEY
from hsb_assess.desk.standing import submissions
from hsb_assess.desk.workplace import ASSESSORS, Change, Workplace, need_role
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.record.entry import Stream
from hsb_assess.record.history import slots
from hsb_assess.rules.finding import Gate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hsb_assess.record.reading import Reading
    from hsb_assess.vault.book import Work

__all__ = ["OUTCOMES", "OpenEnd", "close_case", "closing", "open_ends", "outcome_words", "reopen_case"]

OUTCOMES: Final = "closure_reasons"
"""The list of the form that the outcomes of closing come from, with what an area added."""

_ACTIONS: Final = "M21.actions"
_OVER: Final = frozenset({"done", "ended"})


@dataclass(frozen=True)
class OpenEnd:
    """Something that is open while a case is being closed. ``kind`` is a code; ``words`` a sentence about it.

    Codes: ``typing``, ``conflict``, ``action``, ``with_supervisor``, ``question``, ``closure``.
    """

    kind: str
    words: str = field(repr=False)
    assessment: str = ""
    path: str = ""


def closing(at: Workplace, case: str) -> Closing | None:
    """Return how a case is closed, or ``None`` while it is open."""
    with at.book.begin("read", case=case, write=False) as work:
        return closing_of(work, case)


def outcome_words(at: Workplace) -> dict[str, str]:
    """Return the outcomes that a case can close with, by code, in the words of the form's list and of this area's."""
    with at.book.begin("read", write=False) as work:
        found = extended(work, at.catalogue.latest("holistic")).lists[OUTCOMES].codes
    return {code.code: code.get(at.language) for code in found}


def open_ends(at: Workplace, case: str) -> tuple[OpenEnd, ...]:
    """Return what is open in a case: drafts, conflicts, actions, what the supervisor has, and what closing asks for.

    None of it keeps anybody from closing.
    """
    with at.book.begin("read", case=case, write=False) as work:
        need_case(work, case)
        return tuple(_open_ends(at, work, case))


def _open_ends(at: Workplace, work: Work, case: str) -> Iterator[OpenEnd]:
    drafts = [each for each in work.drafts.of_case(case) if each.key not in {PLACES_KEY, WORDS_KEY}]
    typing = sum(not each.key.startswith(MARK) for each in drafts)
    scraps = len(drafts) - typing
    if typing:
        yield OpenEnd(
            "typing", f"Answers that were typed and never left, so that they are not in the record: {typing}."
        )
    if scraps:
        yield OpenEnd("typing", f"Comments, reasons or evidence items that were begun and not sent: {scraps}.")
    for slot in sorted(slots(work.entries.heads(case, key=ASSESSMENT_KEY)), reverse=True):
        try:
            reading = read_assessment(at, work, slot.subject)
        except HsbAssessError as error:
            yield OpenEnd("conflict", error.what, slot.subject)
            continue
        yield from _of_assessment(at, work, reading)


def _of_assessment(at: Workplace, work: Work, reading: Reading) -> Iterator[OpenEnd]:
    here = reading.assessment
    for path in reading.conflicts:
        yield OpenEnd("conflict", "Two people answered a question differently, and nobody has decided.", here, path)
    for row in reading.rows(_ACTIONS):
        status = row.value("status")
        if status not in _OVER:
            words = row.text("action") or "An action without words"
            yield OpenEnd("action", f"An action of the plan is not over: {words}", here, row.path)
    sent = submissions(at, work, reading.case, here)
    if sent and sent[-1].decision is None:
        yield OpenEnd("with_supervisor", "The supervisor has not decided on what was submitted.", here)
    states = slots(work.entries.of_case(reading.case, Stream.REVIEW, key="status"))
    waiting = sum(heads[-1].body.get("value") != "resolved" for heads in states.values())
    if waiting:
        yield OpenEnd("question", f"Questions of the review that are not closed: {waiting}.", here)
    for finding in judge(at, reading, gate=Gate.CLOSURE).findings:
        if finding.gate is Gate.CLOSURE:
            path = finding.questions[0] if finding.questions else ""
            yield OpenEnd("closure", f"{finding.message} {finding.mend}", here, path)


def close_case(at: Workplace, case: str, outcome: str, why: str, *, on: date | None = None) -> Change:
    """Close a case on a day, with its outcome and why; it is read from then on, until somebody opens it again.

    What is still being typed stays where it is, and comes back when the case is opened again. Clocks stand still.
    Codes: ``reason_needed``, ``no_such_outcome``, ``day_to_come``, ``case_closed``, ``no_such_case``, ``not_your_role``.
    """
    need_role(at, ASSESSORS)
    need_reason(why)
    if outcome not in outcome_words(at):
        raise HsbAssessError("no_such_outcome", "No outcome is chosen.", "Choose the main one.")
    today = at.clock.today()
    if on is not None and on > today:
        raise day_to_come()
    body = {"value": "closed", "outcome": outcome, "why": why.strip(), "on": (on or today).isoformat()}
    with at.book.begin("case_closed", case=case) as work:
        need_case(work, case)
        need_open(work, case)
        Scribe(at, work, case).say(Stream.CASE_FACTS, case, CLOSING_KEY, body)
    return Change("case_closed", case=case)


def reopen_case(at: Workplace, case: str, why: str) -> Change:
    """Open a closed case again, with the reason; everything in it goes on from where it stood.

    Codes: ``reason_needed``, ``case_open``, ``no_such_case``, ``not_your_role``.
    """
    need_role(at, ASSESSORS)
    need_reason(why)
    with at.book.begin("case_reopened", case=case) as work:
        need_case(work, case)
        if closing_of(work, case) is None:
            raise HsbAssessError("case_open", "This case is open.", "Go on working in it.")
        scribe = Scribe(at, work, case, closed_too=True)
        scribe.say(Stream.CASE_FACTS, case, CLOSING_KEY, {"value": "open", "why": why.strip()})
    return Change("case_reopened", case=case)
