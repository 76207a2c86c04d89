"""The one source of time, so that a demo or a test can live on another day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

__all__ = ["Clock", "ShiftedClock", "SystemClock", "clock_for"]

LOCAL = ZoneInfo("Europe/London")
_STARTED = datetime.now(UTC)


class Clock(Protocol):
    """Tells the time; wired once, passed to whoever needs it."""

    def now(self) -> datetime:
        """Return the present moment, aware, in the profile's time zone."""
        ...

    def today(self) -> date:
        """Return the present day in the profile's time zone."""
        ...


@dataclass(frozen=True)
class SystemClock:
    """The machine's own clock, read in the profile's time zone."""

    zone: ZoneInfo = LOCAL

    def now(self) -> datetime:
        """Return the present moment, to the microsecond."""
        return datetime.now(UTC).astimezone(self.zone)

    def today(self) -> date:
        """Return the present day."""
        return self.now().date()


@dataclass(frozen=True)
class ShiftedClock:
    """A clock that runs at ordinary speed, moved by a fixed span (``--today``, demo, tests)."""

    shift: timedelta
    zone: ZoneInfo = LOCAL

    def now(self) -> datetime:
        """Return the shifted moment."""
        return (datetime.now(UTC) + self.shift).astimezone(self.zone)

    def today(self) -> date:
        """Return the shifted day."""
        return self.now().date()


def clock_for(day: date | None) -> Clock:
    """Return the system clock, or one on which this process started on ``day`` at nine in the morning.

    Every clock for the same day tells the same time within a process, so what follows also reads as later.
    """
    if day is None:
        return SystemClock()
    return ShiftedClock(datetime(day.year, day.month, day.day, 9, 0, tzinfo=LOCAL) - _STARTED)
