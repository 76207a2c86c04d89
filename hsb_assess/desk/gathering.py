"""Acts on the case's things: people, evidence, events and whatever else is entered once and shown where needed."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from hsb_assess.desk.scribe import Scribe
from hsb_assess.desk.workplace import ASSESSORS, Change, Workplace, need_role
from hsb_assess.domain.answer import Answer
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.ids import new_id
from hsb_assess.instrument.schema import KINDS
from hsb_assess.record.evidence import told_by
from hsb_assess.record.history import slots
from hsb_assess.record.places import KIND_KEY, stream_of_kind
from hsb_assess.record.projection import things_of
from hsb_assess.trust.card import Card

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import JsonValue

    from hsb_assess.record.reading import Thing
    from hsb_assess.vault.book import Work

__all__ = ["ASSESSORS", "add_thing", "remove_thing", "set_field", "things", "write_thing"]


def write_thing(scribe: Scribe, kind: str, fields: Mapping[str, Answer | JsonValue]) -> str:
    """Write a new thing with its first fields and return its id; for use inside a larger act."""
    if kind not in KINDS:
        raise HsbAssessError(
            "no_such_kind", "There is no such kind of thing.", "Open the page again and pick from its list."
        )
    thing = new_id()
    stream = stream_of_kind(kind)
    scribe.say(stream, thing, KIND_KEY, {"value": kind}, fresh=True)
    for name, given in fields.items():
        answer = given if isinstance(given, Answer) else Answer(value=given)
        scribe.say(stream, thing, name, answer.body(), fresh=True)
    return thing


def add_thing(
    at: Workplace,
    case: str,
    kind: str,
    fields: Mapping[str, Answer | JsonValue] = MappingProxyType({}),
) -> Change:
    """Add a person, an evidence item, an event …; ``Change.created`` is its id.

    Of an evidence item, what is not given and follows from its source is filled in (see :func:`.told_by`).
    """
    need_role(at, ASSESSORS)
    with at.book.begin("thing_added", case=case) as work:
        told = _told(at, work, case, fields.get("source")) if kind == "evidence" else {}
        made = write_thing(Scribe(at, work, case), kind, {**told, **fields})
        written = tuple(work.entries.appended)
    return Change("thing_added", case=case, created=made, entries=written, kind=kind)


def _told(at: Workplace, work: Work, case: str, given: Answer | JsonValue) -> dict[str, JsonValue]:
    """Return what follows from the source of an evidence item; the agency from a worker's card where one is known."""
    named = given.value if isinstance(given, Answer) else given
    source = things_of(slots(work.entries.heads(case))).get(named) if isinstance(named, str) else None
    found = told_by(source, at.clock.today())
    if source is not None and "agency" not in found and (person := source.text("card")):
        contact = work.contacts.get(person)
        card = Card.from_bytes(contact.card) if contact is not None else None
        agency = at.identity.agency if person == at.identity.person else card.agency if card is not None else ""
        if agency:
            found["agency"] = agency
    return found


def set_field(at: Workplace, case: str, thing: str, field: str, answer: Answer) -> Change:
    """Record what is known of one field of a thing."""
    need_role(at, ASSESSORS)
    with at.book.begin("thing_changed", case=case) as work:
        kinds = work.entries.heads(case, thing, KIND_KEY)
        if not kinds:
            raise HsbAssessError("no_such_thing", "This is no longer in the case.", "Open the page again.")
        kind = kinds[-1].body.get("value")
        Scribe(at, work, case).say(stream_of_kind(str(kind)), thing, field, answer.body())
        written = tuple(work.entries.appended)
    return Change("thing_changed", case=case, entries=written, kind=str(kind))


def remove_thing(at: Workplace, case: str, thing: str) -> Change:
    """Take a thing out of the case's lists; what was recorded of it stays in the history."""
    need_role(at, ASSESSORS)
    with at.book.begin("thing_removed", case=case) as work:
        kinds = work.entries.heads(case, thing, KIND_KEY)
        kind = str(kinds[-1].body.get("value")) if kinds else ""
        if kinds:
            Scribe(at, work, case).say(stream_of_kind(kind), thing, KIND_KEY, {"value": kind, "removed": True})
        written = tuple(work.entries.appended)
    return Change("thing_removed", case=case, entries=written, kind=kind)


def things(at: Workplace, case: str) -> dict[str, Thing]:
    """Return the things of a case by id, oldest first."""
    with at.book.begin("read", case=case, write=False) as work:
        return things_of(slots(work.entries.heads(case)))
