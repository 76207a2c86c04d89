"""The case page: one child's case at a glance, and where to go on."""

from ui.pages.case.page import CasePage

__all__ = ["CasePage"]
