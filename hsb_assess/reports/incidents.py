"""The incidents of an assessment in the order of its list: those that show a pattern, each with its other days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hsb_assess.record.reading import Row
    from hsb_assess.reports.source import Source

__all__ = ["Incident", "incidents"]


@dataclass(frozen=True)
class Incident:
    """One incident: what it is called, its own row, and the row that tells its pattern (its own where it shows it)."""

    name: str
    row: Row
    pattern: Row


def incidents(source: Source) -> Iterator[Incident]:
    """Yield every incident, those of one pattern after each other."""
    for number, row in enumerate(source.rows("M03.incidents"), start=1):
        yield Incident(f"Incident {number}", row, row)
        for day in source.rows(row.at("times")):
            yield Incident(f"Incident {number}, again", day, row)
