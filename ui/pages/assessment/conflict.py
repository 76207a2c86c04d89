"""Two answers that were given unseen, side by side at their question, and the decision which one stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout

from hsb_assess.domain.answer import Answer
from hsb_assess.record.history import Slot
from hsb_assess.record.places import place_of
from ui.form.dates import moment_text
from ui.language import tr
from ui.widgets.buttons import button
from ui.widgets.cards import Card
from ui.widgets.fields import GrowingText
from ui.widgets.labelled import Field
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.record.entry import Entry
    from hsb_assess.record.reading import Reading
    from ui.form.model import FormModel

__all__ = ["ConflictPanel", "heads_at"]


def heads_at(reading: Reading, path: str) -> tuple[Entry, ...]:
    """Return the entries that stand at a path: more than one where people answered without seeing each other."""
    place = place_of(reading.definition, reading.assessment, path)
    return reading.slots.get(Slot(place.subject, place.key), ())


class ConflictPanel(Card):
    """Shows each answer with who gave it; one is kept, for a reason that is recorded."""

    def __init__(
        self, model: FormModel, path: str, name_of: Callable[[str], str], keep: Callable[[str, str], None]
    ) -> None:
        super().__init__(tone="warning", margin=16)
        self._keep = keep
        self.setAccessibleName(tr("Two answers were given to this question"))
        self.body.addWidget(Heading(tr("Two answers were given to this question"), 3))
        self.body.addWidget(
            Paragraph(tr("Neither person had seen the other’s answer. Both are kept; say which one stands."))
        )
        self.reason = GrowingText(lines=2)
        self.reason_field = Field(tr("Why does this one stand?"), self.reason)
        item = model.item(path)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        for column, entry in enumerate(heads_at(model.reading, path)):
            body = {name: value for name, value in entry.body.items() if name != "settled"}
            words = model.text_of(item, Answer.from_body(body)) or tr("Not yet asked")
            grid.addWidget(Paragraph(words), 0, column)
            who = name_of(entry.author)
            grid.addWidget(Caption(f"{who}, {moment_text(entry.recorded)}"), 1, column)
            grid.addWidget(
                button(tr("Keep this one"), partial(self.keep, entry.id), name=tr("Keep: {words}", words=words)),
                2,
                column,
            )
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self.reason_field)

    def keep(self, entry: str) -> None:
        """Decide for one answer; without a reason, ask for it."""
        reason = self.reason.toPlainText().strip()
        self.reason_field.set_fault("" if reason else tr("Write in a sentence why this one stands."))
        if reason:
            self._keep(entry, reason)
        else:
            self.reason_field.focus()
