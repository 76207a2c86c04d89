"""An answer: a value or a typed absence, with the evidence it rests on."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict, JsonValue, model_validator

__all__ = ["NOT_ASKED", "Absence", "Answer", "AnswerState", "absent", "answered"]


class AnswerState(StrEnum):
    """The four values of an answer-state question."""

    YES = "yes"
    SUSPECTED = "suspected"
    CONFLICTING = "conflicting"
    NONE_FOUND = "none_found"


class Absence(StrEnum):
    """The six reasons why a question has no value; never the same as *no*."""

    NOT_ASKED = "not_asked"
    UNKNOWN = "unknown"
    DECLINED = "declined"
    NOT_SAFE = "not_safe"
    LED_BY_OTHER = "led_by_other"
    NOT_APPLICABLE = "not_applicable"


ABSENCE_DETAILS: dict[Absence, tuple[str, ...]] = {
    Absence.NOT_ASKED: (),
    Absence.UNKNOWN: ("asked_of", "next_step", "owner", "by"),
    Absence.DECLINED: ("by", "note"),
    Absence.NOT_SAFE: ("advised_by", "recheck"),
    Absence.LED_BY_OTHER: ("agency", "question", "recheck"),
    Absence.NOT_APPLICABLE: ("why",),
}
"""Which details each absence may carry; days are ISO dates, ``declined by`` is child, carer or agency."""


class Answer(BaseModel):
    """One answer as it stands in an entry's body.

    Exactly one of ``value`` and ``absence`` is set. ``detail`` holds an absence's particulars
    (see ``ABSENCE_DETAILS``). ``evidence`` holds ids of evidence items. Value shapes by question type:
    text and longtext ``str``; choice a code; multichoice a sorted list of codes; scale ``0``–``4`` or
    ``"cannot_rate"``; number ``int``; date a :class:`FuzzyDate` as a mapping; datetime ISO 8601 with
    offset; ref the id of a thing, or a list of ids; state ``{"state", "who"?, "how"?, "when"?}``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    value: JsonValue = None
    absence: Absence | None = None
    detail: dict[str, str] = {}
    evidence: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _one_of(self) -> Self:
        if (self.value is None) == (self.absence is None):
            message = "An answer is a value or an absence."
            raise ValueError(message)
        if self.absence is None and self.detail:
            message = "Only an absence has particulars."
            raise ValueError(message)
        if self.absence is not None and set(self.detail) - set(ABSENCE_DETAILS[self.absence]):
            message = "This absence does not have that particular."
            raise ValueError(message)
        return self

    def is_asked(self) -> bool:
        """Say whether anything was recorded at all; *not yet asked* is nothing."""
        return self.absence is not Absence.NOT_ASKED

    def is_given(self) -> bool:
        """Say whether it counts as answered: *unknown after enquiry* only once it says who was asked."""
        if self.absence is Absence.UNKNOWN:
            return bool(self.detail.get("asked_of", "").strip())
        return self.is_asked()

    def state(self) -> str | None:
        """Return the code of an answer-state value, else ``None``."""
        if isinstance(self.value, dict):
            state = self.value.get("state")
            return state if isinstance(state, str) else None
        return None

    def body(self) -> dict[str, JsonValue]:
        """Return the canonical mapping that an entry carries."""
        body: dict[str, JsonValue] = {}
        if self.absence is None:
            body["value"] = self.value
        else:
            body["absence"] = self.absence.value
            if self.detail:
                body["detail"] = dict(self.detail)
        if self.evidence:
            body["evidence"] = list(self.evidence)
        return body

    @classmethod
    def from_body(cls, body: dict[str, JsonValue]) -> Answer:
        """Read what :meth:`body` wrote; raises ``pydantic.ValidationError`` on anything else.

        ``settled``, the reason why this answer was kept over another, belongs to the entry alone.
        """
        return cls.model_validate({key: body[key] for key in body if key != "settled"})


NOT_ASKED = Answer(absence=Absence.NOT_ASKED)
"""What every question says until somebody answers: never *no*."""


def answered(value: JsonValue, *evidence: str) -> Answer:
    """Return an answer with a value and the evidence items it cites."""
    return Answer(value=value, evidence=evidence)


def absent(absence: Absence, *evidence: str, **detail: str) -> Answer:
    """Return a typed absence with its particulars."""
    return Answer(absence=absence, detail=detail, evidence=evidence)
