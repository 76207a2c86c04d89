"""Gathers what the fault tests counted, says how often they try, and keeps every process out of a person's home."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.faults.frame import Tally, write
from tests.faults.places import ROOT, Places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NAME = "fault"
_gathered: dict[str, Tally] = {}


LONG = "HSB_ASSESS_FAULTS"
"""`make faults-long` sets it to `long`."""


def _thorough(config: pytest.Config) -> bool:
    """Say whether this is `make faults` or `make faults-long`, whose expression lets the slow tests in."""
    expression = str(config.getoption("markexpr"))
    return "faults" in expression.replace("not faults", "") or not expression


@pytest.fixture
def often(request: pytest.FixtureRequest) -> Callable[..., int]:
    """Return how often to try: ``often(quick, thorough, nightly)``.

    The first number counts in `make test`, the second in `make faults`, the third, or else the second, in
    `make faults-long`.
    """
    thorough_run, long_run = _thorough(request.config), os.environ.get(LONG) == "long"

    def choose(quick: int, thorough: int, nightly: int | None = None) -> int:
        if not thorough_run:
            return quick
        return nightly if long_run and nightly is not None else thorough

    return choose


@pytest.fixture
def tally(request: pytest.FixtureRequest) -> Iterator[Callable[..., Tally]]:
    """Make tallies that are printed and kept at the end, whether or not the test passes."""
    made: list[Tally] = []

    def make(name: str, *, control: bool = False) -> Tally:
        made.append(Tally(name, control=control))
        return made[-1]

    yield make
    # Through the report, so that they arrive from another worker process of pytest, too.
    request.node.user_properties.extend((NAME, each.as_json()) for each in made)


@pytest.fixture
def quick_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: a kill or a made-up crash does not need a disk, and flushing one takes time."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(prefix="hsb-faults-", dir=memory) as folder:
        yield Path(folder)


@pytest.fixture
def quick_places(quick_disk: Path) -> Places:
    """A laptop in memory: how long its typing takes to be kept is the app's time, and not that of a busy disk."""
    return Places.under(quick_disk / "laptop")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A home, a folder for temporary files and one for vaults, all empty."""
    return Places.under(tmp_path / "laptop")


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Take what a test counted."""
    if report.when == "teardown":
        for name, value in report.user_properties:
            if name == NAME and isinstance(value, dict):
                tally = Tally.from_json(value)
                _gathered[tally.name] = tally


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print a line for each kind of fault; keep them in build/faults.json when all were tried in earnest."""
    if not _gathered:
        return
    terminalreporter.section("faults")
    for tally in _gathered.values():
        terminalreporter.write_line(tally.line())
    if _thorough(config):
        write(_gathered.values(), ROOT / "build" / "faults.json")
