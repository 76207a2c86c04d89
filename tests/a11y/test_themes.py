"""Every page in every theme: what is written can be read, what can be used has a name, and no theme hides a thing."""

from __future__ import annotations

from inspect import signature
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from tests.a11y.desks import on_screen
from tests.a11y.inks import faint
from tests.a11y.walking import assert_all_reached, named, to_be_reached
from ui.app import PAGES
from ui.navigation import Page, Target
from ui.shell.navigation import load_page
from ui.theme.appearance import Appearance
from ui.theme.palettes import THEMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.ui.pages.two_vaults import TwoVaults
    from ui.shell.session import Session

ENTRY = frozenset({"unlock", "first_run"})
"""Pages before a vault is open; they have tests of their own."""
OLDER = "older"
"""What is shown of a vault that is older than last seen: this one is not."""


@pytest.fixture(scope="module")
def session(vaults: TwoVaults) -> Iterator[Session]:
    """The practitioner's vault on screen; nothing is written in it."""
    with on_screen(vaults, Appearance("light", 100), 1280, 860) as made:
        yield made


@pytest.fixture
def light() -> Iterator[None]:
    """Give the application its light theme back."""
    yield
    Appearance("light", 100).apply()


@pytest.mark.usefixtures("light")
@pytest.mark.parametrize("place", sorted(PAGES.keys() - ENTRY - {OLDER}))
def test_a_page_in_every_theme(session: Session, vaults: TwoVaults, qtbot: QtBot, place: str) -> None:
    """Nothing without a name or too faint, as many things to use in one theme as in another, and all within reach of Tab."""
    known = {"case": vaults.case, "assessment": vaults.assessment, "path": "M05.harm.sexual"}
    taken = signature(load_page(PAGES, place)).parameters
    session.frame.navigator.go(Target(place, **{name: value for name, value in known.items() if name in taken}))
    qtbot.waitUntil(lambda: not session.operations.busy(), timeout=20_000)
    page = session.frame.navigator.page
    assert isinstance(page, Page)
    session.frame.activateWindow()
    counts = {}
    for theme in THEMES:
        session.context.appearance.choose(theme=theme)
        qtbot.waitUntil(lambda: not session.operations.busy(), timeout=20_000)
        QApplication.processEvents()
        used = to_be_reached(session.frame)
        counts[theme] = sorted(f"{type(each).__name__} {named(each)}" for each in to_be_reached(page))
        assert [f"{type(each).__name__} {each.objectName()}" for each in used if not named(each).strip()] == []
        assert list(faint(session.frame)) == [], theme
    assert counts["light"] == counts["dark"] == counts["high_contrast"]
    for percent in (100, 150):  # at large text other parts are shown, in another order
        session.context.appearance.choose(theme="light", percent=percent)
        qtbot.waitUntil(lambda: not session.operations.busy(), timeout=20_000)
        QApplication.processEvents()
        if QApplication.focusWidget() is None:
            page.setFocus()
        assert_all_reached(session.frame)
    session.context.appearance.choose(theme="light", percent=100)


def test_the_measure_sees_faint_words(qtbot: QtBot) -> None:
    """Grey on white is told by its words; black on white is not."""
    ground = QWidget()
    qtbot.addWidget(ground)
    layout = QVBoxLayout(ground)
    for words, colour in (("Hardly to be read", "#999999"), ("Plain to read", "#000000")):
        label = QLabel(words)
        label.setAutoFillBackground(True)
        label.setStyleSheet(f"background: #ffffff; color: {colour}")
        layout.addWidget(label)
    ground.show()
    found = list(faint(ground))
    assert len(found) == 1
    assert "Hardly to be read" in found[0]
