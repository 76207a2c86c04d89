"""An unlocked vault in the window: frame, menus, veil, and everything that locks by itself."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from hsb_assess.desk.opening import get_ready
from ui.language import tr
from ui.navigation import Page, Target
from ui.shell.ahead import Ahead
from ui.shell.clipboard import ClipboardGuard
from ui.shell.editing import Editing
from ui.shell.helping import every_key, topic_of
from ui.shell.idle import IdleWatch
from ui.shell.limit import SessionLimit
from ui.shell.menus import Commands, Menus
from ui.shell.session import Session
from ui.shell.veil import Veil

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hsb_assess.desk.access import OpenedVault
    from ui.computer.base import Computer
    from ui.shell.palette import Palette
    from ui.shell.window import MainWindow
    from ui.theme.appearance import Appearance

__all__ = ["Desktop"]

_NEXT: Final = ("ui.pages.case", "ui.pages.assessment")
"""Pages that are loaded before somebody goes there."""


class Desktop:
    """Puts a session into ``window`` and listens for stillness, for the hour, for the computer and for minimising."""

    def __init__(
        self,
        vault: OpenedVault,
        pages: Mapping[str, str],
        appearance: Appearance,
        window: MainWindow,
        computer: Computer,
        *,
        lock: Callable[[], object],
        close: Callable[[], object],
    ) -> None:
        self.window, self.computer, self._lock = window, computer, lock
        self._again = partial(Desktop, vault, pages, appearance, window, computer, lock=lock, close=close)
        self.session = Session(vault, pages, appearance, computer, lock=lock)
        frame = self.session.frame
        window.may_close = False
        window.show_page(frame)
        self.veil = Veil(window)
        self.idle = IdleWatch(self.session.idle_seconds, parent=frame)
        self.idle.still.connect(lock)
        steps: list[Callable[[], object]] = [*(partial(import_module, name) for name in _NEXT), self._read_form]
        self.ahead = Ahead(steps, self.idle.seconds_still, frame)
        self.session.do_ahead = self.ahead.then
        self.limit = SessionLimit(self.session.limit_seconds, parent=frame)
        self.limit.soon.connect(self._say_soon)
        self.limit.over.connect(lock)
        computer.happened.connect(self._told)
        self.clipboard = ClipboardGuard(QGuiApplication.clipboard(), parent=frame)
        window.minimised.connect(self._minimised)
        self._palette: Palette | None = None
        commands = Commands(
            go=frame.choose,
            reaches=frame.reaches,
            back=frame.navigator.back,
            forward=frame.navigator.forward,
            next_region=lambda: frame.next_region(forwards=True),
            previous_region=lambda: frame.next_region(forwards=False),
            dismiss=frame.notices.dismiss,
            find=self.find,
            help=self.help,
            veil=self.veil.toggle,
            lock=lock,
            close=close,
        )
        self.editing = Editing(self.session)
        self.session.take_back = self.editing.take_back
        editing = (*self.editing.actions, None, *self.session.spelling.actions)
        self.menus = Menus(window.menuBar(), commands, appearance, editing, near=(self.session.adding.action,))
        self.session.every_key = lambda: every_key(self.menus)
        window.addActions(self.menus.always)
        frame.navigator.moved.connect(lambda _target: self._show_place())

    def start(self) -> None:
        """Show the first page and watch for stillness from here on."""
        self.idle.watch(self.window.windowHandle())
        self.session.start()
        self.ahead.start()
        QTimer.singleShot(0, self.computer.start)  # what the person waits for is on screen first

    def again(self) -> Desktop:
        """Take this desktop out of the window and return one built anew over the same open vault, not yet started.

        Where the person is and what they are typing are kept as at a lock, and the session's hours go on counting.
        """
        place = self.session.seal()
        self.computer.happened.disconnect(self._told)
        self.window.minimised.disconnect(self._minimised)
        self.session.leave(place)
        self.wipe()
        self.veil.deleteLater()
        if self._palette is not None:
            self._palette.deleteLater()
        made = self._again()
        made.limit.go_on(self.limit)
        return made

    @property
    def palette(self) -> Palette:
        """The command palette; made when it is first wanted."""
        if self._palette is None:
            from ui.shell.palette import Palette

            self._palette = Palette(self.session, self.window, self.menus.entries)
        return self._palette

    def find(self) -> None:
        """Open the command palette, or put it away."""
        self.palette.open()

    def wipe(self) -> None:
        """Forget what stands in the clipboard and the palette, and load nothing more."""
        self.ahead.stop()
        self.clipboard.clear()
        if self._palette is not None:
            self._palette.wipe()

    def help(self, topic: str) -> None:
        """Show a topic of the help: with none, the one of the page on screen."""
        here = self.session.frame.navigator.target
        self.session.context.navigate(Target("help", part=topic or topic_of(here.page if here is not None else "")))

    def _show_place(self) -> None:
        """Have the menus follow the page; there are none over one that stands alone, and no keys of theirs."""
        page = self.session.frame.navigator.page
        self.menus.show_place(page)
        self.window.menuBar().setVisible(not (isinstance(page, Page) and page.alone))

    def _read_form(self) -> None:
        """Read the newest form that came with the program, with which assessments are begun, and those that are in use."""
        catalogue = self.session.at.catalogue
        for name in catalogue.instruments():
            catalogue.latest(name)
        get_ready(self.session.at)

    def _minimised(self) -> None:
        if self.session.locks_when_minimised():
            self._lock()

    def _told(self, event: str) -> None:
        from ui.eventlog import note

        note(event)
        self._lock()

    def _say_soon(self) -> None:
        self.session.notices.warn(
            tr(
                "In ten minutes this vault locks by itself: it will have been open for {n} hours.", n=self.session.hours
            ),
            tr("Nothing is lost: what you write is kept, and you come back to the same place."),
        )
