"""The arguments of ``python -m ui``, read by hand: argparse would cost the first paint 6 ms."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["USAGE", "Options", "UsageError", "read"]

USAGE = "usage: hsb-assess [--vault FOLDER] [--today YYYY-MM-DD]"


class UsageError(Exception):
    """The arguments make no sense."""


class Options(NamedTuple):
    """``locked``: the launcher started us after a lock. ``today``: an ISO day for a shifted clock.

    ``look``: the copy of a backup that is shown in a window of its own, only read, and thrown away.
    """

    vault: Path | None = None
    today: str | None = None
    locked: bool = False
    look: Path | None = None


def read(arguments: Sequence[str]) -> Options:
    """Return the options; raises :class:`UsageError` on anything unknown."""
    vault: Path | None = None
    today: str | None = None
    locked = False
    look: Path | None = None
    left = list(arguments)
    while left:
        word, _, value = left.pop(0).partition("=")
        if word == "--locked":
            locked = True
        elif word in {"--vault", "--today", "--look"}:
            if not value and not left:
                raise UsageError(word)
            value = value or left.pop(0)
            if word == "--vault":
                vault = Path(value).absolute()
            elif word == "--look":
                look = Path(value).absolute()
            else:
                today = _day(value)
        else:
            raise UsageError(word)
    return Options(vault, today, locked, look)


def _day(text: str) -> str:
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise UsageError(text) from error
