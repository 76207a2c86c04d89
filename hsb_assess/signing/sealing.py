"""Puts one person's signature on a prepared document, in the order of its roster."""

from __future__ import annotations

import asyncio
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from asn1crypto import keys, x509
from pyhanko.pdf_utils import misc
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes, SimpleSigner
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.signing.panel import PanelStyle
from hsb_assess.signing.quiet import quieten
from hsb_assess.signing.xmp import read_packet

if TYPE_CHECKING:
    from datetime import datetime

    from hsb_assess.signing.roster import Roster

__all__ = ["ROLE_BY_VOICE", "Hand", "Pen", "seal"]

quieten()

ROLE_BY_VOICE: Final = "Role confirmed by voice, not by the organisation."


@dataclass(frozen=True)
class Pen:
    """The keys to sign with, both DER: a P-256 private key (PKCS#8) and its certificate."""

    key_der: bytes
    certificate_der: bytes

    def __repr__(self) -> str:
        return "Pen(…)"


@dataclass(frozen=True)
class Hand:
    """What the panel says: the person's ``name``, ``role_text``, ``meaning``, the moment ``when`` (aware), and who confirmed it."""

    name: str
    role_text: str
    meaning: str
    when: datetime
    confirmed: str = ROLE_BY_VOICE


class _Writer(IncrementalPdfFileWriter):
    """A writer that leaves the document's properties as they were certified.

    pyHanko would stamp them with the machine's own time, which is neither the signer's clock nor wanted: the
    verifier asks that they stay the same from the first signature on.
    """

    def _update_meta(self) -> None:
        return


def seal(pdf: bytes, pen: Pen, hand: Hand, *, field: str, first: bool) -> bytes:
    """Return ``pdf`` with ``field`` signed as an incremental update (P-256, SHA-256, PAdES B-B).

    The first signature certifies: form filling stays allowed while other fields wait, nothing once it is the
    only one. Raises :class:`HsbAssessError`: ``sign_order`` unless ``field`` is the next of the roster,
    ``sign_document`` when the file cannot be signed.
    """
    try:
        return _seal(pdf, pen, hand, field=field, first=first)
    except (misc.PdfError, SigningError) as error:
        raise _cannot_sign() from error


def _seal(pdf: bytes, pen: Pen, hand: Hand, *, field: str, first: bool) -> bytes:
    writer = _Writer(io.BytesIO(pdf), strict=True)
    roster = _roster(writer)
    _check_turn(writer, roster, field, first=first)
    alone = len(roster.lines) == 1
    certificate = x509.Certificate.load(pen.certificate_der)
    signer = PdfSigner(
        PdfSignatureMetadata(
            field_name=field,
            md_algorithm="sha256",
            subfilter=fields.SigSeedSubFilter.PADES,
            certify=first,
            docmdp_permissions=fields.MDPPerm.NO_CHANGES if alone else fields.MDPPerm.FILL_FORMS,
            name=hand.name,
            reason=hand.meaning,
        ),
        SimpleSigner(
            signing_cert=certificate,
            signing_key=keys.PrivateKeyInfo.load(pen.key_der),
            # pyHanko puts the signer's certificate into the signature by itself; an entry here would double it.
            cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]  # has no types
        ),
        stamp_style=_panel(hand),
    )
    return asyncio.run(_sign(signer, writer, hand.when))


async def _sign(signer: PdfSigner, writer: IncrementalPdfFileWriter, when: datetime) -> bytes:
    # pyHanko's one-call form takes the machine's time; these are its own steps, with the given one.
    session = signer.init_signing_session(writer, existing_fields_only=True)
    session.system_time = when
    room = await session.estimate_signature_container_size(None)
    document = session.prepare_tbs_document(validation_info=None, bytes_reserved=room)
    output = io.BytesIO()
    digest, _ = document.digest_tbs_document(output=output)
    done = await document.perform_signature(
        document_digest=digest.document_digest,
        pdf_cms_signed_attrs=PdfCMSSignedAttributes(signing_time=when),
    )
    await done.post_signature_processing(output)
    return output.getvalue()


def _roster(writer: IncrementalPdfFileWriter) -> Roster:
    try:
        return read_packet(writer.prev.root["/Metadata"].data).roster
    except KeyError as error:
        raise _cannot_sign() from error


def _cannot_sign() -> HsbAssessError:
    return HsbAssessError(
        "sign_document",
        "This document was not prepared for signing, or it is damaged.",
        "Make the document again and sign the new one.",
    )


def _check_turn(writer: IncrementalPdfFileWriter, roster: Roster, field: str, *, first: bool) -> None:
    present = {name: value for name, value, _ in fields.enumerate_sig_fields(writer.prev)}
    if set(present) != {line.field for line in roster.lines}:
        raise _cannot_sign()
    filled = [line.field for line in roster.lines if present.get(line.field) is not None]
    waiting = [line.field for line in roster.lines if present.get(line.field) is None]
    in_order = [line.field for line in roster.lines] == filled + waiting
    if not in_order or not waiting or waiting[0] != field or first != (not filled):
        raise HsbAssessError(
            "sign_order",
            "It is not this person's turn to sign this document, or it is signed already.",
            "Open the document from its case and sign what waits there.",
        )


def _panel(hand: Hand) -> PanelStyle:
    offset = hand.when.strftime("%z")
    signed = f"{hand.when.day} {hand.when.strftime('%B %Y, %H:%M')} (UTC{offset[:3]}:{offset[3:5]})"
    return PanelStyle(
        heading=f"Signed by {hand.name}",
        lines=(hand.role_text, signed, hand.meaning, hand.confirmed),
    )
