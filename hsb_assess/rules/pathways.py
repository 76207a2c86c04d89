"""Derived facts for the rules: what the pathway establishes of the whole case, or of one incident."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hsb_assess.instrument.paths import address_of, rows_of
from hsb_assess.instrument.pathway import established

if TYPE_CHECKING:
    from hsb_assess.domain.answer import Answer
    from hsb_assess.instrument.condition import Pathway
    from hsb_assess.record.reading import Reading

__all__ = ["is_established"]

INCIDENTS = "M03.incidents"


@dataclass(frozen=True)
class _Seen:
    """The answers of a reading, those of one incident's row alone where an incident is given."""

    reading: Reading
    incident: str | None

    def readings(self, address: str) -> list[tuple[tuple[str, ...], Answer]]:
        """Return each visible answer at ``address`` with the rows that it stands in."""
        one = self.incident is not None and address.startswith(f"{INCIDENTS}.")
        found = ((rows_of(path), path) for path in self.reading.answers if address_of(path) == address)
        return [(rows, self.reading.answer(path)) for rows, path in found if not one or self.incident in rows]


def is_established(reading: Reading, fact: Pathway, incident: str | None = None) -> bool:
    """Say whether a derived fact holds, of any incident or of the one whose row id is given."""
    return established(fact, _Seen(reading, incident), reading.today)
