"""Backups: whole, verified, bound to their vault, readable where nothing may be written."""

from __future__ import annotations

import json
import random
import shutil
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault import backup
from hsb_assess.vault.file import DELETE, open_database
from hsb_assess.vault.keys import KdfParameters
from hsb_assess.vault.manifest import MANIFEST
from hsb_assess.vault.opening import create
from tests.unit.vault.conftest import NOON

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hsb_assess.record.entry import Entry
    from hsb_assess.vault.book import Book
    from hsb_assess.vault.opening import Vault
    from tests.unit.vault.conftest import Made


@pytest.fixture
def filled(book: Book, case_id: str, say: Callable[..., Entry]) -> Book:
    """A book with fifty answers."""
    for number in range(50):
        with book.begin("answer", case=case_id) as work:
            say(work, case_id, "M01.reason", f"Answer {number} " + "words " * 200)
    return book


def _made(vault: Vault, into: Path) -> backup.Backup:
    with vault.lend() as source:
        return backup.make(source, into, "asked", NOON)


def _refused(vault: Vault, path: Path) -> str:
    with vault.lend() as source, pytest.raises(HsbAssessError) as refused:
        backup.verify(path, source.key)
    return refused.value.code


def test_a_backup_holds_what_was_committed_while_others_write(
    vault: Vault, filled: Book, case_id: str, say: Callable[..., Entry], tmp_path: Path
) -> None:
    """Answers that come while it is made are in the vault, and the backup is one moment of it."""
    told: list[tuple[int, int]] = []

    def write(done: int, total: int) -> None:
        with filled.begin("answer", case=case_id) as work:
            say(work, case_id, "M01.reason", f"meanwhile {done}")
        told.append((done, total))

    with filled.begin() as work:
        before, head = work.entries.count(), work.audit.head()
    with vault.lend() as source:
        made = backup.make(source, tmp_path / "backups", "automatic", NOON, write)
    assert told[-1][0] == told[-1][1] > 0
    assert (made.manifest.entries, made.manifest.audit_head) == (before, head)
    assert (made.manifest.vault, made.manifest.why) == (vault.id, "automatic")
    assert sorted(path.name for path in made.path.iterdir()) == ["keys.json", "manifest.json", "vault.db"]
    with filled.begin() as work:
        assert work.entries.count() == before + len(told)
        assert work.audit.verify().faults == ()


def test_a_backup_is_read_where_nothing_may_be_written(vault: Vault, filled: Book, tmp_path: Path) -> None:
    """In a folder without the right to write, also its owner's: no journal is left behind or made."""
    made = _made(vault, tmp_path / "backups")
    made.path.chmod(0o500)
    with vault.lend() as source:
        assert backup.verify(made.path, source.key) == made
        connection = open_database(made.path / "vault.db", source.key, vault=vault.id, read_only=True, journal=DELETE)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        connection.close()
    assert sorted(path.name for path in made.path.iterdir()) == ["keys.json", "manifest.json", "vault.db"]
    made.path.chmod(0o700)
    with filled.begin() as work:
        assert work.entries.count() == made.manifest.entries


def test_whatever_is_changed_in_a_backup_is_found(vault: Vault, filled: Book, tmp_path: Path) -> None:
    """A bit of the database, a word of the manifest, another key file, a file that is gone."""
    del filled
    made = _made(vault, tmp_path / "backups")
    chance = random.Random(1)
    for name, expected in (("vault.db", "backup_damaged"), ("keys.json", "backup_damaged")):
        path = made.path / name
        whole = path.read_bytes()
        for _ in range(5):
            spoilt = bytearray(whole)
            spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
            path.write_bytes(spoilt)
            assert _refused(vault, made.path) == expected
        path.write_bytes(whole[:-1])
        assert _refused(vault, made.path) == expected
        path.rename(path.with_suffix(".away"))
        assert _refused(vault, made.path) == "backup_damaged"
        path.with_suffix(".away").rename(path)
    manifest = json.loads((made.path / MANIFEST).read_text("utf-8"))
    for change in ({"made": "2020-01-01T00:00:00+00:00"}, {"entries": 3}, {"why": "migration"}):
        (made.path / MANIFEST).write_text(json.dumps({**manifest, **change}), "utf-8")
        assert _refused(vault, made.path) == "backup_altered"
    (made.path / MANIFEST).write_text("{}", "utf-8")
    assert _refused(vault, made.path) == "backup_damaged"
    assert _refused(vault, tmp_path) == "not_a_backup"


def test_a_backup_of_another_vault_is_not_ours(vault: Vault, template: Made, tmp_path: Path) -> None:
    """Even with a manifest of its own that fits: the key is another one."""
    made = _made(vault, tmp_path / "backups")
    create(tmp_path / "other", template.passphrase, template.identity, kdf=KdfParameters.floor())
    shutil.copy(tmp_path / "other" / "vault.db", made.path / "vault.db")
    assert _refused(vault, made.path) == "backup_damaged"


def test_of_a_vault_that_is_not_whole_no_backup_is_made(made: Made, vault: Vault, filled: Book, tmp_path: Path) -> None:
    """Nothing bears the name of a backup afterwards, and nothing is left half done."""
    vault.close()
    path = made.folder / "vault.db"
    spoilt = bytearray(path.read_bytes())
    spoilt[len(spoilt) // 2] ^= 1
    path.write_bytes(spoilt)
    source = backup.Source(made.folder, vault.id, _key_of(made))
    with pytest.raises(HsbAssessError, match="vault_damaged"):
        backup.make(source, tmp_path / "backups", "asked", NOON)
    assert not (tmp_path / "backups").exists()
    del filled


def _key_of(made: Made) -> bytearray:
    from hsb_assess.vault import recoverykey
    from hsb_assess.vault.keys import SlotFile

    slots = SlotFile.from_bytes((made.folder / "keys.json").read_bytes())
    return slots.open_with_recovery(recoverykey.typed(made.recovery)).vault_key


def test_a_backup_that_is_broken_off_leaves_nothing(vault: Vault, filled: Book, tmp_path: Path) -> None:
    """By whoever watches it, or by a process that ended: the next one clears what the latter left."""
    del filled

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt(done, total)

    into = tmp_path / "backups"
    with vault.lend() as source, pytest.raises(KeyboardInterrupt):
        backup.make(source, into, "asked", NOON, stop)
    assert list(into.iterdir()) == []
    left = into / f"20200101T000000Z-{vault.id[-8:]}.backup.partial"
    left.mkdir()
    (left / "vault.db").write_bytes(b"half")
    made = _made(vault, into)
    assert list(into.iterdir()) == [made.path]


def test_a_copy_on_another_medium_is_verified_there(vault: Vault, filled: Book, tmp_path: Path) -> None:
    """It is the same, it is not copied twice, and a backup that is spoilt is not passed on."""
    del filled
    made = _made(vault, tmp_path / "backups")
    with vault.lend() as source:
        copied = backup.copy_to(made, tmp_path / "stick", source.key)
        assert copied.manifest == made.manifest
        assert backup.copy_to(made, tmp_path / "stick", source.key) == copied
        spoilt = bytearray((made.path / "vault.db").read_bytes())
        spoilt[5000] ^= 1
        (made.path / "vault.db").write_bytes(spoilt)
        with pytest.raises(HsbAssessError, match="backup_damaged"):
            backup.copy_to(made, tmp_path / "other stick", source.key)
    assert list((tmp_path / "other stick").iterdir()) == []


def test_thinning_removes_what_the_rotation_does_not_keep_and_nothing_else(vault: Vault, tmp_path: Path) -> None:
    """Neither what was made before a migration, nor another vault's, nor what cannot be read."""
    into = tmp_path / "backups"
    with vault.lend() as source:
        first = backup.make(source, into, "migration", NOON - timedelta(days=400))
        old = [backup.make(source, into, "automatic", NOON - timedelta(days=30, hours=hours)) for hours in (1, 2, 3)]
        new = backup.make(source, into, "asked", NOON)
        (into / "strange.backup").mkdir()
        gone = backup.thin(into, source.key, vault.id, NOON)
        assert set(gone) == {each.path for each in old[1:]}
        assert backup.backups_in(into, vault.id) == (new, old[0], first)
        assert (into / "strange.backup").is_dir()
        assert backup.thin(into, source.key, vault.id, NOON) == ()
