"""Vaults for the fault tests, and what is asked of one after an accident: is the record whole, and what stands in it."""

from __future__ import annotations

import shutil
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hsb_assess.datafiles import data_dir
from hsb_assess.desk import access, assessing, caseload, script
from hsb_assess.domain.clock import clock_for
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.record import history
from hsb_assess.record.entry import check
from hsb_assess.vault.keys import KdfParameters

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pydantic import JsonValue

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.record.entry import Entry

__all__ = ["PASSPHRASE", "STORY", "TODAY", "Prepared", "opened", "prepare", "record_faults"]

PASSPHRASE: Final = "five plain words for faults"
STORY: Final = script.read_script(data_dir("resources") / "demo" / "journeys" / "child-a.yaml")
TODAY: Final = STORY.today.isoformat()


@dataclass(frozen=True)
class Prepared:
    """A locked vault with a case and a fresh assessment in it."""

    folder: Path
    case: str
    assessment: str

    def copy(self, folder: Path) -> Prepared:
        """Return a copy to be spoilt."""
        shutil.copytree(self.folder, folder)
        return Prepared(folder, self.case, self.assessment)


@contextmanager
def opened(folder: Path, passphrase: str = PASSPHRASE) -> Iterator[Workplace]:
    """Unlock a vault for a while."""
    vault = access.unlock(folder, passphrase, clock=clock_for(STORY.today))
    try:
        yield vault.workplace(read_only=False)
    finally:
        vault.close()


def prepare(folder: Path, place: str | None = None) -> Prepared:
    """Make a vault; with ``place`` its person was last at that question."""
    access.first_run(
        folder,
        PASSPHRASE,
        name="Worker P",
        role="practitioner",
        agency="Agency",
        clock=clock_for(STORY.today),
        kdf=KdfParameters.floor(),
    )
    with opened(folder) as at:
        case = str(caseload.create_case(at, STORY.reference).created)
        assessment = str(assessing.start_assessment(at, case, tier="full").created)
        if place is not None:
            here: dict[str, JsonValue] = {"page": "assessment", "case": case, "assessment": assessment, "path": place}
            access.remember_place(at, here)
    return Prepared(folder, case, assessment)


def record_faults(at: Workplace) -> list[str]:
    """Check every chain there is: audit, entries of each device, own signatures, and the heads against the entries."""
    key = at.identity.card().signing_key
    found = []
    with at.book.begin(write=False) as work:
        found += [f"audit {fault.code} at {fault.seq}" for fault in work.audit.verify().faults]
        for case in work.entries.cases():
            entries = work.entries.of_case(case)
            found += _chain_faults(entries, at.identity.person, key)
            if [each.id for each in history.heads(entries)] != sorted(each.id for each in work.entries.heads(case)):
                found.append("heads differ from the entries")
            if history.missing_parents(entries):
                found.append("an entry supersedes one that is not here")
    return found


def _chain_faults(entries: tuple[Entry, ...], person: str, key: bytes) -> Iterator[str]:
    last: dict[str, str | None] = defaultdict(lambda: None)
    for entry in entries:
        if entry.previous != last[entry.device]:
            yield "an entry does not follow its device's last one"
        last[entry.device] = entry.hash
        if entry.author != person:
            continue  # what came in a package was checked against its sender's card
        try:
            check(entry, key)
        except HsbAssessError as error:
            yield error.code
