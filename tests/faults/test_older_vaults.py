"""Rolling a vault back and rewriting its audit: found wherever a checkpoint outside the vault is there to tell."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from hsb_assess.domain.clock import SystemClock
from hsb_assess.domain.ids import new_id
from hsb_assess.record.entry import Statement, Stream, seal
from hsb_assess.trust.identity import create_identity
from hsb_assess.vault.anchors import Checkpoint, FileAnchors
from hsb_assess.vault.keys import KdfParameters
from hsb_assess.vault.opening import Vault, create, unlock_with_recovery
from tests.faults.auditing import ATTACKS, MISSED_WITHOUT, codes, rows_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.faults.frame import Tally

ROWS = 106
POSITIONS = 100


class Kept:
    """A vault and what opens it."""

    def __init__(self, folder: Path) -> None:
        clock = SystemClock()
        identity = create_identity("Avery Example", "practitioner", "Example Service", clock.now())
        self.folder, self.case = folder, new_id()
        self.recovery = create(folder, "five plain words for testing", identity, kdf=KdfParameters.floor()).recovery_key

    def unlock(self, *anchors: FileAnchors) -> Vault:
        """Unlock with the recovery key, which takes no time."""
        return unlock_with_recovery(self.folder, self.recovery, anchors=anchors)

    def answer(self, vault: Vault, times: int, *, anchor: bool = False) -> None:
        """Record some answers."""
        clock, book = SystemClock(), vault.book()
        for number in range(times):
            with book.begin("answer", case=self.case) as work:
                previous = work.entries.last_of_device(self.case, vault.identity.device)
                statement = Statement(
                    case=self.case,
                    stream=Stream.ANSWERS,
                    subject=self.case,
                    key=f"M01.q{number}",
                    body={"value": "text"},
                    parents=tuple(head.id for head in work.entries.heads(self.case, self.case, f"M01.q{number}")),
                    occurred=clock.now(),
                )
                work.entries.append(seal(statement, vault.identity, recorded=clock.now(), previous=previous))
                if anchor and number == times - 1:
                    work.audit.anchor()

    def put_back(self, copy: Path) -> None:
        """Put a copy of the folder in its place."""
        shutil.rmtree(self.folder)
        shutil.copytree(copy, self.folder)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """A vault that nobody changes."""
    return Kept(tmp_path_factory.mktemp("older") / "vault")


@pytest.fixture
def kept(template: Kept, tmp_path: Path) -> Iterator[Kept]:
    """A copy of it."""
    before, template.folder = template.folder, tmp_path / "vault"
    shutil.copytree(before, template.folder)
    yield template
    template.folder = before


def test_eight_ways_to_rewrite_an_audit(
    kept: Kept, tmp_path: Path, often: Callable[[int, int], int], tally: Callable[..., Tally]
) -> None:
    """Each is found at every place with a checkpoint; without one four of them are not, which is the control."""
    with kept.unlock() as vault:
        kept.answer(vault, 2)
    shutil.copytree(kept.folder, tmp_path / "other")
    with kept.unlock() as vault:
        kept.answer(vault, ROWS)
        book = vault.book()
        rows = rows_of(book._connection)
    here = kept.folder
    kept.folder = tmp_path / "other"
    with kept.unlock() as vault:
        kept.answer(vault, ROWS)
        older = rows_of(vault.book()._connection)
    kept.folder = here
    found, control = tally("audit_attacks"), tally("audit_attacks_without_anchor", control=True)
    with kept.unlock() as vault:
        connection = vault.book()._connection
        mark = [Checkpoint(vault.id, len(rows), rows[-1][2])]
        assert codes(connection, vault.id, mark) == set()
        for trigger in ("audit_stands", "audit_stays", "entry_stands"):
            connection.execute(f"DROP TRIGGER {trigger}")
        positions = [5 + at * (POSITIONS // often(5, POSITIONS)) for at in range(often(5, POSITIONS))]
        for attack in ATTACKS:
            for at in positions:
                connection.execute("BEGIN")
                attack(connection, at, vault.id, older)
                found.tried += 1
                if codes(connection, vault.id, mark):
                    found.survived += 1
                else:
                    found.lose(f"{attack.__name__} at {at} was not seen")
                if attack in MISSED_WITHOUT:
                    control.tried += 1
                    if codes(connection, vault.id, []):
                        control.survived += 1
                    else:
                        control.lose(f"{attack.__name__} at {at}")
                connection.execute("ROLLBACK")
    assert found.holds, found.faults
    assert control.lost == control.tried, "the chain alone finds what only a checkpoint outside can show"


def _whole(kept: Kept, copy: Path, _more: int) -> None:
    kept.put_back(copy)


def _database(kept: Kept, copy: Path, _more: int) -> None:
    shutil.copy(copy / "vault.db", kept.folder / "vault.db")


def _went_on(kept: Kept, copy: Path, more: int) -> None:
    kept.put_back(copy)
    with kept.unlock() as vault:
        kept.answer(vault, more + 3)


def _went_on_shorter(kept: Kept, copy: Path, more: int) -> None:
    kept.put_back(copy)
    with kept.unlock() as vault:
        kept.answer(vault, max(1, more - 3))


def test_an_older_vault_in_its_place(
    kept: Kept, tmp_path: Path, often: Callable[[int, int], int], tally: Callable[..., Tally]
) -> None:
    """Fifty ways and times to put an older copy back; each is told at the next unlock, and nothing else is."""
    found = tally("rollback")
    control = tally("rollback_without_anchor", control=True)
    for turn in range(often(2, 10)):
        for name, roll_back in (
            ("folder", _whole),
            ("database", _database),
            ("went on", _went_on),
            ("went on shorter", _went_on_shorter),
            ("write-ahead file", None),
        ):
            store = FileAnchors(tmp_path / f"anchors {turn} {name}")
            copy = tmp_path / "copy"
            shutil.rmtree(copy, ignore_errors=True)
            more = 1 + turn
            if roll_back is None:
                vault = kept.unlock(store)
                kept.answer(vault, more, anchor=True)
                submitted = str(store.read(vault.id))
                shutil.copytree(kept.folder, copy)
                vault.close()
                store.write(vault.id, submitted)  # as if the laptop had died after the package was made
                kept.put_back(copy)
                (kept.folder / "vault.db-wal").unlink()
            else:
                shutil.copytree(kept.folder, copy)
                with kept.unlock(store) as vault:
                    kept.answer(vault, more)
                roll_back(kept, copy, more)
            with kept.unlock() as vault:
                control.tried += 1
                if vault.older is None:
                    control.lose(f"{name} {turn}")
                else:
                    control.survived += 1
            found.tried += 1
            with kept.unlock(store) as vault:
                if vault.older is not None:
                    found.survived += 1
                else:
                    found.lose(f"{name} {turn} was not told")
    quiet = FileAnchors(tmp_path / "quiet")
    for _ in range(3):  # an ordinary life never raises it
        with kept.unlock(quiet) as vault:
            assert vault.older is None
            kept.answer(vault, 2, anchor=True)
    assert found.holds, found.faults
    assert control.lost == control.tried
