"""Sets a paper for tonight on A4, tagged so that it can be read aloud; one that has to stay on one page stays on it.

The blocks are those of a document (:mod:`hsb_assess.reports.blocks`). What does not fit on a single page is left out whole,
in an order that the content gives, and the page says how much of what is missing and where it stands.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.reports.blocks import Block, Bullets, Content, Facts, Notice, Table
from hsb_assess.reports.sheetfurniture import sheet_pages_for
from hsb_assess.reports.sheetparts import Setter
from hsb_assess.reports.styles import MARGIN, PAGE, TEXT_WIDTH, mm
from hsb_assess.reports.tagging import Tags, tagged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import JsonValue


__all__ = ["Drop", "MadeSheet", "Sheet", "make"]

_SLACK: Final = 3 * mm
_TOP, _BOTTOM = 21 * mm, 22 * mm


class Drop(BaseModel):
    """A list that may become shorter: the place of its block, how much of it stays at least, what a line of it is called."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    block: int = Field(ge=0)
    least: int = Field(ge=0, default=0)
    words: str


class Sheet(BaseModel):
    """A paper: its content, the draft line at the foot, and, where it has to be one page, what may be left out first.

    ``missing`` begins the sentence that says what was left out; empty where pages are not limited. ``shorter`` are the
    same blocks with less of each sentence, for a page that is full even when every list is as short as it may be.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    content: Content
    foot: str
    single: bool = False
    missing: str = ""
    drops: tuple[Drop, ...] = ()
    shorter: tuple[tuple[Block, ...], ...] = ()


class MadeSheet(BaseModel):
    """The paper as bytes, how many pages it has, and how many lines were left out, by what they are called."""

    model_config = ConfigDict(frozen=True)

    pdf: bytes = Field(repr=False)
    pages: int
    left_out: dict[str, int]


def make(given: Mapping[str, JsonValue]) -> MadeSheet:
    """Set a paper (see :class:`Sheet`); equal content gives equal bytes. Raises ``document_content``, ``too_long_for_a_page``."""
    try:
        sheet = Sheet.model_validate(given)
    except ValidationError as error:
        raise HsbAssessError(
            "document_content",
            "The content does not belong to this document.",
            "Make the document again from the assessment.",
        ) from error
    left_out: dict[str, int] = {}
    blocks = sheet.content.blocks
    if sheet.single:
        cut = _fitted(sheet, blocks)
        for shorter in sheet.shorter:
            if _fits(sheet, blocks, cut):
                break
            blocks, cut = shorter, _fitted(sheet, shorter)
        blocks, left_out = _without(sheet, blocks, cut), _counted(sheet, cut)
    pdf, pages = _set(sheet, blocks)
    if sheet.single and pages > 1:
        raise HsbAssessError(
            "too_long_for_a_page", "This does not fit on one page.", "Use the extract, which has as many as it takes."
        )
    return MadeSheet(pdf=pdf, pages=pages, left_out=left_out)


def _set(sheet: Sheet, blocks: tuple[Block, ...]) -> tuple[bytes, int]:
    tags = Tags()
    story = Setter(tags, compact=sheet.single).story(blocks)
    buffer = io.BytesIO()
    template = BaseDocTemplate(buffer, pagesize=PAGE, pageCompression=1)
    template.addPageTemplates([PageTemplate(frames=[_frame()])])
    template.build(story, canvasmaker=sheet_pages_for(sheet.content, sheet.foot))
    made = sheet.content.made
    return tagged(buffer.getvalue(), tags, title=sheet.content.title, made=made), int(template.page)


def _frame() -> Frame:
    padding = dict.fromkeys(("leftPadding", "rightPadding", "topPadding", "bottomPadding"), 0)
    return Frame(MARGIN["left"], _BOTTOM, TEXT_WIDTH, _room(), **padding)


def _room() -> float:
    return float(PAGE[1] - _TOP - _BOTTOM)


# -- one page --------------------------------------------------------------------------------------------------------


def _fitted(sheet: Sheet, blocks: tuple[Block, ...]) -> dict[int, int]:
    """Return how many lines of which block go, so that the rest fits on one page if it can."""
    cut: dict[int, int] = {}
    for drop in sheet.drops:
        if _fits(sheet, blocks, cut):
            break
        most = _length(blocks[drop.block]) - drop.least
        cut[drop.block] = max(cut.get(drop.block, 0), most)
    for drop in reversed(sheet.drops):  # what matters most comes back first, as far as there is room
        low, high = 0, cut.get(drop.block, 0)
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if _fits(sheet, blocks, {**cut, drop.block: middle}) else (middle + 1, high)
        cut[drop.block] = low
    return cut


def _counted(sheet: Sheet, cut: Mapping[int, int]) -> dict[str, int]:
    return {drop.words: cut[drop.block] for drop in sheet.drops if cut.get(drop.block)}


def _fits(sheet: Sheet, blocks: tuple[Block, ...], cut: Mapping[int, int]) -> bool:
    story = Setter(Tags(), compact=True).story(_without(sheet, blocks, cut))
    return sum(map(_height, story)) <= _room() - float(_SLACK)


def _height(part: Flowable) -> float:
    return float(part.wrap(TEXT_WIDTH, 10**6)[1])


def _length(block: Block) -> int:
    match block:
        case Table() | Facts():
            return len(block.rows)
        case Bullets():
            return len(block.items)
        case _:
            return 0


def _without(sheet: Sheet, given: tuple[Block, ...], cut: Mapping[int, int]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for at, block in enumerate(given):
        gone = cut.get(at, 0)
        keep = _length(block) - gone
        match block:
            case Table() | Facts() if gone:
                blocks.append(block.model_copy(update={"rows": block.rows[:keep]}))
            case Bullets() if gone:
                blocks.append(block.model_copy(update={"items": block.items[:keep]}))
            case _:
                blocks.append(block)
    counted = _counted(sheet, cut)
    if counted:
        said = "; ".join(f"{words}: {count}" for words, count in counted.items())
        blocks.append(Notice(title=sheet.missing, text=f"{said}."))
    return tuple(blocks)
