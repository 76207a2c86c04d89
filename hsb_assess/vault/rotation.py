"""Which backups stay: everything of the last two days, then the newest of 12 days, 10 weeks and 9 months."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

__all__ = ["DAILY", "MONTHLY", "WEEKLY", "kept", "leaves"]

DAILY: Final = 12
WEEKLY: Final = 10
MONTHLY: Final = 9
_LONGEST: Final = 800


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


def leaves(made: Iterable[datetime], today: date) -> dict[datetime, date]:
    """Return the day on which each of these backups is thinned out, if one more is made on every day from now on."""
    here = sorted(set(made))
    gone: dict[datetime, date] = {}
    moments, day = [*here], today
    while len(gone) < len(here) and day < today + timedelta(days=_LONGEST):
        day += timedelta(days=1)
        moments.append(datetime.combine(day, time(12), tzinfo=here[0].tzinfo))
        stay = kept(moments, day)
        gone |= {moment: day for moment in here if moment not in stay and moment not in gone}
        moments = [moment for moment in moments if moment in stay]
    return gone
