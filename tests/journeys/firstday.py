"""The first day of a second fictional child, as an answers file would have it: twenty-two answers, two people, three pairs."""

from __future__ import annotations

from hsb_assess.datafiles import data_dir

__all__ = ["FIRST_DAY", "WITH_PAIRS"]

WITH_PAIRS = (data_dir("resources") / "demo" / "journeys" / "first-day.yaml").read_text(encoding="utf-8")
FIRST_DAY = WITH_PAIRS.partition("  M11.pairs:")[0]
"""The twenty-two answers, without who is with whom."""
