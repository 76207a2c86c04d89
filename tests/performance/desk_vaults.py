"""Vaults for the rows of the desk, filled through the desk's own acts: a great caseload, and a long form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hsb_assess.datafiles import data_dir
from hsb_assess.desk import access, assessing, caseload, tiering
from hsb_assess.desk.script import known_people, play, read_script
from hsb_assess.domain.answer import Absence, absent, answered
from hsb_assess.domain.clock import clock_for
from hsb_assess.instrument.compiled import compile_definition, read_compiled
from hsb_assess.instrument.schema import ItemType
from hsb_assess.vault.keys import KdfParameters
from tests.performance.engine import synthetic

if TYPE_CHECKING:
    from pathlib import Path

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.domain.clock import Clock

__all__ = ["PASSPHRASE", "Prepared", "great_caseload", "long_form", "ready_to_submit"]

PASSPHRASE: Final = "five plain words for measuring"
CASES: Final = 1_000
WITH_ASSESSMENT: Final = 250
WORDS: Final = "What was seen, who told it, and what was done about it on the same day. "


@dataclass(frozen=True)
class Prepared:
    """A vault, the recovery key that opens it without the cost of a passphrase, and a case and assessment in it."""

    folder: Path
    recovery: str
    case: str
    assessment: str


def _made(folder: Path, clock: Clock | None = None) -> tuple[str, access.OpenedVault]:
    recovery = access.first_run(
        folder,
        PASSPHRASE,
        name="Avery Example",
        role="practitioner",
        agency="Example Service",
        clock=clock,
        kdf=KdfParameters.floor(),
    )
    return recovery, access.unlock_with_recovery_key(folder, recovery, clock=clock)


def great_caseload(folder: Path) -> Prepared:
    """Fill a vault with 1,000 cases, every fourth with an assessment that was begun."""
    recovery, vault = _made(folder)
    at = vault.workplace(read_only=False)
    case = assessment = ""
    for number in range(CASES):
        case = str(caseload.create_case(at, f"EX-{number:04}").created)
        if number % (CASES // WITH_ASSESSMENT) == 0:
            assessment = str(assessing.start_assessment(at, case).created)
            assessing.record_answer(at, assessment, "M00.name", answered(f"Child {number}"))
    caseload.refresh(at)
    at.book.close()
    vault.close()
    return Prepared(folder, recovery, case, assessment)


def long_form(folder: Path) -> Prepared:
    """Start an assessment with a form of 800 questions and answer two of three, in words or with a reason."""
    recovery, vault = _made(folder)
    at = vault.workplace(read_only=False)
    compiled = compile_definition(synthetic())
    definition = read_compiled(compiled)
    with at.book.begin("form_imported") as work:
        work.definitions.put(definition.hash, "instrument", definition.id, definition.version, compiled)
    case = str(caseload.create_case(at, "EX-0001").created)
    assessment = str(assessing.start_assessment(at, case, form=definition.hash).created)
    questions = [item for item in definition.items() if item.type in {ItemType.TEXT, ItemType.LONGTEXT}]
    for number, item in enumerate(questions):
        if number % 3:
            said = answered(WORDS * 3) if number % 2 else absent(Absence.UNKNOWN, asked_of="School")
            assessing.record_answer(at, assessment, item.address, said)
    caseload.refresh(at)
    at.book.close()
    vault.close()
    return Prepared(folder, recovery, case, assessment)


def ready_to_submit(folder: Path) -> Prepared:
    """Play the first fictional case up to where its documents can be made."""
    script = read_script(data_dir("resources") / "demo" / "journeys" / "child-a.yaml")
    recovery, vault = _made(folder, clock_for(script.today))
    at: Workplace = vault.workplace(read_only=False)
    case = str(caseload.create_case(at, script.reference).created)
    assessment = str(assessing.start_assessment(at, case).created)
    tiering.change_tier(at, assessment, "full")
    labels = known_people(at, case, assessing.reading(at, assessment).definition)
    for phase in ("first_draft", "completion"):
        play(at, case, assessment, script.phases[phase], labels)
    at.book.close()
    vault.close()
    return Prepared(folder, recovery, case, assessment)
