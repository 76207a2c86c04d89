"""What a book keeps in memory of its vault: entries, which never change, and where its own last unit of work ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from hsb_assess.record.entry import Entry

__all__ = ["Kept", "Tail"]

_MOST: Final = 30_000


@dataclass(frozen=True)
class Tail:
    """The last row of the audit: its number, its hash, and the latest time that any row had (UTC)."""

    seq: int
    hash: str
    seen: str


class Kept:
    """Entries by their number in the vault, and their numbers by id; too many, and it begins anew.

    What is undone with its unit of work has to go: the numbers come again.

    ``tail`` is where this book's last unit of work ended. As long as the audit still ends there nobody else has
    written, and these hold: ``previous``, the hash of the last entry by case, device and author (``None`` for any
    author), and ``awaited``, whether any parent is waited for (``None``: not looked at yet).
    """

    def __init__(self) -> None:
        self._entries: dict[int, Entry] = {}
        self._numbers: dict[str, int] = {}
        self.tail: Tail | None = None
        self.previous: dict[tuple[str, str, str | None], str | None] = {}
        self.awaited: bool | None = None

    def end_elsewhere(self, tail: Tail | None) -> None:
        """Take it that the audit ends at ``tail``, and that somebody else wrote what lies before it."""
        self.tail = tail
        self.previous.clear()
        self.awaited = None

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
            self._entries.clear()
            self._numbers.clear()
        self._entries[number] = entry
        self._numbers[entry.id] = number

    def clear(self) -> None:
        """Forget them all."""
        self._entries.clear()
        self._numbers.clear()
        self.end_elsewhere(None)
