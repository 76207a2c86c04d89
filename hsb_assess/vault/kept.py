"""Entries that a book has read or written: an entry never changes, so it is read from the database once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from hsb_assess.record.entry import Entry

__all__ = ["Kept"]

_MOST: Final = 30_000


class Kept:
    """Entries by their number in the vault, and their numbers by id; too many, and it begins anew.

    What is undone with its unit of work has to go: the numbers come again.
    """

    def __init__(self) -> None:
        self._entries: dict[int, Entry] = {}
        self._numbers: dict[str, int] = {}

    def __contains__(self, number: int) -> bool:
        return number in self._entries

    def get(self, number: int) -> Entry | None:
        """Return the entry with this number, if it is here."""
        return self._entries.get(number)

    def number(self, entry_id: str) -> int | None:
        """Return the number of the entry with this id, if it is here."""
        return self._numbers.get(entry_id)

    def keep(self, number: int, entry: Entry) -> None:
        """Keep an entry under its number."""
        if len(self._entries) >= _MOST:
            self.clear()
        self._entries[number] = entry
        self._numbers[entry.id] = number

    def clear(self) -> None:
        """Forget them all."""
        self._entries.clear()
        self._numbers.clear()
