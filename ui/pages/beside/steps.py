"""One step of the page: what is asked, a box to write in, what can be picked, and who types; or the mark at the end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsb_assess.desk.sitting import Reply
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.marks import MarkAnswer
from hsb_assess.domain.strokes import Ink
from ui.draw.pad import Pad
from ui.form.flow import buttons_in_a_row
from ui.language import tr
from ui.pages.beside.parts import Large, LargeButton, Marks, WritingBox, wide_as_the_widest
from ui.pages.beside.words import MARK, asked, mark_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import JsonValue

    from hsb_assess.desk.sitting import Prompt

__all__ = ["Ask", "AskMark", "Hello"]


class Hello(QWidget):
    """Says what this page is and who reads it."""

    def __init__(self) -> None:
        super().__init__()
        title, line = asked("hello")
        self.title, self.line = Large(1.5, bold=True), Large()
        self.title.setText(title)
        self.line.setText(line)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.title)
        body.addWidget(self.line)

    def resize_words(self, pixels: float) -> None:
        """Take the page's size."""
        self.title.resize_words(pixels)
        self.line.resize_words(pixels)

    def start(self) -> QWidget | None:
        """Leave the keyboard to the buttons."""
        return None


class Ask(QWidget):
    """One prompt. ``changed`` carries the :class:`Reply` as it stands, ``drawn`` whether a line is wanted for faces."""

    changed = Signal(object)
    drawn = Signal(bool)

    def __init__(self, prompt: Prompt, reply: Reply, *, line: bool) -> None:
        super().__init__()
        self.prompt, self.reply, self.line = prompt, reply, line
        title, help_line = asked(prompt.code)
        self.title, self.help = Large(1.5, bold=True), Large(0.85)
        self.title.setText(title)
        self.help.setText(help_line)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(12)
        self._body.addWidget(self.title)
        self._body.addWidget(self.help)
        self.marks: Marks | None = None
        self.way_button: LargeButton | None = None
        if prompt.marks:
            self.marks = Marks(mark_words(prompt.marks), title)
            self.marks.show_mark(reply.mark)
            self.marks.picked.connect(self._picked)
            self._body.addWidget(self.marks)
            if prompt.marks == "days":
                self.way_button = LargeButton("", self._other_way)
                self._body.addWidget(buttons_in_a_row(self.way_button))
            self._draw()
        self.box = WritingBox()
        self.box.setPlainText(reply.text)
        self.box.setAccessibleName(title)
        self.box.setAccessibleDescription(help_line)
        self.box.textChanged.connect(self._wrote)
        self._body.addWidget(self.box)
        self.who_button = LargeButton("", self._other_hand)
        self._body.addWidget(buttons_in_a_row(self.who_button))
        self.said = Large(0.85)
        self._body.addWidget(self.said)
        self._say()

    def resize_words(self, pixels: float) -> None:
        """Take the page's size."""
        for part in (self.title, self.help, self.marks, self.way_button, self.box, self.who_button, self.said):
            if part is not None:
                part.resize_words(pixels)

    def start(self) -> QWidget:
        """Return where the keyboard starts: what can be picked, or the box."""
        if self.marks is not None and not self.reply.text:
            return self.marks.buttons[max(0, self.reply.mark)]
        return self.box

    def rather_not(self) -> None:
        """Take it that this child does not want to say; what was written and picked goes."""
        self.reply = Reply(rather_not=True, typed=self.reply.typed)
        with QSignalBlocker(self.box):
            self.box.clear()
        if self.marks is not None:
            self.marks.show_mark(-1)
        self._say()
        self.changed.emit(self.reply)

    def _wrote(self) -> None:
        self.reply = replace(self.reply, text=self.box.toPlainText(), rather_not=False)
        self._say()
        self.changed.emit(self.reply)

    def _picked(self, place: int) -> None:
        self.reply = replace(self.reply, mark=place, rather_not=False)
        self._say()
        self.changed.emit(self.reply)

    def _other_hand(self) -> None:
        self.reply = replace(self.reply, typed="adult" if self.reply.typed == "child" else "child")
        self._say()
        self.changed.emit(self.reply)

    def _other_way(self) -> None:
        self.line = not self.line
        self._draw()
        self.drawn.emit(self.line)

    def _draw(self) -> None:
        if self.marks is not None:
            self.marks.draw_line(line=self.line or self.prompt.marks != "days")
        if self.way_button is not None:
            words = tr("Faces instead") if self.line else tr("A line instead")
            self.way_button.setText(words)
            self.way_button.setAccessibleName(words)

    def _say(self) -> None:
        words = tr("I am typing") if self.reply.typed == "child" else tr("You type, I say it")
        self.who_button.setText(words)
        self.who_button.setAccessibleName(words)
        self.who_button.setAccessibleDescription(tr("Press to change who types."))
        self.said.setText(tr("That is fine. You do not have to say.") if self.reply.rather_not else "")
        self.said.setVisible(self.reply.rather_not)


class AskMark(QWidget):
    """The mark at the end. ``changed`` carries what is chosen, written and drawn, as it is kept."""

    changed = Signal(object)

    def __init__(self, kept: Mapping[str, JsonValue]) -> None:
        super().__init__()
        title, line = asked(MARK)
        self.title, self.help = Large(1.5, bold=True), Large(0.85)
        self.title.setText(title)
        self.help.setText(line)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addWidget(self.title)
        body.addWidget(self.help)
        self._answer = str(kept.get("answer", ""))
        self.buttons = {
            answer: LargeButton(words, lambda answer=answer: self._choose(answer.value))  # type: ignore[misc]  # a default of a lambda has no type
            for answer, words in (
                (MarkAnswer.AGREES, tr("I agree")),
                (MarkAnswer.DIFFERS, tr("I do not agree")),
                (MarkAnswer.NOT_SAID, tr("I do not want to say")),
            )
        }
        for answer, made in self.buttons.items():
            made.setCheckable(True)
            made.setChecked(answer.value == self._answer)
        body.addWidget(buttons_in_a_row(*self.buttons.values()))
        self.pad = Pad(title)
        self.clear_button = LargeButton(tr("Draw it again"), self.pad.clear)
        ink = kept.get("ink")
        if ink:
            try:
                self.pad.show_ink(Ink.from_json(ink))
            except HsbAssessError:
                self.pad.show_ink(None)
        body.addWidget(self.pad)
        body.addWidget(buttons_in_a_row(self.clear_button))
        self.wrong = Large(0.85)
        self.wrong.setText(tr("Is something wrong? You can write it here."))
        self.box = WritingBox()
        self.box.setPlainText(str(kept.get("words", "")))
        self.box.setAccessibleName(self.wrong.text())
        body.addWidget(self.wrong)
        body.addWidget(self.box)
        self.pad.changed.connect(self._changed)
        self.box.textChanged.connect(self._changed)

    def resize_words(self, pixels: float) -> None:
        """Take the page's size."""
        for words in (self.title, self.help, self.wrong):
            words.resize_words(pixels)
        for made in (self.clear_button, *self.buttons.values()):
            made.resize_words(pixels)
        self.box.resize_words(pixels)
        wide_as_the_widest(tuple(self.buttons.values()))

    def start(self) -> QWidget:
        """Begin with what can be chosen."""
        return self.buttons[MarkAnswer.AGREES]

    def _choose(self, answer: str) -> None:
        self._answer = "" if self._answer == answer else answer
        for each, made in self.buttons.items():
            made.setChecked(each.value == self._answer)
        self._changed()

    def _changed(self) -> None:
        ink = self.pad.ink()
        self.changed.emit(
            {
                "answer": self._answer,
                "words": self.box.toPlainText(),
                "ink": ink.as_json() if ink is not None else [],
            }
        )
