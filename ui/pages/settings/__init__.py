"""Settings: people and their cards, guidance, keys, backups, organisation, appearance, spelling, forms, lists."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

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
from ui.pages.settings.spelling import SpellingPart
from ui.settingsparts import settings_parts
from ui.widgets.cards import Column
from ui.widgets.fitting import FitsRoom, letters
from ui.widgets.partlist import Parts, Plain
from ui.widgets.text import Heading

__all__ = ["SettingsPage"]

_WIDE: Final = 48
"""Width in letters of ordinary text below which the list of parts becomes a list to pull down."""


class SettingsPage(FitsRoom, Page):
    """The parts in a list at the side, or to pull down where there is no room for one; ``part`` names the one to show."""

    def __init__(self, context: PageContext, *, part: str | None = None) -> None:
        super().__init__(context)
        self.heading = tr("Settings")
        self.body.addWidget(Heading(tr("Settings")))
        self.people = PeoplePart(context)
        self.guidance = GuidancePart(context)
        self.keys = KeysPart(context)
        self.backups = BackupsPart(context)
        self.organisation = OrganisationPart(context)
        self.appearance = AppearancePart(context)
        self.spelling = SpellingPart(context)
        self.forms = FormsPart(context)
        self.lists = ListsPart(context)
        made: dict[str, QWidget] = {
            "people": self.people,
            "guidance": self.guidance,
            "keys": self.keys,
            "backups": self.backups,
            "organisation": self.organisation,
            "appearance": self.appearance,
            "spelling": self.spelling,
            "forms": self.forms,
            "lists": self.lists,
        }
        words = settings_parts()
        self._names = list(words)
        self.parts = Parts(tr("Parts of the settings"), tr("Part of the settings"), self)
        self.stack = QStackedWidget()
        for name in self._names:
            column = Column(width=820)
            column.body.setContentsMargins(0, 0, 0, 24)
            column.body.addWidget(made[name])
            column.body.addStretch(1)
            self.stack.addWidget(column)
        middle = QVBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.parts.box)
        middle.addWidget(self.stack, 1)
        across = QHBoxLayout()
        across.setSpacing(24)
        across.addWidget(self.parts.side)
        across.addLayout(middle, 1)
        self.body.addLayout(across, 1)
        self.parts.show_parts([Plain(name, said) for name, said in words.items()], self._names[0])
        self.parts.chosen.connect(self._show)
        self._show(part or self._names[0])

    def _show(self, part: str) -> None:
        if part in self._names:
            self.stack.setCurrentIndex(self._names.index(part))
            self.parts.show_current(part)

    def _fit(self) -> None:
        """Give the part that is shown the room it needs."""
        self.parts.fit(listed=letters(self) >= _WIDE)

    def place(self) -> Target:
        """Return the part that is shown."""
        return Target("settings", part=self._names[self.stack.currentIndex()])

    def show_target(self, target: Target) -> bool:
        """Show another part."""
        if target.part is not None:
            self._show(target.part)
        return True

    def first_focus(self) -> QWidget:
        """Start at the parts."""
        return self.parts.shown()
