"""Guidance beside the questions: what to ask and why, for the question that has the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from hsb_assess.domain.answer import Absence
from hsb_assess.instrument.schema import Demand
from ui.form.absence import shortcut_text
from ui.form.dates import moment_text
from ui.form.words import allowed_absences, said
from ui.language import tr
from ui.widgets.cards import Column, Line
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hsb_assess.instrument.schema import Item, Module

__all__ = ["Guidance"]

_FEW: Final = 2
"""As many keys are named one by one."""


def _keys(absences: Sequence[Absence], *, evidence: bool) -> str:
    """Return what the keys do at a question: those of the reasons that it takes, and that of evidence if it takes any."""
    numbers = [number for number, absence in enumerate(Absence, 1) if absence in absences]
    names = [shortcut_text(number) for number in numbers]
    told = []
    if len(numbers) > _FEW and numbers[-1] - numbers[0] == len(numbers) - 1:
        told.append(tr("{first} to {last}: why there is no answer.", first=names[0], last=names[-1]))
    elif numbers:
        told.append(tr("{keys}: why there is no answer.", keys=", ".join(names)))
    if evidence:
        told.append(tr("Ctrl+E: evidence."))
    return " ".join([*told, tr("Ctrl+Page Down: next section.")])


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
        self.keys = Caption(_keys(tuple(Absence), evidence=True))
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
        absences = () if item.is_fixed else allowed_absences(item)
        self.keys.setText(_keys(absences, evidence=item.evidence is not Demand.NONE))

    def _show(self, question: str, words: str, enough: str, recorded: str) -> None:
        self.question.setText(question)
        for label, text in ((self.words, words), (self.enough, enough), (self.recorded, recorded)):
            label.setText(text)
            label.setVisible(bool(text))
        self.verticalScrollBar().setValue(0)
