"""The chronology on paper: a drawing in lanes and, under it, the table that says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.diagrams.lanes import Lane, lane_of
from hsb_assess.reports.blocks import Column, Heading, Table, Timeline, TimelineEvent, Value
from hsb_assess.reports.cells import joined, when_of, with_note

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hsb_assess.reports.blocks import Block
    from hsb_assess.reports.source import Source

__all__ = ["chronology"]

_LANES: Final[Mapping[Lane, str]] = {
    Lane.HAPPENED: "Happened to this child",
    Lane.SHOWN: "Said or shown",
    Lane.BEHAVIOUR: "Reported behaviour",
    Lane.CONTACT: "Contact, conditions",
    Lane.AGENCIES: "What agencies did",
    Lane.SUPPORT: "Support",
    Lane.OTHER: "Other",
}


def chronology(source: Source, path: str) -> list[Block]:
    """Return the chronology as a drawing and, under it, the table that says the same."""
    rows = sorted(source.rows(path), key=when_of)
    events: list[TimelineEvent] = []
    lines: list[tuple[Value, ...]] = []
    for number, row in enumerate(rows, start=1):
        when = row.day("when")
        if when is not None:
            lane = _LANES[lane_of(row.value("category"))]
            first, last = when.earliest().isoformat(), when.latest().isoformat()
            events.append(TimelineEvent(number=number, first=first, last=last, about=when.about, lane=lane))
        note = joined(source, row, ("response", "What adults did: "), ("meaning", "What it meant for this child: "))
        who = source.text(row.at("people"))
        note = "\n".join(part for part in (note, f"Also involved: {who}" if who else "") if part)
        lines.append(
            (
                Value(text=str(number)),
                source.cell(row.at("when")),
                with_note(source.cell(row.at("category")), ""),
                with_note(source.cell(row.at("what")), note),
                source.cell(row.at("source")),
            )
        )
    used = {event.lane for event in events}
    columns = (("No", 0.42), ("When", 1.2), ("Kind", 1.25), ("What happened", 4.0), ("Who says so", 1.3))
    return [
        Heading(text="Events", level=2),
        Timeline(lanes=tuple(lane for lane in _LANES.values() if lane in used), events=tuple(events)),
        Table(
            columns=tuple(Column(title=title, weight=weight) for title, weight in columns),
            rows=tuple(lines),
            empty="Not yet asked: no event is entered.",
        ),
    ]
