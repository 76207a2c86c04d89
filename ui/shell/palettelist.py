"""The list of the command palette: what was found, what it is, where it stands, and its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.language import tr
from ui.theme.fonts import scaled
from ui.theme.style import ROW, tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hsb_assess.desk.matching import Line

__all__ = ["PaletteList", "kind_words", "line_words"]

Index = QModelIndex | QPersistentModelIndex

_PAD: Final = 12
_WRAP: Final = Qt.TextFlag.TextWordWrap.value
_MOST_NOTE: Final = 140
"""Letters of the second line: what it is about, not all of it."""


def kind_words(kind: str) -> str:
    """Return what kind of thing a line is."""
    words = {
        "page": tr("Page"),
        "act": tr("Act"),
        "case": tr("Child"),
        "question": tr("Question"),
        "guidance": tr("Guidance"),
        "help": tr("Help"),
        "answer": tr("Answer"),
    }
    return words[kind]


def _note(line: Line) -> str:
    words = f"{kind_words(line.kind)} · {line.note}" if line.note else kind_words(line.kind)
    return words if len(words) <= _MOST_NOTE else words[: _MOST_NOTE - 1].rstrip() + "…"


def line_words(line: Line) -> str:
    """Return a line as a screen reader says it."""
    return ". ".join(filter(None, (line.title.rstrip("."), _note(line).rstrip("."), line.shortcut)))


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        del parent
        return len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        return line_words(line) if role == Qt.ItemDataRole.AccessibleTextRole else None


def _fonts() -> tuple[QFont, QFont]:
    base = QApplication.font()
    return scaled(base, 1.0), scaled(base, 0.86)


class _Delegate(QStyledItemDelegate):
    """Draws words that wrap, so that none is cut at any text size."""

    @staticmethod
    def _laid(line: Line, width: int) -> tuple[QRect, QRect, QRect]:
        """Return where title, note and key stand in a row of that width, from its corner."""
        title_font, note_font = map(QFontMetrics, _fonts())
        keys = note_font.horizontalAdvance(line.shortcut) + _PAD if line.shortcut else 0
        room = QRect(_PAD, _PAD // 2, max(60, width - 2 * _PAD - keys), 4000)
        title = title_font.boundingRect(room, _WRAP, line.title)
        below = QRect(_PAD, title.bottom() + 2, max(60, width - 2 * _PAD), 4000)
        note = note_font.boundingRect(below, _WRAP, _note(line))
        return title, note, QRect(width - keys, title.top(), keys, title_font.height())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view, model = option.widget, index.model()
        width = view.viewport().width() if isinstance(view, QListView) else 400
        if not isinstance(model, _Model):
            return QSize(width, ROW)
        return QSize(width, max(ROW, self._laid(model.lines[index.row()], width)[1].bottom() + _PAD // 2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, view = index.model(), option.widget
        if not isinstance(model, _Model) or not isinstance(view, QWidget):
            return
        line, tokens = model.lines[index.row()], tokens_of(view)
        option.text = ""
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
        rect: QRect = option.rect
        fonts = _fonts()
        title, note, keys = (each.translated(rect.topLeft()) for each in self._laid(line, rect.width()))
        painter.save()
        painter.setPen(QColor(tokens.text))
        painter.setFont(fonts[0])
        painter.drawText(title.adjusted(0, 0, 2, 0), _WRAP, line.title)
        painter.setPen(QColor(tokens.muted))
        painter.setFont(fonts[1])
        painter.drawText(note.adjusted(0, 0, 2, 0), _WRAP, _note(line))
        painter.drawText(keys, Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignVCenter.value, line.shortcut)
        painter.restore()


class PaletteList(QListView):
    """What was found, best first, one of it marked; the keyboard stays in the box above. ``taken``: one was clicked."""

    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._model = _Model()
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Found"))
        self.setAccessibleDescription(tr("Up and Down in the box above choose a line."))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _index: self.taken.emit())

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; the one that is marked stays marked if it is still first or still there."""
        chosen = self.line() if self.currentIndex().row() > 0 else None
        self._model.beginResetModel()
        self._model.lines = tuple(lines)
        self._model.endResetModel()
        at = self._model.lines.index(chosen) if chosen in self._model.lines else 0
        self.setCurrentIndex(self._model.index(at))

    def count(self) -> int:
        """Return how many lines are shown."""
        return len(self._model.lines)

    def lines(self) -> tuple[Line, ...]:
        """Return what is shown."""
        return self._model.lines

    def line(self) -> Line | None:
        """Return the line that is marked."""
        at = self.currentIndex().row()
        return self._model.lines[at] if 0 <= at < len(self._model.lines) else None

    def step(self, by: int) -> None:
        """Mark another line; from the last one on to the first, and back."""
        if self.count():
            at = self.currentIndex().row() + by
            at = at % self.count() if abs(by) == 1 else min(self.count() - 1, max(0, at))
            self.setCurrentIndex(self._model.index(at))
            self.scrollTo(self.currentIndex())

    def set_room(self, height: int, width: int) -> None:
        """Be as high as the lines are, at most ``height``."""
        wanted = 2 * self.frameWidth()
        delegate = self.itemDelegate()
        option = QStyleOptionViewItem()
        self.setFixedWidth(max(60, width))
        option.widget = self
        for at in range(self.count()):
            wanted += delegate.sizeHint(option, self._model.index(at)).height()
            if wanted > height:
                break
        self.setFixedHeight(max(ROW, min(height, wanted)) if self.count() else 0)

    def event(self, event: QEvent) -> bool:
        """Measure the rows anew at another text size."""
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.scheduleDelayedItemsLayout()
        return super().event(event)
