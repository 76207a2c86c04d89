"""What stands on every page: case reference, document, version, content hash, who and when, page n of m.

The total is known only at the end, so the furniture is added to each page when the document is saved. It is
written after the page's own text, which keeps the reading order.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from reportlab.lib.utils import TimeStamp
from reportlab.pdfgen.canvas import Canvas

from hsb_assess.reports.markup import printable
from hsb_assess.reports.styles import ACCENT, INK, MARGIN, MUTED, PAGE, RULE, mm
from hsb_assess.reports.typeface import BOLD, REGULAR, register, width

if TYPE_CHECKING:
    from hsb_assess.reports.blocks import Content, Furniture

__all__ = ["SIZE", "Sheets", "draw_head", "fitted", "sheets_for", "short_hash"]

SIZE: Final = 8.0
_HASH_SHOWN: Final = 16


def short_hash(digest: str) -> str:
    """Return the first sixteen digits of a hash in groups of four, as the pages show it."""
    shown = digest[:_HASH_SHOWN]
    return " ".join(shown[start : start + 4] for start in range(0, len(shown), 4))


def fitted(words: str, font: str, size: float, room: float) -> str:
    """Return ``words`` on one line, shortened with an ellipsis to fit ``room`` points."""
    words = " ".join(printable(words).split())[:200]
    if width(words, font, size) <= room:
        return words
    while words and width(words + "…", font, size) > room:
        words = words[:-1]
    return words.rstrip() + "…"


def draw_head(page: Canvas, name: str, shown: Furniture, left: float, right: float, base: float) -> None:
    """Draw the line of a head on ``base``: the paper's name, the case's reference, and the mark in its frame."""
    mark = width(shown.mark, BOLD, SIZE) + 12
    page.setFont(BOLD, SIZE)
    page.setFillColor(ACCENT)
    page.drawString(left, base, name)
    used = width(name, BOLD, SIZE)
    page.setFillColor(MUTED)
    page.setFont(REGULAR, SIZE)
    room = right - mark - 20 - left - used
    page.drawString(left + used + 10, base, fitted(f"Case reference {shown.case_ref}", REGULAR, SIZE, room))
    page.setLineWidth(0.8)
    page.setStrokeColor(INK)
    page.rect(right - mark, base - 4.2, mark, 14, stroke=1, fill=0)
    page.setFillColor(INK)
    page.setFont(BOLD, SIZE)
    page.drawString(right - mark + 6, base, shown.mark)
    page.setStrokeColor(RULE)
    page.setLineWidth(0.5)


class Sheets(Canvas):  # type: ignore[misc]  # reportlab carries no types
    """A canvas that draws the furniture of all pages when it knows how many there are."""

    furniture: Furniture
    title: str

    def __init__(self, *arguments: object, **options: object) -> None:
        register()
        options.update(initialFontName=REGULAR, lang="en-GB", pdfVersion=(1, 7), invariant=1)
        super().__init__(*arguments, **options)

    def begin(self, content: Content) -> None:
        """Take what the document is."""
        self.furniture = content.furniture
        self.title = content.title
        self.setViewerPreference("DisplayDocTitle", "true")
        _date(self, content.made)

    def save(self) -> None:
        """Draw the furniture on each page, then write the document."""
        # Last, because platypus writes properties of its own when it opens the canvas.
        self.setTitle(self.title)
        self.setAuthor("")
        self.setSubject("")
        self.setKeywords("")
        self.setCreator("Assess")
        self.setProducer("Assess")
        pages = self._doc.Pages.pages
        for number, page in enumerate(pages, start=1):
            self._code: list[str] = []
            self._draw(number, len(pages))
            page.stream = f"{page.stream}\n" + "\n".join(self._code) + "\n"
        self._code = []
        super().save()

    def _draw(self, number: int, total: int) -> None:
        left, right = MARGIN["left"], PAGE[0] - MARGIN["right"]
        shown = self.furniture
        self.saveState()
        self._head(shown, left, right)
        self._foot(shown, left, right, f"Page {number} of {total}")
        self.restoreState()

    def _head(self, shown: Furniture, left: float, right: float) -> None:
        base = PAGE[1] - 15 * mm
        draw_head(self, f"{shown.letter} · {shown.name}", shown, left, right, base)
        self.line(left, base - 10, right, base - 10)

    def _foot(self, shown: Furniture, left: float, right: float, page: str) -> None:
        base = 15 * mm
        self.setStrokeColor(RULE)
        self.setLineWidth(0.5)
        self.line(left, base + 11, right, base + 11)
        self.setFillColor(MUTED)
        self.setFont(REGULAR, SIZE)
        number = width(page, BOLD, SIZE)
        room = right - left - number - 12
        version = f"Version {shown.version} · content {short_hash(shown.hash)}"
        if shown.audit:
            row, _, digest = shown.audit.partition(" ")
            version = f"{version} · audit {row} {short_hash(digest)}"
        self.drawString(left, base, fitted(version, REGULAR, SIZE, room))
        self.drawString(left, base - 11, fitted(shown.prepared, REGULAR, SIZE, right - left))
        self.setFillColor(INK)
        self.setFont(BOLD, SIZE)
        self.drawRightString(right, base, page)


def _date(canvas: Canvas, made: str) -> None:
    """Set the document's dates to the moment its content names, so that equal content gives equal bytes."""
    moment = datetime.fromisoformat(made).astimezone(UTC)
    stamp = TimeStamp(invariant=1)
    stamp.t = moment.timestamp()
    stamp.lt = tuple(moment.timetuple())
    stamp.YMDhms = stamp.lt[:6]
    canvas._doc._timeStamp = stamp  # noqa: SLF001  reportlab offers no other way in


def sheets_for(content: Content) -> type[Sheets]:
    """Return the canvas class that platypus opens for this content."""

    class _Opened(Sheets):
        def __init__(self, *arguments: object, **options: object) -> None:
            super().__init__(*arguments, **options)
            self.begin(content)

    return _Opened
