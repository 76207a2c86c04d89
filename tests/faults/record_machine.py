"""Two people, two vaults, one case: what the record says is held against a model in memory after every step."""

from __future__ import annotations

import ast
import contextlib
import shutil
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from hsb_assess.desk import access, assessing, caseload, closing, sharing, undoing
from hsb_assess.desk.undoing import Steps
from hsb_assess.domain.answer import NOT_ASKED, Absence, absent, answered
from hsb_assess.domain.clock import SystemClock
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.record.history import slots
from hsb_assess.trust.card import Card
from hsb_assess.vault import backup, restoring
from hsb_assess.vault.file import open_database
from hsb_assess.vault.folder import DATABASE
from hsb_assess.vault.keys import KdfParameters
from hsb_assess.vault.migrations import MIGRATIONS, migrate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hsb_assess.desk.access import OpenedVault
    from hsb_assess.desk.workplace import Change, Workplace
    from hsb_assess.record.entry import Entry

__all__ = ["RecordMachine", "Template", "make_template"]

PATHS = ("M01.reason", "M00.name", "M12.housing")
MOST_BACKUPS = 4
PASSPHRASE = "five plain words for testing"


@dataclass
class Template:
    """Two vaults whose people have compared their words and share a case; copied for every run."""

    folders: tuple[Path, Path]
    recovery: tuple[str, str]
    case: str
    assessment: str
    runs: int = 0


def make_template(folder: Path) -> Template:
    """Make the two vaults."""
    folders, keys, opened = [], [], []
    for number, role in enumerate(("practitioner", "co_assessor")):
        folders.append(folder / f"vault{number}")
        keys.append(
            access.first_run(
                folders[-1], PASSPHRASE, name=f"Worker {number}", role=role, agency="Agency", kdf=KdfParameters.floor()
            )
        )
        vault = access.unlock_with_recovery_key(folders[-1], keys[-1])
        opened.append((vault, vault.workplace(read_only=False)))
    for (_, mine), (_, theirs) in (opened, opened[::-1]):
        pending = access.import_card(mine, access.card_bytes(theirs))
        access.confirm_card(mine, pending.person, "phone")
    at = opened[0][1]
    case = str(caseload.create_case(at, "A-17").created)
    assessment = str(assessing.start_assessment(at, case, tier="full").created)
    sharing.receive(opened[1][1], _packed(at, opened[1][1], case))
    for vault, _ in opened:
        vault.close()
    return Template((folders[0], folders[1]), (keys[0], keys[1]), case, assessment)


def _packed(at: Workplace, to: Workplace, case: str) -> bytes:
    with at.book.begin("package_again") as work:
        return sharing.pack(at, work, case, Card.from_bytes(access.card_bytes(to)), "review")


@dataclass(frozen=True)
class Known:
    """One statement as the model knows it."""

    path: str
    body: str
    parents: frozenset[str]


@dataclass
class Model:
    """What one person's vault has to hold: statements by id, what was being typed, and ids of what closed and opened it."""

    said: dict[str, Known] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)
    marks: frozenset[str] = frozenset()

    def heads(self, path: str) -> frozenset[str]:
        """Return what stands at a path: whatever no other statement there supersedes."""
        here = {name: known for name, known in self.said.items() if known.path == path}
        gone = {parent for known in here.values() for parent in known.parents}
        return frozenset(here.keys() - gone)

    def bodies(self, path: str) -> list[str]:
        """Return the contents that stand at a path."""
        return sorted(self.said[name].body for name in self.heads(path))


class PowerLost(Exception):  # noqa: N818 - no error of the program
    """The moment in which everything stops."""


class Desk:
    """One person at their vault, and the model beside them."""

    def __init__(self, folder: Path, recovery: str) -> None:
        self.folder, self.recovery = folder, recovery
        self.model, self.steps = Model(), Steps()
        self.backups: list[tuple[Path, Model]] = []
        self.crashes = 0
        self.restored = False
        self.open()

    def open(self) -> None:
        """Unlock."""
        self.vault: OpenedVault = access.unlock_with_recovery_key(self.folder, self.recovery)
        self.at: Workplace = self.vault.workplace(read_only=False)
        self.steps = Steps()

    def reopen(self) -> None:
        """Lock and unlock."""
        self.vault.close()
        self.open()


def _body(entry: Entry) -> str:
    return repr(sorted((name, value) for name, value in entry.body.items()))


def _undecided(body: str) -> str:
    """Return a body without why it was decided for: whoever takes a later answer back decides nothing."""
    return repr([pair for pair in ast.literal_eval(body) if pair[0] != "settled"])


class RecordMachine(RuleBasedStateMachine):
    """``template`` and ``home`` are set by the test; ``counts`` says how often each thing was done."""

    template: Template
    home: Path
    counts: dict[str, int]

    def __init__(self) -> None:
        super().__init__()
        made = self.template
        made.runs += 1
        self.case, self.assessment = made.case, made.assessment
        self.desks = []
        for number in range(2):
            folder = self.home / f"run{made.runs}" / f"vault{number}"
            shutil.copytree(made.folders[number], folder)
            self.desks.append(Desk(folder, made.recovery[number]))
        for desk in self.desks:
            for entry in self._entries(desk):
                self._learn(desk, entry)

    def teardown(self) -> None:
        """Look at everything once more, and clean up."""
        for desk in self.desks:
            conflicts = assessing.reading(desk.at, self.assessment).conflicts
            assert set(conflicts) == {path for path in PATHS if len(desk.model.heads(path)) > 1}
            with desk.at.book.begin() as work:
                assert work.audit.verify().faults == ()
                before = [head.id for head in work.entries.heads(self.case)]
            with desk.at.book.begin("rebuild") as work:
                work.entries.rebuild()
                assert [head.id for head in work.entries.heads(self.case)] == before
            desk.vault.close()
        shutil.rmtree(self.home / f"run{self.template.runs}", ignore_errors=True)

    # -- what the vault says -----------------------------------------------------------------------------------

    def _entries(self, desk: Desk) -> Iterator[Entry]:
        with desk.at.book.begin() as work:
            found = work.entries.of_case(self.case)
        return (entry for entry in found if entry.subject == self.assessment and entry.key in PATHS)

    def _learn(self, desk: Desk, entry: Entry) -> None:
        desk.model.said[entry.id] = Known(entry.key, _body(entry), frozenset(entry.parents))

    def _count(self, what: str) -> None:
        self.counts[what] = self.counts.get(what, 0) + 1

    def _did(self, desk: Desk, change: Change, path: str, body: str, heads: frozenset[str]) -> None:
        """Check that exactly one statement was made, on top of what the model says stood, and learn it."""
        (entry,) = [each for each in change.entries if each.key == path]
        assert (_body(entry), frozenset(entry.parents)) == (body, heads)
        self._learn(desk, entry)
        desk.model.drafts.pop(path, None)
        desk.steps.took(self.assessment, change)

    # -- what people do ----------------------------------------------------------------------------------------

    @rule(who=st.integers(0, 1), path=st.sampled_from(PATHS), words=st.sampled_from(["one", "two", "three", ""]))
    def answers(self, who: int, path: str, words: str) -> None:
        """Record an answer, or a reason for having none; the same again writes nothing."""
        desk = self.desks[who]
        answer = answered(words) if words else absent(Absence.UNKNOWN, asked_of="School")
        body, heads = repr(sorted(answer.body().items())), desk.model.heads(path)
        change = assessing.record_answer(desk.at, self.assessment, path, answer)
        if len(heads) == 1 and desk.model.bodies(path) == [body]:
            assert change.entries == ()
            desk.model.drafts.pop(path, None)
        else:
            self._did(desk, change, path, body, heads)
        self._count("answers")

    @rule(who=st.integers(0, 1), path=st.sampled_from(PATHS), words=st.text("abc ", max_size=5))
    def types(self, who: int, path: str, words: str) -> None:
        """Leave words in a field without leaving it."""
        assessing.put_draft(self.desks[who].at, self.assessment, path, words)
        self.desks[who].model.drafts[path] = words
        self._count("types")

    @rule(path=st.sampled_from(PATHS), sender=st.integers(0, 1))
    def disagrees(self, path: str, sender: int) -> None:
        """Have both answer unseen by each other, and one of them hear of it."""
        for who in range(2):
            self.answers(who=who, path=path, words=f"{who} and {self.counts.get('answers', 0)}")
        self.sends(sender=sender)
        self._count("disagrees")

    @rule(who=st.integers(0, 1), path=st.sampled_from(PATHS))
    def undoes(self, who: int, path: str) -> None:
        """Take back the last step of this session (one made for it, if there is none), unless it was answered since."""
        desk = self.desks[who]
        if desk.steps.to_undo(self.assessment) is None:
            self.answers(who=who, path=path, words=f"step {self.counts.get('answers', 0)}")
        step = desk.steps.to_undo(self.assessment)
        assert step is not None
        (entry,) = step.entries
        before = _undecided(desk.model.said[entry.parents[0]].body) if len(entry.parents) == 1 else ""
        self._back(desk, step, entry, before or repr(sorted(NOT_ASKED.body().items())), again=False)

    @rule(who=st.integers(0, 1), path=st.sampled_from(PATHS))
    def redoes(self, who: int, path: str) -> None:
        """Do again what was taken back."""
        desk = self.desks[who]
        if desk.steps.to_redo(self.assessment) is None:
            self.undoes(who=who, path=path)
        step = desk.steps.to_redo(self.assessment)
        if step is not None:
            (entry,) = step.entries
            self._back(desk, step, entry, _body(entry), again=True)

    def _back(self, desk: Desk, step: undoing.Step, entry: Entry, body: str, *, again: bool) -> None:
        heads = desk.model.heads(entry.key)
        stands = heads == {step.stands[0]}
        act = undoing.redo if again else undoing.undo
        if not stands or (len(entry.parents) > 1 and not again):
            with pytest.raises(HsbAssessError) as refused:
                act(desk.at, self.assessment, step)
            assert refused.value.code == ("undo_settled" if stands else "undo_answered_since")
            desk.steps.dropped(self.assessment, step)
            return
        change = act(desk.at, self.assessment, step)
        (made,) = change.entries
        assert (_body(made), frozenset(made.parents)) == (body, heads)
        self._learn(desk, made)
        (desk.steps.redone if again else desk.steps.undone)(self.assessment, step, change)
        self._count("redoes" if again else "undoes")

    @rule(who=st.integers(0, 1), path=st.sampled_from(PATHS), which=st.integers(0, 3))
    def settles(self, who: int, path: str, which: int) -> None:
        """Decide between answers that were given unseen, where there are any."""
        desk = self.desks[who]
        heads = sorted(desk.model.heads(path))
        if len(heads) < 2:
            return
        assessing.settle(desk.at, self.assessment, path, heads[which % len(heads)], "It was seen.")
        with desk.at.book.begin() as work:
            (made,) = work.entries.heads(self.case, self.assessment, path)
        assert made.parents == tuple(heads)
        self._learn(desk, made)
        self._count("settles")

    @rule(who=st.integers(0, 1), path=st.sampled_from(PATHS))
    def closes(self, who: int, path: str) -> None:
        """Close the case: until it is opened again nothing is written in it, and nothing is lost."""
        desk = self.desks[who]
        closing.close_case(desk.at, self.case, "other", "A pause.")
        for act in (assessing.record_answer, assessing.put_draft):
            given = answered("too late") if act is assessing.record_answer else "too late"
            with pytest.raises(HsbAssessError) as refused:
                act(desk.at, self.assessment, path, given)  # type: ignore[operator]  # either, with what it takes
            assert refused.value.code == "case_closed"
        closing.reopen_case(desk.at, self.case, "It goes on.")
        with desk.at.book.begin() as work:
            made = work.entries.of_case(self.case, subject=self.case, key="@closing")
        desk.model.marks = frozenset(each.id for each in made)
        self._count("closes")

    @rule(sender=st.integers(0, 1))
    def sends(self, sender: int) -> None:
        """Send everything to the other, who takes the union."""
        here, there = self.desks[sender], self.desks[1 - sender]
        package = _packed(here.at, there.at, self.case)
        received = sharing.receive(there.at, package)
        assert received.refused == ()
        new = here.model.said.keys() - there.model.said.keys(), here.model.marks - there.model.marks
        assert received.entries == sum(map(len, new))
        there.model.said |= here.model.said
        there.model.marks |= here.model.marks
        assert sharing.receive(there.at, package).status == "already_received"
        self._count("sends")

    def _explains(self, desk: Desk) -> None:
        """Have a second person say, at the unlock that tells, why a vault is older than the other one saw it."""
        if desk.vault.older is None:
            return
        assert desk.restored, "no other vault may be older than what was seen of it"
        with pytest.raises(HsbAssessError) as refused:
            assessing.put_draft(desk.at, self.assessment, PATHS[0], "too early")
        assert refused.value.code == "vault_older"
        desk.vault.explain_older("Manager S", "Team manager", "A backup was put back.")
        self._count("explains")

    # -- what happens to vaults --------------------------------------------------------------------------------

    @rule(who=st.integers(0, 1))
    def locks(self, who: int) -> None:
        """Lock and unlock."""
        self.desks[who].reopen()
        self._explains(self.desks[who])
        self._count("locks")

    @rule(who=st.integers(0, 1), path=st.sampled_from(PATHS))
    def crashes(self, who: int, path: str) -> None:
        """Lose power in the middle of recording an answer: the files as they are then are all that is left."""
        desk = self.desks[who]
        desk.crashes += 1
        left = desk.folder.with_name(f"{self.home.name}-{who}-{desk.crashes}")
        with contextlib.suppress(PowerLost), desk.at.book.begin("answer_recorded", case=self.case) as work:
            (head, *_) = [*self._heads_in(work, path), *work.entries.heads(self.case)]
            work.entries.append(head.model_copy(update={"id": _other_id(head.id), "hash": "f" * 64}))
            shutil.copytree(desk.folder, left, ignore=shutil.ignore_patterns("*.lock", "*-shm"))
            raise PowerLost
        desk.vault.close()
        shutil.rmtree(desk.folder)
        shutil.move(left, desk.folder)
        desk.open()
        self._explains(desk)
        self._count("crashes")

    def _heads_in(self, work: object, path: str) -> Iterator[Entry]:
        return iter(work.entries.heads(self.case, self.assessment, path))  # type: ignore[attr-defined]  # a Work

    @precondition(lambda self: sum(len(desk.backups) for desk in self.desks) < MOST_BACKUPS)
    @rule(who=st.integers(0, 1))
    def backs_up(self, who: int) -> None:
        """Make a verified backup."""
        desk = self.desks[who]
        with desk.vault._vault.lend() as source:
            made = backup.make(source, desk.folder.parent / f"backups{who}", "asked", SystemClock().now())
        model = replace(desk.model, said=dict(desk.model.said), drafts=dict(desk.model.drafts))
        desk.backups.append((made.path, model))
        self._count("backs_up")

    @precondition(lambda self: any(desk.backups for desk in self.desks))
    @rule(which=st.integers(0, 9))
    def restores(self, which: int) -> None:
        """Put one of the backups in the place of its vault."""
        desk = max(self.desks, key=lambda each: len(each.backups))
        path, model = desk.backups[which % len(desk.backups)]
        desk.vault.close()
        restoring.restore(path, desk.folder, desk.recovery, with_recovery_key=True, clock=SystemClock())
        desk.model = replace(model, said=dict(model.said), drafts=dict(model.drafts))
        desk.restored = True
        desk.open()
        self._explains(desk)
        self._count("restores")

    @rule(who=st.integers(0, 1))
    def migrates(self, who: int) -> None:
        """Have a later version's change of the tables run, and another one fail halfway and leave no trace."""
        desk = self.desks[who]
        with desk.vault._vault.lend() as source:
            connection = open_database(desk.folder / DATABASE, source.key, vault=source.vault)
        later = (
            *MIGRATIONS,
            ("9999_of_the_test", lambda run: run.execute("CREATE TABLE made_later (name TEXT) STRICT")),
        )

        def broken(run: object) -> None:
            run.execute("DELETE FROM head")  # type: ignore[attr-defined]  # a Connection
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            migrate(connection, "2026-01-01", (*MIGRATIONS, ("9998_of_the_test", broken)))
        assert migrate(connection, "2026-01-01", later) == ("9999_of_the_test",)
        connection.execute("DROP TABLE made_later")
        connection.execute("DELETE FROM migration WHERE name = '9999_of_the_test'")
        connection.close()
        self._count("migrates")

    @invariant()
    def the_vault_says_what_the_model_says(self) -> None:
        """What stands, what is being typed and the whole history are as the model has them."""
        for desk in self.desks:
            with desk.at.book.begin() as work:
                standing = slots(work.entries.heads(self.case, self.assessment))
                drafts = {draft.key: draft.body for draft in work.drafts.of_case(self.case)}
            found = {slot.key: frozenset(each.id for each in heads) for slot, heads in standing.items()}
            assert {path: found.get(path, frozenset()) for path in PATHS} == {
                path: desk.model.heads(path) for path in PATHS
            }
            assert drafts == {path: {"value": words} for path, words in desk.model.drafts.items()}
            held = {each.id: Known(each.key, _body(each), frozenset(each.parents)) for each in self._entries(desk)}
            assert held == desk.model.said


def _other_id(entry: str) -> str:
    """Return another well-formed id."""
    return entry[:-1] + ("0" if entry[-1] != "0" else "1")
