"""Everything that is held about one case, for a request for access: as JSON, and as pages that people read."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hsb_assess.desk.auditing import Sought, audit_lines
from hsb_assess.desk.caseload import CASE_KEY
from hsb_assess.desk.children import run_child
from hsb_assess.desk.history import names
from hsb_assess.desk.opening import ASSESSMENT_KEY, read_assessment
from hsb_assess.desk.workplace import need_basis
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.reports.casefile import LETTER, CaseFileMeta, content

if TYPE_CHECKING:
    from pydantic import JsonValue

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.vault.book import Work

__all__ = ["CaseFile", "case_file"]


@dataclass(frozen=True)
class CaseFile:
    """What is held about a case: ``json`` is complete, ``pdf`` says it in words, without the documents' own pages."""

    json: bytes = field(repr=False)
    pdf: bytes = field(repr=False)


def case_file(at: Workplace, case: str, *, recipient: str, basis: str) -> CaseFile:
    """Return everything that this vault holds about ``case``, having noted for whom and on what basis.

    Every entry that was ever made with its signature, what is being typed, the documents, the packages and the audit
    of the case. Nothing is left out or blacked out: what others may not see is for people to decide.
    Codes: ``basis_needed``, ``no_such_case``.
    """
    need_basis(recipient, basis)
    with at.book.begin("read", write=False) as work:
        complete = json.dumps(_held(at, work, case), ensure_ascii=True, indent=1, sort_keys=True).encode()
        shown = _shown(at, work, case, hashlib.sha256(complete).hexdigest())
    made = CaseFile(complete, run_child("make_document", {"audience": LETTER, "content": shown}).blobs[0])
    with at.book.begin("subject_access", case=case) as work:
        work.audit.note(
            "subject_access",
            case,
            {
                "recipient": recipient.strip(),
                "basis": basis.strip(),
                "json_sha256": hashlib.sha256(made.json).hexdigest(),
                "pdf_sha256": hashlib.sha256(made.pdf).hexdigest(),
            },
        )
    return made


def _held(at: Workplace, work: Work, case: str) -> dict[str, JsonValue]:
    entries = work.entries.of_case(case)
    opened = work.entries.heads(case, case, CASE_KEY)
    if not opened:
        raise HsbAssessError("no_such_case", "This case is not in this vault.", "Go back to the caseload.")
    authors = {entry.author for entry in entries}
    documents: list[JsonValue] = []
    for line in work.documents.of_case(case):
        kept = work.documents.get(line.sha256)
        told: dict[str, JsonValue] = dict(vars(line))
        documents.append({**told, "content_base64": base64.b64encode(kept.content).decode() if kept else ""})
    drafts: list[JsonValue] = [
        {"subject": draft.subject, "key": draft.key, "body": draft.body, "changed": draft.changed}
        for draft in work.drafts.of_case(case)
    ]
    sent: list[JsonValue] = [
        {**vars(parcel), "recipients": list(parcel.recipients)} for parcel in work.parcels.sent(case)
    ]
    return {
        "format": "assess-case-file-1",
        "made": at.clock.now().isoformat(timespec="seconds"),
        "made_by": at.identity.name,
        "case": case,
        "reference": opened[-1].body.get("value"),
        "people": {person: name for person, name in names(at, work).items() if person in authors},
        "entries": [entry.as_json() for entry in entries],
        "being_typed": drafts,
        "documents": documents,
        "packages_sent": sent,
        "erasing": [
            {"proposal": kept.proposal.as_json(), "answer": kept.answer.as_json() if kept.answer is not None else None}
            for kept in work.erasures.of_case(case)
        ],
        "audit": [{**vars(each), "details": list(each.details)} for each in audit_lines(at, work, Sought(case=case))],
    }


def _shown(at: Workplace, work: Work, case: str, sha256: str) -> dict[str, JsonValue]:
    """Return the content of the pages that go with the file of this hash."""
    entries = work.entries.of_case(case)
    opened = work.entries.heads(case, case, CASE_KEY)
    started = dict.fromkeys(entry.subject for entry in entries if entry.key == ASSESSMENT_KEY)
    meta = CaseFileMeta(
        made=at.clock.now(),
        made_by=at.identity.name,
        reference=str(opened[-1].body.get("value", "")),
        names=names(at, work),
        documents=tuple((line.audience, line.state, line.stored, line.sha256) for line in work.documents.of_case(case)),
        audit=tuple(
            (each.at, each.words, each.person, "; ".join(each.details))
            for each in audit_lines(at, work, Sought(case=case))[::-1]
        ),
        json_sha256=sha256,
    )
    return content([read_assessment(at, work, assessment) for assessment in started], entries, meta)
