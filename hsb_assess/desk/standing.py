"""Where an assessment stands between its author and its supervisor, read from submissions and decisions."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hsb_assess.desk.opening import read_assessment
from hsb_assess.domain.roles import Role
from hsb_assess.record.entry import Stream
from hsb_assess.record.history import slots

if TYPE_CHECKING:
    from collections.abc import Container

    from pydantic import JsonValue

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.record.entry import Entry
    from hsb_assess.vault.book import Work

__all__ = [
    "DECISION_KEY",
    "STATE_WORDS",
    "SUBMISSION_KEY",
    "Decision",
    "Standing",
    "Submission",
    "standing_of",
    "submissions",
    "supervisors",
]

SUBMISSION_KEY = "@submission"
DECISION_KEY = "@decision"

STATE_WORDS = {
    "new": "No assessment yet",
    "draft": "Being written",
    "submitted": "With the supervisor",
    "returned": "Returned with comments",
    "approved": "Approved and signed",
    "changed_since": "Changed since it was signed",
    "closed": "Closed",
}
"""How each state is said on screen."""


@dataclass(frozen=True)
class Decision:
    """What the supervisor decided on one submission: ``approve`` or ``return``, and why."""

    decision: str
    reasons: str
    by: str
    at: str
    content_hash: str
    documents: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Submission:
    """One submission: the content it binds, by whom and to whom (person ids), and the documents (audience, SHA-256).

    ``entry`` is the id of the entry that recorded it, ``hash`` that entry's hash; entries made later on that
    device have greater ids.
    """

    id: str
    entry: str
    hash: str
    assessment: str
    content_hash: str
    by: str
    supervisor: str
    at: str
    documents: tuple[tuple[str, str], ...]
    decision: Decision | None


@dataclass(frozen=True)
class Standing:
    """The state of an assessment, its submissions oldest first, and whom it waits on."""

    state: str
    submissions: tuple[Submission, ...]
    waiting_on: str

    @property
    def latest(self) -> Submission | None:
        """The newest submission, if there is one."""
        return self.submissions[-1] if self.submissions else None


def _documents(value: JsonValue) -> tuple[tuple[str, str], ...]:
    listed = value if isinstance(value, list) else []
    return tuple(
        (str(item["audience"]), str(item["sha256"]))
        for item in listed
        if isinstance(item, dict) and "audience" in item and "sha256" in item
    )


def _decision(entry: Entry) -> Decision:
    body = entry.body
    return Decision(
        decision=str(body.get("value")),
        reasons=str(body.get("reasons", "")),
        by=entry.author,
        at=entry.recorded,
        content_hash=str(body.get("content_hash", "")),
        documents=_documents(body.get("documents")),
    )


def _counts(decision: Entry, submission: Entry, supervisors: Container[str]) -> bool:
    """Say whether a decision is one on exactly this submission, by the supervisor whom it was sent to.

    Anything else is in the record and reads as if nothing had been decided: another person's decision, the
    author's own, one on other content, one on a submission that was put in the place of the decided one, or
    an approval that does not name every document that was submitted.
    """
    said, asked = decision.body, submission.body
    audiences = [audience for audience, _ in _documents(said.get("documents"))]
    submitted = [audience for audience, _ in _documents(asked.get("documents"))]
    return (
        decision.author == asked.get("supervisor")
        and decision.author != submission.author
        and decision.author in supervisors
        and said.get("submission") == submission.hash
        and said.get("content_hash") == asked.get("content_hash")
        and (said.get("value") == "return" or (said.get("value") == "approve" and audiences == submitted != []))
    )


def supervisors(at: Workplace, work: Work) -> frozenset[str]:
    """Return everybody who is known as a supervisor: by a card that was verified once, or as the reader."""
    # A card was checked whole before it was kept, so its role is read here and nothing else of it.
    cards = work.contacts.verified_ever()
    known = {kept.person for kept in cards if json.loads(kept.card).get("role") == Role.SUPERVISOR}
    return frozenset(known | ({at.identity.person} if at.role == Role.SUPERVISOR else set()))


def submissions(at: Workplace, work: Work, case: str, assessment: str) -> tuple[Submission, ...]:
    """Return the submissions of an assessment, oldest first, each with its decision if there is one that counts."""
    made = [
        heads[-1]
        for slot, heads in slots(work.entries.of_case(case, Stream.DOCUMENTS)).items()
        if slot.key == SUBMISSION_KEY and heads[-1].body.get("value") == assessment
    ]
    if not made:
        return ()
    decided = {
        slot.subject: heads
        for slot, heads in slots(work.entries.of_case(case, Stream.REVIEW, key=DECISION_KEY)).items()
    }
    people = supervisors(at, work)
    return tuple(
        Submission(
            id=entry.subject,
            entry=entry.id,
            hash=entry.hash,
            assessment=assessment,
            content_hash=str(entry.body.get("content_hash", "")),
            by=entry.author,
            supervisor=str(entry.body.get("supervisor", "")),
            at=entry.recorded,
            documents=_documents(entry.body.get("documents")),
            decision=_standing_decision(entry, decided.get(entry.subject, ()), people),
        )
        for entry in sorted(made, key=_made)
    )


def _made(entry: Entry) -> str:
    return entry.id


def _standing_decision(submission: Entry, heads: tuple[Entry, ...], people: Container[str]) -> Decision | None:
    """Return the decision; where one person decided twice unseen by themselves, a return outweighs an approval."""
    found = [_decision(entry) for entry in heads if _counts(entry, submission, people)]
    returned = [decision for decision in found if decision.decision == "return"]
    counting = returned or found
    return counting[-1] if counting else None


def standing_of(at: Workplace, work: Work, case: str, assessment: str) -> Standing:
    """Return where the assessment stands and whom it waits on, in words for this person."""
    found = submissions(at, work, case, assessment)
    reviewer = at.role == Role.SUPERVISOR
    if not found:
        return Standing("draft", found, "the assessor" if reviewer else "you")
    latest = found[-1]
    if latest.decision is None:
        return Standing("submitted", found, "you" if reviewer else "the supervisor")
    if latest.decision.decision == "return":
        return Standing("returned", found, "the assessor" if reviewer else "you")
    if read_assessment(at, work, assessment).content_hash != latest.decision.content_hash:
        return Standing("changed_since", found, "the assessor" if reviewer else "you")
    return Standing("approved", found, "")
