"""A practitioner's and a supervisor's vault with the fictional case in both, made through the acts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

from hsb_assess.datafiles import data_dir
from hsb_assess.desk import access, assessing, caseload, colleagues, gathering, sharing
from hsb_assess.desk.judging import judge
from hsb_assess.desk.opening import read_assessment
from hsb_assess.desk.scribe import Scribe
from hsb_assess.desk.script import known_people, play, read_script
from hsb_assess.desk.standing import SUBMISSION_KEY
from hsb_assess.domain.answer import Absence, absent, answered
from hsb_assess.domain.clock import clock_for
from hsb_assess.domain.ids import new_id
from hsb_assess.record.entry import Stream
from hsb_assess.vault.keys import KdfParameters

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import JsonValue

    from hsb_assess.desk.access import OpenedVault
    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.domain.clock import Clock

__all__ = ["PASSPHRASE", "TwoVaults", "make_two_vaults", "open_vault", "small_pdf"]

PASSPHRASE = "five plain words for testing"
NAMES = {"practitioner": "Worker P", "supervisor": "Manager S"}
SCRIPT = read_script(data_dir("resources") / "demo" / "journeys" / "child-a.yaml")


@dataclass(frozen=True)
class TwoVaults:
    """Where the vaults lie, and what is in them. ``package`` is the one that the practitioner made."""

    practitioner: Path
    supervisor: Path
    case: str
    assessment: str
    package: bytes


def clock() -> Clock:
    """Return a clock on the day of the script."""
    return clock_for(SCRIPT.today)


def open_vault(folder: Path) -> OpenedVault:
    """Unlock one of them."""
    return access.unlock(folder, PASSPHRASE, clock=clock())


def small_pdf(words: str) -> bytes:
    """Return a little PDF file of two pages."""
    with pikepdf.new() as pdf:
        for number in (1, 2):
            page = pdf.add_blank_page(page_size=(595, 842))
            font = pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
            )
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
            page.Contents = pdf.make_stream(f"BT /F1 24 Tf 72 760 Td ({words}, page {number}) Tj ET".encode())
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()


def _introduce(one: Workplace, other: Workplace) -> None:
    for at, card in ((one, access.card_bytes(other)), (other, access.card_bytes(one))):
        access.confirm_card(at, access.import_card(at, card).person, "in_person")


def submit_by_hand(at: Workplace, case: str, assessment: str, supervisor: str, words: str) -> bytes:
    """Record a submission with two small documents, as submitting does, and return the package."""
    submission = new_id()
    with at.book.begin("submitted", case=case) as work:
        listed: list[JsonValue] = []
        for audience in ("A", "B"):
            pdf = small_pdf(f"{words} {audience}")
            sha256 = hashlib.sha256(pdf).hexdigest()
            work.documents.put(sha256, case, submission, audience, "submitted", pdf)
            listed.append({"audience": audience, "sha256": sha256})
        reading = read_assessment(at, work, assessment)
        Scribe(at, work, case, reading.definition).say(
            Stream.DOCUMENTS,
            submission,
            SUBMISSION_KEY,
            {
                "value": assessment,
                "content_hash": reading.content_hash,
                "supervisor": supervisor,
                "documents": listed,
                "findings": [],
            },
            fresh=True,
        )
        return sharing.pack(at, work, case, colleagues.verified_cards(work)[supervisor], "review")


def make_two_vaults(folder: Path, *, received: bool = True) -> TwoVaults:
    """Make both vaults, enter the whole case in one, submit it by hand and let the other receive it."""
    homes = {"practitioner": folder / "practitioner", "supervisor": folder / "supervisor"}
    for role, name in NAMES.items():
        access.first_run(
            homes[role],
            PASSPHRASE,
            name=name,
            role=role,
            agency="Children's social care",
            clock=clock(),
            kdf=KdfParameters.floor(),
        )
    own, other = (open_vault(home) for home in homes.values())
    mine, theirs = own.workplace(read_only=False), other.workplace(read_only=False)
    _introduce(mine, theirs)
    case = str(caseload.create_case(mine, SCRIPT.reference).created)
    assessment = str(assessing.start_assessment(mine, case, tier="full").created)
    labels = known_people(mine, case, assessing.reading(mine, assessment).definition)
    for phase in ("first_draft", "completion"):
        play(mine, case, assessment, SCRIPT.phases[phase], labels)
    # Nobody could say why this item should be called established: two findings to explain, in the same words.
    gathering.set_field(mine, case, labels.ids["x_nurse"], "confidence", answered("established"))
    asked = {"asked_of": "health", "next_step": "Ask again", "owner": "Worker P", "by": "2026-07-01"}
    gathering.set_field(mine, case, labels.ids["x_nurse"], "basis", absent(Absence.UNKNOWN, **asked))
    for finding in judge(mine, assessing.reading(mine, assessment)).findings:
        if finding.severity == "justify":
            evidence = [labels.ids["x_words"]]
            assessing.justify(mine, assessment, finding.key, "It was weighed with health and police.", evidence)
    package = submit_by_hand(mine, case, assessment, theirs.identity.person, "First")
    if received:
        sharing.receive(theirs, package)
    for vault, at in ((own, mine), (other, theirs)):
        at.book.close()
        vault.close()
    return TwoVaults(homes["practitioner"], homes["supervisor"], case, assessment, package)
