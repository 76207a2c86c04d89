"""A new vault key: everything is there under it, nothing opens by the old one, and broken off it is finished or undone."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault import opening, rekeying
from hsb_assess.vault.file import open_database
from hsb_assess.vault.keys import KdfParameters
from hsb_assess.vault.opening import Vault, unlock, unlock_with_recovery
from hsb_assess.vault.recoverykey import new_recovery_key, printed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hsb_assess.record.entry import Entry
    from tests.unit.vault.conftest import Made

FLOOR = KdfParameters.floor()


@pytest.fixture
def filled(made: Made, say: Callable[..., Entry]) -> tuple[Made, Entry]:
    """A vault with one entry in it."""
    with unlock_with_recovery(made.folder, made.recovery) as vault, vault.book().begin("answer", case="c") as work:
        entry = say(work, "c", "M01.reason", "words")
    return made, entry


def rekey(made: Made) -> str:
    """Renew the key and return the recovery key that opens from now on."""
    key = printed(new_recovery_key())
    with unlock(made.folder, made.passphrase) as vault:
        vault.rekey(made.passphrase, key, kdf=FLOOR)
    return key


def files(folder: Path) -> set[str]:
    """Return what lies in a vault's folder, but for its lock and its backups."""
    return {path.name for path in folder.iterdir()} - {"vault.lock", "backups", "ballast"}


def refused(act: Callable[[], object]) -> str:
    """Return the code that an act is refused with."""
    with pytest.raises(HsbAssessError) as caught:
        act()
    return caught.value.code


def test_everything_is_there_under_the_new_key_and_nothing_under_the_old(
    filled: tuple[Made, Entry], tmp_path: Path
) -> None:
    """Entries, audit and identity are as before; the passphrase stays; the old recovery key and the old key are void."""
    made, entry = filled
    copy = shutil.copytree(made.folder, tmp_path / "copy")
    with unlock_with_recovery(made.folder, made.recovery) as vault:
        old = bytearray(vault._key)
    key = rekey(made)
    assert files(made.folder) == {"vault.db", "keys.json"}
    assert "next" not in json.loads((made.folder / "keys.json").read_bytes())
    assert refused(lambda: open_database(made.folder / "vault.db", old, vault=made.id)) == "vault_damaged"
    assert refused(lambda: unlock_with_recovery(made.folder, made.recovery)) == "wrong_recovery_key"
    with unlock_with_recovery(made.folder, key) as vault, vault.book().begin() as work:
        assert vault._key != old
        assert vault.identity == made.identity
        assert work.entries.of_case("c") == (entry,)
        assert work.audit.verify().faults == ()
        assert [row.act for row in work.audit.rows()][-3:] == ["unlock", "rekey", "unlock"]
    unlock(made.folder, made.passphrase).close()
    # An old copy keeps what opened it.
    unlock_with_recovery(copy, made.recovery).close()


def test_it_takes_the_passphrase(made: Made) -> None:
    """Opened with the recovery key, nobody could seal the passphrase slot anew; a slip on the new key changes nothing."""
    before = (made.folder / "keys.json").read_bytes()
    with unlock_with_recovery(made.folder, made.recovery) as vault:
        assert refused(lambda: vault.rekey(made.recovery, printed(bytes(20)))) == "rekey_needs_passphrase"
    with unlock(made.folder, made.passphrase) as vault:
        assert refused(lambda: vault.rekey(made.passphrase, "ABCD")) == "recovery_key_typo"
    assert (made.folder / "keys.json").read_bytes() == before


def test_a_backup_under_way_holds_it_up_and_afterwards_the_vault_goes_on(filled: tuple[Made, Entry]) -> None:
    """Whoever has the key lent keeps it as it is; renewed, books open under the new key in the same process."""
    made, entry = filled
    with unlock(made.folder, made.passphrase) as vault:
        with vault.lend():
            assert refused(lambda: vault.rekey(made.passphrase, printed(bytes(20)), kdf=FLOOR)) == "vault_busy"
        book = vault.book()
        vault.rekey(made.passphrase, printed(bytes(20)), kdf=FLOOR)
        assert refused(lambda: book.begin().__enter__()) == "book_closed"
        with vault.book().begin() as work:
            assert work.entries.of_case("c") == (entry,)


STEPS = {
    "before both": ("replace_file", 0),
    "before the rename": ("take_over", 0),
    "before the last": ("replace_file", 1),
}


def broken_off(made: Made, monkeypatch: pytest.MonkeyPatch, step: str, key: str) -> None:
    """Break a change of key off before one of its steps, as a kill would."""
    name, nth = STEPS[step]
    room = opening if name == "replace_file" else rekeying
    act, calls = getattr(room, name), []

    def stops(*arguments: object) -> None:
        calls.append(name)
        if len(calls) > nth:
            raise KeyboardInterrupt
        act(*arguments)

    vault = Vault(made.folder, made.passphrase, "passphrase", opening.SystemClock())
    with monkeypatch.context() as patch:
        patch.setattr(room, name, stops)
        with pytest.raises(KeyboardInterrupt):
            vault.rekey(made.passphrase, key, kdf=FLOOR)
    vault._lock.release()


@pytest.mark.parametrize("step", STEPS)
def test_broken_off_it_opens_with_the_passphrase_and_with_one_recovery_key_or_both(
    filled: tuple[Made, Entry], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Finished or undone by whatever secret comes first; nothing is left over, and every entry is there."""
    made, entry = filled
    key = printed(new_recovery_key())
    broken_off(made, monkeypatch, step, key)
    expected = {"before both": (True, False), "before the rename": (True, True), "before the last": (False, True)}
    for opens, secret in zip(expected[step], (made.recovery, key), strict=True):
        copy = shutil.copytree(made.folder, tmp_path / secret)
        if opens:
            with unlock_with_recovery(copy, secret) as vault, vault.book().begin() as work:
                assert work.entries.of_case("c") == (entry,)
            assert files(copy) == {"vault.db", "keys.json"}
        else:
            assert refused(lambda: unlock_with_recovery(copy, secret)) in {"wrong_recovery_key", "key_replaced"}  # noqa: B023 - called at once
    with unlock(made.folder, made.passphrase) as vault, vault.book().begin() as work:
        assert work.entries.of_case("c") == (entry,)
        assert work.audit.verify().faults == ()
    assert files(made.folder) == {"vault.db", "keys.json"}
    assert "next" not in json.loads((made.folder / "keys.json").read_bytes())


def test_what_was_written_to_the_old_database_since_is_never_written_over(
    filled: tuple[Made, Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A write-ahead file that is not empty undoes the change; the new recovery key alone then opens nothing."""
    made, entry = filled
    key = printed(new_recovery_key())
    broken_off(made, monkeypatch, "before the rename", key)
    (made.folder / "vault.db-wal").write_bytes(b"more than nothing")
    assert refused(lambda: unlock_with_recovery(made.folder, key)) == "rekey_unfinished"
    with unlock(made.folder, made.passphrase) as vault, vault.book().begin() as work:
        assert work.entries.of_case("c") == (entry,)
    unlock_with_recovery(made.folder, made.recovery).close()


def test_a_full_disk_changes_nothing(filled: tuple[Made, Entry], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without room for the copy the vault says so and opens as before."""
    made, _ = filled
    usage = shutil.disk_usage(made.folder)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage._replace(free=1000))
    with unlock(made.folder, made.passphrase) as vault:
        assert refused(lambda: vault.rekey(made.passphrase, printed(bytes(20)), kdf=FLOOR)) == "disk_full"
    monkeypatch.undo()
    assert files(made.folder) == {"vault.db", "keys.json"}
    unlock_with_recovery(made.folder, made.recovery).close()
