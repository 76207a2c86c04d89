"""The keys of single pages: the one list from which pages make their acts and the help says which there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAction, QKeySequence

from ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

__all__ = ["PAGE_KEYS", "key_text", "page_act", "words_of"]

PAGE_KEYS: Final = {
    "new_case": ("caseload", "Ctrl+N"),
    "find_case": ("caseload", "Ctrl+F"),
    "receive": ("packages", "Ctrl+O"),
    "look_again": ("search", "Ctrl+F"),
    "find_topic": ("help", "Ctrl+F"),
    "reassess": ("case", "Ctrl+R"),
    "stamp_time": ("visit", "Ctrl+T"),
    "seal_note": ("visit", "Ctrl+Return"),
    "new_words": ("voice", "Ctrl+N"),
    "seal_words": ("voice", "Ctrl+Return"),
    "sit_beside": ("voice", "Ctrl+Shift+B"),
    "quick_notes": ("beside", "Ctrl+E"),
    "leave_beside": ("beside", "Ctrl+Return"),
    "next_section": ("assessment", "Ctrl+PgDown"),
    "previous_section": ("assessment", "Ctrl+PgUp"),
    "guidance": ("assessment", "Ctrl+G"),
    "worksheet": ("assessment", "Ctrl+Shift+W"),
    "evidence": ("assessment", "Ctrl+E"),
    "last_time": ("assessment", "Ctrl+7"),
    "not_asked": ("assessment", "Ctrl+1"),
    "unknown": ("assessment", "Ctrl+2"),
    "declined": ("assessment", "Ctrl+3"),
    "not_safe": ("assessment", "Ctrl+4"),
    "led_by_other": ("assessment", "Ctrl+5"),
    "not_applicable": ("assessment", "Ctrl+6"),
}
"""By an act's name: the page that has it, and its key. No key is one of the menus'; pages may share one."""


def words_of(name: str) -> str:
    """Return what an act of a page is called."""
    words = {
        "new_case": tr("New case"),
        "find_case": tr("Look for a case in the list"),
        "receive": tr("Receive a package from a file…"),
        "look_again": tr("Go to the words to look for"),
        "find_topic": tr("Look for words in the help"),
        "reassess": tr("Reassess this child"),
        "stamp_time": tr("Put the time into the note"),
        "seal_note": tr("Seal the note"),
        "new_words": tr("Write down words of this child"),
        "seal_words": tr("Seal these words"),
        "sit_beside": tr("Sit beside this child…"),
        "quick_notes": tr("Exact words, at once"),
        "leave_beside": tr("Back to the record, once the page is covered"),
        "next_section": tr("Next section"),
        "previous_section": tr("Previous section"),
        "guidance": tr("Guidance beside the questions"),
        "worksheet": tr("This section as a paper worksheet…"),
        "evidence": tr("Evidence for this answer"),
        "last_time": tr("Take over the answer of last time"),
        "not_asked": tr("No answer: not yet asked"),
        "unknown": tr("No answer: unknown after enquiry"),
        "declined": tr("No answer: declined"),
        "not_safe": tr("No answer: not safe to ask yet"),
        "led_by_other": tr("No answer: led by another agency"),
        "not_applicable": tr("No answer: not applicable"),
    }
    return words[name]


def key_text(keys: str) -> str:
    """Return how a key is written on this system."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def page_act(page: QWidget, name: str, do: Callable[[], object]) -> QAction:
    """Give ``page`` an act with its key, for as long as the page is there; the menu *Page* shows it."""
    action = QAction(words_of(name), page)
    action.setShortcut(QKeySequence(PAGE_KEYS[name][1]))
    action.triggered.connect(lambda _checked=False: do())
    page.addAction(action)
    return action
