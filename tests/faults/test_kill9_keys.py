"""Killed while the vault's key or its passphrase is changed: it opens with the old or the new, and nothing is lost."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import access, assessing
from hsb_assess.domain.answer import Answer
from hsb_assess.domain.clock import clock_for
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault.recoverykey import new_recovery_key, printed
from tests.faults.places import ROOT
from tests.faults.vaults import PASSPHRASE, STORY, prepare, record_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.faults.frame import Tally
    from tests.faults.vaults import Prepared

NEW_PASSPHRASE = "other plain words for faults"
EVENTS = 40
"""More than a change of key does to files; a stop beyond the last one never comes."""


@dataclass
class Away:
    """The other end of ``keys_away.py``."""

    process: subprocess.Popen[str]
    said: list[str] = field(default_factory=list)

    def line(self) -> str:
        """Return the next line that it says."""
        assert self.process.stdout is not None
        said = self.process.stdout.readline().strip()
        assert said, "the process that forks ended"
        return said

    def act(self, act: str, folder: Path, new: str, *, stop: int = 0, moment: float = 0.0, control: str = "-") -> str:
        """Have a child change something; kill it at a file event or after a moment. Returns the last that it said."""
        assert self.process.stdin is not None
        words = [act, str(folder), PASSPHRASE.replace(" ", "_"), new.replace(" ", "_"), str(stop), control]
        self.process.stdin.write(" ".join(words) + "\n")
        self.process.stdin.flush()
        child, last = int(self.line()), ""
        while (said := self.line()) != "gone":
            last = said
            if said == "began" and moment:
                time.sleep(moment)  # the moment at which it is killed is what is tried here
                with suppress(ProcessLookupError):  # it was done before
                    os.kill(child, signal.SIGKILL)
        return last


@pytest.fixture
def away() -> Iterator[Away]:
    """A warm process, so that a kill costs a fork."""
    with _running() as other:
        yield other


@contextmanager
def _running() -> Iterator[Away]:
    command = [sys.executable, str(Path(__file__).with_name("keys_away.py"))]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        yield Away(process)
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(60) == 0


@pytest.fixture
def prepared(tmp_path: Path) -> Prepared:
    """A vault with a few answers in it."""
    made = prepare(tmp_path / "vault")
    with opened(made.folder, PASSPHRASE) as vault:
        at = vault.workplace(read_only=False)
        for number in range(5):
            assessing.record_answer(at, made.assessment, "M01.reason", Answer(value=f"words {number}"))
    return made


@contextmanager
def opened(folder: Path, passphrase: str) -> Iterator[access.OpenedVault]:
    """Unlock for a while."""
    vault = access.unlock(folder, passphrase, clock=clock_for(STORY.today))
    try:
        yield vault
    finally:
        vault.close()


def entries_of(folder: Path, passphrase: str, case: str) -> tuple[set[str], list[str]]:
    """Return the ids of the entries, and whatever does not fit together."""
    with opened(folder, passphrase) as vault:
        at = vault.workplace(read_only=False)
        with at.book.begin(write=False) as work:
            found = {entry.id for entry in work.entries.of_case(case)}
        return found, record_faults(at)


def judge(tally: Tally, folder: Path, case: str, before: set[str], phrases: tuple[str, ...]) -> str:
    """Count one kill, and return the passphrase that opens."""
    tally.tried += 1
    for phrase in phrases:
        try:
            found, faults = entries_of(folder, phrase, case)
        except HsbAssessError as error:
            last = error.code
            continue
        if found != before:
            tally.lose(f"{len(before - found)} entries")
        tally.faults += faults
        names = {path.name for path in folder.iterdir()}
        if "vault.rekeyed.db" in names:
            tally.faults.append("the copy is left over")
        tally.survived += found == before and not faults and "vault.rekeyed.db" not in names
        return phrase
    tally.lose(f"the vault does not open: {last}")
    return ""


@pytest.mark.timeout(3600)
def test_killed_while_the_key_is_renewed(
    prepared: Prepared, tmp_path: Path, often: Callable[[int, int], int], tally: Callable[..., Tally], away: Away
) -> None:
    """Before each thing that is done to a file, and at random moments: the passphrase opens, every answer is there."""
    result = tally("kill9_rekey")
    before, _ = entries_of(prepared.folder, PASSPHRASE, prepared.case)
    whole = prepared.copy(tmp_path / "whole")
    started = time.monotonic()
    last = away.act("rekey", whole.folder, printed(new_recovery_key()))
    longest, events = time.monotonic() - started, int(last.split()[1])
    assert 5 <= events <= EVENTS
    chance, times = random.Random(4), often(2, 60, 400)
    stops = (
        [1 + number * events // times for number in range(min(times, events))]
        if times < events
        else [*range(1, events + 1)]
    )
    for number in range(times):
        copy = prepared.copy(tmp_path / str(number))
        key = printed(new_recovery_key())
        if number < len(stops):
            said = away.act("rekey", copy.folder, key, stop=stops[number])
            assert said == "began", "it was not killed"
        else:
            away.act("rekey", copy.folder, key, moment=chance.uniform(0.0, longest))
        judge(result, copy.folder, prepared.case, before, (PASSPHRASE,))
        shutil.rmtree(copy.folder)
    result.figures["file_events"] = events
    assert result.holds, result.faults


@pytest.mark.faults
def test_the_harness_sees_slots_that_are_dropped_too_early(
    prepared: Prepared, tmp_path: Path, tally: Callable[..., Tally], away: Away
) -> None:
    """The control: where the old slots go before the new database is there, a kill in between loses the vault."""
    result = tally("kill9_rekey_control", control=True)
    before, _ = entries_of(prepared.folder, PASSPHRASE, prepared.case)
    whole = prepared.copy(tmp_path / "whole")
    events = int(away.act("rekey", whole.folder, printed(new_recovery_key()), control="early").split()[1])
    for stop in range(events, 0, -1):
        copy = prepared.copy(tmp_path / str(stop))
        away.act("rekey", copy.folder, printed(new_recovery_key()), stop=stop, control="early")
        judge(result, copy.folder, prepared.case, before, (PASSPHRASE,))
        if result.lost:
            break
    assert result.lost


@pytest.mark.faults
@pytest.mark.timeout(3600)
def test_killed_while_the_passphrase_is_changed(
    prepared: Prepared, tmp_path: Path, often: Callable[[int, int], int], tally: Callable[..., Tally], away: Away
) -> None:
    """Before each thing that is done to a file: the old passphrase opens or the new one, and the new one once it is done."""
    result = tally("kill9_passphrase")
    before, _ = entries_of(prepared.folder, PASSPHRASE, prepared.case)
    whole = prepared.copy(tmp_path / "whole")
    events = int(away.act("passphrase", whole.folder, NEW_PASSPHRASE).split()[1])
    assert judge(result, whole.folder, prepared.case, before, (NEW_PASSPHRASE,)) == NEW_PASSPHRASE
    times = often(3, 30, 200)
    chance, phrases = random.Random(8), set()
    for number in range(times):
        copy = prepared.copy(tmp_path / str(number))
        if times < events or number < events:
            stop = events - number * events // times if times < events else number + 1
            away.act("passphrase", copy.folder, NEW_PASSPHRASE, stop=stop)
        else:
            away.act("passphrase", copy.folder, NEW_PASSPHRASE, moment=chance.uniform(0.0, 0.6))
        phrases.add(judge(result, copy.folder, prepared.case, before, (PASSPHRASE, NEW_PASSPHRASE)))
        shutil.rmtree(copy.folder)
    assert result.holds, result.faults
    assert PASSPHRASE in phrases
