"""Who may write what: which stream a key belongs to, and whose role may use it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.domain.roles import Role
from hsb_assess.record.entry import Stream

if TYPE_CHECKING:
    from hsb_assess.record.entry import Entry

__all__ = ["ASSESSORS", "SUPERVISORS", "may_write"]

ASSESSORS: Final = frozenset[str]({Role.PRACTITIONER, Role.CO_ASSESSOR})
SUPERVISORS: Final = frozenset[str]({Role.SUPERVISOR})

WRITERS: Final = {
    Stream.ANSWERS: ASSESSORS,
    Stream.CASE_FACTS: ASSESSORS,
    Stream.PLAN: ASSESSORS,
    Stream.REVIEW: SUPERVISORS,
    Stream.DOCUMENTS: ASSESSORS,
}
"""Which roles may write in which stream. What authors say in threads stands in :func:`_is_turn`."""

MARKS: Final = (
    ("@assessment", {Stream.ANSWERS}),
    ("@justification.", {Stream.ANSWERS}),
    ("@moved.", {Stream.ANSWERS}),
    ("@carried.", {Stream.ANSWERS}),
    ("@case", {Stream.CASE_FACTS}),
    ("@closing", {Stream.CASE_FACTS}),
    ("@keeping", {Stream.CASE_FACTS}),
    ("@hold", {Stream.CASE_FACTS, Stream.REVIEW}),
    ("@kind", {Stream.CASE_FACTS, Stream.PLAN}),
    ("@submission", {Stream.DOCUMENTS}),
    ("@decision", {Stream.REVIEW}),
    ("@accepted.", {Stream.REVIEW}),
    ("@opened.", {Stream.REVIEW}),
    ("@thread", {Stream.REVIEW}),
)
"""The marks (keys that begin with ``@``) and their streams; one that ends with a dot is the start of a key.

A mark in another stream would be read as if the owner of its own stream had made it, so there is none.
"""


def _in_its_stream(entry: Entry) -> bool:
    if not entry.key.startswith("@"):
        return entry.stream is not Stream.DOCUMENTS
    return any(
        entry.stream in streams
        for mark, streams in MARKS
        if (entry.key.startswith(mark) if mark.endswith(".") else entry.key == mark)
    )


def _is_turn(entry: Entry) -> bool:
    """Say whether this is an author's part of a thread: a message, or the mark that it was answered."""
    if entry.key == "status":
        return entry.body == {"value": "answered"}
    return _is_message(entry)


def _is_message(entry: Entry) -> bool:
    return entry.key.startswith("messages[")


def may_write(entry: Entry, role: str) -> bool:
    """Say whether somebody with ``role`` may make this statement in this stream.

    A message supersedes nothing: what was said in a thread stays said.
    """
    if not _in_its_stream(entry) or (entry.stream is Stream.REVIEW and _is_message(entry) and entry.parents):
        return False
    if role in WRITERS[entry.stream]:
        return True
    return entry.stream is Stream.REVIEW and role in ASSESSORS and _is_turn(entry)
