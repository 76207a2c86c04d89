"""The pictures of a demonstration: one a step, numbered in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

__all__ = ["Album"]


class Album:
    """Takes pictures of windows into a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.folder.mkdir(parents=True, exist_ok=True)
        self.pictures: list[Path] = []

    def take(self, window: QWidget, name: str) -> None:
        """Take a picture of ``window`` as it stands."""
        QApplication.processEvents()
        path = self.folder / f"{len(self.pictures) + 1:02d}-{name}.png"
        window.grab().save(str(path))
        self.pictures.append(path)
