"""A condition in plain words, with questions by their addresses: for pages about the form and for answers files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.instrument.condition import AllOf, AnyOf, NotOf, OnPathway, OnQuestion, Pathway

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hsb_assess.instrument.condition import Condition

__all__ = ["condition_words"]

_BOUNDS: Final = {
    "at_least": "is at least",
    "at_most": "is at most",
    "above": "is above",
    "below": "is below",
}


def _listed(parts: Iterable[object], last: str) -> str:
    words = [str(part) for part in parts]
    return f" {last} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _several(operand: object) -> tuple[object, ...]:
    return operand if isinstance(operand, tuple) else (operand,)


def _question_words(leaf: OnQuestion) -> str:
    operator, operand = leaf.operator
    match operator:
        case "answered":
            return f"{leaf.question} {'has an answer' if operand else 'has no answer yet'}"
        case "absent":
            return f"{leaf.question} has no value: {_listed(_several(operand), 'or')}"
        case "is":
            return f"{leaf.question} is {_listed(_several(operand), 'or')}"
        case "includes":
            return f"{leaf.question} includes {_listed(_several(operand), 'or')}"
        case "rows_at_least":
            return f"{leaf.question} has {operand} or more rows"
        case _:
            return f"{leaf.question} {_BOUNDS.get(operator, operator)} {operand}"


def condition_words(condition: Condition) -> str:
    """Return a condition in words, such as ``M01.danger is yes or suspected, and looked after``."""
    match condition:
        case AllOf(parts=parts):
            return " and ".join(_inside(part) for part in parts)
        case AnyOf(parts=parts):
            return " or ".join(_inside(part) for part in parts)
        case NotOf(part=part):
            return f"not ({condition_words(part)})"
        case OnPathway(pathway=pathway):
            return _pathway_words(pathway)
        case OnQuestion():
            return _question_words(condition)


def _inside(part: Condition) -> str:
    words = condition_words(part)
    return f"({words})" if isinstance(part, AllOf | AnyOf) and len(part.parts) > 1 else words


def _pathway_words(pathway: Pathway) -> str:
    return f"pathway: {pathway.value.replace('_', ' ')}"
