"""One person at their own app: makes and unlocks a vault, exchanges cards, goes from page to page."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QWidget

from ui.app import App
from ui.computer.base import Computer
from ui.configuration import Configuration
from ui.demo.typist import Typist, stuck
from ui.navigation import Page, Target
from ui.options import Options
from ui.widgets.files import Files

if TYPE_CHECKING:
    from pathlib import Path

    from ui.shell.session import Session

__all__ = ["Chosen", "Person"]

P = TypeVar("P", bound=QWidget)


class Chosen(Files):
    """Stands for the system's file dialogs, which nothing can type into: answers with one path."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def save(self, parent: QWidget, title: str, name: str, kind: str) -> Path | None:
        """Save at the path."""
        del parent, title, name, kind
        return self.path

    def open(self, parent: QWidget, title: str, kind: str) -> Path | None:
        """Open the path."""
        del parent, title, kind
        return self.path


class Person:
    """Somebody with a name, a role, a passphrase and a folder for their vault."""

    def __init__(
        self, name: str, role: str, agency: str, folder: Path, passphrase: str, *, today: str, home: Path
    ) -> None:
        self.name, self.role, self.agency = name, role, agency
        self.folder, self.passphrase = folder, passphrase
        self._today, self._home = today, home
        self.typist = Typist()
        self.app: App | None = None

    # -- in and out ------------------------------------------------------------------------------------------

    def start(self) -> App:
        """Start the app at the page that this person needs first."""
        configuration = Configuration(self._home)
        configuration.appearance = "light"
        chosen = Options(vault=self.folder if self.folder.is_dir() else None, today=self._today)
        # A screen that locks meanwhile is no concern of whoever plays.
        self.app = App(chosen, configuration, end=lambda _code: None, computer=Computer())
        self.app.window.resize(1280, 860)
        self.app.start()
        self.app.window.activateWindow()
        self.typist.settle(self.app.window.isActiveWindow, "the window in front")
        return self.app

    @property
    def window(self) -> QWidget:
        """The window on screen."""
        if self.app is None:
            raise stuck("the window")
        return self.app.window

    @property
    def session(self) -> Session:
        """The unlocked vault on screen."""
        if self.app is None or self.app.session is None:
            raise stuck("an unlocked vault")
        return self.app.session

    def make_vault(self) -> None:
        """Go through the first run: who, passphrase, recovery key typed back."""
        from ui.pages.first_run.making import Making
        from ui.widgets.recoverysheet import RecoveryStep

        typist = self.typist
        typist.click(typist.button(self.window, "Make your vault"))
        making = self._child(Making)
        typist.write(making.you.name, self.name)
        typist.pick(making.you.role, making.you.role.findData(self.role))
        typist.write(making.you.agency, self.agency)
        typist.write(making.you.where, str(self.folder))
        typist.click(typist.button(making, "Continue"))
        typist.settle(making.words.isVisible, "the passphrase page")
        typist.write(making.words.chooser.first.edit, self.passphrase)
        typist.write(making.words.chooser.second.edit, self.passphrase)
        typist.click(typist.button(making, "Make the vault"))
        recovery = self._child(RecoveryStep)
        key = recovery.card.accessibleName().partition(":")[2].replace(",", "").replace(" ", "")
        typist.click(recovery.next_button)
        typist.write(recovery.typed, key, enter=True)
        self._opened()

    def unlock(self) -> None:
        """Type the passphrase."""
        from ui.pages.unlock import UnlockPage

        page = self._child(UnlockPage)
        self.typist.write(page.passphrase.edit, self.passphrase, enter=True)
        self._opened()

    def _opened(self) -> None:
        self.typist.settle(lambda: self.app is not None and self.app.session is not None, "the vault to open", 60)
        if self.app is not None and self.app.desktop is not None:
            # Keys that are pressed by a program reach widgets, not windows, so the watch takes typing for stillness.
            self.app.desktop.idle.stop()
        self.typist.settle(lambda: self.session.frame.navigator.page is not None, "the first page")

    def leave(self) -> None:
        """Close the app: what is typed is sealed, the vault is put away."""
        if self.app is not None:
            window = self.app.window
            self.app.close()
            window.hide()
            window.deleteLater()
            self.app = None
            self.typist.pause()

    # -- pages -----------------------------------------------------------------------------------------------

    def go(self, target: Target, kind: type[P]) -> P:
        """Go to a page and return it."""
        self.session.context.navigate(target)
        return self.page(kind)

    def page(self, kind: type[P]) -> P:
        """Wait for a page to be on screen."""
        self.typist.settle(lambda: isinstance(self.session.frame.navigator.page, kind), kind.__name__)
        found = self.session.frame.navigator.page
        if not isinstance(found, kind):
            raise stuck(kind.__name__)
        self.typist.pause()
        return found

    def quiet(self) -> None:
        """Wait until everything that was asked for is done and saved."""
        self.typist.settle(lambda: not self.session.operations.busy(), "everything saved", 120)
        self.typist.pause()

    def _child(self, kind: type[P]) -> P:
        def found() -> list[P]:
            return [each for each in self.window.findChildren(kind) if each.isVisible()]

        self.typist.settle(found, kind.__name__, 60)
        return found()[0]

    # -- cards -----------------------------------------------------------------------------------------------

    def give_card(self, path: Path) -> None:
        """Save the own card to a file."""
        from ui.pages.settings.people import PeoplePart

        self.go(Target("settings", part="people"), Page)
        self._child(PeoplePart).save_card(path)

    def take_card(self, path: Path) -> tuple[str, ...]:
        """Import a card, compare the eight words by phone, and return them."""
        from ui.pages.settings.people import PeoplePart

        self.go(Target("settings", part="people"), Page)
        people = self._child(PeoplePart)
        people.import_card(path)
        self.typist.settle(lambda: people.dialog is not None and people.dialog.isVisible(), "the eight words")
        dialog = people.dialog
        if dialog is None:
            raise stuck("the eight words")
        self.typist.click(dialog.phone)
        self.typist.click(dialog.same_button)
        self.quiet()
        from hsb_assess.desk import access

        return next(each.words for each in access.contacts(self.session.at) if each.verified)
