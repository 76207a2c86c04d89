"""This child's words in one place, how to add to them, and the way to a page to sit beside this child with."""

from ui.pages.voice.page import VoicePage

__all__ = ["VoicePage"]
