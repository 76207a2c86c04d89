"""Ten marked words go through acts and windows; afterwards they stand in no file but sealed ones, whatever was written."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.faults.driven import Driven
from tests.faults.places import ROOT
from tests.faults.sweep import Marks, in_trace, in_trees, traced, written_outside
from tests.faults.vaults import PASSPHRASE, STORY, TODAY, opened, prepare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.faults.frame import Tally
    from tests.faults.places import Places

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")


LOGGED = re.compile(r"INFO:assess:[a-z_]+|ERROR:assess:internal \w+ [\w.]+:\d+")
"""What the app may log: a code, or the type and the place of an error that nobody foresaw."""


@pytest.fixture
def report(tmp_path: Path) -> Iterator[Path]:
    """A file for what strace reports, which holds marked words by design: outside of all that is searched."""
    del tmp_path
    with tempfile.TemporaryDirectory(prefix="hsb-trace-") as folder:
        yield Path(folder) / "trace"


def sweep(tally: Tally, places: Places, marks: Marks, report: Path | None, issued: tuple[Path, ...] = ()) -> None:
    """Search every tree, and everything that was written while ``report`` was kept; count what is found.

    ``issued`` are folders of documents that were exported to be read.
    """
    tally.tried += 1
    before = tally.leaked
    for path, kinds in in_trees([places.root], marks).items():
        if not any(path.is_relative_to(folder) for folder in issued):
            tally.leak(f"{', '.join(sorted(kinds))} in {path.relative_to(places.root)}")
    if report is not None and report.exists():
        for path, kinds in in_trace(report, marks).items():
            if not any(path.is_relative_to(folder) for folder in issued):
                tally.leak(f"{', '.join(sorted(kinds))} written to {path}")
        for outside in sorted(written_outside(report, [places.root])):
            tally.leak(f"a file outside of the laptop's folders: {outside}")
    tally.survived += tally.leaked == before


@pytest.mark.faults
@pytest.mark.timeout(600)
def test_acts_leave_nothing_behind(
    places: Places, report: Path, often: Callable[[int, int], int], tally: Callable[..., Tally]
) -> None:
    """From first run to signed documents and the packages between two people, with children that make PDFs."""
    whole = often(1, 2) > 1
    marks, result = Marks(), tally("leaks_acts")
    words = [
        marks[kind] for kind in ("reference", "answer", "person", "evidence", "absence", "draft", "comment", "decision")
    ]
    with (places.said / "out").open("wb") as out, (places.said / "err").open("wb") as err:
        done = subprocess.run(
            [*traced(report), sys.executable, "-m", "tests.faults.acts"],
            cwd=ROOT,
            env=places.environment(),
            input=json.dumps({"folder": str(places.vaults), "words": words, "whole": whole}).encode() + b"\n",
            stdout=out,
            stderr=err,
            check=False,
        )
    assert done.returncode == 0, (places.said / "err").read_text("utf-8")[-2000:]
    sweep(result, places, marks, report)
    assert result.holds, result.faults
    assert list(places.vaults.glob("*.package")), "no package was searched"
    if traced(report):
        assert in_pipes(report, marks), "nothing marked went to a child, so the report says nothing"


def in_pipes(report: Path, marks: Marks) -> set[str]:
    """Return the kinds that went through a pipe to a child that makes documents: proof that writes are seen."""
    found: set[str] = set()
    with report.open("rb") as lines:
        for line in lines:
            if b"<pipe:" in line[:60]:
                found |= marks.found_in_trace(line)
    return found


def test_windows_leave_nothing_behind(places: Places, report: Path, tally: Callable[..., Tally]) -> None:
    """Typed with real keys, one of them a draft when Ctrl+L is pressed; searched while open and after the lock, the log too."""
    marks, result = Marks(), tally("leaks_windows")
    vault = prepare(places.vaults / "typed")
    with Driven(places, "--vault", str(vault.folder), "--today", TODAY, before=traced(report)) as desk:
        desk.meet()
        desk.tell_to("unlock", passphrase=PASSPHRASE)
        desk.tell_to("open", case=vault.case, assessment=vault.assessment)
        desk.tell_to("steps", steps=steps(marks))
        assert desk.tell_to("search", words=marks["answer"]) > 0, (
            "what is searched for leaves nothing behind, if it is found"
        )
        assert desk.tell_to("search", words=marks["sought"]) == 0
        shown = desk.tell_to("look", case=vault.case, assessment=vault.assessment)
        assert {"tonight", "voice", "visit", "family", "chronology", "grid", "sense"} <= set(shown)
        desk.tell_to("open", case=vault.case, assessment=vault.assessment)
        desk.tell_to("leave_open", path="M14.worries", words=marks["draft"], kept=True)
        sweep(result, places, marks, None)
        desk.order("lock")
        assert desk.process.wait(20) == 75
    sweep(result, places, marks, report)
    assert result.holds, result.faults
    with opened(vault.folder) as at, at.book.begin(write=False) as work:
        kept = "".join(str(entry.body) for entry in work.entries.of_case(vault.case))
        connection = work.entries._unit.connection
        beside = "".join(
            str(tuple(row))
            for table in ("audit", "setting", "draft")
            for row in connection.execute(f"SELECT * FROM {table}")
        )
    assert marks["sought"] not in beside, "what somebody searched for was kept inside the vault"
    logged = [line for line in (places.said / "err").read_text("utf-8").splitlines() if ":assess:" in line]
    assert "INFO:assess:locked" in logged
    assert [line for line in logged if LOGGED.fullmatch(line) is None] == []
    typed = {kind for kind in Marks.KINDS if marks[kind] in kept}
    assert typed == {"name", "answer", "row", "person", "evidence", "absence", "draft"}


def steps(marks: Marks) -> str:
    """Return what is typed: every way in which words come into an assessment."""
    nurse = {"label": marks["person"], "is": "worker", "role": "school nurse", "agency": "health"}
    item = {"source": "nurse", "when": "2026-05-18", "what": marks["evidence"], "kind": "record"}
    row = {"when": "2026-04-14", "what": marks["row"], "category": "seen"}
    answers = {
        "M00.name": marks["name"],
        "M00.faith": {"absence": "declined", "detail": {"note": marks["absence"]}},
        "M01.source": "nurse",
        "M01.reason": marks["answer"],
        "M01.danger": {"value": "suspected", "evidence": ["item"]},
    }
    things = {"person": {"nurse": nurse}, "evidence": {"item": item}, "event": {"row": row}}
    return json.dumps({"things": things, "answers": answers})


def phrases() -> Marks:
    """Return ten sentences that the demonstration types, of every kind of text that its script has."""
    steps = [step for phase in STORY.phases.values() for step in phase]
    said = [("answer", step.path, step.answer) for step in steps]
    said += [("row", f"{step.path}.{name}", each) for step in steps for name, each in step.fields.items()]
    said += [
        (new.kind, f"{new.label}.{name}", each)
        for step in steps
        for new in step.needs
        for name, each in new.fields.items()
    ]
    texts = {
        f"{kind} {place}": text
        for kind, place, answer in said
        if isinstance(text := answer.value, str)
        and len(text) > 40
        and text.isascii()
        and not set(text) & set('"\\0123456789')
    }
    by_kind: dict[str, list[str]] = {}
    for place in texts:
        by_kind.setdefault(place.split(maxsplit=1)[0], []).append(place)
    chosen = [
        places[n] for n in range(max(map(len, by_kind.values()))) for places in by_kind.values() if n < len(places)
    ]
    return Marks({place: texts[place] for place in chosen[:10]})


@pytest.mark.faults
@pytest.mark.timeout(900)
def test_the_demonstration_leaves_nothing_behind(places: Places, report: Path, tally: Callable[..., Tally]) -> None:
    """`hsb-assess demo`: two vaults, packages, cards, settings, logs, and whatever else was written on the way."""
    marks, result = phrases(), tally("leaks_demo")
    assert len(marks.words) == 10
    out = places.root / "demo"
    app = str(Path(sys.executable).with_name("hsb-assess"))
    with (places.said / "out").open("wb") as said, (places.said / "err").open("wb") as complained:
        done = subprocess.run(
            [*traced(report), app, "demo", "--out", str(out)],
            cwd=ROOT,
            env=places.environment(),
            stdout=said,
            stderr=complained,
            check=False,
        )
    assert done.returncode == 0, (places.said / "err").read_text("utf-8")[-2000:]
    sweep(result, places, marks, report, (out / "documents", out / "drafts"))
    assert result.holds, result.faults
    if traced(report):
        assert in_pipes(report, marks), "nothing marked went to a child, so the report says nothing"


LEAKY = """
import os, sys, tempfile
word = sys.stdin.readline().strip()
open(os.path.join(os.environ["HOME"], "recent.txt"), "w", encoding="utf-16-le").write("opened " + word)
with tempfile.TemporaryFile() as file:
    file.write(b"gone " + word.encode())
sys.stderr.write("could not save " + word)
"""


def test_the_sweep_finds_what_leaks(places: Places, report: Path, tally: Callable[..., Tally]) -> None:
    """The control: a file, a file that is gone, and a log."""
    marks, result = Marks(), tally("leaks_control", control=True)
    with (places.said / "err").open("wb") as err:
        command = [*traced(report), sys.executable, "-c", LEAKY]
        word = marks["answer"].encode() + b"\n"
        subprocess.run(command, env=places.environment(), input=word, stderr=err, check=True)
    sweep(result, places, marks, report)
    found = "\n".join(result.faults)
    assert "recent.txt" in found
    assert "said/err" in found
    if traced(report):
        assert "(deleted)" in found or "/tmp/#" in found or "written to" in found
