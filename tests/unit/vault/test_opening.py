"""Making and opening a vault: whole or not at all, private, one instance, every failure by its name."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault import creating
from hsb_assess.vault.folder import replace_file
from hsb_assess.vault.keys import KdfParameters
from hsb_assess.vault.opening import Vault, create, unlock_with_recovery

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.vault.conftest import Made

HOLDER = """
import sys
from pathlib import Path
from hsb_assess.vault.folder import FolderLock
lock = FolderLock(Path(sys.argv[1]))
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


def _refusal(made: Made) -> str:
    with pytest.raises(HsbAssessError) as caught:
        unlock_with_recovery(made.folder, made.recovery)
    return caught.value.code


def test_a_new_vault_is_private_and_complete(made: Made) -> None:
    """The folder is 0700, each file 0600, and the database is not readable as SQLite."""
    made.folder.chmod(0o755)
    for path in made.folder.iterdir():
        path.chmod(0o644)
    with unlock_with_recovery(made.folder, made.recovery) as vault:
        book = vault.book()
        with book.begin("test") as work:
            work.settings.put("x", 1)
        names = {path.name: stat.S_IMODE(path.stat().st_mode) for path in made.folder.iterdir()}
        assert set(names) == {"keys.json", "vault.db", "vault.db-wal", "vault.db-shm", "vault.lock"}
        if os.name == "posix":
            assert stat.S_IMODE(made.folder.stat().st_mode) == 0o700
            assert set(names.values()) == {0o600}
    assert {path.name for path in made.folder.iterdir()} == {"keys.json", "vault.db", "vault.lock"}
    assert not (made.folder / "vault.db").read_bytes().startswith(b"SQLite")


def test_a_vault_is_not_made_over_anything(made: Made, tmp_path: Path) -> None:
    """A folder with a vault, a broken vault or any other file in it is refused."""
    for name in ("keys.json", "vault.db"):
        half = tmp_path / f"only-{name}"
        half.mkdir()
        shutil.copy(made.folder / name, half)
        with pytest.raises(HsbAssessError, match="folder_not_empty"):
            create(half, "some words", made.identity)
    with pytest.raises(HsbAssessError, match="folder_not_empty"):
        create(made.folder, "some words", made.identity)


@pytest.mark.parametrize("step", ["_make_database", "replace_file", "announce"])
def test_a_making_broken_off_is_refused_by_name_and_can_be_repeated(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Killed before or after any step, there is no vault, nothing is lost, and the next try succeeds."""
    folder = tmp_path / "new"

    def killed(*_arguments: object, **_more: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(creating, step, killed)
        with pytest.raises(KeyboardInterrupt):
            create(folder, "some words", made.identity, kdf=KdfParameters.floor())
    with pytest.raises(HsbAssessError, match="not_a_vault" if step == "_make_database" else "vault_unfinished"):
        unlock_with_recovery(folder, made.recovery)
    created = create(folder, "some words", made.identity, kdf=KdfParameters.floor())
    with unlock_with_recovery(folder, created.recovery_key) as vault:
        assert vault.id == created.vault


def test_a_lost_file_is_named(made: Made) -> None:
    """An empty folder, a lost key file and a lost database each have their own error."""
    slots = (made.folder / "keys.json").read_bytes()
    (made.folder / "keys.json").unlink()
    assert _refusal(made) == "slots_missing"
    (made.folder / "vault.db").unlink()
    assert _refusal(made) == "not_a_vault"
    (made.folder / "keys.json").write_bytes(slots)
    assert _refusal(made) == "vault_missing"


def test_an_empty_plain_or_foreign_database_is_not_taken_for_the_vault(
    made: Made, template: Made, tmp_path: Path
) -> None:
    """Zero length, plain SQLite, noise and another vault's database are refused, each by name."""
    import sqlite3

    database = made.folder / "vault.db"
    whole = database.read_bytes()
    database.write_bytes(b"")
    assert _refusal(made) == "vault_empty"
    plain = sqlite3.connect(tmp_path / "plain.db")
    plain.execute("CREATE TABLE meta (name, value)")
    plain.commit()
    plain.close()
    shutil.copy(tmp_path / "plain.db", database)
    assert _refusal(made) == "vault_not_encrypted"
    database.write_bytes(os.urandom(len(whole)))
    assert _refusal(made) == "vault_damaged"
    other = create(tmp_path / "other", "some words", template.identity, kdf=KdfParameters.floor())
    assert other.vault != made.id
    shutil.copy(tmp_path / "other" / "vault.db", database)
    assert _refusal(made) == "vault_damaged"
    database.write_bytes(whole)
    unlock_with_recovery(made.folder, made.recovery).close()


def test_a_second_instance_is_refused_here_and_in_another_process(made: Made) -> None:
    """One vault, one process; the lock goes with its process, however that ends."""
    with unlock_with_recovery(made.folder, made.recovery):
        assert _refusal(made) == "vault_in_use"
        assert Vault.locked_by_other(made.folder)
    assert not Vault.locked_by_other(made.folder)
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(made.folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        assert _refusal(made) == "vault_in_use"
        other.kill()
        other.wait()
    unlock_with_recovery(made.folder, made.recovery).close()


def test_a_refused_unlock_lets_go_of_the_folder(made: Made) -> None:
    """A typing slip does not lock the owner out."""
    with pytest.raises(HsbAssessError, match="recovery_key_typo"):
        unlock_with_recovery(made.folder, "not a key")
    unlock_with_recovery(made.folder, made.recovery).close()


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fills up while the key file is replaced leaves the old one, and says so."""
    path = tmp_path / "keys.json"
    replace_file(path, b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(os, "fsync", full)
    if sys.platform != "darwin":
        with pytest.raises(HsbAssessError, match="disk_full"):
            replace_file(path, b"new")
    assert path.read_bytes() == b"old"
