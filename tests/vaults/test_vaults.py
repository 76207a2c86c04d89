"""A vault of every released version opens for ever, with everything that was in it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from hsb_assess.domain.clock import SystemClock
from hsb_assess.record.entry import Entry, check
from hsb_assess.trust.card import Card
from hsb_assess.vault.backup import open_and_verify
from hsb_assess.vault.opening import unlock, unlock_with_recovery
from hsb_assess.vault.restoring import restore
from tests.vaults.make_vault import main, snapshot

HERE = Path(__file__).parent
VERSIONS = sorted(path.parent.name for path in HERE.glob("*/expected.json"))


def test_there_is_a_vault_of_the_first_version() -> None:
    """The oldest one is never thrown away."""
    assert "0.1.0" in VERSIONS


@pytest.mark.parametrize("version", VERSIONS)
def test_an_old_vault_opens_with_all_that_was_in_it(version: str, tmp_path: Path) -> None:
    """By passphrase and by recovery key: entries, heads, drafts, documents, contacts, audit and identity."""
    folder = tmp_path / "vault"
    shutil.copytree(HERE / version / "vault", folder)
    expected = json.loads((HERE / version / "expected.json").read_text("utf-8"))
    audit, card = expected.pop("audit"), Card.from_bytes(expected.pop("identity").encode())
    passphrase = (HERE / version / "passphrase.txt").read_text("utf-8").strip()
    recovery = (HERE / version / "recovery-key.txt").read_text("utf-8").strip()
    for open_it, secret in ((unlock, passphrase), (unlock_with_recovery, recovery)):
        vault = open_it(folder, secret)
        assert vault.identity.card() == card
        with vault.book(read_only=True).begin() as work:
            assert snapshot(work, expected["case"]) == expected
            assert [row.hash for row in work.audit.rows()][: len(audit)] == audit
            assert work.audit.verify().faults == ()
        with vault.book().begin("rebuild") as work:
            work.entries.rebuild()
            assert [head.id for head in work.entries.heads(expected["case"])] == expected["heads"]
        vault.close()
    for entry in expected["entries"]:
        check(Entry.from_json(entry), card.signing_key)


@pytest.mark.parametrize("path", sorted(HERE.glob("*/backups/*.backup")), ids=lambda path: path.parents[1].name)
def test_an_old_backup_is_verified_and_restored(path: Path, tmp_path: Path) -> None:
    """Of every version that made backups: with the passphrase and with the recovery key, with all that was in it."""
    root = path.parents[1]
    expected = json.loads((root / "expected.json").read_text("utf-8"))
    expected.pop("audit"), expected.pop("identity")
    passphrase = (root / "passphrase.txt").read_text("utf-8").strip()
    recovery = (root / "recovery-key.txt").read_text("utf-8").strip()
    open_and_verify(path, passphrase, with_recovery_key=False)
    restore(path, tmp_path / "vault", recovery, with_recovery_key=True, clock=SystemClock())
    with unlock_with_recovery(tmp_path / "vault", recovery) as vault, vault.unit() as work:
        assert snapshot(work, expected["case"]) == expected
        assert work.audit.verify().faults == ()


def test_a_released_vault_is_not_made_again(tmp_path: Path) -> None:
    """The script makes a new version's vault and a backup of it, and refuses to touch one that is there."""
    main(tmp_path)
    assert len(list(tmp_path.glob("*/backups/*.backup"))) == 1
    with pytest.raises(FileExistsError):
        main(tmp_path)
