"""Marks of this child and the carers on a page: what was given, and how a new one is asked for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from hsb_assess.desk import marking
from hsb_assess.domain.marks import MEANING
from ui.draw.pad import InkView
from ui.form.dates import moment_text
from ui.form.markpanel import MarkPanel, answer_words, why_words
from ui.language import tr
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card, Line
from ui.widgets.text import Caption, Heading, Paragraph, Scaled

if TYPE_CHECKING:
    from hsb_assess.desk.marking import Given, Marks
    from hsb_assess.desk.workplace import Change
    from hsb_assess.domain.errors import HsbAssessError
    from ui.form.scraps import Scraps
    from ui.navigation import Page

__all__ = ["MarksCard"]


class MarksCard(Card):
    """What was given in an assessment; a button opens the panel for a new one, where this person may ask.

    The page says when to :meth:`look` again, as it hears of every change.
    """

    def __init__(self, page: Page, case: str, assessment: str, scraps: Scraps, *, may_ask: bool) -> None:
        super().__init__(margin=20)
        self.page, self.case, self.assessment, self.scraps = page, case, assessment, scraps
        self.marks: Marks | None = None
        self.panel: MarkPanel | None = None
        self._may_ask = may_ask
        self.body.setSpacing(8)
        self.body.addWidget(Heading(tr("Gone through together"), 2))
        self.body.addWidget(Paragraph(tr(MEANING)))
        self.body.addWidget(
            Caption(
                tr(
                    "Ask before you submit: the mark of a carer is printed beside their line in the plan. It is not a "
                    "signature, and agreeing or not agreeing says nothing about what happened."
                )
            )
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.body.addLayout(self._list)
        self.ask_button = button(tr("Record a mark…"), self.open_panel)
        self.body.addLayout(button_row(self.ask_button))
        self.ask_button.setVisible(may_ask)
        self._place = QVBoxLayout()
        self.body.addLayout(self._place)
        self.look()
        if may_ask and scraps.kept(MarkPanel.SCRAP) is not None:
            self.open_panel()

    def look(self) -> None:
        """Read the marks, in nobody's way."""
        operations = self.page.context.operations
        operations.look(marking.marks, self.assessment, on_done=self._show, on_error=self._not_read)

    def _not_read(self, error: HsbAssessError) -> None:
        self.page.context.notices.error(error)

    def _show(self, marks: Marks) -> None:
        if not shiboken6.isValid(self):
            return
        self.marks = marks
        while (old := self._list.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for given in marks.given:
            made = self._given(given)
            self._list.addWidget(made)
            made.show()
        waiting = [each.label for each in marks.asked if all(each.person != done.mark.who for done in marks.given)]
        if waiting:
            self._list.addWidget(Caption(tr("Not recorded yet: {people}.", people=", ".join(waiting))))
        if self.panel is not None:
            self.panel.show_people(marks.asked)

    def _given(self, given: Given) -> QWidget:
        holder = QWidget()
        body = QVBoxLayout(holder)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        body.addWidget(Line())
        mark = given.mark
        said = answer_words(mark.answer)
        body.addWidget(Scaled(tr("{who}: {said}", who=given.label, said=said), 1.0, bold=True))
        if mark.why is not None:
            body.addWidget(Paragraph(tr("Why: {why}.", why=" · ".join(filter(None, (why_words(mark.why), mark.note))))))
        if mark.words:
            body.addWidget(Paragraph(f"“{mark.words}”"))
        ink = mark.drawn()
        if ink is not None:
            body.addWidget(InkView(ink, tr("Mark of {who}, as drawn", who=given.label)))
        told = tr("Recorded by {by}, {when}.", by=given.by, when=moment_text(mark.made))
        if mark.heard_by:
            told = tr("{told} Said, and heard by {heard}.", told=told, heard=mark.heard_by)
        body.addWidget(Caption(told))
        if given.later:
            later = Paragraph(tr("Made before later changes: go through it again if they matter to this person."))
            body.addWidget(later)
        if self._may_ask:
            made = button(
                tr("Take back"),
                partial(self._take_back, given.id),
                kind="quiet",
                name=tr("Take back the mark of {who}", who=given.label),
            )
            body.addLayout(button_row(made))
        return holder

    def open_panel(self) -> None:
        """Open the panel in which a mark is made."""
        if self.panel is not None:
            return
        self.panel = MarkPanel(self.scraps)
        self.panel.done.connect(self._made)
        self.panel.closed.connect(self.close_panel)
        if self.marks is not None:
            self.panel.show_people(self.marks.asked)
        self._place.addWidget(self.panel)
        self.ask_button.hide()
        self.panel.show()
        self.panel.who.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Put the panel away; the button has the keyboard again."""
        if self.panel is not None:
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None
            self.ask_button.show()
            self.ask_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self) -> None:
        panel = self.panel
        if panel is None:
            return

        def done(_change: Change) -> None:
            if shiboken6.isValid(self):
                self.close_panel()
            self.page.context.notices.done(tr("The mark is recorded."))

        def refused(error: HsbAssessError) -> None:
            if shiboken6.isValid(panel):
                panel.refuse(error)

        self.scraps.spend(
            MarkPanel.SCRAP,
            marking.make,
            self.assessment,
            panel.person(),
            panel.answer(),
            **panel.particulars(),
            on_done=done,
            on_error=refused,
        )

    def _take_back(self, mark: str) -> None:
        def done(_change: Change) -> None:
            if shiboken6.isValid(self):
                self.ask_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.page.context.notices.done(tr("The mark is taken back. It stays in the history."))

        self.page.context.operations.run(marking.take_back, self.case, mark, by=self.page, on_done=done)

    def words(self) -> str:
        """Return every word that stands here."""
        return "\n".join(each.text() for each in self.findChildren(QLabel) if each.isVisibleTo(self))
