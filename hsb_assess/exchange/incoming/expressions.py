"""The small tree that conditions and calculations of every foreign language are read into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

__all__ = ["Call", "CannotSayError", "Expr", "Lit", "Ref", "size_of"]

MOST_PARTS = 2_000


@dataclass(frozen=True, slots=True)
class Lit:
    """A literal. A coding is ``code`` with its ``system``; ``None`` is nothing at all."""

    value: str | float | bool | None
    system: str = ""


@dataclass(frozen=True, slots=True)
class Ref:
    """The answers of one or more questions, by their own names; ``points`` means the ordinals of what is chosen."""

    names: tuple[str, ...]
    points: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """An operator or a function and what it takes.

    ``and or not = != < <= > >= + - * /``, ``exists empty selected count sum if round least greatest``.
    """

    name: str
    parts: tuple[Expr, ...]


Expr: TypeAlias = Lit | Ref | Call


class CannotSayError(Exception):
    """Raised with a sentence where an expression says more than the form language can."""


def size_of(expr: Expr) -> int:
    """Return how many parts an expression has; stops counting beyond what is allowed."""
    count, waiting = 0, [expr]
    while waiting and count <= MOST_PARTS:
        each = waiting.pop()
        count += 1
        if isinstance(each, Call):
            waiting.extend(each.parts)
    return count
