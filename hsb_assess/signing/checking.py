"""The strict rule: the right people signed all of this document, in order, and nothing else happened to it."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from asn1crypto import x509
from pyhanko.sign.ades.report import AdESIndeterminate
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.fields import FieldMDPAction, MDPPerm
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import read_certification_data
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.signing.anatomy import Anatomy, Refused, check_fields, dissect
from hsb_assess.signing.quiet import quieten
from hsb_assess.signing.trusting import TrustList
from hsb_assess.signing.verdict import MAX_DOCUMENT_BYTES, SignedBy, Verdict, accepted, rejected

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from pyhanko.sign.validation.status import PdfSignatureStatus

    from hsb_assess.signing.trusting import Recognised
    from hsb_assess.trust.card import Card

__all__ = ["Question", "check"]

quieten()

_TOLERATED_CLOCK: Final = timedelta(days=1)
_NO_REVOCATION_KNOWN: Final = frozenset(
    {
        AdESIndeterminate.TRY_LATER,
        AdESIndeterminate.CERTIFICATE_CHAIN_GENERAL_FAILURE,
        AdESIndeterminate.REVOCATION_OUT_OF_BOUNDS_NO_POE,
    }
)


@dataclass(frozen=True)
class Question:
    """What is asked of a document: whom the reader trusts, what they know, and the present moment.

    ``trust`` holds cards and DER certificates of organisations and by them; ``crls`` DER lists; ``now`` is aware;
    ``record_sha256`` the SHA-256 of the file that the record names, if there is a record; ``pending`` asks
    about a document that still waits for its later signatures.
    """

    trust: Sequence[Card | bytes]
    crls: Sequence[bytes]
    now: datetime
    record_sha256: str | None = None
    pending: bool = False


def check(pdf: bytes, question: Question) -> Verdict:
    """Return the verdict on ``pdf``. Whatever goes wrong is a rejection; nothing is raised."""
    signers: tuple[SignedBy, ...] = ()
    try:
        trust = _trust_list(question)
        _check_bytes(pdf, question)
        anatomy = dissect(pdf)
        signers = _signers(anatomy, trust)
        return accepted(_judge(anatomy, trust, question), signers)
    except Refused as refusal:
        code = refusal.code
    except HsbAssessError as error:
        code = "roster_missing" if error.code.startswith("roster_") else "unreadable"
    except Exception:  # noqa: BLE001 - the rule: whatever a hostile file provokes in a parser is a rejection
        code = "unreadable"
    return rejected(code, signers)


def _trust_list(question: Question) -> TrustList:
    try:
        return TrustList.of(question.trust)
    except ValueError as error:
        raise Refused("trust_unreadable") from error


def _check_bytes(pdf: bytes, question: Question) -> None:
    if len(pdf) > MAX_DOCUMENT_BYTES:
        raise Refused("too_large")
    if question.record_sha256 is not None and hashlib.sha256(pdf).hexdigest() != question.record_sha256:
        raise Refused("record_differs")


def _judge(anatomy: Anatomy, trust: TrustList, question: Question) -> tuple[str, ...]:
    """Return the notes for an acceptance, or raise what speaks against it."""
    check_fields(anatomy, pending=question.pending)
    _check_locks(anatomy)
    if trust.is_empty:
        raise Refused("nobody_trusted")
    people = _recognised(anatomy, trust, question.now)
    for index, person in enumerate(people):
        _check_signature(anatomy, index, person, question)
    return tuple(_notes(anatomy, people, question))


def _signers(anatomy: Anatomy, trust: TrustList) -> tuple[SignedBy, ...]:
    roles = {line.field: line.role for line in anatomy.roster.lines}
    return tuple(
        SignedBy(
            name=trust.name_for(anatomy.certificate(index)),
            role=roles.get(signature.field_name, ""),
            fingerprint=hashlib.sha256(anatomy.certificate(index)).hexdigest(),
            signed_at=anatomy.stated_time(index),
        )
        for index, signature in enumerate(anatomy.signatures)
    )


def _check_locks(anatomy: Anatomy) -> None:
    """The first signature certifies; the last of several locks every field and the document."""
    alone = len(anatomy.roster.lines) == 1
    first = anatomy.signatures[0]
    certification = read_certification_data(anatomy.reader)
    if (
        certification is None
        or set(anatomy.reader.root["/Perms"]) != {"/DocMDP"}
        or certification.author_sig.container_ref != first.sig_object.container_ref
        or first.docmdp_level != (MDPPerm.NO_CHANGES if alone else MDPPerm.FILL_FORMS)
    ):
        raise Refused("not_locked")
    if alone or len(anatomy.signatures) < len(anatomy.roster.lines):
        return
    last = anatomy.signatures[-1]
    if last.docmdp_level != MDPPerm.NO_CHANGES or last.fieldmdp is None or last.fieldmdp.action != FieldMDPAction.ALL:
        raise Refused("not_locked")


def _recognised(anatomy: Anatomy, trust: TrustList, now: datetime) -> list[Recognised]:
    people: list[Recognised] = []
    for index, signature in enumerate(anatomy.signatures):
        role = anatomy.roster.lines[index].role
        person = trust.recognise(anatomy.certificate(index), role, now)
        if person is None:
            raise Refused("signer_unknown")
        if person.role != role:
            raise Refused("role_differs")
        if signature.sig_object.get("/Name") != person.name:
            raise Refused("name_differs")
        people.append(person)
    keys = {signature.signer_cert.public_key.dump() for signature in anatomy.signatures}
    if len({person.person for person in people}) < len(people) or len(keys) < len(people):
        raise Refused("same_person")
    return people


def _check_signature(anatomy: Anatomy, index: int, person: Recognised, question: Question) -> None:
    signature = anatomy.signatures[index]
    moment = anatomy.stated_time(index)
    if moment is None:
        raise Refused("signature_form")
    # pyHanko asks this of an issued certificate only: a pinned one is its own root.
    validity = signature.signer_cert["tbs_certificate"]["validity"]
    if not validity["not_before"].native <= moment <= validity["not_after"].native:
        raise Refused("not_valid")
    context = _context(anatomy.certificate(index), person, moment, question)
    status = asyncio.run(async_validate_pdf_signature(signature, context))
    last = index == len(anatomy.signatures) - 1
    if status.bottom_line is not True:
        raise Refused(_why_not(status, person, question))
    coverage = SignatureCoverageLevel.ENTIRE_FILE if last else SignatureCoverageLevel.ENTIRE_REVISION
    if status.coverage != coverage:
        raise Refused("not_entire")
    allowed = ModificationLevel.NONE if last else ModificationLevel.FORM_FILLING
    if status.modification_level is None or status.modification_level > allowed or not status.docmdp_ok:
        raise Refused("changed_between")


def _context(certificate: bytes, person: Recognised, moment: datetime, question: Question) -> ValidationContext:
    pinned = person.authority is None
    return ValidationContext(
        trust_roots=[x509.Certificate.load(certificate if pinned else person.authority)],
        allow_fetching=False,
        # A pinned card has no issuer that could withdraw it; an organisation must say whether it did.
        crls=[] if pinned else list(question.crls),
        ocsps=[],
        revocation_mode="require",
        moment=moment,
        retroactive_revinfo=True,
    )


def _why_not(status: PdfSignatureStatus, person: Recognised, question: Question) -> str:
    if not status.intact:
        return "altered"
    if status.docmdp_ok is False:
        return "changed_between"
    if person.authority is None or not status.valid:
        return "not_valid"
    if status.revoked:
        return "revoked"
    if not question.crls or status.trust_problem_indic in _NO_REVOCATION_KNOWN:
        return "revocation_unknown"
    return "not_valid"


def _notes(anatomy: Anatomy, people: list[Recognised], question: Question) -> list[str]:
    notes = []
    if len(people) < len(anatomy.roster.lines):
        notes.append("not_finished")
    if any(person.authority is None and not person.vouched for person in people):
        notes.append("role_by_voice")
    if any(person.authority is not None for person in people):
        notes.append("claimed_time")
    stated = [moment for index in range(len(people)) if (moment := anatomy.stated_time(index)) is not None]
    if stated != sorted(stated):
        notes.append("clock_backwards")
    if max(stated) > question.now + _TOLERATED_CLOCK:
        notes.append("clock_ahead")
    return notes
