"""The language checker over ten thousand characters of ordinary notes, some of them flagged."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING, Final

from hsb_assess.desk.judging import rule_book
from hsb_assess.instrument.catalogue import Catalogue
from tests.performance.frame import Row, absolute

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS: Final = 200
LENGTH: Final = 10_000
LIMIT_MS: Final = 5.0
NOTES: Final = (
    "On Tuesday the child was seen at school with the learning mentor; they drew the house and said who sleeps where. "
    "Mum’s view is that evenings are hardest. The teacher wrote that he was attention-seeking, and that the victim of "
    "the shouting was his brother. Nothing was said about the weekend, and nobody asked. "
)


def rows() -> Iterator[Row]:
    """Yield the row ``language``: milliseconds for one text, against its limit."""
    wording = rule_book(Catalogue.shipped()).wording
    text = (NOTES * (LENGTH // len(NOTES) + 1))[:LENGTH]
    wording.check(text)
    taken = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        wording.check(text)
        taken.append((time.perf_counter() - started) * 1000)
    yield absolute("language", statistics.median(taken), LIMIT_MS, "ms")
