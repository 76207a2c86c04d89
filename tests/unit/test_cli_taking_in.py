"""``case import`` and ``export``, ``forms migrate``: what becomes of an answers file."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from hsb_assess import cli
from hsb_assess.datafiles import data_dir
from hsb_assess.desk import access, assessing
from hsb_assess.domain.clock import clock_for
from hsb_assess.exchange.prefill import read_answers
from hsb_assess.exchange.prefill_reading import reading_of
from hsb_assess.exchange.prefill_writing import written
from hsb_assess.instrument.catalogue import Catalogue
from hsb_assess.vault.keys import KdfParameters

if TYPE_CHECKING:
    from pathlib import Path

    from hsb_assess.record.reading import Reading

DEMO = data_dir("resources") / "demo"
PASSPHRASE = "four plain words here"
TODAY = date(2026, 6, 8)


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """An empty vault of a practitioner, and its passphrase in a file beside it."""
    access.first_run(
        tmp_path / "vault", PASSPHRASE, name="Worker P", role="practitioner", agency="Agency",
        clock=clock_for(TODAY), kdf=KdfParameters.floor(),
    )  # fmt: skip
    (tmp_path / "phrase").write_text(f"{PASSPHRASE}\n")
    return tmp_path / "vault"


def taken_in(vault: Path, file: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str]:
    """Run the import and return its exit code and output."""
    phrase = str(vault.parent / "phrase")
    code = cli.main(
        [
            "case",
            "import",
            str(file),
            "--vault",
            str(vault),
            "--passphrase-file",
            phrase,
            "--today",
            "2026-06-08",
            *more,
        ]
    )
    return code, capsys.readouterr().out


def findings(reading: Reading) -> dict[str, Any]:
    """Return how far each side is."""
    return {side.value: tuple(counts) for side, counts in reading.engine.balance().items()}


def test_a_file_becomes_a_case(vault: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The assessment in the vault says what the file says, and the rules find the same."""
    file = DEMO / "child-a-complete.yaml"
    code, out = taken_in(vault, file, capsys, "--json")
    assert code == 0
    opened = access.unlock(vault, PASSPHRASE, clock=clock_for(TODAY))
    at = opened.workplace(read_only=False)
    try:
        kept = assessing.reading(at, json.loads(out)["assessment"])
        report = assessing.findings(at, kept.assessment)
    finally:
        at.book.close()
        opened.close()
    catalogue = Catalogue.shipped()
    said = reading_of(read_answers(file, catalogue), TODAY, catalogue.profile("england").content)
    assert findings(kept) == findings(said)
    assert {kind: len(kept.things(kind)) for kind in ("person", "evidence", "event", "pair", "action")} == {
        kind: len(said.things(kind)) for kind in ("person", "evidence", "event", "pair", "action")
    }
    cli.main(["case", "check", str(file), "--today", "2026-06-08", "--json"])
    assert {each["rule"] for each in json.loads(capsys.readouterr().out)["findings"]} == report.rules()


def test_a_bad_file_opens_no_case(vault: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Faults are told before the vault is opened; nothing is half there."""
    (tmp_path / "bad.yaml").write_text("instrument: holistic\nanswers: {M00.nmae: A}\n")
    before = {path: path.read_bytes() for path in vault.iterdir() if path.is_file()}
    assert taken_in(vault, tmp_path / "bad.yaml", capsys)[0] == 1
    assert {path: path.read_bytes() for path in vault.iterdir() if path.is_file()} == before


def test_a_case_needs_a_reference(vault: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It stands in the file or on the command line."""
    (tmp_path / "small.yaml").write_text("instrument: holistic\nanswers: {M00.name: Child Z}\n")
    assert taken_in(vault, tmp_path / "small.yaml", capsys)[0] == 1
    assert taken_in(vault, tmp_path / "small.yaml", capsys, "--reference", "Z-1")[0] == 0


def test_a_wrong_passphrase_is_told(vault: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And it is never an argument: the parser knows no such option."""
    (vault.parent / "phrase").write_text("something else entirely\n")
    assert taken_in(vault, DEMO / "ordinary.yaml", capsys)[0] == 1
    assert cli.main(["case", "import", "f", "--vault", "v", "--passphrase", "x"]) == 2


def test_the_passphrase_is_asked_for(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a file it is typed, and does not show."""
    monkeypatch.setattr("getpass.getpass", lambda _prompt: PASSPHRASE)
    assert cli.main(["case", "import", str(DEMO / "ordinary.yaml"), "--vault", str(vault)]) == 0


def test_answers_leave_as_fhir(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A QuestionnaireResponse that holds the answers."""
    out = tmp_path / "out.json"
    assert cli.main(["case", "export", str(DEMO / "ordinary.yaml"), "--to", "fhir-r4", "-o", str(out), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["written"] == str(out)
    response = json.loads(out.read_text("utf-8"))
    assert response["resourceType"] == "QuestionnaireResponse"
    assert "Child O" in out.read_text("utf-8")


@pytest.mark.parametrize("path", sorted(DEMO.glob("*.yaml")), ids=lambda path: path.stem)
def test_what_is_written_says_the_same(tmp_path: Path, path: Path) -> None:
    """An answers file that is written and read again is equal."""
    catalogue = Catalogue.shipped()
    found = read_answers(path, catalogue)
    (tmp_path / "again.yaml").write_text(written(found), "utf-8")
    again = read_answers(tmp_path / "again.yaml", catalogue)
    assert (again.answers, again.things, again.today) == (found.answers, found.things, found.today)


def test_a_file_of_an_earlier_version_is_moved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was renamed, merged or retired is named; the file that comes of it is of the newest version."""
    old = tmp_path / "old.yaml"
    old.write_text(
        """
instrument: holistic
version: 1.0.0
things:
  person: {adult: {label: uncle, is: adult}}
  adult: {a1: {person: adult, orders: Not to visit., condition_status: in_force}}
  action: {r1: {goal: Sleep., length: six weeks}}
answers:
  M00.name: Child A
  M01.conference: no
""",
        "utf-8",
    )
    out = tmp_path / "new.yaml"
    assert cli.main(["forms", "migrate", str(old), "-o", str(out), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {"how": "rename", "from": "M01.conference", "to": ["M01.conference_needed"]} in told["moves"]
    assert told["dropped"] == ["comments"]
    catalogue = Catalogue.shipped()
    moved = read_answers(out, catalogue)
    assert moved.definition.version == catalogue.latest("holistic").version
    assert moved.answers["M01.conference_needed"].value == "no"
    assert moved.things["action"]["r1"]["duration"].value == "six weeks"
    assert len(moved.things["condition"]) == 1
    assert cli.main(["forms", "migrate", str(old)]) == 0
    assert "rename: M01.conference -> M01.conference_needed" in capsys.readouterr().out


def test_a_file_of_an_earlier_version_is_not_taken_in(
    vault: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is moved first, so that the person sees what becomes of each answer."""
    (tmp_path / "old.yaml").write_text("instrument: holistic\nversion: 1.0.0\nanswers: {M00.ref: A-1}\n")
    phrase = str(vault.parent / "phrase")
    arguments = ["case", "import", str(tmp_path / "old.yaml"), "--vault", str(vault), "--passphrase-file", phrase]
    assert cli.main(arguments) == 1
    assert "[form_moved_on]" in capsys.readouterr().err


def test_a_case_is_assessed_again(vault: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The new assessment follows the one that was taken in, says what was answered then, and answers nothing itself."""
    assert taken_in(vault, DEMO / "child-a-draft.yaml", capsys, "--reference", "again")[0] == 0
    whole = ["case", "reassess", "--vault", str(vault), "--passphrase-file", str(vault.parent / "phrase")]
    whole += ["--reference", "again", "--today", "2026-09-08"]
    assert cli.main([*whole, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {each["asked"] for each in told["last_time"]} == {"2026-06-08"}
    assert "M01.reason" in {each["question"] for each in told["last_time"]}
    assert cli.main(whole) == 1
    assert "Go on with that assessment" in capsys.readouterr().err
    whole[1] = "compare"
    assert cli.main([*whole, "--json"]) == 0
    laid = json.loads(capsys.readouterr().out)
    assert laid["earlier"]["assessment"] == told["after"]
    answers = {each["question"]: each for section in laid["sections"] for each in section["answers"]}
    assert answers["M01.reason"]["kind"] == "gone"
    assert answers["M01.reason"]["now"] == {"absence": "not_asked"}
    assert cli.main(whole) == 0
    assert "M01: " in capsys.readouterr().out
    assert cli.main([*whole, "--later", told["after"]]) == 1
