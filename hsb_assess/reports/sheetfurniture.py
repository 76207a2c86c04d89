"""What stands around a paper for tonight: its name, the mark, and at the foot that it is a draft and how old it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.reports.furniture import SIZE, Sheets, draw_head, fitted, short_hash
from hsb_assess.reports.styles import INK, MUTED, PAGE, RULE, mm
from hsb_assess.reports.typeface import BOLD, REGULAR, width

if TYPE_CHECKING:
    from hsb_assess.reports.blocks import Content, Furniture

__all__ = ["sheet_pages_for"]


class _Pages(Sheets):
    """Draws the furniture as what it is: no part of the text."""

    foot = ""

    def _draw(self, number: int, total: int) -> None:
        self._code.append("/Artifact BMC")
        super()._draw(number, total)
        self._code.append("EMC")

    def _head(self, shown: Furniture, left: float, right: float) -> None:
        base = PAGE[1] - 13 * mm
        draw_head(self, shown.name, shown, left, right, base)
        self.line(left, base - 9, right, base - 9)

    def _foot(self, shown: Furniture, left: float, right: float, page: str) -> None:
        base = 14 * mm
        self.setStrokeColor(RULE)
        self.setLineWidth(0.5)
        self.line(left, base + 11, right, base + 11)
        number = width(page, BOLD, SIZE)
        self.setFillColor(INK)
        self.setFont(BOLD, SIZE)
        self.drawString(left, base, fitted(self.foot, BOLD, SIZE, right - left - number - 12))
        self.drawRightString(right, base, page)
        self.setFillColor(MUTED)
        self.setFont(REGULAR, SIZE)
        said = f"{shown.prepared} · record {short_hash(shown.hash)}"
        self.drawString(left, base - 11, fitted(said, REGULAR, SIZE, right - left))


def sheet_pages_for(content: Content, foot: str) -> type[Sheets]:
    """Return the canvas class that platypus opens for this paper; ``foot`` is the first line at the foot of each page."""

    class _Opened(_Pages):
        def __init__(self, *arguments: object, **options: object) -> None:
            super().__init__(*arguments, **options)
            self.foot = foot
            self.begin(content)

    return _Opened
