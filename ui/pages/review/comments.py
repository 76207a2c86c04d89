"""The author's side of a review: what was decided and why, and every conversation with a way to answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.form.teller import day_of
from ui.language import tr
from ui.navigation import Target
from ui.pages.review.deciding import decision_words
from ui.pages.review.side import ConversationsPanel
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card, Column
from ui.widgets.pills import Pill
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from ui.pages.review.room import Room

__all__ = ["Comments"]


class _Decided(Card):
    """Where the submission stands, in a word and in the supervisor's reasons."""

    def __init__(self, room: Room) -> None:
        super().__init__(margin=24)
        self.room = room
        self.setObjectName("decision")
        self.body.setSpacing(8)
        self.pill = Pill("", "neutral")
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 0, 0)
        head.addWidget(self.pill)
        head.addStretch(1)
        self.when, self.reasons = Caption(""), Paragraph("")
        self.body.addLayout(head)
        self.body.addWidget(self.when)
        self.body.addWidget(self.reasons)
        self.next_button = button("", self._go, kind="primary")
        self.body.addLayout(button_row(self.next_button))
        self._next = "assessment"
        room.refreshed.connect(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        """Say what was decided, and what comes next."""
        submission = self.room.review.submission
        decision, teller = submission.decision, self.room.teller
        if decision is None:
            self.pill.say(tr("With the supervisor"), "information")
            self.when.setText(
                tr("Submitted {when} to {who}", when=day_of(submission.at), who=teller.name(submission.supervisor))
            )
            self.reasons.setText(tr("No decision has come back yet. Open the package that the supervisor sends."))
            self._offer(tr("Receive a package…"), "packages")
            return
        self.pill.say(*decision_words(decision.decision))
        self.when.setText(tr("{who}, {when}", who=teller.name(decision.by), when=day_of(decision.at)))
        self.reasons.setText(decision.reasons)
        if decision.decision == "approve":
            self._offer(tr("Open the documents"), "documents")
        else:
            self._offer(tr("Check and submit again"), "check")

    def _offer(self, words: str, page: str) -> None:
        self._next = page
        self.next_button.setText(words)
        self.next_button.setAccessibleName(words)

    def _go(self) -> None:
        room = self.room
        if self._next == "packages":
            room.context.navigate(Target("packages"))
        else:
            room.context.navigate(Target(self._next, case=room.case, assessment=room.assessment))


class Comments(QWidget):
    """One column: the decision, then the conversations."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room = room
        self.column = Column(width=760)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.column)
        self.decided = _Decided(room)
        self.conversations = ConversationsPanel(room)
        self.column.body.addWidget(Heading(tr("Comments")))
        self.column.body.addWidget(self.decided)
        self.column.body.addWidget(self.conversations)
        self.column.body.addStretch(1)
