"""What tests of hostile packages share: sealing what nobody would seal, and counting what it changed."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from hsb_assess.desk import access, assessing, sharing
from hsb_assess.desk.scribe import Scribe
from hsb_assess.domain.ids import new_id
from hsb_assess.exchange.package import Outline, seal
from hsb_assess.record.entry import Entry, InstrumentRef, Statement, Stream
from hsb_assess.record.entry import seal as seal_entry
from hsb_assess.trust.card import Card

from .conftest import begin, meet

if TYPE_CHECKING:
    from hsb_assess.desk.script import Script

    from .conftest import Opened, Person


def manifest_of(person: Person, case: str) -> tuple[dict[str, Any], list[bytes]]:
    """Return what an honest package of ``case`` would hold."""
    with person.at.book.begin(write=False) as work:
        entries = work.entries.of_case(case)
        hashes = sorted({entry.instrument.hash for entry in entries if entry.instrument})
        forms = [kept.content for each in hashes if (kept := work.definitions.get(each))]
        papers = [paper for line in work.documents.of_case(case) if (paper := work.documents.get(line.sha256))]
    listed = [
        {"sha256": p.sha256, "submission": p.submission, "audience": p.audience, "state": p.state} for p in papers
    ]
    changes = {"case": case, "entries": [entry.as_json() for entry in entries], "missing": []}
    return {"changes": changes, "definitions": hashes, "documents": listed}, [*forms, *(p.content for p in papers)]


def sealed(
    sender: Person, reader: Person, manifest: dict[str, Any], blobs: list[bytes], sequence: int = 1, previous: str = ""
) -> bytes:
    """Seal a package as its sender's own key can, whatever is in it."""
    card = Card.from_bytes(access.card_bytes(reader.at))
    return seal(sender.vault.identity, [card], Outline("review", sequence, previous, ""), manifest, blobs)[1]


def said(
    person: Person,
    case: str,
    stream: Stream,
    subject: str,
    key: str,
    body: dict[str, Any],
    *parents: Entry,
    previous: str | None = None,
    later: timedelta = timedelta(),
    instrument: InstrumentRef | None = None,
) -> Entry:
    """Return an entry that somebody sealed past their app."""
    now = person.at.clock.now() + later
    ids = tuple(each.id for each in parents)
    statement = Statement(
        case=case, stream=stream, subject=subject, key=key, body=body, parents=ids, occurred=now, instrument=instrument
    )
    return seal_entry(statement, person.vault.identity, recorded=now, previous=previous)


def bring(sender: Person, reader: Person, case: str, *entries: Entry, sequence: int = 1) -> sharing.Received:
    """Have ``reader`` open a package with an honest case and some more entries."""
    manifest, blobs = manifest_of(sender, case)
    manifest["changes"]["entries"] += [entry.as_json() for entry in entries]
    present = {entry["id"] for entry in manifest["changes"]["entries"]}
    lacking = {parent for entry in entries for parent in entry.parents} - present
    manifest["changes"]["missing"] = sorted(lacking)
    return sharing.receive(reader.at, sealed(sender, reader, manifest, blobs, sequence))


def submitted(practitioner: Person, supervisor: Person, story: Script) -> tuple[Opened, bytes]:
    """Have a case submitted, with stand-ins for its documents; return it with the package."""
    meet(practitioner, supervisor)
    opened = begin(practitioner, story)
    at, submission = practitioner.at, new_id()
    reading = assessing.reading(at, opened.assessment)
    body: dict[str, Any] = {
        "value": opened.assessment,
        "content_hash": reading.content_hash,
        "supervisor": supervisor.person,
        "documents": [],
        "findings": [],
    }
    with at.book.begin("submitted", case=opened.case) as work:
        for audience in ("A", "B"):
            pdf = f"%PDF-1.7 document {audience} of {submission}".encode()
            sha256 = hashlib.sha256(pdf).hexdigest()
            work.documents.put(sha256, opened.case, submission, audience, "submitted", pdf)
            body["documents"].append({"audience": audience, "sha256": sha256})
        scribe = Scribe(at, work, opened.case, reading.definition)
        scribe.say(Stream.DOCUMENTS, submission, "@submission", body, fresh=True)
    return opened, sharing_package(practitioner, supervisor, opened)


def counted(person: Person) -> tuple[int, int]:
    """Return how many entries and documents a vault holds."""
    with person.at.book.begin(write=False) as work:
        papers = [paper for case in work.entries.cases() for paper in work.documents.of_case(case)]
        return work.entries.count(), len(papers)


# --- who may say what --------------------------------------------------------------------------------------------


def sharing_package(sender: Person, reader: Person, opened: Opened) -> bytes:
    """Return an honest package of a case for somebody else."""
    with sender.at.book.begin("package_again") as work:
        card = Card.from_bytes(access.card_bytes(reader.at))
        return sharing.pack(sender.at, work, opened.case, card, "review")
