"""The menus and their keys: everything that a click can do from the frame, the keyboard can."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from shiboken6 import isValid

from ui.language import tr
from ui.shell.sidebar import CASE_KEYS, CASE_PAGES, page_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

    from ui.theme.appearance import Appearance

__all__ = ["NEAR", "Commands", "Menus", "appearance_words", "bare", "keys_of"]

NEAR = "near"
"""The property of an action that belongs to the open case or to the page on screen."""
_ALSO_OF_CASE = {"tonight": "Ctrl+Shift+T", **CASE_KEYS, "between": "Ctrl+Shift+S", "keeping": ""}
"""Pages of a case that have no number, with their keys."""


@dataclass(frozen=True)
class Commands:
    """What the menus call. ``reaches`` says whether a page can be gone to as things stand."""

    go: Callable[[str], object]
    reaches: Callable[[str], bool]
    back: Callable[[], object]
    forward: Callable[[], object]
    next_region: Callable[[], object]
    previous_region: Callable[[], object]
    dismiss: Callable[[], object]
    find: Callable[[], object]
    help: Callable[[str], object]
    veil: Callable[[], object]
    lock: Callable[[], object]
    close: Callable[[], object]


def appearance_words(theme: str) -> str:
    """Return the words of a theme."""
    words = {
        "system": tr("As the system"),
        "light": tr("Light"),
        "dark": tr("Dark"),
        "high_contrast": tr("High contrast"),
    }
    return words[theme]


def bare(text: str) -> str:
    """Return an entry's words without the mark before its letter."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def keys_of(action: QAction) -> tuple[str, ...]:
    """Return the keys of an entry as they are written on this system."""
    return tuple(each.toString(QKeySequence.SequenceFormat.NativeText) for each in action.shortcuts())


def _mark(menu: QMenu) -> None:
    """Give each entry a letter of its own, the first of a word where it can be."""
    taken: set[str] = set()
    for action in menu.actions():
        if action.isSeparator():
            continue
        words = bare(action.text())
        starts = [at for at, letter in enumerate(words) if letter.isalnum() and (at == 0 or words[at - 1] == " ")]
        others = [at for at, letter in enumerate(words) if letter.isalnum()]
        at = next((at for at in (*starts, *others) if words[at].casefold() not in taken), None)
        if at is not None:
            taken.add(words[at].casefold())
            marked = f"{words[:at].replace('&', '&&')}&{words[at:].replace('&', '&&')}"
            if marked != action.text():
                action.setText(marked)


class Menus:
    """Fills ``bar``; ``editing`` are the actions of *Edit*, ``None`` a line between them, ``near`` acts on the open case."""

    def __init__(
        self,
        bar: QMenuBar,
        commands: Commands,
        appearance: Appearance,
        editing: Sequence[QAction | None] = (),
        near: Sequence[QAction] = (),
    ) -> None:
        self._bar, self._commands, self._near = bar, commands, near
        self._reached: list[tuple[str, QAction]] = []
        self._menus: list[QMenu] = []
        self.always: tuple[QAction, ...] = ()
        """What a window has to be able to do while its menus are hidden, too."""
        bar.clear()
        self._fill_desk()
        edit = self._menu(tr("&Edit"))
        for action in editing:
            if action is None:
                edit.addSeparator()
            else:
                edit.addAction(action)
        self._fill_go()
        self.page_menu = self._menu(tr("&Page"))
        self._fill_view(appearance)
        self._fill_help()
        self.show_place(None)

    def entries(self, *, of_page: bool = True) -> Iterator[tuple[str, QAction]]:
        """Yield every entry as it stands, with the name of its menu; those of the page on screen only if ``of_page``."""
        for menu in self._menus:
            if menu is self.page_menu and not of_page:
                continue
            for action in menu.actions():
                if not action.isSeparator():
                    yield bare(menu.title()), action

    def _menu(self, words: str) -> QMenu:
        menu = self._bar.addMenu(words)
        self._menus.append(menu)
        menu.aboutToShow.connect(lambda: _mark(menu))
        return menu

    def _add(self, menu: QMenu, words: str, keys: str, act: Callable[[], object]) -> QAction:
        action = QAction(words, menu)
        action.triggered.connect(lambda _checked=False: act())
        if keys:
            action.setShortcut(QKeySequence(keys))
        menu.addAction(action)
        return action

    def _add_page(self, menu: QMenu, page: str, keys: str, words: str = "") -> QAction:
        action = self._add(menu, words or page_words(page), keys, lambda: self._commands.go(page))
        action.setData(page)
        self._reached.append((page, action))
        return action

    def _fill_desk(self) -> None:
        commands = self._commands
        desk = self._menu(tr("&Desk"))
        self._add(desk, tr("Find anything…"), "Ctrl+K", commands.find)
        desk.addSeparator()
        self._add_page(desk, "caseload", "Ctrl+Shift+C")
        self._add_page(desk, "packages", "Ctrl+Shift+P", tr("Receive a package"))
        self._add_page(desk, "search", "Ctrl+Shift+F")
        self._add_page(desk, "settings", "Ctrl+,")
        self._add_page(desk, "audit", "Ctrl+Shift+A")
        self._add_page(desk, "erasures", "")
        desk.addSeparator()
        veil = self._add(desk, tr("Cover the screen"), "Ctrl+Shift+Space", commands.veil)
        lock = self._add(desk, page_words("lock"), "Ctrl+L", commands.lock)
        self.always = (veil, lock)
        desk.addSeparator()
        self._add(desk, tr("Close"), "Ctrl+Q", commands.close)

    def _fill_go(self) -> None:
        commands = self._commands
        go = self._menu(tr("&Go"))
        self._add(go, tr("Back"), "Alt+Left", commands.back)
        self._add(go, tr("Forward"), "Alt+Right", commands.forward)
        go.addSeparator()
        for at, page in enumerate(CASE_PAGES, start=1):
            self._add_page(go, page, f"Alt+{at}" if at < 10 else "").setProperty(NEAR, True)  # noqa: FBT003, PLR2004 (Qt's own signature; there are nine such keys)
        for page, keys in _ALSO_OF_CASE.items():
            # Whoever looks for one of the papers by its name finds them all.
            words = tr("Papers for tonight: extract, handover, interim plan") if page == "tonight" else ""
            self._add_page(go, page, keys, words).setProperty(NEAR, True)  # noqa: FBT003 (Qt's own signature)
        go.addSeparator()
        for action in self._near:
            action.setProperty(NEAR, True)  # noqa: FBT003 (Qt's own signature)
            go.addAction(action)
        go.addSeparator()
        self._add(go, tr("Next part of the window"), "F6", commands.next_region)
        self._add(go, tr("Previous part of the window"), "Shift+F6", commands.previous_region)

    def _fill_view(self, appearance: Appearance) -> None:
        view = self._menu(tr("&View"))
        self._add(view, tr("Larger text"), "Ctrl++", lambda: appearance.step(1)).setShortcuts(
            [QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")]
        )
        self._add(view, tr("Smaller text"), "Ctrl+-", lambda: appearance.step(-1))
        self._add(view, tr("Ordinary text size"), "Ctrl+0", lambda: appearance.choose(percent=100))
        view.addSeparator()
        group = QActionGroup(view)
        for theme in ("system", "light", "dark", "high_contrast"):
            action = self._add(view, appearance_words(theme), "", lambda theme=theme: appearance.choose(theme=theme))  # type: ignore[misc]  # a default of a lambda has no type
            action.setCheckable(True)
            action.setChecked(appearance.theme == theme)
            group.addAction(action)
            appearance.changed.connect(lambda action=action, theme=theme: action.setChecked(appearance.theme == theme))
        view.addSeparator()
        self._add(view, tr("Dismiss the notice"), "Ctrl+Shift+D", self._commands.dismiss)

    def _fill_help(self) -> None:
        help_menu = self._menu(tr("He&lp"))
        self._add(help_menu, tr("Help on this page"), "F1", lambda: self._commands.help(""))
        self._add(help_menu, tr("Every topic"), "Shift+F1", lambda: self._commands.help("start"))
        self._add(help_menu, tr("The keys"), "Ctrl+Shift+K", lambda: self._commands.help("keyboard"))

    def show_place(self, page: QWidget | None) -> None:
        """Show the acts of the page on screen, and which pages can be gone to from here."""
        self.page_menu.clear()
        for action in page.actions() if page is not None else ():
            if isValid(action):
                action.setProperty(NEAR, True)  # noqa: FBT003 (Qt's own signature)
                self.page_menu.addAction(action)
        self.page_menu.menuAction().setVisible(not self.page_menu.isEmpty())
        for name, action in self._reached:
            action.setEnabled(self._commands.reaches(name))
        for menu in self._menus:
            _mark(menu)
