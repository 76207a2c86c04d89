"""The note that is being written: one large box, the time at a key, how this child was seen; kept with every key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from hsb_assess.desk.visiting import Writing
from ui.form.dates import moment_text
from ui.language import tr
from ui.pages.visit.went import WentFields
from ui.widgets.assisted import Radio, WrittenLine
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.fields import GrowingText
from ui.widgets.labelled import Field
from ui.widgets.text import Caption, Heading, Scaled

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from hsb_assess.desk.went import Worker

__all__ = ["WritingCard", "seen_words"]

_REST: Final = 100
"""Milliseconds after a key by which it is kept."""


def seen_words() -> dict[str, str]:
    """Return how a child can have been seen, by its code in the contact log."""
    return {
        "alone": tr("Seen alone: nobody else could hear"),
        "not_alone": tr("Seen with somebody else present"),
        "not_seen": tr("Not seen"),
    }


class WritingCard(Card):
    """``kept`` carries a :class:`Writing` a moment after a key; ``sealed`` one that is done; ``thrown`` one that can go."""

    kept = Signal(object)
    sealed = Signal(object)
    thrown = Signal(object)

    def __init__(self, now: datetime, workers: Callable[[], tuple[Worker, ...]]) -> None:
        super().__init__(margin=20)
        self._now = now
        self._begun = ""
        self.body.setSpacing(8)
        self.body.addWidget(Heading(tr("A new note"), 2))
        self.begun = Caption("")
        self.body.addWidget(self.begun)
        self.text = GrowingText(lines=8)
        self.text_field = Field(
            tr("What you saw and heard"),
            self.text,
            hint=tr(
                "Write it as it comes. Each line is a paragraph that you can file to a question later. "
                "This child’s words exactly as said, or not at all; no detail of sexual acts."
            ),
        )
        self.body.addWidget(self.text_field)
        self.time_button = button(tr("Put the time here"), self.stamp, tip="Ctrl+T")
        self.body.addLayout(button_row(self.time_button))
        self.went = WentFields(workers, lambda: self._now)
        self.body.addWidget(self.went)
        self._ways = QButtonGroup(self)
        self.ways: dict[str, QRadioButton] = {}
        seen = QWidget()
        column = QVBoxLayout(seen)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        label = Scaled(tr("How was this child seen?"), 1.0, bold=True)
        column.addWidget(label)
        for code, words in seen_words().items():
            made = Radio(words)
            made.setAccessibleDescription(label.text())
            made.clicked.connect(self._wrote)
            self._ways.addButton(made)
            self.ways[code] = made
            column.addWidget(made)
        self.body.addWidget(seen)
        self.where = WrittenLine()
        self.where.setMaxLength(120)
        self.body.addWidget(
            Field(tr("Where was it?"), self.where, hint=tr("Home, school, another place, or by video."), optional=True)
        )
        self.seal_button = button(tr("Seal this note"), self.seal, kind="primary", tip="Ctrl+Enter")
        self.throw_button = button(tr("Throw it away"), self._throw, kind="quiet")
        self.body.addLayout(button_row(self.seal_button, self.throw_button))
        self.body.addWidget(
            Caption(
                tr(
                    "Sealing records the visit on its day in the contact log, by whoever went; the note itself is under your "
                    "name. It can be filed from then on."
                )
            )
        )
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REST)
        self._soon.timeout.connect(self._rested)
        self.text.textChanged.connect(self._wrote)
        self.where.textEdited.connect(self._wrote)
        self.went.changed.connect(self._wrote)
        self.went.changed.connect(self._say_whose)
        self._filling = False
        self.fill(Writing())

    def fill(self, writing: Writing) -> None:
        """Show what was being written, the caret where it stood."""
        self._filling = True
        self._begun = writing.begun
        self.text.setPlainText(writing.text)
        self.where.setText(writing.where)
        self.went.fill(replace(writing.went, day=writing.went.day or writing.begun[:10]))
        self._ways.setExclusive(False)
        for code, made in self.ways.items():
            made.setChecked(code == writing.how)
        self._ways.setExclusive(True)
        caret = self.text.textCursor()
        caret.setPosition(min(writing.cursor, len(writing.text)))
        self.text.setTextCursor(caret)
        self._filling = False
        self._say_begun()
        self._say_whose()

    def writing(self) -> Writing:
        """Return what stands here now."""
        how = next((code for code, made in self.ways.items() if made.isChecked()), "")
        caret = self.text.textCursor().position()
        return Writing(self.text.toPlainText(), how, self.where.text(), self._begun, caret, self.went.went())

    def stamp(self) -> None:
        """Write the time at the caret, on a line of its own beginning."""
        caret = self.text.textCursor()
        begins = not caret.block().text()[: caret.positionInBlock()].strip()
        caret.insertText(f"{'' if begins else chr(10)}{self._now_words()} ")
        self.text.setTextCursor(caret)
        self.text.setFocus()

    def seal(self) -> None:
        """Hand it over as done; what cannot be read is told at its field, and kept as it is."""
        self.hand_over()
        went = self.went.whole()
        if went is not None:
            self._soon.stop()
            self.sealed.emit(replace(self.writing(), went=went))

    def hand_over(self) -> None:
        """Hand over what is not kept yet."""
        if self._soon.isActive():
            self._soon.stop()
            self.kept.emit(self.writing())

    def _rested(self) -> None:
        self.kept.emit(self.writing())

    def set_now(self, now: datetime) -> None:
        """Take the present moment."""
        self._now = now

    def _now_words(self) -> str:
        return f"{self._now:%H:%M}"

    def _wrote(self) -> None:
        if self._filling:
            return
        if not self._begun:
            self._begun = self._now.isoformat(timespec="minutes")
            self._say_begun()
        if not self._soon.isActive():
            self._soon.start()

    def _throw(self) -> None:
        self._soon.stop()
        before = self.writing()
        self.fill(Writing())
        self.text.setFocus()
        self.thrown.emit(before)

    def _say_whose(self) -> None:
        """Ask for what those saw and heard who went."""
        own, others = self.went.people()
        if own:
            words = tr("What you saw and heard")
        elif len(others) == 1:
            words = tr("What {name} saw and heard", name=others[0])
        else:
            words = tr("What was seen and heard")
        self.text_field.set_label(words)

    def _say_begun(self) -> None:
        self.begun.setText(
            tr("Begun {when}. Every key is kept in this vault.", when=moment_text(self._begun))
            if self._begun
            else tr("It begins with your first key, and every key is kept in this vault.")
        )
        self.throw_button.setVisible(bool(self._begun))

    def go_on(self) -> QWidget:
        """Return where writing goes on."""
        if not self.text.toPlainText():
            self.text.moveCursor(QTextCursor.MoveOperation.End)
        return self.text
