"""Each laptop's chain of entries in a case: what is missing from it, forks in it, or was recorded out of turn."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hsb_assess.record.entry import Entry

__all__ = ["ChainFault", "chain_faults"]


@dataclass(frozen=True)
class ChainFault:
    """What does not fit at one entry.

    Codes: ``chain_gap`` (the entry before it is not here), ``chain_fork`` (another entry of the same laptop
    follows the same one), ``clock_back`` (it says that it was recorded before the entry that it follows).
    """

    entry: str
    code: str


def chain_faults(entries: Iterable[Entry]) -> tuple[ChainFault, ...]:
    """Return what does not fit in the chains of ``entries``, which are all of one case, sorted by entry.

    The order in which entries are given does not matter. What was withheld from the *end* of a chain cannot be
    seen here; the sequence of packages shows it.
    """
    chains: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in {entry.id: entry for entry in entries}.values():
        chains[entry.author, entry.device].append(entry)
    found = (fault for chain in chains.values() for fault in _faults(chain))
    return tuple(sorted(found, key=lambda fault: (fault.entry, fault.code)))


def _faults(chain: list[Entry]) -> Iterator[ChainFault]:
    by_hash = {entry.hash: entry for entry in chain}
    after: dict[str | None, int] = defaultdict(int)
    for entry in chain:
        after[entry.previous] += 1
    for entry in chain:
        if after[entry.previous] > 1:
            yield ChainFault(entry.id, "chain_fork")
        if entry.previous is None:
            continue
        before = by_hash.get(entry.previous)
        if before is None:
            yield ChainFault(entry.id, "chain_gap")
        elif datetime.fromisoformat(entry.recorded) < datetime.fromisoformat(before.recorded):
            yield ChainFault(entry.id, "clock_back")
