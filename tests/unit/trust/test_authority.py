"""An organisation vouches for cards: exactly the card that it saw, while the certificate lasts, and nobody else can."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.trust.authority import certify, read_certified
from hsb_assess.trust.identity import create_identity

if TYPE_CHECKING:
    from hsb_assess.trust.card import Card

NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)
SUE, TOM = (create_identity(name, "supervisor", "Northshire", NOW).card() for name in ("Sue S", "Tom T"))


def made_authority(*, ca: bool = True, signs: bool = True, name: str = "Northshire") -> tuple[bytes, bytes]:
    """Return certificate (DER) and key (PEM) of a certificate authority, or of what is almost one."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    usage = x509.KeyUsage(not signs, not signs, False, False, False, signs, signs, False, False)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(NOW - timedelta(days=1000))
        .not_valid_after(NOW + timedelta(days=4000))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=0 if ca else None), critical=True)
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return made.public_bytes(serialization.Encoding.DER), pem


CA, CA_KEY = made_authority()


def vouches(
    card: Card, *, of: Card = SUE, by: bytes = CA, key: bytes = CA_KEY, at: datetime = NOW, judge: bytes = CA
) -> bool:
    """Make a certificate for ``of`` and say whether it holds for ``card``."""
    return read_certified(certify(of, by, key, NOW, days=30)).fits(card, judge, at)


def test_it_vouches_for_the_card_that_it_saw() -> None:
    """Name, role, person and keys; PEM and DER are read alike."""
    pem = certify(SUE, CA, CA_KEY, NOW, days=30)
    found = read_certified(pem)
    assert (found.person, found.name, found.role) == (SUE.person, "Sue S", "supervisor")
    assert found.fits(SUE, CA, NOW)
    der = x509.load_pem_x509_certificate(pem).public_bytes(serialization.Encoding.DER)
    assert read_certified(der).fits(SUE, CA, NOW)


@pytest.mark.parametrize(
    "card",
    [
        TOM,
        replace(SUE, name="Sue X"),
        replace(SUE, role="practitioner"),
        replace(SUE, person=TOM.person),
        replace(SUE, certificate=TOM.certificate),
        replace(SUE, signing_key=TOM.signing_key),
        replace(SUE, age_recipient=TOM.age_recipient),
        replace(SUE, agency="Southshire"),
    ],
    ids=["another", "name", "role", "person", "document key", "signing key", "package key", "agency"],
)
def test_it_vouches_for_no_other_card(card: Card) -> None:
    """One part exchanged, and it does not hold: the proof on the card covers what the certificate does not name."""
    assert not vouches(card)


def test_it_lasts_as_long_as_it_says() -> None:
    """Not before the day before, not after its end."""
    assert vouches(SUE, at=NOW - timedelta(hours=20))
    assert vouches(SUE, at=NOW + timedelta(days=29))
    assert not vouches(SUE, at=NOW - timedelta(days=2))
    assert not vouches(SUE, at=NOW + timedelta(days=31))


def test_only_that_authority_counts() -> None:
    """Another with the same name, one that is no authority, one that may not sign certificates, and the card itself."""
    other, other_key = made_authority()
    assert not vouches(SUE, by=other, key=other_key)
    assert not vouches(SUE, judge=other)
    for ca, signs in ((False, True), (True, False)):
        almost, key = made_authority(ca=ca, signs=signs)
        assert not vouches(SUE, by=almost, key=key, judge=almost)
    assert not vouches(SUE, judge=SUE.certificate)


@pytest.mark.parametrize("data", [b"", b"-----BEGIN CERTIFICATE-----\n", SUE.certificate, CA, b"0" * 100_000])
def test_what_is_no_certificate_of_a_person_is_refused(data: bytes) -> None:
    """A card's own certificate has no role, an authority's no person."""
    with pytest.raises(HsbAssessError) as refused:
        read_certified(data)
    assert refused.value.code == "certificate_unreadable"


@pytest.mark.parametrize("key", [b"", b"no key", made_authority()[1]], ids=["empty", "text", "another's"])
def test_only_the_authoritys_key_signs(key: bytes) -> None:
    """The error quotes nothing of a key."""
    with pytest.raises(HsbAssessError) as refused:
        certify(SUE, CA, key, NOW, days=30)
    assert refused.value.code == "authority_key"
    assert refused.value.__cause__ is None
