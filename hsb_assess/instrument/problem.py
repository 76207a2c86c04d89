"""One thing about a well-shaped form that does not hold, and the words in which it is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hsb_assess.instrument.faults import Wrong

__all__ = ["Problem", "Trail", "guessed", "listed"]

_KNOWN_SHOWN: Final = 30
_COMPARED: Final = 100

Trail = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that does not hold: at which address, under which keys, what, and the gaps of its sentence."""

    address: str
    trail: Trail
    wrong: Wrong
    gaps: Mapping[str, object] = field(default_factory=dict)


def listed(words: list[str]) -> str:
    """Return words as a list for a sentence, cut where it would be too long to read."""
    shown = ", ".join(words[:_KNOWN_SHOWN])
    return shown if len(words) <= _KNOWN_SHOWN else f"{shown} …"


def guessed(written: str, known: Sequence[str]) -> str:
    """Return the end of a sentence that says which known name may be meant; empty where none is near."""
    close = get_close_matches(written[:_COMPARED], known, 1)
    return f"; perhaps {close[0]} is meant" if close else ""
