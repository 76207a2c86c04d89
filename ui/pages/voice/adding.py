"""Words that are being written down: one box, kept with every key, sealed with one; what is not known yet can wait."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit

from hsb_assess.desk.voicing import WrittenWords
from hsb_assess.domain.errors import HsbAssessError
from ui.form.dates import read_date
from ui.form.quote import Quote
from ui.language import tr
from ui.pages.voice.heard import HeardBy
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.fields import GrowingText, exact
from ui.widgets.labelled import Field
from ui.widgets.still import StillCombo
from ui.widgets.text import Caption, Heading

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

__all__ = ["AddingCard", "how_words"]

_REST: Final = 100
"""Milliseconds after a key by which it is kept."""


def how_words() -> dict[str, str]:
    """Return how words of a child can have come, by code."""
    return {
        "spontaneous": tr("This child said it unasked"),
        "sought": tr("A worker asked"),
        "in_interview": tr("In a formal interview"),
    }


class AddingCard(Card):
    """``kept`` carries :class:`WrittenWords` a moment after a key, ``sealed`` those that are done."""

    kept = Signal(object)
    sealed = Signal(object)
    thrown = Signal(object)

    def __init__(self, people: Sequence[tuple[str, str]], today: Callable[[], date]) -> None:
        super().__init__(margin=20)
        self._today = today
        self.body.setSpacing(8)
        self.body.addWidget(Heading(tr("Write down what this child said"), 2))
        self.text = GrowingText(lines=3)
        self.text.is_exact = exact
        self.text.setAccessibleName(tr("What did this child say?"))
        self.text.setAccessibleDescription(tr("Exactly the words. Every key is kept in this vault."))
        self.body.addWidget(Quote(self.text))
        self.body.addWidget(
            Caption(
                tr(
                    "Exactly the words, in this child’s own language if you can. Nothing here asks you to ask. Every key is "
                    "kept; sealing makes a row of this child’s words and an evidence item with the same words."
                )
            )
        )
        self.how = StillCombo()
        self.how.addItem(tr("Choose, or leave it for later"), "")
        for code, words in how_words().items():
            self.how.addItem(words, code)
        self.body.addWidget(Field(tr("How did these words come?"), self.how, hint=tr("It can be said later.")))
        self.day = QLineEdit()
        self.day.setPlaceholderText(tr("today"))
        self.day_field = Field(tr("When was it said?"), self.day, hint=tr("Such as 14 Apr 2026 or about April 2026."))
        self.body.addWidget(self.day_field)
        self.to = HeardBy(people)
        self.body.addWidget(self.to)
        self.seal_button = button(tr("Seal these words"), self.seal, kind="primary", tip="Ctrl+Enter")
        self.throw_button = button(tr("Throw it away"), self._throw, kind="quiet")
        self.throw_button.hide()
        self.body.addLayout(button_row(self.seal_button, self.throw_button))
        self._filling = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REST)
        self._soon.timeout.connect(self._rested)
        self.text.textChanged.connect(self._wrote)
        self.day.textEdited.connect(self._wrote)
        for box in (self.how, self.to.combo):
            box.currentIndexChanged.connect(self._wrote)

    def fill(self, words: WrittenWords) -> None:
        """Show what was being written, the caret where it stood."""
        self._filling = True
        self.text.setPlainText(words.text)
        caret = self.text.textCursor()
        caret.setPosition(min(words.cursor, len(words.text)))
        self.text.setTextCursor(caret)
        self.how.setCurrentIndex(max(0, self.how.findData(words.how)))
        self.to.choose(words.to)
        self.day.setText(str(words.day.get("written", "")) if words.day is not None else "")
        if words.day is not None and "date" in words.day:
            self.day.setText(str(words.day["date"]))
        self.throw_button.setVisible(bool(words.text))
        self._filling = False

    def words(self, *, whole: bool = False) -> WrittenWords:
        """Return what stands here. Of a ``whole`` one the day is read; raises ``date_shape`` where it is none."""
        typed = self.day.text().strip()
        if whole:
            read = read_date(typed, self._today())
            day = read.model_dump(exclude_defaults=True) if read is not None else None
        else:
            day = {"written": typed} if typed else None
        return WrittenWords(
            self.text.toPlainText(),
            day,
            self.to.person(),
            str(self.how.currentData() or ""),
            self.text.textCursor().position(),
        )

    def seal(self) -> None:
        """Hand the words over as done; a day that cannot be read is told at its field."""
        self._soon.stop()
        try:
            words = self.words(whole=True)
        except HsbAssessError as error:
            self.day_field.set_fault(f"{error.what} {error.mend}")
            self.day.setFocus()
            return
        if not words.text.strip():
            self.text.setFocus()
        self.sealed.emit(words)

    def hand_over(self) -> None:
        """Hand over what is not kept yet."""
        if self._soon.isActive():
            self._soon.stop()
            self.kept.emit(self.words())

    def _rested(self) -> None:
        self.kept.emit(self.words())

    def _wrote(self) -> None:
        if not self._filling:
            self.throw_button.setVisible(bool(self.text.toPlainText()))
            if not self._soon.isActive():
                self._soon.start()

    def _throw(self) -> None:
        self._soon.stop()
        before = self.words()
        self.fill(WrittenWords())
        self.text.setFocus()
        self.thrown.emit(before)

    def go_on(self) -> GrowingText:
        """Return where writing goes on."""
        if not self.text.toPlainText():
            self.text.moveCursor(QTextCursor.MoveOperation.End)
        return self.text
