"""An organisation's certificates for cards: a colleague's counts as verified, one's own says so on what one signs."""

from __future__ import annotations

import hashlib
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, Final

from hsb_assess.desk import organisation
from hsb_assess.desk.workplace import Change
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.trust.authority import Certified, read_certified
from hsb_assess.trust.card import Card

if TYPE_CHECKING:
    from datetime import date

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.vault.book import Work

__all__ = ["BY_ORGANISATION", "certificates", "has_authority", "import_certificate", "own_until", "vouches_for"]

BY_ORGANISATION: Final = "organisation"
"""How a card was verified, beside ``phone`` and ``in_person``."""
_SETTING: Final = "certificates"
"""The certificates that were taken, by person; each is judged again wherever it is used."""


def has_authority(at: Workplace) -> bool:
    """Say whether the organisation's configuration names a certificate authority."""
    return _authority(at) is not None


def _authority(at: Workplace) -> bytes | None:
    accepted = organisation.known(at).accepted
    return None if accepted is None else accepted.ca


def import_certificate(at: Workplace, data: bytes) -> Change:
    """Take in the organisation's certificate (PEM or DER) for a card that is here, or for one's own.

    A colleague's card counts as verified from now on, as if words had been compared; what came of it stays in the
    audit. Codes: ``certificate_unreadable``, ``no_authority``, ``no_such_contact``, ``not_certified``.
    """
    found = read_certified(data)
    authority = _authority(at)
    if authority is None:
        raise HsbAssessError(
            "no_authority",
            "No configuration in this vault names the certificate authority of your organisation.",
            "Import your organisation's configuration first, or compare the eight words.",
        )
    own = found.person == at.identity.person
    with at.book.begin("card_verified") as work:
        known = work.contacts.get(found.person)
        if known is None and not own:
            raise HsbAssessError(
                "no_such_contact",
                "The card that this certificate is for is not here.",
                "Import the person's card first, then the certificate.",
            )
        card = at.identity.card() if own or known is None else Card.from_bytes(known.card)
        if not found.fits(card, authority, at.clock.now()):
            raise HsbAssessError(
                "not_certified",
                "Your organisation does not vouch for this card with that certificate: it is for other keys, another "
                "name or role, by somebody else, or out of date.",
                "Ask your organisation for a new one, or compare the eight words.",
            )
        if not own:
            work.contacts.put(card.to_bytes(), BY_ORGANISATION)
        kept = work.settings.get(_SETTING)
        mine = kept if isinstance(kept, dict) else {}
        work.settings.put(_SETTING, {**mine, found.person: b64encode(found.der).decode()})
        work.audit.note(
            "card_verified",
            found.person,
            {
                "how": BY_ORGANISATION,
                "fingerprint": card.fingerprint,
                "authority": hashlib.sha256(authority).hexdigest(),
                "certificate_until": found.until.date().isoformat(),
            },
        )
    return Change("card_verified", created=found.person)


def _kept(work: Work) -> dict[str, Certified]:
    found = work.settings.get(_SETTING)
    return {person: Certified(b64decode(str(der))) for person, der in found.items()} if isinstance(found, dict) else {}


def vouches_for(at: Workplace, card: Card) -> bool:
    """Say whether the organisation vouches for a card now: by a certificate that was taken in and still holds."""
    return _holding(at, card) is not None


def _holding(at: Workplace, card: Card) -> Certified | None:
    authority = _authority(at)
    with at.book.begin(write=False) as work:
        found = _kept(work).get(card.person)
    return found if found is not None and authority and found.fits(card, authority, at.clock.now()) else None


def own_until(at: Workplace) -> date | None:
    """Return until when the organisation vouches for one's own card, ``None`` if it does not."""
    found = _holding(at, at.identity.card())
    return None if found is None else found.until.date()


def certificates(at: Workplace) -> tuple[bytes, ...]:
    """Return the authority's certificate and those by which it vouches for cards (DER), for the verifier; perhaps none."""
    authority = _authority(at)
    if authority is None:
        return ()
    with at.book.begin(write=False) as work:
        return (authority, *(each.der for each in _kept(work).values()))
