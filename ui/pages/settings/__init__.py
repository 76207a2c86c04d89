"""Settings: people and their cards, guidance, keys, backups, organisation, appearance, forms, lists."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget, QWidget

from ui.language import tr
from ui.navigation import Page, PageContext, Target
from ui.pages.settings.appearance import AppearancePart
from ui.pages.settings.backups import BackupsPart
from ui.pages.settings.forms import FormsPart
from ui.pages.settings.guidance import GuidancePart
from ui.pages.settings.keys import KeysPart
from ui.pages.settings.lists import ListsPart
from ui.pages.settings.organisation import OrganisationPart
from ui.pages.settings.people import PeoplePart
from ui.widgets.cards import Column
from ui.widgets.text import Heading

__all__ = ["SettingsPage"]

PARTS = ("people", "guidance", "keys", "backups", "organisation", "appearance", "forms", "lists")


class SettingsPage(Page):
    """A tab for each part; ``part`` names the one to show."""

    def __init__(self, context: PageContext, *, part: str | None = None) -> None:
        super().__init__(context)
        self.heading = tr("Settings")
        self.body.addWidget(Heading(tr("Settings")))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.people = PeoplePart(context)
        self.guidance = GuidancePart(context)
        self.keys = KeysPart(context)
        self.backups = BackupsPart(context)
        self.organisation = OrganisationPart(context)
        self.appearance = AppearancePart(context)
        self.forms = FormsPart(context)
        self.lists = ListsPart(context)
        parts = (
            (self.people, tr("People")),
            (self.guidance, tr("Guidance")),
            (self.keys, tr("Keys")),
            (self.backups, tr("Backups")),
            (self.organisation, tr("Organisation")),
            (self.appearance, tr("Appearance and locking")),
            (self.forms, tr("Forms")),
            (self.lists, tr("Lists")),
        )
        for widget, words in parts:
            column = Column(width=820)
            column.body.setContentsMargins(0, 24, 0, 24)
            column.body.addWidget(widget)
            column.body.addStretch(1)
            self.tabs.addTab(column, words)
        self.body.addWidget(self.tabs, 1)
        if part in PARTS:
            self.tabs.setCurrentIndex(PARTS.index(part))

    def place(self) -> Target:
        """Return the tab that is shown."""
        return Target("settings", part=PARTS[self.tabs.currentIndex()])

    def show_target(self, target: Target) -> bool:
        """Show another tab."""
        if target.part in PARTS:
            self.tabs.setCurrentIndex(PARTS.index(target.part))
        return True

    def first_focus(self) -> QWidget:
        """Start at the tabs."""
        return self.tabs.tabBar()
