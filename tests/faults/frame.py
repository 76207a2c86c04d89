"""What a fault test reports: how often it tried, what survived, what was lost, what leaked; a line each and one file."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["Tally", "write"]


@dataclass
class Tally:
    """One kind of fault. ``control`` says that this one has to show a loss or a leak, or nothing here proves anything.

    ``figures`` are measurements beside the counts; ``faults`` says of each loss and leak what it was, without
    quoting what was typed.
    """

    name: str
    control: bool = False
    tried: int = 0
    survived: int = 0
    lost: int = 0
    leaked: int = 0
    figures: dict[str, float] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def lose(self, what: str) -> None:
        """Count a loss."""
        self.lost += 1
        self.faults.append(f"lost: {what}")

    def leak(self, what: str) -> None:
        """Count a leak."""
        self.leaked += 1
        self.faults.append(f"leaked: {what}")

    def at_most(self, name: str, value: float) -> None:
        """Keep the largest value of a figure."""
        self.figures[name] = round(max(value, self.figures.get(name, value)), 1)

    @property
    def holds(self) -> bool:
        """Whether this came out as it should: clean, or for a control anything but."""
        clean = self.tried > 0 and self.survived == self.tried and not self.lost and not self.leaked
        return self.tried > 0 and not clean if self.control else clean

    def line(self) -> str:
        """Return the line that people read."""
        counts = f"tried {self.tried} survived {self.survived} lost {self.lost} leaked {self.leaked}"
        figures = "".join(f" {name} {value:g}" for name, value in self.figures.items())
        wanted = " (control: has to fail)" if self.control else ""
        return f"{self.name}: {counts}{figures}{wanted}{'' if self.holds else '  DOES NOT HOLD'}"

    def as_json(self) -> dict[str, Any]:
        """Return everything, for the report and the file."""
        return {**asdict(self), "holds": self.holds}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Tally:
        """Read :meth:`as_json`."""
        return cls(**{name: part for name, part in value.items() if name != "holds"})


def write(tallies: Iterable[Tally], path: Path) -> None:
    """Write the tallies where other tools read them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([tally.as_json() for tally in tallies], indent=1) + "\n", encoding="utf-8")
