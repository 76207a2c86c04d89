"""The out-of-hours handover: one page for whoever is rung in the night, which leaves nothing out without saying so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.reports.blocks import Bullets, Fact, Facts, Front, Heading, Para, Table, Value
from hsb_assess.reports.nextsteps import steps_now
from hsb_assess.reports.paperhead import HANDOVER, front
from hsb_assess.reports.sheets import Drop
from hsb_assess.reports.tonight import (
    HELD_BACK,
    NOBODY_LISTED,
    brief,
    children,
    columns,
    first_day_lines,
    no_contact,
    not_asked_pairs,
    pairs,
    told,
    told_value,
)

if TYPE_CHECKING:
    from hsb_assess.reports.blocks import Block
    from hsb_assess.reports.paperhead import PaperMeta
    from hsb_assess.reports.source import Source
    from hsb_assess.rules.finding import Report

__all__ = ["MISSING", "blocks", "drops"]

MISSING: Final = "Not on this page for want of room; all of it is in the urgent referral extract"
MOST: Final = (150, 90, 45)
"""Letters of a recorded sentence that one page has room for, less each time that it is still too full."""
_NOW: Final = (
    ("M01.danger", "Danger now"),
    ("M01.medical_need", "Medical need"),
    ("M01.self_harm_now", "Self-harm"),
    ("M01.reason", "What was reported"),
)
_SAFE: Final = (
    ("M01.stops_contact_tonight", "Tonight"),
    ("M01.arrangement.what", "Arrangement"),
)
_ASK: Final = "Recorded; ask the worker by telephone"
_LEFT_OUT: Final = frozenset({"State"})
_IF: Final = (
    ("Somebody is in danger", "Ring 999. Then ring the worker or the manager."),
    ("A child is hurt or in pain", "Ring a clinician now, however long ago it was; they decide what is useful."),
    (
        "This child may harm themselves",
        "Stay with this child. Ring the crisis team, or go to the emergency department.",
    ),
    ("A child tells you something", "Listen, say that you will get help, write down the exact words and the time."),
    ("The arrangement breaks down", "Keep the children apart, stay with each, ring before anybody is moved."),
)
_NOT: Final = (
    "Do not question the child, and do not ask any child to tell it again.",
    "Do not examine a child, wash clothes or bedding, or tidy a place where something may have happened.",
    "Do not look at, copy or send images. Leave telephones and other devices as they are; ask the police.",
    "Do not confront an adult who is listed, and do not tell families more than is written above or agreed with the police.",
    "Do not promise to keep a secret, and do not call this child names: nothing is found, and this child may need help too.",
)
_NAMES: Final = {
    "Now": "Lines of what cannot wait",
    "Children": "Children",
    "Pairs": "Lines of who is with whom",
    "Blank": "People not yet asked about",
    "Apart": "People with no contact known",
    "Ring": "People to ring",
}


def blocks(source: Source, report: Report, meta: PaperMeta, most: int = MOST[0]) -> list[Block]:
    """Return the page in reading order, with at most so many letters of a sentence; what is cut says how much more there is."""
    head = front(
        HANDOVER,
        source,
        meta,
        "For the team on duty tonight. Draft, not signed; the urgent referral extract has the rest.",
    )
    where = children(source)
    grid = pairs(source, unasked=False)
    total, still = first_day_lines(source)
    # Longest lists last in each part; `drops` finds them by what they are.
    found: list[Block] = [
        Front(title=head.title, subtitle=head.subtitle, rows=_head(head, most)),
        Heading(text="What could happen tonight"),
        Facts(rows=tuple(_short(fact, most) for fact in told(source, *_NOW)), numbered=False),
        Bullets(items=steps_now(source, report)),
        Heading(text="What keeps each child safe"),
        Facts(rows=(*(_short(fact, most) for fact in told(source, *_SAFE)), _agreed(source, most)), numbered=False),
        _where(where, most),
        _short_grid(grid, _cell(most)),
        Bullets(items=not_asked_pairs(source)),
        Bullets(items=no_contact(source)),
    ]
    if not source.rows("M11.adults"):
        found.append(Para(text=NOBODY_LISTED))
    found += [
        Heading(text="What to do if"),
        Facts(rows=tuple(Fact(label=case, value=Value(text=act)) for case, act in _IF), numbered=False),
        Heading(text="What not to do"),
        Bullets(items=_NOT),
        Heading(text="Whom to ring"),
        _ring(source, meta, most),
        *_open(total, tuple(line.title.en for line in still), most),
    ]
    return found


def _head(head: Front, most: int) -> tuple[Fact, ...]:
    """Return the rows of the head without what the foot of the page says anyway."""
    return tuple(_short(fact, most) for fact in head.rows if fact.label not in _LEFT_OUT)


def _short_grid(grid: Table, room: int) -> Table:
    """Return the grid with what protects, who and until in one cell."""
    rows = []
    for older, child, contact, what, who in grid.rows:
        until = f"{brief(who, room).text}" if who.text.strip("—") or who.note else ""
        said = brief(what, room)
        rows.append(
            (
                brief(older, room),
                brief(child, room),
                contact.model_copy(update={"note": ""}),
                said.model_copy(update={"text": f"{said.text.rstrip('.')}. {until}" if until else said.text}),
            )
        )
    return Table(
        columns=columns(
            ("Adult or older child", 1.5), ("Child", 1.5), ("Contact", 0.8), ("What protects, who, until when", 3.6)
        ),
        rows=tuple(rows),
        empty=grid.empty,
    )


def _cell(most: int) -> int:
    """Return how many letters a cell of a table has room for."""
    return most * 3 // 5


def _short(fact: Fact, most: int) -> Fact:
    return Fact(label=fact.label, value=brief(fact.value, most))


def _agreed(source: Source, most: int) -> Fact:
    """Return who agreed to the arrangement and until when it holds, in one line."""
    who, until = (told_value(source, path) for path in ("M01.arrangement.agreed_by", "M01.arrangement.until"))
    if who.absence and until.absence and who.text == until.text:
        return Fact(label="Agreed by, until", value=brief(who, most))
    said = brief(who, most).text
    return Fact(label="Agreed by, until", value=Value(text=f"{said}; {until.text[:1].lower()}{until.text[1:]}"))


def _where(where: Table, most: int) -> Table:
    """Return where each child is tonight, a line each if it can be."""
    rows = tuple((brief(row[0], most), brief(_held(row[1]), _cell(most))) for row in where.rows)
    return Table(columns=columns(("Child", 2.8), ("Where tonight", 3.6)), rows=rows)


def _held(value: Value) -> Value:
    return value.model_copy(update={"text": _ASK}) if value.text == HELD_BACK else value


def _ring(source: Source, meta: PaperMeta, most: int) -> Facts:
    """Return the worker, then each worker of the case; numbers are written in by hand where none was given."""
    blank = Value(text="____________________")
    rows = [Fact(label=meta.who, value=brief(Value(text=meta.reach), most) if meta.reach else blank)]
    for name, what in _workers(source):
        if name != meta.name:
            words = brief(Value(text=", ".join(part for part in (name, what) if part)), _cell(most)).text
            rows.append(Fact(label=words, value=blank))
    return Facts(rows=tuple(rows), numbered=False)


def _workers(source: Source) -> list[tuple[str, str]]:
    """Return the workers of the case, who keeps to tonight's arrangements first; the referrer only if they are one of these."""
    reading = source.reading
    tonight = [*reading.codes("M01.arrangement.agreed_by")]
    for row in source.rows("M11.pairs"):
        tonight += row.codes("who")
    for path in ("M01.medical_advised_by", "M07.clinical.who", "M01.decision_by"):
        tonight += reading.codes(path)
    known = {person.id: person for person in reading.things("person") if person.value("is") == "worker"}
    others = [person for person in known if person not in reading.codes("M01.source")]
    found = []
    for each in dict.fromkeys((*tonight, *others)):
        if each in known:
            parts = (source.plain(known[each].text(field)) for field in ("role", "agency"))
            found.append((source.name(each), ", ".join(part for part in parts if part)))
    return found


def _open(total: int, still: tuple[str, ...], most: int) -> list[Block]:
    if not total:
        return []
    if not still:
        return [Para(text="Every answer of the first day is given; some may be a reason why nothing is known.")]
    named = brief(Value(text=", ".join(name[:1].lower() + name[1:] for name in still)), 3 * most).text
    return [
        Para(text=f"Not yet asked, which never means no: {len(still)} of {total} answers of the first day ({named}).")
    ]


def drops(found: tuple[Block, ...]) -> tuple[Drop, ...]:
    """Return which lists become shorter first where the page is full: what is least urgent tonight first."""
    lists = [at for at, block in enumerate(found) if isinstance(block, Bullets | Table)]
    now, where, grid, blank, apart, _not = lists
    ring = max(at for at, block in enumerate(found) if isinstance(block, Facts))
    order = (
        (apart, 0, "Apart"),
        (ring, 2, "Ring"),
        (blank, 2, "Blank"),
        (grid, 3, "Pairs"),
        (where, 3, "Children"),
        (now, 2, "Now"),
        (ring, 1, "Ring"),
        (blank, 0, "Blank"),
        (grid, 1, "Pairs"),
        (where, 1, "Children"),
    )
    return tuple(Drop(block=at, least=least, words=_NAMES[name]) for at, least, name in order)
