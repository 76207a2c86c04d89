"""The menus and their keys: everything that a click can do from the frame, the keyboard can."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from ui.language import tr
from ui.shell.sidebar import CASE_PAGES, page_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QMenu, QMenuBar

    from ui.theme.appearance import Appearance

__all__ = ["Commands", "appearance_words", "fill"]


@dataclass(frozen=True)
class Commands:
    """What the menus call."""

    go: Callable[[str], object]
    back: Callable[[], object]
    forward: Callable[[], object]
    next_region: Callable[[], object]
    previous_region: Callable[[], object]
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


def _add(menu: QMenu, words: str, keys: str, act: Callable[[], object]) -> QAction:
    action = QAction(words, menu)
    action.triggered.connect(lambda _checked=False: act())
    if keys:
        action.setShortcut(QKeySequence(keys))
    menu.addAction(action)
    return action


def fill(bar: QMenuBar, commands: Commands, appearance: Appearance, editing: Sequence[QAction | None] = ()) -> None:
    """Put the menus into ``bar``; ``editing`` are the actions of *Edit*, ``None`` a line between them."""
    bar.clear()
    desk = bar.addMenu(tr("&Desk"))
    _add(desk, page_words("caseload"), "Ctrl+Shift+C", lambda: commands.go("caseload"))
    _add(desk, tr("Receive a package"), "Ctrl+Shift+P", lambda: commands.go("packages"))
    _add(desk, page_words("search"), "Ctrl+Shift+F", lambda: commands.go("search"))
    _add(desk, page_words("settings"), "Ctrl+,", lambda: commands.go("settings"))
    _add(desk, page_words("audit"), "Ctrl+Shift+A", lambda: commands.go("audit"))
    desk.addSeparator()
    _add(desk, tr("Cover the screen"), "Ctrl+Shift+Space", commands.veil)
    _add(desk, tr("Lock"), "Ctrl+L", commands.lock)
    desk.addSeparator()
    _add(desk, tr("Close"), "Ctrl+Q", commands.close)

    edit = bar.addMenu(tr("&Edit"))
    for action in editing:
        if action is None:
            edit.addSeparator()
        else:
            edit.addAction(action)

    go = bar.addMenu(tr("&Go"))
    _add(go, tr("Back"), "Alt+Left", commands.back)
    _add(go, tr("Forward"), "Alt+Right", commands.forward)
    go.addSeparator()
    for at, page in enumerate(CASE_PAGES, start=1):
        _add(go, page_words(page), f"Alt+{at}", lambda page=page: commands.go(page))  # type: ignore[misc]  # a default of a lambda has no type
    go.addSeparator()
    _add(go, tr("Next part of the window"), "F6", commands.next_region)
    _add(go, tr("Previous part of the window"), "Shift+F6", commands.previous_region)

    view = bar.addMenu(tr("&View"))
    _add(view, tr("Larger text"), "Ctrl++", lambda: appearance.step(1)).setShortcuts(
        [QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")]
    )
    _add(view, tr("Smaller text"), "Ctrl+-", lambda: appearance.step(-1))
    _add(view, tr("Ordinary text size"), "Ctrl+0", lambda: appearance.choose(percent=100))
    view.addSeparator()
    group = QActionGroup(view)
    for theme in ("system", "light", "dark", "high_contrast"):
        action = _add(view, appearance_words(theme), "", lambda theme=theme: appearance.choose(theme=theme))  # type: ignore[misc]  # a default of a lambda has no type
        action.setCheckable(True)
        action.setChecked(appearance.theme == theme)
        group.addAction(action)
        appearance.changed.connect(lambda action=action, theme=theme: action.setChecked(appearance.theme == theme))
