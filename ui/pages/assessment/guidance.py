"""Guidance beside the questions: what to ask and why, for the question that has the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.form.dates import moment_text
from ui.form.words import said
from ui.language import tr
from ui.widgets.cards import Column, Line
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from hsb_assess.instrument.schema import Item, Module

__all__ = ["Guidance"]


class Guidance(Column):
    """A column of words that follows the keyboard."""

    def __init__(self) -> None:
        super().__init__(width=360)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Guidance"))
        self.body.setSpacing(8)
        self.body.addWidget(Heading(tr("Guidance"), 2))
        self.question = Heading("", 3)
        self.words = Paragraph()
        self.enough = Caption()
        self.recorded = Caption()
        self.keys = Caption(
            tr("Ctrl+1 to Ctrl+6: why there is no answer. Ctrl+E: evidence. Ctrl+Page Down: next section.")
        )
        for part in (self.question, self.words, self.enough, self.recorded, Line(), self.keys):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def show_module(self, module: Module) -> None:
        """Say what the section is about."""
        self._show(said(module.title), said(module.help) or said(module.intro), "", "")

    def show_words(self, title: str, words: str) -> None:
        """Say what a page is about that is no section."""
        self._show(title, words, "", "")

    def show_question(self, item: Item, *, mandatory: bool, recorded: tuple[str, str] | None) -> None:
        """Say what helps with a question. ``recorded`` is who answered and when, as it was recorded."""
        enough = "" if mandatory else tr("This question is optional.")
        known = tr("Recorded by {who}, {when}", who=recorded[0], when=moment_text(recorded[1])) if recorded else ""
        words = said(item.help) or tr("There is no further guidance on this question.")
        self._show(said(item.label), words, enough, known)

    def _show(self, question: str, words: str, enough: str, recorded: str) -> None:
        self.question.setText(question)
        for label, text in ((self.words, words), (self.enough, enough), (self.recorded, recorded)):
            label.setText(text)
            label.setVisible(bool(text))
        self.verticalScrollBar().setValue(0)
