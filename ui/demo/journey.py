"""The journey: two people, two vaults, one fictional case, from the refusal to the signed documents."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hsb_assess.desk import assessing, reviewing
from hsb_assess.desk.script import known_people
from hsb_assess.rules.finding import Severity
from ui.demo.album import Album
from ui.demo.filling import Filling, Own
from ui.demo.person import Chosen, Person
from ui.demo.reviewing import Reviewing
from ui.demo.typist import stuck
from ui.navigation import Target

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from hsb_assess.desk.script import Labels, Script
    from hsb_assess.desk.steps import New
    from ui.pages.assessment import AssessmentPage
    from ui.pages.check import CheckPage

__all__ = ["Journey", "Outcome"]


@dataclass
class Outcome:
    """What the journey found on its way: rule ids, and how many entries the practitioner's record holds."""

    first_submit: list[str] = field(default_factory=list)
    at_approval: list[str] = field(default_factory=list)
    entries: int = 0


class Journey:
    """Plays ``script`` into ``out``. ``practitioner`` and ``supervisor`` are at their apps in turn."""

    def __init__(self, script: Script, out: Path, practitioner: Person, supervisor: Person) -> None:
        self.script, self.out = script, out
        self.practitioner, self.supervisor = practitioner, supervisor
        self.album = Album(out / "screenshots")
        self.outcome = Outcome()
        self.case = self.assessment = ""
        self.labels: Labels | None = None
        self.known: dict[str, New] = {}

    def play(self) -> Outcome:
        """Do everything in order."""
        self.meet()
        self.draft_and_be_refused()
        self.complete_and_submit()
        self.review_and_return()
        self.answer_and_resubmit()
        self.review_and_approve()
        self.publish()
        return self.outcome

    # -- the steps -------------------------------------------------------------------------------------------

    def meet(self) -> None:
        """Both make a vault and exchange cards; the eight words are the same on both screens."""
        trust = self.out / "trust"
        trust.mkdir(exist_ok=True)
        cards = {each.role: trust / f"{each.role}.card" for each in (self.practitioner, self.supervisor)}
        self.practitioner.start()
        self.album.take(self.practitioner.window, "first-run")
        self.practitioner.make_vault()
        self.practitioner.give_card(cards["practitioner"])
        self.practitioner.leave()
        self.supervisor.start()
        self.supervisor.make_vault()
        self.supervisor.give_card(cards["supervisor"])
        theirs = self.supervisor.take_card(cards["practitioner"])
        self.album.take(self.supervisor.window, "people-and-cards")
        self.supervisor.leave()
        self.practitioner.start()
        self.album.take(self.practitioner.window, "unlock")
        self.practitioner.unlock()
        if self.practitioner.take_card(cards["supervisor"]) != theirs:
            raise stuck("the same eight words on both screens")

    def draft_and_be_refused(self) -> None:
        """Enter referral, chronology and behaviour; submission is refused with what the case calls for."""
        from ui.pages.assessment import AssessmentPage
        from ui.pages.case import CasePage
        from ui.pages.caseload import CaseloadPage

        me = self.practitioner
        page = me.go(Target("caseload"), CaseloadPage)
        self.album.take(me.window, "caseload-empty")
        me.typist.click(page.first_button)
        me.typist.write(page.new_case.line, self.script.reference, enter=True)
        case = me.page(CasePage)
        self.case = case.case
        self.album.take(me.window, "case-new")
        me.typist.click(me.typist.button(case, "Start"))
        assessment = me.page(AssessmentPage)
        self.assessment = assessment.assessment
        self.album.take(me.window, "first-day")
        self._move_up(assessment)
        self.labels = known_people(me.session.at, self.case, assessment.model.definition)
        self.album.take(me.window, "assessment-empty")
        Filling(assessment, me.typist, self.labels, self.known).steps(self.script.phases["first_draft"])
        self.album.take(me.window, "first-draft")
        check = self.check()
        self.outcome.first_submit = sorted(assessing.findings(me.session.at, self.assessment).rules())
        self.album.take(me.window, "findings")
        self._sign(check)
        me.typist.settle(check.summary.isVisible, "the refusal", 60)
        self.album.take(me.window, "refused")

    def _move_up(self, page: AssessmentPage) -> None:
        """Move from the first day to the full assessment, as this case calls for."""
        me = self.practitioner
        me.typist.click(page.frame.tier.open_button)
        self.album.take(me.window, "how-much-is-asked")
        me.typist.click(me.typist.button(page, "Move up to: Full assessment"))
        me.typist.settle(lambda: page.model.engine.tier == "full", "the full assessment")
        me.quiet()

    def complete_and_submit(self) -> None:
        """Enter what was missing, then submit for real."""
        self._fill("completion")
        me = self.practitioner
        self.album.take(me.window, "assessment-complete")
        me.go(Target("case", case=self.case), self._case_page())
        me.quiet()
        self.album.take(me.window, "case")
        self.explain()
        self.submit("submitted", self.out / "packages" / "1-to-supervisor.assess")
        me.leave()

    def _case_page(self) -> type[Any]:
        from ui.pages.case import CasePage

        return CasePage

    def _fill(self, phase: str) -> None:
        from ui.pages.assessment import AssessmentPage

        me = self.practitioner
        page = me.go(Target("assessment", case=self.case, assessment=self.assessment), AssessmentPage)
        Filling(page, me.typist, self._labels(), self.known).steps(self.script.phases[phase])

    def _labels(self) -> Labels:
        if self.labels is None:
            raise stuck("the labels of the script")
        return self.labels

    def check(self) -> CheckPage:
        """Go to the check page and wait for what the rules find."""
        from ui.pages.check import CheckPage

        me = self.practitioner
        page = me.go(Target("check", case=self.case, assessment=self.assessment), CheckPage)
        me.quiet()
        me.typist.settle(lambda: page.looked is not None, "the findings")
        return page

    def explain(self) -> None:
        """Answer each finding that asks for an explanation, in its card, citing what it rests on."""
        from ui.pages.check.findings import FindingCard

        page, me = self.check(), self.practitioner
        found = page.looked.report.findings if page.looked is not None else ()
        waiting = [each for each in found if each.severity is Severity.JUSTIFY]
        for finding in waiting:
            words, evidence = self.script.explanations[finding.rule]
            card = me.typist.find(page, FindingCard, finding.key)
            explanation = card.explanations[[each.key for each in card.item].index(finding.key)]
            me.typist.write(explanation.text, words)
            me.typist.click(explanation.cite)
            for label in evidence:
                me.typist.click(explanation.panel.boxes[self._labels().ids[label]])
            me.typist.click(explanation.panel.close_button)
        me.quiet()
        self.album.take(me.window, "explained")

    def _sign(self, page: CheckPage) -> None:
        me = self.practitioner
        me.typist.write(page.submit.passphrase.edit, me.passphrase)
        me.typist.click(page.submit.submit_button)

    def submit(self, picture: str, package: Path) -> None:
        """Sign with the passphrase and save the package."""
        page = self.check()
        me = self.practitioner
        self.album.take(me.window, "check-clear")
        package.parent.mkdir(exist_ok=True)
        page.files = Chosen(package)
        self._sign(page)
        me.typist.settle(lambda: page.submit.sent is not None, "the submission", 90)
        self.album.take(me.window, picture)
        me.typist.click(page.submit.save_button)
        me.typist.settle(package.is_file, "the package")
        me.quiet()

    # -- the second half -------------------------------------------------------------------------------------

    def _reviewing(self) -> Reviewing:
        return Reviewing(self.album, self.case, self.assessment)

    def _package(self, name: str) -> Path:
        return self.out / "packages" / f"{name}.assess"

    def review_and_return(self) -> None:
        """The supervisor receives, comments on one answer, and returns."""
        said, desk = self.script.conversation, self._reviewing()
        desk.receive(self.supervisor, self._package("1-to-supervisor"), "received")
        comment = said["comment"]
        desk.comment_and_return(
            self.supervisor,
            comment["about"],
            comment["text"],
            said["return_reasons"],
            self._package("2-to-practitioner"),
        )
        self.supervisor.leave()

    def answer_and_resubmit(self) -> None:
        """The author answers the comment, adds what was missing, and submits again."""
        desk, me = self._reviewing(), self.practitioner
        desk.receive(me, self._package("2-to-practitioner"), "returned-received")
        self._fill("after_return")
        desk.answer_comments(me, self.script.conversation["reply"])
        self.submit("resubmitted", self._package("3-to-supervisor"))
        me.leave()

    def review_and_approve(self) -> None:
        """The supervisor reads everything, answers their own questions, approves and signs."""
        desk = self._reviewing()
        desk.receive(self.supervisor, self._package("3-to-supervisor"), "resubmission-received")
        own = Own(self.script.phases["review"], self.supervisor.typist)
        reasons = self.script.conversation["approve_reasons"]
        desk.read(self.supervisor, own)
        found = reviewing.review(self.supervisor.session.at, self.assessment)
        own_part = {"R60"}  # the last of the supervisor's own answers is recorded when its field is left
        self.outcome.at_approval = sorted({each.rule for each in found.waiting} - own_part)
        desk.approve(self.supervisor, reasons, self._package("4-to-practitioner"))
        self.supervisor.leave()

    def publish(self) -> None:
        """The author receives the signed documents, checks each, and exports them for the case file."""
        desk, me = self._reviewing(), self.practitioner
        desk.receive(me, self._package("4-to-practitioner"), "approval-received")
        export = self.script.conversation["export"]
        folder, drafts = self.out / "documents", self.out / "drafts"
        desk.export(me, folder, drafts, export["recipient"], export["basis"])
        desk.finished(me)
        with me.session.at.book.begin(write=False) as work:
            self.outcome.entries = work.entries.count()
        me.leave()
