"""``hsb-assess vault create``, ``passphrase`` and ``recover``: what opens a vault, changed from the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from hsb_assess import cli
from hsb_assess.desk import access

if TYPE_CHECKING:
    from pathlib import Path

OLD, NEW = "marble otter lantern quiet seven", "copper violin meadow orbit thimble"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """Run a command; return its exit code and what it wrote."""
    code = cli.main(["vault", *arguments])
    return code, capsys.readouterr().out


def files(tmp_path: Path, **secrets: str) -> dict[str, str]:
    """Write each secret into a file of its own."""
    for name, words in secrets.items():
        (tmp_path / name).write_text(f"{words}\n")
    return {name: str(tmp_path / name) for name in secrets}


def test_a_vault_is_made_changed_and_recovered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The key that is printed opens the vault when the passphrase is forgotten, with the person's own keys."""
    given = files(tmp_path, old=OLD, new=NEW)
    folder = str(tmp_path / "vault")
    who = ("--name", "Asha Rahman", "--role", "practitioner", "--agency", "Northshire")
    code, said = run(capsys, "create", folder, *who, "--new-passphrase-file", given["old"], "--json")
    assert code == 0
    made = json.loads(said)
    given |= files(tmp_path, key=made["recovery_key"])
    change = ("--passphrase-file", given["old"], "--new-passphrase-file", given["new"], "--json")
    assert run(capsys, "passphrase", folder, *change) == (
        0,
        json.dumps({"vault": folder, "changed": "passphrase"}, indent=1) + "\n",
    )
    recover = ("--recovery-key-file", given["key"], "--new-passphrase-file", given["old"], "--json")
    code, said = run(capsys, "recover", folder, *recover)
    assert (code, json.loads(said)["recovered"]) == (0, "Asha Rahman")
    code, said = run(capsys, "rekey", folder, "--passphrase-file", given["old"], "--json")
    assert code == 0
    renewed = json.loads(said)["recovery_key"]
    assert renewed != made["recovery_key"]
    access.unlock_with_recovery_key(tmp_path / "vault", renewed).close()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("short", "passphrase_short"),
        ("passwordpassword", "passphrase_common"),
        ("Northshire 2026 !", "passphrase_weak"),
    ],
)
def test_the_command_line_refuses_what_the_window_refuses(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: str, code: str
) -> None:
    """A weak passphrase makes no vault."""
    given = files(tmp_path, phrase=words)
    who = ("--name", "Asha", "--role", "practitioner", "--agency", "Northshire")
    exit_code, said = run(
        capsys, "create", str(tmp_path / "vault"), *who, "--new-passphrase-file", given["phrase"], "--json"
    )
    assert (exit_code, json.loads(said)["refused"]["code"]) == (1, code)
    assert not (tmp_path / "vault").exists()


def test_usage_is_told_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A role that there is not, or no action, is wrong usage: exit code 2."""
    who = ("--name", "Asha", "--role", "manager", "--agency", "Northshire")
    assert run(capsys, "create", str(tmp_path), *who)[0] == 2
    assert run(capsys)[0] == 2
