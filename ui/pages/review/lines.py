"""What a part shows: lines and tables, each a way to its source and a place for a comment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.draw.readingtable import ReadingTable
from ui.form.labels import SmallButton
from ui.form.quote import Quote
from ui.language import tr
from ui.pages.review.talkbelow import TalkBelow
from ui.widgets.fitting import FitsRoom, letters
from ui.widgets.pills import Pill
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from ui.pages.review.room import Room
    from ui.widgets.tables import Row

__all__ = ["Content", "LineView", "RowView", "Said", "TableView"]

_NARROW: Final = 34
"""Letters of width below which the buttons of a line stand under its words."""


@dataclass(frozen=True)
class Said:
    """One line: the question, the answer in words, quiet notes under it; ``tone`` makes a pill of ``state``."""

    path: str
    label: str
    text: str
    notes: tuple[str, ...] = ()
    quote: bool = False
    state: str = ""
    tone: str = "neutral"


def source_button(room: Room, path: str, question: str) -> SmallButton:
    """Return the button that opens the source of an answer."""
    made = SmallButton(tr("Source"))
    made.setAccessibleName(tr("Open the source of: {question}", question=question))
    made.setToolTip(tr("Open the assessment at this question"))
    made.clicked.connect(lambda _checked=False: room.go(path))
    return made


class LineView(FitsRoom, QWidget):
    """A line with its words at the left and its two buttons at the right, below them where it is narrow."""

    def __init__(self, room: Room, line: Said) -> None:
        super().__init__()
        self.line = line
        self.setObjectName(f"line:{line.path}")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        words = QVBoxLayout()
        words.setSpacing(2)
        if line.label:
            words.addWidget(Caption(line.label))
        text = Paragraph(line.text)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setAccessibleName(f"{line.label}: {line.text}")
        words.addWidget(Quote(text) if line.quote else text)
        if line.state:
            pill = QHBoxLayout()
            pill.setContentsMargins(4, 2, 0, 2)
            pill.addWidget(Pill(line.state, line.tone))
            pill.addStretch(1)
            words.addLayout(pill)
        for note in line.notes:
            words.addWidget(Caption(note))
        words.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(8)
        self._row.addLayout(words, 1)
        outer.addLayout(self._row)
        if line.path:
            question = line.label or line.text
            self.comment_button = SmallButton(tr("Comment"))
            self.source_button = source_button(room, line.path, question)
            acts = QHBoxLayout()
            acts.setSpacing(0)
            acts.addWidget(self.source_button, 0, Qt.AlignmentFlag.AlignTop)
            acts.addWidget(self.comment_button, 0, Qt.AlignmentFlag.AlignTop)
            acts.addStretch(1)
            self._row.addLayout(acts)
            self.talk = TalkBelow(room, line.path, self.comment_button, question)
            outer.addWidget(self.talk)

    def _fit(self) -> None:
        """Put the buttons below the words where there is little room."""
        wide = letters(self)
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if wide < _NARROW else way.LeftToRight)


class RowView(QWidget):
    """One row of a list as a small sheet: its questions beside their answers, one pair of buttons for all."""

    def __init__(self, room: Room, title: str, lines: Sequence[Said]) -> None:
        super().__init__()
        self.setObjectName(f"line:{lines[0].path}" if lines else "")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(Heading(title, 3), 1)
        outer.addLayout(head)
        self._rows: list[QBoxLayout] = []
        for line in lines:
            outer.addLayout(self._line(line))
        if lines:
            self.source_button = source_button(room, lines[0].path, title)
            self.comment_button = SmallButton(tr("Comment"))
            head.addWidget(self.source_button)
            head.addWidget(self.comment_button)
            answers = {line.path: line.label for line in lines}
            self.talk = TalkBelow(room, lines[0].path, self.comment_button, title, answers)
            outer.addWidget(self.talk)

    def _line(self, line: Said) -> QBoxLayout:
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(2)
        self._rows.append(row)
        question = Caption(line.label)
        question.setAlignment(Qt.AlignmentFlag.AlignTop)
        row.addWidget(question, 2)
        words = QVBoxLayout()
        words.setSpacing(0)
        told = line.text or line.state
        text = Paragraph(told)
        text.setAccessibleName(f"{line.label}: {told}")
        words.addWidget(Quote(text) if line.quote else text)
        for note in line.notes:
            words.addWidget(Caption(note))
        words.addStretch(1)
        row.addLayout(words, 3)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the answers below their questions where there is little room."""
        super().resizeEvent(event)
        wide = letters(self)
        way = QBoxLayout.Direction
        for row in self._rows:
            row.setDirection(way.TopToBottom if wide < _NARROW else way.LeftToRight)


class TableView(QWidget):
    """A table of which each row has a source; two buttons beneath act on the row that is current."""

    def __init__(
        self, room: Room, name: str, columns: Sequence[str], weights: Sequence[int], rows: Sequence[Row]
    ) -> None:
        super().__init__()
        self.room = room
        self.table = ReadingTable(name, columns, weights)
        self.table.opened.connect(room.go)
        self.comment_button = SmallButton(tr("Comment"))
        self.source_button = SmallButton(tr("Source"))
        self.source_button.setToolTip(tr("Open the assessment at this row"))
        self.source_button.clicked.connect(lambda _checked=False: room.go(self.table.current_key()))
        self._named = {row.key: " · ".join(cell.text for cell in row.cells[:2]) for row in rows}
        self.table.show_rows(rows)
        self.talk = TalkBelow(room, self.table.current_key(), self.comment_button, name)
        self.table.current_changed.connect(self._about)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.table)
        acts = QHBoxLayout()
        acts.setSpacing(0)
        self.row_words = Caption("")
        acts.addWidget(self.source_button)
        acts.addWidget(self.comment_button)
        acts.addWidget(self.row_words, 1)
        body.addLayout(acts)
        body.addWidget(self.talk)
        self._about(self.table.current_key())

    def _about(self, key: str) -> None:
        words = self._named.get(key, "")
        self.row_words.setText(words)
        self.source_button.setAccessibleName(tr("Open the source of the row: {row}", row=words))
        self.talk.set_path(key, tr("the row {row}", row=words))


class Content(QWidget):
    """The content of a part: headings, paragraphs, lines, tables and drawings, one under the other."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room = room
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(14)

    def heading(self, words: str) -> None:
        """Add a heading."""
        self.body.addWidget(Heading(words, 3))

    def say(self, words: str) -> None:
        """Add a paragraph of the app's own."""
        self.body.addWidget(Paragraph(words))

    def quiet(self, words: str) -> None:
        """Add a quiet remark of the app's own."""
        self.body.addWidget(Caption(words))

    def lines(self, lines: Sequence[Said]) -> None:
        """Add lines."""
        for line in lines:
            self.body.addWidget(LineView(self.room, line))

    def table(self, name: str, columns: Sequence[str], weights: Sequence[int], rows: Sequence[Row]) -> TableView:
        """Add a table; rows are keyed by the path of their source."""
        made = TableView(self.room, name, columns, weights, rows)
        self.body.addWidget(made)
        return made

    def add(self, widget: QWidget) -> None:
        """Add anything else."""
        self.body.addWidget(widget)
