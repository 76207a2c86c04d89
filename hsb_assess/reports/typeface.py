"""The one typeface of the documents: Atkinson Hyperlegible Next, embedded, in four styles."""

from __future__ import annotations

from functools import cache
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from hsb_assess.datafiles import data_dir

__all__ = ["BOLD", "BOLD_ITALIC", "ITALIC", "REGULAR", "has_glyph", "register", "width"]

REGULAR: Final = "Assess-Regular"
BOLD: Final = "Assess-Bold"
ITALIC: Final = "Assess-Italic"
BOLD_ITALIC: Final = "Assess-BoldItalic"

_FILES: Final = {REGULAR: "Regular", BOLD: "Bold", ITALIC: "Italic", BOLD_ITALIC: "BoldItalic"}


@cache
def register() -> frozenset[int]:
    """Make the four styles known to reportlab, once; return the code points that all of them can print."""
    folder = data_dir("resources") / "fonts"
    covered: frozenset[int] | None = None
    for name, style in _FILES.items():
        font = TTFont(name, str(folder / f"AtkinsonHyperlegibleNext-{style}.ttf"))
        pdfmetrics.registerFont(font)
        glyphs = frozenset(font.face.charToGlyph)
        covered = glyphs if covered is None else covered & glyphs
    return covered or frozenset()


def has_glyph(char: str) -> bool:
    """Say whether the typeface can print ``char``."""
    return ord(char) in register()


def width(text: str, font: str, size: float) -> float:
    """Return how wide ``text`` is on one line, in points."""
    register()
    return float(pdfmetrics.stringWidth(text, font, size))
