"""Who must sign a document, in which order and where: the roster that the document itself carries."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

from hsb_assess.domain.errors import HsbAssessError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

__all__ = ["MAX_ROSTER", "Panel", "Particulars", "Roster", "RosterLine"]

MAX_ROSTER: Final = 8
_MAX_MEANING: Final = 200
_FIELD: Final = re.compile(r"[A-Z][A-Za-z]{0,31}")
_ROLE: Final = re.compile(r"[a-z][a-z_]{0,31}")


@dataclass(frozen=True)
class RosterLine:
    """One signature that a document needs.

    ``field`` is the form field it fills (such as ``Supervisor``), ``role`` the role code of the person's card,
    ``meaning`` one line that says what signing means ("I approve this assessment").
    """

    field: str
    role: str
    meaning: str


@dataclass(frozen=True)
class Panel:
    """Where a field is drawn: ``page`` counts from 0; ``rect`` is left, bottom, right, top in points."""

    field: str
    page: int
    rect: tuple[float, float, float, float]


@dataclass(frozen=True)
class Particulars:
    """What a document says of itself in its properties; nothing in it may name a child or a subject.

    ``title`` is neutral; ``document`` an id; ``version`` of the document; ``content_sha256`` the content hash
    of the record (64 hexadecimal characters); ``audience`` a letter; ``created`` aware; ``language`` BCP 47.
    """

    title: str
    document: str
    version: str
    content_sha256: str
    audience: str
    created: datetime
    language: str = "en-GB"


@dataclass(frozen=True)
class Roster:
    """One to eight lines in signing order, with distinct fields."""

    lines: tuple[RosterLine, ...]

    @classmethod
    def of(cls, lines: Sequence[RosterLine]) -> Self:
        """Return the checked roster; raises :class:`HsbAssessError` ``roster_shape``."""
        proper = (
            1 <= len(lines) <= MAX_ROSTER
            and len({line.field for line in lines}) == len(lines)
            and all(
                _FIELD.fullmatch(line.field)
                and _ROLE.fullmatch(line.role)
                and 0 < len(line.meaning) <= _MAX_MEANING
                and line.meaning.isprintable()
                for line in lines
            )
        )
        if not proper:
            raise HsbAssessError(
                "roster_shape",
                "The list of people who must sign this document has no proper form.",
                "Make the document again.",
            )
        return cls(tuple(lines))

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read :meth:`as_json`, strictly; raises :class:`HsbAssessError` ``roster_shape``."""
        try:
            value = json.loads(text)
            lines = [RosterLine(line["field"], line["role"], line["meaning"]) for line in value]
            roster = cls.of(lines)
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise HsbAssessError(
                "roster_shape", "The document's list of signatures is damaged.", "Ask for the document again."
            ) from error
        if roster.as_json() != text:
            raise HsbAssessError(
                "roster_shape", "The document's list of signatures is damaged.", "Ask for the document again."
            )
        return roster

    def as_json(self) -> str:
        """Return the one text that this roster is written as."""
        value = [{"field": line.field, "role": line.role, "meaning": line.meaning} for line in self.lines]
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def is_last(self, field: str) -> bool:
        """Say whether ``field`` is the one that closes the document."""
        return self.lines[-1].field == field
