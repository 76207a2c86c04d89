"""Operators of a foreign language between their operands, each language with its own levels and its own operands."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Final

from hsb_assess.exchange.incoming.expressions import Call, CannotSayError, Expr

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Climbing", "Token"]

MOST_DEPTH: Final = 40
Token = tuple[str, str]
"""A kind of word, and the word; what follows the last one is of the kind *end*."""


class Climbing(ABC):
    """Reads words from left to right; ``levels`` are the operators, those that bind least first."""

    def __init__(self, tokens: Sequence[Token], levels: Sequence[tuple[str, ...]]) -> None:
        self._tokens = tokens
        self._levels = levels
        self._at = 0
        self._depth = 0

    def whole(self) -> Expr:
        """Return what all the words say; raises :class:`CannotSayError` where they go on after it."""
        found = self._expression(0)
        if self._peek() != ("end", ""):
            raise CannotSayError(f"The expression cannot be read at {self._peek()[1][:20]}.")
        return found

    def _peek(self, ahead: int = 0) -> Token:
        at = self._at + ahead
        return self._tokens[at] if at < len(self._tokens) else ("end", "")

    def _take(self, expected: str = "") -> Token:
        token = self._peek()
        if expected and token[1] != expected:
            raise CannotSayError(f"The expression cannot be read at {token[1][:20] or 'its end'}.")
        self._at += 1
        return token

    def _expression(self, level: int) -> Expr:
        if level == len(self._levels):
            return self._unary()
        self._depth += 1
        if self._depth > MOST_DEPTH * len(self._levels):
            raise CannotSayError("The expression is nested too deep.")
        left = self._expression(level + 1)
        while self._peek()[0] in {"sign", "name"} and self._peek()[1] in self._levels[level]:
            name = self._operator(self._take()[1])
            left = Call(name, (left, self._expression(level + 1)))
        self._depth -= 1
        return left

    @abstractmethod
    def _operator(self, sign: str) -> str:
        """Return the tree's name of an operator; raises :class:`CannotSayError` for one outside the subset."""

    @abstractmethod
    def _unary(self) -> Expr:
        """Read one operand, with the signs before it."""
