"""Other people as this vault knows them: whose card was verified, and whether a card is really somebody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.trust.card import Card
from hsb_assess.trust.certificate import public_key

if TYPE_CHECKING:
    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.vault.book import Work

__all__ = ["is_own_card", "verified_card", "verified_cards"]


def verified_cards(work: Work) -> dict[str, Card]:
    """Return the cards whose eight words were compared, by person."""
    return {
        contact.person: Card.from_bytes(contact.card)
        for contact in work.contacts.all()
        if contact.verified_at is not None
    }


def verified_card(work: Work, person: str) -> Card:
    """Return the verified card of somebody; raises ``recipient_unverified``."""
    card = verified_cards(work).get(person)
    if card is None:
        raise HsbAssessError(
            "recipient_unverified",
            "This person's card has not been verified.",
            "Import their card and compare the eight words with them first.",
        )
    return card


def is_own_card(at: Workplace, card: Card) -> bool:
    """Say whether a card is this person's, or names a key of theirs under another person."""
    own = at.identity.card()
    return (
        card.person == own.person
        or card.signing_key == own.signing_key
        or card.age_recipient == own.age_recipient
        or public_key(card.certificate) == public_key(own.certificate)
    )
