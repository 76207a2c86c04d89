"""Words of this child as they stand: when, to whom, how they came, who typed them, what stood before, and their question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from ui.form.dates import date_text, moment_text
from ui.form.quote import Quote
from ui.language import tr
from ui.pages.voice.adding import how_words
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.errors import link
from ui.widgets.fields import GrowingText, exact
from ui.widgets.text import Caption, Paragraph, Scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from hsb_assess.desk.saidwords import Said

__all__ = ["SaidCard", "facts_of"]


def facts_of(said: Said) -> str:
    """Return when, to whom and how these words came, and who typed them; what is open is named as open."""
    parts = [
        tr("Said {day}", day=date_text(said.day))
        if said.day is not None
        else tr("Recorded {when}", when=moment_text(said.recorded)),
        tr("to {who}", who=said.to) if said.to else "",
        how_words().get(said.how, ""),
        {"child": tr("typed by this child"), "adult": tr("typed by an adult, word for word")}.get(said.typed, ""),
    ]
    return " · ".join(filter(None, parts))


class SaidCard(Card):
    """``go`` carries nothing: the question is opened; ``corrected`` the words that are to stand from now on."""

    go = Signal()
    corrected = Signal(str)

    def __init__(self, said: Said, *, may_write: bool) -> None:
        super().__init__(margin=20)
        self.said = said
        self.box: GrowingText | None = None
        self.body.setSpacing(6)
        self.words = Scaled(said.words, 1.1)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.quote = Quote(self.words)
        self.body.addWidget(self.quote)
        self.body.addWidget(Paragraph(facts_of(said)))
        if said.path.startswith("M14.words") and not said.how and not said.taken_out:
            self.body.addWidget(Caption(tr("How these words came is still to be written down.")))
        if said.taken_out:
            self.body.addWidget(Caption(tr("Taken out of its list. The words stay in the record.")))
        if said.quoted:
            self.body.addWidget(Caption(tr("Ready as evidence: any question can cite these words.")))
        for old in said.before:
            told = tr("Before: “{words}” ({by}, {when})", words=old.words, by=old.by, when=moment_text(old.recorded))
            self.body.addWidget(Caption(told))
        self.body.addWidget(link(said.title, self.go.emit), 0, Qt.AlignmentFlag.AlignLeft)
        self.correct_button = button(
            tr("Correct…"), self.open, kind="quiet", name=tr("Correct: {words}", words=said.words[:60])
        )
        self.body.addLayout(button_row(self.correct_button))
        self.correct_button.setVisible(may_write and not said.taken_out)

    def open(self) -> None:
        """Offer the words in a box; what stands now stays in the record as what was said before."""
        if self.box is not None:
            return
        self.box = GrowingText(self.said.words, lines=2)
        self.box.is_exact = exact
        self.box.setAccessibleName(tr("The words as they should stand"))
        self.box.setAccessibleDescription(tr("What stood before stays in sight."))
        self.body.addWidget(self.box)
        self._save = button(tr("Seal the correction"), self._correct, kind="primary")
        self._cancel = button(tr("Cancel"), self.close_box, kind="quiet", tip=tr("Escape"))
        self._row = button_row(self._save, self._cancel)
        self.body.addLayout(self._row)
        self.correct_button.hide()
        self.box.show()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _correct(self) -> None:
        if self.box is not None:
            self.corrected.emit(self.box.toPlainText())

    def close_box(self) -> None:
        """Put the box away."""
        if self.box is not None:
            for part in (self.box, self._save, self._cancel):
                part.hide()
                part.deleteLater()
            self.body.removeItem(self._row)
            self.box = None
            self.correct_button.show()
            self.correct_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the box away."""
        if event.key() == Qt.Key.Key_Escape and self.box is not None:
            self.close_box()
        else:
            super().keyPressEvent(event)
