"""What the chronology says of an event, and of the stretches without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.diagrams.lanes import Lane, lane_of
from ui.draw.timeline import Happening, silence_words
from ui.form.dates import date_text
from ui.language import tr
from ui.widgets.tables import Cell, Row

if TYPE_CHECKING:
    from datetime import date

    from hsb_assess.diagrams.timeline import Silence
    from hsb_assess.record.reading import Thing
    from ui.form.casebook import CaseBook

__all__ = ["EVENTS", "GAP", "happening_of", "lane_words", "row_of", "silence_row"]

EVENTS = "M02.events"
GAP = "gap:"
"""Begins the key of a row that is no event: a stretch without one."""


def lane_words(lane: str) -> str:
    """Return what a lane is called."""
    words = {
        Lane.HAPPENED: tr("Happened to this child"),
        Lane.SHOWN: tr("Said or shown by this child"),
        Lane.BEHAVIOUR: tr("Reported behaviour"),
        Lane.CONTACT: tr("Contact, conditions"),
        Lane.AGENCIES: tr("What agencies did"),
        Lane.SUPPORT: tr("Support"),
        Lane.OTHER: tr("Other"),
    }
    return words[Lane(lane)]


def _field(book: CaseBook, event: Thing, name: str) -> str:
    return book.told_of(event, EVENTS, name)


def happening_of(book: CaseBook, event: Thing, number: int) -> Happening | None:
    """Return an event as it is drawn; ``None`` of one whose day is not recorded."""
    when = event.day("when")
    if when is None:
        return None
    lane = lane_of(event.value("category"))
    kind = _field(book, event, "category")
    parts = [f"{number}.", f"{date_text(when)}.", f"{kind or tr('Kind not recorded')}.", _field(book, event, "what")]
    meaning = _field(book, event, "meaning")
    parts.append(tr("What it meant: {words}", words=meaning) if meaning else "")
    source = _field(book, event, "source")
    parts.append(tr("Who says so: {name}.", name=source) if source else "")
    said = " ".join(part for part in parts if part)
    return Happening(event.id, number, when.earliest(), when.latest(), when.about, lane, said)


def row_of(book: CaseBook, event: Thing, number: int) -> Row:
    """Return an event's line in the table."""
    when = event.day("when")
    what, response = _field(book, event, "what"), _field(book, event, "response")
    people = _field(book, event, "people")
    notes = [
        what or tr("Not recorded"),
        tr("What adults did: {words}", words=response) if response else "",
        tr("Also involved: {names}", names=people) if people else "",
    ]
    return Row(
        event.id,
        (
            Cell(str(number), sort=f"{number:06}"),
            Cell(date_text(when) if when is not None else tr("Day not recorded"), bold=True),
            Cell(_field(book, event, "category") or tr("Not recorded")),
            Cell("\n".join(part for part in notes if part)),
            Cell(_field(book, event, "meaning") or tr("Not recorded")),
            Cell(_field(book, event, "source") or tr("Nobody is named")),
        ),
    )


def silence_row(silence: Silence) -> Row:
    """Return the line of a stretch without an entry: what is not known is part of the chronology."""

    def day(each: date) -> str:
        from hsb_assess.domain.fuzzydate import FuzzyDate

        return date_text(FuzzyDate(date=each.isoformat()))

    words = tr("{first} to {last}", first=day(silence.first), last=day(silence.last))
    told = silence_words(silence.days)
    empty = Cell("")
    return Row(
        f"{GAP}{silence.first}", (empty, Cell(words), Cell(tr("Gap")), Cell(told[:1].upper() + told[1:]), empty, empty)
    )
