"""A practitioner's own vault on screen, with one case and one assessment, for tests of pages."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from hsb_assess.desk import access, assessing, caseload
from hsb_assess.domain.clock import clock_for
from hsb_assess.vault.keys import KdfParameters
from ui.app import PAGES
from ui.computer.base import Computer
from ui.navigation import Page, Target
from ui.shell.session import Session
from ui.theme.appearance import Appearance

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

__all__ = ["PASSPHRASE", "Desk", "desk_on", "make_vault"]

PASSPHRASE = "five plain words for testing"
CLOCK = clock_for(date(2026, 4, 20))


@dataclass(frozen=True)
class Made:
    """Where the vault lies, and what is in it."""

    folder: Path
    case: str
    assessment: str


def make_vault(folder: Path) -> Made:
    """Make a vault with one case and one assessment in which nothing is answered."""
    access.first_run(
        folder,
        PASSPHRASE,
        name="Worker P",
        role="practitioner",
        agency="Children’s social care",
        clock=CLOCK,
        kdf=KdfParameters.floor(),
    )
    opened = access.unlock(folder, PASSPHRASE, clock=CLOCK)
    at = opened.workplace(read_only=False)
    case = caseload.create_case(at, "A-17").created or ""
    assessment = assessing.start_assessment(at, case, tier="full").created or ""
    at.book.close()
    opened.close()
    return Made(folder, case, assessment)


@dataclass
class Desk:
    """An unlocked vault on screen."""

    session: Session
    qtbot: QtBot
    case: str
    assessment: str

    def go(self, page: str, path: str | None = None) -> Page:
        """Go to a page and wait until nothing is under way."""
        place = Target(page, case=self.case, assessment=self.assessment, path=path)
        self.session.frame.navigator.go(Target(page) if page == "caseload" else place)
        self.quiet()
        found = self.session.frame.navigator.page
        assert isinstance(found, Page)
        return found

    def quiet(self) -> None:
        """Wait until everything queued is done."""
        self.qtbot.waitUntil(lambda: not self.session.operations.busy(), timeout=20_000)

    def focused(self) -> QWidget:
        """Return what has the keyboard."""
        found = QApplication.focusWidget()
        assert found is not None
        return found


@contextmanager
def desk_on(made: Made, folder: Path, qtbot: QtBot, *, copied: bool = True) -> Iterator[Desk]:
    """Unlock a fresh copy of a vault and show it; put it away at the end."""
    home = folder / "vault"
    if copied:
        shutil.copytree(made.folder, home)
    opened = access.unlock(home, PASSPHRASE, clock=CLOCK)
    session = Session(opened, PAGES, Appearance("light", 100), Computer(), lock=lambda: None)
    session.frame.resize(1280, 800)
    session.frame.show()
    session.start()
    desk = Desk(session, qtbot, made.case, made.assessment)
    desk.quiet()
    session.frame.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is session.frame)
    try:
        yield desk
    finally:
        session.seal()
        assert session.put_away(None, 10.0)
        session.frame.close()
        session.frame.deleteLater()
