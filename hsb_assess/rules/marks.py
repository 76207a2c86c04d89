"""The marks that stand in a reading: what this child and the carers said of what was gone through with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from hsb_assess.domain.marks import KIND, Mark, MarkAnswer
from hsb_assess.record.places import KIND_KEY

if TYPE_CHECKING:
    from hsb_assess.record.reading import Reading, Thing

__all__ = ["CARERS", "StandingMark", "carers_of", "standing_marks"]

CARERS: Final = "M10.carers"


@dataclass(frozen=True)
class StandingMark:
    """A mark with its id and its author; ``later`` says that answers changed since it was made."""

    id: str
    author: str
    mark: Mark = field(repr=False)
    child: bool
    later: bool


def standing_marks(reading: Reading) -> tuple[StandingMark, ...]:
    """Return the marks of an assessment that were not taken back, the newest first."""
    found = []
    for slot, heads in reading.slots.items():
        body = heads[-1].body
        if slot.key != KIND_KEY or body.get("value") != KIND or body.get("removed"):
            continue
        mark = Mark.read(body.get("mark"))
        if mark is None or mark.assessment != reading.assessment:
            continue
        person = reading.thing(mark.who)
        later = mark.answer is not MarkAnswer.NOT_SHOWN and mark.content != reading.content_hash
        child = person is not None and person.text("is") == "this_child"
        found.append(StandingMark(slot.subject, heads[-1].author, mark, child=child, later=later))
    return tuple(sorted(found, key=lambda each: each.id, reverse=True))


def carers_of(reading: Reading) -> tuple[Thing, ...]:
    """Return the people whom the form lists as carers, nobody twice."""
    people = {row.text("person"): reading.thing(row.text("person")) for row in reading.rows(CARERS)}
    return tuple(each for each in people.values() if each is not None)
