"""Takes a signed document apart and checks, byte by byte, that its signatures are whole and well placed."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from asn1crypto import cms
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.general import find_unique_cms_attribute

from hsb_assess.signing.der import end_of_der
from hsb_assess.signing.xmp import Stated, read_packet

if TYPE_CHECKING:
    from datetime import datetime

    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

    from hsb_assess.signing.roster import Roster

__all__ = ["Anatomy", "Refused", "dissect"]

_PADES: Final = "/ETSI.CAdES.detached"
# What _check_cms finds in a signature of this app's making, in its order.
_PLAIN_SIGNATURE: Final = (
    "signed_data",
    "v1",
    "data",
    None,
    None,
    "v1",
    "issuer_and_serial_number",
    True,
    True,
    None,
    ("sha256", "sha256", "sha256_ecdsa"),
    (None, None, None),
)
_RANGE_NUMBERS: Final = 4
_REVISIONS_BEFORE_SIGNING: Final = 1


class Refused(Exception):  # noqa: N818 - the answer of a check, caught where the verdict is made
    """The document fails the strict rule; ``code`` is one of the verdict's."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Anatomy:
    """An intact document: its signatures in file order, and what its first signed revision states."""

    reader: PdfFileReader
    signatures: tuple[EmbeddedPdfSignature, ...]
    stated: Stated

    @property
    def roster(self) -> Roster:
        """Who must sign, as the first signature covers it."""
        return self.stated.roster

    def certificate(self, index: int) -> bytes:
        """Return the DER of the certificate that signature ``index`` names as its signer's."""
        return bytes(self.signatures[index].signer_cert.dump())

    def stated_time(self, index: int) -> datetime | None:
        """Return the moment that signature ``index`` states for itself, if it states one with an offset."""
        moment = self.signatures[index].self_reported_timestamp
        return moment if moment is not None and moment.tzinfo is not None else None


def dissect(pdf: bytes) -> Anatomy:
    """Return the parts of an intact document; raises :class:`Refused`, or anything for a damaged file.

    Afterwards it is sure that: every signature's digest is over exactly the bytes before and after its own
    contents; the contents hold one CMS and zeros; the last signature ends with the file; each revision after
    the first is one signature; the properties are those of the first signed revision.
    """
    if not pdf.startswith(b"%PDF-"):
        raise Refused("not_a_pdf")
    reader = PdfFileReader(io.BytesIO(pdf), strict=True)
    if reader.encrypted:
        raise Refused("encrypted")
    signatures = tuple(reader.embedded_signatures)
    if not signatures:
        raise Refused("no_signature")
    ends = [_check_place(pdf, signature) for signature in signatures]
    for signature in signatures:
        _check_digest(signature)
    if ends != sorted(set(ends)) or ends[-1] != len(pdf):
        raise Refused("not_entire")
    revisions = [signature.signed_revision for signature in signatures]
    if revisions != list(range(_REVISIONS_BEFORE_SIGNING, len(signatures) + _REVISIONS_BEFORE_SIGNING)):
        raise Refused("extra_revision")
    if reader.total_revisions != len(signatures) + _REVISIONS_BEFORE_SIGNING:
        raise Refused("extra_revision")
    return Anatomy(reader, signatures, _stated(pdf, ends[0]))


def check_fields(anatomy: Anatomy, *, pending: bool) -> None:
    """Raise :class:`Refused` unless the form is the roster, filled from its beginning in order.

    With ``pending``, later fields may still be empty.
    """
    roster = [line.field for line in anatomy.roster.lines]
    form = anatomy.reader.root["/AcroForm"]
    present = {name: value is not None for name, value, _ in enumerate_sig_fields(anatomy.reader)}
    if len(form["/Fields"]) != len(present) or not set(present) <= set(roster) or "/XFA" in form:
        raise Refused("extra_field")
    signed = [signature.field_name for signature in anatomy.signatures]
    if set(present) != set(roster) or (len(signed) < len(roster) and not pending):
        raise Refused("role_unsigned")
    if signed != roster[: len(signed)] or any(present[field] for field in roster[len(signed) :]):
        raise Refused("wrong_order")


def _check_place(pdf: bytes, signature: EmbeddedPdfSignature) -> int:
    """Check where a signature lies and return the end of what it covers."""
    numbers = [int(number) for number in signature.byte_range]
    if len(numbers) != _RANGE_NUMBERS:
        raise Refused("signature_form")
    start, before, after, length = numbers
    if start != 0 or not 0 < before < after or length <= 0 or after + length > len(pdf):
        raise Refused("not_entire")
    gap = pdf[before:after]
    raw = bytes(signature.pkcs7_content)
    # One spelling only: a byte changed in the gap changes the signature or is refused here.
    if gap != b"<" + raw.hex().upper().encode("ascii") + b">":
        raise Refused("altered")
    if signature.sig_object.get("/SubFilter") != _PADES or signature.sig_object_type != "/Sig":
        raise Refused("signature_form")
    _check_cms(raw)
    return after + length


def _check_cms(raw: bytes) -> None:
    """Refuse a CMS that says anything beside one signature by one certificate, or says it in another way.

    The signature does not cover the envelope around it; without this, a second certificate, an algorithm's
    parameters or a longer length could be altered unseen.
    """
    if raw[end_of_der(raw) :].strip(b"\x00"):
        raise Refused("altered")
    content = cms.ContentInfo.load(raw)
    data = content["content"]
    certificates, informations = data["certificates"], data["signer_infos"]
    if len(certificates) != 1 or len(informations) != 1 or len(data["digest_algorithms"]) != 1:
        raise Refused("signature_form")
    certificate, information = certificates[0].chosen, informations[0]
    signer = information["sid"].chosen
    algorithms = (data["digest_algorithms"][0], information["digest_algorithm"], information["signature_algorithm"])
    stated = (
        content["content_type"].native,
        data["version"].native,
        data["encap_content_info"]["content_type"].native,
        data["encap_content_info"]["content"].native,
        data["crls"].native,
        information["version"].native,
        information["sid"].name,
        signer["issuer"].dump() == certificate.issuer.dump(),
        signer["serial_number"].native == certificate.serial_number,
        information["unsigned_attrs"].native,
        tuple(item["algorithm"].native for item in algorithms),
        tuple(item["parameters"].native for item in algorithms),
    )
    if stated != _PLAIN_SIGNATURE:
        raise Refused("signature_form")


def _check_digest(signature: EmbeddedPdfSignature) -> None:
    signed = find_unique_cms_attribute(signature.signer_info["signed_attrs"], "message_digest").native
    if signature.md_algorithm != "sha256" or signature.compute_digest() != signed:
        raise Refused("altered")


def _stated(pdf: bytes, first_end: int) -> Stated:
    # Readers of their own: pyHanko cannot compare revisions in a reader that has opened its metadata.
    first = PdfFileReader(io.BytesIO(pdf[:first_end]), strict=True)
    final = PdfFileReader(io.BytesIO(pdf), strict=True)
    packet = first.root["/Metadata"].data
    if final.root["/Metadata"].data != packet or final.trailer["/Info"] != first.trailer["/Info"]:
        raise Refused("roster_changed")
    return read_packet(packet)
