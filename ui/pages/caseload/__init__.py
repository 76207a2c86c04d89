"""The caseload: every case, what is due in it, what needs a look, and whom it waits on."""

from ui.pages.caseload.page import CaseloadPage

__all__ = ["CaseloadPage"]
