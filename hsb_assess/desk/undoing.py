"""Taking an act back, and doing it again: new entries that supersede, for as long as nobody answered there since."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from hsb_assess.desk.opening import open_assessment
from hsb_assess.desk.scribe import Scribe
from hsb_assess.desk.standing import submissions
from hsb_assess.desk.workplace import Change, Workplace, need_writer
from hsb_assess.domain.answer import NOT_ASKED
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.record.places import KIND_KEY

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import JsonValue

    from hsb_assess.record.entry import Entry
    from hsb_assess.vault.book import Work

__all__ = ["UNDOABLE", "Step", "Steps", "redo", "undo"]

UNDOABLE: Final = frozenset(
    {
        "answer_recorded",
        "answer_restored",
        "finding_justified",
        "paragraph_filed",
        "row_added",
        "row_removed",
        "row_restored",
        "taken_over",
        "thing_added",
        "thing_changed",
        "thing_removed",
    }
)
"""Acts that can be taken back. Submitting, deciding, sending and moving to another form cannot: others act on them."""

MOST_STEPS: Final = 200


@dataclass(frozen=True)
class Step:
    """One act that can be taken back or done again, with its entries in the order in which they were made.

    ``stands`` are the ids of what has to stand in their places now, one for each: whatever else stands there was
    said since. ``kind`` is the kind of thing that was added or taken out, else empty.
    """

    act: str
    path: str
    kind: str
    entries: tuple[Entry, ...] = field(repr=False)
    stands: tuple[str, ...] = field(compare=False)


def undo(at: Workplace, assessment: str, step: Step) -> Change:
    """Let stand again what stood before ``step``; ``Change.entries`` are the new entries, one for each that changed.

    A row or thing that the step made is taken out of its list, with what was written in it at once. Codes:
    ``undo_answered_since`` (something else stands there now), ``undo_submitted``, ``undo_settled`` (two answers stood
    there), ``undo_lost`` (what stood before is not in this vault), ``not_your_role``.
    """
    return _again(at, assessment, step, "undone")


def redo(at: Workplace, assessment: str, step: Step) -> Change:
    """Do ``step`` again after :func:`undo`; the same codes."""
    return _again(at, assessment, step, "redone")


def _again(at: Workplace, assessment: str, step: Step, act: str) -> Change:
    pairs = list(zip(step.entries, step.stands, strict=True))
    with at.book.begin(act) as work:
        opened = open_assessment(at, work, assessment)
        for stream in {entry.stream for entry in step.entries}:
            need_writer(at, stream)
        if any(each.entry > max(step.stands) for each in submissions(at, work, opened.case, assessment)):
            raise HsbAssessError(
                "undo_submitted",
                "The assessment has been submitted since, so this cannot be undone.",
                "Answer the question anew; the history keeps both.",
            )
        scribe = Scribe(at, work, opened.case, opened.definition)
        for entry, stands in reversed(pairs) if act == "undone" else pairs:
            standing = work.entries.heads(opened.case, entry.subject, entry.key)
            mine = tuple(head for head in standing if head.stream is entry.stream)
            if [head.id for head in mine] != [stands]:
                raise HsbAssessError(
                    "undo_answered_since",
                    "This has been answered again since, so it cannot be undone.",
                    "Look at its history, and restore the answer that should stand.",
                )
            body = _before(work, entry) if act == "undone" else dict(entry.body)
            scribe.say(entry.stream, entry.subject, entry.key, body, standing=mine)
        work.audit.note(act, step.act, {"path": step.path})
        written = tuple(work.entries.appended)
    paths = frozenset({step.path} if step.path else ())
    return Change(act, opened.case, assessment, paths, entries=written[::-1] if act == "undone" else written)


def _before(work: Work, entry: Entry) -> dict[str, JsonValue]:
    """Return the body of what an entry superseded."""
    if len(entry.parents) > 1:
        raise HsbAssessError(
            "undo_settled",
            "Two answers stood here before, and one was decided for.",
            "Look at its history, and restore the answer that should stand.",
        )
    if entry.parents:
        before = work.entries.get(entry.parents[0])
        if before is None:
            raise HsbAssessError(
                "undo_lost", "What stood here before is not in this vault.", "Answer the question as it should be."
            )
        return {name: value for name, value in before.body.items() if name != "settled"}
    if entry.key == KIND_KEY:
        return {"value": entry.body.get("value"), "removed": True}
    return {"removed": True} if entry.key.endswith("]") else NOT_ASKED.body()


class Steps:
    """What was done in this session, by assessment: what can be taken back, and what was and can be done again.

    Undoing writes new entries, so that what an earlier step has to find in its place is not its own entry any more
    but the one that let it stand again: each entry has a *role* (the entry first made), and each role one id that
    stands for it now. The role of *nothing yet* is that of the first entry there with a mark before it.
    """

    def __init__(self) -> None:
        self._done: dict[str, list[Step]] = defaultdict(list)
        self._undone: dict[str, list[Step]] = defaultdict(list)
        self._roles: dict[str, str] = {}
        self._stands: dict[str, str] = {}

    def took(self, assessment: str, change: Change) -> None:
        """Take a new act; what was taken back before it cannot be done again any more. Nothing for other acts."""
        if change.act not in UNDOABLE or not change.entries:
            return
        made = {entry.subject for entry in change.entries if entry.key == KIND_KEY and not entry.parents}
        # What was written in a new thing goes and comes with it.
        kept = tuple(entry for entry in change.entries if entry.subject not in made or entry.key == KIND_KEY)
        step = Step(change.act, next(iter(sorted(change.paths)), ""), change.kind, kept, ())
        self._done[assessment] = [*self._done[assessment][1 - MOST_STEPS :], step]
        self._undone[assessment] = []

    def to_undo(self, assessment: str) -> Step | None:
        """Return the step that comes back first."""
        return self._next(self._done[assessment], self._role)

    def to_redo(self, assessment: str) -> Step | None:
        """Return the step that is done again first."""
        return self._next(self._undone[assessment], self._role_before)

    def _next(self, steps: list[Step], role: Callable[[Entry], str]) -> Step | None:
        if not steps:
            return None
        step = steps[-1]
        stands = tuple(self._stands.get(role(entry), entry.id) for entry in step.entries)
        return Step(step.act, step.path, step.kind, step.entries, stands)

    def _role(self, entry: Entry) -> str:
        return self._roles.get(entry.id, entry.id)

    def _role_before(self, entry: Entry) -> str:
        return self._roles.get(entry.parents[0], entry.parents[0]) if entry.parents else f"before {self._role(entry)}"

    def undone(self, assessment: str, step: Step, change: Change) -> None:
        """Take that ``step`` was taken back by ``change``."""
        self._done[assessment].remove(step)
        self._undone[assessment].append(step)
        for entry, now in zip(step.entries, change.entries, strict=True):
            self._play(self._role_before(entry), now)

    def redone(self, assessment: str, step: Step, change: Change) -> None:
        """Take that ``step`` was done again by ``change``."""
        self._undone[assessment].remove(step)
        self._done[assessment].append(step)
        for entry, now in zip(step.entries, change.entries, strict=True):
            self._play(self._role(entry), now)

    def _play(self, role: str, entry: Entry) -> None:
        self._roles[entry.id] = role
        self._stands[role] = entry.id

    def dropped(self, assessment: str, step: Step) -> None:
        """Let go of a step that cannot be taken back or done again any more."""
        for steps in (self._done, self._undone):
            steps[assessment] = [each for each in steps[assessment] if each != step]
