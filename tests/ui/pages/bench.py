"""A page on its own, with a real vault behind it: what it navigates to and what it says is kept for the test."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.ui.pages.two_vaults import open_vault
from ui.computer.base import Computer
from ui.navigation import Page, PageContext, Target
from ui.notices import Notice, Notices
from ui.operations import Operations
from ui.theme.appearance import Appearance
from ui.widgets.files import Files

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from hsb_assess.desk.workplace import Change

__all__ = ["Bench", "Chosen"]

P = TypeVar("P", bound=Page)


class Chosen(Files):
    """Stands in for the native dialogs: answers with one path and remembers what was suggested."""

    def __init__(self, path: Path | None) -> None:
        super().__init__()
        self.path = path
        self.suggested = ""

    def save(self, parent: QWidget, title: str, name: str, kind: str) -> Path | None:
        """Answer at once."""
        del parent, title, kind
        self.suggested = name
        return self.path

    def open(self, parent: QWidget, title: str, kind: str) -> Path | None:
        """Answer at once."""
        del parent, title, kind
        return self.path


class Bench:
    """One unlocked vault; :meth:`page` puts a page on screen, :meth:`close` puts everything away."""

    def __init__(self, qtbot: QtBot, folder: Path, *, theme: str = "light", percent: int = 100) -> None:
        self.qtbot = qtbot
        self.appearance = Appearance(theme, percent)
        self.appearance.apply()
        self.vault = open_vault(folder)
        self.at = self.vault.workplace(read_only=True)
        self.operations = Operations(
            lambda: self.vault.workplace(read_only=False), open_to_look=lambda: self.vault.workplace(read_only=True)
        )
        self.notices = Notices()
        self.said: list[Notice] = []
        self.went: list[Target] = []
        self.notices.said.connect(self.said.append)
        self.operations.failed.connect(self.notices.error)
        self.operations.changed.connect(self._changed)
        self.computer = Computer()
        self.context = PageContext(
            self.at, self.vault, self.operations, self.notices, self.went.append, self.appearance, self.computer
        )
        self._page: Page | None = None

    def page(self, made: type[P], width: int = 1200, **keywords: str | None) -> P:
        """Show a page."""
        page = made(self.context, **keywords)  # type: ignore[arg-type]  # each page has keywords of its own
        page.resize(width, 900)
        self.qtbot.addWidget(page)
        with self.qtbot.waitExposed(page):
            page.show()
        self._page = page
        return page

    def settle(self) -> None:
        """Wait until the worker has nothing left to do and the screen has heard of it."""
        self.qtbot.waitUntil(lambda: not self.operations.busy(), timeout=30_000)
        self.qtbot.wait(1)
        self.qtbot.waitUntil(lambda: not self.operations.busy(), timeout=30_000)

    def _changed(self, change: Change, by: QWidget | None) -> None:
        if self._page is not None:
            self._page.on_change(change, mine=by is self._page)

    def forget(self) -> None:
        """Let go of the page, what it said and where it went: the next test shows its own."""
        if self._page is not None:
            self._page.seal()
            self.settle()
        self._page = None
        self.said.clear()
        self.went.clear()

    def close(self) -> None:
        """Put the vault away."""
        if self._page is not None:
            self._page.seal()
        assert self.operations.drain(20)
        self.at.book.close()
        self.vault.close()


def named(page: QWidget, name: str) -> QAbstractButton:
    """Return the button that a screen reader calls ``name``."""
    found = [each for each in page.findChildren(QAbstractButton) if each.accessibleName() == name]
    assert len(found) == 1, [each.accessibleName() for each in page.findChildren(QAbstractButton)]
    return found[0]


def words_in(page: QWidget) -> str:
    """Return every word on a page that is not hidden."""
    from PySide6.QtWidgets import QLabel

    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page))
