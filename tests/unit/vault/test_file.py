"""The database file: its settings, what it refuses, and what it does with damage."""

from __future__ import annotations

import random
import threading
from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.ids import new_id
from hsb_assess.vault import file
from hsb_assess.vault.file import SETTINGS, open_database
from hsb_assess.vault.opening import unlock_with_recovery

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hsb_assess.record.entry import Entry
    from hsb_assess.vault.book import Book
    from hsb_assess.vault.opening import Vault
    from tests.unit.vault.conftest import Made


def test_every_protective_setting_is_on(vault: Vault) -> None:
    """Each setting reads back as it must, for the writing and the reading connection."""
    expected = {
        "cipher_memory_security": "1",
        "journal_mode": "wal",
        "synchronous": 2,
        "temp_store": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "secure_delete": 1,
        "fullfsync": 1,
        "checkpoint_fullfsync": 1,
        "busy_timeout": 5000,
        "cache_size": -16384,
        "cipher_log_level": "NONE",
        "cipher_status": "1",
        "cipher_plaintext_header_size": None,
    }
    for read_only in (False, True):
        connection = vault.book(read_only=read_only)._connection
        for name, value in {**expected, "query_only": int(read_only)}.items():
            row = connection.execute(f"PRAGMA {name}").fetchone()
            assert (None if row is None else row[0]) in {value, "0" if value is None else value}, name
        assert connection.execute("PRAGMA cipher_version").fetchone()[0].startswith("4.")


def test_a_setting_that_does_not_take_is_an_error(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    """The vault is not used with less protection than it should have."""
    with monkeypatch.context() as patch:
        patch.setattr(file, "SETTINGS", (*SETTINGS, ("synchronous", "OFF", 2)))
        with pytest.raises(HsbAssessError, match="vault_settings"):
            vault.book()


def test_no_other_database_can_be_attached_and_no_setting_changed(book: Book) -> None:
    """The way to export plaintext is shut, and so is the way to weaken the connection."""
    for statement in (
        "ATTACH ':memory:' AS other KEY ''",
        "DETACH main",
        "PRAGMA temp_store = FILE",
        "PRAGMA synchronous = OFF",
        "PRAGMA key = 'x'",
        "PRAGMA rekey = 'x'",
        "VACUUM INTO '/tmp/never'",
    ):
        with pytest.raises(dbapi2.DatabaseError, match="authoriz"):
            book._connection.execute(statement)


def test_the_key_is_used_raw(vault: Vault) -> None:
    """Neither another key nor the same bytes stretched as a passphrase open the file."""
    path = vault.folder / "vault.db"
    with pytest.raises(HsbAssessError, match="vault_damaged"):
        open_database(path, bytearray(32), vault=vault.id)
    stretched = dbapi2.connect(str(path))
    stretched.set_key(bytearray(vault._key))
    with pytest.raises(dbapi2.DatabaseError):
        stretched.execute("SELECT * FROM meta")
    stretched.close()


def test_a_database_of_another_vault_is_refused(vault: Vault) -> None:
    """The id inside the database must be the one in the key file."""
    with pytest.raises(HsbAssessError, match="vault_mismatch"):
        open_database(vault.folder / "vault.db", vault._key, vault=new_id())


def test_no_flipped_byte_gives_wrong_text(made: Made, tmp_path: Path, say: Callable[..., Entry], case_id: str) -> None:
    """Of 120 flips, one a page region, each is an error or leaves every text as it was; many are errors."""
    with unlock_with_recovery(made.folder, made.recovery) as vault, vault.book().begin("fill") as work:
        for number in range(100):
            say(work, case_id, f"M01.q{number}", f"text {number} " * 40)
    with unlock_with_recovery(made.folder, made.recovery) as vault:
        key, vault_id = bytearray(vault._key), vault.id
        with vault.book().begin() as work:
            whole = work.entries.of_case(case_id)
    data = (made.folder / "vault.db").read_bytes()
    chance = random.Random(1)
    target = tmp_path / "flipped.db"
    codes = []
    for number in range(120):
        place = chance.randrange(number * len(data) // 120, (number + 1) * len(data) // 120)
        target.write_bytes(data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :])
        try:
            assert _read_all(target, key, vault_id, case_id) == whole
        except HsbAssessError as error:
            codes.append(error.code)
    assert set(codes) == {"vault_damaged"}
    assert len(codes) > 48  # the rest hit pages that these texts are not on


def _read_all(path: Path, key: bytearray, vault_id: str, case: str) -> tuple[Entry, ...]:
    from hsb_assess.vault.book import Book
    from tests.unit.vault.conftest import StandingClock

    connection = open_database(path, key, vault=vault_id)
    book = Book(connection, vault=vault_id, actor="a", device="d", clock=StandingClock(), read_only=False)
    try:
        with book.begin() as work:
            assert work.audit.verify().faults == ()
            return work.entries.of_case(case)
    finally:
        book.close()
        for side in ("-wal", "-shm"):
            path.with_name(path.name + side).unlink(missing_ok=True)


def test_a_cut_database_is_refused(made: Made) -> None:
    """Half a file never opens as a smaller vault."""
    data = (made.folder / "vault.db").read_bytes()
    for size in (1, 100, 4096, len(data) // 2 // 4096 * 4096, len(data) - 4096):
        (made.folder / "vault.db").write_bytes(data[:size])
        with pytest.raises(HsbAssessError, match="vault_damaged"):
            unlock_with_recovery(made.folder, made.recovery)
        assert (made.folder / "vault.db").read_bytes() == data[:size]


def test_ten_marker_phrases_are_in_no_file(
    made: Made, vault: Vault, say: Callable[..., Entry], case_id: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """What was typed is found neither while the vault is open, with its side files, nor after it is closed."""
    markers = [f"marker phrase {number} heron" for number in range(1, 11)]
    book = vault.book()
    for marker in markers:
        with book.begin("answer", case=case_id) as work:
            say(work, case_id, marker, marker * 30)
            work.drafts.put(case_id, "subject", marker, {"value": marker})
            work.audit.note("view", marker, marker)
            work.settings.put(marker, marker)
            work.parcels.quarantine(marker.encode(), "code", marker)

    def found() -> list[str]:
        files = [path for path in made.folder.iterdir() if path.is_file()]
        assert {"keys.json", "vault.db"} <= {path.name for path in files}
        texts = {path.name: path.read_bytes() for path in files}
        return [
            name
            for name, data in texts.items()
            for marker in markers
            if marker.encode() in data or marker.encode("utf-16-le") in data
        ]

    assert (made.folder / "vault.db-wal").stat().st_size > 0
    assert found() == []
    vault.close()
    assert found() == []
    assert capfd.readouterr() == ("", "")


def test_connections_pass_between_threads(vault: Vault, say: Callable[..., Entry], case_id: str) -> None:
    """The worker's book may be opened and closed by another thread than the one that writes."""
    book = vault.book()

    def work() -> None:
        with book.begin("answer") as unit:
            say(unit, case_id, "M01.reason", "from the worker")

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    with book.begin() as unit:
        assert unit.entries.count() == 1
