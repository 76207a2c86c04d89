"""How the command line ends where something stands in its way: a sentence, how to mend it, a code, never a traceback."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import yaml

from hsb_assess import cli
from hsb_assess.datafiles import data_dir

if TYPE_CHECKING:
    from pathlib import Path

DRAFT = str(data_dir("resources") / "demo" / "child-a-draft.yaml")
OLD = "instrument: holistic\nversion: 1.0.0\nnote: typed from the referral\nanswers: {M00.name: A}\n"
WRITING = (
    ("forms", "template", "holistic", "-o"),
    ("forms", "export", "holistic", "--to", "yaml", "-o"),
    ("case", "export", DRAFT, "--to", "fhir-r4", "-o"),
)


@pytest.fixture
def old(tmp_path: Path) -> str:
    """Return an answers file for the first version of the form."""
    path = tmp_path / "old.yaml"
    path.write_text(OLD, "utf-8")
    return str(path)


@pytest.fixture(scope="module")
def whole_form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the newest form in one YAML file, made once."""
    path = tmp_path_factory.mktemp("whole") / "whole.yaml"
    assert cli.main(["forms", "export", "holistic", "--to", "yaml", "-o", str(path)]) == 0
    return path


@pytest.fixture
def one_file(tmp_path: Path, whole_form: Path) -> Path:
    """Return a copy of the newest form in one YAML file."""
    return shutil.copyfile(whole_form, tmp_path / "whole.yaml")


@pytest.mark.parametrize("command", WRITING)
@pytest.mark.parametrize(("place", "code"), [("gone/out", "file_missing"), (".", "file_is_folder")])
def test_a_place_that_cannot_be_written_is_told(
    tmp_path: Path, command: tuple[str, ...], place: str, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A missing folder, or a folder where a file should be: what, how to mend it, the code, exit 1."""
    assert cli.main([*command, str(tmp_path / place)]) == 1
    what, mend, last = capsys.readouterr().err.splitlines()
    assert str(tmp_path) in what
    assert mend.endswith(".")
    assert last == f"[{code}]"


def test_a_moved_file_or_an_import_that_cannot_be_written_is_told(
    tmp_path: Path, old: str, one_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same for an answers file that moves, and for a folder of forms that is a file."""
    assert cli.main(["forms", "migrate", old, "-o", str(tmp_path / "gone" / "out")]) == 1
    assert "[file_missing]" in capsys.readouterr().err
    assert cli.main(["forms", "import", str(one_file), "--out", old]) == 1
    assert "[file_no_folder]" in capsys.readouterr().err


def test_a_passphrase_that_nobody_gives_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A missing file with it, and a prompt that nobody can answer; with --json also as JSON."""

    def closed(_: str) -> str:
        raise EOFError

    command = ["case", "import", DRAFT, "--vault", str(tmp_path), "--json"]
    assert cli.main([*command, "--passphrase-file", str(tmp_path / "gone")]) == 1
    assert json.loads(capsys.readouterr().out)["refused"]["code"] == "file_missing"
    monkeypatch.setattr("getpass.getpass", closed)
    assert cli.main(command) == 1
    told = capsys.readouterr()
    assert json.loads(told.out)["refused"]["code"] == "no_passphrase"
    assert "--passphrase-file" in told.err
    monkeypatch.setattr(sys, "stdin", None)
    assert cli.main(command) == 1
    assert json.loads(capsys.readouterr().out)["refused"]["code"] == "no_passphrase"


def test_a_reader_that_has_seen_enough_ends_it_quietly() -> None:
    """A broken pipe says nothing, neither at once nor as Python ends."""
    with subprocess.Popen(
        [sys.executable, "-m", "hsb_assess.cli", "forms", "show", "holistic", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        told = process.stderr.read()
        assert process.wait() == 141
    assert told == b""


def test_a_broken_pipe_of_no_file_ends_quietly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also where standard output is no file of the system."""

    class Broken(io.StringIO):
        def write(self, _: str) -> int:
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stdout", Broken())
    assert cli.main(["forms", "list"]) == 141
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("command", WRITING)
def test_what_somebody_wrote_is_not_written_over(
    tmp_path: Path, command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that says something else stays; an empty one and one that says the same are no obstacle."""
    path = tmp_path / "out"
    path.write_text("Mine.", "utf-8")
    assert cli.main([*command, str(path)]) == 1
    assert "Choose another name.\n[file_exists]" in capsys.readouterr().err
    assert path.read_text("utf-8") == "Mine."
    path.write_bytes(b"")
    assert cli.main([*command, str(path)]) == 0
    assert cli.main([*command, str(path)]) == 0


def test_a_moved_file_keeps_its_note(tmp_path: Path, old: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The note goes along; that comments do not is said; the file itself is never written over."""
    path = tmp_path / "new.yaml"
    assert cli.main(["forms", "migrate", old, "-o", str(path)]) == 0
    assert "Comments" in capsys.readouterr().out
    assert yaml.safe_load(path.read_text("utf-8"))["note"] == "typed from the referral"
    assert cli.main(["forms", "migrate", old, "-o", old]) == 1
    assert "[file_exists]" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["show", "holistic@9.9.9"], "no_version", "no version 9.9.9. Use one of: 1.0.0"),
        (["show", "dragon"], "form_missing", "holistic"),
        (["diff", "holistic", "dragon"], "form_missing", "holistic"),
        (["template", "holistic", "--tier", "x", "-o", "-"], "no_such_tier", "first_day"),
        (["migrate", "OLD", "--to", "9.9.9"], "no_version", "no version 9.9.9. Use one of: 1.0.0"),
        (["migrate", "OLD", "--to", "1.0.0"], "same_version", "1.0.0 of holistic already. Use it"),
        (["migrate", DRAFT], "same_version", "already, the newest."),
    ],
)
def test_a_refusal_is_json_where_json_is_asked_for(
    old: str, arguments: list[str], code: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Code and reason on standard output, exit 1; the reason names what there is."""
    assert cli.main(["forms", *(old if each == "OLD" else each for each in arguments), "--json"]) == 1
    refused = json.loads(capsys.readouterr().out)["refused"]
    assert refused["code"] == code
    assert words in refused["reason"]


def test_a_form_in_one_file_is_taken_as_any_form(one_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What an export wrote is checked, shown and compared."""
    assert cli.main(["forms", "check", str(one_file)]) == 0
    assert cli.main(["forms", "diff", "holistic", str(one_file)]) == 0
    capsys.readouterr()
    assert cli.main(["forms", "show", str(one_file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["forms"][0]["id"] == "holistic"


def test_a_fault_of_a_form_in_one_file_names_that_file(one_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not the files that it is taken apart into."""
    parts = yaml.safe_load(one_file.read_text("utf-8"))
    parts["modules"][0]["colour"] = "red"
    one_file.write_text(yaml.safe_dump(parts), "utf-8")
    assert cli.main(["forms", "check", str(one_file), "--json"]) == 1
    faults = json.loads(capsys.readouterr().out)
    assert {fault["file"] for fault in faults} == {str(one_file)}
    assert "unknown_key" in {fault["code"] for fault in faults}
