"""The pad for marks: a finger, a pen with pressure and the mouse draw the same strokes, at any size of the pad."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hsb_assess.domain.strokes import MOST_STROKES, WIDTH
from ui.draw.pad import InkView, Pad

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def pad(qtbot: QtBot) -> Pad:
    """A pad on screen."""
    made = Pad("Their mark")
    qtbot.addWidget(made)
    made.resize(500, 150)
    with qtbot.waitExposed(made):
        made.show()
    return made


def pen(pad: Pad, kind: QEvent.Type, x: float, y: float, pressure: float) -> None:
    """Do with a pen what its driver tells."""
    device = QPointingDevice.primaryPointingDevice()
    place = QPointF(x, y)
    none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
    held = none if kind == QEvent.Type.TabletRelease else left
    event = QTabletEvent(
        kind, device, place, pad.mapToGlobal(place), pressure, 0, 0, 0, 0, 0, Qt.KeyboardModifier.NoModifier, left, held
    )
    QApplication.sendEvent(pad, event)


def test_a_finger_draws(pad: Pad, qtbot: QtBot) -> None:
    """One stroke for one touch; lifting tells that something was drawn."""
    device = QTest.createTouchDevice()
    with qtbot.waitSignal(pad.changed):
        QTest.touchEvent(pad, device).press(0, QPoint(50, 75)).commit()
        for x in range(70, 300, 20):
            QTest.touchEvent(pad, device).move(0, QPoint(x, 75)).commit()
        QTest.touchEvent(pad, device).release(0, QPoint(300, 75)).commit()
    ink = pad.ink()
    assert ink is not None
    (stroke,) = ink.strokes
    assert len(stroke) > 5
    assert stroke[0].x < stroke[-1].x < WIDTH


def test_a_pen_tells_how_hard_it_is_pressed(pad: Pad) -> None:
    """The pressure of each point is kept."""
    pen(pad, QEvent.Type.TabletPress, 50, 75, 0.2)
    pen(pad, QEvent.Type.TabletMove, 150, 75, 0.9)
    pen(pad, QEvent.Type.TabletRelease, 160, 75, 0.0)
    ink = pad.ink()
    assert ink is not None
    assert [point.pressure for point in ink.strokes[0]][:2] == [51, 230]


def test_moving_without_touching_draws_nothing(pad: Pad) -> None:
    """Neither does another button, nor a stroke beyond the last that is kept."""
    QTest.mouseMove(pad, QPoint(100, 50))
    QTest.mouseClick(pad, Qt.MouseButton.RightButton, pos=QPoint(50, 50))
    assert pad.ink() is None
    for x in range(MOST_STROKES + 5):
        QTest.mouseClick(pad, Qt.MouseButton.LeftButton, pos=QPoint(20 + x * 8, 60))
    ink = pad.ink()
    assert ink is not None
    assert len(ink.strokes) == MOST_STROKES
    pad.clear()
    assert pad.ink() is None


def test_what_was_drawn_is_seen_again(pad: Pad, qtbot: QtBot) -> None:
    """A mark to look at has ink where it was drawn, and a name for whoever hears it."""
    for x in (60, 440):
        QTest.mouseClick(pad, Qt.MouseButton.LeftButton, pos=QPoint(x, 60))
    ink = pad.ink()
    assert ink is not None
    view = InkView(ink, "Mark of mother, as drawn")
    qtbot.addWidget(view)
    image = QImage(view.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    view.render(painter, QPoint(0, 0))
    painter.end()
    dark = [
        x for x in range(image.width()) if any(image.pixelColor(x, y).lightness() < 90 for y in range(image.height()))
    ]
    assert dark
    assert max(dark) - min(dark) > view.width() / 2
    assert view.accessibleName() == "Mark of mother, as drawn"
