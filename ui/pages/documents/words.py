"""What the documents of a case are called, and who signed which version."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from hsb_assess.desk import access, caseload, issuing
from hsb_assess.domain.clock import LOCAL
from ui.form.dates import moment_text
from ui.language import tr

if TYPE_CHECKING:
    from hsb_assess.desk.issuing import DocumentLine
    from hsb_assess.desk.standing import Submission
    from hsb_assess.desk.workplace import Workplace

__all__ = ["Shown", "audience_words", "bytes_words", "made_words", "read_documents", "state_words"]

KIB = 1024


@dataclass(frozen=True)
class Shown:
    """One document as the page shows it; ``signed`` are the names of those who signed it, in order."""

    line: DocumentLine
    assessment: str
    version: int
    signed: tuple[str, ...]

    @property
    def title(self) -> str:
        """Return what the document is called in this app."""
        return audience_words(self.line.audience)


def audience_words(audience: str) -> str:
    """Return the letter of an audience and what the document is."""
    words = {"A": tr("A · Full assessment"), "B": tr("B · Multi-agency plan")}
    return words.get(audience, tr("{letter} · Document", letter=audience))


def state_words(state: str) -> tuple[str, str]:
    """Return the words of a document's state, and their tone."""
    states = {
        "submitted": (tr("Submitted"), "information"),
        "issued": (tr("Issued"), "good"),
    }
    return states.get(state, (state, "neutral"))


def bytes_words(size: int) -> str:
    """Return a size as people read it."""
    if size < KIB * KIB:
        return tr("{n} KB", n=max(1, round(size / KIB)))
    return tr("{n} MB", n=round(size / KIB / KIB, 1))


def read_documents(at: Workplace, case: str) -> tuple[Shown, ...]:
    """Return the documents of a case: the newest submission first, and of each what was issued before the rest."""
    names = {each.person: each.name for each in access.contacts(at)}
    names[at.identity.person] = at.identity.name
    known: dict[str, tuple[int, Submission]] = {}
    for assessment in caseload.assessments(at, case):
        for number, submission in enumerate(assessment.standing.submissions, 1):
            known[submission.id] = (number, submission)
    shown = []
    for line in issuing.documents(at, case):
        found = known.get(line.submission)
        if found is None:
            shown.append(Shown(line, "", 0, ()))
            continue
        version, submission = found
        people = [submission.by]
        if line.state == "issued" and submission.decision is not None:
            people.append(submission.decision.by)
        signed = tuple(names.get(person, tr("somebody whose card is not here")) for person in people)
        shown.append(Shown(line, submission.assessment, version, signed))
    made = {each.line.submission: max(other.line.made for other in shown if _together(each, other)) for each in shown}
    shown.sort(key=lambda each: each.line.audience)
    shown.sort(key=lambda each: (made[each.line.submission], each.line.state == "issued"), reverse=True)
    return tuple(shown)


def _together(one: Shown, other: Shown) -> bool:
    return one.line.submission == other.line.submission


def made_words(stamp: str) -> str:
    """Return when a document was made, in the time of this place; the vault keeps it in UTC."""
    return moment_text(datetime.fromisoformat(stamp).astimezone(LOCAL).isoformat())
