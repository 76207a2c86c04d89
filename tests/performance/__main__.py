"""Measures every row, prints one table and writes build/bench.json.

Usage: python -m tests.performance [NAME …]    (names of modules in this folder; all if none)

The exit code is 0 also where a row does not hold: a figure of a shared machine informs a person, it does
not stop a change. It is 1 where a row could not be measured at all.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from tests.performance.frame import table, write

HERE = Path(__file__).resolve().parent
OUTPUT = HERE.parents[1] / "build" / "bench.json"

# A module here measures if it has a function `rows`; add its name. See frame.py for what a row is.
BENCHES = ("cold_start", "desk", "record_answer", "case_open", "search", "language", "engine")


def main(names: list[str]) -> int:
    """Run the benches of these names and return the exit code."""
    if unknown := set(names) - set(BENCHES):
        print(f"There is no bench {', '.join(sorted(unknown))}. There are: {', '.join(BENCHES)}.", file=sys.stderr)
        return 2
    measured, failed = [], []
    for name in names or BENCHES:
        try:
            measured += list(importlib.import_module(f"tests.performance.{name}").rows())
        except (OSError, RuntimeError, ImportError) as error:
            failed.append(f"{name}: not measured: {error}")
    write(measured, OUTPUT)
    print("\n".join(table(measured)))
    print("\n".join(failed), file=sys.stderr, end="\n" if failed else "")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
