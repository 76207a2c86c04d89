"""The expressions of XLSForm, as far as the form language can say them: references, comparisons, logic, arithmetic."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hsb_assess.exchange.incoming.climbing import Climbing
from hsb_assess.exchange.incoming.expressions import Call, CannotSayError, Expr, Lit, Ref

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["OWN", "parse"]

MOST_LETTERS: Final = 8_000
OWN: Final = "."
"""The name under which ``.``, the answer itself, is asked for in a constraint."""

_TOKEN: Final = re.compile(
    r"""\s*(?:(?P<ref>\$\{\s*[^{}\s]+\s*\})|(?P<number>\d+(?:\.\d+)?|\.\d+)|(?P<text>'[^']*+'|"[^"]*+")
    |(?P<path>(?:\.\./)+[A-Za-z_][\w.-]*|(?:/[A-Za-z_][\w.-]*)+)|(?P<name>[A-Za-z_][\w.:-]*)
    |(?P<sign><=|>=|!=|[-+*=<>(),.|]))""",
    re.VERBOSE,
)
_LEVELS: Final[tuple[tuple[str, ...], ...]] = (
    ("or",), ("and",), ("=", "!="), ("<", "<=", ">", ">="), ("+", "-"), ("*", "div", "mod"),
)  # fmt: skip
_FUNCTIONS: Final = {
    "selected": ("selected", 2, 2),
    "not": ("not", 1, 1),
    "if": ("if", 3, 3),
    "count-selected": ("count", 1, 1),
    "count": ("count", 1, 1),
    "sum": ("sum", 1, 200),
    "min": ("least", 1, 200),
    "max": ("greatest", 1, 200),
    "round": ("round", 1, 2),
    "string-length": ("length", 1, 1),
}
_THROUGH: Final = frozenset({"number", "boolean", "string"})


def parse(text: str, columns: Mapping[str, str] | None = None) -> Expr:
    """Return what an expression says; raises :class:`CannotSayError` where it is outside the subset.

    ``columns`` are the columns of an option in a choice filter, by name.
    """
    if len(text) > MOST_LETTERS:
        raise CannotSayError("The expression is too long.")
    return _Parser(text, columns).whole()


class _Parser(Climbing):
    def __init__(self, text: str, columns: Mapping[str, str] | None) -> None:
        super().__init__(_tokens(text), _LEVELS)
        self._columns = columns

    def _operator(self, sign: str) -> str:
        if sign == "mod":
            raise CannotSayError("The operator mod is outside the subset.")
        return "/" if sign == "div" else sign

    def _unary(self) -> Expr:
        minus = 0
        while self._peek() == ("sign", "-"):
            self._take()
            minus += 1
        found = self._term()
        return Call("-", (found,)) if minus % 2 else found

    def _term(self) -> Expr:  # noqa: PLR0911 - one return a kind of word
        kind, word = self._take()
        match kind:
            case "number":
                return Lit(float(word) if "." in word else int(word[:16]))
            case "text":
                return Lit(word[1:-1])
            case "ref":
                return Ref((word[2:-1].strip(),))
            case "path":
                return Ref((word.rpartition("/")[2],))
            case "sign" if word == "(":
                found = self._expression(0)
                self._take(")")
                return found
            case "sign" if word == ".":
                return Ref((OWN,))
            case "name":
                return self._named(word)
            case _:
                raise CannotSayError(f"The expression cannot be read at {word[:20] or 'its end'}.")

    def _named(self, word: str) -> Expr:
        if self._peek() != ("sign", "("):
            if self._columns is not None:
                return Lit(self._columns.get(word, ""))
            raise CannotSayError(f"{word[:40]} is outside the subset.")
        parts = self._arguments()
        if word in {"true", "false"} and not parts:
            return Lit(word == "true")
        if word in _THROUGH and len(parts) == 1:
            return parts[0]
        name, least, most = _FUNCTIONS.get(word, ("", 0, 0))
        if not name or not least <= len(parts) <= most:
            raise CannotSayError(f"The function {word[:40]} is outside the subset.")
        return Call(name, parts)

    def _arguments(self) -> tuple[Expr, ...]:
        self._take("(")
        found: list[Expr] = []
        while self._peek()[1] != ")":
            found.append(self._expression(0))
            if self._peek()[1] != ")":
                self._take(",")
        self._take(")")
        return tuple(found)


def _tokens(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    at = 0
    while text[at:].strip():
        match = _TOKEN.match(text, at)
        if match is None or match.lastgroup is None:
            raise CannotSayError(f"The expression cannot be read at {text[at:].strip()[:20]}.")
        found.append((match.lastgroup, match[match.lastgroup]))
        at = match.end()
    return found
