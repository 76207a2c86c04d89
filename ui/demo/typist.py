"""Presses keys and clicks on real widgets, and waits for what follows; knows widgets, not the case."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from hsb_assess.domain.errors import HsbAssessError

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Typist", "stuck"]

PATIENCE = 30.0
"""Seconds after which a window that does not come is a failure."""

W = TypeVar("W", bound=QWidget)


def stuck(what: str) -> HsbAssessError:
    """Return the error for a step of the demonstration that cannot go on; ``what`` names it."""
    return HsbAssessError(
        "demo_stuck",
        f"The demonstration waited for something that did not come: {what}.",
        "Run it again; if it stops at the same place, report this code and place.",
    )


class Typist:
    """Two hands at one keyboard."""

    def settle(self, done: Callable[[], object], what: str, seconds: float = PATIENCE) -> None:
        """Let the app work until ``done`` says so; raises ``demo_stuck`` after ``seconds``."""
        end = time.monotonic() + seconds
        while not done():
            if time.monotonic() > end:
                raise stuck(what)
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            time.sleep(0.002)

    def pause(self) -> None:
        """Let the app do what it has ready to do."""
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def click(self, widget: QWidget) -> None:
        """Click on a widget; on a button, where its mark is."""
        self.settle(widget.isEnabled, f"{type(widget).__name__} {self.words(widget)} enabled")
        self.pause()  # what was just shown gets its place first
        at = QPoint(12, widget.height() // 2) if isinstance(widget, QAbstractButton) else widget.rect().center()
        widget.setFocus(Qt.FocusReason.MouseFocusReason)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        self.pause()

    def reach(self, widget: QWidget) -> None:
        """Put the keyboard into a widget."""
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def words(widget: QWidget) -> str:
        """Return how a widget is named, for saying where the demonstration stopped."""
        return widget.accessibleName() or widget.objectName()

    def press(self, widget: QWidget, key: Qt.Key, *, control: bool = False) -> None:
        """Press one key in a widget."""
        modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(widget, key, modifier)
        self.pause()

    def write(self, widget: QLineEdit | QPlainTextEdit, text: str, *, enter: bool = False) -> None:
        """Put the keyboard in a field, replace what is there by ``text``, key by key."""
        self.reach(widget)
        widget.selectAll()
        QTest.keyClicks(widget, text)
        if enter:
            QTest.keyClick(widget, Qt.Key.Key_Return)
        self.pause()

    def pick(self, combo: QComboBox, index: int) -> None:
        """Open a list with the keyboard, go to an entry, take it."""
        self.reach(combo)
        combo.showPopup()
        view = combo.view()
        QTest.keyClick(view, Qt.Key.Key_Home)
        for _ in range(index - view.currentIndex().row()):
            QTest.keyClick(view, Qt.Key.Key_Down)
        QTest.keyClick(view, Qt.Key.Key_Return)
        self.front(combo)
        if combo.currentIndex() != index:
            raise stuck(f"entry {index} of a list")

    def close_list(self, combo: QComboBox) -> None:
        """Put away what a list that is typed in proposes."""
        completer = combo.completer()
        popup: QWidget | None = completer.popup() if completer is not None else None
        if popup is not None and popup.isVisible():
            popup.hide()
        self.front(combo)

    def front(self, widget: QWidget) -> None:
        """Have the window of ``widget`` in front again; with no display, a list that closed stays in its place."""
        self.pause()
        window = widget.window()
        if not window.isActiveWindow():
            window.activateWindow()
            self.settle(window.isActiveWindow, "the window in front")

    def find(self, parent: QWidget, kind: type[W], name: str) -> W:
        """Wait for a child of ``parent``, by its object name."""

        def found() -> list[W]:
            return [each for each in parent.findChildren(kind) if each.objectName() == name]

        self.settle(found, f"{kind.__name__} {name}")
        return found()[0]

    def button(self, parent: QWidget, words: str) -> QAbstractButton:
        """Wait for a shown button whose text begins with ``words``."""

        def found() -> list[QAbstractButton]:
            return [
                each
                for each in parent.findChildren(QAbstractButton)
                if each.text().replace("&&", "&").startswith(words) and each.isVisible()
            ]

        self.settle(found, f"button “{words}”")
        return found()[0]
