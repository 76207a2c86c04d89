"""What every part of the review page shares: the submission under review, its words, and the ways to act on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, Signal

from hsb_assess.desk import access, reviewing
from hsb_assess.domain.roles import Role
from hsb_assess.instrument.schema import Stream
from hsb_assess.record.taken import taken_over
from ui.form.scraps import Scraps
from ui.form.teller import Teller
from ui.language import tr
from ui.navigation import Target

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.desk.reviewing import Review, Thread
    from hsb_assess.desk.workplace import Change
    from hsb_assess.domain.errors import HsbAssessError
    from hsb_assess.rules.finding import Finding
    from ui.navigation import Page
    from ui.pages.review.talk import Composer

__all__ = ["Room"]


class Room(QObject):
    """The review of one assessment. Raises what :func:`.reviewing.review` raises when it is made."""

    refreshed = Signal()
    """The review was read anew: threads, findings, what was opened."""
    marked = Signal()
    """A part was opened just now."""
    own_question = Signal(str)
    """The path of one of the supervisor's own questions that somebody wants to go to."""
    wanted_part = Signal(str)
    """The code of a part of the page that somebody wants to go to."""

    def __init__(self, page: Page, case: str, assessment: str) -> None:
        super().__init__(page)
        self.page, self.context, self.case, self.assessment = page, page.context, case, assessment
        self.names = {each.person: each.name for each in access.contacts(self.context.at)}
        self.names[self.context.at.identity.person] = self.context.at.identity.name
        self.scraps = Scraps(page, assessment)
        self._reading_now = False
        self._again = False
        self._marking: set[str] = set()  # opened here, and on its way into the record
        self._take(reviewing.review(self.context.at, assessment))

    def _take(self, review: Review) -> None:
        self.review: Review = review
        self._marking -= review.opened | review.reopened
        self.teller = Teller(review.reading, self.names)
        self.taken = taken_over(review.reading)

    @property
    def reviewing(self) -> bool:
        """Whether this person is the supervisor, and not one of the assessors."""
        return self.context.at.role == Role.SUPERVISOR

    @property
    def decided(self) -> bool:
        """Whether the latest submission has been decided on."""
        return self.review.submission.decision is not None

    def opened(self) -> frozenset[str]:
        """Return the parts that the supervisor has opened, and that have not changed since."""
        return self.review.opened | self._marking

    def reopened(self) -> frozenset[str]:
        """Return the parts that the supervisor opened, and that have changed since."""
        return self.review.reopened

    def required(self) -> tuple[str, ...]:
        """Return the codes of the required reading, in their order."""
        return tuple(code.code for code in reviewing.required_reading(self.review.reading.definition))

    def threads(self, path: str | None = None) -> tuple[Thread, ...]:
        """Return the conversations, or those on one answer."""
        return tuple(each for each in self.review.threads if path is None or each.path == path)

    # -- reading anew ----------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the review again, off the screen's thread; a second wish meanwhile leads to one more reading."""
        if self._reading_now:
            self._again = True
            return
        self._reading_now = True
        self.context.operations.look(
            reviewing.review, self.assessment, on_done=self._refreshed, on_error=self._not_refreshed
        )

    def _refreshed(self, review: Review) -> None:
        if not shiboken6.isValid(self):
            return
        self._reading_now = False
        self._take(review)
        self.refreshed.emit()
        if self._again:
            self._again = False
            self.refresh()

    def _not_refreshed(self, error: HsbAssessError) -> None:
        if shiboken6.isValid(self):
            self._reading_now = False
            self.context.notices.error(error)

    # -- going -----------------------------------------------------------------------------------------------

    def go(self, path: str) -> None:
        """Open the source of an answer: the assessment at that question, or the supervisor's own question here."""
        try:
            own = self.review.reading.definition.module(path).stream is Stream.REVIEW
        except KeyError:
            return
        if own:
            self.own_question.emit(path)
        else:
            self.context.navigate(Target("assessment", case=self.case, assessment=self.assessment, path=path))

    def go_to_finding(self, finding: Finding) -> None:
        """Go where a finding is mended: an unread part, an explanation to decide on, or the question itself."""
        if finding.questions and finding.questions[0] == reviewing.READ_PATH:
            unread = [code for code in self.required() if code not in self.opened()]
            if unread:
                self.wanted_part.emit(unread[0])
        elif finding.severity == "justify" and finding.rule != "R48":
            self.wanted_part.emit("overrides")
        elif finding.questions:
            self.go(finding.questions[0])

    def finding_words(self, finding: Finding) -> str:
        """Return what a finding asks of the supervisor."""
        if finding.questions and finding.questions[0] == reviewing.READ_PATH:
            return tr("Open the parts that must be read. The next unread one opens here.")
        if self.about_review(finding) and finding.rule == "R60":
            return tr("Your own questions are open: {n}", n=len(finding.questions))
        if finding.severity == "justify" and finding.rule == "R48":
            return tr("Some sections were not opened: open them, or give your reasons.")
        if finding.severity == "justify":
            about = self.teller.question(finding.questions[0]) if finding.questions else ""
            return tr("Decide on an explanation: {what} {about}", what=finding.message, about=about)
        return f"{finding.message} {finding.mend}"

    @staticmethod
    def about_review(finding: Finding) -> bool:
        """Say whether a finding is about the review itself and not about the assessment."""
        return bool(finding.questions) and all(path.startswith("M23.") for path in finding.questions)

    # -- acting ----------------------------------------------------------------------------------------------

    def mark(self, code: str) -> None:
        """Record that a part was opened, and show it at once; only the supervisor's reading counts."""

        def failed(error: HsbAssessError) -> None:
            self.context.notices.error(error)
            if shiboken6.isValid(self):
                self._marking.discard(code)
                self.marked.emit()

        if self.reviewing and not self.decided and code not in self.opened():
            self._marking.add(code)
            self.marked.emit()
            self.context.operations.run(reviewing.mark_opened, self.assessment, code, by=self.page, on_error=failed)

    def _send(
        self,
        box: Composer,
        act: Callable[..., Change],
        *args: str,
        **keywords: Any,  # noqa: ANN401 (the act's own)
    ) -> None:
        """Run an act that sends what was written in ``box``, and tell the box how that went."""

        def done(_change: Change) -> None:
            if shiboken6.isValid(box):
                box.sent()

        def refused(error: HsbAssessError) -> None:
            self.context.notices.error(error)
            if shiboken6.isValid(box):
                box.refused()

        self.scraps.spend(box.text.name, act, self.assessment, *args, on_done=done, on_error=refused, **keywords)

    def comment(self, path: str, text: str, box: Composer) -> None:
        """Open a conversation on an answer."""
        self._send(box, reviewing.comment, path, text)

    def reply(self, thread: str, text: str, box: Composer) -> None:
        """Answer in a conversation."""
        self._send(box, reviewing.reply, thread, text)

    def resolve(self, thread: str) -> None:
        """Close a conversation."""
        self.context.operations.run(reviewing.resolve, self.assessment, thread, by=self.page)

    def accept(self, key: str) -> None:
        """Accept one explanation."""
        self.context.operations.run(reviewing.accept_justification, self.assessment, key, accepted=True, by=self.page)

    def refuse(self, key: str, reason: str, box: Composer) -> None:
        """Refuse one explanation, with the reason."""
        self._send(box, reviewing.accept_justification, key, accepted=False, reason=reason)
