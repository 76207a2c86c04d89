"""What travels: packs a case for somebody, lets a package in, and keeps in quarantine what cannot be."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hsb_assess.desk import witnesses
from hsb_assess.desk.arriving import (
    CASE_KEY,
    admitted,
    keep_blobs,
    named_guidance,
    notes,
    sequence_codes,
    understood,
)
from hsb_assess.desk.colleagues import verified_cards
from hsb_assess.desk.erasureletters import CASE_ERASED, need_not_erased, read_letter, take_letter
from hsb_assess.domain.canonical import canonical
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.exchange.package import ERASURE_ANSWER, ERASURE_REQUEST, Outline, open_package, seal
from hsb_assess.record.merge import Author, ChangeSet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import JsonValue

    from hsb_assess.desk.arriving import Arrival
    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.exchange.package import Opened
    from hsb_assess.record.merge import Refusal
    from hsb_assess.trust.card import Card
    from hsb_assess.vault.book import Work

__all__ = ["Received", "pack", "quarantined", "receive", "sealed_for"]

OWN_FAULTS = frozenset(
    {
        "book_closed",
        "disk_full",
        "unit_open",
        "unit_reads_only",
        "vault_busy",
        "vault_damaged",
        "vault_io",
        "vault_read_only",
    }
)
"""Codes of this laptop's own troubles: they say nothing about the package."""


@dataclass(frozen=True)
class Received:
    """What came of a package: ``status`` is ``received`` or ``already_received``.

    ``refused`` are the codes of entries that were kept in quarantine, and of documents that were left out;
    ``entries`` how many were new; ``notes`` codes of :data:`.arriving.NOTES` that the reader should know of.
    """

    status: str
    case: str
    purpose: str
    sender: str
    entries: int
    refused: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def pack(at: Workplace, work: Work, case: str, recipient: Card, purpose: str) -> bytes:
    """Return a package with everything of ``case`` that ``recipient`` needs, and note that it was made.

    It carries all entries, the forms and the guidance they were made with and the documents; the sender's place in the
    sequence of packages to this person about this case, and the head of the audit chain.
    """
    work.case = case
    changes = ChangeSet.of(case, work.entries.of_case(case))
    hashes = sorted({entry.instrument.hash for entry in changes.entries if entry.instrument})
    definitions = [(each, kept.content) for each in hashes if (kept := work.definitions.get(each)) is not None]
    guidance = [(each, kept.content) for each in named_guidance(changes) if (kept := work.definitions.get(each))]
    documents = [
        document for line in work.documents.of_case(case) if (document := work.documents.get(line.sha256)) is not None
    ]
    manifest: dict[str, JsonValue] = {
        "changes": changes.as_json(),
        "definitions": [each for each, _ in definitions],
        "guidance": [each for each, _ in guidance],
        "documents": [
            {
                "sha256": document.sha256,
                "submission": document.submission,
                "audience": document.audience,
                "state": document.state,
            }
            for document in documents
        ],
    }
    blobs = [*(kept for _, kept in (*definitions, *guidance)), *(document.content for document in documents)]
    return sealed_for(at, work, case, recipient, purpose, manifest, blobs)


def sealed_for(
    at: Workplace,
    work: Work,
    case: str,
    recipient: Card,
    purpose: str,
    manifest: dict[str, JsonValue],
    blobs: Sequence[bytes] = (),
) -> bytes:
    """Return a package about ``case``, in the sequence of those to ``recipient``, and note that it was made."""
    sent = [parcel for parcel in work.parcels.sent(case) if recipient.fingerprint in parcel.recipients]
    size, head = work.audit.last()
    outline = Outline(
        purpose,
        len(sent) + 1,
        sent[-1].sha256 if sent else "",
        head,
        size,
        None if recipient.person == at.identity.person else witnesses.seen_of(work, recipient.person),
    )
    number, package = seal(
        at.identity,
        [recipient],
        outline,
        manifest,
        blobs,
    )
    sha256 = hashlib.sha256(package).hexdigest()
    work.parcels.note_sent(
        number,
        sha256,
        recipients=[recipient.fingerprint],
        case=case,
        purpose=purpose,
        sequence=outline.sequence,
    )
    work.caseload.drop(case)  # its line said that something is unsent
    work.audit.note("package_made", case, {"to": recipient.person, "purpose": purpose, "sha256": sha256})
    work.audit.anchor()
    return package


def receive(at: Workplace, data: bytes, *, anew: str = "") -> Received:
    """Let a package in. The same package again changes nothing and says ``already_received``.

    Unless entries of it were refused that may join by now (their author's card was verified meanwhile): these
    are taken in then. Whatever is refused is kept in quarantine with its reason, and nothing else changes; the
    errors are those of :func:`.open_package` and of the change set, ``package_id_reused``, ``package_content``,
    ``package_unreadable``, ``case_unopened``, and the vault's own, which put nothing in quarantine.

    A case that was erased here is refused (``case_erased``) and its package not kept either, unless ``anew`` says why it
    is taken in again.
    """
    try:
        return _received(at, data, anew.strip())
    except HsbAssessError as error:
        if error.code not in OWN_FAULTS:
            with at.book.begin("package_refused") as work:
                if error.code == CASE_ERASED:
                    work.parcels.refuse(hashlib.sha256(data).hexdigest(), error.code, error.what)
                else:
                    work.parcels.quarantine(data, error.code, error.what)
        raise


def _received(at: Workplace, data: bytes, anew: str) -> Received:
    try:
        with at.book.begin("read", write=False) as work:
            # What comes from one's own other laptop is signed with one's own keys.
            senders = {**verified_cards(work), at.identity.person: at.identity.card()}
        opened = open_package(data, at.identity, senders)
        if opened.outline.purpose in (ERASURE_REQUEST, ERASURE_ANSWER):
            return _about_erasing(at, opened)
        return _take_in(at, opened, understood(opened), senders, anew)
    except HsbAssessError:
        raise
    except Exception:  # noqa: BLE001 - whatever a hostile package provokes is a refusal; its words may quote a case
        raise HsbAssessError(
            "package_unreadable",
            "This package holds something that cannot be understood.",
            "Ask the sender to make the package again with an up-to-date app.",
        ) from None


def _seen(work: Work, opened: Opened) -> bool:
    """Say whether a package was received before; raises ``package_id_reused`` for another one of its number."""
    seen = work.parcels.seen(opened.id)
    if seen not in {None, opened.sha256}:
        raise HsbAssessError(
            "package_id_reused",
            "A different package with the same number was received before.",
            "Ask the sender by phone which one is right, and to send it again.",
        )
    return seen is not None


def _about_erasing(at: Workplace, opened: Opened) -> Received:
    """Take in what somebody proposes or answers about erasing a case."""
    purpose, sender = opened.outline.purpose, opened.sender.name
    with at.book.begin("package_received") as work:
        letter = read_letter(opened)
        work.case = letter.case
        if _seen(work, opened):
            return Received("already_received", letter.case, purpose, sender, 0)
        found = tuple(sorted(sequence_codes(work, opened, letter.case)))
        found = (*found, *witnesses.heard(work, opened))
        take_letter(at, work, opened, letter)
        _note_received(work, opened, letter.case)
        work.audit.note(purpose, letter.case, {"from": opened.sender.person, "sha256": opened.sha256})
    return Received("received", letter.case, purpose, sender, 0, (), found)


def _take_in(at: Workplace, opened: Opened, arrival: Arrival, senders: dict[str, Card], anew: str) -> Received:
    changes = arrival.changes
    authors = {
        person: Author(person, card.role, card.signing_key)
        for person, card in {**senders, at.identity.person: at.identity.card()}.items()
    }
    with at.book.begin("package_received", case=changes.case) as work:
        seen = _seen(work, opened)
        need_not_erased(work, changes.case, anew)
        fresh, refused = admitted(work, changes, authors)
        if seen and not fresh:
            return Received("already_received", changes.case, opened.outline.purpose, opened.sender.name, 0)
        for entry in fresh:
            work.entries.append(entry)
        _need_case(work, changes.case, refused)
        _, left = keep_blobs(at, work, arrival)
        found = notes(at, work, opened, arrival, fresh, authors)
        if opened.sender.person != at.identity.person:  # another laptop of one's own has an audit of its own
            found = (*found, *witnesses.heard(work, opened))
        codes = sorted({refusal.error.code for refusal in refused})
        for code in codes:
            _set_aside(work, code, [refusal for refusal in refused if refusal.error.code == code])
        if not seen:
            _note_received(work, opened, changes.case)
        if anew:
            work.audit.note("case_taken_anew", changes.case, {"why": anew})
        work.audit.note(
            "package_received",
            changes.case,
            {
                "from": opened.sender.person,
                "sha256": opened.sha256,
                "audit_head": opened.outline.audit_head,
                "refused": [*codes, *sorted(left)],
                "notes": [*found],
            },
        )
    return Received(
        "received",
        changes.case,
        opened.outline.purpose,
        opened.sender.name,
        len(fresh),
        (*codes, *sorted(left)),
        found,
    )


def _need_case(work: Work, case: str, refused: Sequence[Refusal]) -> None:
    """Raise unless the record says what case this is: entries of a case that nobody opened could not be shown."""
    if work.entries.heads(case, case, CASE_KEY):
        return
    if refused:
        raise refused[0].error
    raise HsbAssessError(
        "case_unopened",
        "This package belongs to a case that is not here, and does not bring it.",
        "Ask the sender to make the package again from the case itself.",
    )


def _set_aside(work: Work, code: str, refused: Sequence[Refusal]) -> None:
    content = canonical([refusal.entry.as_json() for refusal in refused])
    work.parcels.quarantine(content, code, f"{refused[0].error.what} Entries: {len(refused)}.")


def _note_received(work: Work, opened: Opened, case: str) -> None:
    work.parcels.note_received(
        opened.id,
        opened.sha256,
        sender=opened.sender.person,
        case=case,
        purpose=opened.outline.purpose,
        sequence=opened.outline.sequence,
    )


def quarantined(at: Workplace) -> tuple[tuple[str, str, str], ...]:
    """Return what was refused: when, code, reason."""
    with at.book.begin("read", write=False) as work:
        return tuple((kept.received, kept.code, kept.reason) for kept in work.parcels.quarantined())
