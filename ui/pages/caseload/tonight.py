"""What stands tonight: the alerts of every case, the first few in words, the others one click away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.language import tr
from ui.widgets.buttons import button
from ui.widgets.cards import Card
from ui.widgets.text import Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hsb_assess.desk.caseload import CaseLine

__all__ = ["Tonight"]

_MOST = 4
"""So many cases are said in words; a list of forty would hide the caseload that it stands above."""
_MOST_EACH = 2


class Tonight(Card):
    """A card that is there only while something stands. ``wanted`` asks for the cases that have alerts."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__(tone="warning", margin=16)
        self.is_brief = False
        self.hide()

    def show_lines(self, lines: Sequence[CaseLine], *, briefly: bool = False) -> None:
        """Say what stands in these cases; ``briefly`` counts the alerts and tells none."""
        self.is_brief = briefly
        while (item := self.body.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        standing = [line for line in lines if line.alerts]
        self.setVisible(bool(standing))
        if not standing:
            return
        self.body.addWidget(Heading(tr("Tonight"), 3))
        if briefly:
            count = sum(len(line.alerts) for line in standing)
            told = tr("Alerts: {n}, in {cases} of the cases below.", n=count, cases=len(standing))
            self.body.addWidget(Paragraph(told))
            return
        for line in standing[:_MOST]:
            each = dict.fromkeys(line.alerts)  # the same may stand of two children, and is said once
            said = [*each][:_MOST_EACH]
            more = len(each) - len(said)
            if more:
                said.append(tr("1 more.") if more == 1 else tr("{n} more.", n=more))
            self.body.addWidget(Paragraph(f"{line.ref}: {' '.join(said)}"))
        rest = len(standing) - _MOST
        if rest > 0:
            words = tr("Show all {n} cases with alerts", n=len(standing))
            self.body.addWidget(button(words, self.wanted.emit, kind="quiet"))
