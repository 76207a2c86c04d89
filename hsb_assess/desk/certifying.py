"""An organisation's certificate for a colleague: their card counts as verified without comparing eight words."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from hsb_assess.desk import organisation
from hsb_assess.desk.workplace import Change
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.trust.authority import read_certified
from hsb_assess.trust.card import Card

if TYPE_CHECKING:
    from hsb_assess.desk.workplace import Workplace

__all__ = ["BY_ORGANISATION", "has_authority", "import_certificate"]

BY_ORGANISATION: Final = "organisation"
"""How a card was verified, beside ``phone`` and ``in_person``."""


def has_authority(at: Workplace) -> bool:
    """Say whether the organisation's configuration names a certificate authority."""
    accepted = organisation.known(at).accepted
    return accepted is not None and accepted.ca is not None


def import_certificate(at: Workplace, data: bytes) -> Change:
    """Take in the organisation's certificate (PEM or DER) for somebody whose card is here, and verify the card by it.

    It is judged now and once, as a comparison of words is; what came of it stays in the audit. Codes:
    ``certificate_unreadable``, ``no_authority``, ``no_such_contact``, ``not_certified``.
    """
    found = read_certified(data)
    accepted = organisation.known(at).accepted
    if accepted is None or accepted.ca is None:
        raise HsbAssessError(
            "no_authority",
            "No configuration in this vault names the certificate authority of your organisation.",
            "Import your organisation's configuration first, or compare the eight words.",
        )
    with at.book.begin("card_verified") as work:
        known = work.contacts.get(found.person)
        if known is None:
            raise HsbAssessError(
                "no_such_contact",
                "The card that this certificate is for is not here.",
                "Import the person's card first, then the certificate.",
            )
        if not found.fits(Card.from_bytes(known.card), accepted.ca, at.clock.now()):
            raise HsbAssessError(
                "not_certified",
                "Your organisation does not vouch for this card with that certificate: it is for other keys, another "
                "name or role, by somebody else, or out of date.",
                "Ask your organisation for a new one, or compare the eight words.",
            )
        work.contacts.put(known.card, BY_ORGANISATION)
        work.audit.note(
            "card_verified",
            found.person,
            {
                "how": BY_ORGANISATION,
                "fingerprint": known.fingerprint,
                "authority": hashlib.sha256(accepted.ca).hexdigest(),
                "certificate_until": found.until.date().isoformat(),
            },
        )
    return Change("card_verified", created=found.person)
