"""Keeps the search index up to the record: what a person reads of each entry that stands, in small steps, behind the work."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from hsb_assess.desk.assessing import ACCEPTED_KEY, JUSTIFICATION_KEY
from hsb_assess.desk.caseload import CASE_KEY
from hsb_assess.desk.closed import CLOSING_KEY
from hsb_assess.desk.indexwords import Words
from hsb_assess.desk.keeping import HOLD_KEY, KEEPING_KEY
from hsb_assess.desk.moving import CARRIED_KEY
from hsb_assess.desk.opening import ASSESSMENT_KEY, read_assessment
from hsb_assess.desk.reviewing import THREAD_KEY
from hsb_assess.desk.standing import DECISION_KEY, SUBMISSION_KEY
from hsb_assess.desk.viewing import RESTRICTED
from hsb_assess.domain.answer import Absence
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.roles import Role
from hsb_assess.record.entry import Stream
from hsb_assess.record.history import Slot, slots
from hsb_assess.record.places import stream_of_kind
from hsb_assess.vault.stores_search import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.instrument.schema import Item
    from hsb_assess.record.entry import Entry
    from hsb_assess.record.reading import Reading, Thing
    from hsb_assess.vault.book import Work

__all__ = ["Progress", "Read", "index_all", "index_some", "is_behind", "read_case", "texts_of"]

ROWS: Final = 20
"""How many rows of the index one step writes at most: whoever types meanwhile waits for one step."""
SECONDS: Final = 0.05
"""How long a step goes on to another case."""

_MADE: Final = 1
"""Which way of making words this is: with another number every vault is indexed again."""
_WAITS: Final = frozenset({"disk_full", "vault_io", "vault_busy", "vault_older", "vault_read_only"})
_UNFORESEEN: Final = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What the content of a package from elsewhere may bring about, however it was checked."""
_MESSAGE: Final = "messages["
_OF_CASE: Final = {
    CLOSING_KEY: "Why the case was closed, or opened again",
    KEEPING_KEY: "Why it is kept so long",
    HOLD_KEY: "Why the case is held, or not any more",
}


@dataclass(frozen=True)
class Progress:
    """How many cases are still due; ``waits`` names what keeps the index from being written now.

    ``unread`` is the case that has to be read (:func:`read_case`) before the next step can write anything.
    """

    left: int
    waits: str = ""
    unread: str = ""


@dataclass(frozen=True)
class Read:
    """What is to be written of a case, and the state in which it was read: rows by number that go, and that come or change."""

    case: str
    state: object
    gone: tuple[int, ...] = ()
    changed: tuple[tuple[int, Text], ...] = field(default=(), repr=False)

    def after(self, rows: int) -> Read:
        """Return what is left once ``rows`` of it are written: first those that go."""
        spent = max(rows - len(self.gone), 0)
        return Read(self.case, self.state, self.gone[rows:], self.changed[spent:])


def read_case(at: Workplace, case: str) -> Read:
    """Read what is to be found of a case: the longer part of indexing it, and one that writes nothing."""
    with at.book.begin(write=False) as work:
        return _read(at, work, case, _basis(at))


def index_some(at: Workplace, rows: int = ROWS, *, reads: bool = True, read: Read | None = None) -> Progress:
    """Take one step: at most ``rows`` rows of the index, in one transaction with what is then no longer due.

    Without ``reads`` a case that has to be read first is named in what is returned, and its ``read`` handed in with the
    next step: nothing that is being typed waits for the reading. A full disk, and a vault that only reads, is no error
    of this: the entries wait where they are.
    """
    if not is_behind(at):
        return Progress(0)
    if read is not None:
        at.indexed[read.case] = read
    until = time.monotonic() + SECONDS
    unread = ""
    try:
        with at.book.begin("search_indexed") as work:
            basis = _basis(at)
            if work.search.basis() != basis:
                work.search.start_again(basis)
            work.search.look_for_new()
            due = work.search.due()
            left = len(due)
            for case in due:
                if not reads and not _is_read(at, work, case, basis):
                    unread = case
                    break
                rows, whole = _bring_up(at, work, case, basis, rows)
                if whole:
                    work.search.done(case)
                    left -= 1
                if rows <= 0 or time.monotonic() > until:
                    break
    except HsbAssessError as error:
        if error.code not in _WAITS:
            raise
        return Progress(0, error.code)
    return Progress(left, unread=unread)


def index_all(at: Workplace) -> Progress:
    """Take steps until nothing is due, or something keeps the index from being written."""
    while (progress := index_some(at)).left:
        pass
    return progress


def is_behind(at: Workplace) -> bool:
    """Say whether something stands in the record that the index does not know."""
    with at.book.begin(write=False) as work:
        return work.search.is_behind() or work.search.basis() != _basis(at)


def _basis(at: Workplace) -> str:
    """Return what words depend on besides the record: how they are made, and who may see what."""
    return f"{_MADE} {at.role}"


def _state(at: Workplace, work: Work, case: str, basis: str) -> object:
    """Return what changes whenever the texts of a case may."""
    return (basis, at.clock.today(), work.entries.mark(case))


def _is_read(at: Workplace, work: Work, case: str, basis: str) -> bool:
    return case in at.indexed and at.indexed[case].state == _state(at, work, case, basis)


def _read(at: Workplace, work: Work, case: str, basis: str) -> Read:
    """Compare what is to be found of a case with what is in the index."""
    state = _state(at, work, case, basis)
    try:
        texts = texts_of(at, work, case)
    except _UNFORESEEN:
        # One case that cannot be read keeps nobody from finding the others; what is there of it stays.
        return Read(case, state)
    numbers, there = work.search.numbers(case), work.search.digests(case)
    wanted = {numbers[entry]: text for entry, text in texts.items() if entry in numbers}
    changed = sorted((n for n, text in wanted.items() if there.get(n) != text.digest(basis)), reverse=True)
    return Read(case, state, tuple(sorted(there.keys() - wanted.keys())), tuple((n, wanted[n]) for n in changed))


def _bring_up(at: Workplace, work: Work, case: str, basis: str, rows: int) -> tuple[int, bool]:
    """Make a case's rows what they should be, ``rows`` of them at most; return how many are left to spend, and if it is whole."""
    read = at.indexed[case] if _is_read(at, work, case, basis) else _read(at, work, case, basis)
    at.indexed.clear()
    gone = read.gone[:rows]
    changed = read.changed[: rows - len(gone)]
    work.search.remove(gone)
    work.search.put(case, dict(changed), basis)
    left = read.after(rows)
    whole = not left.gone and not left.changed
    if not whole:
        at.indexed[case] = left
    return rows - len(gone) - len(changed), whole


def texts_of(at: Workplace, work: Work, case: str) -> dict[str, Text]:
    """Return what is to be found of a case, by entry id. What cannot be read here cannot be found either."""
    readings = _readings(at, work, case)
    found: dict[str, Text] = {}
    standing = slots(work.entries.heads(case))
    gathered = _Gathered(at, standing, [Words(reading) for reading in readings])
    for reading in readings:
        found.update(gathered.answers(reading))
    found.update(gathered.things())
    found.update(gathered.marks())
    return found


def _readings(at: Workplace, work: Work, case: str) -> list[Reading]:
    """Return the assessments of a case that this version can read, newest first."""
    found = []
    for slot in sorted(slots(work.entries.heads(case, key=ASSESSMENT_KEY)), reverse=True):
        try:
            found.append(read_assessment(at, work, slot.subject))
        except HsbAssessError:
            continue  # its form is not on this laptop: nobody can open it here
    return found


class _Gathered:
    """One case: what stands in it by place, and the words of each of its assessments, newest first."""

    def __init__(self, at: Workplace, standing: dict[Slot, tuple[Entry, ...]], words: list[Words]) -> None:
        self._reviewing = at.role == Role.SUPERVISOR
        self._standing = standing
        self._words = words
        self._by_assessment = {each.reading.assessment: each for each in words}

    def answers(self, reading: Reading) -> Iterator[tuple[str, Text]]:
        """Yield the answers of one assessment; two of one question where two people gave them."""
        for path in reading.answers:
            slot = Slot(reading.assessment, path)
            item = reading.definition.find(path)
            if item is None or slot not in self._standing or not item.is_question:
                continue
            stream = Stream(reading.definition.module(path).stream.value)
            if stream is Stream.REVIEW and not self._reviewing:
                continue
            page = "review" if stream is Stream.REVIEW else "assessment"
            for entry in self._standing[slot]:
                if entry.stream is stream:
                    yield from self._answer(self._by_assessment[reading.assessment], entry, item, path, page)

    def things(self) -> Iterator[tuple[str, Text]]:
        """Yield the fields of people, evidence, events and all else that belongs to the case."""
        if not self._words:
            return
        for thing in self._words[0].reading.all_things.values():
            for name in thing.fields:
                found = self._home(thing, name)
                if found is None:
                    continue
                words, item, path = found
                for entry in self._standing[Slot(thing.id, name)]:
                    if entry.stream is stream_of_kind(thing.kind):
                        yield from self._answer(words, entry, item, path, "assessment")

    def _home(self, thing: Thing, name: str) -> tuple[Words, Item, str] | None:
        """Return where a field of a thing is read: in the newest assessment that shows it, else the newest that has it."""
        found = None
        for words in self._words:
            for group in words.groups(thing.kind):
                item = words.definition.find(f"{group.address}.{name}")
                if item is None or not item.is_question:
                    continue
                place = (words, item, f"{group.address}[{thing.id}].{name}")
                if place[2] not in words.reading.dormant:
                    return place
                found = found or place
        return found

    def _answer(self, words: Words, entry: Entry, item: Item, path: str, page: str) -> Iterator[tuple[str, Text]]:
        answer = entry.answer
        if answer is None or answer.absence is Absence.NOT_ASKED:
            return
        said = words.of(item, answer)
        if not said:
            return
        restricted = item.data_class in RESTRICTED
        dormant = path in words.reading.dormant
        yield (
            entry.id,
            Text(
                page="history" if dormant else page,
                assessment=words.reading.assessment,
                path=path,
                place=words.place(path, named=not restricted),
                title=words.question(path),
                words=said,
                also=words.also(item, answer),
                restricted=restricted,
                dormant=dormant,
            ),
        )

    def marks(self) -> Iterator[tuple[str, Text]]:
        """Yield what is said beside the questions: the reference, explanations, comments, decisions, what was carried over."""
        threads = {slot.subject: heads[-1] for slot, heads in self._standing.items() if slot.key == THREAD_KEY}
        sent = {slot.subject: heads[-1] for slot, heads in self._standing.items() if slot.key == SUBMISSION_KEY}
        for slot, heads in self._standing.items():
            for entry in heads:
                if slot.key.startswith(_MESSAGE) and slot.subject in threads:
                    text = self._comment(threads[slot.subject], entry)
                elif slot.key == DECISION_KEY and slot.subject in sent:
                    text = self._decision(sent[slot.subject], entry)
                elif slot.key in _OF_CASE:
                    text = Text("keeping", "", "", "Keeping and closing", _OF_CASE[slot.key], _said(entry, "why"))
                else:
                    text = self._mark(entry)
                if text is not None and text.words:
                    yield entry.id, text

    def _comment(self, thread: Entry, entry: Entry) -> Text | None:
        assessment, path = _said(thread, "value"), _said(thread, "path")
        words = self._by_assessment.get(assessment)
        if words is None:
            return None
        item = words.definition.find(path)
        place = words.place(path, named=False) if item is not None else ""
        title = f"Comment: {words.question(path)}" if item is not None else "Comment"
        restricted = item is not None and item.data_class in RESTRICTED
        return Text("review", assessment, "", place, title, _said(entry, "value"), restricted=restricted)

    def _decision(self, submission: Entry, entry: Entry) -> Text | None:
        assessment = _said(submission, "value")
        if assessment not in self._by_assessment:
            return None
        return Text("review", assessment, "", "Review", "Reasons of a decision", _said(entry, "reasons"))

    def _mark(self, entry: Entry) -> Text | None:
        if entry.key == CASE_KEY:
            return Text("case", "", "", "Case", "Reference of the case", _said(entry, "value"))
        words = self._by_assessment.get(entry.subject)
        if words is None:
            return None
        if entry.key.startswith(JUSTIFICATION_KEY):
            title = "Explanation of what a check found"
            return Text("check", entry.subject, "", "Check and submit", title, _said(entry, "value"))
        if entry.key.startswith(ACCEPTED_KEY):
            title = "Why an explanation was not accepted"
            return Text("review", entry.subject, "", "Review", title, _said(entry, "reason"))
        if entry.key.startswith(CARRIED_KEY):
            item = words.definition.find(_said(entry, "path"))
            restricted = item is None or item.data_class in RESTRICTED
            place = "Carried over from an earlier form"
            return Text(
                "assessment",
                entry.subject,
                "",
                place,
                _said(entry, "label"),
                _said(entry, "words"),
                restricted=restricted,
            )
        return None


def _said(entry: Entry, name: str) -> str:
    value = entry.body.get(name)
    return value if isinstance(value, str) else ""
