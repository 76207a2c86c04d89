"""Files in and out: the native dialogs behind a seam, and reading and writing in one step.

A page keeps a ``Files`` as its attribute ``files``; a test or the demonstration puts one of its own there.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFileDialog

from hsb_assess.domain.errors import HsbAssessError
from ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

__all__ = ["PACKAGES", "PDFS", "Files", "package_name", "read_file", "write_file"]

PACKAGES: Final = "Packages (*.assess)"
PDFS: Final = "Documents (*.pdf)"
_LETTERS: Final = "abcdefghijkmnpqrstuvwxyz"


class Files:
    """Asks where to save and what to open, with the system's own dialogs; ``folder`` says where they begin, else home."""

    def __init__(self, folder: Callable[[], Path | None] = lambda: None) -> None:
        self._folder = folder

    def save(self, parent: QWidget, title: str, name: str, kind: str) -> Path | None:
        """Ask where to save, suggesting ``name``; ``None`` if the person thought better of it."""
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str((self._folder() or Path.home()) / name), kind)
        return Path(chosen) if chosen else None

    def open(self, parent: QWidget, title: str, kind: str) -> Path | None:
        """Ask which file to open; ``None`` if the person thought better of it."""
        chosen, _ = QFileDialog.getOpenFileName(parent, title, str(self._folder() or Path.home()), kind)
        return Path(chosen) if chosen else None


def package_name(today: date, package: bytes) -> str:
    """Return a file name that says the day and nothing else: ``2026-06-08-kqwn.assess``."""
    digest = hashlib.sha256(package).digest()
    return f"{today.isoformat()}-{''.join(_LETTERS[each % len(_LETTERS)] for each in digest[:4])}.assess"


def write_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; raises ``file_not_written``."""
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise HsbAssessError(
            "file_not_written", tr("The file could not be written there."), tr("Choose another folder, then try again.")
        ) from error


def read_file(path: Path, most: int) -> bytes:
    """Return a file of at most ``most`` bytes; raises ``file_unreadable``, ``file_too_large``."""
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        raise HsbAssessError(
            "file_unreadable", tr("This file could not be read."), tr("Check that the stick or folder is still there.")
        ) from error
    if len(data) > most:
        raise HsbAssessError(
            "file_too_large",
            tr("This file is larger than a package can be."),
            tr("Choose the file that the sender made."),
        )
    return data
