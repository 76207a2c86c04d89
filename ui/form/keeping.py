"""What a form asks of whoever keeps its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from pydantic import JsonValue

    from hsb_assess.domain.answer import Answer

__all__ = ["INSIDE", "Keeper", "ScrapKeeper", "Unkept"]

INSIDE: Final = "/"
"""Stands in the name of a scrap begun inside of another: ``new.person@new.evidence@M05.impact/source``."""


class Keeper(Protocol):
    """Where a form hands over what a person enters; calls return at once, ``done`` comes later."""

    def draft(self, path: str, value: JsonValue, cursor: int) -> None:
        """Keep what is being typed."""

    def record(self, path: str, answer: Answer, failed: Callable[[], None], *, noted: bool = False) -> None:
        """Record an answer; ``failed`` when it could not be. ``noted``: somebody chose to say *not yet asked*."""

    def add_row(self, group_path: str, done: Callable[[str], None]) -> None:
        """Add a row and give ``done`` its id."""

    def remove_row(self, row_path: str, done: Callable[[], None]) -> None:
        """Remove a row."""

    def add_thing(self, kind: str, fields: Mapping[str, Answer], done: Callable[[str], None]) -> None:
        """Enter a person, an evidence item, … and give ``done`` its id."""

    def now(self) -> datetime:
        """Return the present moment."""


class ScrapKeeper(Protocol):
    """Where a form hands over what is being written and is no answer yet: a half-typed date, an item not added."""

    def kept(self, name: str) -> JsonValue:
        """Return what stands under a name, ``None`` where nothing does."""

    def write(self, name: str, value: JsonValue) -> None:
        """Take what stands in a field now."""

    def drop(self, name: str) -> None:
        """Forget it: it was recorded, or thrown away."""

    def seal(self) -> None:
        """Hand over at once what is not kept yet."""


class Unkept:
    """Scraps of a form without a vault: there as long as the form is."""

    def __init__(self) -> None:
        self.words: dict[str, JsonValue] = {}

    def kept(self, name: str) -> JsonValue:
        """Return what stands under a name."""
        return self.words.get(name)

    def write(self, name: str, value: JsonValue) -> None:
        """Take what stands in a field now."""
        self.words[name] = value

    def drop(self, name: str) -> None:
        """Forget it."""
        self.words.pop(name, None)

    def seal(self) -> None:
        """Do nothing: there is no vault to hand over to."""
