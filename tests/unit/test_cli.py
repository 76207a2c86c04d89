"""What the command line accepts, prints and returns."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING

import pytest

from hsb_assess import __version__, cli, launcher
from hsb_assess.commands import verify
from hsb_assess.desk import children
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument import loading

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@pytest.mark.parametrize("arguments", [[], ["--vault", "somewhere"], ["--locked"]])
def test_without_a_command_the_app_starts(monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    """Whatever is not a command is for the app, and its exit code is ours."""
    given: list[Sequence[str]] = []

    def run(these: Sequence[str]) -> int:
        given.append(these)
        return 5

    monkeypatch.setattr(launcher, "run", run)
    assert cli.main(arguments) == 5
    assert given == [arguments]


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["demo", "--help"], ["verify", "-h"], ["forms", "--help"], ["forms", "check", "-h"], ["--version"]],
)
def test_help_and_version_are_answered(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Each command explains itself and ends well."""
    assert cli.main(arguments) == 0
    out = capsys.readouterr().out
    assert __version__ in out if arguments == ["--version"] else out.startswith("usage: hsb-assess")


@pytest.mark.parametrize(
    "arguments",
    [
        ["verifi"],
        ["verify"],
        ["verify", "a.pdf", "--today", "tomorrow"],
        ["demo"],
        ["forms"],
        ["verify", "--passphrase", "x"],
    ],
)
def test_wrong_usage_is_exit_code_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A mistyped command is told as such: it neither starts the app nor counts as a verdict."""
    assert cli.main(arguments) == 2
    assert "usage: hsb-assess" in capsys.readouterr().err


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"\x00" * 1000, None])
def test_a_file_that_cannot_be_judged_is_rejected(
    tmp_path: Path, content: bytes | None, capsys: pytest.CaptureFixture[str]
) -> None:
    """Unreadable, missing or no PDF at all: exit 1 and a reason, in the contract's JSON."""
    path = tmp_path / "a.pdf"
    if content is not None:
        path.write_bytes(content)
    assert cli.main(["verify", str(path), "--json"]) == 1
    verdict = json.loads(capsys.readouterr().out)
    assert set(verdict) == {"verdict", "reasons", "signers"}
    assert verdict["verdict"] == "rejected"
    assert all(set(reason) == {"code", "message"} for reason in verdict["reasons"])
    assert verdict["reasons"]


def test_a_verifier_that_fails_rejects(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """An attacker wrote the file, so no way of failing may be anything but a rejection."""

    def fails(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr(children, "run_child", fails)
    assert cli.main(["verify", "a.pdf"]) == 1
    assert "rejected" in capsys.readouterr().out


def test_a_file_that_keeps_the_verifier_busy_is_rejected(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Checking happens in a process of its own, which is stopped when its time is up."""
    monkeypatch.setattr(verify, "VERIFY_SECONDS", 0.0)
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    assert cli.main(["verify", str(tmp_path / "a.pdf"), "--json"]) == 1
    assert [reason["code"] for reason in json.loads(capsys.readouterr().out)["reasons"]] == ["too_slow"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes")
def test_a_pipe_without_an_end_is_rejected(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A file that never answers does not keep the command waiting."""
    monkeypatch.setattr(verify, "VERIFY_SECONDS", 2.0)
    os.mkfifo(tmp_path / "a.pdf")
    assert cli.main(["verify", str(tmp_path / "a.pdf")]) == 1
    assert "too_slow" in capsys.readouterr().out


def test_a_known_error_is_two_sentences_and_a_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """What went wrong, how to mend it, a code to look up; no traceback."""

    def fails(_: Path) -> None:
        raise HsbAssessError("disk_full", "The disk is full.", "Make room on it.")

    monkeypatch.setattr(loading, "compile_all", fails)
    assert cli.main(["forms", "compile", str(tmp_path)]) == 1
    assert capsys.readouterr().err == "The disk is full.\nMake room on it.\n[disk_full]\n"


def test_an_unforeseen_error_names_its_type_and_place_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """The message of a foreign error may quote what was written about a child, so nobody sees it."""

    def fails(_: Path) -> None:
        raise KeyError("what the child said")

    monkeypatch.setattr(loading, "compile_all", fails)
    assert cli.main(["forms", "compile", str(tmp_path)]) == 70
    told = capsys.readouterr()
    assert "KeyError" in told.err
    assert "fails line" in told.err
    assert "child" not in told.err + told.out
    assert "Traceback" not in told.err


def test_a_fault_in_a_form_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`file:line: code: question: what: mend`, exit 1; the same as JSON with --json."""
    assert cli.main(["forms", "check", str(tmp_path / "gone.yaml")]) == 1
    line = capsys.readouterr().out.splitlines()[0]
    assert line.startswith(f"{tmp_path / 'gone.yaml'}:0: file_missing: -: ")
    assert cli.main(["forms", "check", "--json", str(tmp_path / "gone.yaml")]) == 1
    (fault,) = json.loads(capsys.readouterr().out)
    assert fault["code"] == "file_missing"


def test_the_demo_is_played_in_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Windows are never imported here; without a display they are painted off screen."""
    seen: dict[str, object] = {}

    class Finished:
        returncode = 3

    def run(command: list[str], *, env: dict[str, str], check: bool) -> Finished:
        seen.update(command=command, platform=env.get("QT_QPA_PLATFORM"), check=check)
        return Finished()

    monkeypatch.setattr("subprocess.run", run)
    monkeypatch.delenv("QT_QPA_PLATFORM")
    assert cli.main(["demo", "--out", str(tmp_path), "--json", "--today", "2026-11-02"]) == 3
    assert seen == {
        "command": [
            sys.executable,
            *("-m", "ui.demo", "--out", str(tmp_path), "--vignette", "child-a", "--json", "--today", "2026-11-02"),
        ],
        "platform": "offscreen",
        "check": False,
    }
