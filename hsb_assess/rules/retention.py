"""How long a file is kept at least: the longest of what its classes say, counted from a birthday, a death or the closing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic import JsonValue

    from hsb_assess.domain.fuzzydate import FuzzyDate

__all__ = ["FIGURES", "KeptFor", "Lacking", "Period", "Review", "kept_for", "periods", "review_of"]

FIGURES: Final = ("until_birthday", "after_closing", "after_death", "died_under")
"""The figures of a class in a guidance profile, in years. A class without the first two leaves it to the local schedule."""


class Lacking(StrEnum):
    """What has to be known before a day can be worked out."""

    SCHEDULE = "schedule"
    BIRTH = "birth"
    CLOSING = "closing"
    NO_CLASS = "no_class"


@dataclass(frozen=True)
class Period:
    """One class of files and its figures, in years; ``None`` where it has none.

    A file is kept to a birthday, or for some years after the case was closed, whichever is later where both are given.
    Where the child died below ``died_under``, ``after_death`` years after that take the birthday's place.
    """

    id: str
    title: str
    rule: str
    verified: bool
    until_birthday: int | None = None
    after_closing: int | None = None
    after_death: int | None = None
    died_under: int | None = None

    @property
    def has_figures(self) -> bool:
        """Whether a day can be worked out at all."""
        return self.until_birthday is not None or self.after_closing is not None


@dataclass(frozen=True)
class KeptFor:
    """Until which day one class has a file kept, or what that day cannot be worked out without."""

    period: Period
    day: date | None
    lacking: Lacking | None = None


@dataclass(frozen=True)
class Review:
    """The earliest day on which anybody may look whether a file is still needed; ``None`` until it can be worked out.

    ``known`` is the latest day among those classes for which there is one: before it there is nothing to look at.
    """

    day: date | None
    known: date | None
    lines: tuple[KeptFor, ...]
    lacking: tuple[Lacking, ...]

    def is_due(self, today: date) -> bool:
        """Say whether that day has come."""
        return self.day is not None and self.day <= today


def periods(profile: Mapping[str, JsonValue]) -> tuple[Period, ...]:
    """Return the classes of a guidance profile, in its order."""
    listed = profile.get("retention")
    return tuple(_period(each) for each in (listed if isinstance(listed, list) else []) if isinstance(each, dict))


def _period(entry: Mapping[str, JsonValue]) -> Period:
    figures = {name: value for name in FIGURES if isinstance(value := entry.get(name), int)}
    return Period(
        str(entry.get("id", "")),
        _english(entry.get("title")),
        _english(entry.get("rule")),
        entry.get("verified") is True,
        **figures,
    )


def _english(value: JsonValue) -> str:
    text = value.get("en") if isinstance(value, dict) else value
    return text if isinstance(text, str) else ""


def years_after(day: date, years: int) -> date:
    """Return the same day so many years later; after a 29 February without one, 1 March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def kept_for(period: Period, *, born: FuzzyDate | None, died: date | None, closed: date | None) -> KeptFor:
    """Return until which day a class has a file kept. Of a rough date of birth the latest day counts: longest wins."""
    days = []
    if not period.has_figures:
        return KeptFor(period, None, Lacking.SCHEDULE)
    if period.until_birthday is not None:
        if born is None:
            return KeptFor(period, None, Lacking.BIRTH)
        birthday = years_after(born.latest(), period.until_birthday)
        young = (
            died is not None and period.died_under is not None and died < years_after(born.latest(), period.died_under)
        )
        if young and died is not None and period.after_death is not None:
            birthday = years_after(died, period.after_death)
        days.append(birthday)
    if period.after_closing is not None:
        if closed is None:
            return KeptFor(period, None, Lacking.CLOSING)
        days.append(years_after(closed, period.after_closing))
    return KeptFor(period, max(days))


def review_of(
    classes: Iterable[Period], *, born: FuzzyDate | None, died: date | None = None, closed: date | None = None
) -> Review:
    """Return when a file of these classes may be looked at again. The longest wins, so one unknown day leaves it open."""
    lines = tuple(kept_for(each, born=born, died=died, closed=closed) for each in classes)
    known = max((line.day for line in lines if line.day is not None), default=None)
    lacking = tuple(dict.fromkeys(line.lacking for line in lines if line.lacking is not None))
    if not lines:
        lacking = (Lacking.NO_CLASS,)
    return Review(None if lacking else known, known, lines, lacking)
