"""The list of hits: under each case its answers, with where they stand, the words that were found marked, who and when."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hsb_assess.desk.searching import pieces
from ui.form.dates import moment_text
from ui.language import tr
from ui.theme.fonts import scaled
from ui.theme.style import ROW, tokens_of
from ui.widgets.pills import draw_pill, pill_size

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from hsb_assess.desk.searching import Found, Group, Line
    from ui.theme.palettes import Tokens

__all__ = ["Results", "line_words"]

Index = QModelIndex | QPersistentModelIndex

_PAD: Final = 12
_GAP: Final = 2


@dataclass(frozen=True)
class _Row:
    """A case's heading, or with ``line`` one of its hits."""

    group: Group
    line: Line | None = None


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _recorded(line: Line) -> str:
    return tr("{who}, {when}", who=line.name or tr("somebody else"), when=moment_text(line.hit.recorded))


def _snippet(line: Line) -> str:
    """Return the words around what was found, marks and all; of a restricted answer why they are not here."""
    if line.hit.restricted:
        return tr("Open it to read the answer; the audit notes that it was on screen.")
    return line.hit.words


def _states(line: Line) -> list[tuple[str, str]]:
    found = [(tr("Restricted"), "warning")] if line.hit.restricted else []
    return [*found, (tr("Not asked now"), "neutral")] if line.hit.dormant else found


def line_words(group: Group, line: Line) -> str:
    """Return a hit as a screen reader says it."""
    bare = ["".join(words for words, _ in pieces(text)) for text in (line.hit.title, _snippet(line))]
    states = [words for words, _ in _states(line)]
    said = (bare[0], bare[1], *states, line.hit.place, tr("Case {ref}", ref=group.ref), _recorded(line))
    return ". ".join(_one_line(each).rstrip(".") for each in said if each)


@dataclass
class _Laid:
    """What was laid out of one row: blocks of text with their place and colour, pills, and the height of it all."""

    blocks: list[tuple[QTextLayout, QPointF, str]] = field(default_factory=list)
    pills: list[tuple[QRect, str, str]] = field(default_factory=list)
    height: float = _PAD

    def add(self, marked: str, font: QFont, colour: str, width: float, mark: QTextCharFormat) -> None:
        """Put text below what is there; what is marked in it has the format ``mark``."""
        text, ranges = "", []
        for words, found in pieces(marked):
            line = words.replace("\n", " ")
            if found:
                ranges.append(_range(len(text), len(line), mark))
            text += line
        if not text.strip():
            return
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(ranges)
        layout.beginLayout()
        down = 0.0
        while (line_of := layout.createLine()).isValid():
            line_of.setLineWidth(width)
            line_of.setPosition(QPointF(0.0, down))
            down += line_of.height()
        layout.endLayout()
        self.blocks.append((layout, QPointF(0.0, self.height), colour))
        self.height += down + _GAP

    def add_pills(self, states: list[tuple[str, str]], width: int) -> None:
        """Put pills side by side below what is there, or one under the other where there is no room."""
        left, height = 0, 0
        for words, tone in states:
            size = pill_size(words)
            if left and left + size.width() > width:
                self.height += height + _GAP
                left = 0
            self.pills.append((QRect(left, round(self.height) + _GAP, size.width(), size.height()), words, tone))
            left, height = left + size.width() + 8, size.height()
        if height:
            self.height += height + 3 * _GAP


def _range(start: int, length: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, form
    return made


def _mark(tokens: Tokens) -> QTextCharFormat:
    """Return how a word that was found looks: heavier and underlined, so that its ground is not all that tells it."""
    tone = tokens.tone("warning")
    found = QTextCharFormat()
    found.setFontWeight(QFont.Weight.Bold)
    found.setFontUnderline(True)
    found.setForeground(QColor(tone.ink))
    found.setBackground(QColor(tone.ground))
    return found


def _lay_out(row: _Row, width: int, tokens: Tokens) -> _Laid:
    base, laid = QApplication.font(), _Laid()
    room, mark = max(80, width - 2 * _PAD), _mark(tokens)
    small = scaled(base, 0.9)
    if row.line is None:
        laid.height += _PAD
        laid.add(row.group.ref or tr("Case"), scaled(base, 1.25, bold=True), tokens.text, room, mark)
        count = len(row.group.lines)
        laid.add(tr("1 found") if count == 1 else tr("{n} found", n=count), small, tokens.muted, room, mark)
    else:
        line = row.line
        laid.add(line.hit.title, scaled(base, 1.0, bold=True), tokens.text, room, mark)
        laid.add(line.hit.place, small, tokens.muted, room, mark)
        laid.add_pills(_states(line), room)
        laid.add(_snippet(line), scaled(base, 1.0), tokens.text, room, mark)
        laid.add(_recorded(line), small, tokens.muted, room, mark)
    laid.height += _PAD
    return laid


class _Rows(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[_Row] = []

    def rowCount(self, parent: Index | None = None) -> int:
        del parent
        return len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the arrows pass over headings."""
        if not index.isValid() or self.rows[index.row()].line is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line_words(row.group, row.line) if row.line is not None else tr("Case {ref}", ref=row.group.ref)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.line.hit.title if row.line is not None else row.group.ref
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._laid: dict[tuple[int, int, str, int], _Laid] = {}

    def forget(self) -> None:
        """Lay everything out anew."""
        self._laid.clear()

    def laid(self, view: QWidget, index: Index, width: int) -> _Laid:
        """Return how a row is laid out at a width, in the present theme and text size."""
        tokens = tokens_of(view)
        key = (index.row(), width, tokens.name, QApplication.font().pixelSize())
        model = index.model()
        assert isinstance(model, _Rows)
        if key not in self._laid:
            self._laid[key] = _lay_out(model.rows[index.row()], width, tokens)
        return self._laid[key]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        if not isinstance(view, QListView):
            return QSize(200, ROW)
        width = view.viewport().width()
        return QSize(width, max(ROW, round(self.laid(view, index, width).height)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = option.widget
        if not isinstance(view, QListView):
            return
        tokens, rect = tokens_of(view), QRect(option.rect)
        heading = index.flags() == Qt.ItemFlag.NoItemFlags
        option.text = ""
        if not heading:
            view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
        laid = self.laid(view, index, view.viewport().width())
        corner = QPointF(rect.left() + _PAD, rect.top())
        painter.save()
        for layout, place, colour in laid.blocks:
            painter.setPen(QColor(colour))
            layout.draw(painter, corner + place)
        for box, words, tone in laid.pills:
            draw_pill(painter, box.translated(rect.left() + _PAD, rect.top()), words, tone, tokens)
        painter.setPen(QColor(tokens.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus:
            view.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, view)


class Results(QListView):
    """The hits. ``opened`` carries the :class:`Line` that was opened by Enter or a click; ``left`` says that Up left the top."""

    opened = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._model = _Rows()
        self._delegate = _Delegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("What was found"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._open)

    def show_found(self, found: Found) -> None:
        """Show other hits; the first one is current."""
        self._model.beginResetModel()
        self._delegate.forget()
        self._model.rows = [
            row for group in found.groups for row in (_Row(group), *(_Row(group, line) for line in group.lines))
        ]
        self._model.endResetModel()
        self.go_to(0)

    def lines(self) -> tuple[Line, ...]:
        """Return the hits in the order in which they are shown."""
        return tuple(row.line for row in self._model.rows if row.line is not None)

    def at(self) -> int:
        """Return the number of the current hit, 0 being the first; -1 where there is none."""
        rows = self._model.rows[: self.currentIndex().row() + 1]
        return sum(row.line is not None for row in rows) - 1

    def go_to(self, number: int) -> None:
        """Make a hit current and bring it into sight, with its case's heading where it is the first."""
        hits = [at for at, row in enumerate(self._model.rows) if row.line is not None]
        if hits:
            at = hits[min(max(0, number), len(hits) - 1)]
            self.setCurrentIndex(self._model.index(at))
            if at == hits[0]:
                self.scrollToTop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; leave upwards from the first hit."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Up and self.at() <= 0:
            self.left.emit()
        else:
            super().keyPressEvent(event)
            if self.at() == 0:
                self.scrollToTop()

    def event(self, event: QEvent) -> bool:
        """Measure the rows anew at another text size, and when the list comes back into sight."""
        if event.type() in {QEvent.Type.ApplicationFontChange, QEvent.Type.Show}:
            self._delegate.forget()
            self.scheduleDelayedItemsLayout()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._delegate.forget()
            self.scheduleDelayedItemsLayout()

    def _open(self, index: Index) -> None:
        row = self._model.rows[index.row()] if index.isValid() else None
        if row is not None and row.line is not None:
            self.opened.emit(row.line)
