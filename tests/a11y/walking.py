"""Walking a window as somebody does who uses no mouse, or who hears it instead of seeing it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSlider,
    QTextEdit,
    QWidget,
)

__all__ = ["assert_all_reached", "named", "to_be_reached", "walk"]

USED = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QAbstractItemView)
MOST = 900


def _tab(widget: QWidget) -> QWidget | None:
    """Press Tab, and in a text with links as often as it takes to come out of it; return what has the keyboard then."""
    for _ in range(MOST if isinstance(widget, QTextEdit) else 1):
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        if (now := QApplication.focusWidget()) is not widget:
            return now
    return widget


def walk() -> list[QWidget]:
    """Press Tab until the keyboard is back where it was; return everything that had it."""
    start = QApplication.focusWidget()
    assert start is not None
    first = _tab(start)  # a page may begin at its whole content, which Tab does not come back to
    seen: list[QWidget] = []
    now = first
    while now is not None and now not in seen and len(seen) < MOST:
        seen.append(now)
        now = _tab(now)
    assert now is first, f"Tab does not come round: it stays at {named(now)}"
    return seen


def named(widget: QWidget | None) -> str:
    """Return what a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget) if widget is not None else None
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def to_be_reached(root: QWidget) -> list[QWidget]:
    """Return what a person can use on screen: a set of radio buttons counts once, a list box without its inside."""
    found = []
    for each in root.findChildren(QWidget):
        inside = isinstance(each.parentWidget(), QComboBox | QAbstractItemView | QLineEdit)
        bar = isinstance(each.parentWidget(), QAbstractScrollArea) and not isinstance(each, USED)
        usable = isinstance(each, USED) and each.isVisible() and each.isEnabled()
        if usable and not inside and not bar and each.parentWidget() is not None and _may_have_keys(each):
            found.append(each)
    return found


def _may_have_keys(widget: QWidget) -> bool:
    # Buttons that a container walks by arrow keys say so by taking no focus themselves.
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def taking_the_wheel(root: QWidget) -> list[str]:
    """Return by name what a turned wheel changes, or takes the keyboard to, where the page should be scrolled."""
    found = []
    for each in (*root.findChildren(QComboBox), *root.findChildren(QAbstractSpinBox), *root.findChildren(QSlider)):
        middle = QPointF(each.rect().center())
        turned = QWheelEvent(
            middle,
            each.mapToGlobal(middle),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QWidget.event(each, turned)
        taken = turned.isAccepted() and each.isEnabled()  # what is switched off does not hear of it
        if taken or each.focusPolicy() == Qt.FocusPolicy.WheelFocus:
            found.append(f"{type(each).__name__} {named(each)!r}")
    return found


def assert_all_reached(root: QWidget) -> None:
    """Walk, and say by name what was missed, has no name, or keeps the page from being scrolled."""
    wheeled = taking_the_wheel(root)
    assert wheeled == [], f"the wheel does not scroll the page over {wheeled}"
    seen = walk()
    assert len(seen) < MOST
    nameless = [f"{type(each).__name__} {each.objectName()}" for each in seen if not named(each).strip()]
    assert nameless == []
    reached = set(seen) | {each.focusProxy() for each in seen} | {each.parentWidget() for each in seen}
    sets = {each.parentWidget() for each in seen if isinstance(each, QRadioButton)}
    missed = [
        f"{type(each).__name__} {named(each)!r}"
        for each in to_be_reached(root)
        if each not in reached and not (isinstance(each, QRadioButton) and each.parentWidget() in sets)
    ]
    assert missed == []
