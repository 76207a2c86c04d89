"""The protection grid: every adult and older child with every child, and what protects."""

from ui.pages.grid.page import GridPage

__all__ = ["GridPage"]
