"""The second half of the journey: review, return, answer, approve, publish."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hsb_assess.desk import issuing, reviewing
from ui.demo.person import Chosen
from ui.demo.typist import stuck
from ui.navigation import Target
from ui.pages.caseload import CaseloadPage
from ui.pages.documents import DocumentsPage
from ui.pages.packages import PackagesPage
from ui.pages.review import ReviewPage
from ui.pages.review.judging import Decide
from ui.pages.review.lines import LineView
from ui.pages.review.statements import Statement
from ui.pages.review.talk import ThreadView

if TYPE_CHECKING:
    from pathlib import Path

    from ui.demo.album import Album
    from ui.demo.filling import Own
    from ui.demo.person import Person
    from ui.pages.review.desk import Desk

__all__ = ["Reviewing"]


class Reviewing:
    """What both people do once an assessment was submitted; ``case`` and ``assessment`` are its ids."""

    def __init__(self, album: Album, case: str, assessment: str) -> None:
        self.album, self.case, self.assessment = album, case, assessment

    # -- packages --------------------------------------------------------------------------------------------

    def receive(self, person: Person, package: Path, picture: str) -> None:
        """Unlock and take a package in through its page."""
        person.start()
        person.unlock()
        page = person.go(Target("packages"), PackagesPage)
        page.files = Chosen(package)
        person.typist.click(page.receive_button)
        person.typist.settle(page.result.open_button.isVisible, "the package to be received", 60)
        person.quiet()
        self.album.take(person.window, picture)

    # -- the supervisor --------------------------------------------------------------------------------------

    def _desk(self, supervisor: Person) -> Desk:
        target = Target("review", case=self.case, assessment=self.assessment)
        page = supervisor.go(target, ReviewPage)
        if page.desk is None:
            raise stuck("the review desk")
        supervisor.quiet()
        return page.desk

    def comment_and_return(self, supervisor: Person, on: str, words: str, reasons: str, package: Path) -> None:
        """Open the child's own words, comment on one answer, return the assessment."""
        caseload = supervisor.go(Target("caseload"), CaseloadPage)
        self.album.take(caseload.window(), "supervisor-caseload")
        desk, typist = self._desk(supervisor), supervisor.typist
        self.album.take(supervisor.window, "review-desk")
        part = desk.parts["child_five_lines"]
        typist.click(part.header)
        line = typist.find(part, LineView, f"line:{on}")
        self.album.take(supervisor.window, "review-child")
        typist.click(line.comment_button)
        composer = line.talk.composer
        if composer is None:
            raise stuck("the box for a comment")
        typist.write(composer.text, words)
        typist.click(composer.send_button)
        supervisor.quiet()
        self._decide(supervisor, desk, "return", reasons, package, "returned")

    def read(self, supervisor: Person, own: Own) -> None:
        """Open every part and statement, judge each explanation, answer the supervisor's own questions."""
        desk, typist = self._desk(supervisor), supervisor.typist
        self.album.take(supervisor.window, "changed-since")
        for code in tuple(desk.parts):
            part = desk.parts[code]
            if not part.is_open():
                typist.click(part.header)
            for statement in part.findChildren(Statement):
                typist.click(statement.open_button)
            if code in {"grid_tonight", "thread"}:
                desk.open_part(code)
                self.album.take(supervisor.window, f"review-{code.replace('_', '-')}")
            for decide in part.findChildren(Decide):
                typist.click(decide.accept_button)
                supervisor.quiet()
            typist.click(part.header)
            supervisor.quiet()
        for thread in reviewing.threads(supervisor.session.at, self.assessment):
            view = typist.find(supervisor.window, ThreadView, f"thread:{thread.id}")
            typist.click(view.resolve_button)
            supervisor.quiet()
        own.answer(desk.form.fields)
        self.album.take(supervisor.window, "own-questions")

    def approve(self, supervisor: Person, reasons: str, package: Path) -> None:
        """Approve and sign."""
        self._decide(supervisor, self._desk(supervisor), "approve", reasons, package, "approved")

    def _decide(self, supervisor: Person, desk: Desk, decision: str, reasons: str, package: Path, picture: str) -> None:
        typist, panel = supervisor.typist, desk.decision
        panel.files = Chosen(package)
        typist.write(panel.reasons, reasons)
        typist.write(panel.passphrase.edit, supervisor.passphrase)
        typist.click(panel.approve_button if decision == "approve" else panel.return_button)
        typist.settle(lambda: panel.package is not None, f"the decision to {decision}", 90)
        typist.settle(panel.save_button.isVisible, "the package of the decision")
        desk.column.ensureWidgetVisible(panel)
        self.album.take(supervisor.window, picture)
        typist.click(panel.save_button)
        typist.settle(package.is_file, "the package")
        supervisor.quiet()

    # -- the author ------------------------------------------------------------------------------------------

    def answer_comments(self, author: Person, words: str) -> None:
        """Read the decision and answer every open conversation."""
        page = author.go(Target("review", case=self.case, assessment=self.assessment), ReviewPage)
        author.quiet()
        self.album.take(author.window, "comments")
        for thread in reviewing.threads(author.session.at, self.assessment):
            view = author.typist.find(page, ThreadView, f"thread:{thread.id}")
            author.typist.click(view.reply_button)
            if view.composer is None:
                raise stuck("the box for a reply")
            author.typist.write(view.composer.text, words)
            author.typist.click(view.composer.send_button)
            author.quiet()

    def export(self, author: Person, folder: Path, drafts: Path, recipient: str, basis: str) -> None:
        """Check and export every document: what is issued to ``folder``, what only the author signed to ``drafts``."""
        page = author.go(Target("documents", case=self.case), DocumentsPage)
        author.quiet()
        typist = author.typist
        for line in reversed(issuing.documents(author.session.at, self.case)):
            issued = line.state == "issued"
            (folder if issued else drafts).mkdir(parents=True, exist_ok=True)
            path = (folder if issued else drafts) / f"{line.audience}-{line.submission[-6:]}-{line.state}.pdf"
            page.table.select(line.sha256)
            typist.settle(partial(_shows, page, line.sha256), "the document")
            typist.click(page.verify_button)
            typist.settle(page.verdict.signers.isVisible, "the verdict", 60)
            if issued:
                self.album.take(author.window, f"document-{line.audience.lower()}")
            page.files = Chosen(path)
            typist.click(page.export_button)
            typist.write(page.export.recipient, recipient)
            typist.write(page.export.basis, basis)
            typist.click(page.export.go_button)
            typist.settle(path.is_file, "the exported document")
            author.quiet()

    def finished(self, author: Person) -> None:
        """Show the caseload as it stands in the end."""
        author.go(Target("caseload"), CaseloadPage)
        self.album.take(author.window, "caseload-approved")


def _shows(page: DocumentsPage, sha256: str) -> bool:
    shown = page.current()
    return shown is not None and shown.line.sha256 == sha256
