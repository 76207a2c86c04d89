"""What a form asks of whoever keeps its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from pydantic import JsonValue

    from hsb_assess.domain.answer import Answer

__all__ = ["Keeper"]


class Keeper(Protocol):
    """Where a form hands over what a person enters; calls return at once, ``done`` comes later."""

    def draft(self, path: str, value: JsonValue, cursor: int) -> None:
        """Keep what is being typed."""

    def record(self, path: str, answer: Answer, failed: Callable[[], None]) -> None:
        """Record an answer; ``failed`` when it could not be."""

    def add_row(self, group_path: str, done: Callable[[str], None]) -> None:
        """Add a row and give ``done`` its id."""

    def remove_row(self, row_path: str, done: Callable[[], None]) -> None:
        """Remove a row."""

    def add_thing(self, kind: str, fields: Mapping[str, Answer], done: Callable[[str], None]) -> None:
        """Enter a person, an evidence item, … and give ``done`` its id."""

    def now(self) -> datetime:
        """Return the present moment."""
