"""Carrying out what two people agreed: everything of a case goes in one step, and a signed receipt says what remains."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hsb_assess.desk import backups, makers
from hsb_assess.desk.access import PLACE
from hsb_assess.desk.colleagues import verified_cards
from hsb_assess.desk.erasing import BASES, OVER_A_HOLD, need_erasable, need_kept, need_no_hold, state_of
from hsb_assess.desk.erasureletters import CASE_ERASED, need_somebody_else
from hsb_assess.desk.history import names
from hsb_assess.desk.keeping import within
from hsb_assess.desk.workplace import Change, Workplace, need_basis
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.exchange.package import case_inside
from hsb_assess.record.erasure import ALWAYS, Answer, Receipt, Remaining, Signed, State
from hsb_assess.reports.receipt import LETTER, MEANING, content
from hsb_assess.trust.card import Card
from hsb_assess.vault import backup, rotation
from hsb_assess.vault.erasures import ERASED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from hsb_assess.vault.book import Work
    from hsb_assess.vault.erasures import KeptErasure
    from hsb_assess.vault.opening import Vault

__all__ = ["carry_out", "receipt_document", "receipt_json", "remaining", "verify_receipt"]

_PROJECTIONS: Final = frozenset({"awaited", "caseload", "head", "search_due", "search_place"})
"""Tables that are worked out of others: what they lose is counted there."""


CONFIRMED: Final = {"phone": "confirmed by phone", "in_person": "confirmed in person"}
"""How it was made sure who the second person is, by how their card was verified; else an organisation vouches for it."""

_CARRY_THE_CASE: Final = frozenset({"review", "return"})
"""Packages with these purposes hold the case; those about erasing it hold nothing of it."""


@dataclass(frozen=True)
class _Ready:
    """What was found fit to be erased, to be found the same when it is."""

    kept: KeptErasure
    answer: Signed[Answer]
    state: State
    counts: dict[str, int]
    other: Card
    confirmed: str


def remaining(at: Workplace, vault: Vault, case: str) -> tuple[Remaining, ...]:
    """Return what is left when a case is erased now: told before anybody decides, and in the receipt."""
    with at.book.begin("read", case=case, write=False) as work:
        here = tuple(_remaining_here(work, case))
        shared = tuple(_shared(at, work, case))
    return (*here, *_in_backups(vault, at), *shared, _own_file())


def _remaining_here(work: Work, case: str) -> Iterator[Remaining]:
    rows = len(work.audit.rows(case))
    yield Remaining(
        where="This vault: the audit",
        what=(
            f"Rows about the case: {rows}, and one about its erasure. They say who did what and when, with hashes and the "
            "names of questions, and to whom and why something was exported. They are never changed."
        ),
        until=ALWAYS,
    )
    yield Remaining(where="This vault: receipts", what="This receipt, and what both people signed.", until=ALWAYS)


def _in_backups(vault: Vault, at: Workplace) -> Iterator[Remaining]:
    found = backups.kept(vault)
    places = [("Backups on this computer", found.backups)]
    if found.second is not None:
        there = backup.backups_in(found.second, vault.id) if found.second.is_dir() else ()
        places.append(("Copies on the second medium", there))
        if not there:
            yield Remaining(where="Copies on the second medium", what="It is not connected, so they cannot be listed.")
    zone = at.clock.now().tzinfo
    for where, listed in places:
        turning = [each.manifest.moment().astimezone(zone) for each in listed if each.manifest.why != "migration"]
        gone = rotation.leaves(turning, at.clock.today())
        for each in listed:
            moment = each.manifest.moment().astimezone(zone)
            until = gone.get(moment) if each.manifest.why != "migration" else None
            yield Remaining(
                where=where,
                what=f"Made {_moment(moment)}; it opens with the passphrase of that day.",
                until=until.isoformat() if until is not None else "",
            )


def _moment(moment: datetime) -> str:
    return f"{moment.day} {moment:%B %Y, %H:%M}"


def _shared(at: Workplace, work: Work, case: str) -> Iterator[Remaining]:
    by_print = {each.fingerprint: Card.from_bytes(each.card).name for each in work.contacts.verified_ever()}
    by_print[at.identity.card().fingerprint] = at.identity.name
    sent = Counter(
        by_print.get(recipient, "somebody whose card is not here any more")
        for parcel in work.parcels.sent(case)
        if parcel.purpose in _CARRY_THE_CASE
        for recipient in parcel.recipients
    )
    for name, count in sent.items():
        where = "Your own other laptop" if name == at.identity.name else f"The vault of {name}"
        yield Remaining(where=where, what=f"Packages sent there: {count}. It is erased there by the same rule.")
    known = names(at, work)
    for name in (known.get(person, "somebody") for person in work.parcels.senders(case)):
        if name not in sent:
            yield Remaining(where=f"The vault of {name}", what="Packages came from there.")
    for row in work.audit.rows(case):
        for note in row.notes:
            if note.action in {"exported", "subject_access"}:
                what = "Everything about the case" if note.action == "subject_access" else "A document"
                yield Remaining(
                    where="Outside every vault",
                    what=f"{what} was exported on {row.at[:10]}; row {row.seq} of the audit says to whom and why.",
                )


def _own_file() -> Remaining:
    return Remaining(where="The organisation’s own file", what="Whatever was put into it, by its own rules.")


def _ready(at: Workplace, work: Work, erasure: str) -> _Ready:
    """Return what is to be erased, or raise why it must not be."""
    kept = need_kept(work, erasure)
    case, me = kept.case, at.identity.person
    if kept.is_done:
        raise HsbAssessError("erasure_done", "This case was erased already.", "Its receipt is in the settings.")
    if kept.answer is None or not kept.answer.said.agrees:
        raise HsbAssessError(
            "not_agreed", "The second person has not agreed.", "Wait for their answer, and open the package they send."
        )
    proposal, said = kept.proposal.said, kept.answer.said
    if me not in {proposal.by, said.by}:
        raise HsbAssessError("not_your_erasure", "This was agreed by two other people.", "Propose it yourself.")
    other = _other(at, work, kept, kept.answer)
    meant = proposal.state if proposal.by == me else said.copy_state
    state = state_of(work, case)
    if state != meant:
        raise HsbAssessError(
            "erasure_moved",
            "Something was recorded in this case since the other person agreed, so their agreement does not fit any more.",
            "Propose it again as the case stands now.",
        )
    if {*work.audit.entries_named(case)} != {entry.hash for entry in work.entries.of_case(case)}:
        raise HsbAssessError(
            "erasure_unfit",
            "The audit and the record of this case do not agree.",
            "Have the vault checked before anything is erased: hsb-assess vault check.",
        )
    found = within(at, work, case)
    if proposal.by == me:
        need_erasable(at, found, proposal.basis)
    elif proposal.basis not in OVER_A_HOLD:
        need_no_hold(found)  # the day and the closing are the proposer's to watch, a hold is everybody's
    counts = {name: count for name, count in work.erasures.counts(case).items() if name not in _PROJECTIONS}
    return _Ready(kept, kept.answer, state, counts, other, _confirmed(work, other))


def _confirmed(work: Work, card: Card) -> str:
    """Return in words how it was made sure that a card is its person's."""
    contact = work.contacts.get(card.person)
    how = contact.verified_how if contact is not None else None
    return CONFIRMED.get(how or "", "confirmed by the organisation" if how else "not confirmed")


def _other(at: Workplace, work: Work, kept: KeptErasure, answer: Signed[Answer]) -> Card:
    """Return the other person's card, still verified and with the key that signed; raises ``agreement_unproved``."""
    mine = kept.proposal.said.by == at.identity.person
    card = verified_cards(work).get(answer.said.by if mine else kept.proposal.said.by)
    proposal = kept.proposal
    if card is not None:
        need_somebody_else(at, card)
    theirs, own = card.signing_key if card is not None else b"", at.identity.card().signing_key
    proved = proposal.is_by(own if mine else theirs) and answer.is_by(theirs if mine else own)
    if card is None or not proved or answer.said.proposal != proposal.hash:
        raise HsbAssessError(
            "agreement_unproved",
            "What the other person signed cannot be proved with the card that is verified here.",
            "Compare the eight words with them again, then propose it anew.",
        )
    return card


def carry_out(
    at: Workplace,
    vault: Vault,
    erasure: str,
    typed: str,
    passphrase: str,
    progress: Callable[[str], None] = lambda _words: None,
) -> Change:
    """Erase a case that two people agreed to erase; ``typed`` is its reference, typed once more.

    The receipt is made and signed first. Then everything of the case goes in one unit of work, if nothing was recorded
    meanwhile: all of it, or nothing. Codes: ``word_differs``, ``wrong_passphrase``, ``no_such_erasure``,
    ``erasure_done``, ``not_agreed``, ``not_your_erasure``, ``agreement_unproved``, ``second_person``, ``erasure_moved``,
    ``erasure_unfit``, ``case_open``, ``case_held``, ``not_due``.
    """
    with at.book.begin("read", write=False) as work:
        ready = _ready(at, work, erasure)
        checkpoint = work.audit.last()
    case, proposal = ready.kept.case, ready.kept.proposal.said
    if " ".join(typed.split()).casefold() != " ".join(proposal.reference.split()).casefold():
        raise HsbAssessError(
            "word_differs", "This is not the reference of the case.", "Type the reference as it stands above."
        )
    at.confirm(passphrase)
    progress("Making the receipt")
    receipt = _receipt(at, ready, checkpoint, remaining(at, vault, case))
    document = makers.receipt(
        at, content(receipt.said, receipt.hash, makers.confirmed(at, at.identity.card())), LETTER, MEANING, receipt
    )
    progress("Erasing")
    _take_out(at, ready, receipt, document)
    return Change(CASE_ERASED, case=case, created=erasure)


def _take_out(at: Workplace, ready: _Ready, receipt: Signed[Receipt], document: bytes) -> None:
    """Take everything of a case out in one unit of work, if it is still what was found ready."""
    erasure, case = ready.kept.id, ready.kept.case
    with at.book.begin(ERASED, case=case) as work:
        again = _ready(at, work, erasure)
        if (again.state, again.counts) != (ready.state, ready.counts):
            raise HsbAssessError(
                "erasure_moved", "Something changed while the receipt was being made.", "Look again, and start anew."
            )
        named = work.audit.entries_named(case)
        work.audit.note(
            ERASED,
            erasure,
            {
                "entries": ready.state.entries,
                "entries_hash": ready.state.entries_hash,
                "receipt": receipt.hash,
                "document": hashlib.sha256(document).hexdigest(),
                "basis": ready.kept.proposal.said.basis,
                "agreed": receipt.said.agreed_by,
            },
        )
        work.erasures.erase(erasure, receipt, document, set_aside=_set_aside(at, work, case))
        place = work.settings.get(PLACE)
        if isinstance(place, dict) and place.get("case") == case:
            work.settings.put(PLACE, {})
        if work.erasures.counts(case) or not work.erasures.proves(erasure, case, at.identity.person, named):
            raise HsbAssessError(
                "erasure_unfit",
                "Not everything of this case would have gone.",
                "Nothing was erased; report this fault.",
            )
        work.audit.anchor()


def _set_aside(at: Workplace, work: Work, case: str) -> Iterable[str]:
    """Return what lies in quarantine and is about a case: refused entries, and refused packages that can be opened."""
    mark = case.encode()
    for kept in work.parcels.quarantined():
        if mark in kept.content or case_inside(kept.content, at.identity) == case:
            yield kept.sha256


def _receipt(at: Workplace, ready: _Ready, audit: tuple[int, str], remains: tuple[Remaining, ...]) -> Signed[Receipt]:
    kept = ready.kept
    proposal, said = kept.proposal.said, ready.answer.said
    return Signed.by(
        Receipt(
            id=kept.id,
            case=kept.case,
            reference=proposal.reference,
            by=at.identity.person,
            by_name=at.identity.name,
            agreed_by=ready.other.person,
            agreed_by_name=ready.other.name,
            agreed_role=ready.other.role,
            agreed_confirmed=ready.confirmed,
            agreed_at=said.at if said.by == ready.other.person else proposal.at,
            basis=BASES.get(proposal.basis, proposal.basis),
            why=proposal.why,
            state=ready.state,
            counts=ready.counts,
            proposal=kept.proposal.hash,
            answer=ready.answer.hash,
            audit=audit,
            remains=remains,
            at=at.clock.now().isoformat(timespec="seconds"),
        ),
        at.identity,
    )


# -- receipts ------------------------------------------------------------------------------------------------------


def _document(work: Work, erasure: str) -> bytes:
    found = work.erasures.document(erasure)
    if found is None:
        raise HsbAssessError("no_such_receipt", "There is no receipt for this.", "Open the page again.")
    return found


def receipt_document(at: Workplace, erasure: str, recipient: str, basis: str) -> bytes:
    """Return a signed receipt to be written outside the vault, having noted for whom and on what basis; ``basis_needed``."""
    need_basis(recipient, basis)
    with at.book.begin("receipt_exported") as work:
        found = _document(work, erasure)
        work.case = need_kept(work, erasure).case
        work.audit.note("receipt_exported", erasure, {"recipient": recipient.strip(), "basis": basis.strip()})
    return found


def receipt_json(at: Workplace, erasure: str) -> bytes:
    """Return the receipt and what both people signed as one JSON file, for a program to read."""
    with at.book.begin("read", write=False) as work:
        kept = need_kept(work, erasure)
    said = {"proposal": kept.proposal, "answer": kept.answer, "receipt": kept.receipt}
    return json.dumps(
        {name: each.as_json() for name, each in said.items() if each is not None}, ensure_ascii=True, indent=1
    ).encode()


def verify_receipt(at: Workplace, erasure: str) -> dict[str, object]:
    """Return the strict verifier's verdict on the receipt of this vault's person, in the shape of ``verify --json``."""
    with at.book.begin("read", write=False) as work:
        found = _document(work, erasure)
    return {**makers.verified(at, found, [at.identity.card()], pending=False, sha256=None)}
