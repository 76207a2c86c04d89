"""Keeps the keyboard where it was while a page, or a part of one, is built anew around it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["keyboard_kept"]


@contextmanager
def keyboard_kept(page: QWidget, otherwise: Callable[[], QWidget | None]) -> Iterator[None]:
    """Give the keyboard, if it was in ``page`` and what had it is gone, to what bears its name now, else to ``otherwise``.

    Left alone, Qt gives it to whatever comes next in the window: to a link above the page, as a rule, and whoever uses
    no mouse, or hears the page, is somewhere else without having gone there.
    """
    before = QApplication.focusWidget()
    if before is None or not page.isAncestorOf(before):
        yield
        return
    kind, known = type(before), (before.objectName(), before.accessibleName())
    yield
    if isValid(before) and before.isVisible():
        return
    alike = (each for each in page.findChildren(kind) if each.isVisible() and each.isEnabled())
    same = next((each for each in alike if any(known) and (each.objectName(), each.accessibleName()) == known), None)
    now = QApplication.focusWidget()
    if same is None and now is not None and page.isAncestorOf(now):
        return
    target = same if same is not None else otherwise()
    if target is not None:
        target.setFocus(Qt.FocusReason.OtherFocusReason)
