"""The typeface: Atkinson Hyperlegible Next from the resources, in sizes that follow the chosen text size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["BASE_PIXELS", "FAMILY", "TEXT_PERCENTS", "application_font", "load", "scaled"]

FAMILY = "Atkinson Hyperlegible Next"
BASE_PIXELS = 16
TEXT_PERCENTS = (100, 125, 150, 175, 200)
FIRST = ("AtkinsonHyperlegibleNext-Regular.ttf", "AtkinsonHyperlegibleNext-Bold.ttf")
LATER = ("AtkinsonHyperlegibleNext-Italic.ttf", "AtkinsonHyperlegibleNext-BoldItalic.ttf")


def load(folder: Path, names: tuple[str, ...] = FIRST) -> None:
    """Make the named font files of ``folder`` known to Qt; a missing one leaves the system's own font."""
    for name in names:
        QFontDatabase.addApplicationFont(str(folder / name))


def application_font(percent: int) -> QFont:
    """Return the font of ordinary text at ``percent`` (100–200) of its size."""
    font = QFont(FAMILY)
    font.setPixelSize(round(BASE_PIXELS * percent / 100))
    return font


def scaled(base: QFont, factor: float, *, bold: bool = False) -> QFont:
    """Return ``base`` at ``factor`` of its size: headings are larger, captions a little smaller."""
    font = QFont(base)
    font.setPixelSize(max(13, round(base.pixelSize() * factor)) if base.pixelSize() > 0 else BASE_PIXELS)
    font.setBold(bold)
    return font
