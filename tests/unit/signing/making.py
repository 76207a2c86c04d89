"""Makes real people, pages and signed documents for the tests of this room."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from hsb_assess.signing.pdf import Panel, Particulars, RosterLine, certify, countersign, prepare
from hsb_assess.signing.verify import verify
from hsb_assess.trust.identity import Identity, create_identity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hsb_assess.signing.verdict import Verdict
    from hsb_assess.trust.card import Card

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
PARTICULARS = Particulars(
    title="Document 7F3K",
    document="019cab00-0000-7000-8000-000000000001",
    version="1",
    content_sha256="ab" * 32,
    audience="A",
    created=NOW,
)
PRACTITIONER = RosterLine("Practitioner", "practitioner", "I made this and stand by what it says.")
SUPERVISOR = RosterLine("Supervisor", "supervisor", "I have read this and approve it.")
ROSTER = (PRACTITIONER, SUPERVISOR)


@lru_cache(maxsize=1)
def ann() -> Identity:
    """Return the practitioner, whose name is beyond ASCII."""
    return create_identity("Ann Prŷs-O’Neill", "practitioner", "Example Council", NOW)


@lru_cache(maxsize=1)
def sue() -> Identity:
    """Return the supervisor."""
    return create_identity("Sue Ahmed", "supervisor", "Example Council", NOW)


@lru_cache(maxsize=1)
def cards() -> tuple[Card, ...]:
    """Return both cards."""
    return (ann().card(), sue().card())


@lru_cache(maxsize=1)
def pages() -> bytes:
    """Return two pages by reportlab, with an author that must not survive."""
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setAuthor("leaking author")
    canvas.setTitle("leaking title")
    for page in range(2):
        for line in range(20):
            canvas.drawString(72, 760 - 20 * line, f"Page {page}, line {line}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def prepared(roster: Sequence[RosterLine] = ROSTER, source: bytes | None = None) -> bytes:
    """Return pages with one panel for each roster line, side by side on the second page."""
    panels = [
        Panel(line.field, 1, (40 + 180 * number, 60, 210 + 180 * number, 140)) for number, line in enumerate(roster)
    ]
    return prepare(pages() if source is None else source, roster, PARTICULARS, panels)


def sign(
    pdf: bytes,
    who: Identity,
    line: RosterLine,
    *,
    when: datetime = NOW,
    name: str | None = None,
    certificate: bytes | None = None,
    confirmed: str = "",
) -> bytes:
    """Return ``pdf`` with one more signature, certifying if it is the first field of :data:`ROSTER`."""
    put = certify if line.field == "Practitioner" else countersign
    return put(
        pdf,
        who.document_key_der(),
        who.certificate if certificate is None else certificate,
        field=line.field,
        name=who.name if name is None else name,
        role_text=line.role.capitalize(),
        meaning=line.meaning,
        when=when,
        confirmed=confirmed,
    )


@dataclass(frozen=True)
class Made:
    """One document at each of its stages."""

    prepared: bytes
    certified: bytes
    finished: bytes


@lru_cache(maxsize=1)
def made() -> Made:
    """Return the document that Ann certified and Sue countersigned an hour later."""
    first = prepared()
    certified = sign(first, ann(), PRACTITIONER)
    return Made(first, certified, sign(certified, sue(), SUPERVISOR, when=NOW + timedelta(hours=1)))


def judge(pdf: bytes, trust: Sequence[Card | bytes] | None = None, crls: Sequence[bytes] = ()) -> Verdict:
    """Return the verdict on ``pdf``, trusting both cards unless told otherwise."""
    return verify(pdf, trust=cards() if trust is None else trust, crls=crls, now=NOW + timedelta(days=200))


def code(pdf: bytes, trust: Sequence[Card | bytes] | None = None, crls: Sequence[bytes] = ()) -> str:
    """Return ``accepted`` or the code of the rejection."""
    verdict = judge(pdf, trust, crls)
    return "accepted" if verdict.is_accepted else verdict.reasons[0].code
