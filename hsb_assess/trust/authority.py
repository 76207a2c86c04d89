"""An organisation's certificate for somebody's card: made by its authority, and judged against it.

The certificate is over the key that the card's ``proof`` was made with, and that proof covers the whole card: whoever
trusts the authority knows that this name, role and person belong to these keys, without comparing eight words. It is
of the kind that :mod:`hsb_assess.signing.trusting` reads: name as CN, role as ``title``, person as ``urn:uuid:``.
"""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from cryptography.x509.verification import (
    Criticality,
    ExtensionPolicy,
    Policy,
    PolicyBuilder,
    Store,
    VerificationError,
)

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.trust.certificate import public_key, read_certificate, signing_usage
from hsb_assess.trust.organisation import authority_of

if TYPE_CHECKING:
    from hsb_assess.trust.card import Card

__all__ = ["MAX_CERTIFICATE_BYTES", "Certified", "certify", "read_certified"]

MAX_CERTIFICATE_BYTES: Final = 16 * 1024
_STARTS_BEFORE: Final = timedelta(days=1)


class Certified:
    """What a certificate says, which holds only after :meth:`fits`: ``person``, ``name``, ``role``, ``until``; ``der`` itself."""

    def __init__(self, der: bytes) -> None:
        self.der = der
        self._certificate = x509.load_der_x509_certificate(der)
        self._point = public_key(der)
        said = read_certificate(der)
        titles = self._certificate.subject.get_attributes_for_oid(NameOID.TITLE)
        if said.person is None or len(titles) != 1:
            raise ValueError("no person")
        self.person, self.name, self.role = said.person, said.name, str(titles[0].value)
        self.until = self._certificate.not_valid_after_utc

    def fits(self, card: Card, authority: bytes, now: datetime) -> bool:
        """Say whether ``authority`` (DER) certifies now that the name, the role and the person on ``card`` are its holder's."""
        same = (self.person, self.name, self.role) == (card.person, card.name, card.role)
        return same and self._point == public_key(card.certificate) and card.holds() and self._chains(authority, now)

    def _chains(self, authority: bytes, now: datetime) -> bool:
        issuers = ExtensionPolicy.permit_all().require_present(x509.BasicConstraints, Criticality.AGNOSTIC, _issues)
        issuers = issuers.require_present(x509.KeyUsage, Criticality.AGNOSTIC, _signs_certificates)
        signers = ExtensionPolicy.permit_all().require_present(
            x509.SubjectAlternativeName, Criticality.AGNOSTIC, lambda *_: None
        )
        try:
            builder = PolicyBuilder().store(Store([x509.load_der_x509_certificate(authority)]))
            builder = builder.time(now.astimezone(UTC)).max_chain_depth(0)
            verifier = builder.extension_policies(ca_policy=issuers, ee_policy=signers).build_client_verifier()
            verifier.verify(self._certificate, [])
        except (VerificationError, ValueError, UnsupportedAlgorithm):
            return False
        return True


def _issues(_policy: Policy, _certificate: x509.Certificate, found: x509.BasicConstraints) -> None:
    if not found.ca:
        raise ValueError("no authority")


def _signs_certificates(_policy: Policy, _certificate: x509.Certificate, found: x509.KeyUsage) -> None:
    if not found.key_cert_sign:
        raise ValueError("signs no certificates")


def read_certified(data: bytes) -> Certified:
    """Read a certificate in PEM or DER; ``certificate_unreadable`` for what cannot be one of a person."""
    try:
        # What is longer is cut, and cannot be read then.
        return Certified(authority_of(data[:MAX_CERTIFICATE_BYTES]))
    except (ValueError, UnsupportedAlgorithm, x509.InvalidVersion, x509.DuplicateExtension) as error:
        raise HsbAssessError(
            "certificate_unreadable",
            "This file is not an organisation's certificate for a person that this version can read.",
            "Ask your organisation for the file again.",
        ) from error


def certify(card: Card, authority: bytes, key_pem: bytes, now: datetime, *, days: int) -> bytes:
    """Return a certificate (PEM) by which ``authority`` (DER) vouches for a card; its private key is PEM without a passphrase.

    It lasts ``days``: nothing hears of a withdrawal, so that it has to end by itself. Whoever does this has made sure, in person or through staff records, that the card is that person's and the role right.
    Raises ``authority_key`` where the key is none, or another authority's.
    """
    try:
        key = serialization.load_pem_private_key(key_pem, password=None)
        issuer = x509.load_der_x509_certificate(authority)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise _no_key() from None  # without the cause: its message may quote the key
    if not isinstance(key, ec.EllipticCurvePrivateKey) or key.public_key() != issuer.public_key():
        raise _no_key()
    start = now.astimezone(UTC).replace(microsecond=0) - _STARTS_BEFORE
    holder = x509.load_der_x509_certificate(card.certificate).public_key()
    assert isinstance(holder, ec.EllipticCurvePublicKey)  # a card with any other is not read
    made = (
        x509.CertificateBuilder()
        .subject_name(
            x509.Name(
                [x509.NameAttribute(NameOID.COMMON_NAME, card.name), x509.NameAttribute(NameOID.TITLE, card.role)]
            )
        )
        .issuer_name(issuer.subject)
        .public_key(holder)
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + _STARTS_BEFORE + timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(signing_usage(), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(holder), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.SubjectAlternativeName([x509.UniformResourceIdentifier(uuid.UUID(card.person).urn)]), critical=False
        )
        .sign(key, hashes.SHA256())
    )
    return made.public_bytes(serialization.Encoding.PEM)


def _no_key() -> HsbAssessError:
    return HsbAssessError(
        "authority_key",
        "This is not the private key of that certificate authority, or not one on a NIST curve without a passphrase.",
        "Choose the key that belongs to the certificate.",
    )
