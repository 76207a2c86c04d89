"""Wiring: from the command line to the unlock page, and from an unlocked vault to the pages.

``PAGES`` is the whole page table: a page's class is imported when it is first shown.
"""

from __future__ import annotations

PAGES = {
    "unlock": "ui.pages.unlock:UnlockPage",
    "first_run": "ui.pages.first_run:FirstRunPage",
    "caseload": "ui.pages.caseload:CaseloadPage",
    "case": "ui.pages.case:CasePage",
    "assessment": "ui.pages.assessment:AssessmentPage",
    "check": "ui.pages.check:CheckPage",
    "review": "ui.pages.review:ReviewPage",
    "documents": "ui.pages.documents:DocumentsPage",
    "settings": "ui.pages.settings:SettingsPage",
}
