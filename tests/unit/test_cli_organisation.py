"""``hsb-assess organisation`` and ``vault organisation``: from the keys to an opened copy, on the command line."""

from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING, Any

import pytest

from hsb_assess import cli
from hsb_assess.desk import access
from hsb_assess.domain.clock import SystemClock
from hsb_assess.trust.authority import read_certified
from hsb_assess.trust.identity import create_identity
from hsb_assess.vault.keys import KdfParameters
from tests.unit.trust.test_authority import CA, CA_KEY, NOW, made_authority

if TYPE_CHECKING:
    from pathlib import Path

OTHER_CA_KEY = made_authority()[1]
PASSPHRASE, OTHER = "marble otter lantern quiet seven", "copper violin meadow orbit thimble"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:  # noqa: ANN401 - a function of any arguments
    """Run a command with ``--json``; returns its exit code and what it printed."""

    def act(*arguments: object) -> tuple[int, Any]:
        code = cli.main([*map(str, arguments), "--json"])
        return code, json.loads(capsys.readouterr().out or "null")

    return act


def signed(run: Any, folder: Path, **more: object) -> tuple[Path, list[str]]:  # noqa: ANN401 - as above
    """Make keys and sign settings with them; returns the configuration and its words."""
    code, keys = run("organisation", "key", "--out", folder)
    assert code == 0
    settings = {"name": "Northshire", "serial": 1, "escrow": keys["escrow"], "idle_minutes": 2, **more}
    (folder / "settings.json").write_text(json.dumps(settings))
    key, out = folder / "configuration-key.pem", folder / "northshire.json"
    code, said = run("organisation", "sign", folder / "settings.json", "--key", key, "-o", out)
    assert (code, said["words"], said["idle_minutes"]) == (0, keys["words"], 2)
    assert run("organisation", "show", out)[1] == said
    return out, keys["words"]


def test_keys_are_private_and_never_written_over(run: Any, tmp_path: Path) -> None:  # noqa: ANN401 - as above
    """Only their owner can read them; a second time nothing is made."""
    assert run("organisation", "key", "--out", tmp_path / "keys")[0] == 0
    for name in ("configuration-key.pem", "escrow-key.txt"):
        assert stat.S_IMODE((tmp_path / "keys" / name).stat().st_mode) == 0o600
    before = (tmp_path / "keys" / "escrow-key.txt").read_bytes()
    assert run("organisation", "key", "--out", tmp_path / "keys")[0] == 1
    assert (tmp_path / "keys" / "escrow-key.txt").read_bytes() == before


def test_a_card_is_certified(run: Any, tmp_path: Path) -> None:  # noqa: ANN401 - as above
    """The certificate names whom the card names, is written once, and only with the authority's own key."""
    card = create_identity("Sue S", "supervisor", "Northshire", NOW).card()
    for name, data in (
        ("sue.card", card.to_bytes()),
        ("ca.der", CA),
        ("ca-key.pem", CA_KEY),
        ("other.pem", OTHER_CA_KEY),
    ):
        (tmp_path / name).write_bytes(data)
    certify = (
        "organisation",
        "certify",
        tmp_path / "sue.card",
        "--ca",
        tmp_path / "ca.der",
        "-o",
        tmp_path / "sue.pem",
    )
    code, said = run(*certify, "--ca-key", tmp_path / "other.pem")
    assert (code, said["refused"]["code"]) == (1, "authority_key")
    assert not (tmp_path / "sue.pem").exists()
    code, said = run(*certify, "--ca-key", tmp_path / "ca-key.pem", "--days", 90)
    assert (code, said["name"], said["role"], said["person"]) == (0, "Sue S", "supervisor", card.person)
    made = (tmp_path / "sue.pem").read_bytes()
    assert read_certified(made).fits(card, CA, SystemClock().now())
    assert run(*certify, "--ca-key", tmp_path / "ca-key.pem")[0] == 1
    assert (tmp_path / "sue.pem").read_bytes() == made


@pytest.mark.parametrize(
    "settings",
    [
        "",
        "[]",
        '{"name": "N"}',
        '{"name": "N", "serial": 1, "more": 1}',
        '{"name": "N", "serial": 1, "idle_minutes": 60}',
    ],
)
def test_settings_that_cannot_be_are_refused(run: Any, tmp_path: Path, settings: str) -> None:  # noqa: ANN401 - as above
    """No file is written."""
    run("organisation", "key", "--out", tmp_path / "keys")
    (tmp_path / "settings.json").write_text(settings)
    key, out = tmp_path / "keys" / "configuration-key.pem", tmp_path / "out"
    code, said = run("organisation", "sign", tmp_path / "settings.json", "--key", key, "-o", out)
    assert (code, said["refused"]["code"]) == (1, "organisation_settings")
    assert not out.exists()


def test_an_organisation_is_let_in_and_opens_a_copy(run: Any, tmp_path: Path) -> None:  # noqa: ANN401 - as above
    """Taken in, compared, allowed, used for a copy; wrong words and a use without a name are refused."""
    vault, phrase, other = tmp_path / "vault", tmp_path / "phrase", tmp_path / "other"
    key = access.first_run(
        vault, PASSPHRASE, name="Asha Rahman", role="practitioner", agency="Northshire", kdf=KdfParameters.floor()
    )
    phrase.write_text(PASSPHRASE)
    other.write_text(OTHER)
    file, words = signed(run, tmp_path / "keys")
    inside = ("vault", "organisation", vault, "--passphrase-file", phrase)
    code, said = run(*inside)
    assert (code, said["accepted"], said["escrow"]["allowed"]) == (0, None, None)
    code, said = run(*inside, "--take-in", file)
    assert (code, said["accepted"], said["pending"]["words"]) == (1, None, words)
    code, said = run(*inside, "--words", " ".join(reversed(words)))
    assert (code, said["refused"]["code"]) == (1, "words_differ")
    code, said = run(*inside, "--words", " ".join(words), "--how", "in_person", "--allow-escrow")
    assert (code, said["accepted"]["how"], said["escrow"]["allowed"]["organisation"]) == (0, "in_person", "Northshire")
    recover = (
        "vault",
        "recover",
        vault,
        "--escrow-identity",
        tmp_path / "keys" / "escrow-key.txt",
        "--new-passphrase-file",
        other,
    )
    assert run(*recover)[0] == 2
    who = (
        "--name",
        "Cass Custodian",
        "--role",
        "supervisor",
        "--agency",
        "Northshire",
        "--reason",
        "Left the service.",
    )
    code, said = run(*recover, "--out", tmp_path / "copy", *who)
    assert code == 0
    opened = access.unlock_with_recovery_key(tmp_path / "copy", said["recovery_key"])
    assert opened.identity.name == "Cass Custodian"
    opened.close()
    access.unlock_with_recovery_key(vault, key).close()
