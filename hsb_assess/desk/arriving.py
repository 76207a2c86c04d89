"""What a package brought: understood within bounds, and taken in only as far as the record names it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from hsb_assess.desk.closed import closing_of
from hsb_assess.desk.guidancekept import read_sheet_bytes
from hsb_assess.desk.opening import ASSESSMENT_KEY, GUIDANCE_KIND
from hsb_assess.desk.standing import submissions
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.ids import is_id
from hsb_assess.domain.roles import Role
from hsb_assess.instrument.compiled import read_compiled
from hsb_assess.record.chains import chain_faults
from hsb_assess.record.history import slots
from hsb_assess.record.merge import ChangeSet, Refusal, admit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic import JsonValue

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.exchange.package import Opened
    from hsb_assess.instrument.catalogue import Sheet
    from hsb_assess.instrument.schema import Definition
    from hsb_assess.record.entry import Entry
    from hsb_assess.record.merge import Author
    from hsb_assess.vault.book import Work

__all__ = [
    "NOTES",
    "Arrival",
    "Carried",
    "admitted",
    "keep_blobs",
    "named_guidance",
    "notes",
    "sequence_codes",
    "understood",
]

NOTES: Final = {
    "package_gap": "A package that was sent before this one has not been opened here.",
    "package_late": "A package that was sent after this one was opened before it.",
    "package_chain": "This package does not follow the last one that came from the same person.",
    "chain_gap": "Something that the author recorded earlier is missing.",
    "chain_fork": "One laptop recorded two things as the next one: perhaps from a restored backup.",
    "clock_back": "A laptop's clock was set back while this was recorded.",
    "clock_ahead": "Something was recorded at a time that has not come yet: one of the clocks is wrong.",
    "author_new": "Somebody who had not written in this case before has written in it.",
    "own_older": "The sender has seen a newer copy of your vault than this one: perhaps a backup was put back.",
    "case_closed": "This case is closed here; what came is kept and can be read.",
    "form_foreign": "The assessment was made with a form that did not come with this program.",
}
"""What may be noticed about a package that was let in, by code; in the words in which it is told."""

MAX_DEFINITIONS: Final = 64
MAX_DOCUMENTS: Final = 1024
PDF: Final = b"%PDF-"
CASE_KEY: Final = "@case"
_TOLERATED_CLOCK: Final = timedelta(days=1)
_DOCUMENT_PARTS: Final = frozenset({"sha256", "submission", "audience", "state"})


@dataclass(frozen=True)
class Carried:
    """One document in a package, as its manifest lists it."""

    sha256: str
    submission: str
    audience: str
    state: str


@dataclass(frozen=True)
class Arrival:
    """A package's content after its shape was checked; nothing of it is believed yet."""

    changes: ChangeSet = field(repr=False)
    definitions: dict[str, Definition] = field(repr=False)
    guidance: dict[str, Sheet] = field(repr=False)
    documents: tuple[Carried, ...]
    blobs: dict[str, bytes] = field(repr=False)


def damaged() -> HsbAssessError:
    """Return the error for a package whose parts do not belong together."""
    return HsbAssessError(
        "package_content",
        "What this package lists and what it carries do not match.",
        "Ask the sender to make the package again.",
    )


def understood(opened: Opened) -> Arrival:
    """Read a package's content; raises for anything that a sender of this app would not have put there."""
    if set(opened.manifest) | {"guidance"} != {"changes", "definitions", "guidance", "documents"}:
        raise damaged()
    changes = ChangeSet.from_json(opened.manifest["changes"])
    hashes, listed = opened.manifest["definitions"], opened.manifest["documents"]
    sheets = opened.manifest.get("guidance", [])
    if not is_id(changes.case):
        raise damaged()
    hashes, sheets, listed = _bounded(hashes), _bounded(sheets), _bounded(listed, MAX_DOCUMENTS)
    documents = []
    for each in listed:
        if not isinstance(each, dict) or set(each) != _DOCUMENT_PARTS:
            raise damaged()
        documents.append(Carried(**{name: _text(value) for name, value in each.items()}))
    found = [hashlib.sha256(blob).hexdigest() for blob in opened.blobs]
    carried = [*map(_text, hashes), *map(_text, sheets), *(document.sha256 for document in documents)]
    if found != carried or len(set(found)) < len(found):
        raise damaged()
    blobs = dict(zip(found, opened.blobs, strict=True))
    if not all(blobs[document.sha256].startswith(PDF) for document in documents):
        raise damaged()
    definitions = {each: read_compiled(blobs[each]) for each in map(_text, hashes)}
    _check_named(changes, definitions)
    if not set(map(_text, sheets)) <= set(named_guidance(changes)):
        raise damaged()
    guidance = {each: read_sheet_bytes(blobs[each]) for each in map(_text, sheets)}
    return Arrival(changes, definitions, guidance, tuple(documents), blobs)


def _bounded(listed: JsonValue, most: int = MAX_DEFINITIONS) -> list[JsonValue]:
    if not isinstance(listed, list) or len(listed) > most:
        raise damaged()
    return listed


def named_guidance(changes: ChangeSet) -> tuple[str, ...]:
    """Return the hashes of the guidance that assessments among these entries keep, or kept before, sorted."""
    named = (entry.body.get("profile_hash") for entry in changes.entries if entry.key == ASSESSMENT_KEY)
    return tuple(sorted({each for each in named if isinstance(each, str) and each}))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise damaged()
    return value


def _check_named(changes: ChangeSet, definitions: Mapping[str, Definition]) -> None:
    """Raise unless every form is one that an entry was made with, under its own name."""
    refs = {entry.instrument for entry in changes.entries if entry.instrument is not None}
    if not set(definitions) <= {ref.hash for ref in refs}:
        raise damaged()
    for ref in refs:
        definition = definitions.get(ref.hash)
        if definition is not None and (definition.id, definition.version) != (ref.id, ref.version):
            raise damaged()


def admitted(
    work: Work, changes: ChangeSet, authors: Mapping[str, Author]
) -> tuple[tuple[Entry, ...], tuple[Refusal, ...]]:
    """Return what is new here and may join the record, and what is refused; what is here already is neither."""
    known = {entry.id: entry for entry in work.entries.of_case(changes.case)}
    for entry in changes.entries:
        of_other_case = None if entry.id in known else work.entries.get(entry.id)
        if of_other_case is not None:
            known[entry.id] = of_other_case
    fresh = tuple(entry for entry in changes.entries if known.get(entry.id) != entry)
    accepted, refused = admit(ChangeSet.of(changes.case, fresh), authors, known)
    elsewhere = {entry.id for entry in accepted if _is_elsewhere(work, entry)}
    moved = HsbAssessError(
        "assessment_elsewhere",
        "An entry starts an assessment that belongs to another case.",
        "Ask the sender to check their app.",
    )
    stays = tuple(entry for entry in accepted if entry.id not in elsewhere)
    return stays, (*refused, *(Refusal(entry, moved) for entry in accepted if entry.id in elsewhere))


def _is_elsewhere(work: Work, entry: Entry) -> bool:
    return entry.key == ASSESSMENT_KEY and work.entries.case_of(entry.subject) not in {None, entry.case}


def keep_blobs(at: Workplace, work: Work, arrival: Arrival) -> tuple[int, frozenset[str]]:
    """Keep the forms, the guidance, and those documents that a submission or a decision in the record names.

    Returns how many documents were new, and the codes of those that were left out: ``document_unnamed``, and
    ``document_differs`` for a signed one that is not the submitted bytes with something added at their end.
    """
    for each, definition in arrival.definitions.items():
        work.definitions.put(each, "instrument", definition.id, definition.version, arrival.blobs[each])
    for each, sheet in arrival.guidance.items():
        work.definitions.put(each, GUIDANCE_KIND, sheet.id, str(sheet.content.get("edition", "")), arrival.blobs[each])
    named = _named(at, work, arrival.changes.case)
    kept, left = 0, set()
    for document in arrival.documents:
        if work.documents.get(document.sha256) is not None:
            continue
        code = _wrong(work, arrival, document, named)
        if code:
            left.add(code)
            continue
        work.documents.put(
            document.sha256,
            arrival.changes.case,
            document.submission,
            document.audience,
            document.state,
            arrival.blobs[document.sha256],
        )
        kept += 1
    return kept, frozenset(left)


def _named(at: Workplace, work: Work, case: str) -> dict[Carried, str]:
    """Return the documents that the record names; for an issued one with the SHA-256 of what was submitted."""
    named = {}
    for slot in slots(work.entries.heads(case, key=ASSESSMENT_KEY)):
        for submission in submissions(at, work, case, slot.subject):
            submitted = dict(submission.documents)
            for audience, sha256 in submission.documents:
                named[Carried(sha256, submission.id, audience, "submitted")] = ""
            for audience, sha256 in submission.decision.documents if submission.decision else ():
                named[Carried(sha256, submission.id, audience, "issued")] = submitted.get(audience, "")
    return named


def _wrong(work: Work, arrival: Arrival, document: Carried, named: Mapping[Carried, str]) -> str:
    if document not in named:
        return "document_unnamed"
    if not named[document]:
        return ""
    kept = work.documents.get(named[document])
    submitted = arrival.blobs.get(named[document]) if kept is None else kept.content
    whole = arrival.blobs[document.sha256]
    return "" if submitted and whole.startswith(submitted) and len(whole) > len(submitted) else "document_differs"


def notes(
    at: Workplace, work: Work, opened: Opened, arrival: Arrival, fresh: tuple[Entry, ...], authors: Mapping[str, Author]
) -> tuple[str, ...]:
    """Return the codes of :data:`NOTES` that hold for what was just taken in, before the package itself is noted."""
    case, new = arrival.changes.case, {entry.id for entry in fresh}
    present = work.entries.of_case(case)
    found = {fault.code for fault in chain_faults(present) if fault.entry in new}
    found |= sequence_codes(work, opened, case)
    before = {entry.author for entry in present if entry.id not in new}
    assessors = {entry.author for entry in fresh if authors[entry.author].role != Role.SUPERVISOR}
    if before and assessors - before:
        found.add("author_new")
    if fresh and closing_of(work, case) is not None:
        found.add("case_closed")
    if _is_ahead(fresh, at.clock.now() + _TOLERATED_CLOCK):
        found.add("clock_ahead")
    if any(at.catalogue.by_hash(each) is None for each in arrival.definitions):
        found.add("form_foreign")
    return tuple(sorted(found))


def _is_ahead(entries: Iterable[Entry], latest: datetime) -> bool:
    return any(datetime.fromisoformat(entry.recorded) > latest for entry in entries)


def sequence_codes(work: Work, opened: Opened, case: str) -> set[str]:
    """Return the codes of what is odd about a package's place among those that came from its sender about this case."""
    outline = opened.outline
    sequence, sha256 = work.parcels.last_from(opened.sender.person, case) or (0, "")
    if outline.sequence > sequence + 1:
        return {"package_gap"}
    if outline.sequence <= sequence:
        return {"package_late"}
    return set() if outline.previous == sha256 else {"package_chain"}
