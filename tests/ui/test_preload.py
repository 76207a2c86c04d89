"""Importing while the passphrase is typed: never beside another thread that needs the same."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HURRIED = """
import sys, threading
from ui.preload import MODULES, preload, settled

found = []
def need():
    settled()
    from hsb_assess.desk import access
    found.append(access.unlock)

if {early}:
    preload()
others = [threading.Thread(target=need) for _ in range(3)]
for each in others:
    each.start()
preload()
for each in others:
    each.join()
preload()
print(len(found), *[thread.name for thread in threading.enumerate()])
"""


@pytest.mark.parametrize("early", [True, False])
def test_whoever_needs_the_modules_first_waits_and_nothing_is_imported_beside_them(early: bool) -> None:
    """With importing under way or not begun, all who need the desk get the whole of it, and no thread is left."""
    run = subprocess.run(
        [sys.executable, "-c", HURRIED.format(early=early)],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert run.stdout.split() == ["3", "MainThread"], run.stderr
