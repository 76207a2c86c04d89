"""Lists that are pulled down: whole rows, in any theme and at any size of text, opened by all that looks like their arrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.form.picking import PickCombo
from ui.theme.appearance import Appearance
from ui.widgets.still import StillCombo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QAbstractItemView, QApplication
    from pytestqt.qtbot import QtBot

NAMES = [(f"p{at}", f"Person {at}") for at in range(30)]


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    """Our style, put back afterwards."""
    style, palette, font = qapp.style().objectName(), qapp.palette(), qapp.font()
    made = Appearance("light", 100)
    made.apply()
    yield made
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)


def shown(qtbot: QtBot, box: StillCombo, *, below: int = 0) -> QWidget:
    """Show a window with a list box, ``below`` pixels from its top."""
    window = QWidget()
    qtbot.addWidget(window)
    body = QVBoxLayout(window)
    body.setContentsMargins(0, below, 0, 0)
    body.addWidget(box)
    body.addStretch(1)
    window.resize(400, below + 80)
    window.show()
    window.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    return window


def cut(view: QAbstractItemView) -> int:
    """Return how many pixels of a row are in sight of one that is not whole."""
    return view.viewport().height() % view.sizeHintForRow(0)


@pytest.mark.parametrize("theme", ["light", "dark", "high_contrast"])
@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("count", [3, 30])
def test_rows_are_whole(appearance: Appearance, qtbot: QtBot, theme: str, percent: int, count: int) -> None:
    """A list that is pulled down, and one that letters narrow, show no row in part, however often they are opened."""
    appearance.choose(theme=theme, percent=percent)
    plain, picking = StillCombo(), PickCombo(lambda: NAMES[:count], "Type")
    plain.addItems([name for _, name in NAMES[:count]])
    for box in (plain, picking):
        window = shown(qtbot, box)
        for _ in range(2):
            box.showPopup()
            assert cut(box.view()) == 0
            assert box.view().viewport().height() // box.view().sizeHintForRow(0) == min(count, box.maxVisibleItems())
            box.hidePopup()
        window.hide()
    window = shown(qtbot, picking)
    QTest.keyClicks(picking.words, "pers")
    popup = picking.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    assert cut(popup) == 0
    window.hide()


def test_a_list_near_the_edge_of_the_screen_is_whole(appearance: Appearance, qtbot: QtBot) -> None:
    """Where there is no room for all rows there are fewer of them, above or below; the chosen one is among them."""
    del appearance
    box = StillCombo()
    box.addItems([name for _, name in NAMES])
    box.setMaxVisibleItems(30)
    box.setCurrentIndex(20)
    window = shown(qtbot, box, below=200)
    box.showPopup()
    view, screen = box.view(), box.screen().availableGeometry()
    assert cut(view) == 0
    assert screen.contains(view.window().geometry())
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))
    window.hide()


def test_all_beside_the_words_pulls_the_list_down(appearance: Appearance, qtbot: QtBot) -> None:
    """Also where the arrow is painted and the style under ours has none; a press on the words goes on writing."""
    del appearance
    box = PickCombo(lambda: NAMES, "Type")
    window = shown(qtbot, box)
    for from_the_right in (8, 22, 36):
        press = QPoint(box.width() - from_the_right, box.height() // 2)
        QTest.mousePress(box, Qt.MouseButton.LeftButton, pos=press)
        assert box.view().isVisible(), from_the_right
        box.hidePopup()
    QTest.mouseClick(box.words, Qt.MouseButton.LeftButton)
    assert not box.view().isVisible()
    window.hide()
