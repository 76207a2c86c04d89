"""Wiring: from the command line to the unlock page, and from an unlocked vault to the pages.

``PAGES`` is the whole page table: a page's class is imported when it is first shown. Before the first paint
nothing is imported that the entry page can do without: no pydantic, no cryptography, no SQLCipher.
"""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from hsb_assess.datafiles import data_dir
from hsb_assess.processname import be_called_assess
from ui import host, language, options
from ui.configuration import Configuration, config_folder, data_folder
from ui.entry import EntryContext
from ui.shell.ending import EXIT_CLOSED, EXIT_LOCKED, announce_lock, end_process
from ui.shell.window import MainWindow
from ui.single import SingleInstance
from ui.theme import fonts
from ui.theme.appearance import Appearance

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from types import TracebackType

    from hsb_assess.desk.access import OpenedVault
    from ui.computer.base import Computer
    from ui.pages.first_run import FirstRunPage
    from ui.shell.desktop import Desktop
    from ui.shell.rubbish import Rubbish
    from ui.shell.session import Session

__all__ = ["PAGES", "App", "main"]

PAGES = {
    "unlock": "ui.pages.unlock:UnlockPage",
    "first_run": "ui.pages.first_run:FirstRunPage",
    "caseload": "ui.pages.caseload:CaseloadPage",
    "packages": "ui.pages.packages:PackagesPage",
    "case": "ui.pages.case:CasePage",
    "assessment": "ui.pages.assessment:AssessmentPage",
    "sense": "ui.pages.sense:SensePage",
    "check": "ui.pages.check:CheckPage",
    "review": "ui.pages.review:ReviewPage",
    "documents": "ui.pages.documents:DocumentsPage",
    "settings": "ui.pages.settings:SettingsPage",
    "history": "ui.pages.history:HistoryPage",
    "compare": "ui.pages.compare:ComparePage",
    "between": "ui.pages.between:BetweenPage",
    "audit": "ui.pages.audit:AuditPage",
    "keeping": "ui.pages.keeping:KeepingPage",
    "erasures": "ui.pages.erasures:ErasuresPage",
    "search": "ui.pages.search:SearchPage",
    "family": "ui.pages.family:FamilyPage",
    "chronology": "ui.pages.chronology:ChronologyPage",
    "grid": "ui.pages.grid:GridPage",
    "visit": "ui.pages.visit:VisitPage",
    "tonight": "ui.pages.tonight:TonightPage",
    "voice": "ui.pages.voice:VoicePage",
    "beside": "ui.pages.beside:BesidePage",
    "help": "ui.pages.help:HelpPage",
    "older": "ui.pages.older:OlderPage",
}
EXIT_USAGE = 2
PAINTED = "HSB_ASSESS_PAINTED"
PRELOAD_MS = 150
BUSY_MS = 100
SWITCH_SECONDS = 0.0005
"""How long another thread goes on in Python when the one with the keyboard wants to: Qt asks dozens of times a key."""


class App(QObject):
    """The one window and what stands in it.

    ``end`` ends the process; tests give one that does not. ``computer`` is what is listened to: this one, if not given.
    """

    def __init__(
        self,
        chosen: options.Options,
        configuration: Configuration,
        *,
        single: SingleInstance | None = None,
        end: Callable[[int], None] = end_process,
        computer: Computer | None = None,
    ) -> None:
        super().__init__()
        self.chosen, self.configuration, self.single = chosen, configuration, single
        self.lasting = False
        """Whether this app is all that its process is for."""
        self.session: Session | None = None
        self.desktop: Desktop | None = None
        self._computer = computer
        self._rubbish: Rubbish | None = None
        self._end, self._ending = end, False
        self._entry: tuple[str, Path | None] = "unlock", None
        language.install(configuration.language)
        self.appearance = Appearance(
            configuration.appearance, configuration.text_percent, self, language=configuration.language
        )
        self.appearance.apply()
        self.appearance.changed.connect(self._keep_appearance)
        # Whoever chooses a language does so on a page that is built anew for it, so first let go of it.
        self.appearance.spoken.connect(lambda: QTimer.singleShot(0, self._speak))
        self.window = MainWindow(configuration.geometry)
        self.window.painted.connect(self._painted)
        self.window.leaving.connect(self.close)

    def start(self) -> None:
        """Show the page that the person needs first: unlock, or first run where there is no vault."""
        folder = self.chosen.vault or next((known for known in self.configuration.vaults if known.is_dir()), None)
        self.show_entry("unlock" if folder is not None and folder.is_dir() else "first_run", folder)
        minimised = self.configuration.minimised and self.chosen.locked
        self.configuration.minimised = False
        if minimised:  # it was put aside: what comes after the lock stays aside, too
            self.window.showMinimized()
            QTimer.singleShot(0, self.window.tell_painted)
        else:
            self.window.show()

    def show_entry(self, page: str, folder: Path | None) -> None:
        """Show ``unlock``, ``first_run`` or ``restore`` for ``folder``."""
        self._entry = page, folder
        context = EntryContext(
            folder=folder or data_folder() / "vault",
            known=self.configuration.vaults,
            today=self.chosen.today,
            go=self.show_entry,
            opened=self.open_vault,
            anchors=None if self.chosen.look is not None else self.configuration.folder / "anchors",
            language=self.appearance.language,
            speak=self.appearance.speak,
        )
        made: QWidget
        first: FirstRunPage | None = None
        if page == "unlock":
            from ui.pages.unlock import UnlockPage

            made = UnlockPage(context)
        elif page == "restore":
            from ui.preload import settled

            settled()
            from ui.pages.restoring import RestorePage

            made = RestorePage(context)
        else:
            from ui.pages.first_run import FirstRunPage

            made = first = FirstRunPage(context)
        self.window.show_page(made)
        if first is not None:  # only now: a window that has nothing chosen starts with its first part, the language
            first.take_focus()
        if self._rubbish is not None:
            self._size_keys(made)

    def _size_keys(self, page: QWidget) -> None:
        """Let the text size be changed by key before a vault is open; an open one has the keys in its menu."""
        from PySide6.QtGui import QKeySequence, QShortcut

        for keys, act in (
            ("Ctrl++", partial(self.appearance.step, 1)),
            ("Ctrl+=", partial(self.appearance.step, 1)),
            ("Ctrl+-", partial(self.appearance.step, -1)),
            ("Ctrl+0", partial(self.appearance.choose, percent=100)),
        ):
            QShortcut(QKeySequence(keys), page).activated.connect(act)

    def open_vault(self, vault: OpenedVault, folder: Path) -> None:
        """Show an opened vault: the place where its person was, or the caseload."""
        from ui.shell.desktop import Desktop

        if self.chosen.look is None:
            self.configuration.remember_vault(folder)
            self.configuration.save()
        vault.only_read = self.chosen.look is not None
        self._show_desktop(
            Desktop(vault, PAGES, self.appearance, self.window, self.computer, lock=self.lock, close=self.close)
        )

    def _show_desktop(self, desktop: Desktop) -> None:
        self.desktop, self.session = desktop, desktop.session
        desktop.start()

    @property
    def computer(self) -> Computer:
        """What the computer tells and hides; made when it is first asked for."""
        if self._computer is None:
            from ui.computer.here import this_computer

            made = self._computer = this_computer(self.window)
            made.hidden = made.can_hide and not self.configuration.in_pictures
            made.hidden_changed.connect(self._keep_hidden)
        return self._computer

    def lock(self) -> None:
        """Seal, remember the place, close the vault and end the process; the launcher starts a fresh one."""
        if self.session is not None:
            self._put_away(EXIT_LOCKED)

    def close(self) -> None:
        """Do as a lock does, and stay away."""
        self._put_away(EXIT_CLOSED)

    def handed_over(self, arguments: Sequence[str]) -> None:
        """Come to the front for a second start; show its vault if none is open."""
        try:
            chosen = options.read(arguments)
        except options.UsageError:
            chosen = options.Options()
        if chosen.vault is not None and chosen.vault.is_dir():
            if self.session is None:
                self.show_entry("unlock", chosen.vault)
            else:
                self.session.notices.say(language.tr("Another vault was asked for. Lock this one first."))
        from PySide6.QtCore import Qt

        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()

    def unforeseen(self, error: BaseException) -> None:
        """Tell about an error nobody expected: a sentence and a place, never a traceback."""
        from ui.eventlog import unforeseen

        told = unforeseen(error)
        if self.session is not None and not self._ending:
            self.session.notices.error(told)

    def _put_away(self, code: int) -> None:
        if self._ending:
            return
        self._ending = True
        self.configuration.geometry = self.window.saveGeometry()
        self.configuration.minimised = code == EXIT_LOCKED and self.window.isMinimized()
        self.configuration.save()
        if self.session is not None:
            if code == EXIT_LOCKED:
                announce_lock()
            from ui.eventlog import note

            note("locked" if code == EXIT_LOCKED else "closed")
            try:
                place = self.session.seal()
                self.window.setEnabled(False)
                self.session.put_away(place)
            except Exception as error:  # noqa: BLE001 (a lock that fails halfway still has to end the process)
                self.unforeseen(error)
            if self.desktop is not None:
                self.desktop.wipe()
        if self.single is not None:
            self.single.release()
        if self.chosen.look is not None:
            from hsb_assess.desk.looking import take_away

            take_away(self.chosen.look)
        self._end(code)

    def _painted(self) -> None:
        path = os.environ.get(PAINTED)
        if path:
            with open(path, "ab") as file:  # noqa: PTH123 (the bench gives a bare name)
                file.write(b"painted\n")
        from ui.shell.rubbish import Rubbish

        self._rubbish = Rubbish(self)
        if (page := self.window.centralWidget()) is not None and self.session is None:
            self._size_keys(page)
        host.not_readable()
        if self.lasting and self.chosen.look is None:  # before, there was nothing to put away
            host.on_terminate(self.close, self)
        if host.HIDES_WINDOWS and not self.configuration.in_pictures:
            self.computer.hide(hidden=True)
        self.appearance.ask_system()
        fonts.load(data_dir("resources") / "fonts", fonts.LATER)
        from ui.widgets.appmark import app_icon

        self.window.setWindowIcon(app_icon())
        if self.single is not None:
            self.single.handed_over.connect(self.handed_over)
            self.single.listen()
        from ui.preload import preload

        QTimer.singleShot(PRELOAD_MS, partial(preload, lasting=self.lasting))

    def _speak(self) -> None:
        """Build what is on screen anew in the language that was chosen; the vault stays open, the place the same."""
        if self._ending:
            return
        if self.session is not None and self.session.operations.busy():
            QTimer.singleShot(BUSY_MS, self._speak)  # what is under way, a document perhaps, ends first
            return
        language.install(self.appearance.language)
        self.configuration.language = self.appearance.language
        self.configuration.save()
        if self.desktop is not None:
            self._show_desktop(self.desktop.again())
        else:
            self.show_entry(*self._entry)

    def _keep_hidden(self) -> None:
        self.configuration.in_pictures = not self.computer.hidden
        self.configuration.save()

    def _keep_appearance(self) -> None:
        self.configuration.appearance = self.appearance.theme
        self.configuration.text_percent = self.appearance.percent
        self.configuration.save()


def main(arguments: Sequence[str]) -> int:
    """Start the desk process and run it to its end; the exit code tells the launcher what to do next."""
    try:
        chosen = options.read(arguments)
    except options.UsageError:
        sys.stderr.write(options.USAGE + "\n")
        return EXIT_USAGE
    sys.setswitchinterval(SWITCH_SECONDS)
    host.no_core_dumps()
    be_called_assess()
    application = QApplication(["assess"])  # with the next line: both names by which X11 knows a window's program
    application.setApplicationName("assess")
    application.setDesktopFileName("assess")
    application.setQuitOnLastWindowClosed(False)
    folder = config_folder()
    single = None if chosen.look is not None else SingleInstance(str(folder))
    if single is not None and not single.first() and single.hand_over(arguments):
        return EXIT_CLOSED
    if chosen.look is not None:
        chosen = chosen._replace(vault=chosen.look)
    fonts.load(data_dir("resources") / "fonts")
    app = App(chosen, Configuration(folder), single=single)
    app.lasting = True

    def hook(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        app.unforeseen(error)

    sys.excepthook = hook
    if chosen.look is not None:  # a copy of a backup has to be taken away, however soon it ends
        host.on_terminate(app.close, app)
    app.start()
    return application.exec()
