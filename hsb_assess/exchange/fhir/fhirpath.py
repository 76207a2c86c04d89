"""The subset of FHIRPath that compiles on import: paths to answers by linkId, comparisons, logic, arithmetic.

What it takes stands in ``docs/forms-from-elsewhere.md``. Anything else is said not to be carried; nothing is guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hsb_assess.exchange.incoming.climbing import Climbing
from hsb_assess.exchange.incoming.expressions import MOST_PARTS, Call, CannotSayError, Expr, Lit, Ref, size_of

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["FHIRPATH", "parse"]

FHIRPATH: Final = "text/fhirpath"
"""FHIR's name of the language; an expression that says no language is in it."""
MOST_LETTERS: Final = 8_000

_TOKEN: Final = re.compile(
    r"""\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<date>@T?[0-9][0-9T:.+Z-]*)|(?P<text>'(?:[^'\\]|\\.)*+')
    |(?P<name>[A-Za-z_][A-Za-z0-9_]*|`[^`]*+`)|(?P<variable>%(?:[A-Za-z_][A-Za-z0-9_-]*|`[^`]*+`|'[^']*+'))
    |(?P<sign><=|>=|!=|!~|[-+*/=<>~().,|&\[\]{}$]))""",
    re.VERBOSE,
)
_ESCAPE: Final = re.compile(r"\\(u[0-9a-fA-F]{4}|.)")
_LEVELS: Final[tuple[tuple[str, ...], ...]] = (
    ("implies",), ("or", "xor"), ("and",), ("in", "contains"), ("=", "!=", "~", "!~"), ("<", "<=", ">", ">="), ("|",),
    ("+", "-", "&"), ("*", "/", "div", "mod"),
)  # fmt: skip
_SAME: Final = {"~": "=", "!~": "!="}
_SAID: Final = frozenset({"implies", "or", "and", "=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/"})
_THROUGH: Final = frozenset({"first", "last", "single", "toInteger", "toDecimal", "toQuantity", "distinct"})
_ASIDE: Final = frozenset({"value", "valueCoding", "valueDecimal", "valueInteger", "valueBoolean", "valueString",
                           "valueDate", "valueDateTime", "valueTime", "valueQuantity", "code"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Answers:
    """Where a path has come to: items (all, or those of some linkIds), or their answers."""

    names: tuple[str, ...] = ()
    inside: bool = False
    points: bool = False


def parse(text: str, variables: Mapping[str, Expr]) -> Expr:
    """Return what an expression says; raises :class:`CannotSayError` with a sentence where it is outside the subset."""
    if len(text) > MOST_LETTERS:
        raise CannotSayError("The expression is too long.")
    return _Parser(text, variables).whole()


class _Parser(Climbing):
    def __init__(self, text: str, variables: Mapping[str, Expr]) -> None:
        super().__init__(_tokens(text), _LEVELS)
        self._variables = variables

    def whole(self) -> Expr:
        found = super().whole()
        if size_of(found) > MOST_PARTS:
            raise CannotSayError("The expression is too long.")
        return found

    def _operator(self, sign: str) -> str:
        sign = _SAME.get(sign, sign)
        if sign not in _SAID:
            raise CannotSayError(f"The operator {sign} is outside the subset.")
        return sign

    def _unary(self) -> Expr:
        if self._peek() == ("sign", "-"):
            self._take()
            return Call("-", (self._unary(),))
        return self._chain()

    # --- paths -------------------------------------------------------------------------------------

    def _chain(self) -> Expr:
        found = self._term()
        while self._peek()[1] in {".", "["} and self._peek()[0] == "sign":
            if self._take()[1] == "[":
                raise CannotSayError("Positions in lists are outside the subset.")
            found = self._step(found)
        return _finished(found)

    def _term(self) -> Expr | _Answers:  # noqa: PLR0911 - one return a kind of word
        kind, word = self._take()
        match kind:
            case "number":
                return Lit(float(word) if "." in word else int(word[:16]))
            case "text":
                return Lit(_unescaped(word[1:-1]))
            case "date":
                return Lit(word.lstrip("@").removeprefix("T"))
            case "variable":
                return self._variable(word[1:].strip("`'"))
            case "sign" if word == "(":
                found = self._expression(0)
                self._take(")")
                return found
            case "sign" if word == "{" and self._peek()[1] == "}":
                self._take()
                return Lit(None)
            case "name":
                return self._named(word)
            case _:
                raise CannotSayError(f"The expression cannot be read at {word[:20] or 'its end'}.")

    def _variable(self, name: str) -> Expr | _Answers:
        if name in {"resource", "context", "rootResource"}:
            return _Answers()
        if name not in self._variables:
            raise CannotSayError(f"The variable {name[:40]} is not known, or outside the subset.")
        return self._variables[name]

    def _named(self, word: str) -> Expr | _Answers:
        if word in {"true", "false"}:
            return Lit(word == "true")
        if word == "iif":
            return Call("if", self._arguments())
        if word in {"item", "QuestionnaireResponse"}:
            return _Answers()
        if word in {"descendants", "repeat"}:
            return self._descend(word)
        raise CannotSayError(f"{word[:40]} is outside the subset.")

    def _descend(self, word: str) -> _Answers:
        self._take("(")
        if word == "repeat":
            self._take("item")
        self._take(")")
        return _Answers()

    def _arguments(self) -> tuple[Expr, ...]:
        self._take("(")
        found: list[Expr] = []
        while self._peek()[1] != ")":
            found.append(self._expression(0))
            if self._peek()[1] == ",":
                self._take()
            elif self._peek()[1] != ")":
                raise CannotSayError("The expression cannot be read: a bracket is missing.")
        self._take(")")
        return tuple(found)

    def _step(self, found: Expr | _Answers) -> Expr | _Answers:
        if isinstance(found, Ref):
            found = _Answers(found.names, inside=True, points=found.points)
        word = self._take()[1].strip("`")
        called = self._peek() == ("sign", "(")
        if not called:
            return self._member(found, word)
        if word == "where":
            return self._where(found)
        if word in {"descendants", "repeat"} and isinstance(found, _Answers) and not found.inside:
            self._descend(word)
            return found
        if word in {"ordinal", "weight"} and isinstance(found, _Answers) and found.inside:
            self._none()
            return _Answers(found.names, inside=True, points=True)
        return self._function(_finished(found), word)

    def _none(self) -> None:
        self._take("(")
        self._take(")")

    def _member(self, found: Expr | _Answers, word: str) -> _Answers:
        if isinstance(found, _Answers):
            if word == "item" and not found.inside:
                return _Answers()
            if word == "answer" and found.names:
                return _Answers(found.names, inside=True)
            if found.inside and word in _ASIDE:
                return found
            if found.inside and word == "extension":
                return self._ordinal(found)
        raise CannotSayError(f"{word[:40]} is outside the subset.")

    def _ordinal(self, found: _Answers) -> _Answers:
        """Read ``.extension.where(url = '…ordinalValue').value…``, as some make it by hand."""
        self._take(".")
        self._take("where")
        self._take("(")
        self._take("url")
        self._take("=")
        url = _unescaped(self._take()[1][1:-1])
        self._take(")")
        self._take(".")
        word = self._take()[1]
        if not url.endswith(("/ordinalValue", "/itemWeight", "/questionnaire-ordinalValue")) or word not in _ASIDE:
            raise CannotSayError("Only the ordinal of an option can be read from an extension.")
        return _Answers(found.names, inside=True, points=True)

    def _where(self, found: Expr | _Answers) -> _Answers:
        if not isinstance(found, _Answers) or found.inside:
            raise CannotSayError("Only items can be chosen with where().")
        self._take("(")
        names: list[str] = []
        while True:
            self._take("linkId")
            self._take("=")
            kind, word = self._take()
            if kind != "text":
                raise CannotSayError("Items are chosen by the text of their linkId.")
            names.append(_unescaped(word[1:-1]))
            if self._peek()[1] != "or":
                break
            self._take()
        self._take(")")
        return _Answers(tuple(names))

    def _function(self, found: Expr, word: str) -> Expr:
        arguments = self._arguments()
        if word in _THROUGH and not arguments:
            return found
        if word in {"exists", "hasValue"} and not arguments:
            return Call("exists", (found,))
        if word in {"empty", "not", "count", "sum"} and not arguments:
            return Call(word, (found,))
        if word == "round" and len(arguments) <= 1:
            return Call("round", (found, *arguments))
        raise CannotSayError(f"The function {word[:40]} is outside the subset.")


def _finished(found: Expr | _Answers) -> Expr:
    if not isinstance(found, _Answers):
        return found
    if not found.names:
        raise CannotSayError("It looks at every item; only items by their linkId are in the subset.")
    return Ref(found.names, points=found.points)


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


def _unescaped(text: str) -> str:
    short = {"n": "\n", "r": "\r", "t": "\t", "f": "\f"}
    return _ESCAPE.sub(lambda m: chr(int(m[1][1:], 16)) if len(m[1]) > 1 else short.get(m[1], m[1]), text)
