"""The whole journey on real windows: from a refusal to signed documents, with nothing left in the clear."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from hsb_assess.datafiles import data_dir

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.timeout(480)  # the whole case is typed on the windows, perhaps beside another test process

FIRST = {
    *("R01", "R02", "R09", "R10", "R11", "R14", "R16", "R18", "R21", "R25", "R26", "R28", "R29", "R30", "R31", "R32"),
    *("R33", "R34", "R36", "R38", "R45", "R46", "R47", "R51", "R56", "R59", "R60", "R65"),
}
"""What the vignette of Child A expects of a first draft."""

MARKERS = (
    "Mother told the school nurse what she had found",
    "Nobody asked; a shared bedroom",
    "bath time",
    "Best: football with his grandfather",
    "Bed-wetting came back",
    "misses the bedtime story",
    "Nobody at home is told of his words",
    "Trauma-informed play sessions",
    "Why health was not asked on 20 May",
    "What does he want others to know",
)
"""Ten things that are typed in the demonstration: answers, the child's words, a plan, a comment, a judgement."""


class Played:
    """A demonstration that was played once for all tests here."""

    def __init__(self, root: Path) -> None:
        self.root, self.out = root, root / "out"
        self.home, self.tmp = root / "home", root / "tmp"
        self.home.mkdir()
        self.tmp.mkdir()
        self.process = subprocess.run(
            [sys.executable, "-m", "hsb_assess.cli", "demo", "--out", str(self.out), "--json"],
            env={**os.environ, "HOME": str(self.home), "TMPDIR": str(self.tmp), **self._xdg()},
            capture_output=True,
            check=False,
            timeout=400,
        )
        self.summary: dict[str, Any] = json.loads(self.process.stdout or b"{}")

    def _xdg(self) -> dict[str, str]:
        return dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"), "")

    def verify(self, path: Path, *more: str) -> tuple[int, dict[str, Any]]:
        """Run ``hsb-assess verify`` on a file and return its exit code and what it printed."""
        done = subprocess.run(
            [sys.executable, "-m", "hsb_assess.cli", "verify", str(path), "--json", *more],
            capture_output=True,
            check=False,
            timeout=120,
        )
        return done.returncode, json.loads(done.stdout)

    def cards(self) -> tuple[str, ...]:
        """Return the options that trust both signers."""
        return tuple(word for card in sorted((self.out / "trust").glob("*.card")) for word in ("--trust", str(card)))


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """Play the demonstration once."""
    found = Played(tmp_path_factory.mktemp("demo"))
    assert found.process.returncode == 0, found.process.stderr.decode()[-2000:]
    return found


def test_the_first_submission_is_refused_and_the_approved_one_has_nothing_open(played: Played) -> None:
    """The refusal names what the case calls for, and R17 is not among it."""
    findings = played.summary["findings"]
    assert set(findings["first_submit"]) >= FIRST
    assert "R17" not in findings["first_submit"]
    assert findings["at_approval"] == []


def test_the_folder_is_as_the_contract_says(played: Played) -> None:
    """Documents, drafts, requests, pictures, cards, vaults, the summary and the words about it."""
    summary = played.summary
    assert summary["verified"] is True
    assert sorted(each["audience"] for each in summary["documents"]) == ["A", "B"]
    assert summary["entries"] > 500
    for name in ("documents", "drafts", "requests", "screenshots", "trust", "vaults", "README.txt"):
        assert (played.out / name).exists()
    assert json.loads((played.out / "summary.json").read_text("utf-8")) == summary
    assert all((played.out / path).stat().st_size > 10_000 for path in summary["screenshots"])
    assert "passphrase" in (played.out / "README.txt").read_text("utf-8").lower()


def test_every_document_is_accepted_with_the_cards_and_by_nobody_without(played: Played) -> None:
    """Both people signed, in their roles; without cards nobody is trusted, and it says so."""
    for each in played.summary["documents"]:
        code, verdict = played.verify(played.out / each["path"], *played.cards())
        assert (code, verdict["verdict"]) == (0, "accepted")
        assert [signer["role"] for signer in verdict["signers"]] == ["practitioner", "supervisor"]
        code, verdict = played.verify(played.out / each["path"])
        assert (code, verdict["verdict"]) == (1, "rejected")
        assert "nobody_trusted" in {reason["code"] for reason in verdict["reasons"]}


@pytest.mark.skipif(
    shutil.which("pdfsig") is None, reason="poppler's pdfsig is a second opinion, where it is installed"
)
def test_another_program_finds_two_valid_signatures_over_the_total_document(played: Played) -> None:
    """What an outsider is told to look for is there."""
    for each in played.summary["documents"]:
        said = subprocess.run(
            ["pdfsig", "-nocert", str(played.out / each["path"])], capture_output=True, text=True, check=False
        ).stdout
        assert said.count("Signature is Valid") == 2
        assert "Total document signed" in said.rpartition("Signature #2")[2]


@pytest.mark.parametrize("spoil", ["flip", "append", "draft", "empty"])
def test_a_spoilt_document_is_rejected(played: Played, tmp_path: Path, spoil: str) -> None:
    """One changed byte, one more byte, a signature fewer, nothing at all: exit code 1."""
    document = played.out / played.summary["documents"][0]["path"]
    data = bytearray(document.read_bytes())
    if spoil == "flip":
        data[len(data) // 3] ^= 1
    elif spoil == "append":
        data += b"\n"
    elif spoil == "draft":
        data = bytearray(next((played.out / "drafts").glob("A-*.pdf")).read_bytes())
    else:
        data.clear()
    path = tmp_path / "document.pdf"
    path.write_bytes(data)
    code, verdict = played.verify(path, *played.cards())
    assert (code, verdict["verdict"]) == (1, "rejected")
    assert verdict["reasons"]


def test_nothing_that_was_typed_is_left_in_the_clear(played: Played) -> None:
    """Vaults, packages, the home folder, the temporary folder and what was printed hold none of ten markers."""
    told = (data_dir("resources") / "demo").rglob("child-a*.yaml")
    script = " ".join(path.read_text("utf-8") for path in told)
    assert all(marker in script for marker in MARKERS)
    places = [played.out / "vaults", played.out / "packages", played.out / "trust", played.home, played.tmp]
    files = [path for place in places for path in place.rglob("*") if path.is_file()]
    assert len(files) > 5
    texts = {str(path): path.read_bytes() for path in files}
    texts |= {"stdout": played.process.stdout, "stderr": played.process.stderr}
    found = [
        (name, marker)
        for name, data in texts.items()
        for marker in MARKERS
        if marker.encode() in data or marker.encode("utf-16-le") in data
    ]
    assert found == []
    assert not any("child" in path.name.lower() or "hsb" in path.name.lower() for path in files)
