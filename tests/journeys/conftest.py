"""What journeys share: vaults that are made once, copied for each, and people who sit at them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from hsb_assess.datafiles import data_dir
from tests.journeys.stories import AGENCY, PASSPHRASE, TODAY, make_blank, make_story
from ui.demo.person import Person
from ui.theme import fonts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.journeys.stories import Story


@pytest.fixture(scope="session")
def nearly(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """Child A's case with everything entered but this child's own words and what he is to others."""
    return make_story(tmp_path_factory.mktemp("nearly"), without=("M13", "M14"))


@pytest.fixture(scope="session")
def unsensed(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """Child A's case with everything entered but what it may mean."""
    return make_story(tmp_path_factory.mktemp("unsensed"), without=("M18",))


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Copy a practitioner's vault in which nothing is recorded yet to a folder."""
    made = tmp_path_factory.mktemp("blank") / "vault"
    make_blank(made)
    return lambda folder: shutil.copytree(made, folder)


@pytest.fixture
def sitting(tmp_path: Path, qapp: QApplication) -> Iterator[Callable[..., Person]]:
    """Seat somebody at a vault: the app is started on it, and closed when the test ends."""
    del qapp
    fonts.load(data_dir("resources") / "fonts")
    people: list[Person] = []

    def sit(
        folder: Path,
        kind: type[Person] = Person,
        *,
        role: str = "practitioner",
        phrase: str = PASSPHRASE,
        today: str = TODAY,
    ) -> Person:
        name = {"practitioner": "Worker P", "supervisor": "Manager S"}[role]
        person = kind(name, role, AGENCY, folder, phrase, today=today, home=tmp_path / f"home{len(people)}")
        people.append(person)
        return person

    yield sit
    for person in people:
        person.leave()
