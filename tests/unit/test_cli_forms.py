"""``forms list``, ``show``, ``diff`` and ``template`` from the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from hsb_assess import cli

if TYPE_CHECKING:
    from pathlib import Path


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any]:
    """Return the exit code and the JSON of a command."""
    code = cli.main(["forms", *arguments, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_forms_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """Each form once, with its versions and tiers."""
    code, found = printed(capsys, "list")
    assert code == 0
    (holistic,) = [each for each in found["forms"] if each["id"] == "holistic"]
    assert holistic["versions"][0] == "1.0.0"
    assert holistic["version"] == holistic["versions"][-1]
    assert holistic["tiers"] == ["first_day", "ordinary", "short", "full"]
    assert holistic["modules"] == 24


def test_a_form_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """Modules and questions with what each takes; a tier shows only what it asks."""
    code, found = printed(capsys, "show", "holistic", "--budget")
    assert code == 0
    (form,) = found["forms"]
    budget = {each["tier"]: each for each in form["budget"]}
    assert (budget["first_day"]["entries"], budget["first_day"]["budget"]) == (22, 22)
    assert all(each["entries"] <= each["budget"] for each in form["budget"])
    modules = {module["id"]: module for module in form["modules_in_order"]}
    assert list(modules)[:3] == ["M00", "M01", "M02"]
    sexual = next(each for each in modules["M05"]["questions"] if each["path"] == "M05.harm.sexual")
    assert sexual["type"] == "state"
    assert sexual["mandatory"] is True
    assert "not_applicable" not in sexual["absences"]
    _, first = printed(capsys, "show", "holistic", "--tier", "first_day")
    assert {each["id"] for each in first["forms"][0]["modules_in_order"]} < set(modules)


def test_an_earlier_version_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """``id@version`` names one of several."""
    _, found = printed(capsys, "show", "holistic@1.0.0")
    assert found["forms"][0]["version"] == "1.0.0"


def test_two_versions_are_compared(capsys: pytest.CaptureFixture[str]) -> None:
    """What was added, removed and changed, by address; exit 1 where there is a difference, 0 where there is none."""
    code, found = printed(capsys, "diff", "holistic@1.0.0", "holistic")
    assert code == 1
    assert "M07.contributions" in found["added"]
    assert all(each["changes"] for each in found["changed"])
    code, same = printed(capsys, "diff", "holistic", "holistic")
    assert (code, same["added"], same["removed"], same["changed"]) == (0, [], [], [])


def test_a_template_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An empty answers file of one tier, which the check takes at once."""
    path = tmp_path / "empty.yaml"
    code, found = printed(capsys, "template", "holistic", "--tier", "ordinary", "-o", str(path))
    assert (code, found["written"]) == (0, str(path))
    cli.main(["case", "check", str(path), "--json"])
    assert json.loads(capsys.readouterr().out)["tier"] == "ordinary"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["show", "dragon"], "form_missing"), (["template", "holistic", "--tier", "x", "-o", "-"], "no_such_tier")],
)
def test_what_is_not_there_is_told(arguments: list[str], code: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A form or a tier that does not exist: exit 1, and what there is."""
    assert cli.main(["forms", *arguments]) == 1
    assert f"[{code}]" in capsys.readouterr().err


def test_a_worksheet_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A section as a PDF, made in a child process; a file that is there is not written over."""
    out = tmp_path / "sheet.pdf"
    code, found = printed(capsys, "worksheet", "holistic", "--section", "M09", "-o", str(out))
    assert (code, found["section"], found["form"]) == (0, "M09", "holistic")
    assert out.read_bytes().startswith(b"%PDF-1.7")
    assert cli.main(["forms", "worksheet", "holistic", "-o", str(out)]) == 1
    assert "file_exists" in capsys.readouterr().err
    assert cli.main(["forms", "worksheet", "holistic", "--section", "M99", "-o", str(tmp_path / "no.pdf")]) == 1
    assert not (tmp_path / "no.pdf").exists()
