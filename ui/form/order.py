"""The order of the Tab key for what is put into a form after it was built."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

__all__ = ["follow"]


def _stops(widget: QWidget) -> list[QWidget]:
    return [
        each
        for each in (widget, *widget.findChildren(QWidget))
        if each.focusPolicy()
        != Qt.FocusPolicy.NoFocus  # also what only the app gives the keyboard: Tab goes on from there
        and each.focusProxy() is None
        and each.window() is widget.window()
    ]


def follow(anchor: QWidget, inserted: QWidget) -> None:
    """Let Tab go from ``anchor`` (its last part) through ``inserted`` and then on.

    Qt goes in the order in which widgets were made, so that a panel opened later would come last on the page.
    """
    before = (_stops(anchor) or [anchor])[-1]
    for each in _stops(inserted):
        QWidget.setTabOrder(before, each)
        before = each
