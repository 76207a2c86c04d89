"""What travels: packs a case for somebody, lets a package in, and keeps in quarantine what cannot be."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.exchange.package import Outline, open_package, seal
from hsb_assess.record.merge import Author, ChangeSet, admit
from hsb_assess.trust.card import Card

if TYPE_CHECKING:
    from pydantic import JsonValue

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.exchange.package import Opened
    from hsb_assess.vault.book import Work

__all__ = ["Received", "pack", "quarantined", "receive", "verified_cards"]


@dataclass(frozen=True)
class Received:
    """What came of a package: ``status`` is ``received`` or ``already_received``.

    ``refused`` are the codes of entries that were kept in quarantine; ``entries`` how many were new.
    """

    status: str
    case: str
    purpose: str
    sender: str
    entries: int
    refused: tuple[str, ...] = ()


def verified_cards(work: Work) -> dict[str, Card]:
    """Return the cards whose eight words were compared, by person."""
    return {
        contact.person: Card.from_bytes(contact.card)
        for contact in work.contacts.all()
        if contact.verified_at is not None
    }


def pack(at: Workplace, work: Work, case: str, recipient: Card, purpose: str) -> bytes:
    """Return a package with everything of ``case`` that ``recipient`` needs, and note that it was made.

    It carries all entries, the forms they were made with and the documents; the sender's place in the
    sequence of packages to this person about this case, and the head of the audit chain.
    """
    changes = ChangeSet.of(case, work.entries.of_case(case))
    hashes = sorted({entry.instrument.hash for entry in changes.entries if entry.instrument})
    definitions = [(each, kept.content) for each in hashes if (kept := work.definitions.get(each)) is not None]
    documents = [
        document for line in work.documents.of_case(case) if (document := work.documents.get(line.sha256)) is not None
    ]
    manifest: dict[str, JsonValue] = {
        "changes": changes.as_json(),
        "definitions": [each for each, _ in definitions],
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
    sent = [parcel for parcel in work.parcels.sent(case) if recipient.fingerprint in parcel.recipients]
    outline = Outline(purpose, len(sent) + 1, sent[-1].sha256 if sent else "", work.audit.head())
    number, package = seal(
        at.identity,
        [recipient],
        outline,
        manifest,
        [*(kept for _, kept in definitions), *(document.content for document in documents)],
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
    work.audit.note("package_made", case, {"to": recipient.person, "purpose": purpose, "sha256": sha256})
    return package


def receive(at: Workplace, data: bytes) -> Received:
    """Let a package in. The same package again changes nothing and says ``already_received``.

    Whatever is refused is kept in quarantine with its reason; the errors are those of
    :func:`.open_package`, ``package_id_reused`` and those of the change set.
    """
    try:
        with at.book.begin("read", write=False) as work:
            senders = verified_cards(work)
        opened = open_package(data, at.identity, senders)
        return _take_in(at, opened, senders)
    except HsbAssessError as error:
        with at.book.begin("package_refused") as work:
            work.parcels.quarantine(data, error.code, error.what)
        raise


def _take_in(at: Workplace, opened: Opened, senders: dict[str, Card]) -> Received:
    changes = ChangeSet.from_json(opened.manifest.get("changes"))
    result = Received("already_received", changes.case, opened.outline.purpose, opened.sender.name, 0)
    with at.book.begin("read", write=False) as work:
        seen = work.parcels.seen(opened.id)
    if seen == opened.sha256:
        return result
    if seen is not None:
        raise HsbAssessError(
            "package_id_reused",
            "A different package with the same number was received before.",
            "Ask the sender by phone which one is right, and to send it again.",
        )
    authors = {
        person: Author(person, card.role, card.signing_key)
        for person, card in {**senders, at.identity.person: at.identity.card()}.items()
    }
    accepted, refused = admit(changes, authors)
    blobs = _blobs(opened)
    with at.book.begin("package_received", case=changes.case) as work:
        fresh = [entry for entry in accepted if not work.entries.has(entry.id)]
        for entry in accepted:
            work.entries.append(entry)
        for refusal in refused:
            work.parcels.quarantine(_entry_bytes(refusal.entry.as_json()), refusal.error.code, refusal.error.what)
        _keep_blobs(work, changes.case, opened, blobs)
        work.parcels.note_received(
            opened.id,
            opened.sha256,
            sender=opened.sender.person,
            case=changes.case,
            purpose=opened.outline.purpose,
            sequence=opened.outline.sequence,
        )
        work.audit.note(
            "package_received",
            changes.case,
            {"from": opened.sender.person, "sha256": opened.sha256, "audit_head": opened.outline.audit_head},
        )
    return Received(
        "received",
        changes.case,
        opened.outline.purpose,
        opened.sender.name,
        len(fresh),
        tuple(sorted({refusal.error.code for refusal in refused})),
    )


def _entry_bytes(value: JsonValue) -> bytes:
    import rfc8785

    return rfc8785.dumps(value)


def _damaged() -> HsbAssessError:
    return HsbAssessError(
        "package_content",
        "What this package lists and what it carries do not match.",
        "Ask the sender to make the package again.",
    )


def _blobs(opened: Opened) -> dict[str, bytes]:
    """Return the package's blobs by SHA-256, having checked that it carries exactly what it lists."""
    definitions, documents = opened.manifest.get("definitions"), opened.manifest.get("documents")
    if not isinstance(definitions, list) or not isinstance(documents, list):
        raise _damaged()
    wanted = [*map(str, definitions)]
    for document in documents:
        if not isinstance(document, dict) or not all(
            isinstance(document.get(key), str) for key in ("sha256", "submission", "audience", "state")
        ):
            raise _damaged()
        wanted.append(str(document["sha256"]))
    found = [hashlib.sha256(blob).hexdigest() for blob in opened.blobs]
    if found != wanted:
        raise _damaged()
    return dict(zip(found, opened.blobs, strict=True))


def _keep_blobs(work: Work, case: str, opened: Opened, blobs: dict[str, bytes]) -> None:
    from hsb_assess.instrument.compiled import read_compiled

    definitions, documents = opened.manifest["definitions"], opened.manifest["documents"]
    for each in definitions if isinstance(definitions, list) else []:
        definition = read_compiled(blobs[str(each)])
        work.definitions.put(str(each), "instrument", definition.id, definition.version, blobs[str(each)])
    for document in documents if isinstance(documents, list) else []:
        if isinstance(document, dict):
            work.documents.put(
                str(document["sha256"]),
                case,
                str(document["submission"]),
                str(document["audience"]),
                str(document["state"]),
                blobs[str(document["sha256"])],
            )


def quarantined(at: Workplace) -> tuple[tuple[str, str, str], ...]:
    """Return what was refused: when, code, reason."""
    with at.book.begin("read", write=False) as work:
        return tuple((kept.received, kept.code, kept.reason) for kept in work.parcels.quarantined())
