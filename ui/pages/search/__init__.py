"""Search: words in, the questions that hold them out."""

from ui.pages.search.page import SearchPage

__all__ = ["SearchPage"]
