"""The page of one case on which it is kept, held, closed, opened again, and proposed to be erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsb_assess.desk import access, erasing, keeping
from hsb_assess.desk.organisation import shared_folder
from hsb_assess.domain.errors import HsbAssessError
from ui.form.keptwords import day_words
from ui.language import tr
from ui.navigation import Page, PageContext, Target
from ui.pages.keeping.closing import ClosingCard
from ui.pages.keeping.erasing import ErasingCard
from ui.pages.keeping.holding import HoldCard
from ui.pages.keeping.kinds import KindsCard
from ui.widgets.buttons import button
from ui.widgets.cards import Column
from ui.widgets.empty import EmptyState
from ui.widgets.files import Files
from ui.widgets.text import Heading, Paragraph

if TYPE_CHECKING:
    from hsb_assess.desk.issuing import Sent
    from hsb_assess.desk.workplace import Change

__all__ = ["KeepingPage"]


class KeepingPage(Page):
    """Four cards, built anew when the case changes; of an erased case it says what became of it.

    ``files`` is the seam for the native dialog; ``sent`` is the package of a proposal that was just made.
    """

    def __init__(self, context: PageContext, *, case: str) -> None:
        super().__init__(context)
        self.heading = tr("Keeping and closing")
        self.case = case
        self.files = Files(lambda: shared_folder(context.at))
        self.sent: Sent | None = None
        self.column = Column(width=880)
        self.body.addWidget(self.column)
        self.holder: QWidget | None = None
        self.kinds: KindsCard | None = None
        self.hold: HoldCard | None = None
        self.closing: ClosingCard | None = None
        self.erasing: ErasingCard | None = None
        self.show_case()

    def show_case(self) -> None:
        """Build the page from what stands now."""
        if self.holder is not None:
            self.holder.hide()
            self.holder.deleteLater()
        self.holder = QWidget()
        parts = QVBoxLayout(self.holder)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(16)
        parts.addWidget(Heading(tr("Keeping and closing")))
        gone = erasing.erased(self.context.at, self.case)
        if gone is not None:
            parts.addWidget(self._gone(gone))
        else:
            self._show_cards(parts)
        parts.addStretch(1)
        self.column.body.addWidget(self.holder)

    def _gone(self, gone: erasing.Erasure) -> QWidget:
        self.receipts_button = button(tr("Go to its receipt"), self.go_to_receipts, kind="primary")
        words = tr(
            "It was erased on {day} by {who}, with the agreement of {other}.",
            day=day_words(gone.done[:10]),
            who=gone.by if gone.mine else gone.answered_by,
            other=gone.answered_by if gone.mine else gone.by,
        )
        return EmptyState(tr("This case is not here any more"), words, self.receipts_button)

    def _show_cards(self, parts: QVBoxLayout) -> None:
        at = self.context.at
        try:
            found = keeping.keeping(at, self.case)
        except HsbAssessError as error:
            parts.addWidget(EmptyState(tr(error.what), tr(error.mend)))
            return
        names = {each.person: each.name for each in access.contacts(at)} | {at.identity.person: at.identity.name}
        parts.addWidget(
            Paragraph(
                tr(
                    "Nothing is ever deleted by itself. When its day has come, somebody looks; until then everything stays as it is."
                )
            )
        )
        self.kinds = KindsCard(self, found, names)
        self.hold = HoldCard(self, found, names)
        self.closing = ClosingCard(self, found, names)
        self.erasing = ErasingCard(self, erasing.standing(at, self.case))
        for card in (self.kinds, self.hold, self.closing, self.erasing):
            parts.addWidget(card)

    def go_to_receipts(self) -> None:
        """Go to what was proposed and erased in this vault."""
        self.context.navigate(Target("erasures"))

    def first_focus(self) -> QWidget | None:
        """Start at the first thing that can be changed."""
        if self.kinds is None:
            return getattr(self, "receipts_button", None)
        return self.kinds.first()

    def on_change(self, change: Change, *, mine: bool) -> None:
        """Show what anybody changed in this case."""
        del mine
        if change.case == self.case:
            self.show_case()
