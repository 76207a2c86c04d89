"""The vaults that journeys begin in: Child A's case as it stands some way along, played through the acts."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hsb_assess.datafiles import data_dir
from hsb_assess.desk import access, assessing, caseload
from hsb_assess.desk.script import Labels, known_people, play, read_script
from hsb_assess.domain.clock import clock_for
from hsb_assess.vault.keys import KdfParameters

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from hsb_assess.desk.access import OpenedVault
    from hsb_assess.desk.steps import Step

__all__ = ["AGENCY", "PASSPHRASE", "SCRIPT", "TODAY", "Story", "labels_of", "make_blank", "make_story", "unlocked"]

PASSPHRASE = "five plain words for journeys"
AGENCY = "Children's social care"
SCRIPT = read_script(data_dir("resources") / "demo" / "journeys" / "child-a.yaml")
TODAY = SCRIPT.today.isoformat()
WHOLE = (*SCRIPT.phases["first_draft"], *SCRIPT.phases["completion"])


@dataclass(frozen=True)
class Story:
    """Where two people's vaults lie, which case is in the practitioner's, and which steps of it are not entered yet."""

    practitioner: Path
    supervisor: Path
    case: str
    assessment: str
    ids: dict[str, str]
    left: tuple[Step, ...]

    def copy(self, folder: Path) -> Path:
        """Return a copy of the practitioner's vault that may be written in."""
        return shutil.copytree(self.practitioner, folder)


def unlocked(folder: Path) -> OpenedVault:
    """Unlock a vault of these journeys on the day of the story."""
    return access.unlock(folder, PASSPHRASE, clock=clock_for(SCRIPT.today))


def labels_of(story: Story, vault: OpenedVault) -> Labels:
    """Return what the labels of the script stand for in a story's vault."""
    at = vault.workplace(read_only=True)
    try:
        return Labels(assessing.reading(at, story.assessment).definition, dict(story.ids))
    finally:
        at.book.close()


def _is_left(step: Step, sections: Iterable[str]) -> bool:
    return step.path.partition(".")[0] in set(sections)


def make_blank(folder: Path) -> None:
    """Make the practitioner's vault with nothing in it."""
    card = SCRIPT.practitioner
    clock, kdf = clock_for(SCRIPT.today), KdfParameters.floor()
    access.first_run(
        folder, PASSPHRASE, name=card["name"], role="practitioner", agency=card["agency"], clock=clock, kdf=kdf
    )


def make_story(folder: Path, *, without: Iterable[str] = ()) -> Story:
    """Make both vaults, let the two people compare their words, and enter Child A's case but for some sections."""
    homes = {role: folder / role for role in ("practitioner", "supervisor")}
    for role, card in (("practitioner", SCRIPT.practitioner), ("supervisor", SCRIPT.supervisor)):
        access.first_run(
            homes[role],
            PASSPHRASE,
            name=card["name"],
            role=role,
            agency=card["agency"],
            clock=clock_for(SCRIPT.today),
            kdf=KdfParameters.floor(),
        )
    vaults = [unlocked(home) for home in homes.values()]
    mine, theirs = (vault.workplace(read_only=False) for vault in vaults)
    for at, other in ((mine, theirs), (theirs, mine)):
        access.confirm_card(at, access.import_card(at, access.card_bytes(other)).person, "in_person")
    case = str(caseload.create_case(mine, SCRIPT.reference).created)
    assessment = str(assessing.start_assessment(mine, case, tier="full").created)
    labels = known_people(mine, case, assessing.reading(mine, assessment).definition)
    without = tuple(without)
    play(mine, case, assessment, [step for step in WHOLE if not _is_left(step, without)], labels)
    for at, vault in ((mine, vaults[0]), (theirs, vaults[1])):
        at.book.close()
        vault.close()
    left = tuple(step for step in WHOLE if _is_left(step, without))
    return Story(homes["practitioner"], homes["supervisor"], case, assessment, labels.ids, left)
