"""Where a paragraph is filed: look for the question, say in which way, and whose words they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QRadioButton, QVBoxLayout, QWidget

from hsb_assess.desk.matching import Matcher
from ui.language import tr
from ui.widgets.assisted import WrittenLine
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.fields import choice
from ui.widgets.labelled import Field
from ui.widgets.text import Caption, Heading, Scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from hsb_assess.desk.matching import Line

__all__ = ["FilingPanel"]

_MOST: Final = 8
_SEEN: Final = 5
"""How many questions are found at most, and how many of them are in sight."""


class _Box(WrittenLine):
    """A line to type in; Up and Down choose in the list below it."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose in the list."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class FilingPanel(Card):
    """``filed`` carries the question's path, whether as its answer, and how this child's words came, empty for ours."""

    filed = Signal(str, bool, str)
    closed = Signal()

    def __init__(self, questions: tuple[Line, ...]) -> None:
        super().__init__(margin=16)
        self._matcher = Matcher(questions)
        self._lines: tuple[Line, ...] = ()
        self.body.setSpacing(8)
        self.body.addWidget(Heading(tr("File this paragraph"), 3))
        self.box = _Box()
        self.body.addWidget(
            Field(
                tr("Which question is it about?"),
                self.box,
                hint=tr("Type a word of the question, or its code. Up and Down choose."),
            )
        )
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Questions that fit"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(lambda _row: self._chosen())
        self.body.addWidget(self.list)
        self.none = Caption("")
        self.body.addWidget(self.none)
        way = QWidget()
        column = QVBoxLayout(way)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        label = Scaled(tr("How should it be filed?"), 1.0, bold=True)
        column.addWidget(label)
        self.as_evidence = QRadioButton(tr("As evidence for the answer"))
        self.as_answer = QRadioButton(tr("As the answer, or under what stands there"))
        self.as_evidence.setChecked(True)
        for made in (self.as_evidence, self.as_answer):
            made.setAccessibleDescription(label.text())
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
        self.file_button = button(tr("File it"), self.file, kind="primary")
        self.body.addLayout(
            button_row(self.file_button, button(tr("Cancel"), self.closed.emit, kind="quiet", tip=tr("Escape")))
        )
        self.box.textEdited.connect(lambda _text: self.look())
        self.box.moved.connect(self._step)
        self.box.returnPressed.connect(self.file)
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
        rows = sum(self.list.sizeHintForRow(at) for at in range(min(_SEEN, len(self._lines))))
        self.list.setFixedHeight(rows + 2 * self.list.frameWidth())  # whole rows
        if self._lines:
            self.list.setCurrentRow(0)
        self.none.setVisible(found is not None and not self._lines)
        self.none.setText(tr("No question has these words. Try fewer of them."))
        self._chosen()
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

    def _chosen(self) -> None:
        line = self._line()
        ways = line.part.split() if line is not None else []
        self.as_answer.setEnabled("answer" in ways)
        self.as_evidence.setEnabled("evidence" in ways)
        if line is not None and len(ways) == 1:
            (self.as_answer if ways == ["answer"] else self.as_evidence).setChecked(True)
        self.file_button.setEnabled(line is not None)

    def file(self) -> None:
        """File it to the question that is chosen."""
        line = self._line()
        if line is not None:
            self.filed.emit(line.path, self.as_answer.isChecked(), str(self.words.currentData()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the panel away."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
