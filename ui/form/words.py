"""What answers and absences are called on screen, and an answer written out as one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale

from hsb_assess.domain.answer import Absence, AnswerState
from hsb_assess.instrument.schema import ItemType
from hsb_assess.instrument.valuewords import value_words
from ui.form.dates import value_text
from ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import JsonValue

    from hsb_assess.domain.answer import Answer
    from hsb_assess.instrument.schema import Code, Definition, Item, Text

__all__ = [
    "CANNOT_RATE",
    "absence_word",
    "allowed_absences",
    "answer_text",
    "code_word",
    "detail_word",
    "heading_word",
    "kind_word",
    "new_word",
    "question_words",
    "said",
    "state_word",
]

CANNOT_RATE: Final = "cannot_rate"
_HEADING: Final = 18
"""Letters that a column's heading may have."""

_ABSENCES: Final = {
    Absence.NOT_ASKED: "Not yet asked",
    Absence.UNKNOWN: "Unknown after enquiry",
    Absence.DECLINED: "Declined",
    Absence.NOT_SAFE: "Not safe to ask yet",
    Absence.LED_BY_OTHER: "Led by another agency",
    Absence.NOT_APPLICABLE: "Not applicable",
}

_DETAILS: Final = {
    (Absence.UNKNOWN, "asked_of"): "Who was asked",
    (Absence.UNKNOWN, "next_step"): "Next step",
    (Absence.UNKNOWN, "owner"): "Who will find out",
    (Absence.UNKNOWN, "by"): "By when",
    (Absence.DECLINED, "by"): "Declined by",
    (Absence.DECLINED, "note"): "What was said",
    (Absence.NOT_SAFE, "advised_by"): "Who advised waiting",
    (Absence.NOT_SAFE, "recheck"): "Look again on",
    (Absence.LED_BY_OTHER, "agency"): "Which agency",
    (Absence.LED_BY_OTHER, "question"): "What it is asking",
    (Absence.LED_BY_OTHER, "recheck"): "Look again on",
    (Absence.NOT_APPLICABLE, "why"): "Why",
}


_KINDS: Final = {
    "person": ("person", "New person…"),
    "agency": ("agency", "New agency…"),
    "evidence": ("evidence item", "New evidence item…"),
    "event": ("event", "New event…"),
    "contact": ("contact", "New contact…"),
    "child": ("child", "New child…"),
    "adult": ("adult", "New adult…"),
    "pair": ("pair", "New pair…"),
    "condition": ("condition", "New condition…"),
    "action": ("action", "New action…"),
    "setting": ("setting", "New setting…"),
}


def heading_word(definition: Definition, group: Item, item: Item) -> str:
    """Return a short heading for a column of a group's rows; the question itself is a sentence.

    The row's own name for what a thing is called, a code list's title where it is short and says what is listed (*yes or
    no* does not), else the id.
    """
    if item.id == "label" and group.row_label is not None:
        return said(group.row_label)
    named = definition.lists.get(item.options) if isinstance(item.options, str) else None
    tells = named is not None and all(code.code != "yes" for code in named.codes)
    title = said(named.title) if named is not None and tells else ""
    return title if 0 < len(title) <= _HEADING else item.id.replace("_", " ").capitalize()


def kind_word(kind: str) -> str:
    """Return what a thing of this kind is called."""
    return tr(_KINDS[kind][0])


def new_word(kind: str) -> str:
    """Return the words of the button that enters a new thing of this kind."""
    return tr(_KINDS[kind][1])


def said(text: Text | Code | None) -> str:
    """Return a form's text in the language of the screen; empty where there is none."""
    return "" if text is None else text.get(QLocale().name())


def question_words(item: Item) -> str:
    """Return a question as it is asked: with the number that a form from elsewhere gives it before it."""
    return f"{item.prefix} {said(item.label)}" if item.prefix else said(item.label)


def absence_word(absence: Absence) -> str:
    """Return what an absence is called."""
    return tr(_ABSENCES[absence])


def detail_word(absence: Absence, detail: str) -> str:
    """Return what a particular of an absence is called."""
    return tr(_DETAILS[absence, detail])


def state_word(item: Item, state: str) -> str:
    """Return what one of the four answer states is called at this question."""
    if state == AnswerState.NONE_FOUND:
        return tr("No") if item.plain_fact else tr("No sign found")
    words = {
        AnswerState.YES: tr("Yes"),
        AnswerState.SUSPECTED: tr("Suspected"),
        AnswerState.CONFLICTING: tr("Conflicting"),
    }
    return words.get(AnswerState(state), state)


def allowed_absences(item: Item) -> tuple[Absence, ...]:
    """Return the absences that this question takes, *not yet asked* always among them, in their fixed order."""
    return tuple(absence for absence in Absence if absence is Absence.NOT_ASKED or absence in item.absences)


def code_word(definition: Definition, item: Item, code: JsonValue) -> str:
    """Return the wording of one option of a choice or scale."""
    if code == CANNOT_RATE:
        return tr("Cannot rate")
    found = definition.code(item, code)
    return said(found) if found is not None else str(code)


def answer_text(definition: Definition, item: Item, answer: Answer, thing_text: Callable[[str], str]) -> str:
    """Return an answer as one line; empty for *not yet asked*. ``thing_text`` names a thing by its id."""
    if answer.absence is not None:
        return "" if answer.absence is Absence.NOT_ASKED else absence_word(answer.absence)
    value = answer.value
    listed = value if isinstance(value, list) else [value]
    match item.type:
        case ItemType.CHOICE | ItemType.SCALE | ItemType.MULTICHOICE:
            return ", ".join(code_word(definition, item, code) for code in listed)
        case ItemType.DATE | ItemType.DATETIME:
            return value_text(value)
        case ItemType.STATE:
            return state_word(item, answer.state() or "")
        case ItemType.REF:
            return ", ".join(filter(None, (thing_text(str(each)) for each in listed)))
        case _:
            words = value_words(definition, item, value, said)
            return " ".join((str(value) if words is None else words).split())
