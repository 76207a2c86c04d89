"""The certificate that signed documents carry: a self-signed P-256 one for each person."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

__all__ = [
    "CertifiedPerson",
    "make_certificate",
    "prove_possession",
    "proves_possession",
    "public_key",
    "read_certificate",
    "signing_usage",
]

# A demo or a laptop with a slow clock may sign "before" the card was made.
STARTS_BEFORE: Final = timedelta(days=1)
# Records are asked for decades later, and the end of an employment must not void what was signed in it.
LASTS: Final = timedelta(days=365 * 40)


@dataclass(frozen=True)
class CertifiedPerson:
    """What a certificate says: ``name`` (CN), ``person`` (uuid of a ``urn:uuid:`` alternative name) or None."""

    name: str
    person: str | None


def signing_usage() -> x509.KeyUsage:
    """Return what a key may do that signs documents: digital signature and content commitment, nothing else."""
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


def make_certificate(key: ec.EllipticCurvePrivateKey, name: str, person: str, created: datetime) -> bytes:
    """Return a self-signed certificate in DER for signing documents, valid from a day before ``created``.

    Subject CN is ``name`` (1 to 64 characters) and the alternative name is ``urn:uuid:person``; key usage is
    digital signature and content commitment; it is no certificate authority.
    """
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    start = created.astimezone(UTC).replace(microsecond=0) - STARTS_BEFORE
    public = key.public_key()
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + LASTS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(signing_usage(), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(public), critical=False)
        .add_extension(
            x509.SubjectAlternativeName([x509.UniformResourceIdentifier(uuid.UUID(person).urn)]),
            critical=False,
        )
        .sign(key, hashes.SHA256())
    )
    return certificate.public_bytes(serialization.Encoding.DER)


def read_certificate(der: bytes) -> CertifiedPerson:
    """Return who ``der`` certifies; ``ValueError`` unless it is one P-256 certificate with one common name."""
    certificate, _ = _load(der)
    names = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    if len(names) != 1:
        raise ValueError("common name")
    return CertifiedPerson(name=str(names[0].value), person=_person(certificate))


def _load(der: bytes) -> tuple[x509.Certificate, ec.EllipticCurvePublicKey]:
    try:
        certificate = x509.load_der_x509_certificate(der)
        public = certificate.public_key()
    except (UnsupportedAlgorithm, x509.InvalidVersion) as error:
        raise ValueError("another kind of certificate") from error
    if certificate.public_bytes(serialization.Encoding.DER) != der:
        raise ValueError("trailing bytes")
    if not isinstance(public, ec.EllipticCurvePublicKey) or not isinstance(public.curve, ec.SECP256R1):
        raise ValueError("not a P-256 key")  # noqa: TRY004 - a malformed file, not a caller's wrong type
    return certificate, public


def _person(certificate: x509.Certificate) -> str | None:
    try:
        found = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName)
    except x509.ExtensionNotFound:
        return None
    except (x509.DuplicateExtension, x509.UnsupportedGeneralNameType) as error:
        raise ValueError("extensions") from error
    urns = [
        text for text in found.value.get_values_for_type(x509.UniformResourceIdentifier) if text.startswith("urn:uuid:")
    ]
    return urns[0].removeprefix("urn:uuid:") if len(urns) == 1 else None


def public_key(der: bytes) -> bytes:
    """Return the point of the P-256 key that ``der`` certifies; ``ValueError`` for any other certificate."""
    point = serialization.PublicFormat.UncompressedPoint
    return _load(der)[1].public_bytes(serialization.Encoding.X962, point)


def prove_possession(key: ec.EllipticCurvePrivateKey, message: bytes) -> bytes:
    """Return an ECDSA/SHA-256 signature (DER) over ``message``, the same one each time (RFC 6979)."""
    return key.sign(message, ec.ECDSA(hashes.SHA256(), deterministic_signing=True))


def proves_possession(der: bytes, message: bytes, proof: bytes) -> bool:
    """Say whether ``proof`` is over ``message`` by the key that certificate ``der`` certifies."""
    try:
        _load(der)[1].verify(proof, message, ec.ECDSA(hashes.SHA256()))
    except (InvalidSignature, ValueError):
        return False
    return True
