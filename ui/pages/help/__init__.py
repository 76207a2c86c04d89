"""Help: the guide that came with the program, offline, with every key as the menus have it."""

from ui.pages.help.page import HelpPage

__all__ = ["HelpPage"]
