"""The answer to "is this document what these people signed?", with its reasons in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["MAX_DOCUMENT_BYTES", "MESSAGES", "Reason", "SignedBy", "Verdict", "accepted", "reason", "rejected"]

MAX_DOCUMENT_BYTES: Final = 64 * 1024 * 1024

MESSAGES: Final = {
    # Rejections.
    "file_unreadable": "The file cannot be read.",
    "too_large": "The file is larger than 64 MiB, which no document of this app is.",
    "not_a_pdf": "The file is not a PDF document.",
    "too_slow": "Checking the file took too long and was stopped.",
    "unreadable": "The document is damaged and cannot be checked.",
    "encrypted": "The document is locked with a password, which no signed document of this app is.",
    "no_signature": "The document carries no signature.",
    "altered": "The document was altered after it was signed.",
    "signature_form": "A signature is not of the kind that this app makes.",
    "roster_missing": "The document does not say who must sign it, so it was not made by this app.",
    "roster_changed": "The document's properties were changed after the first signature.",
    "role_unsigned": "A person who must sign this document has not signed it, or the signature was removed.",
    "extra_field": "The document has a signature or form field that does not belong to it.",
    "wrong_order": "The signatures are not in the order that the document asks for.",
    "extra_revision": "Something was added to the document that is not one of its signatures.",
    "not_entire": "The last signature does not cover the whole file; something was added afterwards.",
    "not_locked": "The document does not forbid changes in the way that this app's documents do.",
    "nobody_trusted": "No contact card or organisation certificate was given, so nobody is trusted.",
    "signer_unknown": "A signature is by somebody who is not on the given contact cards.",
    "role_differs": "A person signed in a role that their contact card does not give them.",
    "same_person": "The same person signed twice; two different people must sign.",
    "name_differs": "A signature shows another name than the signer's contact card.",
    "changed_between": "The document was changed between two signatures in a way that is not allowed.",
    "not_valid": "A signature does not hold, or its certificate was not valid when it was made.",
    "revoked": "The organisation withdrew a signer's certificate.",
    "revocation_unknown": "No list of withdrawn certificates (CRL) from the organisation was given.",
    "record_differs": "The file is not the one that the record names.",
    "trust_unreadable": "A file given as a contact card or organisation certificate cannot be read as one.",
    "crl_unreadable": "A file given as a list of withdrawn certificates (CRL) cannot be read as one.",
    # Notes on an accepted document.
    "role_by_voice": "Role confirmed by voice, not by the organisation.",
    "claimed_time": "Certificates were judged at the time that the signers state; no independent time proves it.",
    "clock_backwards": "A later signature states an earlier time; a computer's clock was wrong.",
    "clock_ahead": "A signature states a time that has not come yet on this computer; one of the clocks is wrong.",
    "not_finished": "Signatures are still to come.",
}


@dataclass(frozen=True)
class Reason:
    """A code from :data:`MESSAGES` and its sentence."""

    code: str
    message: str


@dataclass(frozen=True)
class SignedBy:
    """One signature that was found.

    ``name`` is the one on the card (if it is on none, on the certificate), ``role`` what the roster says,
    ``fingerprint`` SHA-256 of the certificate in hexadecimal, ``signed_at`` what the signer states.
    """

    name: str
    role: str
    fingerprint: str
    signed_at: datetime | None


@dataclass(frozen=True)
class Verdict:
    """``accepted`` or ``rejected``.

    ``reasons``: of a rejection, what was found first; of an acceptance, notes that a reader must know (how
    roles were confirmed), never a fault. Judge by ``verdict``, not by whether there are reasons. ``signers``
    of a rejected document are whoever its intact signatures name, believed or not.
    """

    verdict: Literal["accepted", "rejected"]
    reasons: tuple[Reason, ...]
    signers: tuple[SignedBy, ...] = ()

    @property
    def is_accepted(self) -> bool:
        """Whether every part of the strict rule held."""
        return self.verdict == "accepted"

    def as_json(self) -> dict[str, object]:
        """Return the mapping that the command line prints; ``signed_at`` is ISO 8601 or null."""
        return {
            "verdict": self.verdict,
            "reasons": [{"code": item.code, "message": item.message} for item in self.reasons],
            "signers": [
                {
                    "name": signer.name,
                    "role": signer.role,
                    "fingerprint": signer.fingerprint,
                    "signed_at": None if signer.signed_at is None else signer.signed_at.isoformat(),
                }
                for signer in self.signers
            ],
        }


def reason(code: str) -> Reason:
    """Return the reason with that code; ``KeyError`` for an unknown one."""
    return Reason(code, MESSAGES[code])


def rejected(code: str, signers: tuple[SignedBy, ...] = ()) -> Verdict:
    """Return a rejection for one reason."""
    return Verdict("rejected", (reason(code),), signers)


def accepted(notes: tuple[str, ...], signers: tuple[SignedBy, ...]) -> Verdict:
    """Return an acceptance with notes."""
    return Verdict("accepted", tuple(reason(code) for code in notes), signers)
