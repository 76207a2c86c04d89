"""Keeping and closing: how long a case is kept, holding it, closing it and opening it again, and erasing it by two people."""

from ui.pages.keeping.page import KeepingPage

__all__ = ["KeepingPage"]
