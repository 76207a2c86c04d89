"""Which backups stay: everything of the last two days, then the newest of 12 days, 10 weeks and 9 months."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date, datetime

__all__ = ["DAILY", "MONTHLY", "WEEKLY", "kept"]

DAILY: Final = 12
WEEKLY: Final = 10
MONTHLY: Final = 9


def kept(made: Iterable[datetime], today: date) -> frozenset[datetime]:
    """Return which of the backups ``made`` at these moments stay; the newest always does.

    Whoever thins day by day keeps what whoever thins once would keep, apart from what the former threw away.
    """
    newest_first = sorted(set(made), reverse=True)
    stay = {moment for moment in newest_first if moment.date() >= today - timedelta(days=1)}
    steps: tuple[tuple[Callable[[date], object], int], ...] = (
        (lambda day: day, DAILY),
        (lambda day: day.isocalendar()[:2], WEEKLY),
        (lambda day: (day.year, day.month), MONTHLY),
    )
    left = iter([moment for moment in newest_first if moment not in stay])
    last = min((moment.date() for moment in stay), default=None)
    for span, many in steps:
        found = 0
        while found < many and (moment := next(left, None)) is not None:
            if last is not None and span(moment.date()) == span(last):
                continue
            stay.add(moment)
            last, found = moment.date(), found + 1
    return frozenset(stay)
