"""Checks a signed document by the strict rule; a viewer's green tick is no evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.signing.verdict import MAX_DOCUMENT_BYTES, Verdict, rejected

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from hsb_assess.trust.card import Card

__all__ = ["Verdict", "verify", "verify_file", "verify_pending"]

_MAX_TRUST_BYTES: Final = 1024 * 1024
_CARD_SUFFIX: Final = ".card"
_CERTIFICATE_SUFFIXES: Final = frozenset({".cer", ".crt", ".der", ".pem"})
_PEM: Final = b"-----BEGIN"


def verify(
    pdf: bytes,
    *,
    trust: Sequence[Card | bytes],
    crls: Sequence[bytes],
    now: datetime,
    record_sha256: str | None = None,
) -> Verdict:
    """Return whether ``pdf`` is a finished document, signed by exactly the people that it names.

    ``trust`` holds checked contact cards, organisations' certificates and theirs for cards (DER); ``crls`` their lists of
    withdrawn certificates (DER); ``now`` is aware; ``record_sha256`` is given when a record names the file.
    Whatever goes wrong is a rejection. Files above 64 MiB are refused; a time limit is the caller's.
    """
    from hsb_assess.signing.checking import Question, check

    return check(pdf, Question(trust, crls, now, record_sha256))


def verify_pending(
    pdf: bytes,
    *,
    trust: Sequence[Card | bytes],
    crls: Sequence[bytes],
    now: datetime,
    record_sha256: str | None = None,
) -> Verdict:
    """Return whether ``pdf`` is a document that waits for its next signature and is otherwise in order.

    Ask this before countersigning; arguments as for :func:`verify`. Never show its answer as a finished one.
    """
    from hsb_assess.signing.checking import Question, check

    return check(pdf, Question(trust, crls, now, record_sha256, pending=True))


def verify_file(path: Path, trust_paths: Sequence[Path], crl_paths: Sequence[Path], now: datetime) -> Verdict:
    """Return the verdict on a file, for the command line; never raises for what is in a file.

    A trust path is a ``.card``, a certificate (DER or PEM), or a folder of them; a CRL is DER or PEM.
    """
    try:
        pdf = _read(path, MAX_DOCUMENT_BYTES)
    except OSError:
        return rejected("file_unreadable")
    try:
        trust = [_trusted(file) for given in trust_paths for file in _files(given)]
    except (OSError, ValueError, HsbAssessError):
        return rejected("trust_unreadable")
    try:
        crls = [_crl(_read(given, MAX_DOCUMENT_BYTES)) for given in crl_paths]
    except (OSError, ValueError):
        return rejected("crl_unreadable")
    return verify(pdf, trust=trust, crls=crls, now=now)


def _read(path: Path, limit: int) -> bytes:
    """Return the file's bytes, or one more than ``limit`` of a larger one."""
    with path.open("rb") as file:
        return file.read(limit + 1)


def _files(given: Path) -> Iterator[Path]:
    if not given.is_dir():
        yield given
        return
    for file in sorted(given.iterdir()):
        if file.suffix == _CARD_SUFFIX or file.suffix in _CERTIFICATE_SUFFIXES:
            yield file


def _trusted(file: Path) -> Card | bytes:
    from cryptography.hazmat.primitives.serialization import Encoding

    from hsb_assess.signing.trusting import is_authority, read_authority
    from hsb_assess.trust.authority import read_certified
    from hsb_assess.trust.card import Card
    from hsb_assess.trust.organisation import authority_of

    data = _read(file, _MAX_TRUST_BYTES)
    if file.suffix == _CARD_SUFFIX or data.startswith(b"{"):
        return Card.from_bytes(data)
    der = authority_of(data)
    return read_authority(der).public_bytes(Encoding.DER) if is_authority(der) else read_certified(der).der


def _crl(data: bytes) -> bytes:
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import Encoding

    if data.startswith(_PEM):
        return x509.load_pem_x509_crl(data).public_bytes(Encoding.DER)
    return x509.load_der_x509_crl(data).public_bytes(Encoding.DER)
