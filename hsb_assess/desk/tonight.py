"""Papers for tonight: made from what is recorded, at any completeness; nothing signs them and nothing stands in their way.

They are shown from memory and kept nowhere: the record is append-only, and the audit keeps the hash, the moment and the
recipient of each one that leaves the vault.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from hsb_assess.desk.caseload import assessments
from hsb_assess.desk.children import run_child
from hsb_assess.desk.colleagues import verified_cards
from hsb_assess.desk.judging import judge
from hsb_assess.desk.meanwhile import together
from hsb_assess.desk.opening import open_assessment, read_assessment
from hsb_assess.desk.workplace import Change, need_basis
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.rules.facts import FORM
from hsb_assess.rules.finding import Gate

if TYPE_CHECKING:
    from hsb_assess.desk.workplace import Workplace

__all__ = ["KINDS", "Paper", "assessment_for", "keep_reach", "left", "paper", "reach"]

KINDS: Final = ("extract", "handover", "plan")
REACH: Final = "tonight.reach"
MOST_LETTERS: Final = 200


@dataclass(frozen=True)
class Paper:
    """A paper as it was made: its bytes, its pages, and how many lines found no room, by what they are called."""

    kind: str
    assessment: str
    pdf: bytes = field(repr=False)
    pages: int
    left_out: tuple[tuple[str, int], ...]
    made: str
    content_hash: str


def assessment_for(at: Workplace, case: str, wanted: str | None = None) -> str:
    """Return the assessment of a case that the papers are made of: ``wanted`` if it can be, else the newest that can.

    Raises ``nothing_to_print`` where the case has none.
    """
    found = [line.id for line in assessments(at, case)]
    with at.book.begin("read", write=False) as work:
        for each in dict.fromkeys(([wanted] if wanted is not None else []) + found):
            if open_assessment(at, work, each).definition.id == FORM:
                return each
    raise HsbAssessError(
        "nothing_to_print", "This case has no first day yet.", "Start the holistic assessment in the case."
    )


def reach(at: Workplace) -> str:
    """Return how this person is reached out of hours, as they last gave it; empty if never."""
    with at.book.begin(write=False) as work:
        given = work.settings.get(REACH)
    return given if isinstance(given, str) else ""


def keep_reach(at: Workplace, words: str) -> Change:
    """Keep how this person is reached, for the next paper."""
    with at.book.begin("reach_kept") as work:
        work.settings.put(REACH, " ".join(words.split())[:MOST_LETTERS])
    return Change("reach_kept")


def paper(at: Workplace, assessment: str, kind: str) -> Paper:
    """Return the paper ``kind`` of an assessment as it stands now. Raises ``no_such_paper``, ``no_paper_of_this_form``."""
    from hsb_assess.reports.paperhead import PaperMeta
    from hsb_assess.reports.papers import build

    now = at.clock.now()
    with at.book.begin("read", write=False) as work:
        own = read_assessment(at, work, assessment)
        whole = together(at, work, own)
        names = {card.person: card.name for card in verified_cards(work).values()}
    who = at.identity
    meta = PaperMeta(
        made=now,
        name=who.name,
        role=who.role,
        agency=who.agency,
        reach=reach(at),
        names={**names, who.person: who.name},
        earlier=whole.earlier,
    )
    sheet = build(kind, whole.reading, judge(at, whole.reading, gate=Gate.ALERT), meta)
    made = run_child("make_sheet", {"sheet": sheet})
    pages, left_out = made.value["pages"], made.value["left_out"]
    assert isinstance(pages, int)
    assert isinstance(left_out, dict)
    counted = tuple((words, count) for words, count in left_out.items() if isinstance(count, int))
    return Paper(kind, assessment, made.blobs[0], pages, counted, now.isoformat(timespec="seconds"), own.content_hash)


def left(at: Workplace, made: Paper, recipient: str, basis: str, how: str) -> bytes:
    """Return a paper that is taken out of the vault, having noted for whom, why and ``how`` (``exported`` or ``printed``).

    Raises ``basis_needed`` while one of both is missing.
    """
    need_basis(recipient, basis)
    with at.book.begin("exported") as work:
        work.case = open_assessment(at, work, made.assessment).case
        work.audit.note(
            "exported",
            hashlib.sha256(made.pdf).hexdigest(),
            {
                "recipient": recipient.strip(),
                "basis": basis.strip(),
                "audience": made.kind,
                "how": how,
                "record": made.content_hash,
                "information_up_to": made.made,
            },
        )
    return made.pdf
