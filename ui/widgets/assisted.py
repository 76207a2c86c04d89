"""Controls that hear an assistive program as they hear a person: what it writes, ticks or takes from a list counts.

Qt lets such a program set words, toggle and select, but tells of it only that something is different now, as if the app had
done it itself. These controls know what the app did; all else was somebody's doing, and is told by the usual signals.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QRadioButton
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QItemSelection, QModelIndex
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView

    _Button = QAbstractButton
else:
    _Button = object  # a class may have one class of Qt below it

__all__ = ["Assisted", "Combo", "Radio", "Tick", "WrittenLine", "hear_selection"]


_ROW: Final = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


class WrittenLine(QLineEdit):
    """A field whose ``textEdited`` also tells of what an assistive program wrote."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self._known: str | None = None
        self.textEdited.connect(self._typed)
        self.textChanged.connect(self._changed)

    def setText(self, text: str | None) -> None:
        """Show a text; nobody edited it."""
        self._known = text or ""
        super().setText(text)
        self._known = None

    def clear(self) -> None:
        """Empty the field; nobody edited it."""
        self._known = ""
        super().clear()
        self._known = None

    def _typed(self, text: str) -> None:
        self._known = text

    def _changed(self, text: str) -> None:
        known, self._known = self._known, None
        if text != known:
            self.setModified(True)
            self.textEdited.emit(text)
            self._known = None


class Assisted(_Button):
    """Mixed into a checkable button whose ``clicked`` also tells that an assistive program toggled it."""

    by_app = 0
    """How many doings of the app, or clicks that tell of themselves, are under way."""

    def hear(self) -> None:
        """Begin to listen."""
        self.toggled.connect(self._toggled)

    @contextmanager
    def _known(self) -> Iterator[None]:
        self.by_app += 1
        try:
            yield
        finally:
            self.by_app -= 1

    def setChecked(self, on: bool) -> None:  # noqa: FBT001 (Qt's own signature)
        """Check it or not; nobody clicked it."""
        with self._known():
            super().setChecked(on)

    def nextCheckState(self) -> None:
        """Do as a click does, which tells of itself."""
        with self._known():
            super().nextCheckState()

    def _toggled(self, on: bool) -> None:  # noqa: FBT001 (Qt's signal)
        # One of a set that is not chosen any more tells nothing: another one was chosen, and tells.
        if not self.by_app and (on or not self.autoExclusive()):
            self.clicked.emit()


class Radio(Assisted, QRadioButton):
    """A radio button that hears an assistive program."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.hear()


class Tick(Assisted, QCheckBox):
    """A check box that hears an assistive program."""

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        self.hear()


def hear_selection(view: QAbstractItemView, taken: Callable[[QModelIndex], object]) -> None:
    """Have ``taken`` called with what an assistive program selects in a view.

    A person goes to a row, and it is selected with that; such a program selects a row where nobody went.
    """

    def cleared() -> None:
        """Take what was selected already, and was toggled: it is left without a selection, and nothing else has one."""
        current = view.currentIndex()
        if isValid(view) and current.isValid() and not view.selectionModel().hasSelection():
            view.selectionModel().select(current, _ROW)
            taken(current)

    def changed(selected: QItemSelection, _left: QItemSelection) -> None:
        if not QAccessible.isActive():
            return
        indexes = selected.indexes()
        if not indexes:
            QTimer.singleShot(0, view, cleared)  # a moment later: a selection is cleared before another one is made
        elif indexes[0].row() != view.currentIndex().row():
            taken(indexes[0])

    view.selectionModel().selectionChanged.connect(changed)


class Combo(QComboBox):
    """A list to pull down from which an assistive program can take an entry, and that a turned wheel never changes."""

    def __init__(self) -> None:
        super().__init__()
        self._hears = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # a wheel does not take the keyboard either

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def showPopup(self) -> None:
        """Pull the list down, and listen to what is taken from it."""
        if not self._hears and QAccessible.isActive():
            self._hears = True
            hear_selection(self.view(), self._taken)
        super().showPopup()
        from ui.widgets.pulled import keep_rows_whole  # not before: the unlock page has such lists, too

        keep_rows_whole(self.view(), self, self.maxVisibleItems())

    def _taken(self, index: QModelIndex) -> None:
        if self.view().isVisible():
            self.setCurrentIndex(index.row())
            self.hidePopup()
            self.activated.emit(index.row())
