"""Finds answers that do not agree with each other, in words for whoever gave one of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from hsb_assess.instrument.pathway import DOB, DOB_ESTIMATED, born_between, span
from hsb_assess.instrument.schema import ItemType, address_of
from hsb_assess.instrument.values import AnswerFault, fuzzy_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pydantic import JsonValue

    from hsb_assess.domain.answer import Answer
    from hsb_assess.instrument.accord import Accord
    from hsb_assess.instrument.plan import Plan
    from hsb_assess.instrument.schema import Definition, Item
    from hsb_assess.instrument.spots import Spot, Spots

__all__ = ["Agreeing"]

_DAYS: Final = "Check both days."
_PEOPLE: Final = "Pick somebody else at one of the two."
_UNFIT: Final = "Somebody is picked who is entered as somebody else than is asked for here."
_OTHERS: Final = "Pick somebody else, or correct who they are."


@dataclass(frozen=True)
class Agreeing:
    """Looks at the answers that count, as they stand in the spots of one record.

    ``answer`` gives what counts at a path. Nothing that is hidden, absent or not to be read disagrees with anything.
    """

    definition: Definition
    plan: Plan
    spots: Spots
    answer: Callable[[str], Answer]

    def faults(self, path: str) -> Iterator[AnswerFault]:
        """Yield what the answer at ``path`` does not agree with: what it has to heed, and what has to heed it."""
        spot = self.spots.by_path.get(path)
        item = spot.place.item if spot is not None else None
        if spot is None or item is None or not spot.shown:
            return
        for accord in item.agrees:
            for other in self._meant(accord, spot):
                if self._clash(accord, path, other):
                    yield self._told(accord, path, other, heeds=True)
        for address, accord in self.plan.heeded.get(item.address, ()):
            for _, theirs in self.spots.filled(address, spot.place, spot.rows):
                heeding = self.spots.by_path[theirs]
                if heeding.shown and path in self._meant(accord, heeding) and self._clash(accord, theirs, path):
                    yield self._told(accord, path, theirs, heeds=False)
        if item.type is ItemType.REF and item.filter:
            yield from self._unfit(item, path)

    def _meant(self, accord: Accord, spot: Spot) -> list[str]:
        """Return the paths of the other question's answers that one has to agree with."""
        found = self.spots.filled(accord.other, spot.place, spot.rows)
        if not accord.same:
            return [path for _, path in found if path != spot.path]
        there = self.plan.places[accord.other]
        meant = []
        for rows, path in found:
            for theirs, ours in accord.same.items():
                people = {each for _, at in self.spots.filled(theirs, there, rows) for each in self._picked(at)}
                if not any(people & self._picked(at) for _, at in self.spots.filled(ours, spot.place, spot.rows)):
                    break
            else:
                meant.append(path)
        return meant

    def _picked(self, path: str) -> set[str]:
        value = self.answer(path).value
        return {each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)}

    def _clash(self, accord: Accord, path: str, other: str) -> bool:
        if accord.differs is not None:
            return bool(self._picked(path) & self._picked(other))
        moments = [_moment(self.answer(each).value) for each in (path, other)]
        if moments[0] is not None and moments[1] is not None:
            return moments[0] < moments[1]
        mine, theirs = self._days(path), self._days(other)
        return mine is not None and theirs is not None and mine[1] < theirs[0]

    def _days(self, path: str) -> tuple[date, date] | None:
        """Return the first and last day on which something can have begun."""
        value = self.answer(path).value
        day = fuzzy_date({"date": value[:10]} if isinstance(value, str) else value)
        if day is None:
            return None
        begun = day.model_copy(update={"end": None})
        if address_of(path) != DOB:
            return span(begun)
        return born_between(begun, estimated=self.answer(DOB_ESTIMATED).value == "yes")

    def _told(self, accord: Accord, path: str, other: str, *, heeds: bool) -> AnswerFault:
        label = self.definition.item(other).label.en
        if accord.differs is not None:
            return AnswerFault(path, "value_same", f"The same person is picked at “{label}”.", _PEOPLE, other)
        where = f"This is before the day at “{label}”." if heeds else f"The day at “{label}” is before this one."
        return AnswerFault(path, "value_before", where, _DAYS, other)

    def _unfit(self, item: Item, path: str) -> Iterator[AnswerFault]:
        """Yield a fault for each thing picked of which something else is recorded than is asked for here."""
        lists = [address for kind in item.of for address in self.plan.lists.get(kind, ())]
        for picked in sorted(self._picked(path)):
            for name, codes in item.filter.items():
                for at in (f"{address}[{picked}].{name}" for address in lists):
                    said = self._picked(at)
                    if said and not said & set(codes):
                        yield AnswerFault(path, "value_unfit", _UNFIT, _OTHERS, at)


def _moment(value: JsonValue) -> datetime | None:
    """Return a day and time with its offset; ``None`` for a day alone and for anything else."""
    if not isinstance(value, str) or ":" not in value:
        return None
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None
