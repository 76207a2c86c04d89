"""The documents of a case: what there is, its bytes, whether it is in order, and taking it out of the vault."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hsb_assess.desk import makers
from hsb_assess.desk.colleagues import verified_cards
from hsb_assess.desk.workplace import need_basis
from hsb_assess.domain.errors import HsbAssessError

if TYPE_CHECKING:
    from pydantic import JsonValue

    from hsb_assess.desk.workplace import Workplace

__all__ = ["DocumentLine", "document_bytes", "documents", "export", "verify"]


@dataclass(frozen=True)
class DocumentLine:
    """One document in the vault; ``state`` is ``submitted`` (one signature) or ``issued`` (all)."""

    sha256: str
    audience: str
    state: str
    submission: str
    made: str
    size: int


def documents(at: Workplace, case: str) -> tuple[DocumentLine, ...]:
    """Return the documents of a case, newest first."""
    with at.book.begin("read", case=case, write=False) as work:
        kept = work.documents.of_case(case)
    lines = (
        DocumentLine(
            document.sha256,
            document.audience,
            document.state,
            document.submission,
            document.stored,
            document.size,
        )
        for document in kept
    )
    return tuple(sorted(lines, key=lambda line: (line.made, line.state, line.audience), reverse=True))


def document_bytes(at: Workplace, sha256: str) -> bytes:
    """Return a document for showing it from memory."""
    with at.book.begin("read", write=False) as work:
        document = work.documents.get(sha256)
    if document is None:
        raise _no_document()
    return document.content


def verify(at: Workplace, sha256: str) -> dict[str, JsonValue]:
    """Return the verdict on a document of this vault: against the cards that were verified and against its record.

    The shape is that of ``hsb-assess verify --json``. A submitted document is judged as waiting for its last
    signature, an issued one as complete.
    """
    with at.book.begin("read", write=False) as work:
        document = work.documents.get(sha256)
        cards = [*verified_cards(work).values(), at.identity.card()]
    if document is None:
        raise _no_document()
    pending = document.state == "submitted"
    return makers.verified(at, document.content, cards, pending=pending, sha256=sha256)


def _no_document() -> HsbAssessError:
    return HsbAssessError("no_such_document", "This document is not here.", "Open the page again.")


def export(at: Workplace, sha256: str, recipient: str, basis: str) -> bytes:
    """Return a document to be written outside the vault, having noted for whom and on what basis."""
    need_basis(recipient, basis)
    with at.book.begin("exported") as work:
        document = work.documents.get(sha256)
        if document is None:
            raise _no_document()
        work.case = document.case
        work.audit.note(
            "exported",
            sha256,
            {"recipient": recipient.strip(), "basis": basis.strip(), "audience": document.audience},
        )
    return document.content
