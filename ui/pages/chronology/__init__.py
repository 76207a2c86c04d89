"""The chronology: this child's life in order, drawn in lanes and as a table."""

from ui.pages.chronology.page import ChronologyPage

__all__ = ["ChronologyPage"]
