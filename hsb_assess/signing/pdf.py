"""Prepare, certify and countersign a document: bytes in, bytes out, to be run in a child process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.signing.roster import Panel, Particulars, Roster, RosterLine

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

__all__ = ["Panel", "Particulars", "RosterLine", "certify", "countersign", "prepare"]


def prepare(pages: bytes, roster: Sequence[RosterLine], particulars: Particulars, panels: Sequence[Panel]) -> bytes:
    """Return a finished page file with neutral properties, the roster and one empty panel for each line.

    Whatever the page maker wrote as properties is replaced. ``panels`` names each roster field once. Raises
    :class:`HsbAssessError`: ``roster_shape``, ``prepare_panels``, ``prepare_form``.
    """
    from hsb_assess.signing.preparing import prepare as prepare_pages

    checked = Roster.of(roster)
    placed = {panel.field: panel for panel in panels}
    if len(placed) != len(panels) or set(placed) != {line.field for line in checked.lines}:
        raise HsbAssessError(
            "prepare_panels",
            "The places for signatures do not match the people who must sign.",
            "Make the document again.",
        )
    return prepare_pages(pages, checked, particulars, placed)


def certify(
    pdf: bytes,
    key_der: bytes,
    certificate_der: bytes,
    *,
    field: str,
    name: str,
    role_text: str,
    meaning: str,
    when: datetime,
    confirmed: str = "",
) -> bytes:
    """Return ``pdf`` with its first roster field signed as a certification.

    ``key_der`` is a P-256 key (PKCS#8 DER), ``certificate_der`` its certificate, ``when`` aware; the other
    texts are shown in the panel, ``confirmed`` too: who confirmed the role, if not a voice. Later fields may still
    be filled; a sole signer forbids every change. Raises :class:`HsbAssessError`: ``sign_order``, ``sign_document``, ``roster_missing``, ``roster_shape``.
    """
    from hsb_assess.signing.sealing import ROLE_BY_VOICE, Hand, Pen, seal

    return seal(
        pdf,
        Pen(key_der, certificate_der),
        Hand(name, role_text, meaning, when, confirmed or ROLE_BY_VOICE),
        field=field,
        first=True,
    )


def countersign(
    pdf: bytes,
    key_der: bytes,
    certificate_der: bytes,
    *,
    field: str,
    name: str,
    role_text: str,
    meaning: str,
    when: datetime,
    confirmed: str = "",
) -> bytes:
    """Return ``pdf`` with the next roster field signed; the last one locks every field and the document.

    Arguments and errors are those of :func:`certify`. Check the document with ``verify_pending`` first: this
    signs whatever bytes it is given.
    """
    from hsb_assess.signing.sealing import ROLE_BY_VOICE, Hand, Pen, seal

    return seal(
        pdf,
        Pen(key_der, certificate_der),
        Hand(name, role_text, meaning, when, confirmed or ROLE_BY_VOICE),
        field=field,
        first=False,
    )
