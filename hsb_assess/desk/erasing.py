"""Erasing a case: one person proposes it, another agrees, and only then the first one carries it out, for a receipt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from hsb_assess.desk.colleagues import verified_card, verified_cards
from hsb_assess.desk.erasureletters import Letter, erased_here, need_somebody_else
from hsb_assess.desk.issuing import Sent
from hsb_assess.desk.keeping import need_case, need_reason, within
from hsb_assess.desk.sharing import sealed_for
from hsb_assess.desk.workplace import Change, Workplace, need_role
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.ids import new_id
from hsb_assess.domain.roles import Role
from hsb_assess.exchange.package import ERASURE_ANSWER, ERASURE_REQUEST
from hsb_assess.record.erasure import Answer, Proposal, Signed, State, hash_of_all
from hsb_assess.trust.card import Card

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hsb_assess.desk.keeping import Keeping
    from hsb_assess.vault.book import Work
    from hsb_assess.vault.erasures import KeptErasure

__all__ = [
    "BASES",
    "OVER_A_HOLD",
    "Erasure",
    "Standing",
    "answer",
    "erased",
    "erasures",
    "need_erasable",
    "need_kept",
    "need_no_hold",
    "propose",
    "second_people",
    "standing",
    "state_of",
    "withdraw",
]

BASES: Final = {
    "period_over": "The day of the next look has come, and the file is not needed any more",
    "kept_elsewhere": "The organisation’s own file keeps it, and this copy is not needed any more",
    "opened_in_error": "It was opened in error, or twice",
    "subject_request": "A person whose data it holds asked for it, and it was granted",
    "court_order": "A court or the regulator ordered it",
}
"""On which basis a case can be erased, by code."""

OVER_A_HOLD: Final = frozenset({"subject_request", "court_order"})
"""The bases that go before a legal hold, and before the day of the next look; the proposal says that there was one."""


@dataclass(frozen=True)
class Erasure:
    """One proposal as its reader sees it. ``state`` is a code of :data:`STATES`; ``mine`` says who proposed it.

    ``hold`` are the days since which the case is held; ``by`` and ``answered_by`` are people's names; ``same`` says whether this vault's own copy is what was proposed
    (``None`` where it holds none, or where it is the proposer's own vault).
    """

    id: str
    case: str
    reference: str
    state: str
    mine: bool
    by: str
    answered_by: str
    basis: str
    why: str = field(repr=False)
    hold: str = field(repr=False)
    closed: str
    entries: int
    documents: int
    proposed: str
    answered: str
    answer_why: str = field(repr=False)
    done: str
    same: bool | None
    here: bool


STATES: Final = {
    "asked": "Waits for an answer",
    "agreed": "Agreed",
    "declined": "Declined",
    "moved": "Void: changed since",
    "done": "Erased",
}


@dataclass(frozen=True)
class Standing:
    """What stands between a case and being erased here: codes with a sentence each, none where it can be proposed.

    ``open`` is the proposal that stands, made here or agreed to here.
    """

    keeping: Keeping
    reference: str
    obstacles: tuple[tuple[str, str], ...]
    open: Erasure | None


def state_of(work: Work, case: str) -> State:
    """Return what this vault holds of a case, as it is proposed, agreed to and looked at again before it goes."""
    entries = [entry.hash for entry in work.entries.of_case(case)]
    documents = [line.sha256 for line in work.documents.of_case(case)]
    return State(
        entries=len(entries),
        entries_hash=hash_of_all(entries),
        documents=len(documents),
        documents_hash=hash_of_all(documents),
    )


def second_people(at: Workplace) -> tuple[tuple[str, str], ...]:
    """Return who may be asked to agree, as person and name: supervisors whose eight words were compared."""
    with at.book.begin("read", write=False) as work:
        cards = verified_cards(work).values()
    return tuple((card.person, card.name) for card in cards if card.role == Role.SUPERVISOR)


def standing(at: Workplace, case: str) -> Standing:
    """Return how a case stands towards being erased here."""
    with at.book.begin("read", case=case, write=False) as work:
        found = within(at, work, case)
        kept = [each for each in work.erasures.of_case(case) if not each.is_done]
        last = _erasure(at, work, kept[-1]) if kept else None
        return Standing(found, _reference(work, case), tuple(_obstacles(at, work, found)), last)


def _reference(work: Work, case: str) -> str:
    opened = work.entries.heads(case, case, "@case")
    return str(opened[-1].body.get("value", "")) if opened else ""


def _obstacles(at: Workplace, work: Work, found: Keeping) -> list[tuple[str, str]]:
    told = []
    if found.closing is None:
        told.append(("case_open", "The case is open. Close it first."))
    if found.holds:
        told.append(("case_held", "A legal hold stands. Only a granted request or an order goes before it."))
    if not any(card.role == Role.SUPERVISOR for card in verified_cards(work).values()):
        told.append(("nobody_to_ask", "No supervisor’s card has been verified, so there is nobody to ask."))
    if found.closing is not None and not found.review.is_due(at.clock.today()):
        told.append(("not_due", "The day from which the file may be looked at has not come."))
    return told


def propose(at: Workplace, case: str, person: str, basis: str, why: str) -> Sent:
    """Propose to ``person`` that a case is erased as it stands, and return the package that asks them.

    An earlier proposal that was not carried out gives way to this one. Codes: ``no_such_case``, ``no_such_basis``,
    ``reason_needed``, ``case_open``, ``case_held``, ``not_due``, ``recipient_unverified``, ``second_person``.
    """
    need_reason(why)
    if basis not in BASES:
        raise HsbAssessError("no_such_basis", "No basis is chosen.", "Choose why it may be erased.")
    with at.book.begin("erasure_proposed", case=case) as work:
        need_case(work, case)
        found = within(at, work, case)
        need_erasable(at, found, basis)
        other = _second(at, work, person)
        for kept in work.erasures.of_case(case):
            if not kept.is_done:
                work.erasures.withdraw(kept.id)
        size, head = work.audit.last()
        proposal = Proposal(
            id=new_id(),
            case=case,
            reference=_reference(work, case),
            closed=found.closing.on.isoformat() if found.closing is not None else "",
            hold=", ".join(each.since[:10] for each in found.holds),  # not why: that is a word of the case
            by=at.identity.person,
            card=at.identity.card().fingerprint,
            basis=basis,
            why=why.strip(),
            state=state_of(work, case),
            audit=(size, head),
            at=at.clock.now().isoformat(timespec="seconds"),
        )
        signed = Signed.by(proposal, at.identity)
        work.erasures.put(signed, at.identity.card().to_bytes())
        package = sealed_for(at, work, case, other, ERASURE_REQUEST, Letter(case, proposal=signed).manifest())
    return Sent(Change("erasure_proposed", case=case, created=proposal.id), package, other.name)


def need_erasable(at: Workplace, found: Keeping, basis: str) -> None:
    """Raise unless a case may be erased on this basis: closed, past its day, and not held."""
    if found.closing is None:
        raise HsbAssessError("case_open", "This case is open.", "Close it first, with its outcome.")
    if basis in OVER_A_HOLD:
        return
    need_no_hold(found)
    if basis == "period_over" and not found.review.is_due(at.clock.today()):
        raise HsbAssessError(
            "not_due",
            "The day from which this file may be looked at has not come, or cannot be worked out.",
            "Enter the years of your local schedule in the settings, or choose another basis.",
        )


def need_no_hold(found: Keeping) -> None:
    """Raise ``case_held`` while anybody holds a case."""
    if found.holds:
        raise HsbAssessError(
            "case_held",
            "A legal hold stands on this case.",
            "Have it lifted by somebody with the role of whoever set it, or say which order or request goes before it.",
        )


def _second(at: Workplace, work: Work, person: str) -> Card:
    card = verified_card(work, person)
    need_somebody_else(at, card)
    if card.role != Role.SUPERVISOR:
        raise HsbAssessError(
            "second_person",
            "This person's card does not say supervisor.",
            "Choose a supervisor whose eight words you have compared.",
        )
    return card


def withdraw(at: Workplace, erasure: str) -> Change:
    """Take back a proposal that was not carried out; codes ``no_such_erasure``, ``erasure_done``."""
    with at.book.begin("erasure_withdrawn") as work:
        kept = need_kept(work, erasure)
        work.case = kept.case
        work.erasures.withdraw(erasure)
        work.audit.note("erasure_withdrawn", kept.case)
    return Change("erasure_withdrawn", case=kept.case)


def answer(at: Workplace, erasure: str, passphrase: str, *, agrees: bool, why: str = "") -> Sent:
    """Agree to a proposal, or decline it with a reason, and return the package that says so.

    What is agreed to is signed: exactly the entries that were proposed, and as much as this vault itself holds of the
    case, so that its own copy may be erased with the same two signatures. Answering again takes the place of the earlier
    answer. Codes: ``wrong_passphrase``, ``reason_needed``, ``no_such_erasure``, ``erasure_done``, ``second_person``,
    ``not_your_role``, ``recipient_unverified``.
    """
    need_role(at, (Role.SUPERVISOR,))
    if not agrees:
        need_reason(why)
    at.confirm(passphrase)
    with at.book.begin("erasure_answered") as work:
        kept = need_kept(work, erasure)
        case, proposal = kept.case, kept.proposal.said
        work.case = case
        if kept.is_done:
            raise HsbAssessError("erasure_done", "This case was erased already.", "Its receipt is in the settings.")
        other = verified_cards(work).get(proposal.by)
        if other is None or not kept.proposal.is_by(other.signing_key):
            raise HsbAssessError(
                "recipient_unverified",
                "The card of whoever proposed this is not verified any more.",
                "Compare the eight words with them, and ask them to propose it again.",
            )
        need_somebody_else(at, other)
        said = Answer(
            proposal=kept.proposal.hash,
            case=case,
            by=at.identity.person,
            card=at.identity.card().fingerprint,
            role=at.role,
            agrees=agrees,
            why=why.strip(),
            copy_state=state_of(work, case) if work.entries.heads(case, case, "@case") else None,
            at=at.clock.now().isoformat(timespec="seconds"),
        )
        signed = Signed.by(said, at.identity)
        work.erasures.answered(erasure, signed, at.identity.card().to_bytes())
        work.audit.note("erasure_answered", case, {"agrees": agrees, "entries": proposal.state.entries})
        package = sealed_for(at, work, case, other, ERASURE_ANSWER, Letter(case, answer=signed).manifest())
    return Sent(Change("erasure_answered", case=case, created=erasure), package, other.name)


def need_kept(work: Work, erasure: str) -> KeptErasure:
    """Return an erasure by its id; raises ``no_such_erasure``."""
    kept = work.erasures.get(erasure)
    if kept is None:
        raise HsbAssessError("no_such_erasure", "This proposal is not here any more.", "Open the page again.")
    return kept


# -- reading -------------------------------------------------------------------------------------------------------


def erasures(at: Workplace) -> tuple[Erasure, ...]:
    """Return everything that was proposed here or to this person, newest first, with the receipts of what was erased."""
    with at.book.begin("read", write=False) as work:
        return tuple(_erasure(at, work, kept) for kept in work.erasures.all()[::-1])


def _erasure(at: Workplace, work: Work, kept: KeptErasure) -> Erasure:
    proposal, said = kept.proposal.said, kept.answer.said if kept.answer is not None else None
    names = _names(kept, at)
    mine = proposal.by == at.identity.person
    here = bool(work.entries.heads(kept.case, kept.case, "@case"))
    same = state_of(work, kept.case) == proposal.state if here and not kept.is_done else None
    return Erasure(
        id=kept.id,
        case=kept.case,
        reference=proposal.reference,
        state=_state(kept, same=same, mine=mine, here=here and _unmoved(work, kept, mine=mine)),
        mine=mine,
        by=names.get(proposal.by, ""),
        answered_by=names.get(said.by, "") if said is not None else "",
        basis=proposal.basis,
        why=proposal.why,
        hold=proposal.hold,
        closed=proposal.closed,
        entries=proposal.state.entries,
        documents=proposal.state.documents,
        proposed=proposal.at,
        answered=said.at if said is not None else "",
        answer_why=said.why if said is not None else "",
        done=kept.receipt.said.at if kept.receipt is not None else "",
        same=None if mine else same,
        here=here,
    )


def _names(kept: KeptErasure, at: Workplace) -> Mapping[str, str]:
    found = {at.identity.person: at.identity.name}
    for data in kept.cards:
        card = Card.from_bytes(data)
        found[card.person] = card.name
    return found


def _unmoved(work: Work, kept: KeptErasure, *, mine: bool) -> bool:
    """Say whether this vault's copy is still what was signed about it."""
    meant = kept.proposal.said.state if mine else kept.answer.said.copy_state if kept.answer is not None else None
    return meant is not None and state_of(work, kept.case) == meant


def _state(kept: KeptErasure, *, same: bool | None, mine: bool, here: bool) -> str:
    if kept.is_done:
        return "done"
    if kept.answer is None:
        return "moved" if mine and same is False else "asked"
    if not kept.answer.said.agrees:
        return "declined"
    return "agreed" if here or not mine else "moved"


def erased(at: Workplace, case: str) -> Erasure | None:
    """Return how a case was erased here that is not here now, or ``None``."""
    with at.book.begin("read", write=False) as work:
        kept = erased_here(work, case)
        return _erasure(at, work, kept) if kept is not None else None
