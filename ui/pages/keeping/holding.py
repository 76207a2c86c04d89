"""A legal hold: why a case must stay whatever its day, from when, by whom; and lifting it with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.desk import keeping
from hsb_assess.domain.roles import Role
from hsb_assess.record.entry import Stream
from ui.form.keptwords import day_words
from ui.form.labels import put_away
from ui.language import tr
from ui.pages.keeping.fields import ActCard, Day, Reason
from ui.widgets.buttons import button, button_row
from ui.widgets.text import Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hsb_assess.desk.keeping import Keeping
    from ui.navigation import Page

__all__ = ["HoldCard"]


class HoldCard(ActCard):
    """One hold for each role; somebody with the role that set it lifts it."""

    def __init__(self, page: Page, found: Keeping, names: Mapping[str, str]) -> None:
        super().__init__(page)
        self.case = found.case
        self.body.addWidget(Heading(tr("Legal hold"), 2))
        if not found.holds:
            self.body.addWidget(
                Paragraph(tr("Nobody holds this case. A hold keeps it from being erased, whatever its day."))
            )
        for each in found.holds:
            who, day = names.get(each.by, tr("somebody")), day_words(each.since[:10])
            self.body.addWidget(Paragraph(tr("Held since {day} by {who}: {why}", day=day, who=who, why=each.why)))
        own = Stream.REVIEW if self.context.at.role == Role.SUPERVISOR else Stream.CASE_FACTS
        self.mine = any(each.stream == own.value for each in found.holds)
        self.reason = Reason(tr("Why is it lifted?") if self.mine else tr("Why must it stay?"))
        self.since = Day(tr("Since"), self.context.at.clock.today(), hint=tr("Left empty: today."))
        put_away(self.since, shown=not self.mine)
        self.hold_button = button(tr("Lift the hold") if self.mine else tr("Hold this case"), self.go)
        for part in (self.reason, self.since):
            self.body.addWidget(part)
        self.body.addLayout(button_row(self.hold_button))

    def go(self) -> None:
        """Set the hold or lift it, if a reason is given."""
        assert self.reason is not None
        readable, since = self.since.read()
        if not readable or not self.reason.given():
            return
        if self.mine:
            self.run(tr("The hold is lifted."), keeping.lift_hold, self.case, self.reason.words())
        else:
            self.run(tr("The case is held."), keeping.hold, self.case, self.reason.words(), since=since)
