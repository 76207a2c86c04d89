"""Scores: a small, total language for numbers that are worked out from answers.

A score is data, never text to be parsed. It ends always: no loops, no calls, no texts. What cannot be worked out
(an answer that is missing, a division by zero) is *nothing*, and nothing makes the whole nothing, except in ``sum``,
``least`` and ``greatest``, which leave out the parts that are nothing.
"""

from __future__ import annotations

import math
from enum import StrEnum
from typing import TYPE_CHECKING, Self

from pydantic import BaseModel, ConfigDict, StrictFloat, StrictInt, model_validator

from hsb_assess.instrument.condition import Condition, leaves

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hsb_assess.instrument.condition import OnPathway, OnQuestion

__all__ = ["ASKING", "Op", "Score", "asked_by", "work_out"]

_MOST_PARTS = 200
_LARGEST = 1e15


class Op(StrEnum):
    """What a score does."""

    NUMBER = "number"
    VALUE = "value"
    POINTS = "points"
    COUNT = "count"
    ADD = "add"
    SUBTRACT = "subtract"
    MULTIPLY = "multiply"
    DIVIDE = "divide"
    SUM = "sum"
    LEAST = "least"
    GREATEST = "greatest"
    ROUND = "round"
    CHOOSE = "choose"


ASKING = frozenset({Op.VALUE, Op.POINTS, Op.COUNT})
"""What asks a question: its number, the ordinals of the options chosen, how many answers it has."""

_PARTS = {
    Op.ADD: (1, _MOST_PARTS),
    Op.SUBTRACT: (1, 2),
    Op.MULTIPLY: (1, _MOST_PARTS),
    Op.DIVIDE: (2, 2),
    Op.SUM: (1, _MOST_PARTS),
    Op.LEAST: (1, _MOST_PARTS),
    Op.GREATEST: (1, _MOST_PARTS),
    Op.ROUND: (1, 1),
    Op.CHOOSE: (1, 2),
}


class Score(BaseModel):
    """One step: ``number`` with its number; ``value``, ``points``, ``count`` with a question; the others with parts.

    ``choose`` takes its first part where ``when`` holds, else its second (nothing where there is none). ``round``
    takes ``number`` decimal places, 0 without. A ``value`` or ``points`` that is seen from outside a repeating group is
    the sum over its rows.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    op: Op
    number: StrictInt | StrictFloat | None = None
    question: str | None = None
    when: Condition | None = None
    parts: tuple[Score, ...] = ()

    @model_validator(mode="after")
    def _shape(self) -> Self:
        least, most = _PARTS.get(self.op, (0, 0))
        fits = (
            least <= len(self.parts) <= most
            and (self.question is not None) == (self.op in ASKING)
            and (self.when is not None) == (self.op is Op.CHOOSE)
            and (self.number is not None) >= (self.op is Op.NUMBER)
            and (self.number is None or (self.op in {Op.NUMBER, Op.ROUND} and math.isfinite(self.number)))
        )
        if not fits:
            message = f"A score that says {self.op.value} has other parts than it takes."
            raise ValueError(message)
        return self


def asked_by(score: Score) -> Iterator[Score | OnQuestion | OnPathway]:
    """Yield each part of a score that asks a question: scores themselves, and the leaves of conditions."""
    waiting = [score]
    while waiting:
        each = waiting.pop()
        if each.question is not None:
            yield each
        if each.when is not None:
            yield from (leaf for leaf, _ in leaves(each.when))
        waiting.extend(each.parts)


def work_out(score: Score, asked: Callable[[Score], float | None], holds: Callable[[Condition], bool]) -> float | None:
    """Return the number, or ``None`` where there is none; ``asked`` and ``holds`` answer for questions and conditions."""
    match score.op:
        case Op.NUMBER:
            found = score.number
        case Op.VALUE | Op.POINTS | Op.COUNT:
            found = asked(score)
        case Op.CHOOSE:
            chosen = score.parts[:1] if score.when is not None and holds(score.when) else score.parts[1:]
            found = work_out(chosen[0], asked, holds) if chosen else None
        case _:
            found = _joined(score, [work_out(part, asked, holds) for part in score.parts])
    if found is None or not math.isfinite(found) or abs(found) > _LARGEST:
        return None
    return int(found) if float(found).is_integer() else found


def _joined(score: Score, parts: Sequence[float | None]) -> float | None:  # noqa: PLR0911 - one return a step
    there = [part for part in parts if part is not None]
    lenient = score.op in {Op.SUM, Op.LEAST, Op.GREATEST}
    if not there or (len(there) < len(parts) and not lenient):
        return None
    match score.op:
        case Op.LEAST:
            return min(there)
        case Op.GREATEST:
            return max(there)
        case Op.ADD | Op.SUM:
            return math.fsum(there)
        case Op.MULTIPLY:
            return math.prod(there)
        case Op.SUBTRACT:
            return there[0] - there[1] if len(there) > 1 else -there[0]
        case Op.DIVIDE:
            return there[0] / there[1] if there[1] else None
        case _:
            return _rounded(there[0], int(score.number or 0))


def _rounded(value: float, places: int) -> float:
    """Round halves away from zero, as people do."""
    scale = 10.0 ** max(0, min(places, 6))
    return math.copysign(math.floor(abs(value) * scale + 0.5) / scale, value)


Score.model_rebuild()
