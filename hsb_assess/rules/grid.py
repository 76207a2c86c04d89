"""The protection grid: every adult and every older child with every child, and how each pair stands.

It says what protects; it says nothing about guilt. A pair that nobody asked about is a place of its own, never *no contact*.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from hsb_assess.rules.facts import is_over, lacks, other_children, this_child

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from hsb_assess.record.reading import Reading, Row

__all__ = ["ARRANGEMENT", "MEETING", "PAIRS", "Grid", "Pair", "Standing", "grid_of", "standing_of"]

PAIRS: Final = "M11.pairs"
MEETING: Final = frozenset({"possible", "yes"})
ARRANGEMENT: Final = ("what", "who", "until")


class Standing(StrEnum):
    """How a pair stands, what is most urgent first."""

    BARE = "bare"
    """There is or may be contact, and what, who or until is missing."""
    RUN_OUT = "run_out"
    """There is or may be contact, and the arrangement's day has passed."""
    NOT_ASKED = "not_asked"
    """Nobody has asked, or has not said why there is no answer: the row may not even be there."""
    OPEN = "open"
    """It was asked, and the answer is a reason for having none, or cannot be read."""
    PROTECTED = "protected"
    NONE_KNOWN = "none_known"
    YOUNGER = "younger"
    """Both are children and the recorded ages say that the row's child is the younger one."""
    SAME = "same"
    """One person."""


@dataclass(frozen=True)
class Pair:
    """A cell: two people, how they stand, and their row in the record, ``None`` where there is none yet."""

    older: str
    child: str
    standing: Standing
    row: Row | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Grid:
    """``older`` are the rows and ``children`` the columns, person ids; ``nameless`` are register rows without a person."""

    older: tuple[str, ...]
    children: tuple[str, ...]
    pairs: Mapping[tuple[str, str], Pair] = field(repr=False)
    nameless: tuple[str, ...] = ()

    def count(self, *standings: Standing) -> int:
        """Return how many pairs of people stand so, each once whichever way round it is shown."""
        found = {frozenset(key) for key, pair in self.pairs.items() if pair.standing in standings}
        return len(found)

    def first(self, *standings: Standing) -> Pair | None:
        """Return the first cell that stands so, row by row."""
        return next((pair for pair in self.pairs.values() if pair.standing in standings), None)


def standing_of(row: Row, today: date) -> Standing:
    """Return how a row of the grid stands on a day."""
    answer = row.answer("contact")
    if not answer.is_asked():
        return Standing.NOT_ASKED
    if answer.value == "none_known":
        return Standing.NONE_KNOWN
    if not isinstance(answer.value, str) or answer.value not in MEETING:
        return Standing.OPEN  # a reason for having no answer, or one that cannot be read: never none known
    if lacks(row, *ARRANGEMENT):
        return Standing.BARE
    return Standing.RUN_OUT if is_over(row, "until", today) else Standing.PROTECTED


def grid_of(reading: Reading) -> Grid:
    """Return the grid as it stands: pairs are found either way round, as the rules find them."""
    child = this_child(reading)
    children = tuple(dict.fromkeys([*([child] if child is not None else []), *other_children(reading)]))
    rows: dict[frozenset[str], Row] = {}
    for row in reading.rows(PAIRS):
        both = frozenset({*row.codes("older"), *row.codes("child")})
        rows.setdefault(both, row)
    ages = dict(_ages(reading, child))
    older = tuple(dict.fromkeys(_older(reading, children, child, ages)))
    pairs = {(one, each): _pair(one, each, rows, ages, reading.today) for one in older for each in children}
    register = reading.rows("M11.adults")
    nameless = tuple(row.path for row in register if not isinstance(row.value("person"), str))
    return Grid(older, children, pairs, nameless)


def _pair(one: str, child: str, rows: Mapping[frozenset[str], Row], ages: Mapping[str, int], today: date) -> Pair:
    if one == child:
        return Pair(one, child, Standing.SAME)
    row = rows.get(frozenset({one, child}))
    if row is not None:
        return Pair(one, child, standing_of(row, today), row)
    younger = one in ages and child in ages and ages[one] < ages[child]
    return Pair(one, child, Standing.YOUNGER if younger else Standing.NOT_ASKED)


def _older(reading: Reading, children: tuple[str, ...], child: str | None, ages: Mapping[str, int]) -> Iterator[str]:
    """Yield the adults of the register, whoever stands in the grid, this child, and each child older than another."""
    known = {person.id for person in reading.things("person")}
    for row in reading.rows("M11.adults"):
        yield from (person for person in row.codes("person")[:1] if person in known)
    listed = [person for row in reading.rows(PAIRS) for person in row.codes("older") if person in known]
    yield from (person for person in listed if person not in children)
    if child is not None and len(children) > 1:
        yield child
    for each in children:
        elder = each in ages and any(other in ages and ages[other] < ages[each] for other in children)
        if elder or each in listed:
            yield each


def _ages(reading: Reading, child: str | None) -> Iterator[tuple[str, int]]:
    """Yield the ages in whole years that are recorded; an estimated birthday is no age."""
    born = reading.day("M00.dob")
    if child is not None and born is not None and not born.about and born.earliest() == born.latest():
        first, today = born.earliest(), reading.today
        yield child, today.year - first.year - ((today.month, today.day) < (first.month, first.day))
    for row in reading.rows("M11.children"):
        person, age = row.value("person"), row.value("age")
        if isinstance(person, str) and isinstance(age, int):
            yield person, age
