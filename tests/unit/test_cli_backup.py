"""``hsb-assess backup``: make, list, verify, restore; on a clean machine with the recovery key alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from hsb_assess import cli
from hsb_assess.vault.opening import unlock_with_recovery
from tests.unit.locked_vault import keep

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.locked_vault import Kept

PASSPHRASE = "five plain words for backups"


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """A locked vault without a case."""
    return keep(tmp_path_factory.mktemp("backups"), PASSPHRASE)


def said(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, Any]:
    """Return the exit code and the JSON that was printed."""
    code = cli.main(["backup", *map(str, arguments), "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_a_backup_is_made_listed_verified_and_restored_where_nothing_was(
    vault: Kept, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The restored vault opens with the recovery key and is the same person's."""
    code, made = said(capsys, "create", vault.folder, "--passphrase-file", vault.passphrase)
    assert code == 0
    assert (made["vault"], made["why"], made["entries"]) == (vault.id, "asked", 0)
    code, listed = said(capsys, "list", vault.folder)
    assert (code, listed) == (0, [made])
    code, verified = said(capsys, "verify", made["backup"], "--recovery-key-file", vault.recovery)
    assert (code, verified) == (0, made)
    new = tmp_path / "clean machine" / "vault"
    code, done = said(capsys, "restore", made["backup"], new, "--recovery-key-file", vault.recovery)
    assert (code, done["vault"], done["aside"]) == (0, str(new), None)
    with unlock_with_recovery(new, vault.recovery.read_text("utf-8")) as opened:
        assert (opened.id, opened.identity.name) == (vault.id, "Avery Example")


def test_another_folder_for_the_backup(vault: Kept, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --into it is made there, and listed there."""
    into = tmp_path / "stick"
    _, made = said(capsys, "create", vault.folder, "--into", into, "--passphrase-file", vault.passphrase)
    assert made["backup"].startswith(str(into))
    assert said(capsys, "list", into) == (0, [made])
    assert cli.main(["backup", "list", str(into)]) == 0
    assert made["backup"] in capsys.readouterr().out


def test_what_is_refused_has_a_code(vault: Kept, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1 and the code as JSON; wrong usage is 2."""
    code, told = said(capsys, "verify", tmp_path, "--passphrase-file", vault.passphrase)
    assert (code, told["refused"]["code"]) == (1, "not_a_backup")
    _, made = said(capsys, "create", vault.folder, "--into", tmp_path, "--passphrase-file", vault.passphrase)
    (tmp_path / "wrong").write_text("not the passphrase at all", "utf-8")
    code, told = said(capsys, "restore", made["backup"], tmp_path / "new", "--passphrase-file", tmp_path / "wrong")
    assert (code, told["refused"]["code"]) == (1, "wrong_passphrase")
    code, told = said(capsys, "list", tmp_path / "nowhere")
    assert (code, told["refused"]["code"]) == (1, "file_missing")
    both = ["--passphrase-file", str(vault.passphrase), "--recovery-key-file", str(vault.recovery)]
    assert cli.main(["backup", "verify", made["backup"], *both]) == 2
