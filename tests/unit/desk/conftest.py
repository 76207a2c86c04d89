"""Two people on two laptops: real vaults, real keys, the fictional case of Child A."""

from __future__ import annotations

import shutil
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


def make_person(folder: Path, name: str, role: str, story: script.Script) -> None:
    """Make a vault on the script's day."""
    clock = clock_for(story.today)
    access.first_run(folder, PASSPHRASE, name=name, role=role, agency="Agency", clock=clock, kdf=KdfParameters.floor())


def unlocked(folder: Path, story: script.Script) -> Person:
    """Open a vault on the script's day."""
    vault = access.unlock(folder, PASSPHRASE, clock=clock_for(story.today))
    return Person(vault, vault.workplace(read_only=False))


def open_person(folder: Path, name: str, role: str, story: script.Script) -> Person:
    """Make and open a vault on the script's day."""
    make_person(folder, name, role, story)
    return unlocked(folder, story)


def meet(one: Person, other: Person) -> None:
    """Exchange cards and compare the eight words."""
    for mine, theirs in ((one, other), (other, one)):
        pending = access.import_card(mine.at, access.card_bytes(theirs.at))
        access.confirm_card(mine.at, pending.person, "phone")


@pytest.fixture(scope="session")
def new_vaults(tmp_path_factory: pytest.TempPathFactory, child_a: script.Script) -> Path:
    """Two vaults as first run leaves them, made once."""
    folder = tmp_path_factory.mktemp("new")
    make_person(folder / "practitioner", "Worker P", "practitioner", child_a)
    make_person(folder / "supervisor", "Manager S", "supervisor", child_a)
    return folder


@pytest.fixture
def vaults(new_vaults: Path, tmp_path: Path) -> Path:
    """Copies of both vaults that this test may write in."""
    return shutil.copytree(new_vaults, tmp_path / "vaults")


@pytest.fixture
def practitioner(vaults: Path, child_a: script.Script) -> Iterator[Person]:
    """Worker P at their own vault."""
    person = unlocked(vaults / "practitioner", child_a)
    yield person
    person.vault.close()


@pytest.fixture
def supervisor(vaults: Path, child_a: script.Script) -> Iterator[Person]:
    """Manager S at their own vault."""
    person = unlocked(vaults / "supervisor", child_a)
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
