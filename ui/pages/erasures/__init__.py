"""Proposals to erase a case, the second person's answer, and the receipts of what was erased."""

from ui.pages.erasures.page import ErasuresPage

__all__ = ["ErasuresPage"]
