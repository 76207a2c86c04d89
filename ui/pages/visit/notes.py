"""A sealed note: when, who, how this child was seen, each paragraph as written, and where it is filed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.form.dates import moment_text, value_text
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
    from collections.abc import Callable

    from hsb_assess.desk.filingplaces import Place
    from hsb_assess.desk.visiting import Filed, Note
    from hsb_assess.desk.visiting import Paragraph as Words
    from hsb_assess.desk.went import Before
    from ui.pages.visit.standing import Standing
    from ui.pages.visit.went import WentFields
    from ui.widgets.buttons import PushButton

__all__ = ["NoteCard"]


def _way(filed: Filed) -> str:
    if filed.answer:
        return tr("In the answer to: {question}", question=filed.title)
    if filed.cited:
        return tr("Evidence for: {question}", question=filed.title)
    return tr("Ready as evidence, not answered yet: {question}", question=filed.title)


def _day(day: str) -> str:
    return value_text({"date": day})


def _before(was: Before) -> str:
    """Return what somebody changed, when, and what stood before."""
    when, said = moment_text(was.when), _day(was.said) if was.what == "day" else was.said
    if was.what == "day":
        return tr("{name} changed the day on {when}. It was: {before}.", name=was.name, when=when, before=said)
    if was.what == "time":
        return tr("{name} changed the time on {when}. It was: {before}.", name=was.name, when=when, before=said)
    if was.what == "who":
        return tr("{name} changed who went on {when}. It was: {before}.", name=was.name, when=when, before=said)
    return tr("{name} changed who else went on {when}. It was: {before}.", name=was.name, when=when, before=said)


class NoteCard(Card):
    """``file`` carries the paragraph's words, the question's path, whether as its answer, and whose words; ``go`` a path."""

    file = Signal(str, str, bool, str)
    go = Signal(str)
    back = Signal()
    opened = Signal(object)
    """A part of the card that is to be in sight now."""
    mended = Signal(object)
    """:class:`.Went` as it is to be from now on."""

    def __init__(
        self,
        note: Note,
        questions: tuple[Place, ...],
        *,
        standing: Callable[[str], Standing],
        may_file: bool,
        mend: Callable[[], WentFields] | None = None,
    ) -> None:
        super().__init__(margin=20)
        self._mend = mend
        self.mending: WentFields | None = None
        self._panel: Card | None = None
        self.note, self._questions, self._standing = note, questions, standing
        self.panel: FilingPanel | None = None
        self.buttons: dict[str, PushButton] = {}
        self.backs: dict[str, PushButton] = {}
        """What takes back where a paragraph was filed a moment ago, by its words; in sight for that one alone."""
        self._holders: dict[str, QVBoxLayout] = {}
        self.body.setSpacing(8)
        self.body.addWidget(Heading(" ".join(filter(None, (_day(note.went.day), note.went.time))), 2))
        facts = (", ".join(note.by), seen_words().get(note.how, ""), note.where)
        self.body.addWidget(Paragraph(" · ".join(filter(None, facts))))
        count = sum(bool(each.filed) for each in note.paragraphs)
        told = tr(
            "Sealed {when}. Paragraphs filed: {n} of {of}.",
            when=moment_text(note.sealed),
            n=count,
            of=len(note.paragraphs),
        )
        begun = moment_text(note.begun)
        self.body.addWidget(
            Caption(tr("Written by {name}, begun {when}.", name=note.author or tr("somebody"), when=begun))
        )
        self.body.addWidget(Caption(told))
        for each in note.mended:
            self.body.addWidget(Caption(_before(each)))
        self.mend_button = button(tr("Change the day or who went…"), self.open_mending, kind="quiet")
        self.body.addLayout(button_row(self.mend_button))
        if mend is None:
            self.mend_button.hide()
        self._mend_place = QVBoxLayout()
        self.body.addLayout(self._mend_place)
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
        back = button(tr("Take it back"), self.back.emit, kind="quiet", name=tr("Take back filing paragraph {n}", n=at))
        back.hide()
        self.backs[words.text] = back
        self.body.addLayout(button_row(made_button, back))
        holder = QWidget()
        self._holders[words.text] = QVBoxLayout(holder)
        self._holders[words.text].setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(holder)

    # -- the day and who went ------------------------------------------------------------------------------------

    def open_mending(self) -> None:
        """Ask anew when the visit was and who went, under what is said of it now."""
        self.close_panel()
        if self._mend is None or self.mending is not None:
            return
        panel = self._panel = Card(margin=16)
        panel.body.setSpacing(8)
        panel.body.addWidget(Heading(tr("Change the day or who went"), 3))
        panel.body.addWidget(
            Paragraph(
                tr("What stands now is kept with who changed it. Evidence that was filed from this note follows.")
            )
        )
        self.mending = self._mend()
        self.mending.fill(self.note.went)
        panel.body.addWidget(self.mending)
        change = button(tr("Change it"), self._change, kind="primary")
        panel.body.addLayout(button_row(change, button(tr("Cancel"), self._left_as_it_is, kind="quiet")))
        self._mend_place.addWidget(panel)
        panel.show()
        self.mending.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit(panel)

    def _change(self) -> None:
        went = self.mending.whole() if self.mending is not None else None
        if went is not None:
            self.mended.emit(went)

    def _left_as_it_is(self) -> None:
        self.mend_button.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
        self._panel = self.mending = None

    # -- filing --------------------------------------------------------------------------------------------------

    def open(self, words: str) -> None:
        """Open the panel that files a paragraph, under it."""
        self.close_panel()
        self.panel = FilingPanel(self._questions, self._standing)
        self.panel.filed.connect(lambda path, answer, said: self.file.emit(words, path, answer, said))
        self.panel.closed.connect(lambda: self._closed(words))
        self._holders[words].addWidget(self.panel)
        self.panel.show()
        self.panel.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.panel.grew.connect(partial(self.opened.emit, self.panel))
        self.opened.emit(self.panel)

    def _closed(self, words: str) -> None:
        self.buttons[words].setFocus(Qt.FocusReason.OtherFocusReason)
        self.close_panel()

    def close_panel(self) -> None:
        """Put the panel away."""
        if self.panel is not None:
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None
