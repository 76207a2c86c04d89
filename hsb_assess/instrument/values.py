"""Says whether a recorded answer has the shape that its question takes, and whether it calls for evidence."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from pydantic import JsonValue, ValidationError

from hsb_assess.domain.answer import Absence, Answer, AnswerState
from hsb_assess.domain.fuzzydate import FuzzyDate
from hsb_assess.instrument.schema import Definition, Demand, Item, ItemType, Polarity, Tense
from hsb_assess.instrument.score import Op

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = [
    "CANNOT_RATE",
    "AnswerFault",
    "answer_faults",
    "counted",
    "evidence_is_due",
    "fuzzy_date",
    "is_time",
    "value_faults",
]

CANNOT_RATE: Final = "cannot_rate"
TEXT_LENGTH: Final = 2_000
LONGTEXT_LENGTH: Final = 100_000
_LARGEST: Final = 2**53 - 1
_HIGHEST: Final = 4
_EXTREME: Final = 3
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_AHEAD: Final = ("value_ahead", "This lies in the future.", "Check the year.")
_ALONE: Final = (
    "value_alone",
    "One of these says that none of the others holds.",
    "Keep that one alone, or take it away.",
)
_TIME: Final = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?")
_URL: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
_STATE_KEYS: Final = {"state", "who", "how", "when"}
_STATES: Final = frozenset(state.value for state in AnswerState)


@dataclass(frozen=True, slots=True)
class AnswerFault:
    """What is wrong with one answer, in words for the person who gave it; nothing of the answer is quoted.

    ``other`` is the path of the answer that it does not agree with, where that is what is wrong.
    """

    path: str
    code: str
    message: str
    mend: str
    other: str = ""


def fuzzy_date(value: JsonValue) -> FuzzyDate | None:
    """Return a date answer as a :class:`FuzzyDate`, or ``None`` where it is not one."""
    if not isinstance(value, dict):
        return None
    try:
        return FuzzyDate.model_validate(value)
    except ValidationError:
        return None


def _text(item: Item, value: JsonValue) -> Iterator[tuple[str, str, str]]:
    if not isinstance(value, str):
        yield "value_text", "This should be written in words.", "Type the answer again."
        return
    standard = TEXT_LENGTH if item.type is ItemType.TEXT else LONGTEXT_LENGTH
    limit = item.max_length or standard
    if len(value) > limit:
        yield "value_long", f"This is {len(value) - limit} characters too long.", f"Shorten it to {limit} characters."
    if _CONTROL.search(value):
        yield "value_character", "This holds a character that cannot be kept or printed.", "Type that part again."
    if not value.strip():
        yield "value_blank", "There are no words in this answer.", "Write an answer, or say why there is none."


def _choice(definition: Definition, item: Item, value: JsonValue) -> Iterator[tuple[str, str, str]]:
    known = {code.code for code in definition.codes(item)}
    if not isinstance(value, str) or value not in known:
        yield "value_option", "This is not one of the options.", "Choose one from the list."


def _multichoice(definition: Definition, item: Item, value: JsonValue) -> Iterator[tuple[str, str, str]]:
    known = {code.code for code in definition.codes(item)}
    if not isinstance(value, list) or not all(isinstance(code, str) for code in value):
        yield "value_options", "This should be a choice of several options.", "Choose again from the list."
        return
    codes = [code for code in value if isinstance(code, str)]
    if not codes:
        yield "value_blank", "Nothing is chosen.", "Choose at least one, or say why there is no answer."
    if not known.issuperset(codes):
        yield "value_option", "One of these is not among the options.", "Choose again from the list."
    if codes != sorted(set(codes)):
        yield "value_order", "The options are not in their fixed order, or one stands twice.", "Choose them again."
    if len(codes) > 1 and any(code.alone for code in definition.codes(item) if code.code in codes):
        yield _ALONE


def _scale(value: JsonValue) -> Iterator[tuple[str, str, str]]:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _HIGHEST:
        return
    if value != CANNOT_RATE:
        yield "value_scale", "This is not a point of the scale.", "Choose 0 to 4, or that it cannot be rated."


def _number(item: Item, value: JsonValue) -> Iterator[tuple[str, str, str]]:
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > _LARGEST:
        yield "value_number", "This should be a number.", "Type the number in figures."
    elif item.type is ItemType.NUMBER and not isinstance(value, int):
        yield "value_number", "This should be a whole number.", "Type the number in figures."
    elif isinstance(item.minimum, int | float) and value < item.minimum:
        yield "value_small", f"This is less than {item.minimum}.", f"Type a number from {item.minimum}."
    elif isinstance(item.maximum, int | float) and value > item.maximum:
        yield "value_large", f"This is more than {item.maximum}.", f"Type a number up to {item.maximum}."


def is_time(value: object) -> bool:
    """Say whether a value is a time of day: ``14:30`` or ``14:30:05``."""
    return isinstance(value, str) and _TIME.fullmatch(value) is not None


def _time(item: Item, value: JsonValue) -> Iterator[tuple[str, str, str]]:
    if not is_time(value):
        yield "value_time", "This is not a time of day.", "Type hours and minutes, such as 14:30."
        return
    yield from _within(item, str(value))


def _within(item: Item, value: str) -> Iterator[tuple[str, str, str]]:
    """Judge a day or a time by its bounds, as far as both are known."""
    low, high = item.minimum, item.maximum
    if isinstance(low, str) and value < low[: len(value)]:
        yield "value_early", f"This is before {low}.", f"Type {low} or later."
    elif isinstance(high, str) and value[: len(high)] > high:
        yield "value_late", f"This is after {high}.", f"Type {high} or earlier."


def _quantity(definition: Definition, item: Item, value: JsonValue) -> Iterator[tuple[str, str, str]]:
    number = value.get("value") if isinstance(value, dict) else None
    if not isinstance(value, dict) or set(value) - {"value", "unit"} or number is None:
        yield (
            "value_quantity",
            "This should be a number and its unit.",
            "Type the number in figures and choose the unit.",
        )
        return
    yield from _number(item, number)
    unit = value.get("unit")
    units = {code.code for code in definition.codes(item)}
    if unit is not None and (not isinstance(unit, str) or (units and unit not in units)):
        yield "value_unit", "This is not one of the units.", "Choose one from the list."
    elif units and unit is None:
        yield "value_unit", "The unit is missing.", "Choose one from the list."


def _open_choice(definition: Definition, item: Item, value: JsonValue) -> Iterator[tuple[str, str, str]]:
    codes = value.get("codes", []) if isinstance(value, dict) else None
    other = value.get("other") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(codes, list) or set(value) - {"codes", "other"}:
        yield (
            "value_options",
            "This should be a choice of options, or words of your own.",
            "Choose again from the list.",
        )
        return
    if codes:
        yield from _multichoice(definition, item, codes)
    if other is not None:
        yield from _text(item, other)
        if any(code.alone for code in definition.codes(item) if code.code in codes):
            yield _ALONE
    chosen = len(codes) + (other is not None)
    if not chosen:
        yield "value_blank", "Nothing is chosen.", "Choose one, or write it in your own words."
    elif chosen > 1 and not item.multiple:
        yield "value_several", "Only one answer is asked for.", "Take the others away."


def _url(item: Item, value: JsonValue) -> Iterator[tuple[str, str, str]]:
    found = [*_text(item, value)]
    yield from found
    if not found and (not isinstance(value, str) or _URL.fullmatch(value) is None):
        yield "value_url", "This is not a web address.", "Write it in full, such as https://example.org/page."


def _is_ahead(value: JsonValue, today: date) -> bool:
    """Say whether no day that the start or the end of a date can mean has come yet."""
    found = fuzzy_date({"date": value[:10]} if isinstance(value, str) else value)
    if found is None:
        return False
    end = FuzzyDate(date=found.end).earliest() if found.end is not None else found.earliest()
    return max(found.earliest(), end) > today


def _date(item: Item, value: JsonValue) -> Iterator[tuple[str, str, str]]:
    found = fuzzy_date(value)
    if found is None:
        yield "value_date", "This is not a date.", "Give a year, a month and year, or a full date."
    elif item.exact and (found.about or found.end is not None):
        yield "value_exact", "This should be one date, without about and without an end.", "Write one date."
    else:
        yield from _within(item, found.date)


def _datetime(item: Item, value: JsonValue) -> Iterator[tuple[str, str, str]]:
    """A day with a time and its offset, or the day alone where nobody knows the time."""
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        moment = None
    if moment is None or (moment.tzinfo is None and not (isinstance(value, str) and _DAY.fullmatch(value))):
        yield "value_datetime", "This is not a day, nor a day and a time.", "Give the day, and the time if it is known."
    elif isinstance(value, str):
        yield from _within(item, value[:10])


def _ref(item: Item, value: JsonValue) -> Iterator[tuple[str, str, str]]:
    picked = value if isinstance(value, list) and item.multiple else [value]
    if not picked or not all(isinstance(each, str) and each for each in picked):
        yield (
            "value_ref",
            "This does not name anybody or anything in the case.",
            "Pick from the list, or add a new one.",
        )
    elif len({each for each in picked if isinstance(each, str)}) < len(picked):
        yield "value_twice", "The same one is picked twice.", "Take one of them away."


def _state(value: JsonValue, today: date | None) -> Iterator[tuple[str, str, str]]:
    if not isinstance(value, dict) or not isinstance(value.get("state"), str) or value["state"] not in _STATES:
        yield "value_state", "This is not one of the four answers.", "Choose one of them, or say why there is none."
        return
    when = value.get("when")
    days = when is None or fuzzy_date(when if isinstance(when, dict) else {"date": when}) is not None
    words = all(isinstance(value.get(key, ""), str) for key in ("who", "how"))
    if not days or not words or set(value) - _STATE_KEYS:
        yield "value_state_detail", "Who looked, how or when is not readable.", "Fill in these three again."
    elif today is not None and when is not None and _is_ahead(when, today):
        yield _AHEAD


def _found(  # noqa: C901, PLR0911, PLR0912 - one return a type
    definition: Definition, item: Item, value: JsonValue, today: date | None
) -> Iterator[tuple[str, str, str]]:
    match item.type:
        case ItemType.TEXT | ItemType.LONGTEXT:
            return _text(item, value)
        case ItemType.CHOICE:
            return _choice(definition, item, value)
        case ItemType.MULTICHOICE:
            return _multichoice(definition, item, value)
        case ItemType.SCALE:
            return _scale(value)
        case ItemType.NUMBER | ItemType.DECIMAL:
            return _number(item, value)
        case ItemType.BOOLEAN:
            return _choice(definition, item, value)
        case ItemType.TIME:
            return _time(item, value)
        case ItemType.QUANTITY:
            return _quantity(definition, item, value)
        case ItemType.OPEN_CHOICE:
            return _open_choice(definition, item, value)
        case ItemType.URL:
            return _url(item, value)
        case ItemType.DATE:
            return _date(item, value)
        case ItemType.DATETIME:
            return _datetime(item, value)
        case ItemType.REF:
            return _ref(item, value)
        case ItemType.STATE:
            return _state(value, today)
        case ItemType.GROUP | ItemType.NOTE | ItemType.ATTACHMENT | ItemType.REFERENCE:
            return iter((("value_place", "Nothing can be answered here.", "Answer the questions inside."),))


def value_faults(
    definition: Definition, item: Item, value: JsonValue, path: str = "", *, today: date | None = None
) -> tuple[AnswerFault, ...]:
    """Return what is wrong with a value's shape, range or options; empty where it is in order.

    With ``today``, a day ahead is a fault where the question is about what has happened, and in who looked when.
    """
    found = [*_found(definition, item, value, today)]
    if not found and today is not None and item.time is Tense.PAST and _is_ahead(value, today):
        found.append(_AHEAD)
    return tuple(AnswerFault(path or item.address, *wrong) for wrong in found)


def answer_faults(
    definition: Definition, item: Item, answer: Answer, path: str, *, today: date | None = None
) -> tuple[AnswerFault, ...]:
    """Return what is wrong with an answer: its value, or an absence that this question does not offer."""
    if answer.absence is None:
        return value_faults(definition, item, answer.value, path, today=today)
    if answer.absence in item.absences or answer.absence is Absence.NOT_ASKED:
        return ()
    message = "This reason for having no answer is not open to this question."
    return (AnswerFault(path, "value_absence", message, "Choose another reason, or answer it."),)


def withheld_faults(answer: Answer, path: str, withheld: frozenset[str]) -> tuple[AnswerFault, ...]:
    """Return the fault of an answer that chooses what cannot be chosen as things stand."""
    value = answer.value.get("codes") if isinstance(answer.value, dict) else answer.value
    chosen = value if isinstance(value, list) else [value]
    if not any(isinstance(code, str) and code in withheld for code in chosen):
        return ()
    message = "This option does not go with the other answers."
    return (AnswerFault(path, "value_withheld", message, "Choose again from the list."),)


def counted(definition: Definition, item: Item, op: Op, answers: Sequence[Answer]) -> float | None:
    """Return what a score's ``value``, ``points`` or ``count`` of a question is: the sum over the answers it can see."""
    values = [answer.value for answer in answers if answer.absence is None]
    if op is Op.COUNT:
        return sum(len(value) if isinstance(value, list) else 1 for value in values)
    numbers = [each for value in values for each in (_points(definition, item, value, op))]
    return math.fsum(numbers) if numbers else None


def _points(definition: Definition, item: Item, value: JsonValue, op: Op) -> Iterator[float]:
    if isinstance(value, dict):
        value = value.get("codes") if op is Op.POINTS else value.get("value")
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, int | float) and not isinstance(each, bool):
            yield each
        elif op is Op.POINTS and (code := definition.code(item, each)) is not None and code.ordinal is not None:
            yield code.ordinal


def evidence_is_due(definition: Definition, item: Item, answer: Answer) -> bool:
    """Say whether an answer calls for an evidence item that it does not cite.

    A question that requires evidence does so for every value. One that asks for it at extremes does so for a
    rating of 3 or more, or of 0 where its list says that the scale runs from no strength to a reliable one.
    """
    if answer.absence is not None or answer.evidence:
        return False
    if item.evidence is Demand.REQUIRED:
        return True
    value = answer.value
    if item.evidence is not Demand.AT_EXTREMES or not isinstance(value, int) or isinstance(value, bool):
        return False
    scale = definition.lists.get(item.options) if isinstance(item.options, str) else None
    return value >= _EXTREME or (value == 0 and scale is not None and scale.polarity is Polarity.STRENGTH)
