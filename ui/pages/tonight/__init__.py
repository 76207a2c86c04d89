"""Papers for tonight: what can be printed from the first answer on, for whoever takes a child's safety on now."""

from ui.pages.tonight.page import TonightPage

__all__ = ["TonightPage"]
