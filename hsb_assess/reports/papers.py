"""The papers that print from the first answer on: urgent referral extract, out-of-hours handover, interim safety plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.reports import extract, handover, interim
from hsb_assess.reports.blocks import Content, Furniture
from hsb_assess.reports.paperhead import EXTRACT, HANDOVER, KINDS, NAMES, PLAN, PaperMeta
from hsb_assess.reports.redaction import URGENT
from hsb_assess.reports.sheets import Sheet
from hsb_assess.reports.source import DocumentMeta, Signatory, Source
from hsb_assess.reports.wording import moment
from hsb_assess.rules.facts import FORM

if TYPE_CHECKING:
    from pydantic import JsonValue

    from hsb_assess.record.reading import Reading
    from hsb_assess.rules.finding import Report

__all__ = ["EXTRACT", "HANDOVER", "KINDS", "NAMES", "PLAN", "PaperMeta", "build"]

_TITLES: Final = {EXTRACT: "Extract", HANDOVER: "Handover", PLAN: "Plan"}
"""Titles in the properties of the file, which anybody sees who holds it: they say nothing about a child."""


def source_of(kind: str, reading: Reading, meta: PaperMeta) -> Source:
    """Return the door to the record for a paper: an interim plan shows what a plan for several agencies shows."""
    told = DocumentMeta(
        version="",
        made=meta.made,
        cut_off=meta.made,
        author=Signatory(meta.name, meta.role),
        supervisor=Signatory("", ""),
        names=meta.names,
        earlier=meta.earlier,
    )
    return Source(reading, "B" if kind == PLAN else URGENT, told)


def build(kind: str, reading: Reading, report: Report, meta: PaperMeta) -> dict[str, JsonValue]:
    """Return the paper ``kind`` as JSON values for :func:`hsb_assess.reports.sheets.make`, however little is recorded.

    ``report`` holds the alerts that stand. Raises ``no_such_paper``, ``no_paper_of_this_form``.
    """
    makers = {EXTRACT: extract.blocks, HANDOVER: handover.blocks, PLAN: interim.blocks}
    if kind not in makers:
        raise HsbAssessError("no_such_paper", "There is no such paper.", f"Use one of: {', '.join(KINDS)}.")
    if reading.definition.id != FORM:
        raise HsbAssessError(
            "no_paper_of_this_form",
            "A form from elsewhere does not ask what these papers tell.",
            "Open the case's holistic assessment, or start one.",
        )
    source = source_of(kind, reading, meta)
    blocks = tuple(makers[kind](source, report, meta))
    content = Content(
        audience=source.audience,
        title=_TITLES[kind],
        made=meta.made.isoformat(),
        furniture=Furniture(
            case_ref=reading.text("M00.ref") or "not given",
            letter="",
            name=NAMES[kind],
            version="",
            hash=reading.content_hash,
            prepared=f"Made by {meta.who}",
        ),
        blocks=blocks,
    )
    sheet = Sheet(content=content, foot=f"Draft, not signed. Information as recorded up to {moment(meta.made)}.")
    if kind == HANDOVER:
        shorter = tuple(tuple(handover.blocks(source, report, meta, most)) for most in handover.MOST[1:])
        more = {"single": True, "missing": handover.MISSING, "drops": handover.drops(blocks), "shorter": shorter}
        sheet = sheet.model_copy(update=more)
    return sheet.model_dump(mode="json")
