"""What stands in the way of signing: open blockers, findings without an explanation, undecided conflicts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hsb_assess.desk.assessing import ACCEPTED_KEY, JUSTIFICATION_KEY
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.record.entry import Stream
from hsb_assess.record.history import slots
from hsb_assess.record.reading import codes
from hsb_assess.rules.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hsb_assess.record.reading import Reading
    from hsb_assess.rules.finding import Finding, Report
    from hsb_assess.vault.book import Work

__all__ = [
    "Acceptance",
    "Justification",
    "acceptances",
    "in_the_way",
    "justifications",
    "malformed",
    "need_readable",
    "same_words",
]


@dataclass(frozen=True)
class Justification:
    """What the author wrote about one finding, and the evidence items it cites."""

    key: str
    text: str
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class Acceptance:
    """What the supervisor decided about one justification."""

    key: str
    accepted: bool
    reason: str


def justifications(reading: Reading) -> dict[str, Justification]:
    """Return the explanations given, by finding key."""
    found = {}
    for key, body in reading.notes.items():
        if key.startswith(JUSTIFICATION_KEY) and isinstance(body, dict):
            text = body.get("value")
            name = key.removeprefix(JUSTIFICATION_KEY)
            if isinstance(text, str) and text:
                found[name] = Justification(name, text, codes(body.get("evidence")))
    return found


def acceptances(work: Work, case: str, assessment: str) -> dict[str, Acceptance]:
    """Return the supervisor's decisions on explanations, by finding key."""
    found = {}
    said = (entry for entry in work.entries.heads(case, assessment) if entry.stream is Stream.REVIEW)
    for slot, heads in slots(said).items():
        if slot.key.startswith(ACCEPTED_KEY):
            name = slot.key.removeprefix(ACCEPTED_KEY)
            # Where a supervisor decided twice unseen by themselves, a refusal outweighs an acceptance.
            body = next((head.body for head in heads if head.body.get("value") is not True), heads[-1].body)
            found[name] = Acceptance(name, body.get("value") is True, str(body.get("reason", "")))
    return found


def in_the_way(report: Report, reading: Reading, accepted: dict[str, Acceptance] | None = None) -> tuple[Finding, ...]:
    """Return the findings that signing must wait for.

    A blocker always; a *justify* finding until it is explained with evidence cited, and, once ``accepted``
    is given (at approval), until the supervisor accepted that explanation. Advisory findings never.
    """
    written = justifications(reading)
    waiting = []
    for finding in report.findings:
        if finding.severity is Severity.BLOCKER:
            waiting.append(finding)
        elif finding.severity is Severity.JUSTIFY:
            explained = written.get(finding.key)
            if explained is None or not explained.evidence:
                waiting.append(finding)
            elif accepted is not None:
                decided = accepted.get(finding.key)
                if decided is None or not decided.accepted:
                    waiting.append(finding)
    return tuple(waiting)


def same_words(findings: Iterable[Finding], written: Mapping[str, Justification]) -> tuple[tuple[Finding, ...], ...]:
    """Return the findings that are explained, those in the same words together, the largest group first.

    Words are the same whatever their letters' case and the spaces between them.
    """
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        given = written.get(finding.key)
        if given is not None:
            groups.setdefault(" ".join(given.text.casefold().split()), []).append(finding)
    return tuple(map(tuple, sorted(groups.values(), key=len, reverse=True)))


def malformed(reading: Reading) -> tuple[str, ...]:
    """Return the paths of shown answers that cannot be read, or that their own question does not take.

    Answers that do not agree with each other can each be printed; that they wait is the check's to say (R60).
    """
    faulty = {fault.path for fault in reading.all_faults if not fault.other}
    return tuple(sorted(faulty | set(reading.unreadable)))


def need_readable(reading: Reading) -> None:
    """Raise ``answers_malformed`` while an answer that a document would print is not in order."""
    count = len(malformed(reading))
    if count:
        raise HsbAssessError(
            "answers_malformed",
            f"Answers that are not in the form that their question takes: {count}.",
            "Open the questions that are marked in the assessment and answer them again.",
        )
