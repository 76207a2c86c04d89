"""Where a question path lives in the record: which stream, which subject, which key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.record.entry import Stream

if TYPE_CHECKING:
    from hsb_assess.instrument.schema import Definition

__all__ = ["KIND_KEY", "Place", "place_of", "stream_of_kind"]

KIND_KEY = "@kind"
"""The key of the entry that makes a thing; its value is the kind."""

PLAN_KINDS = frozenset({"action", "setting"})


@dataclass(frozen=True)
class Place:
    """One place in a case's record; ``thing`` says whether the subject is a thing rather than an assessment."""

    stream: Stream
    subject: str
    key: str
    thing: bool = False


def stream_of_kind(kind: str) -> Stream:
    """Return the stream that things of ``kind`` are written in."""
    return Stream.PLAN if kind in PLAN_KINDS else Stream.CASE_FACTS


def place_of(definition: Definition, assessment: str, path: str) -> Place:
    """Return where ``path`` of ``assessment`` is kept.

    ``M21.actions[ROW].owner`` is the field ``owner`` of the thing ROW, because the group's rows are things;
    ``M03.incidents[ROW].band`` is kept under the assessment. Raises ``no_such_question`` for a path that
    the definition does not have.
    """
    end = path.find("]")
    while end != -1:
        row_path = path[: end + 1]
        group = definition.find(row_path)
        if group is not None and group.repeats and group.kind is not None:
            thing = row_path[row_path.rindex("[") + 1 : -1]
            key = path[end + 2 :] or KIND_KEY
            return Place(stream_of_kind(group.kind), thing, key, thing=True)
        end = path.find("]", end + 1)
    if definition.find(path) is None:
        raise HsbAssessError(
            "no_such_question",
            "This form has no such question.",
            "Open the assessment again; if it comes back, tell the person who looks after the form.",
        )
    stream = Stream(definition.module(path).stream.value)
    return Place(stream, assessment, path)
