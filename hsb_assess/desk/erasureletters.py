"""What two people write to each other about erasing a case: a proposal, and the answer to it. And what was erased here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from hsb_assess.desk.colleagues import is_own_card
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.roles import Role
from hsb_assess.exchange.package import ERASURE_REQUEST
from hsb_assess.record.erasure import Answer, Proposal, Signed

if TYPE_CHECKING:
    from pydantic import JsonValue

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.exchange.package import Opened
    from hsb_assess.trust.card import Card
    from hsb_assess.vault.book import Work
    from hsb_assess.vault.erasures import KeptErasure

__all__ = [
    "CASE_ERASED",
    "Letter",
    "erased_here",
    "need_not_erased",
    "need_somebody_else",
    "read_letter",
    "take_letter",
]

CASE_ERASED: Final = "case_erased"


@dataclass(frozen=True)
class Letter:
    """What came about erasing ``case``: a proposal, or an answer to one."""

    case: str
    proposal: Signed[Proposal] | None = field(default=None, repr=False)
    answer: Signed[Answer] | None = field(default=None, repr=False)

    def manifest(self) -> dict[str, JsonValue]:
        """Return the letter as a package carries it."""
        said = {"proposal": self.proposal, "answer": self.answer}
        written: dict[str, JsonValue] = {name: each.as_json() for name, each in said.items() if each is not None}
        return {"erasure": {"case": self.case, **written}}


def _wrong() -> HsbAssessError:
    return HsbAssessError(
        "package_content",
        "What this package says and who signed it do not go together.",
        "Ask the sender to make the package again.",
    )


def read_letter(opened: Opened) -> Letter:
    """Return what a package says about erasing a case, signed by its sender; raises ``package_content``, ``erasure_shape``."""
    part = opened.manifest.get("erasure")
    name = "proposal" if opened.outline.purpose == ERASURE_REQUEST else "answer"
    if set(opened.manifest) != {"erasure"} or not isinstance(part, dict) or set(part) != {"case", name} or opened.blobs:
        raise _wrong()
    said: Signed[Proposal] | Signed[Answer]
    if name == "proposal":
        said = proposal = Signed.read(Proposal, part[name])
        letter = Letter(proposal.said.case, proposal=proposal)
    else:
        said = answer = Signed.read(Answer, part[name])
        letter = Letter(answer.said.case, answer=answer)
    sender = opened.sender
    meant = (said.said.by, said.said.card, part["case"])
    if meant != (sender.person, sender.fingerprint, letter.case) or not said.is_by(sender.signing_key):
        raise _wrong()
    return letter


def take_letter(at: Workplace, work: Work, opened: Opened, letter: Letter) -> None:
    """Keep a letter. Codes: ``erasure_unknown`` (it answers what is not proposed any more), ``second_person``."""
    need_somebody_else(at, opened.sender)
    if letter.proposal is not None:
        _give_way(work, letter.proposal)
        work.erasures.put(letter.proposal, opened.sender.to_bytes())
        return
    answer = letter.answer
    if answer is None:
        raise _wrong()
    kept = next(
        (each for each in work.erasures.of_case(letter.case) if each.proposal.hash == answer.said.proposal), None
    )
    if kept is None or kept.proposal.said.by != at.identity.person:
        raise HsbAssessError(
            "erasure_unknown",
            "This answers a proposal that does not stand here any more.",
            "Propose it again, and ask for another answer.",
        )
    if opened.sender.role != Role.SUPERVISOR or answer.said.role != opened.sender.role:
        raise _not_second()
    if not kept.is_done:
        work.erasures.answered(kept.id, answer, opened.sender.to_bytes())


def _give_way(work: Work, proposal: Signed[Proposal]) -> None:
    """Let go of what the same person proposed about the same case before, if nothing came of it."""
    for kept in work.erasures.of_case(proposal.said.case):
        earlier = kept.id < proposal.said.id and kept.proposal.said.by == proposal.said.by
        if earlier and not kept.is_done:
            work.erasures.withdraw(kept.id)


def need_somebody_else(at: Workplace, other: Card) -> None:
    """Raise ``second_person`` when a card is this person's, or names keys of theirs under another person."""
    if is_own_card(at, other):
        raise _not_second()


def _not_second() -> HsbAssessError:
    return HsbAssessError(
        "second_person",
        "Erasing a case takes a second person, and that is a supervisor other than whoever proposes it.",
        "Choose somebody whose card says supervisor and whose eight words you have compared.",
    )


def erased_here(work: Work, case: str) -> KeptErasure | None:
    """Return how a case was erased here that is not here now, or ``None``."""
    done = [each for each in work.erasures.of_case(case) if each.is_done]
    return done[-1] if done and not work.entries.heads(case, case, "@case") else None


def need_not_erased(work: Work, case: str, anew: str) -> None:
    """Raise ``case_erased`` for a case that was erased here, unless somebody says why it is taken in ``anew``."""
    gone = erased_here(work, case)
    if gone is None or gone.receipt is None or anew:
        return
    said = gone.receipt.said
    raise HsbAssessError(
        CASE_ERASED,
        f"This case was erased here on {said.at[:10]} by {said.by_name}, with the agreement of {said.agreed_by_name}.",
        "If it has to be kept here again, take it in anew and say why.",
    )
