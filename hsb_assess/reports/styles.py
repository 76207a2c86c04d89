"""Measures, colours and text styles of the documents: calm on a screen, complete in black and white."""

from __future__ import annotations

from typing import Final

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from hsb_assess.reports.typeface import BOLD, ITALIC, REGULAR

__all__ = ["ACCENT", "INK", "MARGIN", "MUTED", "PAGE", "RULE", "STYLES", "TEXT_WIDTH", "TINT", "WHITE", "mm", "style"]

PAGE: Final = (210 * mm, 297 * mm)
MARGIN: Final = {"left": 20 * mm, "right": 20 * mm, "top": 27 * mm, "bottom": 25 * mm}
TEXT_WIDTH: Final = PAGE[0] - MARGIN["left"] - MARGIN["right"]

INK: Final[Color] = HexColor(0x1B2327)
MUTED: Final[Color] = HexColor(0x4A565C)
ACCENT: Final[Color] = HexColor(0x1D4B5B)
RULE: Final[Color] = HexColor(0xAEBBC1)
TINT: Final[Color] = HexColor(0xEEF3F5)
WHITE: Final[Color] = HexColor(0xFFFFFF)


def _made(
    name: str, size: float, leading: float, font: str = REGULAR, colour: Color = INK, *, indent: float = 0
) -> ParagraphStyle:
    return ParagraphStyle(
        name,
        fontName=font,
        fontSize=size,
        leading=leading,
        textColor=colour,
        alignment=TA_LEFT,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
        leftIndent=indent,
        # The defaults of these two name Helvetica, which would then be listed without being embedded.
        bulletFontName=REGULAR,
        bulletFontSize=size,
    )


STYLES: Final = {
    made.name: made
    for made in (
        _made("title", 25, 29, BOLD, ACCENT),
        _made("subtitle", 12, 16, REGULAR, MUTED),
        _made("heading1", 15.5, 20, BOLD, ACCENT),
        _made("heading2", 12, 16, BOLD, INK),
        _made("heading3", 10, 14, BOLD, MUTED),
        _made("body", 10, 14.4),
        _made("lead", 11.2, 16),
        _made("small", 8.4, 11.6, REGULAR, MUTED),
        _made("label", 9, 13.2, REGULAR, MUTED),
        _made("number", 8, 13.2, REGULAR, MUTED),
        _made("value", 10, 14),
        _made("value_strong", 10, 14, BOLD),
        _made("absence", 10, 14, ITALIC, INK),
        _made("quote", 11, 15.6),
        _made("note", 8.4, 11.4, REGULAR, MUTED),
        _made("cell", 9, 12.4),
        _made("cell_strong", 9, 12.4, BOLD),
        _made("cell_absence", 9, 12.4, ITALIC),
        _made("cell_note", 8, 10.8, REGULAR, MUTED),
        _made("tight", 8.7, 11),
        _made("tight_strong", 8.7, 11, BOLD),
        _made("tight_absence", 8.7, 11, ITALIC),
        _made("tight_note", 8, 10.4, REGULAR, MUTED),
        _made("column", 8.6, 11.6, BOLD, ACCENT),
        _made("panel", 10.5, 14, BOLD, INK),
        _made("panel_aside", 9, 14, REGULAR, MUTED),
        _made("notice_title", 10.5, 14.5, BOLD, INK),
        _made("bullet", 10, 14.4),
    )
}


def style(name: str) -> ParagraphStyle:
    """Return the text style of that name."""
    return STYLES[name]
