"""Turns answers into printed words: values by type, typed absences in full, dates as people write them."""

from __future__ import annotations

import calendar
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from hsb_assess.domain.answer import Absence, Answer, AnswerState
from hsb_assess.domain.fuzzydate import FuzzyDate
from hsb_assess.instrument.schema import ItemType
from hsb_assess.instrument.valuewords import value_words
from hsb_assess.record.reading import fuzzy

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pydantic import JsonValue

    from hsb_assess.instrument.schema import Definition, Item

__all__ = ["ABSENCES", "day", "moment", "said_of_absence", "words_of"]

STATES: Final[Mapping[str, str]] = {
    AnswerState.YES: "Yes",
    AnswerState.SUSPECTED: "Suspected",
    AnswerState.CONFLICTING: "Accounts conflict",
    AnswerState.NONE_FOUND: "No sign found",
}

ABSENCES: Final[Mapping[Absence, str]] = {
    Absence.NOT_ASKED: "Not yet asked",
    Absence.UNKNOWN: "Unknown after enquiry",
    Absence.DECLINED: "Declined",
    Absence.NOT_SAFE: "Not safe to ask yet",
    Absence.LED_BY_OTHER: "Led by another agency",
    Absence.NOT_APPLICABLE: "Not applicable",
}

_DETAILS: Final[Mapping[str, str]] = {
    "asked_of": "Asked of: {}",
    "next_step": "Next step: {}",
    "owner": "Owner: {}",
    "note": "{}",
    "advised_by": "Advised by: {}",
    "recheck": "To be looked at again on {}",
    "agency": "Agency: {}",
    "question": "It is asking: {}",
    "why": "{}",
}
_DAYS: Final = frozenset({"recheck", "by"})
_DECLINERS: Final = {"child": "this child", "carer": "a carer", "agency": "an agency"}


def _part(text: str) -> str:
    """Return one FHIR partial date as people write it."""
    pieces = text.split("-")
    if len(pieces) == 1:
        return pieces[0]
    month = calendar.month_name[int(pieces[1])]
    return f"{month} {pieces[0]}" if len(pieces) == 2 else f"{int(pieces[2])} {month} {pieces[0]}"  # noqa: PLR2004 (parts of an ISO day)


def day(value: FuzzyDate | date | None) -> str:
    """Return a day, month or year in words; empty for none."""
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value.day} {calendar.month_name[value.month]} {value.year}"
    words = _part(value.date)
    if value.end is not None:
        words = f"{words} to {_part(value.end)}"
    return f"about {words}" if value.about else words


def moment(given: str | datetime) -> str:
    """Return a date and time in words, a day alone without one; a text that is no date-time as it is."""
    if isinstance(given, datetime):
        return f"{day(given.date())} at {given:%H:%M}"
    try:
        found = datetime.fromisoformat(given)
    except ValueError:
        return given
    return day(found.date()) if len(given) == len("2026-04-14") else moment(found)


def _detail_day(text: str) -> str:
    try:
        return day(FuzzyDate(date=text))
    except ValueError:
        return text


def said_of_absence(answer: Answer, *, details: bool, name: Callable[[str], str]) -> tuple[str, str]:
    """Return an absence in words and its particulars; ``name`` says who a person's id is.

    ``details`` off leaves out every particular that somebody typed.
    """
    assert answer.absence is not None
    words = ABSENCES[answer.absence]
    detail = answer.detail
    if answer.absence is Absence.DECLINED and detail.get("by"):
        by = detail["by"]
        words = f"{words} by {_DECLINERS.get(by, name(by) if details else 'somebody')}"
    parts = []
    for key, given in detail.items():
        if not given or (key == "by" and answer.absence is Absence.DECLINED):
            continue
        if key == "by":
            parts.append(f"By {_detail_day(given)}")
        elif key in _DAYS:
            parts.append(_DETAILS[key].format(_detail_day(given)))
        elif details:
            parts.append(_DETAILS[key].format(name(given)))
    return words, ". ".join(part.rstrip(".") for part in parts) + ("." if parts else "")


def _state(item: Item, value: Mapping[str, JsonValue], *, record_only: bool) -> str:
    code = str(value.get("state", ""))
    if code == AnswerState.NONE_FOUND:
        if record_only:
            return "None recorded"
        if item.plain_fact:
            return "No"
    return STATES.get(code, code)


def state_note(value: Mapping[str, JsonValue], name: Callable[[str], str]) -> str:
    """Return who looked, how and when, as one line."""
    parts = []
    who, how, when = value.get("who"), value.get("how"), value.get("when")
    if isinstance(who, str) and who:
        parts.append(name(who))
    elif isinstance(who, list):
        parts.append(", ".join(name(each) for each in who if isinstance(each, str)))
    if isinstance(how, str) and how:
        parts.append(name(how.rstrip(".")))
    found = fuzzy(when) if when is not None else None
    if found is not None:
        parts.append(day(found))
    elif isinstance(when, str) and when:
        parts.append(_detail_day(when))
    return ". ".join(part[0].upper() + part[1:] for part in parts if part)


def words_of(  # noqa: PLR0911  one line for each type of question
    definition: Definition, item: Item, answer: Answer, *, name: Callable[[str], str], record_only: bool = False
) -> str:
    """Return a value in words (the answer must have one); a shape that does not fit prints as plain text."""
    value = answer.value
    match item.type:
        case ItemType.STATE if isinstance(value, dict):
            return _state(item, value, record_only=record_only)
        case ItemType.CHOICE:
            code = definition.code(item, value)
            return code.en if code is not None else str(value)
        case ItemType.MULTICHOICE if isinstance(value, list):
            codes = [(definition.code(item, each), each) for each in value]
            return "; ".join(code.en if code is not None else str(each) for code, each in codes)
        case ItemType.SCALE:
            code = definition.code(item, value)
            if code is None or code.ordinal is None:
                return "Cannot rate" if value == "cannot_rate" else str(value)
            return f"{code.ordinal} of 4: {code.en[0].lower()}{code.en[1:]}"
        case ItemType.DATE:
            found = fuzzy(value)
            return day(found) if found is not None else str(value)
        case ItemType.DATETIME if isinstance(value, str):
            return moment(value)
        case ItemType.REF:
            return ", ".join(
                name(each) for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)
            )
        case _:
            words = value_words(definition, item, value, lambda code: code.en)
            return str(value) if words is None else words
