"""How long files are kept here: the classes of a nation's guidance, with the years of the area's own schedule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.desk.guidance import RETENTION, guidance_in_force, keep_edit
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.rules.retention import periods

if TYPE_CHECKING:
    from pydantic import JsonValue

    from hsb_assess.desk.workplace import Change, Workplace
    from hsb_assess.rules.retention import Period

__all__ = ["MOST_YEARS", "change_period", "classes_of", "figures_words"]

MOST_YEARS: Final = 150


def classes_of(at: Workplace, nation: str) -> tuple[Period, ...]:
    """Return the classes of files of a nation as they are in force here."""
    with at.book.begin("read", write=False) as work:
        return periods(guidance_in_force(at, work, nation).content)


def figures_words(period: Period) -> str:
    """Return the figures of a class in words; where it has none, that the local schedule decides."""
    said = []
    if period.until_birthday is not None:
        said.append(f"to the {_ordinal(period.until_birthday)} birthday")
    if period.after_closing is not None:
        said.append(f"{period.after_closing} years after closing")
    if period.after_death is not None and period.died_under is not None:
        said.append(f"{period.after_death} years after a death under {period.died_under}")
    return "; ".join(said) if said else "no figure: the local schedule decides"


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def change_period(
    at: Workplace, nation: str, name: str, *, until_birthday: int | None, after_closing: int | None, why: str
) -> Change:
    """Enter the years of the area's own schedule for a class, with the reason; both ``None`` leaves it without a figure.

    It counts at once for every case of that nation, because a schedule is not what a case was judged by. What the
    guidance says about a death stays. Raises ``no_such_class``, ``years_needed``, ``reason_needed``.
    """
    for years in (until_birthday, after_closing):
        if years is not None and not 0 <= years <= MOST_YEARS:
            raise HsbAssessError("years_needed", "This cannot be meant.", f"Give whole years, up to {MOST_YEARS}.")
    with at.book.begin("guidance_changed") as work:
        found = {each.id: each for each in periods(guidance_in_force(at, work, nation).content)}
        if name not in found:
            raise HsbAssessError("no_such_class", "There is no such kind of file.", "Open the settings again.")
        old = found[name]
        return keep_edit(
            at,
            work,
            nation,
            f"{RETENTION}.{name}",
            _figures(old, old.until_birthday, old.after_closing),
            _figures(old, until_birthday, after_closing),
            why,
        )


def _figures(period: Period, until_birthday: int | None, after_closing: int | None) -> JsonValue:
    found = {
        "until_birthday": until_birthday,
        "after_closing": after_closing,
        "after_death": period.after_death,
        "died_under": period.died_under,
    }
    return {name: years for name, years in found.items() if years is not None}
