"""The page of visit notes: the one that is being written, and those that are sealed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from hsb_assess.desk import assessing, caseload, closing, filingplaces, visiting, went
from hsb_assess.domain.roles import Role
from ui.keys import page_act
from ui.language import tr
from ui.navigation import Page, PageContext, Target
from ui.pages.visit.notes import NoteCard
from ui.pages.visit.went import WentFields
from ui.pages.visit.writing import WritingCard
from ui.widgets.cards import Column
from ui.widgets.empty import EmptyState
from ui.widgets.text import Heading

if TYPE_CHECKING:
    from hsb_assess.desk.visiting import Writing
    from hsb_assess.desk.went import Went
    from hsb_assess.desk.workplace import Change
    from hsb_assess.domain.errors import HsbAssessError
    from hsb_assess.record.reading import Reading
    from ui.pages.visit.standing import Standing

__all__ = ["VisitPage"]


class VisitPage(Page):
    """Notes of one case; ``cursor`` is where the caret stood in the one that is being written."""

    def __init__(
        self, context: PageContext, *, case: str, assessment: str | None = None, cursor: int | None = None
    ) -> None:
        super().__init__(context)
        del assessment, cursor  # the newest assessment is filed to; the draft keeps its own caret
        self.heading = tr("Visit notes")
        self.case = case
        at = context.at
        lines = caseload.assessments(at, case)
        self.assessment = lines[0].id if lines else None
        shut = closing.closing(at, case) is not None or context.vault.only_read
        self.may_write = at.role != Role.SUPERVISOR and not shut
        self.column = Column(width=820)
        self.body.addWidget(self.column)
        self.column.body.addWidget(Heading(tr("Visit notes")))
        self.writing = WritingCard(at.clock.now(), partial(went.workers, at, case))
        self.writing.setVisible(False)
        self.column.body.addWidget(self.writing)
        self.writing.setVisible(self.may_write)
        if self.may_write:
            begun = visiting.being_written(at, case)
            if begun is not None:
                self.writing.fill(begun)
            self.writing.kept.connect(self._keep)
            self.writing.sealed.connect(self._seal)
            self.writing.thrown.connect(self._throw_away)
            page_act(self, "stamp_time", self._stamp)
            page_act(self, "seal_note", self.writing.seal)
        self.column.body.addWidget(Heading(tr("Sealed notes of this case"), 2))
        self._holder: QWidget | None = None
        self._reading: Reading | None = None
        self.cards: list[NoteCard] = []
        self.undoes_filing = self.assessment if self.may_write else None
        self._filed: tuple[str, str, Change] | None = None
        self.show_notes()

    def show_notes(self) -> None:
        """Show the sealed notes as they stand."""
        if self._holder is not None:
            self._holder.hide()
            self._holder.deleteLater()
        at = self.context.at
        self._reading = None
        found = visiting.notes(at, self.case, self.assessment)
        may_file = self.may_write and self.assessment is not None
        questions = (
            filingplaces.places(at, self.assessment) if found and may_file and self.assessment is not None else ()
        )
        self._holder = QWidget()
        parts = QVBoxLayout(self._holder)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(16)
        self.cards = []
        for note in found:
            mend = self._went_fields if self.may_write else None
            card = NoteCard(note, questions, standing=self._standing, may_file=may_file, mend=mend)
            card.mended.connect(partial(self._mend, note.contact))
            card.file.connect(partial(self._file, note.contact))
            card.go.connect(self._go)
            card.back.connect(self._take_back)
            card.opened.connect(self.column.bring)
            if self._filed is not None and self._filed[0] == note.contact and self._filed[1] in card.backs:
                card.backs[self._filed[1]].show()
            self.cards.append(card)
            parts.addWidget(card)
        if not found:
            parts.addWidget(
                EmptyState(
                    tr("No note is sealed yet"),
                    tr(
                        "Write what was seen and heard above, on the visit or right after it. Once it is sealed, each paragraph "
                        "can be filed to a question: as evidence, or as its answer."
                    ),
                )
            )
        parts.addStretch(1)
        self.column.body.addWidget(self._holder)

    # -- acting ----------------------------------------------------------------------------------------------

    def _keep(self, writing: Writing) -> None:
        self.writing.set_now(self.context.at.clock.now())
        self.context.operations.run(visiting.keep, self.case, writing, by=self)

    def _stamp(self) -> None:
        self.writing.set_now(self.context.at.clock.now())
        self.writing.stamp()

    def _throw_away(self, writing: Writing) -> None:
        """Empty the box; what stood there can be put back while the notice stands."""

        def put_back() -> None:
            if isValid(self):
                self.writing.fill(writing)
            self.context.operations.run(visiting.keep, self.case, writing, by=self)

        self.context.operations.run(visiting.throw_away, self.case, by=self)
        self.context.notices.done(tr("The note is thrown away."), action=(tr("Put it back"), put_back))

    def _seal(self, writing: Writing) -> None:
        def sealed(change: Change) -> None:
            self.writing.fill(visiting.Writing())
            self.show_notes()
            self.context.notices.done(tr("The note is sealed, and the visit stands in the contact log."))
            card = next((each for each in self.cards if each.note.contact == change.created), None)
            if card is not None and card.buttons:
                next(iter(card.buttons.values())).setFocus(Qt.FocusReason.OtherFocusReason)
            if card is not None:
                self.column.bring(card)

        self.context.operations.run(
            visiting.seal,
            self.case,
            writing,
            by=self,
            on_done=sealed,
            on_error=partial(self._refused, self.writing.went),
        )

    def _refused(self, fields: WentFields, error: HsbAssessError) -> None:
        """Tell at the field what is wrong with the day or with who went; the rest as a notice."""
        if not isValid(fields) or not fields.show_error(error):
            self.context.notices.error(error)

    def _went_fields(self) -> WentFields:
        at = self.context.at
        return WentFields(partial(went.workers, at, self.case), at.clock.now)

    def _mend(self, contact: str, now: Went) -> None:
        card = next((each for each in self.cards if each.note.contact == contact), None)
        fields = card.mending if card is not None else None

        def mended(_change: Change) -> None:
            self.show_notes()
            self.context.notices.done(tr("The visit is changed. What stood before is shown with the note."))
            again = next((each for each in self.cards if each.note.contact == contact), None)
            if again is not None:
                QTimer.singleShot(0, again, lambda: again.mend_button.setFocus(Qt.FocusReason.OtherFocusReason))

        def refused(error: HsbAssessError) -> None:
            if fields is not None:
                self._refused(fields, error)

        self.context.operations.run(went.mend, self.case, contact, now, by=self, on_done=mended, on_error=refused)

    def _file(self, contact: str, words: str, path: str, as_answer: bool, said: str) -> None:  # noqa: FBT001 (a signal's arguments)
        if self.assessment is None:
            return

        def done(change: Change) -> None:
            self._filed = (contact, words, change)
            self.show_notes()

            def back() -> None:
                self.context.take_back(change)

            self.context.notices.done(
                tr("Filed. The question and this page show where. Ctrl+Z takes it back."),
                action=(tr("Take it back"), back),
            )
            card = next((each for each in self.cards if each.note.contact == contact), None)
            if card is not None and words in card.buttons:
                made = card.buttons[words]
                QTimer.singleShot(0, made, lambda: made.setFocus(Qt.FocusReason.OtherFocusReason))
                self.column.bring(made)

        self.context.operations.run(
            visiting.file,
            self.assessment,
            contact,
            words,
            path,
            as_answer=as_answer,
            said=said,
            by=self,
            on_done=done,
            on_error=self.context.notices.error,
        )

    def _standing(self, path: str) -> Standing:
        """Tell what stands at a question as the notes are shown; read once, when a question is chosen."""
        from ui.pages.visit.standing import Standing, standing  # not before: most visits file nothing yet

        if self._reading is None and self.assessment is not None:
            self._reading = assessing.reading(self.context.at, self.assessment)
        return standing(self._reading, path) if self._reading is not None else Standing()

    def _take_back(self) -> None:
        if self._filed is not None:
            self.context.take_back(self._filed[2])

    def _go(self, path: str) -> None:
        self.seal()
        self.context.navigate(Target("assessment", case=self.case, assessment=self.assessment, path=path))

    # -- what the shell asks ---------------------------------------------------------------------------------

    def seal(self) -> None:
        """Hand over what is being written."""
        if self.may_write:
            self.writing.hand_over()

    def place(self) -> Target:
        """Return this page of this case."""
        return Target("visit", case=self.case)

    def first_focus(self) -> QWidget | None:
        """Go on writing."""
        if self.may_write:
            return self.writing.go_on()
        return next((button for card in self.cards for button in card.buttons.values()), None)

    def on_change(self, change: Change, *, mine: bool) -> None:
        """Show what others changed in this case; what is written here stands here already."""
        if change.case == self.case and not mine and change.act != "draft_kept":
            self._filed = None
            self.show_notes()
