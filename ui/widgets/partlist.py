"""The parts of a page as a list at its side, each with its state in words and as a shape, or as a list to pull down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.language import tr
from ui.theme.fonts import scaled
from ui.theme.style import tokens_of
from ui.widgets.assisted import hear_selection
from ui.widgets.still import StillCombo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from ui.theme.palettes import Tokens

__all__ = ["Part", "PartList", "Parts", "Plain"]

Index = QModelIndex | QPersistentModelIndex

_SIGN: Final = 20
_PAD: Final = 10
_WIDTH: Final = 13
"""Letters of ordinary text that the list at the side is wide, where a page does not say more."""


class Part(Protocol):
    """One part of a page."""

    @property
    def name(self) -> str:
        """What it is told by."""

    @property
    def title(self) -> str:
        """What it is called."""

    def words(self) -> str:
        """Return how far it is, empty where that is nothing to say."""

    def draw(self, painter: QPainter, rect: QRectF, tokens: Tokens) -> None:
        """Draw that as a shape; nothing where :meth:`words` says nothing."""


@dataclass(frozen=True)
class Plain:
    """A part of which there is nothing to say but what it is called."""

    name: str
    title: str

    def words(self) -> str:
        """Return nothing."""
        return ""

    def draw(self, painter: QPainter, rect: QRectF, tokens: Tokens) -> None:
        """Draw nothing."""


def _said(part: Part) -> str:
    words = part.words()
    return f"{part.title}: {words}" if words else part.title


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[Part] = []

    def rowCount(self, parent: Index | None = None) -> int:
        del parent
        return len(self.parts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        part = self.parts[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return part.title
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return _said(part)
        return None


def _fonts() -> tuple[QFont, QFont]:
    base = QApplication.font()
    return scaled(base, 1.0), scaled(base, 0.86)


class _Delegate(QStyledItemDelegate):
    """Draws the rows, and remembers how high a title is: a list asks for every row several times as it is laid out."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._known: dict[tuple[str, bool, int], tuple[int, int]] = {}
        self._pixels = 0

    def _room(self, part: Part, width: int) -> tuple[int, int]:
        """Return where the words begin, and how wide they may be."""
        left = _SIGN + 2 * _PAD if part.words() else _PAD
        return left, max(40, width - left - _PAD)

    def _heights(self, part: Part, width: int) -> tuple[int, int]:
        pixels = QApplication.font().pixelSize()
        if pixels != self._pixels:
            self._known.clear()
            self._pixels = pixels
        asked = part.title, bool(part.words()), width
        if asked not in self._known:
            fonts = _fonts()
            room = QRect(0, 0, self._room(part, width)[1], 1000)
            title = QFontMetrics(fonts[0]).boundingRect(room, Qt.TextFlag.TextWordWrap, part.title)
            self._known[asked] = title.height(), QFontMetrics(fonts[1]).height() if part.words() else 0
        return self._known[asked]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view, model = option.widget, index.model()
        width = view.viewport().width() if isinstance(view, QListView) else 200
        if not isinstance(model, _Model):
            return QSize(width, 44)
        title, words = self._heights(model.parts[index.row()], width)
        return QSize(width, max(44, title + words + _PAD + 4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, view = index.model(), option.widget
        if not isinstance(model, _Model) or not isinstance(view, QWidget):
            return
        part, tokens = model.parts[index.row()], tokens_of(view)
        option.text = ""
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
        rect: QRect = option.rect
        part.draw(painter, QRectF(rect.left() + _PAD, rect.top() + _PAD - 2, _SIGN, _SIGN), tokens)
        fonts = _fonts()
        left, width = self._room(part, rect.width())
        title_height, words_height = self._heights(part, rect.width())
        above = _PAD - 4 if words_height else (rect.height() - title_height) // 2
        painter.save()
        painter.setPen(QColor(tokens.text))
        painter.setFont(fonts[0])
        room = QRect(rect.left() + left, rect.top() + above, width, title_height)
        painter.drawText(room, Qt.TextFlag.TextWordWrap, part.title)
        painter.setPen(QColor(tokens.muted))
        painter.setFont(fonts[1])
        painter.drawText(QRect(room.left(), room.bottom() + 1, room.width(), words_height), 0, part.words())
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus:
            view.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, view)


class PartList(QListView):
    """The parts in order; ``chosen`` tells the name of the one to show."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._model = _Model()
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(name)
        self.setAccessibleDescription(tr("Up and Down show another part."))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.selectionModel().currentChanged.connect(self._moved)
        hear_selection(self, self.setCurrentIndex)
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
        QTimer.singleShot(0, self, self._keep_current_in_sight)

    def _keep_current_in_sight(self) -> None:
        """Show where one is, also in a list that became lower."""
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _moved(self, now: QModelIndex) -> None:
        if not self._quiet and now.isValid():
            self.chosen.emit(self._model.parts[now.row()].name)

    def parts(self) -> tuple[Part, ...]:
        """Return what is shown."""
        return tuple(self._model.parts)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show other parts, or how far each is by now."""
        old = self._model.parts
        if [part.name for part in parts] != [part.name for part in old]:
            current = self.current()
            self._model.beginResetModel()
            self._model.parts = list(parts)
            self._model.endResetModel()
            self.show_current(current)
            return
        for at, (before, now) in enumerate(zip(old, parts, strict=True)):
            if before != now:
                old[at] = now
                index = self._model.index(at)
                self._model.dataChanged.emit(index, index)

    def current(self) -> str:
        """Return the name of the current part, empty where there is none."""
        at = self.currentIndex().row()
        return self._model.parts[at].name if 0 <= at < len(self._model.parts) else ""

    def show_current(self, name: str) -> None:
        """Mark a part as the one that is shown, without telling anybody; none where it is not among them."""
        self._quiet = True
        found = (self._model.index(at) for at, part in enumerate(self._model.parts) if part.name == name)
        self.setCurrentIndex(next(found, QModelIndex()))
        self._quiet = False


class Parts(QObject):
    """The list at the side (``side``, with room for more below it in ``column``) and its twin to pull down (``box``).

    ``wide`` is how many letters of ordinary text the list is wide. Put both into the page and call :meth:`fit` with whether there is room for the list: one of them is shown.
    """

    chosen = Signal(str)

    def __init__(self, name: str, box_name: str, parent: QWidget, *, wide: int = _WIDTH) -> None:
        super().__init__(parent)
        self._wide = wide
        self.list = PartList(name)
        self.list.chosen.connect(self.chosen)
        self.box = StillCombo()
        self.box.setAccessibleName(box_name)
        self.box.setPlaceholderText(f"{box_name} …")
        self.box.activated.connect(lambda at: self.chosen.emit(self.box.itemData(at)))
        self.box.hide()
        self.side = QWidget()
        self.column = QVBoxLayout(self.side)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.list, 1)

    def show_parts(self, parts: Sequence[Part], current: str) -> None:
        """Show the parts, and which one is on screen."""
        self.list.show_parts(parts)
        if [self.box.itemData(at) for at in range(self.box.count())] != [part.name for part in parts]:
            self.box.clear()
            for part in parts:
                self.box.addItem("", part.name)
        for at, part in enumerate(parts):
            self.box.setItemText(at, _said(part))
        self.show_current(current)

    def show_current(self, name: str) -> None:
        """Mark the part that is on screen; one that is not among the parts takes the mark away."""
        self.list.show_current(name)
        self.box.setCurrentIndex(self.box.findData(name))

    def fit(self, *, listed: bool) -> None:
        """Show the list where there is room for it, else its twin; the keyboard goes along from one to the other."""
        old = self.box if listed else self.list
        had = old.hasFocus()
        self.side.setVisible(listed)
        self.box.setVisible(not listed)
        self.side.setFixedWidth(self._wide * max(16, QApplication.font().pixelSize()))
        if had:
            self.shown().setFocus(Qt.FocusReason.OtherFocusReason)

    def shown(self) -> QWidget:
        """Return which of the two is there to take the keyboard."""
        return self.list if not self.side.isHidden() else self.box
