"""Text on paper: the only place where a paragraph is made, from fragments and never from markup."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from reportlab.platypus import Flowable, Frame, Paragraph

from hsb_assess.reports.markup import pieces
from hsb_assess.reports.styles import MARGIN, PAGE, TEXT_WIDTH, style
from hsb_assess.reports.typeface import register

if TYPE_CHECKING:
    from hsb_assess.reports.blocks import Value

__all__ = ["Gap", "answer", "sheet_frame", "text"]


def sheet_frame() -> Frame:
    """Return the place of the words on a sheet, inside its margins and without padding of its own."""
    height = PAGE[1] - MARGIN["top"] - MARGIN["bottom"]
    padding = dict.fromkeys(("leftPadding", "rightPadding", "topPadding", "bottomPadding"), 0)
    return Frame(MARGIN["left"], MARGIN["bottom"], TEXT_WIDTH, height, **padding)


@cache
def _fragment(style_name: str) -> Any:  # noqa: ANN401  reportlab carries no types
    """Return the fragment that reportlab itself makes of one letter in this style, to clone for real text."""
    register()
    return Paragraph("x", style(style_name)).frags[0]


def _paragraph(runs: list[tuple[str, str]], style_name: str) -> Paragraph:
    frags = [_fragment(run_style).clone(text=words) for words, run_style in runs]
    return Paragraph("", style(style_name), frags=frags)


def text(words: str, style_name: str) -> list[Flowable]:
    """Return ``words`` as paragraphs of a style, one for each of its lines."""
    return [_paragraph([(piece, style_name)], style_name) for piece in pieces(words)]


def answer(value: Value, *, cell: bool = False, tight: bool = False) -> list[Flowable]:
    """Return an answer as paragraphs: its words, the evidence it cites, its smaller second line; ``tight`` is smallest."""
    note = "tight_note" if tight else "cell_note" if cell else "note"
    if not value.text:
        return text(value.note, note)
    name = _style_of(value, "tight" if tight else "cell" if cell else "value")
    words = f"“{value.text}”" if value.quote else value.text
    parts = pieces(words)
    cites = f" [{', '.join(value.cites)}]" if value.cites else ""
    found: list[Flowable] = [_paragraph([(part, name)], name) for part in parts[:-1]]
    last = [(parts[-1], name)]
    if cites:
        last.append((pieces(cites)[0].join((" ", "")), note))
    found.append(_paragraph(last, name))
    if value.detail:
        found.extend(text(value.detail, "tight" if tight else "cell" if cell else "value"))
    if value.note:
        found.extend(text(value.note, note))
    return found


def _style_of(value: Value, prefix: str) -> str:
    if value.absence:
        return "absence" if prefix == "value" else f"{prefix}_absence"
    return f"{prefix}_strong" if value.strong else prefix


class Gap(Flowable):  # type: ignore[misc]  # reportlab carries no types
    """Empty height, in points; nothing at the head of a page."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self.height = height
        self.width = 0

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the size: no width, no more height than there is, and none at the head of a page."""
        frame = getattr(self, "_frame", None)
        if frame is not None and frame._atTop:  # noqa: SLF001  reportlab says so nowhere else
            return 0.0, 0.0
        return min(0.0, available_width), min(self.height, available_height)

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Return nothing to draw: a gap at a page's end is no gap."""
        del available_width, available_height
        return []

    def draw(self) -> None:
        """Draw nothing."""
