"""The review: the supervisor reads, asks, decides and signs; the author reads the comments and answers them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.roles import Role
from ui.language import sentence, tr
from ui.navigation import Page, PageContext, Target
from ui.pages.review.comments import Comments
from ui.pages.review.desk import Desk
from ui.pages.review.room import Room
from ui.widgets.buttons import button
from ui.widgets.empty import EmptyState
from ui.widgets.text import Heading

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hsb_assess.desk.workplace import Change

__all__ = ["ReviewPage"]

_QUIET: Final = frozenset({"draft_kept"})
_OTHER_ANSWERS: Final = frozenset({"package_received"})


class ReviewPage(Page):
    """A supervisor's desk, an author's comments, or words on why there is neither yet."""

    def __init__(
        self,
        context: PageContext,
        *,
        case: str,
        assessment: str | None = None,
        path: str | None = None,
        part: str | None = None,
        cursor: int | None = None,
    ) -> None:
        super().__init__(context)
        del cursor
        self.case, self.assessment = case, assessment
        supervising = context.at.role == Role.SUPERVISOR
        self.heading = tr("Review") if supervising else tr("Comments")
        self.room: Room | None = None
        self.desk: Desk | None = None
        self.comments: Comments | None = None
        try:
            self._open(supervising=supervising)
        except HsbAssessError as error:
            self._nothing_yet(error, supervising=supervising)
        if part is not None or path is not None:
            self.show_target(Target("review", case=case, assessment=assessment, path=path, part=part))

    def _open(self, *, supervising: bool) -> None:
        if self.assessment is None:
            raise HsbAssessError("not_submitted", "There is no assessment yet.", "Open the case first.")
        self.room = Room(self, self.case, self.assessment)
        shown: QWidget
        if supervising:
            shown = self.desk = Desk(self.room)
        else:
            shown = self.comments = Comments(self.room)
        self.body.setContentsMargins(24, 16, 12, 8)
        self.body.addWidget(shown)

    def _nothing_yet(self, error: HsbAssessError, *, supervising: bool) -> None:
        target = Target("packages") if supervising else Target("check", case=self.case, assessment=self.assessment)
        words = tr("Receive a package…") if supervising else tr("Check and submit…")
        self.next_button = button(words, lambda: self.context.navigate(target), kind="primary")
        self.body.addWidget(Heading(self.heading))
        self.body.addWidget(
            EmptyState(
                tr("Nothing to review yet"),
                sentence(error) if supervising else tr("Comments come back once this is submitted."),
                self.next_button,
            )
        )
        self.body.addStretch(1)

    def seal(self) -> None:
        """Record what the supervisor typed, and keep what is not sent yet."""
        if self.room is not None:
            self.room.scraps.seal()
        if self.desk is not None:
            self.desk.model.seal_all()

    def place(self) -> Target | None:
        """Return the part that was opened last."""
        part = self.desk.current if self.desk is not None else ""
        return Target("review", case=self.case, assessment=self.assessment, part=part or None)

    def show_target(self, target: Target) -> bool:
        """Open a part, or go to one of the supervisor's own questions."""
        if self.desk is None:
            return self.comments is not None
        if target.part is not None:
            self.desk.open_part(target.part)
        if target.path is not None:
            self.desk.show_own(target.path)
        return True

    def first_focus(self) -> QWidget | None:
        """Start at the part that was opened last, else at the first that was not opened."""
        if self.desk is None or self.room is None:
            return None
        opened = self.room.opened()
        wanted = self.desk.current or next((code for code in self.desk.parts if code not in opened), "")
        part = self.desk.parts.get(wanted) or next(iter(self.desk.parts.values()))
        return part.header

    def on_change(self, change: Change, *, mine: bool) -> None:
        """Read the review anew; make the parts anew where other answers came."""
        del mine
        if self.room is None or change.case != self.case or change.act in _QUIET:
            return
        if change.act in _OTHER_ANSWERS and self.desk is not None:
            self.room.refreshed.connect(self.desk.rebuild, Qt.ConnectionType.SingleShotConnection)
        self.room.refresh()
