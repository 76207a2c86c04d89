"""A case through the acts of two people, from first run to the signed plan, with marked words in every kind of text.

Run as ``python -m tests.faults.acts``. The folder and the marked words come as one line of JSON on standard input, so
that they stand in no argument, no environment and no file. Prints the case and the assessment.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hsb_assess.desk import (
    access,
    assessing,
    backups,
    caseload,
    closing,
    erasing,
    gathering,
    issuing,
    keeping,
    reviewing,
    script,
    sharing,
)
from hsb_assess.desk.carryingout import carry_out
from hsb_assess.desk.indexing import index_all
from hsb_assess.desk.looking import lay_out
from hsb_assess.desk.searching import search
from hsb_assess.desk.upkeep import keep_up
from hsb_assess.domain.answer import Absence, absent, answered
from hsb_assess.domain.clock import clock_for
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault.keys import KdfParameters
from hsb_assess.vault.restoring import restore
from tests.faults.vaults import PASSPHRASE, STORY

if TYPE_CHECKING:
    from pydantic import JsonValue

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.domain.clock import Clock

__all__: list[str] = []


def _read_everything(at: Workplace, assessment: str) -> None:
    definition = at.catalogue.latest("holistic")
    parts = [code.code for code in definition.codes(definition.item("M23.required_read"))]
    for part in [*parts, *(module.id for module in definition.modules)]:
        reviewing.mark_opened(at, assessment, part)


def journey(folder: Path, words: list[str], *, whole: bool) -> tuple[str, str]:
    """Do it up to the return, or with ``whole`` to the end; ``words`` are eight marked texts."""
    clock = clock_for(STORY.today)
    vaults, people = [], []
    for name, role in (("Worker P", "practitioner"), ("Manager S", "supervisor")):
        access.first_run(
            folder / role, PASSPHRASE, name=name, role=role, agency="Agency", clock=clock, kdf=KdfParameters.floor()
        )
        vaults.append(access.unlock(folder / role, PASSPHRASE, clock=clock))
        people.append(vaults[-1].workplace(read_only=False))
    mine, theirs = people
    for at, other in ((mine, theirs), (theirs, mine)):
        access.confirm_card(at, access.import_card(at, access.card_bytes(other)).person, "phone")

    case = str(caseload.create_case(mine, words[0]).created)
    assessment = str(assessing.start_assessment(mine, case, tier="full").created)
    labels = script.known_people(mine, case, mine.catalogue.latest("holistic"))
    for phase in ("first_draft", "completion"):
        script.play(mine, case, assessment, STORY.phases[phase], labels)
    script.explain(mine, assessment, STORY, labels)
    assessing.record_answer(mine, assessment, "M01.reason", answered(f"Mother told the nurse. {words[1]}"))
    gathering.add_thing(mine, case, "person", {"label": words[2], "is": "adult", "relation": "aunt"})
    fields: dict[str, JsonValue] = {
        "source": labels.ids["nurse"],
        "when": {"date": "2026-05-18"},
        "what": words[3],
        "kind": "record",
    }
    gathering.add_thing(mine, case, "evidence", {name: answered(value) for name, value in fields.items()})
    waiting = absent(Absence.DECLINED, note=words[4])
    assessing.record_answer(mine, assessment, "M00.faith", waiting)
    assessing.put_draft(mine, assessment, "M14.worries", words[5], 3)

    index_all(mine)
    assert search(mine, words[1]).count

    sent = issuing.submit(mine, assessment, theirs.identity.person, PASSPHRASE)
    sharing.receive(theirs, sent.package)
    reviewing.comment(theirs, assessment, "M14.best_worst", words[6])
    returned = issuing.decide(theirs, assessment, "return", words[7], PASSPHRASE)
    sharing.receive(mine, returned.package)
    packages = {"first": sent.package, "back": returned.package}
    if whole:
        packages |= _second_round(mine, theirs, case, assessment, labels, words)
    for name, package in packages.items():
        (folder / f"{name}.package").write_bytes(package)
    _keep(vaults[0], folder, clock)
    if whole:
        (folder / "erased.package").write_bytes(_erase(vaults[0], mine, theirs, case, words))
    for each in vaults:
        each.close()
    return case, assessment


def _keep(mine: access.OpenedVault, folder: Path, clock: Clock) -> None:
    """Do what keeps a vault: upkeep, a copy elsewhere, a look into it, and a restore to another place."""
    keep_up(mine.vault, clock)
    copied = backups.choose_second(mine.vault, folder / "stick", clock)
    looking = access.unlock(lay_out(copied.path, folder / "looking"), PASSPHRASE, clock=clock)
    looking.only_read = True
    assert caseload.cases(looking.workplace(read_only=True))
    looking.close()
    restore(copied.path, folder / "restored", PASSPHRASE, with_recovery_key=False, clock=clock)


def _second_round(
    mine: Workplace, theirs: Workplace, case: str, assessment: str, labels: script.Labels, words: list[str]
) -> dict[str, bytes]:
    """Answer the return, submit again, approve; return the packages."""
    (thread,) = reviewing.threads(mine, assessment)
    script.play(mine, case, assessment, STORY.phases["after_return"], labels)
    reviewing.reply(mine, assessment, thread.id, words[6])
    again = issuing.submit(mine, assessment, theirs.identity.person, PASSPHRASE)
    sharing.receive(theirs, again.package)
    try:
        sharing.receive(theirs, again.package[:-1])
    except HsbAssessError:
        spoilt = True
    else:
        spoilt = False
    assert spoilt, "a package that was cut short has to be refused"
    _read_everything(theirs, assessment)
    script.accept_explanations(theirs, assessment)
    script.play(theirs, case, assessment, STORY.phases["review"], script.Labels(mine.catalogue.latest("holistic")))
    approved = issuing.decide(theirs, assessment, "approve", words[7], PASSPHRASE)
    sharing.receive(mine, approved.package)
    return {"second": again.package, "approved": approved.package}


def _erase(vault: access.OpenedVault, mine: Workplace, theirs: Workplace, case: str, words: list[str]) -> bytes:
    """Keep, hold, close and erase the case by two people; return the answer's package."""
    keeping.choose_classes(mine, case, ["protection"], words[1])
    keeping.hold(mine, case, words[2])
    keeping.lift_hold(mine, case, words[3])
    closing.close_case(mine, case, "needs_met", words[4])
    asked = erasing.propose(mine, case, theirs.identity.person, "kept_elsewhere", words[5])
    sharing.receive(theirs, asked.package)
    agreed = erasing.answer(theirs, str(asked.change.created), PASSPHRASE, agrees=True, why=words[6])
    sharing.receive(mine, agreed.package)
    carry_out(mine, vault.vault, str(asked.change.created), words[0], PASSPHRASE)
    assert not caseload.cases(mine)
    return agreed.package


if __name__ == "__main__":
    given = json.loads(sys.stdin.readline())
    sys.stdout.write(json.dumps(journey(Path(given["folder"]), given["words"], whole=given["whole"])) + "\n")
