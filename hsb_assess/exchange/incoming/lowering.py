"""Expressions of other languages as conditions and scores of ours, as far as those can say the same."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from hsb_assess.exchange.incoming.expressions import Call, CannotSayError, Expr, Lit, Ref
from hsb_assess.instrument.vocabulary import ItemType

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["Lowering", "Place"]

Json: TypeAlias = dict[str, Any]

_BOUNDS: Final = {">": "above", ">=": "at_least", "<": "below", "<=": "at_most"}
_TURNED: Final = {">": "<", ">=": "<=", "<": ">", "<=": ">=", "=": "=", "!=": "!="}
_STEPS: Final = {"+": "add", "-": "subtract", "*": "multiply", "/": "divide", "least": "least", "greatest": "greatest"}
_NUMBERS: Final = frozenset({ItemType.NUMBER, ItemType.DECIMAL, ItemType.QUANTITY, ItemType.SCALE})
_WORDS: Final = frozenset({ItemType.TEXT, ItemType.LONGTEXT, ItemType.URL})
_CHOSEN: Final = frozenset(
    {ItemType.CHOICE, ItemType.MULTICHOICE, ItemType.OPEN_CHOICE, ItemType.SCALE, ItemType.STATE}
)
_DAY: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_SHUT: Final = frozenset({ItemType.GROUP, ItemType.NOTE, ItemType.ATTACHMENT, ItemType.REFERENCE})


@dataclass(frozen=True)
class Place:
    """Where a question of elsewhere stands here: its address, type, and options by the names that they had."""

    address: str
    type: ItemType
    codes: Mapping[tuple[str, str], str] = field(default_factory=dict)
    has_points: bool = False


class Lowering:
    """Turns expressions into written conditions and scores; raises :class:`CannotSayError` where it cannot.

    ``find`` gives the place of a question by its own name; ``number`` makes a hidden question that works out a score, and
    returns its address, so that a condition can compare it. ``whole`` says that ``=`` compares all answers of a choice of
    several at once, which the form language cannot.
    """

    def __init__(
        self, find: Callable[[str], Place | None], number: Callable[[Json], str], *, whole: bool = False
    ) -> None:
        self._find = find
        self._number = number
        self._whole = whole

    def _place(self, name: str) -> Place:
        place = self._find(name)
        if place is None:
            raise CannotSayError(f"There is no question {name}.")
        return place

    # --- conditions --------------------------------------------------------------------------------

    def condition(self, expr: Expr) -> Json | bool:  # noqa: PLR0911 - one return an operator
        """Return the condition, or a truth value where it is always the same."""
        match expr:
            case Lit(value=bool()):
                return bool(expr.value)
            case Ref():
                return self._any(expr, self._affirmed)
            case Call(name="and" | "or", parts=parts):
                return self._joined(expr.name, [self.condition(part) for part in parts])
            case Call(name="not", parts=(part,)):
                return _negated(self.condition(part))
            case Call(name="implies", parts=(left, right)):
                return self._joined("or", [_negated(self.condition(left)), self.condition(right)])
            case Call(name="exists" | "empty", parts=(Ref() as asked,)):
                said = self._any(asked, self._exists)
                return _negated(said) if expr.name == "empty" else said
            case Call(name="selected", parts=(Ref() as asked, Lit() as option)):
                return self._any(asked, lambda place: self._is(place, option))
            case Call(name="=" | "!=" | "<" | "<=" | ">" | ">=", parts=(left, right)):
                return self._compared(expr.name, left, right)
            case _:
                raise CannotSayError("This is no condition that the form language has.")

    @staticmethod
    def _joined(name: str, parts: list[Json | bool]) -> Json | bool:
        deciding = name == "or"
        if deciding in [part for part in parts if isinstance(part, bool)]:
            return deciding
        there = [part for part in parts if not isinstance(part, bool)]
        if not there:
            return not deciding
        return there[0] if len(there) == 1 else {"any" if deciding else "all": there}

    def _any(self, asked: Ref, say: Callable[[Place], Json]) -> Json | bool:
        return self._joined("or", [say(self._place(name)) for name in asked.names])

    @staticmethod
    def _exists(place: Place) -> Json:
        if place.type in _SHUT:
            raise CannotSayError("It asks about something that takes no answer here.")
        return {"question": place.address, "answered": True}

    @staticmethod
    def _affirmed(place: Place) -> Json:
        if place.type is not ItemType.BOOLEAN:
            raise CannotSayError("It takes an answer for true or false that is neither.")
        return {"question": place.address, "is": "yes"}

    def _compared(self, sign: str, left: Expr, right: Expr) -> Json | bool:
        if isinstance(left, Lit) and isinstance(right, Lit) and sign in {"=", "!="}:
            return (str(left.value) == str(right.value)) is (sign == "=")
        if not isinstance(left, Ref) and isinstance(right, Ref) and not isinstance(left, Call):
            left, right, sign = right, left, _TURNED[sign]
        if isinstance(left, Ref) and not left.points and isinstance(right, Lit):
            return self._with_literal(sign, left, right)
        if isinstance(right, Lit) and isinstance(right.value, bool) and isinstance(left, Call) and sign in {"=", "!="}:
            said = self.condition(left)
            return said if right.value is (sign == "=") else _negated(said)
        return self._numbers(sign, left, right)

    def _with_literal(self, sign: str, asked: Ref, literal: Lit) -> Json | bool:
        if sign in _BOUNDS:
            return self._any(asked, lambda place: self._bound(place, sign, literal))
        if literal.value is None or (literal.value == "" and not literal.system):
            said = self._any(asked, self._exists)
            return _negated(said) if sign == "=" else said
        if self._whole and any(self._place(name).type is ItemType.MULTICHOICE for name in asked.names):
            raise CannotSayError("A choice of several is compared as a whole; selected() asks for one of them.")
        said = self._any(asked, lambda place: self._is(place, literal))
        return _negated(said) if sign == "!=" else said

    def _is(self, place: Place, literal: Lit) -> Json:
        value = literal.value
        if place.type is ItemType.BOOLEAN:
            return {"question": place.address, "is": "yes" if _truth(value) else "no"}
        if place.type in _CHOSEN:
            code = place.codes.get((literal.system, str(value)), place.codes.get(("", str(value))))
            if code is None:
                raise CannotSayError(f"{_short(value)} is not among the options of {place.address}.")
            several = place.type in {ItemType.MULTICHOICE, ItemType.OPEN_CHOICE}
            return {"question": place.address, "includes" if several else "is": code}
        if place.type in _NUMBERS:
            return {"question": place.address, "is": _number(value)}
        if place.type in _WORDS and isinstance(value, str):
            return {"question": place.address, "is": value}
        return {"all": [self._bound(place, ">=", literal), self._bound(place, "<=", literal)]}

    @staticmethod
    def _bound(place: Place, sign: str, literal: Lit) -> Json:
        operator, value = _BOUNDS[sign], literal.value
        if place.type in _NUMBERS:
            return {"question": place.address, operator: _number(value)}
        if place.type in {ItemType.DATE, ItemType.DATETIME} and isinstance(value, str) and _DAY.fullmatch(value[:10]):
            return {"question": place.address, operator: value[:10]}
        if place.type is ItemType.TIME and isinstance(value, str):
            return {"question": place.address, operator: value[:8]}
        raise CannotSayError(f"{place.address} cannot be compared with {_short(value)}.")

    def _numbers(self, sign: str, left: Expr, right: Expr) -> Json:
        """Compare two numbers that are worked out: their difference with nothing, or one with a literal."""
        if isinstance(right, Lit):
            score, bound = self.score(left), _number(right.value)
        elif isinstance(left, Lit):
            score, bound, sign = self.score(right), _number(left.value), _TURNED[sign]
        else:
            score, bound = {"op": "subtract", "parts": [self.score(left), self.score(right)]}, 0
        address = self._number(score)
        if sign in {"=", "!="}:
            said: Json = {"question": address, "is": bound}
            return said if sign == "=" else {"not": said}
        return {"question": address, _BOUNDS[sign]: bound}

    # --- scores ------------------------------------------------------------------------------------

    def score(self, expr: Expr) -> Json:  # noqa: PLR0911 - one return a step
        """Return the score."""
        match expr:
            case Lit():
                return {"op": "number", "number": _number(expr.value)}
            case Ref():
                parts = [self._asked(name, points=expr.points) for name in expr.names]
                return parts[0] if len(parts) == 1 else {"op": "sum", "parts": parts}
            case Call(name="sum", parts=parts):
                return {"op": "sum", "parts": [self.score(part) for part in parts]}
            case Call(name="count", parts=(Ref() as asked,)):
                counts = [{"op": "count", "question": self._place(name).address} for name in asked.names]
                return counts[0] if len(counts) == 1 else {"op": "sum", "parts": counts}
            case Call(name="if", parts=(when, *parts)):
                return self._chosen(
                    when, [part for part in parts if not (isinstance(part, Lit) and part.value is None)]
                )
            case Call(name="round", parts=(part, *places)):
                number = int(_number(places[0].value)) if places and isinstance(places[0], Lit) else 0
                return {"op": "round", "number": number, "parts": [self.score(part)]}
            case Call(name=name, parts=parts) if name in _STEPS:
                return {"op": _STEPS[name], "parts": [self.score(part) for part in parts]}
            case _:
                raise CannotSayError("This is no number that the form language can work out.")

    def _chosen(self, when: Expr, parts: list[Expr]) -> Json:
        condition = self.condition(when)
        if isinstance(condition, bool):
            return self.score(parts[0] if condition else parts[-1])
        return {"op": "choose", "when": condition, "parts": [self.score(part) for part in parts]}

    def _asked(self, name: str, *, points: bool) -> Json:
        place = self._place(name)
        if points or (place.type in _CHOSEN and place.has_points):
            if not place.has_points:
                raise CannotSayError(f"The options of {name} have no points.")
            return {"op": "points", "question": place.address}
        if place.type not in _NUMBERS:
            raise CannotSayError(f"{name} is no number.")
        return {"op": "value", "question": place.address}


def _negated(said: Json | bool, /) -> Json | bool:  # noqa: FBT001 - it is a condition, not a switch
    if isinstance(said, bool):
        return not said
    return said["not"] if set(said) == {"not"} else {"not": said}


def _truth(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if value in {"true", "yes", "1", 1}:
        return True
    if value in {"false", "no", "0", 0}:
        return False
    raise CannotSayError("It compares yes or no with something else.")


def _number(value: object) -> float:
    if isinstance(value, str):
        try:
            value = float(value) if len(value) < 40 else None  # noqa: PLR2004 - longer is no number
        except ValueError:
            value = None
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > 1e15:  # noqa: PLR2004 (beyond it a number is not exact)
        raise CannotSayError("It compares a number with something else.")
    return int(value) if float(value).is_integer() else value


def _short(value: object) -> str:
    return str(value)[:40]
