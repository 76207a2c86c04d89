"""The style: 44 px rows, a ring on what has the keyboard, text sizes that reach every label."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPushButton, QRadioButton, QWidget

from ui.theme.appearance import Appearance
from ui.theme.palettes import DARK, HIGH_CONTRAST, LIGHT, THEMES
from ui.theme.style import ROW, AssessStyle, tokens_of
from ui.widgets.text import Heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    """The light theme at ordinary size, on again after the test."""
    del qapp
    made = Appearance("light", 100)
    made.apply()
    yield made
    made.choose(theme="light", percent=100)


def pixels(picture: QImage, colour: str) -> int:
    """Count the pixels of exactly this colour."""
    wanted = QColor(colour).rgb()
    return sum(picture.pixel(x, y) == wanted for x in range(picture.width()) for y in range(picture.height()))


@pytest.mark.parametrize("kind", [QPushButton, QLineEdit, QComboBox, QCheckBox, QRadioButton])
def test_everything_that_is_hit_is_44_high(appearance: Appearance, qtbot: QtBot, kind: type[QWidget]) -> None:
    """Whatever a finger must hit is a row high."""
    del appearance
    made = kind()
    qtbot.addWidget(made)
    assert made.sizeHint().height() >= ROW


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("kind", [QPushButton, QLineEdit, QComboBox, QCheckBox])
def test_the_keyboard_is_seen(appearance: Appearance, qtbot: QtBot, kind: type[QWidget], theme: str) -> None:
    """A ring of three pixels appears around what gets the keyboard, and only then."""
    appearance.choose(theme=theme)
    frame = QWidget()
    qtbot.addWidget(frame)
    other = QPushButton("other", frame)
    made = kind(frame)
    made.setGeometry(10, 10, 200, ROW)
    other.setGeometry(10, 80, 200, ROW)
    with qtbot.waitExposed(frame):
        frame.show()
    focus = THEMES[theme].focus
    other.setFocus()
    assert pixels(made.grab().toImage(), focus) == 0
    made.setFocus()
    assert pixels(made.grab().toImage(), focus) > 3 * ROW


@pytest.mark.parametrize("percent", [100, 125, 150, 175, 200])
def test_text_size_reaches_headings(appearance: Appearance, qtbot: QtBot, percent: int) -> None:
    """A heading that is on screen grows with ordinary text."""
    heading, button = Heading("Caseload"), QPushButton("Unlock")
    for made in (heading, button):
        qtbot.addWidget(made)
    appearance.choose(percent=percent)
    assert QApplication.font().pixelSize() == 16 * percent // 100
    assert heading.font().pixelSize() == pytest.approx(16 * percent / 100 * 1.7, abs=1)
    assert button.fontMetrics().height() >= 16 * percent // 100


def test_themes_change_while_open(appearance: Appearance, qtbot: QtBot) -> None:
    """Choosing another theme changes what widgets on screen are drawn with."""
    made = QPushButton("Unlock")
    qtbot.addWidget(made)
    for theme, tokens in (("dark", DARK), ("high_contrast", HIGH_CONTRAST), ("light", LIGHT)):
        appearance.choose(theme=theme)
        assert tokens_of(made) is tokens
        assert isinstance(QApplication.style(), AssessStyle)


def test_nothing_moves_by_itself(appearance: Appearance) -> None:
    """Reduced motion is the only motion: Qt's own animations are off."""
    del appearance
    style = QApplication.style()
    assert style.styleHint(style.StyleHint.SH_Widget_Animation_Duration) == 0
