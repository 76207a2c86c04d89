"""A small vault, copied afresh for each test, and the app on it with real windows."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from hsb_assess.datafiles import data_dir
from hsb_assess.desk import access
from hsb_assess.vault.keys import KdfParameters
from tests.ui.pages.open_case import Desk, desk_on, make_vault
from ui import options
from ui.app import App
from ui.computer.base import Computer
from ui.configuration import Configuration
from ui.pages.unlock import UnlockPage
from ui.theme import fonts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.pages.open_case import Made
    from ui.navigation import Page
    from ui.shell.session import Session

PASSPHRASE = "marble otter lantern quiet seven"


@pytest.fixture(scope="session")
def sealed_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practitioner's vault as first run leaves it, with the least cost of keys that is allowed."""
    folder = tmp_path_factory.mktemp("sealed") / "vault"
    access.first_run(
        folder,
        PASSPHRASE,
        name="Asha Rahman",
        role="practitioner",
        agency="Northshire Children's Services",
        kdf=KdfParameters.floor(),
    )
    return folder


@pytest.fixture
def vault_folder(sealed_vault: Path, tmp_path: Path) -> Path:
    """A copy of the vault that this test may write in."""
    return shutil.copytree(sealed_vault, tmp_path / "vault")


@dataclass
class Running:
    """The app as a person meets it; ``codes`` are the exit codes that it ended with."""

    app: App
    bot: QtBot
    codes: list[int] = field(default_factory=list)

    def entry(self) -> UnlockPage:
        """Return the unlock page that is on screen."""
        page = self.app.window.centralWidget()
        assert isinstance(page, UnlockPage)
        return page

    def unlock(self, passphrase: str = PASSPHRASE) -> Session:
        """Type the passphrase and wait until the vault is open."""
        page = self.entry()
        self.bot.keyClicks(page.passphrase.edit, passphrase)
        page.unlock_button.click()
        self.bot.waitUntil(lambda: self.app.session is not None, timeout=20_000)
        session = self.app.session
        assert session is not None
        self.bot.waitUntil(session.frame.isVisible)  # Qt shows it only after the act that put it there
        return session

    def windows(self) -> list[QWidget]:
        """Return every window that is on screen: a part shown before it has a parent would be one."""
        return [each for each in QApplication.topLevelWidgets() if each.isVisible()]

    def page(self, kind: type[Page]) -> Page:
        """Return the page that is on screen, which has to be of this kind."""
        assert self.app.session is not None
        page = self.app.session.frame.navigator.page
        assert isinstance(page, kind)
        return page

    def settle(self) -> None:
        """Wait until every act is done."""
        session = self.app.session
        assert session is not None
        self.bot.waitUntil(lambda: not session.operations.busy(), timeout=20_000)


@pytest.fixture
def running(qtbot: QtBot, qapp: QApplication, vault_folder: Path, tmp_path: Path) -> Iterator[Running]:
    """The app with its unlock page on screen; whatever it opened is closed at the end."""
    del qapp
    fonts.load(data_dir("resources") / "fonts")
    codes: list[int] = []
    app = App(
        options.Options(vault=vault_folder), Configuration(tmp_path / "config"), end=codes.append, computer=Computer()
    )
    app.start()
    qtbot.addWidget(app.window)
    with qtbot.waitActive(app.window):
        app.window.show()
        app.window.activateWindow()
    running = Running(app, qtbot, codes)
    yield running
    if app.session is not None and not codes:
        app.close()
    app.window.may_close = True


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """One vault; each test works on a copy."""
    return make_vault(tmp_path_factory.mktemp("made") / "vault")


@pytest.fixture
def desk(made: Made, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """A copy of it, unlocked and on screen."""
    with desk_on(made, tmp_path, qtbot) as opened:
        yield opened
