"""Which topic of the help goes with which page, and every key there is, read from the menus themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui.keys import PAGE_KEYS, key_text, words_of
from ui.navigation import KeyLine
from ui.shell.menus import bare, keys_of
from ui.shell.sidebar import page_words

if TYPE_CHECKING:
    from ui.shell.menus import Menus

__all__ = ["every_key", "topic_of"]

FIRST: Final = "start"
_TOPICS: Final = {
    "caseload": "first-day",
    "case": "first-day",
    "assessment": "recording",
    "sense": "sense",
    "family": "seeing",
    "chronology": "seeing",
    "grid": "seeing",
    "history": "recording",
    "compare": "recording",
    "between": "again",
    "check": "checking",
    "review": "supervisor",
    "documents": "sending",
    "packages": "sending",
    "settings": "settings",
    "search": "finding",
    "audit": "never",
    "keeping": "keeping",
    "erasures": "keeping",
    "older": "backups",
    "visit": "visit",
    "tonight": "tonight",
    "voice": "voice",
    "beside": "voice",
    "help": FIRST,
}


def topic_of(page: str) -> str:
    """Return the topic that opens with F1 on a page."""
    return _TOPICS.get(page, FIRST)


def every_key(menus: Menus) -> tuple[KeyLine, ...]:
    """Return every key: those of the menus as they stand, then those of single pages."""
    of_menus = [KeyLine(menu, bare(action.text()), keys_of(action)) for menu, action in menus.entries(of_page=False)]
    of_pages = [
        KeyLine(page_words(page), words_of(name), (key_text(keys),)) for name, (page, keys) in PAGE_KEYS.items()
    ]
    return (*(line for line in of_menus if line.keys), *of_pages)
