"""A sealed note: when, who, how this child was seen, each paragraph as written, and where it is filed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.form.dates import moment_text
from ui.form.quote import Quote
from ui.language import tr
from ui.pages.visit.filing import FilingPanel
from ui.pages.visit.writing import seen_words
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.cards import Line as Rule
from ui.widgets.errors import link
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from hsb_assess.desk.matching import Line
    from hsb_assess.desk.visiting import Filed, Note
    from hsb_assess.desk.visiting import Paragraph as Words
    from ui.widgets.buttons import PushButton

__all__ = ["NoteCard"]


def _way(filed: Filed) -> str:
    if filed.answer:
        return tr("In the answer to: {question}", question=filed.title)
    if filed.cited:
        return tr("Evidence for: {question}", question=filed.title)
    return tr("Ready as evidence, not answered yet: {question}", question=filed.title)


class NoteCard(Card):
    """``file`` carries the paragraph's words, the question's path, whether as its answer, and whose words; ``go`` a path."""

    file = Signal(str, str, bool, str)
    go = Signal(str)

    def __init__(self, note: Note, questions: tuple[Line, ...], *, may_file: bool) -> None:
        super().__init__(margin=20)
        self.note, self._questions = note, questions
        self.panel: FilingPanel | None = None
        self.buttons: dict[str, PushButton] = {}
        self._holders: dict[str, QVBoxLayout] = {}
        self.body.setSpacing(8)
        self.body.addWidget(Heading(moment_text(note.begun), 2))
        facts = (note.by, seen_words().get(note.how, ""), note.where)
        self.body.addWidget(Paragraph(" · ".join(filter(None, facts))))
        count = sum(bool(each.filed) for each in note.paragraphs)
        told = tr(
            "Sealed {when}. Paragraphs filed: {n} of {of}.",
            when=moment_text(note.sealed),
            n=count,
            of=len(note.paragraphs),
        )
        self.body.addWidget(Caption(told))
        for at, words in enumerate(note.paragraphs, start=1):
            self.body.addWidget(Rule())
            self._show(at, words, may_file=may_file)

    def _show(self, at: int, words: Words, *, may_file: bool) -> None:
        text = Paragraph(words.text)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(Quote(text))
        for filed in words.filed:
            made = link(_way(filed), partial(self.go.emit, filed.path))
            self.body.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        if not may_file:
            return
        name = tr("File paragraph {n}: {words}", n=at, words=words.text[:60])
        made_button = button(
            tr("File again…") if words.filed else tr("File…"), partial(self.open, words.text), name=name
        )
        self.buttons[words.text] = made_button
        self.body.addLayout(button_row(made_button))
        holder = QWidget()
        self._holders[words.text] = QVBoxLayout(holder)
        self._holders[words.text].setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(holder)

    def open(self, words: str) -> None:
        """Open the panel that files a paragraph, under it."""
        self.close_panel()
        self.panel = FilingPanel(self._questions)
        self.panel.filed.connect(lambda path, answer, said: self.file.emit(words, path, answer, said))
        self.panel.closed.connect(lambda: self._closed(words))
        self._holders[words].addWidget(self.panel)
        self.panel.show()
        self.panel.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _closed(self, words: str) -> None:
        self.buttons[words].setFocus(Qt.FocusReason.OtherFocusReason)
        self.close_panel()

    def close_panel(self) -> None:
        """Put the panel away."""
        if self.panel is not None:
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None
