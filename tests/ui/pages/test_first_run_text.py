"""The welcome at large text: it scrolls instead of being cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QPushButton

from ui.pages.first_run import FirstRunPage

if TYPE_CHECKING:
    from tests.ui.conftest import Running


def test_the_welcome_scrolls_once_text_is_large(running: Running) -> None:
    """Choosing large text while the welcome is on screen rebuilds it in a column; small text leaves it as it is."""
    running.app.show_entry("first_run", None)
    page = running.app.window.centralWidget()
    assert isinstance(page, FirstRunPage)
    before = page.step
    running.app.appearance.choose(percent=200)
    running.bot.waitUntil(lambda: page.step is not before)
    assert page._column is not None
    running.app.appearance.choose(percent=100)
    running.bot.wait(20)
    assert page._column.isVisible()


def test_the_welcome_starts_at_making_a_vault(running: Running) -> None:
    """On the real window the keyboard is on *Make your vault*, so that Return does not change the language."""
    running.app.show_entry("first_run", None)
    page = running.app.window.centralWidget()
    assert isinstance(page, FirstRunPage)
    step = page.step
    running.bot.waitUntil(lambda: step is not None and step.isVisible())
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Make your vault"
