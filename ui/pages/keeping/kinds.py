"""Which kinds of file a case is: ticked by a person, with the reason; the longest of them counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from hsb_assess.desk import keeping
from hsb_assess.domain.roles import Role
from ui.form.keptwords import day_words, review_words, rule_words
from ui.language import tr
from ui.navigation import Target
from ui.pages.keeping.fields import ActCard, Day, Reason
from ui.widgets.buttons import button, button_row
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hsb_assess.desk.keeping import Keeping
    from ui.navigation import Page

__all__ = ["KindsCard"]


def _line(box: QCheckBox, *captions: str) -> QVBoxLayout:
    """Return a box with the words that belong to it close under it."""
    line = QVBoxLayout()
    line.setSpacing(0)
    line.addWidget(box)
    for words in filter(None, captions):
        caption = Caption(words)
        caption.setContentsMargins(34, 0, 2, 0)
        line.addWidget(caption)
    return line


class KindsCard(ActCard):
    """The day of the next look, and what it rests on."""

    def __init__(self, page: Page, found: Keeping, names: Mapping[str, str]) -> None:
        super().__init__(page)
        self.found = found
        today = self.context.at.clock.today()
        self.body.addWidget(Heading(tr("How long it is kept"), 2))
        self.words = Paragraph(review_words(found, today))
        self.body.addWidget(self.words)
        if found.chosen:
            who, day = names.get(found.by, tr("somebody")), day_words(found.at[:10])
            self.body.addWidget(Caption(tr("Chosen on {day} by {who}: {why}", day=day, who=who, why=found.why)))
        elif found.classes:
            self.body.addWidget(Caption(tr("As the assessment answers it; nobody has chosen it for the case yet.")))
        self.boxes: dict[str, QCheckBox] = {}
        self.died: Day | None = None
        may = self.context.at.role != Role.SUPERVISOR
        for period in found.known:
            box = QCheckBox(period.title)
            box.setChecked(period.id in found.classes)
            box.setEnabled(may)
            box.setAccessibleDescription(rule_words(found, period.id))
            box.toggled.connect(self._ask_for_death)
            self.boxes[period.id] = box
            said = tr("The assessment speaks for this one; it does not count until somebody ticks it.")
            self.body.addLayout(_line(box, rule_words(found, period.id), said if period.id in found.suggested else ""))
        self.years_button = button(tr("The years of your schedule…"), self.go_to_years, kind="quiet")
        if not may:
            self.body.addLayout(button_row(self.years_button))
            return
        self.died = Day(tr("Day of death"), today, hint=tr("Only if this child died; some periods count from it."))
        if found.died is not None:
            self.died.edit.setText(day_words(found.died))
        self.reason = Reason(
            tr("Why these?"), hint=tr("It stays with the case. Where more than one applies, the longest counts.")
        )
        self.choose_button = button(tr("Keep it so"), self.choose)
        self.body.addWidget(self.reason)
        self.body.addWidget(self.died)
        self.body.addLayout(button_row(self.choose_button, self.years_button))
        self._ask_for_death()

    def _ask_for_death(self) -> None:
        """Ask for a day of death only where a kind of file that is ticked counts from one."""
        if self.died is not None:
            counts = {period.id for period in self.found.known if period.after_death is not None}
            self.died.setVisible(any(box.isChecked() and name in counts for name, box in self.boxes.items()))

    def first(self) -> QWidget:
        """Return where the keyboard starts."""
        return next(iter(self.boxes.values()))

    def choose(self) -> None:
        """Keep what is ticked, if a reason is given."""
        assert self.reason is not None
        readable, died = self.died.read() if self.died is not None and not self.died.isHidden() else (True, None)
        if readable and self.reason.given():
            wanted = [name for name, box in self.boxes.items() if box.isChecked()]
            told = tr("Kept. The longest of them counts.")
            self.run(told, keeping.choose_classes, self.found.case, wanted, self.reason.words(), died=died)

    def go_to_years(self) -> None:
        """Go to where an area enters the years of its schedule."""
        self.context.navigate(Target("settings", part="guidance"))
