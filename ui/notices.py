"""What the app has to say to a person: one line at a time, which never takes the focus."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.domain.errors import HsbAssessError

__all__ = ["Kind", "Notice", "Notices"]


class Kind(StrEnum):
    """How much a notice matters; shown in words and by a shape, never by colour alone."""

    INFORMATION = "information"
    DONE = "done"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True)
class Notice:
    """One thing to say: ``text`` what, ``mend`` what to do about it, ``code`` for support staff.

    ``action`` is a word for a button and what it does.
    """

    kind: Kind
    text: str
    mend: str = ""
    code: str = ""
    action: tuple[str, Callable[[], None]] | None = None


class Notices(QObject):
    """Carries notices from pages to the bar above them."""

    said = Signal(object)
    cleared = Signal()

    def say(self, text: str, *, action: tuple[str, Callable[[], None]] | None = None) -> None:
        """Tell something worth knowing."""
        self.said.emit(Notice(Kind.INFORMATION, text, action=action))

    def done(self, text: str, *, action: tuple[str, Callable[[], None]] | None = None) -> None:
        """Tell that something asked for has been done; goes away by itself."""
        self.said.emit(Notice(Kind.DONE, text, action=action))

    def warn(self, text: str, mend: str = "") -> None:
        """Tell something that needs a thought; stays until dismissed."""
        self.said.emit(Notice(Kind.WARNING, text, mend))

    def error(self, error: HsbAssessError) -> None:
        """Tell what went wrong, how to mend it and its code; stays until dismissed."""
        self.said.emit(Notice(Kind.ERROR, tr(error.what), tr(error.mend), error.code))

    def clear(self) -> None:
        """Take the notice away."""
        self.cleared.emit()
