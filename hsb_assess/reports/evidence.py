"""The numbered list of evidence items that answers cite (E1, E2 …), in the order of what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hsb_assess.domain.answer import Answer
    from hsb_assess.record.reading import Reading, Thing

__all__ = ["EvidenceIndex"]


class EvidenceIndex:
    """Gives every evidence item of a case its number, oldest first."""

    def __init__(self, reading: Reading) -> None:
        self.items: tuple[Thing, ...] = tuple(sorted(reading.things("evidence"), key=_when))
        self._numbers = {item.id: f"E{number}" for number, item in enumerate(self.items, start=1)}
        self._record_only = {item.id for item in self.items if item.value("record_search_only") == "yes"}

    def number(self, item: str) -> str:
        """Return an item's number; empty for one that is not in the case."""
        return self._numbers.get(item, "")

    def cites(self, evidence: Iterable[str]) -> tuple[str, ...]:
        """Return the numbers of these items, in order."""
        found = {self._numbers[item] for item in evidence if item in self._numbers}
        return tuple(sorted(found, key=lambda number: int(number[1:])))

    def rests_on_records_alone(self, answer: Answer) -> bool:
        """Say whether all that an answer cites is a search of records."""
        return bool(answer.evidence) and all(item in self._record_only for item in answer.evidence)


def _when(item: Thing) -> tuple[str, str]:
    when = item.day("when")
    return ("9999-12-31" if when is None else when.earliest().isoformat(), item.id)
