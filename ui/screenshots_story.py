"""The fictional case of the pictures, played through the desk's acts: two vaults, and each as it stood at every stage."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, TypeVar

from hsb_assess.datafiles import data_dir
from hsb_assess.desk import (
    access,
    again,
    assessing,
    caseload,
    closing,
    erasing,
    issuing,
    keeping,
    reviewing,
    sharing,
    tiering,
)
from hsb_assess.desk.carryingout import carry_out
from hsb_assess.desk.lasttime import last_time
from hsb_assess.desk.script import Labels, accept_explanations, explain, known_people, play, steps_of_text
from hsb_assess.domain.answer import answered
from hsb_assess.domain.clock import clock_for
from hsb_assess.domain.ids import new_id
from hsb_assess.vault.keys import KdfParameters

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hsb_assess.desk.access import OpenedVault
    from hsb_assess.desk.script import Script
    from hsb_assess.desk.workplace import Workplace

__all__ = ["PASSPHRASE", "Story"]

R = TypeVar("R")

PASSPHRASE = "five plain words for pictures"  # noqa: S105 (of vaults that live as long as the pictures take)


class Story:
    """Plays ``script`` and keeps a copy of a vault after each stage: ``stages`` says where, by its name."""

    def __init__(self, home: Path, script: Script) -> None:
        self._home, self._script = home, script
        self._clock = clock_for(script.today)
        self.stages: dict[str, Path] = {}
        self.case = self.assessment = ""
        self._labels: Labels | None = None
        self._supervisor = ""
        self._tell: Callable[[str], None] = lambda _stage: None

    def play(self, tell: Callable[[str], None] = lambda _stage: None) -> None:
        """Play everything; ``tell`` hears of each stage as it is done."""
        self._tell = tell
        people = (("practitioner", self._script.practitioner), ("supervisor", self._script.supervisor))
        for role, card in people:
            access.first_run(
                self._home / role,
                PASSPHRASE,
                name=card["name"],
                role=role,
                agency=card["agency"],
                clock=self._clock,
                kdf=KdfParameters.floor(),
            )
        self._meet()
        package = self._draft_and_submit()
        returned = self._return(package)
        again = self._answer_and_resubmit(returned)
        approved = self._approve(again)
        self._with("practitioner", lambda at: self._finish(at, approved))
        self._keep("practitioner", "issued")
        self._assess_again()
        self._erase()

    def _erase(self) -> None:
        """Close the case, propose to erase it, agree, and carry it out: a picture of each person's side."""
        person = self._supervisor

        def propose(at: Workplace) -> tuple[str, bytes]:
            keeping.choose_classes(at, self.case, ["protection"], "As the local schedule names it.")
            closing.close_case(at, self.case, "needs_met", "The plan was carried out and the family is content.")
            sent = erasing.propose(at, self.case, person, "kept_elsewhere", "The organisation’s own file keeps it.")
            return str(sent.change.created), sent.package

        erasure, asked = self._with("practitioner", propose)
        self._keep("practitioner", "closed")
        self._with("supervisor", lambda at: sharing.receive(at, asked))
        self._keep("supervisor", "asked")
        agreed = self._with("supervisor", lambda at: erasing.answer(at, erasure, PASSPHRASE, agrees=True).package)
        self._with("practitioner", lambda at: sharing.receive(at, agreed))
        self._keep("practitioner", "agreed")
        vault = self.open(self._home / "practitioner")
        at = vault.workplace(read_only=False)
        carry_out(at, vault.vault, erasure, self._script.reference, PASSPHRASE)
        at.book.close()
        vault.close()
        self._keep("practitioner", "erased")

    # -- stages ----------------------------------------------------------------------------------------------

    def _meet(self) -> None:
        cards = {role: self._with(role, access.card_bytes) for role in ("practitioner", "supervisor")}

        def confirm(at: Workplace, card: bytes) -> str:
            person = access.import_card(at, card).person
            access.confirm_card(at, person, "phone")
            return person

        self._supervisor = self._with("practitioner", lambda at: confirm(at, cards["supervisor"]))
        self._with("supervisor", lambda at: confirm(at, cards["practitioner"]))
        self._keep("practitioner", "empty")

    def _draft_and_submit(self) -> bytes:
        self._with("practitioner", self._open)
        self._keep("practitioner", "first_day")
        self._first_evening()
        self._with("practitioner", self._begin)
        self._keep("practitioner", "first_draft")
        self._with("practitioner", lambda at: self._phase(at, "completion"))
        self._keep("practitioner", "complete")
        self._with("practitioner", self._explain)
        self._keep("practitioner", "explained")
        package = self._with("practitioner", self._submit)
        self._keep("practitioner", "submitted")
        return package

    def _first_evening(self) -> None:
        """Answer the first day in a copy that nothing else goes on from."""
        folder = shutil.copytree(self._home / "practitioner", self._home / "stages" / "first_evening")
        vault = self.open(folder)
        at = vault.workplace(read_only=False)
        definition = assessing.reading(at, self.assessment).definition
        labels = known_people(at, self.case, definition)
        path = data_dir("resources") / "demo" / "journeys" / "first-day.yaml"
        steps = steps_of_text(definition, path.read_text(encoding="utf-8"), self._script.today)
        play(at, self.case, self.assessment, steps, labels)
        at.book.close()
        vault.close()
        self.stages["first_evening"] = folder
        self._tell("first_evening")

    def _assess_again(self) -> None:
        """Start an assessment that follows the signed one, in a copy that nothing else goes on from."""
        folder = shutil.copytree(self._home / "practitioner", self._home / "stages" / "again")
        vault = self.open(folder)
        at = vault.workplace(read_only=False)
        second = str(again.reassess(at, self.case).created)
        before = assessing.reading(at, self.assessment)
        for path, by in (("M19.needs.calm", -1), ("M19.needs.belonging", 1), ("M19.strengths.family", 1)):
            value = before.value(path)
            if isinstance(value, int):
                assessing.record_answer(at, second, path, answered(min(4, max(0, value + by))))
        last = last_time(at, second).answers["M19.needs.fun"]
        again.take_over(at, second, {last.path: last.entry})
        at.book.close()
        vault.close()
        self.stages["again"] = folder
        self._tell("again")

    def _open(self, at: Workplace) -> None:
        self.case = str(caseload.create_case(at, self._script.reference).created)
        self.assessment = str(assessing.start_assessment(at, self.case).created)

    def _begin(self, at: Workplace) -> None:
        tiering.change_tier(at, self.assessment, "full")
        self._labels = known_people(at, self.case, assessing.reading(at, self.assessment).definition)
        self._phase(at, "first_draft")

    def _phase(self, at: Workplace, name: str) -> None:
        labels = self._labels or Labels(assessing.reading(at, self.assessment).definition)
        play(at, self.case, self.assessment, self._script.phases[name], labels)

    def _explain(self, at: Workplace) -> None:
        if self._labels is not None:
            explain(at, self.assessment, self._script, self._labels)

    def _submit(self, at: Workplace) -> bytes:
        self._explain(at)
        return issuing.submit(at, self.assessment, self._supervisor, PASSPHRASE).package

    def _return(self, package: bytes) -> bytes:
        said = self._script.conversation

        def decide(at: Workplace) -> bytes:
            reviewing.comment(at, self.assessment, said["comment"]["about"], said["comment"]["text"])
            return issuing.decide(at, self.assessment, "return", said["return_reasons"], PASSPHRASE).package

        self._with("supervisor", lambda at: sharing.receive(at, package))
        self._keep("supervisor", "review_first")
        return self._with("supervisor", decide)

    def _answer_and_resubmit(self, package: bytes) -> bytes:
        self._with("practitioner", lambda at: sharing.receive(at, package))
        self._keep("practitioner", "returned")

        def answer(at: Workplace) -> bytes:
            self._phase(at, "after_return")
            for talk in reviewing.threads(at, self.assessment):
                reviewing.reply(at, self.assessment, talk.id, self._script.conversation["reply"])
            return self._submit(at)

        return self._with("practitioner", answer)

    def _approve(self, package: bytes) -> bytes:
        self._with("supervisor", lambda at: sharing.receive(at, package))
        self._keep("supervisor", "review_again")

        def approve(at: Workplace) -> bytes:
            definition = reviewing.review(at, self.assessment).reading.definition
            parts = [code.code for code in definition.codes(definition.item("M23.required_read"))]
            for part in [*parts, *(module.id for module in definition.modules)]:
                reviewing.mark_opened(at, self.assessment, part)
            labels = Labels(definition)
            play(at, self.case, self.assessment, self._script.phases["review"], labels)
            accept_explanations(at, self.assessment)
            for talk in reviewing.threads(at, self.assessment):
                reviewing.resolve(at, self.assessment, talk.id)
            reasons = self._script.conversation["approve_reasons"]
            return issuing.decide(at, self.assessment, "approve", reasons, PASSPHRASE).package

        approved = self._with("supervisor", approve)
        self._keep("supervisor", "review_decided")
        return approved

    def _finish(self, at: Workplace, package: bytes) -> None:
        """Receive the approval, open two more cases, and be refused a damaged package."""
        from hsb_assess.domain.errors import HsbAssessError

        sharing.receive(at, package)
        for reference, version in (("A-2026-019", "1.1.0"), ("A-2026-021", "1.0.0")):
            case = str(caseload.create_case(at, reference).created)
            form = at.catalogue.get("holistic", version)
            started = str(assessing.start_assessment(at, case, tier="full", form=form.hash).created)
            if version == "1.0.0":
                assessing.record_answer(at, started, "M01.reason", answered("A neighbour rang the school."))
                assessing.record_answer(at, started, "M01.conference", answered("yes"))
        try:
            sharing.receive(at, package[:-1] + new_id()[:1].encode())
        except HsbAssessError as error:
            self._tell(f"refused as it should be: {error.code}")

    # -- vaults ----------------------------------------------------------------------------------------------

    def open(self, folder: Path) -> OpenedVault:
        """Unlock a vault of this story."""
        return access.unlock(folder, PASSPHRASE, clock=self._clock)

    def _with(self, role: str, act: Callable[[Workplace], R]) -> R:
        vault = self.open(self._home / role)
        at = vault.workplace(read_only=False)
        try:
            return act(at)
        finally:
            at.book.close()
            vault.close()

    def _keep(self, role: str, stage: str) -> None:
        self.stages[stage] = shutil.copytree(self._home / role, self._home / "stages" / stage)
        self._tell(stage)
