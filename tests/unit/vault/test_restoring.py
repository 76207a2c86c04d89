"""Restoring: a backup takes the vault's place whole or not at all, and what was there before is kept."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.trust.identity import create_identity
from hsb_assess.vault import backup, restoring
from hsb_assess.vault.keys import KdfParameters
from hsb_assess.vault.opening import create, unlock_with_recovery
from tests.unit.vault.conftest import NOON, PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hsb_assess.record.entry import Entry
    from tests.unit.vault.conftest import Made, StandingClock


@pytest.fixture
def backed(made: Made, clock: StandingClock, say: Callable[..., Entry], tmp_path: Path) -> Path:
    """A backup with one answer, of a vault that has two by now."""
    with unlock_with_recovery(made.folder, made.recovery, clock=clock) as vault:
        book = vault.book()
        with book.begin("answer", case="case") as work:
            first = say(work, "case", "M01.reason", "first")
        with vault.lend() as source:
            path = backup.make(source, tmp_path / "backups", "asked", NOON).path
        with book.begin("answer", case="case") as work:
            say(work, "case", "M01.reason", "second", first)
    return path


def _answers(folder: Path, made: Made, clock: StandingClock) -> list[object]:
    """Open the vault with its recovery key alone and return the answers; the record has to be whole."""
    with unlock_with_recovery(folder, made.recovery, clock=clock) as vault, vault.book().begin() as work:
        assert work.audit.verify().faults == ()
        assert vault.identity.card() == made.identity.card()
        return [entry.body["value"] for entry in work.entries.of_case("case")]


def test_a_clean_machine_needs_the_backup_and_the_recovery_key_alone(
    backed: Path, made: Made, clock: StandingClock, tmp_path: Path
) -> None:
    """The identity comes with it; the audit says what was restored; the backup stays as it is."""
    folder = tmp_path / "new" / "vault"
    restored = restoring.restore(backed, folder, made.recovery, with_recovery_key=True, clock=clock)
    assert restored.aside is None
    assert _answers(folder, made, clock) == ["first"]
    with unlock_with_recovery(folder, made.recovery) as vault, vault.book().begin() as work:
        notes = [note for row in work.audit.rows() for note in row.notes if note.action == "restored_from"]
    assert [note.object for note in notes] == [backed.name]
    assert {path.name for path in folder.iterdir()} == {"vault.db", "keys.json", "vault.lock"}
    with unlock_with_recovery(made.folder, made.recovery) as vault, vault.lend() as source:
        backup.verify(backed, source.key)


def test_the_vault_of_before_is_kept_whole(backed: Path, made: Made, clock: StandingClock) -> None:
    """It opens where it was put, with everything that the backup had not."""
    restored = restoring.restore(backed, made.folder, PASSPHRASE, with_recovery_key=False, clock=clock)
    assert restored.aside is not None
    assert restored.aside.parent == made.folder
    assert _answers(made.folder, made, clock) == ["first"]
    assert _answers(restored.aside, made, clock) == ["first", "second"]


@pytest.mark.parametrize("lost", ["", "keys.json", "vault.db"])
def test_broken_off_anywhere_it_is_the_old_vault_or_the_new_one(
    lost: str, backed: Path, made: Made, clock: StandingClock, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Each move may be the last before the power goes: whoever opens the folder next has one vault, whole."""
    if lost:
        (made.folder / lost).unlink()
    rename = type(backed).rename
    outcomes = []
    for most in range(0, 8, 3 if lost else 1):
        folder = tmp_path / f"try {most}"
        shutil.copytree(made.folder, folder)
        moves = 0

        def counted(self: Path, target: Path, most: int = most) -> Path:
            nonlocal moves
            moves += 1
            if moves > most:
                raise KeyboardInterrupt
            return rename(self, target)

        with monkeypatch.context() as patch:
            patch.setattr(type(backed), "rename", counted)
            try:
                restoring.restore(backed, folder, made.recovery, with_recovery_key=True, clock=clock)
            except KeyboardInterrupt:
                pass
            else:
                outcomes.append(most)
        # Announced before the first move, so it is always the new one, also after half of the moves.
        assert _answers(folder, made, clock) == ["first"]
        assert not (folder / "vault.restoring").exists()
    assert outcomes, "with enough moves it comes to its end"
    assert outcomes[0] > 0, "and it was broken off"


def test_before_the_announcement_nothing_has_happened(
    backed: Path, made: Made, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was prepared is thrown away by the next unlock."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(restoring, "replace_file", stop)
        with pytest.raises(KeyboardInterrupt):
            restoring.restore(backed, made.folder, made.recovery, with_recovery_key=True, clock=clock)
    assert (made.folder / "vault.restoring").is_dir()
    assert _answers(made.folder, made, clock) == ["first", "second"]
    assert not (made.folder / "vault.restoring").exists()


def test_what_may_not_be_restored_is_refused_by_name(
    backed: Path, made: Made, clock: StandingClock, tmp_path: Path
) -> None:
    """Another vault's folder, a folder with other files, a wrong secret, a spoilt backup, an open vault."""

    def refused(path: Path, folder: Path, secret: str = made.recovery, *, key: bool = True) -> str:
        before = {each.name for each in folder.iterdir()}
        with pytest.raises(HsbAssessError) as error:
            restoring.restore(path, folder, secret, with_recovery_key=key, clock=clock)
        assert {each.name for each in folder.iterdir()} - {"vault.lock"} == before - {"vault.lock"}
        return error.value.code

    other = tmp_path / "other"
    stranger = create_identity("Other Person", "supervisor", "Example Service", NOON)
    create(other, PASSPHRASE, stranger, kdf=KdfParameters.floor())
    assert refused(backed, other) == "restore_other_vault"
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "letter.txt").write_text("not ours", "utf-8")
    assert refused(backed, tmp_path / "papers") == "folder_not_empty"
    assert refused(backed, made.folder, "another passphrase altogether", key=False) == "wrong_passphrase"
    with unlock_with_recovery(made.folder, made.recovery):
        assert refused(backed, made.folder) == "vault_in_use"
    data = bytearray((backed / "vault.db").read_bytes())
    data[-1] ^= 1
    (backed / "vault.db").write_bytes(data)
    assert refused(backed, made.folder) == "backup_damaged"
