"""Acts of signing: submit with certified documents, decide, countersign the same bytes, export."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hsb_assess.desk import makers
from hsb_assess.desk.closed import need_open
from hsb_assess.desk.colleagues import is_own_card, verified_card
from hsb_assess.desk.gate import acceptances, in_the_way, justifications, need_readable
from hsb_assess.desk.gathering import ASSESSORS
from hsb_assess.desk.judging import judge
from hsb_assess.desk.opening import open_assessment, read_assessment
from hsb_assess.desk.papers import DocumentLine, document_bytes, documents, export, verify
from hsb_assess.desk.reviewing import approval_report
from hsb_assess.desk.scribe import Scribe
from hsb_assess.desk.sharing import pack
from hsb_assess.desk.standing import DECISION_KEY, SUBMISSION_KEY, submissions
from hsb_assess.desk.workplace import Change, Workplace, need_role
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.ids import new_id
from hsb_assess.domain.roles import Role
from hsb_assess.record.entry import Stream
from hsb_assess.rules.facts import FORM, tier_of
from hsb_assess.rules.tiers import FIRST_DAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import JsonValue

    from hsb_assess.desk.gate import Acceptance
    from hsb_assess.desk.standing import Submission
    from hsb_assess.instrument.schema import Definition
    from hsb_assess.record.reading import Reading
    from hsb_assess.trust.card import Card
    from hsb_assess.vault.book import Work

__all__ = [
    "DocumentLine",
    "Sent",
    "decide",
    "document_bytes",
    "documents",
    "export",
    "send_again",
    "submit",
    "verify",
]

AUDIENCES = ("A", "B")


def audiences_of(definition: Definition) -> tuple[str, ...]:
    """Return the documents that a submission makes: a form from elsewhere holds no plan, so it has no document B."""
    return AUDIENCES if definition.id == FORM else AUDIENCES[:1]


@dataclass(frozen=True)
class Sent:
    """The package that an act made, for the person to hand over, and what the act changed."""

    change: Change
    package: bytes = field(repr=False)
    to: str


def _own_review() -> HsbAssessError:
    return HsbAssessError(
        "own_review",
        "An assessment goes to a supervisor other than its author.",
        "Choose somebody whose card says supervisor.",
    )


def _card_changed() -> HsbAssessError:
    return HsbAssessError(
        "recipient_changed",
        "The other person's card was changed meanwhile.",
        "Compare the eight words with them and do it again.",
    )


def _need_somebody_else(at: Workplace, other: Card) -> None:
    """Raise ``own_review`` when a card is this person's, or names keys of theirs under another person."""
    if is_own_card(at, other):
        raise _own_review()


def _need_more_than_first_day(reading: Reading) -> None:
    """Raise ``first_day_only`` where nothing but the first day was asked: it has no gates, so it is no assessment."""
    if tier_of(reading) == FIRST_DAY:
        raise HsbAssessError(
            "first_day_only",
            "The first day is not an assessment to sign.",
            "Move up to the tier that this concern calls for; every answer is kept. The urgent extract prints at once.",
        )


def submit(
    at: Workplace,
    assessment: str,
    supervisor: str,
    passphrase: str,
    progress: Callable[[str], None] = lambda _words: None,
) -> Sent:
    """Sign the assessment and seal it for ``supervisor``; refused while anything stands in the way.

    Documents A and B are made and certified in child processes first; then, in one unit of work, the
    submission is recorded for exactly the content they were made from. Codes: ``first_day_only``, ``not_ready``,
    ``answers_malformed``, ``content_moved``, ``recipient_unverified``, ``own_review``, ``wrong_passphrase``.
    """
    need_role(at, ASSESSORS)
    at.confirm(passphrase)
    with at.book.begin("read", write=False) as work:
        reading = read_assessment(at, work, assessment)
        need_open(work, reading.case)
        version = len(submissions(at, work, reading.case, assessment)) + 1
        reviewer = verified_card(work, supervisor)
    if reviewer.role != Role.SUPERVISOR:
        raise _own_review()
    _need_somebody_else(at, reviewer)
    need_readable(reading)
    _need_more_than_first_day(reading)
    report = judge(at, reading)
    if reading.conflicts or in_the_way(report, reading):
        raise HsbAssessError(
            "not_ready",
            "Some things still need to be put right or explained before this can be signed.",
            "Open each line under Fix and Explain.",
        )
    submission = new_id()
    made = []
    audiences = audiences_of(reading.definition)
    for audience in audiences:
        progress(f"Making document {audience}")
        made.append(
            makers.certified(
                at,
                reading,
                report,
                justifications(reading),
                audience=audience,
                submission=submission,
                version=version,
                reviewer=reviewer,
            )
        )
    progress("Sealing the package")
    with at.book.begin("submitted", case=reading.case) as work:
        before = submissions(at, work, reading.case, assessment)
        if read_assessment(at, work, assessment).content_hash != reading.content_hash or len(before) + 1 != version:
            raise HsbAssessError(
                "content_moved",
                "The assessment changed while its documents were being made.",
                "Submit it again.",
            )
        if verified_card(work, supervisor).fingerprint != reviewer.fingerprint:
            raise _card_changed()
        listed = [
            _keep(work, reading.case, submission, audience, "submitted", pdf)
            for audience, pdf in zip(audiences, made, strict=True)
        ]
        Scribe(at, work, reading.case, reading.definition).say(
            Stream.DOCUMENTS,
            submission,
            SUBMISSION_KEY,
            {
                "value": assessment,
                "content_hash": reading.content_hash,
                "supervisor": supervisor,
                "documents": listed,
                "findings": [*sorted(report.rules())],
            },
            fresh=True,
        )
        package = pack(at, work, reading.case, reviewer, "review")
    change = Change("submitted", reading.case, assessment, created=submission, words="Submitted")
    return Sent(change, package, reviewer.name)


def _keep(work: Work, case: str, submission: str, audience: str, state: str, pdf: bytes) -> JsonValue:
    sha256 = hashlib.sha256(pdf).hexdigest()
    work.documents.put(sha256, case, submission, audience, state, pdf)
    return {"audience": audience, "sha256": sha256}


def decide(
    at: Workplace,
    assessment: str,
    decision: str,
    reasons: str,
    passphrase: str,
    progress: Callable[[str], None] = lambda _words: None,
) -> Sent:
    """Return the assessment with comments, or approve it by countersigning the submitted documents.

    ``decision`` is ``return`` or ``approve``; both need reasons. Approval is refused (``not_ready``) while
    a finding stands, an explanation is not accepted, or the content is not what was submitted. Codes besides:
    ``reason_needed``, ``nothing_to_decide``, ``not_your_decision``, ``own_review``, ``answers_malformed``,
    ``content_moved``, ``document_missing``, ``not_in_order``, ``wrong_passphrase``.
    """
    need_role(at, (Role.SUPERVISOR,))
    if decision not in {"approve", "return"} or not reasons.strip():
        raise HsbAssessError("reason_needed", "A decision needs its reasons.", "Write in a few sentences why.")
    at.confirm(passphrase)
    with at.book.begin("read", write=False) as work:
        reading = read_assessment(at, work, assessment)
        need_open(work, reading.case)
        submission = _undecided(submissions(at, work, reading.case, assessment))
        accepted = acceptances(work, reading.case, assessment)
        author = verified_card(work, submission.by)
        submitted = [(audience, work.documents.get(sha256)) for audience, sha256 in submission.documents]
    if submission.supervisor != at.identity.person:
        raise HsbAssessError(
            "not_your_decision",
            "This assessment was submitted to another supervisor.",
            "Ask the author to submit it to you.",
        )
    _need_somebody_else(at, author)
    signed: list[tuple[str, bytes]] = []
    if decision == "approve":
        _need_clear(at, reading, submission, accepted)
        for audience, document in submitted:
            if document is None:
                raise _document_missing()
            progress(f"Signing document {audience}")
            signed.append(
                (
                    audience,
                    makers.countersigned(at, document.content, author, audience=audience, sha256=document.sha256),
                )
            )
    progress("Sealing the package")
    with at.book.begin("decided", case=reading.case) as work:
        if (
            submissions(at, work, reading.case, assessment)[-1:] != (submission,)
            or acceptances(work, reading.case, assessment) != accepted
            or read_assessment(at, work, assessment).content_hash != reading.content_hash
        ):
            raise _content_moved()
        if verified_card(work, submission.by).fingerprint != author.fingerprint:
            raise _card_changed()
        listed = [_keep(work, reading.case, submission.id, audience, "issued", pdf) for audience, pdf in signed]
        Scribe(at, work, reading.case, reading.definition).say(
            Stream.REVIEW,
            submission.id,
            DECISION_KEY,
            {
                "value": decision,
                "reasons": reasons.strip(),
                "submission": submission.hash,
                "content_hash": submission.content_hash,
                "documents": listed,
            },
        )
        package = pack(at, work, reading.case, author, "return")
    words = "Approved and signed" if decision == "approve" else "Returned to the author"
    return Sent(Change("decided", reading.case, assessment, created=submission.id, words=words), package, author.name)


def _undecided(found: tuple[Submission, ...]) -> Submission:
    if not found or found[-1].decision is not None:
        raise HsbAssessError(
            "nothing_to_decide",
            "There is no submission waiting for a decision.",
            "Open the newest package from the author, then look again.",
        )
    return found[-1]


def _need_clear(at: Workplace, reading: Reading, submission: Submission, accepted: dict[str, Acceptance]) -> None:
    if reading.content_hash != submission.content_hash:
        raise _content_moved()
    if tuple(audience for audience, _ in submission.documents) != audiences_of(reading.definition):
        raise _document_missing()
    need_readable(reading)
    if reading.conflicts or in_the_way(approval_report(at, reading, submission), reading, accepted):
        raise HsbAssessError(
            "not_ready",
            "Some findings still stand, or a part that must be read was not opened.",
            "Open each line under What still stands.",
        )


def _content_moved() -> HsbAssessError:
    return HsbAssessError(
        "content_moved",
        "What is in this vault is not what was submitted.",
        "Return it, and ask the author to submit again.",
    )


def _document_missing() -> HsbAssessError:
    return HsbAssessError(
        "document_missing",
        "A document that was submitted is not in this vault.",
        "Ask the author to send the package again.",
    )


def send_again(at: Workplace, assessment: str) -> Sent:
    """Make the package of the latest submission or decision once more, for the same person."""
    with at.book.begin("package_again") as work:
        opened = open_assessment(at, work, assessment)
        found = submissions(at, work, opened.case, assessment)
        if not found:
            raise HsbAssessError("not_submitted", "Nothing was submitted yet.", "Submit it first.")
        reviewer = at.role == Role.SUPERVISOR
        recipient = verified_card(work, found[-1].by if reviewer else found[-1].supervisor)
        package = pack(at, work, opened.case, recipient, "return" if reviewer else "review")
    return Sent(Change("package_again", opened.case, assessment), package, recipient.name)
