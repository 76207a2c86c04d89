"""The list of an assessment's sections: each with its state in words and as a shape."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.language import tr
from ui.theme.fonts import scaled
from ui.theme.shapes import tick
from ui.theme.style import tokens_of

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.theme.palettes import Tokens

__all__ = ["SectionList", "SectionState"]

Index = QModelIndex | QPersistentModelIndex

_SIGN = 20
_PAD = 10


@dataclass(frozen=True)
class SectionState:
    """One section: its module, its title, and how far it is. ``open`` says that something mandatory is missing."""

    module: str
    title: str
    answered: int
    total: int
    open: bool

    @property
    def complete(self) -> bool:
        """Whether nothing that is needed is missing."""
        return not self.open and self.answered >= self.total > 0

    def words(self) -> str:
        """Return the state in words."""
        if self.complete:
            return tr("Complete")
        if not self.answered:
            return tr("Not started")
        return tr("{answered} of {total} answered", answered=self.answered, total=self.total)


def _draw_sign(painter: QPainter, rect: QRectF, state: SectionState, tokens: Tokens) -> None:
    """Draw the state as a shape: an empty ring, a ring filled in part, a disc with a tick."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor(tokens.accent if state.answered else tokens.edge)
    painter.setPen(QPen(ink, 2))
    inner = rect.adjusted(1, 1, -1, -1)
    if state.complete:
        painter.setBrush(ink)
        painter.drawEllipse(inner)
        tick(painter, rect, tokens.on_accent, 2.2)
    else:
        painter.drawEllipse(inner)
        if state.answered:
            part = min(0.95, max(0.1, state.answered / max(1, state.total)))
            painter.setBrush(ink)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawPie(rect.adjusted(4, 4, -4, -4), 90 * 16, -round(part * 360 * 16))
    painter.restore()


class _Sections(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.states: list[SectionState] = []

    def rowCount(self, parent: Index | None = None) -> int:
        del parent
        return len(self.states)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        state = self.states[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return state.title
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return f"{state.title}: {state.words()}"
        return None


def _fonts() -> tuple[QFont, QFont]:
    base = QApplication.font()
    return scaled(base, 1.0), scaled(base, 0.86)


class _Delegate(QStyledItemDelegate):
    def _heights(self, title: str, width: int) -> tuple[int, int]:
        fonts = _fonts()
        room = QRect(0, 0, max(40, width - _SIGN - 3 * _PAD), 1000)
        words = QFontMetrics(fonts[0]).boundingRect(room, Qt.TextFlag.TextWordWrap, title)
        return words.height(), QFontMetrics(fonts[1]).height()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 200
        title, words = self._heights(str(index.data()), width)
        return QSize(width, max(44, title + words + _PAD + 4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, view = index.model(), option.widget
        if not isinstance(model, _Sections) or not isinstance(view, QWidget):
            return
        state, tokens = model.states[index.row()], tokens_of(view)
        option.text = ""
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
        rect: QRect = option.rect
        sign = QRectF(rect.left() + _PAD, rect.top() + _PAD - 2, _SIGN, _SIGN)
        _draw_sign(painter, sign, state, tokens)
        fonts = _fonts()
        title_height, words_height = self._heights(state.title, rect.width())
        left = rect.left() + _SIGN + 2 * _PAD
        painter.save()
        painter.setPen(QColor(tokens.text))
        painter.setFont(fonts[0])
        room = QRect(left, rect.top() + _PAD - 4, rect.width() - _SIGN - 3 * _PAD, title_height)
        painter.drawText(room, Qt.TextFlag.TextWordWrap, state.title)
        painter.setPen(QColor(tokens.muted))
        painter.setFont(fonts[1])
        painter.drawText(QRect(left, room.bottom() + 1, room.width(), words_height), 0, state.words())
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus:
            view.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, view)


class SectionList(QListView):
    """The sections in order; ``chosen`` tells which one to show."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._model = _Sections()
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(tr("Sections of this assessment"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.selectionModel().currentChanged.connect(self._moved)
        self._quiet = False

    def event(self, event: QEvent) -> bool:
        """Measure the rows anew at another text size, and when the list comes back into sight."""
        if event.type() in {QEvent.Type.ApplicationFontChange, QEvent.Type.Show}:
            self.scheduleDelayedItemsLayout()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the titles anew: a list view by itself only minds its height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _moved(self, now: QModelIndex) -> None:
        if not self._quiet and now.isValid():
            self.chosen.emit(self._model.states[now.row()].module)

    def states(self) -> tuple[SectionState, ...]:
        """Return what is shown."""
        return tuple(self._model.states)

    def show_states(self, states: list[SectionState]) -> None:
        """Show how far each section is."""
        old = self._model.states
        if [state.module for state in states] != [state.module for state in old]:
            current = self.current()
            self._model.beginResetModel()
            self._model.states = states
            self._model.endResetModel()
            self.show_current(current)
            return
        for at, (before, now) in enumerate(zip(old, states, strict=True)):
            if before != now:
                old[at] = now
                index = self._model.index(at)
                self._model.dataChanged.emit(index, index)

    def current(self) -> str:
        """Return the module of the current section, empty where there is none."""
        at = self.currentIndex().row()
        return self._model.states[at].module if 0 <= at < len(self._model.states) else ""

    def show_current(self, module: str) -> None:
        """Mark a section as the one that is shown, without telling anybody."""
        self._quiet = True
        for at, state in enumerate(self._model.states):
            if state.module == module:
                self.setCurrentIndex(self._model.index(at))
        self._quiet = False
