"""Somebody who has a keyboard and no mouse: whatever is wanted is reached by Tab and arrows, and every key goes where it is.

The app is only looked at, never helped: where the keyboard is and what stands on screen is read, and nothing is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from ui.demo.filling import Filling
from ui.demo.person import Person
from ui.demo.typist import Typist, stuck
from ui.form.rows import RowsView

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.form.question import QuestionField
    from ui.navigation import Target

__all__ = ["KeyFilling", "KeyPerson", "KeyTypist"]

P = TypeVar("P", bound=QWidget)

MOST = 500
"""Presses of one key after which something cannot be reached."""
_QUICK = 8
"""So many presses follow each other before the app gets to paint: a key that is held down is as quick."""
_PLAIN = Qt.KeyboardModifier.NoModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class KeyTypist(Typist):
    """A typist without a mouse. ``pressed`` counts what it took."""

    def __init__(self) -> None:
        self.pressed = 0

    @staticmethod
    def here() -> QWidget:
        """Return what has the keyboard now: a list that is pulled down, else the focused widget."""
        popup = QApplication.activePopupWidget()
        found = (popup.focusWidget() or popup) if popup is not None else QApplication.focusWidget()
        if found is None:
            raise stuck("anything that has the keyboard")
        return found

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _PLAIN) -> None:
        """Press one key, wherever the keyboard is."""
        self.pressed += 1
        QTest.keyClick(self.here(), key, modifier)
        self.pause()

    def until(
        self, key: Qt.Key, holds: Callable[[], object], what: str, modifier: Qt.KeyboardModifier = _PLAIN
    ) -> None:
        """Press a key until something holds."""
        for count in range(MOST):
            if holds():
                self.pause()
                return
            self.pressed += 1
            QTest.keyClick(self.here(), key, modifier)
            if count % _QUICK == 0:
                self.pause()
        raise stuck(f"{what} by keys alone")

    # -- as a typist -----------------------------------------------------------------------------------------

    def reach(self, widget: QWidget) -> None:
        """Press Tab until the keyboard is in ``widget``; a button of a set is reached by arrows within the set."""
        while (proxy := widget.focusProxy()) is not None:
            widget = proxy
        self.settle(lambda: widget.isVisible() and widget.isEnabled(), f"{type(widget).__name__} {self.words(widget)}")
        if self.here() is widget:
            return
        if isinstance(widget, QRadioButton):
            around = widget.parentWidget()

            def in_set() -> bool:
                return isinstance(self.here(), QRadioButton) and self.here().parentWidget() is around

            self._walk(widget, in_set)
            self.until(Qt.Key.Key_Down, lambda: self.here() is widget, widget.text())
        else:
            self._walk(widget, lambda: self.here() is widget)

    def _walk(self, widget: QWidget, there: Callable[[], bool]) -> None:
        """Press Tab, or Shift+Tab towards what stands further up, as somebody does who sees where it is."""
        up = widget.mapToGlobal(QPoint()).y() < self.here().mapToGlobal(QPoint()).y()
        name = f"{type(widget).__name__} {self.words(widget)}"
        self.until(Qt.Key.Key_Backtab if up else Qt.Key.Key_Tab, there, name, _SHIFT if up else _PLAIN)

    def click(self, widget: QWidget) -> None:
        """Reach a button and press Space."""
        self.settle(widget.isEnabled, f"{type(widget).__name__} {self.words(widget)} enabled")
        self.reach(widget)
        if not isinstance(widget, QAbstractButton):
            raise stuck(f"a key for {type(widget).__name__}")
        if not (isinstance(widget, QRadioButton) and widget.isChecked()):
            self.key(Qt.Key.Key_Space)

    def press(self, widget: QWidget, key: Qt.Key, *, control: bool = False) -> None:
        """Press one key in a widget."""
        self.reach(widget)
        self.key(key, _CONTROL if control else _PLAIN)

    def write(self, widget: QLineEdit | QPlainTextEdit, text: str, *, enter: bool = False) -> None:
        """Reach a field, mark what is there and type over it."""
        self.reach(widget)
        self.key(Qt.Key.Key_A, _CONTROL)
        if isinstance(widget.parentWidget(), QComboBox):
            for letter in text:  # from the first on, a list may stand below and take the keys
                self.pressed += 1
                QTest.keyClicks(self.here(), letter)
        else:
            self.pressed += len(text)
            QTest.keyClicks(self.here(), text)
        if enter:
            self.key(Qt.Key.Key_Return)
        self.pause()

    def pick(self, combo: QComboBox, index: int) -> None:
        """Pull a list down, go to an entry, take it."""
        self.reach(combo)
        self.key(Qt.Key.Key_Space)
        view = combo.view()
        self.settle(view.isVisible, "a list pulled down")
        self.key(Qt.Key.Key_Home)
        self.until(Qt.Key.Key_Down, lambda: view.currentIndex().row() == index, f"entry {index} of a list")
        self.key(Qt.Key.Key_Return)
        self.front(combo)
        if combo.currentIndex() != index:
            raise stuck(f"entry {index} of a list")

    def close_list(self, combo: QComboBox) -> None:
        """Put away what a list proposes, if it still does."""
        if QApplication.activePopupWidget() is not None:
            self.key(Qt.Key.Key_Escape)
        self.front(combo)

    def select(self, view: QAbstractItemView, wanted: Callable[[], bool], what: str) -> None:
        """Go to a row of a table and open it."""
        self.reach(view)
        self.key(Qt.Key.Key_Home, _CONTROL)
        self.until(Qt.Key.Key_Down, wanted, what)
        self.key(Qt.Key.Key_Return)

    def find_anything(self, words: str) -> None:
        """Ask for something with Ctrl+K and go to the first thing found."""
        self.key(Qt.Key.Key_K, _CONTROL)
        QTest.keyClicks(self.here(), words)
        self.pause()
        self.key(Qt.Key.Key_Return)


class KeyFilling(Filling):
    """Fills a form in by keys: sections by Ctrl+PgDown and Ctrl+PgUp, rows by their table, fields by Tab."""

    typist: KeyTypist

    def _field(self, path: str) -> QuestionField:
        target = self.labels.path(path)
        self._go_to_section(target)
        self._open_rows(target)
        self.typist.settle(lambda: target in self.page.form.fields, f"question {path}")
        field = self.page.form.fields[target]
        self.typist.settle(field.isVisible, f"question {path} shown")
        return field

    def _rows(self, group: str) -> RowsView:
        self._go_to_section(group)
        self._open_rows(group)
        return self._view(group)

    def _view(self, group: str) -> RowsView:
        def found() -> list[RowsView]:
            return [each for each in self.page.stack.findChildren(RowsView, group) if each.isVisible()]

        self.typist.settle(found, f"the list {group}")
        return found()[0]

    def _go_to_section(self, path: str) -> None:
        name = self.page.tiering.section_of(path.partition(".")[0])
        names = self.page.tiering.sections(self.page.modules())
        if self.page.current_module() == name:
            return
        further = names.index(name) > names.index(self.page.current_module())
        key = Qt.Key.Key_PageDown if further else Qt.Key.Key_PageUp
        self.typist.until(key, lambda: self.page.current_module() == name, f"section {name}", _CONTROL)

    def _open_rows(self, path: str) -> None:
        """Open each row that ``path`` stands in, and in it the questions that wait for being asked for."""
        end = path.find("]")
        while end != -1:
            group, _, row = path[: end + 1][:-1].rpartition("[")
            view = self._view(group)
            if view.panel is None or view.panel.row != row:
                table = view.table
                if table is None:
                    raise stuck(f"the rows of {group}")
                self.typist.select(table, lambda table=table, row=row: table.current_key() == row, f"a row of {group}")  # type: ignore[misc]  # mypy infers no type for a bound default
                self.typist.settle(
                    lambda view=view, row=row: view.panel is not None and view.panel.row == row, "the row"
                )  # type: ignore[misc]  # as above
            panel = view.panel
            name = path[end + 2 :].partition(".")[0].partition("[")[0]
            if panel is not None and panel.more is None and any(item.id == name for item in panel.rest):
                self.typist.click(panel.more_button)
            end = path.find("]", end + 1)


class KeyPerson(Person):
    """Somebody at their own app who goes from page to page by its keys."""

    KEYS: ClassVar = {
        "caseload": (Qt.Key.Key_C, _CONTROL | _SHIFT),
        "case": (Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier),
        "assessment": (Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier),
        "check": (Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier),
    }

    def __init__(self, *card: Any, **more: Any) -> None:  # noqa: ANN401 (a person's own arguments)
        super().__init__(*card, **more)
        self.typist: KeyTypist = KeyTypist()

    def go(self, target: Target, kind: type[P]) -> P:
        """Press the key of a page and wait for it."""
        self.typist.key(*self.KEYS[target.page])
        return self.page(kind)
