"""Conditions: a small, typed, total language that says when a question is asked.

A condition is data, never text to be parsed. Its truth depends on nothing but answers, rows and
derived pathway facts, and working it out always ends: no loops, no arithmetic, no calls.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Annotated

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    StrictBool,
    StrictFloat,
    StrictInt,
    StrictStr,
    Tag,
    ValidationError,
)

from hsb_assess.domain.fuzzydate import FuzzyDate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hsb_assess.domain.answer import Answer

__all__ = [
    "OPERATORS",
    "AllOf",
    "AnyOf",
    "Condition",
    "NotOf",
    "OnPathway",
    "OnQuestion",
    "Pathway",
    "holds",
    "leaves",
    "meets",
]

OPERATORS = (
    "is",
    "includes",
    "answered",
    "absent",
    "at_least",
    "at_most",
    "above",
    "below",
    "rows_at_least",
)
"""Every operator that a question condition may use; exactly one of them stands beside ``question``."""

Bound = StrictInt | StrictFloat | StrictStr
Choice = StrictStr | StrictInt | StrictFloat
Choices = Choice | tuple[Choice, ...]


class Pathway(StrEnum):
    """Facts that are worked out from several answers; unknown always reads as not established."""

    UNDER_TEN_AT_INCIDENT = "under_ten_at_incident"
    TEN_ELEVEN_AT_INCIDENT = "ten_eleven_at_incident"
    ADOLESCENT_AT_INCIDENT = "adolescent_at_incident"
    RESPONSIBLE_AT_INCIDENT = "responsible_at_incident"
    TRANSITION_AGE = "transition_age"
    ADULT_NOW = "adult_now"
    OTHER_CHILD_UNDER_13 = "other_child_under_13"
    SHARES_HOME = "shares_home"
    SIBLING = "sibling"
    LOOKED_AFTER = "looked_after"
    NEURODIVERGENT = "neurodivergent"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)


class AllOf(_Part):
    """True when every part is true; an empty list is true."""

    parts: tuple[Condition, ...] = Field(alias="all")


class AnyOf(_Part):
    """True when at least one part is true; an empty list is false."""

    parts: tuple[Condition, ...] = Field(alias="any")


class NotOf(_Part):
    """True when its part is false."""

    part: Condition = Field(alias="not")


class OnPathway(_Part):
    """True when a derived fact is established."""

    pathway: Pathway


class OnQuestion(_Part):
    """True when one question's answer, or a group's rows, meet one operator.

    ``question`` is an address. Inside the same repeat row it means this row's answer, elsewhere in a
    repeat the answer of any row. A hidden question reads as not asked, a hidden group as having no rows.
    Bounds on a partial date hold when the date *may* meet them, so that doubt asks rather than hides.
    """

    question: str
    is_: Choices | None = Field(default=None, alias="is")
    includes: Choices | None = None
    answered: StrictBool | None = None
    absent: StrictStr | tuple[StrictStr, ...] | None = None
    at_least: Bound | None = None
    at_most: Bound | None = None
    above: Bound | None = None
    below: Bound | None = None
    rows_at_least: StrictInt | None = None

    @cached_property
    def operator(self) -> tuple[str, object]:
        """The operator and what it compares with; ``("", None)`` where there is not exactly one."""
        used = [
            (name, value)
            for name, value in (
                ("is", self.is_),
                ("includes", self.includes),
                ("answered", self.answered),
                ("absent", self.absent),
                ("at_least", self.at_least),
                ("at_most", self.at_most),
                ("above", self.above),
                ("below", self.below),
                ("rows_at_least", self.rows_at_least),
            )
            if value is not None
        ]
        return used[0] if len(used) == 1 else ("", None)


_TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?")

_KEYS = {"all": "all", "any": "any", "not": "not", "pathway": "pathway", "question": "question"}
_CLASSES = {"AllOf": "all", "AnyOf": "any", "NotOf": "not", "OnPathway": "pathway", "OnQuestion": "question"}


def _tag(value: object) -> str | None:
    if isinstance(value, dict):
        return next((tag for key, tag in _KEYS.items() if key in value), None)
    return _CLASSES.get(type(value).__name__)


Condition = Annotated[
    Annotated[AllOf, Tag("all")]
    | Annotated[AnyOf, Tag("any")]
    | Annotated[NotOf, Tag("not")]
    | Annotated[OnPathway, Tag("pathway")]
    | Annotated[OnQuestion, Tag("question")],
    Discriminator(_tag),
]

for _model in (AllOf, AnyOf, NotOf):
    _model.model_rebuild()


def holds(condition: Condition, asked: Callable[[OnQuestion], bool], on_pathway: Callable[[Pathway], bool]) -> bool:
    """Work out a condition; ``asked`` and ``on_pathway`` answer for its leaves."""
    match condition:
        case AllOf(parts=parts):
            return all(holds(part, asked, on_pathway) for part in parts)
        case AnyOf(parts=parts):
            return any(holds(part, asked, on_pathway) for part in parts)
        case NotOf(part=part):
            return not holds(part, asked, on_pathway)
        case OnPathway(pathway=pathway):
            return on_pathway(pathway)
        case OnQuestion():
            return asked(condition)


def leaves(
    condition: Condition, trail: tuple[str | int, ...] = ()
) -> Iterator[tuple[OnQuestion | OnPathway, tuple[str | int, ...]]]:
    """Yield each leaf with the keys and positions that lead to it in the written form."""
    match condition:
        case AllOf(parts=parts):
            for number, part in enumerate(parts):
                yield from leaves(part, (*trail, "all", number))
        case AnyOf(parts=parts):
            for number, part in enumerate(parts):
                yield from leaves(part, (*trail, "any", number))
        case NotOf(part=part):
            yield from leaves(part, (*trail, "not"))
        case OnPathway() | OnQuestion():
            yield condition, trail


def _bounded(operator: str, lower: float, upper: float, least: float, most: float) -> bool:
    """Compare what an answer may at least and at most mean with what the bound may mean; doubt holds."""
    match operator:
        case "at_least":
            return upper >= least
        case "at_most":
            return lower <= most
        case "above":
            return upper > most
        case _:
            return lower < least


def _days(value: object) -> tuple[int, int] | None:
    """Return the first and last day (as numbers) that a date, a day and time, or a bound may mean."""
    try:
        if isinstance(value, str):
            when = FuzzyDate(date=value[:10])
        elif isinstance(value, dict):
            when = FuzzyDate.model_validate(value)
        else:
            return None
    except ValidationError:
        return None
    return when.earliest().toordinal(), when.latest().toordinal()


def _clock(value: object) -> tuple[int, int] | None:
    """Return a time of day in seconds, as the span that it may mean: a minute where no seconds are said."""
    if not isinstance(value, str) or _TIME.fullmatch(value) is None:
        return None
    hours, minutes, *seconds = (int(part) for part in value.split(":"))
    start = hours * 3600 + minutes * 60 + (seconds[0] if seconds else 0)
    return start, start if seconds else start + 59


def _plain(answer: Answer) -> object:
    """Return what an operator compares: the state of a state, the number of a quantity, else the value itself."""
    value: object = answer.value
    if not isinstance(value, dict):
        return value
    return value["value"] if "value" in value else answer.state()


def meets(operator: str, operand: object, answer: Answer) -> bool:  # noqa: PLR0911 - one return an operator
    """Say whether one answer meets an operator; an answer of another shape than expected does not."""
    value: object = answer.value
    match operator:
        case "answered":
            return answer.is_asked() is operand
        case "absent":
            return answer.absence is not None and answer.absence.value in _several(operand)
        case "is":
            found = _plain(answer)
            return isinstance(found, str | int | float) and not isinstance(found, bool) and found in _several(operand)
        case "includes":
            codes = value.get("codes") if isinstance(value, dict) else value
            return isinstance(codes, list) and any(code in codes for code in _several(operand))
        case "at_least" | "at_most" | "above" | "below":
            if isinstance(operand, int | float):
                number = _plain(answer)
                if not isinstance(number, int | float) or isinstance(number, bool):
                    return False
                return _bounded(operator, number, number, operand, operand)
            times, limit = _clock(value), _clock(operand)
            if times is not None and limit is not None:
                return _bounded(operator, *times, *limit)
            days, bound = _days(value), _days(operand)
            return days is not None and bound is not None and _bounded(operator, *days, *bound)
        case _:
            return False


def _several(operand: object) -> tuple[object, ...]:
    return operand if isinstance(operand, tuple) else (operand,)
