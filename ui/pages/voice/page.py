"""The page of this child's words: add to them, read all of them, sit beside this child, record marks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsb_assess.desk import closing, sitting, viewing, voicing
from hsb_assess.desk.saidwords import said_words
from hsb_assess.domain.roles import Role
from ui.form.marking import MarksCard
from ui.form.scraps import Scraps
from ui.keys import page_act
from ui.language import tr
from ui.navigation import Page, PageContext, Target
from ui.pages.voice.adding import AddingCard
from ui.pages.voice.before import BeforeCard
from ui.pages.voice.said import SaidCard
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Column
from ui.widgets.empty import EmptyState
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from hsb_assess.desk.saidwords import Said
    from hsb_assess.desk.voicing import WrittenWords
    from hsb_assess.desk.workplace import Change
    from hsb_assess.domain.errors import HsbAssessError

__all__ = ["VoicePage"]

_SHOWN = 40
"""How many are shown at first; the rest at a press."""


class VoicePage(Page):
    """One case. ``part`` ``before`` opens what is read before the page for this child."""

    def __init__(
        self,
        context: PageContext,
        *,
        case: str,
        assessment: str | None = None,
        cursor: int | None = None,
        part: str | None = None,
    ) -> None:
        super().__init__(context)
        del assessment, cursor
        self.heading = tr("In this child’s words")
        self.case = case
        at = context.at
        self.assessment = voicing.newest(at, case)
        shut = closing.closing(at, case) is not None or context.vault.only_read
        self.may_write = at.role != Role.SUPERVISOR and not shut
        self.column = Column(width=820)
        self.body.addWidget(self.column)
        self.title = Heading(tr("In this child’s words"))
        self.column.body.addWidget(self.title)
        self.before: BeforeCard | None = None
        self.cards: list[SaidCard] = []
        self.said: tuple[Said, ...] = ()
        self._all = False
        self._noted: set[str] = set()
        self.adding: AddingCard | None = None
        self._before_place = QVBoxLayout()
        self.marks: MarksCard | None = None
        self.scraps: Scraps | None = None
        if self.may_write:
            self._build_writing()
        self.column.body.addWidget(Heading(tr("All that this child said"), 2))
        self.count = Caption(tr("Reading…"))
        self.column.body.addWidget(self.count)
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self.column.body.addLayout(self._list)
        self.more_button = button(tr("Show all of them"), self._show_all, kind="quiet")
        self.more_button.hide()
        self.column.body.addLayout(button_row(self.more_button))
        if self.assessment is not None:
            self.scraps = Scraps(self, self.assessment)
            self.marks = MarksCard(self, case, self.assessment, self.scraps, may_ask=self.may_write)
            self.column.body.addWidget(self.marks)
            self._offer_new(self.assessment, self.scraps)
        self.column.body.addStretch(1)
        self.look()
        if part == "before" and self.may_write:
            self.open_before()

    def _build_writing(self) -> None:
        at = self.context.at
        people = [(each.id, each.text("label")) for each in voicing.hearers(at, self.case)]
        self.adding = AddingCard(people, at.clock.today)
        begun = voicing.being_written(at, self.case)
        if begun is not None:
            self.adding.fill(begun)
        self.adding.kept.connect(self._keep)
        self.adding.sealed.connect(self._seal)
        self.adding.thrown.connect(self._throw_away)
        self.column.body.addWidget(self.adding)
        self.column.body.addWidget(Heading(tr("Sit beside this child"), 2))
        self._together = sitting.being_written(at, self.case)
        waiting = self._together is not None and not self._together.is_empty
        told = (
            tr("What you began to write together is kept. It goes into the record when you come back from that page.")
            if waiting
            else tr("A calm page of large words that can be turned to this child. It shows nothing of the record.")
        )
        self.column.body.addWidget(Paragraph(told))
        self.beside_button = button(tr("Sit beside this child…"), self.open_before, tip="Ctrl+Shift+B")
        self.record_button = button(tr("Put what was written into the record"), self._record_together)
        self.column.body.addLayout(button_row(self.beside_button, self.record_button))
        self.record_button.setVisible(waiting)
        self.column.body.addLayout(self._before_place)
        page_act(self, "new_words", self._write)
        page_act(self, "seal_words", self.adding.seal)
        page_act(self, "sit_beside", self.open_before)

    def _offer_new(self, assessment: str, scraps: Scraps) -> None:
        """Let somebody whom the case does not know yet be the one who heard it first."""
        if self.adding is not None:
            self.adding.to.offer_new(self, self.case, assessment, scraps)

    # -- showing ---------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Gather the words, in nobody's way."""
        self.context.operations.look(said_words, self.case, on_done=self._show, on_error=self._not_read)

    def _not_read(self, error: HsbAssessError) -> None:
        if shiboken6.isValid(self):
            self.count.setText(f"{error.what} {error.mend}")

    def _show(self, said: tuple[Said, ...]) -> None:
        if not shiboken6.isValid(self):
            return
        writing = any(card.box is not None for card in self.cards)
        if writing and said == self.said:
            return
        self.said = said
        while (old := self._list.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.cards = []
        shown = said if self._all else said[:_SHOWN]
        for each in shown:
            card = SaidCard(each, may_write=self.may_write)
            card.go.connect(partial(self._go, each))
            card.corrected.connect(partial(self._correct, each))
            self.cards.append(card)
            self._list.addWidget(card)
            card.show()
        self.more_button.setVisible(len(shown) < len(said))
        self.count.setText(
            tr(
                "Shown: {n} of {of}, the newest first. A correction is a new entry; what stood before stays in sight.",
                n=len(shown),
                of=len(said),
            )
        )
        self.count.setVisible(bool(said))
        if not said:
            self._list.addWidget(
                EmptyState(
                    tr("Nothing is written down yet"),
                    tr(
                        "What this child says stands here word for word, from wherever it is recorded. Ordinary days count as "
                        "much as worries. A child may say no at any time, and nobody counts attempts."
                    ),
                )
            )
        self._note_restricted(shown)

    def _note_restricted(self, shown: tuple[Said, ...]) -> None:
        """Have the audit say, once a visit, that restricted answers are on screen."""
        by_section: dict[str, set[str]] = {}
        for each in shown:
            if each.restricted:
                by_section.setdefault(each.path.partition(".")[0], set()).add(each.restricted)
        for section, classes in by_section.items():
            if section not in self._noted and self.assessment is not None:
                self._noted.add(section)
                self.context.operations.read(
                    viewing.restricted_shown,
                    self.case,
                    self.assessment,
                    section,
                    sorted(classes),
                    on_done=lambda _nothing: None,
                )

    def _show_all(self) -> None:
        self._all = True
        self._show(self.said)
        if len(self.cards) > _SHOWN:
            self.cards[_SHOWN].correct_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- writing ---------------------------------------------------------------------------------------------

    def _write(self) -> None:
        if self.adding is not None:
            self.column.ensureWidgetVisible(self.adding)
            self.adding.go_on().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _keep(self, words: WrittenWords) -> None:
        self.context.operations.run(voicing.keep, self.case, words, by=self)

    def _throw_away(self, words: WrittenWords) -> None:
        def put_back() -> None:
            if shiboken6.isValid(self) and self.adding is not None:
                self.adding.fill(words)
            self.context.operations.run(voicing.keep, self.case, words, by=self)

        self.context.operations.run(voicing.throw_away, self.case, by=self)
        self.context.notices.done(tr("The words are thrown away."), action=(tr("Put them back"), put_back))

    def _seal(self, words: WrittenWords) -> None:
        def sealed(_change: Change) -> None:
            if shiboken6.isValid(self) and self.adding is not None:
                self.adding.fill(voicing.WrittenWords())
                self.look()
            told = tr("The words are sealed, and ready as evidence.")
            if voicing.counts_among_strengths(self.context.at, self.case):
                told = tr(
                    "The words are sealed, and ready as evidence. More questions under “Strengths” are answered now, as this "
                    "child’s voice is asked about there; that does not say that these words are a strength."
                )
            self.context.notices.done(told)

        self.context.operations.run(voicing.seal, self.case, words, by=self, on_done=sealed)

    def _correct(self, said: Said, words: str) -> None:
        def corrected(_change: Change) -> None:
            if shiboken6.isValid(self):
                for card in self.cards:
                    card.close_box()
                self.look()
            self.context.notices.done(tr("Corrected. What stood before stays in sight."))

        self.context.operations.run(
            voicing.correct,
            self.case,
            said.entry,
            words,
            by=self,
            on_done=corrected,
            on_error=self.context.notices.error,
        )

    def _go(self, said: Said) -> None:
        self.seal()
        self.context.navigate(Target("assessment", case=self.case, assessment=said.assessment, path=said.path))

    # -- sitting beside --------------------------------------------------------------------------------------

    def open_before(self) -> None:
        """Open what is read before the page for this child."""
        if self.before is not None or not self.may_write:
            return
        begun = self._together is not None and not self._together.is_empty
        self.before = BeforeCard(begun=begun)
        self.before.show_caution(sitting.caution(self.context.at, self.case))
        self.before.opened.connect(self._sit_down)
        self.before.closed.connect(self._close_before)
        self._before_place.addWidget(self.before)
        self.before.show()
        self.before.first.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self.before, self._show_before)

    def _show_before(self) -> None:
        """Begin at its first line, which is what must not be missed."""
        ground = self.column.widget()
        if self.before is not None and ground is not None:
            top = self.before.mapTo(ground, self.before.rect().topLeft()).y()
            self.column.verticalScrollBar().setValue(top - 20)

    def _close_before(self) -> None:
        if self.before is not None:
            self.before.hide()
            self.before.deleteLater()
            self.before = None
            self.beside_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sit_down(self, percent: int, typed: str, mark: bool) -> None:  # noqa: FBT001 (a signal's arguments)
        self.seal()
        part = f"{percent} {typed}{' mark' if mark else ''}"
        self.context.navigate(Target("beside", case=self.case, part=part))

    def _record_together(self) -> None:
        begun = self._together
        if begun is None:
            return

        def done(_change: Change) -> None:
            self._together = None
            if shiboken6.isValid(self):
                self.record_button.hide()
                self.look()
            self.context.notices.done(tr("What was written together is in the record."))

        self.context.operations.run(sitting.seal, self.case, begun, by=self, on_done=done)

    # -- what the shell asks ---------------------------------------------------------------------------------

    def seal(self) -> None:
        """Hand over what is being written."""
        if self.adding is not None:
            self.adding.hand_over()
        if self.scraps is not None:
            self.scraps.seal()

    def place(self) -> Target:
        """Return this page of this case."""
        return Target("voice", case=self.case)

    def first_focus(self) -> QWidget | None:
        """Go on writing, or begin with what comes next."""
        if self.before is not None:
            return self.before.first
        return self.adding.go_on() if self.adding is not None else self.column.column

    def on_change(self, change: Change, *, mine: bool) -> None:
        """Gather anew what changed in this case."""
        if change.case == self.case and change.act != "draft_kept":
            if not mine:
                self.look()
            if self.marks is not None:
                self.marks.look()
