"""How the assessment page is laid out: balance above, sections, questions and guidance side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.form.flow import buttons_in_a_row
from ui.language import tr
from ui.pages.assessment.alerts import AlertStrip
from ui.pages.assessment.guidance import Guidance
from ui.pages.assessment.ladder import TierStrip
from ui.pages.assessment.newer import NewerLines
from ui.widgets.balance import Balance
from ui.widgets.buttons import button
from ui.widgets.partlist import Parts

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.widgets.partlist import PartList

__all__ = ["AssessmentFrame"]

_GUIDANCE_WIDTH: Final = 13
_LIST_WIDTH: Final = 15
_WIDE: Final = 60
_NARROW: Final = 46
_LOW: Final = 26
"""Widths in letters of ordinary text: below *wide* guidance waits behind its button, below *narrow* the
list of sections becomes a list to pull down. In a page lower than *low* what stands around the questions says less."""
_BETWEEN: Final = 12
"""Pixels between the parts."""


class AssessmentFrame(QWidget):
    """The parts of the page, and the room that each gets. What they do is the page's."""

    def __init__(self) -> None:
        super().__init__()
        self.balance = Balance()
        self.newer = NewerLines()
        self.tier = TierStrip()
        self.tonight = AlertStrip()
        self._brief = False
        self.parts = Parts(tr("Sections of this assessment"), tr("Section"), self, wide=_LIST_WIDTH)
        self.alerts = button("", None, kind="danger")
        self.alerts.hide()
        self.check = button(tr("Check and submit…"), None)
        self.sense = button(
            tr("See it as a board"),
            None,
            kind="quiet",
            tip=tr("What is written here, drawn, with its threads and open ends"),
        )
        self.sense.hide()
        self.stack = QStackedWidget()
        self.guidance = Guidance()
        self.previous = button(tr("Previous"), None, name=tr("Previous section"), tip="Ctrl+Page Up")
        self.next = button(tr("Next"), None, name=tr("Next section"), tip="Ctrl+Page Down")
        self.guide = button(tr("Guidance"), None, kind="quiet", tip="Ctrl+G")
        self.guide.setCheckable(True)
        self.guide.clicked.connect(lambda _checked=False: self.fit(asked=True))
        self._left = self.parts.column
        self._left.addWidget(self.check)
        foot = buttons_in_a_row(
            self.previous, self.next, self.guide, self.sense, self.tier.papers_short, self.tier.short
        )
        self.tier.set_low(low=False)
        self._foot = foot.layout()
        middle = QVBoxLayout()
        middle.setSpacing(8)
        middle.addWidget(self.parts.box)
        middle.addWidget(self.stack, 1)
        middle.addWidget(foot)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self.parts.side)
        across.addLayout(middle, 1)
        across.addWidget(self.guidance)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(_BETWEEN)
        body.addWidget(self.balance)
        body.addWidget(self.newer)
        body.addWidget(self.tier)
        body.addWidget(self.tonight)
        body.addLayout(across, 1)

    @property
    def sections(self) -> PartList:
        """The list at the left."""
        return self.parts.list

    def show_sense(self, part: str) -> None:
        """Offer to see the section as a view of the page *Making sense*; hidden where there is none."""
        words = {
            "board": tr("See it as a board"),
            "levels": tr("See the levels side by side"),
            "safety": tr("See the plan by setting"),
            "support": tr("See the plan on a line"),
            "chronology": tr("See it as a timeline"),
            "family": tr("See it as a map"),
            "grid": tr("See it as a grid"),
            "voice": tr("See all that this child said"),
        }
        self.sense.setVisible(bool(part))
        if part:
            self.sense.setText(words[part])
            self.sense.setAccessibleName(words[part])

    def show_alerts(self, count: int) -> None:
        """Say how many alerts stand tonight; none hides the button."""
        self.alerts.setText(tr("Alerts tonight: {count}", count=count))
        self.alerts.setAccessibleName(self.alerts.text())
        self.alerts.setVisible(bool(count))

    def minimumSizeHint(self) -> QSize:
        """Let the window become low: the alerts in words go before they hold it open."""
        least = super().minimumSizeHint()
        spare = 0 if self.tonight.isHidden() else self.tonight.minimumSizeHint().height() + _BETWEEN
        return QSize(least.width(), max(0, least.height() - spare))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the questions the room they need."""
        super().resizeEvent(event)
        self.fit()

    def show_tonight(self, *, wanted: bool) -> None:
        """Give the room to what is needed tonight where a small tier asks for it: alerts in words, the four sides in brief."""
        self.tonight.set_wanted(wanted=wanted)
        if wanted is not self._brief:
            self._brief = wanted
            self.fit()

    def fit(self, *, asked: bool = False) -> None:
        """Decide what is shown at this width and text size; ``asked`` keeps what the person chose."""
        letter = max(16, QApplication.font().pixelSize())
        room = self.width() // letter
        if not asked:
            self.guide.setChecked(room >= _WIDE)
        low = self.height() // letter < _LOW
        self.balance.set_low(low=low or self._brief)
        self.tier.set_low(low=low)
        self.tonight.set_low(low=low)
        guided = self.guide.isChecked()
        listed = room >= _NARROW and (room >= _WIDE or not guided)
        self.guidance.setVisible(guided)
        self.parts.fit(listed=listed)
        self._place_alerts(listed=listed)
        self.guidance.setFixedWidth(_GUIDANCE_WIDTH * letter)

    def _place_alerts(self, *, listed: bool) -> None:
        if listed == (self._left.indexOf(self.alerts) >= 0) and self.alerts.parentWidget() is not None:
            return
        hidden = self.alerts.isHidden()
        if listed:
            self._left.insertWidget(1, self.alerts)
        elif self._foot is not None:
            self._foot.addWidget(self.alerts)
        self.alerts.setVisible(not hidden)
