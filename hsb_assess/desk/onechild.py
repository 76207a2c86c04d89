"""A case is about one child: nobody else in it can become *this child* beside the one who is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.record.history import slots
from hsb_assess.record.places import KIND_KEY, stream_of_kind
from hsb_assess.record.projection import things_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import JsonValue

    from hsb_assess.record.entry import Stream
    from hsb_assess.vault.book import Work

__all__ = ["need_one_child"]

_WHO: Final = "is"
_CHILD: Final = "this_child"
_PERSON: Final = "person"


def need_one_child(
    work: Work, case: str, stream: Stream, subject: str, key: str, body: Mapping[str, JsonValue]
) -> None:
    """Refuse a statement that would make a second *this child*, by saying so of a person or by putting one back.

    Raises ``child_entered_already`` where the case has its child: nothing is looked up for any other statement.
    """
    if stream is not stream_of_kind(_PERSON) or body.get("removed"):
        return
    if key == _WHO and body.get("value") == _CHILD:
        back = False
    elif key == KIND_KEY and body.get("value") == _PERSON:
        back = True
    else:
        return
    if back:
        said = work.entries.heads(case, subject, _WHO)
        if not any(head.body.get("value") == _CHILD for head in said):
            return
    people = things_of(slots(work.entries.heads(case))).values()
    if any(each.id != subject and each.kind == _PERSON and each.text(_WHO) == _CHILD for each in people):
        raise HsbAssessError(
            "child_entered_already",
            "This case has its child already, so nobody else in it can be “this child”.",
            "Say who this is: another child, an adult, a worker, or a person not yet identified.",
        )
