"""One clock: from which day it runs, until when, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from hsb_assess.rules.limits import Limit, days_between, last_day, limit_of

if TYPE_CHECKING:
    from datetime import date

    from hsb_assess.record.reading import Reading

__all__ = ["Clock", "Face", "State"]

SOON = Limit(5)
UNLIMITED = Limit(0, working=False)


class State(StrEnum):
    """How a clock stands: done in time, running, near its end, past it, or without a day to run from."""

    KEPT = "kept"
    RUNNING = "running"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    NOT_STARTED = "not_started"


@dataclass(frozen=True)
class Clock:
    """What runs (a code), the question it is about, its days, and how it stands.

    ``elapsed`` counts the days since ``start`` as the limit counts them (calendar days where nothing limits it),
    until ``done`` once that is known; ``working`` says whether these are working days. A clock without ``due`` has
    no limit for this nation.
    """

    name: str
    question: str
    start: date | None
    due: date | None
    done: date | None
    state: State
    elapsed: int = 0
    working: bool = False

    def as_json(self) -> dict[str, str | int | None]:
        """Return the clock as people and programs exchange it; days are ISO dates."""
        return {
            "name": self.name,
            "from": _text(self.start),
            "due": _text(self.due),
            "state": self.state.value,
            "done": _text(self.done),
            "elapsed": self.elapsed,
            "question": self.question,
        }


def _text(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


@dataclass(frozen=True)
class Face:
    """Makes the clocks of one reading as they stand on one day."""

    reading: Reading
    today: date

    def limited(
        self, name: str, question: str, start: date | None, *, done: date | None = None, limit: str | None = None
    ) -> Clock:
        """Return a clock that a limit of the guidance profile ends; ``limit`` is its name where it differs."""
        within = limit_of(self.reading.profile, limit or name)
        due = last_day(start, within, self.reading.profile) if start is not None and within is not None else None
        counted = within or UNLIMITED
        elapsed = self._elapsed(start, done, counted)
        return Clock(name, question, start, due, done, self._state(start, due, done), elapsed, counted.working)

    def until(
        self, name: str, question: str, start: date | None, due: date | None, *, done: date | None = None
    ) -> Clock:
        """Return a clock that ends on a day somebody wrote down."""
        return Clock(name, question, start, due, done, self._state(start, due, done), self._elapsed(start, done))

    def watched(self, name: str, question: str, start: date | None, due: date | None) -> Clock:
        """Return a clock that ends on a day somebody wrote down, due soon from as early as the order watch says."""
        state = self._state(start, due, None, soon=limit_of(self.reading.profile, "order_watch"))
        return Clock(name, question, start, due, None, state, self._elapsed(start, None))

    def _elapsed(self, start: date | None, done: date | None, within: Limit = UNLIMITED) -> int:
        return days_between(start, done or self.today, within, self.reading.profile) if start is not None else 0

    def _state(self, start: date | None, due: date | None, done: date | None, *, soon: Limit | None = None) -> State:
        if start is None and due is None and done is None:
            return State.NOT_STARTED
        if done is not None:
            return State.OVERDUE if due is not None and done > due else State.KEPT
        if due is None:
            return State.RUNNING
        if due < self.today:
            return State.OVERDUE
        near = soon or limit_of(self.reading.profile, "due_soon") or SOON
        return State.DUE_SOON if due <= last_day(self.today, near, self.reading.profile) else State.RUNNING
