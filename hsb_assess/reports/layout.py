"""Sets a document's content on paper: blocks in, PDF bytes and the places of its signatures out."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pydantic import JsonValue, ValidationError
from reportlab.platypus import BaseDocTemplate, Flowable, PageBreak, PageTemplate

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.reports.blocks import (
    Agreement,
    Balance,
    Block,
    Bullets,
    Content,
    Facts,
    Front,
    Heading,
    Notice,
    Panel,
    Para,
    Quote,
    Signatures,
    Table,
    Timeline,
)
from hsb_assess.reports.figures import BalanceFigure, TimelineFigure
from hsb_assess.reports.flow import Gap, answer, sheet_frame, text
from hsb_assess.reports.furniture import sheets_for
from hsb_assess.reports.grid import Grid, GridRow, header_row
from hsb_assess.reports.keeping import Anchor, Lead, kept_together, leading
from hsb_assess.reports.markup import printable
from hsb_assess.reports.panels import AgreementTable, SignatureFigure, facts, front, notice, panel
from hsb_assess.reports.styles import ACCENT, PAGE, TEXT_WIDTH, mm

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["FieldPlace", "MadeDocument", "make"]

FieldPlace = tuple[int, tuple[float, float, float, float]]
"""A page, counted from 0, and a rectangle on it: left, bottom, right, top in points."""

_ABOVE: Final = {1: 12.0, 2: 6.0, 3: 3.0}
_BELOW: Final = {1: 5.0, 2: 3.0, 3: 3.0}


@dataclass(frozen=True)
class MadeDocument:
    """A document as it was set: unsigned bytes, the number of its pages, and where its signatures go."""

    pdf: bytes
    pages: int
    fields: dict[str, FieldPlace]


def make(audience: str, content: Mapping[str, JsonValue]) -> MadeDocument:
    """Set ``content`` (see :class:`hsb_assess.reports.blocks.Content`) for ``audience`` on A4.

    Equal content gives equal bytes. Raises ``document_content`` when the content was not made for that
    audience or is not a document's content; its message quotes nothing.
    """
    try:
        document = Content.model_validate(content)
    except ValidationError as error:
        raise _unfit() from error
    if document.audience != audience:
        raise _unfit()
    return _Setter(document).set()


def _unfit() -> HsbAssessError:
    return HsbAssessError(
        "document_content",
        "The content does not belong to this document.",
        "Make the document again from the assessment.",
    )


@dataclass
class _Setter:
    """Turns the blocks of one document into flowables, counting sections and numbered answers."""

    content: Content
    places: dict[str, FieldPlace] = field(default_factory=dict)
    section: int = 0
    answer: int = 0
    anchors: int = 0
    deepest: int = -1

    def set(self) -> MadeDocument:
        """Build the document in memory."""
        story: list[Flowable] = []
        for block in self.content.blocks:
            story.extend(self._flowables(block))
        story = kept_together(story)
        buffer = io.BytesIO()
        template = BaseDocTemplate(buffer, pagesize=PAGE, pageCompression=1)
        template.addPageTemplates([PageTemplate(frames=[sheet_frame()])])
        template.build(story, canvasmaker=sheets_for(self.content))
        return MadeDocument(pdf=buffer.getvalue(), pages=int(template.page), fields=dict(self.places))

    def _flowables(self, block: Block) -> list[Flowable]:  # noqa: PLR0911, PLR0912, C901  one line for each kind of block
        match block:
            case Heading():
                return self._heading(block)
            case Front():
                return front(block)
            case Para():
                return [*text(block.text, block.style), Gap(7)]
            case Bullets():
                return _bullets(block)
            case Facts():
                return self._facts(block)
            case Panel():
                return panel(block)
            case Table():
                return _table(block)
            case Quote():
                return _quote(block)
            case Notice():
                return notice(block)
            case Balance():
                return [BalanceFigure(block), Gap(10)]
            case Timeline():
                return [TimelineFigure(block), Gap(8)] if block.events else []
            case Agreement():
                return [AgreementTable(block.lines), Gap(9)]
            case Signatures():
                figures: list[Flowable] = []
                for place in block.places:
                    figures.extend((SignatureFigure(place, self.places), Gap(12)))
                return figures

    def _heading(self, block: Heading) -> list[Flowable]:
        title = " ".join(printable(block.text).split())
        found: list[Flowable] = [PageBreak()] if block.new_page else []
        if block.level == 1:
            self.section += 1
            self.answer = 0
            title = f"{self.section}  {title}"
        found.append(Lead(_ABOVE[block.level]))
        if block.level < 3:  # noqa: PLR2004  small headings are no bookmarks
            level = min(block.level - 1, self.deepest + 1)
            self.deepest = level
            self.anchors += 1
            found.append(Anchor(f"place-{self.anchors}", title, level))
        found.extend(leading(text(title, f"heading{block.level}")))
        found.append(Lead(_BELOW[block.level]))
        return found

    def _facts(self, block: Facts) -> list[Flowable]:
        numbers = ["" for _ in block.rows]
        if block.numbered and self.section:
            numbers = [f"{self.section}.{self.answer + place}" for place in range(1, len(block.rows) + 1)]
            self.answer += len(block.rows)
        return [facts(block.rows, numbers), Gap(10)] if block.rows else []


def _bullets(block: Bullets) -> list[Flowable]:
    rows = [
        GridRow(
            cells=(tuple(text("•", "bullet")), tuple(text(item, "body"))),
            widths=(5 * mm, TEXT_WIDTH - 5 * mm),
            above=1.5,
            below=1.5,
            rule=None,
        )
        for item in block.items
    ]
    return [Grid(rows, closed=False), Gap(7)] if rows else []


def _table(block: Table) -> list[Flowable]:
    caption = leading([*text(block.caption, "heading3"), Lead(3)]) if block.caption else []
    if not block.rows:
        return [*caption, *text(block.empty, "absence"), Gap(9)]
    total = sum(column.weight for column in block.columns)
    widths = tuple(TEXT_WIDTH * column.weight / total for column in block.columns)
    head = header_row(tuple(tuple(text(column.title, "column")) for column in block.columns), widths)
    rows = [
        GridRow(
            cells=tuple(tuple(answer(value, cell=True)) if value.text else () for value in row),
            widths=widths,
            inset=4.0,
            above=3.2,
            below=4.2,
        )
        for row in block.rows
    ]
    return [*caption, Grid(rows, header=head), Gap(10)]


def _quote(block: Quote) -> list[Flowable]:
    words: tuple[Flowable, ...] = (
        *text(f"“{block.words}”", "quote"),
        *(text(block.source, "note") if block.source else []),
    )
    row = GridRow(cells=((), words), widths=(4 * mm, TEXT_WIDTH - 4 * mm), above=3, below=4, rule=None)
    return [_Barred([row]), Gap(8)]


class _Barred(Grid):
    """Rows with a bar at their left edge, as words that are quoted are set."""

    def _part(self, rows: list[GridRow], header: GridRow | None, *, closed: bool) -> Grid:
        del header, closed
        return _Barred(rows)

    def draw(self) -> None:
        """Draw the rows, then the bar."""
        self.closed = False
        super().draw()
        self.canv.saveState()
        self.canv.setStrokeColor(ACCENT)
        self.canv.setLineWidth(2.4)
        self.canv.line(1.2, 1, 1.2, self.height - 1)
        self.canv.restoreState()
