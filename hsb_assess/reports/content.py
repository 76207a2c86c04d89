"""Builds a document's content for one audience from a reading, the checks and what the document says of itself."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.reports import document_a, document_b
from hsb_assess.reports.blocks import Content, Furniture
from hsb_assess.reports.closing import prepared
from hsb_assess.reports.redaction import AUDIENCES
from hsb_assess.reports.source import DocumentMeta, Explanation, Signatory, Source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import JsonValue

    from hsb_assess.record.reading import Reading
    from hsb_assess.rules.finding import Report

__all__ = ["AUDIENCES", "DocumentMeta", "Explanation", "Signatory", "build"]

_NOTHING_WRITTEN: Final[Mapping[str, Explanation]] = MappingProxyType({})


def build(
    audience: str,
    reading: Reading,
    report: Report,
    meta: DocumentMeta,
    explanations: Mapping[str, Explanation] = _NOTHING_WRITTEN,
) -> dict[str, JsonValue]:
    """Return the content of document ``audience`` (``A`` or ``B``) as JSON values, already filtered for it.

    ``report`` is what the checks found at submission, ``explanations`` what was written about them by finding
    key. Hand the result to :func:`hsb_assess.reports.layout.make`. Raises ``no_such_document``.
    """
    source = Source(reading, audience, meta)
    match audience:
        case "A":
            title, name = document_a.TITLE, document_a.NAME
            blocks = document_a.blocks(source, report, explanations)
        case "B":
            title, name = document_b.TITLE, document_b.NAME
            blocks = document_b.blocks(source)
        case _:
            raise HsbAssessError(
                "no_such_document", "There is no document for this audience.", "Choose one of the documents listed."
            )
    content = Content(
        audience=audience,
        title=title,
        made=meta.made.isoformat(),
        furniture=Furniture(
            case_ref=reading.text("M00.ref") or "not given",
            letter=audience,
            name=name,
            version=meta.version,
            hash=meta.content_hash or reading.content_hash,
            prepared=prepared(source),
            audit="" if meta.checkpoint is None else f"{meta.checkpoint[0]} {meta.checkpoint[1]}",
        ),
        blocks=tuple(blocks),
    )
    return content.as_json()
