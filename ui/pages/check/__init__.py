"""The check page: what the rules find, and the signature."""

from ui.pages.check.page import CheckPage

__all__ = ["CheckPage"]
