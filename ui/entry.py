"""What the two pages before a vault is open may use; apart from ``ui.navigation``, for the first paint's sake."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hsb_assess.desk.access import OpenedVault

__all__ = ["EntryContext"]


class EntryContext(NamedTuple):
    """What the two pages before a vault is open (``unlock``, ``first_run``) may use.

    ``opened`` takes the vault once it is open, and the folder it lies in; ``today`` is the ISO date that the
    command line asked for, if any.
    """

    folder: Path
    known: tuple[Path, ...]
    today: str | None
    go: Callable[[str, Path | None], None]
    """Show ``unlock``, ``first_run`` or ``restore`` for a folder."""
    opened: Callable[[OpenedVault, Path], None]
    anchors: Path | None
    """The folder outside any vault that keeps how far each had come; see ``desk.access.anchors``. A backup that is
    only looked into has none: it is older than the vault, and that is why somebody looks."""
    language: str = "en"
    speak: Callable[[str], object] = str
    """Choose another language, a key of ``ui.language.LANGUAGES``; the page is built anew in it."""
