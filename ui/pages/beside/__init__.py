"""A page to sit beside this child with: large and calm, one thing at a time, and nothing of the record."""

from ui.pages.beside.page import BesidePage

__all__ = ["BesidePage"]
