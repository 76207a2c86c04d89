"""A colleague's card that the organisation vouches for counts as verified; what it does not vouch for changes nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import access, certifying, colleagues, makers, organisation
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.trust.authority import certify
from hsb_assess.trust.identity import create_identity
from hsb_assess.trust.organisation import Organisation, new_configuration_key, sign_organisation
from tests.unit.trust.test_authority import CA, CA_KEY, made_authority

if TYPE_CHECKING:
    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.trust.card import Card
    from tests.unit.desk.conftest import Person

KEY = new_configuration_key()


@pytest.fixture
def at(practitioner: Person) -> Workplace:
    """A practitioner whose organisation names a certificate authority."""
    settings = Organisation("Northshire", 1, "2026-11-27T09:00:00+00:00", b"", ca=CA)
    organisation.take_in(practitioner.at, sign_organisation(settings, KEY).to_bytes())
    assert not certifying.has_authority(practitioner.at)
    organisation.confirm(practitioner.at, "phone")
    assert certifying.has_authority(practitioner.at)
    return practitioner.at


@pytest.fixture
def card(at: Workplace) -> Card:
    """A supervisor's card that was imported."""
    made = create_identity("Sue S", "supervisor", "Northshire", at.clock.now()).card()
    access.import_card(at, made.to_bytes())
    return made


def refused(at: Workplace, data: bytes) -> str:
    """Return the code that a certificate is refused with; nobody is verified by it."""
    with pytest.raises(HsbAssessError) as caught:
        certifying.import_certificate(at, data)
    assert all(each.verified is None for each in access.contacts(at))
    return caught.value.code


def test_a_card_is_verified_by_its_certificate(at: Workplace, card: Card) -> None:
    """No words were compared, and the audit says by what it was."""
    change = certifying.import_certificate(at, certify(card, CA, CA_KEY, at.clock.now(), days=30))
    assert (change.act, change.created) == ("card_verified", card.person)
    (contact,) = access.contacts(at)
    assert contact.verified is not None
    assert contact.how == certifying.BY_ORGANISATION
    with at.book.begin(write=False) as work:
        assert list(colleagues.verified_cards(work)) == [card.person]
        row = [each for each in work.audit.rows() if each.act == "card_verified"][-1]
    assert isinstance(row.notes[0].detail, dict)
    assert row.notes[0].detail["how"] == "organisation"


def test_what_is_signed_says_who_confirmed_the_roles(at: Workplace, card: Card) -> None:
    """A voice by default; the organisation once its certificates for oneself and for the colleague are here."""
    assert makers._hand(at, "Author", "Mine.")["confirmed"] == ""
    assert certifying.own_until(at) is None
    for each in (at.identity.card(), card):
        assert not certifying.vouches_for(at, each)
        certifying.import_certificate(at, certify(each, CA, CA_KEY, at.clock.now(), days=30))
        assert certifying.vouches_for(at, each)
    assert makers._hand(at, "Author", "Mine.")["confirmed"] == "Role confirmed by the organisation."
    assert certifying.own_until(at) == (at.clock.now() + timedelta(days=30)).date()
    assert len(access.contacts(at)) == 1
    assert certifying.certificates(at)[0] == CA
    assert len(certifying.certificates(at)) == 3


def test_another_card_of_the_same_person_has_to_be_verified_anew(at: Workplace, card: Card) -> None:
    """A changed card is nobody's again, and the certificate for the old keys does not hold for it."""
    pem = certify(card, CA, CA_KEY, at.clock.now(), days=30)
    certifying.import_certificate(at, pem)
    other = create_identity("Sue S", "supervisor", "Northshire", at.clock.now())
    object.__setattr__(other, "person", card.person)
    access.import_card(at, other.card().to_bytes())
    assert refused(at, pem) == "not_certified"


def test_what_does_not_vouch_is_refused(at: Workplace, card: Card) -> None:
    """A stranger, another authority, one that ended, and what is no certificate: each says which it is."""
    now = at.clock.now()
    stranger = create_identity("Tom T", "supervisor", "Northshire", now).card()
    assert refused(at, certify(stranger, CA, CA_KEY, now, days=30)) == "no_such_contact"
    other, other_key = made_authority()
    assert refused(at, certify(card, other, other_key, now, days=30)) == "not_certified"
    assert refused(at, certify(card, CA, CA_KEY, now - timedelta(days=60), days=30)) == "not_certified"
    assert refused(at, card.certificate) == "certificate_unreadable"


def test_without_an_authority_nothing_is_taken(practitioner: Person) -> None:
    """Whoever has no organisation compares words."""
    made = create_identity("Sue S", "supervisor", "Northshire", practitioner.at.clock.now()).card()
    access.import_card(practitioner.at, made.to_bytes())
    pem = certify(made, CA, CA_KEY, practitioner.at.clock.now(), days=30)
    assert refused(practitioner.at, pem) == "no_authority"
