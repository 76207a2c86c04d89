"""Forms from elsewhere and for elsewhere on the command line: reports, refusals, files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from hsb_assess import cli
from hsb_assess.exchange.fhir.definition import questionnaire_to_definition
from hsb_assess.instrument.catalogue import Catalogue
from hsb_assess.instrument.compiled import read_compiled
from hsb_assess.instrument.loading import check, load_yaml
from hsb_assess.instrument.writing import read_one_file
from tests.unit.exchange.foreign import EVERYTHING, item, questionnaire

if TYPE_CHECKING:
    from pathlib import Path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    """Run a command and return its exit code and what it says as JSON."""
    code = cli.main(list(arguments))
    found: dict[str, Any] = json.loads(capsys.readouterr().out or "{}")
    return code, found


def test_an_import_says_what_it_carries(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Form, count, and item by item what is missing; a usable form is exit code 0."""
    file = tmp_path / "q.json"
    file.write_text(
        json.dumps(questionnaire(item("a", "integer", maxLength=3), item("b", "string"), name="Small", version="3"))
    )
    code, said = run(capsys, "forms", "import", str(file), "--json")
    assert code == 0
    assert said["form"] == {"id": "small", "version": "3", "items": 2}
    assert said["carried"] == 1
    assert [(each["item"], each["feature"]) for each in said["not_carried"]] == [("a", "maxLength")]
    assert set(said["not_carried"][0]) == {"item", "feature", "reason"}


def test_an_import_writes_a_form_that_has_no_faults(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The folder holds YAML that checks and a compiled file of the same form."""
    file, out = tmp_path / "q.json", tmp_path / "forms"
    file.write_text(json.dumps(EVERYTHING))
    code, said = run(capsys, "forms", "import", str(file), "--out", str(out), "--json")
    assert (code, said["not_carried"]) == (0, [])
    assert check([out / "everything"]) == []
    written = read_compiled((out / "compiled" / "everything-2.1.json").read_bytes())
    assert load_yaml(out / "everything") == written


@pytest.mark.parametrize(
    ("theirs", "refusal"),
    [
        ("everything/P01.yaml", "file_exists"),
        ("everything/P07.yaml", "file_exists"),
        ("compiled/everything-2.1.json", "file_exists"),
        ("compiled/everything-2.1.json/x", "file_exists"),
        ("compiled", "file_no_folder"),
    ],
)
def test_an_import_takes_the_place_of_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], theirs: str, refusal: str
) -> None:
    """Another form of that name, or what else stands in the way, stays; nothing of the new form is written."""
    file, out = tmp_path / "q.json", tmp_path / "forms"
    file.write_text(json.dumps(EVERYTHING))
    (out / theirs).parent.mkdir(parents=True)
    (out / theirs).write_text("theirs")
    code, said = run(capsys, "forms", "import", str(file), "--out", str(out), "--json")
    assert (code, said["refused"]["code"]) == (1, refusal)
    assert [path for path in out.rglob("*") if path.is_file()] == [out / theirs]
    assert (out / theirs).read_text() == "theirs"


def test_the_same_form_is_imported_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is there already and says the same is no obstacle, and what is missing of it is written again."""
    file, out = tmp_path / "q.json", tmp_path / "forms"
    file.write_text(json.dumps(EVERYTHING))
    arguments = ("forms", "import", str(file), "--out", str(out), "--json")
    assert run(capsys, *arguments)[0] == 0
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    (out / "everything" / "instrument.yaml").unlink()
    assert run(capsys, *arguments)[0] == 0
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("{", "not_json"),
        ('{"resourceType": "Patient"}', "not_a_questionnaire"),
        ("hello", "not_a_form"),
        ("a: &b 1", "yaml_alias"),
    ],
)
def test_a_refusal_has_a_name_and_leaves_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, code: str
) -> None:
    """Exit code 1, a code and a reason, and no file."""
    file, out = tmp_path / "q.json", tmp_path / "out"
    file.write_text(content)
    exit_code, said = run(capsys, "forms", "import", str(file), "--out", str(out), "--json")
    assert exit_code == 1
    assert said["refused"]["code"] == code
    assert said["refused"]["reason"]
    assert not out.exists()


def test_a_file_that_is_not_there_is_a_refusal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is raised: it is told."""
    code, said = run(capsys, "forms", "import", str(tmp_path / "none.json"), "--json")
    assert (code, said["refused"]["code"]) == (1, "unreadable")


def test_without_json_the_report_is_for_people(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line for the form, one for each thing that is missing."""
    file = tmp_path / "q.json"
    file.write_text(json.dumps(questionnaire(item("a", "integer", maxLength=3), name="Small")))
    assert cli.main(["forms", "import", str(file)]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert "small 1, 1 items; 0 carried whole" in first
    assert second.startswith("  a: maxLength: ")


@pytest.mark.parametrize(("to", "read"), [("fhir-r4", "fhir"), ("yaml", "yaml")])
def test_an_exported_form_comes_back_as_it_went(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], to: str, read: str
) -> None:
    """Our own form as FHIR and as one YAML file, and both are imported again."""
    definition = Catalogue.shipped().latest("holistic")
    file = tmp_path / "out"
    assert cli.main(["forms", "export", "holistic", "--to", to, "-o", str(file)]) == 0
    data = file.read_bytes()
    assert (questionnaire_to_definition(json.loads(data)) if read == "fhir" else read_one_file(data)) == definition
    code, said = run(capsys, "forms", "import", str(file), "--json")
    assert code == 0
    assert said["form"]["id"] == "holistic"
    assert said["not_carried"] == []


@pytest.mark.parametrize(
    "arguments", [["import"], ["export", "holistic"], ["export", "holistic", "--to", "pdf", "-o", "x"]]
)
def test_wrong_usage_is_exit_code_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A missing file, a missing or unknown format."""
    assert cli.main(["forms", *arguments]) == 2
    assert "usage:" in capsys.readouterr().err


def test_a_form_that_is_not_here_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An unknown id is told with its code."""
    assert cli.main(["forms", "export", "nowhere", "--to", "yaml", "-o", str(tmp_path / "x")]) == 1
    assert "[form_missing]" in capsys.readouterr().err
