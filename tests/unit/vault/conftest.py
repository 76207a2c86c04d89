"""A real vault, made once and copied afresh for each test, and short ways to fill it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from hsb_assess.domain.clock import ShiftedClock
from hsb_assess.domain.ids import new_id
from hsb_assess.record.entry import Entry, Statement, Stream, seal
from hsb_assess.trust.identity import Identity, create_identity
from hsb_assess.vault.keys import KdfParameters
from hsb_assess.vault.opening import Vault, create, unlock_with_recovery

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from hsb_assess.vault.book import Book, Work

PASSPHRASE = "five plain words for testing"
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@dataclass
class Made:
    """A vault that was made, and everything that opens it."""

    folder: Path
    passphrase: str
    recovery: str
    id: str
    identity: Identity


@dataclass
class StandingClock:
    """A clock that moves only when it is told to."""

    moment: datetime = NOON

    def now(self) -> datetime:
        """Return the moment it stands at."""
        return self.moment

    def today(self) -> date:
        """Return its day."""
        return self.moment.date()

    def move(self, span: timedelta) -> None:
        """Go on, or back."""
        self.moment += span


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The one vault whose making costs an Argon2id run."""
    folder = tmp_path_factory.mktemp("template") / "vault"
    clock = ShiftedClock(NOON - timedelta(days=1) - datetime.now(UTC))
    identity = create_identity("Avery Example", "practitioner", "Example Service", clock.now())
    created = create(folder, PASSPHRASE, identity, kdf=KdfParameters.floor(), clock=clock)
    return Made(folder, PASSPHRASE, created.recovery_key, created.vault, identity)


@pytest.fixture
def made(template: Made, tmp_path: Path) -> Made:
    """A copy that a test may do anything to."""
    folder = tmp_path / "vault"
    shutil.copytree(template.folder, folder)
    return Made(folder, template.passphrase, template.recovery, template.id, template.identity)


@pytest.fixture
def clock() -> StandingClock:
    """A clock that stands at noon."""
    return StandingClock()


@pytest.fixture
def vault(made: Made, clock: StandingClock) -> Iterator[Vault]:
    """An unlocked vault; opened with the recovery key, which takes no time."""
    vault = unlock_with_recovery(made.folder, made.recovery, clock=clock)
    yield vault
    vault.close()


@pytest.fixture
def book(vault: Vault) -> Book:
    """A book to write in."""
    return vault.book()


@pytest.fixture
def case_id() -> str:
    """A case of the test's own."""
    return new_id()


@pytest.fixture
def say(made: Made, clock: StandingClock) -> Callable[..., Entry]:
    """Seal and append an answer: ``say(work, case, key, text, parents…)``."""
    subject = new_id()

    def append(work: Work, case: str, key: str, text: str, *parents: Entry) -> Entry:
        statement = Statement(
            case=case,
            stream=Stream.ANSWERS,
            subject=subject,
            key=key,
            body={"value": text},
            parents=tuple(parent.id for parent in parents),
            occurred=clock.now(),
        )
        previous = work.entries.last_of_device(case, made.identity.device)
        entry = seal(statement, made.identity, recorded=clock.now(), previous=previous)
        work.entries.append(entry)
        return entry

    return append
