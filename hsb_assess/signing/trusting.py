"""Whose signatures count: pinned contact cards, or certificates issued by a trusted organisation."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.x509.oid import NameOID

from hsb_assess.trust.authority import Certified
from hsb_assess.trust.card import Card
from hsb_assess.trust.certificate import read_certificate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

__all__ = ["Recognised", "TrustList", "is_authority", "read_authority"]

_PEM: Final = b"-----BEGIN"
_OTHER_KINDS: Final = (
    x509.ExtensionNotFound,
    x509.DuplicateExtension,
    x509.InvalidVersion,
    x509.UnsupportedGeneralNameType,
    UnsupportedAlgorithm,
)


@dataclass(frozen=True)
class Recognised:
    """A person behind a certificate; ``authority`` is the DER of the organisation's, None for a pinned card.

    ``vouched`` says that a trusted organisation vouches for the pinned card.
    """

    person: str
    name: str
    role: str
    authority: bytes | None
    vouched: bool = False


@dataclass(frozen=True)
class TrustList:
    """The cards and the organisation certificates (DER) that the reader trusts, and those by which it vouches for cards."""

    cards: tuple[Card, ...]
    authorities: tuple[bytes, ...]
    vouchers: tuple[Certified, ...] = ()

    @classmethod
    def of(cls, trust: Sequence[Card | bytes]) -> Self:
        """Sort what was given; ``ValueError`` for bytes that are no certificate of an authority, nor its for a card."""
        cards = tuple(item for item in trust if isinstance(item, Card))
        authorities, vouchers = [], []
        for der in (item for item in trust if isinstance(item, bytes)):
            if is_authority(der):
                authorities.append(der)
            else:
                vouchers.append(Certified(der))
        return cls(cards, tuple(authorities), tuple(vouchers))

    @property
    def is_empty(self) -> bool:
        """Whether nobody is trusted."""
        return not self.cards and not self.authorities

    def recognise(self, certificate_der: bytes, role: str, now: datetime) -> Recognised | None:
        """Return who signs with a certificate, or None.

        A certificate that a trusted organisation issued is judged by the organisation alone (name: CN, role:
        the ``title`` attribute, person: ``urn:uuid:`` alternative name); any other must be on a card, the one
        with the asked ``role`` first. That the organisation did issue it is for the caller to validate; whether it
        vouches for a card is judged here, as of ``now``.
        """
        certificate = x509.load_der_x509_certificate(certificate_der)
        issuer = certificate.issuer.public_bytes()
        if issuer != certificate.subject.public_bytes():
            for der in self.authorities:
                if x509.load_der_x509_certificate(der).subject.public_bytes() == issuer:
                    return _by_organisation(certificate_der, certificate, der)
        found = [card for card in self.cards if card.certificate == certificate_der]
        found.sort(key=lambda card: card.role != role)
        if not found:
            return None
        card = found[0]
        vouched = any(each.fits(card, authority, now) for each in self.vouchers for authority in self.authorities)
        return Recognised(card.person, card.name, card.role, None, vouched)

    def name_for(self, certificate_der: bytes) -> str:
        """Return the name on the card for a certificate, else the one that it claims itself."""
        fingerprint = hashlib.sha256(certificate_der).hexdigest()
        for card in self.cards:
            if card.certificate_fingerprint == fingerprint:
                return card.name
        return read_certificate(certificate_der).name


def _by_organisation(der: bytes, certificate: x509.Certificate, authority: bytes) -> Recognised | None:
    certified = read_certificate(der)
    titles = certificate.subject.get_attributes_for_oid(NameOID.TITLE)
    if certified.person is None or len(titles) != 1:
        return None
    return Recognised(certified.person, certified.name, str(titles[0].value), authority)


def is_authority(der: bytes) -> bool:
    """Say whether ``der`` is the certificate of an authority."""
    try:
        read_authority(der)
    except ValueError:
        return False
    return True


def read_authority(data: bytes) -> x509.Certificate:
    """Return the certificate of an organisation from DER or PEM; ``ValueError`` for anything else."""
    try:
        if data.startswith(_PEM):
            certificate = x509.load_pem_x509_certificate(data)
        else:
            certificate = x509.load_der_x509_certificate(data)
        constraints = certificate.extensions.get_extension_for_class(x509.BasicConstraints).value
    except _OTHER_KINDS as error:
        raise ValueError("not a certificate authority") from error
    if not constraints.ca:
        raise ValueError("not a certificate authority")
    return certificate
