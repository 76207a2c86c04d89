"""Locking: everything that locks this vault by itself on this computer, and the two choices that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from hsb_assess.desk import access, organisation
from ui.computer.base import Event
from ui.language import tr
from ui.widgets.cards import Card
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Collection

    from ui.navigation import PageContext

__all__ = ["LockingCard"]


class LockingCard(Card):
    """Says what is true here: what this computer's system does not tell of is named, too."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._computer = context.computer
        at = context.at
        minutes, hours = organisation.idle_seconds(at) / 60, organisation.session_seconds(at) / 3600
        self._always = [
            tr("After {n} minutes of stillness; typing counts as activity.", n=round(minutes))
            if minutes > 1
            else tr("After one minute of stillness; typing counts as activity."),
            tr("{n} hours after it was unlocked; you are told ten minutes before.", n=round(hours))
            if hours > 1
            else tr("One hour after it was unlocked; you are told ten minutes before."),
        ]
        self.body.setSpacing(0)
        self.body.addWidget(Heading(tr("Locking"), 2))
        self.body.addWidget(
            Caption(tr("Ctrl+L locks at once. Nothing is lost: you come back to the same place. It locks by itself:"))
        )
        self.body.addSpacing(8)
        self.lines = Paragraph()
        self.missing = Caption()
        self.body.addWidget(self.lines)
        self.body.addSpacing(8)
        self.body.addWidget(self.missing)
        self.body.addSpacing(8)
        self.minimising = QCheckBox(tr("Lock when the window is minimised"))
        self.minimising.setChecked(access.locks_when_minimised(at))
        self.minimising.clicked.connect(
            lambda wanted: context.operations.run(access.lock_when_minimised, wanted, by=self)
        )
        self.body.addWidget(self.minimising)
        self.hiding = QCheckBox(tr("Leave the window out of screenshots and shared screens"))
        self.hiding.setChecked(self._computer.hidden)
        self.hiding.clicked.connect(self._computer.hide)
        self.hiding.setVisible(False)  # a part shown before it has a parent would be a window
        self.body.addWidget(self.hiding)
        self.hiding.setVisible(self._computer.can_hide)
        self._computer.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        told = self._computer.told
        self.lines.setText("\n".join(f"•  {line}" for line in (*self._always, *_when(told))))
        missing = _missing(told)
        self.missing.setText(missing)
        self.missing.setVisible(bool(missing))


def _when(told: Collection[Event]) -> list[str]:
    words = {
        Event.SCREEN: tr("When the screen is locked."),
        Event.SWITCH: tr("When somebody else's session takes over the screen."),
        Event.SLEEP: tr("Before the computer sleeps."),
    }
    return [words[event] for event in Event if event in told]


def _missing(told: Collection[Event]) -> str:
    """Return what is not told of here, empty if nothing is missing."""
    words = {
        Event.SCREEN: tr("a locked screen"),
        Event.SWITCH: tr("a switch to somebody else's session"),
        Event.SLEEP: tr("the beginning of sleep"),
    }
    missing = [words[event] for event in Event if event not in told]
    if not missing:
        return ""
    *first, last = missing
    things = tr("{first} or {last}", first=", ".join(first), last=last) if first else last
    said = tr("This computer's system does not tell the app of {things}.", things=things)
    after = tr("Stillness and the hours above count all the same.")
    if Event.SLEEP in told:
        return f"{said} {after}"
    return f"{said} {after} {tr('If the computer slept, the vault locks when it wakes.')}"
