"""What changed in an assessment between two moments: added, changed and removed answers, by section."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Final

from hsb_assess.desk.history import names
from hsb_assess.desk.opening import kept_guidance, open_assessment
from hsb_assess.desk.standing import submissions
from hsb_assess.domain.answer import NOT_ASKED
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.schema import module_of
from hsb_assess.record.history import slots
from hsb_assess.record.projection import project

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hsb_assess.desk.opening import Opened
    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.domain.answer import Answer
    from hsb_assess.instrument.schema import Definition
    from hsb_assess.record.entry import Entry
    from hsb_assess.record.reading import Reading
    from hsb_assess.vault.book import Work

__all__ = ["LOOKED", "MOMENTS", "Comparison", "Difference", "Moment", "SectionChanges", "compare", "moments"]

LOOKED, SUBMITTED, DECIDED, APPROVED, STARTED = "looked", "submitted", "decided", "approved", "started"
MOMENTS: Final = {
    LOOKED: "Since you last looked",
    SUBMITTED: "Since it was last submitted",
    DECIDED: "Since the last decision",
    APPROVED: "Since it was last approved",
    STARTED: "Since it was started",
}
"""The moments that can be chosen by name, in the words in which they are offered."""


@dataclass(frozen=True)
class Moment:
    """A moment of an assessment: by name with the entries of the case that were here then, or a time alone.

    ``count`` are the first entries of the case that had come by then; ``None`` means all recorded until ``at``.
    """

    code: str
    at: str
    count: int | None = None


@dataclass(frozen=True)
class Difference:
    """One answer that is another one: ``kind`` is ``added``, ``changed`` or ``removed``; who said the newer, and when."""

    kind: str
    path: str
    before: Answer = field(repr=False)
    after: Answer = field(repr=False)
    name: str
    recorded: str


@dataclass(frozen=True)
class SectionChanges:
    """What changed in one section, in the order of the form."""

    module: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class Comparison:
    """Everything that changed, the sections in the order of the form, and the two readings to name things from."""

    sections: tuple[SectionChanges, ...]
    before: Reading = field(repr=False)
    after: Reading = field(repr=False)

    @property
    def definition(self) -> Definition:
        """The form by which both are read."""
        return self.after.definition

    def count(self, kind: str) -> int:
        """Return how many answers were added, changed or removed."""
        return sum(each.kind == kind for section in self.sections for each in section.differences)


def moments(at: Workplace, assessment: str) -> tuple[Moment, ...]:
    """Return the moments of an assessment that have a name, those that came so far, newest kind of question first."""
    with at.book.begin("read", write=False) as work:
        opened = open_assessment(at, work, assessment)
        entries = work.entries.of_case(opened.case)
        found = [_looked(work, opened.case, assessment, entries)]
        sent = submissions(at, work, opened.case, assessment)
    places = {entry.id: number for number, entry in enumerate(entries, start=1)}
    decided = [each.decision for each in sent if each.decision is not None]
    approved = [each for each in decided if each.decision == "approve"]
    if sent:
        found.append(Moment(SUBMITTED, sent[-1].at, places[sent[-1].entry]))
    for code, decisions in ((DECIDED, decided), (APPROVED, approved)):
        if decisions:
            found.append(Moment(code, decisions[-1].at))
    started = next((entry for entry in entries if entry.subject == assessment), None)
    if started is not None:
        found.append(Moment(STARTED, started.recorded, 0))
    return tuple(moment for moment in found if moment is not None)


def _looked(work: Work, case: str, assessment: str, entries: Sequence[Entry]) -> Moment | None:
    """Return the end of the last session before this one in which the assessment was open here."""
    seen = work.trail.last_session_with(assessment)
    if seen is None:
        return None
    until, when = seen
    audited = work.trail.entries_until(case, until)
    return Moment(LOOKED, when, sum(entry.hash in audited for entry in entries))


def compare(at: Workplace, assessment: str, since: Moment, until: Moment | None = None) -> Comparison:
    """Return what is different at ``until`` (now, if not given) from what stood at ``since``.

    Both are read by the form that the assessment has now. Raises ``moments_order`` where the later comes first.
    """
    if until is not None and until.count is None and since.count is None and _moment(until.at) < _moment(since.at):
        raise HsbAssessError(
            "moments_order", "The second moment is before the first.", "Choose a later one, or exchange them."
        )
    with at.book.begin("read", write=False) as work:
        opened = open_assessment(at, work, assessment)
        entries = work.entries.of_case(opened.case)
        before = _reading(at, work, opened, _standing(entries, since))
        after = _reading(at, work, opened, entries if until is None else _standing(entries, until))
        known = names(at, work)
    found: dict[str, list[Difference]] = {}
    for difference in _differences(before, after, known):
        found.setdefault(module_of(difference.path), []).append(difference)
    order = {address: number for number, address in enumerate(after.definition.addresses())}

    def place(difference: Difference) -> tuple[int, str]:
        item = after.definition.find(difference.path)
        return (order.get(item.address, len(order)) if item is not None else len(order), difference.path)

    modules = [module.id for module in after.definition.modules]
    listed = [*(each for each in modules if each in found), *sorted(found.keys() - set(modules))]
    return Comparison(
        tuple(SectionChanges(module, tuple(sorted(found[module], key=place))) for module in listed), before, after
    )


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _standing(entries: Sequence[Entry], moment: Moment) -> Sequence[Entry]:
    if moment.count is not None:
        return entries[: moment.count]
    until = _moment(moment.at)
    return [entry for entry in entries if _moment(entry.recorded) <= until]


def _reading(at: Workplace, work: Work, opened: Opened, entries: Iterable[Entry]) -> Reading:
    profile = kept_guidance(at, work, opened)
    return project(
        opened.case,
        opened.assessment,
        opened.definition,
        slots(entries),
        today=at.clock.today(),
        profile=profile.content,
        profile_hash=profile.hash,
    )


def _differences(before: Reading, after: Reading, known: dict[str, str]) -> Iterator[Difference]:
    told: set[tuple[str, str]] = set()
    for path in sorted(before.answers.keys() | after.answers.keys()):
        was, now = before.answers.get(path, NOT_ASKED), after.answers.get(path, NOT_ASKED)
        # What the form does not ask is a link of the app's own, such as that between a person and a card.
        if was == now or after.definition.find(path) is None:
            continue
        # A thing's field is shown under every list that shows it, and told once.
        recorded = after.recorded(path) or before.recorded(path)
        entry = recorded.entry if recorded is not None else ""
        if entry and (entry, path.rpartition(".")[2]) in told:
            continue
        told.add((entry, path.rpartition(".")[2]))
        kind = "added" if not was.is_asked() else "removed" if not now.is_asked() else "changed"
        yield Difference(
            kind,
            path,
            was,
            now,
            known.get(recorded.author, "") if recorded is not None else "",
            recorded.recorded if recorded is not None else "",
        )
