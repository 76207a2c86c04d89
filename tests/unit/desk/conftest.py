"""Two people on two laptops: real vaults, real keys, the fictional case of Child A."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from hsb_assess.datafiles import data_dir
from hsb_assess.desk import access, assessing, caseload, script
from hsb_assess.domain.clock import clock_for
from hsb_assess.vault.keys import KdfParameters

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hsb_assess.desk.access import OpenedVault
    from hsb_assess.desk.workplace import Workplace

PASSPHRASE = "four plain words here"


@dataclass
class Person:
    """Somebody with a vault open: its writing workplace."""

    vault: OpenedVault
    at: Workplace

    @property
    def person(self) -> str:
        """The person's id."""
        return self.vault.identity.person


@pytest.fixture(scope="session")
def child_a() -> script.Script:
    """The script of Child A."""
    return script.read_script(data_dir("resources") / "demo" / "journeys" / "child-a.yaml")


def open_person(folder: Path, name: str, role: str, story: script.Script) -> Person:
    """Make and open a vault on the script's day."""
    clock = clock_for(story.today)
    access.first_run(folder, PASSPHRASE, name=name, role=role, agency="Agency", clock=clock, kdf=KdfParameters.floor())
    vault = access.unlock(folder, PASSPHRASE, clock=clock)
    return Person(vault, vault.workplace(read_only=False))


def meet(one: Person, other: Person) -> None:
    """Exchange cards and compare the eight words."""
    for mine, theirs in ((one, other), (other, one)):
        pending = access.import_card(mine.at, access.card_bytes(theirs.at))
        access.confirm_card(mine.at, pending.person, "phone")


@pytest.fixture
def practitioner(tmp_path: Path, child_a: script.Script) -> Iterator[Person]:
    """Worker P at their own vault."""
    person = open_person(tmp_path / "practitioner", "Worker P", "practitioner", child_a)
    yield person
    person.vault.close()


@pytest.fixture
def supervisor(tmp_path: Path, child_a: script.Script) -> Iterator[Person]:
    """Manager S at their own vault."""
    person = open_person(tmp_path / "supervisor", "Manager S", "supervisor", child_a)
    yield person
    person.vault.close()


@dataclass
class Opened:
    """A case with an assessment, and what the script's labels stand for in it."""

    case: str
    assessment: str
    labels: script.Labels


def begin(person: Person, story: script.Script, *phases: str) -> Opened:
    """Open a case and enter some phases of the script."""
    case = str(caseload.create_case(person.at, story.reference).created)
    assessment = str(assessing.start_assessment(person.at, case, tier="full").created)
    labels = script.known_people(person.at, case, person.at.catalogue.latest("holistic"))
    for phase in phases:
        script.play(person.at, case, assessment, story.phases[phase], labels)
    return Opened(case, assessment, labels)
