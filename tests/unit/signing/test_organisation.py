"""With an organisation's certificate, the organisation says who may sign as what, and until when."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from hsb_assess.signing.verify import verify
from tests.unit.signing.making import (
    NOW,
    PRACTITIONER,
    SUPERVISOR,
    ann,
    cards,
    code,
    judge,
    made,
    prepared,
    sign,
    sue,
)

if TYPE_CHECKING:
    from hsb_assess.trust.identity import Identity

AUTHORITY_KEY = ec.derive_private_key(7, ec.SECP256R1())
OTHER_KEY = ec.derive_private_key(8, ec.SECP256R1())
AUTHORITY_NAME = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Example Council documents")])


def usage(*, signs_certificates: bool) -> x509.KeyUsage:
    """Return the key usage of an authority or of a signer."""
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=not signs_certificates,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )


@lru_cache(maxsize=1)
def authority() -> x509.Certificate:
    """Return the organisation's own certificate."""
    return (
        x509.CertificateBuilder()
        .subject_name(AUTHORITY_NAME)
        .issuer_name(AUTHORITY_NAME)
        .public_key(AUTHORITY_KEY.public_key())
        .serial_number(1)
        .not_valid_before(NOW - timedelta(days=1000))
        .not_valid_after(NOW + timedelta(days=9000))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage(signs_certificates=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(AUTHORITY_KEY.public_key()), critical=False)
        .sign(AUTHORITY_KEY, hashes.SHA256())
    )


def der(certificate: x509.Certificate) -> bytes:
    """Return a certificate's DER."""
    return certificate.public_bytes(serialization.Encoding.DER)


def issued(
    who: Identity,
    role: str,
    serial: int,
    *,
    by: ec.EllipticCurvePrivateKey = AUTHORITY_KEY,
    person: str | None = None,
) -> bytes:
    """Return a certificate for ``who`` as ``role``, valid for a year from the day before."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, who.name), x509.NameAttribute(NameOID.TITLE, role)])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(AUTHORITY_NAME)
        .public_key(who.document_key.public_key())
        .serial_number(serial)
        .not_valid_before(NOW - timedelta(days=1))
        .not_valid_after(NOW + timedelta(days=365))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage(signs_certificates=False), critical=True)
        .add_extension(
            x509.SubjectAlternativeName([x509.UniformResourceIdentifier(f"urn:uuid:{person or who.person}")]),
            critical=False,
        )
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(by.public_key()), critical=False)
        .sign(by, hashes.SHA256())
    )
    return der(certificate)


def withdrawn(**since: datetime) -> bytes:
    """Return the organisation's list, with serial ``sN`` withdrawn since a moment."""
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(AUTHORITY_NAME)
        .last_update(NOW + timedelta(days=20))
        .next_update(NOW + timedelta(days=50))
        .add_extension(x509.CRLNumber(1), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(AUTHORITY_KEY.public_key()), critical=False)
    )
    for name, moment in since.items():
        builder = builder.add_revoked_certificate(
            x509.RevokedCertificateBuilder().serial_number(int(name.removeprefix("s"))).revocation_date(moment).build()
        )
    return builder.sign(AUTHORITY_KEY, hashes.SHA256()).public_bytes(serialization.Encoding.DER)


def document(first: bytes | None = None, second: bytes | None = None, *, when: datetime = NOW) -> bytes:
    """Return a document signed with issued certificates, or the given ones."""
    certified = sign(prepared(), ann(), PRACTITIONER, certificate=first or issued(ann(), "practitioner", 2), when=when)
    return sign(certified, sue(), SUPERVISOR, certificate=second or issued(sue(), "supervisor", 3), when=when)


TRUST = [der(authority())]


def test_issued_certificates_are_accepted_with_a_list() -> None:
    """The verdict says that the time is the signers' own; no voice was needed."""
    verdict = judge(document(), TRUST, [withdrawn()])
    assert verdict.is_accepted
    assert [item.code for item in verdict.reasons] == ["claimed_time"]
    assert [signer.role for signer in verdict.signers] == ["practitioner", "supervisor"]


def test_an_organisation_that_vouches_for_the_cards_takes_the_voice_out() -> None:
    """Documents signed with the cards' own certificates: for both people, by that authority, while it lasts."""
    ann_s, sue_s = issued(ann(), "practitioner", 2), issued(sue(), "supervisor", 3)

    def notes(*vouchers: bytes, trust: list[bytes] = TRUST) -> list[str]:
        verdict = judge(made().finished, [*cards(), *trust, *vouchers])
        assert verdict.is_accepted
        return [item.code for item in verdict.reasons]

    assert notes(ann_s, sue_s) == []
    assert notes(ann_s) == ["role_by_voice"]
    assert notes(ann_s, sue_s, trust=[]) == ["role_by_voice"]
    assert notes(ann_s, issued(sue(), "supervisor", 3, by=OTHER_KEY)) == ["role_by_voice"]
    assert notes(ann_s, issued(sue(), "practitioner", 3)) == ["role_by_voice"]
    late = verify(made().finished, trust=[*cards(), *TRUST, ann_s, sue_s], crls=[], now=NOW + timedelta(days=400))
    assert [item.code for item in late.reasons] == ["role_by_voice"]
    assert code(made().finished, [ann_s, sue_s]) == "nobody_trusted"


def test_without_a_list_nobody_knows_who_was_withdrawn() -> None:
    """No list, or only another organisation's, is a rejection."""
    assert code(document(), TRUST) == "revocation_unknown"
    other = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Other")]))
        .last_update(NOW)
        .next_update(NOW + timedelta(days=50))
        .sign(OTHER_KEY, hashes.SHA256())
        .public_bytes(serialization.Encoding.DER)
    )
    assert code(document(), TRUST, [other]) == "revocation_unknown"


def test_a_withdrawn_certificate_counts_from_its_date() -> None:
    """Withdrawn before signing: rejected. Withdrawn later: the earlier work stands."""
    before = withdrawn(s3=NOW - timedelta(hours=5))
    after = withdrawn(s3=NOW + timedelta(days=5))
    assert code(document(), TRUST, [before]) == "revoked"
    assert code(document(), TRUST, [after]) == "accepted"


def test_the_organisation_gives_the_role() -> None:
    """A certificate in another role, or by a forged organisation, does not do."""
    crls = [withdrawn()]
    assert code(document(second=issued(sue(), "practitioner", 3)), TRUST, crls) == "role_differs"
    forged = document(second=issued(sue(), "supervisor", 3, by=OTHER_KEY))
    assert code(forged, TRUST, crls) == "not_valid"


def test_persons_are_compared_not_certificates() -> None:
    """Two certificates of one person are one person."""
    same = document(second=issued(sue(), "supervisor", 3, person=ann().person))
    assert code(same, TRUST, [withdrawn()]) == "same_person"


def test_an_expired_certificate_is_rejected() -> None:
    """Signing after the certificate's end does not count."""
    late = document(when=NOW + timedelta(days=400))
    assert code(late, TRUST, [withdrawn()]) == "not_valid"


def test_an_ordinary_certificate_is_no_organisation() -> None:
    """Only a certificate authority can be given as one."""
    assert code(document(), [cards()[0].certificate]) == "trust_unreadable"
    assert code(document(), [b"nonsense"]) == "trust_unreadable"
    assert code(document(), cards()) == "signer_unknown"


def test_the_epoch_of_these_tests_is_utc() -> None:
    """The lists above are written in UTC."""
    assert NOW.tzinfo is UTC
