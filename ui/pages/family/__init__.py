"""The family and network map: who belongs to this child and who is around them, drawn and as a table."""

from ui.pages.family.page import FamilyPage

__all__ = ["FamilyPage"]
