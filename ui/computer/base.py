"""The interface: a ``Computer`` tells when the vault has to be locked, and keeps the window out of pictures of the screen.

The plain one hears nothing and hides nothing: what a system without a file of its own can do, and enough for pictures.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Computer", "Event"]


class Event(StrEnum):
    """What a computer may tell; the value is the code in the log."""

    SCREEN = "screen_locked"
    SWITCH = "person_switched"
    SLEEP = "about_to_sleep"


class Computer(QObject):
    """``happened`` carries an :class:`Event`; ``changed`` says that :attr:`told` did, ``hidden_changed`` :attr:`hidden`."""

    happened = Signal(str)
    changed = Signal()
    hidden_changed = Signal()

    def __init__(self, parent: QObject | None = None, *, told: Iterable[Event] = ()) -> None:
        super().__init__(parent)
        self._told = frozenset(told)
        self.hidden = False

    @property
    def told(self) -> frozenset[Event]:
        """What would be told of, as far as is known now."""
        return self._told

    @property
    def settled(self) -> bool:
        """Whether everything that was asked has been answered, so that :attr:`told` is the truth."""
        return True

    @property
    def can_hide(self) -> bool:
        """Whether this system keeps a window out of pictures of the screen."""
        return False

    def start(self) -> None:
        """Begin to listen; costs nothing before, and says nothing where nobody answers."""

    def stop(self) -> None:
        """Listen no more."""

    def hide(self, hidden: bool) -> None:  # noqa: FBT001 (the choice itself)
        """Keep the window out of pictures of the screen, or let it into them; where :attr:`can_hide` only."""
        self.hidden = hidden
        self.hidden_changed.emit()

    def _tell(self, told: Iterable[Event]) -> None:
        before, self._told = self._told, frozenset(told)
        if before != self._told:
            self.changed.emit()
