"""A mark: what somebody said or drew after a plan was gone through with them. It is never an admission of anything."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from hsb_assess.domain.strokes import Ink

if TYPE_CHECKING:
    from pydantic import JsonValue

from hsb_assess.domain.errors import HsbAssessError

__all__ = ["KIND", "MEANING", "Mark", "MarkAnswer", "NotShown"]

KIND: Final = "mark"
"""The kind of thing that a mark is in the record. No form asks for it, so it is outside what an approval names."""

MEANING: Final = "A mark only means someone went through this with you. You can say what is wrong. Nothing here decides what happened."

_TEXT: Final = 2000
_NAME: Final = 120


class MarkAnswer(StrEnum):
    """What somebody said of what was gone through with them."""

    AGREES = "agrees"
    DIFFERS = "differs"
    NOT_SAID = "not_said"
    NOT_SHOWN = "not_shown"


class NotShown(StrEnum):
    """Why it was not gone through with somebody."""

    NOT_SAFE = "not_safe"
    NOT_REACHED = "not_reached"
    NOT_WANTED = "not_wanted"
    NOT_READY = "not_ready"
    OTHER = "other"


class Mark(BaseModel):
    """One mark, as it stands in an entry.

    ``who`` is a person of the case, ``content`` the content hash of what was gone through with them, ``made`` an ISO
    moment. ``ink`` is what they drew, as :meth:`.Ink.as_json`; without it ``heard_by`` names who else heard what they
    said. ``why`` is said where it was not shown; ``words`` is what they say is wrong, exactly.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    assessment: str
    who: str
    answer: MarkAnswer
    content: str
    made: str
    why: NotShown | None = None
    note: str = Field(default="", max_length=_TEXT, repr=False)
    words: str = Field(default="", max_length=_TEXT, repr=False)
    heard_by: str = Field(default="", max_length=_NAME, repr=False)
    ink: list[list[int]] | None = Field(default=None, repr=False)

    def drawn(self) -> Ink | None:
        """Return the ink, if there is any; raises ``ink_shape``."""
        return Ink.from_json([[*stroke] for stroke in self.ink]) if self.ink is not None else None

    def as_json(self) -> dict[str, JsonValue]:
        """Return the mark as JSON values, without what is empty."""
        found: dict[str, JsonValue] = self.model_dump(mode="json", exclude_defaults=True)
        return found

    @classmethod
    def read(cls, value: JsonValue) -> Mark | None:
        """Read :meth:`as_json`; ``None`` for what this version cannot read or draw."""
        try:
            made = cls.model_validate(value)
            made.drawn()
        except (ValidationError, HsbAssessError):
            return None
        return made
