"""Where a paragraph is filed: look for the question, say in which way, and whose words they are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from hsb_assess.desk.filingplaces import ANSWER, EVIDENCE, Asked
from hsb_assess.desk.matching import Line, Matcher
from ui.language import tr
from ui.widgets.assisted import Radio, WrittenLine, hear_selection
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.fields import choice
from ui.widgets.labelled import Field
from ui.widgets.text import Caption, Heading, Paragraph, Scaled

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.desk.filingplaces import Place
    from ui.pages.visit.standing import Standing

__all__ = ["FilingPanel"]

_MOST: Final = 8
_SEEN: Final = 5
_SEEN_CHOSEN: Final = 2
"""How many questions are found at most, how many of them are in sight, and how many once one is chosen."""
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _files(event: QEvent) -> bool:
    """Say whether these are the keys that file."""
    control = Qt.KeyboardModifier.ControlModifier
    return isinstance(event, QKeyEvent) and event.key() in _ENTER and bool(event.modifiers() & control)


def _note(place: Place) -> str:
    """Return where a question stands, and whether it waits for something."""
    if place.asked is Asked.MORE:
        return tr("{section}: asked when more is asked", section=place.section)
    if place.asked is Asked.APPLIES:
        return tr("{section}: asked if it applies", section=place.section)
    if place.asked is Asked.ENTRY:
        return tr("{section}: in a list that has no entry yet", section=place.section)
    return tr("{section}, entry {n}", section=place.section, n=place.entry) if place.entry else place.section


def _waits(place: Place) -> str:
    """Return what a question that is not asked now means for a paragraph, and what to do."""
    if place.asked is Asked.ENTRY:
        return tr("It belongs to an entry of a list, and there is none yet. Add one there first, then file this to it.")
    if place.asked is Asked.APPLIES and place.ways:
        return tr("It is asked only if it applies to this child. This paragraph waits there as evidence until it is.")
    if place.asked is Asked.APPLIES:
        return tr("It is asked only if it applies to this child. Once it is, this paragraph can be filed to it.")
    if place.ways:
        return tr(
            "It is not asked yet. This paragraph waits there as evidence until more is asked: “How much is asked…” on "
            "the assessment page moves up."
        )
    return tr(
        "It is not asked yet, and cannot take a paragraph before. “How much is asked…” on the assessment page moves up; "
        "nothing is lost by that."
    )


class _Box(WrittenLine):
    """A line to type in; Up and Down go through the list below it, Enter chooses there."""

    moved = Signal(int)
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the list, or choose in it; Ctrl+Enter is for the panel."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        elif _files(event):
            event.ignore()
        elif event.key() in _ENTER:
            if not event.isAutoRepeat():
                self.entered.emit()
        else:
            super().keyPressEvent(event)


class FilingPanel(Card):
    """``filed`` carries the question's path, whether as its answer, and how this child's words came, empty for ours.

    Choosing a question shows what stands there, which ``standing`` tells; filing is an act of its own.
    """

    filed = Signal(str, bool, str)
    closed = Signal()
    grew = Signal()
    """A question is chosen, and what stands there is shown."""

    def __init__(self, questions: tuple[Place, ...], standing: Callable[[str], Standing]) -> None:
        super().__init__(margin=16)
        self._standing = standing
        self._picked: Line | None = None
        self._wanted = EVIDENCE
        self._places = {place.path: place for place in questions}
        self._matcher = Matcher(
            Line("question", place.title, _note(place), place.keys, near=place.asked is Asked.NOW, path=place.path)
            for place in questions
        )
        self._lines: tuple[Line, ...] = ()
        self.body.setSpacing(8)
        self.body.addWidget(Heading(tr("File this paragraph"), 3))
        self.box = _Box()
        self.body.addWidget(
            Field(
                tr("Which question is it about?"),
                self.box,
                hint=tr(
                    "Type a word of the question. Up and Down go through what fits, Enter chooses. Nothing is filed by that."
                ),
            )
        )
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Questions that fit"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(lambda _row: self._unpick())
        self.list.itemActivated.connect(lambda _item: self.pick())
        self.list.itemClicked.connect(lambda _item: self.pick())
        hear_selection(self.list, lambda index: self._taken(index.row()))
        self.body.addWidget(self.list)
        self.none = Caption("")
        self.body.addWidget(self.none)
        self.told = Paragraph("")
        self.body.addWidget(self.told)
        way = QWidget()
        column = QVBoxLayout(way)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        label = Scaled(tr("How should it be filed?"), 1.0, bold=True)
        column.addWidget(label)
        self.as_evidence = Radio(tr("As evidence for the answer"))
        self.as_answer = Radio(tr("As the answer, or under what stands there"))
        for code, made in ((EVIDENCE, self.as_evidence), (ANSWER, self.as_answer)):
            made.setAccessibleDescription(label.text())
            made.clicked.connect(partial(self._want, code))
            column.addWidget(made)
        self.body.addWidget(way)
        self.words = choice(
            [
                ("", tr("A worker’s: what was seen or heard")),
                ("spontaneous", tr("This child’s exact words, said unasked")),
                ("sought", tr("This child’s exact words, in answer to a worker")),
                ("in_interview", tr("This child’s exact words, in a formal interview")),
            ]
        )
        self.words.setSizeAdjustPolicy(self.words.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.body.addWidget(Field(tr("Whose words are they?"), self.words))
        self.file_button = button(tr("File it"), self.file, kind="primary", tip="Ctrl+Enter")
        self.body.addLayout(
            button_row(self.file_button, button(tr("Cancel"), self.closed.emit, kind="quiet", tip=tr("Escape")))
        )
        self.box.textEdited.connect(lambda _text: self.look())
        self.box.moved.connect(self._step)
        self.box.entered.connect(self.pick)
        self.look()

    def look(self) -> None:
        """Show the questions that fit what is typed."""
        found = self._matcher.match(self.box.text(), most=_MOST) if self.box.text().strip() else None
        self._lines = found.lines if found is not None else ()
        self.list.clear()
        for line in self._lines:
            item = QListWidgetItem(f"{line.title}\n{line.note}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.title}. {line.note}")
            self.list.addItem(item)
        self.list.setVisible(bool(self._lines))
        self._fit()
        if self._lines:
            self.list.setCurrentRow(0)
        count = found.count if found is not None else 0
        self.none.setVisible(found is not None and not 0 < count == len(self._lines))
        if self._lines:
            told = tr("Shown: {n} of {of}. Another word narrows them.", n=len(self._lines), of=count)
        else:
            told = tr("No question of this form has these words, asked or not. Try fewer of them.")
        self.none.setText(told)
        self._unpick()
        if self.isVisible():
            self._tell()

    def _line(self) -> Line | None:
        at = self.list.currentRow()
        return self._lines[at] if 0 <= at < len(self._lines) else None

    def _step(self, by: int) -> None:
        if self._lines:
            self.list.setCurrentRow((self.list.currentRow() + by) % len(self._lines))
            self._tell()

    def _tell(self) -> None:
        """Have a screen reader say which question is chosen, while the keyboard stays in the box."""
        line = self._line()
        if line is not None:
            at = tr("{at} of {of}", at=self.list.currentRow() + 1, of=len(self._lines))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.box, f"{line.title}. {line.note}. {at}"))
        elif self.none.text() and not self.none.isHidden():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.box, self.none.text()))

    # -- choosing ------------------------------------------------------------------------------------------------

    def _fit(self) -> None:
        """Show whole rows of the list, fewer once one of them is chosen: what follows from it is to be in sight."""
        most = _SEEN if self._picked is None else _SEEN_CHOSEN
        rows = sum(self.list.sizeHintForRow(at) for at in range(min(most, len(self._lines))))
        self.list.setFixedHeight(rows + 2 * self.list.frameWidth())

    def _unpick(self) -> None:
        if self._picked is not None and self._picked is not self._line():
            self._picked = None
            self._fit()
        self._show()

    def _taken(self, row: int) -> None:
        self.list.setCurrentRow(row)
        self.pick()

    def pick(self) -> None:
        """Choose the question that is marked in the list: what stands there is shown, and the keyboard goes on."""
        self._picked = self._line()
        self._show()
        if self._picked is not None:
            self._fit()
            self.list.scrollToItem(self.list.currentItem())
            now = tr("Chosen: {question}", question=self._picked.title)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.box, f"{now}. {self.told.text()}"))
            ways = (self.as_evidence, self.as_answer)
            first = [*(made for made in ways if made.isChecked()), *(made for made in ways if made.isEnabled())]
            for made in first[:1]:
                made.setFocus(Qt.FocusReason.OtherFocusReason)
            self.grew.emit()

    def _want(self, way: str) -> None:
        self._wanted = way
        self._show()

    def _ways(self) -> frozenset[str]:
        """Return in which ways what is chosen can be filed; both before anything is."""
        return self._places[self._picked.path].ways if self._picked is not None else frozenset({ANSWER, EVIDENCE})

    def _show(self) -> None:
        """Show what is chosen, and only what a person chose of the ways: none where that one is not to be had."""
        ways = self._ways()
        pairs = ((EVIDENCE, self.as_evidence), (ANSWER, self.as_answer))
        for _, made in pairs:
            made.setAutoExclusive(False)  # otherwise one of them stays checked
        for code, made in pairs:
            made.setEnabled(code in ways)
            made.setChecked(code == self._wanted and code in ways)
        for _, made in pairs:
            made.setAutoExclusive(True)
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Tab reaches either, also where none is checked
        words = self._words()
        self.told.setText(words)
        self.told.setVisible(bool(words))
        self.file_button.setAccessibleDescription(words)
        self.file_button.setEnabled(self._picked is not None and self._wanted in ways)

    def _words(self) -> str:
        """Return what is chosen, what stands there, and what comes of filing; empty before a question is chosen."""
        if self._picked is None:
            return ""
        place, stands = self._places[self._picked.path], self._standing(self._picked.path)
        ways = place.ways
        chosen = tr("Chosen: {question}", question=place.title)
        if place.asked is not Asked.NOW:
            now = () if stands.answer is None else (stands.now(),)
            return "\n".join((chosen, *now, _waits(place)))
        if self._wanted in ways:
            after = stands.after(as_answer=self._wanted == ANSWER)
        elif ANSWER in ways:
            after = tr("This question takes no evidence. If the paragraph is meant as its answer, choose that.")
        else:
            after = tr("A paragraph cannot be the answer to this question. If it is meant as evidence, choose that.")
        return f"{chosen}\n{stands.now()}\n{after}"

    def file(self) -> None:
        """File it to the question that is chosen, in the way that is chosen; nothing before both are."""
        if self._picked is not None and self._wanted in self._ways():
            self.filed.emit(self._picked.path, self._wanted == ANSWER, str(self.words.currentData()))

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter from the page, where it seals the note that is being written."""
        if event.type() == QEvent.Type.ShortcutOverride and _files(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the panel away, Ctrl+Enter files."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif _files(event):
            if not event.isAutoRepeat():
                self.file()
        else:
            super().keyPressEvent(event)
