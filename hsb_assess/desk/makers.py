"""Makes documents and signs them in child processes: the page, its certification, its countersignature."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Final

from hsb_assess.desk import certifying
from hsb_assess.desk.children import run_child
from hsb_assess.desk.guidancekept import guidance_words
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.roles import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic import JsonValue

    from hsb_assess.desk.gate import Justification
    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.record.erasure import Receipt, Signed
    from hsb_assess.record.reading import Reading
    from hsb_assess.rules.finding import Report
    from hsb_assess.trust.card import Card

__all__ = ["certified", "confirmed", "countersigned", "receipt", "verified"]

AUTHOR, SUPERVISOR = "Author", "Supervisor"
ROLE_WORDS: Final = {
    Role.PRACTITIONER.value: "practitioner",
    Role.CO_ASSESSOR.value: "co-assessor",
    Role.SUPERVISOR.value: "supervisor",
}
TITLES: Final = {"A": "Assessment record", "B": "Plan"}
"""Titles in a document's properties, which anybody sees who holds the file: they say nothing about a child."""


def _roster(audience: str, author_role: str) -> list[JsonValue]:
    return [
        {"field": AUTHOR, "role": author_role, "meaning": _meaning(audience, AUTHOR)},
        {"field": SUPERVISOR, "role": Role.SUPERVISOR.value, "meaning": _meaning(audience, SUPERVISOR)},
    ]


def _meaning(audience: str, field: str) -> str:
    """Return what a signature says: the same words on the page, in the roster and in the panel."""
    from hsb_assess.reports.closing import MEANINGS

    author, supervisor = MEANINGS[audience]
    return author if field == AUTHOR else supervisor


def _hand(at: Workplace, field: str, meaning: str) -> dict[str, JsonValue]:
    return {
        "field": field,
        "name": at.identity.name,
        "role_text": ROLE_WORDS.get(at.role, at.role),
        "meaning": meaning,
        "when": at.clock.now().isoformat(timespec="seconds"),
        "confirmed": f"{said}." if (said := confirmed(at, at.identity.card())) else "",
    }


def confirmed(at: Workplace, card: Card) -> str:
    """Return who confirmed somebody's role if it was the organisation; otherwise documents say that it was a voice."""
    from hsb_assess.reports.closing import CONFIRMED_BY_ORGANISATION

    return CONFIRMED_BY_ORGANISATION if certifying.vouches_for(at, card) else ""


def certified(
    at: Workplace,
    reading: Reading,
    report: Report,
    explanations: Mapping[str, Justification],
    *,
    audience: str,
    submission: str,
    version: int,
    reviewer: Card,
) -> bytes:
    """Return document ``audience`` of ``reading``, signed by its author and prepared for ``reviewer``'s signature."""
    from hsb_assess.reports.content import DocumentMeta, Signatory, build

    now = at.clock.now()
    title, note = guidance_words(reading.profile, reading.profile_hash)
    with at.book.begin("read", write=False) as work:
        checkpoint = work.audit.last()
    meta = DocumentMeta(
        version=str(version),
        made=now,
        cut_off=now,
        author=Signatory(at.identity.name, at.role, confirmed(at, at.identity.card())),
        supervisor=Signatory(reviewer.name, reviewer.role, confirmed(at, reviewer)),
        names={at.identity.person: at.identity.name, reviewer.person: reviewer.name},
        checkpoint=checkpoint,
        profile_title=title,
        profile_note=note,
        content_hash=reading.content_hash,
    )
    content = build(audience, reading, report, meta, explanations)
    made = run_child("make_document", {"audience": audience, "content": content})
    return run_child(
        "certify",
        {
            "roster": _roster(audience, at.role),
            "particulars": {
                "title": TITLES[audience],
                "document": submission,
                "version": str(version),
                "content_sha256": reading.content_hash,
                "audience": audience,
                "created": now.isoformat(timespec="seconds"),
            },
            "fields": made.value["fields"],
            "hand": _hand(at, AUTHOR, _meaning(audience, AUTHOR)),
        },
        [made.blobs[0], at.identity.document_key_der(), at.identity.certificate],
    ).blobs[0]


def receipt(
    at: Workplace, content: Mapping[str, JsonValue], audience: str, meaning: str, signed: Signed[Receipt]
) -> bytes:
    """Return the receipt of an erasure as pages, signed by this person alone: nothing can be added to it."""
    made = run_child("make_document", {"audience": audience, "content": {**content}})
    now = at.clock.now().isoformat(timespec="seconds")
    return run_child(
        "certify",
        {
            "roster": [{"field": AUTHOR, "role": at.role, "meaning": meaning}],
            "particulars": {
                "title": "Receipt",
                "document": signed.said.id,
                "version": "1",
                "content_sha256": signed.hash,
                "audience": audience,
                "created": now,
            },
            "fields": made.value["fields"],
            "hand": _hand(at, AUTHOR, meaning),
        },
        [made.blobs[0], at.identity.document_key_der(), at.identity.certificate],
    ).blobs[0]


def countersigned(at: Workplace, document: bytes, author: Card, *, audience: str, sha256: str) -> bytes:
    """Return exactly the submitted bytes with the supervisor's signature added, which locks the document.

    Raises ``not_in_order`` unless they carry the author's signature, nothing else, and that SHA-256.
    """
    own = at.identity.card()
    return run_child(
        "countersign",
        {
            "hand": _hand(at, SUPERVISOR, _meaning(audience, SUPERVISOR)),
            "now": at.clock.now().isoformat(timespec="seconds"),
            "record_sha256": sha256,
        },
        [
            document,
            at.identity.document_key_der(),
            at.identity.certificate,
            author.to_bytes(),
            own.to_bytes(),
        ],
    ).blobs[0]


def verified(
    at: Workplace, document: bytes, cards: Sequence[Card], *, pending: bool, sha256: str | None
) -> dict[str, JsonValue]:
    """Return the strict verifier's verdict on a document as JSON; ``pending`` expects the author alone."""
    try:
        return run_child(
            "verify",
            {
                "now": at.clock.now().isoformat(timespec="seconds"),
                "pending": pending,
                "record_sha256": sha256,
                "organisation": [b64encode(each).decode() for each in certifying.certificates(at)],
            },
            [document, *(card.to_bytes() for card in cards)],
        ).value
    except HsbAssessError as error:
        return {
            "verdict": "rejected",
            "reasons": [{"code": error.code, "message": error.what}],
            "signers": [],
        }
