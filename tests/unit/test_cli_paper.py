"""``case paper``: a paper for tonight from a vault, with its recipient in the audit, and what it refuses."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from hsb_assess import cli
from hsb_assess.desk import access, assessing, auditing, caseload
from hsb_assess.domain.answer import answered
from hsb_assess.domain.clock import clock_for
from hsb_assess.vault.keys import KdfParameters

if TYPE_CHECKING:
    from pathlib import Path

PASSPHRASE = "four plain words here"
CLOCK = clock_for(date(2026, 6, 8))


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault with one case in which one question is answered, and another without an assessment."""
    folder = tmp_path_factory.mktemp("paper") / "vault"
    access.first_run(
        folder,
        PASSPHRASE,
        name="Worker P",
        role="practitioner",
        agency="Agency",
        clock=CLOCK,
        kdf=KdfParameters.floor(),
    )
    (folder.parent / "phrase").write_text(f"{PASSPHRASE}\n")
    opened = access.unlock(folder, PASSPHRASE, clock=CLOCK)
    at = opened.workplace(read_only=False)
    case = str(caseload.create_case(at, "K-1").created)
    assessment = str(assessing.start_assessment(at, case).created)
    assessing.record_answer(at, assessment, "M01.reason", answered("Seen by a neighbour."))
    caseload.create_case(at, "K-2")
    at.book.close()
    opened.close()
    return folder


def paper(vault: Path, out: Path, reference: str = "K-1", kind: str = "handover") -> int:
    """Run the command."""
    named = ["--vault", str(vault), "--reference", reference, "--passphrase-file", str(vault.parent / "phrase")]
    told = ["--to", "Night team", "--basis", "Safeguarding", "--reach", "0700 900 123", "-o", str(out)]
    return cli.main(["case", "paper", kind, *named, *told, "--today", "2026-06-08", "--json"])


def test_a_paper_is_written_and_noted(vault: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One page with what is recorded and how the worker is reached; the audit says to whom it went."""
    assert paper(vault, tmp_path / "out.pdf") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["kind"], told["pages"]) == ("handover", 1)
    (page,) = PdfReader(tmp_path / "out.pdf").pages
    words = page.extract_text()
    assert "Seen by a neighbour" in words
    assert "0700 900 123" in words
    opened = access.unlock(vault, PASSPHRASE, clock=CLOCK)
    at = opened.workplace(read_only=True)
    (line,) = auditing.lines(at, auditing.Sought(action="exported"))
    at.book.close()
    opened.close()
    assert "Night team" in "\n".join(line.details)


@pytest.mark.parametrize(("reference", "code"), [("K-9", "no_such_case"), ("K-2", "nothing_to_print")])
def test_what_is_not_there_is_refused_and_writes_nothing(
    vault: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], reference: str, code: str
) -> None:
    """An unknown reference and a case without an assessment: a code, and no file."""
    assert paper(vault, tmp_path / "out.pdf", reference) == 1
    assert code in capsys.readouterr().err
    assert not (tmp_path / "out.pdf").exists()


def test_it_takes_no_file_s_place(vault: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is there stays as it is."""
    (tmp_path / "out.pdf").write_text("mine")
    assert paper(vault, tmp_path / "out.pdf") == 1
    assert "file_exists" in capsys.readouterr().err
    assert (tmp_path / "out.pdf").read_text() == "mine"
