"""The visit note: written first, filed to questions later."""

from ui.pages.visit.page import VisitPage

__all__ = ["VisitPage"]
