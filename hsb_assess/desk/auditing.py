"""The audit as people read it: who did what and when, narrowed, and exported as a table or as JSON."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final, Literal

from hsb_assess.desk.caseload import CASE_KEY
from hsb_assess.desk.history import names
from hsb_assess.desk.workplace import need_basis
from hsb_assess.domain.clock import LOCAL
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.ids import is_id
from hsb_assess.vault.trail import Sought
from hsb_assess.vault.unit import utc

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from pydantic import JsonValue

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.vault.audit import AuditRow
    from hsb_assess.vault.book import Work

__all__ = ["ACTIONS", "AuditLine", "Choices", "Sought", "audit_lines", "choices", "export_audit", "lines", "narrowed"]

ACTIONS: Final = {
    "anchor_unreadable": "A mark outside the vault could not be read",
    "answer_recorded": "Answer recorded",
    "answer_restored": "Earlier answer restored",
    "assessment_started": "Assessment started",
    "audit_exported": "Audit exported",
    "audit_read": "Audit read",
    "audit_viewed": "Audit read",
    "backup_copied": "Backup copied to a second medium",
    "card_imported": "Contact card imported",
    "card_verified": "Contact card verified",
    "case_closed": "Case closed",
    "case_erased": "Case erased",
    "case_opened": "Case opened",
    "case_reopened": "Case opened again",
    "case_taken_anew": "Erased case taken in anew",
    "change_keys": "Keys changed",
    "change_slot": "Passphrase or recovery key changed",
    "conflict_settled": "Decided between two answers",
    "create": "Vault made",
    "decided": "Decision signed",
    "document_viewed": "Document shown",
    "erasure_answer": "Answer about erasing received",
    "erasure_answered": "Erasing agreed to or declined",
    "erasure_proposed": "Erasing proposed",
    "erasure_request": "Proposal to erase received",
    "erasure_withdrawn": "Proposal to erase taken back",
    "exported": "Document exported",
    "failed_unlocks": "Unlocking failed",
    "finding_justified": "Rule overridden with an explanation",
    "form_imported": "Form imported",
    "form_moved": "Moved to another version of the form",
    "form_put_away": "Form put away",
    "guidance_changed": "Guidance changed",
    "guidance_moved": "Moved to newer guidance",
    "hold_lifted": "Legal hold lifted",
    "hold_set": "Legal hold set",
    "integrity_checked": "Vault checked",
    "justification_decided": "Explanation accepted or refused",
    "keeping_chosen": "How long it is kept chosen",
    "mark_made": "Mark recorded: agreed, did not agree, or not shown",
    "mark_taken_back": "Mark taken back",
    "migrated": "Tables brought up to date",
    "older_explained": "Older vault explained",
    "older_than_seen": "Vault older than last seen",
    "opened": "Page opened",
    "option_added": "Option added to a list",
    "other_laptop": "Vault made for another laptop",
    "package_own_laptop": "Package made for one’s own laptop",
    "package_again": "Package made again",
    "package_made": "Package made",
    "package_received": "Package received",
    "package_refused": "Package refused",
    "page_opened": "Page opened",
    "part_read": "Part read in review",
    "preference_kept": "Preference changed",
    "receipt_exported": "Receipt exported",
    "redone": "Done again",
    "rekey": "Vault key renewed",
    "restore": "Backup restored",
    "restored_from": "Restored from a backup",
    "restricted_viewed": "Restricted answers shown",
    "row_added": "Added to a list",
    "row_removed": "Removed from a list",
    "row_restored": "Put back in a list",
    "rule_overridden": "Rule overridden with an explanation",
    "searched": "Searched",
    "subject_access": "Everything about a case exported",
    "submitted": "Submitted and signed",
    "thing_added": "Added to the case",
    "thing_changed": "Changed in the case",
    "thing_removed": "Removed from the case",
    "thread_answered": "Question of review answered",
    "thread_opened": "Question of review asked",
    "thread_resolved": "Question of review closed",
    "undone": "Undone",
    "unlock": "Unlocked",
    "words_corrected": "Words of this child corrected",
    "words_sealed": "Words of this child recorded",
    "written_together": "Written together with this child",
}
"""Acts and notes in the words in which they are told; one that is not here is told by its name."""

MOST: Final = 500
_DANGEROUS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00")
_CONTROL: Final = dict.fromkeys(range(32), " ")


@dataclass(frozen=True)
class AuditLine:
    """One row of the audit: ``words`` what was done, ``person`` by whom, ``ref`` in which case.

    ``details`` says to what and with what particulars, a line each; ``entries`` how many entries of the record it made.
    ``clock_set_back`` says that an earlier row has a later time.
    """

    seq: int
    at: str
    act: str
    words: str
    person: str
    case: str
    ref: str
    details: tuple[str, ...] = field(repr=False)
    entries: int
    clock_set_back: bool
    hash: str


@dataclass(frozen=True)
class Choices:
    """What the audit can be narrowed to: people, cases and actions, each as code and words."""

    people: tuple[tuple[str, str], ...]
    cases: tuple[tuple[str, str], ...]
    actions: tuple[tuple[str, str], ...]


def choices(at: Workplace) -> Choices:
    """Return what there is to narrow the audit to."""
    with at.book.begin("read", write=False) as work:
        known = names(at, work)
        refs = _refs(work)
        found = work.trail.actions()
    acts = sorted(((each, ACTIONS.get(each, each)) for each in found), key=_words)
    return Choices(tuple(sorted(known.items(), key=_words)), tuple(sorted(refs.items(), key=_words)), tuple(acts))


def _words(pair: tuple[str, str]) -> str:
    return pair[1].casefold()


def _refs(work: Work) -> dict[str, str]:
    """Return the reference of each case that is here, and of those that were erased here."""
    found = {kept.case: kept.receipt.said.reference for kept in work.erasures.all() if kept.receipt is not None}
    for case in work.entries.cases():
        opened = work.entries.heads(case, case, CASE_KEY)
        found[case] = str(opened[-1].body.get("value", "")) if opened else ""
    return found


def lines(at: Workplace, sought: Sought, most: int = MOST) -> tuple[AuditLine, ...]:
    """Return the newest rows that are sought, newest first; that somebody looked is in the audit, too."""
    _note(at, "audit_viewed", {"sought": _told(sought)})
    with at.book.begin("read", write=False) as work:
        return audit_lines(at, work, sought, most)


def _note(at: Workplace, act: str, detail: dict[str, JsonValue]) -> None:
    """Say in the audit that it was looked at; one that may not be written to can be looked at all the same."""
    try:
        with at.book.begin(act) as work:
            work.audit.note(act, at.identity.person, detail)
    except HsbAssessError as error:
        if error.code not in {"vault_older", "vault_read_only"}:
            raise


def _told(sought: Sought) -> dict[str, JsonValue]:
    return {name: value for name, value in vars(sought).items() if value is not None}


def audit_lines(at: Workplace, work: Work, sought: Sought, most: int = -1) -> tuple[AuditLine, ...]:
    """Return the newest ``most`` rows that are sought (all if negative), newest first, within a larger act."""
    known, refs = names(at, work), _refs(work)
    return tuple(_line(row, known, refs) for row in work.trail.find(sought, most))


def _line(row: AuditRow, known: Mapping[str, str], refs: Mapping[str, str]) -> AuditLine:
    case = row.case or ""
    details = [
        _detail(note.action, note.object, note.detail, known)
        for note in row.notes
        if note.action != row.act or note.detail
    ]
    details += [f"{change.table}: {change.name}" for change in row.changes]
    return AuditLine(
        seq=row.seq,
        at=row.at,
        act=row.act,
        words=ACTIONS.get(row.act, row.act),
        person=known.get(row.actor, row.actor),
        case=case,
        ref=refs.get(case, ""),
        details=tuple(details),
        entries=len(row.entries),
        clock_set_back=row.clock_set_back,
        hash=row.hash,
    )


def _detail(action: str, subject: str, detail: JsonValue, known: Mapping[str, str]) -> str:
    told = [f"{name}: {_plain(value, known)}" for name, value in detail.items()] if isinstance(detail, dict) else []
    if detail is not None and not isinstance(detail, dict):
        told = [_plain(detail, known)]
    named = "" if is_id(subject) and subject not in known else f" ({known.get(subject, subject)})"
    return "; ".join((f"{ACTIONS.get(action, action)}{named}", *told))


def _plain(value: JsonValue, known: Mapping[str, str]) -> str:
    if isinstance(value, str):
        return known.get(value, value)
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def export_audit(at: Workplace, sought: Sought, form: Literal["csv", "json"], *, recipient: str, basis: str) -> bytes:
    """Return all rows that are sought, oldest first, as a table (CSV) or as JSON, having noted for whom and why.

    Cells of the table never begin with a character that a spreadsheet takes for a formula. Raises ``basis_needed``.
    """
    need_basis(recipient, basis)
    with at.book.begin("audit_exported", case=sought.case) as work:
        found = audit_lines(at, work, sought)[::-1]
        made = _table(found) if form == "csv" else _json(found)
        work.audit.note(
            "audit_exported",
            at.identity.person,
            {
                "recipient": recipient.strip(),
                "basis": basis.strip(),
                "form": form,
                "rows": len(found),
                "sought": _told(sought),
                "sha256": hashlib.sha256(made).hexdigest(),
            },
        )
    return made


_COLUMNS: Final = (
    "number",
    "time_utc",
    "action",
    "what",
    "who",
    "case",
    "details",
    "entries",
    "clock_set_back",
    "hash",
)


def _table(found: Iterable[AuditLine]) -> bytes:
    written = io.StringIO()
    table = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow(_COLUMNS)
    for each in found:
        told = (each.act, each.words, each.person, each.ref or each.case, " | ".join(each.details))
        cells = (str(each.seq), each.at, *told, str(each.entries), "yes" if each.clock_set_back else "", each.hash)
        table.writerow([_safe(cell) for cell in cells])
    # With a mark at its start, without which spreadsheets read names as another alphabet's.
    return written.getvalue().encode("utf-8-sig", "replace")


def _safe(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    plain = cell.translate(_CONTROL)
    return f"'{plain}" if cell.startswith(_DANGEROUS) or plain.lstrip().startswith(_DANGEROUS) else plain


def _json(found: Iterable[AuditLine]) -> bytes:
    rows = [{**vars(each), "details": list(each.details)} for each in found]
    return json.dumps({"rows": rows}, ensure_ascii=True, indent=1).encode()


def narrowed(person: str | None, case: str | None, action: str | None, first: date | None, last: date | None) -> Sought:
    """Return what is sought by days of this country's clock, both included; ``None`` is any."""
    since, until = (
        None if day is None else utc(datetime.combine(day + timedelta(days=more), time(), tzinfo=LOCAL))
        for day, more in ((first, 0), (last, 1))
    )
    return Sought(person=person, case=case, action=action, since=since, until=until)
