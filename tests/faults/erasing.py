"""Two vaults with a case that both people agreed to erase, and what one of them may look like after an accident: before or after."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hsb_assess.desk import access, assessing, carryingout, caseload, closing, erasing, scraps, sharing
from hsb_assess.desk.judging import rule_book
from hsb_assess.desk.workplace import Workplace
from hsb_assess.domain.answer import answered
from hsb_assess.domain.clock import clock_for
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.catalogue import Catalogue
from hsb_assess.trust.card import Card
from hsb_assess.vault.checking import check_database
from hsb_assess.vault.keys import KdfParameters
from hsb_assess.vault.opening import unlock_with_recovery
from tests.faults.vaults import PASSPHRASE, STORY
from tests.pages_of import decrypted_pages

if TYPE_CHECKING:
    from pathlib import Path

    from hsb_assess.vault.opening import Vault
    from tests.faults.frame import Tally

__all__ = ["MARK", "Agreed", "agreed_vault", "erase", "make_ready", "weigh", "workplace"]

MARK = "Quietmarkedword"
CLOCK = clock_for(STORY.today)
_ROWS = ("entry", "head", "document", "draft", "parcel_sent", "parcel_received")
_known: list[Catalogue] = []


@dataclass(frozen=True)
class Agreed:
    """The first person's vault, its recovery key, the case that is to go, another that stays, and what they hold."""

    folder: Path
    key: str
    case: str
    other: str
    erasure: str
    counts: dict[str, int]
    others: int


def workplace(vault: Vault) -> Workplace:
    """Return a workplace in an open vault; the forms are read once in a process."""
    known = forms()
    return Workplace(vault.book(clock=CLOCK), vault.identity, CLOCK, known, vault.confirm, rule_book(known))


def forms() -> Catalogue:
    """Return the forms that came with the program, read once in a process."""
    if not _known:
        _known.append(Catalogue.shipped())
        _known[0].latest("holistic")
    return _known[0]


def agreed_vault(folder: Path, answers: int = 60) -> Agreed:
    """Make both vaults, fill a case, close it, and have both people agree; the second vault is not needed any more."""
    keys, opened = {}, []
    for name, role in (("Worker P", "practitioner"), ("Manager S", "supervisor")):
        keys[role] = access.first_run(
            folder / role, PASSPHRASE, name=name, role=role, agency="Agency", clock=CLOCK, kdf=KdfParameters.floor()
        )
        vault = unlock_with_recovery(folder / role, keys[role], clock=CLOCK)
        opened.append((vault, workplace(vault)))
    (_, mine), (_, theirs) = opened
    for at, its in ((mine, theirs), (theirs, mine)):
        access.confirm_card(at, access.import_card(at, access.card_bytes(its)).person, "phone")
    other = str(caseload.create_case(mine, "B-2").created)
    assessing.start_assessment(mine, other, tier="full")
    case = str(caseload.create_case(mine, "A-17").created)
    assessment = str(assessing.start_assessment(mine, case, tier="full").created)
    for number in range(answers):
        words = f"{MARK} {number} " * (1 + number % 40)
        assessing.record_answer(mine, assessment, "M01.reason", answered(words))
        assessing.put_draft(mine, assessment, "M14.worries", words)
    scraps.keep_scrap(mine, assessment, "comment.M05.impact", MARK)
    with mine.book.begin("package_made", case=case) as work:
        content = b"%PDF-1.7 " + MARK.encode() * 2000
        work.documents.put(hashlib.sha256(content).hexdigest(), case, "s", "A", "submitted", content)
        sharing.pack(mine, work, case, Card.from_bytes(access.card_bytes(theirs)), "review")
    closing.close_case(mine, case, "needs_met", "It is over.")
    asked = erasing.propose(mine, case, theirs.identity.person, "kept_elsewhere", "It is kept elsewhere.")
    sharing.receive(theirs, asked.package)
    erasure = str(asked.change.created)
    answer = erasing.answer(theirs, erasure, keys["supervisor"], agrees=True)
    sharing.receive(mine, answer.package)
    with mine.book.begin() as work:
        counts, others = _counts(work.erasures.counts(case)), len(work.entries.of_case(other))
    for vault, at in opened:
        at.book.close()
        vault.close()
    return Agreed(folder / "practitioner", keys["practitioner"], case, other, erasure, counts, others)


def _counts(found: dict[str, int]) -> dict[str, int]:
    return {name: count for name, count in found.items() if name in _ROWS}


def make_ready(at: Workplace, agreed: Agreed) -> tuple[object, object]:
    """Do what comes before the one unit of work; the pages of the receipt are left out, as making them takes a second."""
    with at.book.begin(write=False) as work:
        ready = carryingout._ready(at, work, agreed.erasure)
        checkpoint = work.audit.last()
    return ready, carryingout._receipt(at, ready, checkpoint, ())


def erase(at: Workplace, prepared: tuple[object, object]) -> None:
    """Carry it out."""
    ready, receipt = prepared
    carryingout._take_out(at, ready, receipt, b"%PDF-1.7 a receipt")  # type: ignore[arg-type]  # what make_ready made


def weigh(tally: Tally, agreed: Agreed, folder: Path, *, promised: bool, what: str) -> bool:
    """Count one accident: the case is there whole or gone whole, and everything else as it was. Returns whether it is gone."""
    tally.tried += 1
    faults: list[str] = []
    gone = False
    try:
        with unlock_with_recovery(folder, agreed.key, clock=CLOCK) as vault:
            key = bytes(vault._key)
            with vault.unit() as work:
                counts = _counts(work.erasures.counts(agreed.case))
                kept = work.erasures.get(agreed.erasure)
                done = kept is not None and kept.is_done and work.erasures.document(agreed.erasure) is not None
                faults += [f"audit {fault.code} at {fault.seq}" for fault in work.audit.verify().faults]
                if len(work.entries.of_case(agreed.other)) != agreed.others:
                    faults.append("the other case is not whole")
            with vault.lend() as source:
                check_database(folder / "vault.db", source.key, vault.id)
        gone = done and not counts
        if not gone and (done or counts != agreed.counts):
            tally.lose(f"{what}: neither before nor after")
        if promised and not gone:
            tally.lose(f"{what}: it was promised and is still there")
        if gone and any(MARK.encode() in page for page in decrypted_pages(folder / "vault.db", key)):
            tally.leak(f"{what}: a word of it stands in the database's pages")
    except Exception as error:  # noqa: BLE001 - whatever keeps a vault from being opened is what is counted here
        faults.append(f"{what}: {error.code if isinstance(error, HsbAssessError) else repr(error)}")
    tally.faults += faults
    tally.survived += not faults
    return gone
