"""The interim safety plan: tonight's arrangement, and what is agreed for each place so far, before anything is signed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.reports.blocks import Bullets, Facts, Heading, Notice, Para
from hsb_assess.reports.pairs import pair_blocks
from hsb_assess.reports.paperhead import PLAN, front
from hsb_assess.reports.plan import safety_panels
from hsb_assess.reports.tonight import told

if TYPE_CHECKING:
    from hsb_assess.reports.blocks import Block
    from hsb_assess.reports.paperhead import PaperMeta
    from hsb_assess.reports.source import Source
    from hsb_assess.rules.finding import Report

__all__ = ["blocks"]

_PLACES: Final = "M20.settings"
_TONIGHT: Final = (
    ("M01.stops_contact_tonight", "What keeps every child safe from contact tonight"),
    ("M01.arrangement.what", "Arrangement for tonight"),
    ("M01.arrangement.agreed_by", "Agreed by"),
    ("M01.arrangement.until", "Until"),
    ("M01.told_child", "What this child was told"),
)


def blocks(source: Source, report: Report, meta: PaperMeta) -> list[Block]:
    """Return the plan in reading order; a place for which nothing is arranged is named as one."""
    del report
    placed = source.rows(_PLACES)
    return [
        front(PLAN, source, meta, "For the adults and agencies that keep to it, until a plan is agreed and signed."),
        Notice(
            title="What this plan is",
            items=(
                "It says what is arranged so that this child and other children are safe until somebody looks again.",
                "“Not yet asked” means that nothing is agreed or written down for it yet. It never means that it is safe.",
                "Everybody keeps to it from now on; it waits for no signature. Other people stand here by role.",
                "If something here cannot be done or does not help, ring the worker today. If somebody is in danger, ring 999.",
            ),
        ),
        Heading(text="For tonight"),
        Facts(rows=tuple(told(source, *_TONIGHT)), numbered=False),
        Heading(text="Place by place"),
        *(safety_panels(source, _PLACES) if placed else _no_places()),
        *_other_places(source),
        Heading(text="Who is with whom, and what protects"),
        *pair_blocks(source, "M11.pairs", agreed=True),
    ]


def _no_places() -> list[Block]:
    return [Para(text="No place has a plan of its own yet. The arrangement for tonight stands in for it.")]


def _other_places(source: Source) -> list[Block]:
    """Name the kinds of place for which nothing is arranged, so that nobody takes silence for safety."""
    item = source.reading.definition.find(f"{_PLACES}.setting")
    if item is None:
        return []
    planned = {str(row.value("setting")) for row in source.rows(_PLACES)}
    open_ = tuple(code.en for code in source.reading.definition.codes(item) if code.code not in planned)
    if not open_:
        return []
    return [Heading(text="Nothing is arranged yet for these", level=2), Bullets(items=open_)]
