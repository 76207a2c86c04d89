"""``hsb-assess vault info|check|audit`` and ``doctor``: what is sound, what is not, and by which name."""

from __future__ import annotations

import json
import shutil
import sqlite3
import sys
from typing import TYPE_CHECKING, Any

import pytest

from hsb_assess import cli
from hsb_assess.desk.fitness import locking, told
from hsb_assess.vault.anchors import FileAnchors
from hsb_assess.vault.file import open_database
from hsb_assess.vault.opening import unlock_with_recovery
from tests.buses import Bus, Logind, needs_bus
from tests.unit.locked_vault import keep

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.unit.locked_vault import Kept

PASSPHRASE = "five plain words for checking"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """A locked vault with enough rows to fill some pages."""
    return keep(tmp_path_factory.mktemp("checking"), PASSPHRASE, rows=30)


@pytest.fixture
def kept(whole: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    """A copy to be spoilt, on a computer where nothing is known of it."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    shutil.copytree(whole.folder, tmp_path / "vault")
    return whole._replace(folder=tmp_path / "vault")


def said(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, Any]:
    """Return the exit code and the JSON that was printed."""
    code = cli.main(["vault", *map(str, arguments), "--json"])
    return code, json.loads(capsys.readouterr().out)


def checked(capsys: pytest.CaptureFixture[str], kept: Kept, *, key: bool = True) -> tuple[int, str, list[str]]:
    """Return exit code, verdict and the codes of what was found."""
    given = ("--recovery-key-file", kept.recovery) if key else ()
    code, found = said(capsys, "check", kept.folder, *given)
    assert found["with_key"] is key
    assert found["sound"] is (code == 0)
    return code, found["verdict"], [each["code"] for each in found["faults"]]


def test_a_sound_vault(kept: Kept, capsys: pytest.CaptureFixture[str]) -> None:
    """With a key all of it, without one what shows; in words it says so."""
    code, found = said(capsys, "check", kept.folder, "--passphrase-file", kept.passphrase)
    assert (code, found["verdict"], found["vault"], found["faults"]) == (0, "sound", kept.id, [])
    assert found["audit_rows"] > 30
    assert checked(capsys, kept, key=False) == (0, "sound", [])
    assert cli.main(["vault", "check", str(kept.folder)]) == 0
    assert "the audit were not looked at" in capsys.readouterr().out


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-2000] ^= 4
    path.write_bytes(data)


def _plain(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE meta (name TEXT)")
    other.close()


SPOILT: dict[str, tuple[Callable[[Path], object], str, str, bool]] = {
    "one bit of a page": (lambda at: _flip(at / "vault.db"), "vault_damaged", "vault_damaged", False),
    "cut off": (lambda at: (at / "vault.db").write_bytes((at / "vault.db").read_bytes()[:-4096]), "vault_damaged", "vault_damaged", False),
    "cut within a page": (lambda at: (at / "vault.db").write_bytes((at / "vault.db").read_bytes()[:-100]), "vault_damaged", "vault_damaged", True),
    "emptied": (lambda at: (at / "vault.db").write_bytes(b""), "vault_damaged", "vault_empty", True),
    "another database": (lambda at: _plain(at / "vault.db"), "vault_damaged", "vault_not_encrypted", True),
    "no database": (lambda at: (at / "vault.db").unlink(), "vault_damaged", "vault_missing", True),
    "no keys": (lambda at: (at / "keys.json").unlink(), "vault_damaged", "slots_missing", True),
    "a bit of the keys": (lambda at: _flip(at / "keys.json"), "vault_damaged", "slots_damaged", True),
    "nothing of it": (shutil.rmtree, "not_a_vault", "not_a_vault", True),
}  # fmt: skip


@pytest.mark.parametrize("how", SPOILT)
def test_what_is_spoilt_is_named(how: str, kept: Kept, capsys: pytest.CaptureFixture[str]) -> None:
    """With a key always; without one wherever it shows in files, slots and sizes. Nothing is made or mended."""
    spoil, verdict, code, shows = SPOILT[how]
    spoil(kept.folder)
    assert checked(capsys, kept, key=False) == ((1, verdict, [code]) if shows else (0, "sound", []))
    assert checked(capsys, kept) == (1, verdict, [code])
    assert not (kept.folder / "vault.db").exists() or how not in {"no database", "nothing of it"}


def test_a_wrong_key_is_not_damage(kept: Kept, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither a wrong passphrase nor a slip in the recovery key."""
    for option, words in (("--passphrase-file", "not this one at all"), ("--recovery-key-file", "AAAA-BBBB")):
        (tmp_path / "wrong").write_text(words, "utf-8")
        code, found = said(capsys, "check", kept.folder, option, tmp_path / "wrong")
        assert (code, found["verdict"]) == (1, "wrong_key")


def test_a_broken_audit_is_told_apart(kept: Kept, capsys: pytest.CaptureFixture[str]) -> None:
    """A holder of the key changed a row: every page and table is whole, and it is found."""
    with unlock_with_recovery(kept.folder, kept.recovery.read_text("utf-8")) as vault, vault.lend() as source:
        connection = open_database(kept.folder / "vault.db", source.key, vault=vault.id)
        connection.execute("DROP TRIGGER audit_stands")
        connection.execute("UPDATE audit SET payload = replace(payload, 'words', 'other') WHERE seq = 7")
        connection.close()
    assert checked(capsys, kept) == (1, "audit_broken", ["audit_broken"])
    code, found = said(capsys, "audit", kept.folder, "--recovery-key-file", kept.recovery)
    assert code == 1
    assert found["faults"] == [{"seq": 7, "code": "audit_altered"}]


def test_an_older_copy_is_told(kept: Kept, whole: Kept, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By what the app kept outside of the vault when it was last open."""
    anchors = (FileAnchors(tmp_path / "config" / "assess" / "anchors"),)
    key = kept.recovery.read_text("utf-8")
    with unlock_with_recovery(kept.folder, key, anchors=anchors) as vault, vault.unit("note") as work:
        work.audit.note("view", "one thing more")
    for _ in range(2):  # a check leaves no such mark: what is checked may be a copy
        assert checked(capsys, kept)[1] == "sound"
    shutil.rmtree(kept.folder)
    shutil.copytree(whole.folder, kept.folder)
    assert checked(capsys, kept) == (1, "vault_older", ["vault_older"])


def test_info_and_the_audit(kept: Kept, capsys: pytest.CaptureFixture[str]) -> None:
    """What shows without a key; and who did what, with the reading of it among that."""
    code, found = said(capsys, "info", kept.folder)
    assert (code, found["vault"], found["open_now"], found["backups"]) == (0, kept.id, False, 0)
    assert [slot["kind"] for slot in found["slots"]] == ["passphrase", "recovery"]
    assert cli.main(["vault", "info", str(kept.folder)]) == 0
    assert kept.id in capsys.readouterr().out
    code, listed = said(capsys, "audit", kept.folder, "--recovery-key-file", kept.recovery)
    assert (code, listed["faults"]) == (0, [])
    assert listed["rows"][0]["act"] == "create"
    _, again = said(capsys, "audit", kept.folder, "--recovery-key-file", kept.recovery)
    assert "audit_viewed" in [row["act"] for row in again["rows"]]
    assert cli.main(["vault", "audit", str(kept.folder), "--recovery-key-file", str(kept.recovery)]) == 0
    assert "audit_viewed" in capsys.readouterr().out
    assert said(capsys, "info", kept.folder.parent)[1]["refused"]["code"] == "not_a_vault"


def test_the_doctor_looks_at_all_of_it(kept: Kept, capsys: pytest.CaptureFixture[str]) -> None:
    """Libraries, cipher, disk encryption, folder: a line each, exit 0 where nothing is wrong."""
    assert cli.main(["doctor", str(kept.folder), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    names = {each["name"] for each in found["items"]}
    assert found["fit"]
    assert {"sqlcipher3", "cipher", "disk encryption", "medium", "synchronised", "private"} <= names
    assert all(each["mend"] for each in found["items"] if each["state"] != "ok")
    assert cli.main(["doctor", str(kept.folder)]) == 0
    assert "SQLCipher 4" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform != "linux", reason="asks over D-Bus")
@needs_bus
def test_the_doctor_says_what_locks_a_vault_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the app itself hears it: everything where logind is, nothing in a container; that is a warning, no fault."""
    with Bus() as bus:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", bus.address)
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
        with Logind(bus):
            assert locking(told()).state == "ok"
    found = locking(told())
    assert found.state == "warning"
    assert "nothing" in found.what
    assert "a locked screen" in found.mend
    assert locking(None).state == "warning"
    assert locking(["screen_locked"]).what == "told of a locked screen"
